--! outcome failed
select payload::int from events_2026
