// SPDX-License-Identifier: Apache-2.0
//
// The gateway as one thing that starts, reads its file again, and stops: its store, its listeners, its clock. Refuses to listen before all
// of it is there, to take over a file that is not whole, and to stop before recordings are sealed.
import { GateError, messageOf } from '../../core/errors.js';
import type { Log } from '../../core/ports.js';
import type { Runtime, Timer } from '../../core/runtime.js';
import { IssuerKeys } from '../../identity/keys.js';
import { SqlParser } from '../../parse/sql/parser.js';
import { startupParameterAllowed } from '../../parse/sql/builtins/settings.js';
import { DEFAULT_LIMITS } from '../../proxy/postgres/limits.js';
import { PostgresListener } from '../../proxy/postgres/listener.js';
import { runSession } from '../../proxy/postgres/session/session.js';
import { answerTo } from '../../server/answers.js';
import { apiHandler } from '../../server/api.js';
import { healthHandler } from '../../server/health.js';
import { HttpListener, type Certificate, type Handler } from '../../server/http.js';
import { Metrics } from '../../server/metrics.js';
import { UsedProofs } from '../../server/used-proofs.js';
import { FileStore } from '../../store/files.js';
import { StoreLock } from '../../store/lock.js';
import { PINNED } from '../upstream.js';
import { approvalsAt, brokenAt, type ApprovalsWorld } from './approvals.js';
import { issuerAccess } from './callers.js';
import { needsRestart, readConfig, type GatewayConfig } from './config.js';
import type { GatewaySecrets } from './secrets.js';
import { GatewaySessions } from './sessions.js';
import { GatewaySigning } from './signing.js';
import { Upstreams } from './upstreams.js';

/** What a gateway needs of the world. */
export interface GatewayWorld {
  readonly runtime: Runtime;
  readonly log: Log;
  readonly secrets: GatewaySecrets;
  /** Of this process. */
  readonly environment: Record<string, string | undefined>;
}

/** Between two looks at leases and revocations: a revoked session's connections end within it. */
const SWEEP_MS = 1_000;
/** Between two times that tokens and sessions of the past are forgotten. */
const FORGET_MS = 60_000;

/** A running gateway. */
export class Gateway {
  #config: GatewayConfig;
  readonly #world: GatewayWorld;
  readonly #store: FileStore;
  readonly #lock: StoreLock;
  readonly #upstreams: Upstreams;
  readonly #metrics: Metrics;
  readonly #timers: Timer[] = [];
  #sessions: GatewaySessions | null = null;
  #postgres: PostgresListener | null = null;
  #api: HttpListener | null = null;
  #ops: HttpListener | null = null;
  #sweeping: Promise<void> | null = null;
  #stopping: Promise<void> | null = null;
  #stoppingNow = false;

  /** Starts it; throws GateError, and then nothing is left open. */
  static async start(file: string, world: GatewayWorld): Promise<Gateway> {
    const config = await readConfig(file, world.runtime);
    const store = await FileStore.open(config.settings.storePath, world.runtime);
    const lock = await StoreLock.take(config.settings.storePath, world.runtime);
    const gateway = new Gateway(config, { store, lock }, world);
    try {
      await store.tidy();
      await gateway.#start();
    } catch (thrown) {
      await gateway.stop();
      throw thrown;
    }
    return gateway;
  }

  private constructor(config: GatewayConfig, { store, lock }: { readonly store: FileStore; readonly lock: StoreLock }, world: GatewayWorld) {
    this.#config = config;
    this.#store = store;
    this.#lock = lock;
    this.#world = world;
    this.#upstreams = new Upstreams((resource) => world.secrets.of(resource, this.#config.settings.ownToken));
    this.#metrics = new Metrics({ sessions: () => this.#sessions?.count ?? 0, connections: () => this.#sessions?.connections ?? 0, ready: () => this.#sessions !== null && !this.#stoppingNow });
  }

