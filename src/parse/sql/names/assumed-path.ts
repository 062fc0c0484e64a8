// SPDX-License-Identifier: Apache-2.0
//
// Where names without a schema are in a text that sets its own search path, when no catalog is at hand: in the schema that was set, or nobody
// knows. Refuses to take `public` for granted once the text has said otherwise.
import type { SessionEffect } from '../../../core/model.js';

/** One schema; none: several, or computed, so nobody knows; null: nothing was set, and it is taken to be `public`. */
export type AssumedSchema = readonly [schema: string] | readonly [] | null;

const NOBODY_KNOWS: AssumedSchema = [];

/** Follows one session, statement by statement. */
export class AssumedPath {
  #session: AssumedSchema = null;
  #now: AssumedSchema = null;
  #before: AssumedSchema = null;

  /** Where a name without a schema is by now. */
  get schema(): AssumedSchema {
    return this.#now;
  }

  /** Takes in what a statement did to its session. */
  take(effects: readonly SessionEffect[]): void {
    for (const effect of effects) {
      if (effect.kind === 'set' && effect.name === 'search_path') this.#set(schemaOf(effect.value), effect.local);
      else if ((effect.kind === 'reset' && (effect.name === null || effect.name === 'search_path')) || (effect.kind === 'discard' && effect.what === 'ALL')) this.#set(null, false);
      else if (effect.kind === 'begin') this.#before = this.#session;
      else if (effect.kind === 'commit' || effect.kind === 'prepare-transaction') this.#now = this.#session;
      else if (effect.kind === 'rollback') [this.#session, this.#now] = [this.#before, this.#before];
      // Which settings stood before the savepoint is not followed.
      else if (effect.kind === 'rollback-to' && this.#now !== this.#before) [this.#session, this.#now] = [NOBODY_KNOWS, NOBODY_KNOWS];
    }
  }

  /** Another file begins, and its tool may have kept the connection with all that was set. `own`: it opens one for each. */
  nextFile(own: boolean): void {
    this.#session = own || this.#session === null ? null : NOBODY_KNOWS;
    [this.#now, this.#before] = [this.#session, this.#session];
  }

  #set(schema: AssumedSchema, local: boolean): void {
    this.#now = schema;
    if (!local) this.#session = schema;
  }
}

/** What a path that a text sets comes to: a name may be in any of several schemas. */
export function schemaOf(value: string | null): AssumedSchema {
  const [only = null, ...more] = value === null ? [] : ownSchemasIn(value);
  return only === null || more.length > 0 ? NOBODY_KNOWS : [only];
}

/** The first schema of a path under which something ran already, so that its names were found. */
export function leadingSchema(value: string): AssumedSchema {
  const [first = null] = ownSchemasIn(value);
  return first === null ? NOBODY_KNOWS : [first];
}

// PostgreSQL's own schema comes first by itself, and that of the user's name hardly anybody makes. `SET` keeps the case of a name and
// `set_config` folds it, which the value alone does not tell: names that both take alike are known, others are not.
function ownSchemasIn(value: string): readonly (string | null)[] {
  return value.split(',').map((part) => part.trim()).filter((part) => !['', 'pg_catalog', '$user', '"$user"'].includes(part)).map((part) => (/^[a-z_][a-z0-9_$]*$/u.test(part) ? part : null));
}
