// SPDX-License-Identifier: Apache-2.0
//
// Reads the file of a change set (docs/schema/changeset-v1.json) as data from outside. Refuses whatever is not of its shape, saying where, and
// files larger than a person could review.
import { type CapturedBookkeeping, type CapturedOperation, type CaptureLimit, type ChangeSet, LIMIT_KINDS } from '../core/change-set.js';
import { GateError, messageOf } from '../core/errors.js';
import type { Parameter, ResourceRef } from '../core/model.js';

/** Larger files are refused: 16 MiB is ten thousand statements of a kilobyte and a half. */
const MAX_CHANGE_SET_BYTES = 16 * 1024 * 1024;

/** A change set, and the line on which each statement stands, by number. */
export interface ReadChangeSet {
  readonly set: ChangeSet;
  readonly lines: ReadonlyMap<number, number>;
}

/** Reads it; throws INPUT_INVALID. `file`: how it is called in messages. */
export function readChangeSet(text: string, file: string): ReadChangeSet {
  if (Buffer.byteLength(text, 'utf8') > MAX_CHANGE_SET_BYTES) throw new GateError('INPUT_INVALID', `the change set \`${file}\` is larger than ${MAX_CHANGE_SET_BYTES} bytes`, { hint: 'propose it in parts' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw new GateError('INPUT_INVALID', `the change set \`${file}\` is not JSON: ${messageOf(thrown)}`, { hint: 'it is what `ostiary plan --out FILE` writes' });
  }
  return { set: new Shape(file).changeSet(value), lines: linesOf(text) };
}

// As writeChangeSet has them; elsewhere findings stand at the first line.
function linesOf(text: string): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  text.split('\n').forEach((line, index) => {
    const number = /^\s*\{"number":(\d{1,9}),/.exec(line)?.[1]; // matches `    {"number":3,"kind":"sql",…`, misses `  "operations": [`
    if (number !== undefined) lines.set(Number(number), index + 1);
  });
  return lines;
}

type Fields = Readonly<Record<string, unknown>>;

class Shape {
  constructor(readonly file: string) {}

  changeSet(value: unknown): ChangeSet {
    const of = this.#object(value, 'it');
    if (of['format'] !== 'ostiary-changeset-v1') throw this.#wrong('`format`', '`ostiary-changeset-v1`');
    const captured = this.#object(of['captured'], '`captured`');
    const set: ChangeSet = {
      format: 'ostiary-changeset-v1', ostiary: this.#text(of['ostiary'], '`ostiary`'), digest: this.#digest(of['digest'], '`digest`'), resource: this.#resource(of['resource'], '`resource`'),
      tools: this.#list(of['tools'], '`tools`', (one, at) => this.#text(one, at)),
      captured: {
        command: this.#list(captured['command'], '`captured.command`', (one, at) => this.#text(one, at)), schema: this.#list(captured['schema'], '`captured.schema`', (one, at) => this.#digest(one, at)),
        server: this.#count(captured['server'], '`captured.server`'),
      },
      operations: this.#list(of['operations'], '`operations`', (one, at) => this.#operation(one, at)),
      bookkeeping: this.#list(of['bookkeeping'], '`bookkeeping`', (one, at): CapturedBookkeeping => ({ ...this.#operation(one, at), tool: this.#text(this.#object(one, at)['tool'], `${at}.tool`) })),
      limits: this.#list(of['limits'], '`limits`', (one, at) => this.#limit(one, at)),
    };
    const all = [...set.operations, ...set.bookkeeping];
    if (new Set(all.map(({ number }) => number)).size !== all.length) throw this.#wrong('`number`', 'different for each statement');
    if (all.some(({ resource }) => resource.name !== set.resource.name || resource.target !== set.resource.target)) throw this.#wrong('`resource`', 'the same everywhere');
    return set;
  }

  #operation(value: unknown, at: string): CapturedOperation {
    const of = this.#object(value, at);
    if (of['kind'] !== 'sql') throw this.#wrong(`${at}.kind`, '`sql`');
    const settings = this.#object(of['settings'], `${at}.settings`);
    return {
      number: this.#count(of['number'], `${at}.number`), kind: 'sql', resource: this.#resource(of['resource'], `${at}.resource`), bytes: this.#text(of['bytes'], `${at}.bytes`),
      parameters: this.#list(of['parameters'], `${at}.parameters`, (one, where) => this.#parameter(one, where)), data: of['data'] === null ? null : this.#digest(of['data'], `${at}.data`),
      settings: Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, this.#text(setting, `${at}.settings.${name}`)])),
      transaction: of['transaction'] === null ? null : this.#count(of['transaction'], `${at}.transaction`), connection: this.#count(of['connection'], `${at}.connection`),
      message: this.#count(of['message'], `${at}.message`), tag: this.#text(of['tag'], `${at}.tag`), digest: this.#digest(of['digest'], `${at}.digest`),
    };
  }

  #parameter(value: unknown, at: string): Parameter {
    const { type, format, value: bytes } = this.#object(value, at);
    if (format !== 'text' && format !== 'binary') throw this.#wrong(`${at}.format`, '`text` or `binary`');
    return { type: this.#text(type, `${at}.type`), format, value: bytes === null ? null : this.#text(bytes, `${at}.value`) };
  }

  #limit(value: unknown, at: string): CaptureLimit {
    const of = this.#object(value, at);
    const kind = LIMIT_KINDS.find((known) => known === of['kind']);
    if (kind === undefined) throw this.#wrong(`${at}.kind`, `one of ${LIMIT_KINDS.join(', ')}`);
    return { kind, operation: this.#count(of['operation'], `${at}.operation`), detail: this.#text(of['detail'], `${at}.detail`) };
  }

  #resource(value: unknown, at: string): ResourceRef {
    const { name, target } = this.#object(value, at);
    return { name: this.#text(name, `${at}.name`), target: this.#text(target, `${at}.target`) };
  }

  #object(value: unknown, at: string): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.#wrong(at, 'an object');
    return value as Fields;
  }

  #list<T>(value: unknown, at: string, each: (one: unknown, at: string) => T): readonly T[] {
    if (!Array.isArray(value)) throw this.#wrong(at, 'a list');
    return value.map((one, index) => each(one, `${at}[${index}]`));
  }

  #text(value: unknown, at: string): string {
    if (typeof value !== 'string' || !value.isWellFormed()) throw this.#wrong(at, 'text');
    return value;
  }

  #digest(value: unknown, at: string): string {
    if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value)) throw this.#wrong(at, 'a SHA-256 in hex');
    return value;
  }

  #count(value: unknown, at: string): number {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) throw this.#wrong(at, 'a whole number from 1');
    return value;
  }

  #wrong(at: string, wanted: string): GateError {
    return new GateError('INPUT_INVALID', `the change set \`${this.file}\` does not fit: ${at} has to be ${wanted}`, { hint: 'it is what `ostiary plan --out FILE` writes' });
  }
}
