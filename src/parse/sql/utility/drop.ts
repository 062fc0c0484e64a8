// SPDX-License-Identifier: Apache-2.0
//
// DROP. What holds data is lost (`destroy`); other definitions can be made again (`schema`); policies and roles decide who may what
// (`grant`). Refuses to take CASCADE for less than it is: it takes along things that the statement does not name.
import type { DropOwnedStmt, DropStmt, ObjectType } from '@pgsql/types';
import type { Effect } from '../../../core/model.js';
import { objectWord } from '../grammar/kinds.js';
import { every, nodesIn } from '../grammar/tree.js';
import { objectOf, plain, role, touch } from './objects.js';
import type { AnyHandlers, Place } from './place.js';

/** Handlers of everything that drops. */
export const DROP_HANDLERS = {
  DropStmt: drop,
  DropOwnedStmt: dropOwned,
  DropRoleStmt: ({ roles }, { builder }) => {
    for (const node of every('RoleSpec', roles)) touch('grant', role(node), builder);
  },
  DropdbStmt: ({ dbname }, { builder }) => touch('destroy', plain(dbname, 'database'), builder),
  DropTableSpaceStmt: ({ tablespacename }, { builder }) => touch('destroy', plain(tablespacename, 'tablespace'), builder),
  // Reaches out to the other server, to drop the slot there.
  DropSubscriptionStmt: ({ subname }, { builder }) => touch('execute', plain(subname, 'subscription'), builder),
  DropUserMappingStmt: ({ servername, user }, { builder }) => {
    touch('schema', plain(servername, 'server'), builder);
    touch('grant', role(user), builder);
  },
} satisfies AnyHandlers;

const LOSES: ReadonlySet<ObjectType> = new Set(['OBJECT_TABLE', 'OBJECT_MATVIEW', 'OBJECT_SEQUENCE', 'OBJECT_SCHEMA', 'OBJECT_EXTENSION']);
const LOCKING: ReadonlySet<ObjectType> = new Set(['OBJECT_TABLE', 'OBJECT_MATVIEW', 'OBJECT_SEQUENCE', 'OBJECT_VIEW', 'OBJECT_FOREIGN_TABLE', 'OBJECT_INDEX', 'OBJECT_TRIGGER', 'OBJECT_RULE', 'OBJECT_POLICY']);

function drop({ removeType, objects, behavior, concurrent }: DropStmt, { builder }: Place): void {
  if (removeType === undefined || objectWord(removeType) === undefined) return builder.unknown(`it drops something that we do not know`);
  for (const node of nodesIn(objects)) touch(effectOf(removeType), objectOf(removeType, node, builder), builder);
  if (behavior === 'DROP_CASCADE') builder.access('destroy', null, 'relation');
  if (LOCKING.has(removeType)) builder.lock(concurrent === true ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE');
  builder.session({ kind: 'ddl' });
}

function effectOf(type: ObjectType): Effect {
  if (LOSES.has(type)) return 'destroy';
  return type === 'OBJECT_POLICY' ? 'grant' : 'schema';
}

// Everything that the roles own, and all rights given to them.
function dropOwned({ roles, behavior }: DropOwnedStmt, { builder }: Place): void {
  for (const node of every('RoleSpec', roles)) {
    touch('destroy', role(node), builder);
    touch('grant', role(node), builder);
  }
  builder.access('destroy', null, 'relation');
  if (behavior === 'DROP_CASCADE') builder.access('schema', null, 'relation');
  builder.session({ kind: 'ddl' });
}
