SHOW work_mem;
ALTER TABLE public.orders SET (fillfactor = 70);
