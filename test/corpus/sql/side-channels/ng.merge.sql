merge into notes n using customers c on n.id = c.id when matched then update set body = c.ssn
