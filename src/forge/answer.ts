// SPDX-License-Identifier: Apache-2.0
//
// Reads answers of a forge field by field. Refuses what is missing, null where it may not be, or of another type: a forge that says half
// of it has said nothing.
import type { GateError } from '../core/errors.js';
import { forgeFailed } from './policy-file.js';

const ID = /^[1-9][0-9]{0,18}$/u;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;

/** One object of an answer. `what` names it in errors: `pull request 7`. */
export class Answer {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #what: string;

  constructor(value: unknown, what: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw garbled(what, 'it is no object');
    this.#value = value as Readonly<Record<string, unknown>>;
    this.#what = what;
  }

  text(field: string): string {
    const value = this.#value[field];
    if (typeof value !== 'string') throw this.#bad(field);
    return value;
  }

  textOrNull(field: string): string | null {
    const value = this.#value[field];
    return value === null || value === undefined ? null : this.text(field);
  }

  number(field: string): number {
    const value = this.#value[field];
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw this.#bad(field);
    return value;
  }

  flag(field: string): boolean {
    const value = this.#value[field];
    if (typeof value !== 'boolean') throw this.#bad(field);
    return value;
  }

  /** A numeric id as text. */
  id(field: string): string {
    const text = String(this.#value[field]);
    if (!ID.test(text)) throw this.#bad(field);
    return text;
  }

  commit(field: string): string {
    const text = this.text(field);
    if (!COMMIT.test(text)) throw this.#bad(field);
    return text;
  }

  has(field: string): boolean {
    return field in this.#value;
  }

  is(field: string, value: unknown): boolean {
    return this.#value[field] === value;
  }

  object(field: string): Answer {
    return new Answer(this.#value[field], `${this.#what}, \`${field}\``);
  }

  /** The field has to be there; null is an answer. */
  objectOrNull(field: string): Answer | null {
    if (!(field in this.#value)) throw this.#bad(field);
    return this.#value[field] === null ? null : this.object(field);
  }

  list(field: string): readonly Answer[] {
    return answersIn(this.#value[field], `${this.#what}, \`${field}\``);
  }

  /** Ids of commits. */
  commits(field: string): readonly string[] {
    const value = this.#value[field];
    if (!Array.isArray(value) || !value.every((one): one is string => typeof one === 'string' && COMMIT.test(one))) throw this.#bad(field);
    return value;
  }

  #bad(field: string): GateError {
    return garbled(this.#what, `\`${field}\` is missing or not what it should be`);
  }
}

/** The objects of a list. */
export function answersIn(value: unknown, what: string): readonly Answer[] {
  if (!Array.isArray(value)) throw garbled(what, 'it is no list');
  return value.map((item) => new Answer(item, what));
}

/** Refusal of an answer that is not understood. */
export function garbled(what: string, why: string): GateError {
  return forgeFailed(`the forge's answer about ${what} is not understood: ${why}`, 'is it the address of the forge\'s API? run again');
}

/** `Date:` of an answer as ISO 8601; the forge's clock. */
export function clockOf(header: string | null | undefined, what: string): string {
  const time = Date.parse(header ?? '');
  if (!Number.isFinite(time)) throw garbled(what, 'it does not say what time it is');
  return new Date(time).toISOString();
}

/** The text in a file's base64; throws unless it is whole, and text. */
export function textIn(content: string, size: number, what: string): string {
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length !== size) throw garbled(what, 'it did not arrive whole');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw forgeFailed(`${what} is not UTF-8 text`, 'save it as UTF-8', cause);
  }
}

/** Throws unless as many came as the forge says there are. */
export function checkWhole(came: number, said: number | null, what: string): void {
  if (said !== null && came !== said) throw garbled(what, `it has ${said} and ${came} came`);
}
