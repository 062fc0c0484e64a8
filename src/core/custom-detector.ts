// SPDX-License-Identifier: Apache-2.0
//
// A detector that a policy brings along: between the room that reads it and the room that masks with it, which do not know each other. A
// type; refuses to say how it finds things: whoever makes one answers for linear time.

/** One kind of secret of somebody's own. */
export interface CustomDetector {
  readonly name: string;
  /** As a policy says it, so that whoever masks later can read it again. */
  readonly written: { readonly pattern: string; readonly keywords?: readonly string[] };
  /** Only texts with one of these are looked at; printable ASCII, lower case when `anyCase`. */
  readonly keywords: readonly string[];
  readonly anyCase: boolean;
  /** How far a keyword may stand before a match, in characters; 0: each match has one in it. */
  readonly lead: number;
  /** No match is longer, in UTF-16 units or bytes. */
  readonly longest: number;
  /** Ranges of a text, in time linear in it. */
  find(text: string): readonly { readonly start: number; readonly end: number }[];
}
