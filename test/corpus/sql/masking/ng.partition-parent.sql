--! outcome masked
select payload || '' from events
