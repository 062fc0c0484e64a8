SELECT latitude, longitude FROM public.visits;
SELECT gps_track FROM public.trips;
