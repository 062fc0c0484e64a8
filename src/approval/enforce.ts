// SPDX-License-Identifier: Apache-2.0
//
// The approvals of a session with a forge: an operation passes when a manifest lists it, people approved exactly that, here and now, and
// this session is the one that uses it. Refuses everything while the forge does not answer; forgets nothing that was used.
import { GateError } from '../core/errors.js';
import type { Demand, Manifest, ManifestOperation } from '../core/manifest.js';
import type { Operation, Principal } from '../core/model.js';
import { operationDigest } from '../core/operation-digest.js';
import type { ApprovalAnswer, Approvals, AskedOn, SeenApproval } from '../core/ports.js';
import { candidates, type Candidate, type Listed, type Lookout } from './candidates.js';
import type { ReviewOutcome } from './count.js';
import { distinctDemands, manifestDigest, askedDigests } from './manifest.js';
import type { Outcome } from './outcome.js';
import { Progress, useApproval } from './single-use.js';
import { verifyApproval, type Verified, type VerifyDeps } from './verify.js';

/** How long a look at the forge holds for what follows in the same manifest, so that no transaction keeps its locks while a forge is asked. */
export const FRESH_MS = 10_000;
/** How long the list of pull requests is kept: an agent that asks again and again does not use up the forge's limits. */
const LOOK_MS = 5_000;

export interface EnforceDeps extends Omit<VerifyDeps, 'demandsOf'>, Lookout {
  readonly session: string;
  /** What the policy in force demands for all operations of a manifest. */
  readonly demandsOf: (manifest: Manifest) => readonly Demand[];
  /** What named rules demand. */
  readonly demandsFor: (rules: readonly string[]) => readonly Demand[];
  /** Needs no approval by itself: it is listed because it belongs to the others. */
  readonly isFree: (operation: ManifestOperation, place: number, all: readonly ManifestOperation[]) => boolean;
  /** Answers when nothing lists the operation. */
  readonly otherwise: Approvals;
  readonly monotonicMs: () => number;
  /** Told why nobody can say whether a claim could be removed. */
  readonly unguarded?: (why: string) => void;
}

/** A manifest that this session has claimed. */
interface Use {
  readonly number: number;
  readonly digest: string;
  readonly manifest: Manifest;
  readonly progress: Progress;
  verified: Verified;
  demands: readonly Demand[];
  verifiedAt: number;
  /** What it met last, when that was no approval. */
  why: string | null;
}

type Approved = Extract<ReviewOutcome, { kind: 'approved' }>;

/** One for each session. Answers one after the other, in the order in which it was asked. */
export class ReviewedApprovals implements Approvals {
  readonly #deps: EnforceDeps;
  readonly #uses: Use[] = [];
  /** Looked at and not used, by number: as they stood last. */
  readonly #unused = new Map<number, Verified>();
  #last: Promise<unknown> = Promise.resolve();
  readonly #listed: Listed = new Map();
  #looked: { readonly at: number; readonly found: readonly Candidate[] } | null = null;

  constructor(deps: EnforceDeps) {
    this.#deps = deps;
  }

  claim(operation: Operation, principal: Principal, asked: AskedOn): Promise<ApprovalAnswer> {
    const answer = this.#last.then(() => this.#answer(operation, principal, asked));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** What became of the approvals that this session used, and of those that it met refused or expired; what others used is theirs to tell. */
  get outcomes(): readonly Outcome[] {
    const used = this.#uses.map(({ verified: { pull }, digest, progress, why }): Outcome => ({ kind: 'used', pull, manifest: digest, isDone: progress.isDone, operations: progress.outcomes, why: progress.isDone ? null : why }));
    const unused = [...this.#unused.values()].flatMap((verified): Outcome[] => {
      const kind = stateIn(verified);
      return kind === 'requested' || verified.claimedBy !== null ? [] : [{ kind, pull: verified.pull, manifest: verified.digest, isDone: false, operations: [], why: stateOf(verified) }];
    });
    return [...used, ...unused];
  }

