// SPDX-License-Identifier: Apache-2.0
//
// The fields of every kind of line, as data: the compiler compares them with core/events.ts, a contract test with the JSON Schema.
// Refuses a line that lacks a field or has one of another type; what a later version added is let be.
import type { RecordedLine } from '../core/events.js';

/** What a value must look like. `count`: a whole number from 0. `hash`: 64 hex digits. `map`: any keys, values of one shape. */
export type Shape =
  | 'string' | 'count' | 'flag' | 'hash' | 'time' | 'any'
  | { readonly words: readonly string[] }
  | { readonly nullable: Shape }
  | { readonly optional: Shape }
  | { readonly list: Shape }
  | { readonly map: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> };

type LineType = RecordedLine['type'];
/** A shape for each field of each kind of line, no more and no fewer. */
type Shapes = { readonly [Type in LineType]: { readonly [Field in keyof Extract<RecordedLine, { type: Type }>]-?: Shape } };

const DECISION: Shape = { words: ['allow', 'review', 'deny'] };
const STRINGS: Shape = { list: 'string' };
const OUTCOME: Shape = { words: ['ok', 'failed', 'unknown'] };
const MASKED: Shape = { map: 'count' };
const line = <const Type extends LineType>(type: Type): { seq: Shape; at: Shape; prev: Shape; type: Shape } => ({ seq: 'count', at: 'time', prev: 'hash', type: { words: [type] } });

/** By `type`. */
export const SHAPES = {
  session: {
    ...line('session'), format: { words: ['ostiary-session-v1'] }, session: 'string', ostiary: 'string',
    principal: { fields: { names: STRINGS, issuer: 'string', subject: 'string', claims: { map: 'any' } } },
    prompter: { nullable: 'string' },
    host: { fields: { kind: { words: ['shell', 'github', 'gitlab'] }, facts: { map: 'string' } } },
    resources: { list: { fields: { name: 'string', target: 'string', type: 'string' } } },
    policy: { fields: { digest: 'string', source: 'string', version: 'count', mode: { words: ['enforce', 'observe'] } } },
    packs: { list: { fields: { name: 'string', version: 'count' } } },
    command: STRINGS, durability: { words: ['process', 'disk'] }, key: { optional: { nullable: 'string' } },
  },
  connection: { ...line('connection'), connection: 'count', resource: 'string', application: 'string' },
  decided: {
    ...line('decided'), operation: 'count', connection: 'count', resource: 'string', principal: 'string', statement: 'string', name: 'string', text: 'string',
    accesses: { list: { fields: { effect: { words: ['read', 'write', 'schema', 'destroy', 'grant', 'execute', 'control', 'unknown'] }, object: { nullable: 'string' }, columns: STRINGS } } },
    decision: DECISION, rules: STRINGS, reasons: STRINGS, observed: { list: { fields: { rule: 'string', decision: DECISION } } },
    unknown: STRINGS, catalog: 'count', digest: { optional: 'hash' },
    impact: { optional: { fields: { rows: { nullable: 'count' }, sizeBytes: { nullable: 'count' }, lock: { nullable: 'string' }, rewrites: { nullable: 'flag' }, notes: STRINGS, why: { nullable: 'string' } } } },
  },
  done: {
    ...line('done'), operation: 'count', outcome: OUTCOME, tag: { nullable: 'string' }, rows: 'count', bytes: 'count',
    error: { nullable: { fields: { sqlstate: 'string', message: 'string' } } },
    result: { nullable: { fields: { columns: STRINGS, rows: { list: { list: { nullable: 'string' } } } } } },
    masked: MASKED,
  },
  gate: { ...line('gate'), connection: 'count', statement: 'string', purpose: 'string' },
  refused: { ...line('refused'), connection: { nullable: 'count' }, reason: 'string' },
  disconnected: { ...line('disconnected'), connection: 'count', reason: 'string' },
  prompt: { ...line('prompt'), role: { words: ['system', 'user', 'assistant'] }, resource: { nullable: 'string' }, model: { nullable: 'string' }, text: 'string', masked: MASKED },
  tool: { ...line('tool'), call: 'string', name: 'string', input: 'string', masked: MASKED },
  'tool-result': { ...line('tool-result'), call: 'string', outcome: OUTCOME, output: 'string', masked: MASKED },
  approval: {
    ...line('approval'), state: { words: ['requested', 'approved', 'refused', 'expired', 'used', 'told', 'untold', 'break-glass'] }, operations: { list: 'count' },
    manifest: { nullable: 'string' }, by: STRINGS, url: { nullable: 'string' }, reason: 'string',
  },
  output: {
    ...line('output'), operation: { nullable: 'count' }, stream: { words: ['stdin', 'stdout', 'stderr'] }, text: 'string',
    size: { nullable: { fields: { columns: 'count', rows: 'count' } } }, masked: MASKED,
  },
  checkpoint: { ...line('checkpoint'), count: 'count', head: 'hash', key: { nullable: 'string' }, signature: { nullable: 'string' } },
  end: {
    ...line('end'), count: 'count', head: 'hash', outcome: { words: ['ok', 'failed', 'denied', 'pending', 'error'] },
    operations: { fields: { allow: 'count', review: 'count', deny: 'count' } }, key: { nullable: 'string' }, signature: { nullable: 'string' },
  },
} as const satisfies Shapes;

