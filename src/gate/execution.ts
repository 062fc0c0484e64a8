// SPDX-License-Identifier: Apache-2.0
//
// One allowed operation on its way: plans how its rows are masked, watches what the server says, and records "done" once. From here
// on nobody sees raw bytes. Refuses to pass rows whose origin it can't tell while any column of the resource is protected.
import { canonicalName, type CatalogSnapshot } from '../core/catalog.js';
import { GateError } from '../core/errors.js';
import type { ColumnMask, MaskStyle, OutputColumn } from '../core/model.js';
import type { Recorder } from '../core/ports.js';
import { type ProtectedColumns, strictest } from '../mask/columns.js';
import type { ContentMask } from '../mask/content.js';
import { looksMasked } from '../mask/markers.js';
import { columnSink } from '../mask/styles.js';
import { withheld } from './diagnostics.js';
import type { Verdict } from './order.js';
import type { Execution, ResultPlan, ValueSink, WireField } from './wire.js';

/** Rows and bytes of a result that a recording keeps (design.md, section 12). */
export const MAX_SAMPLE_ROWS = 100;
export const MAX_SAMPLE_BYTES = 65_536;
/** Masked markers are shorter than this; kept between chunks of COPY data so that none hides at a seam. */
const MARKER_CARRY_BYTES = 64;
const TEXT_OID = 25;

/** What all operations of a session share. */
export interface RunShared {
  readonly recorder: Recorder;
  readonly protectedColumns: ProtectedColumns;
  /** The same with masks that a rule adds for one operation. */
  readonly protectedWith: (masks: readonly ColumnMask[]) => ProtectedColumns;
  readonly content: ContentMask;
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
  #masked: Record<string, number> = {};
  #columns: readonly string[] = [];
  #sample: (readonly (string | null)[])[] = [];
  #sampleBytes = 0;
  #rows = 0;
  #bytes = 0;
  #ended = false;
  #carry = '';

  constructor(number: number, verdict: Verdict, catalog: CatalogSnapshot, shared: RunShared) {
    this.#number = number;
    this.#verdict = verdict;
    this.#catalog = catalog;
    this.#shared = shared;
    this.#protected = verdict.masks.length === 0 ? shared.protectedColumns : shared.protectedWith(verdict.masks);
    this.wantsSample = shared.recordResults === 'rows';
  }

  wantsSample: boolean;

  get facts(): Verdict['operation']['facts'] {
    return this.#verdict.operation.facts;
  }

  described(fields: readonly WireField[], catalog: CatalogSnapshot): ResultPlan {
    const outputs = this.facts.outputs;
    const lineage = Array.isArray(outputs) && outputs.length === fields.length ? (outputs as readonly OutputColumn[]) : null;
    this.#columns = fields.map((field) => field.name);
    return this.#plan(fields.map((field, index) => this.#sinkFor(field, lineage === null ? null : (lineage[index] ?? null), catalog)));
  }

