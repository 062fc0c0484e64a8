// SPDX-License-Identifier: Apache-2.0
import { isReason, REASON } from '../../../src/core/break-glass-reason.js';

describe('isReason', () => {
  it.each<[string, string, boolean]>([
    ['a sentence', 'checkout is down\nsee incident 12', true], ['just long enough', 'x'.repeat(REASON.min), true], ['just short enough', 'x'.repeat(REASON.max), true],
    ['too short', 'x'.repeat(REASON.min - 1), false], ['too long', 'x'.repeat(REASON.max + 1), false], ['space around it', ' checkout is down', false],
    ['a control character', 'checkout is\u001b[8m down', false], ['text that turns', 'checkout is \u202edown', false], ['text that is not seen', 'checkout is\u200b down', false],
  ])('%s', (_name, text, expected) => {
    expect(isReason(text)).toBe(expected);
  });
});
