// SPDX-License-Identifier: Apache-2.0
//
// The context for a message of several statements: nobody can ask the server in between, so each is judged as if everything that
// one before it may have changed were unknown. Refuses to simulate. Tables and indexes that are made, or given columns, change no search path and
// stand behind no other name: with one schema in the path, names keep their meaning after those, as migrations in one message need it.
import type { StatementFacts } from '../../core/model.js';
import type { Draft, WireContext } from '../../gate/wire.js';
import { effectsOf, together } from './effects.js';

/** `facts`: of all statements of the message, in order, as are `drafts`. */
export function worstContext(context: WireContext, facts: readonly StatementFacts[], drafts: readonly Draft[]): WireContext {
  const before = facts.slice(0, -1);
  const effects = together(before.map(effectsOf));
  if (!effects.waits) return context;
  const keeps = !effects.path || (hasOneSchema(context) && before.every((each, index) => !effectsOf(each).path || isPlainDefinition(each, drafts[index]?.tree ?? {})));
  return {
    ...context,
    searchPath: keeps ? context.searchPath : null,
    stale: context.stale || effects.schema || effects.code,
    prepared: doubted(context.prepared, effects.code, before.flatMap((each) => namesOf(each, 'prepare'))),
    cursors: doubted(context.cursors, effects.code, before.flatMap((each) => namesOf(each, 'declare-cursor'))),
  };
}

// PostgreSQL's own comes first by itself, so nothing that is made stands in for it.
function hasOneSchema({ searchPath }: WireContext): boolean {
  return searchPath !== null && searchPath.length === 2 && searchPath[0] === 'pg_catalog' && !(searchPath[1] ?? '').startsWith('pg_');
}

type Fields = Readonly<Record<string, unknown>>;

/** ALTER TABLE commands after which the table is read, and reads, as before. */
const PLAIN_COMMANDS: ReadonlySet<unknown> = new Set([
  'AT_AddColumn', 'AT_AddConstraint', 'AT_ValidateConstraint', 'AT_DropConstraint', 'AT_SetNotNull', 'AT_DropNotNull', 'AT_ColumnDefault', 'AT_AlterColumnType', 'AT_DropColumn',
]);

// A table that is no temporary one, no child and no partition; an index. Views, renames and functions are not: what stands behind a name is theirs to say.
function isPlainDefinition({ session }: StatementFacts, tree: Fields): boolean {
  if (session.some(({ kind }) => kind !== 'ddl')) return false;
  const made = tree['CreateStmt'] as { relation?: { relpersistence?: string }; inhRelations?: unknown; partbound?: unknown; ofTypename?: unknown } | undefined;
  if (made !== undefined) return made.relation?.relpersistence === 'p' && made.inhRelations === undefined && made.partbound === undefined && made.ofTypename === undefined;
  const altered = tree['AlterTableStmt'] as { objtype?: string; cmds?: readonly { AlterTableCmd?: Fields }[] } | undefined;
  if (altered !== undefined) return altered.objtype === 'OBJECT_TABLE' && (altered.cmds ?? []).every(({ AlterTableCmd: cmd }) => PLAIN_COMMANDS.has(cmd?.['subtype']));
  return tree['IndexStmt'] !== undefined;
}

function namesOf(facts: StatementFacts, kind: 'prepare' | 'declare-cursor'): string[] {
  return facts.session.flatMap((effect) => (effect.kind === kind ? [effect.name] : []));
}

function doubted(names: ReadonlyMap<string, Draft | 'ambiguous'>, all: boolean, some: readonly string[]): ReadonlyMap<string, Draft | 'ambiguous'> {
  if (!all && some.length === 0) return names;
  return new Map([...names.keys(), ...some].map((name) => [name, all || some.includes(name) ? 'ambiguous' : (names.get(name) as Draft)]));
}
