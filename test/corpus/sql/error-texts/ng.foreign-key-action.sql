--! outcome failed
delete from regions where id = 1
