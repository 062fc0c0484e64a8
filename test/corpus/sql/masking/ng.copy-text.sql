--! outcome masked
copy customers to stdout
