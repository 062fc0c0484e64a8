// SPDX-License-Identifier: Apache-2.0
//
// What a repository's policy can do to an operator's: nothing but tighten it.
import fc from 'fast-check';
import type { Access, DecisionKind, Operation } from '../../../src/core/model.js';
import { loadPolicy } from '../../../src/policy/load.js';
import { approversIn, isOfRepository, tightened } from '../../../src/policy/tighten.js';

const NOW = Date.parse('2026-11-26');
const ORDERS = 'orders-db: { type: postgres, environment: production, url: "postgres://app@orders.internal/orders", mask: { public.customers.ssn: redact } }';
const OPERATOR = `version: 1
identities: { nightly: { github: { repository_id: 7, ref: refs/heads/main } } }
resources: { ${ORDERS} }
rules:
  - { id: all, match: { principal: nightly, effect: [read, write, schema] }, decide: allow, max_rows: 100 }
  - { id: ddl, match: { effect: schema }, decide: review }
`;
const policy = (text: string) => loadPolicy({ text, file: 'p.yml' }, { now: NOW });
const repository = (rest: string) => policy(`version: 1\n${rest}`);
const LEVEL: Readonly<Record<DecisionKind, number>> = { allow: 1, review: 2, deny: 3 };

function operation(effect: Access['effect'], object = 'public.orders'): Operation {
  const access: Access = { effect, object, type: 'relation', columns: ['*'], filtered: [], assumed: false, ...(effect === 'unknown' ? { why: 'nobody knows' } : {}) };
  const facts = { statement: 'X', name: 'sql.x', text: '', redacted: '', accesses: [access], functions: [], hazards: [], forbidden: [], unknown: effect === 'unknown' ? ['x'] : [], assumed: false };
  return { kind: 'sql', resource: { name: 'orders-db', target: 'orders.internal:5432/orders' }, facts, parameters: [], data: null, settings: {} };
}

async function decide(rest: string | null, effect: Access['effect'], object?: string, names: readonly string[] = []) {
  const operator = await policy(OPERATOR);
  const inForce = tightened(operator, rest === null ? null : { policy: await repository(rest), names });
  const principal = { names: ['nightly'], issuer: 'i', subject: 's', claims: {} };
  return inForce.decide({ operation: operation(effect, object), principal, resource: 'orders-db', now: NOW });
}

