// SPDX-License-Identifier: Apache-2.0
//
// Failures as answers of the API: a status, and JSON `{error, code, message, hint}`; `error` in OAuth's words. Refuses to tell what went
// wrong behind the gateway: addresses and users of production are not the client's to know.
// @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 @see https://www.rfc-editor.org/rfc/rfc9449#section-7.1
import { GateError, type ErrorCode } from '../core/errors.js';
import type { HttpAnswer } from './http.js';
import { SessionOver } from './sessions.js';
import { manual } from '../core/documentation-links.js';

const LOG = "the gateway's log says why";

/** A request that is not for anything here. */
export class NoSuchThing extends GateError {
  readonly status: 404 | 405;

  constructor(status: 404 | 405, message: string) {
    super('INPUT_INVALID', message, { hint: `see ${manual('docs/gateway.md')}` });
    this.status = status;
  }
}

/** The answer to anything thrown. */
export function answerTo(thrown: unknown): HttpAnswer {
  if (!(thrown instanceof GateError)) return failure(500, { error: 'server_error', code: 'INTERNAL', message: 'the gateway failed', hint: LOG });
  if (thrown instanceof NoSuchThing) return failure(thrown.status, { error: 'invalid_request', code: thrown.code, message: thrown.message, hint: thrown.hint });
  const status = thrown instanceof SessionOver ? 410 : statusOf(thrown.code);
  return failure(status, { error: errorOf(status), code: thrown.code, ...wording(thrown, status) });
}

function wording(thrown: GateError, status: number): { readonly message: string; readonly hint: string | undefined } {
  if (status === 500) return { message: 'the gateway failed', hint: LOG };
  // Where it keeps things is not the client's to know, either.
  if (thrown.code === 'STORE_FAILED' || thrown.code === 'RECORD_FAILED') return { message: `the gateway can not use its ${thrown.code === 'STORE_FAILED' ? 'store' : 'recordings'}`, hint: LOG };
  return { message: thrown.message, hint: thrown.hint };
}

function statusOf(code: ErrorCode): number {
  switch (code) {
    case 'INPUT_INVALID':
    case 'PROTOCOL_VIOLATION':
    case 'PARSE_LIMIT':
      return 400;
    case 'IDENTITY_UNTRUSTED':
      return 401;
    case 'DENIED':
    case 'POLICY_INVALID':
    case 'APPROVAL_PENDING':
      return 403;
    case 'LIMIT_EXCEEDED':
      return 429;
    case 'UPSTREAM_FAILED':
    case 'FORGE_FAILED':
    case 'STORE_FAILED':
    case 'RECORD_FAILED':
    case 'SECRET_UNAVAILABLE':
      return 503;
    default:
      return 500;
  }
}

function errorOf(status: number): string {
  switch (status) {
    case 400: return 'invalid_request';
    case 401:
    case 410: return 'invalid_token';
    case 403: return 'access_denied';
    case 429: return 'slow_down';
    case 503: return 'temporarily_unavailable';
    default: return 'server_error';
  }
}

function failure(status: number, body: { readonly error: string; readonly code: string; readonly message: string; readonly hint: string | undefined }): HttpAnswer {
  const headers: Record<string, string> = status === 401 ? { 'www-authenticate': 'DPoP algs="EdDSA ES256"' } : status === 503 || status === 429 ? { 'retry-after': '2' } : {};
  return { status, json: { ...body, hint: body.hint ?? null }, headers };
}
