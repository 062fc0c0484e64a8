// SPDX-License-Identifier: Apache-2.0
//
// The reason for breaking the glass, as a person writes it: whoever reviews it afterwards has only this to go by. Refuses what is shorter than
// a sentence, longer than anybody reads, or holds characters that are not seen.

/** In characters. */
export const REASON = { min: 10, max: 500 } as const;

/** Whether a text can be a reason; spaces around it are taken away before. */
export function isReason(text: string): boolean {
  // Hits control characters but line breaks and tabs, and those that turn or hide text.
  return text === text.trim() && text.length >= REASON.min && text.length <= REASON.max && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(text);
}
