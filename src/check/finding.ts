// SPDX-License-Identifier: Apache-2.0
//
// What a check says: operations that a change would perform, each with its decision and its place. Data only; reports print it.
import type { Decision, DecisionKind, Hazard, OperationFacts, OperationKind } from '../core/model.js';

/** One operation of a change, judged. */
export interface Prediction {
  readonly path: string;
  /** Where it begins in the file at head, from 1. */
  readonly line: number;
  readonly kind: OperationKind;
  /** Name of the resource; `repository` for the code itself. */
  readonly resource: string;
  /** `sql.drop_table`. */
  readonly operation: string;
  /** `DROP TABLE`. */
  readonly statement: string;
  /** Its text without values, on one line, cut at `MAX_TEXT` characters; of an object of Kubernetes what is done to which. */
  readonly text: string;
  /** Exactly what its digest is of, for whoever puts it up for approval; null: a change of the code, which is approved by merging it. */
  readonly bytes: string | null;
  /** Settings that its digest is of: none, since a file is not connected. */
  readonly settings: Readonly<Record<string, string>>;
  readonly decision: DecisionKind;
  readonly rules: readonly string[];
  readonly reasons: readonly string[];
  readonly hazards: readonly Hazard[];
  readonly accesses: OperationFacts['accesses'];
  readonly unknown: readonly string[];
  readonly observed: Decision['observed'];
  /** The wire will know more: names were completed without a catalog, or rows are not known. */
  readonly assumed: boolean;
  readonly digest: string;
}

/** The whole of a check. */
export interface CheckResult {
  readonly decision: DecisionKind;
  /** Digest of the change set, `ostiary-changeset-v1`. */
  readonly digest: string;
  readonly base: string;
  readonly head: string;
  readonly files: number;
  readonly policy: { readonly source: string; readonly digest: string; readonly preview: boolean; readonly observeUntil: string | null };
  /** All operations, in order of path and line. */
  readonly operations: readonly Prediction[];
  /** Those that are not allowed, strictest first. */
  readonly findings: readonly Prediction[];
  /** How many would have been refused if the policy did not only observe. */
  readonly observed: number;
}

/** Longer statements are cut in reports; the digest is of all of it. */
export const MAX_TEXT = 400;

// One match: a line feed, two blanks, `ä`; one miss: `DROP TABLE a`. What has none is shown as it is.
const UNEVEN = /[^ -~]| {2}|^ | $/u;

/** One line for people: white space folded, what does not print made visible, cut with a mark. */
export function shown(text: string): string {
  if (text.length <= MAX_TEXT && !UNEVEN.test(text)) return text;
  // One match: a zero-width space or a bidirectional control; one miss: `ä`.
  const visible = text.slice(0, MAX_TEXT * 10).replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu, (char) => `\\u{${(char.codePointAt(0) as number).toString(16)}}`).trim();
  return [...visible].length > MAX_TEXT ? `${[...visible].slice(0, MAX_TEXT).join('')} …` : visible;
}
