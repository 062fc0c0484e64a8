--! outcome refused
select tell_ssn(1)
