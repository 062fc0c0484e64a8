// SPDX-License-Identifier: Apache-2.0
//
// COPY: a query or a table out, rows in, over the wire or to and from files and programs of the server. Read as the SELECT or INSERT
// that it stands for. Refuses to let a file or program pass as a plain read or write: both are code or data elsewhere.
import type { CopyStmt, Node, RangeVar } from '@pgsql/types';
import type { StatementFacts } from '../../../core/model.js';
import type { FactsBuilder } from '../facts/collect.js';
import { noteStored } from '../calls/conversions.js';
import { relationOf, namesOf } from '../names/names.js';
import { resolveQuery } from '../query/query.js';
import { present } from '../grammar/tree.js';
import { readCopyOptions } from './copy-options.js';
import { plainExpression } from './expressions.js';
import type { AnyHandlers, Place } from './place.js';

type Read = StatementFacts['outputs'];

const BOOLEAN = 16;

/** Handler of COPY. */
export const COPY_HANDLERS = { CopyStmt: copy } satisfies AnyHandlers;

function copy(fields: CopyStmt, place: Place): void {
  const { builder } = place;
  const { relation, query, is_from: isFrom = false, filename, is_program: isProgram, whereClause } = fields;
  const looks = readCopyOptions(fields.options, builder);
  const columns = namesOf(fields.attlist);
  const read = isFrom ? null : empty(query ?? everything(present(relation), columns), place);
  if (isFrom) fill(present(relation), columns, place);
  noteStored(plainExpression(whereClause, place), BOOLEAN, builder);
  if (isProgram === true) builder.access('execute', null, 'program');
  else if (filename !== undefined) builder.access('execute', filename, 'file');
  else {
    const named = relation === undefined ? null : columnsOf(relation, columns, place);
    builder.copy({ direction: isFrom ? 'in' : 'out', relation: named?.name ?? null, columns: named?.columns ?? ['*'], ...looks });
    return;
  }
  // Triggers of a table that the client fills are code, too, but none of this.
  builder.hazard({ id: 'server-copy', detail: 'COPY with a file or program of the database server' });
  // What goes into a file of the server does not come back over the wire now; later, whoever reads the file has it.
  if (!isFrom) leaves(read, filename ?? 'program', builder);
  builder.outputs(null);
}

function leaves(read: Read, place: string, builder: FactsBuilder): void {
  const target = { relation: place, column: '*' };
  if (read === 'unknown') return builder.flow({ target, origins: null });
  for (const { origins } of read ?? []) if (origins?.length !== 0) builder.flow({ target, origins });
}

function fill(relation: RangeVar, columns: readonly string[], { builder }: Place): void {
  const cols = columns.map((name): Node => ({ ResTarget: { name } }));
  resolveQuery({ InsertStmt: { relation, ...(cols.length === 0 ? {} : { cols }), override: 'OVERRIDING_NOT_SET' } }, builder);
}

function empty(query: Node, { builder }: Place): Read {
  const read = resolveQuery(query, builder);
  builder.outputs(read);
  return read;
}

// `COPY t TO` leaves out inheritance children, as ONLY does.
function everything(relation: RangeVar, columns: readonly string[]): Node {
  const fields = columns.length === 0 ? [[{ A_Star: {} }]] : columns.map((name) => [{ String: { sval: name } }]);
  const targetList = fields.map((path): Node => ({ ResTarget: { val: { ColumnRef: { fields: path } } } }));
  return { SelectStmt: { targetList, fromClause: [{ RangeVar: { ...relation, inh: false } }], op: 'SETOP_NONE', limitOption: 'LIMIT_OPTION_DEFAULT' } };
}

// Generated columns are not copied and the catalog does not tell them apart: whoever masks must compare the number of columns.
function columnsOf(rangeVar: RangeVar, columns: readonly string[], { builder }: Place): { readonly name: string; readonly columns: readonly string[] } {
  const { name, relation, certain } = relationOf(rangeVar, builder);
  if (columns.length > 0) return { name, columns };
  const known = relation !== null && certain && !builder.scope.stale;
  return { name, columns: known ? relation.columns.map((column) => column.name) : ['*'] };
}
