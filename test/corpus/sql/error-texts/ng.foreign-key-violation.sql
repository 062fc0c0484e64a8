--! outcome failed
update customers set region = 99
