// SPDX-License-Identifier: Apache-2.0
//
// A shop full of secrets to be attacked through a gate, and the two questions that every attack is asked: is the database as it was, and
// did any secret reach the client or the recording? Refuses to trust a driver's view: what counts is the bytes.
import pg from 'pg';
import { BodyReader } from '../../src/proxy/postgres/protocol/body.js';
import { BACKEND } from '../../src/proxy/postgres/protocol/messages.js';
import { startGate, type GateOptions, type RunningGate } from './gate.js';
import { startPostgres, type Postgres, type PostgresVersion } from './postgres.js';
import type { RawClient, Seen } from './raw-client.js';
import { leaksIn } from './secrets.js';
import { bind, connectRaw, describe_, execute, parse, q, sync, told } from './talk.js';

/** What must never come out. No two are alike, and none appears in any statement of a test. */
export const SECRETS = [
  '517-93-8264', '602-47-1935', 'zelda.quixote@hidden.example', 'bartholomew.x@hidden.example', '5392817406153846', '7342198651', '1961-07-23', '1957-12-05',
  'XK4419907Q', 'tag-aardvark-61', 'payload-marmalade-77', 'staff-gherkin-42', 'composite-bassoon-19', 'lobject-trombone-55', 'derived-xylophone-88', 'generated-ocarina-31@hidden.example',
  'missing-clavichord-47',
] as const;

/** The masks of the shop, as YAML inside braces. */
export const MASK = [
  'public.customers.ssn: redact', 'public.customers.email: partial', 'public.customers.card: partial', 'public.customers.salary: "null"',
  'public.customers.born: redact', 'public.customers.info: redact', 'public.customers.tags: redact', 'public.customers.contact: redact',
  'public.customers.derived: hash', 'public.events.payload: redact', 'public.staff.badge: redact', 'public.contacts.email: redact',
  'public.vault.code: redact',
].join(', ');

/** Reads everything; writes and scratch work where it may. The loosest policy under which masks still have to hold. */
export const LOOSE = `
  - { id: reads, match: { effect: read }, decide: allow }
  - { id: writes, match: { effect: [write, destroy], object: [public.orders, public.notes, public.customers, public.regions, public.events, public.orders_id_seq, "scratch.**", "pg_temp.**"] }, decide: allow }
  - { id: workshop, match: { effect: [schema, destroy], object: ["scratch.**", "pg_temp.**", scratch] }, decide: allow }
`;

/** What an ordinary agent gets: reads, and writes to two tables. */
export const NARROW = `
  - { id: reads, match: { effect: read }, decide: allow }
  - { id: writes, match: { effect: write, object: [public.orders, public.notes] }, decide: allow }
`;

/** As an ordinary agent, but a protected column may not decide on rows either. */
export const UNPROBED = `${NARROW}  - { id: no-probing, match: { effect: "*", object: public.customers }, when: "access.filtered.exists(column, column in ['ssn', 'email', 'card', 'salary', '*'])", decide: deny }
`;

/** As an ordinary agent, and the function of a row policy is known. */
export const POLICED = `${NARROW}  - { id: policies, match: { effect: unknown, object: public.seen }, decide: allow }
`;

/** The same, and the functions that compare values are known. */
export const WEIGHED = `
  - { id: everything, match: { effect: [read, write, schema, destroy, grant, execute, control] }, decide: allow }
  - { id: comparisons, match: { effect: unknown, object: [public.weigh, public.lighter, public.as_heavy, public.heavier, public.scatter] }, decide: allow }
`;

/** Everything that is understood at all. */
export const GENEROUS = `
  - { id: everything, match: { effect: [read, write, schema, destroy, grant, execute, control] }, decide: allow }
`;

