// SPDX-License-Identifier: Apache-2.0
//
// YAML and JSON as kubectl reads them: YAML 1.1 booleans and octals (`privileged: yes` is true), merge keys, anchors written out. Refuses
// what readers disagree about or nobody reviews: duplicate keys, unknown tags, keys that are no text, alias bombs, oversize.
// @see https://yaml.org/type/bool.html
import { boolYaml11Tag, constructFromEvents, CORE_SCHEMA, EVENT_ID, intYaml11Tag, mergeTag, nullYaml11Tag, parseEvents, realMapTag, SCALAR_STYLE, YAMLException } from 'js-yaml';
import type { Value } from './value.js';

/** Source: etcd takes no object above 1.5 MiB; a file of this size holds a whole release. */
export const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
/** Values in one text, aliases written out. Source: 4 MiB of custom resource definitions hold about 150,000. */
export const MAX_VALUES = 500_000;
/** Collections inside each other. Source: the API server stops at 10,000, the deepest schema of a definition that we saw has 40. */
export const MAX_DEPTH = 100;

/** One document of a text. Lines count from 1. */
export interface Document {
  readonly line: number;
  readonly value: Value;
  /** Lines of the entries of `items:` at the top, for List kinds. */
  readonly itemLines: readonly number[];
  /** Why its value can't be told, as the end of a sentence; its value is null then. */
  readonly problem: string | null;
  /** Its part of the text. */
  readonly source: string;
}

type Events = ReturnType<typeof parseEvents>;
const SCHEMA = CORE_SCHEMA.withTags(boolYaml11Tag, intYaml11Tag, nullYaml11Tag, mergeTag, realMapTag);

/** All documents of a text, empty ones left out; one with a problem when the text as a whole can't be read. Never throws. */
export function readDocuments(text: string): readonly Document[] {
  const whole = (line: number, problem: string): readonly Document[] => [{ line, value: null, itemLines: [], problem, source: text }];
  if (Buffer.byteLength(text, 'utf8') > MAX_MANIFEST_BYTES) return whole(1, `it is larger than ${MAX_MANIFEST_BYTES} bytes`);
  if (!text.isWellFormed() || text.includes('\0')) return whole(1, 'it is not text');
  try {
    const events = parseEvents(text, { maxDepth: MAX_DEPTH });
    const values = constructFromEvents(events, { source: text, schema: SCHEMA, maxTotalMergeKeys: 10_000 });
    return placed(text, events, values);
  } catch (thrown) {
    const mark = thrown instanceof YAMLException ? thrown.mark : undefined;
    return whole(mark === undefined ? 1 : mark.line + 1, thrown instanceof YAMLException ? `it is not YAML that we take: ${thrown.reason}` : 'it can not be read as YAML');
  }
}

function placed(text: string, events: Events, values: readonly unknown[]): Document[] {
  const lineAt = lineCounter(text);
  const starts = documentStarts(events);
  const budget = { left: MAX_VALUES };
  const offsets = starts.map((index) => Math.max(startOf(events[index]), 0));
  const documents: Document[] = [];
  for (const [position, value] of values.entries()) {
    if (value === null || value === undefined) continue;
    const index = starts[position] ?? 0;
    const line = lineAt(offsets[position] ?? 0);
    const itemLines = itemStarts(text, events, index).map(lineAt);
    const source = text.slice(offsets[position], offsets[position + 1] ?? text.length);
    try {
      documents.push({ line, value: plain(value, budget, MAX_DEPTH), itemLines, problem: null, source });
    } catch (thrown) {
      documents.push({ line, value: null, itemLines, problem: thrown instanceof Unplain ? thrown.message : 'it can not be read as YAML', source });
    }
  }
  return documents;
}

class Unplain extends Error {}

// Aliases are shared references: each use counts, so a bomb runs out of budget and a circle out of depth.
function plain(value: unknown, budget: { left: number }, depth: number): Value {
  budget.left -= 1;
  if (budget.left < 0) throw new Unplain(`it holds more than ${MAX_VALUES} values once its aliases are written out`);
  if (depth === 0) throw new Unplain(`it is nested deeper than ${MAX_DEPTH} levels`);
  if (value instanceof Map) {
    const made = Object.create(null) as { [key: string]: Value };
    for (const [key, item] of value as ReadonlyMap<unknown, unknown>) {
      if (typeof key !== 'string') throw new Unplain('it has a key that is no text, which readers take for different things: put it into quotes');
      made[key] = plain(item, budget, depth - 1);
    }
    return made;
  }
  if (Array.isArray(value)) return value.map((item) => plain(item, budget, depth - 1));
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Unplain('it has a number that is not finite');
  return value as Value;
}

// Indexes of the first event inside each document.
function documentStarts(events: Events): number[] {
  return events.flatMap((event, index) => (event.type === EVENT_ID.DOCUMENT ? [index + 1] : []));
}

// Offsets of the entries of `items:` of a mapping that begins at an event.
function itemStarts(text: string, events: Events, at: number): number[] {
  if (events[at]?.type !== EVENT_ID.MAPPING) return [];
  let index = at + 1;
  while (index < events.length && events[index]?.type !== EVENT_ID.POP) {
    const key = events[index];
    const value = afterNode(events, index);
    const named = key?.type === EVENT_ID.SCALAR && text.slice(key.valueStart, key.valueEnd) === 'items';
    if (named && events[value]?.type === EVENT_ID.SEQUENCE) return entryStarts(events, value);
    index = afterNode(events, value);
  }
  return [];
}

function entryStarts(events: Events, sequence: number): number[] {
  const starts: number[] = [];
  let index = sequence + 1;
  while (index < events.length && events[index]?.type !== EVENT_ID.POP) {
    starts.push(Math.max(startOf(events[index]), 0));
    index = afterNode(events, index);
  }
  return starts;
}

function afterNode(events: Events, at: number): number {
  let open = 0;
  let index = at;
  do {
    const type = events[index]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) open += 1;
    if (type === EVENT_ID.POP) open -= 1;
    index += 1;
  } while (open > 0 && index < events.length);
  return index;
}

function startOf(event: Events[number] | undefined): number {
  if (event?.type === EVENT_ID.SCALAR) {
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    return quoted ? event.valueStart - 1 : event.valueStart;
  }
  if (event?.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  return event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE ? event.start : -1;
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
