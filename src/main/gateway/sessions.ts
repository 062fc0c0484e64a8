// SPDX-License-Identifier: Apache-2.0
//
// The sessions of a running gateway: who may open one and on what, who may connect, when they end. Implements what the API and the
// PostgreSQL listener ask for. Refuses callers that no identity of the operator's names, and resources that no rule grants them.
import { GateError, messageOf } from '../../core/errors.js';
import { guideText } from '../../commands/guide.js';
import type { Log, Store } from '../../core/ports.js';
import type { Runtime } from '../../core/runtime.js';
import type { Admission } from '../../proxy/postgres/client/admission.js';
import { SQLSTATE, StartupRefusal } from '../../proxy/postgres/protocol/startup.js';
import type { Metrics } from '../../server/metrics.js';
import { SessionBook } from '../../server/session-book.js';
import { ENDING_WORDS, type EndedBy, isCredentialOf, type SessionRecord } from '../../server/session-record.js';
import { SessionOver, type Counts, type OpenedSession, type Sessions, type SubjectTokenType } from '../../server/sessions.js';
import { newCredential, newSessionId } from '../credential.js';
import { jobOf, operatorPrincipal, repositoryOfSession, repositoryPolicy, verifySubject, type CallerWorld, type Subject } from './callers.js';
import type { GatewayConfig } from './config.js';
import { grantedTo } from './grants.js';
import { earlierCounts, isRecorded, RunningSession, type RunningWorld } from './running-session.js';

export interface GatewaySessionsOptions {
  readonly config: () => GatewayConfig;
  readonly store: Store;
  readonly callers: CallerWorld;
  readonly running: RunningWorld;
  readonly metrics: () => Metrics;
  /** Where clients of PostgreSQL connect, as they are told. */
  readonly postgres: () => { readonly host: string; readonly port: number; readonly tls: boolean };
  readonly runtime: Runtime;
  readonly log: Log;
}

const SESSION_ID = /^ost_[0-9a-f]{12}$/u;

/** See the header. */
export class GatewaySessions implements Sessions<Subject, SessionRecord> {
  readonly #options: GatewaySessionsOptions;
  readonly #book: SessionBook;
  readonly #running = new Map<string, Promise<RunningSession>>();
  readonly #open = new Set<RunningSession>();
  readonly #ending = new Map<string, Promise<{ readonly id: string; readonly why: string; readonly operations: Counts }>>();
  #closed = false;

  static async open(options: GatewaySessionsOptions): Promise<GatewaySessions> {
    const { store, runtime, log } = options;
    const book = await SessionBook.open({ store, runtime, log, newId: newSessionId, newCredential: async (id) => {
      const { credential, verifier, hash } = await newCredential(id);
      const { iterations, salt, storedKey, serverKey } = verifier;
      return { credential, kept: { hash, iterations, salt: salt.toString('base64'), storedKey: storedKey.toString('base64'), serverKey: serverKey.toString('base64') } };
    } });
    return new GatewaySessions(options, book);
  }

  private constructor(options: GatewaySessionsOptions, book: SessionBook) {
    this.#options = options;
    this.#book = book;
  }

  /** Sessions that have not ended. */
  get count(): number {
    return this.#book.live.length;
  }

