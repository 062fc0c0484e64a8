-- A long script of many kinds of statements, for test/integration/clients/byte-identity.test.ts: run with and without the gate, and compared.
\set VERBOSITY default
\pset null '<null>'
set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'; set extra_float_digits = 1;
select '32767'::int2 as value, pg_typeof('32767'::int2) as type;
select '-2147483648'::int4 as value, pg_typeof('-2147483648'::int4) as type;
select '9223372036854775807'::int8 as value, pg_typeof('9223372036854775807'::int8) as type;
select '12345678901234567890.000001'::numeric as value, pg_typeof('12345678901234567890.000001'::numeric) as type;
select '1234.567'::numeric(6,2) as value, pg_typeof('1234.567'::numeric(6,2)) as type;
select '1e-7'::float4 as value, pg_typeof('1e-7'::float4) as type;
select '0.1'::float8 as value, pg_typeof('0.1'::float8) as type;
select 'NaN'::float8 as value, pg_typeof('NaN'::float8) as type;
select '-Infinity'::float8 as value, pg_typeof('-Infinity'::float8) as type;
select '1234.5'::money as value, pg_typeof('1234.5'::money) as type;
select 't'::bool as value, pg_typeof('t'::bool) as type;
select 'ünïcödé 🦊'::text as value, pg_typeof('ünïcödé 🦊'::text) as type;
select 'abcdef'::varchar(3) as value, pg_typeof('abcdef'::varchar(3)) as type;
select 'ab'::char(5) as value, pg_typeof('ab'::char(5)) as type;
select 'a_name'::name as value, pg_typeof('a_name'::name) as type;
select '\\x00ff61'::bytea as value, pg_typeof('\\x00ff61'::bytea) as type;
select '2024-02-29'::date as value, pg_typeof('2024-02-29'::date) as type;
select 'infinity'::date as value, pg_typeof('infinity'::date) as type;
select '23:59:59.999999'::time as value, pg_typeof('23:59:59.999999'::time) as type;
select '12:00+05:30'::timetz as value, pg_typeof('12:00+05:30'::timetz) as type;
select '2024-01-01 00:00:00.5'::timestamp as value, pg_typeof('2024-01-01 00:00:00.5'::timestamp) as type;
select '2024-01-01 00:00+02'::timestamptz as value, pg_typeof('2024-01-01 00:00+02'::timestamptz) as type;
select '1 year 2 mons -3 days 04:05:06.7'::interval as value, pg_typeof('1 year 2 mons -3 days 04:05:06.7'::interval) as type;
select 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid as value, pg_typeof('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid) as type;
select '{"a" : [1, null]}'::json as value, pg_typeof('{"a" : [1, null]}'::json) as type;
select '{"b":1,"a":[true,null,"x"]}'::jsonb as value, pg_typeof('{"b":1,"a":[true,null,"x"]}'::jsonb) as type;
select '<a>1</a>'::xml as value, pg_typeof('<a>1</a>'::xml) as type;
select '192.168.0.1/24'::inet as value, pg_typeof('192.168.0.1/24'::inet) as type;
select '10.0.0.0/8'::cidr as value, pg_typeof('10.0.0.0/8'::cidr) as type;
select '08:00:2b:01:02:03'::macaddr as value, pg_typeof('08:00:2b:01:02:03'::macaddr) as type;
select '(1,2)'::point as value, pg_typeof('(1,2)'::point) as type;
select '{1,2,3}'::line as value, pg_typeof('{1,2,3}'::line) as type;
select '(1,1),(0,0)'::box as value, pg_typeof('(1,1),(0,0)'::box) as type;
select '((0,0),(1,1))'::path as value, pg_typeof('((0,0),(1,1))'::path) as type;
select '((0,0),(1,1),(1,0))'::polygon as value, pg_typeof('((0,0),(1,1),(1,0))'::polygon) as type;
select '<(0,0),5>'::circle as value, pg_typeof('<(0,0),5>'::circle) as type;
select '[(0,0),(1,1)]'::lseg as value, pg_typeof('[(0,0),(1,1)]'::lseg) as type;
select '1010'::bit(4) as value, pg_typeof('1010'::bit(4)) as type;
select '101'::varbit as value, pg_typeof('101'::varbit) as type;
select 'a fat cat'::tsvector as value, pg_typeof('a fat cat'::tsvector) as type;
select 'fat & !rat'::tsquery as value, pg_typeof('fat & !rat'::tsquery) as type;
select '[1,10)'::int4range as value, pg_typeof('[1,10)'::int4range) as type;
select '{[1,3),[5,8)}'::int4multirange as value, pg_typeof('{[1,3),[5,8)}'::int4multirange) as type;
select '[2024-01-01,)'::tstzrange as value, pg_typeof('[2024-01-01,)'::tstzrange) as type;
select '{{1,2},{3,null}}'::int[] as value, pg_typeof('{{1,2},{3,null}}'::int[]) as type;
select '{"a,b","c\\"d",NULL}'::text[] as value, pg_typeof('{"a,b","c\\"d",NULL}'::text[]) as type;
select '42'::oid as value, pg_typeof('42'::oid) as type;
select '16/B374D848'::pg_lsn as value, pg_typeof('16/B374D848'::pg_lsn) as type;
select 'pg_class'::regclass as value, pg_typeof('pg_class'::regclass) as type;
select 'int4'::regtype as value, pg_typeof('int4'::regtype) as type;
select '$.a[*]'::jsonpath as value, pg_typeof('$.a[*]'::jsonpath) as type;
select 'no such value'::int4;
select 'no such value'::numeric;
select 'no such value'::date;
select 'no such value'::timestamptz;
select 'no such value'::uuid;
select 'no such value'::json;
select 'no such value'::jsonb;
select 'no such value'::inet;
select 'no such value'::point;
select 'no such value'::int[];
select 'no such value'::bool;
select 'no such value'::interval;
select 'no such value'::bytea;
select 'no such value'::xml;
select 'no such value'::int4range;
select 'no such value'::bit(3);
select 1/0 as it;
select 2147483647+1 as it;
select sqrt(-1) as it;
select 'a'||1 as it;
select nullif(1,1) as it;
select coalesce(null,2) as it;
select 1::int2/0::int2 as it;
select 10%3 as it;
select -7/2 as it;
select round(2.5) as it;
select 2^10 as it;
select 'abc' like 'a%' as it;
select 'abc' ~ '^a' as it;
select 'x' between 'a' and 'z' as it;
select array[1,2]||3 as it;
select array_length(array[[1,2]],1) as it;
select row(1,'a',null) as it;
select row(1,2)=row(1,3) as it;
select case when true then 1 else 1/0 end as it;
select greatest(1,null,3) as it;
select substring('hello' from 2 for 3) as it;
select position('l' in 'hello') as it;
select overlay('abcdef' placing 'XX' from 2) as it;
select trim(both 'x' from 'xaxx') as it;
select extract(year from date '2024-05-06') as it;
select date '2024-01-31' + interval '1 month' as it;
select age(timestamp '2024-03-01', timestamp '2023-01-15') as it;
select to_char(1234.5,'9G999D99') as it;
select to_date('05 Dec 2000','DD Mon YYYY') as it;
select to_timestamp(0) as it;
select md5('a') as it;
select encode(sha256('a'),'hex') as it;
select repeat('ab',3) as it;
select lpad('x',3,'-') as it;
select string_to_array('a,b,c',',') as it;
select regexp_replace('foobar','o','0','g') as it;
select format('%s %I %L','a','B','c') as it;
select jsonb '{"a":{"b":2}}' -> 'a' ->> 'b' as it;
select jsonb '[1,2]' @> '[1]' as it;
select jsonb_path_query_array('[1,2,3]','$[*] ? (@ > 1)') as it;
select to_tsvector('english','the fat cats') @@ to_tsquery('cat') as it;
select int4range(1,5) * int4range(3,8) as it;
select inet '10.0.0.1' << inet '10.0.0.0/8' as it;
select 'a' collate "C" < 'B' as it;
select exists(select 1) as it;
select 1 in (select generate_series(1,3)) as it;
select array(select generate_series(1,3)) as it;
select (select null) as it;
select E'tab\t' || U&'\0041' as it;
select $$dollar$$ || $x$quo$x$ as it;
select B'101' | B'010' as it;
select current_schema as it;
select nope as it;
select no_such_function(1) as it;
select '1' + 'x' as it;
select 1 + '1' as it;
create schema shop; set search_path = shop, public;
create type status as enum ('new', 'paid', 'sent');
create domain email as text check (value like '%@%');
create table customers (id int generated by default as identity primary key, name text not null, mail email unique, joined date default '2020-01-01', tags text[] default '{}');
create table orders (id serial primary key, customer int not null references customers on delete restrict, total numeric(10,2) check (total >= 0), status status default 'new', at timestamptz default '2024-01-01', note jsonb);
create index on orders (customer); create unique index once on orders (customer, at); create index big on orders (total) where total > 100;
create table orders (id int); create table if not exists orders (id int);
create view open_orders as select o.id, c.name, o.total from orders o join customers c on c.id = o.customer where status <> 'sent' with check option;
create or replace view rich as select name, sum(total) as total from orders o join customers c on c.id = o.customer group by name having sum(total) > 50;
create materialized view per_day as select at::date as day, count(*) from orders group by 1 with data;
create sequence tickets start 100 increment 10 maxvalue 120;
select nextval('tickets'), currval('tickets'); select nextval('tickets'); select nextval('tickets'); select nextval('tickets'); select setval('tickets', 100, false);
create function add_vat(numeric) returns numeric language sql immutable as 'select round($1 * 1.2, 2)';
create function loud(text) returns text language plpgsql as $$ begin raise notice 'loud: %', $1; raise warning 'very'; raise info 'info'; return upper($1); end $$;
create function fails() returns int language plpgsql as $$ begin raise exception 'it %', 'failed' using errcode = 'P0042', detail = 'the detail', hint = 'the hint', table = 'orders'; end $$;
create procedure note_all(t text) language plpgsql as $$ begin update orders set note = jsonb_build_object('t', t); end $$;
create function guard() returns trigger language plpgsql as $$ begin if new.total > 1000 then raise exception 'too much'; end if; raise notice '% % %', tg_op, tg_when, new.total; return new; end $$;
create trigger guard before insert or update on orders for each row execute function guard();
insert into customers (name, mail) values ('Ann', 'ann@example.com'), ('Bob', 'bob@example.com'), ('Cé "quote"', null) returning *;
insert into customers (name, mail) values ('Dup', 'ann@example.com'); insert into customers (name, mail) values ('Bad', 'nomail'); insert into customers (name) values (null);
insert into customers values (1, 'again'); insert into customers (id, name) values (1, 'x') on conflict (id) do update set name = excluded.name || '!' returning name; insert into customers (id, name) values (1, 'y') on conflict do nothing;
insert into orders (customer, total) values (1, 10), (2, 200.456) returning id, total, status; insert into orders (customer, total) values (99, 1); insert into orders (customer, total) values (1, -1); insert into orders (customer, total, at) values (1, 2000, '2024-02-02');
insert into orders (customer, total, at) select 1, n, timestamptz '2024-03-01' + n * interval '1 day' from generate_series(1, 12) n;
select * from open_orders order by id; select * from rich order by 1; table per_day; refresh materialized view per_day; select * from per_day order by 1 limit 3;
update orders set total = total + 1 where id = 1 returning *; update orders set total = total * 2 from customers c where c.id = customer and c.name = 'Bob' returning c.name, total; update orders set nope = 1; update customers set (name, tags) = ('Bert', array['x', 'y,z']) where id = 2 returning id, tags;
delete from customers where id = 1; delete from orders where id = 2 returning id; delete from orders using customers c where c.id = customer and c.name = 'nobody';
merge into customers c using (values (1, 'one'), (77, 'new')) v (id, name) on c.id = v.id when matched then update set name = v.name when not matched then insert (id, name) values (v.id, v.name); select id, name from customers order by id;
with recursive t(n) as (values (1) union all select n + 1 from t where n < 5) select sum(n), array_agg(n) from t; with moved as (delete from orders where id > 10 returning *) select count(*), sum(total) from moved; with x as materialized (select 1 a) select * from x, lateral (select a + 1 as b) l;
select c.name, count(o.id), sum(o.total) filter (where o.total > 5), string_agg(o.id::text, ',' order by o.id desc) from customers c left join orders o on o.customer = c.id group by c.name order by 1;
select id, total, rank() over w, lag(total) over w, sum(total) over (order by id rows between 1 preceding and current row) from orders window w as (partition by customer order by total desc, id) order by id;
select status, customer, count(*) from orders group by grouping sets ((status), (customer), ()) order by 1, 2; select customer, count(*) from orders group by rollup (customer) order by 1; select distinct on (customer) customer, id from orders order by customer, id desc;
select 1 union select 2 union all select 2 order by 1; select 1 intersect select 1; select 1 except select 1; values (1, 'a'), (2, 'b'); select * from (values (1), (2)) v (x) full join (values (2), (3)) w (y) on x = y order by 1, 2; select * from generate_series(1, 3) with ordinality; select * from unnest(array[1, 2], array['a', 'b', 'c']); select * from json_to_recordset('[{"a":1,"b":"x"}]') as x(a int, b text);
select id from orders order by id for update; select id from orders order by id limit 2 offset 1; select id from orders fetch first 2 rows with ties; select from orders limit 2; select *, orders from orders order by id limit 1; select orders.*, customers from orders, customers where false; select count(*) from orders tablesample system (100);
explain (costs off) select * from orders where id = 1; explain (costs off, verbose) select count(*) from orders group by customer; explain (analyze, costs off, timing off, summary off, buffers off) update orders set total = total where id = 1; explain nonsense;
select add_vat(100), add_vat(null); select loud('hey'); select fails(); call note_all('n'); select distinct note from orders; do $$ begin raise notice 'from do'; perform fails(); exception when others then raise notice 'caught %', sqlstate; end $$; do $$ begin perform 1/0; end $$; select loud(name) from customers order by id;
begin; insert into customers (name) values ('temp'); savepoint a; insert into customers (name) values (null); select 1; rollback to a; insert into customers (id, name) values (500, 'kept'); release a; commit; select count(*) from customers;
begin; select 1/0; select 2; commit; begin; delete from orders; rollback; select count(*) from orders; commit; rollback; begin; begin; end; savepoint nowhere; begin read only; update orders set total = 1; rollback; begin; set transaction isolation level serializable; show transaction_isolation; commit and chain; show transaction_isolation; rollback; abort;
begin; declare c scroll cursor for select id, total from orders order by id; fetch 2 from c; fetch backward 1 from c; move 2 in c; fetch relative -1 from c; fetch absolute 1 from c; fetch all from c; update orders set total = 42 where current of c; close c; fetch c; rollback; declare d cursor for select 1; begin; declare h cursor with hold for select generate_series(1, 3); commit; fetch 2 from h; select name, is_holdable from pg_cursors; close h; close all;
prepare p (int, text) as select $1 + 1 as n, $2 || '!' as t; execute p (1, 'a'); execute p (null, null); execute p ('x', 'y'); execute p (1); prepare p as select 1; select name, statement, parameter_types from pg_prepared_statements; deallocate p; execute p (1, 'a'); prepare q as insert into customers (name) values ($1) returning name; execute q ('prepared'); deallocate all; prepare broken as select nope;
alter table customers add column vip boolean not null default false, add constraint short check (length(name) < 50); alter table customers alter column name type varchar(40); alter table customers rename column joined to since; alter table customers drop column nope; alter table customers drop column tags; alter table orders rename to purchases; select count(*) from orders; alter table purchases rename to orders; alter table orders alter total set default 0; alter table orders add foreign key (id) references customers (nope);
alter type status add value 'lost' after 'sent'; select enum_range(null::status); alter sequence tickets restart; alter index big rename to bigger; alter view rich rename column total to sum; alter table customers alter name drop not null; alter domain email drop constraint email_check; alter function add_vat(numeric) rename to vat; select vat(1), add_vat(1);
comment on table orders is 'the orders'; select obj_description('orders'::regclass); \d orders
\d customers
\d open_orders
\df shop.*
\dt
\dv
\dT+ status
\sf vat
create table parts (k int, v text) partition by list (k); create table parts_1 partition of parts for values in (1); create table parts_2 partition of parts default; insert into parts values (1, 'a'), (2, 'b'); select tableoid::regclass, * from parts order by k; create table parts_3 partition of parts for values in (2); alter table parts detach partition parts_1; select count(*) from parts; drop table parts_1, parts;
create table parent (a int); create table child (b int) inherits (parent); insert into child values (1, 2); select * from parent; select * from only parent; drop table parent; drop table parent cascade;
create temp table scratch (x int) on commit drop; create temp table kept (x int); insert into kept values (1), (2), (3); select sum(x) from kept; begin; create temp table inside (x int); insert into inside values (9); table inside; rollback; table inside; truncate kept; select count(*) from kept; discard temp; table kept;
create rule r as on delete to customers do instead nothing; delete from customers; drop rule r on customers; create policy pol on orders using (customer = 1); alter table orders enable row level security; select count(*) from orders; drop policy pol on orders; create statistics st on customer, total from orders; analyze orders; vacuum orders; vacuum; reindex table orders; cluster orders using orders_pkey; checkpoint; lock table orders; begin; lock table orders in share mode; commit; create extension if not exists plpgsql; create extension nothing_like_it;
grant select on orders to public; revoke all on orders from public; create role ostiary_nobody; grant ostiary_nobody to ostiary_missing; set role ostiary_nobody; select current_user; select * from shop.orders; reset role; drop role ostiary_nobody;
listen news; notify other, 'nobody hears'; unlisten news; show server_encoding; show all_of_it; set nope = 1; set work_mem = '3MB'; show work_mem; reset work_mem; set local work_mem = '1MB'; set search_path = shop; show search_path; reset search_path; select * from orders; set search_path = shop, public; select set_config('statement_timeout', '50', false); select pg_sleep(60); reset statement_timeout; select current_setting('nope', true); set session characteristics as transaction isolation level read committed;
selekt 1; select 'open; 
'; select (1; select 1); create tabel x; select * form orders; ; ;; /* only a comment */ ; select /* nested /* comment */ here */ 1 -- and a line
; select "unfinished" from; insert into; \bogus
select 1 as a \; select 2 as b \; select 1/0 \; select 3;
insert into customers (name) values ('implicit') \; select 1/0; select count(*) from customers where name = 'implicit'; begin \; insert into customers (name) values ('explicit') \; commit \; select count(*) from customers where name = 'explicit';
copy customers (id, name, mail) to stdout; copy (select id, total from orders order by id limit 3) to stdout with (format csv, header, quote '''', force_quote *); copy nowhere to stdout; copy (select 1/0) to stdout; copy orders to stdout (format nonsense);
create table copied (a int primary key, b text, c jsonb); copy copied from stdin;
1	one	{"x": 1}
2	\N	\N
3	tab\there	"s"
\.
copy copied (a, b) from stdin with (format csv, header);
a,b
4,"quoted ""x"", comma"
5,
\.
copy copied from stdin;
6	six
\.
copy copied from stdin;
x	y	z
\.
copy copied from stdin;
1	dup	null
\.
copy copied (a) from stdin with (format csv);
\.
select * from copied order by a; copy copied to stdout (format csv, null 'NULL', delimiter '|'); begin; copy copied (a) from stdin;
10
\.
rollback; select count(*) from copied; truncate copied; select count(*) from copied; drop table copied;
\copy (select 1, 'x') to stdout
select 7 as seven \gset
select :seven + 1, :'seven' as text; select 1 as a, 2.5 as b \gdesc
select format('select %s as n', n) from generate_series(1, 3) n \gexec
\x on
select * from customers order by id limit 2; \x off
\set FETCH_COUNT 4
select generate_series(1, 10) n; select 10 / (3 - n) from generate_series(1, 5) n;
\unset FETCH_COUNT
\set ON_ERROR_ROLLBACK on
begin; select nope; select 'goes on'; commit;
\unset ON_ERROR_ROLLBACK
\set VERBOSITY verbose
select 1/0; select * from nowhere; select fails(); insert into customers (id, name) values (1, 'x'); select 'x'::int;
\set VERBOSITY default
\set SHOW_CONTEXT always
select loud('context'); select '{'::jsonb;
create table wide as select n as id, repeat('x', n % 50) as filler, md5(n::text) as hash from generate_series(1, 500) n; select count(*), sum(length(filler)) from wide; select * from wide order by id; create table copy_of as table wide with no data; select * into other from wide where id < 3; table other;
drop table wide, copy_of, other; drop view rich; drop table customers; drop function nope(int); drop schema nowhere; drop table if exists nowhere; drop schema shop; drop schema shop cascade; select * from shop.orders;
