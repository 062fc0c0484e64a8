// SPDX-License-Identifier: Apache-2.0
//
// The words of the house as types. Every room speaks these and nothing else to its neighbours.
// Data only: readonly, JSON-shaped, no behaviour.

/** What an access does, from harmless to worst-understood. Meanings: docs/architecture.md, "Effects". */
export const EFFECTS = ['read', 'write', 'schema', 'destroy', 'grant', 'execute', 'control', 'unknown'] as const;
export type Effect = (typeof EFFECTS)[number];

export type OperationKind = 'sql' | 'shell' | 'kubernetes' | 'http' | 'model' | 'file';
/** `repository`: the code itself, which every policy knows by that name and none may register. */
export type ResourceKind = 'postgres' | 'kubernetes' | 'http' | 'model' | 'shell' | 'repository';

/**
 * One atom of an operation. Example: `INSERT INTO a SELECT ssn FROM b` is
 * `{effect:'write', object:'public.a', columns:['*']}` and `{effect:'read', object:'public.b', columns:['ssn']}`.
 */
export interface Access {
  readonly effect: Effect;
  /**
   * What is touched, in canonical text, never quoted: `public.orders` (relation), `public.refund` with `type: 'function'`,
   * `app` (schema), `search_path` (setting), `reporting` (role). `null`: nothing in particular (`SELECT 1`).
   */
  readonly object: string | null;
  /** `relation sequence function schema role setting database type file program …`; `null` with a null object. */
  readonly type: string | null;
  /** Columns touched. `[]`: none in particular (`count(*)`, `DROP TABLE`). `['*']`: all, or not known which. */
  readonly columns: readonly string[];
  /** Of `columns`, those that decide which rows, returned or not (WHERE, JOIN, ORDER BY, GROUP BY): oracles, see docs/attacks.md. */
  readonly filtered: readonly string[];
  /**
   * Relations whose rows it may touch under this name, or which show its rows under theirs: partitions and children, and parents; of what is
   * done to all tables of a schema or of a database, these. A rule that allows has to be about `object` itself; any other is also about these.
   */
  readonly kin?: readonly string[];
  /** True when the name was completed without a catalog (`public.` assumed). */
  readonly assumed: boolean;
  /** True for transaction control and allow-listed settings: allowed without a rule. */
  readonly builtin?: boolean;
  /** For `unknown`: why, as the end of a sentence ("`f_sneaky` is not a function that we know"); for others, where it comes from when no word of the text says so. */
  readonly why?: string;
}

/** A function that the statement would call. `class`: `harmless`, `write`, `outside`, `file`, `sql`, `control`, `unknown`. */
export interface FunctionUse {
  readonly name: string;
  readonly class: string;
}

/** A column that a value came from. `relation` is canonical `schema.name`; `column` `*` is the whole row. */
export interface Origin {
  readonly relation: string;
  readonly column: string;
}

/** One column of what comes back. */
export interface OutputColumn {
  readonly name: string;
  /** Every column that the value depends on; `null`: not known, and then the whole value is masked. */
  readonly origins: readonly Origin[] | null;
  /** True when the value is that of one column, unchanged (a view's column names what it shows, too): only then may it be masked in part. */
  readonly direct: boolean;
}

/** Data that a statement stores: where it goes, and which columns it was computed from (`null`: not known). */
export interface Flow {
  readonly target: Origin;
  readonly origins: readonly Origin[] | null;
  /** Set when what is stored may be another value than one of theirs: a piece of it, or one made of several. */
  readonly computed?: true;
}

/** What a statement changes about its own connection; the wire must follow it. */
export type SessionEffect =
  | { readonly kind: 'begin' | 'commit' | 'rollback' | 'savepoint' | 'rollback-to' | 'release' | 'prepare-transaction' }
  | { readonly kind: 'set'; readonly name: string; readonly value: string | null; readonly local: boolean }
  | { readonly kind: 'reset'; readonly name: string | null }
  | { readonly kind: 'prepare'; readonly name: string }
  | { readonly kind: 'deallocate'; readonly name: string | null }
  | { readonly kind: 'declare-cursor'; readonly name: string }
  | { readonly kind: 'close-cursor'; readonly name: string | null }
  | { readonly kind: 'discard'; readonly what: string }
  | { readonly kind: 'temp'; readonly name: string }
  | { readonly kind: 'ddl' };

/** A relation that may be another one, or behave otherwise, once a statement has run. */
export interface Redefined {
  /** Canonical. */
  readonly relation: string;
  /**
   * `table`: one that is written and read as it looks, made or given a column or an index; `nothing`: it is dropped; `guarded`: its row policies are on; `triggered`: writing to it runs more.
   * No relation at all: `callable`, functions or operators of that name; `type`, types of it; `cast`, a cast.
   */
  readonly into: 'table' | 'nothing' | 'guarded' | 'triggered' | 'anything' | 'callable' | 'type' | 'cast';
  /** Its new columns are of PostgreSQL's own types. */
  readonly plain?: true;
  /** What its new indexes are made of is computed at once, as far as it is constant. */
  readonly computed?: true;
  /** Types, by oid, of those columns that are others than before; 0: not known. Left out: nothing is known of its columns. */
  readonly columns?: Readonly<Record<string, number>>;
}

/** What `COPY` moves, when it moves it over the wire. */
export interface CopyFacts {
  readonly direction: 'in' | 'out';
  readonly format: 'text' | 'csv' | 'binary';
  /** Relation copied, canonical; null when it is a query (then `outputs` tells the lineage). */
  readonly relation: string | null;
  /** Names of the columns in order; `['*']` when not known (no catalog). */
  readonly columns: readonly string[];
  /** Single-byte delimiter, quote and escape, and the null string, as in force. */
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly null: string;
  readonly header: boolean;
}

