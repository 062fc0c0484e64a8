// SPDX-License-Identifier: Apache-2.0
//
// The one error class of the house. Rooms throw it deep; the doors (main/, one per connection in proxy/) catch once.
// Refuses to carry secrets: messages quote what the user typed, never a value read from a vault or a wire.

/** Closed set of reasons; callers branch on these, never on message text. */
export type ErrorCode =
  | 'INPUT_INVALID'
  | 'POLICY_INVALID'
  | 'IDENTITY_UNTRUSTED'
  | 'DENIED'
  | 'APPROVAL_PENDING'
  | 'PARSE_LIMIT'
  | 'RECORD_FAILED'
  | 'RECORD_ALTERED'
  | 'SECRET_UNAVAILABLE'
  | 'FORGE_FAILED'
  | 'STORE_FAILED'
  | 'ISOLATION_FAILED'
  | 'UPSTREAM_FAILED'
  | 'PROTOCOL_VIOLATION'
  | 'LIMIT_EXCEEDED'
  | 'INTERNAL';

/**
 * A failure that says what to do about it.
 *
 * `message`: lower-case start, one line, no final period, user input in backticks. `hint`: the next step, same style.
 */
export class GateError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'GateError';
    this.code = code;
    this.hint = options.hint;
  }
}

/** The message of anything thrown, on one line; never a stack. */
export function messageOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

/** Exit codes, of every verb alike. */
export const EXIT = { done: 0, denied: 1, badInput: 2, pending: 3, fault: 4, beforeStart: 125 } as const;

/** The exit code that a failure of each kind ends with. */
export function exitCodeOf(thrown: unknown): number {
  if (!(thrown instanceof GateError)) return EXIT.fault;
  switch (thrown.code) {
    case 'DENIED':
    case 'RECORD_ALTERED':
      return EXIT.denied;
    case 'APPROVAL_PENDING':
      return EXIT.pending;
    case 'INPUT_INVALID':
    case 'POLICY_INVALID':
    case 'IDENTITY_UNTRUSTED':
    case 'PARSE_LIMIT':
      return EXIT.badInput;
    default:
      return EXIT.fault;
  }
}
