// SPDX-License-Identifier: Apache-2.0
import type { CatalogFunction, CatalogOperands } from '../../../../../src/core/catalog.js';
import { isHarmlessNative } from '../../../../../src/parse/sql/calls/extensions.js';
import { makeCatalog } from '../../../../support/catalog.js';
import { factsOf } from '../../../../support/statements.js';

const TEXT = 25;
const RECORD = 2249;
const CITEXT = 20_001;
const same: CatalogOperands = { schema: 'public', left: CITEXT, right: CITEXT, gives: 16, native: 'citext citext_eq i' };

function catalogWith({ operands = [same], functions = [] }: { readonly operands?: readonly CatalogOperands[]; readonly functions?: readonly ({ readonly name: string } & Partial<Omit<CatalogFunction, 'name' | 'schema'>>)[] } = {}): ReturnType<typeof makeCatalog> {
  return makeCatalog({
    tables: { 'public.t': { id: 'integer', c: 'public.citext', s: 'text' } }, types: { [CITEXT]: { name: 'public.citext' } }, converts: { [CITEXT]: [TEXT] },
    operators: { '=': ['public'], '+': ['public'] }, operands: { '=': operands, '+': [{ ...same, native: 'hstore hstore_concat i', gives: CITEXT }] }, functions, schemas: ['extensions'],
  });
}

describe('isHarmlessNative', () => {
  it.each(['citext citext_eq i', 'hstore hstore_concat i', 'vector l2_distance i', 'pg_trgm similarity_op s', 'uuid-ossp uuid_generate_v4 v', 'unaccent unaccent_dict s', 'pgcrypto pg_random_bytes v'])('knows %s', (native) => {
    expect(isHarmlessNative(native, [TEXT])).toBe(true);
  });

  it.each([undefined, 'pg_trgm set_limit v', 'pg_trgm similarity v', 'tablefunc crosstab s', 'dblink dblink_record i', 'evil citext_eq i', 'isn accept_weak_input i', 'sub/citext citext_eq i', 'citext', ''])('does not know %s', (native) => {
    expect(isHarmlessNative(native, [TEXT])).toBe(false);
  });

  it('knows none that takes rows or any type', () => {
    for (const type of [RECORD, 2283, 2276, 5077]) expect(isHarmlessNative('hstore hstore_concat i', [TEXT, type])).toBe(false);
  });
});

describe('an operator of an extension', () => {
  it.each(["SELECT c = 'x' FROM t", 'SELECT c = c FROM t', 'SELECT c = $1 FROM t', 'SELECT id FROM t WHERE c IN (SELECT c FROM t)', 'SELECT CASE c WHEN s THEN 1 END FROM t'])('needs no rule: %s', async (sql) => {
    expect((await factsOf(sql, { catalog: catalogWith() })).unknown).toEqual([]);
  });

  it.each<[string, CatalogOperands]>([
    ['one of somebody’s own may be meant instead', { ...same, right: TEXT, native: '' }], ['one of another library may be meant', { ...same, right: TEXT, native: 'mine citext_eq i' }], ['one that is not called immutable may be meant', { ...same, right: TEXT, native: 'citext citext_eq v' }],
  ])('is unknown where %s', async (_why, other) => {
    expect((await factsOf("SELECT c = 'x' FROM t", { catalog: catalogWith({ operands: [same, other] }) })).unknown).toEqual([expect.stringContaining('may be the operator `public.=`')]);
  });

  it('carries what it is given, and is anybody’s guess where its type is not told', async () => {
    const { outputs, unknown } = await factsOf('SELECT c + c AS n FROM t', { catalog: catalogWith() });
    expect([outputs, unknown]).toEqual([[{ name: 'n', origins: [{ relation: 'public.t', column: 'c' }], direct: false }], []]);
    expect((await factsOf("SELECT (c + c) = 'x' FROM t", { catalog: catalogWith({ operands: [same, { ...same, left: 16_385, right: 16_385, native: '' }] }) })).unknown).toHaveLength(1);
  });

  it('may be another one since the catalog was read', async () => {
    const made = [{ relation: 'public.=', into: 'callable' as const }];
    for (const scope of [{ stale: true }, { stale: true, redefined: made }]) expect((await factsOf("SELECT id FROM public.t WHERE c = 'x'", { catalog: catalogWith(), ...scope })).unknown).not.toEqual([]);
    expect((await factsOf("SELECT id FROM public.t WHERE c = 'x'", { catalog: catalogWith(), stale: true, redefined: [] })).unknown).toEqual([]);
  });
});

describe('a function of an extension', () => {
  const plain = { name: 'public.unaccent', language: 'c', takes: [TEXT], gives: TEXT, native: 'unaccent unaccent_dict s' };
  const random = { name: 'extensions.uuid_generate_v4', language: 'c', takes: [], gives: 2950, native: 'uuid-ossp uuid_generate_v4 v' };
  const unknown = async (sql: string, functions: NonNullable<Parameters<typeof catalogWith>[0]>['functions'] = [], scope = {}) => (await factsOf(sql, { catalog: catalogWith({ functions }), ...scope })).unknown;

  it('needs no rule, and carries what it is given', async () => {
    expect(await unknown('SELECT extensions.uuid_generate_v4()', [random])).toEqual([]);
    const { outputs, functions } = await factsOf('SELECT unaccent(s) AS n FROM t', { catalog: catalogWith({ functions: [plain] }) });
    expect([outputs, functions]).toEqual([[{ name: 'n', origins: [{ relation: 'public.t', column: 's' }], direct: false }], [{ name: 'public.unaccent', class: 'harmless' }]]);
  });

  it('carries what it is given whatever it is called', async () => {
    const { outputs } = await factsOf('SELECT pg_typeof(c) AS n FROM t', { catalog: catalogWith({ functions: [{ ...plain, name: 'public.pg_typeof', takes: [CITEXT] }] }) });
    expect(outputs).toEqual([expect.objectContaining({ origins: [{ relation: 'public.t', column: 'c' }] })]);
  });

  it.each([
    ['SELECT unaccent($1)', [plain, { ...plain, takes: [CITEXT], native: undefined }]], ['SELECT unaccent(s) FROM t', [{ ...plain, takes: undefined }]], ['SELECT public.unaccent(s) FROM t', [{ ...plain, name: 'extensions.unaccent' }]],
    ['SELECT unaccent(t) FROM t', [{ ...plain, takes: [RECORD] }]], ['SELECT pg_sleep(1)', [{ ...plain, name: 'public.pg_sleep', takes: [23] }]], ['SELECT unaccent(a => s) FROM t', [plain, { ...plain, native: undefined }]],
  ] as [string, (typeof plain)[]][])('is unknown where another may be meant: %s', async (sql, functions) => {
    expect(await unknown(sql, functions)).not.toEqual([]);
  });

  it('may be another one since the catalog was read', async () => {
    const made = [{ relation: 'public.unaccent', into: 'callable' }];
    for (const sql of ["SELECT public.unaccent('x')", "SELECT unaccent('x')"]) for (const scope of [{ stale: true }, { stale: true, redefined: made }]) expect(await unknown(sql, [plain], scope)).not.toEqual([]);
    expect(await unknown("SELECT public.unaccent('x')", [plain], { stale: true, redefined: [] })).toEqual([]);
  });
});
