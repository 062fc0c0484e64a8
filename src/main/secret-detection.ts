// SPDX-License-Identifier: Apache-2.0
//
// The detectors of mask/ for those who read changes: tokens and keys only. Refuses personal data, which test data and documentation hold
// rightly, and to keep what it finds.
import { Detection } from '../mask/detection.js';
import { DETECTORS } from '../mask/detectors/registry.js';

let detection: Detection | null = null;

/** Secrets in a text, as ranges; of one that only shows when JSON or XML escapes are undone, the first escape. */
export function secretsIn(text: string): readonly { readonly start: number; readonly end: number; readonly name: string }[] {
  detection ??= new Detection(DETECTORS.filter(({ kind }) => kind === 'secret'));
  const found = detection.inText(text);
  // Matches `\u0041` and `&#65;`, misses `\n`.
  const escape = /\\u[0-9a-f]{4}|&#x?[0-9a-f]{1,6};/iu.exec(text);
  if (escape === null) return found;
  const names = new Set(found.map(({ name }) => name));
  const [hidden] = detection.behindEscapes(text).filter(({ name }) => !names.has(name));
  return hidden === undefined ? found : [...found, { start: escape.index, end: escape.index + escape[0].length, name: `${hidden.name}, behind escapes` }];
}
