--! policy generous
--! catalog yes
create table profiles (id int primary key, owner text not null, title varchar(90) check (title <> ''), score numeric check (score between 0 and 100), at timestamptz default now());
alter table profiles enable row level security;
create policy own on profiles using (owner = current_user);
create index profiles_owner on profiles (owner) where score > 5;
create function stamped() returns trigger language plpgsql as $$ begin new.at = now(); return new; end $$;
create trigger stamped before update on profiles for each row execute function stamped();
grant select on profiles to clerk;
comment on table profiles is 'of people';
alter table profiles add column views int check (views >= 0)
--next
create domain positive as int check (value > 0)
--next
create table scratch.j (n positive, v varchar, check (n < 9 and v in ('a', 'b')))
