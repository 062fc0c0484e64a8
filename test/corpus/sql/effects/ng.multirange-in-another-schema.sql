create type scratch.r as range (subtype = int, multirange_type_name = public.mm)
