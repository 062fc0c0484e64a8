// SPDX-License-Identifier: Apache-2.0
//
// How the columns of one result are masked: by where they come from, else by what is in them. Found once for a description that comes
// again and again. Refuses to guess an origin: a column whose lineage is unknown is redacted while anything is protected.
import { canonicalName, type CatalogSnapshot } from '../core/catalog.js';
import { Memo } from '../core/memo.js';
import type { MaskStyle, OutputColumn, StatementFacts } from '../core/model.js';
import { type ProtectedColumns, strictest } from '../mask/columns.js';
import type { ContentMask } from '../mask/content.js';
import { columnSink } from '../mask/styles.js';
import { wireType } from '../mask/types.js';
import type { ResultPlan, ValueSink, WireField } from './wire.js';

const TEXT_OID = 25;
/** InvalidOid: of no type that we know. */
const UNKNOWN_OID = 0;

/** Makes the sink of one column for one operation; `count` is called with what masked a value: `column:redact`, `content:email`. */
export type SinkMaker = (count: (what: string) => void) => ValueSink;

/** What a plan rests on. The same objects mean the same plan: facts and snapshots never change. */
export interface PlanBasis {
  readonly facts: StatementFacts;
  readonly catalog: CatalogSnapshot;
  readonly protectedColumns: ProtectedColumns;
  readonly content: ContentMask;
  /** Key of `hash` masks. */
  readonly sessionKey: Buffer;
}

/** A result's columns, before anybody counts. */
export interface ColumnPlan {
  readonly names: readonly string[];
  readonly makers: readonly (SinkMaker | null)[];
  /** Set when no column is masked: the same for every operation. */
  readonly plain: ResultPlan | null;
}

// By the list of fields itself: the wire hands in the same one for the same description.
const KNOWN = new Memo<readonly WireField[], { readonly basis: PlanBasis; readonly plan: ColumnPlan }>();

/** The plan for rows of these fields. */
export function planOf(fields: readonly WireField[], basis: PlanBasis): ColumnPlan {
  const known = KNOWN.get(fields);
  if (known !== undefined && isSame(known.basis, basis)) return known.plan;
  const { outputs } = basis.facts;
  const lineage = Array.isArray(outputs) && outputs.length === fields.length ? (outputs as readonly OutputColumn[]) : null;
  const plan = columnPlan(fields.map(({ name }) => name), fields.map((field, index) => makerFor(field, lineage?.[index] ?? null, basis)));
  KNOWN.set(fields, { basis, plan });
  return plan;
}

/** The plan for what a COPY sends, which the server does not describe but for the number of its columns. */
export function planOfCopy({ columns, binary }: { readonly columns: number; readonly binary: boolean }, basis: PlanBasis): ColumnPlan {
  const outputs = copiedColumns(basis.facts, columns);
  return columnPlan([], Array.from({ length: columns }, (_, index) => {
    const output = outputs?.[index] ?? null;
    const field: WireField = { name: output?.name ?? '', tableOid: 0, columnNumber: 0, typeOid: copiedType(output, binary, basis.catalog), format: binary ? 1 : 0 };
    return makerFor(field, output, basis);
  }));
}

function columnPlan(names: readonly string[], makers: readonly (SinkMaker | null)[]): ColumnPlan {
  const plain = makers.every((maker) => maker === null) ? { sinks: makers.map(() => null), masks: false } : null;
  return { names, makers, plain };
}

/** The sinks for one operation. */
export function sinksOf({ makers, plain }: ColumnPlan, count: (what: string) => void): ResultPlan {
  return plain ?? { sinks: makers.map((maker) => (maker === null ? null : maker(count))), masks: true };
}

// How one column is masked; null: not at all.
function makerFor(field: WireField, output: OutputColumn | null, basis: PlanBasis): SinkMaker | null {
  const { catalog, protectedColumns, content, sessionKey } = basis;
  const { format } = field;
  const typeOid = wireType(field.typeOid, catalog);
  const style = protectedColumns.any ? styleFor(field, output, basis) : null;
  if (style !== null) {
    const what = `column:${style}`;
    // Whether something that was computed from protected values is NULL was computed from them as well.
    const masksNull = output?.direct !== true || hidesNull(basis.facts);
    return (count) => Object.assign(columnSink(style, typeOid, format, sessionKey, () => count(what)), { masksNull });
  }
  if (content.sink(typeOid, format, () => undefined) === null) return null;
  return (count) => content.sink(typeOid, format, (detector) => count(`content:${detector}`)) as ValueSink;
}

// COPY as text writes a value that is like the marker of NULL as it is; but for the marker `\\N`, which no value looks like.
function hidesNull({ copy }: StatementFacts): boolean {
  return copy !== null && copy.format === 'text' && copy.null !== '\\N';
}

// Two witnesses: our own reading of the statement, and the server's word on where a column comes from. The stricter counts.
function styleFor(field: WireField, output: OutputColumn | null, { catalog, protectedColumns }: PlanBasis): MaskStyle | null {
  if (output === null || output.origins === null) return 'redact';
  const styles = output.origins.map((origin) => protectedColumns.styleOf(origin.relation, origin.column, catalog));
  if (field.tableOid !== 0) {
    const relation = catalog.relationsByOid.get(field.tableOid);
    if (relation === undefined) return 'redact';
    const column = relation.columns.find((candidate) => candidate.number === field.columnNumber)?.name ?? '*';
    styles.push(protectedColumns.styleOf(canonicalName(relation.schema, relation.name), column, catalog));
  }
  const style = strictest(styles);
  // A value computed from protected ones has no shape of its own to keep.
  return style === null || output.direct ? style : strictest([style, 'redact']);
}

// What a COPY sends, column by column; null: not known.
function copiedColumns({ copy, outputs }: StatementFacts, columns: number): readonly OutputColumn[] | null {
  // Of a table, too, as of the SELECT that it stands for: a materialized view shows columns of others.
  const isKnown = Array.isArray(outputs) && outputs.length === columns && (copy === null || copy.relation === null || (!copy.columns.includes('*') && copy.columns.length === columns));
  return isKnown ? (outputs as readonly OutputColumn[]) : null;
}

// COPY does not say of what type its columns are. In text everything is text; in binary only a plain column has a type that we know.
function copiedType(output: OutputColumn | null, binary: boolean, catalog: CatalogSnapshot): number {
  const origin = output?.direct === true && output.origins?.length === 1 ? output.origins[0] : undefined;
  const column = origin === undefined ? undefined : catalog.relations.get(origin.relation)?.columns.find(({ name }) => name === origin.column);
  return column?.typeOid ?? (binary ? UNKNOWN_OID : TEXT_OID);
}

function isSame(one: PlanBasis, other: PlanBasis): boolean {
  return one.facts === other.facts && one.catalog === other.catalog && one.protectedColumns === other.protectedColumns
    && one.content === other.content && one.sessionKey === other.sessionKey;
}
