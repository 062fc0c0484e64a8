// SPDX-License-Identifier: Apache-2.0
//
// Judgements: which rules hit what, what unknown facts do, and that nothing gets through by default.
import fc from 'fast-check';
import { EFFECTS, type Access, type Decision, type Operation, type StatementFacts } from '../../../src/core/model.js';
import { accessOf, NOON, operationOf, policyOf, principalOf } from '../../support/judging.js';

const read = accessOf({ effect: 'read', columns: ['id'] });
const write = accessOf({ effect: 'write', columns: ['status'] });
const select1 = accessOf({ effect: 'read', object: null, type: null });

interface Asked {
  readonly rules: string;
  readonly accesses?: readonly Access[];
  readonly more?: Parameters<typeof operationOf>[1];
  readonly resource?: string;
  readonly names?: readonly string[];
  readonly now?: number;
}

async function decide({ rules, accesses = [read], more = {}, resource = 'db', names = ['robot'], now = NOON }: Asked): Promise<Decision> {
  const policy = await policyOf(rules);
  return policy.decide({ operation: operationOf(accesses, more), principal: principalOf(...names), resource, now });
}

async function short(asked: Asked): Promise<string> {
  const { decision, rules } = await decide(asked);
  return `${decision} ${rules.join(' ')}`;
}

const one = (match: string, decision = 'allow', more = '') => `rules: [ { id: r, match: ${match}, decide: ${decision}${more} } ]`;

