SELECT 'paid with 4111 1111 1111 1111' AS note;
