// SPDX-License-Identifier: Apache-2.0
//
// What is kept for ourselves and logs in nowhere: a signing key, read once; a forge's token, held for as long as a session lasts, since it may
// be leased. Refuses to fail without the key of the policy that names it.
import { GateError } from '../core/errors.js';
import type { HeldCredential, Secrets } from '../core/ports.js';

const NOWHERE = { host: '', port: 0, user: null };

/** A secret and the policy's key that names it. */
export interface Named {
  readonly name: string;
  readonly reference: string;
}

/** Holds it; whoever does gives it back. Throws GateError. */
export async function holdOwnSecret(secrets: Secrets, named: Named): Promise<HeldCredential> {
  try {
    return await secrets.hold(named.reference, NOWHERE);
  } catch (thrown) {
    throw withName(named, thrown);
  }
}

/** What `use` makes of the secret. Throws GateError. */
export async function readOwnSecret<T>(secrets: Secrets, named: Named, use: (secret: string) => T): Promise<T> {
  const held = await holdOwnSecret(secrets, named);
  try {
    return use((await held.current()).password);
  } catch (thrown) {
    throw withName(named, thrown);
  } finally {
    await held.release();
  }
}

function withName({ name, reference }: Named, thrown: unknown): unknown {
  if (!(thrown instanceof GateError)) return thrown;
  const said = thrown.message.includes(reference) ? '' : `, \`${reference}\``;
  return new GateError(thrown.code, `\`${name}\`${said}: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
}
