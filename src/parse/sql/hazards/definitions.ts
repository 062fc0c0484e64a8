// SPDX-License-Identifier: Apache-2.0
//
// Hazards of definitions: columns of new tables (their types only: a new table has no rows), domains, enumerations.
import type { Node } from '@pgsql/types';
import type { FactsBuilder } from '../facts/collect.js';
import { every, nodesIn } from '../grammar/tree.js';
import { newObject, newRelation } from '../utility/objects.js';
import { typeHazards } from './columns.js';
import type { Found } from './note.js';

/** Hazards of CREATE TABLE, CREATE DOMAIN, ALTER DOMAIN and ALTER TYPE; none for any other statement. */
export function definitionHazards(node: Node, builder: FactsBuilder): Found[] {
  if ('CreateStmt' in node) {
    const table = newRelation(node.CreateStmt.relation, builder).name;
    return nodesIn(node.CreateStmt.tableElts).flatMap((element) => ('ColumnDef' in element ? typeHazards(element.ColumnDef, table) : []));
  }
  if ('CreateDomainStmt' in node) {
    const { domainname, constraints } = node.CreateDomainStmt;
    const on = newObject(domainname, 'type', builder).name;
    const conditions = every('Constraint', constraints).filter(({ contype }) => contype === 'CONSTR_CHECK' || contype === 'CONSTR_NOTNULL');
    return conditions.length === 0 ? [] : [{ id: 'style.domain-with-constraint', detail: `the constraints of \`${on}\` can only be changed by reading every table that uses it`, on }];
  }
  if ('AlterEnumStmt' in node) {
    const { typeName, newValIsAfter: after, newValNeighbor: neighbour, oldVal: renamed } = node.AlterEnumStmt;
    if (renamed !== undefined || after !== true || neighbour !== undefined) return [];
    const on = newObject(typeName, 'type', builder).name;
    return [{ id: 'style.enum-order', detail: `the new value of \`${on}\` sorts last`, on }];
  }
  return domain(node, builder);
}

function domain(node: Node, builder: FactsBuilder): Found[] {
  if (!('AlterDomainStmt' in node)) return [];
  const { subtype, typeName, def } = node.AlterDomainStmt;
  const on = newObject(typeName, 'type', builder).name;
  if (subtype === 'O') return [{ id: 'domain-not-null', detail: `every table that uses \`${on}\` is read while nobody can write to it`, on }];
  if (subtype !== 'C' || def === undefined || !('Constraint' in def) || def.Constraint.skip_validation === true) return [];
  return [{ id: 'domain-constraint', detail: `every table that uses \`${on}\` is read while nobody can write to it`, on }];
}
