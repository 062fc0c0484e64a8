// SPDX-License-Identifier: Apache-2.0
//
// psql as people use it, once directly and once through the gate: what it prints must be the same. `\bind` came with psql 16 and Debian's
// is 15; the extended protocol is pgbench's and the drivers' part, and `\gdesc` here.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { writeCertificates } from '../../support/certificates.js';
import { ALLOW_EVERYTHING } from '../../support/guarded.js';
import { startPostgres, type Postgres, type PostgresVersion } from '../../support/postgres.js';
import { psql, toolPath } from '../../support/psql.js';
import { type Both, type Pair, sideBySide } from '../../support/side-by-side.js';
import { ZOO } from '../../support/zoo.js';

const LISTS = [
  '\\d', '\\d zoo.*', '\\d+ zoo.*', '\\d+ pg_catalog.pg_class', '\\da+ zoo.*', '\\dA+', '\\dAc', '\\dAf', '\\dAo', '\\dAp', '\\db+', '\\dc zoo.*', '\\dconfig work_mem', '\\dC+ zoo.*',
  '\\dd zoo.*', '\\dD+ zoo.*', '\\ddp', '\\dE+ zoo.*', '\\di+ zoo.*', '\\dm+ zoo.*', '\\ds+ zoo.*', '\\dt+ zoo.*', '\\dv+ zoo.*', '\\des+', '\\det+ zoo.*', '\\deu+', '\\dew+', '\\df+ zoo.*',
  '\\dfp zoo.*', '\\dF+ zoo.*', '\\dFd+ zoo.*', '\\dFp', '\\dFt', '\\dg+', '\\dl', '\\dL+', '\\dn+ zoo', '\\do+ zoo.*', '\\dO+ zoo.*', '\\dp zoo.*', '\\dP+ zoo.*', '\\drds', '\\dRp+', '\\dRs+',
  '\\dT+ zoo.*', '\\du+', '\\dx+', '\\dX zoo.*', '\\dy', '\\sf zoo.next_number', '\\sf+ zoo.stamp', '\\sv+ zoo.names', '\\z zoo.keepers', '\\dS pg_stats', '\\encoding', '\\d zoo.nothing',
];

