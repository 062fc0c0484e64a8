// SPDX-License-Identifier: Apache-2.0
//
// The detectors of mask/ for those who read changes: tokens and keys only, and what a policy adds to them. Refuses personal data, which test
// data and documentation hold rightly, and to keep what it finds.
import type { CustomDetector } from '../core/custom-detector.js';
import { Detection } from '../mask/detection.js';
import { customDetector } from '../mask/detectors/custom.js';
import { DETECTORS } from '../mask/detectors/registry.js';

/** Secrets in a text, as ranges; of one that only shows when JSON or XML escapes are undone, the first escape. */
export type SecretsIn = (text: string) => readonly { readonly start: number; readonly end: number; readonly name: string }[];

/** What finds them, those of a policy's own among them; made when it is first asked. */
export function secretsWith(custom: readonly CustomDetector[]): SecretsIn {
  let detection: Detection | null = null;
  return (text) => {
    detection ??= new Detection([...DETECTORS.filter(({ kind }) => kind === 'secret'), ...custom.map(customDetector)]);
    return foundBy(detection, text);
  };
}

function foundBy(detection: Detection, text: string): ReturnType<SecretsIn> {
  const found = detection.inText(text);
  // Matches `\u0041` and `&#65;`, misses `\n`.
  const escape = /\\u[0-9a-f]{4}|&#x?[0-9a-f]{1,6};/iu.exec(text);
  if (escape === null) return found;
  const names = new Set(found.map(({ name }) => name));
  const [hidden] = detection.behindEscapes(text).filter(({ name }) => !names.has(name));
  return hidden === undefined ? found : [...found, { start: escape.index, end: escape.index + escape[0].length, name: `${hidden.name}, behind escapes` }];
}
