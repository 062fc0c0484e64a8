--! policy narrow
--! catalog yes
prepare p as select $1::text::feeling
--next
execute p('x')
