// SPDX-License-Identifier: Apache-2.0
//
// What the policy's `identities` section says, shared by policy/ (which writes it) and identity/ (which compares tokens with it).
// Data only. The shorthands `github:`, `gitlab:` and `saml:` are already expanded into an issuer and claims; refuses regular expressions.

/**
 * One acceptable value of a claim. `exact`: equal, character by character. `glob`: `compileGlob(glob, '/')` of core/glob.ts, on
 * the whole value; never written for ids and `sub`.
 */
export type ClaimTest = { readonly exact: string } | { readonly glob: string };

/** A person at a shell of their own; satisfied only by a `--local` run. */
export interface LocalIdentity {
  readonly kind: 'local';
  readonly name: string;
}

/** The bearer of a verified token (or SAML assertion) of one issuer. Every claim named must be satisfied. */
export interface TokenIdentity {
  readonly kind: 'token';
  readonly name: string;
  /** The `iss` claim, exact: `https://token.actions.githubusercontent.com`. */
  readonly issuer: string;
  /** Accepted `aud` values; null: whatever the enforcer demands by itself. */
  readonly audience: readonly string[] | null;
  /**
   * By claim name, the accepted values: any of them will do. A claim of the token counts when it is a string, a number or a boolean,
   * compared as text (`812364`, `true`); an absent claim, a list or an object satisfies nothing. A name that begins with a slash is a JSON
   * pointer (RFC 6901) into objects: `/kubernetes.io/serviceaccount/uid`. Never empty, and neither is a list in it.
   */
  readonly claims: Readonly<Record<string, readonly ClaimTest[]>>;
  /**
   * The same, but only for claims that the token has: `job_project_id`, which GitLab tokens carry since 18.4 and which differs from
   * `project_id` in a fork's merge request. A claim that is there and is no scalar does not satisfy it.
   */
  readonly ifPresent: Readonly<Record<string, readonly ClaimTest[]>>;
  /** Set: only assertions satisfy it, and `claims` are attributes, of which one value has to pass. Left out: only tokens do. */
  readonly saml?: { /** Accepted `NameID`s; null: any. */ readonly nameIds: readonly string[] | null };
}

/** One entry of `identities`: the name by which rules call a principal, and what makes it that principal. */
export type IdentityRule = LocalIdentity | TokenIdentity;
