// SPDX-License-Identifier: Apache-2.0
//
// The JSON of an event, fast: every operation writes two of them. What repeats (texts of statements, names, lists of accesses) is
// serialised once. Refuses to differ from JSON.stringify in meaning; a property test compares.
import type { Checkpoint, EventBody, OperationDecided, OperationDone, SessionEnd, SessionHeader } from '../core/events.js';

/** Texts remembered, and the longest worth it: a session's statements, not its data. */
const MAX_TEXTS = 4096;
const MAX_TEXT_LENGTH = 2048;

/** Serialises the events of one session. */
export class EventSerialiser {
  readonly #texts = new Map<string, string>();
  /** Lists that callers share between events (the facts of a statement); readonly by type, so never stale. */
  readonly #lists = new WeakMap<object, string>();

  /** One JSON object, without a line feed. */
  json(event: SessionHeader | EventBody | Checkpoint | SessionEnd): string {
    switch (event.type) {
      case 'decided':
        return this.#decided(event);
      case 'done':
        return this.#done(event);
      default:
        return JSON.stringify(event);
    }
  }

  #decided(event: OperationDecided): string {
    const where = `"operation":${event.operation},"connection":${event.connection},"resource":${this.#text(event.resource)},"principal":${this.#text(event.principal)}`;
    const what = `"statement":${this.#text(event.statement)},"name":${this.#text(event.name)},"text":${this.#text(event.text)},"accesses":${this.#shared(event.accesses)}`;
    const why = `"decision":"${event.decision}","rules":${this.#strings(event.rules)},"reasons":${this.#strings(event.reasons)},"observed":${this.#shared(event.observed)}`;
    const digest = event.digest === undefined ? '' : `,"digest":${JSON.stringify(event.digest)}`;
    return `{"type":"decided",${where},${what},${why},"unknown":${this.#shared(event.unknown)},"catalog":${event.catalog}${digest}}`;
  }

  #done(event: OperationDone): string {
    const tag = event.tag === null ? 'null' : this.#text(event.tag);
    const error = event.error === null ? 'null' : JSON.stringify(event.error);
    const result = event.result === null ? 'null' : `{"columns":${this.#shared(event.result.columns)},"rows":${JSON.stringify(event.result.rows)}}`;
    return `{"type":"done","operation":${event.operation},"outcome":"${event.outcome}","tag":${tag},"rows":${event.rows},"bytes":${event.bytes},"error":${error},"result":${result},"masked":${JSON.stringify(event.masked)}}`;
  }

  #text(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const json = JSON.stringify(text);
    if (text.length > MAX_TEXT_LENGTH) return json;
    if (this.#texts.size >= MAX_TEXTS) this.#texts.clear();
    this.#texts.set(text, json);
    return json;
  }

  #strings(list: readonly string[]): string {
    if (list.length === 1) return `[${this.#text(list[0] as string)}]`;
    return JSON.stringify(list);
  }

  #shared(list: readonly unknown[]): string {
    if (list.length === 0) return '[]';
    const known = this.#lists.get(list);
    if (known !== undefined) return known;
    const json = JSON.stringify(list);
    this.#lists.set(list, json);
    return json;
  }
}
