// SPDX-License-Identifier: Apache-2.0
//
// Reads a token or an assertion that somebody puts into a file, or sends on standard input. Refuses what is empty, and more than any issuer
// writes.
import { readFile, stat } from 'node:fs/promises';
import { GateError, messageOf } from '../core/errors.js';

/** A SAML assertion with its certificates has some 20 KiB. */
const MAX_TOKEN_BYTES = 256 * 1024;

/** The one token in a file (`-`: standard input). Throws INPUT_INVALID. */
export async function readToken(file: string): Promise<string> {
  const text = await (file === '-' ? standardInput() : boundedFile(file)).catch((cause: unknown) => {
    throw new GateError('INPUT_INVALID', `the token in \`${file}\` can not be read: ${messageOf(cause)}`, { cause, hint: 'name a file that holds one token and nothing else, at most 256 KiB' });
  });
  if (text.trim() === '') throw new GateError('INPUT_INVALID', `there is no token in \`${file}\``, { hint: 'name a file that holds one token and nothing else' });
  return text.trim();
}

/** A file of at most 256 KiB. */
export async function boundedFile(file: string): Promise<string> {
  if ((await stat(file)).size > MAX_TOKEN_BYTES) throw new Error('it is too large');
  return readFile(file, 'utf8');
}

async function standardInput(): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_TOKEN_BYTES) throw new Error('it is too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
