--! outcome masked
select n from information_schema.mine
