// SPDX-License-Identifier: Apache-2.0
//
// What the API asks of whoever keeps sessions: a port, implemented where everything is wired. Types only, and the one error that says
// that a session is over.
import { GateError } from '../core/errors.js';

/** Token types of RFC 8693 that a session may be opened with. */
export const SUBJECT_TOKEN_TYPES = ['urn:ietf:params:oauth:token-type:jwt', 'urn:ietf:params:oauth:token-type:id_token', 'urn:ietf:params:oauth:token-type:saml2'] as const;
export type SubjectTokenType = (typeof SUBJECT_TOKEN_TYPES)[number];

/** Counts of decisions. */
export interface Counts {
  readonly allow: number;
  readonly review: number;
  readonly deny: number;
}

/** A session as its job is told of it. Times: milliseconds since the epoch. */
export interface OpenedSession {
  readonly id: string;
  readonly credential: string;
  readonly expiresAt: number;
  readonly limitAt: number;
  readonly principal: { readonly names: readonly string[]; readonly issuer: string; readonly subject: string; readonly prompter: string | null };
  readonly resources: readonly { readonly name: string; readonly type: string; readonly host: string; readonly port: number; readonly database: string; readonly tls: boolean }[];
  /** Markdown for the agent: what it has, what is allowed, how to ask. */
  readonly guide: string;
  /** Until when the operator's policy only observes; null: it is enforced. */
  readonly observeUntil: string | null;
  /** The pull request that tells of the break-glass, and until when it holds (ISO 8601); null: none was asked for. */
  readonly breakGlass: { readonly url: string; readonly until: string } | null;
}

/** A verified caller that wants a session; what is in it only the implementation knows. */
export interface Sessions<Subject = unknown, Session = unknown> {
  /** Who shows this token. Throws IDENTITY_UNTRUSTED, UPSTREAM_FAILED. */
  verify(token: string, type: SubjectTokenType): Promise<Subject>;
  /** Opens a session, or finds the one that this token and key have opened before. `breakGlass`: why it can't wait for reviews; null: it can. Throws GateError. */
  open(subject: Subject, about: { readonly thumbprint: string; readonly resources: readonly string[]; readonly breakGlass: string | null }): Promise<OpenedSession>;
  /** The session that a credential and a key are of, over or not. Throws IDENTITY_UNTRUSTED; null: no such session. */
  find(id: string, proven: { readonly credential: string; readonly thumbprint: string }): Promise<Session | null>;
  /** Throws SessionOver. */
  renew(session: Session): Promise<{ readonly id: string; readonly expiresAt: number; readonly limitAt: number }>;
  /** Ends it, seals its recording, and tells what was decided in it. Ending it twice is fine, and tells the same. */
  end(session: Session): Promise<{ readonly id: string; readonly why: string; readonly operations: Counts }>;
}

/** A session that has ended: nothing opens it again. */
export class SessionOver extends GateError {
  constructor(id: string, why: string) {
    super('IDENTITY_UNTRUSTED', `the session \`${id}\` is over: ${why}`, { hint: 'start a new run' });
  }
}
