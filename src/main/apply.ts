// SPDX-License-Identifier: Apache-2.0
//
// Wires `apply` for its doors: the approval from the forge, one guarded session in this very process (there is no COMMAND to keep away), its
// connections. Refuses to run without a job's verified token.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OperationOutcome } from '../approval/outcome.js';
import { isListed, namedPull, numberIn } from '../approval/candidates.js';
import { stateOf } from '../approval/enforce.js';
import { FOLDER } from '../approval/manifest.js';
import { type Verified, verifyApproval } from '../approval/verify.js';
import { apply, applySpec, type ApplyDeps, type ApplyInputs, type ApplySession, type FoundApproval } from '../commands/apply.js';
import { type Executor, type Sent, StatementFailed } from '../commands/apply-run.js';
import type { GateRequest } from '../commands/gate-process.js';
import type { RawInputs } from '../commands/verb.js';
import type { Endpoint } from '../commands/environment.js';
import type { CatalogSnapshot } from '../core/catalog.js';
import { GateError, messageOf } from '../core/errors.js';
import type { Parameter } from '../core/model.js';
import type { Host, ReviewForge } from '../core/ports.js';
import type { ForgeRepository, PullRequest } from '../core/reviews.js';
import { systemRuntime } from '../core/runtime.js';
import { claimText } from '../identity/principal.js';
import { loadSqlReader } from '../parse/sql/reader.js';
import { DEFAULT_LIMITS } from '../proxy/postgres/limits.js';
import { type BoundValue, wireParameter } from '../proxy/postgres/protocol/parameters.js';
import { ServerSaid, SimpleClient } from '../proxy/postgres/upstream/simple-client.js';
import { connectUpstream } from '../proxy/postgres/upstream/upstream.js';
import { admit, type Admitted } from './admission.js';
import { type AskingForge, reviewForgeOf, TOKEN_HINT } from './approvals.js';
import { parseArguments } from './arguments.js';
import { type Guard, type GuardWorld, openGateSession } from './gate-session.js';
import { jobInputs } from './inputs.js';
import { reviewedLate } from './late-review.js';
import { ManifestPolicy } from './manifest-policy.js';
import { realHost } from './wire.js';

/** A statement may take as long as a job; the server's own timeouts are shorter. */
const STATEMENT_MS = 6 * 3600_000;
/** Commits of one push that are looked at: GitHub lets a job's token ask a thousand times an hour, and merge queues push up to 100 pull requests. */
const MAX_PUSHED = 250;
/** They are held in memory while their digest is made and they are sent; far more than anybody reviews. */
const MAX_ROWS_BYTES = 256 * 1024 * 1024;
/** SQLSTATE undefined_object. */
const UNDEFINED_OBJECT = '42704';

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
  const applying = new Applying(host, { host: host.kind, environment: process.env, log: host.log, mask: (value) => host.addMask(value) });
  return apply(raw, applying).finally(() => applying.release());
}

interface Found {
  readonly admitted: Admitted;
  readonly request: GateRequest;
  /** Just one approval is to be applied. */
  readonly isOne: boolean;
}

/** One use of the verb. */
class Applying implements ApplyDeps {
  readonly #world: GuardWorld;
  #found: Found | null = null;
  readonly #recordings: string[] = [];
  #asking: AskingForge | null = null;

  constructor(readonly host: Host, world: GuardWorld) {
    this.#world = world;
  }

