--! outcome masked
copy customers to stdout (format binary)
