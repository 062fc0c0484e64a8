// SPDX-License-Identifier: Apache-2.0
//
// Who signs a recording: a key, from where the policy says it is kept into the gate's own process and no further; or the job itself,
// through Sigstore, when the session is over. Refuses to let a session begin that should be signed and can't be, and to say anything of a
// key but its id.
import { GateError } from '../core/errors.js';
import type { Secrets } from '../core/ports.js';
import type { KeptSecret, RecordSettings } from '../policy/model.js';
import { ed25519Signer, type SessionStatement, type Signer } from '../record/envelope.js';
import { writeNewFile } from '../record/file.js';
import { BUNDLE_SUFFIX, SIGSTORE_AUDIENCE, signKeyless, type SigstoreServices } from '../record/keyless.js';
import { readKept } from './kept.js';

/** The signer that a policy's `record.key` means; null when it names none. Throws GateError; then nothing may begin. */
export async function signerOf(record: Pick<RecordSettings, 'key'>, way: { secretsFor(kept: Pick<KeptSecret, 'vault' | 'allowStatic'>): Secrets }): Promise<Signer | null> {
  const { key } = record;
  return key === null ? null : readKept(way.secretsFor(key), { name: 'record.key', reference: key.reference }, ed25519Signer);
}

/** Signs the statement about a recording, and puts the bundle beside it. Throws RECORD_FAILED or IDENTITY_UNTRUSTED. */
export type Keyless = (statement: SessionStatement, recording: string) => Promise<void>;

/** How a policy's `record.keyless` signs at the end; null when it does not. `environment`: of this process. Throws when the job has no token for it; then nothing may begin. */
export async function keylessOf(record: Pick<RecordSettings, 'keyless'>, { token }: { token(audience: string): Promise<string> }, environment: Record<string, string | undefined>): Promise<Keyless | null> {
  const services: SigstoreServices | null = record.keyless;
  if (services === null) return null;
  try {
    await token(SIGSTORE_AUDIENCE);
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    throw new GateError(thrown.code, `\`record.keyless\`: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
  }
  return async (statement, recording) => {
    withoutProxies(environment);
    try {
      const bundle = await signKeyless(statement, services, () => token(SIGSTORE_AUDIENCE));
      writeNewFile(recording + BUNDLE_SUFFIX, `${JSON.stringify(bundle)}\n`);
    } catch (thrown) {
      if (!(thrown instanceof GateError)) throw thrown;
      throw new GateError(thrown.code, `the recording \`${recording}\` is whole, and unsigned: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
    }
  };
}

/** Nothing of ours uses a proxy, which an earlier step may have set; Sigstore's client would. It reads these when it is loaded. */
export function withoutProxies(environment: Record<string, string | undefined>): void {
  // Match "HTTPS_PROXY", "no_proxy", "npm_config_proxy"; miss "PROXY_USER".
  for (const name of Object.keys(environment)) if (/(?:^|_)(?:https?_|all_|no_)?proxy$/iu.test(name)) delete environment[name];
}
