SELECT token_count FROM public.usage;
SELECT key FROM public.settings;
