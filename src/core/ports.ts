// SPDX-License-Identifier: Apache-2.0
//
// The ports: what floors 3 to 5 need of the world, without knowing who provides it. Implementations live in quiet rooms and are
// wired in main/wire.ts only. Every method may throw GateError; on the decision path each throw is a deny.
import type { CatalogSnapshot } from './catalog.js';
import type { Compared } from './change.js';
import type { GateError } from './errors.js';
import type { ApprovalSeen, EventBody, SessionEnd } from './events.js';
import type { ClosedFolder } from './isolation.js';
import type { PersonRef } from './manifest.js';
import type { Operation, Principal } from './model.js';
import type { Account, AddedApproval, ApprovalStatus, ChangeCommit, ChangedPath, ClaimsGuard, ForgeRepository, MarkedComment, ProposedApproval, PullRequest, Push, Reviewers, Reviews, Standing } from './reviews.js';

/** Appends to the recording. Only the gate holds a live one. */
export interface Recorder {
  /** Queues one event. Throws `RECORD_FAILED` once writing has failed: then nothing may be executed any more. */
  append(event: EventBody): void;
  /**
   * Runs `then(null)` once everything appended so far is as durable as the session demands, or `then(error)`.
   * Calls made in one turn of the event loop share one write. INVARIANT: no effect before this has said null.
   */
  whenDurable(then: (error: GateError | null) => void): void;
  /** Writes the closing line. Nothing can be appended after. */
  close(end: Pick<SessionEnd, 'outcome' | 'operations'>): Promise<void>;
}

/** Reads secrets by reference (`env:NAME`, `vault:path`, …). Values stay in memory: never logged, never written anywhere. */
export interface Secrets {
  /** Takes a credential for as long as a session lasts. `target`: what it is for, as the policy says. Throws SECRET_UNAVAILABLE. */
  hold(reference: string, target: CredentialTarget): Promise<HeldCredential>;
}

/** What a credential logs in at. `user` null: the credential has to name one. */
export interface CredentialTarget {
  readonly host: string;
  readonly port: number;
  readonly user: string | null;
}

/** What logs in at a target. `user` null: the text is the password alone, and the target's url has to name the user. */
export interface Credential {
  readonly user: string | null;
  readonly password: string;
}

/** A credential in use. Asked again for each connection; `await using` or `release` gives it back. */
export interface HeldCredential {
  /** When what is held now ends by itself, milliseconds since the epoch; null: it does not. */
  readonly endsAt: number | null;
  /** What to log in with now: read anew when it has ended or is about to. Throws SECRET_UNAVAILABLE. */
  current(): Promise<Credential>;
  /** The target did not take `used`: what it is by now, read again; null when that is no other. One reading for all who ask at once. */
  refused(used: Credential): Promise<Credential | null>;
  /** Ends leases and tokens. Never throws: what could not be ended is said in the log and ends by itself. */
  release(): Promise<void>;
}

/** What a store keeps apart. `session`: open and ended sessions; `token`: tokens that were used; `revoked`: sessions that an operator ended. */
export type StoreKind = 'session' | 'token' | 'revoked' | 'claim' | 'proof';

/**
 * Small JSON records that outlive the process. Every write is on disk when it resolves, whole or not at all. Keys: 1 to 128 of
 * `A-Za-z0-9_-`. Everything may throw STORE_FAILED, and then nothing may be taken for granted.
 */
export interface Store {
  /** False when there is a record under that key already: of several that try, one succeeds. */
  create(kind: StoreKind, key: string, record: unknown): Promise<boolean>;
  replace(kind: StoreKind, key: string, record: unknown): Promise<void>;
  /** Null when there is none. What comes back is whatever was there: the reader checks its shape. */
  read(kind: StoreKind, key: string): Promise<unknown>;
  /** Removing what is not there is fine. */
  remove(kind: StoreKind, key: string): Promise<void>;
  keys(kind: StoreKind): Promise<readonly string[]>;
  /** Writes and removes something: throws when that can't be done. */
  check(): Promise<void>;
}

/** Where code and reviews live. Reads with the enforcer's own credential, by numeric repository id. */
export interface Forge {
  /** The policy file at the head of the protected branch. Throws `FORGE_FAILED` when that branch is not protected. */
  readPolicy(repositoryId: string, path: string): Promise<{ readonly text: string; readonly source: string }>;
}

