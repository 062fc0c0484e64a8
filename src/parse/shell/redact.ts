// SPDX-License-Identifier: Apache-2.0
//
// A command without values, for recordings and reports: what follows `=`, what is quoted prose or code, passwords in addresses, and what
// options for secrets are given. Refuses to keep what it is not sure of: a `?` too many is no loss.
import { shown } from './text.js';

/** Source: reports are read by people. */
const MAX_LENGTH = 500;
// Hits `--password`, `--api-key`, `-H`, `-u`, `-p`; misses `--verbose`.
const SECRET_OPTION = /^(?:-[HupP]|--?[\w-]*(?:pass|token|secret|key|auth|header|user|credential|cookie)[\w-]*)$/iu;
// Hits `https://me:word@host`; misses `https://host/@me`.
const USER_INFO = /(:\/\/)[^/\s@]{1,256}@/gu;
// Hits `ghp_16C7e42F292c69…`; misses `src/main/gate-process.ts`.
const LONG_TOKEN = /^[A-Za-z0-9+=_.-]{32,}$/u;

/** One line. */
export function redact(argv: readonly string[]): string {
  let hide = false;
  const words = argv.map((word, index) => {
    const hidden = hide && !word.startsWith('-');
    hide = index > 0 && SECRET_OPTION.test(word);
    return hidden ? '?' : redactWord(word, index);
  });
  const line = words.join(' ');
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
}

function redactWord(word: string, index: number): string {
  const assigned = /^(-{0,2}[\w.-]+=)/u.exec(word);
  if (assigned !== null) return `${assigned[0] as string}?`;
  if (index > 0 && (/[\s{}()'"`$;|&<>]/u.test(word) || LONG_TOKEN.test(word))) return '?';
  // `-psecret` of mysql.
  return shown(word).replace(USER_INFO, '$1?@').replace(/^(-p)(?=.{4})[^\s-].*$/u, '$1?').replace(/[\p{Cc}\p{Cf}]/gu, '?');
}
