// SPDX-License-Identifier: Apache-2.0
//
// Remembers what statements mean, so that a statement sent a thousand times is read once. Keyed by the exact bytes and by all that
// gives them meaning (catalog epoch, search path). Caches facts only; decisions are made anew each time.
import { Memo } from '../core/memo.js';
import type { Access, StatementFacts } from '../core/model.js';
import { type Draft, executedBy, type NameLookup, type Scope } from '../parse/sql/draft.js';
import { weightOf } from '../parse/sql/tree-weight.js';
import type { RecordedFacts } from './recorded-facts.js';
import type { WireContext } from './wire.js';

export { executedBy, weightOf };

/** Entries kept of each kind; beyond it the oldest go. Sized for an ORM's set of statements. */
export const MAX_CACHED_TEXTS = 2_000;
/** Longer texts are read each time, so that the cache stays small. */
export const MAX_CACHED_TEXT_BYTES = 8_192;
/** Objects in the trees of all of them, about fifty bytes each: 50 MB at most, however short the texts are. */
export const MAX_CACHED_WEIGHT = 1_000_000;

/** The two steps of parse/sql, as the gate uses them. */
export interface SqlReader {
  analyse(sql: Uint8Array): readonly Draft[];
  resolve(draft: Draft, scope: Scope): StatementFacts;
}

type RecordedAccess = Pick<Access, 'effect' | 'object' | 'columns'>;

interface Remembered {
  readonly epoch: number;
  readonly path: WireContext['searchPath'];
  readonly stale: boolean;
  readonly redefined: WireContext['redefined'];
  readonly writable: boolean | undefined;
  readonly facts: StatementFacts;
}

/** Reads SQL through a cache. One per session; not shared between principals. */
export class FactsCache {
  readonly #reader: SqlReader;
  readonly #texts = new Map<string, readonly Draft[]>();
  readonly #seen = new Sightings();
  #weight = 0;
  readonly #facts = new Memo<Draft, Remembered>();
  readonly #recorded = new Memo<StatementFacts, readonly RecordedAccess[]>();

  constructor(reader: SqlReader) {
    this.#reader = reader;
  }

  /** Drafts of a message, one a statement. Never throws. */
  analyse(sql: Uint8Array): readonly Draft[] {
    if (sql.length > MAX_CACHED_TEXT_BYTES) return this.#reader.analyse(sql);
    // latin1 maps bytes to characters one to one, so the key is exactly the bytes.
    const key = Buffer.from(sql.buffer, sql.byteOffset, sql.byteLength).toString('latin1');
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const drafts = this.#reader.analyse(sql);
    if (this.#seen.first(sql)) return drafts;
    this.#weight += weightOfAll(drafts);
    for (const [oldest, kept] of this.#texts) {
      if (this.#texts.size < MAX_CACHED_TEXTS && this.#weight <= MAX_CACHED_WEIGHT) break;
      this.#texts.delete(oldest);
      this.#weight -= weightOfAll(kept);
    }
    this.#texts.set(key, drafts);
    return drafts;
  }

  /** Facts of a draft in a context. */
  of(draft: Draft, context: WireContext): StatementFacts {
    const path = context.searchPath;
    const known = this.#facts.get(draft);
    if (known !== undefined && known.epoch === context.catalog.epoch && known.stale === context.stale && known.writable === context.started?.writable && (!context.stale || known.redefined === context.redefined) && isSamePath(known.path, path)) return known.facts;
    const prepared = new Witness(context.prepared);
    const cursors = new Witness(context.cursors);
    const facts = this.#reader.resolve(draft, { catalog: context.catalog, searchPath: context.searchPath, prepared, cursors, stale: context.stale, ...(context.started === undefined ? {} : { started: context.started }), ...(context.redefined === undefined ? {} : { redefined: context.redefined }) });
    // What an EXECUTE or FETCH means hangs on names that change: asked for anew each time.
    if (!prepared.asked && !cursors.asked) this.#facts.set(draft, { epoch: context.catalog.epoch, path, stale: context.stale, redefined: context.redefined, writable: context.started?.writable, facts });
    return facts;
  }

  /** The accesses as recordings hold them: kept for as long as these facts are. */
  recorded(facts: StatementFacts, recorded: RecordedFacts): readonly RecordedAccess[] {
    const known = this.#recorded.get(facts);
    if (known !== undefined) return known;
    const shaped = facts.accesses.map((access) => ({ effect: access.effect, object: recorded.object(access), columns: access.columns }));
    this.#recorded.set(facts, shaped);
    return shaped;
  }
}

function weightOfAll(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, draft) => sum + weightOf(draft), 0);
}

function isSamePath(one: WireContext['searchPath'], other: WireContext['searchPath']): boolean {
  if (one === other) return true;
  return one !== null && other !== null && one.length === other.length && one.every((schema, index) => schema === other[index]);
}

/**
 * Tells, nearly always, whether a text comes for the first time. Most statements with literals in them come once: a tree that is kept for
 * nothing costs the collector more than it took to read it. A mistake makes no difference but in time.
 */
class Sightings {
  readonly #hashes = new Uint32Array(2 * MAX_CACHED_TEXTS);

  first(text: Uint8Array): boolean {
    let hash = 0x811c9dc5;
    for (const byte of text) hash = Math.imul(hash ^ byte, 0x01000193);
    hash >>>= 0;
    const place = hash % this.#hashes.length;
    const first = this.#hashes[place] !== hash;
    this.#hashes[place] = hash;
    return first;
  }
}

/** A name lookup that remembers whether anybody asked. */
class Witness implements NameLookup {
  asked = false;
  readonly #names: NameLookup;

  constructor(names: NameLookup) {
    this.#names = names;
  }

  get(name: string): Draft | 'ambiguous' | undefined {
    this.asked = true;
    return this.#names.get(name);
  }
}
