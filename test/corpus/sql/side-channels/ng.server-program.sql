--! policy generous
copy customers to program 'cat >/tmp/ostiary-attack'
