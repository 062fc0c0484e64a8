// SPDX-License-Identifier: Apache-2.0
//
// What `run` takes and gives, on every face. A data table; refuses nothing.
import type { SubjectTokenType } from '../identity/gateway.js';
import type { VerbSpec } from './verb.js';

export const ISOLATIONS = ['user', 'none'] as const;
export const WORKSPACES = ['copy', 'shared'] as const;
export const ON_REFUSAL = ['fail', 'ignore'] as const;
export const TOKEN_TYPES = ['jwt', 'id_token', 'saml2'] as const satisfies readonly SubjectTokenType[];

/** The declaration that action.yml, the GitLab template and the command line are compared with. */
export const runSpec: VerbSpec = {
  name: 'run',
  description: 'Run one command with guarded access to production: every operation judged, masked and recorded.',
  inputs: [
    { name: 'command', description: 'The command, run by `bash -eo pipefail -c`.', default: '', required: true, face: 'ci', kind: 'text' },
    { name: 'policy', description: 'A policy file of the work tree; only with --local.', default: '', required: false, face: 'cli', kind: 'text' },
    { name: 'local', description: 'Run from your own shell, for resources marked `local: true`; never under a CI product.', default: '', required: false, face: 'cli', kind: 'flag' },
    { name: 'gateway', description: 'Address of a gateway (`https://…`) that guards instead of a gate in the job: no credential of production is in the job then.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'gateway-ca', description: 'PEM file of the authority, or the very certificate, of the gateway; nothing else is trusted then.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'subject-token-file', description: 'With --gateway: a file that holds the token or assertion to show there, where it is no job of GitHub or GitLab that asks.', default: '', required: false, face: 'cli', kind: 'text' },
    { name: 'subject-token-type', description: 'What that file holds: `jwt`, `id_token` or `saml2`.', default: 'jwt', required: false, face: 'cli', kind: 'text', choices: TOKEN_TYPES },
    { name: 'resource', description: 'Resource of the policy to guard; several: one a line (the flag may be repeated). May be left out when the policy has just one.', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'env', description: 'NAME=RESOURCE puts that guarded URL into the variable NAME; several: one a line (the flag may be repeated).', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'session-dir', description: 'Folder for the recording and the patch; a fresh one when empty.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'isolation', description: '`user` runs the command as another, unprivileged user; `none` must be asked for by name.', default: 'user', required: false, face: 'all', kind: 'text', choices: ISOLATIONS },
    { name: 'workspace', description: '`copy` gives the command a copy of the workspace (what it changed comes back as a patch), `shared` the workspace itself, with whatever credentials a checkout left in it. When empty: copy with isolation `user`, shared with `none`.', default: '', required: false, face: 'all', kind: 'text', choices: WORKSPACES },
    { name: 'on-refusal', description: '`fail` ends with 1 (denied) or 3 (review pending) when anything was refused, `ignore` does not.', default: 'fail', required: false, face: 'all', kind: 'text', choices: ON_REFUSAL },
    { name: 'approval', description: 'Pull or merge request whose approval may be used: its number or address. When empty: the one that this commit was merged by, and those under review on branches `ostiary/approvals/…`.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'proposers', description: 'Numeric ids of accounts that put operations up for review for us, one a line: what they pushed says who prompted it.', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'break-glass', description: 'Why operations that need a review have to run without one now, in a sentence; only for people whom the policy names under `break_glass`. Somebody else is told first, and has to review afterwards.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'audience', description: "Audience of the job's OIDC token.", default: 'ostiary', required: false, face: 'all', kind: 'text' },
  ],
  outputs: [
    { name: 'outcome', description: '`ok`, `failed` (the command), `denied`, `pending` or `error`.' },
    { name: 'session', description: 'Path of the recording, `session.jsonl`; with `gateway` the id of the session there.' },
    { name: 'allowed', description: 'Number of operations allowed.' },
    { name: 'reviewed', description: 'Number of operations that need a review.' },
    { name: 'denied', description: 'Number of operations denied.' },
    { name: 'patch', description: 'Path of `changes.patch`, when the workspace was copied and changed.' },
  ],
};