  async find(inputs: ApplyInputs): Promise<readonly FoundApproval[]> {
    const named = inputs.approval === null ? null : namedPull(inputs.approval);
    const request: GateRequest = { policyFile: null, local: false, gateway: null, resources: [], sessionDir: inputs.sessionDir, audience: inputs.audience, command: ['ostiary', 'apply'], approval: inputs.approval, proposers: inputs.proposers, after: inputs.after, breakGlass: null };
    const admitted = await admit(request, this.#world);
    this.#asking = await reviewForgeOf(this.#world, admitted);
    if (this.#asking === null) throw new GateError('INPUT_INVALID', 'there is no token to read reviews with', { hint: TOKEN_HINT });
    const { forge } = this.#asking;
    const repository = await forge.repository(admitted.repositoryId ?? '');
    const numbers = named === null ? await this.#merged(forge, repository, claimText(admitted.principal.claims, 'sha')) : [numberIn(repository, named)];
    const asked = new ManifestPolicy(admitted.policy, { principal: admitted.principal, read: await loadSqlReader(), now: () => systemRuntime.now() });
    const found: FoundApproval[] = [];
    for (const number of numbers) {
      const other = await reviewedLate(number, { policy: admitted.policy, forge, repository }) ?? (named === null ? await this.#unlisted(forge, repository, number) : null);
      if (other !== null) {
        found.push(other);
        continue;
      }
      const verified = await verifyApproval({ repositoryId: repository.id, number, digest: null }, { forge, explain: asked.explain, demandsOf: asked.demandsOf, unlikePolicy: asked.unlikePolicy, proposers: inputs.proposers });
      const { manifest, digest, pull: { url } } = verified;
      if (named === null && manifest === null && !await putsUp(forge, repository, verified.pull)) found.push({ number, url, digest, manifest, state: 'nothing', why: 'puts nothing up for approval' });
      else found.push({ number, url, digest, manifest, ...await usable(verified, { forge, repository }) });
    }
    this.#found = { admitted, request, isOne: found.filter(({ state }) => state !== 'nothing').length < 2 };
    return found;
  }

  // What changed more files than a forge lists can't have been approved, and must not keep what else was pushed from being applied.
  async #unlisted(forge: ReviewForge, repository: ForgeRepository, number: number): Promise<FoundApproval | null> {
    const pull = await forge.pull(repository, number);
    if (isListed(pull)) return null;
    const why = 'changes more files than can be listed, so nothing on it can be approved';
    this.host.annotate('warning', `${pull.url} ${why}: put operations up in a pull request of their own`);
    return { number, url: pull.url, digest: null, manifest: null, state: 'nothing', why };
  }

  // In the order of the push: a merge queue pushes several merges at once. Which they are is the job's own word; each is verified by itself.
  async #merged(forge: ReviewForge, repository: ForgeRepository, commit: string | null): Promise<readonly number[]> {
    const pushed = this.host.pushed().filter((one) => one !== commit);
    if (pushed.length > MAX_PUSHED) this.host.annotate('warning', `this push has ${pushed.length + 1} commits, and only the last ${MAX_PUSHED} were looked at for approvals: name others with the input \`approval\``);
    const numbers = new Set<number>();
    for (const one of [...pushed.slice(-MAX_PUSHED), ...(commit === null ? [] : [commit])]) {
      const number = await forge.mergedAs(repository, one);
      if (number !== null) numbers.add(number);
    }
    if (numbers.size > 0) return [...numbers];
    throw new GateError('INPUT_INVALID', 'this commit was not merged by a pull request, so no approval is meant by it', { hint: 'name the pull request with the input `approval`' });
  }

  readRows(files: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    return rowsOf(files);
  }

  async open(number: number, resources: readonly string[]): Promise<ApplySession> {
    const { admitted, request, isOne } = this.#used();
    const sessionDir = request.sessionDir === null || isOne ? request.sessionDir : join(request.sessionDir, String(number));
    const guard = await openGateSession({ ...request, approval: request.approval ?? String(number), sessionDir, resources }, this.#world, admitted);
    if (guard.started.recording !== null) this.#recordings.push(guard.started.recording);
    this.host.saveState('recording', this.#recordings.join('\n'));
    return new GuardedSession(guard);
  }

  /** Gives back the forge's token. Never throws. */
  async release(): Promise<void> {
    await this.#asking?.release();
  }

  #used(): Found {
    if (this.#found === null) throw new GateError('INTERNAL', 'no approval was looked for');
    return this.#found;
  }
}

// Approved, unused, and with a claim that stays where it is made.
async function usable(verified: Verified, { forge, repository }: { readonly forge: ReviewForge; readonly repository: ForgeRepository }): Promise<Pick<FoundApproval, 'state' | 'why'>> {
  const { outcome, claimedBy, digest } = verified;
  const state = outcome.kind === 'approved' && claimedBy !== null ? 'refused' : outcome.kind;
  const guard = state === 'approved' && digest !== null ? await forge.claimsGuard(repository, digest) : null;
  return guard?.kind === 'open' ? { state: 'refused', why: `${guard.why}: ${guard.fix}` } : { state, why: stateOf(verified) };
}

// What is merged every day asks for nothing. Something that can't be read is not nothing.
async function putsUp(forge: ReviewForge, repository: ForgeRepository, pull: PullRequest): Promise<boolean> {
  return (await forge.changedPaths(repository, pull)).some(({ path }) => path.startsWith(`${FOLDER}/`));
}

async function rowsOf(files: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const rows = new Map<string, Buffer>();
  for (const file of files) {
    const bytes = await readFile(file).catch((cause: unknown) => {
      throw new GateError('INPUT_INVALID', `the file \`${file}\` can not be read: ${messageOf(cause)}`, { cause, hint: 'check the repository out first, and name the file from its root' });
    });
    if (bytes.length > MAX_ROWS_BYTES) throw new GateError('INPUT_INVALID', `the file \`${file}\` has more than ${MAX_ROWS_BYTES} bytes`, { hint: 'put the rows up in parts' });
    rows.set(createHash('sha256').update(bytes).digest('hex'), bytes);
  }
  return rows;
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
    return { execute: (statement) => execute(client, statement, () => this.#guard.catalogOf(resource)) };
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
async function connected({ host, port, user, password, database }: Endpoint): Promise<SimpleClient> {
  const signal = new AbortController().signal;
  const upstream = await connectUpstream({ host, port, database, user, password, tls: { mode: 'disable' } }, {
    milliseconds: DEFAULT_LIMITS.upstreamMs, runtime: systemRuntime, signal, startupParameters: new Map([['application_name', 'ostiary apply']]), maxFrameBytes: DEFAULT_LIMITS.maxServerFrameBytes,
  });
  return new SimpleClient(upstream, { queryMs: STATEMENT_MS, runtime: systemRuntime, signal });
}

/** One statement; with parameters by the extended protocol, bound as they were. */
async function execute(client: SimpleClient, { bytes, parameters, rows }: Sent, catalog: () => CatalogSnapshot): Promise<string> {
  const values = boundOf(parameters, catalog);
  try {
    if (rows !== null) await client.copyIn(bytes, rows);
    else if (values.length > 0) await client.bound(bytes, values);
    else await client.query(bytes);
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

// Nothing was sent when a type is not there any more.
function boundOf(parameters: readonly Parameter[], catalog: () => CatalogSnapshot): readonly BoundValue[] {
  if (parameters.length === 0) return [];
  try {
    return parameters.map((parameter) => wireParameter(parameter, catalog()));
  } catch (thrown) {
    throw new StatementFailed(messageOf(thrown), UNDEFINED_OBJECT, null);
  }
}
