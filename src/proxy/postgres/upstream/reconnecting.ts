// SPDX-License-Identifier: Apache-2.0
//
// The gate's own question line: one connection, opened when first needed and again when it was lost. Only for questions that may be
// asked twice; refuses nothing by itself.
import type { SimpleClient, TextRow } from './simple-client.js';

/** Asks by whichever connection is alive. Give `query` to the catalog; `close` when the session ends. */
export class ReconnectingClient {
  readonly #connect: () => Promise<SimpleClient>;
  #client: Promise<SimpleClient> | null = null;

  /** `connect` opens and logs in; it is called again after a loss. */
  constructor(connect: () => Promise<SimpleClient>) {
    this.#connect = connect;
  }

  /** Rows of the last statement of `sql`. Throws `UPSTREAM_FAILED`; a connection that died while idle is replaced unseen. */
  async query(sql: string): Promise<TextRow[]> {
    const known = this.#client;
    const client = await this.#alive();
    try {
      return await client.query(sql);
    } catch (thrown) {
      // A connection that was never used before did not die of old age: the server's word stands.
      if (known === null || !client.ended) throw thrown;
      return (await this.#alive()).query(sql);
    }
  }

  /** Says goodbye, if there is anybody to say it to. */
  async close(): Promise<void> {
    const client = await this.#client?.catch(() => null);
    await client?.close();
  }

  async #alive(): Promise<SimpleClient> {
    const opened = this.#client;
    const client = await opened?.catch(() => null);
    if (client && !client.ended) return client;
    // Whoever else waited may have begun already.
    if (this.#client === null || this.#client === opened) this.#client = this.#connect();
    return this.#client;
  }
}
