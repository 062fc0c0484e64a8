// SPDX-License-Identifier: Apache-2.0
//
// Gathers the facts of one statement while its tree is walked: accesses, functions, flows, what it does to its session. Merges what is
// said twice. Refuses to judge, and to forget: once something was called unknown it stays so.
import type { Access, CopyFacts, Effect, Flow, FunctionUse, Hazard, Origin, OutputColumn, Redefined, SessionEffect, StatementFacts } from '../../../core/model.js';
import type { Budget } from './budget.js';
import type { Draft, Scope } from '../draft.js';
import { finish, type Gathered } from './access-draft.js';
import { withInheritance } from './inheritance.js';
import type { ScanToken } from '../grammar/text.js';
import { spelled } from '../grammar/tree.js';

/** A node of the tree: one key, the kind (`SelectStmt`), and its fields. */
export type Tree = Readonly<Record<string, unknown>>;

/** What resolving needs of the parser: texts inside statements, such as view definitions and functions' bodies. */
export interface TreeParser {
  /** Trees of a text's statements; null when it can't be read. */
  parseTree(text: string): readonly Tree[] | null;
  /** PL/pgSQL functions of a `DO` or `CREATE FUNCTION` statement's text. */
  parsePlPgSQL(text: string): PlPgSQLAnswer;
  /** Tokens of a text, comments included; null when the server's scanner refuses it. */
  tokens(text: string): readonly ScanToken[] | null;
}

/** Text that holds PL/pgSQL, read: trees of its functions, or why not. */
export type PlPgSQLAnswer = { readonly kind: 'read'; readonly functions: readonly Tree[] } | { readonly kind: 'unread'; readonly why: string };

/** What else there is to say about an access; all as in `Access`. */
export interface AccessDetails {
  readonly columns?: readonly string[];
  readonly filtered?: readonly string[];
  readonly assumed?: boolean;
  readonly builtin?: boolean;
  readonly why?: string;
  readonly kin?: readonly string[];
}

/** Builder of one statement's `StatementFacts`. */
export class FactsBuilder {
  readonly scope: Scope;
  readonly parser: TreeParser;
  /** Shared by all that one statement reaches. */
  readonly budget: Budget;
  /** Users' types that are named by the statement, or by one around it or inside: a computed value may be of any. */
  readonly kinds: Set<number>;
  readonly #accesses = new Map<string, Gathered>();
  /** Reads of relations once more, since most accesses are that. */
  readonly #reads = new Map<string, Gathered>();
  readonly #functions = new Map<string, FunctionUse>();
  readonly #flows = new Map<string, Flow>();
  readonly #literals = new Set<string>();
  readonly #unknown = new Set<string>();
  readonly #forbidden = new Set<string>();
  readonly #hazards = new Map<string, Hazard>();
  readonly #session: SessionEffect[] = [];
  readonly #below = new Map<string, boolean>();
  readonly #fresh = new Map<string, boolean>();
  #outputs: StatementFacts['outputs'] = null;
  #copy: CopyFacts | null = null;
  #lock: string | null = null;
  #rewrite: boolean | null = null;
  #redefines: readonly Redefined[] | null = [];

  constructor(scope: Scope, parser: TreeParser, budget: Budget, kinds = new Set<number>()) {
    this.scope = scope;
    this.parser = parser;
    this.budget = budget;
    this.kinds = kinds;
  }

  /** Adds an access, or adds to the one with the same effect, object and type. */
  access(effect: Effect, object: string | null, type: string | null, extra: AccessDetails = {}): void {
    const key = `${effect}\0${type ?? ''}\0${object ?? ''}`;
    let known = this.#accesses.get(key);
    if (known === undefined) {
      known = { effect, object, type, columns: new Set(), filtered: new Set(), assumed: false, builtin: extra.builtin === true, why: extra.why, kin: new Set() };
      this.#accesses.set(key, known);
      if (effect === 'read' && type === 'relation' && object !== null) this.#reads.set(object, known);
    } else if (extra.why !== undefined && known.why !== extra.why) {
      known.why = known.why === undefined ? extra.why : `${known.why}; ${extra.why}`;
    }
    for (const column of extra.columns ?? []) known.columns.add(column);
    for (const column of extra.filtered ?? []) {
      known.columns.add(column);
      known.filtered.add(column);
    }
    for (const name of extra.kin ?? []) known.kin.add(name);
    if (extra.assumed === true) known.assumed = true;
    // Built in only as long as everything merged into it is.
    if (extra.builtin !== true) known.builtin = false;
    if (effect === 'schema' && isOfTheSystem(object, type)) this.unknown('it defines something among what is PostgreSQL\'s own, whose names are then no longer what they are taken for', object, type);
  }

  /** Adds one column to the read of a relation; `filter`: it decides which rows. */
  read(relation: string, column: string, filter: boolean): void {
    let known = this.#reads.get(relation);
    if (known === undefined) {
      this.access('read', relation, 'relation');
      known = this.#reads.get(relation) as Gathered;
    }
    known.columns.add(column);
    if (filter) known.filtered.add(column);
  }

