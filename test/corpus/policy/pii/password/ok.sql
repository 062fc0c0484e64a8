SELECT password_changed_at FROM public.users;
