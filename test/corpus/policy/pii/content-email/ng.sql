SELECT 'write to jane.doe@example.com' AS note;