describe.each<PostgresVersion>([15, 18])('psql before PostgreSQL %d', (version) => {
  let server: Postgres;
  let pair: Pair;
  /** Under a policy that allows what nobody could read, too: then even mistakes look the same. */
  let open: Pair;
  let dir: string;

  beforeAll(async () => {
    server = await startPostgres({ version });
    pair = await sideBySide(server, ZOO);
    open = await sideBySide(server, ZOO, { rules: ALLOW_EVERYTHING });
    dir = await mkdtemp(join(tmpdir(), 'ostiary-psql-'));
  });
  afterAll(async () => {
    await Promise.all([pair.close(), open.close()]);
    await server.stop();
    await rm(dir, { recursive: true });
  });

  /** The same on both sides; returns it. Process ids and the names of the two databases are no difference. */
  const same = ({ direct, gate }: Both): string => {
    const plain = (text: string) => text.replaceAll(/PID \d+/g, 'PID n').replaceAll(pair.guarded, pair.direct).replaceAll(open.guarded, open.direct);
    expect({ out: plain(gate.stdout), err: plain(gate.stderr), code: gate.code }).toEqual({ out: plain(direct.stdout), err: plain(direct.stderr), code: direct.code });
    return plain(gate.stdout) + plain(gate.stderr);
  };

  it('lists and describes everything', async () => {
    const said = same(await pair.psql(LISTS.join('\n')));
    expect(said).toContain('Table "zoo.keepers"');
    expect(said).toContain('Did not find any relation named "zoo.nothing"');
    expect(said).not.toContain('ostiary');
  });

  it('copies in and out, by \\copy and COPY', async () => {
    await writeFile(join(dir, 'in.csv'), 'id,name\n1,"a ""quoted"", one"\n2,\n3,"two\nlines"\n');
    const both = await pair.psql(`
create table copied (id int primary key, name text);
\\copy copied from '${dir}/in.csv' with (format csv, header)
\\copy (select * from copied order by id) to '${dir}/out.csv' csv header
\\copy copied to stdout
copy copied (name, id) to stdout with (format csv, force_quote *);
copy copied from stdin;
4	four
5	\\N
\\.
copy copied from stdin;
6	six
x	not a number
\\.
copy copied from stdin;
1	there already
\\.
\\copy copied from '${dir}/missing.csv'
copy (select 1/0) to stdout;
begin; copy copied from stdin;
7	seven
\\.
rollback;
select count(*), md5(string_agg(id || coalesce(name, '-'), ',' order by id)) from copied;
\\copy copied to '${dir}/out.bin' (format binary)
truncate copied;
\\copy copied from '${dir}/out.bin' (format binary)
\\copy copied from program 'printf "9\\tnine\\n"'
table copied order by id;
`);
    const said = same(both);
    expect(said).toContain('COPY copied, line 2, column id: "x"');
    expect(said).toContain('  9 | nine');
    expect(await readFile(join(dir, 'out.csv'), 'utf8')).toBe('id,name\n1,"a ""quoted"", one"\n2,\n3,"two\nlines"\n');
  });

  it('runs what a query returns, and keeps it in variables', async () => {
    const said = same(await pair.psql(`
select 40 + 2 as answer, 'it''s' as word \\gset
\\echo :answer :'word' :"word"
select format('create table g%s (x int)', n) from generate_series(1, 3) n \\gexec
select n, n * n as square from generate_series(1, 3) n \\gx
select 1 as a, 'x'::text as b, now() as c, null::numeric(4,1) as d \\gdesc
select k, c, v from (values ('r1', 'c1', 1), ('r2', 'c2', 2)) t (k, c, v) \\crosstabview
select 1 as one \\; select 2 as two \\; select 3 as three;
\\if yes
select 'yes';
\\endif
select :answer + 1 \\g | tr 0-9 a-j
select 1 \\g ${dir}/written
\\! cat ${dir}/written
`));
    expect(said).toContain("42 'it''s'");
    expect(said).toContain('numeric(4,1)');
  });

  it('fetches through cursors of its own, and the script\'s', async () => {
    const said = same(await open.psql(`
\\set FETCH_COUNT 7
select n, repeat('x', n) from generate_series(1, 30) n;
select 10 / (5 - n) from generate_series(1, 9) n;
\\unset FETCH_COUNT
begin;
declare c scroll cursor for select n from generate_series(1, 10) n;
fetch 3 from c; move forward 2 in c; fetch backward 2 from c; fetch last from c; fetch next from c;
declare h cursor with hold for select name from zoo.keepers order by id limit 2;
commit;
fetch all from h; close h; fetch all from h;
`));
    expect(said).toContain('division by zero');
    expect(said).toContain('cursor "h" does not exist');
  });

  it('shows errors with their place, and notices', async () => {
    const said = same(await open.psql(`
select 1 +
  nope
from zoo.keepers;
selekt 1;
select 'unfinished;
';
select * from zoo.keeper;
insert into zoo.keepers (id, name) values (1, 'again');
insert into zoo.keepers (name) values (null);
insert into zoo.animals (keeper) values (4711);
insert into zoo.keepers (name, pay) values ('poor', -1);
select 'ü' || nope, 'é' from zoo.keepers;
create table if not exists zoo.keepers (); drop table if exists nothing;
\\set VERBOSITY verbose
select 1/0;
select zoo.next_number('x');
\\set VERBOSITY terse
select 1/0;
\\set VERBOSITY sqlstate
select 1/0;
\\set VERBOSITY default
\\set SHOW_CONTEXT always
select '1'::int, 'x'::zoo.positive;
select 2147483647 + 1;
\\errverbose
`));
    expect(said).toMatch(/LINE 2: {3}nope\n +\^/);
    expect(said).toContain('LOCATION:');
  });

  it('listens and notifies', async () => {
    const said = same(await pair.psql(`listen news; notify news, 'hello'; notify news; begin; notify news, 'late'; select 1; commit;\nunlisten *; notify news, 'gone'; select 2;\n`));
    expect(said).toContain('Asynchronous notification "news" with payload "hello" received from server process with PID n.');
    expect(said).not.toContain('gone');
  });

  it('works in transactions and savepoints, and stops where it is told to', async () => {
    const script = `
create table t (n int unique deferrable initially deferred);
begin; insert into t values (1); savepoint a; insert into t values (2); savepoint b; select 1/0; select 'ignored'; rollback to b; insert into t values (3); release a; commit;
begin isolation level serializable read only; insert into t values (4); rollback;
begin; insert into t values (1); commit;
start transaction; insert into t values (5); rollback and chain; insert into t values (6); commit; commit;
\\set ON_ERROR_ROLLBACK on
begin; insert into t values (7); select nope; insert into t values (8); commit;
\\set ON_ERROR_ROLLBACK off
\\set AUTOCOMMIT off
insert into t values (9); rollback; insert into t values (10); commit;
\\set AUTOCOMMIT on
insert into t values (11) \\; select 1/0;
table t order by n;
begin; prepare p (int) as insert into t values ($1) returning n; execute p(20); execute p(21); deallocate p; execute p(22); end;
table t order by n;
set local work_mem = '1MB'; show transaction_isolation; set statement_timeout = 5; select count(*) from generate_series(1, 100000000); reset statement_timeout;
\\set ON_ERROR_STOP on
select nope;
select 'never';
`;
    const said = same(await open.psql(script));
    expect(said).toContain('canceling statement due to statement timeout');
    expect(said).not.toContain('never');
    same(await open.psql("insert into t values (30);\ninsert into t values ('x');\ninsert into t values (31);\n", ['-1', '-v', 'ON_ERROR_STOP=1']));
    expect(same(await open.psql('', ['-At', '-c', 'select count(*) from t where n >= 30', '-c', 'select 1', '-c', 'selekt']))).toContain('0\n1\n');
  });

  it('is interrupted', async () => {
    const child = spawn(toolPath('psql'), ['-X', '-At', '-c', 'select 1', '-c', 'select pg_sleep(300)'], { env: { PATH: process.env.PATH ?? '', HOME: dir, ...pair.env.gate } });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
    while ((await server.query("select 1 from pg_stat_activity where query = 'select pg_sleep(300)' and state = 'active'")).length === 0);
    child.kill('SIGINT');
    await new Promise((resolve) => child.once('close', resolve));
    expect(Buffer.concat(said).toString().split('\n').sort()).toEqual(['', '1', 'Cancel request sent', 'ERROR:  canceling statement due to user request']);
  });

  it('negotiates TLS', async () => {
    await writeCertificates(dir);
    const tls = createSecureContext({ cert: await readFile(join(dir, 'server.pem')), key: await readFile(join(dir, 'server.key')) });
    const secure = await sideBySide(server, '', { tls });
    const ask = (more: Readonly<Record<string, string>>) => psql({ env: { ...secure.env.gate, ...more }, args: ['-At'] }, '\\conninfo\nselect 1;\n');
    const checked = await ask({ PGSSLMODE: 'verify-full', PGSSLROOTCERT: join(dir, 'ca.pem'), PGCHANNELBINDING: 'require' });
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(checked.stdout).toMatch(/TLSv1\.3[^]*\n1\n$/);
    // `prefer` is what psql does when nobody says anything.
    expect((await ask({ PGSSLMODE: 'prefer' })).stdout).toMatch(/TLSv1\.3[^]*\n1\n$/);
    await writeCertificates(dir);
    expect(await ask({ PGSSLMODE: 'verify-full', PGSSLROOTCERT: join(dir, 'ca.pem') })).toMatchObject({ code: 2, stderr: expect.stringContaining('certificate verify failed') });
    await secure.close();
  });
});
