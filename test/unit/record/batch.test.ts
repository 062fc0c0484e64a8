// SPDX-License-Identifier: Apache-2.0
import { LineBatch } from '../../../src/record/batch.js';
import { lineHash, MAX_LINE_BYTES } from '../../../src/record/chain.js';

function drained(batch: LineBatch): string {
  let text = '';
  batch.drain((bytes) => (text += bytes.toString('utf8')));
  return text;
}

describe('LineBatch', () => {
  it('keeps lines in order, each with its line feed, and hashes them without it', () => {
    const batch = new LineBatch();
    expect([batch.add('one'), batch.add('zwei ü')]).toEqual([lineHash('one'), lineHash('zwei ü')]);
    expect([batch.size, drained(batch), batch.size]).toEqual([12, 'one\nzwei ü\n', 0]);
  });

  it('writes nothing when nothing waits', () => {
    let writes = 0;
    new LineBatch().drain(() => (writes += 1));
    expect(writes).toBe(0);
  });

  it('grows for a long line without losing those before it, and gives the room back', () => {
    const batch = new LineBatch();
    const long = 'é'.repeat(400_000);
    batch.add('before');
    expect(batch.add(long)).toBe(lineHash(long));
    batch.add('after');
    expect(drained(batch)).toBe(`before\n${long}\nafter\n`);
    batch.add('again');
    expect(drained(batch)).toBe('again\n');
  });

  it('grows by little steps, too', () => {
    const batch = new LineBatch();
    const lines = Array.from({ length: 3000 }, (_, n) => `${n} ${'x'.repeat(100)}`);
    for (const line of lines) batch.add(line);
    expect(drained(batch)).toBe(`${lines.join('\n')}\n`);
  });

  it('forgets the lines when writing them fails', () => {
    const batch = new LineBatch();
    batch.add('lost');
    expect(() => batch.drain(() => { throw new Error('no'); })).toThrow('no');
    expect([batch.size, drained(batch)]).toEqual([0, '']);
  });

  it('takes the longest line that verifiers read, and refuses one byte more without adding anything', () => {
    const batch = new LineBatch();
    batch.add('before');
    expect(() => batch.add('x'.repeat(MAX_LINE_BYTES + 1))).toThrow(/16777217 bytes can not be recorded: the limit is 16777216/);
    expect(() => batch.add('é'.repeat(MAX_LINE_BYTES / 2 + 1))).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED', hint: 'split the statement' }));
    expect(drained(batch)).toBe('before\n');
    batch.add('x'.repeat(MAX_LINE_BYTES));
    expect(batch.size).toBe(MAX_LINE_BYTES + 1);
  });
});
