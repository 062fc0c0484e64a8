// SPDX-License-Identifier: Apache-2.0
//
// What a loaded policy is: one frozen value with everything of `.ostiary/policy.yml` and its packs, and the two questions that it
// answers. Types only; refuses to say how they are answered (evaluate.ts) or read (load.ts). Keys: docs/policy.md.
import { PERSONAL_DETECTORS, SECRET_DETECTORS } from '../core/detector-names.js';
import type { CustomDetector } from '../core/custom-detector.js';
import type { IdentityRule } from '../core/identity.js';
import type { VaultSettings } from '../core/vaults.js';
import type { ColumnMask, Decision, DecisionKind, MaskStyle, Operation, OperationKind, Principal, ResourceKind } from '../core/model.js';

/** Who may approve a review. `expiresSeconds`: how long an approval holds, from its earliest counting review. */
export interface Approvers {
  /** Numeric ids of people. */
  readonly users: readonly number[];
  readonly teams: readonly string[];
  readonly codeowners: boolean;
  /** How many different people; at least 1. */
  readonly count: number;
  readonly expiresSeconds: number;
}

/** `after`: what becomes of a pull request when all that it approved was done. `holdMs`: how long an idle connection may wait for people. */
export interface ApprovalSettings {
  readonly after: 'close' | 'merge' | 'keep';
  readonly holdMs: number;
}

/** Who may let operations run without a review, which has to follow. `principals`: identities of jobs that people start, and no agent is in. */
export interface BreakGlassSettings {
  readonly principals: readonly string[];
  readonly users: readonly string[];
  readonly teams: readonly string[];
  readonly notify: { readonly users: readonly string[]; readonly teams: readonly string[] };
  readonly maxMs: number;
}

/** Where a PostgreSQL answers. `host` is lower case, an IPv6 address without brackets; it never holds a password. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** null: the credential names the user. */
  readonly user: string | null;
}

/** `require` encrypts without knowing who answers; `disable` exists on loopback only. `ca`: path of a PEM file. */
export interface Tls {
  readonly mode: 'verify-full' | 'verify-ca' | 'require' | 'disable';
  readonly ca: string | null;
}

/** A registered production target. */
export interface Resource {
  readonly name: string;
  readonly type: ResourceKind;
  readonly environment: string | null;
  readonly labels: Readonly<Record<string, string>>;
  /** As written; null when the resource has none. */
  readonly url: string | null;
  /** Present exactly on `postgres`. */
  readonly address: Address | null;
  /** Normalised `host:port/database` of the operation digest; the url for other types, or the name when there is none. */
  readonly target: string;
  /** `env:NAME`, `file:/path`, `vault:path`, …; null when it needs none. A reference, never a secret. */
  readonly credential: string | null;
  /** Where the credential is kept, for the schemes that need a vault. */
  readonly vault: VaultSettings | null;
  /** `env:` and `file:` credentials are allowed under a CI product. */
  readonly allowStatic: boolean;
  /** May be used by `--local` runs. */
  readonly local: boolean;
  readonly mask: readonly ColumnMask[];
  readonly tls: Tls;
  /** Instead of the policy's; null: it says nothing. */
  readonly holdMs: number | null;
}

/** Where a secret is kept, and by which vault it is read. */
export interface KeptSecret {
  /** `vault:secret/data/ostiary#pem`, `file:/path`, … A reference, never a secret. */
  readonly reference: string;
  readonly vault: VaultSettings | null;
  /** `env:` and `file:` are allowed under a CI product. */
  readonly allowStatic: boolean;
}

/** What a recording holds, and who signs it. `key`: an Ed25519 key. `keyless`: services of Sigstore, by their addresses; `tokenFile`: whose token is shown in place of the job's. Null: not with that. */
export interface RecordSettings {
  readonly results: 'rows' | 'counts' | 'none';
  readonly key: KeptSecret | null;
  readonly keyless: { readonly fulcio: string; readonly rekor: string | null; readonly tsa: string | null; readonly tokenFile: string | null } | null;
}

/** Which files of a change become which operations. Exactly one of `tool` and `as` is set. */
export interface Change {
  readonly paths: readonly string[];
  readonly tool: string | null;
  readonly as: OperationKind | null;
  readonly resource: string;
  /** Canonical name of the tool's version table, when it is not the tool's own in `public`; with a migration tool only. */
  readonly table: string | null;
}