  copyOut(columns: number, binary: boolean, catalog: CatalogSnapshot): ResultPlan {
    const { copy, outputs } = this.facts;
    if (copy === null) throw new GateError('DENIED', 'the server copies out what was not judged as a copy');
    const named = copy.relation === null || copy.columns.includes('*') || copy.columns.length !== columns ? null : copy.columns;
    const relation = copy.relation === null ? undefined : catalog.relations.get(copy.relation);
    const sinks: (ValueSink | null)[] = [];
    for (let index = 0; index < columns; index += 1) {
      const name = named?.[index];
      const column = name === undefined ? undefined : relation?.columns.find((candidate) => candidate.name === name);
      const lineage: OutputColumn | null = copy.relation === null
        ? (Array.isArray(outputs) && outputs.length === columns ? ((outputs as readonly OutputColumn[])[index] ?? null) : null)
        : name === undefined ? null : { name, origins: [{ relation: copy.relation, column: name }], direct: true };
      const field: WireField = { name: name ?? '', tableOid: 0, columnNumber: 0, typeOid: column?.typeOid ?? TEXT_OID, format: binary ? 1 : 0 };
      sinks.push(this.#sinkFor(field, lineage, catalog));
    }
    return this.#plan(sinks);
  }

  sample(row: readonly (string | null)[]): void {
    if (!this.wantsSample) return;
    this.#sample.push(row);
    for (const value of row) this.#sampleBytes += value === null ? 4 : value.length;
    if (this.#sample.length >= MAX_SAMPLE_ROWS || this.#sampleBytes >= MAX_SAMPLE_BYTES) this.wantsSample = false;
  }

  row(bytes: number): void {
    this.#rows += 1;
    this.#bytes += bytes;
  }

  copyIn(data: Buffer): void {
    this.#bytes += data.length;
    const text = this.#carry + data.toString('latin1');
    this.#carry = text.slice(-MARKER_CARRY_BYTES);
    if (looksMasked(text)) {
      throw new GateError('DENIED', 'a value that was masked on its way out may not be copied back in', { hint: 'copy the real value, or leave the column out' });
    }
  }

  diagnostic(field: string, text: string, sqlstate = ''): string {
    const hidden = withheld({ field, sqlstate }, this.facts, this.#protected, this.#catalog);
    return hidden ?? this.#clean(text);
  }

  /** The batch was refused because of another statement: this one was judged, but never sent. */
  notForwarded(): void {
    this.#finish('failed', null, { sqlstate: '42501', message: 'not forwarded: the message was refused' });
  }

  done(outcome: Parameters<Execution['done']>[0]): void {
    if (outcome.kind === 'ok') this.#finish('ok', outcome.tag, null);
    else if (outcome.kind === 'failed') this.#finish('failed', null, { sqlstate: outcome.sqlstate, message: this.diagnostic('M', outcome.message, outcome.sqlstate) });
    else this.#finish('unknown', null, null);
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

  #plan(sinks: readonly (ValueSink | null)[]): ResultPlan {
    return { sinks, masks: sinks.some((sink) => sink !== null) };
  }

  #sinkFor(field: WireField, output: OutputColumn | null, catalog: CatalogSnapshot): ValueSink | null {
    const typeOid = baseType(field.typeOid, catalog);
    const style = this.#protected.any ? this.#styleFor(field, output, catalog) : null;
    if (style !== null) return columnSink(style, typeOid, field.format, this.#shared.sessionKey, () => this.#count(`column:${style}`));
    return this.#shared.content.sink(typeOid, field.format, (detector) => this.#count(`content:${detector}`));
  }

  // Two witnesses: our own reading of the statement, and the server's word on where a column comes from. The stricter counts.
  #styleFor(field: WireField, output: OutputColumn | null, catalog: CatalogSnapshot): MaskStyle | null {
    if (output === null || output.origins === null) return 'redact';
    const styles = output.origins.map((origin) => this.#protected.styleOf(origin.relation, origin.column, catalog));
    if (field.tableOid !== 0) {
      const relation = catalog.relationsByOid.get(field.tableOid);
      if (relation === undefined) return 'redact';
      const column = relation.columns.find((candidate) => candidate.number === field.columnNumber)?.name ?? '*';
      styles.push(this.#protected.styleOf(canonicalName(relation.schema, relation.name), column, catalog));
    }
    const style = strictest(styles);
    // A value computed from protected ones has no shape of its own to keep.
    return style === null || output.direct ? style : strictest([style, 'redact']);
  }

  #clean(text: string): string {
    const { text: clean, counts } = this.#shared.content.scan(text);
    for (const [detector, count] of Object.entries(counts)) this.#masked[`content:${detector}`] = (this.#masked[`content:${detector}`] ?? 0) + count;
    return clean;
  }

  #count(kind: string): void {
    this.#masked[kind] = (this.#masked[kind] ?? 0) + 1;
  }
}

function baseType(typeOid: number, catalog: CatalogSnapshot): number {
  const base = catalog.types.get(typeOid)?.base ?? 0;
  return base === 0 ? typeOid : base;
}
