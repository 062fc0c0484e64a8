--! changes yes
--! gives C(MERGE 2) Z(I)
merge into notes n using customers c on c.id = n.id when matched and n.id = 1 then update set (body, stamp) = (select 'x', n.body) when matched then update set (body, stamp) = row('y', n.body)
