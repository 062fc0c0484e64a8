// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { Engine } from '../../../../../src/parse/sql/grammar/engine.js';
import { MAX_LOOKUPS, tokenLookup } from '../../../../../src/parse/sql/grammar/token-at.js';
import { MARK, type Marks, plainMarks } from '../../../../../src/parse/sql/grammar/lex.js';
import { scannedMarks, type ScanToken } from '../../../../../src/parse/sql/grammar/text.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
let engine: Engine;

beforeAll(async () => {
  engine = await Engine.load();
});

function tokens(sql: Uint8Array): ScanToken[] | null {
  const answer = engine.scan(sql);
  return answer.kind === 'ok' ? [...answer.tree.tokens] : null;
}

// The server's own view: null where it refuses the text.
function scanned(sql: Buffer): Marks | null {
  const all = tokens(sql);
  return all === null ? null : scannedMarks(all);
}

// Kind of mark over each byte. A string continued on the next line is one to the scanner and two here, with nothing but white space between.
function cover(sql: Buffer, marks: Marks): number[] {
  const covered = new Array<number>(sql.length).fill(0);
  for (let at = 0; at < marks.length; at += 3) covered.fill(marks[at + 2] ?? 0, marks[at], marks[at + 1]);
  return covered.map((kind, at) => (kind === MARK.literal && ' \t\n\r\f\v'.includes(String.fromCharCode(sql[at] ?? 0)) ? 0 : kind));
}

describe('plainMarks', () => {
  it.each([
    ['an escape string', "SELECT e'\\''"],
    ['a bit string', "SELECT b'01'"],
    ['a national string', "SELECT n'x'"],
    ['a Unicode string', "SELECT u&'x'"],
    ['a Unicode name', 'SELECT U&"x"'],
    ['a dollar quote', 'SELECT $$x$$'],
    ['a tagged dollar quote', 'SELECT $t$x$t$'],
    ['a negative exponent', 'SELECT 1e-5'],
    ['a hexadecimal number', 'SELECT 0x1F'],
    ['two dots', 'SELECT 1..2'],
    ['a backslash', 'SELECT \\'],
    ['an open string', "SELECT 'x"],
    ['an open name', 'SELECT "x'],
    ['an open comment', 'SELECT /* x'],
    ['a control character', 'SELECT \u0001'],
    ['a parameter with a tail', 'SELECT $1a'],
  ])('leaves %s to the scanner', (_name, sql) => {
    expect(plainMarks(bytes(sql))).toBeNull();
  });

  it.each([
    ["SELECT 'a' || 'b''c'", [7, 10, 1, 14, 20, 1]],
    ['SELECT a$1, $2 -- $3', [12, 14, 3, 15, 20, 2]],
    ['SELECT a+--b\n1', [9, 12, 2, 13, 14, 1]],
    ['SELECT 4*/*x*/2//1', [7, 8, 1, 9, 14, 2, 14, 15, 1, 17, 18, 1]],
    ['SELECT /*/* */*/ 1', [7, 16, 2, 17, 18, 1]],
    ['SELECT /**/ "--" , t.5', [7, 11, 2, 20, 22, 1]],
  ])('marks %s', (sql, marks) => {
    expect(plainMarks(bytes(sql))).toEqual(marks);
  });

  it('agrees with the server\'s scanner on every text that both can read', () => {
    const pieces = [
      'SELECT', 'a', 'é', '_x$1', 'e', 'u', 'n', 'b', 'x', '1', '23', '.5', '1.', '1e5', '0x1f', '1_0', '.', '..', ',', '(', ')', '::', '+', '-', '--', '/', '*', '/*', '*/', '=', '&', '|', '@',
      '0xf', '1e-5', "e'", "b'01'", 'u&"', "\n'", '$1', '$', '$$', '$t$', "'", "''", "'a'", "'it''s'", '"', '"q q"', '""', '\\', ';', ' ', '  ', '\n', '\t', '\r\n', '-- c\n', '/* c */', '/* a /* b */ c */', "e'\\''", "u&'x'", '[', ']', '?', '#', '\u00a0',
    ];
    let compared = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), fc.integer({ min: 1, max: 9 }), (chosen, cut) => {
        const sql = bytes(chosen.join(''));
        if (sql.length === 0) return;
        const server = scanned(sql);
        if (server === null) return;
        for (const plain of [plainMarks(sql), plainMarks(sql, tokenLookup(sql, tokens, cut))]) {
          if (plain === null) continue;
          compared += 1;
          expect(cover(sql, plain)).toEqual(cover(sql, server));
        }
      }),
      { numRuns: 4_000, seed: 20_261_124 },
    );
    expect(compared).toBeGreaterThan(2_000);
  });

  it('asks the scanner for what is subtle, and for no comment around it', () => {
    const sql = bytes(`SELECT /* ${'x '.repeat(100_000)} */ e'it\\'s', ${'-- c\n'.repeat(50_000)} $t$ 'x' $t$, 1`);
    let scannedBytes = 0;
    const counting = (part: Uint8Array): ScanToken[] | null => {
      scannedBytes += part.length;
      return tokens(part);
    };
    const marks = plainMarks(sql, tokenLookup(sql, counting)) ?? [];
    expect(marks).toHaveLength(3 * 50_004);
    expect(marks.slice(3, 6)).toEqual([200_014, 200_022, MARK.literal]);
    expect(scannedBytes).toBeLessThan(20_000);
  });

  it('leaves a text with thousands of such to it as a whole', () => {
    const sql = bytes(`SELECT ${"b'1', ".repeat(MAX_LOOKUPS + 1)}1`);
    expect(plainMarks(sql, tokenLookup(sql, tokens))).toBeNull();
  });
});
