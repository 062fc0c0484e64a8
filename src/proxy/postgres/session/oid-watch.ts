// SPDX-License-Identifier: Apache-2.0
//
// Notices that the server speaks of tables or types that the catalog does not have, and has it read again, once for each. Refuses to
// ask again for what stayed unknown: such columns are masked as a whole.
import { FIRST_USER_OID, type CatalogSnapshot } from '../../../core/catalog.js';
import { messageOf } from '../../../core/errors.js';
import type { Catalog, Log } from '../../../core/ports.js';
import type { WireField } from '../../../gate/wire.js';

/** Oids remembered as unknown; beyond it nothing is asked any more. */
const MAX_UNKNOWN = 10_000;

/** The oids of one session that its catalog does not know. */
export class OidWatch {
  readonly #catalog: Catalog;
  readonly #log: Log;
  readonly #asked = new Set<number>();

  constructor(catalog: Catalog, log: Log) {
    this.#catalog = catalog;
    this.#log = log;
  }

  /** Whether a reading of the catalog might help; it is then taken for asked. */
  missing(fields: readonly WireField[], catalog: CatalogSnapshot): boolean {
    let found = false;
    for (const { tableOid, typeOid } of fields) {
      if (tableOid >= FIRST_USER_OID && !catalog.relationsByOid.has(tableOid)) found = this.#ask(tableOid) || found;
      if (typeOid >= FIRST_USER_OID && !catalog.types.has(typeOid)) found = this.#ask(typeOid) || found;
    }
    return found;
  }

  /** Reads the catalog again; resolves whatever comes of it. */
  async refresh(): Promise<void> {
    try {
      await this.#catalog.refresh();
    } catch (thrown) {
      this.#log.warn('the catalog could not be read again', { reason: messageOf(thrown) });
    }
  }

  #ask(oid: number): boolean {
    if (this.#asked.has(oid) || this.#asked.size >= MAX_UNKNOWN) return false;
    this.#asked.add(oid);
    return true;
  }
}