describe('decide', () => {
  it.each<[string, Asked, string]>([
    ['denies when no rule matches', { rules: 'rules: []' }, 'deny default'],
    ['asks for a review when the policy says so', { rules: 'default: review' }, 'review default'],
    ['allows what a rule allows', { rules: one('{ effect: read }') }, 'allow r'],
    ['lets an empty match be about everything known', { rules: one('{}'), accesses: [read, write, accessOf({ effect: 'grant' }), accessOf({ effect: 'control', object: 'work_mem', type: 'setting' })] }, 'allow r'],
    ['judges each access alone', { rules: one('{ effect: read }'), accesses: [read, write] }, 'deny default'],
    ['lets deny beat review beat allow', { rules: 'rules: [ { id: a, match: {}, decide: allow }, { id: b, match: { effect: write }, decide: review }, { id: c, match: { object: public.orders }, decide: deny } ]', accesses: [write] }, 'deny c b'],
    ['lets review beat allow', { rules: 'rules: [ { id: a, match: {}, decide: allow }, { id: b, match: { effect: write }, decide: review } ]', accesses: [read, write] }, 'review b'],
    ['names each rule once', { rules: one('{}'), accesses: [read, write] }, 'allow r'],
    ['counts a statement that touches nothing as a read', { rules: one('{ effect: read }'), accesses: [] }, 'allow r'],
    ['does not count a statement that was not read as a read', { rules: one('{ effect: read }'), accesses: [], more: { facts: { unknown: ['a parser crash'] } } }, 'deny builtin:not-understood'],
    ['does not count a statement of unknown kind as a read', { rules: one('{ effect: read }'), accesses: [], more: { facts: { statement: 'UNKNOWN' } } }, 'deny builtin:not-understood'],
    ['lets a message without statements pass without a rule', { rules: 'rules: []', accesses: [select1], more: { facts: { statement: 'EMPTY' } } }, 'allow builtin:session'],
    ['does not take for empty what was not read', { rules: 'rules: []', accesses: [], more: { facts: { statement: 'EMPTY', unknown: ['too long'] } } }, 'deny builtin:not-understood'],
    ['denies under one name of rows what is denied under another', { rules: 'rules: [ { id: a, match: {}, decide: allow }, { id: c, match: { object: public.orders_2026 }, decide: deny } ]', accesses: [{ ...write, kin: ['public.orders_2025', 'public.orders_2026'] }] }, 'deny c'],
    ['wants a review under one name of rows when it may be wanted under another', { rules: 'rules: [ { id: a, match: {}, decide: allow }, { id: c, match: { object: public.secret }, decide: review } ]', accesses: [{ ...write, kin: ['public."odd.name"'] }] }, 'review c'],
    ['allows under no other name of rows than the one that is allowed', { rules: one('{ object: public.orders_2026 }'), accesses: [{ ...write, kin: ['public.orders_2026'] }] }, 'deny default'],
    ['lets transaction control pass without a rule', { rules: 'rules: []', accesses: [accessOf({ effect: 'control', object: 'transaction', builtin: true })] }, 'allow builtin:session'],
    ['judges how transaction control is done, where a rule is about that', { rules: 'rules: [ { id: a, match: { hazard: "transaction-*" }, decide: review } ]', accesses: [accessOf({ effect: 'control', object: null, builtin: true })], more: { facts: { hazards: [{ id: 'transaction-nesting', detail: 'x' }] } } }, 'review a'],
    ['judges nothing else about transaction control', { rules: 'rules: [ { id: a, match: { effect: control }, decide: deny } ]', accesses: [accessOf({ effect: 'control', object: null, builtin: true })], more: { facts: { hazards: [{ id: 'transaction-nesting', detail: 'x' }] } } }, 'allow builtin:session'],
    ['judges what comes along with transaction control', { rules: 'rules: []', accesses: [accessOf({ effect: 'control', builtin: true }), read] }, 'deny default'],
    ['never allows what is forbidden', { rules: one('{ effect: ["*", unknown] }'), more: { facts: { forbidden: ['it blinds the gate', 'twice'] } } }, 'deny builtin:forbidden'],
    ['denies a path that many servers take for a denied one', { rules: 'rules: [ { id: a, match: {}, decide: allow }, { id: c, match: { object: "/Admin/**" }, decide: deny } ]', accesses: [accessOf({ effect: 'write', object: '/aDMIN/keys' })], more: { kind: 'http' } }, 'deny c'],
    ['allows no path for another that many servers take for it', { rules: one('{ object: "/Admin/**" }'), accesses: [accessOf({ effect: 'write', object: '/aDMIN/keys' })], more: { kind: 'http' } }, 'deny default'],
    ['denies a resource that it does not know', { rules: one('{}'), resource: 'nowhere' }, 'deny builtin:resource'],
    ['denies a resource that only JavaScript knows', { rules: one('{}'), resource: 'constructor' }, 'deny builtin:resource'],
  ])('%s', async (_name, asked, expected) => {
    expect(await short(asked)).toBe(expected);
  });

  it('denies when judging breaks', async () => {
    const policy = await policyOf(one('{}'));
    const broken = { get facts(): never { throw new Error('torn'); } } as unknown as Operation;
    expect(policy.decide({ operation: broken, principal: principalOf(), resource: 'db', now: NOON })).toMatchObject({ decision: 'deny', rules: ['builtin:failed'], reasons: ['the operation could not be judged: torn'] });
  });

  it('takes no operation for another that it has judged before, however alike, and however many there were', async () => {
    const rules = `rules: [ { id: n, match: { operation: sql.ab }, decide: allow }, { id: s, match: { statement: "B C" }, decide: review }, { id: h, match: { hazard: [x, y] }, decide: deny }, { id: a, match: { hazard: x }, decide: allow } ]`;
    const hazards = [[], ['x'], ['y'], ['x', 'y'], ['z'], ['z', 'x']].map((ids) => ids.map((id) => ({ id, detail: id })));
    const alike = [['sql.ab', 'C'], ['sql.a', 'bC'], ['sql.a', 'B C'], ['sql.aB', ' C'], ['sql.ab', 'B C'], ['sql.ab C', ''], ['sql.ab', 'C\nx']].flatMap(([name = '', statement = '']) => hazards.map((found) => ({ name, statement, hazards: found })));
    const fresh = await Promise.all(alike.map((facts) => decide({ rules, more: { facts } })));
    const policy = await policyOf(rules);
    // One caller: what is remembered is remembered of its list of names.
    const principal = principalOf('robot');
    const asked = (facts: Partial<StatementFacts>): Decision => policy.decide({ operation: operationOf([read], { facts }), principal, resource: 'db', now: NOON });
    for (const index of [...alike.keys(), ...[...alike.keys()].reverse()]) expect(asked(alike[index] as Partial<StatementFacts>)).toEqual(fresh[index]);
    for (let n = 0; n < 1_001; n += 1) asked({ name: `shell.p${n}` });
    expect(alike.map(asked)).toEqual(fresh);
    expect(new Set(fresh.map(({ rules: [first] }) => first))).toEqual(new Set(['n', 's', 'h', 'default']));
  });

  it('gives the operator\'s sentence, or one of its own', async () => {
    expect(await decide({ rules: one('{}', 'deny', ', because: "no\\n  way" ') })).toMatchObject({ reasons: ['no way'] });
    expect(await decide({ rules: one('{}', 'deny') })).toMatchObject({ reasons: ['rule `r` denies read on `public.orders` (id)'] });
    expect(await decide({ rules: one('{ rows: ">= 5" }', 'review'), accesses: [write] })).toMatchObject({ reasons: ['rule `r` wants a review of write on `public.orders` (status), since its `rows` can not be told'] });
    expect(await decide({ rules: one('{}') })).toMatchObject({ reasons: ['rule `r` allows it'] });
    expect(await decide({ rules: 'rules: []', accesses: [accessOf({ effect: 'read', columns: ['a', 'b', 'c', 'd', 'e', 'f'] })] })).toMatchObject({ reasons: ['no rule allows read on `public.orders` (a, b, c, d, e, …)'] });
    expect(await decide({ rules: 'rules: []', accesses: [accessOf({ effect: 'write', columns: ['*'] })] })).toMatchObject({ reasons: ['no rule allows write on `public.orders`'] });
    expect(await decide({ rules: 'rules: []', accesses: [select1] })).toMatchObject({ reasons: ['no rule allows read of nothing in particular'] });
    expect(await decide({ rules: 'rules: []', accesses: [accessOf({ effect: 'read', kin: ['public.a', 'public.b'] })] })).toMatchObject({ reasons: ['no rule allows read on `public.orders`, whose rows are also those of `public.a`, `public.b`'] });
    expect(await decide({ rules: 'rules: []', accesses: [accessOf({ effect: 'read', kin: ['p.a', 'p.b', 'p.c', 'p.d'] })] })).toMatchObject({ reasons: ['no rule allows read on `public.orders`, whose rows are also those of `p.a`, `p.b`, `p.c` and others'] });
    expect(await decide({ rules: one('{ object: p.a }', 'deny'), accesses: [accessOf({ effect: 'grant', object: 'p', type: 'schema', kin: ['p.a', 'p.b'] })] })).toMatchObject({ decision: 'deny', reasons: ['rule `r` denies grant on `p`, which takes in `p.a`, `p.b`'] });
    expect(await decide({ rules: 'rules: []', more: { facts: { forbidden: ['a', 'b'] } } })).toMatchObject({ reasons: ['a; b'] });
  });
});

