// SPDX-License-Identifier: Apache-2.0
//
// PostgreSQL's built-in types as masking sees them: which can hold text, and in what wrapping. Refuses to guess at a type it does not
// know: that counts as one which may hold text and can't be taken apart.
// @see https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat
import type { CatalogSnapshot } from '../core/catalog.js';

/** Masks the value that `source` holds from `start` to `end`; null becomes SQL NULL, undefined leaves it as it is. */
export type Sink = (source: Buffer, start: number, end: number) => Buffer | null | undefined;

/**
 * `text`: the bytes are the text, in both formats. `json`, `jsonb` (a version byte before it in binary), `xml`. `bytea`: hex or escaped
 * in text. `text-array`: elements are text. `opaque-array`: elements are json, xml, bytea. `number`: can't hold text. `other`: anything else.
 */
export type TypeKind = 'text' | 'json' | 'jsonb' | 'xml' | 'bytea' | 'text-array' | 'opaque-array' | 'number' | 'other';

const TEXT_OID = 25;
const KINDS: ReadonlyMap<number, TypeKind> = kinds({
  // text, varchar, bpchar, name, unknown, cstring, refcursor
  text: [TEXT_OID, 1043, 1042, 19, 705, 2275, 1790],
  json: [114],
  jsonb: [3802],
  xml: [142],
  bytea: [17],
  // text[], varchar[], bpchar[], name[], cstring[]
  'text-array': [1009, 1015, 1014, 1003, 1263],
  // json[], jsonb[], xml[], bytea[]
  'opaque-array': [199, 3807, 143, 1001],
  number: [
    // bool, "char", int8, int2, int2vector, int4, oid, tid, xid, cid, oidvector, float4, float8, money, numeric, xid8, void
    16, 18, 20, 21, 22, 23, 26, 27, 28, 29, 30, 700, 701, 790, 1700, 5069, 2278,
    // date, time, timestamp, timestamptz, interval, timetz, uuid, pg_lsn, bit, varbit
    1082, 1083, 1114, 1184, 1186, 1266, 2950, 3220, 1560, 1562,
    // point, lseg, path, box, polygon, line, circle, cidr, inet, macaddr, macaddr8
    600, 601, 602, 603, 604, 628, 718, 650, 869, 829, 774,
    // bool[], "char"[], int2[], int4[], int8[], oid[], tid[], xid[], cid[], float4[], float8[], money[], numeric[]
    1000, 1002, 1005, 1007, 1016, 1028, 1010, 1011, 1012, 1021, 1022, 791, 1231,
    // date[], time[], timestamp[], timestamptz[], interval[], timetz[], uuid[], inet[], cidr[], macaddr[], bit[], varbit[]
    1182, 1183, 1115, 1185, 1187, 1270, 2951, 1041, 651, 1040, 1561, 1563,
    // int4range, numrange, tsrange, tstzrange, daterange, int8range and their multiranges
    3904, 3906, 3908, 3910, 3912, 3926, 4451, 4532, 4533, 4534, 4535, 4536,
  ],
});

function kinds(lists: Readonly<Partial<Record<TypeKind, readonly number[]>>>): ReadonlyMap<number, TypeKind> {
  const entries = Object.entries(lists) as [TypeKind, readonly number[]][];
  return new Map(entries.flatMap(([kind, oids]) => oids.map((oid): [number, TypeKind] => [oid, kind])));
}

/** How values of a type hold text. */
export function typeKind(typeOid: number): TypeKind {
  return KINDS.get(typeOid) ?? 'other';
}

/** The built-in type that a domain stands on, `text` for citext, else the type itself: what `columnSink` and `ContentMask.sink` want. */
export function wireType(typeOid: number, catalog: CatalogSnapshot | null): number {
  let oid = typeOid;
  // A domain over a domain is as deep as somebody cared to nest it; a broken catalog must not hang us.
  for (let depth = 0; depth < 32; depth += 1) {
    const type = catalog?.types.get(oid);
    if (type === undefined) return oid;
    if (type.base === 0) return type.name === 'citext' || type.name.endsWith('.citext') ? TEXT_OID : oid;
    oid = type.base;
  }
  return oid;
}
