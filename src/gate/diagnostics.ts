// SPDX-License-Identifier: Apache-2.0
//
// Which texts of the server's errors and notices may pass. They quote values ("Key (ssn)=(…) already exists", `relation "…" does not
// exist` of a value cast to regclass), so where a statement touches protected columns, or runs code that we have not read, only messages
// made of names, the statement's own words and the server's standing ones go out. Refuses to trust an SQLSTATE alone.
import { canonicalName, type CatalogSnapshot } from '../core/catalog.js';
import type { StatementFacts } from '../core/model.js';
import type { ProtectedColumns } from '../mask/columns.js';
import { functionIsOpaque } from '../parse/sql/builtins/functions.js';
import { isStatisticsRelation } from '../parse/sql/builtins/statistics.js';
import { MESSAGE_WORDS } from './message-words.js';

/** One field of a message, and what the rest of it says. */
export interface Diagnostic {
  /** As in the protocol: `M`, `D`, `H`, `W`, … */
  readonly field: string;
  readonly text: string;
  readonly sqlstate: string;
  /** All fields of the message, when they are at hand. */
  readonly fields?: ReadonlyMap<string, string> | undefined;
}

/** What a message is held against. */
export interface Around {
  readonly facts: StatementFacts;
  readonly protectedColumns: ProtectedColumns;
  readonly catalog: CatalogSnapshot;
}

/**
 * SQLSTATE classes whose primary message quotes identifiers and the statement's own words, as a rule.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const NAMES_ONLY = new Set(['08', '0A', '23', '25', '26', '28', '2B', '34', '3B', '3D', '3F', '40', '42', '53', '54', '55', '57']);
/** Those that name what the statement is about, never what a value names: constraints, rights, locks, limits. */
const SAYS_NAMES = /^(?:23|25|40|53|54|57|42501$|55P03$)/u;
/** Fields that never hold data: severity, code, positions, source place. */
const STRUCTURAL = new Set(['S', 'V', 'C', 'P', 'p', 'F', 'L', 'R']);
/** Fields that hold a name: schema, table, column, type, constraint. */
const NAMES = ['s', 't', 'c', 'd', 'n'];
const WITHHELD_MESSAGE = 'the message of the server is withheld, since it may quote protected data';
const WITHHELD_FIELD = '[redacted]';

/** The replacement of a field's text, or null when it may pass (after the content detectors). */
export function withheld(message: Diagnostic, around: Around): string | null {
  const { field, sqlstate } = message;
  if (!around.protectedColumns.any || STRUCTURAL.has(field)) return null;
  const code = ranCode(around.facts) || inCode(message);
  if (!code && !touches(message, around)) return null;
  if (field === 'M') return !code && NAMES_ONLY.has(sqlstate.slice(0, 2)) && namesOnly(message, around) ? null : WITHHELD_MESSAGE;
  return !code && NAMES.includes(field) ? null : WITHHELD_FIELD;
}

/** The same for text that belongs to no single statement (a trigger at commit, a notification): any code may have written it. */
export function unattributed({ field, text, sqlstate }: Diagnostic, protectedColumns: ProtectedColumns): string | null {
  if (!protectedColumns.any || STRUCTURAL.has(field)) return null;
  if (field !== 'M') return WITHHELD_FIELD;
  return NAMES_ONLY.has(sqlstate.slice(0, 2)) && isStanding(text) ? null : WITHHELD_MESSAGE;
}

/** Whether code ran that nobody has read. A DO block is, and may be understood; what it raises is still whatever it likes. */
export function ranCode({ accesses, statement }: StatementFacts): boolean {
  return statement === 'DO' || accesses.some(({ effect }) => effect === 'execute' || effect === 'unknown');
}

