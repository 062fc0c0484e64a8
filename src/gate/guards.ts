// SPDX-License-Identifier: Apache-2.0
//
// Judgements that no rule can switch off, because masking would be worthless without them: protected data may not be copied to
// where it is no longer protected, and what the gate masked may not be written back.
import type { CatalogSnapshot } from '../core/catalog.js';
import type { Flow, MaskStyle, Operation, Origin, StatementFacts } from '../core/model.js';
import { strictest, type ProtectedColumns } from '../mask/columns.js';
import { looksMasked } from '../mask/markers.js';
import { countsRows } from '../parse/sql/row-count.js';
import type { Draft } from '../parse/sql/draft.js';

/** Why an operation is denied whatever the policy says. */
export interface Objection {
  readonly rule: string;
  readonly reason: string;
}

/** Returns the objection to an operation, or null. */
export function guard(operation: Operation<StatementFacts>, protectedColumns: ProtectedColumns, catalog: CatalogSnapshot | null): Objection | null {
  const { facts } = operation;
  if (protectedColumns.any) {
    const leak = facts.flows.find((flow) => copiesProtected(flow, protectedColumns, catalog));
    if (leak !== undefined) {
      return { rule: 'builtin:copy-protected', reason: copyReason(leak, keptBy(leak.target, protectedColumns, catalog)) };
    }
  }
  if (facts.accesses.some((access) => access.effect === 'write' || access.effect === 'unknown') && storesMasked(operation)) {
    return { rule: 'builtin:masked-value', reason: 'a value that was masked on its way out may not be written back, since it would replace the real one' };
  }
  return null;
}

/** True for a statement that changes rows, as far as it can be told. */
export function changesRows(facts: StatementFacts): boolean {
  return facts.accesses.some(({ effect }) => effect === 'write' || effect === 'destroy');
}

/** Returns the objection to an operation under a row ceiling, or null: a change that nobody can count has none that holds. */
export function ceilingGuard({ facts }: Operation<StatementFacts>, draft: Draft, maxRows: number | null): Objection | null {
  if (maxRows === null || !changesRows(facts) || countsRows(draft)) return null;
  return { rule: 'builtin:row-ceiling', reason: `it may change ${maxRows} rows at most, and how many it changes can't be counted` };
}

/** Returns the objection to an approved operation whose data was not approved with it; what comes is compared when it has come (execution.ts). */
export function dataGuard({ facts }: Operation<StatementFacts>, data: string | null): Objection | null {
  const copiesIn = facts.copy?.direction === 'in';
  if (copiesIn === (data !== null)) return null;
  return { rule: 'builtin:copy-data', reason: copiesIn ? 'which rows it may copy in was not approved' : 'it was approved with data, and takes none' };
}

function copiesProtected({ target, origins, computed }: Flow, protectedColumns: ProtectedColumns, catalog: CatalogSnapshot | null): boolean {
  const style = ({ relation, column }: Origin) => protectedColumns.styleOf(relation, column, catalog);
  const kept = keptBy(target, protectedColumns, catalog);
  // Of what was computed, a mask that shows a part, or tells equals, could show another part each time.
  const needed = origins === null ? 'redact' : strictest(origins.map(style));
  // A stricter mask may not be lost either: from `redact` into `partial` shows what was hidden.
  return needed !== null && strictest([kept, needed, computed === true ? 'redact' : null]) !== kept;
}

// `*` as a target is a table being made, or columns that nobody could name: nothing in it counts as protected.
function keptBy({ relation, column }: Origin, protectedColumns: ProtectedColumns, catalog: CatalogSnapshot | null): MaskStyle | null {
  return column === '*' ? null : protectedColumns.styleOf(relation, column, catalog);
}

function copyReason({ target: { relation, column }, origins, computed }: Flow, kept: MaskStyle | null): string {
  if (kept !== null) {
    const reason = `protected data would be kept in \`${column}\` of \`${relation}\`, whose mask shows more of it than its own`;
    return computed === true || origins === null ? `${reason}: what is computed needs a column under \`redact\` or \`null\`` : reason;
  }
  if (origins === null) return `data of unknown origin would be copied into \`${relation}\`, and some columns of this resource are protected`;
  return `protected data would be copied into \`${relation}\`, where it is not protected`;
}

function storesMasked(operation: Operation<StatementFacts>): boolean {
  if (operation.facts.literals.some(looksMasked)) return true;
  return operation.parameters.some(({ value }) => value !== null && value.length > 0 && looksMasked(Buffer.from(value, 'base64').toString('utf8')));
}
