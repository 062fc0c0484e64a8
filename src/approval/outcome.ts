// SPDX-License-Identifier: Apache-2.0
//
// What became of an approval in a session, in the words that its pull request gets. Made of tags, names and digests of ours; everything else
// stands in code, so that it is only read. Refuses to call anything done that is not known to be kept.
import type { ApprovalStatus, PullRequest } from '../core/reviews.js';
import { shownInline } from './visible-text.js';

/** What became of one operation of a manifest. `free`: it passes without the approval, and is not followed. `said`: the server's tag, or what failed. */
export interface OperationOutcome {
  readonly resource: string;
  readonly how: 'done' | 'failed' | 'rolled back' | 'unknown' | 'not run' | 'free';
  readonly said: string | null;
  /** The statement without its literals, where no manifest shows it. */
  readonly text?: string;
}

/** What became of an approval that a session used, or asked for in vain. `why`: what it met last; null: nothing stopped it. */
export interface Outcome {
  readonly kind: 'used' | 'refused' | 'expired' | 'break-glass';
  readonly pull: PullRequest;
  /** Digest of the manifest; null: none can be read. */
  readonly manifest: string | null;
  /** All that it lists was done. */
  readonly isDone: boolean;
  readonly operations: readonly OperationOutcome[];
  readonly why: string | null;
}

/** The session that tells. `run`: address of the job's run; `sha256`: of the sealed recording, null until then. */
export interface Teller {
  readonly session: string;
  readonly run: string | null;
  readonly sha256: string | null;
}

/** Longest quotation. */
const MAX_QUOTED = 300;

/** For the check and the heading: `2 of 2 done`. */
export function titleOf({ kind, isDone, operations, why }: Outcome): string {
  if (kind === 'break-glass') return `break-glass: ${operations.length} ${operations.length === 1 ? 'operation' : 'operations'}, has to be reviewed`;
  if (kind !== 'used') return `${kind}: ${why ?? ''}`;
  const followed = operations.filter(({ how }) => how !== 'free');
  const done = `${followed.filter(({ how }) => how === 'done').length} of ${followed.length} done`;
  return isDone ? done : `stopped: ${done}`;
}

/** For the check beside the commit. */
export function statusOf(outcome: Outcome, markdown: string): ApprovalStatus {
  return { commit: outcome.pull.head, state: outcome.kind === 'used' && outcome.isDone ? 'executed' : 'refused', title: titleOf(outcome), summary: markdown, url: outcome.pull.url };
}

/** The comment. */
export function markdownOf(outcome: Outcome, { session, run, sha256 }: Teller): string {
  const { kind, operations, why, isDone } = outcome;
  const by = run === null ? `Session ${code(session)}` : `Session ${code(session)} of [this run](${run})`;
  const again = kind === 'used' && !isDone ? ['', 'An approval is used once. What is left, or not known, has to be put up again: look first what the database has.'] : [];
  return [
    `### Ostiary: ${kind === 'used' || kind === 'break-glass' ? titleOf(outcome) : kind}`, '',
    ...(operations.length === 0 ? [] : ['| operation | on | outcome | |', '|---:|---|---|---|', ...operations.map(rowOf), '']),
    ...(why === null ? [] : [`${kind === 'used' ? 'It ended with' : kind === 'break-glass' ? 'Because of' : 'Nothing was run'}: ${code(why)}`, '']),
    `${by}, recording SHA-256 ${sha256 === null ? 'not sealed yet' : code(sha256)}.`, ...again, '',
  ].join('\n');
}

function rowOf({ resource, how, said, text }: OperationOutcome, place: number): string {
  return `| ${place + 1} | ${code(resource)} | ${how === 'free' ? 'allowed without it' : how} | ${[said, text].flatMap((one) => (one === null || one === undefined ? [] : [code(one)])).join(' ')} |`;
}

function code(text: string): string {
  return `\`${shownInline(text.replace(/\s+/gu, ' ')).replaceAll('`', "'").replaceAll('|', '/').slice(0, MAX_QUOTED)}\``;
}