  async #answer(operation: Operation, principal: Principal, asked: AskedOn): Promise<ApprovalAnswer> {
    const digest = operationDigest(operation);
    const begun = this.#uses.find(({ progress }) => progress.next(digest, asked) !== null);
    if (begun !== undefined) return this.#goOn(begun, digest, asked);
    const found = await this.#look().catch((thrown: unknown) => this.#lookFailed(thrown));
    if (typeof found === 'string') return this.#unseen(found, operation, { principal, asked });
    const listing = found.filter(({ number, digests }) => digests.includes(digest) && !this.#uses.some((use) => use.number === number));
    let worst: ApprovalAnswer | null = null;
    for (const { number } of listing) {
      const answer = await this.#begin(number, digest, asked);
      if (answer.kind === 'approved') return answer;
      worst ??= answer;
    }
    return worst ?? this.#notNext(digest) ?? this.#deps.otherwise.claim(operation, principal, asked);
  }

  async #look(): Promise<readonly Candidate[]> {
    const now = this.#deps.monotonicMs();
    if (this.#looked !== null && now - this.#looked.at < LOOK_MS) return this.#looked.found;
    const found = await candidates(this.#deps, this.#listed);
    this.#looked = { at: now, found };
    return found;
  }

  // Nobody named an approval, so there may be none: what could not be looked for is told beside how to ask.
  #lookFailed(thrown: unknown): string {
    if (this.#deps.approval !== null || !(thrown instanceof GateError)) throw thrown;
    return thrown.hint === undefined ? thrown.message : `${thrown.message}: ${thrown.hint}`;
  }

  async #unseen(why: string, operation: Operation, { principal, asked }: { readonly principal: Principal; readonly asked: AskedOn }): Promise<ApprovalAnswer> {
    const answer = await this.#deps.otherwise.claim(operation, principal, asked);
    return answer.kind === 'approved' ? answer : { ...answer, how: `${answer.how}; whether there is an approval could not be seen: ${why}` };
  }

