// SPDX-License-Identifier: Apache-2.0
//
// A statement after the first step, `analyse`: its exact text and its tree, before names are resolved. Opaque outside parse/sql.
import type { CatalogSnapshot } from '../../core/catalog.js';
import type { Redefined } from '../../core/model.js';
import type { AssumedSchema } from './names/assumed-path.js';
import type { StartedWith } from './builtins/settings.js';
import { spelled } from './grammar/tree.js';

/** One statement of a message. `tree` is libpg-query's node (`{SelectStmt: …}`); null when it could not be read. */
export interface Draft {
  /** Statement kind in capitals, `SELECT`, `DROP TABLE`; `UNKNOWN` when unreadable, `EMPTY` for a message without statements. */
  readonly statement: string;
  /** Exact text, ends trimmed of white space, comments and semicolons. */
  readonly text: string;
  /** Where `text` begins in its message, in bytes. */
  readonly start: number;
  /** With literals replaced by `?`. */
  readonly redacted: string;
  readonly tree: Readonly<Record<string, unknown>> | null;
  /** Why it could not be read; null when it could. */
  readonly failure: string | null;
  /** Number of parameters `$n` used. */
  readonly parameterCount: number;
  /** How many statements its message held; >1 means it shares an implicit transaction. */
  readonly batch: number;
}

/** Where names mean what they mean: second argument of `resolve`. */
export interface Scope {
  readonly catalog: CatalogSnapshot | null;
  /** Effective search path; null: not known, so unqualified names are unknown. Ignored without a catalog. */
  readonly searchPath: readonly string[] | null;
  /** Without a catalog: where unqualified names are, when the text itself has set it. */
  readonly assumed?: AssumedSchema;
  /** What the session started with, as far as its server has said so; left out: not known. */
  readonly started?: StartedWith;
  readonly prepared: NameLookup;
  readonly cursors: NameLookup;
  /** True: `$1` stands for values that a statement of the same session computes (EXECUTE … USING): of unknown lineage. */
  readonly computedParameters?: boolean;
  /** Types of names that no column has, where those are variables. */
  readonly variables?: ReadonlyMap<string, number>;
  /** True: the catalog is behind, so every relation's columns are of unknown lineage. */
  readonly stale: boolean;
  /** When `stale`: what is behind; null or left out: any relation may be another one. */
  readonly redefined?: readonly Redefined[] | null;
}

/** Finds the draft behind a prepared statement's or cursor's name; `ambiguous` when more than one may hold it. A Map is one. */
export interface NameLookup {
  get(name: string): Draft | 'ambiguous' | undefined;
}

/** The name of the prepared statement that an `EXECUTE` runs; null for any other statement. */
export function executedBy({ tree }: Draft): string | null {
  const execute = tree?.['ExecuteStmt'] as { readonly name?: string } | undefined;
  return execute === undefined ? null : spelled(execute.name);
}
