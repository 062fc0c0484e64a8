--! outcome masked
copy pg_catalog.pg_largeobject (data) to stdout
