// SPDX-License-Identifier: Apache-2.0
//
// pgbench through the gate, in every protocol that it speaks. It counts what it did, and the database must agree.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { postgresTool } from '../../support/psql.js';
import { type Pair, sideBySide } from '../../support/side-by-side.js';

const PIPELINE = `\\set id random(1, 1000)
\\startpipeline
begin;
select abalance from pgbench_accounts where aid = :id;
update pgbench_accounts set abalance = abalance + 1 where aid = :id;
insert into pgbench_history (tid, bid, aid, delta, mtime) values (1, 1, :id, 1, now());
end;
\\endpipeline
select 1 as one \\gset
`;

describe.each<PostgresVersion>([15, 18])('pgbench before PostgreSQL %d', (version) => {
  let server: Postgres;
  let pair: Pair;
  let dir: string;

  beforeAll(async () => {
    server = await startPostgres({ version });
    pair = await sideBySide(server);
    dir = await mkdtemp(join(tmpdir(), 'ostiary-pgbench-'));
    await writeFile(join(dir, 'pipeline.sql'), PIPELINE);
  });
  afterAll(async () => {
    await pair.close();
    await server.stop();
    await rm(dir, { recursive: true });
  });

  const bench = (...args: string[]) => postgresTool('pgbench', { env: pair.env.gate, args });
  const history = async () => Number((await server.query('select count(*) as n from pgbench_history', pair.guarded))[0]?.n);

  it.each([
    ['by COPY, in steps', ['-I', 'dtgvpf']],
    ['on the server, with partitions', ['-I', 'dtGp', '--partitions=3']],
  ])('initialises %s', async (_how, args) => {
    const result = await bench('-i', '-s', '1', ...args);
    expect(result).toMatchObject({ code: 0, stderr: expect.stringContaining('done in') });
    expect((await server.query('select count(*)::int as n, sum(abalance)::int as sum from pgbench_accounts', pair.guarded))[0]).toEqual({ n: 100_000, sum: 0 });
  });

  it.each(['simple', 'extended', 'prepared'])('runs, %s', async (protocol) => {
    const before = await history();
    const writing = await bench('-n', '-M', protocol, '-c', '4', '-j', '2', '-t', '25');
    expect(writing).toMatchObject({ code: 0, stderr: expect.not.stringContaining('error') });
    expect(writing.stdout).toContain('number of transactions actually processed: 100/100');
    expect(await history()).toBe(before + 100);
    const reading = await bench('-n', '-S', '-M', protocol, '-c', '4', '-t', '100');
    expect(reading.stdout).toMatch(/actually processed: 400\/400[^]*failed transactions: 0/);
  });

  it.each(['extended', 'prepared'])('pipelines, %s', async (protocol) => {
    const before = await history();
    const result = await bench('-n', '-M', protocol, '-c', '3', '-t', '20', '-f', join(dir, 'pipeline.sql'));
    expect(result.stdout).toContain('number of transactions actually processed: 60/60');
    expect(await history()).toBe(before + 60);
  });

  it('reconnects for each transaction', async () => {
    const result = await bench('-n', '-S', '-C', '-t', '20');
    expect(result.stdout).toContain('number of transactions actually processed: 20/20');
  });

  it('left the sums right', async () => {
    const [row] = await server.query('select (select sum(abalance) from pgbench_accounts) = (select sum(delta) from pgbench_history) as even', pair.guarded);
    expect(row).toEqual({ even: true });
  });
});
