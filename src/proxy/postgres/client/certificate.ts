// SPDX-License-Identifier: Apache-2.0
//
// A listener's certificate, ready to use. Refuses TLS below 1.2, and pairs that do not belong together.
import { createSecureContext, type SecureContext } from 'node:tls';
import { GateError, messageOf } from '../../../core/errors.js';

/** PEM texts. `name`: how to call it in an error. */
export function secureContext({ cert, key }: { readonly cert: string; readonly key: string }, name: string): SecureContext {
  try {
    return createSecureContext({ cert, key, minVersion: 'TLSv1.2' });
  } catch (cause) {
    throw new GateError('INPUT_INVALID', `the certificate \`${name}\` can not be used: ${messageOf(cause)}`, { hint: 'give a PEM certificate and the private key that belongs to it', cause });
  }
}
