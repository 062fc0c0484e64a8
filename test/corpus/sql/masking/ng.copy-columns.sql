--! outcome masked
copy customers (name, ssn) to stdout
