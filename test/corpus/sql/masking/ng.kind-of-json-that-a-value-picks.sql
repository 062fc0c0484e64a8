--! outcome masked
--! gives T(jsonb_typeof) D([redacted]) C(SELECT 1) Z(I)
select jsonb_typeof('[1, "a", {}, [], null, true]'::jsonb -> left(ssn, 1)::int) from customers where id = 1
