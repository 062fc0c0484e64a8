--! policy narrow
--! catalog yes
select '(1,x)'::boxed