export const SHOP = `
  create type contact as (channel text, handle text);
  create domain ssn_t as text check (value ~ '^[0-9-]+$');
  create type mood as enum ('sunny', 'cloudy');
  create table regions (id int primary key, label text);
  create table customers (
    id int primary key, name text not null, email text, ssn ssn_t unique, card varchar(20), salary bigint, born date, info jsonb, tags text[], contact contact,
    derived text generated always as (reverse('-devired') || ('xylophone-' || (86 + id)::text)) stored, note text, mood mood, region int not null default 1 references regions on delete set null
  );
  create table orders (id serial primary key, customer_id int references customers, item text, total numeric(10,2), placed timestamptz default now());
  create table notes (id int primary key, body text, stamp text);
  create table events (at date not null, kind text, payload text) partition by range (at);
  create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
  create table events_rest partition of events default;
  create table people (id int, name text);
  create table staff (badge text) inherits (people);
  create table contacts (id int primary key, email text, email_norm text generated always as (lower(email)) stored, plain text);
  insert into contacts (id, email) values (1, 'Generated-Ocarina-31@Hidden.Example');
  create table vault (id int);
  insert into vault values (1);
  alter table vault add column code text default 'missing-clavichord-47';
  alter table vault alter column code drop default;
  create schema scratch;
  create schema evil;
  create view customer_view as select id, name as who, ssn as number, lower(email) as mail from customers;
  create view view_upon_view as select who, number || '' as n, mail from customer_view;
  create materialized view customer_mat as select id, ssn as number, salary * 1 as pay from customers;
  create view counting as select count(*) from customers;
  insert into regions values (1, 'north'), (2, 'south');
  insert into customers (id, name, email, ssn, card, salary, born, info, tags, contact, note, mood, region) values
    (1, 'Ann', 'zelda.quixote@hidden.example', '517-93-8264', '5392817406153846', 7342198651, '1961-07-23', '{"passport": "XK4419907Q"}', '{tag-aardvark-61}', row('phone', 'composite-bassoon-19'), 'likes tea', 'sunny', 1),
    (2, 'Bob', 'bartholomew.x@hidden.example', '602-47-1935', null, 11, '1957-12-05', '{}', '{}', null, 'likes coffee', 'cloudy', 2);
  insert into orders (customer_id, item, total) values (1, 'teapot', 12.50), (2, 'mug', 3), (2, 'spoon', 1);
  insert into notes values (1, 'plain note', null), (2, 'another', null);
  insert into events values ('2026-03-01', 'login', 'payload-marmalade-77'), ('2020-01-01', 'login', 'old');
  insert into staff values (7, 'Cid', 'staff-gherkin-42');
  select lo_from_bytea(4242, 'lobject-trombone-55'::bytea);
  refresh materialized view customer_mat;
  create function sneaky() returns int language sql volatile as 'delete from orders returning 1';
  create function tell_ssn(int) returns text language sql stable security definer as 'select ssn::text from customers where id = $1';
  create function frozen_ssn(int) returns text language sql immutable as 'select ssn::text from customers where id = $1';
  create function shout() returns trigger language plpgsql as $$ declare v text; begin select ssn into v from customers limit 1; raise notice 'saw %', v; perform pg_notify('shouts', v); return new; end $$;
  create table shouty (id int);
  create trigger shouting before insert on shouty for each row execute function shout();
  create table deferred (id int);
  create constraint trigger shouting_late after insert on deferred deferrable initially deferred for each row execute function shout();
  create function pg_catalog.abbrev(int) returns text language sql stable as 'select ssn::text from public.customers where id = $1';
  create function beside(int, int) returns text language sql stable as 'select ssn::text from public.customers where id = $1';
  create operator pg_catalog.<<< (leftarg = int, rightarg = int, function = beside);
  create view information_schema.mine as select ssn::text as n from customers;
  create function seen() returns boolean language plpgsql stable as $$ declare v text; begin select ssn into v from public.customers limit 1; raise notice 'saw %', v; return true; end $$;
  create table under_policy (id int);
  alter table under_policy enable row level security;
  create policy seen on under_policy using (seen());
  insert into under_policy values (1);
  create role clerk;
  grant usage on schema public to clerk;
  grant select on under_policy, customers to clerk;
  create view seen_by_policy as select id from under_policy;
  alter view seen_by_policy owner to clerk;
  create view over_function as select sneaky() as n;
  create table ruled (id int);
  create rule ruling as on insert to ruled do also delete from orders;
  create function evil.lower(text) returns text language sql as 'delete from public.orders returning item';
  create function evil.eq(text, text) returns boolean language sql as 'delete from public.orders returning true';
  create operator evil.= (leftarg = text, rightarg = text, function = evil.eq);
  create function evil.le(int, numeric) returns boolean language sql as 'delete from public.orders returning true';
  create operator evil.<= (leftarg = int, rightarg = numeric, function = evil.le);
  create operator evil.> (leftarg = int, rightarg = numeric, function = evil.le);
  create table evil.customers (id int, name text, ssn text, note text);
  insert into evil.customers values (1, 'decoy', 'decoy', 'decoy');
  create type feeling as enum ('good', 'bad');
  create domain checked as text;
  create domain twice_checked as checked;
  create type boxed as (n int, c checked);
  create type weighed as (n int);
  create table unnamed (id int primary key, f feeling, c checked, cs checked[], b boxed, w weighed);
  insert into unnamed values (1, 'good', 'one', '{one}', row(1, 'one'), row(1)), (2, 'bad', 'two', '{two}', row(2, 'two'), row(2));
  create function deed() returns void language plpgsql as $$ begin delete from public.orders; end $$;
  create function feel(feeling) returns text language plpgsql as $$ begin perform public.deed(); return 'felt'; end $$;
  create function felt(text) returns feeling language plpgsql as $$ begin perform public.deed(); return 'good'; end $$;
  create function feel_json(feeling) returns json language plpgsql as $$ begin perform public.deed(); return '1'; end $$;
  create cast (feeling as varchar) with function feel(feeling) as implicit;
  create cast (text as feeling) with function felt(text) as assignment;
  create cast (feeling as json) with function feel_json(feeling);
  create function is_fine(text) returns boolean language plpgsql as $$ begin perform public.deed(); return true; end $$;
  alter domain checked add constraint fine check (is_fine(value)) not valid;
  create function weigh(weighed, weighed) returns int language sql as 'select $1.n - $2.n';
  create function lighter(weighed, weighed) returns boolean language sql as 'select public.weigh($1, $2) < 0';
  create function as_heavy(weighed, weighed) returns boolean language sql as 'select public.weigh($1, $2) = 0';
  create function heavier(weighed, weighed) returns boolean language sql as 'select public.weigh($1, $2) > 0';
  create operator scratch.< (leftarg = weighed, rightarg = weighed, function = lighter);
  create operator scratch.= (leftarg = weighed, rightarg = weighed, function = as_heavy);
  create operator scratch.> (leftarg = weighed, rightarg = weighed, function = heavier);
  create operator scratch.<= (leftarg = weighed, rightarg = weighed, function = lighter);
  create operator scratch.>= (leftarg = weighed, rightarg = weighed, function = heavier);
  create operator class weights default for type weighed using btree as operator 1 scratch.<, operator 2 scratch.<=, operator 3 scratch.=, operator 4 scratch.>=, operator 5 scratch.>, function 1 weigh(weighed, weighed);
  create function scatter(int, bigint) returns bigint language plpgsql immutable as $$ begin raise notice 'scattered'; return 0; end $$;
  create operator class scattered for type int using hash as operator 1 =, function 2 scatter(int, bigint);
  create table parted (id int) partition by hash (id scattered);
  create table parted_0 partition of parted for values with (modulus 1, remainder 0);
  create view over_cast as select id, f::varchar as said from unnamed;
  create function harmless(checked) returns int language sql immutable as 'select 1';
  create type whim as enum ('up', 'down');
  create function whim_xml(whim) returns xml language plpgsql as $$ begin perform public.deed(); return '<up/>'; end $$;
  create cast (whim as xml) with function whim_xml(whim) as assignment;
  create function whim_real(whim) returns real language plpgsql as $$ begin perform public.deed(); return 50; end $$;
  create cast (whim as real) with function whim_real(whim) as assignment;
  create function whim_bigint(whim) returns bigint language plpgsql as $$ begin perform public.deed(); return 1; end $$;
  create cast (whim as bigint) with function whim_bigint(whim) as assignment;
  create function whim_money(whim) returns money language plpgsql as $$ begin perform public.deed(); return 1; end $$;
  create cast (whim as money) with function whim_money(whim);
  create function whim_path(whim) returns jsonpath language plpgsql as $$ begin perform public.deed(); return '$'; end $$;
  create cast (whim as jsonpath) with function whim_path(whim);
  create function weigh_int(int, int) returns int language plpgsql as $$ begin perform public.deed(); return $1 - $2; end $$;
  create operator class by_weight for type int using btree as operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >, function 1 weigh_int(int, int);
  create table shelves (id int primary key, w weighed, ws weighed[]);
  create index shelves_w on shelves (w);
  create table crates (ws weighed[] primary key);
  insert into shelves values (1, row(1), '{"(1)"}'), (2, row(2), '{"(2)"}');
  insert into crates values ('{"(1)"}'), ('{"(2)"}');
  create table ranked (w weighed not null) partition by range (w);
  create table ranked_low partition of ranked for values from (row(0)) to (row(9));
  create function deed_of_row() returns trigger language plpgsql as $$ begin perform public.deed(); return new; end $$;
  create trigger late before insert on events_2026 for each row execute function deed_of_row();
  alter table events_2026 disable trigger late;
  create or replace function weigh(weighed, weighed) returns int language plpgsql as $$ begin perform public.deed(); return $1.n - $2.n; end $$;
  create function undone(int) returns boolean language plpgsql as $$ begin perform public.deed(); return true; end $$;
  create table asleep (id int);
  create policy undone on asleep using (undone(id));
  insert into asleep values (1);
  grant select on asleep to clerk;
  create view seen_asleep as select id from asleep;
  alter view seen_asleep owner to clerk;
  analyze customers;
`;

