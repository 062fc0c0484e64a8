// SPDX-License-Identifier: Apache-2.0
//
// A request as text: an HTTP/1.1 message, or JSON `{method, url, headers, body}`. Refuses what two parsers could take for two messages: folded
// lines, blanks before a colon, bare line ends, lengths that disagree, encodings of the body.
// @see https://www.rfc-editor.org/rfc/rfc9112
import { isObject, parseJson } from './json.js';
import { normalAuthority, readTarget, type Target } from './target.js';

/** A request that has one reading. */
export interface Message {
  readonly kind: 'message';
  /** As sent; methods are told apart by case. */
  readonly method: string;
  readonly target: Target;
  /** By lower-case name, values in order. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
}

/** `method` and `path`: as far as they were clear. */
export interface BadMessage {
  readonly kind: 'problem';
  readonly problem: string;
  readonly method: string | null;
  readonly path: string | null;
}

/** Source: far more than a person reviews; the largest body of a request that a model API takes is 32 MiB. */
const MAX_BYTES = 32 * 1024 * 1024;
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/u;
const problem = (why: string, known: { method?: string; path?: string | null } = {}): BadMessage => ({ kind: 'problem', problem: why, method: known.method ?? null, path: known.path ?? null });

/** What a text says before it is judged whether it has one reading. */
interface Raw {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** Reads a request. Never throws. */
export function readMessage(text: string): Message | BadMessage {
  if (Buffer.byteLength(text, 'utf8') > MAX_BYTES) return problem(`it is larger than ${MAX_BYTES} bytes`);
  const raw = /^\s*\{/u.test(text) ? ofJson(text) : ofText(text);
  return typeof raw === 'string' ? problem(raw) : checked(raw);
}

function ofText(text: string): Raw | string {
  if (/\0|\r(?!\n)/u.test(text)) return 'it holds a NUL, or a carriage return that ends no line';
  const end = /\r?\n\r?\n/u.exec(text);
  const lines = (end === null ? text.replace(/\r?\n$/u, '') : text.slice(0, end.index)).split(/\r?\n/u);
  // Hits `GET /a HTTP/1.1` and `GET /a`; misses two blanks, a tab, a line before it.
  const [, method, target] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}) (\S+)(?: HTTP\/1\.[01])?$/u.exec(lines[0] ?? '') ?? [];
  if (method === undefined || target === undefined) return 'its first line is no request line';
  const headers: [string, string][] = [];
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0));
    const value = line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/gu, '');
    if (!TOKEN.test(name)) return 'a line of its head is no header';
    headers.push([name, value]);
  }
  return { method, target, headers, body: end === null ? '' : text.slice(end.index + end[0].length) };
}

const KEYS: readonly string[] = ['method', 'url', 'headers', 'body'];

function ofJson(text: string): Raw | string {
  const parsed = parseJson(text);
  if (parsed.kind === 'problem') return parsed.problem;
  const { value } = parsed;
  if (!isObject(value) || typeof value['method'] !== 'string' || typeof value['url'] !== 'string') return 'it has no `method` and `url`';
  const other = Object.keys(value).find((key) => !KEYS.includes(key));
  if (other !== undefined) return `it says more than \`${KEYS.join('`, `')}\``;
  const headers = headersOf(value['headers'] ?? {});
  if (headers === null) return 'its `headers` are not names with texts';
  const { body = '' } = value;
  return { method: value['method'], target: value['url'], headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

function headersOf(value: unknown): readonly (readonly [string, string])[] | null {
  if (!isObject(value)) return null;
  const pairs = Object.entries(value).flatMap(([name, one]) => (Array.isArray(one) ? (one as unknown[]) : [one]).map((text) => [name, text] as const));
  const sound = pairs.every((pair): pair is [string, string] => TOKEN.test(pair[0]) && typeof pair[1] === 'string');
  return sound ? pairs : null;
}

function checked({ method, target: text, headers: pairs, body }: Raw): Message | BadMessage {
  if (!TOKEN.test(method)) return problem('its method is none');
  const target = readTarget(text, method);
  if (target.kind === 'problem') return problem(target.problem, { method, path: target.path });
  const { path } = target;
  const headers = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    if (/[^\t\x20-\x7e\x80-\uffff]/u.test(value)) return problem('a header of it holds what no header may', { method, path });
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value]);
  }
  const wrong = headProblem(headers, target);
  if (wrong !== null) return problem(wrong, { method, path });
  const whole = bodyOf(body, headers);
  return whole === null ? problem('its body is not as long as its `content-length` says', { method, path }) : { kind: 'message', method, target, headers, body: whole };
}

/** Headers by which a server may take another path, another method or another message than the request line says. */
const DIVERTING: readonly string[] = [
  'transfer-encoding', 'upgrade', 'http2-settings', 'trailer', 'te', 'x-http-method-override', 'x-http-method', 'x-method-override', 'x-original-url', 'x-rewrite-url', 'x-original-uri', 'x-forwarded-path', 'x-forwarded-prefix',
];
/** Headers that make no sense twice. */
const SINGLE: readonly string[] = ['host', 'content-length', 'content-type', 'content-encoding'];

function headProblem(headers: Message['headers'], { scheme, authority }: Target): string | null {
  const diverting = DIVERTING.find((name) => headers.has(name));
  if (diverting !== undefined) return `its header \`${diverting}\` can make another request of it`;
  const double = SINGLE.find((name) => (headers.get(name)?.length ?? 0) > 1);
  if (double !== undefined) return `its header \`${double}\` stands there twice`;
  const encoding = headers.get('content-encoding')?.[0]?.toLowerCase();
  if (encoding !== undefined && encoding !== 'identity') return 'its body is in an encoding that we do not read';
  const host = headers.get('host')?.[0];
  if (host === undefined) return null;
  const named = normalAuthority(scheme ?? 'https', host);
  return named === null || (authority !== null && named !== authority) ? 'its header `host` names another server than its target, or none' : null;
}

// Editors end a file with a line feed that is not part of the body.
function bodyOf(body: string, headers: Message['headers']): string | null {
  const said = headers.get('content-length')?.[0];
  if (said === undefined) return body;
  const candidates = [body, body.replace(/\r?\n$/u, '')];
  return (/^(?:0|[1-9][0-9]{0,9})$/u.test(said) ? candidates.find((candidate) => Buffer.byteLength(candidate, 'utf8') === Number(said)) : undefined) ?? null;
}

/** The server that a request names: by its target, else by its `host`; null when it names none. */
export function destinationOf({ target, headers }: Message): { readonly scheme: Target['scheme']; readonly authority: string } | null {
  if (target.authority !== null) return { scheme: target.scheme, authority: target.authority };
  const host = headers.get('host')?.[0];
  const authority = host === undefined ? null : normalAuthority('https', host);
  return authority === null ? null : { scheme: null, authority };
}
