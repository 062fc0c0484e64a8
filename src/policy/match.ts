// SPDX-License-Identifier: Apache-2.0
//
// Compiles `match:` into tests with three answers: hit, miss, and unsure when the fact that is asked for is not known. Unsure makes an
// allow rule miss and every other rule hit (evaluate.ts). Refuses to guess: a name it can't read exactly is unsure.
import { compileGlob, compileGlobs, type Glob } from '../core/glob.js';
import { EFFECTS, type Effect, type OperationFacts, type OperationKind } from '../core/model.js';
import { comparisonTest, rowsTest } from './comparison.js';
import { type AccessTest, type Fit, HIT, MISS, UNSURE } from './fit.js';
import type { Resource } from './model.js';

/** A `match:` value as the schema lets it be. */
export type Match = Readonly<Record<string, unknown>>;

/** Who asks, and where. `names`: the principal's identity names. */
export interface Scope {
  readonly resource: Resource;
  readonly names: readonly string[];
}

const ALL_EFFECTS = (1 << EFFECTS.length) - 1;
const BITS = Object.fromEntries(EFFECTS.map((effect, index) => [effect, 1 << index])) as Record<Effect, number>;
const KNOWN_EFFECTS = ALL_EFFECTS & ~BITS.unknown;

/** The bit of an effect in `CompiledMatch.effects`. */
export function effectBit(effect: Effect): number {
  return BITS[effect];
}

export interface CompiledMatch {
  /** Bits of the effects that it is about. */
  readonly effects: number;
  /** True when the word `unknown` stands there: only then may an unknown effect be decided by this rule alone. */
  readonly namesUnknown: boolean;
  /** True when it asks nothing about the operation, only who and where. */
  readonly onlyScope: boolean;
  /** What it asks of each access, and of the rest of the operation. */
  readonly tests: readonly AccessTest[];
  /** Of its test of rows; null: it sets none. */
  readonly ceiling: number | null;
  scopeFit(scope: Scope): Fit;
  /** Whether it may be about an operation with these facts at all: its name, its statement, its hazards. They are always known, so it is yes or no. */
  suits(facts: Pick<OperationFacts, 'name' | 'statement' | 'hazards'>): boolean;
}