/** What a database is, in one text: every row of every table, sequences, definitions, rights, large objects, settings of roles. */
const FINGERPRINT = `
  select json_object_agg(k, v order by k, v)::text as whole from (
    select 'rows ' || c.oid::regclass as k,
      (xpath('/row/h/text()', query_to_xml(format('select md5(coalesce(string_agg(t::text, chr(10) order by t::text), '''')) as h from %s t', c.oid::regclass), false, true, '')))[1]::text as v
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where relkind in ('r', 'm') and nspname !~ '^(pg_|information_schema)'
    union all select 'sequence ' || schemaname || '.' || sequencename, last_value::text from pg_sequences
    union all select 'relation ' || c.oid::regclass, c.relkind::text || md5(coalesce(pg_get_viewdef(c.oid), '') || coalesce((select string_agg(a::text, '') from (select attname, atttypid, attnotnull from pg_attribute where attrelid = c.oid and attnum > 0 order by attnum) a), '')) || coalesce(c.relacl::text, '') || c.relowner
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname !~ '^(pg_|information_schema)'
    union all select 'function ' || p.oid::regprocedure, md5(prosrc) || coalesce(p.proacl::text, '') from pg_proc p where p.oid >= 16384
    union all select 'type ' || n.nspname || '.' || t.typname, t.oid::text from pg_type t join pg_namespace n on n.oid = t.typnamespace where nspname !~ '^(pg_|information_schema)'
    union all select 'operator ' || o.oid, o.oprname from pg_operator o where o.oid >= 16384
    union all select 'trigger ' || tgname, tgenabled::text from pg_trigger
    union all select 'rule ' || rulename || ev_class, ev_enabled::text from pg_rewrite where oid >= 16384
    union all select 'cast ' || oid, castfunc::text from pg_cast where oid >= 16384
    union all select 'schema ' || nspname, coalesce(nspacl::text, '') from pg_namespace where nspname !~ '^pg_(toast_)?temp'
    union all select 'database ' || datname, datallowconn::text from pg_database where datname !~ '^shop'
    union all select 'role ' || rolname, rolsuper::text || coalesce((select string_agg(setconfig::text, '') from pg_db_role_setting where setrole = r.oid), '') from pg_authid r
    union all select 'large object ' || loid, string_agg(data::text, '' order by pageno) from pg_largeobject group by loid
    union all select 'prepared ' || gid, '' from pg_prepared_xacts
    union all select 'slot ' || slot_name, '' from pg_replication_slots
    union all select 'extension ' || extname, '' from pg_extension
  ) all_of_it`;

