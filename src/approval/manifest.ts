// SPDX-License-Identifier: Apache-2.0
//
// A manifest as a file: composed, written, read back, named by its own digest. Refuses what nobody could
// review: too much of it, or with a secret or a protected value inside. Nothing is ever cut.
import { taggedDigest } from '../core/canonical.js';
import { GateError } from '../core/errors.js';
import type { Demand, Impact, Manifest, ManifestOperation, Requester } from '../core/manifest.js';
import type { Operation } from '../core/model.js';
import { listedDigest } from '../core/operation-digest.js';
import { readManifest } from './shape.js';

/** Operations that a person can look at one by one. */
export const MAX_OPERATIONS = 100;
/** Bytes of the JSON file. Base64 of parameters makes it larger than what is rendered. */
export const MAX_MANIFEST_BYTES = 256 * 1024;
export const FOLDER = '.ostiary/approvals';
/** Branches that we make, and may remove. */
export const BRANCH_PREFIX = 'ostiary/approvals/';

/**
 * What must not be published with an operation, in words: `a cloud-key`, `a value for public.customers.ssn`. Empty: nothing. Asked for
 * every operation; whoever calls knows detectors and protected columns.
 */
export type Inspect = (operation: ManifestOperation) => readonly string[];

/** An operation that needs a review. `rules`: those that ask for it, with their reasons. */
export interface Asked {
  readonly operation: Operation;
  readonly transaction: number | null;
  readonly maxRows: number | null;
  readonly impact: Impact | null;
  readonly rules: ManifestOperation['rules'];
}

/** Everything of a manifest but its operations. `now`: milliseconds. */
export interface ManifestContext extends Pick<Manifest, 'repository' | 'prompters' | 'policy' | 'demands'> {
  readonly requester: Requester;
  readonly now: number;
}

/** Makes a manifest. Throws DENIED when it is too large or holds what `inspect` names, INPUT_INVALID when a field can not be written. */
export function composeManifest(asked: readonly Asked[], context: ManifestContext, inspect: Inspect): Manifest {
  const { now, ...rest } = context;
  const manifest: Manifest = {
    format: 'ostiary-manifest-v1', repository: rest.repository, created: `${new Date(now).toISOString().slice(0, 19)}Z`,
    requester: rest.requester, prompters: rest.prompters, policy: rest.policy, demands: rest.demands, operations: asked.map(operationOf),
  };
  const checked = readManifest(manifest);
  checkSize(checked);
  checkTransactions(checked);
  checked.operations.forEach((operation, index) => {
    const found = inspect(operation);
    if (found.length > 0) {
      throw new GateError('DENIED', `operation ${index + 1} can not be put up for review, since it holds ${found.join(' and ')}`, { hint: 'a pull request is read by many: pass the value in another way, or let a person who may see it run this' });
    }
  });
  return checked;
}

function operationOf({ operation, transaction, maxRows, impact, rules }: Asked): ManifestOperation {
  return {
    kind: operation.kind, resource: { name: operation.resource.name, target: operation.resource.target }, bytes: operation.facts.text,
    parameters: operation.parameters.map(({ type, format, value }) => ({ type, format, value })), data: operation.data, settings: { ...operation.settings },
    transaction, maxRows, impact, rules,
  };
}

/** The bytes of `<id>.json`. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * Reads a manifest file. Throws INPUT_INVALID unless it is written exactly as we write it: no field twice, no other order, nothing
 * that a reader of the file could take for something else.
 */
export function parseManifest(text: string): Manifest {
  if (Buffer.byteLength(text) > MAX_MANIFEST_BYTES) throw tooLarge(`more than ${MAX_MANIFEST_BYTES} bytes of JSON`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new GateError('INPUT_INVALID', 'the manifest is not JSON', { hint: 'it was changed by hand: put the operations up again', cause });
  }
  const manifest = readManifest(value);
  checkSize(manifest);
  checkTransactions(manifest);
  if (manifestText(manifest) !== text) throw new GateError('INPUT_INVALID', 'the manifest is not written as it was made', { hint: 'it was changed by hand: put the operations up again' });
  return manifest;
}

/** Hex; what approvals and claims are bound to. */
export function manifestDigest(manifest: Manifest): string {
  return taggedDigest('ostiary-manifest-v1', manifest);
}

/** Name of a manifest's files: the first half of its digest, so that a file can't hold another manifest than its name says. */
export function manifestId(digest: string): string {
  return digest.slice(0, 32);
}

/** Where a manifest and its rendering are committed, by its digest. */
export function manifestPaths(digest: string): { readonly json: string; readonly rendering: string } {
  const base = `${FOLDER}/${manifestId(digest)}`;
  return { json: `${base}.json`, rendering: `${base}.md` };
}

/** Digests as the wire can ask for them: it decides before data comes. What comes then is compared with `data` before it is kept. */
export function askedDigests(manifest: Manifest): readonly string[] {
  return manifest.operations.map((operation) => listedDigest({ ...operation, data: null }));
}

/** Operation digests in the manifest's order. */
export function operationDigests(manifest: Manifest): readonly string[] {
  return manifest.operations.map(listedDigest);
}

/**
 * Where a manifest is put up: the same operations of the same requester lead to the same branches, so that asking twice finds what is
 * there. A new `round` begins when the one before was used, refused or has expired.
 */
export function approvalBranch(manifest: Manifest, round: number): string {
  return `${branchesOf(manifest)}${round}`;
}

/** Prefix of the branches of all rounds. */
export function branchesOf(manifest: Manifest): string {
  const { issuer, subject } = manifest.requester;
  const transactions = manifest.operations.map(({ transaction }) => transaction);
  const change = taggedDigest('ostiary-changeset-v1', { repository: manifest.repository, issuer, subject, operations: operationDigests(manifest), transactions });
  return `${BRANCH_PREFIX}${change.slice(0, 16)}-`;
}

/** Demands without those that say the same under the same rule. */
export function distinctDemands(demands: readonly Demand[]): readonly Demand[] {
  const seen = new Map(demands.map((demand) => [JSON.stringify(demand), demand]));
  return [...seen.values()];
}

function checkSize(manifest: Manifest): void {
  if (manifest.operations.length > MAX_OPERATIONS) throw tooLarge(`${manifest.operations.length} operations, and at most ${MAX_OPERATIONS} can be looked at one by one`);
  if (Buffer.byteLength(manifestText(manifest)) > MAX_MANIFEST_BYTES) throw tooLarge(`more than ${MAX_MANIFEST_BYTES} bytes of JSON`);
}

// INVARIANT: what the page calls one transaction is in one piece on one resource, so that it can run all together or not at all.
function checkTransactions({ operations }: Manifest): void {
  const seen = new Set<number>();
  for (const [place, { transaction, resource }] of operations.entries()) {
    if (transaction === null) continue;
    const before = operations[place - 1];
    const goesOn = before?.transaction === transaction && before.resource.name === resource.name;
    if (!goesOn && seen.has(transaction)) throw new GateError('INPUT_INVALID', `operation ${place + 1} of the manifest is of transaction ${transaction}, which other operations or another resource cut in two`, { hint: 'put each transaction up in one piece, on one resource; was it captured from a program with several connections at once? let it use one' });
    seen.add(transaction);
  }
}

/** Refusal of what a person can not review. */
export function tooLarge(what: string): GateError {
  return new GateError('DENIED', `this is too large to be reviewed: ${what}`, { hint: 'split it into parts that a person can read; nothing is cut' });
}
