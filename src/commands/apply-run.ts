// SPDX-License-Identifier: Apache-2.0
//
// One go through the operations of a manifest: in their order, transactions as transactions, each with its parameters and its rows. Refuses to
// go on after the first that fails, and to call an outcome known that nobody knows.
import { messageOf } from '../core/errors.js';
import type { Manifest, ManifestOperation } from '../core/manifest.js';
import type { Parameter } from '../core/model.js';

/** What is sent: a text, its parameters, and the rows that it copies in. */
export interface Sent {
  readonly bytes: string;
  readonly parameters: readonly Parameter[];
  readonly rows: Buffer | null;
}

/** A guarded connection. Throws `StatementFailed`, and anything else when nobody knows what became of the statement. */
export interface Executor {
  /** Resolves with the command tag, `UPDATE 3`. */
  execute(statement: Sent): Promise<string>;
}

/** The server's answer, or the gate's. */
export class StatementFailed extends Error {
  constructor(message: string, readonly sqlstate: string, readonly decision: 'review' | 'deny' | null) {
    super(message);
  }
}

/** What became of one operation. */
export interface Applied {
  readonly outcome: 'done' | 'failed' | 'unknown' | 'not run';
  /** Command tag, or why not. */
  readonly said: string;
}

/** Failures that leave nothing behind and may not come again: serialization, deadlock, lock timeout. */
const AGAIN = new Set(['40001', '40P01', '55P03']);
const MAX_TRIES = 3;

export type Outcome = 'ok' | 'failed' | 'denied' | 'pending';

/** One go through a manifest. */
export class ManifestRun {
  readonly results: Applied[];
  failure: { readonly place: number; readonly message: string } | null = null;
  outcome: Outcome = 'ok';
  readonly #manifest: Manifest;
  readonly #rows: ReadonlyMap<string, Buffer>;
  readonly #executor: (resource: string) => Promise<Executor>;

  /** `rows`: what operations copy in, by SHA-256 (hex). */
  constructor(manifest: Manifest, rows: ReadonlyMap<string, Buffer>, executor: (resource: string) => Promise<Executor>) {
    this.#manifest = manifest;
    this.#rows = rows;
    this.#executor = executor;
    this.results = manifest.operations.map(() => ({ outcome: 'not run', said: '' }));
  }

  /** Executes until all is done or something fails. Never throws. */
  async all(): Promise<void> {
    for (const group of groupsOf(this.#manifest.operations)) {
      let tries = 1;
      while (!await this.#group(group, tries)) {
        if (this.failure !== null) return;
        tries += 1;
      }
    }
  }

  /** False: it may be tried again, unless there is a failure. */
  async #group(places: readonly number[], tries: number): Promise<boolean> {
    const operations = this.#manifest.operations;
    const first = operations[places[0] as number] as ManifestOperation;
    // Rows are counted where a change can still be undone.
    const isBlock = places.length > 1 || first.transaction !== null || first.maxRows !== null;
    let at = places[0] as number;
    let committing = false;
    try {
      const executor = await this.#executor(first.resource.name);
      try {
        if (isBlock) await executor.execute(control('BEGIN'));
        for (at of places) this.results[at] = { outcome: 'done', said: await executor.execute(this.#sent(operations[at] as ManifestOperation)) };
        committing = true;
        if (isBlock) await executor.execute(control('COMMIT'));
        return true;
      } catch (thrown) {
        if (isBlock && thrown instanceof StatementFailed) await executor.execute(control('ROLLBACK')).catch(() => undefined);
        throw thrown;
      }
    } catch (thrown) {
      const isKnown = thrown instanceof StatementFailed;
      if (isKnown && AGAIN.has(thrown.sqlstate) && tries < MAX_TRIES) {
        for (const place of places) this.results[place] = { outcome: 'not run', said: '' };
        return false;
      }
      this.#failed(places, { at, committing, thrown });
      return false;
    }
  }

  #sent({ bytes, parameters, data }: ManifestOperation): Sent {
    return { bytes, parameters, rows: data === null ? null : (this.#rows.get(data) ?? null) };
  }

  #failed(places: readonly number[], { at, committing, thrown }: { at: number; committing: boolean; thrown: unknown }): void {
    const isKnown = thrown instanceof StatementFailed;
    const said = messageOf(thrown);
    for (const place of places) {
      const isLater = place > at && !committing;
      this.results[place] = isLater ? { outcome: 'not run', said: '' } : isKnown ? { outcome: place === at ? 'failed' : 'not run', said: place === at ? said : 'rolled back' } : { outcome: 'unknown', said };
    }
    this.failure = { place: at, message: said };
    this.outcome = isKnown && thrown.decision !== null ? (thrown.decision === 'review' ? 'pending' : 'denied') : 'failed';
  }
}

function control(bytes: 'BEGIN' | 'COMMIT' | 'ROLLBACK'): Sent {
  return { bytes, parameters: [], rows: null };
}

/** Places of operations that are one transaction; neighbours only, since an order is an order. */
export function groupsOf(operations: readonly ManifestOperation[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const [place, { transaction, resource }] of operations.entries()) {
    const before = operations[place - 1];
    const goesOn = transaction !== null && before?.transaction === transaction && before.resource.name === resource.name;
    if (goesOn) groups.at(-1)?.push(place);
    else groups.push([place]);
  }
  return groups;
}
