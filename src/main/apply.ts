// SPDX-License-Identifier: Apache-2.0
//
// Wires `apply` for its doors: the approval from the forge, one guarded session in this very process (there is no COMMAND to keep away), its
// connections. Refuses to run without a job's verified token.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { OperationOutcome } from '../approval/outcome.js';
import { namedPull, numberIn } from '../approval/candidates.js';
import { stateOf } from '../approval/enforce.js';
import { FOLDER } from '../approval/manifest.js';
import { verifyApproval } from '../approval/verify.js';
import { apply, applySpec, StatementFailed, type ApplyDeps, type ApplyInputs, type ApplySession, type Executor, type FoundApproval } from '../commands/apply.js';
import type { GateRequest } from '../commands/run.js';
import type { RawInputs } from '../commands/verb.js';
import type { Endpoint } from '../commands/environment.js';
import { GateError } from '../core/errors.js';
import type { Host, ReviewForge } from '../core/ports.js';
import type { ForgeRepository, PullRequest } from '../core/reviews.js';
import { systemRuntime } from '../core/runtime.js';
import { claimText } from '../identity/principal.js';
import { loadSqlReader } from '../parse/sql/reader.js';
import { DEFAULT_LIMITS } from '../proxy/postgres/limits.js';
import { ServerSaid, SimpleClient } from '../proxy/postgres/simple-client.js';
import { connectUpstream } from '../proxy/postgres/upstream.js';
import { admit, type Admitted } from './admission.js';
import { reviewForgeOf, TOKEN_HINT } from './approvals.js';
import { parseArguments } from './arguments.js';
import { type Guard, type GuardWorld, openGuard } from './guard.js';
import { jobInputs } from './inputs.js';
import { ManifestPolicy } from './manifest-policy.js';
import { realHost } from './wire.js';

/** A statement may take as long as a job; the server's own timeouts are shorter. */
const STATEMENT_MS = 6 * 3600_000;

/** `ostiary apply [FLAGS]`; under a CI product the inputs come from the job, flags on top. */
export async function applyVerb(argv: readonly string[]): Promise<number> {
  const host = realHost();
  const { inputs, words } = parseArguments(argv, applySpec.inputs.filter((input) => input.face !== 'ci'));
  if (words.length > 0) throw new GateError('INPUT_INVALID', `\`${words[0] ?? ''}\` is not a flag of \`apply\``, { hint: 'name the pull request with `--approval`' });
  return applyFor({ ...(host.kind === 'shell' ? {} : jobInputs(applySpec, host)), ...inputs }, host);
}

/** The CI faces: every input from the job. */
export function applyFromJob(host: Host): Promise<number> {
  return applyFor(jobInputs(applySpec, host), host);
}

async function applyFor(raw: RawInputs, host: Host): Promise<number> {
  if (host.kind === 'shell') throw new GateError('INPUT_INVALID', 'no CI job is around to prove who this is', { hint: 'approvals are applied by jobs; on your own machine nobody could tell who used them' });
  return apply(raw, new Applying(host, { host: host.kind, environment: process.env, log: host.log, mask: (value) => host.addMask(value) }));
}

interface Found {
  readonly admitted: Admitted;
  readonly request: GateRequest;
}

/** One use of the verb. */
class Applying implements ApplyDeps {
  readonly #world: GuardWorld;
  #found: Found | null = null;

  constructor(readonly host: Host, world: GuardWorld) {
    this.#world = world;
  }

