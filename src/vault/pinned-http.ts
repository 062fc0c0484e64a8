// SPDX-License-Identifier: Apache-2.0
//
// The road to a service: our own HTTP with its limits, towards addresses that the policy pins. SDKs are given this in place of their own
// clients. INVARIANT: a request for any other origin is refused, whatever an environment variable or a configuration file told the SDK.
import { readFile } from 'node:fs/promises';
import { GateError, messageOf } from '../core/errors.js';
import { getDocument, sendDocument } from '../core/http.js';
import type { VaultSettings } from '../core/vaults.js';
import { MAX_ANSWER_BYTES, unavailable, wordsOf } from './answers.js';
import { plain } from './fields.js';
import { readSecretFile } from './file.js';
import type { VaultWorld } from './source.js';

/** One request. */
export interface Carried {
  readonly url: string;
  /** `POST`; anything else is asked as `GET`: nothing of ours changes or deletes a secret. */
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
}

/** Carries requests to their answers, and knows how the last one went: SDKs lose or quote what we have to know or must not say. */
export interface Carrier {
  /** The answer, whatever its status. Throws GateError. */
  carry(request: Carried): Promise<Response>;
  /** Status of the last answer, or why there was none; null before the first. */
  readonly last: number | GateError | null;
}

/** A carrier to some origins only, by the authority of the vault's settings. */
export async function carrierTo(origins: readonly string[], { name, ca }: VaultSettings, { runtime }: VaultWorld): Promise<Carrier> {
  const allowed = new Set(origins.map((origin) => new URL(origin).origin));
  const authority = ca === null ? {} : { ca: await readFile(ca, 'utf8').catch((cause: unknown) => {
    throw new GateError('POLICY_INVALID', `the certificate authority \`${ca}\` of \`vaults.${name}\` can not be read: ${messageOf(cause)}`, { hint: 'give the path of a PEM file' });
  }) };
  let last: number | GateError | null = null;
  const send = async ({ url, method, headers, body }: Carried): Promise<Response> => {
    const { origin } = new URL(url);
    if (!allowed.has(origin)) throw new GateError('SECRET_UNAVAILABLE', `\`${origin}\` is not an address of \`vaults.${name}\``, { hint: 'addresses of vaults are written in the policy, and nowhere else' });
    const about = { url, headers, maxBytes: MAX_ANSWER_BYTES, ...authority };
    return method === 'POST' ? sendDocument({ ...about, method, ...(body === undefined ? {} : { body }) }, runtime) : getDocument(about, runtime);
  };
  return {
    async carry(request) {
      try {
        const response = await send(request);
        last = response.status;
        return response;
      } catch (thrown) {
        if (thrown instanceof GateError) last = thrown;
        throw thrown;
      }
    },
    get last() {
      return last;
    },
  };
}

/**
 * `reference` could not be read because an SDK threw. Its words count only about an answer that was an error: about any other they may quote
 * the secret. INVARIANT: the SDK's error is not kept, it holds requests and answers.
 */
export function sdkFailure(reference: string, thrown: unknown, { carrier, hint, secrets }: { carrier: Carrier | null; hint: string; secrets: readonly string[] }): GateError {
  const last = carrier?.last ?? null;
  if (last instanceof GateError) return roadFailure(reference, last, secrets);
  if (typeof last !== 'number' || last < 400) return unavailable(reference, `what it is answered${last === null ? '' : ` (status ${last})`} is not understood`, hint);
  const name = thrown instanceof Error && thrown.name !== 'Error' ? `${thrown.name}: ` : '';
  return unavailable(reference, wordsOf(`${name}${messageOf(thrown)}`, secrets), hint);
}

/** The token that we show to a vault: of its own file, or the job's; masked. Throws IDENTITY_UNTRUSTED or SECRET_UNAVAILABLE. */
export async function tokenFor(settings: VaultSettings, reference: string, world: VaultWorld): Promise<string> {
  const { tokenFile, audience } = settings;
  const token = tokenFile === null ? await world.token(audience) : plain(await readSecretFile(tokenFile, process.getuid?.() ?? null), reference);
  world.mask(token);
  return token;
}

/** What a service answered as JSON, or an error that names it. */
export async function jsonOf(response: Response, reference: string, service: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await response.text();
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Said below: what stands there is not repeated, it may be a secret.
  }
  throw unavailable(reference, `${service} answers with something that is not its own language (status ${response.status})`, 'is the address right, and is nothing between us?');
}

/** A failure on the road, as one of reading `reference`. */
export function roadFailure(reference: string, thrown: unknown, secrets: readonly string[] = []): GateError {
  if (thrown instanceof GateError && (thrown.code === 'SECRET_UNAVAILABLE' || thrown.code === 'IDENTITY_UNTRUSTED' || thrown.code === 'POLICY_INVALID')) return thrown;
  return unavailable(reference, wordsOf(messageOf(thrown), secrets), (thrown instanceof GateError ? thrown.hint : undefined) ?? 'run again');
}