/** The catalog of one resource as the gate last saw it. */
export interface Catalog {
  current(): CatalogSnapshot;
  /** Reads it again; resolves with a snapshot of a later epoch. */
  refresh(): Promise<CatalogSnapshot>;
  /** Nobody has asked for a while whether definitions were changed by others than the gate's clients. */
  readonly due: boolean;
  /** Asks it, and reads them again if so. Never rejects: when it can't be asked, `current()` throws. */
  freshen(): Promise<void>;
  /** A number that no snapshot has yet; for one that a session reads on its own connection. */
  nextEpoch(): number;
}

/** Where and why an operation asks for an approval. */
export interface AskedOn {
  readonly connection: number;
  /** The same object for all that are judged, and run, as one message. */
  readonly message: object;
  /** Rules that ask for a review. */
  readonly rules: readonly string[];
}

/** Says whether people approved exactly this operation, and claims the approval. */
export interface Approvals {
  claim(operation: Operation, principal: Principal, asked: AskedOn): Promise<ApprovalAnswer>;
}

/**
 * What became of an approved operation. `passed`: the server has done it, and its transaction is still open. `rolled-back`: known to have
 * had no effect. After any but `passed` nothing more is said.
 */
export type Settled = 'passed' | 'done' | 'rolled-back' | 'unknown';

/** `said`: the server's tag, or its SQLSTATE. */
export type Settle = (how: Settled, said?: string) => void;

/** For the recording; the gate adds the number of the operation. */
export type SeenApproval = Omit<ApprovalSeen, 'type' | 'operations'>;

/** `waits`: people may still give it where it is asked for. */
export type ApprovalAnswer =
  | { readonly kind: 'approved'; readonly approval: string; readonly maxRows: number | null; readonly data?: string | null; readonly seen?: SeenApproval; readonly settle?: Settle }
  | { readonly kind: 'pending'; readonly how: string; readonly url: string | null; readonly waits?: false; readonly seen?: SeenApproval }
  | { readonly kind: 'pending'; readonly how: string; readonly url: string; readonly waits: true; readonly seen: SeenApproval };

/**
 * Reviews as approvals: reads with the enforcer's own credential, by numeric repository id. Every method throws FORGE_FAILED when the
 * answer is not there, not whole or not understood, naming the permission or setting that is missing; nothing is guessed.
 */
export interface ReviewForge {
  readonly kind: 'github' | 'gitlab';
  repository(repositoryId: string): Promise<ForgeRepository>;
  pull(repository: ForgeRepository, number: number): Promise<PullRequest>;
  reviews(repository: ForgeRepository, pull: PullRequest): Promise<Reviews>;
  /** Commits that the pull request adds; throws when there are more than the forge lists. */
  commits(repository: ForgeRepository, pull: PullRequest): Promise<readonly ChangeCommit[]>;
  changedPaths(repository: ForgeRepository, pull: PullRequest): Promise<readonly ChangedPath[]>;
  /** Pushes to the branch that the forge remembers, those since its creation at least. */
  pushes(repository: ForgeRepository, branch: string): Promise<readonly Push[]>;
  /** Commits reachable from `commit` that touched a path, the newest first. */
  history(repository: ForgeRepository, commit: string, path: string): Promise<readonly string[]>;
  /** Open pull requests with this very commit as their head. */
  openAt(repository: ForgeRepository, commit: string): Promise<readonly number[]>;
  /** The merged pull request that a commit of the default branch came of; null: none. */
  mergedAs(repository: ForgeRepository, commit: string): Promise<number | null>;
  standing(repository: ForgeRepository, account: Account): Promise<Standing>;
  /** Ids of the members of a team, `acme/dba`. */
  team(name: string): Promise<readonly string[]>;
  /** Text of a file at a commit; null when there is none. */
  file(repository: ForgeRepository, commit: string, path: string): Promise<string | null>;
  /** People who set a run going, by its verified id; null: nobody knows, since it was not a person. */
  prompters(repository: ForgeRepository, run: string): Promise<readonly PersonRef[] | null>;
  /** Open and merged pull requests of branches that begin with a prefix; `closed`: those, too, while their branch is there. */
  underReview(repository: ForgeRepository, branchPrefix: string, also?: 'closed'): Promise<readonly PullRequest[]>;
  /**
   * Makes the one tag `ostiary/claims/<digest>`. `taken`: another session has it. The same session asking again is told `claimed`.
   * An answer that never came may have made it: asking again, with the same session, tells.
   */
  claim(repository: ForgeRepository, claim: { readonly digest: string; readonly commit: string; readonly session: string }): Promise<'claimed' | 'taken'>;
  /** What keeps the tag of a claim where it is. */
  claimsGuard(repository: ForgeRepository, digest: string): Promise<ClaimsGuard>;
  /** The session that claimed a manifest; null: nobody did. */
  claimant(repository: ForgeRepository, digest: string): Promise<string | null>;
  /** Commits the files on a new branch and opens a pull request; the one that is there when the branch is there. */
  open(repository: ForgeRepository, proposal: ProposedApproval): Promise<PullRequest>;
  /** Commits on top of the very head that was looked at, never over somebody else's push. Throws FORGE_FAILED when the branch has moved. */
  addTo(repository: ForgeRepository, pull: PullRequest, addition: AddedApproval): Promise<void>;
  /** Asks people for their review: `users` by id, `teams` by name, `owners` as CODEOWNERS names them. Whoever opened it is not asked, nor an owner that the forge does not know. */
  requestReviewers(repository: ForgeRepository, pull: PullRequest, who: Reviewers): Promise<void>;
  showStatus(repository: ForgeRepository, status: ApprovalStatus): Promise<void>;
  /** Writes a comment, or writes it anew where one holds that mark: of several, the first, since nobody knew the mark before it was written. */
  comment(repository: ForgeRepository, pull: PullRequest, comment: MarkedComment): Promise<void>;
  /** Closes without merging, and removes the branch when it is one of ours. */
  close(repository: ForgeRepository, pull: PullRequest): Promise<void>;
  /** Merges exactly this head. */
  merge(repository: ForgeRepository, pull: PullRequest): Promise<void>;
}