/** A rule as its author wrote it, with what it inherits. `until` values are milliseconds: the end of that day, UTC. */
export interface Rule {
  /** `reads`, or `ostiary:postgres/no-drop` when it comes from a pack. */
  readonly id: string;
  readonly pack: string | null;
  /** null: it only masks or limits. */
  readonly decide: DecisionKind | null;
  readonly because: string | null;
  readonly match: Readonly<Record<string, unknown>>;
  readonly when: string | null;
  readonly masks: readonly ColumnMask[];
  readonly maxRows: number | null;
  readonly observeUntil: number | null;
  /** What `packs:` of the policy makes of it while it lasts. `until` null: for good. */
  readonly override: Override | null;
  /** The policy's approvers, with the rule's own on top. */
  readonly approvers: Approvers;
}

export interface Override {
  readonly decide: DecisionKind | 'off';
  readonly because: string | null;
  readonly until: number | null;
}

/** Something to say about a policy file. A `warning` does not stop it from being used. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly column: number;
  /** Lower case, one line, what the user wrote in backticks. */
  readonly message: string;
  readonly hint: string | null;
}

/** One question. `now`: milliseconds since the epoch. */
export interface Question {
  readonly operation: Operation;
  readonly principal: Principal;
  /** Name of the resource. */
  readonly resource: string;
  readonly now: number;
  /** It stands in a file of the change, so it is nobody's book-keeping: a migration that writes its tool's version table is judged like any other. */
  readonly byHand?: boolean;
}

/** A policy in force. Deeply frozen but for its compiled rules. */
export interface Policy {
  readonly version: number;
  /** `until`: `2027-03-01`, the last day of observing; null when enforced. `kind` is what holds on the day of loading. */
  readonly mode: { readonly kind: 'enforce' | 'observe'; readonly until: string | null };
  readonly default: 'deny' | 'review';
  readonly approvers: Approvers;
  readonly approvals: ApprovalSettings;
  /** Null: nobody may. */
  readonly breakGlass: BreakGlassSettings | null;
  readonly identities: readonly IdentityRule[];
  /** By name; no prototype, so `name in resources` is safe. */
  readonly resources: Readonly<Record<string, Resource>>;
  readonly changes: readonly Change[];
  readonly rules: readonly Rule[];
  readonly record: RecordSettings;
  /** The token that approvals are asked for, claimed and told with; null: the job's own, where that is enough. */
  readonly forge: KeptSecret | null;
  /** What secrets of one's own look like; always looked for. */
  readonly detectors: readonly CustomDetector[];
  readonly packs: readonly { readonly name: string; readonly version: number }[];
  /** `taggedDigest('ostiary-policy-v1', …)` of the policy with its packs, after `extends`. */
  readonly digest: string;
  /** Waivers that ended, rules that can't match: said loudly, once a run. */
  readonly warnings: readonly Problem[];
  /** Judges one operation: each access alone, the strictest wins. Never throws; what can't be judged is denied. */
  decide(question: Question): Decision;
  /**
   * Masks in force for a caller on a resource whatever the operation: the resource's own, and those of rules that ask only who and
   * where. Rules with other conditions give theirs in `Decision.masks`. `now`: milliseconds, the time of loading when left out.
   */
  masks(resource: string, principalNames: readonly string[], now?: number): readonly ColumnMask[];
  /** Whether any rule of its own could let a caller do anything on a resource, be it after a review: else there is no use in connecting. */
  grants(resource: string, principalNames: readonly string[]): boolean;
  /** What this policy's rules deny, want reviewed or mask on a resource that somebody else registered; all else passes. Never throws. */
  tighten(question: Question, resource: Resource): Decision;
  /** `masks` on a resource that somebody else registered: only those of rules. */
  masksOn(resource: Resource, principalNames: readonly string[], now?: number): readonly ColumnMask[];
}

/** Detectors that a mask key `content:NAME` may name. */
export const DETECTORS: readonly string[] = [...PERSONAL_DETECTORS, ...SECRET_DETECTORS];

export const MASK_STYLES: readonly MaskStyle[] = ['redact', 'partial', 'hash', 'null'];
