// SPDX-License-Identifier: Apache-2.0
//
// The inputs of a verb from a job, as its declaration says.
import { listInput, type RawInputs, type VerbSpec } from '../commands/verb.js';
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
