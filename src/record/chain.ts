// SPDX-License-Identifier: Apache-2.0
//
// How the lines of a recording hold together: each carries the SHA-256 of the line before. Writer and verifier
// share this file, so that they can't disagree. Refuses nothing; it only computes.
import crypto from 'node:crypto';

/** Name of the recording in its folder. */
export const RECORDING_FILE = 'session.jsonl';
/** `prev` of the first line. */
export const FIRST_PREV = '0'.repeat(64);
/**
 * Longest line, in bytes: neither written nor read beyond. A statement is capped far below it by the parser, a result sample at 64 KiB;
 * escapes can make six bytes of one.
 */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** SHA-256 (hex) of a line without its line feed. Text is hashed as UTF-8. */
export function lineHash(line: string | Buffer): string {
  // One call instead of three objects; Node has it since 20.12.
  return typeof crypto.hash === 'function' ? crypto.hash('sha256', line, 'hex') : crypto.createHash('sha256').update(line).digest('hex');
}
