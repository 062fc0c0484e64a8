// SPDX-License-Identifier: Apache-2.0
//
// Who is asking, and under which policy: a local person with a file, or a CI job with its OIDC token and the policy of the protected
// branch. Refuses to take either from the change under review, or from anything that the job says of itself unverified.
import type { GateRequest } from '../commands/gate-process.js';
import { GateError } from '../core/errors.js';
import type { Host, Secrets } from '../core/ports.js';
import type { Principal } from '../core/model.js';
import { systemRuntime } from '../core/runtime.js';
import { detectHost } from '../host/detect.js';
import { refuseDangerousEnvironment } from '../host/environment.js';
import { githubIssuer, gitlabIssuer, type TrustedIssuer } from '../identity/issuers.js';
import { claimText, localPrincipal, principalOf } from '../identity/principal.js';
import { verifyToken, type VerifiedToken } from '../identity/verify.js';
import type { KeptSecret, Policy } from '../policy/model.js';
import { loadPolicy } from '../policy/load.js';
import { LocalSecrets } from '../vault/secrets.js';
import type { VaultWorld } from '../vault/source.js';
import { ResourceSecrets } from '../vault/vaults.js';
import type { GuardWorld } from './gate-session.js';
import { forgeOf } from './forges.js';
import { POLICY_PATH, readPolicyFile } from './policy-text.js';
import { warnAbout } from './policy-warnings.js';

/** A session that may begin. */
export interface Admitted {
  readonly policy: Policy;
  readonly policySource: string;
  readonly principal: Principal;
  readonly facts: Readonly<Record<string, string>>;
  readonly defaultSessionDir: string;
  /** Of the verified token; null: no job. */
  readonly repositoryId: string | null;
  /** A fresh token of the job for an audience. Throws IDENTITY_UNTRUSTED when there is no job. */
  token(audience: string): Promise<string>;
  /** The way to secrets that are kept like this. */
  secretsFor(kept: Pick<KeptSecret, 'vault' | 'allowStatic'>): Secrets;
  /** Variables from which secrets were read so far. */
  secretVariables(): readonly string[];
}

/** Says who asks and under which policy. Throws GateError; then nothing may begin. */
export function admit(request: GateRequest, world: GuardWorld): Promise<Admitted> {
  const host = detectHost(world.environment, { stdout: () => undefined, stderr: () => undefined }, systemRuntime);
  return request.local ? admitPerson(request, host, world) : admitJob(request, host, world);
}

async function admitPerson(request: GateRequest, host: Host, world: GuardWorld): Promise<Admitted> {
  if (host.kind !== 'shell') throw new GateError('INPUT_INVALID', '`--local` does not work under a CI product', { hint: 'leave it out: the job proves who it is with its OIDC token' });
  const file = request.policyFile ?? POLICY_PATH;
  const policy = await loadPolicy({ text: await readPolicyFile(file), file }, { now: systemRuntime.now() });
  warnAbout(policy, (line) => world.log.warn(line));
  const principal = localPrincipal(policy.identities, host.facts());
  if (principal.names.length === 0) world.log.warn("nobody at a shell is among the policy's `identities`, so only rules without `principal` apply: add `me: { local: true }` there, and name `me` in rules");
  return admitted({ policy, policySource: `file:${file}`, principal, repositoryId: null }, host, world);
}

async function admitJob(request: GateRequest, host: Host, world: GuardWorld): Promise<Admitted> {
  refuseDangerousEnvironment(world.environment, 'what the gate does');
  const token = await host.idToken(request.audience);
  world.mask(token);
  const verified = await verifyToken(token, { issuers: [issuerOf(host, world)], audience: request.audience, runtime: systemRuntime });
  const forge = await forgeOf(host, verified, world);
  const repositoryId = repositoryOf(verified);
  const { text, source } = await forge.readPolicy(repositoryId, POLICY_PATH);
  const policy = await loadPolicy({ text, file: source }, { now: systemRuntime.now() });
  warnAbout(policy, (line) => world.log.warn(line));
  const principal = principalOf(verified, policy.identities);
  if (principal.names.length === 0) world.log.warn(`the job satisfies none of the policy's \`identities\`, so only rules without \`principal\` apply to it; ${sayingOf(verified)}`);
  return admitted({ policy, policySource: source, principal, repositoryId }, host, world);
}

function admitted(who: Pick<Admitted, 'policy' | 'policySource' | 'principal' | 'repositoryId'>, host: Host, world: GuardWorld): Admitted {
  const secrets = new LocalSecrets(world.environment, { ci: host.kind !== 'shell', allowStatic: false });
  const token = (audience: string): Promise<string> => jobToken(host, audience, world);
  const vaults: VaultWorld = { runtime: systemRuntime, log: world.log, mask: world.mask, token };
  return {
    ...who, token, facts: host.facts(), defaultSessionDir: host.defaultSessionDir(),
    secretsFor: (kept) => new ResourceSecrets(secrets.withStatic(kept.allowStatic), kept.vault, vaults), secretVariables: () => secrets.variables,
  };
}

// A fresh one for each vault, by its own audience: a token that one of them keeps opens no other.
async function jobToken(host: Host, audience: string, world: GuardWorld): Promise<string> {
  if (host.kind === 'shell') throw new GateError('IDENTITY_UNTRUSTED', `a shell has no token of a job (audience \`${audience}\`)`, { hint: 'a vault and keyless signing need one; give a `local: true` run an `env:` or `file:` secret of the person\'s own' });
  const token = await host.idToken(audience);
  world.mask(token);
  return token;
}

// The CI product sets these and lets no step change them.
function issuerOf(host: Host, world: GuardWorld): TrustedIssuer {
  const { GITHUB_SERVER_URL, CI_SERVER_URL } = world.environment;
  return host.kind === 'github' ? githubIssuer(GITHUB_SERVER_URL ?? 'https://github.com') : gitlabIssuer(CI_SERVER_URL ?? 'https://gitlab.com');
}

/** Claims that identities are usually written with. */
const SPEAKING_CLAIMS = ['repository_id', 'project_id', 'event_name', 'pipeline_source', 'workflow_ref', 'ref', 'ref_protected', 'environment'];

function sayingOf(verified: VerifiedToken): string {
  const found = SPEAKING_CLAIMS.map((name) => [name, claimText(verified.claims, name)] as const).filter(([, value]) => value !== null);
  return `its token says ${found.map(([name, value]) => `${name}=${value ?? ''}`).join(' ')}`;
}

/** The numeric id of the job's repository, by the verified token alone: the environment is the job's own word. Throws IDENTITY_UNTRUSTED. */
export function repositoryOf(verified: VerifiedToken): string {
  const id = claimText(verified.claims, verified.kind === 'gitlab' ? 'project_id' : 'repository_id');
  if (id === null) throw new GateError('IDENTITY_UNTRUSTED', "the job's token names no repository", { hint: 'use the token that the CI product issues' });
  return id;
}
