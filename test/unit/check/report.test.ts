// SPDX-License-Identifier: Apache-2.0
import { type CheckResult, MAX_TEXT, type Prediction, shown } from '../../../src/check/finding.js';
import { codeQualityReport } from '../../../src/check/report/codequality.js';
import { jsonReport } from '../../../src/check/report/json.js';
import { junitReport } from '../../../src/check/report/junit.js';
import { markdownReport } from '../../../src/check/report/markdown.js';
import { sarifReport } from '../../../src/check/report/sarif.js';
import { painter, textReport } from '../../../src/check/report/text.js';
import { isGitLabCodeQuality, isSarif, isXml } from '../../support/report-formats.js';

const HOSTILE = '`code` | <script>alert(1)</script> ::error::x \u202Eevil\u200b\u0000\u001b[31m "q" & ]]> --';
const prediction = (more: Partial<Prediction> = {}): Prediction => ({
  path: 'db/1 ü.sql', line: 3, kind: 'sql', resource: 'orders-db', operation: 'sql.drop_table', statement: 'DROP TABLE', text: shown('DROP TABLE a'), bytes: 'DROP TABLE a', settings: {}, decision: 'deny',
  rules: ['ostiary:postgres/no-drop', 'mine'], reasons: ["a rollback can't bring the data back"], hazards: [{ id: 'drop-table', detail: 'the table `a` is gone' }], accesses: [], unknown: [], observed: [], assumed: true, digest: 'd'.repeat(64), ...more,
});
const result = (operations: readonly Prediction[], more: Partial<CheckResult> = {}): CheckResult => ({
  decision: 'deny', digest: 'c'.repeat(64), base: 'b'.repeat(40), head: 'a'.repeat(40), files: 1, policy: { source: '.ostiary/policy.yml@1', digest: 'p', preview: false, observeUntil: null },
  operations, findings: operations.filter(({ decision }) => decision !== 'allow'), observed: 0, ...more,
});
const one = result([prediction(), prediction({ decision: 'review', rules: ['r'], line: 9 }), prediction({ decision: 'allow' })]);
const hostile = result([prediction({ path: `${HOSTILE}/x`, text: shown(`${HOSTILE} 2`), reasons: [shown(HOSTILE)], hazards: [{ id: 'x', detail: shown(HOSTILE) }], unknown: [shown(HOSTILE)] })]);

