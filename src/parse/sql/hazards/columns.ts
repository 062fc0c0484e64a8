// SPDX-License-Identifier: Apache-2.0
//
// Hazards of a column's definition: what filling it in asks of a table with rows, and types that people come to regret (`style.…`). Refuses
// to take a function for the same in all rows that it does not know.
import type { ColumnDef, Constraint, FuncCall, TypeName } from '@pgsql/types';
import { classifyFunction } from '../builtins/functions.js';
import { namesOf } from '../names/names.js';
import { every, nodesIn, spelled } from '../grammar/tree.js';
import { PER_ROW, PER_STATEMENT, SERIAL_TYPES } from '../utility/alter-commands.js';
import type { Found } from './note.js';
import type { StatementHazard } from './words.js';

/** Functions with arguments, beside `PER_ROW`, that PostgreSQL calls volatile though they change nothing. */
const ALSO_VOLATILE: ReadonlySet<string> = new Set(['array_sample', 'array_shuffle', 'bernoulli', 'currval', 'random_normal', 'setseed', 'system']);
/** Names of functions about the server's own state, many of them volatile. No default has a use for one. Matches `pg_relation_size`, misses `lower`. */
const ABOUT_SERVER = /^(?:pg|lo|txid)_/;

/** Functions without arguments that say the same in all rows of a statement. Any other is somebody's own, also where its name is a type's. */
const STEADY_BY_THEMSELVES: ReadonlySet<string> = new Set([...PER_STATEMENT, 'current_database', 'current_schema', 'pi', 'version']);

/** Hazards of ADD COLUMN on `table`. */
export function addedColumnHazards(column: ColumnDef, table: string): Found[] {
  const constraints = constraintsOf(column);
  const name = `\`${spelled(column.colname)}\` of \`${table}\``;
  const found: Found[] = [];
  const note = (id: StatementHazard, detail: string): void => void found.push({ id, detail, on: table });
  const byDefault = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
  const generated = constraints.find(({ contype }) => contype === 'CONSTR_GENERATED');
  const numbered = constraints.some(({ contype }) => contype === 'CONSTR_IDENTITY') || isSerial(column.typeName);
  const has = (type: Constraint['contype']): boolean => constraints.some(({ contype }) => contype === type);
  if (numbered) note('serial-column', `${name} is filled with numbers row by row: the table is rewritten`);
  if (generated !== undefined && generated.generated_kind !== 'v') note('generated-column', `${name} is computed for every row: the table is rewritten`);
  if (byDefault !== undefined && isVolatile(byDefault)) note('volatile-default', `the default of ${name} may differ from row to row: the table is rewritten`);
  if ((has('CONSTR_NOTNULL') || has('CONSTR_PRIMARY')) && byDefault === undefined && generated === undefined && !numbered) note('required-column', `${name} may not be null and has no default: it can't be added while there are rows`);
  if (has('CONSTR_UNIQUE') || has('CONSTR_PRIMARY')) note('unique-constraint-without-index', `an index on ${name} is built while nobody can read or write`);
  if (has('CONSTR_FOREIGN')) note('foreign-key-with-column', `the table that ${name} refers to is locked together with its own`);
  if (has('CONSTR_CHECK')) note('constraint-not-not-valid', `the rows are checked for ${name} while nobody can read or write`);
  return found;
}

/** Hazards of a type, wherever a column gets it. */
export function typeHazards(column: ColumnDef, table: string): Found[] {
  const { typeName } = column;
  const [schema, type = ''] = qualified(typeName);
  if (schema !== undefined && schema !== 'pg_catalog') return [];
  const name = `\`${spelled(column.colname)}\` of \`${table}\``;
  const found: Found[] = [];
  const note = (id: StatementHazard, detail: string): void => void found.push({ id, detail, on: table });
  if (CHARS.has(type)) note('style.char-field', `${name} is padded with blanks, or cut to one byte`);
  if (type === 'varchar' && nodesIn(typeName?.typmods).length > 0) note('style.varchar-limit', `a longer ${name} will need another migration`);
  if (INTS.has(type)) note('style.int-field', `${name} ends at 2,147,483,647`);
  if (SMALLINTS.has(type)) note('style.smallint-field', `${name} ends at 32,767`);
  if (isSerial(typeName)) note('style.serial-field', `${name} is a serial, whose sequence has rights and an owner of its own`);
  if (type === 'timestamp') note('style.timestamp-without-time-zone', `${name} does not say in which time zone it is`);
  return found;
}

// `"character"`, quoted, is no type at all, but surely meant to be this one.
const CHARS: ReadonlySet<string> = new Set(['bpchar', 'char', 'character']);
const INTS: ReadonlySet<string> = new Set(['int4', 'serial', 'serial4']);
const SMALLINTS: ReadonlySet<string> = new Set(['int2', 'smallserial', 'serial2']);

function qualified(typeName: TypeName | undefined): readonly [string | undefined, string | undefined] {
  const names = namesOf(typeName?.names);
  return names.length > 1 ? [names[0], names[1]] : [undefined, names[0]];
}

function isSerial(typeName: TypeName | undefined): boolean {
  const [schema, type] = qualified(typeName);
  return schema === undefined && SERIAL_TYPES.has(spelled(type));
}

/** Constraints of a column's definition. */
function constraintsOf({ constraints }: ColumnDef): readonly Constraint[] {
  return every('Constraint', constraints);
}

// What is the same for all rows is kept once for all of them.
function isVolatile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => (key === 'FuncCall' && !isSteady(inner as FuncCall)) || isVolatile(inner));
}

function isSteady({ funcname, args = [] }: FuncCall): boolean {
  const names = namesOf(funcname);
  const name = names.length === 1 || names[0] === 'pg_catalog' ? spelled(names.at(-1)) : '';
  if (args.length === 0) return STEADY_BY_THEMSELVES.has(name);
  return isSteadyFunction(name);
}

/** True for a function of PostgreSQL, called with arguments, that says the same of the same within a statement. */
export function isSteadyFunction(name: string): boolean {
  return classifyFunction(name) === 'harmless' && !PER_ROW.has(name) && !ALSO_VOLATILE.has(name) && !ABOUT_SERVER.test(name);
}
