--! outcome failed
select badge::int from staff
