// SPDX-License-Identifier: Apache-2.0
//
// What brings code in or lets data out: extensions, foreign data wrappers, servers and their logins, publications and subscriptions.
// All of it is `execute`. Refuses to let a table be published without counting as read.
import type { AlterPublicationStmt, ImportForeignSchemaStmt, Node } from '@pgsql/types';
import type { FactsBuilder } from '../facts/collect.js';
import { namesOf } from '../names/names.js';
import { nodesIn, present } from '../grammar/tree.js';
import { condition } from './expressions.js';
import { functionNamed, objectOf, plain, relation, role, touch, touchAll } from './objects.js';
import type { AnyHandlers, Place } from './place.js';

/** Handlers of extensions, foreign data and replication. */
export const OUTSIDE_HANDLERS = {
  // An extension is a script that runs with its owner's rights.
  CreateExtensionStmt: ({ extname }, { builder }) => brought(plain(extname, 'extension'), builder),
  AlterExtensionStmt: ({ extname }, { builder }) => brought(plain(extname, 'extension'), builder),
  AlterExtensionContentsStmt: ({ extname, objtype, object }, { builder }) => {
    touch('schema', plain(extname, 'extension'), builder);
    touch('schema', objectOf(objtype, object, builder), builder);
    builder.session({ kind: 'ddl' });
  },
  CreateFdwStmt: ({ fdwname, func_options: functions }, { builder }) => {
    brought(plain(fdwname, 'foreign data wrapper'), builder);
    called(functions, builder);
  },
  AlterFdwStmt: ({ fdwname, func_options: functions }, { builder }) => {
    brought(plain(fdwname, 'foreign data wrapper'), builder);
    called(functions, builder);
  },
  CreateForeignServerStmt: ({ servername }, { builder }) => brought(plain(servername, 'server'), builder),
  AlterForeignServerStmt: ({ servername }, { builder }) => brought(plain(servername, 'server'), builder),
  CreateUserMappingStmt: ({ user, servername }, { builder }) => login(role(user), servername, builder),
  AlterUserMappingStmt: ({ user, servername }, { builder }) => login(role(user), servername, builder),
  ImportForeignSchemaStmt: importSchema,
  CreatePublicationStmt: ({ pubname, pubobjects, for_all_tables: all }, place) => publish(pubname, { pubobjects, all }, place),
  AlterPublicationStmt: (fields: AlterPublicationStmt, place) => {
    const { pubname, pubobjects, for_all_tables: all, action } = fields;
    publish(pubname, action === 'AP_DropObjects' ? { pubobjects: undefined, all: undefined } : { pubobjects, all }, place);
  },
  CreateSubscriptionStmt: ({ subname }, { builder }) => touch('execute', plain(subname, 'subscription'), builder),
  AlterSubscriptionStmt: ({ subname }, { builder }) => touch('execute', plain(subname, 'subscription'), builder),
} satisfies AnyHandlers;

function brought(named: ReturnType<typeof plain>, builder: FactsBuilder): void {
  touch('execute', named, builder);
  builder.session({ kind: 'ddl' });
}

function login(user: ReturnType<typeof role>, servername: string | undefined, builder: FactsBuilder): void {
  touch('execute', plain(servername, 'server'), builder);
  touch('grant', user, builder);
}

function called(options: readonly Node[] | undefined, builder: FactsBuilder): void {
  for (const option of nodesIn(options)) {
    if (!('DefElem' in option) || option.DefElem.arg === undefined || !('List' in option.DefElem.arg)) continue;
    touch('execute', functionNamed(namesOf(option.DefElem.arg.List.items), builder), builder);
  }
}

function importSchema({ server_name: server, local_schema: schema }: ImportForeignSchemaStmt, { builder }: Place): void {
  brought(plain(server, 'server'), builder);
  touch('schema', plain(schema, 'schema'), builder);
}

interface Published {
  readonly pubobjects: readonly Node[] | undefined;
  readonly all: boolean | undefined;
}

// Every change to what is published leaves for whoever subscribes.
function publish(name: string | undefined, { pubobjects, all }: Published, place: Place): void {
  const { builder } = place;
  touch('execute', plain(name, 'publication'), builder);
  if (all === true) touchAll('read', { ...plain(name, 'publication'), columns: ['*'] }, null, builder);
  for (const node of nodesIn(pubobjects)) {
    if (!('PublicationObjSpec' in node)) {
      builder.unknown('it publishes something that we do not know');
      continue;
    }
    const { pubobjtype, pubtable, name: schema } = node.PublicationObjSpec;
    if (pubtable?.relation !== undefined) {
      const columns = namesOf(pubtable.columns);
      touch('read', { ...relation(pubtable.relation, builder), columns: columns.length === 0 ? ['*'] : columns }, builder);
      condition(pubtable.whereClause, pubtable.relation, place);
    } else if (pubobjtype === 'PUBLICATIONOBJ_TABLES_IN_SCHEMA') touchAll('read', { ...plain(schema, 'schema'), columns: ['*'] }, present(schema), builder);
    else touchAll('read', { ...plain('current_schema', 'schema'), columns: ['*'] }, null, builder);
  }
}
