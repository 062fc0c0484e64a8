SELECT 'call +49 30 901820 today' AS note;