describe('tightened', () => {
  it('is the operator\'s policy when there is no other', async () => {
    expect(await decide(null, 'write')).toMatchObject({ decision: 'allow', rules: ['all'], maxRows: 100 });
  });

  it.each<[string, string, Access['effect'], readonly string[], object]>([
    ['denies what the operator allows', 'rules: [{ id: no-writes, match: { effect: write }, decide: deny, because: frozen }]', 'write', [], { decision: 'deny', rules: ['repository/no-writes'], reasons: ['frozen'] }],
    ['asks for a review of what the operator allows', 'rules: [{ id: look, match: { effect: write }, decide: review }]', 'write', [], { decision: 'review', rules: ['repository/look'] }],
    ['can not allow what the operator denies', 'rules: [{ id: everything, match: { effect: destroy }, decide: allow }]', 'destroy', [], { decision: 'deny', rules: ['default'] }],
    ['can not allow what the operator wants reviewed', 'rules: [{ id: everything, match: { effect: schema }, decide: allow }]', 'schema', [], { decision: 'review', rules: ['ddl'] }],
    ['can not allow what nobody understood', 'rules: [{ id: everything, match: { effect: unknown }, decide: allow }]', 'unknown', [], { decision: 'deny', rules: ['builtin:not-understood'] }],
    ['tells both reasons when both refuse', 'rules: [{ id: no-drop, match: { effect: destroy }, decide: deny }]', 'destroy', [], { decision: 'deny', rules: ['default', 'repository/no-drop'] }],
    ['lowers a ceiling', 'rules: [{ id: few, match: { effect: read }, max_rows: 10 }]', 'read', [], { decision: 'allow', maxRows: 10 }],
    ['can not raise a ceiling', 'rules: [{ id: many, match: { effect: read }, max_rows: 100000 }]', 'read', [], { decision: 'allow', maxRows: 100 }],
    ['knows its own identities', 'identities: { robots: { github: { repository_id: 7, ref: refs/heads/main } } }\nrules: [{ id: r, match: { principal: robots }, decide: deny }]', 'read', ['robots'], { decision: 'deny', rules: ['repository/r'] }],
    ['is silent on resources that it does not register, whatever its default', 'default: deny\nrules: []', 'read', [], { decision: 'allow', rules: ['all'] }],
    ['decides with all it has on resources that it registers', `resources: { ${ORDERS} }\nrules: [{ id: reads, match: { effect: read }, decide: allow }]`, 'write', [], { decision: 'deny', rules: ['repository/default'] }],
    ['agrees where both allow', `resources: { ${ORDERS} }\nrules: [{ id: reads, match: { effect: read }, decide: allow }]`, 'read', [], { decision: 'allow', rules: ['all'] }],
    ['can not switch the gate to observing', 'mode: observe\nuntil: 2027-03-01\nrules: []', 'destroy', [], { decision: 'deny' }],
  ])('a repository %s', async (_name, rest, effect, names, expected) => {
    expect(await decide(rest, effect, undefined, names)).toMatchObject(expected);
  });

  it('adds masks, of rules and of resources, and takes none away', async () => {
    const operator = await policy(OPERATOR);
    const masks = async (rest: string) => tightened(operator, { policy: await repository(rest), names: [] }).masks('orders-db', ['nightly']);
    const ssn = { column: 'public.customers.ssn', style: 'redact' };
    const email = { column: 'public.customers.email', style: 'partial' };
    expect(await masks('rules: [{ id: m, match: { environment: production }, mask: { public.customers.email: partial } }]')).toEqual([ssn, email]);
    expect(await masks('resources: { orders-db: { type: postgres, url: "postgres://x@y/z", mask: { public.customers.email: partial } } }')).toEqual([ssn, email]);
    expect(await masks('resources: { orders-db: { type: postgres, url: "postgres://x@y/z" } }')).toEqual([ssn]);
  });

  it('is signed with the key of the operator alone', async () => {
    const operator = await policy(OPERATOR);
    const theirs = await repository('record: { key: "env:THEIRS", allow_static: true }');
    expect([theirs.record.key?.reference, tightened(operator, { policy: theirs, names: [] }).record.key]).toEqual(['env:THEIRS', null]);
  });

  it('asks the approvers of whoever wrote the rule', async () => {
    const operator = await policy(`${OPERATOR}approvers: { users: [1] }\n`);
    const theirs = await repository('approvers: { users: [2] }\nrules: [ { id: ddl, match: { effect: schema }, decide: review, approvers: { users: [3] } } ]');
    const { rules } = tightened(operator, { policy: theirs, names: [] }).decide({ operation: operation('schema'), principal: { names: ['nightly'], issuer: 'i', subject: 's', claims: {} }, resource: 'orders-db', now: NOW });
    expect(rules.map((rule) => [rule, isOfRepository(rule)])).toEqual([['ddl', false], ['repository/ddl', true]]);
    const asked = (given: typeof theirs | null, rule: string) => approversIn(operator, given === null ? null : { policy: given, names: [] })(rule).users;
    expect([...rules, 'repository/gone', 'gone'].map((rule) => asked(theirs, rule))).toEqual([[1], [3], [2], [1]]);
    // Without a repository's policy nothing is the repository's.
    expect(asked(null, 'repository/ddl')).toEqual([1]);
  });

  it('records the more sparing of two', async () => {
    const operator = await policy(OPERATOR);
    for (const [results, expected] of [['none', 'none'], ['counts', 'counts'], ['rows', 'rows']]) {
      expect(tightened(operator, { policy: await repository(`record: { results: ${results} }`), names: [] }).record.results).toBe(expected);
    }
    const sparing = await policy(`${OPERATOR}record: { results: counts }\n`);
    for (const [results, expected] of [['none', 'none'], ['counts', 'counts'], ['rows', 'counts']]) {
      expect(tightened(sparing, { policy: await repository(`record: { results: ${results} }`), names: [] }).record.results).toBe(expected);
    }
    const inForce = tightened(operator, { policy: await repository('rules: []'), names: [] });
    expect(inForce.digest).not.toBe(operator.digest);
  });

  it('is never weaker than the operator alone, whatever the repository says', async () => {
    const effects = fc.constantFrom<Access['effect']>('read', 'write', 'schema', 'destroy', 'grant', 'execute', 'control', 'unknown');
    const rule = fc.record({ effect: fc.oneof(effects, fc.constant('*')), decide: fc.constantFrom('allow', 'review', 'deny'), rows: fc.option(fc.nat(500)), object: fc.constantFrom('public.orders', 'public.*', 'audit.*') });
    await fc.assert(fc.asyncProperty(fc.array(rule, { maxLength: 4 }), effects, fc.boolean(), fc.boolean(), async (rules, effect, registers, observes) => {
      const lines = rules.map(({ effect: on, decide: what, rows, object }, index) => `  - { id: r${index}, match: { effect: "${on}", object: "${object}" }, decide: ${what}${rows === null ? '' : `, max_rows: ${rows}`} }`);
      const rest = `${observes ? 'mode: observe\nuntil: 2027-03-01\n' : ''}${registers ? `resources: { ${ORDERS} }\n` : ''}rules:${lines.length === 0 ? ' []' : `\n${lines.join('\n')}`}`;
      const [alone, both] = [await decide(null, effect), await decide(rest, effect)];
      expect(LEVEL[both.decision]).toBeGreaterThanOrEqual(LEVEL[alone.decision]);
      expect(both.maxRows ?? Infinity).toBeLessThanOrEqual(alone.maxRows ?? Infinity);
    }), { numRuns: 120, seed: 20261126 });
  });
});
