--! outcome masked
select badge || '' from staff
