// SPDX-License-Identifier: Apache-2.0
//
// One allowed operation on its way: plans how its rows are masked, watches what the server says, and records "done" once. From here
// on nobody sees raw bytes. Refuses to pass rows whose origin it can't tell while any column of the resource is protected.
import { createHash, type Hash } from 'node:crypto';
import type { CatalogSnapshot } from '../core/catalog.js';
import { GateError } from '../core/errors.js';
import type { ColumnMask, StatementFacts } from '../core/model.js';
import type { Recorder } from '../core/ports.js';
import type { ProtectedColumns } from '../mask/columns.js';
import type { ContentMask } from '../mask/content.js';
import { looksMasked } from '../mask/markers.js';
import { speaksLater, withheld } from './diagnostics.js';
import { type StatementOutcome, isRevocable, type Watch } from './outcomes.js';
import { changesRows } from './guards.js';
import { SqlOperation } from './operation.js';
import type { Verdict } from './order.js';
import { type ColumnPlan, type PlanBasis, planOf, planOfCopy, sinksOf } from './mask-plan.js';
import { RecordedFacts } from './recorded-facts.js';
import type { Execution, ResultPlan, WireField } from './wire.js';

/** Rows and bytes of a result that a recording keeps. */
const MAX_SAMPLE_ROWS = 100;
const MAX_SAMPLE_BYTES = 65_536;
/** SQLSTATE of what was never run, because something before it failed: in_failed_sql_transaction. */
const NOT_RUN = '25P02';
/** Masked markers are shorter than this; kept between chunks of COPY data so that none hides at a seam. */
const MARKER_CARRY_BYTES = 64;

/** What all operations of a session share. */
export interface RunShared {
  readonly recorder: Recorder;
  readonly protectedColumns: ProtectedColumns;
  /** The same with masks that a rule adds for one operation. */
  readonly protectedWith: (masks: readonly ColumnMask[]) => ProtectedColumns;
  readonly content: ContentMask;
  readonly contentWith: (masks: readonly ColumnMask[]) => ContentMask;
  /** Key of `hash` masks; random for each session, in memory only. */
  readonly sessionKey: Buffer;
  readonly recordResults: 'rows' | 'counts' | 'none';
}

/** The gate's side of `Execution`. */
export class OperationRun implements Execution {
  readonly #number: number;
  readonly #verdict: Verdict;
  readonly #shared: RunShared;
  readonly #catalog: CatalogSnapshot;
  readonly #protected: ProtectedColumns;
  readonly #content: ContentMask;
  #masked: Record<string, number> = {};
  #columns: readonly string[] = [];
  #sample: (readonly (string | null)[])[] = [];
  #sampleBytes = 0;
  #rows = 0;
  #bytes = 0;
  #ended = false;
  #answered = false;
  #carry = '';
  readonly #copied: Hash | null;

  constructor(number: number, verdict: Verdict, catalog: CatalogSnapshot, shared: RunShared) {
    this.#number = number;
    this.#verdict = verdict;
    this.#catalog = catalog;
    this.#shared = shared;
    const own = verdict.masks.length > 0;
    this.#protected = own ? shared.protectedWith(verdict.masks) : shared.protectedColumns;
    this.#content = own ? shared.contentWith(verdict.masks) : shared.content;
    this.maxRows = verdict.maxRows;
    this.undoable = verdict.maxRows !== null && changesRows(verdict.operation.facts);
    this.wantsSample = shared.recordResults === 'rows';
    this.#copied = verdict.copyData === null ? null : createHash('sha256');
  }

  readonly maxRows: number | null;
  readonly undoable: boolean;
  wantsSample: boolean;
  /** Told once how it ended. */
  watch: Watch = null;

  get revocable(): boolean {
    return isRevocable(this.facts);
  }

