// SPDX-License-Identifier: Apache-2.0
//
// What `run` and the gate process say to each other over the IPC channel: JSON messages, closed union, both directions. Secrets never
// travel here except the session's own credential, which is worthless outside the run.
import type { GateRequest, GateSealed, GateStarted, OnRefusal } from '../commands/gate-process.js';
import type { ErrorCode } from '../core/errors.js';
import type { HostKind } from '../core/ports.js';

export type ToGate =
  | { readonly kind: 'start'; readonly request: GateRequest; readonly host: HostKind }
  | { readonly kind: 'seal'; readonly commandCode: number | null; readonly onRefusal: OnRefusal };

export type FromGate =
  /** Says that it listens: what is sent before is lost. */
  | { readonly kind: 'awake' }
  | { readonly kind: 'started'; readonly started: GateStarted }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string; readonly hint: string | null }
  | { readonly kind: 'log'; readonly level: 'debug' | 'info' | 'warn' | 'error'; readonly message: string; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: 'mask'; readonly value: string }
  | { readonly kind: 'sealed'; readonly sealed: GateSealed };