/**
 * A way of doing things that people look out for, whatever is touched. Example: `{id: 'index-not-concurrent', detail: 'the index
 * `orders_note` on `public.orders` is built while writes wait'}`. Rules name it with `match: { hazard: … }`; docs/rules.md lists the ids.
 */
export interface Hazard {
  readonly id: string;
  /** What is special here, without a period at the end; never a secret or a literal of the statement. */
  readonly detail: string;
  /** What it is about, canonical: `public.orders`. Absent: nothing in particular, or not known. */
  readonly on?: string;
}

/** All that is known of one operation, of whatever kind. */
export interface OperationFacts {
  /** Its kind in capitals: `SELECT`, `DROP TABLE`, `GIT PUSH`, `DELETE DEPLOYMENT`; `UNKNOWN` when it can't be read. */
  readonly statement: string;
  /** `sql.select`, `shell.git.push`, `kubernetes.delete`: the policy's `operation`. */
  readonly name: string;
  /** Exactly the bytes judged, as text, ends trimmed of white space, comments and semicolons. */
  readonly text: string;
  /** The same without values: every SQL literal replaced by `?`, every secret masked; what recordings and reports hold. */
  readonly redacted: string;
  readonly accesses: readonly Access[];
  readonly functions: readonly FunctionUse[];
  readonly hazards: readonly Hazard[];
  /** Why no rule may allow it: it would blind the gate (`standard_conforming_strings = off`, a foreign encoding). */
  readonly forbidden: readonly string[];
  /** Why it is (partly) unknown; empty when all of it was understood. */
  readonly unknown: readonly string[];
  /** True when any name was completed without a catalog. */
  readonly assumed: boolean;
}

/** All that is known of one SQL statement: the result of `resolve(analyse(bytes), catalog)`. */
export interface StatementFacts extends OperationFacts {
  /** `null`: returns no rows, by its nature. `'unknown'`: returns rows of unknown lineage. */
  readonly outputs: readonly OutputColumn[] | 'unknown' | null;
  readonly flows: readonly Flow[];
  /** String literals that would be stored or compared; used to refuse masked values written back. */
  readonly literals: readonly string[];
  readonly session: readonly SessionEffect[];
  readonly copy: CopyFacts | null;
  /** What its definitions change; null: any relation, for all that can be told. Left out: none. */
  readonly redefines?: readonly Redefined[] | null;
  /** Lock level (`ACCESS EXCLUSIVE`) and whether the table is rewritten, for DDL where known. */
  readonly lock: string | null;
  readonly rewrite: boolean | null;
}

/** What a parser makes of a part of a text: one operation, and where it begins. */
export interface ReadOperation {
  readonly kind: OperationKind;
  readonly facts: OperationFacts;
  /** Line of its first word, from 1. */
  readonly line: number;
  /** Size in bytes of a file or body; files touched. */
  readonly size?: number;
  readonly paths?: readonly string[];
}

/** Reads a text into its operations, in order. Never throws: what can't be read is an operation of effect `unknown`. */
export type Reader = (text: string) => readonly ReadOperation[];

/** A wire parameter, as in the operation digest. `value`: base64 of the wire bytes, or null. */
export interface Parameter {
  readonly type: string;
  readonly format: 'text' | 'binary';
  readonly value: string | null;
}

export interface ResourceRef {
  readonly name: string;
  /** Normalised `host:port/database`. */
  readonly target: string;
}

/** One thing asked of a resource, ready to be judged. */
export interface Operation<Facts extends OperationFacts = OperationFacts> {
  readonly kind: OperationKind;
  readonly resource: ResourceRef;
  readonly facts: Facts;
  readonly parameters: readonly Parameter[];
  /** SHA-256 (hex) of COPY data or a body; null when there is none (or not yet). */
  readonly data: string | null;
  /** Settings in force that can change meaning: `search_path`, `role`, …. */
  readonly settings: Readonly<Record<string, string>>;
  /** Rows that it would touch; undefined until somebody estimated. */
  readonly rows?: number | undefined;
  /** Why nobody could tell its rows. */
  readonly whyNoRows?: string | null;
  /** Size in bytes of a file or body. */
  readonly size?: number;
  readonly paths?: readonly string[];
}

/** A verified caller. `claims` are those of a verified token, or facts of the local shell. */
export interface Principal {
  /** Identity names of the policy that this caller satisfies; the policy's `principal` matches any of them. */
  readonly names: readonly string[];
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly prompter?: string;
}

export type DecisionKind = 'allow' | 'review' | 'deny';
/** redact: fixed text; partial: shape kept; hash: keyed, joinable within a session; null: SQL NULL. */
export type MaskStyle = 'redact' | 'partial' | 'hash' | 'null';

/** `column` is a glob over `schema.relation.column` (or `content:DETECTOR`), as written in the policy. */
export interface ColumnMask {
  readonly column: string;
  readonly style: MaskStyle;
}

export interface Decision {
  readonly decision: DecisionKind;
  /** Ids of the rules that led to it, strictest first; `default` when none matched. */
  readonly rules: readonly string[];
  /** One sentence each, same order as `rules`, the operator's `because` where there is one. */
  readonly reasons: readonly string[];
  /** Extra masks and the row ceiling that matching rules demand. */
  readonly masks: readonly ColumnMask[];
  readonly maxRows: number | null;
  /** Rules in observe mode that would have been stricter: id and what they would have decided. */
  readonly observed: readonly { readonly rule: string; readonly decision: DecisionKind }[];
}
