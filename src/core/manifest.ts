// SPDX-License-Identifier: Apache-2.0
//
// What is put up for approval, as data: an ordered list of operations and who asks for them. Fields are
// never renamed; docs/schema/manifest-v1.json is their JSON Schema. Refuses to hold what a parser can say: that is said again, by
// whoever enforces, from the bytes.
import type { OperationKind, Parameter, ResourceRef } from './model.js';

/** Somebody with an account at the forge. `id` is the number that stays when `login` changes. */
export interface PersonRef {
  readonly id: string;
  readonly login: string;
}

/** What an operation would touch, estimated without effect. Null: not known. */
export interface Impact {
  readonly rows: number | null;
  /** Bytes of the relation that it works on. */
  readonly sizeBytes: number | null;
  /** `ACCESS EXCLUSIVE`. */
  readonly lock: string | null;
  readonly rewrites: boolean | null;
  /** What else was found out, one line each (the answer of a server-side dry run). */
  readonly notes: readonly string[];
}

/** One operation of a manifest: everything that its digest is made of, and what the policy demands of it. */
export interface ManifestOperation {
  readonly kind: OperationKind;
  readonly resource: ResourceRef;
  readonly bytes: string;
  readonly parameters: readonly Parameter[];
  /** SHA-256 (hex) of COPY data or a body. */
  readonly data: string | null;
  readonly settings: Readonly<Record<string, string>>;
  /** Operations with the same number are one transaction, in their order; null: one of its own. */
  readonly transaction: number | null;
  /** Rows beyond which it is rolled back. */
  readonly maxRows: number | null;
  readonly impact: Impact | null;
  /** Rules that ask for a review, and why: the policy's own words. */
  readonly rules: readonly { readonly id: string; readonly reason: string }[];
}

/** Who may approve what a rule asks for, and how many of them have to. */
export interface Demand {
  readonly rule: string;
  /** Numeric ids of people. */
  readonly users: readonly string[];
  /** `acme/dba`: a team, or a group with its path. */
  readonly teams: readonly string[];
  /** Owners of the files changed, as CODEOWNERS of the protected branch says. */
  readonly codeowners: boolean;
  readonly count: number;
  /** How long an approval holds, from its earliest counting review. */
  readonly expiresSeconds: number;
}

/** The verified caller that asks. `run`: id of the workflow run or pipeline, null when it is no CI job. */
export interface Requester {
  readonly names: readonly string[];
  readonly issuer: string;
  readonly subject: string;
  readonly run: string | null;
}

export interface Manifest {
  readonly format: 'ostiary-manifest-v1';
  /** Numeric id of the repository in which it is put up; it counts in no other. */
  readonly repository: string;
  /** ISO 8601 UTC, seconds: `2026-11-24T12:00:00Z`. */
  readonly created: string;
  readonly requester: Requester;
  /** People who set the requester going, as the forge said when it was put up; null: not known. */
  readonly prompters: readonly PersonRef[] | null;
  readonly policy: { readonly digest: string; readonly source: string; readonly version: number; readonly packs: readonly { readonly name: string; readonly version: number }[] };
  /** As the policy said when it was put up: for the reader. Whoever enforces asks the policy in force. */
  readonly demands: readonly Demand[];
  readonly operations: readonly ManifestOperation[];
}
