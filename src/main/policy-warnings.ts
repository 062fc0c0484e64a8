// SPDX-License-Identifier: Apache-2.0
//
// Says what is odd about a policy that can be used all the same: rules without a say, waivers that have ended. Refuses nothing: what
// refuses are errors, and those are thrown when the policy is loaded.
import type { Policy } from '../policy/model.js';

/** Passes on a line for each warning, with its place and what to do: `.ostiary/policy.yml:7: rule … never matches: …`. */
export function warnAbout({ warnings }: Pick<Policy, 'warnings'>, warn: (line: string) => void): void {
  for (const { file, line, message, hint } of warnings) warn(`${file}:${line}: ${message}${hint === null ? '' : `; ${hint}`}`);
}
