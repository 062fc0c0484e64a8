// SPDX-License-Identifier: Apache-2.0
//
// Every rule of a built-in pack has its line in docs/rules.md, cases that it catches (`ng.*`) and look-alikes that it leaves alone (`ok.*`).
// In `.sql` and `.sh` files each line is a case; a file of another kind (`ng.yaml`, `ng.2.yaml`, `ok.diff`, `ok.json`) is one.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileGlob } from '../../src/core/glob.js';
import type { OperationFacts, OperationKind, ReadOperation, StatementFacts } from '../../src/core/model.js';
import { Readers } from '../../src/main/readers.js';
import { Detection } from '../../src/mask/detection.js';
import { DETECTORS } from '../../src/mask/detectors/registry.js';
import { EFFECTS_OF } from '../../src/parse/sql/builtins/functions-effects.js';
import type { Rule } from '../../src/policy/model.js';
import { BUILT_IN_PACKS } from '../../src/policy/packs.js';
import { NOON, policyOf, principalOf } from '../support/judging.js';

const CORPUS = 'test/corpus/policy';
const ALLOW_ALL = 'rules: [ { id: all, match: { effect: ["*", unknown] }, decide: allow } ]';
const policy = await policyOf(`extends: [${BUILT_IN_PACKS.join(', ')}]\n${ALLOW_ALL}`);
const rules = policy.rules.filter(({ pack }) => pack !== null);
const readers = new Readers();
const detection = new Detection(DETECTORS);

const folderOf = (rule: Rule) => join(CORPUS, rule.id.replace('ostiary:', ''));

/** By the ending of a case's file: what it is, and on which resource of test/support/judging.ts. */
const KINDS: Readonly<Record<string, { readonly kind: OperationKind; readonly resource: string }>> = {
  sql: { kind: 'sql', resource: 'db' }, sh: { kind: 'shell', resource: 'box' }, yaml: { kind: 'kubernetes', resource: 'cluster' },
  diff: { kind: 'file', resource: 'repository' }, json: { kind: 'file', resource: 'repository' },
};
interface Case {
  readonly text: string;
  readonly ending: string;
}
const casesOf = (rule: Rule, verdict: 'ng' | 'ok'): Case[] => readdirSync(folderOf(rule)).filter((file) => file.startsWith(`${verdict}.`)).flatMap((file) => {
  const ending = file.slice(file.lastIndexOf('.') + 1);
  const text = readFileSync(join(folderOf(rule), file), 'utf8');
  return (ending === 'sql' || ending === 'sh' ? text.trim().split('\n') : [text]).map((one) => ({ text: one, ending }));
});

async function operationsOf({ text, ending }: Case): Promise<readonly ReadOperation[]> {
  const kind = KINDS[ending]?.kind ?? 'sql';
  return (await readers.including(kind))[kind]?.(text) ?? [];
}

async function factsOf(sql: string): Promise<OperationFacts> {
  return ((await operationsOf({ text: sql, ending: 'sql' }))[0] as ReadOperation).facts;
}

function ledTo({ kind, facts, size, paths }: ReadOperation, resource: string): readonly string[] {
  const operation = { kind, resource: { name: resource, target: 'x' }, facts, parameters: [], data: null, settings: {}, ...(size === undefined ? {} : { size }), ...(paths === undefined ? {} : { paths }) };
  return policy.decide({ operation, principal: principalOf('robot'), resource, now: NOON }).rules;
}

/** True when the rule has to do with a case: decides about an operation of it, or masks something that it returns. */
async function catches(rule: Rule, one: Case): Promise<boolean> {
  const operations = await operationsOf(one);
  if (rule.decide !== null) return operations.some((operation) => ledTo(operation, KINDS[one.ending]?.resource ?? 'db').includes(rule.id));
  return rule.masks.some(({ column }) => (column.startsWith('content:') ? detects(column.slice('content:'.length), one.text) : operations.some(({ facts }) => returns(facts as StatementFacts, column))));
}

async function caught(rule: Rule, cases: readonly Case[], expected: boolean): Promise<string[]> {
  const answers = await Promise.all(cases.map((one) => catches(rule, one)));
  return cases.filter((_one, index) => answers[index] !== expected).map(({ text }) => text);
}

