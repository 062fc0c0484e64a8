// SPDX-License-Identifier: Apache-2.0
//
// Conditions: what may be asked, what is refused at load, and what happens when a fact is not known.
import type { Operation, Principal } from '../../../src/core/model.js';
import { Moment } from '../../../src/policy/moment.js';
import { ConditionCompiler, type Facts } from '../../../src/policy/when.js';
import { accessOf, NOON, operationOf, policyOf, principalOf } from '../../support/judging.js';

const compiler = new ConditionCompiler();
const policy = await policyOf('');

interface Asked {
  readonly operation?: Operation;
  readonly access?: Facts['access'];
  readonly principal?: Principal;
  readonly resource?: string;
  readonly now?: number;
}

function ask(expression: string, { operation, access = accessOf({ effect: 'read', columns: ['id', 'ssn'], filtered: ['ssn'] }), principal = principalOf('robot'), resource = 'db', now = NOON }: Asked = {}): boolean | string {
  const condition = compiler.compile(expression);
  if (typeof condition === 'string') return `refused: ${condition}`;
  try {
    return condition({ operation: operation ?? operationOf([access]), access, principal, resource: policy.resources[resource] as Facts['resource'], now });
  } catch {
    return 'not known';
  }
}

describe('a condition', () => {
  const claims = { actor_id: '812', runner_id: 7, nested: { list: [1, 2.5, 'x', null, true] }, gone: null };
  const principal: Principal = { ...principalOf('robot', 'me'), claims, prompter: '812' };
  const ddl = operationOf([], { facts: { statement: 'ALTER TABLE', name: 'sql.alter_table', lock: 'ACCESS EXCLUSIVE', rewrite: true, functions: [{ name: 'dblink', class: 'outside' }] }, rows: 7, size: 10, paths: ['a.sql'] });

  it.each<[string, Asked]>([
    ['operation.kind == "sql" && operation.name == "sql.select" && operation.statement == "SELECT" && !operation.assumed', {}],
    ['operation.lock == "ACCESS EXCLUSIVE" && operation.rewrite', { operation: ddl }],
    ['operation.rows > 5 && operation.rows < 8 && operation.size == 10 && operation.paths[0] == "a.sql"', { operation: ddl }],
    ['"dblink" in operation.functions && "outside" in operation.function_classes', { operation: ddl }],
    ['access.effect == "read" && access.object == "public.orders" && access.type == "relation" && !access.assumed', {}],
    ['access.filtered.exists(c, c == "ssn")', {}],
    ['access.columns.all(c, c in ["id", "ssn"]) && size(access.columns) == 2', {}],
    ['access.object == "" && access.type == ""', { access: accessOf({ effect: 'read', object: null, type: null }) }],
    ['"robot" in principal.names && principal.issuer.startsWith("https://") && principal.subject == "job"', {}],
    ['principal.prompter == "812" && principal.claims.actor_id == "812" && principal.claims.runner_id == 7', { principal }],
    ['principal.claims.nested.list.exists(x, x == 2.5) && principal.claims.nested.list[0] == 1 && principal.claims.gone == null', { principal }],
    ['resource.name == "db" && resource.type == "postgres" && resource.environment == "production" && resource.labels["tier"] == "gold"', {}],
    ['resource.host == "db.example" && resource.database == "shop"', {}],
    ['now.getHours() == 12 && now.getMinutes() == 0 && now.getSeconds() == 0 && now.getFullYear() == 2026', {}],
    ['now.getMonth() == 10 && now.getDate() == 24 && now.getDayOfMonth() == 23 && now.getDayOfWeek() == 2 && now.getDayOfYear() == 327', {}],
    ['now.getHours("Europe/Berlin") == 13 && now.getHours("Asia/Kolkata") == 17 && now.getMinutes("Asia/Kolkata") == 30', {}],
    ['now.getDayOfWeek("Pacific/Kiritimati") == 3 && now.getHours("UTC") == 12', {}],
    ['now < timestamp("2026-12-01T00:00:00Z") && now <= timestamp("2026-11-24T12:00:00Z") && now > timestamp("2026-01-01T00:00:00Z") && now >= timestamp("2026-11-24T12:00:00Z")', {}],
    ['timestamp("2026-12-01T00:00:00Z") > now && timestamp("2026-01-01T00:00:00Z") < now && timestamp("2026-11-24T12:00:00Z") >= now && timestamp("2026-11-24T12:00:00Z") <= now', {}],
    ['timestamp(now) - duration("1h") < timestamp(now)', {}],
    ['operation.rows > 5 || true', {}],
    ['access.columns.filter(c, c != "id").map(c, c + "!").exists(c, c == "ssn!")', {}],
  ])('%s', (expression, asked) => {
    expect(ask(expression, asked)).toBe(true);
  });

  it.each<[string, Asked]>([
    ['operation.rows > 5', {}],
    ['operation.size > 5', {}],
    ['operation.paths[0] == "x"', {}],
    ['operation.lock == ""', {}],
    ['operation.rewrite', {}],
    ['access.object == "public.orders"', { access: accessOf({ effect: 'destroy', object: null, type: null }) }],
    ['access.columns.exists(c, c == "ssn")', { access: accessOf({ effect: 'read', columns: ['*'] }) }],
    ['access.filtered.exists(c, c == "ssn")', { access: accessOf({ effect: 'read', columns: ['*'], filtered: ['*'] }) }],
    ['principal.prompter == "812"', {}],
    ['principal.claims.nope == "812"', {}],
    ['principal.claims.a.b == "812"', { principal: { ...principalOf(), claims: { a: 'text' } } }],
    ['resource.environment == "production"', { resource: 'bare' }],
    ['resource.labels["nope"] == "x"', {}],
    ['operation.rows > 5', { operation: operationOf([], { rows: Number.POSITIVE_INFINITY }) }],
  ])('asks in vain: %s', (expression, asked) => {
    expect(ask(expression, asked)).toBe('not known');
  });

  it.each([
    ['operation.name.matches("(a+)+$")', 'refused: uses `matches()`: regular expressions are not allowed; use `startsWith`, `endsWith`, `contains` or a glob in `match`'],
    ['[1].exists(x, "a".matches("b"))', 'refused: uses `matches()`: regular expressions are not allowed; use `startsWith`, `endsWith`, `contains` or a glob in `match`'],
    ['{"a": "a".matches("b")}["a"]', 'refused: uses `matches()`: regular expressions are not allowed; use `startsWith`, `endsWith`, `contains` or a glob in `match`'],
    ['cel.bind(x, "a" + "a", x == "b")', 'refused: uses `cel.bind()`, which is not allowed: write it out'],
    ['operation.nme == "x"', 'refused: is not understood at `nme`: No such key: nme'],
    ['operation.name == 1', 'refused: is not understood at `operation.name == 1`: no such overload: string == int'],
    ['operation.name', 'refused: is not true or false but `string`'],
    ['principal.claims.admin', 'refused: is not true or false but `dyn`'],
    ['(', 'refused: is not understood: Unexpected token: EOF'],
    ['nowhere == 1', 'refused: is not understood at `nowhere`: Unknown variable: nowhere'],
    ['now.getHours("Mars/Olympus") < 3', 'refused: gives `getHours()` a time zone that is not known: write a name such as `\'Europe/Berlin\'`'],
    ['now.getHours(operation.name) < 3', 'refused: gives `getHours()` a time zone that is not known: write a name such as `\'Europe/Berlin\'`'],
    ['duration(operation.name) < duration("1h")', 'refused: may give `duration()` a literal only'],
    ['access.columns.exists(a, access.columns.exists(b, access.columns.exists(c, a + b == c)))', 'refused: nests more than 2 of all, exists, exists_one, map, filter'],
    [`size(${'['.repeat(40)}${']'.repeat(40)}) == 1`, expect.stringContaining('refused: is not understood')],
    [`${'true || '.repeat(400)}true`, expect.stringContaining('refused: is not understood')],
    ['operation.constructor == "x"', 'refused: is not understood at `constructor`: No such key: constructor'],
    ['now.ms > 1', 'refused: is not understood at `ms`: No such key: ms'],
  ])('refuses %s', (expression, expected) => {
    expect(ask(expression)).toEqual(expected);
  });

  it.each(['principal.claims.flag || false', 'principal.claims.flag && true', '!principal.claims.flag', '[principal.claims.flag].exists(x, x)', 'bool(principal.claims.flag)'])(
    'has no answer from what is neither true nor false: %s',
    (expression) => {
      expect(ask(expression, { principal: { ...principalOf(), claims: { flag: 'perhaps' } } })).toBe('not known');
    },
  );
});

