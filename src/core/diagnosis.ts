// SPDX-License-Identifier: Apache-2.0
//
// What `doctor` says of a set-up: findings, each with its place and its fix, and what it could not see. Types only; refuses to have a word
// for "fine": what was not looked at is not known.

/** Something unsafe. */
export interface Diagnosis {
  /** `agent-id-token`; docs/doctor.md has a line for each. */
  readonly id: string;
  /** Of the repository, or null: of the machine or the forge. */
  readonly file: string | null;
  /** Counts from 1; null for what has no line. */
  readonly line: number | null;
  readonly message: string;
  /** The line to write, or the setting to change. */
  readonly fix: string;
}

/** A question that nobody answered, and what would answer it. */
export interface NotKnown {
  readonly question: string;
  readonly why: string;
}

/** What part of the set-up came to. */
export interface Examined {
  readonly findings: readonly Diagnosis[];
  readonly notKnown: readonly NotKnown[];
}