/** Structured log; the host decides the form. Never a secret, never raw data. */
export interface Log {
  debug(message: string, fields?: Readonly<Record<string, unknown>>): void;
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** A place in a file that a message is about; `line` and `column` count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export type HostKind = 'shell' | 'github' | 'gitlab';

/** The CI product (or shell) that we run in: inputs in; logs, masks, outputs, summaries out. */
export interface Host {
  readonly kind: HostKind;
  readonly log: Log;
  /** Tells the host to hide a value in its logs. First thing done with any secret. */
  addMask(value: string): void;
  /** An input by kebab-case name; undefined when absent or empty. */
  input(name: string): string | undefined;
  output(name: string, value: string): void;
  /** An output that is secret: masked, and for later steps of this job only. Throws INPUT_INVALID where that can't be had. */
  secretOutput(name: string, value: string): void;
  /** Markdown for the job's summary page. */
  summary(markdown: string): Promise<void>;
  annotate(level: 'error' | 'warning' | 'notice', message: string, place?: Place): void;
  /** Folds what `run` prints into one group of the log. */
  group<T>(title: string, run: () => Promise<T>): Promise<T>;
  /** Runs it while the host takes nothing that is printed for a command: the output of COMMAND can't speak for the job. */
  quarantine<T>(run: () => Promise<T>): Promise<T>;
  /** State from main to post step. */
  saveState(name: string, value: string): void;
  state(name: string): string | undefined;
  /** Facts of the run for the recording's header (`run_id`, `pipeline_id`, …); no secrets. */
  facts(): Readonly<Record<string, string>>;
  /** The commits that the job, or the shell, compares when nobody names others. */
  change(): Compared;
  /** Commits of the push that this job is for, the oldest first, as the job says; empty: it does not say. */
  pushed(): readonly string[];
  /** How a checkout gets the history that it lacks, as the end of a sentence. */
  readonly historyHint: string;
  /** The job's own OIDC token for an audience; throws IDENTITY_UNTRUSTED saying which line of the workflow is missing. */
  idToken(audience: string): Promise<string>;
  /** Names of environment variables that hold this host's job tokens and must not reach COMMAND. */
  readonly tokenVariables: readonly string[];
  /** Values of those that are credentials: no file that holds one of them may reach COMMAND either. */
  readonly tokenValues: readonly string[];
  /** Folders of the runner in which steps leave credentials, to be closed while COMMAND runs as another user. */
  readonly credentialFolders: readonly ClosedFolder[];
  /** Folder in which recordings go when nobody names one. */
  defaultSessionDir(): string;
}

/** Where a CI product keeps files of a job. */
export interface ArtifactStore {
  /**
   * Uploads files (relative to `folder`). `otherName`: used when the first is taken. `sha256`: hex. Throws a GateError that
   * says what to do; then nothing was kept, and the files are where they were.
   */
  upload(request: { readonly name: string; readonly otherName: string | null; readonly folder: string; readonly files: readonly string[]; readonly retentionDays: number | null }): Promise<{ readonly name: string; readonly id: string; readonly url: string | null; readonly sha256: string }>;
}