  // The first operation of an approval: verified, then claimed, and only if it may come first.
  async #begin(number: number, digest: string, asked: AskedOn): Promise<ApprovalAnswer> {
    const { deps, demanded } = this.#verifying(asked.rules);
    const verifiedAt = this.#deps.monotonicMs();
    const progressOf = (of: Manifest): Progress => new Progress(of, of.operations.map(this.#deps.isFree));
    const mayBegin = (of: Manifest): boolean => progressOf(of).next(digest, asked) !== null;
    const { verified, manifest } = await useApproval({ repositoryId: this.#deps.repositoryId, number, digest: null }, this.#deps.session, { ...deps, mayBegin, ...(this.#deps.unguarded === undefined ? {} : { unguarded: this.#deps.unguarded }) });
    if (manifest === null) {
      const before = this.#unused.get(number)?.outcome;
      this.#unused.set(number, verified);
      return verified.outcome.kind === 'approved' ? outOfTurn(verified) : pending(verified, mayCome(verified.outcome, before));
    }
    this.#unused.delete(number);
    const use: Use = { number, digest: manifestDigest(manifest), manifest, progress: progressOf(manifest), verified, demands: demanded(), verifiedAt, why: null };
    this.#uses.push(use);
    return this.#take(use, digest, asked);
  }

  // What follows: still approved, still ours, not expired.
  async #goOn(use: Use, digest: string, asked: AskedOn): Promise<ApprovalAnswer> {
    const { deps, demanded } = this.#verifying(asked.rules);
    const more = this.#deps.demandsFor(asked.rules).some((demand) => !use.demands.some((known) => JSON.stringify(known) === JSON.stringify(demand)));
    const now = this.#deps.monotonicMs();
    if (more || now - use.verifiedAt >= FRESH_MS || now >= expiryOf(use)) {
      const verified = await verifyApproval({ repositoryId: this.#deps.repositoryId, number: use.number, digest: use.digest }, deps);
      if (verified.manifest === null || verified.outcome.kind !== 'approved' || manifestDigest(verified.manifest) !== use.digest) return stopped(use, verified);
      if (verified.claimedBy !== this.#deps.session) {
        return stopped(use, { ...verified, outcome: { kind: 'refused', why: 'the claim of this session is gone', hint: 'protect the tags `ostiary/claims/*`, and ask for a new approval' } });
      }
      Object.assign(use, { verified, demands: demanded(), verifiedAt: now, why: null });
    }
    return this.#take(use, digest, asked);
  }

  #take(use: Use, digest: string, asked: AskedOn): ApprovalAnswer {
    const place = use.progress.take(digest, asked);
    const { pull, outcome } = use.verified;
    if (place === null || outcome.kind !== 'approved') return outOfTurn(use.verified);
    const by = outcome.by.map(({ id, login }) => `${login} (${id})`);
    const of = `operation ${place + 1} of ${use.manifest.operations.length} of manifest ${use.digest.slice(0, 12)}`;
    return {
      kind: 'approved', approval: `${by.join(', ')} in ${pull.url}`, maxRows: use.manifest.operations[place]?.maxRows ?? null, data: use.manifest.operations[place]?.data ?? null,
      seen: { state: 'used', manifest: use.digest, by, url: pull.url, reason: `${of}, until ${outcome.expiresAt}` },
      settle: (how, said) => use.progress.settle(place, how, said),
    };
  }

  // An approval that this session uses lists it, but not here.
  #notNext(digest: string): ApprovalAnswer | null {
    const use = this.#uses.find(({ manifest }) => askedDigests(manifest).includes(digest));
    if (use === undefined) return null;
    return use.progress.state.spent ? spent(use.verified) : outOfTurn(use.verified);
  }

  // The rules that ask on the wire may be more than those that the text alone tells.
  #verifying(rules: readonly string[]): { readonly deps: VerifyDeps; readonly demanded: () => readonly Demand[] } {
    const { forge, explain, proposers, unlikePolicy } = this.#deps;
    let demands: readonly Demand[] = [];
    const demandsOf = (manifest: Manifest): readonly Demand[] => (demands = distinctDemands([...this.#deps.demandsOf(manifest), ...this.#deps.demandsFor(rules)]));
    return { deps: { forge, explain, proposers, unlikePolicy, demandsOf }, demanded: () => demands };
  }
}

// By our own clock, from the forge's answer on.
function expiryOf({ verified, verifiedAt }: Use): number {
  const { expiresAt } = verified.outcome as Approved;
  return verifiedAt + Date.parse(expiresAt) - Date.parse(verified.pull.now);
}

/** Why it is not approved, in one line. */
export function stateOf({ outcome, claimedBy }: Pick<Verified, 'outcome' | 'claimedBy'>): string {
  switch (outcome.kind) {
    case 'approved':
      return claimedBy === null ? `approved until ${outcome.expiresAt}` : `used by session \`${claimedBy}\``;
    case 'refused':
      return `${outcome.why}: ${outcome.hint}`;
    case 'pending': {
      const missing = outcome.missing.map(({ rule, what }) => (rule === null ? what : `${what}, for \`${rule}\``));
      const others = outcome.notCounted.map(({ person, why }) => `${person === null ? 'somebody' : `\`${person.login}\` (${person.id})`} does not count: ${why}`);
      return [`waits for ${missing.join('; ')}`, ...others].join('; ');
    }
  }
}

// Nobody has said no: no objection, nothing expired, and who approved before still does.
function mayCome(outcome: ReviewOutcome, before: ReviewOutcome | undefined): boolean {
  if (outcome.kind !== 'pending' || outcome.missing.some(({ rule }) => rule === null) || outcome.notCounted.some(({ why }) => why.includes('has expired'))) return false;
  return before?.kind !== 'pending' || before.counted.every(({ id }) => outcome.counted.some((one) => one.id === id));
}

function stopped(use: Use, verified: Verified): ApprovalAnswer {
  use.why = stateOf(verified);
  return pending(verified);
}

function stateIn({ outcome }: Verified): 'requested' | 'refused' | 'expired' {
  if (outcome.kind === 'refused') return 'refused';
  return outcome.kind === 'pending' && outcome.notCounted.some(({ why }) => why.includes('has expired')) ? 'expired' : 'requested';
}

function pending(verified: Verified, waits = false): ApprovalAnswer {
  const { pull, digest } = verified;
  const reason = stateOf(verified);
  const state: SeenApproval['state'] = stateIn(verified);
  return { kind: 'pending', how: reason, url: pull.url, waits, seen: { state, manifest: digest, by: [], url: pull.url, reason } };
}

function outOfTurn(verified: Verified): ApprovalAnswer {
  return wait(verified, 'it is listed there, but not at this place: operations pass in the order of the manifest, each when what came before is done');
}

function spent(verified: Verified): ApprovalAnswer {
  return wait(verified, 'the outcome of an operation is not known, so this approval is spent: look what the database has, and ask for a new one');
}

function wait({ pull, digest }: Verified, how: string): ApprovalAnswer {
  return { kind: 'pending', how, url: pull.url, seen: { state: 'refused', manifest: digest, by: [], url: pull.url, reason: how } };
}
