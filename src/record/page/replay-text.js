// SPDX-License-Identifier: Apache-2.0
//
// Recorded text as nodes: what would act (controls, escapes, reversed or invisible text) becomes visible notation, letters that
// pass for others are marked, matches of a search stand out. Refuses to make anything but text nodes and spans: no markup is parsed.

/** Of one text that is shown at once; more on demand. */
const MAX_SHOWN = 20_000;

// Controls, formats, the unassigned, blanks that take a letter's place: the same as src/record/inert.ts, but for breaks and tabs.
const ACTIVE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/u;
// Of words, for the look of their letters.
const WORD = /[\p{L}\p{M}\p{N}_]/u;
// Hits `שלום עולם`, misses the quote and the numbers around it: the blocks of scripts that are read from right to left, as src/approval/show.ts has them.
const RIGHT_TO_LEFT = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefe\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';
const LETTER = `(?!${ACTIVE.source})[${RIGHT_TO_LEFT}]`;
const LEFTWARD = `${LETTER}(?:(?: |${LETTER})*${LETTER})?`;
const PARTS = new RegExp(`(${ACTIVE.source})|(${LEFTWARD})|((?:(?![${RIGHT_TO_LEFT}])${WORD.source})+)`, 'gu');
// Match "\u001b[32m", miss "[32m": what colours and moves in a terminal; one sign in a row, written out where the line is shown in full.
const SEQUENCE = /\u001b\[[0-9;:?]{0,40}[@-~]/g;
// Match four marks in a row, miss the two of "ệ".
const PILE = /(\p{M}{3})\p{M}+/gu;
const LATIN = /[A-Za-z]/;
// Letters of other alphabets that are drawn like Latin ones.
const LOOKALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d7ff}\u0131\u0237\u0251\u0261\u1d00-\u1d22]/u;
// A whole word of these reads as Latin: "сор", "рау", "ΑΡΙ".
const ALL_LOOKALIKE = /^[аеорсухіјѕһԁԛԝӏвкмнтАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυιαρ\d_]+$/u;
// Full-width and mathematical letters, dotless i: never a word's own letters beside others.
const ALWAYS = /[\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d7ff}\u0131\u0237]/u;

/**
 * @typedef {{ text: string, look: '' | 'ctl' | 'odd' | 'left', why: string }} Piece
 */

/** @param {string} char */
function codePoint(char) {
  return (char.codePointAt(0) ?? 0).toString(16);
}

/** @param {string} char */
function notation(char) {
  if (char === '\r') return '\\r';
  return `\\u{${codePoint(char)}}`;
}

/**
 * Letters of a word that pass for Latin ones.
 * @param {string} word @param {Piece[]} pieces
 */
function pushWord(word, pieces) {
  // ASCII letters alone can't pass for others.
  const suspicious = LOOKALIKE.test(word) && (LATIN.test(word) || ALWAYS.test(word) || ALL_LOOKALIKE.test(word));
  const text = word.replace(PILE, '$1');
  if (!suspicious) {
    pieces.push({ text, look: '', why: '' });
    return;
  }
  for (const char of text) {
    const odd = LOOKALIKE.test(char);
    pieces.push({ text: char, look: odd ? 'odd' : '', why: odd ? `U+${codePoint(char).toUpperCase().padStart(4, '0')}: not the Latin letter that it looks like` : '' });
  }
}

/**
 * A text in pieces that can be shown.
 * @param {string} text @param {boolean} oneLine
 * @returns {Piece[]}
 */
function piecesOf(text, oneLine) {
  /** @type {Piece[]} */
  const pieces = [];
  const flat = oneLine ? text.trimEnd().replace(SEQUENCE, '\u001b').replace(/\s*[\r\n]+\s*/g, ' ⏎ ').replaceAll('\t', ' ') : text.replaceAll('\r\n', '\n');
  let last = 0;
  for (const match of flat.matchAll(PARTS)) {
    if (match.index > last) pieces.push({ text: flat.slice(last, match.index).replace(PILE, '$1'), look: '', why: '' });
    if (match[1] !== undefined) pieces.push({ text: oneLine && match[1] === '\u001b' ? 'esc' : notation(match[1]), look: 'ctl', why: 'a character that does not show' });
    // A browser draws what follows such letters on their other side: apart from the rest, nothing around them changes places.
    else if (match[2] !== undefined) pieces.push({ text: match[0].replace(PILE, '$1'), look: 'left', why: '' });
    else pushWord(match[0], pieces);
    last = match.index + match[0].length;
  }
  if (last < flat.length) pieces.push({ text: flat.slice(last).replace(PILE, '$1'), look: '', why: '' });
  return joined(pieces);
}

/** @param {Piece[]} pieces */
function joined(pieces) {
  /** @type {Piece[]} */
  const out = [];
  for (const piece of pieces) {
    const before = out.at(-1);
    if (before !== undefined && before.look === '' && piece.look === '') before.text += piece.text;
    else out.push({ ...piece });
  }
  return out;
}

/**
 * Appends recorded text to a node.
 * @param {Element} target @param {unknown} value @param {{ oneLine?: boolean, find?: RegExp | null, max?: number }} [options]
 */
function showText(target, value, { oneLine = false, find = null, max = MAX_SHOWN } = {}) {
  const text = typeof value === 'string' ? value : value === undefined ? '' : String(value);
  for (const { text: part, look, why } of piecesOf(text.slice(0, max), oneLine)) {
    if (look === '') appendFound(target, part, find);
    else if (look === 'left') appendFound(target.appendChild(make('span', look)), part, find);
    else {
      const span = make('span', look, part);
      span.title = why;
      target.append(span);
    }
  }
  if (text.length > max) target.append(oneLine ? '…' : moreButton(target, text, max, find));
}

/** @param {Element} target @param {string} text @param {RegExp | null} find */
function appendFound(target, text, find) {
  let last = 0;
  for (const match of find === null ? [] : text.matchAll(find)) {
    target.append(text.slice(last, match.index), make('mark', '', match[0]));
    last = match.index + match[0].length;
  }
  target.append(text.slice(last));
}

/** @param {Element} target @param {string} text @param {number} from @param {RegExp | null} find */
function moreButton(target, text, from, find) {
  const button = make('button', 'more', `… ${formatCount(text.length - from)} more characters: show ${formatCount(Math.min(text.length - from, MAX_SHOWN))}`);
  button.addEventListener('click', () => {
    button.remove();
    showText(target, text.slice(from), { find });
  });
  return button;
}

/**
 * An element with a class and own words.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {string} [look] @param {string} [words]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, look = '', words = '') {
  const element = document.createElement(tag);
  if (look !== '') element.className = look;
  if (words !== '') element.textContent = words;
  return element;
}

/**
 * An element with recorded text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {string} look @param {unknown} value @param {{ oneLine?: boolean, find?: RegExp | null, max?: number }} [options]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function makeShown(tag, look, value, options) {
  const element = make(tag, look);
  showText(element, value, options);
  return element;
}

/** @param {number} count */
function formatCount(count) {
  return count.toLocaleString('en-GB');
}

/** @param {number} count @param {string} word */
function counted(count, word) {
  return `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`;
}
