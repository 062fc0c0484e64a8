// SPDX-License-Identifier: Apache-2.0
//
// SASL OAUTHBEARER as libpq 18 speaks it: the session credential as a bearer token. Pure. Refuses another identity than the user of the
// startup message, channel binding (the mechanism has none), and to say why a token was refused.
// @see https://www.rfc-editor.org/rfc/rfc7628
import { GateError } from '../../../core/errors.js';

/** The mechanism by its name. */
export const OAUTHBEARER = 'OAUTHBEARER';

/** What a server answers before the refusal proper; RFC 7628, section 3.2.2. No discovery document: the credential comes from the gateway's API. */
export const INVALID_TOKEN = Buffer.from('{"status":"invalid_token"}');

/** All that a client may answer to it. */
export const ACKNOWLEDGED = '\u0001';

/** The token of a client's first message; empty when it only asks how to get one. Throws `PROTOCOL_VIOLATION`. */
export function readBearer(message: string): string {
  const parts = message.split('\u0001');
  const [header = '', ...rest] = parts;
  // `n,,` and `y,,`: no channel binding, nobody else's identity.
  if (header !== 'n,,' && header !== 'y,,') throw violation('asks for channel binding or for another identity');
  if (rest.length < 2 || rest.at(-1) !== '' || rest.at(-2) !== '') throw violation('does not end as it should');
  const pairs = rest.slice(0, -2);
  const auth = pairs.filter((pair) => pair.startsWith('auth='));
  if (auth.length !== 1 || pairs.some((pair) => !/^[A-Za-z]+=/u.test(pair))) throw violation('does not have `auth` once');
  const value = auth[0]?.slice('auth='.length) ?? '';
  if (value === '') return '';
  // RFC 6750 tokens: match "Bearer ost1_a_b"; miss "Basic x", "Bearer a b".
  const token = /^bearer +([A-Za-z0-9._~+/-]+=*)$/iu.exec(value)?.[1];
  if (token === undefined) throw violation('has no bearer token in `auth`');
  return token;
}

function violation(what: string): GateError {
  return new GateError('PROTOCOL_VIOLATION', `the OAUTHBEARER message of the client ${what}`, { hint: 'use a client that speaks RFC 7628' });
}
