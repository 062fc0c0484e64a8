// SPDX-License-Identifier: Apache-2.0
//
// The reports of `policy-check` as published, made of real checks of every kind of file: JSON fits docs/schema/check-v1.json and holds
// nothing beyond it, SARIF its own schema, code quality what GitLab demands, JUnit is well-formed XML.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { check } from '../../src/check/check.js';
import type { CheckResult } from '../../src/check/finding.js';
import { codeQualityReport } from '../../src/check/report/codequality.js';
import { jsonReport } from '../../src/check/report/json.js';
import { junitReport } from '../../src/check/report/junit.js';
import { sarifReport } from '../../src/check/report/sarif.js';
import { EFFECTS } from '../../src/core/model.js';
import { ChangeReaders } from '../../src/main/change-readers.js';
import { changeOf } from '../support/change.js';
import { NOON, policyOf, principalOf } from '../support/judging.js';
import { isGitLabCodeQuality, isSarif, isXml } from '../support/report-formats.js';

type Part = Readonly<Record<string, unknown>>;
const schema = JSON.parse(readFileSync('docs/schema/check-v1.json', 'utf8')) as Part & { readonly $defs: Readonly<Record<string, Part>> };
const STRICT = { strict: true, allowUnionTypes: true, allErrors: true } as const;
const fits = new Ajv2020(STRICT).compile(schema);

// With no member beyond the published ones: reports of this version hold nothing that is not documented.
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) => [key, closed(value)] as const);
  return { ...Object.fromEntries(entries), ...('properties' in part && 'required' in part ? { additionalProperties: false } : {}) };
}
const fitsExactly = new Ajv2020(STRICT).compile({ ...(closed(schema) as Part), $id: 'urn:ostiary:check-v1-closed' });

const POLICY = `
extends: [ostiary:postgres, ostiary:migrations, ostiary:kubernetes, ostiary:terraform, ostiary:shell, ostiary:code]
changes:
  - { paths: ["db/**/*.sql"], tool: dbmate, resource: db }
  - { paths: ["k8s/**"], as: kubernetes, resource: cluster }
  - { paths: ["tf/*.json"], tool: terraform, resource: cluster }
  - { paths: ["requests/*.http"], as: http, resource: db }
rules:
  - { id: writes, match: { principal: robot, effect: [read, write, schema] }, decide: allow }
  - { id: watch, match: { effect: write, object: public.watched }, decide: deny, observe: true, until: 2026-12-31 }
`;
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: shop }\nspec: { hostNetwork: true, containers: [{ name: a, image: a:latest, securityContext: { privileged: true } }] }\n';
const HOSTILE = '"<![CDATA[ ]]> & \u202E \u0000 \u001b[31m ::error::x';

async function checked(head: Record<string, string | Buffer>, { base = {}, policy = POLICY, preview = false }: { base?: Record<string, string>; policy?: string; preview?: boolean } = {}): Promise<CheckResult> {
  return check({ source: changeOf(base, head), policy: await policyOf(policy), policySource: 'github:812364@5f0c:.ostiary/policy.yml', preview, principal: principalOf('robot'), readers: new ChangeReaders(), now: NOON });
}

const CHANGES: [name: string, head: Record<string, string | Buffer>, more?: Parameters<typeof checked>[1]][] = [
  ['nothing', {}],
  ['migrations', { 'db/1.sql': '-- migrate:up\nCREATE TABLE a (id int);\nCREATE INDEX i ON old (b);\nUPDATE watched SET a = refund(1);\n-- migrate:down\nDROP TABLE a;\n' }],
  ['SQL of every effect', { 'db/2.sql': "DELETE FROM t; TRUNCATE t; GRANT a TO b; LOAD 'x'; SET ROLE x; DO $$ BEGIN END $$; SELECT ssn, count(*) FROM c WHERE email = 'x' GROUP BY 1; SELCT" }],
  ['no text', { 'db/3.sql': Buffer.from([0xff, 0x00]), 'a.bin': Buffer.alloc(9, 0) }],
  ['manifests', { 'k8s/a.yaml': POD }, { base: { 'k8s/b.yaml': POD } }],
  ['a plan that is none', { 'tf/plan.json': '{}' }],
  ['scripts and workflows', { 'deploy.sh': 'rm -rf / --no-preserve-root\n"$CMD" | sh\n', '.github/workflows/a.yml': 'on: pull_request_target\njobs:\n  a:\n    runs-on: self-hosted\n    steps: [{ uses: a/b@main }, { run: "curl x | sh" }]\n', Makefile: 'all:\n\tpsql -c "DROP TABLE a"\n' }],
  ['dependencies and secrets', { 'package.json': '{"dependencies":{"a":"evil/a"}}', '.env': `TOKEN=ghp_${'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6'}\n`, 'AGENTS.md': 'x' }],
  ['hostile words', { [`db/${HOSTILE.replaceAll('/', '')}.sql`]: `SELECT "${HOSTILE}"('x')`, 'x.sh': `echo '${HOSTILE}'` }],
  ['only observed', { 'db/1.sql': 'DROP TABLE a' }, { policy: `mode: observe\nuntil: 2026-12-31\n${POLICY}` }],
  ['only previewed', { 'db/1.sql': 'DROP TABLE a' }, { preview: true }],
];

describe.each(CHANGES)('the reports of %s', (_name, head, more) => {
  it('fit their schemas, and hold nothing else', async () => {
    const result = await checked(head, more);
    const report: unknown = JSON.parse(jsonReport(result, '0.1.0'));
    fits(report);
    expect(fits.errors).toBeNull();
    fitsExactly(report);
    expect(fitsExactly.errors).toBeNull();
    expect(isSarif(sarifReport(result, '0.1.0'))).toBeNull();
    expect(isGitLabCodeQuality(codeQualityReport(result))).toBeNull();
    expect(isXml(junitReport(result))).toBeNull();
  });
});

describe('docs/schema/check-v1.json', () => {
  const good = async (): Promise<Record<string, unknown>> => JSON.parse(jsonReport(await checked({ 'db/1.sql': '-- migrate:up\nDROP TABLE a; UPDATE watched SET a = 1 WHERE b = 2' }), '0.1.0')) as Record<string, unknown>;

  it.each<[string, (report: Record<string, unknown>) => void]>([
    ['another format', (report) => { report['format'] = 'ostiary-check-v2'; }], ['no digest', (report) => { delete report['digest']; }], ['a decision of another name', (report) => { report['decision'] = 'maybe'; }],
    ['a finding that is allowed', (report) => { (report['findings'] as { decision: string }[])[0]!.decision = 'allow'; }], ['an operation without a line', (report) => { delete (report['operations'] as { line?: number }[])[0]!.line; }],
    ['a commit that is a branch', (report) => { report['base'] = 'main'; }],
  ])('does not fit %s', async (_name, spoil) => {
    const report = await good();
    expect(fits(report)).toBe(true);
    spoil(report);
    expect(fits(report)).toBe(false);
  });

  it('is held to members that it names', async () => {
    const report = await good();
    expect(fitsExactly({ ...report, later: true })).toBe(false);
    expect(fits({ ...report, later: true })).toBe(true);
    expect((report['operations'] as { observed: unknown }[]).map(({ observed }) => observed)).toContainEqual([{ rule: 'watch', decision: 'deny' }]);
  });

  it('knows every effect', () => {
    const { effect } = (schema.$defs['access'] as { properties: Readonly<Record<string, { enum?: readonly string[] }>> }).properties;
    expect(effect?.enum).toEqual(EFFECTS);
  });
});
