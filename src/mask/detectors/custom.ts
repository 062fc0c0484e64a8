// SPDX-License-Identifier: Apache-2.0
//
// A detector that a policy brings along, as one of this room's: found by its keywords like all others, so that nobody else pays for it.
// Refuses to judge its pattern: that was done where the policy was read.
import type { CustomDetector } from '../../core/custom-detector.js';
import type { Detector } from './detector.js';

/** Characters beyond a match that its edges may be told by. */
const BESIDE = 8;

/** As a secret: always looked for, in encodings, too. */
export function customDetector({ name, keywords, anyCase, lead, longest, find }: CustomDetector): Detector {
  return {
    name, kind: 'secret',
    keys: anyCase ? [] : keywords, contextKeys: anyCase ? keywords : [],
    reach: { before: longest + BESIDE, after: lead + longest + Math.max(...keywords.map(({ length }) => length)) + BESIDE },
    find: (text) => find(text),
  };
}
