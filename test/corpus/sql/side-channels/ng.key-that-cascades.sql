--! policy generous
create table scratch.copies (x text references public.customers (ssn) on update cascade)
