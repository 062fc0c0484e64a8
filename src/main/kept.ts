// SPDX-License-Identifier: Apache-2.0
//
// Reads once what is kept for ourselves and logs in nowhere: a signing key, a forge's token. Refuses to keep it held, and to fail without
// the key of the policy that names it.
import { GateError } from '../core/errors.js';
import type { Secrets } from '../core/ports.js';

const NOWHERE = { host: '', port: 0, user: null };

/** What `use` makes of the secret. `name`: the policy's key. Throws GateError. */
export async function readKept<T>(secrets: Secrets, { name, reference }: { readonly name: string; readonly reference: string }, use: (secret: string) => T): Promise<T> {
  try {
    const held = await secrets.hold(reference, NOWHERE);
    try {
      return use((await held.current()).password);
    } finally {
      await held.release();
    }
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    const named = thrown.message.includes(reference) ? '' : `, \`${reference}\``;
    throw new GateError(thrown.code, `\`${name}\`${named}: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
  }
}
