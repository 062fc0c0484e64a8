--! policy generous
--! catalog yes
alter function public.undone(int) rename to char_length; select char_length(id) from public.orders
