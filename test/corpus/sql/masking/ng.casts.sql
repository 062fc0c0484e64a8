--! outcome masked
select c.ssn::text::varchar::bpchar from customers c
