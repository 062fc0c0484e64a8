// SPDX-License-Identifier: Apache-2.0
//
// Readings of shell scripts, short enough for tables of cases.
import { loadShellReader } from '../../src/parse/shell/reader.js';
import type { ReadOperation } from '../../src/core/model.js';

/** The reader, as the program loads it. */
export const readShell = await loadShellReader();

/** Names of the operations of a script, `git.push`, in order. */
export function namesIn(script: string): string[] {
  return readShell(script).map(({ facts }) => facts.name.replace(/^shell\./u, ''));
}

/** Ids of all hazards in a script, sorted, each once. */
export function hazardsIn(script: string): string[] {
  return [...new Set(readShell(script).flatMap(({ facts }) => facts.hazards.map(({ id }) => id)))].sort();
}

/** Each access as `effect object`, in order. */
export function accessesIn(script: string): string[] {
  return readShell(script).flatMap(({ facts }) => facts.accesses.map(({ effect, object }) => (object === null ? effect : `${effect} ${object}`)));
}

/** Why parts of a script are unknown. */
export function unknownIn(script: string): string[] {
  return readShell(script).flatMap(({ facts }) => facts.unknown);
}

/** True when nothing of it would pass without a rule that names it: unknown, or with one of the hazards. */
export function isMinded(script: string): boolean {
  return readShell(script).some(({ facts }: ReadOperation) => facts.unknown.length > 0 || facts.hazards.some(({ id }) => id !== 'elevated' && id !== 'force-with-lease'));
}
