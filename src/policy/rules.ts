// SPDX-License-Identifier: Apache-2.0
//
// Reads rules, of a policy and of packs alike, into what evaluate.ts runs. Refuses rules that say nothing, waivers without an end, and
// restrictions that can never hit because a name in them is mistyped.
import { isGlob } from '../core/glob.js';
import type { DecisionKind } from '../core/model.js';
import { readMasks } from './masks.js';
import { compileMatch, type CompiledMatch } from './match.js';
import type { Approvers, Override, Rule } from './model.js';
import { child, entriesOf, flagOf, itemsOf, manyOf, present, sentenceOf, textOf } from './node.js';
import { mistake, quoted, suggestion, warning, type Finding } from './problem.js';
import { dayOf, endOfDay, secondsOf } from './time.js';
import type { Condition, ConditionCompiler } from './when.js';
import type { Located } from './yaml.js';

/** A rule ready to be asked. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly match: CompiledMatch;
  readonly condition: Condition | null;
}

/** Where rules come from and what they may refer to. */
export interface RuleSource {
  /** Name of the pack; null: the policy itself. */
  readonly pack: string | null;
  readonly overrides: ReadonlyMap<string, Override>;
  readonly approvers: Approvers;
  /** Names that literals in `match` have to be among; null: not known here (packs). */
  readonly names: { readonly principal: readonly string[]; readonly resource: readonly string[] } | null;
  /** Milliseconds. */
  readonly now: number;
  /** Made when the first `when:` is met. */
  readonly compiler: ConditionCompiler | null;
  readonly findings: Finding[];
}

/** Policies without `approvers`: one person, for a working day. */
export const DEFAULT_APPROVERS: Approvers = { users: [], teams: [], codeowners: false, count: 1, expiresSeconds: 8 * 3600 };

/** Approvers as written under a key, on top of those inherited. */
export function readApprovers(node: Located | undefined, inherited: Approvers): Approvers {
  if (node === undefined) return inherited;
  const users = child(node, 'users');
  const teams = child(node, 'teams');
  const count = child(node, 'count');
  const expires = textOf(node, 'expires');
  return {
    users: users === undefined ? inherited.users : itemsOf(users).map((item) => Number(item.value)),
    teams: teams === undefined ? inherited.teams : itemsOf(teams).map((item) => String(item.value)),
    codeowners: child(node, 'codeowners') === undefined ? inherited.codeowners : flagOf(node, 'codeowners'),
    count: count === undefined ? inherited.count : Number(count.value),
    expiresSeconds: expires === null ? inherited.expiresSeconds : secondsOf(expires),
  };
}

/** A demand for more people than are named waits for ever. */
export function checkApprovers(node: Located | undefined, { users, teams, codeowners, count }: Approvers, findings: Finding[]): void {
  const people = new Set(users).size;
  if (node === undefined || people === 0 || people >= count || teams.length > 0 || codeowners) return;
  findings.push(warning(node.at, `\`approvers\` names ${people} ${people === 1 ? 'person' : 'people'} and asks for ${count}, so nothing could be approved`, 'name more people, or a team'));
}

/** All rules of one source. */
export function readRules(node: Located | undefined, source: RuleSource): readonly CompiledRule[] {
  const seen = new Set<string>();
  return itemsOf(node).map((item) => {
    const id = present(item, 'id');
    const name = String(id.value);
    if (seen.has(name)) source.findings.push(mistake(id.at, `rule ${quoted(name)} is there twice`, 'a decision names its rule, so give it a name of its own'));
    if (source.pack === null && name === 'default') source.findings.push(mistake(id.at, 'a rule can not be called `default`', 'decisions without any rule are reported under that name'));
    seen.add(name);
    return readRule(item, name, source);
  });
}

function readRule(node: Located, name: string, source: RuleSource): CompiledRule {
  const { pack, findings } = source;
  const id = pack === null ? name : `${pack}/${name}`;
  const decide = textOf(node, 'decide') as DecisionKind | null;
  const masks = readMasks(child(node, 'mask'), findings);
  const maxRows = child(node, 'max_rows');
  if (decide === null && masks.length === 0 && maxRows === undefined) {
    findings.push(mistake(node.at, `rule ${quoted(name)} decides nothing`, 'give it `decide`, `mask` or `max_rows`'));
  }
  const matchNode = present(node, 'match');
  const match = matchNode.value as Rule['match'];
  const approvers = readApprovers(child(node, 'approvers'), source.approvers);
  checkApprovers(child(node, 'approvers'), approvers, findings);
  checkNames(matchNode, { name, decide }, source);
  return {
    rule: {
      id, pack, decide, because: sentenceOf(node, 'because'), match, when: textOf(node, 'when'), masks,
      maxRows: maxRows === undefined ? null : Number(maxRows.value),
      observeUntil: readObserve(node, { name, decide }, source), override: source.overrides.get(id) ?? null,
      approvers,
    },
    match: compileMatch(match, decide === 'allow'),
    condition: readCondition(node, name, source),
  };
}

