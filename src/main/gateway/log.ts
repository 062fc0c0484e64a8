// SPDX-License-Identifier: Apache-2.0
//
// The gateway's log: one JSON object a line. Refuses to break a line, whatever is in a message.
import type { Log } from '../../core/ports.js';
import type { Runtime } from '../../core/runtime.js';

/** `{"at","level","message",…}`; debug lines only when they are asked for. */
export function jsonLog(write: (line: string) => void, options: { readonly runtime: Runtime; readonly debug: boolean }): Log {
  const say = (level: string) => (message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
    write(`${JSON.stringify({ at: new Date(options.runtime.now()).toISOString(), level, message, ...fields })}\n`);
  };
  return { debug: options.debug ? say('debug') : () => undefined, info: say('info'), warn: say('warn'), error: say('error') };
}
