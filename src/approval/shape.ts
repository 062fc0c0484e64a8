// SPDX-License-Identifier: Apache-2.0
//
// Reads a manifest out of JSON, field by field; what it returns is built from the fields that are known, so that nothing else survives.
// The same shape as docs/schema/manifest-v1.json (test/contract compares). Refuses missing fields, wrong types, texts that are too long.
import { GateError } from '../core/errors.js';
import type { Demand, Impact, Manifest, ManifestOperation } from '../core/manifest.js';

type Read<T> = (value: unknown, at: string) => T;
type Fields<T> = { readonly [Key in keyof T]: Read<T[Key]> };

/** Longest text in a manifest, in UTF-16 units; far more than what may be rendered. */
const MAX_TEXT = 65_536;
const MAX_LIST = 1_000;
/** Ten years; an approval that never ends is none. */
const MAX_SECONDS = 315_360_000;

const wrong = (at: string, wanted: string): GateError => new GateError('INPUT_INVALID', `the manifest's \`${at}\` is not ${wanted}`, { hint: 'manifests are written by `ostiary approval-gate`, not by hand' });

const text: Read<string> = (value, at) => {
  if (typeof value !== 'string' || value.length > MAX_TEXT || !value.isWellFormed()) throw wrong(at, `a text of at most ${MAX_TEXT} characters`);
  return value;
};
const matching = (pattern: RegExp, wanted: string): Read<string> => (value, at) => {
  if (typeof value !== 'string' || value.length > MAX_TEXT || !pattern.test(value)) throw wrong(at, wanted);
  return value;
};
const word = <Word extends string>(...words: readonly Word[]): Read<Word> => (value, at) => {
  const found = words.find((one) => one === value);
  if (found === undefined) throw wrong(at, `one of ${words.join(', ')}`);
  return found;
};
const whole = (least: number, most: number = Number.MAX_SAFE_INTEGER): Read<number> => (value, at) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most) throw wrong(at, `a whole number from ${least} to ${most}`);
  return value;
};
const yesNo: Read<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw wrong(at, 'true or false');
  return value;
};
const orNull = <T>(read: Read<T>): Read<T | null> => (value, at) => (value === null ? null : read(value, at));
const list = <T>(read: Read<T>, least = 0): Read<readonly T[]> => (value, at) => {
  if (!Array.isArray(value) || value.length < least || value.length > MAX_LIST) throw wrong(at, `a list of ${least} to ${MAX_LIST}`);
  return value.map((item, index) => read(item, `${at}[${index}]`));
};
const texts: Read<Readonly<Record<string, string>>> = (value, at) => {
  if (!isObject(value)) throw wrong(at, 'an object of texts');
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [text(key, at), text(item, `${at}.${key}`)]));
};
const record = <T extends object>(fields: Fields<T>): Read<T> => (value, at) => {
  if (!isObject(value)) throw wrong(at, 'an object');
  const extra = Object.keys(value).find((key) => !(key in fields));
  if (extra !== undefined) throw wrong(`${at}.${extra}`, 'a field of a manifest');
  const entries = Object.entries<Read<unknown>>(fields).map(([key, read]) => [key, read(value[key], at === '' ? key : `${at}.${key}`)]);
  return Object.fromEntries(entries) as T;
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const id = matching(/^[1-9][0-9]{0,18}$/u, 'a numeric id');
const digest = matching(/^[0-9a-f]{64}$/u, 'a SHA-256 in hex');
const base64 = matching(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u, 'base64');

const impact = record<Impact>({ rows: orNull(whole(0)), sizeBytes: orNull(whole(0)), lock: orNull(text), rewrites: orNull(yesNo), notes: list(text) });
const operation = record<ManifestOperation>({
  kind: word('sql', 'shell', 'kubernetes', 'http', 'model', 'file'),
  resource: record({ name: text, target: text }),
  bytes: text,
  parameters: list(record({ type: text, format: word('text', 'binary'), value: orNull(base64) })),
  data: orNull(digest),
  settings: texts,
  transaction: orNull(whole(1)),
  maxRows: orNull(whole(0)),
  impact: orNull(impact),
  rules: list(record({ id: text, reason: text }), 1),
});
const demand = record<Demand>({ rule: text, users: list(id), teams: list(text), codeowners: yesNo, count: whole(1, 100), expiresSeconds: whole(1, MAX_SECONDS) });

/** The manifest in a JSON value. Throws INPUT_INVALID naming the field. */
export const readManifest: (value: unknown, at?: string) => Manifest = (value, at = '') => record<Manifest>({
  format: word('ostiary-manifest-v1'),
  repository: id,
  created: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u, 'a time such as `2026-11-24T12:00:00Z`'),
  requester: record({ names: list(text), issuer: text, subject: text, run: orNull(id) }),
  prompters: orNull(list(record({ id, login: text }), 1)),
  policy: record({ digest, source: text, version: whole(1), packs: list(record({ name: text, version: whole(1) })) }),
  demands: list(demand, 1),
  operations: list(operation, 1),
})(value, at);