  async find(inputs: ApplyInputs): Promise<FoundApproval> {
    const named = inputs.approval === null ? null : namedPull(inputs.approval);
    const request: GateRequest = { policyFile: null, local: false, gateway: null, resources: [], sessionDir: inputs.sessionDir, audience: inputs.audience, command: ['ostiary', 'apply'], approval: inputs.approval, proposers: inputs.proposers, after: inputs.after, breakGlass: null };
    const admitted = await admit(request, this.#world);
    const forge = await reviewForgeOf(this.#world, admitted);
    if (forge === null) throw new GateError('INPUT_INVALID', 'there is no token to read reviews with', { hint: TOKEN_HINT });
    const repository = await forge.repository(admitted.repositoryId ?? '');
    const number = named === null ? await mergedPull(forge, repository, claimText(admitted.principal.claims, 'sha')) : numberIn(repository, named);
    const asked = new ManifestPolicy(admitted.policy, { principal: admitted.principal, read: await loadSqlReader(), now: () => systemRuntime.now() });
    const verified = await verifyApproval({ repositoryId: repository.id, number, digest: null }, { forge, explain: asked.explain, demandsOf: asked.demandsOf, proposers: inputs.proposers });
    this.#found = { admitted, request: { ...request, approval: inputs.approval ?? String(number) } };
    const { outcome, claimedBy, manifest, digest, pull } = verified;
    if (named === null && manifest === null && !await putsUp(forge, repository, pull)) return { url: pull.url, digest, manifest, state: 'nothing', why: '' };
    const state = outcome.kind === 'approved' && claimedBy !== null ? 'refused' : outcome.kind;
    return { url: pull.url, digest, manifest, state, why: stateOf(verified) };
  }

  async open(resources: readonly string[]): Promise<ApplySession> {
    const { admitted, request } = this.#used();
    const guard = await openGuard({ ...request, resources }, this.#world, admitted);
    if (guard.started.recording !== null) this.host.saveState('recording', guard.started.recording);
    return new GuardedSession(guard);
  }

  #used(): Found {
    if (this.#found === null) throw new GateError('INTERNAL', 'no approval was looked for');
    return this.#found;
  }
}

// What is merged every day asks for nothing. Something that can't be read is not nothing.
async function putsUp(forge: ReviewForge, repository: ForgeRepository, pull: PullRequest): Promise<boolean> {
  return (await forge.changedPaths(repository, pull)).some(({ path }) => path.startsWith(`${FOLDER}/`));
}

async function mergedPull(forge: ReviewForge, repository: ForgeRepository, commit: string | null): Promise<number> {
  const number = commit === null ? null : await forge.mergedAs(repository, commit);
  if (number !== null) return number;
  throw new GateError('INPUT_INVALID', 'this commit was not merged by a pull request, so no approval is meant by it', { hint: 'name the pull request with the input `approval`' });
}

/** Connections through the gate of one session. */
class GuardedSession implements ApplySession {
  readonly session: string;
  readonly recording: string;
  readonly #guard: Guard;
  readonly #clients = new Map<string, SimpleClient>();

  constructor(guard: Guard) {
    this.#guard = guard;
    this.session = guard.started.session;
    this.recording = guard.started.recording ?? '';
  }

  async executor(resource: string): Promise<Executor> {
    const client = this.#clients.get(resource) ?? await this.#connect(resource);
    this.#clients.set(resource, client);
    return { execute: (sql) => execute(client, sql) };
  }

  async seal(results: readonly OperationOutcome[]): Promise<{ sha256: string; untold: readonly string[] }> {
    await Promise.allSettled([...this.#clients.values()].map((client) => client.close()));
    const { untold } = await this.#guard.seal(results.every(({ how }) => how === 'done') ? 0 : 1, 'fail', results);
    return { sha256: createHash('sha256').update(await readFile(this.recording)).digest('hex'), untold };
  }

  async #connect(resource: string): Promise<SimpleClient> {
    const endpoint = this.#guard.started.endpoints.find((one) => one.resource === resource);
    if (endpoint === undefined) throw new GateError('INTERNAL', `resource \`${resource}\` is not guarded`);
    return connected(endpoint);
  }
}

/** A client of a guarded endpoint. */
export async function connected({ host, port, user, password, database }: Endpoint): Promise<SimpleClient> {
  const signal = new AbortController().signal;
  const upstream = await connectUpstream({ host, port, database, user, password, tls: { mode: 'disable' } }, {
    milliseconds: DEFAULT_LIMITS.upstreamMs, runtime: systemRuntime, signal, startupParameters: new Map([['application_name', 'ostiary apply']]), maxFrameBytes: DEFAULT_LIMITS.maxServerFrameBytes,
  });
  return new SimpleClient(upstream, { queryMs: STATEMENT_MS, runtime: systemRuntime, signal });
}

/** One statement by the simple protocol. */
export async function execute(client: SimpleClient, sql: string): Promise<string> {
  try {
    await client.query(sql);
    return client.lastTag;
  } catch (thrown) {
    const said = thrown instanceof GateError ? thrown.cause : null;
    if (!(said instanceof ServerSaid)) throw thrown;
    // Hits `decision=review rule=…` in the DETAIL of a refusal.
    const decision = /^decision=(review|deny) /u.exec(said.detail)?.[1] as 'review' | 'deny' | undefined;
    const why = decision === undefined ? `${said.text} (${said.sqlstate})` : `${said.text}: ${said.hint}`;
    throw new StatementFailed(why, said.sqlstate, said.sqlstate === '42501' ? (decision ?? null) : null);
  }
}
