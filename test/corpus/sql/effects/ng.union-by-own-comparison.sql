--! policy narrow
--! catalog yes
select w from unnamed union select w from unnamed
