// SPDX-License-Identifier: Apache-2.0
//
// Prepared statements, portals and cursors by name, as the server has them: a name counts once the server has confirmed it, and may
// be used before that only where the server would skip the use if the confirmation failed. Refuses to guess: a name that may stand
// for two things is `ambiguous`.
import { createHash } from 'node:crypto';
import type { StatementFacts } from '../../../core/model.js';
import type { Draft, WireContext, WireGate } from '../../../gate/wire.js';
import { weightOf } from '../../../gate/facts.js';
import { Binding, type NameKind, tells } from './bindings.js';
import { MAX_NAMED_BYTES, MAX_NAMED_WEIGHT, MAX_NAMES } from '../limits.js';
import { Namespace } from './namespace.js';
import type { Portal, Statement } from './prepared.js';

type Meaning = Draft | 'ambiguous';

/** Names of one connection. */
export class Names {
  readonly statements = new Namespace<Statement>();
  readonly portals = new Namespace<Portal>();
  /** What SQL can reach by name: `EXECUTE`, `FETCH`. */
  readonly prepared = new Map<string, Meaning>();
  readonly cursors = new Map<string, Meaning>();
  readonly #sources = new Map<string, Buffer>();
  /** Those that were open before the transaction's first savepoint; null: there is none. */
  #beforeSavepoints: ReadonlySet<Portal> | null = null;
  readonly #bindings = { prepared: new Map<string, Binding>(), cursor: new Map<string, Binding>() };
  readonly #gate: Pick<WireGate, 'analyse' | 'facts'>;

  constructor(gate: Pick<WireGate, 'analyse' | 'facts'>) {
    this.#gate = gate;
  }

  statementAnswered(statement: Statement, done: boolean): void {
    const { name } = statement;
    this.statements.resolve(name, statement, done);
    if (!done || name === '') return;
    this.prepared.set(name, statement.draft ?? 'ambiguous');
    this.#bind('prepared', name, statement.context);
    // From here on the binding tells; an old snapshot is not kept for it.
    statement.context = null;
  }

  portalAnswered(portal: Portal, done: boolean): void {
    if (done) this.portals.get(portal.name)?.close();
    this.portals.resolve(portal.name, portal, done);
    if (!done || portal.name === '') return;
    this.cursors.set(portal.name, portal.draft ?? 'ambiguous');
    this.#sources.set(portal.name, portal.statement.source);
    this.#bind('cursor', portal.name, portal.context);
  }

  closeAnswered(what: 'statement' | 'portal', name: string, done: boolean): void {
    if (what === 'statement') {
      this.statements.resolve(name, null, done);
      if (done) this.prepared.delete(name);
      return;
    }
    if (done) this.#dropPortal(name);
    this.portals.resolve(name, null, done);
  }

  /** A statement has run: what it did to names. `source`: the whole text in which it came; `context`: what it was judged in. */
  ran(facts: StatementFacts, draft: Draft | null, { source, context }: { readonly source: Buffer; readonly context: WireContext }): void {
    if (draft === null) return;
    for (const effect of facts.session) {
      if (effect.kind === 'prepare') this.#prepare(effect.name, draft, source);
      else if (effect.kind === 'declare-cursor') this.#declare(effect.name, draft, source);
      else if (effect.kind === 'deallocate') this.#deallocate(effect.name);
      else if (effect.kind === 'close-cursor') this.#closeCursor(effect.name);
      else if (effect.kind === 'savepoint') this.#beforeSavepoints ??= new Set(this.portals.all());
      else if (effect.kind === 'rollback-to') this.#rollBackTo();
      else if (effect.kind === 'discard' && effect.what.toUpperCase() === 'ALL') {
        this.#deallocate(null);
        this.#closeCursor(null);
      }
      if (effect.kind === 'prepare') this.#bind('prepared', effect.name, context);
      else if (effect.kind === 'declare-cursor') this.#bind('cursor', effect.name, context);
    }
  }

  /** The transaction is over, and with it all portals; cursors may have been declared to hold. */
  transactionOver(): void {
    this.#beforeSavepoints = null;
    if (this.portals.unnamed !== undefined) this.#dropPortal('');
    for (const name of this.portals.named.keys()) this.#dropPortal(name);
  }