  /** Where it listens; `metrics` 0: nowhere. */
  get ports(): { readonly api: number; readonly postgres: number; readonly metrics: number } {
    return { api: this.#api?.port ?? 0, postgres: this.#postgres?.port ?? 0, metrics: this.#ops?.port ?? 0 };
  }

  /** Settles when another gateway has its store, with what to say; then it has to stop. */
  get lost(): Promise<string> {
    return this.#lock.lost;
  }

  /** Reads the file again. False: it can't be used, and what was in force stays in force. Sessions go on under what they began with. */
  async reload(): Promise<boolean> {
    const { runtime, log } = this.#world;
    try {
      const config = await readConfig(this.#config.file, runtime);
      const fixed = needsRestart(this.#config.settings, config.settings);
      if (fixed.length > 0) throw new GateError('INPUT_INVALID', `${fixed.map((name) => `\`${name}\``).join(', ')} can not change while the gateway runs`, { hint: 'restart it: sessions go on' });
      this.#renewCertificates(config);
      this.#config = config;
      await this.#upstreams.retain(Object.values(config.policy.resources));
      this.#metrics.reloaded('ok');
      log.info('the file was read again and is in force', { file: config.file, policy: config.policy.digest });
      this.#tellWarnings();
      return true;
    } catch (thrown) {
      this.#metrics.reloaded('failed');
      log.error(`the file was read again and is not taken over: ${messageOf(thrown)}`, { hint: thrown instanceof GateError ? (thrown.hint ?? null) : null, policy: this.#config.policy.digest });
      return false;
    }
  }

  /** Lets nobody in any more, finishes what is in flight, seals recordings. Sessions go on when it is started again. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #start(): Promise<void> {
    const { runtime, log, secrets, environment } = this.#world;
    const parser = await SqlParser.load();
    const reviewing: ApprovalsWorld = { store: this.#store, secrets, runtime, log, looked: new Map() };
    const signing = new GatewaySigning(() => this.#config, { secrets, environment, runtime, log });
    this.#sessions = await GatewaySessions.open({
      config: () => this.#config, store: this.#store, runtime, log, metrics: () => this.#metrics,
      callers: { keys: new IssuerKeys(runtime, issuerAccess(() => this.#config, secrets)), secrets, runtime },
      running: { upstreams: this.#upstreams, parser, log, now: () => runtime.now(), decided: (resource, decision) => this.#metrics.decided(resource, decision), signing,
        approvals: (asking) => approvalsAt(asking, reviewing), breaking: (record, config) => brokenAt(record, config, reviewing),
      },
      postgres: () => this.#advertised(),
    });
    const sessions = this.#sessions;
    const proofs = new UsedProofs({ store: this.#store, runtime, log });
    const forget = async (): Promise<void> => {
      await sessions.forget();
      await proofs.forget();
    };
    await sessions.sweep();
    await forget();
    await this.#listenPostgres(sessions);
    await this.#listenHttp(sessions, proofs);
    this.#timers.push(runtime.every(SWEEP_MS, () => this.#sweep(sessions)), runtime.every(FORGET_MS, () => void forget().catch((thrown: unknown) => log.error('the store could not be tidied up', { reason: messageOf(thrown) }))));
    this.#tellWarnings();
    log.info('listening', { url: this.#config.settings.url, ...this.ports, sessions: sessions.count, policy: this.#config.policy.digest });
  }

  async #listenPostgres(sessions: GatewaySessions): Promise<void> {
    const { runtime, log } = this.#world;
    const { host, port } = this.#config.settings.postgres;
    const config = (): GatewayConfig => this.#config;
    this.#postgres = await PostgresListener.listen({
      host, port,
      // Asked for each connection: a reload may have brought a new one.
      get tls() {
        return config().certificates.postgres;
      },
      admission: (user) => sessions.admission(user), bearer: true, startupParameterAllowed, pinned: PINNED, runSession, limits: DEFAULT_LIMITS, runtime, log,
    });
  }

  async #listenHttp(sessions: GatewaySessions, proofs: UsedProofs): Promise<void> {
    const { settings, certificates } = this.#config;
    const { runtime } = this.#world;
    const missing = () => this.#missing();
    const api = apiHandler({ url: settings.url, sessions, proofs, runtime });
    this.#api = await this.#http(settings.api, certificates.api, healthHandler({ missing, metrics: null, otherwise: api }));
    if (settings.metrics !== null) this.#ops = await this.#http(settings.metrics, certificates.metrics, healthHandler({ missing, metrics: this.#metrics, otherwise: null }));
  }

  #http({ host, port }: GatewayConfig['settings']['api'], tls: Certificate | null, handle: Handler): Promise<HttpListener> {
    const { runtime, log } = this.#world;
    return HttpListener.listen({
      host, port, tls, handle, runtime, log,
      failed: (thrown) => {
        const known = thrown instanceof GateError ? thrown : new GateError('INTERNAL', messageOf(thrown));
        this.#metrics.requestRefused(known.code);
        log[known.code === 'INPUT_INVALID' ? 'debug' : 'warn'](`a request was refused: ${known.message}`, { code: known.code });
        return answerTo(thrown);
      },
    });
  }

  #advertised(): { readonly host: string; readonly port: number; readonly tls: boolean } {
    const { advertise, tls } = this.#config.settings.postgres;
    return { host: advertise.host, port: advertise.port ?? this.#postgres?.port ?? 0, tls: tls !== null };
  }

  async #missing(): Promise<readonly string[]> {
    if (this.#stoppingNow) return ['it is being stopped'];
    return this.#store.check().then(() => [], () => ['store']);
  }

  #sweep(sessions: GatewaySessions): void {
    this.#sweeping ??= sessions.sweep().finally(() => {
      this.#sweeping = null;
    });
  }

  #renewCertificates({ certificates }: GatewayConfig): void {
    if (certificates.api !== null) this.#api?.renewCertificate(certificates.api);
    if (certificates.metrics !== null) this.#ops?.renewCertificate(certificates.metrics);
  }

  #tellWarnings(): void {
    for (const problem of this.#config.policy.warnings) this.#world.log.warn(`${problem.file}:${problem.line}: ${problem.message}`);
    const { mode } = this.#config.policy;
    if (mode.kind === 'observe') this.#world.log.warn(`the policy only observes until ${mode.until ?? ''}: nothing is refused`);
  }

  async #stop(): Promise<void> {
    this.#stoppingNow = true;
    for (const timer of this.#timers) timer.cancel();
    this.#sessions?.close();
    await Promise.all([this.#api?.close(), this.#postgres?.close()]);
    await this.#sweeping;
    await this.#sessions?.seal();
    await this.#upstreams.close();
    await this.#ops?.close();
    await this.#lock.release();
  }
}
