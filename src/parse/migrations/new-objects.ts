// SPDX-License-Identifier: Apache-2.0
//
// What statements make, drop and rename, by canonical name: a table made earlier in the same change is in nobody's use. Refuses to take
// what may have been there (IF NOT EXISTS, OR REPLACE) for new, and names whose schema hangs on a search path that was changed.
import { canonicalName } from '../../core/catalog.js';

type Fields = Readonly<Record<string, unknown>>;
interface Range { readonly schemaname?: string; readonly relname?: string; readonly relpersistence?: string }

/** Names that came to be and that went. */
export class Made {
  readonly #names = new Set<string>();
  /** What was done since `begin`, to be undone from its end. */
  #done: { readonly name: string; readonly made: boolean }[] = [];

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** The same names, to be changed apart. */
  copy(): Made {
    const made = new Made();
    for (const name of this.#names) made.#names.add(name);
    made.#done = [...this.#done];
    return made;
  }

  /** A transaction begins. */
  begin(): void {
    this.#done = [];
  }

  /** All since `begin` is taken back. */
  rollback(): void {
    for (const { name, made } of this.#done.reverse()) if (made) this.#names.delete(name); else this.#names.add(name);
    this.#done = [];
  }

  /**
   * Takes in a statement's tree. `home`: schema in which a name without one comes to be; null: not known, and such a name is not taken for new.
   * `not`: were there before the change.
   */
  take(tree: Fields, { home, not }: { readonly home: string | null; readonly not: Made | null }): void {
    for (const { schema, name } of made(tree)) {
      if (schema === undefined && home === null) continue;
      const canonical = schema === null ? name : canonicalName(schema ?? home ?? '', name);
      if (not?.has(canonical) !== true) this.#add(canonical);
    }
    const renamed = renames(tree, home);
    if (renamed !== null && this.#remove(renamed.from)) this.#add(renamed.to);
    for (const { schema, name } of dropped(tree)) {
      if (schema !== undefined) this.#remove(canonicalName(schema ?? '', name));
      // Wherever it was found: what may be gone is new no more.
      else for (const known of this.#names) if (known.endsWith(`.${canonicalName('', name).slice(1)}`)) this.#remove(known);
    }
  }

  /** Nothing of it is new any more. */
  forget(): void {
    this.#names.clear();
    this.#done = [];
  }

  #add(name: string): void {
    if (!this.#names.has(name)) this.#done.push({ name, made: true });
    this.#names.add(name);
  }

  #remove(name: string): boolean {
    if (!this.#names.delete(name)) return false;
    this.#done.push({ name, made: false });
    return true;
  }
}

/** `schema`: undefined when not written, null for what has none. */
interface Name { readonly schema: string | undefined | null; readonly name: string }

function made(tree: Fields): Name[] {
  const [[tag, body] = ['', {}]] = Object.entries(tree) as [string, Fields][];
  if (body['if_not_exists'] === true) return [];
  switch (tag) {
    case 'CreateStmt':
      return range(body['relation'] as Range);
    case 'CreateTableAsStmt':
      return range((body['into'] as Fields | undefined)?.['rel'] as Range);
    case 'SelectStmt':
      return range((body['intoClause'] as Fields | undefined)?.['rel'] as Range);
    case 'IndexStmt':
      return typeof body['idxname'] === 'string' ? [{ schema: (body['relation'] as Range).schemaname, name: body['idxname'] }] : [];
    case 'CreateSchemaStmt':
      return typeof body['schemaname'] === 'string' ? [{ schema: null, name: body['schemaname'] }] : [];
    case 'CreateEnumStmt':
      return listed(body['typeName']);
    case 'CreateDomainStmt':
      return listed(body['domainname']);
    default:
      return [];
  }
}

function range(rel: Range | undefined): Name[] {
  if (rel?.relname === undefined) return [];
  // A temporary table is new, but the name without its schema may mean another one.
  return [{ schema: rel.relpersistence === 't' ? 'pg_temp' : rel.schemaname, name: rel.relname }];
}

function listed(nodes: unknown): Name[] {
  const names = ((nodes ?? []) as readonly Fields[]).flatMap((node) => ((node['String'] as { sval?: string } | undefined)?.sval ?? []));
  const name = names.at(-1);
  return name === undefined ? [] : [{ schema: names.length > 1 ? names[0] : undefined, name }];
}

function renames(tree: Fields, home: string | null): { readonly from: string; readonly to: string } | null {
  const body = tree['RenameStmt'] as Fields | undefined;
  if (body === undefined || !['OBJECT_TABLE', 'OBJECT_INDEX', 'OBJECT_MATVIEW', 'OBJECT_VIEW'].includes(String(body['renameType']))) return null;
  const { schemaname = home, relname = '' } = (body['relation'] ?? {}) as Range;
  if (schemaname === null) return null;
  return { from: canonicalName(schemaname, relname), to: canonicalName(schemaname, String(body['newname'])) };
}

function dropped(tree: Fields): Name[] {
  const body = tree['DropStmt'] as Fields | undefined;
  return ((body?.['objects'] ?? []) as readonly Fields[]).flatMap((object) => {
    return listed((object['List'] as Fields | undefined)?.['items']);
  });
}
