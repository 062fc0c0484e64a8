--! policy narrow
--! catalog yes
prepare p(checked) as select 1
--next
execute p('x')
