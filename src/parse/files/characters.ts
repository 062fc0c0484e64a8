// SPDX-License-Identifier: Apache-2.0
//
// Characters that make text show otherwise than it reads: marks of direction (Trojan Source), what has no shape, look-alikes inside words.
// Refuses to take languages for attacks: joiners between letters of other scripts and selectors behind emoji are theirs.
// @see https://trojansource.codes, https://www.unicode.org/reports/tr39/
import { lookAlike } from './folded-paths.js';
import { type FileSides, type Finding, wholeText } from './model.js';

const BEYOND_ASCII = /[^\t\n\f\r\x20-\x7E]/u;
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
// Joiners and selectors count only behind ASCII, where nothing needs them.
const HIDDEN = /[\u00AD\u034F\u115F\u1160\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\uFFA0\u{E0000}-\u{E0FFF}]|(?<=^|[\t\x20-\x7E])[\u200C\u200D\uFE00-\uFE0E]|(?<=.)\uFEFF/u;
const SELECTORS = /[\uFE00-\uFE0F]{2}/u;
// Hits the escape of a terminal, a backspace and a bell; misses tab and form feed.
const CONTROL = /[\0-\x08\x0B\x0E-\x1F\x7F\x80-\x9F]/u;
// A word that holds letters of Latin and of a script with look-alikes.
const MIXED = /[\p{L}\p{N}_$]*(?:[A-Za-z][\u0370-\u052F\u0531-\u0587]|[\u0370-\u052F\u0531-\u0587][A-Za-z])[\p{L}\p{N}_$]*/gu;
// A unit with the Greek letter of a millionth.
const MICRO = /^[\d_]*\u03BC(?:s|secs?|seconds?|m|g|l|L|A|V|W|F|H|Hz|Pa|Sv|M|mol|ops)$/u;
const PROSE = /\.(?:md|mdx|txt|rst|adoc|po|pot|ftl|strings|arb|xlf|csv|tsv|srt|svg)$/iu;

/** Findings in added lines. */
export function characterFindings(file: FileSides): readonly Finding[] {
  const { change } = file;
  const whole = wholeText(file);
  if (whole !== null && !BEYOND_ASCII.test(whole)) return [];
  const prose = PROSE.test(change.path);
  return change.added.flatMap(({ line, text }) => (BEYOND_ASCII.test(text) ? inLine(text, line, prose) : []));
}

function inLine(text: string, line: number, prose: boolean): Finding[] {
  const found: Finding[] = [];
  // Marks without a pair belong to right-to-left text; the others turn the order of what stands between them.
  const bidi = BIDI.exec(text);
  if (bidi !== null && !(prose && /[\u200E\u200F\u061C]/u.test(bidi[0]))) found.push({ line, id: 'code.bidi', detail: `it shows in another order than it reads (${codeOf(bidi[0])})` });
  const hidden = HIDDEN.exec(line === 1 ? text.replace(/^\uFEFF/u, '') : text) ?? SELECTORS.exec(text) ?? CONTROL.exec(text);
  if (hidden !== null) found.push({ line, id: 'code.hidden-characters', detail: `it holds what nobody sees (${codeOf(hidden[0])})` });
  if (!prose) {
    const word = [...text.matchAll(MIXED)].map(([one]) => one).find((one) => !MICRO.test(one) && [...one].every((character) => /[A-Za-z0-9_$]/u.test(lookAlike(character))));
    if (word !== undefined) found.push({ line, id: 'code.homoglyph', detail: `a name looks like \`${[...word].map(lookAlike).join('')}\` and is another one` });
  }
  return found;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}