  get speaksLater(): boolean {
    return speaksLater(this.facts, { protectedColumns: this.#protected, catalog: this.#catalog });
  }

  get facts(): Verdict['operation']['facts'] {
    return this.#verdict.operation.facts;
  }

  described(fields: readonly WireField[], catalog: CatalogSnapshot, changed = false): ResultPlan {
    const plan = planOf(fields, this.#basis(catalog, changed));
    this.#columns = plan.names;
    return this.#sinks(plan);
  }

  copyOut(columns: number, binary: boolean, catalog: CatalogSnapshot, changed: boolean): ResultPlan {
    if (this.facts.copy === null) throw new GateError('DENIED', 'the server copies out what was not judged as a copy');
    return this.#sinks(planOfCopy({ columns, binary }, this.#basis(catalog, changed)));
  }

  sample(row: readonly (string | null)[]): void {
    if (!this.wantsSample) return;
    this.#sample.push(row);
    for (const value of row) this.#sampleBytes += value === null ? 4 : value.length;
    if (this.#sample.length >= MAX_SAMPLE_ROWS || this.#sampleBytes >= MAX_SAMPLE_BYTES) this.wantsSample = false;
  }

  row(bytes: number): void {
    if (this.maxRows !== null && this.#rows >= this.maxRows) throw tooMany('returns', this.maxRows);
    this.#rows += 1;
    this.#bytes += bytes;
  }

  completed(tag: string): void {
    if (!this.undoable || this.maxRows === null) return;
    // Match "UPDATE 3" and "INSERT 0 3", miss "BEGIN": how many rows it changed. A tag without a number counts as too many.
    const count = / (\d+)$/.exec(tag)?.[1];
    if (count === undefined || Number(count) > this.maxRows) throw tooMany('changes', this.maxRows);
  }

  copyIn(data: Buffer): void {
    this.#copied?.update(data);
    this.#bytes += data.length;
    const text = this.#carry + data.toString('latin1');
    this.#carry = text.slice(-MARKER_CARRY_BYTES);
    if (looksMasked(text)) {
      throw new GateError('DENIED', 'a value that was masked on its way out may not be copied back in', { hint: 'copy the real value, or leave the column out' });
    }
  }

  copyInDone(): void {
    const { copyData } = this.#verdict;
    if (copyData === null || this.#copied?.digest('hex') === copyData) return;
    throw new GateError('DENIED', 'the rows to be copied in are others than those that were approved', { hint: 'copy exactly what was approved, or ask for a new approval' });
  }

  diagnostic(field: string, text: string, sqlstate: string, fields?: ReadonlyMap<string, string>): string {
    const hidden = withheld({ field, text, sqlstate, fields }, { facts: this.facts, protectedColumns: this.#protected, catalog: this.#catalog });
    return hidden ?? this.#clean(text);
  }

  answered(tag: string): void {
    this.#answered = true;
    this.#verdict.ended?.(tag);
  }

  /** The batch was refused because of another statement: this one was judged, but never sent. */
  notForwarded(): void {
    this.#finish('failed', null, { sqlstate: '42501', message: 'not forwarded: the message was refused' });
  }

  done(outcome: Parameters<Execution['done']>[0]): void {
    if (!this.#ended) {
      // What was answered, and is taken back, is told a second time: as failed.
      if (!this.#answered || outcome.kind !== 'ok') this.#verdict.ended?.(outcome.kind === 'ok' ? outcome.tag : null);
      this.watch?.(fateOf(outcome));
    }
    if (outcome.kind === 'ok') this.#finish('ok', outcome.tag, null);
    else if (outcome.kind === 'failed') this.#finish('failed', null, { sqlstate: outcome.sqlstate, message: this.#recordable(outcome) });
    else this.#finish('unknown', null, null);
  }

  #recordable({ sqlstate, message, names }: Extract<Parameters<Execution['done']>[0], { readonly kind: 'failed' }>): string {
    const { operation } = this.#verdict;
    const hasParameters = operation instanceof SqlOperation && operation.asked.draft.parameterCount > 0;
    return this.diagnostic('M', new RecordedFacts(this.facts, this.#catalog).complaint({ sqlstate, message, names: names ?? null, hasParameters }), sqlstate);
  }

  #finish(outcome: 'ok' | 'failed' | 'unknown', tag: string | null, error: { sqlstate: string; message: string } | null): void {
    if (this.#ended) return;
    this.#ended = true;
    const { recordResults, recorder } = this.#shared;
    const result = recordResults === 'rows' && this.#columns.length > 0 ? { columns: this.#columns, rows: this.#sample.map((row) => row.map((value) => (value === null ? null : this.#clean(value)))) } : null;
    try {
      recorder.append({
        type: 'done', operation: this.#number, outcome, tag, error, masked: this.#masked, result,
        rows: recordResults === 'none' ? 0 : this.#rows, bytes: recordResults === 'none' ? 0 : this.#bytes,
      });
    } catch {
      // The effect has happened and its decision is on record; a dead recorder refuses every operation from the next on.
    }
  }

  #basis(catalog: CatalogSnapshot, changed: boolean): PlanBasis {
    return { facts: changed ? lineageLost(this.facts) : this.facts, catalog, protectedColumns: this.#protected, content: this.#content, sessionKey: this.#shared.sessionKey };
  }

  #sinks(plan: ColumnPlan): ResultPlan {
    return sinksOf(plan, (what) => this.#count(what));
  }

  #clean(text: string): string {
    const { text: clean, counts } = this.#content.scan(text);
    for (const [detector, count] of Object.entries(counts)) this.#masked[`content:${detector}`] = (this.#masked[`content:${detector}`] ?? 0) + count;
    return clean;
  }

  #count(kind: string): void {
    this.#masked[kind] = (this.#masked[kind] ?? 0) + 1;
  }
}

function tooMany(does: string, maxRows: number): GateError {
  return new GateError('DENIED', `the statement ${does} more than the ${maxRows} rows that \`max_rows\` allows`, { hint: 'narrow it with a WHERE or a LIMIT' });
}

function fateOf(outcome: Parameters<Execution['done']>[0]): StatementOutcome {
  return outcome.kind === 'failed' && outcome.sqlstate === NOT_RUN ? { kind: 'withheld' } : outcome;
}

// Definitions may be others by now than those by which its columns were followed.
function lineageLost(facts: StatementFacts): StatementFacts {
  return { ...facts, outputs: 'unknown' };
}
