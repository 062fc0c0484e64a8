// SPDX-License-Identifier: Apache-2.0
//
// Builds one guarded session inside the gate process: who asks, which policy, which resources, one recording, one listener each.
// Refuses to listen before all of it is there; what was opened is closed again when a later step fails.
import { join } from 'node:path';
import { guideText } from '../commands/guide.js';
import type { GateRequest, GateSealed, GateStarted, OnRefusal } from '../commands/gate-process.js';
import { outcomeOf } from '../commands/run.js';
import type { CatalogSnapshot } from '../core/catalog.js';
import { GateError } from '../core/errors.js';
import type { HostKind, Log } from '../core/ports.js';
import { systemRuntime } from '../core/runtime.js';
import { SqlParser } from '../parse/sql/parser.js';
import type { Policy, Resource } from '../policy/model.js';
import type { SessionStatement } from '../record/envelope.js';
import { admit, type Admitted } from './admission.js';
import { approvalsOf, type SessionApprovals } from './approvals.js';
import type { OperationOutcome } from '../approval/outcome.js';
import { toldAround, withApplied } from './approval-updates.js';
import { newSessionId } from './credential.js';
import type { GuardedSession } from './guarded-session.js';
import type * as PostgresDoors from './postgres.js';
import type { GuardedPostgres } from './postgres.js';
import { secretValues } from './recorded-command.js';
import { type Keyless, keylessOf, type RecordingSigner, signerOf } from './signing.js';
import { openUpstreams, type PostgresUpstream } from './upstream.js';

/** COMMAND is under way by then, and has the processor to itself until then. Who connects before waits a dozen milliseconds longer. */
const PREPARE_MS = 50;

/** What the gate process knows of its surroundings. */
export interface GuardWorld {
  readonly host: HostKind;
  /** Of this process; secrets that were read are removed from it. */
  readonly environment: Record<string, string | undefined>;
  readonly log: Log;
  /** Tells the host to hide a value. */
  readonly mask: (value: string) => void;
}

/** A running guarded session. */
export interface Guard {
  readonly started: GateStarted;
  /** Settles when it can guard no longer, with why; never when nothing but this process could end it. */
  readonly lost: Promise<string>;
  /** What the database of a resource has now. Throws where it is not at hand. */
  catalogOf(resource: string): CatalogSnapshot;
  /** `applied`: what became of the operations of the one approval that was applied, by whoever sent them. */
  seal(commandCode: number | null, onRefusal: OnRefusal, applied?: readonly OperationOutcome[]): Promise<GateSealed>;
}

/** Opens a session; throws GateError, and then nothing is left open. `known`: who asks, when that was found out before. */
export async function openGateSession(request: GateRequest, world: GuardWorld, known?: Admitted): Promise<Guard> {
  if (request.gateway !== null) return (await import('./remote.js')).openRemoteGuard(request, request.gateway, world);
  const parsing = SqlParser.load({ spare: false });
  parsing.catch(() => undefined);
  const admitted = known ?? (await admit(request, world));
  const { policy, principal } = admitted;
  const resources = chosenResources(policy, request);
  const session = newSessionId();
  const { keyless, signing } = await signingOf(session, admitted, world);
  const reviews = await approvalsOf(session, { admitted, request, resources: resources.map(({ name }) => name) }, world);
  const sessionDir = request.sessionDir ?? join(admitted.defaultSessionDir, session);
  // Before credentials are read, which takes them out of the environment.
  const secrets = secretValues(world.environment, resources.flatMap(({ credential }) => (credential?.startsWith('env:') === true ? [credential.slice('env:'.length)] : [])));
  // Databases answer while the rest is loaded. INVARIANT: there is no door to them before the header of the recording is written.
  const { answering } = await askedFor(resources, admitted);
  const loaded = Promise.all([import('./guarded-session.js'), import('./postgres.js'), parsing]);
  const guarded = await loaded.then(([{ openSession }, , parser]) => openSession({
    session, dir: sessionDir, principal, policy, policySource: admitted.policySource, host: { kind: world.host, facts: admitted.facts }, resources, command: request.command, secrets, durability: 'process', parser, approvals: reviews.approvals, holdMs: policy.approvals.holdMs, signing, stated: keyless !== null,
  }, world.log)).catch(async (thrown: unknown) => {
    await Promise.allSettled([answering.then(closeAll), reviews.release()]);
    throw thrown;
  });
  const open = await openDoors({ guarded, session, resources, answering, reviews }, loaded.then(([, postgres]) => postgres), world);
  systemRuntime.after(PREPARE_MS, () => {
    guarded.prepare();
    void parsing.then((parser) => parser.prepare());
  });
  const started: GateStarted = {
    session, sessionDir, recording: guarded.recording, endpoints: open.map((one) => one.endpoint),
    guide: guideText(policy, resources.map((resource) => resource.name)), secretVariables: [...admitted.secretVariables(), ...(world.environment['OSTIARY_FORGE_TOKEN'] === undefined ? [] : ['OSTIARY_FORGE_TOKEN'])],
    observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null,
  };
  return { started, catalogOf: (resource) => catalogIn(open, resources, resource), lost: new Promise(() => undefined), seal: sealerOf({ guarded, open, reviews, keyless }, world.log) };
}

