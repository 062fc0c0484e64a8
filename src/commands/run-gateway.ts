// SPDX-License-Identifier: Apache-2.0
//
// The inputs of `run` that say who guards when it is not a gate in the job, and what is shown there. Refuses those that mean nothing without
// the others.
import { GateError } from '../core/errors.js';
import type { SubjectTokenType } from '../identity/gateway.js';
import { runSpec, TOKEN_TYPES } from './run-spec.js';
import { choiceInput, textInput, type RawInputs } from './verb.js';

/** A gateway. `caFile`: PEM, all that is trusted then. `subject`: what is shown there; null: the job's own token. */
export interface GatewayChoice {
  readonly url: string;
  readonly caFile: string | null;
  readonly subject: { readonly file: string; readonly type: SubjectTokenType } | null;
}

/** The gateway that was asked for; null: none. Throws INPUT_INVALID. */
export function parseGateway(raw: RawInputs, local: boolean): GatewayChoice | null {
  const url = textInput(raw, runSpec, 'gateway');
  const caFile = textInput(raw, runSpec, 'gateway-ca') ?? null;
  if (url === undefined && caFile !== null) throw new GateError('INPUT_INVALID', '`gateway-ca` counts only together with `gateway`', { hint: 'name the gateway, `gateway: https://…`' });
  if (url !== undefined && local) throw new GateError('INPUT_INVALID', '`--gateway` does not work together with `--local`', { hint: 'a gateway lets jobs in, by their OIDC token' });
  const file = textInput(raw, runSpec, 'subject-token-file');
  const type = choiceInput(raw, runSpec, { name: 'subject-token-type', choices: TOKEN_TYPES });
  if (url === undefined && file !== undefined) throw new GateError('INPUT_INVALID', '`--subject-token-file` counts only together with `--gateway`', { hint: 'name the gateway, `--gateway https://…`' });
  return url === undefined ? null : { url, caFile, subject: file === undefined ? null : { file, type: type ?? 'jwt' } };
}
