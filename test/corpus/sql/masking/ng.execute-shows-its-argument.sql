--! catalog yes
--! outcome masked
prepare show(text) as select $1 as x
--next
execute show(convert_from(lo_get(4242), 'UTF8'))
