// SPDX-License-Identifier: Apache-2.0
//
// Errors, notices and notifications on their way to the client: each text passes the gate first. Forwards the message as it came when
// the gate changes nothing. Refuses nothing; what can't be judged the gate replaces.
import { readNotification } from '../protocol/backend.js';
import { type Frame, frame as frameOf } from '../protocol/frames.js';
import { BACKEND, cstring, type DiagnosticFields, errorResponse, int32, noticeResponse } from '../protocol/messages.js';
import type { Outgoing } from '../transport/outgoing.js';

/** Says what may be shown of a field's text. */
export type TextJudge = (field: string, text: string, sqlstate: string, fields: DiagnosticFields) => string;

/** Forwards an ErrorResponse or NoticeResponse. */
export function passDiagnostic(frame: Frame, fields: DiagnosticFields, { judge, out }: { judge: TextJudge; out: Outgoing }): void {
  const sqlstate = fields.get('C') ?? '';
  let changed = false;
  const judged = new Map<string, string>();
  for (const [field, text] of fields) {
    const shown = judge(field, text, sqlstate, fields);
    changed ||= shown !== text;
    judged.set(field, shown);
  }
  if (!changed) out.frame(frame);
  else out.bytes(frame.type === BACKEND.errorResponse ? errorResponse(judged) : noticeResponse(judged));
}

/** Forwards a NotificationResponse. Channels are names; payloads may be anything. */
export function passNotification(frame: Frame, { judge, out }: { judge: TextJudge; out: Outgoing }): void {
  const { pid, channel, payload } = readNotification(frame);
  const shown = payload === '' ? payload : judge('payload', payload, '', NO_FIELDS);
  if (shown === payload) out.frame(frame);
  else out.bytes(frameOf(BACKEND.notificationResponse, int32(pid), cstring(channel), cstring(shown.replaceAll('\0', ' '))));
}

const NO_FIELDS: DiagnosticFields = new Map();

/** The server is about to close the connection. */
export function isFatal(fields: DiagnosticFields): boolean {
  const severity = fields.get('V') ?? fields.get('S') ?? '';
  return severity === 'FATAL' || severity === 'PANIC';
}