/** Compiles once. `allows`: the rule allows, so it has to cover all of an access; any other rule hits on any part of it. */
export function compileMatch(match: Match, allows: boolean): CompiledMatch {
  const effects = match['effect'] === undefined ? null : (listOf(match['effect']) as readonly string[]);
  const tests = accessTests(match, allows);
  const suiting = [operationTest(match['operation']), statementTest(match['statement']), hazardTest(match['hazard'], allows)].filter((test) => test !== null);
  return {
    effects: effects === null ? (allows ? KNOWN_EFFECTS : ALL_EFFECTS) : effects.reduce((bits, effect) => bits | (effect === '*' ? KNOWN_EFFECTS : BITS[effect as Effect]), 0),
    namesUnknown: effects?.includes('unknown') === true,
    onlyScope: effects === null && tests.length === 0 && suiting.length === 0,
    tests,
    ceiling: tests.find(({ key }) => key === 'rows')?.ceiling ?? null,
    scopeFit: compileScope(match),
    suits: (facts) => suiting.every((test) => test(facts)),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function globsOf(value: unknown, separator = ''): Glob | null {
  if (value === undefined) return null;
  return compileGlobs(listOf(value).map(String), separator);
}

function compileScope(match: Match): (scope: Scope) => Fit {
  const principal = globsOf(match['principal']);
  const resource = globsOf(match['resource']);
  const environment = globsOf(match['environment']);
  const labels = Object.entries((match['labels'] ?? {}) as Record<string, unknown>).map(([name, value]) => ({ name, glob: globsOf(value) as Glob }));
  return (scope) => {
    if (principal !== null && !scope.names.some(principal)) return MISS;
    if (resource !== null && !resource(scope.resource.name)) return MISS;
    for (const { name, glob } of labels) {
      const value = scope.resource.labels[name];
      if (value === undefined || !glob(value)) return MISS;
    }
    if (environment === null) return HIT;
    // A resource that does not say where it belongs may well be in production.
    if (scope.resource.environment === null) return UNSURE;
    return environment(scope.resource.environment) ? HIT : MISS;
  };
}

function accessTests(match: Match, allows: boolean): AccessTest[] {
  const tests: (AccessTest | null)[] = [
    objectTest(match['object'], allows), columnsTest(match['columns'], allows), rowsTest(match['rows'], allows),
    comparisonTest('size', match['size'], ['file', 'http', 'model', 'kubernetes']), pathsTest(match['paths'], allows),
  ];
  return tests.filter((test) => test !== null);
}

type FactsTest = CompiledMatch['suits'];

function operationTest(value: unknown): FactsTest | null {
  const glob = globsOf(value);
  return glob === null ? null : ({ name }) => glob(name);
}

function statementTest(value: unknown): FactsTest | null {
  const glob = value === undefined ? null : globsOf(listOf(value).map((pattern) => String(pattern).toUpperCase()));
  return glob === null ? null : ({ statement }) => glob(statement);
}

function hazardTest(value: unknown, allows: boolean): FactsTest | null {
  const glob = globsOf(value);
  if (glob === null) return null;
  return ({ hazards }) => hazards.length > 0 && (allows ? hazards.every(({ id }) => glob(id)) : hazards.some(({ id }) => glob(id)));
}

/** Names of SQL are parted by dots, those of everything else by slashes. */
function separatorOf(kind: OperationKind): '.' | '/' {
  return kind === 'sql' ? '.' : '/';
}

function objectTest(value: unknown, allows: boolean): AccessTest | null {
  if (value === undefined) return null;
  // `*` alone is everything, whatever parts it has.
  if (listOf(value).some((pattern) => pattern === '*' || pattern === '**')) return { key: 'object', fit: () => HIT };
  const globs = { '.': globsOf(value, '.') as Glob, '/': globsOf(value, '/') as Glob };
  const folded = globsOf(listOf(value).map((pattern) => String(pattern).toLowerCase()), '/') as Glob;
  const named = (kind: OperationKind, object: string): Fit => {
    // A quoted part holds dots of its own (core/catalog.ts), so where it ends is not certain.
    if (kind === 'sql' && object.includes('"')) return UNSURE;
    if (kind === 'kubernetes' && object.includes('*')) return setFit(object, globs['/'], listOf(value).map(String));
    if (globs[separatorOf(kind)](object)) return HIT;
    // Many servers take `/Admin` for `/admin`.
    return kind === 'http' && folded(object.toLowerCase()) ? UNSURE : MISS;
  };
  return {
    key: 'object',
    fit({ kind }, { object, effect, kin }) {
      if (object === null) return effect === 'read' || effect === 'control' ? MISS : UNSURE;
      const own = named(kind, object);
      return allows || kin === undefined ? own : strongest([own, ...kin.map((one) => named(kind, one))]);
    },
  };
}

function strongest(fits: readonly Fit[]): Fit {
  return fits.includes(HIT) ? HIT : fits.includes(UNSURE) ? UNSURE : MISS;
}

/** Longer than any name of the Kubernetes API (253), so that no row of `?` covers it. */
const ANY_NAME = 'x'.repeat(300);

// A list, a watch or a deletion of many is about a set, `shop/secrets/*`. A pattern that holds all of it hits; one that may hold some of it, such as
// `shop/secrets/db`, is unsure, so that nobody gets by a list what is denied by name.
function setFit(object: string, glob: Glob, patterns: readonly string[]): Fit {
  if (glob(object.replaceAll('*', ANY_NAME))) return HIT;
  return patterns.some((pattern) => mayMeet(pattern.split('/'), object.split('/'))) ? UNSURE : MISS;
}

function mayMeet(pattern: readonly string[], object: readonly string[]): boolean {
  if (pattern.some((part) => part.includes('**'))) return true;
  if (pattern.length !== object.length) return false;
  return pattern.every((part, index) => {
    const asked = object[index] as string;
    if (!asked.includes('*')) return compileGlob(part, '/')(asked);
    return part.includes('*') || part.includes('?') || part.startsWith(asked.slice(0, asked.indexOf('*')));
  });
}

function columnsTest(value: unknown, allows: boolean): AccessTest | null {
  if (value === undefined) return null;
  if (listOf(value).includes('*')) return { key: 'columns', fit: () => HIT };
  const glob = globsOf(value) as Glob;
  return {
    key: 'columns',
    fit(_operation, { columns, effect }) {
      if (columns.includes('*')) return UNSURE;
      // `count(*)` reads no column; a DELETE or DROP that names none concerns them all.
      if (columns.length === 0) return effect !== 'read' ? UNSURE : allows ? HIT : MISS;
      return (allows ? columns.every(glob) : columns.some(glob)) ? HIT : MISS;
    },
  };
}

const KINDS_WITH_PATHS: readonly OperationKind[] = ['file', 'shell'];

function pathsTest(value: unknown, allows: boolean): AccessTest | null {
  const glob = globsOf(value, '/');
  if (glob === null) return null;
  return {
    key: 'paths',
    fit({ paths, kind }) {
      if (paths === undefined) return KINDS_WITH_PATHS.includes(kind) ? UNSURE : MISS;
      return paths.length > 0 && (allows ? paths.every(glob) : paths.some(glob)) ? HIT : MISS;
    },
  };
}
