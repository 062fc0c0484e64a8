--! outcome refused
select lo_lseek64(lo_open(4242, 131072), salary, 0) from customers where id = 1
