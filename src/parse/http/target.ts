// SPDX-License-Identifier: Apache-2.0
//
// The target of a request in its one normal form: what is judged is what is sent, byte for byte. Refuses every path that two servers could read
// differently: `//`, dots, encoded slashes and letters, `;`, backslashes, a dot or blank at the end of a part, a user in an address.
// @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2  @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2

/** `authority`: `host[:port]` with the scheme's own port left out; null when the target does not say. `path`: as sent, and so normal. */
export interface Target {
  readonly kind: 'target';
  readonly scheme: 'http' | 'https' | null;
  readonly authority: string | null;
  readonly path: string;
  /** What follows `?`; empty when nothing does. */
  readonly query: string;
}

/** `path`: that of a target which is clear but for a slash at its end; null for all others. */
export interface BadTarget {
  readonly kind: 'problem';
  readonly problem: string;
  readonly path: string | null;
}

/** Source: what the largest servers take for a request line. */
const MAX_TARGET = 8_192;
const problem = (why: string, path: string | null = null): BadTarget => ({ kind: 'problem', problem: why, path });

/** Reads origin-form (`/a?b`), absolute-form (`https://host/a?b`), and `*` of OPTIONS. Never throws. */
export function readTarget(text: string, method: string): Target | BadTarget {
  if (text.length > MAX_TARGET) return problem(`its target is longer than ${MAX_TARGET} characters`);
  // Hits `/a?b=c`; misses what no target holds: blanks, controls, a fragment, letters beyond ASCII.
  if (!/^[\x21\x22\x24-\x7e]+$/u.test(text)) return problem('its target holds characters that no target has');
  if (text === '*') return method === 'OPTIONS' ? { kind: 'target', scheme: null, authority: null, path: '*', query: '' } : problem('`*` is a target of OPTIONS alone');
  const [, scheme, authority, rest = text] = /^(https?):\/\/([^/?]*)(.*)$/u.exec(text) ?? [];
  const at = authorityOf(scheme, authority);
  if (at === null) return problem('its address has more than one reading');
  const mark = rest.indexOf('?');
  const path = mark < 0 ? rest : rest.slice(0, mark);
  const found = { kind: 'target', scheme: (scheme as Target['scheme'] | undefined) ?? null, authority: at === '' ? null : at, path: path === '' && scheme !== undefined ? '/' : path, query: mark < 0 ? '' : rest.slice(mark + 1) } as const;
  const wrong = pathProblem(found.path);
  return wrong === null ? found : problem(wrong, isClearButForItsEnd(found.path) ? found.path : null);
}

// Empty: there is none. Null: it is not in the form that every reader takes for the same.
function authorityOf(scheme: string | undefined, authority: string | undefined): string | null {
  if (scheme === undefined || authority === undefined) return '';
  return normalAuthority(scheme, authority);
}

/** `HOST:port` as `host[:port]`; null when it holds a user, an address in an odd form, or is not one. */
export function normalAuthority(scheme: string, authority: string): string | null {
  const lower = authority.toLowerCase();
  // Hits `api.example:8443`, `[::1]:80`; misses `a@b`, `a.`, `0x7f.1`, `a%2eb`.
  if (!/^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::[1-9][0-9]{0,4})?$/u.test(lower)) return null;
  const url = `${scheme}://${lower}/`;
  if (!URL.canParse(url)) return null;
  const { host } = new URL(url);
  // A host that becomes another one when it is read (`127.1`) is not in its normal form.
  return host === lower || `${host}:${scheme === 'https' ? 443 : 80}` === lower ? host : null;
}

function pathProblem(path: string): string | null {
  if (path === '/') return null;
  if (!path.startsWith('/')) return 'its target is neither a path nor an address';
  if (path.endsWith('/')) return 'its path ends in a slash, and servers read it with it or without';
  for (const segment of path.slice(1).split('/')) {
    const wrong = segmentProblem(segment);
    if (wrong !== null) return wrong;
  }
  return null;
}

/** Characters of a path that mean themselves; of all others the encoded form is the only one. */
const PLAIN = /^[A-Za-z0-9\-._~!$&'()*+,=:@]$/u;

function segmentProblem(segment: string): string | null {
  if (segment === '') return 'its path has `//` in it';
  if (segment === '.' || segment === '..') return 'its path has `.` or `..` in it';
  const decoded = decodedOf(segment);
  if (decoded === null) return 'its path has an encoding in it that nobody reads';
  if (/[/\\;?#%\p{Cc}\p{Cf}]/u.test(decoded)) return 'its path has a slash, a backslash, `;`, `?`, `#`, `%` or what does not print in it, encoded or not';
  if (/^\s|[\s.]$/u.test(decoded)) return 'a part of its path begins or ends with a blank, or ends with a dot';
  if (encodedOf(decoded) !== segment) return 'its path can be written in another way, and that is the one that servers compare';
  return decoded.normalize('NFC') === decoded ? null : 'its path has letters in it that can be written in another way';
}

function decodedOf(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

function encodedOf(decoded: string): string {
  return [...decoded].map((char) => (PLAIN.test(char) ? char : encodeURIComponent(char))).join('');
}

function isClearButForItsEnd(path: string): boolean {
  return path.length > 1 && path.endsWith('/') && pathProblem(path.slice(0, -1)) === null;
}