/** Who signs the recording. Asked before anything is open, and before COMMAND could be there to see it. */
async function signingOf(session: string, admitted: Admitted, { environment }: GuardWorld): Promise<{ readonly keyless: Keyless | null; readonly signing: RecordingSigner | null }> {
  const { record } = admitted.policy;
  const kept = await signerOf(record, admitted);
  const keyless = await keylessOf(record, { token: admitted.token, environment });
  return { keyless, signing: kept === null ? ((await keyless?.begin(session)) ?? null) : { signer: kept, keyBundle: null } };
}

/** Resolves when every database has been asked, or could not be; `answering` when all have answered. */
async function askedFor(resources: readonly Resource[], admitted: Admitted): Promise<{ readonly answering: Promise<readonly PostgresUpstream[]> }> {
  let asked: () => void = () => undefined;
  const busy = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const answering = openUpstreams(resources, (resource) => admitted.secretsFor(resource), () => asked());
  await Promise.race([busy, answering.then(() => undefined, () => undefined)]);
  return { answering };
}

interface Opening {
  readonly guarded: GuardedSession;
  readonly session: string;
  readonly resources: readonly Resource[];
  readonly answering: Promise<readonly PostgresUpstream[]>;
  readonly reviews: SessionApprovals;
}

/** A listener for each resource, in their order. Throws GateError; then all of them are closed, and the recording is sealed. */
async function openDoors({ guarded, session, resources, answering, reviews }: Opening, loading: Promise<typeof PostgresDoors>, world: GuardWorld): Promise<readonly GuardedPostgres[]> {
  const open: GuardedPostgres[] = [];
  let taken = 0;
  try {
    for (const seen of reviews.opening) guarded.note(seen);
    const { guardUpstream, newMemory } = await loading;
    const memory = newMemory();
    const doors = resources.map((resource) => ({ resource, session, door: guarded.door(resource), memory }));
    const upstreams = await answering;
    for (const about of doors) {
      const upstream = upstreams[taken] as PostgresUpstream;
      taken += 1;
      open.push(await guardUpstream(about, upstream, world));
    }
  } catch (thrown) {
    await Promise.allSettled([closeAll(open), answering.then((upstreams) => closeAll(upstreams.slice(taken))), reviews.release()]);
    await guarded.seal('error');
    throw thrown;
  }
  return open;
}

/** Ends a session, once: a parent that has its answer goes away, which seals, too, and nobody signs twice. */
function sealerOf({ guarded, open, reviews, keyless }: Pick<Opening, 'guarded' | 'reviews'> & { readonly open: readonly GuardedPostgres[]; readonly keyless: Keyless | null }, log: Log): Guard['seal'] {
  const seal = async (commandCode: number | null, onRefusal: OnRefusal, applied: readonly OperationOutcome[] | undefined): Promise<GateSealed> => {
    guarded.end();
    await closeAll(open);
    const { allow, review, deny } = guarded.tally;
    const counts = { allow, review, deny };
    let statement: SessionStatement | null = null;
    const untold = await toldAround({ ...reviews, outcomes: () => withApplied(reviews.outcomes(), applied) }, guarded, async () => {
      statement = await guarded.seal(outcomeOf({ code: commandCode ?? 0, sealed: counts, onRefusal, faulty: commandCode === null }));
    }).finally(() => reviews.release());
    for (const one of untold) log.warn(one);
    // The command is over: the token that this takes is none that it could see.
    if (keyless !== null && statement !== null) await keyless.end(statement, guarded.recording);
    return { ...counts, untold };
  };
  let sealing: Promise<GateSealed> | null = null;
  return (commandCode, onRefusal, applied) => (sealing ??= seal(commandCode, onRefusal, applied));
}

function catalogIn(open: readonly GuardedPostgres[], resources: readonly Resource[], resource: string): CatalogSnapshot {
  const known = open[resources.findIndex(({ name }) => name === resource)];
  if (known === undefined) throw new GateError('INTERNAL', `resource \`${resource}\` is not guarded`);
  return known.catalog();
}

async function closeAll(open: readonly { close(): Promise<void> }[]): Promise<void> {
  await Promise.allSettled(open.map((one) => one.close()));
}

/** The resources that a request means. Throws GateError. */
export function chosenResources(policy: Policy, request: GateRequest): Resource[] {
  const names = Object.keys(policy.resources);
  if (names.length === 0) throw new GateError('POLICY_INVALID', 'the policy has no `resources`, so there is nothing to guard', { hint: 'add the database under `resources:`' });
  const only = names[0];
  const wanted = request.resources.length > 0 ? [...new Set(request.resources)] : names.length === 1 && only !== undefined ? [only] : [];
  if (wanted.length === 0) throw new GateError('INPUT_INVALID', `the policy has ${names.length} resources, so the run has to name one`, { hint: `add \`--resource NAME\`: ${names.join(', ')}` });
  return wanted.map((name) => {
    const resource = policy.resources[name];
    if (resource === undefined) throw new GateError('INPUT_INVALID', `resource \`${name}\` is not in the policy`, { hint: `${name.includes(',') ? 'write several on lines of their own (in a shell, with a flag each); ' : ''}it has: ${names.join(', ')}` });
    if (resource.type !== 'postgres') throw new GateError('INPUT_INVALID', `resource \`${name}\` is of type \`${resource.type}\`, which this version can not guard yet`, { hint: 'it guards `postgres`' });
    if (request.local && !resource.local) throw new GateError('DENIED', `resource \`${name}\` is not for local runs`, { hint: 'mark it `local: true` in the policy, or run it from CI' });
    return resource;
  });
}
