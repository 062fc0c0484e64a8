// SPDX-License-Identifier: Apache-2.0
//
// Names that a program gives once to a text, or a list of texts, written out: `CMD = "rm -rf"`, `const dir = '/'`. Refuses a name that is set twice, or added to: which
// value it has where it is used nobody knows then.
import type { Language } from './languages.js';
import { listAt, literalAt, type Reading } from './literals.js';

/** Values of names; null for one that nobody knows. */
export interface Constants {
  readonly text: (name: string) => string | null;
  readonly list: (name: string) => readonly string[] | null;
}

// Where a name gets a value, up to the value; group 1 is the name. Tried where neither a text nor a comment stands.
const ASSIGNED: Readonly<Record<Language['name'], RegExp>> = {
  python: /^[ \t]*([A-Za-z_]\w{0,100})(?:[ \t]*:[ \t]*[\w[\], .|]{1,60})?[ \t]*\+?=(?!=)[ \t]*\(?[ \t]*/gmu,
  javascript: /(?<![\w$.])([A-Za-z_$][\w$]{0,100})(?:\s*:\s*[\w<>[\]. |]{1,60})?\s*\+?=(?![=>])\s*/gu,
  ruby: /^[ \t]*([A-Za-z_]\w{0,100})[ \t]*(?:\+|\|\||<)?(?:=|<)(?![=~>])[ \t]*/gmu, groovy: /(?<![\w.])([A-Za-z_]\w{0,100})[ \t]*\+?=(?!=)[ \t]*/gu, r: /(?<![\w.])([A-Za-z.][\w.]{0,100})[ \t]*(?:<-|=(?!=))[ \t]*/gu,
  lua: /(?<![\w.])([A-Za-z_]\w{0,100})[ \t]*=(?!=)[ \t]*/gu, awk: /(?<![\w.])([A-Za-z_]\w{0,100})[ \t]*=(?![=~])[ \t]*/gu,
  perl: /[$@](\w{1,100})\s*\.?=(?![=~])\s*/gu, php: /\$(\w{1,100})\s*\.?=(?![=>])\s*/gu, go: /(?<![\w.])([A-Za-z_]\w{0,100})(?:[ \t]+string)?[ \t]*(?::|\+)?=(?!=)[ \t]*/gu,
};

/** Source: no program that was looked at keeps as many. */
const MAX_NAMES = 1_000;
const MAX_VALUE = 4_096;

/** The constants of a program. `code`: the text with its texts blank. Looked for when first asked. */
export function constantsIn(text: string, code: string, language: Language): Constants {
  let places: Map<string, number | null> | null = null;
  const texts = new Map<string, string | null>();
  const reading: Reading = { ...language, constants: { text: textOf, list: listOf } };
  function placeOf(name: string): number | null {
    places ??= placesIn(code, language);
    return places.get(name) ?? null;
  }
  function textOf(name: string): string | null {
    const known = texts.get(name);
    if (known !== undefined) return known;
    // A name that is made of itself is nobody's.
    texts.set(name, null);
    const at = placeOf(name);
    const found = at === null ? null : (literalAt(text, at, reading)?.text ?? null);
    const value = found !== null && found.length <= MAX_VALUE ? found : null;
    texts.set(name, value);
    return value;
  }
  function listOf(name: string): readonly string[] | null {
    const at = placeOf(name);
    return at === null ? null : (listAt(text, at, language)?.words ?? null);
  }
  return { text: textOf, list: listOf };
}

// Null for a name that is set more than once.
function placesIn(code: string, language: Language): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (const match of code.matchAll(ASSIGNED[language.name])) {
    const name = match[1] as string;
    if (places.size >= MAX_NAMES && !places.has(name)) continue;
    places.set(name, places.has(name) || /[+.<|]=\s*\(?\s*$/u.test(match[0]) ? null : match.index + match[0].length);
  }
  return places;
}
