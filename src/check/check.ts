// SPDX-License-Identifier: Apache-2.0
//
// The check of a change: files to operations by the readers, operations to decisions by the policy, in the order of the files. Predicts what
// the wire will decide; executes nothing. Refuses to leave a file out: one that can't be read, or whose reader fails, is an unknown operation.
import type { ChangeSource } from '../core/change.js';
import { changeSetDigest } from '../core/change-set.js';
import { messageOf } from '../core/errors.js';
import type { DecisionKind, Operation, Principal, ReadOperation } from '../core/model.js';
import { operationDigest } from '../core/operation-digest.js';
import { askedOf } from '../parse/http/operation.js';
import { withoutEstimate } from '../policy/estimates.js';
import type { Change, Policy } from '../policy/model.js';
import { REPOSITORY } from '../policy/repository.js';
import { type ChangedFile, type FilesReader } from './changed-file.js';
import { type CheckResult, type Prediction, shown } from './finding.js';
import { loadFiles } from './load.js';
import { assign, naming } from './mapping.js';
import { unreadableOperation } from './unreadable.js';

/** Finds the reader of a group of files; null when there is none for a tool or kind. */
export interface FileReaders {
  /** Files that a `changes` entry of the policy names. `source`: what else stands there; null while the reader is only got ready. */
  mapped(change: Change, source: Pick<ChangeSource, 'list' | 'read'> | null): Promise<FilesReader | null>;
  /** What every changed file is to the repository itself: its path, secrets in it, its scripts. `mapped`: paths that entries of the policy name; `source`: what else stood there before. */
  repository(files: readonly ChangedFile[], mapped: ReadonlySet<string>, source: Pick<ChangeSource, 'list' | 'read'>): Promise<FilesReader>;
}

export interface CheckRequest {
  readonly source: ChangeSource;
  readonly policy: Policy;
  readonly policySource: string;
  readonly preview: boolean;
  /** Who will carry the change out, as far as rules ask. */
  readonly principal: Principal;
  readonly readers: FileReaders;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Checks a change. Throws what the source throws; all else is a finding. */
export async function check(request: CheckRequest): Promise<CheckResult> {
  // While the bytes are fetched; whoever needs a reader hears what goes wrong with it.
  prepare(request).catch(() => undefined);
  const files = await loadFiles(request.source);
  const operations: Prediction[] = [];
  const groups = assign(files, request.policy.changes);
  const mapped = new Set(groups.flatMap((group) => group.files.map(({ change }) => change.path)));
  for (const group of groups) {
    const reader = await request.readers.mapped(group.change, request.source);
    const read = reader === null ? group.files.map((file) => [unreadableOperation(file, `there is no reader for \`${group.change.tool ?? group.change.as ?? ''}\``)]) : readAll(reader, group.files);
    operations.push(...judgeAll(group.files, read, group.change.resource, request));
  }
  operations.push(...judgeAll(files, readAll(await request.readers.repository(files, mapped, request.source), files), REPOSITORY.name, request));
  operations.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
  return resultOf(operations, files, request);
}

// Loads the parsers that the files will need.
async function prepare({ source, policy, readers }: CheckRequest): Promise<void> {
  for (const change of naming(await source.paths(), policy.changes)) await readers.mapped(change, null);
}

// A reader that throws leaves every file of its group unknown: which of them it was about can't be told.
function readAll(reader: FilesReader, files: readonly ChangedFile[]): readonly (readonly ReadOperation[])[] {
  try {
    const read = reader(files);
    return files.map((file, index) => read[index] ?? [unreadableOperation(file, 'its reader passed over it')]);
  } catch (thrown) {
    return files.map((file) => [unreadableOperation(file, `it could not be read: ${messageOf(thrown)}`)]);
  }
}

function judgeAll(files: readonly ChangedFile[], read: readonly (readonly ReadOperation[])[], resource: string, request: CheckRequest): Prediction[] {
  return files.flatMap((file, index) => (read[index] ?? []).map((operation) => predict(file, operation, resource, request)));
}

function predict(file: ChangedFile, read: ReadOperation, resource: string, { policy, principal, now }: CheckRequest): Prediction {
  const { kind, facts, line, size, paths } = askedOf(read, policy.resources[resource]?.url ?? null);
  const target = policy.resources[resource]?.target ?? resource;
  const operation: Operation = {
    kind, resource: { name: resource, target }, facts, parameters: [], data: null, settings: {}, paths: paths ?? [file.change.path], ...(size === undefined ? {} : { size }),
  };
  const unestimated = withoutEstimate(operation);
  const { decision, rules, reasons, observed } = policy.decide({ operation: unestimated.operation, principal, resource, now, byHand: true });
  return {
    path: file.change.path, line, kind, resource, operation: facts.name, statement: facts.statement, text: shown(kind === 'kubernetes' ? (facts.redacted.split('\n', 1)[0] as string) : facts.redacted), bytes: kind === 'file' || resource === REPOSITORY.name ? null : facts.text, settings: operation.settings, decision, rules,
    reasons: reasons.map(shown), hazards: facts.hazards.map(({ id, detail }) => ({ id, detail: shown(detail) })), accesses: facts.accesses, unknown: facts.unknown.map(shown), observed, assumed: facts.assumed || unestimated.rowsAsked(), digest: operationDigest(operation),
  };
}

const STRICTNESS: Readonly<Record<DecisionKind, number>> = { deny: 0, review: 1, allow: 2 };

function resultOf(operations: readonly Prediction[], files: readonly ChangedFile[], { source, policy, policySource, preview }: CheckRequest): CheckResult {
  const findings = operations.filter(({ decision }) => decision !== 'allow').sort((a, b) => STRICTNESS[a.decision] - STRICTNESS[b.decision]);
  return {
    decision: findings[0]?.decision ?? 'allow',
    digest: changeSetDigest(files.map(({ change, sha256 }) => ({ path: change.path, from: change.from, status: change.status, mode: change.newMode, sha256 })), operations.map(({ digest }) => digest)),
    base: source.base, head: source.head, files: files.length,
    policy: { source: policySource, digest: policy.digest, preview, observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null },
    operations, findings, observed: operations.filter(({ observed }) => observed.length > 0).length,
  };
}
