--! policy narrow
copy notes from program 'id'
