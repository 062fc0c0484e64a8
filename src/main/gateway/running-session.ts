// SPDX-License-Identifier: Apache-2.0
//
// A session of the gateway while the process runs: its recording, its doors, its open connections. It is begun when the session is
// opened, and again after a restart with a recording of its own. Refuses to seal before the last connection is gone.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { outcomeOf } from '../../commands/run.js';
import { GateError } from '../../core/errors.js';
import type { DecisionKind } from '../../core/model.js';
import type { Log } from '../../core/ports.js';
import type { WireDoor } from '../../gate/wire.js';
import type { SqlParser } from '../../parse/sql/parser.js';
import { tightened } from '../../policy/tighten.js';
import { recordRefusal, type Behind } from '../../proxy/postgres/client/admission.js';
import { SQLSTATE, StartupRefusal } from '../../proxy/postgres/protocol/startup.js';
import { RECORDING_FILE } from '../../record/chain.js';
import type { SessionRecord } from '../../server/session-record.js';
import type { Counts } from '../../server/sessions.js';
import type { SessionApprovals } from '../approvals.js';
import { openSession, type GuardedSession } from '../guarded-session.js';
import { toldAfterwards } from '../approval-updates.js';
import { behindOf, type PostgresUpstream } from '../upstream.js';
import type { Asking } from './approvals.js';
import type { Broken } from './break-glass.js';
import { factsOf, operatorPrincipal, repositoryOfSession } from './callers.js';
import type { GatewayConfig } from './config.js';
import { countDecisions, NOTHING, sum } from './counts.js';
import type { GatewaySigning } from './signing.js';
import type { Upstreams } from './upstreams.js';

/** What every session needs. */
export interface RunningWorld {
  readonly upstreams: Upstreams;
  readonly parser: SqlParser;
  readonly log: Log;
  readonly now: () => number;
  readonly decided: (resource: string, decision: DecisionKind) => void;
  /** What signs recordings; null: nothing does. Throws GateError. */
  readonly signing: Pick<GatewaySigning, 'check' | 'begin'>;
  /** Who answers for operations that need a review. */
  readonly approvals: (asking: Asking) => Promise<SessionApprovals>;
  /** Breaks the glass for a session that asks for it and has not broken it before. Throws DENIED, FORGE_FAILED. */
  readonly breaking: (record: SessionRecord, config: GatewayConfig) => Promise<Broken | null>;
}

/** An open session. */
export class RunningSession {
  readonly id: string;
  /** Where people were told that the glass is broken, and until when; null: it is whole. */
  readonly breakGlass: { readonly url: string; readonly until: string } | null;
  readonly #record: SessionRecord;
  readonly #guarded: GuardedSession;
  readonly #reviews: SessionApprovals;
  readonly #behind = new Map<string, Behind>();
  readonly #upstreams: readonly PostgresUpstream[];
  readonly #world: RunningWorld;
  readonly #earlier: Counts;
  readonly #over = new AbortController();
  #open = 0;
  #whenIdle: (() => void) | null = null;
  #sealed: Promise<Counts> | null = null;

  /** Begins the recording number `record.parts`. Throws GateError; then nothing is left open. */
  static async open(record: SessionRecord, broken: Broken | null, { config, world }: { readonly config: GatewayConfig; readonly world: RunningWorld }): Promise<RunningSession> {
    const earlier = await earlierCounts(record, config);
    const upstreams: PostgresUpstream[] = [];
    try {
      for (const name of record.resources) {
        const resource = config.policy.resources[name];
        if (resource === undefined) throw new GateError('DENIED', `resource \`${name}\` is not at this gateway any more`, { hint: 'start a new run' });
        upstreams.push(await world.upstreams.acquire(resource));
      }
      const { guarded, reviews } = await begin(record, broken, { config, world });
      return new RunningSession({ record, broken, guarded, reviews, upstreams, world, earlier });
    } catch (thrown) {
      for (const upstream of upstreams) world.upstreams.release(upstream);
      throw thrown;
    }
  }

  private constructor(parts: { record: SessionRecord; broken: Broken | null; guarded: GuardedSession; reviews: SessionApprovals; upstreams: readonly PostgresUpstream[]; world: RunningWorld; earlier: Counts }) {
    this.id = parts.record.id;
    this.breakGlass = parts.broken?.glass.told ?? null;
    this.#record = parts.record;
    this.#guarded = parts.guarded;
    this.#reviews = parts.reviews;
    this.#upstreams = parts.upstreams;
    this.#world = parts.world;
    this.#earlier = parts.earlier;
    for (const upstream of parts.upstreams) {
      const { name } = upstream.resource;
      this.#behind.set(name, behindOf(upstream, { database: name, door: this.#counted(parts.guarded.door(upstream.resource)), over: this.#over.signal }));
    }
  }

  /** Connections that are open. */
  get connections(): number {
    return this.#open;
  }

