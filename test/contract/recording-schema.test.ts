// SPDX-License-Identifier: Apache-2.0
//
// One truth for recordings: what the gate writes, what the verifier reads (src/record/shapes.ts), the types of src/core/events.ts and the
// published JSON Schema agree, and the documentation names every kind of line.
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { STATEMENT_PAYLOAD_TYPE, type Envelope, type Seal } from '../../src/record/envelope.js';
import { parseLine, SHAPES, type Shape } from '../../src/record/shapes.js';
import { cleanUp, runGuarded } from '../support/guarded.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { AROUND, AROUND_KINDS, EVENTS, KINDS, parsed, recorded, type LooseLine } from '../support/recordings.js';

interface Schema {
  readonly $defs: Readonly<Record<string, { readonly properties: Readonly<Record<string, unknown>>; readonly required: readonly string[] }>>;
  readonly anyOf: readonly { readonly $ref: string }[];
}

const schema = JSON.parse(readFileSync('docs/schema/recording-v1.json', 'utf8')) as Schema;
const ajv = new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true, allErrors: true });
const isLine = ajv.compile(schema);
const part = (name: string): ValidateFunction => ajv.compile({ $ref: `urn:ostiary:recording-v1#/$defs/${name}` });

let server: Postgres;
let real: LooseLine[];

// Real lines of every kind that a client can cause: results, errors, COPY, reviews, denials, a message that is refused.
beforeAll(async () => {
  server = await startPostgres({ version: 15 });
  await server.query("CREATE TABLE customers (id int PRIMARY KEY, email text); INSERT INTO customers VALUES (1, 'ann@shop.example'), (2, NULL)");
  const rules = `  - { id: use, match: { principal: me, effect: [read, write] }, decide: allow }
  - { id: schema, match: { effect: schema }, decide: review, because: locks }
  - { id: trial, match: { effect: read }, observe: true, until: 2999-01-01, decide: deny }`;
  const statements = ['SELECT * FROM customers', 'SELECT 1/0', 'COPY customers TO STDOUT', 'UPDATE customers SET id = 1 WHERE id = 1', 'ALTER TABLE customers ADD COLUMN x int', 'DROP TABLE customers', 'SELEC', "DO 'x'", 'BEGIN; SET LOCAL search_path = public; SELECT 1; COMMIT'];
  const { recording } = await runGuarded({ server, rules, mask: 'public.customers.email: partial', command: ['psql', '-X', '-At', ...statements.flatMap((statement) => ['-c', statement])] });
  real = parsed(readFileSync(recording, 'utf8').split('\n').slice(0, -1));
});
afterAll(async () => {
  await server?.stop();
  cleanUp();
});

describe('recording-v1.json', () => {
  it('takes every line of a real run, and knows every field in it', () => {
    expect(new Set(real.map(({ type }) => type))).toEqual(new Set(KINDS.filter((kind) => kind !== 'refused' && !AROUND_KINDS.includes(kind))));
    for (const line of real) {
      expect([line, isLine(line), isLine.errors]).toEqual([line, true, isLine.errors]);
      expect(Object.keys(line).filter((field) => !(field in (schema.$defs[String(line['type'])]?.properties ?? {})))).toEqual([]);
    }
  });

  it('takes every kind of line that the writer can write', async () => {
    for (const line of parsed(await recorded([...EVENTS, ...AROUND]))) expect([line, isLine(line)]).toEqual([line, true]);
  });

  it('has one shape for each kind of line, of the fields that the types and the verifier have', () => {
    expect(schema.anyOf.map(({ $ref }) => $ref)).toEqual(Object.keys(SHAPES).map((kind) => `#/$defs/${kind}`));
    for (const [kind, shape] of Object.entries(SHAPES)) {
      expect([kind, Object.keys(schema.$defs[kind]?.properties ?? {})]).toEqual([kind, Object.keys(shape)]);
      expect([kind, schema.$defs[kind]?.required]).toEqual([kind, Object.entries<Shape>(shape).flatMap(([field, one]) => (typeof one === 'object' && 'optional' in one ? [] : [field]))]);
    }
  });

  // The same small damage, judged by both.
  it('refuses what the verifier refuses, and nothing else', async () => {
    const wrong = [null, true, -1, 1.5, 2 ** 53, 'word', '2026-01-05', 'a'.repeat(64), [], [1], [null], {}, { a: 1 }, { a: 'b' }];
    const differ: unknown[] = [];
    for (const line of parsed(await recorded([...EVENTS, ...AROUND]))) {
      const damaged = damages(line, wrong);
      for (const one of damaged) {
        const read = parseLine(Buffer.from(JSON.stringify(one))).kind === 'line';
        if (read !== isLine(one)) differ.push([read, one]);
      }
    }
    expect(differ).toEqual([]);
  });

  it('fixes the closing line, the envelope and the seal', () => {
    const end = real.at(-1) as LooseLine;
    expect([isLine(end), isLine({ ...end, more: 1 })]).toEqual([true, false]);
    const seal: Seal = { format: 'ostiary-seal-v1', session: 'ost_x', count: 3, head: 'a'.repeat(64) };
    const envelope: Envelope = { payloadType: STATEMENT_PAYLOAD_TYPE, payload: 'e30=', signatures: [{ keyid: 'b'.repeat(64), sig: 'c2ln' }] };
    for (const [name, value] of [['seal', seal], ['envelope', envelope]] as const) {
      expect([part(name)(value), part(name)({ ...value, more: 1 })]).toEqual([true, false]);
      for (const field of Object.keys(value)) expect([field, part(name)(Object.fromEntries(Object.entries(value).filter(([key]) => key !== field)))]).toEqual([field, false]);
    }
    expect([part('envelope')({ ...envelope, payloadType: 'application/json' }), part('envelope')({ ...envelope, signatures: [] })]).toEqual([false, false]);
  });

  it('is explained: every kind of line has its row in docs/recording.md', () => {
    const page = readFileSync('docs/recording.md', 'utf8');
    for (const kind of KINDS) expect(page).toMatch(new RegExp(`^\\| .*\`${kind}\`.* \\|`, 'm'));
  });
});

/** The line with each of its fields, at any depth, taken out or replaced. */
function damages(value: LooseLine, wrong: readonly unknown[]): LooseLine[] {
  return Object.entries(value).flatMap(([field, inner]) => {
    const { [field]: _gone, ...rest } = value;
    const deep = typeof inner === 'object' && inner !== null ? deeper(inner, wrong).map((one) => ({ ...value, [field]: one })) : [];
    return [rest, ...wrong.map((one) => ({ ...value, [field]: one })), ...deep];
  });
}

function deeper(inner: object, wrong: readonly unknown[]): unknown[] {
  if (!Array.isArray(inner)) return damages(inner as LooseLine, wrong);
  return inner.flatMap((item: unknown, index) => [...wrong, ...(typeof item === 'object' && item !== null ? deeper(item, wrong) : [])].map((one) => inner.with(index, one)));
}
