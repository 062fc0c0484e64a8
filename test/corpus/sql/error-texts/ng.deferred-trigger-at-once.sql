--! policy generous
--! outcome masked
begin
--next
insert into deferred values (1)
--next
set constraints all immediate
--next
rollback
