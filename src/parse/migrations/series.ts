// SPDX-License-Identifier: Apache-2.0
//
// Hazards over a series of statements: takes away those that something earlier settles (the table is new, a lock_timeout is set, the
// CHECK was validated), and adds mistakes by which the series would fail. Refuses to add what the wire could not see by itself:
// INVARIANT: but for SERIES_HAZARDS, a statement here has no hazard that it does not have alone, so the wire is never laxer.
import type { Hazard, StatementFacts } from '../../core/model.js';
import type { Draft } from '../sql/draft.js';
import { type SeriesHazard, settlementsOf } from '../sql/hazards/words.js';
import { Checked } from './not-null-checks.js';
import { Made } from './new-objects.js';
import type { Wrapping } from './script.js';
import { SessionState } from './session-state.js';

/** A statement read, alone. */
export interface Statement {
  readonly draft: Draft;
  readonly facts: StatementFacts;
}

type Fields = Readonly<Record<string, unknown>>;

/** What came before, statement by statement. One for all files of a change. */
export class Series {
  readonly #before: Made | null;
  readonly #checked = new Checked();
  readonly #made = new Made();
  #session = new SessionState();
  #wrapped = false;
  /** One statement is a fragment of something: what it begins or ends is elsewhere. */
  #alone = false;
  #begun: number | null = null;
  #values: readonly { readonly value: string; readonly type: string }[] = [];

  /** `before`: what was made by these files as they were before the change; it is not new. */
  constructor(before: Made | null = null) {
    this.#before = before;
  }