const TEMPLATE = 'shop';

/** One server with the shop in it, and gates in front. */
export class Shop {
  readonly server: Postgres;
  readonly #gates: RunningGate[] = [];
  readonly #clients: RawClient[] = [];
  #count = 0;

  private constructor(server: Postgres) {
    this.server = server;
  }

  static async open(version: PostgresVersion, conf: Readonly<Record<string, string>> = {}): Promise<Shop> {
    const server = await startPostgres({ version, conf: { autovacuum: 'off', ...conf } });
    await server.query(`create database ${TEMPLATE}`);
    // A template can't be copied while anybody is connected to it, so not through `server.query`.
    const client = new pg.Client({ host: server.host, port: server.port, user: server.superuser, password: server.password, database: TEMPLATE });
    await client.connect();
    await client.query(SHOP).finally(() => client.end());
    return new Shop(server);
  }

  /** A fresh copy of the shop, in a database of its own. */
  async copy(): Promise<string> {
    const name = `shop_${(this.#count += 1)}`;
    await this.server.query(`create database ${name} template ${TEMPLATE}`);
    return name;
  }

  async gate(options: Omit<GateOptions, 'server'> = {}): Promise<RunningGate> {
    const gate = await startGate({ server: this.server, database: TEMPLATE, rules: LOOSE, mask: MASK, ...options });
    this.#gates.push(gate);
    return gate;
  }

