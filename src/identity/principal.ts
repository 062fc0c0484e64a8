// SPDX-License-Identifier: Apache-2.0
//
// From verified claims to the names that a policy's rules use. Exact comparison (globs only where the policy wrote them); a claim that is
// absent, a list or an object matches nothing; a SAML attribute may have several values, and one of them has to match. Never reads `sub`:
// its form is up to the owner of the repository. A token never satisfies what was written for assertions, nor the other way round.
import { compileGlob } from '../core/glob.js';
import type { ClaimTest, IdentityRule, TokenIdentity } from '../core/identity.js';
import type { Principal } from '../core/model.js';
import type { IssuerKind } from './issuers.js';
import type { VerifiedAssertion } from './assertion.js';
import type { VerifiedToken } from './verify.js';

/** Who set a job going, by numeric id. */
const PROMPTER_CLAIM: Readonly<Record<IssuerKind | 'saml', string | null>> = { github: 'actor_id', gitlab: 'user_id', oidc: null, saml: null };
/**
 * GitLab writes of a fork's merge request: the first is the fork, the second the project that runs the job. Then neither may speak for the
 * other, unless the policy tests both. @see platforms: lib/gitlab/ci/jwt.rb
 */
const SAME_PROJECT = [['project_id', 'job_project_id'], ['project_path', 'job_project_path'], ['namespace_id', 'job_namespace_id'], ['namespace_path', 'job_namespace_path']] as const;

type Claims = Readonly<Record<string, unknown>>;

/** The principal behind a verified token or assertion: every identity that it satisfies. None: no names, and only `default` decides. */
export function principalOf(verified: VerifiedToken | VerifiedAssertion, rules: readonly IdentityRule[]): Principal {
  const names = rules.filter((rule) => rule.kind === 'token' && satisfies(verified, rule)).map((rule) => rule.name);
  const claim = PROMPTER_CLAIM[verified.kind];
  const prompter = claim === null ? null : claimText(verified.claims, claim);
  return { names, issuer: verified.issuer, subject: verified.subject, claims: verified.claims, ...(prompter === null ? {} : { prompter }) };
}

/** A person at a shell of their own: every `local: true` identity. `facts` as the host tells them; nobody verified any. */
export function localPrincipal(rules: readonly IdentityRule[], facts: Readonly<Record<string, string>>): Principal {
  const names = rules.filter((rule) => rule.kind === 'local').map((rule) => rule.name);
  return { names, issuer: 'local', subject: `${facts['user'] ?? 'somebody'}@${facts['machine'] ?? 'somewhere'}`, claims: facts };
}

function satisfies(verified: VerifiedToken | VerifiedAssertion, rule: TokenIdentity): boolean {
  if (verified.issuer !== rule.issuer || (verified.kind === 'saml') !== (rule.saml !== undefined)) return false;
  if (rule.saml !== undefined) return vouchedFor(verified, rule, rule.saml.nameIds);
  if (rule.audience !== null && !rule.audience.includes(verified.audience)) return false;
  const tests = Object.entries(rule.claims);
  // An identity without claims would be everybody; the policy refuses to load one, and so does this.
  if (tests.length === 0) return false;
  if (!tests.every(([name, accepted]) => passes(claimText(verified.claims, name), accepted))) return false;
  if (!Object.entries(rule.ifPresent).every(([name, accepted]) => !has(verified.claims, name) || passes(claimText(verified.claims, name), accepted))) return false;
  return SAME_PROJECT.every(([source, running]) => {
    const tested = Object.hasOwn(rule.claims, source) && !Object.hasOwn(rule.claims, running);
    return !tested || !has(verified.claims, running) || claimText(verified.claims, source) === claimText(verified.claims, running);
  });
}

function vouchedFor({ subject, claims }: VerifiedToken | VerifiedAssertion, rule: TokenIdentity, nameIds: readonly string[] | null): boolean {
  const tests = Object.entries(rule.claims);
  // Whoever is known to the provider is nobody in particular; the policy refuses to load such a one, and so does this.
  if (nameIds === null ? tests.length === 0 : !nameIds.includes(subject)) return false;
  return tests.every(([name, accepted]) => valuesOf(claims, name).some((value) => passes(value, accepted)));
}

// Names of attributes are whatever the provider calls them, addresses with slashes too: never pointers.
function valuesOf(claims: Claims, name: string): readonly string[] {
  const value = Object.hasOwn(claims, name) ? claims[name] : [];
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
}

function passes(text: string | null, accepted: readonly ClaimTest[]): boolean {
  return text !== null && accepted.some((test) => ('exact' in test ? text === test.exact : compileGlob(test.glob, '/')(text)));
}

function has(claims: Claims, name: string): boolean {
  const value = claimAt(claims, name);
  return value !== undefined && value !== null;
}

// A name, or a pointer through objects; never through lists, and never to what an object only inherits.
function claimAt(claims: Claims, name: string): unknown {
  const steps = name.startsWith('/') ? name.slice(1).split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')) : [name];
  let at: unknown = claims;
  for (const step of steps) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, step)) return undefined;
    at = (at as Claims)[step];
  }
  return at;
}

/** A claim as text: strings as they are, booleans as `true`, numbers that are exact; else null. Ids beyond 2^53 are rounded, so no id. */
export function claimText(claims: Claims, name: string): string | null {
  const value = claimAt(claims, name);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null;
}
