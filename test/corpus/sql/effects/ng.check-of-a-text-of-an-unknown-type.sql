--! catalog yes
--! servers 18
select message from pg_input_error_info('x', 'che' || 'cked')
