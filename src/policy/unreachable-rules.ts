// SPDX-License-Identifier: Apache-2.0
//
// Rules that have no say: about nothing that the policy has, or behind a stricter rule that is about all that they are about. Refuses to
// guess: what can't be shown from the patterns alone is left unsaid.
import { compileGlob, isGlob } from '../core/glob.js';
import type { DecisionKind } from '../core/model.js';
import type { Resource } from './model.js';
import { itemsOf, present } from './node.js';
import { quoted, warning, type Finding } from './problem.js';
import type { CompiledRule } from './rules.js';
import type { Located } from './yaml.js';

const STRICTNESS: Readonly<Record<DecisionKind, number>> = { allow: 0, review: 1, deny: 2 };
/** Keys whose patterns can be compared; a rule with any other key is never taken for the wider one. */
const COMPARED = ['principal', 'resource', 'environment', 'operation', 'effect', 'object', 'statement'] as const;

/** A warning for each of the policy's own rules that can't matter. `node`: the `rules:` of the policy. */
export function unreachableRules(node: Located | undefined, rules: { readonly own: readonly CompiledRule[]; readonly packs: readonly CompiledRule[] }, resources: Readonly<Record<string, Resource>>): readonly Finding[] {
  const all = [...rules.own, ...rules.packs];
  return itemsOf(node).flatMap((item, index) => {
    // Each item was read as a rule.
    const own = rules.own[index] as CompiledRule;
    const { at } = present(item, 'id');
    const nowhere = aboutNothing(own, Object.values(resources));
    if (nowhere !== null) return [warning(at, `rule ${quoted(own.rule.id)} never matches: ${nowhere}`, 'take it out, or name what it is about')];
    const stricter = all.find((other) => other.rule.id !== own.rule.id && shadows(other, own));
    if (stricter === undefined) return [];
    return [warning(at, `rule ${quoted(own.rule.id)} never decides anything: ${quoted(stricter.rule.id)} ${stricter.rule.decide === 'deny' ? 'denies' : 'wants a review of'} all that it is about`, 'take one of them out, or make the stricter one narrower')];
  });
}

function aboutNothing({ rule }: CompiledRule, resources: readonly Resource[]): string | null {
  const named = patternsOf(rule.match['resource']);
  const fitting = resources.filter(({ name }) => named === null || named.some((pattern) => compileGlob(pattern, '')(name)));
  if (named !== null && fitting.length === 0) return named.every(isGlob) ? 'no resource has such a name' : null;
  const environments = patternsOf(rule.match['environment']);
  if (environments === null || fitting.length === 0) return null;
  const some = fitting.some(({ environment }) => environment === null || environments.some((pattern) => compileGlob(pattern, '')(environment)));
  return some ? null : 'no resource is in such an environment';
}

/** True when a rule is stricter, always hits where the other does, and is not waived or only observed. */
function shadows({ rule, condition }: CompiledRule, { rule: other }: CompiledRule): boolean {
  if (rule.decide === null || other.decide === null || rule.when !== null || condition !== null || rule.observeUntil !== null || rule.override !== null) return false;
  if (other.masks.length > 0 || other.maxRows !== null || STRICTNESS[rule.decide] <= STRICTNESS[other.decide]) return false;
  if (Object.keys(rule.match).some((key) => !COMPARED.some((known) => known === key))) return false;
  return COMPARED.every((key) => covers(key, patternsOf(rule.match[key]), patternsOf(other.match[key])));
}

// An allow rule without `effect` is about every effect but `unknown`, as `*` is.
function covers(key: (typeof COMPARED)[number], wide: readonly string[] | null, narrow: readonly string[] | null): boolean {
  if (wide === null) return true;
  if (narrow === null) return key === 'effect' ? wide.includes('*') : wide.includes('**') || (wide.includes('*') && key !== 'environment');
  return narrow.every((pattern) => wide.some((candidate) => coversOne(key, candidate, pattern)));
}

function coversOne(key: (typeof COMPARED)[number], wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  if (key === 'effect') return wide === '*' && narrow !== 'unknown';
  if (wide === '*' || wide === '**') return true;
  // Names of SQL and of everything else are parted differently: it has to hold for both.
  return !isGlob(narrow) && ['.', '/'].every((separator) => compileGlob(wide, key === 'object' ? separator : '')(narrow));
}

function patternsOf(value: unknown): readonly string[] | null {
  if (value === undefined) return null;
  return (Array.isArray(value) ? value : [value]).map(String);
}