  get connections(): number {
    return [...this.#open].reduce((total, { connections }) => total + connections, 0);
  }

  verify(token: string, type: SubjectTokenType): Promise<Subject> {
    return verifySubject(token, type, this.#options.config(), this.#options.callers);
  }

  async open(subject: Subject, { thumbprint, resources, breakGlass }: Parameters<Sessions['open']>[1]): Promise<OpenedSession> {
    this.#demandOpen();
    const config = this.#options.config();
    const { caller } = subject;
    const chosen = grantedTo(caller, resources, config);
    const known = await this.#book.used(subject);
    const repository = known === null ? await repositoryPolicy(caller, config, this.#options.callers) : null;
    // What can't be judged or reached is refused before anything is kept of it.
    await repositoryOfSession(repository, caller, this.#options.runtime.now());
    if (known === null) await Promise.all([this.#options.running.upstreams.reach(chosen.flatMap((name) => config.policy.resources[name] ?? []), this.#options.log), this.#options.running.signing.check()]);
    const { leaseSeconds, limitSeconds, max } = config.settings.sessions;
    const { record, credential, isNew } = await this.#book.take({ ...subject, thumbprint, job: jobOf(caller), resources: chosen, repository, breakGlass, leaseSeconds, limitSeconds, max });
    const running = await this.#run(record).catch(async (thrown: unknown) => {
      // Nobody holds its credential, and asking again would be answered the same.
      if (breakGlass !== null && thrown instanceof GateError && thrown.code === 'DENIED') await this.#end(record, 'job');
      throw thrown;
    });
    if (isNew) this.#tellOpened(record);
    return this.#told(running, { record, credential, config });
  }

  async find(id: string, { credential, thumbprint }: { readonly credential: string; readonly thumbprint: string }): Promise<SessionRecord | null> {
    const record = SESSION_ID.test(id) ? await this.#book.find(id) : null;
    if (record === null) return null;
    if (!isCredentialOf(record, credential) || record.thumbprint !== thumbprint) {
      throw new GateError('IDENTITY_UNTRUSTED', 'the credential, or the key of the proof, is not that of the session', { hint: 'use the credential that the gateway gave last, and the key that opened the session' });
    }
    return record;
  }

  async renew(record: SessionRecord): Promise<{ readonly id: string; readonly expiresAt: number; readonly limitAt: number }> {
    this.#demandOpen();
    grantedTo(record.caller, record.resources, this.#options.config());
    return this.#book.renew(record, this.#options.config().settings.sessions.leaseSeconds);
  }

  end(record: SessionRecord): Promise<{ readonly id: string; readonly why: string; readonly operations: Counts }> {
    return this.#end(record, 'job');
  }

  /** Who may be behind a user name of PostgreSQL. Throws STORE_FAILED. */
  async admission(user: string): Promise<Admission | null> {
    const record = SESSION_ID.test(user) ? await this.#book.find(user) : null;
    if (record === null) return null;
    const { iterations, salt, storedKey, serverKey } = record.credential;
    const verifier = { iterations, salt: Buffer.from(salt, 'base64'), storedKey: Buffer.from(storedKey, 'base64'), serverKey: Buffer.from(serverKey, 'base64') };
    return {
      verifier, bearer: (token) => isCredentialOf(record, token),
      enter: async (database) => {
        await this.#demandLive(record);
        // What the operator has taken away since counts from the next connection on, before and after a restart.
        grantedTo(record.caller, record.resources, this.#options.config());
        return (await this.#run(record)).behind(database);
      },
      refused: (reason) => void this.#running.get(record.id)?.then((running) => running.refused(reason), () => undefined),
    };
  }

  /** Ends what is over by the clock or revoked. Never throws: what fails is tried again the next time. */
  async sweep(): Promise<void> {
    const { log } = this.#options;
    const revoked = await this.#book.revoked().catch((thrown: unknown) => {
      log.error('revocations can not be read', { reason: messageOf(thrown) });
      return [];
    });
    const due = [...this.#book.due(), ...revoked.map((record) => ({ record, by: 'revoked' as const }))];
    await Promise.all(due.map(({ record, by }) => this.#end(record, by).catch((thrown: unknown) => log.error(`the session ${record.id} could not be ended`, { reason: messageOf(thrown) }))));
  }

  forget(): Promise<void> {
    return this.#book.forget();
  }

  /** Opens no session any more. */
  close(): void {
    this.#closed = true;
  }

  /** Seals every recording; the sessions themselves go on when the gateway is started again. Connections have to be gone. */
  async seal(): Promise<void> {
    const results = await Promise.allSettled([...this.#running.values()].map(async (running) => (await running).seal('the gateway is being stopped')));
    for (const result of results) if (result.status === 'rejected') this.#options.log.error('a recording could not be sealed', { reason: messageOf(result.reason) });
  }

  #demandOpen(): void {
    if (this.#closed) throw new GateError('UPSTREAM_FAILED', 'the gateway is being stopped', { hint: 'try again in a moment' });
  }

  async #demandLive(record: SessionRecord): Promise<void> {
    try {
      await this.#book.demandLive(record);
    } catch (thrown) {
      if (!(thrown instanceof SessionOver)) throw thrown;
      throw new StartupRefusal(SQLSTATE.noUser, thrown.message, thrown.hint ?? 'start a new run');
    }
  }

  // One for each session in this process, begun by whoever comes first.
  #run(record: SessionRecord): Promise<RunningSession> {
    const known = this.#running.get(record.id);
    if (known !== undefined) return known;
    const begun = this.#begin(record);
    this.#running.set(record.id, begun);
    begun.then((running) => this.#open.add(running), () => this.#running.delete(record.id));
    return begun;
  }

  async #begin(record: SessionRecord): Promise<RunningSession> {
    this.#demandOpen();
    const at = { config: this.#options.config(), world: this.#options.running };
    const broken = await at.world.breaking(record, at.config);
    const begun = await this.#book.begun(record);
    try {
      return await RunningSession.open(begun, broken, at);
    } catch (thrown) {
      if (!isRecorded(begun, at.config)) await this.#book.notBegun(begun);
      throw thrown;
    }
  }

  #end(record: SessionRecord, by: EndedBy): Promise<{ readonly id: string; readonly why: string; readonly operations: Counts }> {
    if (record.ended !== null) return Promise.resolve({ id: record.id, why: record.ended.by, operations: record.ended.operations });
    const known = this.#ending.get(record.id);
    if (known !== undefined) return known;
    const ending = this.#finish(record, by).finally(() => this.#ending.delete(record.id));
    this.#ending.set(record.id, ending);
    return ending;
  }

  async #finish(record: SessionRecord, by: EndedBy): Promise<{ readonly id: string; readonly why: string; readonly operations: Counts }> {
    const { log, config, metrics } = this.#options;
    this.#book.close(record, by);
    const running = await this.#running.get(record.id)?.catch(() => undefined);
    const latest = (await this.#book.find(record.id)) ?? record;
    const operations = running === undefined ? await earlierCounts(latest, config(), latest.parts + 1) : await this.#sealed(running, by);
    if (running !== undefined) this.#open.delete(running);
    this.#running.delete(record.id);
    const ended = await this.#book.end(record, by, operations);
    metrics().sessionEnded(ended.ended?.by ?? by);
    log.info(`session ${record.id} ended: ${ENDING_WORDS[by]}`, { session: record.id, by, ...operations });
    await this.#options.running.upstreams.retain(Object.values(config().policy.resources));
    return { id: record.id, why: by, operations };
  }

  // A recording that can't be sealed is incomplete, and says so; the session ends all the same.
  async #sealed(running: RunningSession, by: EndedBy): Promise<Counts> {
    try {
      return await running.seal(`the session is over: ${ENDING_WORDS[by]}`);
    } catch (thrown) {
      this.#options.log.error(`the recording of session ${running.id} could not be sealed`, { reason: messageOf(thrown) });
      return running.counts;
    }
  }

  #tellOpened({ id, caller, resources }: SessionRecord): void {
    this.#options.metrics().sessionOpened();
    this.#options.log.info(`session ${id} opened`, { session: id, issuer: caller.issuer, subject: caller.subject, resources, job: jobOf(caller) });
  }

  #told({ breakGlass }: RunningSession, { record, credential, config: { policy } }: { readonly record: SessionRecord; readonly credential: string; readonly config: GatewayConfig }): OpenedSession {
    const principal = operatorPrincipal(record.caller, policy);
    const { host, port, tls } = this.#options.postgres();
    return {
      id: record.id, credential, expiresAt: record.expiresAt, limitAt: record.limitAt,
      principal: { names: principal.names, issuer: principal.issuer, subject: principal.subject, prompter: principal.prompter ?? null },
      resources: record.resources.map((name) => ({ name, type: 'postgres', host, port, database: name, tls })),
      guide: guideText(policy, record.resources), observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null, breakGlass,
    };
  }
}
