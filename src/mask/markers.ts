// SPDX-License-Identifier: Apache-2.0
//
// Recognises what this room put in place of values, so that it is never written back over the real ones. Refuses to take ordinary
// prose with asterisks for a mask: the short `***` forms count only as a whole value or a whole field.

// Match "[redacted]", "[masked:email]", "masked:hash:" and 24 hex; miss "[masked]" and "masked:hash:x".
const UNMISTAKABLE = /\[redacted\]|\[masked:[a-z0-9-]{1,40}\]|masked:hash:[0-9a-f]{24}/;
// Match "a***@***.com" and "***@***.org", miss "a@b.com".
const EMAIL = /\*\*\*@\*\*\*\.[A-Za-z]{2,10}/;
// Match "**** **** **** 1234", miss "**** 1234".
const CARD = /\*{4} \*{4} \*{4} \d{4}/;
// Match "a***", "***32" and "+***0132" between field separators, line ends or as all there is; miss "f*** this" and "a****".
const FIELD = /(?:^|[\t\n,;|"'])(?:(?:[^\s*\x80-\xff]|[\x80-\xff]{1,4})\*\*\*|\+?\*\*\*\d{2,4})(?=$|[\t\r\n,;|"'])/u;
// Match "***" as all there is or beside a field separator; miss "***" on a line of its own (Markdown) and "**bold**".
const BARE = /^\*\*\*$|[\t,;|"']\*\*\*(?=$|[\t\r\n,;|"'])|(?:^|\n)\*\*\*(?=[\t,;|"'])/;

/** True when a value is one of our masks or contains one. */
export function looksMasked(text: string): boolean {
  if (!text.includes('***') && !text.includes('masked:') && !text.includes('[redacted]')) return false;
  return UNMISTAKABLE.test(text) || EMAIL.test(text) || CARD.test(text) || FIELD.test(text.trim()) || BARE.test(text.trim());
}
