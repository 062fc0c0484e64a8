// SPDX-License-Identifier: Apache-2.0
//
// What the catalog knows of functions that run where no statement names them, in the form in which it is asked: by type, with all that is
// inside of it. Read once for each snapshot. Refuses to follow names: those are for conversions.ts.
import { canonicalName, type CatalogSnapshot, familyOf, type UnnamedCode, type UnnamedFunction } from '../../../core/catalog.js';

const known = new WeakMap<CatalogSnapshot, ImplicitFunctions>();

/** What runs unnamed in a database; null: nothing that a user made, or there is no catalog. */
export function implicitFunctionsOf(catalog: CatalogSnapshot | null): ImplicitFunctions | null {
  if (catalog?.unnamed === undefined) return null;
  let found = known.get(catalog);
  if (found === undefined) known.set(catalog, (found = new ImplicitFunctions(catalog, catalog.unnamed)));
  return found;
}

/** What runs unnamed in one snapshot, by type. */
export class ImplicitFunctions {
  readonly code: UnnamedCode;
  readonly #catalog: CatalogSnapshot;
  readonly #families = new Map<number, ReadonlySet<number>>();
  readonly #columns = new Map<string, ReadonlyMap<string, number>>();
  #byName: Map<string, number> | null = null;
  #all: ReadonlySet<number> | null = null;

  constructor(catalog: CatalogSnapshot, code: UnnamedCode) {
    this.#catalog = catalog;
    this.code = code;
  }

  /** A type and all types inside of it. */
  family(type: number): ReadonlySet<number> {
    let family = this.#families.get(type);
    if (family !== undefined) return family;
    this.#families.set(type, (family = familyOf(type, this.code)));
    return family;
  }

  /** A type whose text, or whose values, are read and compared piece by piece. A domain is what its base is. */
  isContainer(type: number): boolean {
    const base = this.#catalog.types.get(type)?.base ?? 0;
    return base === 0 ? (this.code.holds.get(type)?.size ?? 0) > 0 : this.isContainer(base);
  }

  isDomain(type: number): boolean {
    return (this.#catalog.types.get(type)?.base ?? 0) !== 0;
  }

  /** Functions that run when a value of the type is made, or when such values are compared. */
  of(how: 'made' | 'compared', type: number): readonly UnnamedFunction[] {
    const functions = this.code[how];
    return functions.size === 0 ? [] : [...this.family(type)].flatMap((one) => functions.get(one) ?? []);
  }

  /** Every type with which something runs. */
  get all(): ReadonlySet<number> {
    this.#all ??= new Set([...this.code.made.keys(), ...this.code.compared.keys(), ...this.code.casts.flatMap(({ source, target }) => [source, target])]);
    return this.#all;
  }

  /** Types of a relation's column, or of all (`*`), that something may run with. */
  columnTypes(relation: string, column: string): readonly number[] {
    let columns = this.#columns.get(relation);
    if (columns === undefined) this.#columns.set(relation, (columns = this.#columnsOf(relation)));
    const type = columns.get(column);
    if (column !== '*') return type === undefined ? [] : [type];
    const row = this.code.rowTypes.get(this.#catalog.relations.get(relation)?.oid ?? 0);
    return row === undefined ? [...columns.values()] : [row, ...columns.values()];
  }

  /** Oid of a user's type by its canonical name. */
  typeNamed(name: string): number | null {
    this.#byName ??= new Map([...this.#catalog.types].map(([oid, type]) => [type.name, oid]));
    return this.#byName.get(name) ?? null;
  }

  /** Types that a row of a relation is made of, if there is such a relation. */
  rowOf(schema: string, name: string): readonly number[] {
    const relation = this.#catalog.relations.get(canonicalName(schema, name));
    if (relation === undefined) return [];
    const row = this.code.rowTypes.get(relation.oid);
    return [...(row === undefined ? [] : [row]), ...relation.columns.map(({ typeOid }) => typeOid)];
  }

  #columnsOf(name: string): ReadonlyMap<string, number> {
    const columns = this.#catalog.relations.get(name)?.columns ?? [];
    return new Map(columns.filter(({ typeOid }) => [...this.family(typeOid)].some((type) => this.all.has(type))).map((column) => [column.name, column.typeOid]));
  }
}
