--! policy narrow
select U&"\0073neaky"()
