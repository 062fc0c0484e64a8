// SPDX-License-Identifier: Apache-2.0
//
// Who may do what: roles and their memberships, privileges, default privileges, ownership, row policies. All of it is `grant`. Refuses
// to leave out what a role will start its sessions with.
import type { AccessPriv, AlterDefaultPrivilegesStmt, AlterRoleSetStmt, CreatePolicyStmt, GrantRoleStmt, GrantStmt, Node, RoleSpec } from '@pgsql/types';
import { namesOf } from '../names/names.js';
import { every, nodesIn, only, present, theOne } from '../grammar/tree.js';
import { columnsIn } from './expressions.js';
import { type Named, objectOf, plain, relation, role, touch, touchAll } from './objects.js';
import type { AnyHandlers, Place } from './place.js';
import { storedSetting } from './session.js';

/** Handlers of roles, privileges and row policies. */
export const ROLE_HANDLERS = {
  CreateRoleStmt: ({ role: name, options }, { builder }) => {
    touch('grant', plain(name, 'role'), builder);
    members(options, builder);
  },
  AlterRoleStmt: ({ role: spec, options }, { builder }) => {
    touch('grant', role(spec), builder);
    members(options, builder);
  },
  AlterRoleSetStmt: alterRoleSet,
  GrantStmt: grant,
  GrantRoleStmt: grantRole,
  AlterDefaultPrivilegesStmt: defaultPrivileges,
  ReassignOwnedStmt: ({ roles, newrole }, { builder }) => {
    for (const spec of specsOf(roles)) touchAll('grant', role(spec), null, builder);
    touch('grant', role(newrole), builder);
  },
  CreatePolicyStmt: policy,
  AlterPolicyStmt: policy,
} satisfies AnyHandlers;

function specsOf(nodes: readonly Node[] | undefined): readonly RoleSpec[] {
  return every('RoleSpec', nodes);
}

// `CREATE ROLE … IN ROLE admin ROLE joe`: roles that it becomes a member of, or that become members of it.
function members(options: readonly Node[] | undefined, builder: Place['builder']): void {
  for (const option of nodesIn(options)) {
    if (!('DefElem' in option) || option.DefElem.arg === undefined || !('List' in option.DefElem.arg)) continue;
    for (const spec of specsOf(option.DefElem.arg.List.items)) touch('grant', role(spec), builder);
  }
}

function alterRoleSet({ role: spec, database, setstmt }: AlterRoleSetStmt, { builder }: Place): void {
  touch('grant', role(spec), builder);
  if (database !== undefined) touch('schema', plain(database, 'database'), builder);
  storedSetting(setstmt, builder);
}

function grant({ targtype, objtype, objects, privileges, grantees }: GrantStmt, { builder }: Place): void {
  const columns = privilegesOf(privileges).flatMap(({ cols }) => namesOf(cols));
  for (const node of nodesIn(objects)) {
    const named: Named = targtype === 'ACL_TARGET_ALL_IN_SCHEMA' ? objectOf('OBJECT_SCHEMA', node, builder)
      : objtype === 'OBJECT_PARAMETER_ACL' ? { ...objectOf(objtype, node, builder), type: 'setting' }
      : objectOf(objtype, node, builder);
    if (targtype === 'ACL_TARGET_ALL_IN_SCHEMA' && objtype === 'OBJECT_TABLE') touchAll('grant', { ...named, columns }, named.name, builder);
    else touch('grant', { ...named, columns }, builder);
  }
  for (const spec of specsOf(grantees)) touch('grant', role(spec), builder);
}

function privilegesOf(nodes: readonly Node[] | undefined): readonly AccessPriv[] {
  return every('AccessPriv', nodes);
}

function grantRole({ granted_roles: granted, grantee_roles: grantees }: GrantRoleStmt, { builder }: Place): void {
  for (const { priv_name: name } of privilegesOf(granted)) touch('grant', plain(name, 'role'), builder);
  for (const spec of specsOf(grantees)) touch('grant', role(spec), builder);
}

function defaultPrivileges({ options, action }: AlterDefaultPrivilegesStmt, { builder }: Place): void {
  // Without a schema they hold in all of them.
  let named = 0;
  for (const { defname, arg } of every('DefElem', options)) {
    const { items } = theOne('List', arg);
    for (const spec of only('RoleSpec', items)) touch('grant', role(spec), builder);
    if (defname !== 'schemas') continue;
    for (const name of namesOf(items)) touch('grant', plain(name, 'schema'), builder);
    named += 1;
  }
  if (named === 0) builder.access('grant', null, 'schema');
  for (const spec of specsOf(action?.grantees)) touch('grant', role(spec), builder);
}

function policy({ table, roles, qual, with_check: check }: Pick<CreatePolicyStmt, 'table' | 'roles' | 'qual' | 'with_check'>, place: Place): void {
  const { builder } = place;
  const columns = [qual, check].flatMap((node) => columnsIn(node, present(table), place));
  touch('grant', { ...relation(table, builder), columns }, builder);
  for (const spec of specsOf(roles)) touch('grant', role(spec), builder);
  builder.lock('ACCESS EXCLUSIVE');
}
