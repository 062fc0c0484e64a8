// SPDX-License-Identifier: Apache-2.0
//
// What a recording is made of. Field names are never renamed; `docs/schema/recording-v1.json` is their JSON
// Schema and test/contract compares. Bodies hold facts without literals, masked results and counts; never a raw value.
// The recorder adds `seq`, `at` and `prev` to each.
import type { Impact } from './manifest.js';
import type { Access, DecisionKind, ResourceRef } from './model.js';

export interface SessionHeader {
  readonly type: 'session';
  readonly format: 'ostiary-session-v1';
  readonly session: string;
  readonly ostiary: string;
  readonly principal: { readonly names: readonly string[]; readonly issuer: string; readonly subject: string; readonly claims: Readonly<Record<string, unknown>> };
  readonly prompter: string | null;
  readonly host: { readonly kind: 'shell' | 'github' | 'gitlab'; readonly facts: Readonly<Record<string, string>> };
  readonly resources: readonly (ResourceRef & { readonly type: string })[];
  readonly policy: { readonly digest: string; readonly source: string; readonly version: number; readonly mode: 'enforce' | 'observe' };
  readonly packs: readonly { readonly name: string; readonly version: number }[];
  readonly command: readonly string[];
  readonly durability: 'process' | 'disk';
  /** Id of the key that signs its checkpoints and closing line; null: none does. Recordings of older versions don't say. */
  readonly key?: string | null;
}

export interface ConnectionOpened {
  readonly type: 'connection';
  readonly connection: number;
  readonly resource: string;
  readonly application: string;
}

export interface OperationDecided {
  readonly type: 'decided';
  /** Number of the operation, counted over the session from 1. */
  readonly operation: number;
  readonly connection: number;
  readonly resource: string;
  /** Subject of the principal, repeated so that one grep answers "who". */
  readonly principal: string;
  readonly statement: string;
  readonly name: string;
  readonly text: string;
  readonly accesses: readonly Pick<Access, 'effect' | 'object' | 'columns'>[];
  readonly decision: DecisionKind;
  readonly rules: readonly string[];
  readonly reasons: readonly string[];
  readonly observed: readonly { readonly rule: string; readonly decision: DecisionKind }[];
  readonly unknown: readonly string[];
  /** Catalog epoch that names were resolved with. */
  readonly catalog: number;
  /** Operation digest, keyed with the session key (HMAC-SHA-256, hex); on review and deny. */
  readonly digest?: string;
  /** What it would touch, as estimated when a rule wanted to know; `why`: why its rows are not known. */
  readonly impact?: Impact & { readonly why: string | null };
}

/** `ok`, `failed` (the server said so), `unknown` (nobody can tell; the connection ended first). */
export interface OperationDone {
  readonly type: 'done';
  readonly operation: number;
  readonly outcome: 'ok' | 'failed' | 'unknown';
  /** The server's command tag, `UPDATE 3`; null when it failed or is unknown. */
  readonly tag: string | null;
  readonly rows: number;
  readonly bytes: number;
  readonly error: { readonly sqlstate: string; readonly message: string } | null;
  /** First rows as they left the gate: masked. */
  readonly result: { readonly columns: readonly string[]; readonly rows: readonly (readonly (string | null)[])[] } | null;
  /** How many values were masked, by what: `{"column:redact": 3, "content:email": 1}`. */
  readonly masked: Readonly<Record<string, number>>;
}

/** A statement that the gate itself sent on a session's connection: why, and its name in gate/statements.ts. */
export interface GateStatement {
  readonly type: 'gate';
  readonly connection: number;
  readonly statement: string;
  readonly purpose: string;
}

/** Something refused before it became an operation: a message type, a startup parameter, a credential. */
export interface WireRefused {
  readonly type: 'refused';
  readonly connection: number | null;
  readonly reason: string;
}

export interface ConnectionClosed {
  readonly type: 'disconnected';
  readonly connection: number;
  readonly reason: string;
}

/** What a model was told, or said, masked. `resource`: the model API that it went through; null when the agent's own program reports it. */
export interface Prompted {
  readonly type: 'prompt';
  readonly role: 'system' | 'user' | 'assistant';
  readonly resource: string | null;
  readonly model: string | null;
  readonly text: string;
  readonly masked: Readonly<Record<string, number>>;
}

/** A tool that a model called. `call` is the model's own id of the call; `input` is masked. */
export interface ToolCalled {
  readonly type: 'tool';
  readonly call: string;
  readonly name: string;
  readonly input: string;
  readonly masked: Readonly<Record<string, number>>;
}

/** What a tool answered to a call, masked. */
export interface ToolAnswered {
  readonly type: 'tool-result';
  readonly call: string;
  readonly outcome: 'ok' | 'failed' | 'unknown';
  readonly output: string;
  readonly masked: Readonly<Record<string, number>>;
}

/**
 * What became of asking people. `operations`: the numbers of those in this session that it is about. `told`, `untold`: the outcome was
 * written to the pull request, or could not be. `break-glass`: it passed without a review, which has to follow.
 */
export interface ApprovalSeen {
  readonly type: 'approval';
  readonly state: 'requested' | 'approved' | 'refused' | 'expired' | 'used' | 'told' | 'untold' | 'break-glass';
  readonly operations: readonly number[];
  /** Digest of the manifest put up; null while there is none. */
  readonly manifest: string | null;
  /** People whose reviews count, as the forge names them: `octocat (583231)`. */
  readonly by: readonly string[];
  /** Where it was asked for. */
  readonly url: string | null;
  readonly reason: string;
}

/** What went into or came out of a command, masked, as a terminal would get it. `size`: of that terminal, when it is known or changes. */
export interface TerminalOutput {
  readonly type: 'output';
  /** The operation that runs the command; null for the session's own. */
  readonly operation: number | null;
  readonly stream: 'stdin' | 'stdout' | 'stderr';
  readonly text: string;
  readonly size: { readonly columns: number; readonly rows: number } | null;
  readonly masked: Readonly<Record<string, number>>;
}

export type EventBody =
  | ConnectionOpened | OperationDecided | OperationDone | GateStatement | WireRefused | ConnectionClosed
  | Prompted | ToolCalled | ToolAnswered | ApprovalSeen | TerminalOutput;

/** Written every so often and before the end: what a signature covers, once there is one. */
export interface Checkpoint {
  readonly type: 'checkpoint';
  /** Lines before this one. */
  readonly count: number;
  /** SHA-256 (hex) of the line before: equals `prev`, repeated inside what is signed. */
  readonly head: string;
  readonly key: string | null;
  readonly signature: string | null;
}

export interface SessionEnd {
  readonly type: 'end';
  readonly count: number;
  readonly head: string;
  readonly outcome: 'ok' | 'failed' | 'denied' | 'pending' | 'error';
  readonly operations: { readonly allow: number; readonly review: number; readonly deny: number };
  readonly key: string | null;
  readonly signature: string | null;
}

/** One line of `session.jsonl`. `at`: ISO 8601 UTC, milliseconds. `prev`: hex SHA-256 of the line before, without its line feed; 64 zeros first. */
export type RecordedLine = { readonly seq: number; readonly at: string; readonly prev: string } & (SessionHeader | EventBody | Checkpoint | SessionEnd);
