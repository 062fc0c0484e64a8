// Every style of mask over every kind of type, by every way in which a value can come out, in text and in binary: judged by the bytes
// that left the gate and by what was recorded. A statement is also expected to be answered: refusing everything would hide it, too.
import { Attacker, leaks } from '../../support/attacked.js';
import { startGate, type RunningGate } from '../../support/gate.js';
import { startPostgres, VERSIONS, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { bind, connectRaw, describe_, execute, parse, sync } from '../../support/talk.js';

/** Column, type, value, and what must not be seen of it. */
const COLUMNS: readonly (readonly [string, string, string, string])[] = [
  ['s_text', 'text', "'quokka-text-4417'", 'quokka-text-4417'],
  ['s_varchar', 'varchar(40)', "'quokka-vchr-5521'", 'quokka-vchr-5521'],
  ['s_char', 'char(20)', "'quokka-char-6631'", 'quokka-char-6631'],
  ['s_name', 'name', "'quokka_name_7741'", 'quokka_name_7741'],
  ['s_json', 'json', `'{"k": "quokka-json-8851"}'`, 'quokka-json-8851'],
  ['s_jsonb', 'jsonb', `'{"k": ["quokka-jsnb-9961"]}'`, 'quokka-jsnb-9961'],
  ['s_xml', 'xml', "'<a>quokka-xmlx-1071</a>'", 'quokka-xmlx-1071'],
  ['s_bytea', 'bytea', "'quokka-byte-2181'::bytea", 'quokka-byte-2181'],
  ['s_texts', 'text[]', "'{quokka-tarr-3291}'", 'quokka-tarr-3291'],
  ['s_jsons', 'json[]', `array['"quokka-jarr-4301"'::json]`, 'quokka-jarr-4301'],
  ['s_int', 'int', '904417231', '904417231'],
  ['s_bigint', 'bigint', '7342198651', '7342198651'],
  ['s_numeric', 'numeric(20,2)', '5512340987.25', '5512340987'],
  ['s_float', 'float8', '6612340987.5', '6612340987'],
  ['s_date', 'date', "'1961-07-23'", '1961-07-23'],
  ['s_time', 'timestamptz', "'1962-08-24 01:02:03+00'", '1962-08-24'],
  ['s_interval', 'interval', "'4417 days 05:06:07'", '4417 days'],
  ['s_uuid', 'uuid', "'a1b2c3d4-e5f6-4789-9abc-def012345678'", 'a1b2c3d4-e5f6-4789-9abc-def012345678'],
  ['s_inet', 'inet', "'203.0.113.77'", '203.0.113.77'],
  ['s_enum', 'kinds', "'quokka-enum-5411'", 'quokka-enum-5411'],
  ['s_pair', 'pair', "row('quokka-comp-6521', 3)", 'quokka-comp-6521'],
  ['s_range', 'int4range', "'[904400001,904400007)'", '904400001'],
  ['s_domain', 'words', "'quokka-domn-7631'", 'quokka-domn-7631'],
  ['s_nested', 'more_words', "'quokka-ddom-8741'", 'quokka-ddom-8741'],
  ['s_vector', 'tsvector', "'quokkatsv9851'", 'quokkatsv9851'],
];
const NAMES = COLUMNS.map(([name]) => name);
const SECRETS = [...COLUMNS.map(([, , , secret]) => secret), 'quokka-made-1234'];
/** In binary on the wire: int4, float8, timestamptz, uuid, inet, and numeric's base-10,000 digits. */
const BINARY = [int(904417231), float(6612340987.5), time('1962-08-24T01:02:03Z'), Buffer.from('a1b2c3d4e5f647899abcdef012345678', 'hex'), Buffer.from([203, 0, 113, 77]), Buffer.from([0, 55, 4, 210, 3, 219]), int(904400001)];

// What differs between servers is how values come out; what a style makes of them is the gate's alone. So 15 is met by one style.
const STYLES = ['redact', 'partial', 'hash', 'null'] as const;

const SETUP = `
  create type kinds as enum ('quokka-enum-5411', 'other');
  create type pair as (word text, n int);
  create domain words as text;
  create domain more_words as words;
  ${STYLES.map((style) => `
    create table t_${style} (id int primary key, ${COLUMNS.map(([name, type]) => `${name} ${type}`).join(', ')},
      s_made text generated always as ('quokka-' || ('made-' || (1233 + id)::text)) stored, plain text default 'plain') partition by range (id);
    create table t_${style}_low partition of t_${style} for values from (0) to (100);
    create view v_${style} as select id, ${NAMES.join(', ')}, s_made, s_text || '!' as shouted, plain from t_${style};
    create view w_${style} (a, b) as select shouted, upper(s_varchar) from v_${style};
    create materialized view x_${style} as select id, s_text as renamed from t_${style} with no data;
    create table p_${style} (id int, s_text text); create table c_${style} (extra int) inherits (p_${style});
    insert into t_${style} (id, ${NAMES.join(', ')}) values (1, ${COLUMNS.map(([, , value]) => value).join(', ')});
    insert into c_${style} values (1, 'quokka-text-4417', 2);
    refresh materialized view x_${style};`).join('\n')}
  create function complain(text) returns text language plpgsql as $$ begin raise notice 'said %', $1; raise exception 'about %', $1 using detail = $1, hint = $1; end $$;
  alter table t_redact add constraint short check (length(s_text) < 30);
  create unique index on t_redact_low (s_text);
`;

const EVERY = NAMES.join(', ');
const TEXTS = NAMES.map((name) => `${name}::text`).join(', ');
const PATHS: readonly (readonly [string, string])[] = [
  ['each column', `select ${EVERY} from T`],
  ['all of them', 'select * from T'],
  ['a generated column', 'select s_made from T'],
  ['aliases', `select ${NAMES.map((name, index) => `z.${name} as c${index}`).join(', ')} from T as z`],
  ['renamed columns', 'select b from T as z (a, b)'],
  ['a subquery', `select * from (select ${EVERY} from T) z`],
  ['a CTE', `with z as (select * from T) select ${EVERY} from z`],
  ['a recursive CTE', 'with recursive z as (select id, s_text from T union all select id + 1, s_text from z where id < 3) select s_text from z'],
  ['a scalar subquery', 'select (select s_text from T limit 1), (select s_bigint from T limit 1)'],
  ['a lateral join', 'select z.* from (values (1)) o, lateral (select s_text, s_int from T) z'],
  ['a join', 'select a.s_text, b.s_text from T a join T b using (id)'],
  ['UNION', 'select s_text from T union all select plain from T'],
  ['VALUES beside it', "select 'x' union select s_varchar from T"],
  ['ORDER BY and DISTINCT', 'select distinct on (s_text) s_text, s_int from T order by s_text'],
  ['GROUP BY', 'select s_text, s_int, count(*) from T group by s_text, s_int'],
  ['a window', 'select first_value(s_text) over (order by id), lag(s_int, 0) over (order by id) from T'],
  ['a view', 'select * from V'],
  ['a view upon a view', 'select a, b from W'],
  ['a materialized view', 'select renamed from X'],
  ['a partition', 'select * from T_low'],
  ['ONLY', 'select * from only T_low'],
  ['a parent', 'select s_text from P'],
  ['a child', 'select * from C'],
  ['casts', `select ${TEXTS} from T`],
  ['casts to bytes', 'select s_text::bytea, convert_to(s_text, $$UTF8$$) from T'],
  ['expressions', "select s_text || '', upper(s_varchar), reverse(s_text), s_int + 0, -s_bigint, s_numeric * 1, s_date + 1, coalesce(s_text, ''), nullif(s_text, ''), case when true then s_text end, greatest(s_text, ''), substr(s_text, 2), concat(s_text), format('%s', s_text) from T"],
  ['encodings', "select encode(s_bytea, 'hex'), encode(s_text::bytea, 'base64'), to_hex(s_int), quote_literal(s_text), ascii(s_text) from T"],
  ['parts', "select s_json ->> 'k', s_json -> 'k', s_jsonb #>> '{k,0}', s_texts[1], (s_pair).word, lower(s_range), s_jsonb['k'], xpath('/a/text()', s_xml), unnest(s_texts), to_char(s_date, 'YYYY-MM-DD'), extract(epoch from s_time), host(s_inet) from T"],
  ['arrays and rows', 'select array[s_text], row(s_text, s_int), row(row(s_text)), array[row(s_text)] from T'],
  ['the whole row', 'select z from T z'],
  ['row(*)', 'select row(z.*) from T z'],
  ['the row as text', 'select z::text from T z'],
  ['row_to_json', 'select row_to_json(z) from T z'],
  ['to_json and to_jsonb', 'select to_json(z), to_jsonb(z), to_jsonb(s_text), json_build_object($$k$$, s_text), jsonb_build_array(s_int) from T z'],
  ['fields of JSON', "select key, value from T z, jsonb_each_text(to_jsonb(z)) where key <> 'id'"],
  ['aggregates', "select array_agg(s_text), string_agg(s_text, ','), min(s_text), max(s_bigint), sum(s_int), avg(s_numeric), json_agg(z), jsonb_agg(z), json_object_agg(id, s_text), xmlagg(xmlelement(name a, s_text)) from T z"],
  ['an ordered-set aggregate', 'select percentile_disc(0.5) within group (order by s_bigint), mode() within group (order by s_text) from T'],
  ['XML', 'select xmlelement(name a, s_text), xmlforest(s_text, s_int), xmlserialize(content s_xml as text) from T'],
  ['RETURNING', 'update T set plain = plain returning *'],
  ['RETURNING of an expression', 'update T set plain = plain returning s_text || id::text, s_int'],
];

describe.each<PostgresVersion>(VERSIONS)('masks by column before PostgreSQL %d', (version) => {
  let server: Postgres;
  let gate: RunningGate;
  let client: Attacker;

  beforeAll(async () => {
    server = await startPostgres({ version });
    await server.query(SETUP);
    const mask = STYLES.flatMap((style) => ['t', 'p'].map((kind) => `"public.${kind}_${style}.s_*": ${style === 'null' ? '"null"' : style}`)).join(', ');
    gate = await startGate({ server, mask });
    client = new Attacker(await connectRaw(gate), gate);
  });
  afterEach(async () => {
    await client.simple('rollback');
    gate.tap.forget();
    gate.recorder.events.length = 0;
  });
  afterAll(async () => {
    client.client.socket.destroy();
    await gate.close();
    await server.stop();
  });

  const at = (sql: string, style: string) => sql.replaceAll(/\b([TVWXPC])\b/g, (letter) => `${letter.toLowerCase()}_${style}`).replaceAll('T_low', `t_${style}_low`);
  const seen = () => [...leaks(gate, SECRETS), ...BINARY.filter((bytes) => gate.tap.received().includes(bytes)).map((bytes) => `binary ${bytes.toString('hex')}`)];

  describe.each(version === 18 ? STYLES : STYLES.slice(0, 1))('%s', (style) => {
    it.each(PATHS)('hides %s, in both protocols and formats', async (_name, sql) => {
      const statement = at(sql, style);
      const answers = [await client.simple(statement), await client.extended(statement), await client.extended(statement, { format: 1 }), await client.extended(statement, { described: false, format: 1 })];
      expect(seen()).toEqual([]);
      expect(answers.map(({ sqlstate, detail }) => sqlstate === null ? null : `${sqlstate} ${detail}`)).toEqual([null, null, null, null]);
    });

    it.each([
      ['text', 'copy T_low to stdout'], ['a list of columns', `copy T_low (${EVERY}) to stdout`], ['CSV', 'copy T_low to stdout (format csv, header, force_quote *)'], ['binary', 'copy T_low to stdout (format binary)'],
      ['a query', `copy (select ${EVERY} from T) to stdout`], ['a query in CSV', `copy (select ${EVERY} from T) to stdout (format csv)`], ['a query in binary', `copy (select ${EVERY} from T) to stdout (format binary)`],
      ['whole rows', 'copy (select z from T z) to stdout'], ['expressions in binary', 'copy (select s_text || id::text, s_int + 1 - 1 from T) to stdout (format binary)'], ['RETURNING', 'copy (update T set plain = plain returning s_text) to stdout'],
    ])('hides what COPY sends: %s', async (_name, sql) => {
      const { sqlstate } = await client.simple(at(sql, style));
      expect(seen()).toEqual([]);
      expect(sqlstate).toBeNull();
    });

    it('hides what cursors and portals in pieces return, and a prepared statement run again', async () => {
      await client.script(['begin', at(`declare c cursor for select ${EVERY} from T`, style), 'fetch all c', 'close c', at('declare d binary cursor for select * from T', style), 'fetch d']);
      expect((await client.send([parse('s', at('select s_text, s_int, generate_series(1, 3) from T', style)), describe_('S', 's'), bind('p', 's', [], [1]), execute('p', 1), sync])).text).toContain(' s Z(T)');
      await client.send([execute('p', 1), sync]);
      await client.simple('commit');
      expect((await client.send([bind('', 's', [], [0]), execute(''), sync])).sqlstate).toBeNull();
      await client.script([at('prepare q as select s_varchar from T', style), 'execute q', 'deallocate q']);
      await client.send([Buffer.from([0x43, 0, 0, 0, 7, 0x53, 0x73, 0]), sync]);
      expect(seen()).toEqual([]);
    });

    it('leaves what is not protected as it is', async () => {
      expect((await client.simple(at('select id, plain from T', style))).text).toBe('T(id,plain) D(1|plain) C(SELECT 1) Z(I)');
    });

    it('keeps the types of what it masks readable', async () => {
      const { text } = await client.simple(at('select s_text, s_json, s_int, s_date from T', style));
      const forms = { redact: 'D([redacted]|"[redacted]"|∅|∅)', partial: 'D(q***|"{***"|∅|∅)', hash: /D\(masked:hash:[0-9a-f]{24}\|"masked:hash:[0-9a-f]{24}"\|∅\|∅\)/, null: 'D(∅|∅|∅|∅)' };
      expect(text).toEqual(typeof forms[style] === 'string' ? expect.stringContaining(forms[style]) : expect.stringMatching(forms[style]));
    });
  });

  describe('texts of the server', () => {
    it.each([
      ['a unique violation', 'insert into t_redact_low (id, s_text) select 2, s_text from t_redact'],
      ['a check constraint', "update t_redact set s_text = repeat(s_text, 2)"],
      ['a NOT NULL', 'update t_redact set id = null'],
      ['a cast that fails', 'select s_text::int from t_redact'],
      ['a cast to a date', 'select s_varchar::date from t_redact'],
      ['a cast to JSON', 'select s_text::json from t_redact'],
      ['an overflow', 'select s_bigint::int from t_redact'],
      ['a regular expression', "select 'x' ~ ('(' || s_text) from t_redact"],
      ['RAISE', 'select complain(s_text) from t_redact'],
      ['a partition that is missing', 'update t_redact set id = 1000'],
      ['EXPLAIN', "explain (analyze, verbose) select s_text from t_redact where s_text = (select s_text from t_hash)"],
    ])('hide values in %s', async (_name, sql) => {
      await client.simple(sql);
      await client.extended(sql);
      expect(seen()).toEqual([]);
    });

    it('are kept where they quote names only', async () => {
      expect((await client.simple('update t_redact set id = 1000')).seen.find(({ letter }) => letter === 'E')?.message).toBe('no partition of relation "t_redact" found for row');
    });
  });

  it('hides statistics', async () => {
    await server.query('analyze t_redact_low');
    await client.simple('select * from pg_stats');
    await client.simple("select most_common_vals::text, histogram_bounds::text from pg_stats where tablename like 't_%'");
    await client.simple('select * from pg_statistic');
    expect(seen()).toEqual([]);
  });

  describe('a catalog that changes in an open transaction', () => {
    it.each([
      ['a table that did not exist', ['create table t_redact_new (s_text text)', "insert into t_redact_new select s_text from t_redact", 'select * from t_redact_new']],
      ['a column that moves', ['alter table t_redact drop column plain cascade', 'select * from t_redact']],
      ['a column that is new', ["alter table t_redact add column s_more text default 'x'", 'select * from t_redact']],
      ['a column that is renamed to a name without a mask', ['alter table t_redact rename column s_text to open', 'select open from t_redact']],
      ['a table that is renamed', ['alter table t_redact rename to unmasked', 'select s_text from unmasked']],
      ['a view that is new', ['create view fresh as select s_text as open from t_redact', 'select open from fresh']],
      ['a view that is replaced', ['create or replace view w_redact (a, b) as select s_varchar, s_text from t_redact', 'select * from w_redact']],
      ['a type that is changed', ['alter table t_redact alter column s_text type bytea using s_text::bytea', 'select s_text from t_redact']],
      ['a partition that is detached', ['alter table t_redact detach partition t_redact_low', 'select * from t_redact_low']],
    ])('%s', async (_name, statements) => {
      await client.script(['begin', ...statements]);
      expect(seen()).toEqual([]);
    });
  });
});

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function float(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

function time(iso: string): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(Date.parse(iso) - Date.UTC(2000, 0, 1)) * 1000n);
  return bytes;
}