// A trigger of any kind, a policy, a default: who is called tells of it, whatever the statement says of itself.
function inCode({ fields }: Diagnostic): boolean {
  // Match "PL/pgSQL function shout() line 1 at RAISE", also on a later line; miss "COPY notes, line 1".
  return /^(?:PL\/|SQL function ")/mu.test(fields?.get('W') ?? '');
}

/** True when something of it may be said when its transaction ends: by code that it set off, by a cursor that is to be held, of keys that are checked then. */
export function speaksLater(facts: StatementFacts, { protectedColumns, catalog }: Omit<Around, 'facts'>): boolean {
  if (!protectedColumns.any) return false;
  if (ranCode(facts) || facts.session.some(({ kind }) => kind === 'declare-cursor')) return true;
  return facts.accesses.some(({ effect, object }) => (effect === 'write' || effect === 'destroy') && object !== null && protectedColumns.styleOf(object, '*', catalog) !== null);
}

function touches(message: Diagnostic, { facts, protectedColumns, catalog }: Around): boolean {
  const { outputs, accesses, functions } = facts;
  const guarded = (object: string | null, column = '*') => object !== null && (protectedColumns.styleOf(object, column, catalog) !== null || isStatisticsRelation(object));
  if (outputs === 'unknown' || outputs?.some(({ origins }) => origins === null) === true) return true;
  if (accesses.some(({ object, effect, columns }) => (isCatalogRead(object, effect) ? columns : ['*']).some((column) => guarded(object, column))) || accesses.some(reachesRows) || functions.some((use) => functionIsOpaque(use.name))) return true;
  return guarded(relationOf(message)) || (message.fields?.get('W') ?? '').startsWith('SQL statement "');
}

// Every tool reads PostgreSQL's own relations, of which one column may hold what a table has: errors of those that do not read it may be told.
function isCatalogRead(object: string | null, effect: StatementFacts['accesses'][number]['effect']): boolean {
  return effect === 'read' && object?.startsWith('pg_catalog.') === true && !isStatisticsRelation(object);
}

// ANALYZE of a database, REINDEX of a schema or an index, a new CHECK of a domain: they read rows of tables that they do not name.
const HOLDERS: ReadonlySet<string | null> = new Set(['database', 'schema', 'index', 'type', 'tablespace']);

function reachesRows({ effect, type }: StatementFacts['accesses'][number]): boolean {
  return (effect === 'write' || effect === 'schema') && HOLDERS.has(type);
}

// A foreign key's action fails on another table than the one that the statement names.
function relationOf({ fields }: Diagnostic): string | null {
  const [schema, table] = [fields?.get('s'), fields?.get('t')];
  return schema === undefined || table === undefined ? null : canonicalName(schema, table);
}

// A statement may bring a dictionary of words, and tables with such names, for a cast to pick from: `('x' || left(ssn, 1))::regclass`; the
// server's own words make one, too. What points into the statement is about its text. Of other messages those that could say a word that a
// value has picked say only what the statement is about anyway.
function namesOnly(message: Diagnostic, around: Around): boolean {
  const { text, sqlstate, fields } = message;
  const { facts, catalog } = around;
  const isOwn = fields?.has('P') === true || !computes(facts);
  const named = NAMES.flatMap((field) => wordsOf(fields?.get(field) ?? ''));
  const own = isOwn ? facts.text.toLowerCase() : '';
  const strange = wordsOf(text).filter((word) => !MESSAGE_WORDS.has(word) && !named.includes(word) && !own.includes(word));
  if (isOwn) return strange.every((word) => isName(word, catalog));
  if (!SAYS_NAMES.test(sqlstate)) return strange.length === 0 && isStanding(text);
  // Whose rights are looked at, a value may say: `currval('s' || left(ssn, 1))`.
  return strange.every((word) => isName(word, catalog)) && (sqlstate !== NO_RIGHT || wordsThatVary(text).every((word) => named.includes(word) || isSubject(word, facts)));
}

/** insufficient_privilege */
const NO_RIGHT = '42501';

// No name, of whatever words: these stand in quotes or behind a colon. Match `cannot use it here`, miss `type "key" does not exist`.
function isStanding(text: string): boolean {
  return !/[":]/u.test(text) && wordsOf(text).every((word) => MESSAGE_WORDS.has(word));
}

// `permission denied for schema sales`, `permission denied for column "ssn" of relation "customers"`.
function wordsThatVary(text: string): string[] {
  const quoted = text.match(/"[^"]*"/gu) ?? [];
  return [...quoted.flatMap(wordsOf), ...wordsOf(text).slice(-1)];
}

function isSubject(word: string, { accesses, functions }: StatementFacts): boolean {
  return accesses.some(({ object, columns }) => (object ?? '').toLowerCase().replaceAll('"', '').split('.').includes(word) || columns.includes(word)) || functions.some(({ name }) => name.toLowerCase().split('.').includes(word));
}

// Whether there is a value at all that could pick a word.
function computes({ accesses, outputs, flows, functions }: StatementFacts): boolean {
  return outputs === 'unknown' || flows.length > 0 || functions.length > 0 || accesses.some(({ effect, columns }) => effect === 'read' && columns.length > 0);
}

function isName(word: string, catalog: CatalogSnapshot): boolean {
  if (catalog.schemas.has(word)) return true;
  for (const { name, columns } of catalog.relationsByOid.values()) if (name.toLowerCase() === word || columns.some((column) => column.name.toLowerCase() === word)) return true;
  return false;
}

// Match `relation "a b"` as three words, miss nothing: what is no separator belongs to a word.
function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[\s"'`(),:;]+/).map((word) => word.replace(/\.+$/, '')).filter((word) => word !== '');
}
