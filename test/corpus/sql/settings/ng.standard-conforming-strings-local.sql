begin
--next
set local standard_conforming_strings to 0
--next
rollback
