--! outcome failed
update customers set name = null
