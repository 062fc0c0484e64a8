// SPDX-License-Identifier: Apache-2.0
//
// The sessions of a gateway, in the store: a token opens one, for one job and one key; the key renews it; it ends once. Refuses a token
// that another job or key has used, for as long as the token lives, and to bring back what has ended.
import { GateError, messageOf } from '../core/errors.js';
import type { Log, Store } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';
import { SerialWrites } from './serial-writes.js';
import { ENDING_WORDS, nameOfToken, sessionOf, tokenOf, type Caller, type EndedBy, type SessionRecord, type TokenRecord } from './session-record.js';
import { SessionOver, type Counts } from './sessions.js';

/** A fresh credential, and what is kept of it. */
export interface NewCredential {
  readonly credential: string;
  readonly kept: SessionRecord['credential'];
}

export interface BookOptions {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly log: Log;
  newId(): string;
  newCredential(id: string): Promise<NewCredential>;
}

/** A wish for a session; everything in it is verified. */
export interface Opening {
  readonly caller: Caller;
  /** The token as it was shown: names it where it has no id of its own. */
  readonly token: string;
  readonly thumbprint: string;
  readonly job: string;
  readonly resources: readonly string[];
  readonly repository: SessionRecord['repository'];
  /** Why reviews can't be waited for; null: they can. */
  readonly breakGlass: string | null;
  readonly leaseSeconds: number;
  readonly limitSeconds: number;
  /** When the issuer of the token wants it over, milliseconds; null: the limit alone decides. */
  readonly endsAt: number | null;
  readonly max: number;
}

/** Clocks may disagree: a token is remembered a little longer than it lives. */
const TOKEN_GRACE_MS = 10 * 60_000;
/** An ended session is kept so long that its job still hears how it went. */
const ENDED_MS = 60 * 60_000;

/** Opens, renews, ends and forgets sessions. */
export class SessionBook {
  readonly #options: BookOptions;
  readonly #live = new Map<string, SessionRecord>();
  /** Being opened: not live yet, and a place each. */
  #opening = 0;
  /** Ended, whether or not the store could be told. */
  readonly #over = new Map<string, EndedBy>();
  /** Of the writes of each session. */
  readonly #turns = new SerialWrites();

  /** With every session that the store has. Throws STORE_FAILED. */
  static async open(options: BookOptions): Promise<SessionBook> {
    const book = new SessionBook(options);
    for (const id of await options.store.keys('session')) {
      try {
        const record = sessionOf(await options.store.read('session', id));
        if (record !== null && record.ended === null) book.#live.set(record.id, record);
      } catch (thrown) {
        // One record that can't be read costs its own session, nobody else's.
        options.log.warn(`the session \`${id}\` can not be read, and is not let in`, { reason: messageOf(thrown) });
      }
    }
    return book;
  }

  private constructor(options: BookOptions) {
    this.#options = options;
  }

