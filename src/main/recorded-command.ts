// SPDX-License-Identifier: Apache-2.0
//
// COMMAND as the first line of a recording has it: a script of a job may hold secrets, written out by its CI product. Refuses to record one that
// a detector finds, in an argument or across several, and values that the job's own variables hold under the names of tokens.
import type { ContentMask } from '../mask/content.js';
import { Detection } from '../mask/detection.js';
import { knownValues } from '../mask/known-secrets.js';
import { replaced } from '../mask/replacement.js';

// Match "GITHUB_TOKEN" and "SIGNING_KEY", miss "KEYBOARD".
const LIKE_TOKENS = /TOKEN|SECRET|PASSWORD|_KEY$/u;

/** Values of the variables of a job that are named like tokens, and of those that are named here: `user:password`, and the password by itself. */
export function secretValues(environment: Readonly<Record<string, string | undefined>>, named: readonly string[]): readonly string[] {
  return Object.entries(environment).filter(([name]) => LIKE_TOKENS.test(name) || named.includes(name)).flatMap(([, value = '']) => [value, value.slice(value.indexOf(':') + 1)]);
}

/** The words of COMMAND, as they may be recorded. `secrets`: values that must not be there, in any spelling. */
export function recordedCommand(command: readonly string[], secrets: readonly string[], content: Pick<ContentMask, 'scan'>): readonly string[] {
  const known = knownValues(secrets);
  const detection = known === null ? null : new Detection([known]);
  const clean = (text: string): string => content.scan(detection === null ? text : replaced(text, detection.inText(text))).text;
  const words = command.map(clean);
  // A name and its value may be two words: `-u admin:secret`.
  const line = words.join(' ');
  const whole = clean(line);
  return whole === line ? words : whole.split(' ');
}
