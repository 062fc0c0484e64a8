// SPDX-License-Identifier: Apache-2.0
//
// The detectors of mask/ for those who read changes: tokens and keys only. Refuses personal data, which test data and documentation hold
// rightly, and to keep what it finds.
import { Detection } from '../mask/detection.js';
import { DETECTORS } from '../mask/detectors/registry.js';

let detection: Detection | null = null;

/** Secrets in a text, as ranges. */
export function secretsIn(text: string): readonly { readonly start: number; readonly end: number; readonly name: string }[] {
  detection ??= new Detection(DETECTORS.filter(({ kind }) => kind === 'secret'));
  return detection.inText(text);
}