/** A line that was read, or what is wrong with it as the end of a sentence. */
export type ParsedLine = { readonly kind: 'line'; readonly line: RecordedLine } | { readonly kind: 'no-json' } | { readonly kind: 'wrong'; readonly what: string };

// Invalid UTF-8 is an error, and a byte order mark is not skipped but refused by JSON.
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads one line; never throws. */
export function parseLine(bytes: Buffer): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(UTF8.decode(bytes));
  } catch {
    return { kind: 'no-json' };
  }
  if (!isObject(value)) return { kind: 'wrong', what: 'it is not an object' };
  const type = value['type'];
  if (typeof type !== 'string' || !Object.hasOwn(SHAPES, type)) return { kind: 'wrong', what: 'its type is none that a recording has' };
  const fault = faultIn({ fields: SHAPES[type as LineType] }, value, '');
  return fault === null ? { kind: 'line', line: value as unknown as RecordedLine } : { kind: 'wrong', what: fault };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Shapes nest four deep, whatever the value does: no recursion that a hostile file could drive.
function faultIn(shape: Shape, value: unknown, path: string): string | null {
  if (typeof shape === 'string') return isScalar(shape, value) ? null : wrong(path);
  if ('words' in shape) return typeof value === 'string' && shape.words.includes(value) ? null : wrong(path);
  if ('nullable' in shape) return value === null ? null : faultIn(shape.nullable, value, path);
  if ('optional' in shape) return faultIn(shape.optional, value, path);
  if ('list' in shape) return Array.isArray(value) ? first(value, (item) => faultIn(shape.list, item, path)) : wrong(path);
  if (!isObject(value)) return wrong(path);
  if ('map' in shape) return first(Object.values(value), (item) => faultIn(shape.map, item, path));
  return first(Object.entries(shape.fields), ([field, inner]) => {
    if (!Object.hasOwn(value, field)) return isOptional(inner) ? null : `its field \`${path}${field}\` is missing`;
    return faultIn(inner, value[field], `${path}${field}.`);
  });
}

function isOptional(shape: Shape): boolean {
  return typeof shape === 'object' && 'optional' in shape;
}

function first<T>(items: readonly T[], judge: (item: T) => string | null): string | null {
  for (const item of items) {
    const fault = judge(item);
    if (fault !== null) return fault;
  }
  return null;
}

function wrong(path: string): string {
  return `its field \`${path.slice(0, -1)}\` is not what it should be`;
}

// Match "2026-01-05T10:22:33.123Z", miss "2026-01-05": ISO 8601 in UTC with milliseconds. The digits have to be a time, too.
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
// Match 64 hex digits, miss 63.
const HASH = /^[0-9a-f]{64}$/;

function isScalar(shape: 'string' | 'count' | 'flag' | 'hash' | 'time' | 'any', value: unknown): boolean {
  switch (shape) {
    case 'any':
      return true;
    case 'count':
      return Number.isSafeInteger(value) && (value as number) >= 0;
    case 'flag':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string';
    case 'time':
      return typeof value === 'string' && TIME.test(value) && Number.isFinite(Date.parse(value));
    case 'hash':
      return typeof value === 'string' && HASH.test(value);
  }
}