  async attacker(gate: RunningGate): Promise<Attacker> {
    const client = await connectRaw(gate);
    this.#clients.push(client);
    return new Attacker(client, gate);
  }

  async fingerprint(database = TEMPLATE): Promise<string> {
    const [row] = await this.server.query(FINGERPRINT, database);
    return String(row?.['whole']);
  }

  /** Ends all clients and gates; the server goes on. */
  async rest(): Promise<void> {
    for (const client of this.#clients.splice(0)) client.socket.destroy();
    await Promise.all(this.#gates.splice(0).map((gate) => gate.close()));
  }

  async close(): Promise<void> {
    await this.rest();
    await this.server.stop();
  }
}

/** What a client saw, and whether any of it was secret. */
export interface Sight {
  /** In the words of talk.ts: `T(id) D(1) C(SELECT 1) Z(I)`. */
  readonly text: string;
  readonly seen: readonly Seen[];
  /** SQLSTATE of the last error; null when there was none. */
  readonly sqlstate: string | null;
  /** DETAIL of the last error. */
  readonly detail: string;
  readonly hint: string;
}

/** One connection through a gate. */
export class Attacker {
  constructor(readonly client: RawClient, readonly gate: RunningGate) {}

  /** One Query message. */
  simple(sql: string): Promise<Sight> {
    return this.send([q(sql)]);
  }

  /** Several Query messages, one after the other; what the last one gave. */
  async script(statements: readonly string[]): Promise<Sight> {
    let sight: Sight | null = null;
    for (const sql of statements) sight = await this.simple(sql);
    if (sight === null) throw new Error('no statements');
    return sight;
  }

  /** Parse, Bind, Describe, Execute, Sync. `format`: of the results. */
  extended(sql: string, { values = [], format = 0, described = true }: { values?: readonly (string | Buffer | null)[]; format?: 0 | 1; described?: boolean } = {}): Promise<Sight> {
    return this.send([parse('', sql), bind('', '', values, [format]), ...(described ? [describe_('P', '')] : []), execute(''), sync]);
  }

  /** Raw messages, up to so many ReadyForQuery. */
  async send(messages: readonly Buffer[], readies = 1): Promise<Sight> {
    this.client.send(...messages);
    const seen: Seen[] = [];
    for (let count = 0; count < readies; count += 1) seen.push(...(await this.client.until('Z')));
    const error = seen.findLast(({ letter }) => letter === 'E');
    const fields = error === undefined ? new Map<string, string>() : fieldsOf(error);
    return { text: told(seen), seen, sqlstate: error?.sqlstate ?? null, detail: fields.get('D') ?? '', hint: fields.get('H') ?? '' };
  }

  close(): void {
    this.client.socket.destroy();
  }

  /** True when the connection still answers. */
  async alive(): Promise<boolean> {
    await this.simple('rollback');
    return (await this.simple('select 41 + 1 as n')).text === 'T(n) D(42) C(SELECT 1) Z(I)';
  }
}

/** What leaked so far through a gate: to clients, by any byte, and into its recording. */
export function leaks(gate: RunningGate, secrets: readonly string[] = SECRETS): string[] {
  return [...leaksIn(gate.tap.received(), secrets), ...leaksIn(JSON.stringify(gate.recorder.events), secrets).map((leak) => `recorded: ${leak}`), ...leaksIn(gate.logged.join('\n'), secrets).map((leak) => `logged: ${leak}`)];
}

function fieldsOf({ frame }: Seen): Map<string, string> {
  const fields = new Map<string, string>();
  if (frame.type !== BACKEND.errorResponse && frame.type !== BACKEND.noticeResponse) return fields;
  const body = new BodyReader(frame);
  for (let code = body.byte(); code !== 0; code = body.byte()) fields.set(String.fromCharCode(code), body.cstring());
  return fields;
}
