// SPDX-License-Identifier: Apache-2.0
//
// Who signs a recording: a key, from where the policy says it is kept into the gate's own process and no further; or whoever we are, through
// Sigstore, with a key that lives as long as the session. Refuses to let a session begin that should be signed and can't be, and to say anything of a
// key but its id.
import { GateError } from '../core/errors.js';
import type { Secrets } from '../core/ports.js';
import type { KeptSecret, RecordSettings } from '../policy/model.js';
import { ed25519Signer, type SessionStatement, type Signer } from '../record/envelope.js';
import { writeNewFile } from '../record/file.js';
import { BUNDLE_SUFFIX, SIGSTORE_AUDIENCE, signKeyless } from '../record/keyless.js';
import { type KeyStatement, newSessionKey } from '../record/session-key.js';
import { readSecretFile } from '../vault/file.js';
import { readOwnSecret } from './own-secrets.js';

/** The signer that a policy's `record.key` means; null when it names none. Throws GateError; then nothing may begin. */
export async function signerOf(record: Pick<RecordSettings, 'key'>, way: { secretsFor(kept: Pick<KeptSecret, 'vault' | 'allowStatic'>): Secrets }): Promise<Signer | null> {
  const { key } = record;
  return key === null ? null : readOwnSecret(way.secretsFor(key), { name: 'record.key', reference: key.reference }, ed25519Signer);
}

/** Who signs one recording while it is written. `keyBundle`: text of the bundle that certifies its key; null: a key that is kept needs none. */
export interface RecordingSigner {
  readonly signer: Signer;
  readonly keyBundle: string | null;
}

/** Signing without a key that is kept. */
export interface Keyless {
  /** A key of this session's own, certified by whoever we are. Throws RECORD_FAILED or IDENTITY_UNTRUSTED. */
  begin(session: string): Promise<RecordingSigner>;
  /** Signs the statement about a recording, and puts the bundle beside it. Throws RECORD_FAILED or IDENTITY_UNTRUSTED. */
  end(statement: SessionStatement, recording: string): Promise<void>;
}

/** What keyless signing needs of the world. `environment`: of this process. */
export interface KeylessWorld {
  token(audience: string): Promise<string>;
  readonly environment: Record<string, string | undefined>;
}

/** How a policy's `record.keyless` signs; null when it does not. Throws when there is no token for it; then nothing may begin. */
export async function keylessOf({ keyless }: Pick<RecordSettings, 'keyless'>, world: KeylessWorld): Promise<Keyless | null> {
  if (keyless === null) return null;
  const { tokenFile } = keyless;
  const token = (): Promise<string> => (tokenFile === null ? world.token(SIGSTORE_AUDIENCE) : tokenIn(tokenFile));
  const sign = async (statement: SessionStatement | KeyStatement): Promise<string> => {
    withoutProxies(world.environment);
    return `${JSON.stringify(await signKeyless(statement, keyless, token))}\n`;
  };
  await token().catch(retold((message) => `\`record.keyless\`: ${message}`));
  return {
    async begin(session) {
      const { signer, statement } = newSessionKey(session);
      return { signer, keyBundle: await sign(statement).catch(retold((message) => `\`record.keyless\`: ${message}`)) };
    },
    async end(statement, recording) {
      const bundle = await sign(statement).catch(retold((message) => `the recording \`${recording}\` is whole, and not signed at its end: ${message}`));
      writeNewFile(recording + BUNDLE_SUFFIX, bundle);
    },
  };
}

// Read anew each time: whoever puts it there renews it.
async function tokenIn(file: string): Promise<string> {
  return (await readSecretFile(file, process.getuid?.() ?? null)).trim();
}

function retold(tell: (message: string) => string): (thrown: unknown) => never {
  return (thrown) => {
    if (!(thrown instanceof GateError)) throw thrown;
    throw new GateError(thrown.code, tell(thrown.message), { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
  };
}

/** Nothing of ours uses a proxy, which an earlier step may have set; Sigstore's client would. It reads these when it is loaded. */
export function withoutProxies(environment: Record<string, string | undefined>): void {
  // Match "HTTPS_PROXY", "no_proxy", "npm_config_proxy"; miss "PROXY_USER".
  for (const name of Object.keys(environment)) if (/(?:^|_)(?:https?_|all_|no_)?proxy$/iu.test(name)) delete environment[name];
}