describe('grants', () => {
  it.each<[string, string, readonly [string, string], boolean]>([
    ['what is allowed', one('{ principal: robot, effect: read }'), ['db', 'robot'], true],
    ['what is reviewed', one('{ principal: robot, effect: read }', 'review'), ['db', 'robot'], true],
    ['nothing by what is denied', one('{ principal: robot }', 'deny'), ['db', 'robot'], false],
    ['nothing to somebody else', one('{ principal: robot }'), ['db', 'me'], false],
    ['nothing elsewhere', one('{ resource: lab }'), ['db', 'robot'], false],
    ['nothing by a pack', 'extends: ["ostiary:postgres"]', ['db', 'robot'], false],
    ['nothing on what is not there', one('{}'), ['nowhere', 'robot'], false],
  ])('%s', async (_name, rules, [resource, name], expected) => {
    expect((await policyOf(rules)).grants(resource, [name])).toBe(expected);
  });
});

// An estimate may be wrong: what was decided because of few rows may not turn out to be many.
describe('a comparison of rows', () => {
  const write = accessOf({ effect: 'write', columns: ['status'] });
  const many = '{ id: all, match: { effect: write }, decide: allow }';
  it.each<[string, number, string]>([
    ['{ id: few, match: { effect: write, rows: "<= 1000" }, decide: allow }', 5, 'allow few 1000'],
    ['{ id: few, match: { effect: write, rows: "< 1000" }, decide: allow }', 5, 'allow few 999'],
    ['{ id: few, match: { effect: write, rows: 5 }, decide: allow }', 5, 'allow few 5'],
    ['{ id: few, match: { effect: write, rows: "> 3" }, decide: allow }', 5, 'allow few null'],
    [`{ id: few, match: { effect: write, rows: "<= 1000" }, decide: allow }, ${many}`, 5, 'allow few all null'],
    ['{ id: few, match: { effect: write, rows: "<= 9" }, decide: allow }, { id: some, match: { effect: write, rows: "<= 99" }, decide: allow }', 5, 'allow few some 99'],
    [`${many}, { id: big, match: { rows: "> 1000" }, decide: review }`, 5, 'allow all 1000'],
    [`${many}, { id: big, match: { rows: ">= 1000" }, decide: deny }`, 5, 'allow all 999'],
    [`${many}, { id: big, match: { rows: "> 1000" }, decide: review }`, 1001, 'review big null'],
    [`${many}, { id: big, match: { rows: "> 1000", object: public.other }, decide: review }`, 5, 'allow all null'],
    [`${many}, { id: big, match: { rows: "> 1000" }, when: "access.effect == 'read'", decide: review }`, 5, 'allow all null'],
    [`${many}, { id: big, match: { rows: "> 1000" }, when: "access.effect == 'write'", decide: review }`, 5, 'allow all 1000'],
    [`${many}, { id: big, match: { rows: "> 1000" }, observe: true, until: 2026-12-24, decide: review }`, 5, 'allow all null'],
    [`${many}, { id: big, match: { rows: "> 1000" }, mask: { public.x.y: redact } }`, 5, 'allow all null'],
    [`${many}, { id: low, match: { rows: "< 3" }, decide: deny }`, 5, 'allow all null'],
    [`${many}, { id: big, match: { rows: "> 1000" }, max_rows: 7, decide: review }, { id: cap, match: { effect: write }, max_rows: 50 }`, 5, 'allow all 50'],
  ])('%s, for %i: %s', async (rules, count, expected) => {
    const { decision, rules: named, maxRows } = await decide({ rules: `rules: [ ${rules} ]`, accesses: [write], more: { rows: count } });
    expect(`${decision} ${named.join(' ')} ${maxRows}`).toBe(expected);
  });

  it('that nobody could make tells why', async () => {
    const asked = { accesses: [write], more: { whyNoRows: 'it is about a temporary table' } };
    expect(await decide({ rules: one('{ rows: ">= 5" }', 'review'), ...asked })).toMatchObject({ reasons: ['rule `r` wants a review of write on `public.orders` (status), since its `rows` can not be told: it is about a temporary table'] });
    expect(await decide({ rules: one('{ rows: ">= 5" }', 'review', ', because: "many rows"'), ...asked })).toMatchObject({ reasons: ['many rows, since its `rows` can not be told: it is about a temporary table'] });
  });
});

