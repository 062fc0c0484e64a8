--! policy generous
alter table events detach partition events_2026