function detects(detector: string, text: string): boolean {
  return detection.inText(text).some(({ name }) => name === detector);
}

function returns(facts: StatementFacts, column: string): boolean {
  const glob = compileGlob(column, '.');
  if (facts.outputs === null || facts.outputs === 'unknown') return false;
  return facts.outputs.some((output) => output.origins?.some((origin) => glob(`${origin.relation}.${origin.column}`)) === true);
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  it('catches its ng cases', async () => {
    expect(casesOf(rule, 'ng')).not.toEqual([]);
    expect(await caught(rule, casesOf(rule, 'ng'), true)).toEqual([]);
  });

  it('leaves its ok cases alone', async () => {
    expect(casesOf(rule, 'ok')).not.toEqual([]);
    expect(await caught(rule, casesOf(rule, 'ok'), false)).toEqual([]);
  });

  it('tells the one who is refused why', () => {
    expect(rule.because).not.toBeNull();
  });
});

describe('the corpus', () => {
  it('has no folder without a rule', () => {
    const folders = readdirSync(CORPUS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap(({ name }) => readdirSync(join(CORPUS, name)).map((inner) => join(CORPUS, name, inner)));
    expect(folders.sort()).toEqual(rules.map(folderOf).sort());
  });

  it('leaves reads and writes of data to the policy\'s own rules', async () => {
    const ordinary = ['SELECT 1', 'SELECT id, status FROM public.orders WHERE id = 7', 'INSERT INTO public.orders (id) VALUES (1)', 'UPDATE public.orders SET status = \'x\' WHERE id = 7', 'DELETE FROM public.orders WHERE id = 7', 'BEGIN', 'COMMIT', 'SET statement_timeout = 100', 'COPY public.orders TO STDOUT'];
    const facts = await Promise.all(ordinary.map(factsOf));
    const decisions = facts.map((one) => policy.decide({ operation: { kind: 'sql', resource: { name: 'db', target: 'x' }, facts: one, parameters: [], data: null, settings: {} }, principal: principalOf('robot'), resource: 'db', now: NOON }));
    expect(decisions.map(({ decision, rules: led }, index) => `${ordinary[index]}: ${decision} ${led.join(' ')}`).filter((line) => !/: allow (all|builtin:session)$/.test(line))).toEqual([]);
  });

  it('covers every function that reads files of the server or leaves it', () => {
    const covered = (id: string, cls: 'file' | 'outside') => {
      const globs = (rules.find((rule) => rule.id === `ostiary:postgres/${id}`)?.match['object'] as readonly string[]).map((pattern) => compileGlob(pattern, '.'));
      return Object.values(EFFECTS_OF[cls]).flatMap((names) => names.trim().split(/\s+/)).filter((name) => !globs.some((glob) => glob(`pg_catalog.${name}`)));
    };
    expect([covered('no-server-files', 'file'), covered('no-outside', 'outside')]).toEqual([[], []]);
  });
});

describe('docs/rules.md', () => {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const about = (rule: Rule) => (rule.masks.length > 0 ? rule.masks.map(({ column }) => `\`${column}\``).join(' ') : Object.entries(rule.match).map(([key, value]) => `${key} ${[value].flat().map((one) => `\`${String(one)}\``).join(' ')}`).join('; '));
  const verb = (rule: Rule) => rule.decide ?? `mask: ${[...new Set(rule.masks.map(({ style }) => style))].join(', ')}`;
  const table = (pack: string) => ['| rule | does | about | because |', '|---|---|---|---|', ...rules.filter((rule) => rule.pack === pack).map((rule) => `| \`${rule.id}\` | ${verb(rule)} | ${cell(about(rule))} | ${cell(rule.because ?? '')} |`)].join('\n');

  it.each([...BUILT_IN_PACKS])('has the table of %s (UPDATE_DOCS=1 writes it)', (pack) => {
    const page = readFileSync('docs/rules.md', 'utf8');
    const marked = new RegExp(`(<!-- ${pack} -->\\n)[\\s\\S]*?(\\n<!-- end -->)`);
    expect(page).toMatch(marked);
    const written = page.replace(marked, (_all, begin: string, end: string) => `${begin}${table(pack)}${end}`);
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync('docs/rules.md', written);
    expect(readFileSync('docs/rules.md', 'utf8')).toBe(written);
  });
});
