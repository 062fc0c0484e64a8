--! policy loose
insert into shouty values (1)
