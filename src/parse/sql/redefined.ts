// SPDX-License-Identifier: Apache-2.0
//
// Which relations a statement leaves as others than the catalog shows, and what that means for statements after it in the same message,
// pipeline or block, which nobody can look at the catalog for in between. Refuses to simulate: a write to what may be another relation by
// now is unknown. Tables and indexes that are made, or given columns, stand behind no other name, so what is written there stays there.
import { canonicalName } from '../../core/catalog.js';
import type { Redefined } from '../../core/model.js';
import type { FactsBuilder, Tree } from './collect.js';
import type { Scope } from './draft.js';

/** ALTER TABLE commands after which the table is read and written as before. */
const PLAIN_COMMANDS: ReadonlySet<unknown> = new Set([
  'AT_AddColumn', 'AT_AddConstraint', 'AT_ValidateConstraint', 'AT_DropConstraint', 'AT_SetNotNull', 'AT_DropNotNull', 'AT_ColumnDefault', 'AT_AlterColumnType', 'AT_DropColumn',
]);
/** Statements that give relations other names: where their data goes is where it is found from now on. */
const MOVES: ReadonlySet<string> = new Set(['RenameStmt', 'AlterObjectSchemaStmt']);
/** Hold other statements, which say it for themselves, or which do not run now. */
const HOLDERS: ReadonlySet<string> = new Set(['DoStmt', 'CreateFunctionStmt', 'CallStmt']);

/** Notes what a statement redefines, once its handler has noted everything else. */
export function noteRedefined(tag: string, fields: Tree, builder: FactsBuilder): void {
  if (HOLDERS.has(tag) || !builder.defines()) return;
  const into = becomes(tag, fields);
  for (const { effect, object, type } of builder.accesses()) {
    if (effect !== 'schema' && effect !== 'destroy') continue;
    // All relations of a schema get other names with it.
    if (type === 'schema' && tag === 'RenameStmt') return builder.redefine(null);
    if (type === 'relation' && object !== null) builder.redefine([{ relation: object, into }]);
  }
  if (MOVES.has(tag)) builder.redefine(builder.targets().map((relation) => ({ relation, into })));
}

// A table that is no child and no partition, an index: what is written there stays there. What stands behind views, renames and rules is theirs to say.
function becomes(tag: string, fields: Tree): Redefined['into'] {
  switch (tag) {
    case 'CreateStmt':
      return ['inhRelations', 'partbound', 'ofTypename'].every((field) => fields[field] === undefined) ? 'table' : 'anything';
    case 'CreateTableAsStmt':
      return fields['objtype'] === 'OBJECT_TABLE' ? 'table' : 'anything';
    case 'AlterTableStmt':
      return fields['objtype'] === 'OBJECT_TABLE' && (fields['cmds'] as readonly { AlterTableCmd?: Tree }[] | undefined ?? []).every(({ AlterTableCmd: cmd }) => PLAIN_COMMANDS.has(cmd?.['subtype'])) ? 'table' : 'anything';
    case 'DropStmt':
      return 'nothing';
    default:
      return tag === 'IndexStmt' || tag === 'SelectStmt' ? 'table' : 'anything';
  }
}

/** Says `unknown` of a write to what may be another relation by now. */
export function noteDoubt(relation: string, builder: FactsBuilder): void {
  const { stale, redefined = null } = builder.scope;
  if (!stale || (redefined !== null && !redefined.some((one) => one.relation === relation && one.into === 'anything'))) return;
  builder.unknown(`\`${relation}\` may be another relation by now, since definitions changed before it; send it in a message of its own`, relation, 'relation');
}

/** True when columns of these relations may be others by now. What tables get goes to their children, too. */
export function mayLookOtherwise(relations: readonly string[], { stale, redefined = null, catalog }: Scope): boolean {
  if (!stale) return false;
  return redefined === null || redefined.some(({ relation, into }) => into === 'anything' || relations.includes(relation) || (catalog?.relations.get(relation)?.children.length ?? 0) > 0);
}

/** What an unqualified name may stand for by now instead of `found`: a relation that was made where it is looked for first; `found` itself when that may be gone; null: nothing. */
export function shadowOf(bare: string, found: string, { stale, redefined, searchPath }: Scope): string | null {
  if (!stale || redefined === undefined || redefined === null) return null;
  const schemas = new Set(['pg_temp', ...(searchPath ?? [])]);
  const places = [...schemas].map((schema) => canonicalName(schema, bare));
  const isLast = found === places.at(-1);
  if (!isLast && redefined.some(({ relation, into }) => relation === found && into === 'nothing')) return found;
  return places.find((place) => place !== found && redefined.some(({ relation }) => relation === place)) ?? null;
}
