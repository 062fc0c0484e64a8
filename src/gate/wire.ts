// SPDX-License-Identifier: Apache-2.0
//
// What a wire (proxy/) and the gate say to each other. The wire carries bytes and knows the protocol; the gate knows what may pass.
// Types only. The wire never sees policy, recorder or masks: it gets `Execution`s to obey, or a `Refusal` to print.
import type { CatalogSnapshot } from '../core/catalog.js';
import type { Impacts } from '../core/impact.js';
import type { Parameter, Redefined, StatementFacts } from '../core/model.js';
import type { Draft } from '../parse/sql/draft.js';
import type { StartedWith } from '../parse/sql/builtins/settings.js';

export type { Draft, StartedWith };

/** What the wire knows about its connection at the moment of asking. */
export interface WireContext {
  readonly catalog: CatalogSnapshot;
  /** `current_schemas(true)` as last read from the server; null: not known now, so unqualified names are unknown. */
  readonly searchPath: readonly string[] | null;
  /** What the session started with, as far as the server has said so. The same object for as long as it lasts. */
  readonly started?: StartedWith;
  /** Settings in force that can change meaning, for the digest. */
  readonly settings: Readonly<Record<string, string>>;
  /** Prepared statements and cursors by name, shared by SQL and protocol; `ambiguous` when more than one may hold the name. */
  readonly prepared: ReadonlyMap<string, Draft | 'ambiguous'>;
  readonly cursors: ReadonlyMap<string, Draft | 'ambiguous'>;
  /** True while DDL has happened that `catalog` does not show: every relation's columns are then of unknown lineage. */
  readonly stale: boolean;
  /** When `stale`: what may be another relation than `catalog` shows; null or left out: any. */
  readonly redefined?: readonly Redefined[] | null;
  /** Counts changes of definitions by other connections, as far as they were known here; see proxy/postgres/definitions/definition-changes.ts. */
  readonly definitionChanges?: number;
}

export interface Asked {
  readonly draft: Draft;
  readonly parameters: readonly Parameter[];
  /** What the wire knows where it stands, after those before it in its message; left out: as of the submission. */
  readonly context?: WireContext;
}

/** A client that can wait for people: in no transaction, and nothing of it on its way or open but statements that it has prepared. */
export interface Waiting {
  /** Aborted when it can not any more, with why: it is gone, it cancelled, the session ends. */
  readonly signal: AbortSignal;
  /** Called before `submit` returns, if at all: it may be long, so nothing more is taken from the client meanwhile. */
  stay(): void;
  /** Has the server end what the client has only prepared, so that it holds no locks for it. Never rejects. */
  rest(): Promise<void>;
  /** Tells the client something while it waits. */
  notice(text: string): void;
  /** What the wire knows by now. */
  context(): WireContext;
}

/** A batch is judged as a whole before any of it is forwarded: one Query message, or one Bind. */
export interface Submission {
  readonly asked: readonly Asked[];
  readonly context: WireContext;
  /** Null, or left out: it can't wait. */
  readonly waiting?: Waiting | null;
  /** Called once, when everything is allowed and "decided" is durable: forward now. One `Execution` for each asked. */
  execute(executions: readonly Execution[]): void;
  /** Called once instead of `execute`. Nothing of the batch may be forwarded. */
  refuse(refusal: Refusal): void;
}

/** A column of a RowDescription. `format`: 0 text, 1 binary. */
export interface WireField {
  readonly name: string;
  readonly tableOid: number;
  readonly columnNumber: number;
  readonly typeOid: number;
  readonly format: 0 | 1;
}

/** Masks the value that `source` holds from `start` to `end`; null becomes SQL NULL, undefined leaves it as it is. */
export interface ValueSink {
  (source: Buffer, start: number, end: number): Buffer | null | undefined;
  /** True where NULL tells something, too, and is to look like any other value: it is handed over as an empty one. */
  readonly masksNull?: boolean;
}

/** How the rows of one result pass. `sinks[i] === null`: column i passes untouched. */
export interface ResultPlan {
  readonly sinks: readonly (ValueSink | null)[];
  /** False when no sink at all is set and rows can be forwarded as they came. */
  readonly masks: boolean;
}

