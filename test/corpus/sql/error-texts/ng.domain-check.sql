--! policy generous
--! outcome failed
alter domain ssn_t add check (value::int > 0)