describe('shown', () => {
  it.each([
    ['white space folded', 'a \n\t b', 'a b'], ['a zero-width space', 'a\u200bb', 'a\\u{200b}b'], ['a bidirectional control', '\u202Ea', '\\u{202e}a'], ['a control character', 'a\u001b[1m', 'a\\u{1b}[1m'], ['other scripts', 'äöü 商品', 'äöü 商品'],
  ])('makes visible: %s', (_name, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('cuts with a mark', () => {
    expect(shown('x'.repeat(MAX_TEXT + 1))).toBe(`${'x'.repeat(MAX_TEXT)} …`);
    expect(shown('x'.repeat(MAX_TEXT))).toBe('x'.repeat(MAX_TEXT));
  });
});

describe('sarifReport', () => {
  it.each([['findings', one], ['nothing', result([])], ['hostile text', hostile], ['more than are shown', result(Array.from({ length: 5_003 }, (_x, index) => prediction({ line: index + 1 })))]])('is valid with %s', (_name, checked) => {
    expect(isSarif(sarifReport(checked, '0.1.0'))).toBeNull();
  });

  it('has a place, a rule, a level and a stable fingerprint for each finding', () => {
    const { runs: [run] } = JSON.parse(sarifReport(one, '0.1.0')) as { runs: [{ results: { ruleId: string; level: string; partialFingerprints: object; locations: [{ physicalLocation: object }] }[] }] };
    expect(run.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([['ostiary:postgres/no-drop', 'error'], ['r', 'warning']]);
    expect(run.results[0]?.locations[0].physicalLocation).toEqual({ artifactLocation: { uri: 'db/1%20%C3%BC.sql' }, region: { startLine: 3 } });
    expect(run.results[0]?.partialFingerprints).not.toEqual(run.results[1]?.partialFingerprints);
  });

  it('says what it leaves out', () => {
    expect(sarifReport(result(Array.from({ length: 5_003 }, () => prediction())), '0.1.0')).toContain('3 more findings are left out');
  });
});

describe('what nobody understands', () => {
  const WHY = 'it is a template that says nothing';
  const unread = result([prediction({ kind: 'kubernetes', statement: 'UNKNOWN', text: WHY, unknown: [WHY], reasons: [`not understood: ${WHY}`], hazards: [] })]);
  it('is said once', () => {
    expect(textReport(unread, painter(false)).split(WHY)).toHaveLength(2);
    expect(markdownReport(unread).split(WHY)).toHaveLength(2);
  });
});

describe('codeQualityReport', () => {
  it('has the fields that GitLab demands, each finding with a fingerprint of its own', () => {
    const report = JSON.parse(codeQualityReport(result([prediction(), prediction()]))) as { fingerprint: string }[];
    expect(report[0]).toEqual({ description: expect.stringContaining('DROP TABLE on `orders-db` is not allowed'), check_name: 'ostiary:postgres/no-drop', fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/), severity: 'critical', location: { path: 'db/1 ü.sql', lines: { begin: 3 } } });
    expect(report[0]?.fingerprint).not.toBe(report[1]?.fingerprint);
  });
});

describe('junitReport', () => {
  it('counts tests and failures', () => {
    expect(junitReport(one)).toContain('tests="3" failures="2"');
  });

  it('keeps hostile text inside its place', () => {
    const text = junitReport(hostile);
    expect(text).not.toContain('<script>');
    expect(text).not.toMatch(/[\u0000-\u0008\u001b]/);
    expect(text.match(/<failure /g)).toHaveLength(1);
    expect(isXml(text)).toBeNull();
    expect(isGitLabCodeQuality(codeQualityReport(hostile))).toBeNull();
  });
});

describe('markdownReport', () => {
  it('groups by decision, with the statement, the rule, the reason and the way on', () => {
    const page = markdownReport(one);
    expect(page).toMatch(/#### Not allowed \(1\)[\s\S]*`DROP TABLE a`[\s\S]*no-drop[\s\S]*#### Needs a review \(1\)[\s\S]*review of its pull or merge request[\s\S]*Allowed \(1\)/);
  });

  it('lets no text of the change be markup', () => {
    const row = markdownReport(hostile).split('\n').find((line) => line.startsWith('| `` ')) ?? '';
    expect(row.replace(/(`+)(?:(?!\1)[\s\S])*?[^`]\1(?!`)/g, '')).not.toMatch(/<script|\u202E/);
    expect(markdownReport(hostile)).not.toContain('\u202E');
  });

  it('cuts loudly', () => {
    expect(markdownReport(result(Array.from({ length: 150 }, () => prediction())))).toContain('**50 more are left out here**');
  });

  it('says loudly that it only observes, or only previews', () => {
    expect(markdownReport(result([], { observed: 2, policy: { ...one.policy, observeUntil: '2026-12-31' } }))).toContain('**Only observing**: the policy only observes until 2026-12-31: 2 operations would have been refused');
    expect(markdownReport(result([], { policy: { ...one.policy, preview: true } }))).toContain('Preview');
  });
});

describe('textReport', () => {
  it('is plain without colours, and ends with the counts', () => {
    const text = textReport(one, painter(false));
    expect(text).not.toMatch(/\u001b/);
    expect(text).toContain('deny: 1 file, 3 operations: 1 denied, 1 needing review, 1 allowed');
  });

  it('goes on under the beginning of a line that is too long for the terminal, with or without colours', () => {
    const lines = textReport(one, painter(false), 60).trimEnd().split('\n');
    const narrow = lines.filter((line) => line.startsWith('        '));
    expect(narrow.filter((line) => line.length > 60)).toEqual([]);
    expect(narrow.length).toBeGreaterThan(textReport(one, painter(false)).split('\n').filter((line) => line.startsWith('        ')).length);
    expect(textReport(one, painter(true), 60).replace(/\u001b\[\d+m/g, '').trimEnd().split('\n')).toEqual(lines);
  });

  it('has colours of ours alone', () => {
    expect(textReport(hostile, painter(true)).replace(/\u001b\[(?:0|1|2|31|32|33)m/g, '').split('a rollback')[0]).not.toMatch(/\u001b/);
  });
});

describe('jsonReport', () => {
  it('holds the change set', () => {
    expect(JSON.parse(jsonReport(one, '0.1.0'))).toMatchObject({ format: 'ostiary-check-v1', digest: 'c'.repeat(64), operations: [{ digest: 'd'.repeat(64) }, {}, {}] });
  });
});
