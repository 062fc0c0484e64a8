--! policy narrow
copy notes from '/etc/passwd'
