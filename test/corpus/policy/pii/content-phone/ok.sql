SELECT 'order 12345' AS note;
