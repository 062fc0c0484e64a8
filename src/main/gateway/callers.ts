// SPDX-License-Identifier: Apache-2.0
//
// Who shows a token, which job that is, and what the policy of its repository says. Refuses to take any of it from the job: everything
// comes from the verified token, and from the forge by the numeric id in it.
import { GateError } from '../../core/errors.js';
import type { Principal } from '../../core/model.js';
import type { Forge } from '../../core/ports.js';
import type { Runtime } from '../../core/runtime.js';
import { namedIssuers, verifyAssertion, type VerifiedAssertion } from '../../identity/assertion.js';
import type { IssuerAccess } from '../../identity/discovery.js';
import { trustOf } from '../../identity/issuers.js';
import type { IssuerKeys } from '../../identity/keys.js';
import { claimText, principalOf } from '../../identity/principal.js';
import { verifyToken, type VerifiedToken } from '../../identity/verify.js';
import { shown } from '../../identity/refusal-messages.js';
import { loadPolicy } from '../../policy/load.js';
import type { Policy } from '../../policy/model.js';
import type { RepositoryPolicy } from '../../policy/tighten.js';
import type { Caller, SessionRecord } from '../../server/session-record.js';
import type { SubjectTokenType } from '../../server/sessions.js';
import { repositoryOf } from '../admission.js';
import type { ConfiguredForge, ConfiguredIssuer, GatewayConfig } from './config.js';
import type { GatewaySecrets } from './secrets.js';

/** A caller, with the token that it showed. `endsAt`: when what it opens has to end, by its issuer's word; null: it says nothing. */
export interface Subject {
  readonly caller: Caller;
  readonly token: string;
  readonly endsAt: number | null;
}

/** What verifying needs of the world. `keys`: of issuers, kept between verifications. */
export interface CallerWorld {
  readonly keys: IssuerKeys;
  readonly secrets: GatewaySecrets;
  readonly runtime: Runtime;
}

/** Verifies a token of one of the types that the API takes. Throws IDENTITY_UNTRUSTED, UPSTREAM_FAILED. */
export async function verifySubject(token: string, type: SubjectTokenType, config: GatewayConfig, world: CallerWorld): Promise<Subject> {
  if (type.endsWith(':saml2')) return verifyPerson(token, config, world.runtime);
  if (config.issuers.length === 0) throw new GateError('IDENTITY_UNTRUSTED', 'this gateway takes assertions of an identity provider only', { hint: 'show one, with `subject_token_type` `urn:ietf:params:oauth:token-type:saml2`' });
  const { kind, issuer, subject, audience, claims, expiresAt, tokenId } = await verifyToken(token, {
    issuers: config.issuers.map(({ trusted }) => trusted), audience: config.settings.audience, runtime: world.runtime, keys: world.keys,
  });
  return { token, endsAt: null, caller: { kind, issuer, subject, audience, claims, expiresAt, tokenId } };
}

// Its id is used up where sessions are opened, in the store, as those of tokens are.
async function verifyPerson(text: string, { providers }: GatewayConfig, runtime: Runtime): Promise<Subject> {
  if (providers.length === 0) throw new GateError('IDENTITY_UNTRUSTED', 'this gateway takes no SAML assertions', { hint: 'show an OIDC token, or have its operator add an issuer of kind `saml`' });
  const named = namedIssuers(text);
  const provider = providers.find(({ issuer }) => named.includes(issuer));
  if (provider === undefined) throw new GateError('IDENTITY_UNTRUSTED', `the assertion's issuer is ${named.map(shown).join(', ') || '(none)'}, which is not trusted here`, { hint: "compare it with `issuers` of the gateway's file, character by character" });
  const { kind, issuer, subject, audience, claims, expiresAt, tokenId, sessionEndsAt } = await verifyAssertion(text, { ...provider, runtime });
  return { token: text, endsAt: sessionEndsAt, caller: { kind, issuer, subject, audience, claims, expiresAt, tokenId } };
}

/** How the issuers of a file are asked for their keys. `config`: the file in force at the moment of asking. */
export function issuerAccess(config: () => GatewayConfig, secrets: GatewaySecrets): (issuer: string) => Promise<IssuerAccess> {
  return async (issuer) => {
    const found = config().issuers.find(({ trusted }) => trustOf([trusted], issuer) !== null);
    const token = found?.settings.token ?? null;
    const ca = found?.ca ?? null;
    return { ...(ca === null ? {} : { ca }), ...(token === null ? {} : { bearer: await secrets.read(token) }) };
  };
}

