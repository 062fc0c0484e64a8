// SPDX-License-Identifier: Apache-2.0
//
// Whether a name still stands for what it stood for. The server looks the relations of a prepared statement or cursor up once; a
// relation made later under the same name, earlier on the path (a temporary `customers`), changes what the text means to whoever reads
// it anew, but not what runs. Refuses to let the two differ: such a name is `ambiguous`.
// @see https://www.postgresql.org/docs/current/sql-prepare.html (notes on re-analysis)
import type { StatementFacts } from '../../../core/model.js';
import type { WireContext, WireGate } from '../../../gate/wire.js';

/** What is found by name in SQL: `EXECUTE`, `FETCH`. */
export type NameKind = 'prepared' | 'cursor';

/** Search paths that one prepared statement may be used under; beyond it, it has to be prepared again. */
const MAX_PATHS = 1_000;
const QUOTED: Readonly<Record<NameKind, string>> = { prepared: 'EXECUTE', cursor: 'FETCH ALL FROM' };

/** What a name stood for: a prepared statement is looked up again when the search path changes, a cursor never. */
export class Binding {
  readonly #byPath = new Map<string, string>();
  #catalog: WireContext['catalog'] | null = null;
  #path = '';

  /** False when the name no longer stands for the same, as far as this context can tell. */
  holds(kind: NameKind, name: string, of: { readonly gate: Pick<WireGate, 'analyse' | 'facts'>; readonly context: WireContext }): boolean {
    const { gate, context } = of;
    const path = kind === 'cursor' ? '' : (pathOf(context) ?? '');
    const inForce = pathOf(context) ?? '';
    if (this.#catalog === context.catalog && this.#path === inForce) return true;
    const [draft] = gate.analyse(Buffer.from(`${QUOTED[kind]} "${name.replaceAll('"', '""')}"`));
    if (draft === undefined) return false;
    const meant = meaningOf(gate.facts(draft, context), kind);
    const known = this.#byPath.get(path);
    if (known === undefined ? this.#byPath.size >= MAX_PATHS : known !== meant) return false;
    this.#byPath.set(path, meant);
    this.#catalog = context.catalog;
    this.#path = inForce;
    return true;
  }
}

/** True when names can be looked up in a context as the server does. */
export function tells(context: WireContext): boolean {
  return !context.stale && context.searchPath !== null;
}

/** True when two contexts with the same search path give the same relations to a statement's names. */
export function sameRelations(one: StatementFacts, other: StatementFacts): boolean {
  return one === other || meaningOf(one, 'prepared') === meaningOf(other, 'prepared');
}

/** The search path as a key; null: not known. */
export function pathOf({ searchPath }: WireContext): string | null {
  return searchPath === null ? null : searchPath.join('\0');
}

// The rows of an open cursor come from what its relations were when it was opened; those of a statement from what they are.
function meaningOf({ accesses, outputs }: StatementFacts, kind: NameKind): string {
  const relations = accesses.map(({ effect, type, object }) => `${effect} ${type ?? ''} ${object ?? ''}`).sort();
  return JSON.stringify(kind === 'cursor' ? [relations, outputs] : relations);
}
