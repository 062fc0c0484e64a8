--! outcome masked
select x.ssn from (select json_agg(c) j from customers c) q, json_to_recordset(q.j) as x(id int, ssn text)