interface Named {
  readonly name: string;
  readonly decide: DecisionKind | null;
}

// A mistyped name makes an allow rule miss, which is safe, and any other rule toothless, which is not.
function checkNames(match: Located, { name, decide }: Named, { names, findings }: RuleSource): void {
  if (names === null) return;
  for (const key of ['principal', 'resource'] as const) {
    for (const literal of manyOf(match, key) ?? []) {
      const text = String(literal.value);
      if (isGlob(text) || names[key].includes(text)) continue;
      const message = `rule ${quoted(name)} is about the ${key} ${quoted(text)}, which \`${key === 'principal' ? 'identities' : 'resources'}\` does not have: ${suggestion(text, names[key])}`;
      findings.push((decide === 'allow' ? warning : mistake)(literal.at, message));
    }
  }
  for (const literal of manyOf(match, 'object') ?? []) checkObject(match, literal, { name, findings });
}

function checkObject(match: Located, literal: Located, { name, findings }: { name: string; findings: Finding[] }): void {
  const text = String(literal.value);
  const effects = (manyOf(match, 'effect') ?? []).map((effect) => effect.value);
  if (/[.*?/]/u.test(text) || !effects.some((effect) => effect === 'read' || effect === 'write' || effect === 'destroy')) return;
  findings.push(warning(literal.at, `rule ${quoted(name)} asks for the object ${quoted(text)}, which no table is called`, `tables are \`schema.name\`: write \`public.${text}\` or \`*.${text}\``));
}

function readObserve(node: Located, { name, decide }: Named, { findings, now }: RuleSource): number | null {
  const observe = child(node, 'observe');
  const until = child(node, 'until');
  if (observe?.value !== true) {
    if (until !== undefined) findings.push(mistake(until.at, `rule ${quoted(name)} has \`until\` without \`observe: true\``));
    return null;
  }
  if (decide !== 'review' && decide !== 'deny') findings.push(mistake(observe.at, `rule ${quoted(name)} refuses nothing, so there is nothing to observe`));
  if (until === undefined) {
    findings.push(mistake(observe.at, `rule ${quoted(name)} observes without end`, 'add the day until which, `until: 2027-03-01`'));
    return null;
  }
  return readDay(until, findings, { now, ended: `rule ${quoted(name)} was observed until then: it is enforced now` });
}

/** The end of the day under an `until`, in milliseconds; warns when it is over. null: no such day, and that was said. */
export function readDay(node: Located, findings: Finding[], { now, ended }: { now: number; ended: string }): number | null {
  const end = endOfDay(String(node.value));
  if (end === null) findings.push(mistake(node.at, `${quoted(node.value)} is not a day`, 'write year-month-day, `2027-03-01`'));
  else if (now > end) findings.push(warning(node.at, `${quoted(dayOf(end))} is over: ${ended}`, 'take it out, or set a new day'));
  return end;
}

function readCondition(node: Located, name: string, { compiler, findings }: RuleSource): Condition | null {
  const when = child(node, 'when');
  if (when === undefined || compiler === null) return null;
  const compiled = compiler.compile(String(when.value));
  if (typeof compiled !== 'string') return compiled;
  findings.push(mistake(when.at, `the \`when\` of rule ${quoted(name)} ${compiled}`));
  return null;
}

/** What `packs:` says of single rules, by full id. */
export function readOverrides(node: Located | undefined, { now, findings }: Pick<RuleSource, 'now' | 'findings'>): ReadonlyMap<string, Override> {
  return new Map(entriesOf(node).map(({ key, keyAt, node: entry }) => {
    const decide = textOf(entry, 'decide') as Override['decide'];
    const because = sentenceOf(entry, 'because');
    const until = child(entry, 'until');
    if (decide === 'off' && (because === null || until === undefined)) {
      findings.push(mistake(keyAt, `${quoted(key)} is switched off without ${because === null ? '`because`' : '`until`'}`, 'a rule of a pack may be off for a reason and for a time'));
    }
    const end = until === undefined ? null : readDay(until, findings, { now, ended: `${quoted(key)} is as its pack has it again` });
    return [key, { decide, because, until: end }];
  }));
}

/** Holds `packs:` against the rules that the packs really have. */
export function checkOverrides(node: Located | undefined, rules: readonly CompiledRule[], findings: Finding[]): void {
  const known = new Map(rules.map(({ rule }) => [rule.id, rule]));
  for (const { key, keyAt } of entriesOf(node)) {
    const rule = known.get(key);
    const override = rule?.override ?? null;
    if (rule === undefined || override === null) findings.push(mistake(keyAt, `no pack in \`extends\` has a rule ${quoted(key)}: ${suggestion(key, [...known.keys()])}`));
    else if (rule.decide === null && override.decide !== 'off') findings.push(mistake(keyAt, `${quoted(key)} decides nothing, so it can only be switched off`));
    else if (rule.decide === 'deny' && override.decide === 'review' && override.because === null) {
      findings.push(mistake(keyAt, `${quoted(key)} is loosened without \`because\``, 'say why a person may allow what the pack denies'));
    }
  }
}
