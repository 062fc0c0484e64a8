SELECT card_type FROM public.cards;
SELECT panel FROM public.t;
