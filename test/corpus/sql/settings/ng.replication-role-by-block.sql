do $$ begin perform set_config('session_replication_role', 'replica', false); end $$