  /** Code ran that nobody read: `prepared` and `cursors` as the server lists them, name to SHA-256 (hex) of the text. */
  verify(prepared: ReadonlyMap<string, string>, cursors: ReadonlyMap<string, string>): void {
    const source = (name: string) => this.statements.get(name)?.source;
    reconcile(this.prepared, prepared, source);
    reconcile(this.cursors, cursors, (name) => this.#sources.get(name));
    for (const name of this.statements.named.keys()) {
      if (!this.prepared.has(name)) this.statements.delete(name);
    }
    for (const [name, meaning] of this.prepared) {
      // Known to exist, not known to be what was judged: it can't be bound.
      if (meaning === 'ambiguous') this.statements.named.set(name, made(name, source(name) ?? Buffer.alloc(0), false));
    }
    for (const name of this.portals.named.keys()) {
      if ((this.cursors.get(name) ?? 'ambiguous') === 'ambiguous') this.#dropPortal(name);
    }
  }

  /** Definitions or the search path are others now: names that would no longer mean what the server runs are `ambiguous` from here on. */
  recheck(context: WireContext): void {
    if (!tells(context)) return;
    for (const kind of ['prepared', 'cursor'] as const) {
      for (const [name, meaning] of this.#meanings(kind)) if (meaning !== 'ambiguous' && !this.#holds(kind, name, context)) this.#doubt(kind, name);
    }
  }

  /** Whether so many more may be made of a text, which each of them keeps, and of what was read in it. Added up only when a name is made, which is seldom. */
  fits(count: number, { length: bytes }: Buffer, drafts: readonly Draft[]): boolean {
    if (Math.max(this.statements.size, this.portals.size, this.cursors.size) + count > MAX_NAMES) return false;
    let kept = count * bytes;
    for (const { source } of this.statements.known()) kept += source.length;
    for (const source of this.#sources.values()) kept += source.length;
    for (const { statement } of this.portals.known()) kept += statement.source.length;
    return kept <= MAX_NAMED_BYTES && this.#weightWith(drafts) <= MAX_NAMED_WEIGHT;
  }

  #weightWith(drafts: readonly Draft[]): number {
    const kept = new Set<Draft>(drafts);
    for (const { draft } of this.statements.known()) if (draft !== null) kept.add(draft);
    for (const { draft } of this.portals.known()) if (draft !== null) kept.add(draft);
    for (const meaning of [...this.prepared.values(), ...this.cursors.values()]) if (meaning !== 'ambiguous') kept.add(meaning);
    let weight = 0;
    for (const draft of kept) weight += weightOf(draft);
    return weight;
  }

  #meanings(kind: NameKind): Map<string, Meaning> {
    return kind === 'prepared' ? this.prepared : this.cursors;
  }

  #bind(kind: NameKind, name: string, context: WireContext | null): void {
    this.#bindings[kind].set(name, new Binding());
    if (this.#meanings(kind).get(name) === 'ambiguous') return;
    if (context === null || !tells(context) || !this.#holds(kind, name, context)) this.#doubt(kind, name);
  }

  #holds(kind: NameKind, name: string, context: WireContext): boolean {
    const within = { ...context, prepared: this.prepared, cursors: this.cursors };
    return this.#bindings[kind].get(name)?.holds(kind, name, { gate: this.#gate, context: within }) === true;
  }

  #doubt(kind: NameKind, name: string): void {
    this.#meanings(kind).set(name, 'ambiguous');
    const statement = this.statements.named.get(name);
    if (kind === 'prepared' && statement !== undefined) this.statements.named.set(name, made(name, statement.source, false));
  }

  #prepare(name: string, draft: Draft, source: Buffer): void {
    this.prepared.set(name, draft);
    this.statements.named.set(name, made(name, Buffer.from(source), true));
  }

  #deallocate(name: string | null): void {
    for (const each of name === null ? [...this.prepared.keys()] : [name]) {
      this.prepared.delete(each);
      this.statements.delete(each);
    }
  }

  // The server drops what was opened since the savepoint. Which savepoint it was is not followed: what is older than all of them stays.
  #rollBackTo(): void {
    for (const portal of [...this.portals.all()]) if (this.#beforeSavepoints?.has(portal) !== true) this.#dropPortal(portal.name);
  }

  #declare(name: string, draft: Draft, source: Buffer): void {
    // It can only be declared when no portal has the name any more: one that we still have was dropped.
    this.#dropPortal(name);
    this.cursors.set(name, draft);
    this.#sources.set(name, Buffer.from(source));
  }

  #closeCursor(name: string | null): void {
    for (const each of name === null ? [...this.cursors.keys(), ...this.portals.named.keys()] : [name]) {
      this.#dropPortal(each);
      this.cursors.delete(each);
      this.#sources.delete(each);
    }
  }

  #dropPortal(name: string): void {
    const portal = this.portals.get(name);
    if (portal === undefined) return;
    portal.close();
    this.portals.delete(name);
    if (name === '') return;
    this.cursors.delete(name);
    this.#sources.delete(name);
  }
}

// A statement that no Parse made.
function made(name: string, source: Buffer, bySql: boolean): Statement {
  return { name, source, draft: null, parameterTypes: [], bySql, context: null, effects: null, effectsIn: null };
}

// The server's list wins: what it does not have is gone, what it has under another text may be anything.
function reconcile(known: Map<string, Meaning>, server: ReadonlyMap<string, string>, source: (name: string) => Buffer | undefined): void {
  for (const name of [...known.keys()]) {
    if (!server.has(name)) known.delete(name);
  }
  for (const [name, digest] of server) {
    const text = source(name);
    if (text === undefined || digestOf(text) !== digest) known.set(name, 'ambiguous');
  }
}

const DIGESTS = new WeakMap<Buffer, string>();

function digestOf(text: Buffer): string {
  const digest = DIGESTS.get(text) ?? createHash('sha256').update(text).digest('hex');
  DIGESTS.set(text, digest);
  return digest;
}
