// SPDX-License-Identifier: Apache-2.0
//
// The values of a Bind as the operation digest has them: type by qualified name, format, base64 of the wire
// bytes; and back again. Refuses nothing that readBind does not; a type that the client left open is `unknown`, as PostgreSQL calls it.
import type { CatalogSnapshot } from '../../../core/catalog.js';
import { GateError } from '../../../core/errors.js';
import type { Parameter } from '../../../core/model.js';
import { formatAt, readBind } from './frontend.js';
import type { Frame } from './frames.js';

/** Oids of built-in types that drivers name. @see https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat */
const BUILTIN: ReadonlyMap<number, string> = new Map([
  [16, 'bool'], [17, 'bytea'], [18, 'char'], [19, 'name'], [20, 'int8'], [21, 'int2'], [23, 'int4'], [24, 'regproc'], [25, 'text'], [26, 'oid'],
  [114, 'json'], [142, 'xml'], [199, '_json'], [600, 'point'], [650, 'cidr'], [700, 'float4'], [701, 'float8'], [705, 'unknown'], [790, 'money'],
  [829, 'macaddr'], [869, 'inet'], [1000, '_bool'], [1001, '_bytea'], [1005, '_int2'], [1007, '_int4'], [1009, '_text'], [1014, '_bpchar'],
  [1015, '_varchar'], [1016, '_int8'], [1021, '_float4'], [1022, '_float8'], [1042, 'bpchar'], [1043, 'varchar'], [1082, 'date'], [1083, 'time'],
  [1114, 'timestamp'], [1115, '_timestamp'], [1182, '_date'], [1184, 'timestamptz'], [1185, '_timestamptz'], [1186, 'interval'], [1231, '_numeric'],
  [1266, 'timetz'], [1560, 'bit'], [1562, 'varbit'], [1700, 'numeric'], [2205, 'regclass'], [2206, 'regtype'], [2249, 'record'], [2278, 'void'],
  [2950, 'uuid'], [2951, '_uuid'], [3614, 'tsvector'], [3615, 'tsquery'], [3802, 'jsonb'], [3807, '_jsonb'], [3904, 'int4range'], [3910, 'tstzrange'],
]);

/** The parameters of a Bind. `types`: oids from Parse, 0 or missing where the client left them open. */
export function readParameters(frame: Frame, types: readonly number[], catalog: CatalogSnapshot): readonly Parameter[] {
  const { values, formats } = readBind(frame);
  return values.map((value, index) => ({
    type: typeName(types[index] ?? 0, catalog),
    format: formatAt(formats, index) === 1 ? 'binary' : 'text',
    value: value === null ? null : value.toString('base64'),
  }));
}

/** A value as a Bind has it, and the oid of its type; 0 leaves the type to the server. */
export interface BoundValue {
  readonly typeOid: number;
  readonly format: 0 | 1;
  readonly value: Buffer | null;
}

/** A parameter of an operation, bound again as the client bound it. */
export function wireParameter({ type, format, value }: Parameter, catalog: CatalogSnapshot): BoundValue {
  return { typeOid: typeOid(type, catalog), format: format === 'binary' ? 1 : 0, value: value === null ? null : Buffer.from(value, 'base64') };
}

function typeOid(type: string, catalog: CatalogSnapshot): number {
  if (type === 'unknown') return 0;
  const bare = type.startsWith('pg_catalog.') ? type.slice('pg_catalog.'.length) : null;
  const builtin = bare === null ? undefined : [...BUILTIN].find(([, name]) => name === bare)?.[0];
  if (builtin !== undefined) return builtin;
  // Match "oid:600", as typeName writes what the catalog does not name.
  const numbered = /^oid:(\d{1,10})$/u.exec(type)?.[1];
  const oid = numbered === undefined ? [...catalog.types].find(([, { name }]) => name === type)?.[0] : Number(numbered);
  if (oid === undefined) throw new GateError('UPSTREAM_FAILED', `the type \`${type}\` of a parameter is not known here`);
  return oid;
}

function typeName(oid: number, catalog: CatalogSnapshot): string {
  if (oid === 0) return 'unknown';
  const builtin = BUILTIN.get(oid);
  if (builtin !== undefined) return `pg_catalog.${builtin}`;
  return catalog.types.get(oid)?.name ?? `oid:${oid}`;
}
