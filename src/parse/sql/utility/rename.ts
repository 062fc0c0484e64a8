// SPDX-License-Identifier: Apache-2.0
//
// Names, schemas, owners, comments and labels of things that exist. A new name takes data out of reach of rules that go by the old one,
// so renaming a relation or column counts as its data flowing there. Refuses to rename what it can't name.
import type { AlterObjectSchemaStmt, ObjectType, RenameStmt } from '@pgsql/types';
import { canonicalName, type CatalogRelation } from '../../../core/catalog.js';
import type { FactsBuilder } from '../facts/collect.js';
import { present, spelled } from '../grammar/tree.js';
import { type Called, objectOf, plain, relation, role, touch, touchAll, typeOf } from './objects.js';
import type { AnyHandlers, Place } from './place.js';

/** Handlers of RENAME, SET SCHEMA, OWNER TO, DEPENDS ON, COMMENT and SECURITY LABEL. */
export const RENAME_HANDLERS = {
  RenameStmt: rename,
  AlterObjectSchemaStmt: setSchema,
  AlterObjectDependsStmt: ({ objectType, relation: rangeVar, object }, { builder }) => {
    touch('schema', rangeVar === undefined ? objectOf(objectType, object, builder) : relation(rangeVar, builder, objectType), builder);
    builder.session({ kind: 'ddl' });
  },
  AlterOwnerStmt: ({ objectType, object, newowner }, { builder }) => {
    touch('grant', objectOf(objectType, object, builder), builder);
    touch('grant', role(newowner), builder);
  },
  CommentStmt: ({ objtype, object, comment }, { builder }) => {
    touch('schema', objectOf(objtype, object, builder), builder);
    if (comment !== undefined) builder.literal(comment);
  },
  // Labels are what mandatory access control goes by.
  SecLabelStmt: ({ objtype, object }, { builder }) => touch('grant', objectOf(objtype, object, builder), builder),
} satisfies AnyHandlers;

const RELATIONS: ReadonlySet<ObjectType> = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW', 'OBJECT_FOREIGN_TABLE']);

function rename(fields: RenameStmt, { builder }: Place): void {
  const { renameType, relationType, relation: rangeVar, object, subname } = fields;
  const newname = spelled(fields.newname);
  builder.session({ kind: 'ddl' });
  if (renameType === undefined) return builder.unknown('it renames something that we do not know');
  if (rangeVar !== undefined) {
    const named = relation(rangeVar, builder, renameType === 'OBJECT_COLUMN' || renameType === 'OBJECT_ATTRIBUTE' ? relationType : renameType);
    if (renameType === 'OBJECT_COLUMN') return column(named, [present(subname), newname], builder);
    touch(renameType === 'OBJECT_POLICY' ? 'grant' : 'schema', named, builder);
    const isRelation = RELATIONS.has(renameType) || namesTable(renameType, named.name, builder);
    builder.lock(renameType === 'OBJECT_INDEX' && !isRelation ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE');
    if (isRelation) moved(named.name, sibling(named.name, newname), builder);
    return;
  }
  if (renameType === 'OBJECT_SCHEMA' && subname !== undefined) return schema(subname, newname, builder);
  const named = object === undefined ? plain(subname, typeOf(renameType)) : objectOf(renameType, object, builder);
  touch(renameType === 'OBJECT_ROLE' ? 'grant' : 'schema', named, builder);
}

/** True for ALTER INDEX … RENAME of a table: the server takes it for ALTER TABLE. The catalog has tables and views, not indexes. */
export function namesTable(renameType: ObjectType | undefined, name: string, builder: FactsBuilder): boolean {
  return renameType === 'OBJECT_INDEX' && builder.scope.catalog?.relations.has(name) === true;
}

function column(named: Called, [old, newname]: readonly [string, string], builder: FactsBuilder): void {
  touch('schema', { ...named, columns: [old] }, builder);
  builder.lock('ACCESS EXCLUSIVE');
  builder.flow({ target: { relation: named.name, column: newname }, origins: [{ relation: named.name, column: old }] });
}

// All relations of a schema get new names with it.
function schema(from: string, to: string, builder: FactsBuilder): void {
  touchAll('schema', plain(from, 'schema'), from, builder);
  touch('schema', plain(to, 'schema'), builder);
  const all: Iterable<CatalogRelation> = builder.scope.catalog?.relations.values() ?? [];
  for (const { schema: holder, name } of all) if (holder === from) moved(canonicalName(from, name), canonicalName(to, name), builder);
}

function setSchema({ objectType, relation: rangeVar, object, newschema: given }: AlterObjectSchemaStmt, { builder }: Place): void {
  const newschema = spelled(given);
  const named = rangeVar === undefined ? objectOf(objectType, object, builder) : relation(rangeVar, builder, objectType);
  touch('schema', named, builder);
  touch('schema', plain(newschema, 'schema'), builder);
  if (rangeVar !== undefined) builder.lock('ACCESS EXCLUSIVE');
  if (objectType !== undefined && RELATIONS.has(objectType)) moved(named.name, canonicalName(newschema, spelled(rangeVar?.relname)), builder);
  builder.session({ kind: 'ddl' });
}

function moved(from: string, to: string, builder: FactsBuilder): void {
  builder.flow({ target: { relation: to, column: '*' }, origins: [{ relation: from, column: '*' }] });
}

// The same schema, another name. A schema with a dot in its name is written quoted, and ends at its closing quote.
function sibling(canonical: string, name: string): string {
  const quoted = canonical.startsWith('"') ? canonical.indexOf('".') + 1 : canonical.indexOf('.');
  return quoted <= 0 ? name : `${canonical.slice(0, quoted)}${canonicalName('', name)}`;
}
