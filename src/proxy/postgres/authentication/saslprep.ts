// SPDX-License-Identifier: Apache-2.0
//
// Normalises a password before SCRAM, as far as PostgreSQL's own SASLprep changes bytes: spaces, invisible marks, NFKC. Where
// PostgreSQL takes a password as it is because it is prohibited (RFC 4013, 2.3), so do we. Stated limit: code points unassigned in
// Unicode 3.2 and mixed text directions are not told apart; such a password differs only if NFKC also changes another part of it.
// @see https://www.rfc-editor.org/rfc/rfc4013

// RFC 3454, C.1.2; U+200B is here and not below, as in PostgreSQL.
const SPACES = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/g; // match: U+00A0; miss: U+0020
// RFC 3454, B.1.
const NOTHING = /[\u00ad\u034f\u1806\u180b-\u180d\u200c\u200d\u2060\ufe00-\ufe0f\ufeff]/g; // match: U+00AD; miss: "-"
// RFC 3454, C.2 to C.9: controls, private use, non-characters, surrogates, and what is not plain text.
const PROHIBITED =
  // match: U+0007; miss: "a"
  /[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u0340\u0341\u06dd\u070f\u180e\u200e\u200f\u2028-\u202e\u2061-\u2063\u206a-\u206f\u2ff0-\u2ffb\ufff9-\ufffd\u{1d173}-\u{1d17a}\u{e0001}\u{e0020}-\u{e007f}]/u;
const ASCII = /^[\x20-\x7e]*$/; // match: "abc"; miss: "ä"

/** The bytes that SCRAM derives its keys from, as text. Never throws. */
export function saslPrepare(password: string): string {
  if (ASCII.test(password)) return password;
  const prepared = password.replace(SPACES, ' ').replace(NOTHING, '').normalize('NFKC');
  return prepared === '' || PROHIBITED.test(prepared) ? password : prepared;
}