describe('an unknown effect', () => {
  const unknown = accessOf({ effect: 'unknown', object: 'public.f', type: 'function', why: '`public.f` is not a function that we know' });

  it.each<[string, string, string]>([
    ['is denied by default', 'rules: []', 'deny builtin:not-understood'],
    ['is denied when the default is review', 'default: review', 'deny builtin:not-understood'],
    ['is not every effect', one('{ effect: "*" }'), 'deny builtin:not-understood'],
    ['is not what a rule without effect allows', one('{}'), 'deny builtin:not-understood'],
    ['is not what a rule without effect reviews', one('{}', 'review'), 'deny builtin:not-understood r'],
    ['is not what a review of every effect names', one('{ effect: "*" }', 'review'), 'deny builtin:not-understood'],
    ['is allowed by a rule that names it', one('{ effect: [read, unknown], object: public.f }'), 'allow r'],
    ['is not allowed for another object', one('{ effect: unknown, object: public.g }'), 'deny builtin:not-understood'],
    ['is reviewed by a rule that names it', one('{ effect: unknown }', 'review'), 'review r'],
    ['is denied by a rule that names it', one('{ effect: unknown }', 'deny'), 'deny r'],
    ['is denied by a rule without effect even when another names it', 'rules: [ { id: a, match: { effect: unknown }, decide: allow }, { id: b, match: { resource: db }, decide: deny } ]', 'deny b'],
  ])('%s', async (_name, rules, expected) => {
    expect(await short({ rules, accesses: [unknown] })).toBe(expected);
  });

  it('says what was not understood', async () => {
    const reasons = async (access: Access, why: string[]) => (await decide({ rules: 'rules: []', accesses: [access], more: { facts: { unknown: why } } })).reasons;
    expect(await reasons(unknown, ['x'])).toEqual(['not understood: `public.f` is not a function that we know']);
    const silent = accessOf({ effect: 'unknown', object: 'public.f', type: 'function' });
    expect(await reasons(silent, ['the tree is too deep'])).toEqual(['not understood: the tree is too deep']);
    expect(await reasons(silent, [])).toEqual(['not understood: unknown on `public.f`']);
  });

  it('with nothing known of its object is not allowed by a rule about one', async () => {
    const nothing = accessOf({ effect: 'unknown', object: null, type: null });
    expect(await short({ rules: one('{ effect: unknown, object: public.f }'), accesses: [nothing] })).toBe('deny builtin:not-understood');
    expect(await short({ rules: one('{ effect: unknown, object: "**" }'), accesses: [nothing] })).toBe('allow r');
    expect(await short({ rules: one('{ effect: unknown, object: public.f }', 'review'), accesses: [nothing] })).toBe('review r');
  });
});

