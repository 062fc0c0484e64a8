// SPDX-License-Identifier: Apache-2.0
//
// What recordings may say of a statement: facts without literals. Names that only a literal spells (the file of a
// COPY, the id of a prepared transaction, the sequence of a `nextval`) and values that the server's errors quote become `?`. Judging and
// refusing use the real ones. Refuses to guess which literal is harmless: a name stays when the statement spells it outside of literals,
// or the catalog or PostgreSQL itself has it.
import type { CatalogSnapshot } from '../core/catalog.js';
import type { Access, StatementFacts } from '../core/model.js';
import { classifyFunction } from '../parse/sql/builtins/functions.js';
import { reviewedSettings } from '../parse/sql/builtins/settings.js';
import { ranCode } from './diagnostics.js';
import type { Estimate } from './impact.js';
import { MESSAGE_WORDS } from './message-words.js';

const UNSPOKEN = '?';
/** Schemas that names are completed with. */
const COMPLETED = new Set(['public', 'pg_catalog', 'information_schema']);
/** SQLSTATE class of data exceptions: what they quote are values. */
const DATA_EXCEPTION = '22';
/** SQLSTATE class of PL/pgSQL. */
const RAISED = 'P0';

type Named = Pick<Access, 'object' | 'type'>;

/** A server's error. `names`: what its fields of names (schema, table, column, type, constraint) say; null: the gate's own words. */
export interface Complaint {
  readonly message: string;
  readonly sqlstate: string;
  readonly names: readonly string[] | null;
  /** The statement was given values apart from its text. */
  readonly hasParameters: boolean;
}

/** One statement's texts, as its recording has them. */
export class RecordedFacts {
  readonly #facts: StatementFacts;
  readonly #catalog: CatalogSnapshot;
  #lowered: { readonly text: string; readonly redacted: string } | null = null;

  constructor(facts: StatementFacts, catalog: CatalogSnapshot) {
    this.#facts = facts;
    this.#catalog = catalog;
  }

  /** The name of what an access touches. */
  object({ object, type }: Named): string | null {
    return object === null || this.#catalog.relations.has(object) || this.#spells(object) || this.#isKnown(object, type) ? object : UNSPOKEN;
  }

  /** A sentence that may name such things in backticks: a rule's reason, why something is unknown. */
  sentence(text: string): string {
    if (!text.includes('`')) return text;
    const hidden = new Set(this.#facts.accesses.filter((access) => access.object !== this.object(access)).map(({ object }) => object));
    // Matches "`orders`", misses "orders".
    return text.replace(/`([^`]+)`/gu, (quoted, name: string) => (hidden.has(name) || this.#isInLiteral(name) ? `\`${UNSPOKEN}\`` : quoted));
  }

  /** An error of the server, which quotes values: those of the statement, of its parameters, and of rows that came with it. */
  complaint({ message, sqlstate, names, hasParameters }: Complaint): string {
    if (names === null) return message;
    const [first, ...rest] = message.split('"') as [string, ...string[]];
    // What code raises, it words as it likes, and what the parameters were nobody keeps.
    const isAny = hasParameters && (sqlstate.startsWith(RAISED) || ranCode(this.#facts));
    const plain = (text: string): string => this.#words(text, isAny);
    if (rest.length === 0) return plain(first);
    // A value may hold quotes itself.
    if (sqlstate.startsWith(DATA_EXCEPTION)) return `${plain(first)}"${UNSPOKEN}"${plain(rest.slice(1).at(-1) ?? '')}`;
    const shown = rest.map((part, index) => (index % 2 === 1 ? plain(part) : this.#isName(part, names) ? part : UNSPOKEN));
    return [plain(first), ...shown].join('"');
  }

  /** What the server said when it was asked for an estimate. */
  impact(estimate: Estimate): Estimate {
    return estimate.why === null ? estimate : { ...estimate, why: this.complaint({ message: this.sentence(estimate.why), sqlstate: DATA_EXCEPTION, names: [], hasParameters: false }) };
  }

  #isName(quoted: string, names: readonly string[]): boolean {
    return this.#spells(quoted) || this.#isKnown(quoted, null) || (names.includes(quoted) && !this.#isInLiteral(quoted));
  }

  // Matches the words of `a, b`; what is no separator belongs to a word.
  #words(text: string, isAny: boolean): string {
    return text.replace(/[^\s'`(),:;]+/gu, (written) => {
      const word = written.toLowerCase().replace(/\.+$/u, '');
      if (word === '' || MESSAGE_WORDS.has(word) || this.#written.redacted.includes(word)) return written;
      const isValue = isAny || this.#written.text.includes(word);
      return isValue && !this.#isKnown(word, null) ? UNSPOKEN : written;
    });
  }

  #spells(name: string): boolean {
    const { redacted } = this.#written;
    if (redacted.includes(name.toLowerCase())) return true;
    const parts = partsOf(name.toLowerCase()).filter((part) => !this.#isSchema(part));
    return parts.length > 0 && parts.every((part) => redacted.includes(part));
  }

  #isInLiteral(name: string): boolean {
    return this.#written.text.includes(name.toLowerCase()) && !this.#spells(name) && !this.#isKnown(name, null);
  }

  #isKnown(name: string, type: string | null): boolean {
    const { relations, functions, operators, types, schemas } = this.#catalog;
    if (relations.has(name) || schemas.has(name) || (type === 'setting' && reviewedSettings().includes(name))) return true;
    const parts = partsOf(name);
    const bare = parts.at(-1) ?? '';
    if (parts.slice(0, -1).every((part) => this.#isSchema(part)) && (functions.has(bare) || operators.has(bare) || classifyFunction(bare) !== undefined)) return true;
    for (const known of types.values()) if (known.name === name) return true;
    for (const relation of relations.values()) if (relation.name === name) return true;
    return false;
  }

  #isSchema(name: string): boolean {
    return COMPLETED.has(name) || this.#catalog.schemas.has(name);
  }

  // Most statements are allowed, and name what the catalog has: nothing of this is needed for them.
  get #written(): { readonly text: string; readonly redacted: string } {
    return (this.#lowered ??= { text: this.#facts.text.toLowerCase(), redacted: this.#facts.redacted.toLowerCase() });
  }
}

// Matches the parts of `public."a.b"`: a name with a dot is in quotes.
function partsOf(name: string): string[] {
  return (name.match(/"[^"]*"|[^."]+/gu) ?? []).map((part) => part.replaceAll('"', ''));
}