  functionUse(name: string, cls: string): void {
    if (!this.#functions.has(name)) this.#functions.set(name, { name, class: cls });
  }

  /** Adds data stored; two flows into one column become one. */
  flow(flow: Flow): void {
    const key = `${flow.target.relation}\0${flow.target.column}`;
    const known = this.#flows.get(key);
    const computed = known?.computed ?? flow.computed;
    this.#flows.set(key, known === undefined ? flow : { target: flow.target, origins: unite(known.origins, flow.origins), ...(computed === undefined ? {} : { computed }) });
  }

  /** Something was not understood: the statement gets an access of effect `unknown`, on `object` where there is one. */
  unknown(why: string, object: string | null = null, type: string | null = null): void {
    if (this.#unknown.has(why)) return;
    this.#unknown.add(why);
    this.access('unknown', object, object === null ? null : type, { why });
  }

  /** No rule may allow the statement. */
  forbid(reason: string): void {
    this.#forbidden.add(reason);
  }

  /** A way of doing it that people look out for; said twice, it is one. */
  hazard(hazard: Hazard): void {
    this.#hazards.set(`${hazard.id}\0${spelled(hazard.on)}\0${hazard.detail}`, hazard);
  }

  /** A string constant that is stored or compared. */
  literal(text: string): void {
    if (text !== '') this.#literals.add(text);
  }

  session(effect: SessionEffect): void {
    this.#session.push(effect);
  }

  outputs(outputs: readonly OutputColumn[] | 'unknown' | null): void {
    this.#outputs = outputs;
  }

  copy(copy: CopyFacts): void {
    this.#copy = copy;
  }

  lock(level: string): void {
    this.#lock = level;
  }

  rewrite(rewritten: boolean): void {
    this.#rewrite = rewritten;
  }

  /** Relations that may be others from now on; null: any. */
  redefine(relations: readonly Redefined[] | null): void {
    this.#redefines = relations === null || this.#redefines === null ? null : [...this.#redefines, ...relations];
  }

  /** It changes definitions. */
  defines(): boolean {
    return this.#session.some(({ kind }) => kind === 'ddl' || kind === 'temp');
  }

  /** Relations that data goes to, so far. */
  targets(): readonly string[] {
    return Array.from(this.#flows.values(), ({ target }) => target.relation);
  }

  /** Accesses so far; a statement that touches nothing reads nothing in particular. */
  accesses(): readonly Access[] {
    const accesses = Array.from(this.#accesses.values(), finish);
    if (accesses.length > 0 || this.#session.length > 0) return accesses;
    return [{ effect: 'read', object: null, type: null, columns: [], filtered: [], assumed: false }];
  }

  /** Lock level so far. */
  locked(): string | null {
    return this.#lock;
  }

  /** Functions used so far. */
  functions(): readonly FunctionUse[] {
    return [...this.#functions.values()];
  }

  /** Why it is unknown so far. */
  reasons(): readonly string[] {
    return [...this.#unknown];
  }

  /** A relation is named; `below`: with its partitions and children. Named both ways, with them. */
  named(relation: string, below: boolean): void {
    this.#below.set(relation, below || this.#below.get(relation) === true);
  }

  /** Rows of a relation are written; `fresh`: new ones, and those that are there stay as they are. */
  writes(relation: string, fresh: boolean): void {
    this.#fresh.set(relation, fresh && this.#fresh.get(relation) !== false);
  }

  build(draft: Draft): StatementFacts {
    const only = new Set([...this.#below].flatMap(([name, below]) => (below ? [] : [name])));
    const inserted = new Set([...this.#fresh].flatMap(([name, fresh]) => (fresh ? [name] : [])));
    const accesses = withInheritance(this.accesses(), this.scope.catalog, { only, inserted });
    return {
      statement: draft.statement,
      name: `sql.${draft.statement.toLowerCase().replaceAll(' ', '_')}`,
      text: draft.text,
      redacted: draft.redacted,
      accesses,
      functions: this.functions(),
      hazards: [...this.#hazards.values()],
      outputs: this.#outputs,
      flows: [...this.#flows.values()],
      literals: [...this.#literals],
      session: this.#session,
      copy: this.#copy,
      ...(this.#redefines?.length === 0 ? {} : { redefines: this.#redefines }),
      lock: this.#lock,
      rewrite: this.#rewrite,
      forbidden: [...this.#forbidden],
      unknown: this.reasons(),
      assumed: accesses.some((access) => access.assumed),
    };
  }
}

// A cast is called by its types, which may well be PostgreSQL's own.
function isOfTheSystem(object: string | null, type: string | null): boolean {
  return object !== null && type !== 'cast' && type !== 'transform' && /^(?:pg_catalog|information_schema)(?:\.|$)/u.test(object);
}

function unite(some: Flow['origins'], others: Flow['origins']): readonly Origin[] | null {
  if (some === null || others === null) return null;
  return [...some, ...others.filter((origin) => !some.some((known) => known.relation === origin.relation && known.column === origin.column))];
}