describe('Moment', () => {
  it.each([
    // Summer time begins in Berlin on 29 March 2026 at 01:00 UTC and ends on 25 October at 01:00 UTC.
    ['2026-03-29T00:59:59.999Z', 'Europe/Berlin', '2026-03-29T01:59:59.999Z'],
    ['2026-03-29T01:00:00.000Z', 'Europe/Berlin', '2026-03-29T03:00:00.000Z'],
    ['2026-10-25T00:30:00.000Z', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
    ['2026-10-25T01:30:00.000Z', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
    ['2026-12-31T23:30:00.000Z', 'Europe/Berlin', '2027-01-01T00:30:00.000Z'],
    ['2026-01-01T00:00:00.000Z', 'America/New_York', '2025-12-31T19:00:00.000Z'],
    ['2026-06-01T12:00:00.000Z', 'UTC', '2026-06-01T12:00:00.000Z'],
  ])('%s in %s is %s', (utc, zone, civil) => {
    expect(new Moment(Date.parse(utc)).civil(zone).toISOString()).toBe(civil);
  });
});

describe('a rule with a condition', () => {
  const decide = async (decision: string, when: string) => {
    const judged = await policyOf(`rules: [ { id: all, match: { effect: read, principal: me }, decide: allow }, { id: r, match: {}, when: ${JSON.stringify(when)}, decide: ${decision} } ]`);
    const access = accessOf({ effect: 'read' });
    return (name: string) => judged.decide({ operation: operationOf([access]), principal: principalOf(name), resource: 'db', now: NOON });
  };

  it('decides when it holds, and only then', async () => {
    expect((await decide('deny', 'now.getHours() == 12'))('me')).toMatchObject({ decision: 'deny', rules: ['r'] });
    expect((await decide('deny', 'now.getHours() == 13'))('me')).toMatchObject({ decision: 'allow', rules: ['all'] });
  });

  it('that has no answer makes an allow miss and all else hit', async () => {
    expect((await decide('allow', 'operation.rows > 5'))('robot')).toMatchObject({ decision: 'deny', rules: ['default'] });
    expect((await decide('review', 'operation.rows > 5'))('me')).toMatchObject({ decision: 'review', rules: ['r'], reasons: ['rule `r` wants a review of read on `public.orders`, since its `when` can not be told'] });
    expect((await decide('deny', 'operation.rows > 5'))('me')).toMatchObject({ decision: 'deny', rules: ['r'] });
  });
});