  /** Facts of the statements of one part, in order, with the hazards that they have where they stand. */
  part(statements: readonly Statement[], wrapping: Wrapping): readonly StatementFacts[] {
    const held = wrapping === 'all' ? [...this.#session.held] : [];
    this.#session = new SessionState();
    this.#wrapped = wrapping === 'each' || wrapping === 'fitting' || wrapping === 'all' || (wrapping === 'batch' && statements.length > 1);
    this.#alone = statements.length < 2;
    this.#begun = null;
    if (this.#wrapped) this.#begin();
    for (const name of held) this.#session.held.add(name);
    const facts = statements.map((statement, index) => this.#step(statement, index, wrapping === 'batch' && statements.length > 1));
    if (this.#begun === null || this.#alone) return facts;
    const left = this.#begun;
    return facts.map((one, index) => (index === left ? withHazards(one, [...one.hazards, mistake('transaction-left-open', 'it is never committed, so nothing after it is kept')]) : one));
  }

  #step({ draft, facts }: Statement, index: number, oneMessage: boolean): StatementFacts {
    const tree = draft.tree ?? {};
    const covered = this.#checked.take(tree);
    const mistakes = [...this.#control(facts, index).filter(() => !this.#alone), ...this.#refused(tree, draft, oneMessage)];
    const hazards = facts.hazards.filter((hazard) => !this.#isSettled(hazard, covered));
    for (const { id, on } of facts.hazards) if (id === 'missing-lock-timeout' && on !== undefined && !this.#made.has(on)) this.#session.held.add(on);
    this.#made.take(tree, { home: this.#session.pathKnown ? 'public' : null, not: this.#before });
    this.#session.take(facts.session);
    if (!this.#session.inTransaction) this.#session.held.clear();
    return mistakes.length === 0 && hazards.length === facts.hazards.length ? facts : withHazards(facts, [...hazards, ...mistakes]);
  }

  #isSettled({ id, on }: Hazard, covered: boolean): boolean {
    const { inTransaction, held } = this.#session;
    return settlementsOf(id).some((settlement) => {
      switch (settlement) {
        case 'new':
          return on !== undefined && this.#made.has(on);
        case 'lock-timeout':
          return this.#session.limits('lock_timeout');
        case 'statement-timeout':
          return this.#session.limits('statement_timeout');
        case 'alone':
          return !inTransaction || [...held].every((name) => name === on);
        case 'unlocked':
          return !inTransaction || on === undefined || !held.has(on);
        case 'validated':
          return covered;
        default:
          return settlement satisfies never;
      }
    });
  }

  // Transactions begin and end; two at once, or an end without a beginning, are mistakes.
  #control({ session }: StatementFacts, index: number): Hazard[] {
    const found: Hazard[] = [];
    for (const { kind } of session) {
      if (kind === 'begin') {
        if (this.#session.inTransaction) found.push(mistake('transaction-nesting', 'it begins a transaction inside of one'));
        else this.#begin();
        if (!this.#wrapped) this.#begun = index;
      } else if (kind === 'commit' || kind === 'rollback' || kind === 'prepare-transaction') {
        if (!this.#session.inTransaction) found.push(mistake('transaction-nesting', 'it ends a transaction that nobody began'));
        else if (this.#wrapped) found.push(mistake('transaction-nesting', 'it ends the transaction that the tool runs it in'));
        this.#end(kind !== 'rollback');
      } else if (kind === 'rollback-to') {
        // All of the transaction so far, to be sure: which part of it the savepoint covers is not followed.
        this.#made.rollback();
        this.#session.forget();
      }
    }
    return found;
  }

  #begin(): void {
    this.#session.begin();
    this.#made.begin();
    this.#values = [];
  }

  #end(kept: boolean): void {
    if (!kept && this.#session.inTransaction) this.#made.rollback();
    this.#session.end(kept);
    this.#made.begin();
    this.#wrapped = false;
    this.#begun = null;
    this.#values = [];
  }

  #refused(tree: Fields, { text }: Draft, oneMessage: boolean): Hazard[] {
    const found: Hazard[] = [];
    if (isConcurrent(tree) && (oneMessage || this.#session.inTransaction)) found.push(mistake('concurrent-in-transaction', 'CONCURRENTLY does not work inside of a transaction'));
    for (const { value, type } of this.#values) if (text.includes(`'${value}'`)) found.push(mistake('enum-value-in-transaction', `it uses a value of \`${type}\` before the transaction that adds it is over`));
    const added = addedValue(tree);
    if (added !== null && this.#session.inTransaction && !this.#made.has(added.type)) this.#values = [...this.#values, added];
    return found;
  }
}

function mistake(id: SeriesHazard, detail: string): Hazard {
  return { id, detail };
}

function withHazards(facts: StatementFacts, hazards: readonly Hazard[]): StatementFacts {
  return { ...facts, hazards };
}

/** True for statements that say CONCURRENTLY, and so can't run inside of a transaction. */
export function isConcurrent(tree: Fields): boolean {
  const [[tag, body] = ['', {}]] = Object.entries(tree) as [string, Fields][];
  if (tag === 'AlterTableStmt') return ((body['cmds'] ?? []) as readonly { AlterTableCmd?: { def?: { PartitionCmd?: { concurrent?: boolean } } } }[]).some((cmd) => cmd.AlterTableCmd?.def?.PartitionCmd?.concurrent === true);
  if (tag === 'ReindexStmt') return ((body['params'] ?? []) as readonly { DefElem?: { defname?: string } }[]).some((option) => option.DefElem?.defname === 'concurrently');
  return (tag === 'IndexStmt' || tag === 'DropStmt') && body['concurrent'] === true;
}

function addedValue(tree: Fields): { readonly value: string; readonly type: string } | null {
  const body = tree['AlterEnumStmt'] as { typeName?: readonly { String?: { sval?: string } }[]; newVal?: string; oldVal?: string } | undefined;
  if (body?.newVal === undefined || body.oldVal !== undefined) return null;
  const names = (body.typeName ?? []).map((name) => name.String?.sval ?? '');
  return { value: body.newVal.replaceAll("'", "''"), type: names.length === 1 ? `public.${names[0] ?? ''}` : names.join('.') };
}
