// SPDX-License-Identifier: Apache-2.0
//
// What to tell somebody whose token was refused: which line of which file to change, by kind of issuer. Refuses to print what a token
// (or a server) says at length or with control characters in it: it is anybody's text.
import { GateError } from '../core/errors.js';
import type { IssuerKind } from './issuers.js';

const MAX_SHOWN = 120;
const MAX_SAID = 400;

/** The error for whoever could not be believed: `IDENTITY_UNTRUSTED`. */
export function untrusted(message: string, hint: string): GateError {
  return new GateError('IDENTITY_UNTRUSTED', message, { hint });
}

/** A value of a token in backticks, on one line, at most 120 characters. */
export function shown(value: unknown): string {
  if (value === undefined) return '(none)';
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/[\p{C}\p{Z}`]/gu, ' ');
  return `\`${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}\``;
}

/** Text of somebody else on one line, without control characters, at most 400 characters. */
export function oneLine(text: string): string {
  const line = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return line.length > MAX_SAID ? `${line.slice(0, MAX_SAID)}…` : line;
}

type Claims = Readonly<Record<string, unknown>>;

/** The file that a job came from, by its token: `.github/workflows/x.yml`, `.gitlab-ci.yml`; good for a hint, never for a decision. */
export function fileOf(kind: IssuerKind, claims: Claims): string {
  const text = (name: string): string => (typeof claims[name] === 'string' ? claims[name] : '');
  // Matches `acme/shop/.github/workflows/x.yml@refs/heads/main`, misses `x.yml`.
  const workflow = /^[^/]+\/[^/]+\/(\.github\/workflows\/[\w.-]+)@/u.exec(text('workflow_ref'))?.[1];
  // Matches `gitlab.com/acme/shop//.gitlab-ci.yml@refs/heads/main`, misses `gitlab.com/acme/shop`.
  const pipeline = /^[^@]*?\/\/([\w./-]+)@/u.exec(text('ci_config_ref_uri'))?.[1];
  return (kind === 'github' ? workflow : pipeline) ?? (kind === 'github' ? 'the workflow' : '.gitlab-ci.yml');
}

/** Which line to change when the audience is wrong. */
export function audienceHint(kind: IssuerKind, wanted: string, claims: Claims = {}): string {
  switch (kind) {
    case 'github':
      return `ask for it with the input \`audience: ${wanted}\` of the step that gets the token, in ${fileOf(kind, claims)}`;
    case 'gitlab':
      return `write \`aud: ${wanted}\`, one audience and no list, under \`id_tokens: OSTIARY_ID_TOKEN:\` of the job in ${fileOf(kind, claims)}`;
    case 'oidc':
      return `ask the issuer for a token whose \`aud\` is \`${wanted}\` and nothing else`;
    default:
      return kind satisfies never;
  }
}

/** What to do about a token that came too late. */
export function lateHint(kind: IssuerKind, claims: Claims = {}): string {
  switch (kind) {
    case 'github':
      return `GitHub tokens live five minutes: get it right before it is used, in the same job of ${fileOf(kind, claims)}, and never pass it between jobs`;
    case 'gitlab':
      return `GitLab issues the token when the job starts: make \`ostiary\` the first thing in its job in ${fileOf(kind, claims)}, and the job's \`timeout\` long enough`;
    case 'oidc':
      return 'get a new token right before it is used';
    default:
      return kind satisfies never;
  }
}
