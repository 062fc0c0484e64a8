// SPDX-License-Identifier: Apache-2.0
//
// The inputs of `run`, all of them read before the first effect. Refuses what contradicts itself: `--local` under a CI product, a policy
// that is named where the protected branch decides, no command, break-glass in one's own shell.
import { GateError } from '../core/errors.js';
import { isReason, REASON } from '../core/break-glass-reason.js';
import type { GateRequest, OnRefusal } from './gate-process.js';
import { parseGateway } from './run-gateway.js';
import { ISOLATIONS, ON_REFUSAL, runSpec, WORKSPACES } from './run-spec.js';
import { choiceInput, flagInput, listInput, textInput, type RawInputs } from './verb.js';

/** What one run asks for. */
export interface RunInputs {
  readonly request: GateRequest;
  readonly env: readonly { readonly name: string; readonly resource: string }[];
  readonly isolation: 'user' | 'none';
  readonly workspace: 'copy' | 'shared';
  readonly onRefusal: OnRefusal;
}

/** Parses all inputs; `argv` is COMMAND. Throws INPUT_INVALID. */
export function parseRunInputs(raw: RawInputs, argv: readonly string[], underCi: boolean): RunInputs {
  const local = flagInput(raw, 'local');
  const policyFile = textInput(raw, runSpec, 'policy') ?? null;
  const gateway = parseGateway(raw, local);
  if (local && underCi) throw new GateError('INPUT_INVALID', '`--local` does not work under a CI product', { hint: 'leave it out: the job proves who it is with its OIDC token' });
  if (policyFile !== null && !local) throw new GateError('INPUT_INVALID', '`--policy` counts only together with `--local`', { hint: 'in CI the policy is read from the protected branch' });
  if (local && policyFile === null) throw new GateError('INPUT_INVALID', '`--local` needs `--policy FILE`', { hint: 'for example `--policy .ostiary/policy.yml`' });
  if (!local && !underCi && (gateway?.subject ?? null) === null) throw new GateError('INPUT_INVALID', 'no CI job is around to prove who this is', { hint: gateway === null ? 'in your own shell add `--local --policy .ostiary/policy.yml`, for resources marked `local: true`' : 'name the file that holds a token or a SAML assertion with `--subject-token-file`' });
  if (argv.length === 0) throw new GateError('INPUT_INVALID', 'there is no command to run', { hint: underCi ? 'set the input `command`' : 'write it after `--`: `ostiary run … -- psql`' });
  const isolation = choiceInput(raw, runSpec, { name: 'isolation', choices: ISOLATIONS }) ?? 'user';
  return {
    request: {
      policyFile, local, gateway, resources: listInput(raw, 'resource'), sessionDir: textInput(raw, runSpec, 'session-dir') ?? null,
      audience: textInput(raw, runSpec, 'audience') ?? 'ostiary', command: argv,
      approval: textInput(raw, runSpec, 'approval') ?? null, proposers: listInput(raw, 'proposers').map(parseAccount), after: null, breakGlass: parseReason(raw, local),
    },
    env: listInput(raw, 'env').map(parseBinding),
    isolation,
    workspace: choiceInput(raw, runSpec, { name: 'workspace', choices: WORKSPACES }) ?? (isolation === 'user' ? 'copy' : 'shared'),
    onRefusal: choiceInput(raw, runSpec, { name: 'on-refusal', choices: ON_REFUSAL }) ?? 'fail',
  };
}

/** `NAME=RESOURCE`; throws INPUT_INVALID. */
export function parseBinding(item: string): { name: string; resource: string } {
  const at = item.indexOf('=');
  const name = item.slice(0, at);
  if (at < 1 || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || at === item.length - 1) {
    throw new GateError('INPUT_INVALID', `input \`env\` has \`${item}\``, { hint: 'write NAME=RESOURCE, such as APP_DATABASE_URL=orders-db' });
  }
  return { name, resource: item.slice(at + 1) };
}

function parseReason(raw: RawInputs, local: boolean): string | null {
  const reason = textInput(raw, runSpec, 'break-glass')?.trim() ?? '';
  if (reason === '') return null;
  if (local) throw new GateError('INPUT_INVALID', '`break-glass` does not work together with `--local`', { hint: 'it is for jobs with a forge that tells who started them, and tells somebody else' });
  if (!isReason(reason)) throw new GateError('INPUT_INVALID', `input \`break-glass\` has ${reason.length} characters, or some that are not seen`, { hint: `say in ${REASON.min} to ${REASON.max} characters why it can not wait` });
  return reason;
}

/** A numeric id of an account. Throws INPUT_INVALID. */
export function parseAccount(item: string): string {
  if (/^[1-9]\d{0,18}$/u.test(item)) return item;
  throw new GateError('INPUT_INVALID', `input \`proposers\` has \`${item}\``, { hint: 'write numeric ids, one a line: `https://api.github.com/users/LOGIN` tells them' });
}
