--! outcome masked
select xmlforest(ssn), xmlelement(name x, xmlattributes(ssn as a)) from customers
