// SPDX-License-Identifier: Apache-2.0
//
// YAML as a tree with places, for files that CI products read: anchors, aliases and tags included, as those products allow them. Refuses what
// does not parse, and aliases that would make a small file large.
// @see https://yaml.org/spec/1.2.2/
import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';

/** Source: the largest workflow files in use have a few thousand lines. */
const MAX_CHARACTERS = 1_048_576;
const MAX_DEPTH = 64;
const MAX_NODES = 100_000;

/** A node: a text, a list or a mapping. */
export interface YamlNode {
  /** Line of its first character, from 1; of a block's first line of text. */
  readonly line: number;
  /** null when it is a list or mapping. */
  readonly text: string | null;
  /** Written as a literal block: its lines are lines of the file. */
  readonly literal: boolean;
  readonly items: readonly YamlNode[] | null;
  readonly entries: ReadonlyMap<string, YamlNode> | null;
  /** `!reference`; null without one. */
  readonly tag: string | null;
  /** A key that stands in it twice: the later one holds. */
  readonly repeated?: string;
}

/** The documents of a text. Throws what js-yaml throws, or a RangeError beyond the limits. */
export function yamlTrees(text: string): readonly YamlNode[] {
  if (text.length > MAX_CHARACTERS) throw new RangeError(`the file is longer than ${MAX_CHARACTERS} characters`);
  return new Builder(text).documents();
}

type Event = ReturnType<typeof parseEvents>[number];
type Opening = Extract<Event, { anchorStart: number }>;

class Builder {
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, YamlNode>();
  #at = 0;
  #made = 0;
  #line = 1;
  #counted = 0;

  constructor(readonly text: string) {
    this.#events = parseEvents(text, { maxDepth: MAX_DEPTH });
  }

  documents(): YamlNode[] {
    const trees: YamlNode[] = [];
    while (this.#at < this.#events.length) {
      const event = this.#events[this.#at] as Event;
      this.#at += 1;
      if (event.type !== EVENT_ID.DOCUMENT) continue;
      if (this.#events[this.#at]?.type !== EVENT_ID.POP) trees.push(this.#node());
    }
    return trees;
  }

  #node(): YamlNode {
    const event = this.#events[this.#at] as Event;
    this.#at += 1;
    if ((this.#made += 1) > MAX_NODES) throw new RangeError(`the file holds more than ${MAX_NODES} nodes`);
    if (event.type === EVENT_ID.ALIAS) {
      const { anchorStart, anchorEnd } = event as Opening;
      return this.#anchors.get(this.text.slice(anchorStart, anchorEnd)) ?? this.#leaf('', 1, null);
    }
    const opening = event as Opening;
    const node = this.#opened(event, this.#tag(event));
    if (opening.anchorStart >= 0) this.#anchors.set(this.text.slice(opening.anchorStart, opening.anchorEnd), node);
    return node;
  }

  #opened(event: Event, tag: string | null): YamlNode {
    if (event.type === EVENT_ID.SEQUENCE) {
      const line = this.#lineAt(event.start);
      const items: YamlNode[] = [];
      while (this.#events[this.#at]?.type !== EVENT_ID.POP) items.push(this.#node());
      this.#at += 1;
      return { line, text: null, literal: false, items, entries: null, tag };
    }
    if (event.type === EVENT_ID.MAPPING) return this.#mapping(this.#lineAt(event.start), tag);
    if (event.type !== EVENT_ID.SCALAR) return this.#leaf('', 1, tag);
    const leaf = this.#leaf(getScalarValue(this.text, event), event.valueStart < 0 ? this.#line : this.#lineAt(event.valueStart), tag);
    return { ...leaf, literal: event.style === SCALAR_STYLE.LITERAL_BLOCK };
  }

  #mapping(line: number, tag: string | null): YamlNode {
    const entries = new Map<string, YamlNode>();
    const own = new Set<string>();
    let repeated: string | undefined;
    while (this.#events[this.#at]?.type !== EVENT_ID.POP) {
      const key = this.#node();
      const value = this.#node();
      if (key.text === '<<') for (const merged of value.items ?? [value]) for (const [name, node] of merged.entries ?? []) if (!entries.has(name)) entries.set(name, node);
      if (key.text !== null && own.has(key.text)) repeated = key.text;
      if (key.text !== null) {
        own.add(key.text);
        entries.set(key.text, value);
      }
    }
    this.#at += 1;
    return { line, text: null, literal: false, items: null, entries, tag, ...(repeated === undefined ? {} : { repeated }) };
  }

  #leaf(text: string, line: number, tag: string | null): YamlNode {
    return { line, text, literal: false, items: null, entries: null, tag };
  }

  #tag(event: Event): string | null {
    return 'tagStart' in event && event.tagStart >= 0 ? this.text.slice(event.tagStart, event.tagEnd).replace(/^!?/u, '!') : null;
  }

  // Places only grow, so lines are counted once.
  #lineAt(position: number): number {
    if (position < this.#counted) {
      this.#counted = 0;
      this.#line = 1;
    }
    for (let at = this.text.indexOf('\n', this.#counted); at >= 0 && at < position; at = this.text.indexOf('\n', at + 1)) {
      this.#line += 1;
      this.#counted = at + 1;
    }
    return this.#line;
  }
}

/** A node by path; undefined where there is none. */
export function under(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  return keys.reduce<YamlNode | undefined>((inner, key) => inner?.entries?.get(key), node);
}
