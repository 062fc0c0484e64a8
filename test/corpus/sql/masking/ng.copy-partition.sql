--! outcome masked
copy events_2026 to stdout