  /** Sessions that have not ended. */
  get live(): readonly SessionRecord[] {
    return [...this.#live.values()];
  }

  /** Whether this token has opened a session already: then with which key, for which job. */
  async used({ caller, token }: Pick<Opening, 'caller' | 'token'>): Promise<TokenRecord | null> {
    return tokenOf(await this.#options.store.read('token', nameOfToken(caller, token)));
  }

  /** Opens a session, or gives the one that this token opened a credential anew. Throws IDENTITY_UNTRUSTED, LIMIT_EXCEEDED, SessionOver, STORE_FAILED. */
  async take(opening: Opening): Promise<{ readonly record: SessionRecord; readonly credential: string; readonly isNew: boolean }> {
    const known = await this.used(opening);
    if (known !== null) return { ...(await this.#again(known, opening)), isNew: false };
    if (this.#live.size + this.#opening >= opening.max) throw new GateError('LIMIT_EXCEEDED', `the gateway has ${opening.max} sessions open, which is its limit`, { hint: 'wait until others end, or have the operator raise `sessions.max`' });
    this.#opening += 1;
    return this.#open(opening).finally(() => (this.#opening -= 1));
  }

  async #open(opening: Opening): Promise<{ readonly record: SessionRecord; readonly credential: string; readonly isNew: boolean }> {
    const { store, newId, newCredential } = this.#options;
    const id = newId();
    const { credential, kept } = await newCredential(id);
    const record = this.#record(id, kept, opening);
    // The session first: a token must never point at nothing. One that nothing points at is swept when it runs out.
    if (!(await store.create('session', id, record))) throw new GateError('INTERNAL', 'a session id came up twice');
    const token: TokenRecord = { version: 1, session: id, thumbprint: opening.thumbprint, job: opening.job, until: opening.caller.expiresAt + TOKEN_GRACE_MS };
    // INVARIANT: of several requests with one token, one opens a session, whatever they race for.
    if (!(await store.create('token', record.token, token))) {
      await store.remove('session', id);
      const winner = await this.used(opening);
      if (winner === null) throw new GateError('STORE_FAILED', 'the store lost a token that it had', { hint: 'get a new token' });
      return { ...(await this.#again(winner, opening)), isNew: false };
    }
    this.#live.set(id, record);
    return { record, credential, isNew: true };
  }

  /** The session of an id, over or not; null: none. Throws STORE_FAILED. */
  async find(id: string): Promise<SessionRecord | null> {
    return this.#live.get(id) ?? sessionOf(await this.#options.store.read('session', id));
  }

  /** Throws SessionOver unless the session may go on at this moment. `revoked` is asked of the store. */
  async demandLive(record: SessionRecord): Promise<void> {
    const why = await this.#overBecause(record);
    if (why !== null) throw new SessionOver(record.id, ENDING_WORDS[why]);
  }

  /** A new lease, never beyond the limit. Throws SessionOver. */
  async renew(record: SessionRecord, leaseSeconds: number): Promise<SessionRecord> {
    await this.demandLive(record);
    return this.#change(record.id, ({ limitAt }) => ({ expiresAt: Math.min(this.#options.runtime.now() + leaseSeconds * 1000, limitAt) }));
  }

  /** Counts one more recording of it. The glass was broken before, if it was to be: whoever goes on after a restart does not break it again. */
  begun(record: SessionRecord): Promise<SessionRecord> {
    return this.#change(record.id, ({ parts, breakGlass }) => ({ parts: parts + 1, breakGlass: breakGlass === null ? null : { ...breakGlass, broken: true } }));
  }

  /** Takes that back, since nothing was recorded: whoever counts recordings would miss one. */
  notBegun(record: SessionRecord): Promise<SessionRecord> {
    return this.#change(record.id, ({ parts, breakGlass }) => (parts === record.parts ? { parts: parts - 1, breakGlass: breakGlass === null ? null : { ...breakGlass, broken: parts > 1 } } : {}));
  }

  /** From now on nothing is let in any more; `end` makes that last. */
  close(record: SessionRecord, by: EndedBy): void {
    if (!this.#over.has(record.id)) this.#over.set(record.id, by);
  }

  /** Ends it for good. Throws STORE_FAILED; it is over all the same. */
  end(record: SessionRecord, by: EndedBy, operations: Counts): Promise<SessionRecord> {
    this.close(record, by);
    return this.#turns.run(record.id, async () => {
      const ended: SessionRecord = { ...(this.#live.get(record.id) ?? record), ended: { at: this.#options.runtime.now(), by, operations } };
      await this.#options.store.replace('session', ended.id, ended);
      this.#live.delete(ended.id);
      this.#over.delete(ended.id);
      return ended;
    });
  }

  /** The sessions that are over by the clock, and why; and those that were closed but could not be ended yet. */
  due(): readonly { readonly record: SessionRecord; readonly by: EndedBy }[] {
    return this.live.flatMap((record) => {
      const by = this.#over.get(record.id) ?? this.#byClock(record);
      return by === null ? [] : [{ record, by }];
    });
  }

  /** The live sessions that an operator has revoked. Throws STORE_FAILED. */
  async revoked(): Promise<readonly SessionRecord[]> {
    const ids = new Set(await this.#options.store.keys('revoked'));
    return this.live.filter(({ id }) => ids.has(id));
  }

  /** Forgets tokens that have run out, and sessions that ended long enough ago. */
  async forget(): Promise<void> {
    const { store, runtime } = this.#options;
    await this.#each('token', async (key) => {
      const token = tokenOf(await store.read('token', key));
      if (token !== null && token.until < runtime.now()) await store.remove('token', key);
    });
    await this.#each('session', async (id) => {
      const record = this.#live.has(id) ? null : sessionOf(await store.read('session', id));
      if (record === null || record.ended === null || record.ended.at + ENDED_MS > runtime.now()) return;
      if ((await store.read('token', record.token)) !== null) return;
      await store.remove('session', id);
      await store.remove('revoked', id);
    });
  }

  // One record that can't be read keeps no other.
  async #each(space: 'token' | 'session', look: (key: string) => Promise<void>): Promise<void> {
    for (const key of await this.#options.store.keys(space)) {
      await look(key).catch((thrown: unknown) => this.#options.log.warn(`the ${space} \`${key}\` can not be looked at, and stays`, { reason: messageOf(thrown) }));
    }
  }

  // The same key and the same job have shown the same token again: their answer got lost. The old credential opens nothing any more.
  async #again(known: TokenRecord, opening: Opening): Promise<{ readonly record: SessionRecord; readonly credential: string }> {
    if (known.thumbprint !== opening.thumbprint || known.job !== opening.job) {
      throw new GateError('IDENTITY_UNTRUSTED', 'this token has opened a session with another key', { hint: 'get a new token; where a job has just one (GitLab), let one `ostiary run` do all its work, or give the job two `id_tokens`' });
    }
    const record = await this.find(known.session);
    if (record === null) throw new SessionOver(known.session, 'it is forgotten');
    await this.demandLive(record);
    if (record.resources.join('\n') !== opening.resources.join('\n')) throw new GateError('DENIED', 'this token has opened a session for other resources', { hint: 'ask for the same ones, or get a new token' });
    if ((record.breakGlass?.reason ?? null) !== opening.breakGlass) throw new GateError('DENIED', 'this token has opened a session without break-glass, or for another reason', { hint: 'get a new token' });
    const { credential, kept } = await this.#options.newCredential(record.id);
    return { record: await this.#change(record.id, () => ({ credential: kept })), credential };
  }

  #record(id: string, credential: SessionRecord['credential'], opening: Opening): SessionRecord {
    const { caller, token, thumbprint, job, resources, repository, breakGlass } = opening;
    const now = this.#options.runtime.now();
    const limitAt = Math.min(now + opening.limitSeconds * 1000, opening.endsAt ?? Infinity);
    return {
      version: 1, id, token: nameOfToken(caller, token), thumbprint, job, caller, resources, credential,
      openedAt: now, expiresAt: Math.min(now + opening.leaseSeconds * 1000, limitAt), limitAt, repository,
      breakGlass: breakGlass === null ? null : { reason: breakGlass, broken: false }, parts: 0, ended: null,
    };
  }

  #change(id: string, change: (record: SessionRecord) => Partial<SessionRecord>): Promise<SessionRecord> {
    return this.#turns.run(id, async () => {
      const record = this.#live.get(id);
      // What ended meanwhile stays ended.
      if (record === undefined || this.#over.has(id)) throw new SessionOver(id, 'it has ended');
      const changed = { ...record, ...change(record) };
      await this.#options.store.replace('session', id, changed);
      this.#live.set(id, changed);
      return changed;
    });
  }

  async #overBecause(record: SessionRecord): Promise<EndedBy | null> {
    const ended = record.ended?.by ?? this.#over.get(record.id);
    if (ended !== undefined) return ended;
    const clock = this.#byClock(this.#live.get(record.id) ?? record);
    if (clock !== null) return clock;
    return (await this.#options.store.read('revoked', record.id)) === null ? null : 'revoked';
  }

  #byClock(record: SessionRecord): EndedBy | null {
    const now = this.#options.runtime.now();
    if (now >= record.limitAt) return 'limit';
    return now >= record.expiresAt ? 'lease' : null;
  }
}
