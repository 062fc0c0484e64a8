--! policy narrow
grant select on customers to public
