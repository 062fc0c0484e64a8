// SPDX-License-Identifier: Apache-2.0
//
// Under a policy that allows everything the gate is not to be noticed: a script of several hundred statements (types, DDL, DML, errors,
// notices, transactions, COPY, cursors, prepared statements) gives the same bytes with and without it.
import { readFile } from 'node:fs/promises';
import { ALLOW_EVERYTHING } from '../../support/guarded.js';
import { startPostgres, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { type Pair, sideBySide } from '../../support/side-by-side.js';

const SCRIPT = new URL('./long-script.sql', import.meta.url);

describe.each<PostgresVersion>([15, 18])('a long script before PostgreSQL %d', (version) => {
  let server: Postgres;
  let pair: Pair;
  beforeAll(async () => {
    server = await startPostgres({ version });
    pair = await sideBySide(server, '', { rules: ALLOW_EVERYTHING });
  });
  afterAll(async () => {
    await pair.close();
    await server.stop();
  });

  it('gives the same bytes through the gate', async () => {
    const { direct, gate } = await pair.psql(await readFile(SCRIPT, 'utf8'), ['-a', '-e']);
    expect(gate.stdout.split('\n')).toEqual(direct.stdout.split('\n'));
    expect(gate.stderr.split('\n')).toEqual(direct.stderr.split('\n'));
    expect(gate).toEqual(direct);
    const decided = pair.gate.recorder.of('decided');
    expect(decided.length).toBeGreaterThan(400);
    expect(new Set(decided.map(({ statement }) => statement)).size).toBeGreaterThan(70);
  });
});
