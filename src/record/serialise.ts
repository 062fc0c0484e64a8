// SPDX-License-Identifier: Apache-2.0
//
// The JSON of an event, fast: every operation writes two of them. What repeats (texts of statements, names, lists of accesses) is
// serialised once. Refuses to differ from JSON.stringify in meaning; a property test compares.
import type { Checkpoint, EventBody, OperationDecided, OperationDone, SessionEnd, SessionHeader } from '../core/events.js';
import { Memo } from '../core/memo.js';

/** Texts remembered, and the longest worth it: a session's statements, not its data. */
const MAX_TEXTS = 4096;
const MAX_TEXT_LENGTH = 2048;

/** What a statement's decisions have in common, and the JSON of it. */
interface Repeated {
  readonly event: OperationDecided;
  readonly json: string;
}

/** Serialises the events of one session. */
export class EventSerialiser {
  readonly #texts = new Map<string, string>();
  /** Lists that callers share between events (the facts of a statement); readonly by type, so never stale. */
  readonly #lists = new Memo<object, string>();
  /** The last decision about a statement, by its list of accesses. */
  readonly #decisions = new Memo<object, Repeated>();

  /** The members of one JSON object with the closing brace, but without the opening one: the writer's own members go before them. */
  members(event: SessionHeader | EventBody | Checkpoint | SessionEnd): string {
    switch (event.type) {
      case 'decided':
        return `"type":"decided","operation":${event.operation},"connection":${event.connection},${this.#decided(event)}`;
      case 'done':
        return this.#done(event);
      default:
        return JSON.stringify(event).slice(1);
    }
  }

  // Every decision is made anew, and nearly always like the one before it: comparing is cheaper than writing it out.
  #decided(event: OperationDecided): string {
    const known = this.#decisions.get(event.accesses);
    if (known !== undefined && isAlike(known.event, event)) return known.json;
    const who = `"resource":${this.#text(event.resource)},"principal":${this.#text(event.principal)}`;
    const what = `"statement":${this.#text(event.statement)},"name":${this.#text(event.name)},"text":${this.#text(event.text)},"accesses":${this.#shared(event.accesses)}`;
    const why = `"decision":"${event.decision}","rules":${this.#strings(event.rules)},"reasons":${this.#strings(event.reasons)},"observed":${JSON.stringify(event.observed)}`;
    const digest = event.digest === undefined ? '' : `,"digest":${JSON.stringify(event.digest)}`;
    const impact = event.impact === undefined ? '' : `,"impact":${JSON.stringify(event.impact)}`;
    const json = `${who},${what},${why},"unknown":${this.#shared(event.unknown)},"catalog":${event.catalog}${digest}${impact}}`;
    if (isRepeatable(event)) this.#decisions.set(event.accesses, { event, json });
    return json;
  }

  #done(event: OperationDone): string {
    const tag = event.tag === null ? 'null' : this.#text(event.tag);
    const error = event.error === null ? 'null' : JSON.stringify(event.error);
    const result = event.result === null ? 'null' : `{"columns":${this.#shared(event.result.columns)},"rows":${JSON.stringify(event.result.rows)}}`;
    return `"type":"done","operation":${event.operation},"outcome":"${event.outcome}","tag":${tag},"rows":${event.rows},"bytes":${event.bytes},"error":${error},"result":${result},"masked":${JSON.stringify(event.masked)}}`;
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

function isRepeatable(event: OperationDecided): boolean {
  return event.digest === undefined && event.impact === undefined && event.observed.length === 0 && event.text.length <= MAX_TEXT_LENGTH;
}

// All but the numbers of the operation and its connection. Texts are mostly the same objects, so comparing costs next to nothing.
function isAlike(one: OperationDecided, other: OperationDecided): boolean {
  return isRepeatable(other)
    && one.text === other.text && one.statement === other.statement && one.name === other.name
    && one.resource === other.resource && one.principal === other.principal && one.decision === other.decision
    && one.catalog === other.catalog && isEqual(one.rules, other.rules) && isEqual(one.reasons, other.reasons) && isEqual(one.unknown, other.unknown);
}

function isEqual(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((text, index) => text === other[index]));
}
