--! outcome masked
select contacts, * from contacts
