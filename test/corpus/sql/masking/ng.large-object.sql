--! outcome masked
select lo_get(4242)
