// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { cellsOf, clipped, inert, inertLines, wrapped } from '../../../src/record/inert.js';
import { rowsTable } from '../../../src/record/table.js';

const hostile = fc.string({ unit: 'binary', maxLength: 60 });

describe('inert', () => {
  it.each([
    ['a colour', '\u001b[31mred', '\\u{1b}[31mred'], ['a title of the window', '\u001b]0;x\u0007', '\\u{1b}]0;x\\u{7}'], ['an 8-bit escape', '\u009b31m', '\\u{9b}31m'],
    ['a reversal of the text', 'allow\u202eyned', 'allow\\u{202e}yned'], ['an isolate', '\u2066x\u2069', '\\u{2066}x\\u{2069}'], ['what has no width', 'a\u200bb\u2060c\ufeff', 'a\\u{200b}b\\u{2060}c\\u{feff}'],
    ['line and paragraph separators', '\u2028\u2029', '\\u{2028}\\u{2029}'], ['breaks and tabs', 'a\nb\r\tc', 'a\\nb\\r\\tc'], ['a backspace and a null', '\b\0', '\\u{8}\\u{0}'],
    ['half a character', '\ud83d', '\\u{d83d}'], ['a private character', '\ue000', '\\u{e000}'], ['a tag character', '\u{e0041}', '\\u{e0041}'], ['blanks in disguise', '\u3164\u2800\uffa0', '\\u{3164}\\u{2800}\\u{ffa0}'],
    ['a pile of accents', `e${'\u0301'.repeat(50)}x`, `e${'\u0301'.repeat(3)}x`],
  ])('shows %s as what it is', (_name, text, expected) => {
    expect(inert(text)).toBe(expected);
  });

  it.each(['plain text', 'é ñ ệ', '漢字かな', '한국어', 'עברית', '😀', 'a\\nb', '→ … │ ∅'])('lets `%s` be', (text) => {
    expect(inert(text)).toBe(text);
  });

  it('leaves nothing that a terminal obeys', () => {
    fc.assert(fc.property(hostile, (text) => {
      expect(inert(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u);
      expect(inert(inert(text))).toBe(inert(text));
    }), { numRuns: 150, seed: 7 });
  });
});

describe('inertLines', () => {
  it('keeps breaks and widens tabs', () => {
    expect(inertLines('a\r\nb\n\tc\rd\u001b')).toEqual(['a', 'b', '  c\\rd\\u{1b}']);
  });
});

describe('cellsOf', () => {
  it.each([['abc', 3], ['é', 1], ['e\u0301', 1], ['漢字', 4], ['😀', 2], ['', 0]])('%s takes %d', (text, cells) => {
    expect(cellsOf(text)).toBe(cells);
  });
});

describe('clipped', () => {
  it.each([['abc', 3, 'abc'], ['abcd', 3, 'ab…'], ['漢字漢', 5, '漢字…'], ['漢字漢', 4, '漢…'], ['', 3, '']])('%s in %d', (text, cells, expected) => {
    expect(clipped(text, cells)).toBe(expected);
  });
});

describe('wrapped', () => {
  it.each<[string, number, string[]]>([
    ['', 10, ['']], ['abc', 3, ['abc']], ['one two three', 8, ['one two', 'three']], ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['ab cdefghijkl', 8, ['ab cdefg', 'hijkl']], ['enforced, from a-long-name', 20, ['enforced, from', 'a-long-name']], ['漢字漢字', 5, ['漢字', '漢字']], ['漢', 1, ['漢', '']],
  ])('%s in %d', (text, cells, expected) => {
    expect(wrapped(text, cells)).toEqual(expected);
  });

  it('loses nothing but spaces, and fits', () => {
    fc.assert(fc.property(hostile, fc.integer({ min: 2, max: 30 }), (text, cells) => {
      const pieces = wrapped(inert(text), cells);
      expect(pieces.join('').replaceAll(/\s/gu, '')).toBe(inert(text).replaceAll(/\s/gu, ''));
      expect(Math.max(...pieces.map(cellsOf))).toBeLessThanOrEqual(cells);
    }), { numRuns: 150, seed: 7 });
  });
});

describe('rowsTable', () => {
  it('aligns columns and shows null as a sign', () => {
    expect(rowsTable(['id', 'name'], [['1', 'Ann'], ['22', null], ['3']], 40)).toEqual(['id │ name', '1  │ Ann', '22 │ ∅', '3  │ ∅']);
  });

  it('leaves out columns that do not fit, and says so', () => {
    expect(rowsTable(['a', 'bbbbbbbb', 'c'], [['1', '2', '3']], 8)).toEqual(['a …', '1 …']);
  });

  it('clips long values and makes hostile ones inert', () => {
    expect(rowsTable(['v\u001b[2J'], [['x'.repeat(100)]], 60)).toEqual(['v\\u{1b}[2J', `${'x'.repeat(31)}…`]);
  });

  it('is never wider than it may be, whatever the columns', () => {
    fc.assert(fc.property(fc.array(hostile, { maxLength: 8 }), fc.integer({ min: 10, max: 60 }), (columns, width) => {
      for (const line of rowsTable(columns, [columns], width)) expect(cellsOf(line)).toBeLessThanOrEqual(width);
    }), { numRuns: 100, seed: 7 });
  });

  it('looks at no more columns than can stand in a line', () => {
    let read = 0;
    const row = new Proxy<string[]>([], { get: (target, key) => (typeof key === 'string' && /^\d+$/.test(key) ? (read += 1, 'x') : Reflect.get(target, key) as unknown) });
    rowsTable(Array.from({ length: 100_000 }, () => 'c'), [row], 80);
    expect(read).toBeLessThan(100);
  });
});
