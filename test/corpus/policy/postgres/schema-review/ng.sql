ALTER TABLE public.orders ADD COLUMN note text;
CREATE TABLE public.invoices (id int);
CREATE INDEX ON public.orders (day);
DROP INDEX public.orders_by_day;
