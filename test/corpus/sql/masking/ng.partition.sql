--! outcome masked
select payload || '' from only events_2026
