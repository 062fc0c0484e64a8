// SPDX-License-Identifier: Apache-2.0
//
// A client proves that it holds a session credential: by SCRAM, or, on an encrypted connection, by showing it (OAUTHBEARER). Refuses
// whoever can't, in the same words and after as many messages whether or not there is such a user.
// @see https://www.postgresql.org/docs/current/sasl-authentication.html
import { TLSSocket } from 'node:tls';
import { GateError } from '../../../core/errors.js';
import type { Runtime } from '../../../core/runtime.js';
import type { Admission } from './admission.js';
import { ACKNOWLEDGED, INVALID_TOKEN, OAUTHBEARER, readBearer } from '../authentication/bearer.js';
import { BodyReader } from '../protocol/body.js';
import { certificateDigest } from '../authentication/certificate-digest.js';
import type { Conversation } from '../transport/conversation.js';
import { SCRAM_ITERATIONS } from '../limits.js';
import { AUTHENTICATION, authentication, authenticationSasl, FRONTEND } from '../protocol/messages.js';
import { mockVerifier, ScramServer } from '../authentication/scram.js';
import { SQLSTATE, StartupRefusal } from '../protocol/startup.js';

/** `mockSecret`: random bytes of this listener, for verifiers of users that do not exist. */
export interface AuthenticateOptions {
  readonly mockSecret: Buffer;
  /** Credentials may be shown as bearer tokens here. */
  readonly bearer: boolean;
  readonly runtime: Runtime;
}

const NONCE_BYTES = 18;

/** Resolves with the admission once it is proven. Throws `IDENTITY_UNTRUSTED`, `PROTOCOL_VIOLATION`. */
export async function authenticateClient(conversation: Conversation, user: string, admission: Admission | null, options: AuthenticateOptions): Promise<Admission> {
  const { socket } = conversation;
  const verifier = admission?.verifier ?? mockVerifier(user, options.mockSecret, SCRAM_ITERATIONS);
  const scram = new ScramServer({ verifier, nonce: options.runtime.random(NONCE_BYTES).toString('base64'), binding: ownBinding(conversation) });
  // INVARIANT: nobody is asked to show a credential where others could read it.
  const bearer = options.bearer && socket instanceof TLSSocket;
  socket.write(authenticationSasl([...scram.mechanisms, ...(bearer ? [OAUTHBEARER] : [])]));
  const initial = await passwordMessage(conversation);
  const mechanism = initial.cstring();
  const bytes = initial.int32();
  const message = initial.bytes(Math.max(bytes, 0)).toString('utf8');
  initial.end();
  const proven = bearer && mechanism === OAUTHBEARER ? await byBearer(conversation, message, admission) : await byScram(conversation, scram, { mechanism, message });
  if (proven === null || admission === null) {
    throw new StartupRefusal(SQLSTATE.badPassword, `password authentication failed for user \`${user}\``, 'use PGUSER and PGPASSWORD exactly as the gate gave them');
  }
  socket.write(Buffer.concat([...proven, authentication(AUTHENTICATION.ok)]));
  return admission;
}

async function byScram(conversation: Conversation, scram: ScramServer, first: { readonly mechanism: string; readonly message: string }): Promise<readonly Buffer[] | null> {
  conversation.socket.write(authentication(AUTHENTICATION.saslContinue, Buffer.from(scram.first(first.mechanism, first.message))));
  const proof = scram.final((await passwordMessage(conversation)).rest().toString('utf8'));
  return proof === null ? null : [authentication(AUTHENTICATION.saslFinal, Buffer.from(proof))];
}

async function byBearer(conversation: Conversation, message: string, admission: Admission | null): Promise<readonly Buffer[] | null> {
  const token = readBearer(message);
  if (admission?.bearer?.(token) === true) return [];
  conversation.socket.write(authentication(AUTHENTICATION.saslContinue, INVALID_TOKEN));
  const answer = (await passwordMessage(conversation)).rest().toString('utf8');
  if (answer !== ACKNOWLEDGED) throw new GateError('PROTOCOL_VIOLATION', 'the client did not acknowledge that its token was refused', { hint: 'use a client that speaks RFC 7628' });
  return null;
}

async function passwordMessage(conversation: Conversation): Promise<BodyReader> {
  const frame = await conversation.frame();
  const body = new BodyReader(frame);
  if (frame.type !== FRONTEND.password) throw body.violation('comes before authentication');
  return body;
}

function ownBinding({ socket }: Conversation): Buffer | null {
  if (!(socket instanceof TLSSocket)) return null;
  const certificate = socket.getX509Certificate()?.raw;
  return certificate === undefined ? null : certificateDigest(certificate);
}
