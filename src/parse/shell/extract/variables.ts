// SPDX-License-Identifier: Apache-2.0
//
// Variables that a file gives to its scripts (`ENV`, `env:`, `variables:`), as a first line of shell that sets them. What only the CI product knows is a value
// that nobody knows. Refuses to let a value become code: it is quoted whatever it holds.
import { quotedWord } from '../quote.js';
import type { YamlNode } from './yaml.js';

/** Values by name. `line`: where the first of them stands; `expands`: `$X` in a value is another variable, as with GitLab and Docker. */
export interface Given {
  readonly values: ReadonlyMap<string, string>;
  readonly line: number;
  readonly expands: boolean;
}

export const NOTHING_GIVEN: Given = { values: new Map(), line: 1, expands: false };
/** A variable that nothing sets: its value is not known. */
const OUTSIDE = '"$OSTIARY_OUTSIDE"';
/** Source: the largest pipelines in use set a few dozen. */
const MAX_GIVEN = 500;
/** Stands for a value that is not known. */
const UNKNOWN_VALUE = '${{ unknown }}';

/** One line of shell that sets them; empty when there are none. */
export function exportLine({ values, expands }: Given): string {
  const known = [...values].filter(([name]) => /^[A-Za-z_]\w{0,200}$/u.test(name)).slice(0, MAX_GIVEN);
  return known.map(([name, value]) => `export ${name}=${quoted(value.replaceAll('\n', ' '), expands)}`).join('; ');
}

// Hits `${{ inputs.x }}` and `$[[ inputs.x ]]`, which are put in before the shell starts, as values and not as code.
function quoted(value: string, expands: boolean): string {
  const parts = value.split(/\$\{\{[^}]{0,4096}\}\}|\$\[\[[^\]]{0,4096}\]\]/u);
  return parts.map((part) => (expands ? `"${expandable(part)}"` : quotedWord(part))).join(OUTSIDE);
}

// `$X` and `${X}` stay; whatever else a shell would read as its own is text.
function expandable(text: string): string {
  return text.replace(/\$\$/gu, '\\$').replace(/[\\"`]|\$(?![A-Za-z_{])|\$\{(?![A-Za-z_]\w*(?::?-[\w./ -]*)?\})/gu, (found) => `\\${found}`);
}

/** Variables of a mapping, over those of outer ones. `{ value: x }` is how GitLab writes one with a description. */
export function givenBy(node: YamlNode | undefined, outer: Given, expands: boolean): Given {
  const entries = node?.entries;
  if (entries === undefined || entries === null || node === undefined) return outer;
  const values = new Map(outer.values);
  for (const [name, value] of entries) values.set(name, value.text ?? value.entries?.get('value')?.text ?? UNKNOWN_VALUE);
  return { values, line: node.line, expands };
}

/** The same with some names not known any more. */
export function without(given: Given, names: Iterable<string>): Given {
  const values = new Map(given.values);
  for (const name of names) values.set(name, UNKNOWN_VALUE);
  return { ...given, values };
}