/** The claims that make a job that job and no other, by kind of issuer: a token of a second attempt is another job's. */
const JOB_CLAIMS: Readonly<Record<Caller['kind'], readonly string[]>> = {
  github: ['repository_id', 'run_id', 'run_attempt', 'check_run_id'], gitlab: ['project_id', 'pipeline_id', 'job_id'], oidc: [], saml: [],
};
/** Claims that say in a recording where it came from. */
const FACTS = ['repository', 'repository_id', 'run_id', 'run_attempt', 'check_run_id', 'workflow_ref', 'event_name', 'project_path', 'project_id', 'pipeline_id', 'job_id', 'pipeline_source', 'ref', 'sha', 'environment'];

/** The one job that a token is of. */
export function jobOf({ kind, issuer, subject, claims }: Caller): string {
  return JSON.stringify([kind, issuer, subject, ...JOB_CLAIMS[kind].map((name) => claimText(claims, name))]);
}

/** Facts of the job for the header of its recording; only what was signed. */
export function factsOf({ claims }: Caller): Record<string, string> {
  return Object.fromEntries(FACTS.flatMap((name) => {
    const text = claimText(claims, name);
    return text === null ? [] : [[name, text]];
  }));
}

/** The policy on the protected branch of the caller's repository; null when this issuer's are not asked for. Throws FORGE_FAILED. */
export async function repositoryPolicy(caller: Caller, config: GatewayConfig, world: CallerWorld): Promise<SessionRecord['repository']> {
  const issuer = config.issuers.find(({ trusted }) => caller.kind === trusted.kind && trustOf([trusted], caller.issuer) !== null);
  const policy = issuer?.settings.policy ?? null;
  const verified = verifiedOf(caller);
  if (issuer === undefined || policy === null || verified.kind === 'saml') return null;
  const forge = await forgeOf(issuer, verified, await world.secrets.read(policy.token), world.runtime);
  const { text, source } = await forge.readPolicy(repositoryOf(verified), policy.path);
  return { text, source };
}

/** The repository's policy of a session, loaded, and which of its identities the caller satisfies. Throws POLICY_INVALID. */
export async function repositoryOfSession(repository: SessionRecord['repository'], caller: Caller, now: number): Promise<RepositoryPolicy | null> {
  if (repository === null) return null;
  const policy = await loadPolicy({ text: repository.text, file: repository.source }, { now });
  return { policy, names: principalOf(verifiedOf(caller), policy.identities).names };
}

/** The caller as the operator's file knows it. */
export function operatorPrincipal(caller: Caller, policy: Policy): Principal {
  return principalOf(verifiedOf(caller), policy.identities);
}

/** Where the approvals of a caller are looked for; null: the operator named nothing. */
export function forgeFor(caller: Caller, { issuers, providers, forges }: GatewayConfig): ConfiguredForge | null {
  const name = caller.kind === 'saml' ? providers.find(({ issuer }) => issuer === caller.issuer)?.forge : issuers.find(({ trusted }) => caller.kind === trusted.kind && trustOf([trusted], caller.issuer) !== null)?.settings.forge;
  return forges.find(({ settings }) => settings.name === name) ?? null;
}

/** The caller in the words of the identity room. */
function verifiedOf({ kind, issuer, subject, audience, claims, expiresAt, tokenId }: Caller): VerifiedToken | VerifiedAssertion {
  const said = { issuer, subject, audience, claims, expiresAt };
  return kind === 'saml' ? { ...said, kind, tokenId: tokenId ?? '', sessionEndsAt: null } : { ...said, kind, tokenId };
}

async function forgeOf({ settings }: ConfiguredIssuer, verified: VerifiedToken, token: string, runtime: Runtime): Promise<Forge> {
  if (settings.kind === 'github') {
    const { GitHubForge } = await import('../../forge/github.js');
    return new GitHubForge({ baseUrl: settings.policy?.api ?? 'https://api.github.com', token, runtime });
  }
  const { GitLabForge } = await import('../../forge/gitlab.js');
  return new GitLabForge({ job: { issuer: verified.issuer, claims: verified.claims }, jobToken: '', accessToken: token, runtime });
}
