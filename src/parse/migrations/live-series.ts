// SPDX-License-Identifier: Apache-2.0
//
// What series.ts knows of a series of files, for statements that run one by one on a connection: a table that the session made is in
// nobody's use, a lock_timeout that it set holds. Follows what the server has done, never what was asked of it. Refuses to add hazards, and
// to keep anything that a rollback, an error or code that nobody read may have taken back: INVARIANT: never laxer than the check.
import type { CatalogSnapshot } from '../../core/catalog.js';
import type { Hazard, StatementFacts } from '../../core/model.js';
import type { Draft } from '../sql/draft.js';
import { settlementsOf } from '../sql/hazards/words.js';
import { Checked } from './not-null-checks.js';
import { Made } from './new-objects.js';
import { SessionState } from './session-state.js';

/** Where names stand when a message is judged. `catalog`: null when there is none. */
export interface Whereabouts {
  readonly catalog: CatalogSnapshot | null;
  readonly searchPath: readonly string[] | null;
  readonly stale: boolean;
}

/** How a statement ended. `tag`: the server's, `COMMIT`; null when it failed or nobody knows. */
export type Ended = (tag: string | null) => void;

/** A statement where it stands. `ended` has to be told, unless it is null: when it is answered, and again should that be taken back. */
export interface Placed {
  readonly facts: StatementFacts;
  readonly ended: Ended | null;
}

interface State {
  readonly made: Made;
  readonly checked: Checked;
  readonly session: SessionState;
}

/** The statements of one connection. */
export class LiveSeries {
  #state: State = { made: new Made(), checked: new Checked(), session: new SessionState() };
  /** As it was when no transaction was open last. */
  #safe: Checked = new Checked();
  /** Something was taken in that may still be taken back. */
  #dirty = false;
  #failed = false;

  /** Places the statements of one message, which are judged before any of them runs; call it for each, in order. */
  message(where: Whereabouts, statements: number): (draft: Draft, facts: StatementFacts) => Placed {
    let trial: State | null = null;
    return (draft, facts) => {
      if (isPlain(facts) && !this.#dirty && trial === null) return { facts, ended: null };
      const state = trial ?? this.#state;
      const home = homeOf(where, state.session);
      const covered = state.checked.copy().take(draft.tree ?? {}, home ?? '');
      const hazards = facts.hazards.filter((hazard) => !this.#isSettled(hazard, { state, where, covered }));
      if (statements > 1) {
        trial ??= { made: state.made.copy(), checked: state.checked.copy(), session: state.session.copy() };
        take(trial, { draft, facts, home });
      }
      return { facts: hazards.length === facts.hazards.length ? facts : { ...facts, hazards }, ended: (tag) => this.#ended({ draft, facts, home }, tag) };
    };
  }

  /** No transaction is open on the connection: what was done is kept, or gone. */
  idle(): void {
    if (!this.#dirty) return;
    if (this.#failed) this.#state = { made: this.#state.made, checked: this.#safe, session: new SessionState() };
    if (this.#failed) this.#state.made.rollback();
    else if (this.#state.session.inTransaction) this.#state.session.end(true);
    this.#state.made.begin();
    this.#state.session.held.clear();
    this.#safe = this.#state.checked.copy();
    this.#dirty = false;
    this.#failed = false;
  }

  #ended(done: Done, tag: string | null): void {
    this.#dirty = true;
    if (tag === null) {
      this.#failed = true;
      return;
    }
    const back = done.facts.session.some(({ kind }) => TAKES_BACK.has(kind)) || (tag === 'ROLLBACK' && done.facts.session.length > 0);
    if (back) {
      this.#state.made.rollback();
      this.#state = { ...this.#state, checked: this.#safe.copy() };
      this.#state.session.forget();
      // Going back to a savepoint ends nothing, and keeps the locks from before it.
      if (done.facts.session.some(({ kind }) => kind === 'rollback' || kind === 'commit')) this.#state.session.end(false);
    } else take(this.#state, done);
  }

  #isSettled({ id, on }: Hazard, { state, where, covered }: { readonly state: State; readonly where: Whereabouts; readonly covered: boolean }): boolean {
    const { made, session } = state;
    return settlementsOf(id).some((settlement) => {
      switch (settlement) {
        case 'new':
          return on !== undefined && made.has(on) && (!this.#state.made.has(on) || isThere(on, where));
        case 'lock-timeout':
          return session.limits('lock_timeout');
        case 'statement-timeout':
          return session.limits('statement_timeout');
        case 'alone':
          return [...session.held].every((name) => name === on);
        case 'unlocked':
          return on === undefined || !session.held.has(on);
        case 'validated':
          return covered;
        default:
          return settlement satisfies never;
      }
    });
  }
}

interface Done {
  readonly draft: Draft;
  readonly facts: StatementFacts;
  readonly home: string | null;
}

const TAKES_BACK: ReadonlySet<string> = new Set(['rollback', 'rollback-to', 'prepare-transaction']);

function take({ made, checked, session }: State, { draft, facts, home }: Done): void {
  if (ranCode(facts)) {
    // It may have dropped, renamed and set anything.
    made.forget();
    session.take([{ kind: 'discard', what: 'all' }]);
    return;
  }
  const tree = draft.tree ?? {};
  for (const { id, on } of facts.hazards) if (id === 'missing-lock-timeout' && on !== undefined && !made.has(on)) session.held.add(on);
  for (const { kind } of facts.session) {
    if (kind === 'begin') {
      // In a message of several statements it may begin with locks that are held already.
      const held = [...session.held];
      session.begin();
      for (const name of held) session.held.add(name);
    } else if (kind === 'commit') session.end(true);
  }
  if (home !== null) checked.take(tree, home);
  made.take(tree, { home, not: null });
  session.take(facts.session);
}

function isPlain(facts: StatementFacts): boolean {
  return facts.hazards.length === 0 && facts.session.length === 0 && !ranCode(facts);
}

function ranCode({ accesses, unknown }: StatementFacts): boolean {
  return unknown.length > 0 || accesses.some(({ effect }) => effect === 'execute' || effect === 'unknown');
}

// Where a name without a schema comes to be. With temporary tables around it may mean one of those.
function homeOf({ catalog, searchPath }: Whereabouts, session: SessionState): string | null {
  if (catalog === null) return session.pathKnown ? 'public' : null;
  if (searchPath === null || searchPath.some((schema) => schema.startsWith('pg_temp'))) return null;
  return searchPath.find((schema) => schema !== 'pg_catalog') ?? null;
}

// The server has the last word on whether what was made is still there; types and schemas are not asked for.
function isThere(name: string, { catalog, stale }: Whereabouts): boolean {
  return catalog === null || stale || catalog.relations.has(name) || !name.includes('.') || [...catalog.types.values()].some((type) => type.name === name);
}
