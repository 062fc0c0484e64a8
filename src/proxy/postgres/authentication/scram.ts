// SPDX-License-Identifier: Apache-2.0
//
// SCRAM-SHA-256(-PLUS), both ends, as PostgreSQL speaks it: towards clients from a verifier (no password is kept), towards servers
// from a password. Refuses a downgrade of channel binding, a server that can't prove that it knows the password, and absurd
// iteration counts. Pure: nonces and salts are given; names in the exchange are ignored, as the startup message has the user.
// @see https://www.rfc-editor.org/rfc/rfc7677 https://www.rfc-editor.org/rfc/rfc5802
import { createHash, createHmac, pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { GateError } from '../../../core/errors.js';
import { MAX_SCRAM_ITERATIONS } from '../limits.js';
import { saslPrepare } from './saslprep.js';

/** The mechanism by its name of RFC 7677. */
export const SCRAM = 'SCRAM-SHA-256';
/** The same, bound to the TLS connection that it runs on. */
export const SCRAM_PLUS = 'SCRAM-SHA-256-PLUS';

const BINDING_TYPE = 'tls-server-end-point';
const KEY_BYTES = 32;
const derive = promisify(pbkdf2);
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/; // match: "YQ=="; miss: "YQ"
const NONCE = /^[\x21-\x2b\x2d-\x7e]+$/; // printable without comma; match: "rOpr+/"; miss: "a,b"

/** What a server needs to check a password, and what tells nobody the password. */
export interface ScramVerifier {
  readonly iterations: number;
  readonly salt: Buffer;
  readonly storedKey: Buffer;
  readonly serverKey: Buffer;
}

/** Makes the verifier of a password; `salt` is 16 random bytes. */
export async function makeVerifier(password: string, salt: Buffer, iterations: number): Promise<ScramVerifier> {
  const { clientKey, serverKey } = await deriveKeys(password, salt, iterations);
  return { iterations, salt, storedKey: sha256(clientKey), serverKey };
}

/**
 * A verifier that no password satisfies, the same each time for the same user: so unknown users look like known ones.
 * `secret`: random bytes of this listener's own.
 */
export function mockVerifier(user: string, secret: Buffer, iterations: number): ScramVerifier {
  const part = (name: string) => hmac(secret, `${name}:${user}`);
  return { iterations, salt: part('salt').subarray(0, 16), storedKey: part('stored'), serverKey: part('server') };
}

/** The server's end of one exchange. `binding`: the digest of our certificate when we serve TLS, else null. */
export class ScramServer {
  readonly #verifier: ScramVerifier;
  readonly #nonce: string;
  readonly #binding: Buffer | null;
  #gs2 = '';
  #combinedNonce = '';
  #transcript = '';

  constructor(options: { readonly verifier: ScramVerifier; readonly nonce: string; readonly binding: Buffer | null }) {
    this.#verifier = options.verifier;
    this.#nonce = options.nonce;
    this.#binding = options.binding;
  }

  /** Mechanisms to offer, best first. */
  get mechanisms(): readonly string[] {
    return this.#binding === null ? [SCRAM] : [SCRAM_PLUS, SCRAM];
  }

  /** Reads the client's first message and answers it. Throws `PROTOCOL_VIOLATION`. */
  first(mechanism: string, message: string): string {
    if (!this.mechanisms.includes(mechanism)) throw violation(`the client chose the SASL mechanism \`${mechanism.slice(0, 40)}\`, which was not offered`);
    const [flag = '', authzid, name = '', nonceField = ''] = message.split(',');
    this.#checkBindingFlag(mechanism, flag);
    if (authzid !== '') throw violation('the client asked for another authorization identity');
    if (!name.startsWith('n=')) throw violation('the first SCRAM message of the client is malformed');
    const clientNonce = attribute(nonceField, 'r');
    if (!NONCE.test(clientNonce)) throw violation('the nonce of the client is malformed');
    this.#gs2 = `${flag},,`;
    this.#combinedNonce = `${clientNonce}${this.#nonce}`;
    const answer = `r=${this.#combinedNonce},s=${this.#verifier.salt.toString('base64')},i=${this.#verifier.iterations}`;
    this.#transcript = `${message.slice(this.#gs2.length)},${answer}`;
    return answer;
  }

  /** Reads the client's final message: our proof to send, or null when the password is wrong. Throws `PROTOCOL_VIOLATION`. */
  final(message: string): string | null {
    const proofAt = message.lastIndexOf(',p=');
    if (proofAt === -1) throw violation('the final SCRAM message of the client has no proof');
    const withoutProof = message.slice(0, proofAt);
    const [binding = '', nonce = ''] = withoutProof.split(',');
    const bound = this.#gs2.startsWith('p') && this.#binding !== null ? this.#binding : Buffer.alloc(0);
    const expected = Buffer.concat([Buffer.from(this.#gs2), bound]).toString('base64');
    if (attribute(binding, 'c') !== expected) throw violation('the channel binding of the client does not match this connection');
    if (attribute(nonce, 'r') !== this.#combinedNonce) throw violation('the nonce in the final SCRAM message is another one');
    const proof = decode(message.slice(proofAt + 3), 'proof');
    const transcript = `${this.#transcript},${withoutProof}`;
    const clientKey = xor(proof, hmac(this.#verifier.storedKey, transcript));
    if (clientKey === null || !timingSafeEqual(sha256(clientKey), this.#verifier.storedKey)) return null;
    return `v=${hmac(this.#verifier.serverKey, transcript).toString('base64')}`;
  }

  #checkBindingFlag(mechanism: string, flag: string): void {
    if ((mechanism === SCRAM_PLUS) !== (flag === `p=${BINDING_TYPE}`)) throw violation('the client chose another channel binding than its mechanism says');
    // "y": "I could, but you did not offer". We did: somebody in between removed the offer.
    if (flag === 'y' && this.#binding !== null) throw violation('the client did not see our offer of channel binding');
    if (flag !== 'n' && flag !== 'y' && !flag.startsWith('p=')) throw violation('the channel binding flag of the client is malformed');
  }
}

/** The client's end of one exchange. `binding`: the digest of the server's certificate, null without TLS (or a hash to make it by). */
export class ScramClient {
  /** The best mechanism that both sides have. */
  readonly mechanism: string;
  readonly #password: string;
  readonly #nonce: string;
  readonly #gs2: string;
  readonly #bound: Buffer;
  readonly #firstBare: string;
  #serverProof: Buffer | null = null;

  /** Throws `UPSTREAM_FAILED` when the server offers no mechanism that we have. */
  constructor(options: {
    readonly offered: readonly string[];
    readonly password: string;
    readonly nonce: string;
    readonly binding: Buffer | null;
    readonly user?: string;
  }) {
    const plus = options.offered.includes(SCRAM_PLUS);
    if (!plus && !options.offered.includes(SCRAM)) throw failed('offers no SASL mechanism that we know', 'use SCRAM-SHA-256');
    const bind = plus && options.binding !== null;
    if (!bind && !options.offered.includes(SCRAM)) throw failed('insists on channel binding, which its certificate does not allow', 'use a certificate signed with SHA-256');
    this.mechanism = bind ? SCRAM_PLUS : SCRAM;
    // "y" tells the server that we could bind: it then knows that its offer was removed on the way.
    this.#gs2 = bind ? `p=${BINDING_TYPE},,` : options.binding !== null ? 'y,,' : 'n,,';
    this.#bound = bind && options.binding !== null ? options.binding : Buffer.alloc(0);
    this.#password = options.password;
    this.#nonce = options.nonce;
    this.#firstBare = `n=${options.user ?? ''},r=${options.nonce}`;
  }

  first(): string {
    return `${this.#gs2}${this.#firstBare}`;
  }

  /** Answers the server's first message. Throws `UPSTREAM_FAILED`. */
  async final(serverFirst: string): Promise<string> {
    const [nonceField = '', saltField = '', countField = ''] = serverFirst.split(',');
    const nonce = attribute(nonceField, 'r');
    if (!nonce.startsWith(this.#nonce) || nonce.length === this.#nonce.length) throw failed('did not use our nonce');
    const salt = decode(attribute(saltField, 's'), 'salt');
    const count = attribute(countField, 'i');
    const iterations = /^[1-9][0-9]{0,8}$/.test(count) ? Number(count) : 0; // match: "4096"; miss: "0x10"
    if (iterations < 1 || iterations > MAX_SCRAM_ITERATIONS) throw failed(`demands ${iterations} SCRAM iterations`, `use at most ${MAX_SCRAM_ITERATIONS}`);
    const { clientKey, serverKey } = await deriveKeys(this.#password, salt, iterations);
    const channel = Buffer.concat([Buffer.from(this.#gs2), this.#bound]).toString('base64');
    const withoutProof = `c=${channel},r=${nonce}`;
    const transcript = `${this.#firstBare},${serverFirst},${withoutProof}`;
    this.#serverProof = hmac(serverKey, transcript);
    const proof = xor(clientKey, hmac(sha256(clientKey), transcript)) as Buffer;
    return `${withoutProof},p=${proof.toString('base64')}`;
  }

  /** Checks that the server knows the password, too. Throws `UPSTREAM_FAILED`. */
  verify(serverFinal: string): void {
    const proof = decode(attribute(serverFinal.split(',')[0] ?? '', 'v'), 'server signature');
    const expected = this.#serverProof;
    if (expected === null || proof.length !== expected.length || !timingSafeEqual(proof, expected)) {
      throw failed('could not prove that it knows the password', 'check that the address is the right one');
    }
  }
}

async function deriveKeys(password: string, salt: Buffer, iterations: number): Promise<{ clientKey: Buffer; serverKey: Buffer }> {
  const salted = await derive(saslPrepare(password), salt, iterations, KEY_BYTES, 'sha256');
  return { clientKey: hmac(salted, 'Client Key'), serverKey: hmac(salted, 'Server Key') };
}

function attribute(field: string, name: string): string {
  if (!field.startsWith(`${name}=`)) throw violation(`a SCRAM message lacks \`${name}=\` in its place`);
  return field.slice(2);
}

function decode(text: string, what: string): Buffer {
  if (!BASE64.test(text)) throw violation(`the ${what} in a SCRAM message is not base64`);
  return Buffer.from(text, 'base64');
}

function xor(a: Buffer, b: Buffer): Buffer | null {
  if (a.length !== b.length) return null;
  return Buffer.from(a.map((byte, index) => byte ^ (b[index] as number)));
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function violation(message: string): GateError {
  return new GateError('PROTOCOL_VIOLATION', message, { hint: 'check that the peer speaks SCRAM-SHA-256' });
}

function failed(what: string, hint = 'check the server'): GateError {
  return new GateError('UPSTREAM_FAILED', `the server ${what}`, { hint });
}
