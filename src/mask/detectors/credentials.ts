// SPDX-License-Identifier: Apache-2.0
//
// Credentials by where they stand: in a URL before its host, in an Authorization header, behind `curl -u`, in the data of a Kubernetes
// Secret. Refuses user names alone, variables and placeholders.
import { charClass, type Detector, eachMatch, entropy, groupsOf, isAt, placesOf, type Span } from './detector.js';

// Match "${PASSWORD}", "$PGPASSWORD", "***" and "[masked:jwt]", miss "pa$$word".
const PLACEHOLDER = /^(?:\$|%[a-z(]|\{|<|\[|\*+$|x+$|\.+$|password$|passw?d?$|pwd$|secret$|token$|port$|\d{1,5}$)/i;

/** Detects passwords in URLs. */
export const urlCredentials: Detector = {
  name: 'url-credentials',
  kind: 'secret',
  keys: ['://'],
  encodedKeys: [],
  at: besideScheme,
  find: (text) => placesOf(text, '://').flatMap((place) => besideScheme(text, place) ?? []),
};

const SCHEME = charClass(/[A-Za-z]/);
/** Longest user and password in a URL. */
const MAX_USERINFO = 384;
// What ends a URL's first part, or stands before it.
const ENDS = charClass(/[ \t\r\n/?#"'`<>\\]/);
const AT_SIGN = 64;
const COLON = 58;

// Most URLs have none: a walk to the first `@` or end.
function besideScheme(text: string, place: number): Span | null {
  const start = place + 3;
  const limit = Math.min(text.length, start + MAX_USERINFO);
  let colon = -1;
  let end = -1;
  for (let at = start; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === AT_SIGN) end = at;
    else if (code === COLON && colon < 0) colon = at;
    else if (ENDS[code] === 1) break;
  }
  if (end < 0 || colon < 0 || colon > end || end === colon + 1 || !isAt(text, place - 1, SCHEME)) return null;
  const password = text.slice(colon + 1, end);
  // Match "postgres:postgres@localhost": a password that is the user's name protects nothing.
  return PLACEHOLDER.test(password) || password === text.slice(start, colon) ? null : { start, end };
}

// Match "Authorization: Basic dXNlcjpwYXNz" and `"authorization": "Bearer abc…"`, miss "Authorization: Basic realm" and "Authorization: $X".
const HEADER = /authorization\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?(?:(?:basic|bearer|token|bot|apikey|api-token|digest|key)\s{1,3})?([A-Za-z0-9_~+/.=:@!-]{8,8192})/dgi;

/** Detects what HTTP headers authenticate with. */
export const authorizationHeader: Detector = {
  name: 'authorization-header',
  kind: 'secret',
  keys: [],
  contextKeys: ['authorization'],
  reach: { before: 32, after: 8320 },
  find: (text) => groupsOf(HEADER, text).filter(({ start, end }) => isOpaque(text.slice(start, end))),
};

/** Bits a character of what is no placeholder. */
const MIN_BITS = 2.5;

// Digits and letters in one piece, so that words are left alone.
function isOpaque(value: string): boolean {
  return /[0-9]/.test(value) && /[A-Za-z]/.test(value) && /[A-Za-z0-9]{8}/.test(value) && !/^(?:https?:|\$)/.test(value) && entropy(value) >= MIN_BITS;
}

// Match "curl -u elastic:P@ssw0rd", `--user "a:b"`, miss "docker -u 1000:1000" and "curl -u $USER:$PASS".
const CURL = /\bcurl\b[^\n|;&]{0,2000}?(?:\\\n[^\n|;&]{0,500}?){0,12}\s(?:-u|--user)[\s=]{1,3}("[^"\n]{0,200}"(?::"[^"\n]{0,200}")?|'[^'\n]{0,200}'|[^\s"'`|;&<>]{3,256})/dg;

/** Detects `user:password` given to curl. */
export const curlCredentials: Detector = {
  name: 'curl-credentials',
  kind: 'secret',
  keys: [],
  contextKeys: ['curl'],
  reach: { before: 16, after: 6144 },
  find: (text) => groupsOf(CURL, text).filter(({ start, end }) => isUserAndPassword(text.slice(start, end))),
};

function isUserAndPassword(value: string): boolean {
  const inner = value.replaceAll(/["']/g, '');
  const colon = inner.indexOf(':');
  if (colon < 0 || /[$%<*]\{?[A-Za-z({*]|^\$|:\$|\[/.test(inner.replace(/\$\d/g, ''))) return false;
  const password = inner.slice(colon + 1) || inner.slice(0, colon);
  if (PLACEHOLDER.test(password)) return false;
  return password.length >= 4 && (/[0-9!@#$%^&*~]/.test(password) || (password.length >= 10 && /[a-z]/.test(password) && /[A-Z]/.test(password)));
}

// A document of a file, up to the next `---`; whether it is a Secret; the lines of its data, and each entry of them.
const DOCUMENT = /(?:^|\n)---[^\n]*(?:\n|$)/g;
const SECRET = /^[ \t]*["']?kind["']?[ \t]*:[ \t]*["']?secret["']?[ \t]*,?[ \t]*$/im;
const DATA = /^([ \t]*)["']?(?:data|stringData)["']?[ \t]*:[ \t]*\r?\n((?:\1[ \t]+.*(?:\r?\n|$)|[ \t]*\r?\n)*)/gm;
const ENTRY = /^[ \t]+(["']?[\w.-]{1,128}["']?[ \t]*:[ \t]*(?:[|>][+-]?[ \t]*\r?\n[ \t]+)?(?:"[^"\n]{4,65536}"|'[^'\n]{4,65536}'|[^\s"'#{}<>|$[\]]{4,65536}))/dgm;

// The same in JSON: Match `"kind":"Secret"`; `"data":{"pin":"MTIzNA=="}`; `"pin":"MTIzNA=="`, miss `"data":{"pin":1}`.
const JSON_SECRET = /"kind"\s*:\s*"secret"/i;
const JSON_DATA = /"(?:data|stringData)"\s*:\s*\{((?:\s*"[^"\n]{1,253}"\s*:\s*"(?:[^"\\\n]|\\.)*"\s*,?)*)/dg;
const JSON_ENTRY = /"[^"\n]{1,253}"\s*:\s*"((?:[^"\\\n]|\\.){4,})"/dg;
/** Kubernetes keeps a MiB of data in a Secret, base64 makes it a third more. */
const MAX_SECRET = 1_500_000;

/** Detects the values of a Kubernetes Secret, in YAML and in JSON. */
export const kubernetesSecret: Detector = {
  name: 'kubernetes-secret',
  kind: 'secret',
  keys: [],
  contextKeys: ['kind: secret', 'kind: "secret', "kind: 'secret", '"kind": "secret', '"kind":"secret', "'kind': 'secret"],
  // Keys are often written by the alphabet: all data before the kind.
  reach: { before: MAX_SECRET, after: MAX_SECRET },
  find(text) {
    const spans: Span[] = [];
    let from = 0;
    for (const document of text.split(DOCUMENT)) {
      const start = text.indexOf(document, from);
      if (SECRET.test(document)) spans.push(...entriesOf(document, start));
      from = start + document.length;
    }
    return JSON_SECRET.test(text) ? [...spans, ...inJson(text)] : spans;
  },
};

function inJson(text: string): Span[] {
  return groupsOf(JSON_DATA, text).flatMap((block) => groupsOf(JSON_ENTRY, text.slice(block.start, block.end)).map(({ start, end }) => ({ start: block.start + start, end: block.start + end })));
}

function entriesOf(document: string, at: number): Span[] {
  const spans: Span[] = [];
  eachMatch(DATA, document, (data) => {
    const block = data[2] as string;
    const from = at + data.index + data[0].length - block.length;
    for (const { start, end } of groupsOf(ENTRY, block)) if (!/\$\{|\{\{|\$\(/.test(block.slice(start, end))) spans.push({ start: from + start, end: from + end });
  });
  return spans;
}