/** One operation on its way. The wire reports what the server says; the gate masks and records. */
export interface Execution {
  readonly facts: StatementFacts;
  /** The server described the rows to come; `changed`: definitions may be others than when it was judged. Throws GateError when they can't be masked safely: then fail the statement. */
  described(fields: readonly WireField[], catalog: CatalogSnapshot, changed?: boolean): ResultPlan;
  /** COPY OUT begins; `columns` and format as CopyOutResponse said. Throws like `described`. */
  copyOut(columns: number, binary: boolean, catalog: CatalogSnapshot, changed: boolean): ResultPlan;
  /** True while rows are still wanted for the recording; then give each, already masked, as text. */
  readonly wantsSample: boolean;
  sample(row: readonly (string | null)[]): void;
  /** Rows that may come back or change (`max_rows` of a rule); null: any number. */
  readonly maxRows: number | null;
  /** True when it changes rows under a ceiling: forward it only where it can still be undone when its tag is known. */
  readonly undoable: boolean;
  /** True when it changes something that is taken back with its transaction. */
  readonly revocable: boolean;
  /** True when something of it may be said only when its transaction ends. */
  readonly speaksLater: boolean;
  /** The server has answered it; `done` follows when it is known whether that is kept. */
  answered(tag: string): void;
  /** Counts a row and its bytes, before it passes. Throws GateError DENIED when it is one too many. */
  row(bytes: number): void;
  /** The server has completed it. Throws GateError DENIED when the tag tells of more rows than may change: undo it then. */
  completed(tag: string): void;
  /** COPY IN data passing to the server; throws GateError DENIED when it may not (masked values written back). */
  copyIn(data: Buffer): void;
  /** All of it has come, and is about to be kept; throws GateError DENIED when it is other than what was approved. */
  copyInDone(): void;
  /** Masks the text of an error or notice field (`M D H W q …`); what can't be judged is replaced. `sqlstate`, `fields`: of the same message. */
  diagnostic(field: string, text: string, sqlstate: string, fields?: ReadonlyMap<string, string>): string;
  /** The end, exactly once. `tag`: the command tag. `names`: what the server's error says in its fields of names; left out when the wire speaks itself. */
  done(outcome: { readonly kind: 'ok'; readonly tag: string } | { readonly kind: 'failed'; readonly sqlstate: string; readonly message: string; readonly names?: readonly string[] } | { readonly kind: 'unknown' }): void;
}

/** An ordinary error of the protocol: severity ERROR, SQLSTATE 42501, and these fields. */
export interface Refusal {
  readonly decision: 'review' | 'deny';
  readonly sqlstate: string;
  readonly message: string;
  readonly detail: string;
  readonly hint: string;
}

/** One client connection's door to the gate. */
export interface WireGate {
  /** True when clients that can wait for people are let wait. */
  readonly holds: boolean;
  /** Reads SQL as the server will; one draft a statement; never throws (what can't be read is a draft of kind UNKNOWN). */
  analyse(sql: Uint8Array): readonly Draft[];
  /** Facts of a draft here and now, for the wire's own bookkeeping; cached. */
  facts(draft: Draft, context: WireContext): StatementFacts;
  submit(submission: Submission): void;
  /** As `Execution.diagnostic`, for text that belongs to no single statement: at commit, between statements, a notification's `payload`. */
  diagnostic(field: string, text: string, sqlstate?: string): string;
  /** A statement of gate/statements.ts is about to be sent; records it. */
  originated(statement: string, purpose: string): void;
  /** The server is ready and no transaction is open: what was done is kept, or was taken back. */
  idle(): void;
  /** Something was refused by the wire itself (message type, startup parameter). */
  refused(reason: string): void;
  closed(reason: string): void;
}

/** What a listener needs to start one connection. */
export interface WireDoor {
  /** `impacts`: whom to ask what an operation would touch. Throws GateError when the session is over or at its limit of connections. */
  open(application: string, impacts?: Impacts): WireGate;
}