// For each: does an allow rule with this match allow, and does a deny rule with it deny?
describe('match', () => {
  const rows = (count: number) => ({ rows: count });
  const YES = [true, true] as const;
  const NO = [false, false] as const;
  const UNSURE = [false, true] as const;
  it.each<[string, string, Partial<Asked>, readonly [boolean, boolean]]>([
    ['principal by name', '{ principal: robot }', {}, YES],
    ['principal by list', '{ principal: [me, robot] }', {}, YES],
    ['principal by glob', '{ principal: "ro*" }', {}, YES],
    ['any of the caller\'s names', '{ principal: robot }', { names: ['me', 'robot'] }, YES],
    ['another principal', '{ principal: robot }', { names: ['me'] }, NO],
    ['nobody', '{ principal: "*" }', { names: [] }, NO],
    ['resource', '{ resource: db }', {}, YES],
    ['another resource', '{ resource: lab }', {}, NO],
    ['environment', '{ environment: "prod*" }', {}, YES],
    ['another environment', '{ environment: "prod*" }', { resource: 'lab' }, NO],
    ['an environment that nobody told', '{ environment: "prod*" }', { resource: 'bare' }, UNSURE],
    ['labels', '{ labels: { tier: [gold, silver] } }', {}, YES],
    ['another label', '{ labels: { tier: bronze } }', {}, NO],
    ['a label that is not there', '{ labels: { tier: "*" } }', { resource: 'lab' }, NO],
    ['operation', '{ operation: sql.select }', {}, YES],
    ['operation by glob', '{ operation: "*" }', {}, YES],
    ['another operation', '{ operation: "kubernetes.*" }', {}, NO],
    ['statement in any case', '{ statement: select }', {}, YES],
    ['statement by glob', '{ statement: ["DROP *", "SEL*"] }', {}, YES],
    ['another statement', '{ statement: "DROP TABLE" }', {}, NO],
    ['effect', '{ effect: [write, read] }', {}, YES],
    ['every effect', '{ effect: "*" }', {}, YES],
    ['another effect', '{ effect: write }', {}, NO],
    ['object', '{ object: public.orders }', {}, YES],
    ['object by schema', '{ object: "public.*" }', {}, YES],
    ['object by name', '{ object: "*.orders" }', {}, YES],
    ['any object', '{ object: "*" }', {}, YES],
    ['a bare name is no table', '{ object: orders }', {}, NO],
    ['a glob does not cross dots', '{ object: "pub*" }', {}, NO],
    ['a bare name is a setting', '{ object: work_mem }', { accesses: [accessOf({ effect: 'control', object: 'work_mem', type: 'setting' })] }, YES],
    ['nothing is no object', '{ object: public.orders }', { accesses: [select1] }, NO],
    ['nothing is among everything', '{ object: "**" }', { accesses: [select1] }, YES],
    ['a checkpoint touches no object', '{ object: role }', { accesses: [accessOf({ effect: 'control', object: null, type: null })] }, NO],
    ['nobody knows what is destroyed', '{ object: public.orders }', { accesses: [accessOf({ effect: 'destroy', object: null, type: null })] }, UNSURE],
    ['a name with a dot inside', '{ object: "public.*" }', { accesses: [accessOf({ effect: 'read', object: 'public."a.b"' })] }, UNSURE],
    ['a Kubernetes object', '{ object: shop/deployments/* }', { accesses: [accessOf({ effect: 'write', object: 'shop/deployments/web.v1' })], more: { kind: 'kubernetes' } }, YES],
    ['a name with quotes that is not SQL', '{ object: "a/*" }', { accesses: [accessOf({ effect: 'write', object: 'a/"b"' })], more: { kind: 'http' } }, YES],
    ['columns', '{ columns: id }', {}, YES],
    ['some of the columns', '{ columns: [id, name] }', { accesses: [accessOf({ effect: 'read', columns: ['id', 'ssn'] })] }, UNSURE],
    ['none of the columns', '{ columns: ssn }', {}, NO],
    ['columns that are not known', '{ columns: [id, ssn] }', { accesses: [accessOf({ effect: 'read', columns: ['*'] })] }, UNSURE],
    ['every column', '{ columns: "*" }', { accesses: [accessOf({ effect: 'read', columns: ['*'] })] }, YES],
    ['a count reads no column', '{ columns: id }', { accesses: [accessOf({ effect: 'read', columns: [] })] }, [true, false]],
    ['a drop takes all columns', '{ columns: id }', { accesses: [accessOf({ effect: 'destroy', columns: [] })] }, UNSURE],
    ['rows at the bound', '{ rows: "<= 1000" }', { more: rows(1000) }, YES],
    ['rows above the bound', '{ rows: "<= 1000" }', { more: rows(1001) }, NO],
    ['rows below', '{ rows: "< 10" }', { more: rows(9) }, YES],
    ['rows not below', '{ rows: "<10" }', { more: rows(10) }, NO],
    ['more rows', '{ rows: "> 10" }', { more: rows(11) }, YES],
    ['not more rows', '{ rows: "> 10" }', { more: rows(10) }, NO],
    ['at least so many rows', '{ rows: ">= 10" }', { more: rows(10) }, YES],
    ['fewer rows', '{ rows: ">= 10" }', { more: rows(9) }, NO],
    ['just so many rows', '{ rows: 10 }', { more: rows(10) }, YES],
    ['not just so many rows', '{ rows: "= 10" }', { more: rows(11) }, NO],
    ['rows that nobody estimated', '{ rows: "<= 1000" }', {}, UNSURE],
    ['rows of what has none', '{ rows: "<= 1000" }', { more: { kind: 'http' } }, NO],
    ['size', '{ size: "> 100" }', { more: { kind: 'file', size: 101 } }, YES],
    ['a size that is not known', '{ size: "> 100" }', { more: { kind: 'file' } }, UNSURE],
    ['the size of what has none', '{ size: "> 100" }', {}, NO],
    ['paths', '{ paths: ["db/**/*.sql"] }', { more: { kind: 'file', paths: ['db/a.sql', 'db/x/b.sql'] } }, YES],
    ['some of the paths', '{ paths: "db/**" }', { more: { kind: 'file', paths: ['db/a.sql', 'src/b.ts'] } }, UNSURE],
    ['none of the paths', '{ paths: "db/**" }', { more: { kind: 'file', paths: ['src/b.ts'] } }, NO],
    ['no paths at all', '{ paths: "**" }', { more: { kind: 'file', paths: [] } }, NO],
    ['paths that are not known', '{ paths: "db/**" }', { more: { kind: 'shell' } }, UNSURE],
    ['paths of what has none', '{ paths: "**" }', {}, NO],
    ['all of several keys', '{ effect: read, object: public.orders, columns: id, statement: SELECT }', {}, YES],
    ['one of several keys not', '{ effect: read, object: public.orders, columns: ssn, statement: SELECT }', {}, NO],
    ['one unsure and one not', '{ rows: "> 1", object: public.other }', {}, NO],
    ['one unsure among hits', '{ object: public.orders, rows: "> 1", columns: id }', {}, UNSURE],
  ])('%s', async (_name, match, asked, [allows, denies]) => {
    expect(await short({ rules: one(match), ...asked })).toBe(allows ? 'allow r' : 'deny default');
    const both = `rules: [ { id: all, match: { effect: "*" }, decide: allow }, { id: r, match: ${match}, decide: deny } ]`;
    expect(await short({ rules: both, ...asked })).toBe(denies ? 'deny r' : 'allow all');
  });

  it('counts a name that was completed without a catalog as known', async () => {
    expect(await short({ rules: one('{ object: public.orders }'), accesses: [{ ...read, assumed: true }] })).toBe('allow r');
  });
});

