--! catalog yes
update customer_view set who = number where id = 1
