// SPDX-License-Identifier: Apache-2.0
//
// What may be printed in a log: one message as lines without control characters, with everything secret taken out. Refuses to let a
// message begin a line of its own or move a cursor: names and errors in it may come from an agent.
import type { Log, Place } from '../core/ports.js';

/** Values shorter than this would tear holes into every log. */
const MIN_MASK_LENGTH = 4;
/** A line of a longer secret (a private key) is masked by itself when it has at least this much to hide. */
const MIN_LINE_LENGTH = 8;

export type Fields = Readonly<Record<string, unknown>>;

/** The values that this process was told to hide; for everything that we print ourselves. */
export class Redactor {
  readonly #values = new Set<string>();

  remember(value: string): void {
    if (value.length >= MIN_MASK_LENGTH) this.#values.add(value);
    const lines = value.split(/[\r\n]+/u);
    if (lines.length > 1) for (const line of lines) if (line.trim().length >= MIN_LINE_LENGTH) this.#values.add(line.trim());
  }

  redact(text: string): string {
    let clean = text;
    // Longest first: a value may be part of another.
    for (const value of [...this.#values].sort((a, b) => b.length - a.length)) clean = clean.replaceAll(value, '***');
    return clean;
  }

  /** The lines of a message with its fields, each safe to print. CR, LF and CRLF end a line, as they do for CI runners. */
  lines(message: string, fields: Fields = {}): readonly string[] {
    const inside = (_name: string, value: unknown): unknown => (typeof value === 'string' ? this.redact(value) : value);
    const entries = Object.entries(fields).map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value, inside)}`);
    return this.redact([message, ...entries].join(' ')).split(/\r\n|\r|\n/u).map(printable);
  }
}

/** Control characters (but for tabs) as `\x1b`: no colours, cursors or folded sections from inside a text. */
export function printable(line: string): string {
  // Matches ESC, misses a tab.
  return line.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** At most `bytes` of UTF-8, cut between characters. */
export function cutBytes(text: string, bytes: number): string {
  const whole = Buffer.from(text, 'utf8');
  if (whole.length <= bytes) return text;
  let end = Math.max(0, bytes);
  while (end > 0 && ((whole[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return whole.toString('utf8', 0, end);
}

/** `db/1.sql:3:7`, as compilers write places. */
export function whereOf(place: Place): string {
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

/** A message as a job's file would write it: flags of the command line that are inputs here, `isolation: none` for `--isolation none`. */
export function withInputs(message: string, isInput: (name: string) => boolean): string {
  // Matches "`--resource NAME`" and "`--local`", misses "`git gc --auto`".
  return message.replace(/`--([a-z][a-z-]*)(?: ([^`]+))?`/gu, (flag, name: string, value?: string) => (isInput(name) ? `\`${name}${value === undefined ? '' : `: ${value}`}\`` : flag));
}

/** A log whose lines begin with their level in words; what becomes of `debug` is each host's own. */
export function leveledLog(print: (level: string, message: string, fields?: Fields) => void, debug: Log['debug']): Log {
  return {
    debug,
    info: (message, fields) => print('', message, fields),
    warn: (message, fields) => print('warning: ', message, fields),
    error: (message, fields) => print('error: ', message, fields),
  };
}

/** `/run/x` or the fallback: folders from the environment count when they are absolute. */
export function absoluteOr(folder: string | undefined, fallback: string): string {
  return folder?.startsWith('/') === true ? folder : fallback;
}
