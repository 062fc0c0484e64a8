// SPDX-License-Identifier: Apache-2.0
//
// What counts as one of our masks when it is about to be written back, and what is only prose.
import { looksMasked } from '../../../src/mask/markers.js';

describe('looksMasked', () => {
  it.each([
    '[redacted]', 'x [redacted] y', '[masked:email]', 'mail [masked:github-token] me', 'masked:hash:0123456789abcdef01234567', 'a***@***.com', '***@***.org', 'mail a***@***.com please', '**** **** **** 1234', 'a***', '***', 'ü***', '😀***',
    '***32', '+***0132', '1\ta***\t2', '1,***,2', '"A***"', "'***32'", '1\ta***\n2\tb***\n', '***\t1', 'x|***|y', '  a***  ', Buffer.from('ü***').toString('latin1'), Buffer.from('😀***\n').toString('latin1'), '{"a":"[redacted]"}', '1\t***\n2',
  ])('sees %j', (text) => {
    expect(looksMasked(text)).toBe(true);
  });

  it.each([
    '', 'plain', '[masked]', 'masked:hash:x', 'f*** this', 'what the f***, he said', '**bold**', '***bold***', 'a****', '5 *** review', 'text\n***\nmore', '**** 1234', 'a@b.com', '[Redacted]', 'ab***', '***12345', '*** a', 'the word [redacted',
  ])('lets pass %j', (text) => {
    expect(looksMasked(text)).toBe(false);
  });
});
