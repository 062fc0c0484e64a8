// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import pg from 'pg';
import { startPostgres, type PostgresVersion } from '../../support/postgres.js';
import { psql } from '../../support/psql.js';

describe.each<PostgresVersion>([15, 18])('startPostgres %d', (version) => {
  it('starts, answers over SCRAM and TLS, and leaves nothing behind', async () => {
    const server = await startPostgres({ version, conf: { work_mem: '5MB' }, ssl: true });
    try {
      expect(await server.query('SELECT 1 AS one; SHOW work_mem')).toEqual([{ work_mem: '5MB' }]);
      expect(await server.query("SELECT current_setting('server_version_num')::int / 10000 AS major")).toEqual([{ major: version }]);
      process.kill(server.pid, 0);

      const client = new pg.Client({ host: 'localhost', port: server.port, user: 'postgres', password: server.password, database: 'postgres', ssl: { ca: server.caPem! } });
      await client.connect();
      const { rows } = await client.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()');
      await client.end();
      expect(rows).toEqual([{ ssl: true }]);

      const answer = await psql({ env: server.env, args: ['-At'] }, 'SELECT 40 + 2;\n');
      expect(answer).toEqual({ stdout: '42\n', stderr: '', code: 0 });
      const wrong = await psql({ env: { ...server.env, PGPASSWORD: 'no' }, args: ['-At'] }, 'SELECT 1;\n');
      expect(wrong.code).toBe(2);
      expect(wrong.stderr).toContain('password authentication failed');
    } finally {
      await server.stop();
    }
    expect(existsSync(server.dir)).toBe(false);
    expect(() => process.kill(server.pid, 0)).toThrow('ESRCH');
  });

  it('says why when the server does not start', async () => {
    await expect(startPostgres({ version, conf: { shared_buffers: 'much' } })).rejects.toThrow(/did not start[^]*shared_buffers/);
  });
});
