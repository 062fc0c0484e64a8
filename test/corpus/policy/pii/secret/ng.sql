SELECT api_key FROM public.clients;
SELECT access_token FROM public.sessions;
SELECT client_secret FROM public.clients;
SELECT "refreshToken" FROM public.sessions;
