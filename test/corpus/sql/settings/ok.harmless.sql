set application_name = 'x'
--next
set statement_timeout = '5s'
--next
set datestyle = iso
--next
reset statement_timeout