  /** Decisions so far, earlier recordings counted in. */
  get counts(): Counts {
    const { allow, review, deny } = this.#guarded.tally;
    return sum(this.#earlier, { allow, review, deny });
  }

  /** The resource that a client asked for by the name of a database. Throws a StartupRefusal. */
  behind(database: string | null): Behind {
    const names = [...this.#behind.keys()];
    const wanted = database ?? (names.length === 1 ? (names[0] ?? '') : '');
    const found = this.#behind.get(wanted);
    if (found !== undefined) return found;
    const what = database === null ? 'nobody says which resource to connect to' : `the resource \`${database}\` is not in this session`;
    throw new StartupRefusal(SQLSTATE.noDatabase, what, `set the database to one of: ${names.join(', ')}`);
  }

  /** Puts a refusal at startup on the record. */
  refused(reason: string): void {
    const [first] = this.#behind.values();
    if (first !== undefined && this.#sealed === null) recordRefusal(first.door, reason, this.#world.log);
  }

  /** Ends its connections (`why`: told to them; null: they are gone already), seals the recording, and tells what was decided. */
  seal(why: string | null): Promise<Counts> {
    this.#sealed ??= this.#seal(why);
    return this.#sealed;
  }

  async #seal(why: string | null): Promise<Counts> {
    this.#guarded.end();
    if (why !== null) this.#over.abort(new GateError('DENIED', why, { hint: 'start a new run' }));
    if (this.#open > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve));
    for (const upstream of this.#upstreams) this.#world.upstreams.release(upstream);
    const { counts } = this;
    await this.#guarded.seal(outcomeOf({ code: 0, sealed: counts, onRefusal: 'fail', faulty: false }));
    // A forge that does not answer keeps nobody waiting: neither the job that ended its session nor the gateway that is being stopped.
    void toldAfterwards(this.#reviews, this.#guarded.recording).then((untold) => untold.forEach((one) => this.#world.log.warn(one, { session: this.id }))).finally(() => this.#reviews.release());
    this.#world.log.info(`session ${this.id} sealed`, { recording: this.#guarded.recording, ...counts, issuer: this.#record.caller.issuer, subject: this.#record.caller.subject });
    return counts;
  }

  #counted(door: WireDoor): WireDoor {
    return {
      open: (application, impacts) => {
        const gate = door.open(application, impacts);
        this.#open += 1;
        let open = true;
        return {
          ...gate,
          closed: (reason) => {
            gate.closed(reason);
            if (!open) return;
            open = false;
            this.#open -= 1;
            if (this.#open === 0) this.#whenIdle?.();
          },
        };
      },
    };
  }
}

async function begin(record: SessionRecord, broken: Broken | null, { config, world }: { readonly config: GatewayConfig; readonly world: RunningWorld }): Promise<{ readonly guarded: GuardedSession; readonly reviews: SessionApprovals }> {
  const { caller, repository } = record;
  const { policy, settings } = config;
  const own = await repositoryOfSession(repository, caller, world.now());
  const inForce = tightened(policy, own);
  const principal = operatorPrincipal(caller, policy);
  const [signing, reviews] = await Promise.all([world.signing.begin(record.id), world.approvals({ record, config, policy: inForce, repository: own, principal, broken })]);
  for (const problem of own?.policy.warnings ?? []) world.log.warn(`${problem.file}:${problem.line}: ${problem.message}`, { session: record.id });
  const guarded = await openSession({
    session: record.id, dir: folderOf(record, config, record.parts), principal, policy: inForce,
    policySource: repository === null ? `file:${config.file}` : `file:${config.file}, tightened by ${repository.source}`,
    host: { kind: caller.kind === 'github' || caller.kind === 'gitlab' ? caller.kind : 'shell', facts: { gateway: settings.url, part: String(record.parts), ...factsOf(caller) } },
    resources: record.resources.flatMap((name) => policy.resources[name] ?? []), command: [], durability: settings.recordings.durability, parser: world.parser, signing, approvals: reviews.approvals, holdMs: policy.approvals.holdMs, decided: world.decided,
  }, world.log).catch(async (thrown: unknown) => {
    await reviews.release();
    throw thrown;
  });
  for (const seen of reviews.opening) guarded.note(seen);
  return { guarded, reviews };
}

/** Where the recording number `part` of a session lies. */
function folderOf({ id }: SessionRecord, { settings }: GatewayConfig, part: number): string {
  return join(settings.recordings.path, part === 1 ? id : `${id}.${part}`);
}

/** Whether its latest recording is there at all. */
export function isRecorded(record: SessionRecord, config: GatewayConfig): boolean {
  return existsSync(join(folderOf(record, config, record.parts), RECORDING_FILE));
}

/** What was decided in the recordings before the one that begins now. */
export async function earlierCounts(record: SessionRecord, config: GatewayConfig, before = record.parts): Promise<Counts> {
  let counts = NOTHING;
  for (let part = 1; part < before; part += 1) counts = sum(counts, await countDecisions(join(folderOf(record, config, part), RECORDING_FILE)));
  return counts;
}
