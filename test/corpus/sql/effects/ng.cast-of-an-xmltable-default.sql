--! catalog yes
select a from xmltable('/r' passing '<r/>'::xml columns a money path 'a' default 'up'::public.whim)
