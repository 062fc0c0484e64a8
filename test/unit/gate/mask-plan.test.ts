// SPDX-License-Identifier: Apache-2.0
//
// A plan is kept for a description, and must be found anew as soon as anything that it rests on is another.
import type { StatementFacts } from '../../../src/core/model.js';
import { planOf, type PlanBasis, sinksOf } from '../../../src/gate/mask-plan.js';
import type { WireField } from '../../../src/gate/wire.js';
import { ProtectedColumns } from '../../../src/mask/columns.js';
import { ContentMask } from '../../../src/mask/content.js';
import { makeCatalog } from '../../support/catalog.js';

const EMAIL = 'public.customers.email';
const catalog = makeCatalog({ tables: { 'public.customers': ['id', 'email'] } });
const reading = (column: string): StatementFacts => ({
  statement: 'SELECT', name: 'sql.select', text: '', redacted: '', accesses: [], functions: [], hazards: [], forbidden: [], unknown: [], assumed: false,
  outputs: [{ name: 'x', origins: [{ relation: 'public.customers', column }], direct: true }],
  flows: [], literals: [], session: [], copy: null, lock: null, rewrite: null,
});
const fields = (typeOid = 25): readonly WireField[] => [{ name: 'x', tableOid: 0, columnNumber: 0, typeOid, format: 0 }];
const basis: PlanBasis = { facts: reading('id'), catalog, protectedColumns: new ProtectedColumns([{ column: EMAIL, style: 'redact' }]), content: new ContentMask([]), sessionKey: Buffer.alloc(32) };
const shown = (described: readonly WireField[], of: PlanBasis): string | null => {
  const [sink] = sinksOf(planOf(described, of), () => undefined).sinks;
  const value = Buffer.from('alice@example.com');
  const masked = sink?.(value, 0, value.length);
  return masked === null ? null : (masked ?? value).toString();
};

describe('planOf', () => {
  it('is the same plan for the same description and basis', () => {
    const described = fields();
    expect(planOf(described, basis)).toBe(planOf(described, { ...basis }));
  });

  it.each<[string, Partial<PlanBasis>, string]>([
    ['another statement', { facts: reading('email') }, '[redacted]'],
    ['other masks', { protectedColumns: new ProtectedColumns([{ column: 'public.customers.id', style: 'redact' }]) }, '[redacted]'],
    ['other detectors', { content: new ContentMask([{ column: 'content:email', style: 'redact' }]) }, '[masked:email]'],
  ])('finds the plan anew for %s', (_what, other, expected) => {
    const described = fields();
    expect(shown(described, basis)).toBe('alice@example.com');
    expect(shown(described, { ...basis, ...other })).toBe(expected);
    expect(shown(described, basis)).toBe('alice@example.com');
  });

  it('finds the plan anew for a catalog in which a column has become another', () => {
    const described = [{ ...fields()[0] as WireField, tableOid: catalog.relations.get('public.customers')?.oid ?? 0, columnNumber: 1 }];
    const renamed = makeCatalog({ tables: { 'public.customers': ['email', 'id'] } });
    expect(shown(described, basis)).toBe('alice@example.com');
    expect(shown(described, { ...basis, catalog: renamed })).toBe('[redacted]');
  });

  it.each<[string, StatementFacts['outputs']]>([
    ['nothing is known of the columns', 'unknown'],
    ['nothing is known of this one', [{ name: 'x', origins: null, direct: true }]],
    ['there are more columns than the statement has', []],
  ])('redacts when %s', (_what, outputs) => {
    expect(shown(fields(), { ...basis, facts: { ...reading('id'), outputs } })).toBe('[redacted]');
  });

  it("redacts what the server says comes from a table that the catalog does not have, whatever the statement's lineage", () => {
    expect(shown([{ ...fields()[0] as WireField, tableOid: 999_999, columnNumber: 1 }], basis)).toBe('[redacted]');
  });

  it('keeps no shape of what is computed from a protected column', () => {
    const partial = { ...basis, protectedColumns: new ProtectedColumns([{ column: EMAIL, style: 'partial' }]) };
    const computed = { ...reading('email'), outputs: [{ name: 'x', origins: [{ relation: 'public.customers', column: 'email' }], direct: false }] };
    expect(shown(fields(), { ...partial, facts: reading('email') })).toMatch(/^a/);
    expect(shown(fields(), { ...partial, facts: computed })).toBe('[redacted]');
  });

  it('counts for each operation apart', () => {
    const plan = planOf(fields(), { ...basis, facts: reading('email') });
    const counted: string[] = [];
    for (const operation of ['first', 'second']) sinksOf(plan, (what) => counted.push(`${operation} ${what}`)).sinks[0]?.(Buffer.from('x'), 0, 1);
    expect(counted).toEqual(['first column:redact', 'second column:redact']);
  });

  it('makes one list of nothing for all operations when nothing is masked', () => {
    const plan = planOf(fields(23), basis);
    expect(sinksOf(plan, () => undefined)).toBe(sinksOf(plan, () => undefined));
    expect(plan.plain).toEqual({ sinks: [null], masks: false });
  });
});
