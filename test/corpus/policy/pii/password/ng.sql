SELECT password_hash FROM public.users;
SELECT password FROM public.users;
SELECT encrypted_password FROM public.users;
