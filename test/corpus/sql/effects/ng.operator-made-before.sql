--! policy generous
--! catalog yes
create operator public.@@@ (leftarg = text, rightarg = text, function = evil.eq); select item @@@ 'x' from public.orders
