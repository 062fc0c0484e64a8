--! catalog yes
select xmlserialize(content xmlconcat('<a/>', 'up'::public.whim) as text)
