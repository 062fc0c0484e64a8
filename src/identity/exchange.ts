// SPDX-License-Identifier: Apache-2.0
//
// OAuth 2.0 token exchange: the job's token in, an access token of somebody else's authorisation server out. Refuses to send the token
// anywhere but to the address that the user named, and to repeat what that server says of it.
// @see https://www.rfc-editor.org/rfc/rfc8693
import { GateError } from '../core/errors.js';
import { sendDocument } from '../core/http.js';
import type { Runtime } from '../core/runtime.js';
import type { SubjectTokenType } from './gateway.js';
import { oneLine } from './refusal-messages.js';

/** Source: access tokens with groups have 12 KiB, with an id token beside them twice that. */
const MAX_ANSWER_BYTES = 256 * 1024;
const TYPE = 'urn:ietf:params:oauth:token-type:';

/** What to ask of whom. Empty lists and nulls are left out of the request. */
export interface TokenExchange {
  readonly endpoint: string;
  readonly subjectToken: string;
  readonly subjectTokenType: SubjectTokenType;
  /** Logical names of the services that the new token is for. */
  readonly audiences: readonly string[];
  /** Their addresses. */
  readonly resources: readonly string[];
  readonly scope: string | null;
  /** A public client's id, for servers that want one. */
  readonly clientId: string | null;
}

/** `expiresAt`: milliseconds since the epoch; null when the server does not say. */
export interface ExchangedToken {
  readonly token: string;
  /** `Bearer`, `DPoP` or `N_A`, as the server writes it. */
  readonly tokenType: string;
  readonly expiresAt: number | null;
}

/** Exchanges; throws IDENTITY_UNTRUSTED when the server does not take the token, UPSTREAM_FAILED when it does not answer as RFC 8693 says. */
export async function exchangeToken(exchange: TokenExchange, runtime: Runtime): Promise<ExchangedToken> {
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
  const response = await sendDocument({ url: exchange.endpoint, method: 'POST', headers, body: formOf(exchange), maxBytes: MAX_ANSWER_BYTES }, runtime);
  const document = await response.json().catch(() => null) as unknown;
  const answer = (typeof document === 'object' && document !== null ? document : {}) as Readonly<Record<string, unknown>>;
  if (!response.ok) throw refusal(answer, response.status, exchange);
  const { access_token: token, token_type: tokenType, issued_token_type: issued, expires_in: seconds } = answer;
  if (typeof token !== 'string' || token === '' || typeof tokenType !== 'string' || typeof issued !== 'string') {
    throw new GateError('UPSTREAM_FAILED', `\`${exchange.endpoint}\` answers without a token as RFC 8693 writes it`, { hint: 'is this the token endpoint, and does it do token exchange?' });
  }
  return { token, tokenType: oneLine(tokenType), expiresAt: typeof seconds === 'number' && Number.isFinite(seconds) ? runtime.now() + seconds * 1000 : null };
}

function formOf({ subjectToken, subjectTokenType, audiences, resources, scope, clientId }: TokenExchange): string {
  const form = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', subject_token: subjectToken, subject_token_type: `${TYPE}${subjectTokenType}` });
  for (const audience of audiences) form.append('audience', audience);
  for (const resource of resources) form.append('resource', resource);
  if (scope !== null) form.set('scope', scope);
  if (clientId !== null) form.set('client_id', clientId);
  return form.toString();
}

// @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
function refusal(answer: Readonly<Record<string, unknown>>, status: number, { endpoint, subjectToken }: TokenExchange): GateError {
  const said = (name: string): string => (typeof answer[name] === 'string' ? `: ${oneLine(answer[name].replaceAll(subjectToken, '(hidden)'))}` : '');
  const why = said('error') + said('error_description');
  if (status >= 500 || why === '') return new GateError('UPSTREAM_FAILED', `\`${endpoint}\` answers with status ${status}${why}`, { hint: 'is this the token endpoint? its log says more' });
  return new GateError('IDENTITY_UNTRUSTED', `\`${endpoint}\` does not exchange the token of this job (status ${status})${why}`, { hint: "compare the input `audience`, and the server's trust in this issuer, with the claims that are shown above" });
}
