--! outcome masked
select s::text from pg_statistic s
