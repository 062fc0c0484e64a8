// SPDX-License-Identifier: Apache-2.0
//
// Reads one YAML 1.2 document into values that remember where they stood, so that every complaint has a line and a column.
// Refuses what a reviewer can't see through: anchors, aliases, merge keys, duplicate keys, several documents, oversize.
// @see https://yaml.org/spec/1.2.2/
import { constructFromEvents, CORE_SCHEMA, EVENT_ID, parseEvents, realMapTag, SCALAR_STYLE, YAMLException } from 'js-yaml';

/** Source: a policy of 1,000 rules is about 200 KiB; beyond 1 MiB nobody reviews it. */
export const MAX_POLICY_BYTES = 1024 * 1024;
/** Collections inside each other. Source: the deepest thing in the schema stands six levels down. */
export const MAX_POLICY_DEPTH = 16;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A value and where it stands. `at`: offset in UTF-16 units. Exactly one of `items` and `entries` is set on a collection. */
export interface Located {
  readonly value: Json;
  readonly at: number;
  readonly items: readonly Located[] | null;
  readonly entries: ReadonlyMap<string, { readonly keyAt: number; readonly node: Located }> | null;
}

/** What could not be read, and where. */
export class Unreadable extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

/** The document in a text. Throws `Unreadable`. */
export function readYaml(text: string): Located {
  if (Buffer.byteLength(text, 'utf8') > MAX_POLICY_BYTES) throw new Unreadable(0, `the file is larger than ${MAX_POLICY_BYTES} bytes`);
  if (!text.isWellFormed()) throw new Unreadable(0, 'the file is not valid UTF-8');
  const { events, documents } = parse(text);
  if (documents.length === 0) throw new Unreadable(0, 'the file is empty');
  if (documents.length > 1) throw new Unreadable(secondDocument(events), 'the file holds more than one document');
  // The first event opens the document.
  return new Placer(events).node(documents[0], 1).located;
}

type Events = ReturnType<typeof parseEvents>;

function parse(text: string): { events: Events; documents: unknown[] } {
  try {
    // The library counts the document as a level.
    const events = parseEvents(text, { maxDepth: MAX_POLICY_DEPTH + 1 });
    for (const event of events) refuseAnchor(event);
    return { events, documents: constructFromEvents(events, { source: text, schema: CORE_SCHEMA.withTags(realMapTag), maxAliases: 0 }) };
  } catch (thrown) {
    // The reader's own complaints all have a mark.
    if (thrown instanceof YAMLException && thrown.mark !== undefined) throw new Unreadable(thrown.mark.position, thrown.reason);
    throw thrown;
  }
}

function refuseAnchor(event: Events[number]): void {
  if ('anchorStart' in event && event.anchorStart >= 0) {
    throw new Unreadable(event.anchorStart - 1, 'anchors and aliases are not allowed: write it out, so that a reviewer sees what holds');
  }
}

function secondDocument(events: Events): number {
  const second = events.findLastIndex((event) => event.type === EVENT_ID.DOCUMENT);
  return Math.max(startOf(events[second + 1] as Events[number]), 0);
}

// Walks the events and the constructed value side by side: the value has js-yaml's scalar types, the events have the places.
class Placer {
  constructor(readonly events: Events) {}

  node(value: unknown, index: number): { located: Located; next: number } {
    if (value instanceof Map) return this.#mapping(value, index);
    if (Array.isArray(value)) return this.#sequence(value, index);
    const at = this.#place(index);
    return { located: { value: scalar(value, at), at, items: null, entries: null }, next: index + 1 };
  }

  #mapping(map: ReadonlyMap<unknown, unknown>, start: number): { located: Located; next: number } {
    const entries = new Map<string, { keyAt: number; node: Located }>();
    const value = Object.create(null) as { [key: string]: Json };
    let index = start + 1;
    for (const [name, item] of map) {
      const keyAt = this.#place(index);
      const key = keyText(name, keyAt);
      const { located, next } = this.node(item, index + 1);
      entries.set(key, { keyAt, node: located });
      value[key] = located.value;
      index = next;
    }
    return { located: { value, at: this.#place(start), items: null, entries }, next: index + 1 };
  }

  #sequence(list: readonly unknown[], start: number): { located: Located; next: number } {
    const items: Located[] = [];
    let index = start + 1;
    for (const item of list) {
      const { located, next } = this.node(item, index);
      items.push(located);
      index = next;
    }
    return { located: { value: items.map((item) => item.value), at: this.#place(start), items, entries: null }, next: index + 1 };
  }

  // An empty scalar has no place of its own: then it is where the thing before it was.
  #place(index: number): number {
    let at = index;
    while (at > 0 && startOf(this.events[at] as Events[number]) < 0) at -= 1;
    return Math.max(startOf(this.events[at] as Events[number]), 0);
  }
}

function startOf(event: Events[number]): number {
  if (event.type === EVENT_ID.SCALAR) {
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    return quoted ? event.valueStart - 1 : event.valueStart;
  }
  return event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE ? event.start : -1;
}

function keyText(key: unknown, at: number): string {
  if (key === '<<') throw new Unreadable(at, 'merge keys are not allowed: write it out, so that a reviewer sees what holds');
  if (typeof key !== 'string') throw new Unreadable(at, 'a key has to be text: put it into quotes');
  return scalar(key, at) as string;
}

// The core schema makes nothing but null, booleans, numbers and strings.
function scalar(value: unknown, at: number): Json {
  if (typeof value === 'string' && !value.isWellFormed()) throw new Unreadable(at, 'half a surrogate pair is not text');
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Unreadable(at, 'a number has to be finite');
  return value as Json;
}

/** Line and column, counted from 1, of an offset. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: at - lineStart + 1 };
}
