// SPDX-License-Identifier: Apache-2.0
//
// Prepared statements, portals and cursors by name, as the server has them: a name counts once the server has confirmed it, and may
// be used before that only where the server would skip the use if the confirmation failed. Refuses to guess: a name that may stand
// for two things is `ambiguous`.
import { createHash } from 'node:crypto';
import type { StatementFacts } from '../../core/model.js';
import type { Draft } from '../../gate/wire.js';
import { MAX_NAMES } from './limits.js';
import type { Portal, Statement } from './steps.js';

type Meaning = Draft | 'ambiguous';

/** What a name stands for at a place in the stream; `wait`: only the server's next answers will tell. */
export type Found<T> = T | 'wait' | undefined;

/** One namespace, with what is confirmed and what is on its way. The unnamed one has a place of its own, since it is used most. */
class Namespace<T extends object> {
  readonly named = new Map<string, T>();
  unnamed: T | undefined;
  readonly #pending = new Map<string, { readonly item: T | null; readonly segment: number }>();
  #unnamedPending: T | null | undefined;
  #unnamedSegment = 0;

  get(name: string): T | undefined {
    return name === '' ? this.unnamed : this.named.get(name);
  }

  delete(name: string): void {
    if (name === '') this.unnamed = undefined;
    else this.named.delete(name);
  }

  /** `null`: it is being closed. */
  announce(name: string, item: T | null, segment: number): void {
    if (name === '') {
      this.#unnamedPending = item;
      this.#unnamedSegment = segment;
    } else {
      this.#pending.set(name, { item, segment });
    }
  }

  /** The server answered (`done`) or will never answer what was announced. */
  resolve(name: string, item: T | null, done: boolean): void {
    if (name === '') {
      if (this.#unnamedPending === item) this.#unnamedPending = undefined;
      if (done) this.unnamed = item ?? undefined;
      return;
    }
    if (this.#pending.get(name)?.item === item) this.#pending.delete(name);
    if (!done) return;
    if (item === null) this.named.delete(name);
    else this.named.set(name, item);
  }

  // INVARIANT: what is not confirmed is found only in its own segment: an error in between makes the server skip the use as well.
  find(name: string, segment: number): Found<T> {
    if (name === '') {
      if (this.#unnamedPending === undefined) return this.unnamed;
      return this.#unnamedSegment === segment ? (this.#unnamedPending ?? undefined) : 'wait';
    }
    const pending = this.#pending.get(name);
    if (pending === undefined) return this.named.get(name);
    if (pending.segment !== segment) return 'wait';
    return pending.item ?? undefined;
  }

  get size(): number {
    return this.named.size + this.#pending.size;
  }
}

/** Names of one connection. */
export class Names {
  readonly statements = new Namespace<Statement>();
  readonly portals = new Namespace<Portal>();
  /** What SQL can reach by name: `EXECUTE`, `FETCH`. */
  readonly prepared = new Map<string, Meaning>();
  readonly cursors = new Map<string, Meaning>();
  readonly #sources = new Map<string, Buffer>();

  statementAnswered(statement: Statement, done: boolean): void {
    const { name } = statement;
    this.statements.resolve(name, statement, done);
    if (done && name !== '') this.prepared.set(name, statement.draft ?? 'ambiguous');
  }

  portalAnswered(portal: Portal, done: boolean): void {
    if (done) this.portals.get(portal.name)?.close();
    this.portals.resolve(portal.name, portal, done);
    if (!done || portal.name === '') return;
    this.cursors.set(portal.name, portal.draft ?? 'ambiguous');
    this.#sources.set(portal.name, portal.statement.source);
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

  /** A statement has run: what it did to names. `source`: the whole text in which it came. */
  ran(facts: StatementFacts, draft: Draft | null, source: Buffer): void {
    if (draft === null) return;
    for (const effect of facts.session) {
      if (effect.kind === 'prepare') this.#prepare(effect.name, draft, source);
      else if (effect.kind === 'deallocate') this.#deallocate(effect.name);
      else if (effect.kind === 'declare-cursor') this.#declare(effect.name, draft, source);
      else if (effect.kind === 'close-cursor') this.#closeCursor(effect.name);
      else if (effect.kind === 'discard' && effect.what.toUpperCase() === 'ALL') {
        this.#deallocate(null);
        this.#closeCursor(null);
      }
    }
  }

  /** The transaction is over, and with it all portals; cursors may have been declared to hold. */
  transactionOver(): void {
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

  get full(): boolean {
    return this.statements.size > MAX_NAMES || this.portals.size > MAX_NAMES;
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

  #declare(name: string, draft: Draft, source: Buffer): void {
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
  return { name, source, draft: null, parameterTypes: [], bySql, effects: null, effectsIn: null };
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