describe('observing', () => {
  const watched = 'rules: [ { id: all, match: {}, decide: allow }, { id: w, match: { effect: write }, decide: deny, observe: true, until: 2026-11-24, mask: { a.b.c: redact }, max_rows: 5 } ]';
  const lastMoment = Date.UTC(2026, 10, 25) - 1;

  it('lets pass, says who would have refused, and keeps its masks', async () => {
    expect(await decide({ rules: watched, accesses: [write, write] })).toEqual({
      decision: 'allow', rules: ['all'], reasons: ['rule `all` allows it'], masks: [{ column: 'a.b.c', style: 'redact' }], maxRows: null, observed: [{ rule: 'w', decision: 'deny' }],
    });
    expect((await decide({ rules: watched, accesses: [read] })).observed).toEqual([]);
  });

  it('ends with its day, also while a session runs', async () => {
    expect(await short({ rules: watched, accesses: [write], now: lastMoment })).toBe('allow all');
    expect(await short({ rules: watched, accesses: [write], now: lastMoment + 1 })).toBe('deny w');
  });

  it('is silent where something else refuses as much', async () => {
    const rules = 'rules: [ { id: d, match: {}, decide: deny }, { id: w, match: {}, decide: review, observe: true, until: 2026-12-01 } ]';
    expect(await decide({ rules })).toMatchObject({ decision: 'deny', rules: ['d'], observed: [] });
  });

  it('does not allow', async () => {
    expect(await short({ rules: 'rules: [ { id: w, match: {}, decide: review, observe: true, until: 2026-12-01 } ]' })).toBe('deny default');
  });

  it('of the whole file lets pass all but what blinds the gate', async () => {
    const rules = 'mode: observe\nuntil: 2026-11-24\nrules: [ { id: a, match: { effect: read }, decide: allow }, { id: v, match: { effect: schema }, decide: review }, { id: w, match: { effect: write }, decide: deny, mask: { a.b.c: hash } } ]';
    expect(await decide({ rules, accesses: [write, accessOf({ effect: 'grant' }), accessOf({ effect: 'schema' })] })).toEqual({
      decision: 'allow', rules: ['builtin:observe'],
      reasons: ['would have refused: rule `w` denies write on `public.orders` (status); no rule allows grant on `public.orders`; rule `v` wants a review of schema on `public.orders`'],
      masks: [{ column: 'a.b.c', style: 'hash' }], maxRows: null,
      observed: [{ rule: 'w', decision: 'deny' }, { rule: 'default', decision: 'deny' }, { rule: 'v', decision: 'review' }],
    });
    expect(await short({ rules, accesses: [read] })).toBe('allow a');
    expect(await short({ rules, more: { facts: { forbidden: ['no'] } } })).toBe('deny builtin:forbidden');
    expect(await short({ rules, accesses: [write], now: lastMoment + 1 })).toBe('deny w');
    const policy = await policyOf(rules);
    expect(policy.mode).toEqual({ kind: 'observe', until: '2026-11-24' });
    expect((await policyOf(rules, { now: lastMoment + 1 })).mode).toEqual({ kind: 'enforce', until: null });
  });
});

