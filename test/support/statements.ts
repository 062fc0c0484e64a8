// SPDX-License-Identifier: Apache-2.0
//
// Statements and their facts for tests, in a form that fits on a line. Refuses nothing.
import type { CatalogSnapshot } from '../../src/core/catalog.js';
import type { Access, StatementFacts, Redefined } from '../../src/core/model.js';
import type { Draft } from '../../src/parse/sql/draft.js';
import { SqlParser } from '../../src/parse/sql/parser.js';
import { resolve } from '../../src/parse/sql/resolve.js';
import type { StartedWith } from '../../src/parse/sql/builtins/settings.js';

export interface Setting {
  readonly catalog?: CatalogSnapshot;
  readonly searchPath?: readonly string[] | null;
  /** By name: the text of the statement that gave it, or `ambiguous`. */
  readonly prepared?: Readonly<Record<string, string>>;
  readonly cursors?: Readonly<Record<string, string>>;
  readonly stale?: boolean;
  /** When `stale`: what may be another relation. */
  readonly redefined?: readonly Redefined[];
  readonly started?: StartedWith;
}

let loaded: Promise<SqlParser> | undefined;

/** The parser, loaded once for a test file. */
export function loadParser(): Promise<SqlParser> {
  return (loaded ??= SqlParser.load());
}

/** The one draft of a text. */
export function draftOf(parser: SqlParser, sql: string): Draft {
  const drafts = parser.analyse(Buffer.from(sql, 'utf8'));
  if (drafts.length !== 1 || drafts[0] === undefined) throw new Error(`${drafts.length} statements in ${sql}`);
  return drafts[0];
}

/** Facts of the one statement of a text; with a catalog the search path is `public` unless said otherwise. */
export async function factsOf(sql: string, setting: Setting = {}): Promise<StatementFacts> {
  const parser = await loadParser();
  const lookup = (names: Readonly<Record<string, string>> = {}) =>
    new Map(Object.entries(names).map(([name, text]) => [name, text === 'ambiguous' ? ('ambiguous' as const) : draftOf(parser, text)]));
  const scope = {
    catalog: setting.catalog ?? null,
    searchPath: setting.searchPath === undefined ? (setting.catalog === undefined ? null : ['public']) : setting.searchPath,
    prepared: lookup(setting.prepared),
    cursors: lookup(setting.cursors),
    stale: setting.stale ?? false,
    ...(setting.redefined === undefined ? {} : { redefined: setting.redefined }),
    ...(setting.started === undefined ? {} : { started: setting.started }),
  };
  return resolve(draftOf(parser, sql), scope, parser);
}

/** `write relation public.t (a, b)`, `control` for nothing in particular, `+` for built in, `~name` for assumed, sorted. */
export function shownAccesses(facts: StatementFacts): string[] {
  return facts.accesses.map(shown).sort();
}

function shown({ effect, type, object, columns, builtin, assumed }: Access): string {
  const what = type === null && object === null ? '' : ` ${type ?? '-'} ${assumed ? '~' : ''}${object ?? '*'}`;
  return `${effect}${builtin === true ? '+' : ''}${what}${columns.length === 0 ? '' : ` (${columns.join(', ')})`}`;
}

/** `public.t.a <- public.s.b, public.s.c`, `<- ?` for unknown, sorted. */
export function shownFlows(facts: StatementFacts): string[] {
  return facts.flows.map(({ target, origins }) => `${target.relation}.${target.column} <- ${origins === null ? '?' : origins.map(({ relation, column }) => `${relation}.${column}`).join(', ')}`).sort();
}

/** All facts of a statement as sorted lines that a person can check, `read relation public.t (a) where a`, `returns b = public.t.b`; what is not there is not said. */
export function told(facts: StatementFacts): string[] {
  const { outputs, functions, session, lock, rewrite, unknown, forbidden, literals } = facts;
  const lines = facts.accesses.map((access) => `${shown(access)}${access.filtered.length === 0 ? '' : ` where ${access.filtered.join(', ')}`}`).sort();
  if (outputs === 'unknown') lines.push('returns ?');
  else if (outputs !== null) lines.push(`returns ${outputs.map(({ name, origins, direct }) => `${name} ${direct ? '=' : '~'} ${shownOrigins(origins)}`).join('; ')}`);
  lines.push(...shownFlows(facts).map((flow) => `flow ${flow}`));
  if (functions.length > 0) lines.push(`calls ${functions.map((use) => `${use.name}:${use.class}`).join(', ')}`);
  lines.push(...session.map(({ kind, ...rest }) => `session ${kind}${Object.entries(rest).map(([key, value]) => ` ${key}=${String(value)}`).join('')}`));
  if (lock !== null || rewrite !== null) lines.push(`lock ${lock ?? 'not known'}, rewrite ${rewrite ?? 'not known'}`);
  lines.push(...unknown.map((why) => `unknown: ${why}`), ...forbidden.map((why) => `forbidden: ${why}`));
  if (literals.length > 0) lines.push(`literals ${literals.join(' | ')}`);
  return lines;
}

function shownOrigins(origins: StatementFacts['flows'][number]['origins']): string {
  if (origins === null) return '?';
  return origins.length === 0 ? 'nothing' : origins.map(({ relation, column }) => `${relation}.${column}`).join(' + ');
}
