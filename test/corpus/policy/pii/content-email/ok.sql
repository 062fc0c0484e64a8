SELECT 'write to us' AS note;
