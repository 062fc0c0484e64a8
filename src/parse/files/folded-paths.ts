// SPDX-License-Identifier: Apache-2.0
//
// Paths as a careless eye or a careless file system reads them: without case, with look-alike letters as what they look like, without what
// is not seen. Refuses to be taken for the path itself: it is for asking "could this pass as that one?".
// @see https://www.unicode.org/reports/tr39/#Confusable_Detection

/** Letters of other scripts that look like a Latin one in most fonts. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ѐ: 'e', ё: 'e', ғ: 'f', ԍ: 'g', һ: 'h', н: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', п: 'n', о: 'o', р: 'p', ԛ: 'q',
  г: 'r', ѕ: 's', т: 't', ц: 'u', ѵ: 'v', ѡ: 'w', ԝ: 'w', х: 'x', у: 'y', ү: 'y', α: 'a', β: 'b', ε: 'e', ϲ: 'c', η: 'n', ι: 'i', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', τ: 't',
  υ: 'u', χ: 'x', ϳ: 'j', γ: 'y', ω: 'w', ϊ: 'i', օ: 'o', ս: 'u', ո: 'n', հ: 'h', ց: 'g', ı: 'i', ɑ: 'a', ɡ: 'g', ɩ: 'i', ʏ: 'y', ſ: 's', ᴄ: 'c', ᴏ: 'o', ᴠ: 'v', ᴡ: 'w', ᴢ: 'z',
  '∕': '/', '⁄': '/', '⧸': '/', '․': '.', '‐': '-', '‑': '-', '–': '-', '−': '-', '‒': '-', ꓸ: '.',
};
/** Characters without a shape: joiners, marks of direction, tags, selectors, fillers. */
 
const SHAPELESS = /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;

/** The Latin letter that a character passes for; the character itself when it passes for none. */
export function lookAlike(character: string): string {
  return LOOK_ALIKES[character] ?? LOOK_ALIKES[character.toLowerCase()] ?? character;
}

/** A path as it could be read: `.GitHub/Workflоws/x.yml` is `.github/workflows/x.yml`. */
export function foldedPath(path: string): string {
  if (PLAIN.test(path)) return path;
  const shown = path.normalize('NFKD').replace(SHAPELESS, '').replace(/\p{M}/gu, '').replaceAll('\\', '/').toLowerCase();
  const latin = /^[\0-\x7F]*$/u.test(shown) ? shown : [...shown].map(lookAlike).join('');
  // Windows drops dots and blanks at the end of a name, and what follows a colon.
  return latin.split('/').filter((part) => part !== '' && part !== '.').map((part) => part.replace(/:.*$/u, '').replace(/[. ]+$/u, '')).join('/');
}

// Hits `src/app.ts`; misses `Docs/a.md` and `a b`. Nothing to fold.
const PLAIN = /^(?:[a-z0-9_-]|\.(?=[a-z0-9_-])|\/(?=[a-z0-9_.-]))+$/u;
