merge into notes n using customers c on c.id = n.id when matched and n.id = 1 then update set (body, stamp) = (select 'x', n.body) when matched then update set (body, stamp) = (select n.body, 'w')
