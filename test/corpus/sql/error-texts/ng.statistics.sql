--! outcome failed
select 1 from pg_stats where histogram_bounds::text::int = 1
