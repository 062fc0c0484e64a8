// SPDX-License-Identifier: Apache-2.0
//
// The inputs of a verb from a job, as its declaration says.
import { flagInput, listInput, type RawInputs, type VerbSpec } from '../commands/verb.js';
import type { Host } from '../core/ports.js';

/** Every input that the CI faces have. */
export function jobInputs(spec: VerbSpec, host: Host): RawInputs {
  const values: Record<string, string | readonly string[] | undefined> = {};
  for (const input of spec.inputs.filter((candidate) => candidate.face !== 'cli')) {
    const text = host.input(input.name);
    values[input.name] = input.kind === 'list' ? listInput({ list: text }, 'list') : text;
  }
  return values;
}

/** Inputs that actions with a post step have from `session-artifact`; other names mean something else there, or nothing. */
export const TRUSTING: readonly string[] = ['key', 'trusted-root', 'identity', 'issuer'];

/** A switch that actions have for their post step, and no verb. Throws INPUT_INVALID for what is neither `true` nor `false`. */
export function actionSwitch(host: Host, name: 'artifact' | 'attest', otherwise: boolean): boolean {
  const text = host.input(name);
  return text === undefined ? otherwise : flagInput({ [name]: text }, name);
}
