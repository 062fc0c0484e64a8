--! outcome masked
select mode() within group (order by ssn), percentile_disc(0.5) within group (order by ssn) from customers
