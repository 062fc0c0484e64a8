--! outcome masked
select most_common_vals, histogram_bounds::text from pg_stats where tablename = 'customers'
