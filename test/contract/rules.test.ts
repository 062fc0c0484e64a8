// SPDX-License-Identifier: Apache-2.0
//
// Every rule of a built-in pack has its line in docs/rules.md, statements that it catches and look-alikes that it leaves alone.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileGlob } from '../../src/core/glob.js';
import type { StatementFacts } from '../../src/core/model.js';
import { Detection } from '../../src/mask/detection.js';
import { DETECTORS } from '../../src/mask/detectors/registry.js';
import { EFFECTS_OF } from '../../src/parse/sql/functions-effects.js';
import { SqlParser } from '../../src/parse/sql/parser.js';
import { resolve } from '../../src/parse/sql/resolve.js';
import type { Rule } from '../../src/policy/model.js';
import { BUILT_IN_PACKS } from '../../src/policy/packs.js';
import { NOON, policyOf, principalOf } from '../support/judging.js';

const CORPUS = 'test/corpus/policy';
const ALLOW_ALL = 'rules: [ { id: all, match: { effect: ["*", unknown] }, decide: allow } ]';
const policy = await policyOf(`extends: [${BUILT_IN_PACKS.join(', ')}]\n${ALLOW_ALL}`);
const rules = policy.rules.filter(({ pack }) => pack !== null);
const parser = await SqlParser.load();
const detection = new Detection(DETECTORS);

const folderOf = (rule: Rule) => join(CORPUS, rule.id.replace('ostiary:', ''));
const linesOf = (rule: Rule, file: string) => readFileSync(join(folderOf(rule), file), 'utf8').trim().split('\n');

function factsOf(sql: string): StatementFacts {
  const [draft] = parser.analyse(Buffer.from(sql));
  return resolve(draft as NonNullable<typeof draft>, { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false }, parser);
}

/** True when the rule has to do with a statement: decides about it, or masks something that it returns. */
function catches(rule: Rule, sql: string): boolean {
  const facts = factsOf(sql);
  if (rule.decide !== null) {
    const operation = { kind: 'sql' as const, resource: { name: 'db', target: 'x' }, facts, parameters: [], data: null, settings: {} };
    return policy.decide({ operation, principal: principalOf('robot'), resource: 'db', now: NOON }).rules.includes(rule.id);
  }
  return rule.masks.some(({ column }) => (column.startsWith('content:') ? detects(column.slice('content:'.length), sql) : returns(facts, column)));
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
  it('catches its ng.sql, line by line', () => {
    expect(linesOf(rule, 'ng.sql').filter((sql) => !catches(rule, sql))).toEqual([]);
  });

  it('leaves its ok.sql alone', () => {
    expect(linesOf(rule, 'ok.sql').filter((sql) => catches(rule, sql))).toEqual([]);
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

  it('leaves reads and writes of data to the policy\'s own rules', () => {
    const ordinary = ['SELECT 1', 'SELECT id, status FROM public.orders WHERE id = 7', 'INSERT INTO public.orders (id) VALUES (1)', 'UPDATE public.orders SET status = \'x\' WHERE id = 7', 'DELETE FROM public.orders WHERE id = 7', 'BEGIN', 'COMMIT', 'SET statement_timeout = 100', 'COPY public.orders TO STDOUT'];
    const decisions = ordinary.map((sql) => policy.decide({ operation: { kind: 'sql', resource: { name: 'db', target: 'x' }, facts: factsOf(sql), parameters: [], data: null, settings: {} }, principal: principalOf('robot'), resource: 'db', now: NOON }));
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
