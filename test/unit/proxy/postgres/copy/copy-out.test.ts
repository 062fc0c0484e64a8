// SPDX-License-Identifier: Apache-2.0
//
// What COPY … TO STDOUT sends, however the server cut it: each value of a masked column in its mask, all else byte for byte, in all three
// formats; and rows that are not as they were announced.
import fc from 'fast-check';
import type { CopyFacts } from '../../../../../src/core/model.js';
import type { ResultPlan, ValueSink } from '../../../../../src/gate/wire.js';
import { type CopyOut, copyOutOf } from '../../../../../src/proxy/postgres/copy/copy-out.js';
import type { Stretch } from '../../../../../src/proxy/postgres/protocol/patches.js';

type Row = readonly (string | null)[];
const COPY: CopyFacts = { direction: 'out', format: 'text', relation: null, columns: ['*'], delimiter: '\t', quote: '"', escape: '"', null: '\\N', header: false };
// Hostile in every format, and no value that could be one of another column.
const MASK = 'm"\\,;\t\n*';
const seen: string[] = [];
const sink: ValueSink = (source, start, end) => {
  seen.push(source.toString('utf8', start, end));
  return Buffer.from(MASK);
};
const hiding: ValueSink = Object.assign(() => Buffer.from(MASK), { masksNull: true });
const planOf = (...sinks: ResultPlan['sinks']): ResultPlan => ({ sinks, masks: true });

// Written here as the server's manual has it, not by the code that is tested.
const LETTERS: Readonly<Record<string, string>> = { '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v', '\\': '\\\\' };
const textField = ({ delimiter, null: none }: CopyFacts) => (value: string | null): string => (value === null ? none : [...value].map((char) => LETTERS[char] ?? (char === delimiter ? `\\${char}` : char)).join(''));
const csvField = ({ quote, escape, null: none }: CopyFacts) => (value: string | null): string => (value === null ? none : `${quote}${[...value].map((char) => (char === quote || char === escape ? `${escape}${char}` : char)).join('')}${quote}`);
const int = (bytes: 2 | 4, value: number): Buffer => {
  const out = Buffer.alloc(bytes);
  out.writeIntBE(value, 0, bytes);
  return out;
};
const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), int(4, 0), int(4, 0)]);
const binaryRow = (row: Row): Buffer => Buffer.concat([int(2, row.length), ...row.flatMap((value) => (value === null ? [int(4, -1)] : [int(4, Buffer.byteLength(value)), Buffer.from(value)]))]);
function written(copy: CopyFacts, rows: readonly Row[]): Buffer {
  if (copy.format === 'binary') return Buffer.concat([HEADER, ...rows.map(binaryRow), int(2, -1)]);
  const field = copy.format === 'text' ? textField(copy) : csvField(copy);
  const names = copy.header ? [`a${copy.delimiter}b\n`] : [];
  return Buffer.from([...names, ...rows.map((row) => `${row.map(field).join(copy.delimiter)}\n`)].join(''));
}

function passed(out: CopyOut, bytes: Buffer, cuts: readonly number[]): Buffer {
  const pieces: Buffer[] = [];
  const take = (rows: Stretch): void => {
    const changed = Buffer.alloc(rows.end - rows.start + out.patches.growth);
    out.patches.write(rows, changed, 0);
    pieces.push(changed);
  };
  let at = 0;
  for (const size of cuts) {
    const end = Math.min(at + size, bytes.length);
    take(out.push({ source: bytes, start: at, end }));
    at = end;
  }
  take(out.push({ source: bytes, start: at, end: bytes.length }));
  take(out.end());
  return Buffer.concat(pieces);
}

const FORMATS: readonly (readonly [string, CopyFacts])[] = [
  ['text', COPY], ['text with a strange delimiter and NULL', { ...COPY, delimiter: ';', null: 'none' }], ['text with names', { ...COPY, header: true }], ['binary', { ...COPY, format: 'binary' }],
  ['CSV', { ...COPY, format: 'csv', delimiter: ',', null: '' }], ['CSV with an escape of its own and names', { ...COPY, format: 'csv', delimiter: ',', null: '', quote: "'", escape: '\\', header: true }],
];
const value = fc.oneof(fc.constant(null), fc.array(fc.constantFrom('a', 'é', '"', "'", '\\', ',', ';', '\t', '\n', '\r', 'N', '.'), { maxLength: 6 }).map((parts) => parts.join('')));
const rows = fc.array(fc.tuple(value, value), { maxLength: 5 });
const cuts = fc.array(fc.nat(9), { maxLength: 40 });

