// SPDX-License-Identifier: Apache-2.0
//
// Who may issue tokens: an allow-list of issuers by exact URL, with what is known of each kind. Refuses wildcards, and reads nothing from
// a token but the one `iss` that it is asked about.
import { GateError } from '../core/errors.js';
import { trustworthyUrl } from '../core/http.js';

export type IssuerKind = 'github' | 'gitlab' | 'oidc';

/** An issuer that tokens are accepted from. `issuer`: its `iss`, character by character. */
export interface TrustedIssuer {
  readonly kind: IssuerKind;
  readonly issuer: string;
}

const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
/** An enterprise may have its name behind the issuer; GitHub signs for all of them, and policies compare it exactly. */
const ENTERPRISE = /^\/[A-Za-z0-9](?:[A-Za-z0-9-]{0,98}[A-Za-z0-9])?$/u;

/** The issuer that belongs to a GitHub server: `https://github.com`, `https://x.ghe.com`, or one of your own. */
export function githubIssuer(serverUrl: string): TrustedIssuer {
  const { hostname, origin } = trustworthyUrl(serverUrl);
  if (hostname === 'github.com') return { kind: 'github', issuer: GITHUB_ISSUER };
  return { kind: 'github', issuer: hostname.endsWith('.ghe.com') ? `https://token.actions.${hostname}` : `${origin}/_services/token` };
}

/** The issuer that belongs to a GitLab instance: its own URL, without a slash at the end. */
export function gitlabIssuer(serverUrl: string): TrustedIssuer {
  return { kind: 'gitlab', issuer: trustworthyUrl(serverUrl).href.replace(/\/$/u, '') };
}

/** The entry that accepts an `iss`, with that very `iss`; null: nobody here trusts it. */
export function trustOf(issuers: readonly TrustedIssuer[], iss: unknown): TrustedIssuer | null {
  if (typeof iss !== 'string') return null;
  const exact = issuers.find((trusted) => trusted.issuer === iss);
  if (exact !== undefined) return exact;
  const github = issuers.some((trusted) => trusted.kind === 'github' && trusted.issuer === GITHUB_ISSUER);
  return github && iss.startsWith(GITHUB_ISSUER) && ENTERPRISE.test(iss.slice(GITHUB_ISSUER.length)) ? { kind: 'github', issuer: iss } : null;
}

/** Lists that were found good; nobody changes them afterwards. */
const CHECKED = new WeakSet<readonly TrustedIssuer[]>();

/** Throws INPUT_INVALID when the allow-list itself can't be trusted: plain http, a query, no entry. Looks once at each list. */
export function checkIssuers(issuers: readonly TrustedIssuer[]): void {
  if (CHECKED.has(issuers)) return;
  if (issuers.length === 0) throw new GateError('INPUT_INVALID', 'no issuer of tokens is trusted', { hint: 'name at least one, such as `https://token.actions.githubusercontent.com`' });
  for (const { issuer } of issuers) {
    const url = trustworthyUrl(issuer);
    if (url.search !== '' || url.hash !== '') throw new GateError('INPUT_INVALID', `the issuer \`${issuer}\` has a query or fragment`, { hint: 'write it as the `iss` of its tokens' });
  }
  CHECKED.add(issuers);
}
