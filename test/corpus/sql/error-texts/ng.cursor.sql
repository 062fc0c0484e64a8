--! outcome failed
declare c cursor with hold for select number::int from customer_mat
