// Masks by content in whatever type, format and way a value takes, in rows and COPY data of any size: judged by the bytes that left.
import { Attacker, leaks } from '../../support/attacked.js';
import { startGate, type RunningGate } from '../../support/gate.js';
import { startPostgres, VERSIONS, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { connectRaw } from '../../support/talk.js';

const EMAIL = 'zelda.quokka@hidden.example';
const TOKEN = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';
const CARD = '4111111111111111';
const IBAN = 'DE89370400440532013000';
const SECRETS = [EMAIL, TOKEN, CARD, IBAN];
const ESCAPED = EMAIL.replace('@', '\\u0040');
const BASE64 = Buffer.from(`token ${TOKEN}`).toString('base64');

const COLUMNS: readonly (readonly [string, string, string])[] = [
  ['a', 'text', `'mail ${EMAIL} card ${CARD} iban ${IBAN}'`],
  ['b', 'varchar', `'token=${TOKEN}'`],
  ['c', 'json', `'{"e": "${ESCAPED}", "card": ${CARD}, "deep": [{"t": "${TOKEN}"}]}'`],
  ['d', 'jsonb', `'{"e": "${EMAIL}", "${IBAN}": {"card": ${CARD}}}'`],
  ['e', 'xml', `'<m to="${EMAIL}">${TOKEN}</m>'`],
  ['f', 'xml', `'<m>${EMAIL.replace('@', '&#64;')}</m>'`],
  ['g', 'bytea', `'${EMAIL} ${TOKEN}'::bytea`],
  ['h', 'text[]', `array['${EMAIL}', null, 'x "${TOKEN}"']`],
  ['i', 'json[]', `array['{"e": "${ESCAPED}"}'::json]`],
  ['j', 'jsonb[]', `array['"${CARD}"'::jsonb]`],
  ['k', 'bytea[]', `array['${TOKEN}'::bytea]`],
  ['l', 'note', `row('${EMAIL}', '{"e": "${ESCAPED}"}', '${TOKEN}'::bytea)`],
  ['m', 'note[]', `array[row('${EMAIL}', '"${ESCAPED}"', null)::note]`],
  ['n', 'address', `'${EMAIL}'`],
  ['o', 'texts', `textrange('${EMAIL}', 'zz')`],
  ['p', 'name', `'${TOKEN}'`],
  ['q', 'text', `'{"e": "${ESCAPED}"}'`],
  ['r', 'text', `'to%3D${EMAIL.replace('@', '%40')}&x'`],
  ['s', 'text', `'${BASE64}'`],
  ['t', 'tsvector', `$q$'${EMAIL}':1$q$`],
  ['u', 'json', `'{"inner": "{\\"e\\": \\"${EMAIL.replace('@', '\\\\u0040')}\\"}"}'`],
  ['v', 'route', `$$$."${EMAIL}"$$`],
];
const NAMES = COLUMNS.map(([name]) => name).join(', ');
const PADDING = 70_000;

const SETUP = `
  create type note as (body text, data json, raw bytea);
  create domain address as text;
  create domain route as jsonpath;
  create type texts as range (subtype = text, subtype_opclass = text_ops);
  create table letters (id int, ${COLUMNS.map(([name, type]) => `${name} ${type}`).join(', ')}, pad text);
  insert into letters values (1, ${COLUMNS.map(([name, , value]) => (name === 'o' ? `texts('${EMAIL}', 'zz')` : value)).join(', ')}, null);
  create table long (id int, body text);
  insert into long select i, repeat('x', ${PADDING} - i * 7) || ' ${EMAIL} ' || repeat('y', ${PADDING}) || ' ${TOKEN} ' from generate_series(1, 30) i;
  create function say(text) returns void language plpgsql as $$ begin raise notice '%', $1; raise exception '%', $1 using detail = $1, hint = $1; end $$;
`;

describe.each<PostgresVersion>(VERSIONS)('masks by content before PostgreSQL %d', (version) => {
  let server: Postgres;
  let gate: RunningGate;
  let client: Attacker;

  beforeAll(async () => {
    server = await startPostgres({ version });
    await server.query(SETUP);
    gate = await startGate({ server, mask: '"content:email": redact, "content:card": redact, "content:iban": redact' });
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

  const seen = () => [...leaks(gate, [...SECRETS, BASE64.slice(8, 40)]), ...[ESCAPED, EMAIL.replace('@', '&#64;'), EMAIL.replace('@', '%40')].filter((text) => gate.tap.received().includes(text))];

  it.each([...COLUMNS.map(([name, type]) => [`${type} (${name})`, `select ${name} from letters`]), ['whole rows', 'select z from letters z'], ['whole rows as JSON', 'select row_to_json(z), to_jsonb(z) from letters z'],
    ['aggregates', "select array_agg(a), json_agg(c), string_agg(b, ','), xmlagg(e), jsonb_agg(z) from letters z"], ['casts', 'select c::text, d::text, h::text, l::text, m::text, i::text from letters'],
    ['RETURNING', 'update letters set id = id returning *']])('hides %s, in both protocols and formats', async (_name, sql) => {
    const answers = [await client.simple(sql), await client.extended(sql), await client.extended(sql, { format: 1 })];
    expect(seen()).toEqual([]);
    expect(answers.map(({ sqlstate }) => sqlstate)).toEqual([null, null, null]);
  });

  it.each(['text', 'csv', 'binary'])('hides it in COPY in %s', async (format) => {
    for (const from of ['letters', `letters (${NAMES})`, '(select * from letters)', '(select c::text, row(c), array[c] from letters)']) {
      expect((await client.simple(`copy ${from} to stdout (format ${format})`)).sqlstate).toBeNull();
    }
    expect(seen()).toEqual([]);
  });

  it.each([[','], ['@'], ['|']])('tells the fields of COPY with the delimiter %s as the server wrote them', async (delimiter) => {
    const escaped = (text: string): string => text.replaceAll(delimiter, `\\${delimiter}`);
    await client.simple(`copy (select 1, E'a,b|@\\tc\\\\d\\ne', 'to ${EMAIL}, or not|', null, '') to stdout (delimiter '${delimiter}')`);
    expect(gate.tap.received().toString('latin1')).toContain(['1', escaped('a,b|@\\tc\\\\d\\ne'), escaped('to [masked:email], or not|'), '\\N', ''].join(delimiter) + '\n');
    expect(seen()).toEqual([]);
  });

  it('hides it wherever a frame or a segment of the network ends', async () => {
    await client.simple('select body from long');
    await client.extended('select body from long', { format: 1 });
    for (const format of ['text', 'csv', 'binary']) await client.simple(`copy long to stdout (format ${format})`);
    expect(seen()).toEqual([]);
    expect(gate.tap.received().length).toBeGreaterThan(30 * 2 * PADDING * 5 * 0.9);
  });

  it.each([
    ['NOTICE and ERROR', `select say(a) from letters`], ['JSON quoted in an error', `select say(c::text) from letters`], ['a value that is no number', 'select a::int from letters'], ['a broken text', `select '${EMAIL} x'::int`],
  ])('hides it in %s', async (_name, sql) => {
    await client.simple(sql);
    expect(seen()).toEqual([]);
  });

  it('hides it in notifications', async () => {
    await client.simple('listen news');
    await client.simple(`notify news, 'from ${EMAIL}'`);
    await client.simple('select 1');
    expect(seen()).toEqual([]);
    expect(gate.tap.received().includes('[masked:email]')).toBe(true);
  });

  it('leaves what holds nothing as it is', async () => {
    expect((await client.simple(`select 'caf\\u00e9 &#233;' as a, '{"k": "\\u00e9"}'::json as b, '\\x00ff'::bytea as c, '{1,2}'::text[] as d, 4111111111111112 as e`)).text)
      .toBe('T(a,b,c,d,e) D(caf\\u00e9 &#233;|{"k": "\\u00e9"}|\\x00ff|{1,2}|4111111111111112) C(SELECT 1) Z(I)');
  });
});