describe('obligations', () => {
  it('come from every rule that might match, the lowest ceiling counts', async () => {
    const rules = `rules:
      - { id: a, match: { effect: read }, decide: allow, max_rows: 100 }
      - { id: b, match: { columns: ssn }, mask: { public.orders.ssn: redact }, max_rows: 10 }
      - { id: c, match: { effect: read, rows: "> 5" }, mask: { public.orders.ssn: redact, "content:card": partial } }
      - { id: d, match: { effect: write }, mask: { x.y.z: redact }, max_rows: 1 }`;
    expect(await decide({ rules, accesses: [accessOf({ effect: 'read', columns: ['*'] })] })).toMatchObject({
      decision: 'allow', rules: ['a'], maxRows: 10, masks: [{ column: 'public.orders.ssn', style: 'redact' }, { column: 'content:card', style: 'partial' }],
    });
  });

  it('do not decide', async () => {
    expect(await short({ rules: 'rules: [ { id: m, match: {}, mask: { a.b.c: redact } } ]' })).toBe('deny default');
  });

  it('are standing when a rule asks only who and where', async () => {
    const policy = await policyOf(`rules:
      - { id: a, match: { principal: robot, resource: db }, mask: { a.b.c: redact, d.e.f: null } }
      - { id: b, match: { environment: production }, decide: deny, mask: { g.h.i: hash, a.b.c: redact } }
      - { id: c, match: { effect: read }, mask: { no.no.no: redact } }
      - { id: d, match: {}, when: "now.getHours() < 24", mask: { no.no.no: redact } }`);
    const abc = { column: 'a.b.c', style: 'redact' };
    const def = { column: 'd.e.f', style: 'null' };
    const ghi = { column: 'g.h.i', style: 'hash' };
    expect(policy.masks('db', ['robot'])).toEqual([abc, def, ghi]);
    expect(policy.masks('db', ['me'])).toEqual([ghi, abc]);
    expect(policy.masks('lab', ['me'])).toEqual([]);
    expect(policy.masks('bare', ['me'])).toEqual([ghi, abc]);
    expect(policy.masks('nowhere', ['robot'])).toEqual([]);
    expect(policy.decide({ operation: operationOf([read]), principal: principalOf('robot'), resource: 'db', now: NOON }).masks).toEqual([{ column: 'no.no.no', style: 'redact' }]);
  });
});

