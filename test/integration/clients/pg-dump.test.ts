// SPDX-License-Identifier: Apache-2.0
//
// pg_dump through the gate writes, byte for byte, what it writes without; and what it wrote can be restored through the gate by psql and
// pg_restore. Debian's programs against their own server: they refuse newer ones. Large objects are left out: pg_dump reads them by
// protocol-level function calls, which the gate refuses.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALLOW_EVERYTHING } from '../../support/guarded.js';
import { startPostgres, type Postgres } from '../../support/postgres.js';
import { postgresTool, psql } from '../../support/psql.js';
import { type Pair, sideBySide } from '../../support/side-by-side.js';
import { ZOO } from '../../support/zoo.js';

/** In place of a random word that each dump holds twice. */
const SAME_WORD = '--restrict-key=word';

describe('pg_dump', () => {
  let server: Postgres;
  let pair: Pair;
  let dir: string;

  beforeAll(async () => {
    server = await startPostgres({ version: 15, conf: { wal_level: 'logical' } });
    pair = await sideBySide(server, ZOO);
    dir = await mkdtemp(join(tmpdir(), 'ostiary-dump-'));
  });
  afterAll(async () => {
    await pair.close();
    await server.stop();
    await rm(dir, { recursive: true });
  });

  it.each([
    ['everything', []],
    ['as INSERTs', ['--column-inserts', '--rows-per-insert=7']],
    ['to clean up first, names quoted', ['--clean', '--if-exists', '--quote-all-identifiers']],
    ['data only, in one snapshot', ['--data-only', '--serializable-deferrable']],
    ['some tables, without owners and rights', ['-t', 'zoo.k*', '-t', 'zoo.days*', '-O', '-x']],
  ])('dumps %s', async (_what, args) => {
    const { direct, gate } = await pair.tool('pg_dump', [SAME_WORD, ...args]);
    expect(direct).toMatchObject({ code: 0, stderr: '' });
    expect(gate).toEqual(direct);
    expect(gate.stdout).toContain('keeper 40');
  });

  it('dumps in parallel, by an exported snapshot, and restores', async () => {
    const folder = join(dir, 'parallel');
    expect(await postgresTool('pg_dump', { env: pair.env.gate, args: ['-Fd', '-j', '3', '-f', folder] })).toMatchObject({ code: 0, stderr: '' });
    const fresh = await sideBySide(server, '', { rules: ALLOW_EVERYTHING });
    expect(await postgresTool('pg_restore', { env: fresh.env.gate, args: ['-d', fresh.guarded, '-j', '3', folder] })).toMatchObject({ code: 0, stderr: '' });
    await sameAsDumped(fresh);
    await fresh.close();
  });

  it('is restored by psql', async () => {
    const dump = await postgresTool('pg_dump', { env: pair.env.gate, args: [SAME_WORD] });
    const fresh = await sideBySide(server, '', { rules: ALLOW_EVERYTHING });
    const both = await fresh.psql(dump.stdout, ['-v', 'ON_ERROR_STOP=1']);
    expect(both.direct).toMatchObject({ code: 0, stderr: '' });
    expect(both.gate).toEqual(both.direct);
    await sameAsDumped(fresh);
    await fresh.close();
  });

  it('says what the server says when it can not', async () => {
    const { direct, gate } = await pair.tool('pg_dump', ['--snapshot=none']);
    expect(direct.code).toBe(1);
    expect(gate).toEqual(direct);
  });

  async function sameAsDumped(restored: Pair): Promise<void> {
    const asDumped = await postgresTool('pg_dump', { env: pair.env.direct, args: [SAME_WORD] });
    const again = await postgresTool('pg_dump', { env: { ...pair.env.direct, PGDATABASE: restored.guarded }, args: [SAME_WORD] });
    expect(again).toEqual(asDumped);
    expect((await psql({ env: restored.env.gate, args: ['-At'] }, 'select count(*) from zoo.keepers')).stdout).toBe('48\n');
  }
});
