// SPDX-License-Identifier: Apache-2.0
import { type ErrorCode, exitCodeOf, GateError, messageOf } from '../../../src/core/errors.js';

// Every code has its row: a new one does not compile without.
const CODES: Readonly<Record<ErrorCode, number>> = {
  DENIED: 1, RECORD_ALTERED: 1, APPROVAL_PENDING: 3, INPUT_INVALID: 2, POLICY_INVALID: 2, IDENTITY_UNTRUSTED: 2, PARSE_LIMIT: 2, RECORD_FAILED: 4, SECRET_UNAVAILABLE: 4, FORGE_FAILED: 4,
  STORE_FAILED: 4, ISOLATION_FAILED: 4, UPSTREAM_FAILED: 4, PROTOCOL_VIOLATION: 4, LIMIT_EXCEEDED: 4, INTERNAL: 4,
};

describe('exitCodeOf', () => {
  it.each(Object.entries(CODES))('%s: %i', (code, expected) => {
    expect(exitCodeOf(new GateError(code as ErrorCode, 'x'))).toBe(expected);
  });

  it.each([[new Error('x')], ['x'], [null], [{ code: 'DENIED' }]])('%p is a fault of ours', (thrown) => {
    expect(exitCodeOf(thrown)).toBe(4);
  });
});

describe('messageOf', () => {
  it.each<[unknown, string]>([[new Error('a\n  b '), 'a b'], ['c\nd', 'c d'], [undefined, 'undefined']])('%p is one line', (thrown, expected) => {
    expect(messageOf(thrown)).toBe(expected);
  });
});