describe('any policy', () => {
  const access = fc.record({
    effect: fc.constantFrom(...EFFECTS), object: fc.constantFrom(null, 'public.orders', 'app.secrets', 'work_mem'), type: fc.constant('relation'),
    columns: fc.constantFrom([], ['id'], ['id', 'ssn'], ['*']), filtered: fc.constant([]), assumed: fc.boolean(),
  });
  const match = fc.record({
    effect: fc.constantFrom(undefined, '*', 'read', 'unknown', 'write'), object: fc.constantFrom(undefined, 'public.*', '**', 'work_mem'),
    columns: fc.constantFrom(undefined, 'id', 'ssn'), rows: fc.constantFrom(undefined, '> 10'), environment: fc.constantFrom(undefined, 'production'), principal: fc.constantFrom(undefined, 'robot', '*'),
  });
  const rule = fc.record({ match, decide: fc.constantFrom('allow', 'review', 'deny') });
  const order = ['allow', 'review', 'deny'];

  it('only gets stricter by one more review or deny, and by one more access', async () => {
    await fc.assert(fc.asyncProperty(fc.array(rule, { maxLength: 4 }), rule, fc.array(access, { minLength: 1, maxLength: 3 }), access, async (rules, extra, accesses, another) => {
      const yaml = (all: readonly object[]) => `rules: ${JSON.stringify(all.map((each, index) => ({ id: `r${index}`, ...each })))}`;
      const restricting = { ...extra, decide: extra.decide === 'allow' ? 'deny' : extra.decide };
      const [before, after] = [await policyOf(yaml(rules)), await policyOf(yaml([...rules, restricting]))];
      const level = (policy: typeof before, of: readonly Access[]) => order.indexOf(policy.decide({ operation: operationOf(of), principal: principalOf('robot'), resource: 'bare', now: NOON }).decision);
      // A review lifts the default deny of what no rule was about, so only operations that rules decide are compared.
      const decided = before.decide({ operation: operationOf(accesses), principal: principalOf('robot'), resource: 'bare', now: NOON }).rules.every((id) => id !== 'default' && !id.startsWith('builtin:'));
      if (decided && level(after, accesses) < level(before, accesses)) return false;
      return level(before, [...accesses, another]) >= level(before, accesses);
    }), { numRuns: 400, seed: 20261124 });
  });
});

describe('objects that are sets', () => {
  const onSet = (object: string, pattern: string, verb: 'allow' | 'deny') => short({
    rules: `default: ${verb === 'allow' ? 'deny' : 'review'}\nrules: [ { id: r, match: { object: "${pattern}" }, decide: ${verb} } ]`, accesses: [accessOf({ effect: 'read', object, type: 'secrets' })], more: { kind: 'kubernetes' }, resource: 'cluster',
  });

  it.each([
    ['shop/secrets/*', 'shop/secrets/*', 'allow', true], ['shop/secrets/*', 'shop/**', 'allow', true], ['*/secrets/*', '*/secrets/*', 'allow', true],
    ['shop/secrets/*', 'shop/secrets/db', 'allow', false], ['shop/secrets/*', 'shop/secrets/?', 'allow', false], ['*/secrets/*', 'shop/secrets/*', 'allow', false], ['shop/jobs/load-*', 'shop/jobs/load-?????', 'allow', false],
    ['shop/secrets/*', 'shop/secrets/db', 'deny', true], ['*/secrets/*', 'shop/secrets/db', 'deny', true], ['shop/secrets/*', '**/db', 'deny', true], ['shop/jobs/load-*', 'shop/jobs/load-1', 'deny', true],
    ['shop/secrets/*', 'other/secrets/db', 'deny', false], ['shop/pods/*', 'shop/secrets/db', 'deny', false], ['shop/jobs/load-*', 'shop/jobs/drop', 'deny', false], ['nodes/*', 'shop/nodes/a', 'deny', false], ['shop/pods/*', 'shop/pod/x', 'deny', false], ['shop/secrets/*', 'shop/secrets', 'deny', false],
  ] as const)('%s and a rule about %s that says %s', async (object, pattern, verb, hits) => {
    expect((await onSet(object, pattern, verb)).startsWith(`${verb} r`)).toBe(hits);
  });
});
