// SPDX-License-Identifier: Apache-2.0
//
// The inputs of `approval-gate`: declared once for its three faces, and read before anything is asked of a forge. Refuses a use that names
// no operations, and times, pull requests and accounts that are written otherwise than they are.
import { type NamedPull, namedPull } from '../approval/candidates.js';
import { GateError } from '../core/errors.js';
import { parseAccount } from './run-inputs.js';
import { choiceInput, listInput, textInput, type RawInputs, type VerbSpec } from './verb.js';

const ON_PENDING = ['fail', 'pass'] as const;

/** The declaration that action.yml, the GitLab template and the command line are compared with. */
export const approvalGateSpec: VerbSpec = {
  name: 'approval-gate',
  description: 'Put operations that need a review on a pull or merge request, and say whether they are approved.',
  inputs: [
    { name: 'sql', description: 'SQL files with the operations, in their order; several: one a line (the flag may be repeated). With `pull-request`: globs of files that it adds.', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'data', description: 'Files with the rows that COPY FROM STDIN of the SQL files copies in, in the order of these statements; several: one a line. With `pull-request`: globs, as with `sql`.', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'changes', description: 'Change sets with more operations: the report `policy-check.json` of `policy-check`, what `ostiary plan` wrote, or a manifest; several: one a line.', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'commands', description: 'Commands with more operations, one a line, for a resource of type `shell`; they can be approved, and nothing executes them yet.', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'resource', description: 'Resource of the policy that they are for. May be left out when the policy has just one.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'pull-request', description: 'Pull or merge request, of a branch of this repository, whose files these are, and that they are put up on: its number or address. When empty: files that are checked out, and a pull request of their own.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'on-pending', description: '`fail` ends with 3 while people are asked, `pass` with 0.', default: 'fail', required: false, face: 'all', kind: 'text', choices: ON_PENDING },
    { name: 'wait', description: 'How long to wait for people, such as `30m`; when empty it ends at once.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'proposers', description: 'Numeric ids of accounts that put operations up for review for us, one a line: what they pushed says who prompted it.', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'audience', description: "Audience of the job's OIDC token.", default: 'ostiary', required: false, face: 'all', kind: 'text' },
  ],
  outputs: [
    { name: 'status', description: '`not-needed`, `approved`, `pending`, `refused` or `denied`.' },
    { name: 'approval-url', description: 'Address of the pull or merge request.' },
    { name: 'approved-by', description: 'People whose reviews count, as `login (id)`.' },
    { name: 'expires-at', description: 'When the approval ends, ISO 8601.' },
    { name: 'digest', description: 'Digest of the manifest.' },
  ],
};

/** What one use asks for. */
export interface GateInputs {
  readonly files: readonly string[];
  /** Files with rows, one for each COPY FROM STDIN. */
  readonly data: readonly string[];
  readonly changes: readonly string[];
  readonly commands: readonly string[];
  readonly resource: string | null;
  /** The pull request that is to carry the manifest; null: one of its own. */
  readonly pullRequest: NamedPull | null;
  readonly onPending: (typeof ON_PENDING)[number];
  readonly waitMs: number;
  readonly proposers: readonly string[];
  readonly audience: string;
}

/** Reads them. Throws INPUT_INVALID. */
export function parseGateInputs(raw: RawInputs): GateInputs {
  const files = listInput(raw, 'sql');
  const [changes, commands] = [listInput(raw, 'changes'), listInput(raw, 'commands')];
  if (files.length + changes.length + commands.length === 0) throw new GateError('INPUT_INVALID', 'the inputs `sql`, `changes` and `commands` are empty', { hint: 'name the SQL files, one a line' });
  const wait = textInput(raw, approvalGateSpec, 'wait') ?? '0m';
  // Hits `30m` and `2h`; misses `30` and `1h30m`.
  const [, count, unit] = /^(\d{1,5})([smh])$/u.exec(wait) ?? [];
  if (count === undefined) throw new GateError('INPUT_INVALID', `input \`wait\` is \`${wait}\``, { hint: 'write a number and `s`, `m` or `h`, such as `30m`' });
  const pull = textInput(raw, approvalGateSpec, 'pull-request');
  return {
    pullRequest: pull === undefined ? null : namedPull(pull, 'pull-request'),
    files, data: listInput(raw, 'data'), changes, commands, resource: textInput(raw, approvalGateSpec, 'resource') ?? null, waitMs: Number(count) * (unit === 's' ? 1_000 : unit === 'm' ? 60_000 : 3_600_000),
    onPending: choiceInput(raw, approvalGateSpec, { name: 'on-pending', choices: ON_PENDING }) ?? 'fail',
    proposers: listInput(raw, 'proposers').map(parseAccount), audience: textInput(raw, approvalGateSpec, 'audience') ?? 'ostiary',
  };
}
