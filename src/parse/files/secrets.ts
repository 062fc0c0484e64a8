// SPDX-License-Identifier: Apache-2.0
//
// Secrets that a change adds. What a secret looks like is said by a detector that is handed in. Refuses to repeat one: it tells the kind and
// the line. Spares what was in the file before, and what is made up for documentation.
import type { DiffLine } from '../../core/change.js';
import { type FileSides, type FileTools, type Finding, type SecretSpan, wholeText } from './model.js';

// Hits `AKIAIOSFODNN7EXAMPLE` and jwt.io's own token.
const MADE_UP = /example|x{4}|0123456789abcdef|abcdefghijkl|eyJzdWIiOiIxMjM0NTY3ODkwIi/iu;
// Hits `postgres://app:hunter2@db.internal/shop` (group 1: the password; 2: the host).
const URL_PASSWORD = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@'"`<>]{0,100}:([^\s/@'"`<>]{3,200})@([\w.-]{1,200})/giu;
// Passwords that nobody takes for one, and places where an expression stands.
const NO_PASSWORD = /[${}<>*%]|^(?:postgres|password|passwd|pass|secret|root|admin|user|username|test|guest|mysql|redis|changeme|token|pw|pwd|x+|\.+)$/iu;
const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|db|postgres|mysql|redis|database|host|hostname|[\w.-]*example(?:\.\w+)?|[\w-]+\.(?:test|invalid|local|localhost))$/iu;

/** Findings in added lines. */
export function secretFindings(file: FileSides, secretsIn: FileTools['secretsIn']): readonly Finding[] {
  const { change, base } = file;
  const whole = wholeText(file);
  return (whole === null ? runsOf(change.added) : [{ line: 1, text: whole }]).flatMap(({ text, line }) => {
    const spans = [...secretsIn(text), ...passwords(text)].filter(({ start, end }) => {
      const value = text.slice(start, end);
      return !MADE_UP.test(value) && base?.includes(value) !== true;
    });
    return spans.map(({ start, name }) => ({ line: line + linesBefore(text, start), id: 'code.secret-added', detail: `it looks like a secret (${name})` }));
  });
}

/** Lines that follow each other, as texts: a key takes many of them. */
function runsOf(added: readonly DiffLine[]): readonly { readonly line: number; readonly text: string }[] {
  const runs: { line: number; texts: string[] }[] = [];
  for (const { line, text } of added) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.line + last.texts.length === line) last.texts.push(text);
    else runs.push({ line, texts: [text] });
  }
  return runs.map(({ line, texts }) => ({ line, text: texts.join('\n') }));
}

function passwords(text: string): readonly SecretSpan[] {
  if (!text.includes('://') || !text.includes('@')) return [];
  return [...text.matchAll(URL_PASSWORD)].flatMap((match) => {
    const [all, password = '', host = ''] = match;
    if (NO_PASSWORD.test(password) || LOCAL.test(host)) return [];
    const start = match.index + all.lastIndexOf(`:${password}@`) + 1;
    return [{ start, end: start + password.length, name: 'url-password' }];
  });
}

function linesBefore(text: string, at: number): number {
  let count = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) count += 1;
  return count;
}
