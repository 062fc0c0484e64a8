SELECT card_number FROM public.cards;
SELECT cvv FROM public.cards;
SELECT max(pan) FROM public.cards;
