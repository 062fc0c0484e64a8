// SPDX-License-Identifier: Apache-2.0
//
// The key that signs a recording: from where the policy says it is kept into the gate's own process, and no further. Refuses to let a
// session begin that should be signed and can't be, and to say anything of the key but its id.
import { GateError } from '../core/errors.js';
import type { Secrets } from '../core/ports.js';
import type { KeptSecret, RecordSettings } from '../policy/model.js';
import { ed25519Signer, type Signer } from '../record/envelope.js';

/** Signing keys log in nowhere. */
const NOWHERE = { host: '', port: 0, user: null };

/** The signer that a policy's `record.key` means; null when it names none. Throws GateError; then nothing may begin. */
export async function signerOf(record: Pick<RecordSettings, 'key'>, way: { secretsFor(kept: Pick<KeptSecret, 'vault' | 'allowStatic'>): Secrets }): Promise<Signer | null> {
  const { key } = record;
  if (key === null) return null;
  try {
    const held = await way.secretsFor(key).hold(key.reference, NOWHERE);
    try {
      return ed25519Signer((await held.current()).password);
    } finally {
      await held.release();
    }
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    const named = thrown.message.includes(key.reference) ? '' : `, \`${key.reference}\``;
    throw new GateError(thrown.code, `\`record.key\`${named}: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
  }
}
