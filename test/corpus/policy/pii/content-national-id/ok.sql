SELECT 'order 078-00-1124' AS note;
SELECT 'version 529.982.247-26' AS note;
