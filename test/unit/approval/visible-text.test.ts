// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { SHOWN_COLUMNS, shownInline, shownLines, strangers } from '../../../src/approval/visible-text.js';

// Texts that try to look like others: hidden characters, our own signs, blanks, long lines.
const hostile = fc.array(fc.oneof(
  fc.constantFrom(' ', '  ', '\n', '\t', '\r', '⟦', '⟧', '⤶', '⇥', '\u202e', '\u200b', '\u00a0', '\u3164', 'é', 'e\u0301', 'а', '⟦U+202E⟧', '⟦3 empty lines⟧', '⟦20 spaces⟧', 'select', ';', '😀'),
  fc.constantFrom(' '.repeat(17), ' '.repeat(33), '\n\n\n', 'x'.repeat(SHOWN_COLUMNS), 'x'.repeat(SHOWN_COLUMNS + 1)),
  fc.string({ unit: 'binary', maxLength: 4 }),
), { maxLength: 12 }).map((parts) => parts.join(''));

describe('shownLines', () => {
  it.each<[string, string, string[]]>([
    ['leaves SQL alone', "select 'é', 漢 from t\n  where a", ["select 'é', 漢 from t", '  where a']],
    ['shows marks of direction', 'a\u202eb', ['a⟦U+202E⟧b']],
    ['shows what has no shape', 'dr\u200bop\u00ad \u3164', ['dr⟦U+200B⟧op⟦U+00AD⟧ ⟦U+3164⟧']],
    ['shows marks that pile up', 'o\u0335', ['o⟦U+0335⟧']],
    ['shows blanks that are no spaces', 'a\u00a0b\u2003c', ['a⟦U+00A0⟧b⟦U+2003⟧c']],
    ['shows tabs, returns and terminals\' escapes', '\ta\r\n\u001b[2K', ['⇥a⟦U+000D⟧', '⟦U+001B⟧[2K']],
    ['marks its own signs', '⟦U+202E⟧ ⤶', ['⟦U+27E6⟧U+202E⟦U+27E7⟧ ⟦U+2936⟧']],
    ['counts what would push text away', `select 1;${' '.repeat(400)}drop table t`, ['select 1;⟦400 spaces⟧drop table t']],
    ['counts empty lines', `select 1;${'\n'.repeat(90)}drop table t`, ['select 1;', '⟦89 empty lines⟧', 'drop table t']],
    ['counts blanks at the end', 'a  \n ', ['a⟦2 spaces⟧', '⟦1 space⟧']],
    ['keeps numbers and signs behind letters that run the other way', "values ('א', 5, 100, 'שלום עולם ٣')", ["values ('א⟦RTL⟧', 5, 100, 'שלום עולם ٣⟦RTL⟧')"]],
    ['breaks long lines', 'x'.repeat(150), [`${'x'.repeat(100)}⤶`, 'x'.repeat(50)]],
  ])('%s', (_name, text, lines) => {
    expect(shownLines(text)).toEqual(lines);
  });

  it('never shows two texts alike', () => {
    const seen = new Map<string, string>();
    fc.assert(fc.property(hostile, fc.nat(40), fc.constantFrom(' ', '\n', '\u200b', '⟦', 'x'), (text, at, more) => {
      for (const one of [text, `${text.slice(0, at)}${more}${text.slice(at)}`, text.slice(0, at) + text.slice(at + 1)]) {
        const shown = JSON.stringify(shownLines(one));
        const known = seen.get(shown);
        expect([shown, known ?? one]).toEqual([shown, one]);
        seen.set(shown, one);
      }
    }), { numRuns: 1_000, seed: 20_261_126 });
  });

  // The rules of https://www.unicode.org/reports/tr9/ move what is weak or neutral next to a letter that runs the other way: so none of these may stand there.
  it('lets nothing but a Latin letter follow what runs from right to left', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('א', 'ش', '٣', ' ', '1', ',', "'", '(', 'x', '\u05b0', '\u200f', '\u{1e900}', '\n'), { maxLength: 12 }), (parts) => {
      for (const line of [...shownLines(parts.join('')), shownInline(parts.join(''))]) {
        expect(line.replace(/[\u0590-\u08ff\u{1e900}](?: *[\u0590-\u08ff\u{1e900}])*⟦[A-Z]/gu, '')).not.toMatch(/[\u0590-\u08ff\u{1e900}]/u);
      }
    }), { seed: 20_261_126 });
  });

  it('leaves nothing that a page obeys, and no line that leaves it', () => {
    fc.assert(fc.property(hostile, (text) => {
      const lines = shownLines(text);
      expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{M}\u3164]/u);
      expect(lines.every((line) => [...line].length <= SHOWN_COLUMNS + 1)).toBe(true);
      expect(shownInline(text)).not.toMatch(/\n/u);
    }), { seed: 20_261_126 });
  });
});

describe('strangers', () => {
  it.each<[string, readonly string[]]>([
    ['drop table orders', []],
    ['drop table оrders', ['о U+043E']],
    ['אב', ['א⟦RTL⟧ U+05D0', 'ב⟦RTL⟧ U+05D1']],
    ['é\u202eé', ['é U+00E9', '⟦U+202E⟧ U+202E']],
    [[...Array(30).keys()].map((at) => String.fromCodePoint(0x4e00 + at)).join(''), expect.arrayContaining(['and 6 more'])],
  ])('names what is no ASCII in %j', (text, expected) => {
    expect(strangers(text)).toEqual(expected);
  });
});
