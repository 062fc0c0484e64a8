// SPDX-License-Identifier: Apache-2.0
//
// Functions of well-known extensions that compute from their arguments and do nothing else, told by the C code behind them (library and symbol),
// which only a superuser can name, and never by the names that SQL gives them. Refuses set-returning functions, those that take rows or any type
// (they make values whose CHECKs run), those that set something, and whatever is written in another language.
import { type CatalogOperands, FIRST_USER_OID } from '../../../core/catalog.js';
import { takesAny } from '../names/coercible.js';

/** All that these call immutable. Of PostgreSQL's own contrib modules, and pgvector. */
const PURE_LIBRARIES: ReadonlySet<string> = new Set(['_int', 'btree_gin', 'btree_gist', 'citext', 'cube', 'earthdistance', 'fuzzystrmatch', 'hstore', 'ltree', 'pg_trgm', 'pgcrypto', 'seg', 'uuid-ossp', 'vector']);

/** What else is harmless: hangs on a setting, a dictionary or chance. */
const HARMLESS: ReadonlySet<string> = new Set([
  'pg_trgm show_limit', 'pg_trgm similarity_op', 'pg_trgm word_similarity_op', 'pg_trgm word_similarity_commutator_op', 'pg_trgm strict_word_similarity_op', 'pg_trgm strict_word_similarity_commutator_op',
  'pgcrypto pg_gen_salt', 'pgcrypto pg_gen_salt_rounds', 'pgcrypto pg_random_bytes', 'pgcrypto pg_random_uuid', 'pgcrypto pgp_pub_encrypt_bytea', 'pgcrypto pgp_pub_encrypt_text', 'pgcrypto pgp_sym_encrypt_bytea', 'pgcrypto pgp_sym_encrypt_text',
  'unaccent unaccent_dict', 'uuid-ossp uuid_generate_v1', 'uuid-ossp uuid_generate_v1mc', 'uuid-ossp uuid_generate_v4',
]);

/** True when calling it does nothing but compute. `native`: as the catalog has it, `citext citext_eq i`. */
export function isHarmlessNative(native: string | undefined, takes: readonly number[]): boolean {
  if (native === undefined || takes.some(takesAny)) return false;
  const [library = '', symbol = '', volatility = ''] = native.split(' ');
  return (volatility === 'i' && PURE_LIBRARIES.has(library)) || HARMLESS.has(`${library} ${symbol}`);
}

/** The type that these operators give, 0 where they differ or it is a user's; null: one of them is not known to be harmless. */
export function givenByHarmless(operators: readonly CatalogOperands[]): number | null {
  if (operators.length === 0 || !operators.every(({ native, left, right }) => isHarmlessNative(native, [left, right]))) return null;
  const [type = 0, ...others] = new Set(operators.map(({ gives = 0 }) => gives));
  return others.length === 0 && type < FIRST_USER_OID ? type : 0;
}
