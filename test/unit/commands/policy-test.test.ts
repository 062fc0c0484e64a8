// SPDX-License-Identifier: Apache-2.0
import { renderResult, runCase } from '../../../src/commands/policy-test.js';
import type { Explainer } from '../../../src/commands/explain.js';
import { loadSqlReader } from '../../../src/parse/sql/reader.js';
import { readCases } from '../../../src/policy/cases.js';
import { NOON, policyOf } from '../../support/judging.js';

let explainer: Explainer;
beforeAll(async () => {
  explainer = { policy: await policyOf('rules: [ { id: reads, match: { principal: robot, effect: read }, decide: allow } ]'), readers: { sql: await loadSqlReader() }, now: NOON };
});
const casesOf = (tests: string) => readCases({ text: `tests:\n${tests}`, file: 't.yml' }).cases;
const outcome = (test: string) => {
  const [one] = casesOf(`  - ${test}`);
  const result = runCase(one as NonNullable<typeof one>, one?.operation ?? '', explainer);
  return { passed: result.passed, text: renderResult(result, 't.yml') };
};

describe('policy test', () => {
  it.each([
    ['{ name: a, principal: robot, resource: db, operation: "SELECT 1", decision: allow, rules: [reads] }', 'ok    a\n'],
    ['{ name: a, principal: robot, resource: db, operation: "DROP TABLE t", decision: deny }', 'ok    a\n'],
  ])('passes %s', (test, text) => {
    expect(outcome(test)).toEqual({ passed: true, text });
  });

  it('shows what was expected, what came and why', () => {
    expect(outcome('{ name: may drop, principal: robot, resource: db, operation: "DROP TABLE t", decision: allow, rules: [reads] }')).toEqual({
      passed: false, text: 'FAIL  may drop  (t.yml:2)\n        decision  - allow\n                  + deny\n        rules     - reads\n                  + default\n        because   no rule allows destroy on `public.t`\n',
    });
  });

  it('fails when other rules led to the same decision', () => {
    expect(outcome('{ name: a, principal: robot, resource: db, operation: "DROP TABLE t", decision: deny, rules: [mine] }').passed).toBe(false);
  });

  it.each([
    ['an unknown key', '- { name: a, operation: x, decision: allow, rulez: [a] }', 't.yml:2:45: unknown key `rulez`'],
    ['neither operation nor file', '- { name: a, decision: allow }', 't.yml:2:3: a case has to say either `operation` or `file`'],
    ['both', '- { name: a, decision: allow, operation: x, file: y }', 't.yml:2:3: a case has to say either'],
    ['no decision', '- { name: a, operation: x }', 't.yml:2:3:'],
    ['YAML that is none', '- {', 't.yml:'],
  ])('refuses a file with %s', (_name, tests, message) => {
    expect(() => casesOf(tests)).toThrow(message);
  });
});
