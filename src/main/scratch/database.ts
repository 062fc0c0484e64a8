// SPDX-License-Identifier: Apache-2.0
//
// A database of its own on a scratch server, with the production schema and settings in it, and the way to be rid of it. Refuses to touch any
// other database there; roles that it had to make go again, too.
import { GateError, messageOf } from '../../core/errors.js';
import type { Setting } from '../../commands/plan.js';
import { loadSchema, makeRoles, type Schema } from './schema.js';
import { connectScratch, type ScratchServer } from './server.js';

/** A database, ready. */
export interface ScratchDatabase {
  readonly name: string;
  readonly version: number;
  readonly notes: readonly string[];
  drop(): Promise<void>;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Makes it. `name`: what to call it; throws INPUT_INVALID when the schema does not load. */
export async function makeDatabase(server: ScratchServer, { name, schemas, settings }: { readonly name: string; readonly schemas: readonly Schema[]; readonly settings: readonly Setting[] }): Promise<ScratchDatabase> {
  const admin = await connectScratch(server, 'postgres');
  let roles: readonly string[] = [];
  const drop = async (): Promise<void> => {
    try {
      // With our own server all of it goes.
      if (server.own) return;
      await admin.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
      for (const role of roles) await admin.query(`DROP ROLE IF EXISTS ${quoted(role)}`);
    } finally {
      await admin.end();
    }
  };
  try {
    if (name !== 'postgres') await admin.query(`CREATE DATABASE ${quoted(name)} TEMPLATE template0 ENCODING 'UTF8'`);
    for (const { name: setting, value } of settings) {
      await admin.query(`ALTER DATABASE ${quoted(name)} SET ${setting.split('.').map(quoted).join('.')} TO ${literal(value)}`).catch((cause: unknown) => {
        throw new GateError('INPUT_INVALID', `input \`setting\` has \`${setting}\`, which the scratch server does not take: ${messageOf(cause)}`, { cause, hint: 'give it as production shows it (`SHOW …`)' });
      });
    }
    roles = await makeRoles(admin, schemas);
    const notes: string[] = [];
    const client = await connectScratch(server, name);
    try {
      for (const schema of schemas) {
        notes.push(...(await loadSchema(client, schema)));
        // What a dump set for itself ends with it.
        await client.query('RESET ALL');
      }
    } finally {
      await client.end();
    }
    const { rows } = await admin.query<{ version: string }>("SELECT pg_catalog.current_setting('server_version_num') AS version");
    return { name, version: Number(rows[0]?.version ?? 0), notes, drop };
  } catch (thrown) {
    await drop().catch(() => undefined);
    if (thrown instanceof GateError) throw thrown;
    throw new GateError('UPSTREAM_FAILED', `a scratch database can not be made: ${messageOf(thrown)}`, { cause: thrown, hint: 'the user of `--scratch` has to be able to create databases' });
  }
}