describe.each(FORMATS)('COPY as %s', (_name, copy) => {
  const open = (...sinks: ResultPlan['sinks']): CopyOut => copyOutOf(copy, copy.format === 'binary', planOf(...sinks));

  it('masks each value once, whole, and nothing else, wherever it was cut', () => {
    fc.assert(fc.property(rows, cuts, (values, sizes) => {
      seen.length = 0;
      const out = open(null, sink);
      const masked = values.map(([first, second]): Row => [first, second === null ? null : MASK]);
      expect(passed(out, written(copy, values), sizes).toString('utf8')).toBe(written(copy, masked).toString('utf8'));
      expect(seen).toEqual(values.flatMap(([, second]) => second ?? []));
      expect(out.rows).toBe(values.length);
    }), { numRuns: 300, seed: 20_261_127 });
  });

  it('hides that there is nothing, where that tells something, and lets be what stays', () => {
    fc.assert(fc.property(rows, cuts, (values, sizes) => {
      expect(passed(open(hiding, () => undefined), written(copy, values), sizes)).toEqual(written(copy, values.map(([, second]): Row => [MASK, second])));
      expect(passed(open(() => null, null), written(copy, values), sizes)).toEqual(written(copy, values.map(([, second]): Row => [null, second])));
    }), { numRuns: 100, seed: 20_261_127 });
  });

  it('is refused with other columns than were announced', () => {
    for (const row of [['a'], ['a', 'b', 'c']]) expect(() => passed(open(null, sink), written(copy, [row]), [])).toThrow(`a row of COPY data has ${row.length} columns where 2 were announced`);
  });

  it('is refused in another format than was judged', () => {
    expect(() => copyOutOf(copy, copy.format !== 'binary', planOf())).toThrow(`the server copies out in another format than the \`${copy.format}\` that was judged`);
  });
});

describe('COPY in text formats', () => {
  it('masks a last row without an end, too', () => {
    expect(passed(copyOutOf(COPY, false, planOf(null, () => Buffer.from('*'))), Buffer.from('a\tb\nc\tsecret'), [3]).toString()).toBe('a\t*\nc\t*');
    expect(passed(copyOutOf(COPY, false, planOf(() => Buffer.from('*'))), Buffer.from('secret\\'), []).toString()).toBe('*');
  });

  it('has rows without columns', () => {
    expect(passed(copyOutOf(COPY, false, planOf()), Buffer.from('\n\n'), []).toString()).toBe('\n\n');
    expect(() => passed(copyOutOf(COPY, false, planOf()), Buffer.from('secret\n'), [])).toThrow('has 1 columns where 0 were announced');
  });
});

describe('COPY in binary', () => {
  const open = (): CopyOut => copyOutOf({ ...COPY, format: 'binary' }, true, planOf(sink));
  it.each<[string, Buffer, string]>([
    ['another beginning', Buffer.concat([Buffer.from('PGCOPX\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]), 'binary COPY data does not begin as it should'],
    ['a length that there is not', Buffer.concat([HEADER, int(2, 1), int(4, -2)]), 'a field of COPY data has the impossible length -2'],
    ['a header that is cut off', HEADER.subarray(0, 15), 'a row of COPY data has 20551 columns where 1 were announced'],
    ['a row that is cut off at once', Buffer.concat([HEADER, Buffer.from([0])]), 'a row of COPY data has 0 columns where 1 were announced'],
    ['fewer than no fields', Buffer.concat([HEADER, int(2, -3)]), 'a row of COPY data has -3 columns where 1 were announced'],
  ])('is refused with %s', (_what, bytes, why) => {
    expect(() => passed(open(), bytes, [])).toThrow(why);
  });

  it('gives nothing of a row that is cut off', () => {
    const cut = Buffer.concat([HEADER, int(2, 1), int(4, 9), Buffer.from('secret')]);
    expect(() => passed(open(), cut, [])).toThrow('binary COPY data ends in the middle of a row');
    expect(() => passed(open(), Buffer.concat([HEADER, int(2, 1)]), [])).toThrow('binary COPY data ends in the middle of a row');
  });

  it('skips what a header holds', () => {
    const header = Buffer.concat([HEADER.subarray(0, 15), int(4, 3), Buffer.from('ext')]);
    expect(passed(open(), Buffer.concat([header, binaryRow(['x'])]), [20, 1])).toEqual(Buffer.concat([header, binaryRow([MASK])]));
  });
});
