// SPDX-License-Identifier: Apache-2.0
//
// The gate process dies by SIGKILL under a writing load, again and again, at moments drawn from a seed: whatever the server executed is
// on record as allowed, and the recording says that it is incomplete.
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { systemRuntime } from '../../src/core/runtime.js';
import { runCommand } from '../../src/main/command.js';
import { readEvents, CLI, cleanUp, policyText, scratch, spawned } from '../support/guarded.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { seeded } from '../support/seeded.js';
import { executed, gateOf, strike, type Struck } from '../support/struck.js';
import { waitFor } from '../support/waiting.js';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 3);
const SEED = Number(process.env['KILL_SEED'] ?? 20260105);
const NUMBERS_A_ROUND = 100_000_000;

let server: Postgres;
beforeAll(async () => {
  server = await startPostgres({ version: 15, conf: { log_statement: 'all' } });
  await server.query('CREATE TABLE ledger (id bigint PRIMARY KEY)');
});
afterAll(async () => {
  await server?.stop();
  cleanUp();
});

const chance = seeded(SEED);
const rounds = Array.from({ length: ROUNDS }, (_, round) => ({ round, after: 40 + chance.below(round % 2 === 0 ? 1000 : 400), direction: chance.oneIn(3) ? ('answered' as const) : ('asked' as const) }));

describe(`a gate killed under load (seed ${SEED})`, () => {
  it.each(rounds)('after $after pieces $direction (round $round)', async ({ round, after, direction }) => {
    const from = (round + 1) * NUMBERS_A_ROUND;
    const struck = await strike({ server, from, after, direction, stubborn: round === 0 });
    await everythingIsOnRecord(struck, from);
    await isIncomplete(struck);
    expect([struck.code, struck.stderr]).toEqual([4, expect.stringContaining('the gate ended before the command did: signal SIGKILL: the recording is incomplete; run again')]);
    expect(() => process.kill(struck.commandPid, 0)).toThrow(/ESRCH/);
  });
});

describe('a gate whose parent is gone before it listens', () => {
  it.each<[string, StdioOptions]>([['at once', ['ignore', 'ignore', 'inherit', 'ipc']], ['from the start', 'ignore']])('ends: %s', async (_name, stdio) => {
    const gate = spawn(process.execPath, [CLI, 'gate-process'], { stdio });
    if (gate.connected) gate.disconnect();
    expect(await once(gate, 'exit')).toEqual([0, null]);
  });
});

describe('a gate whose parent is killed while it waits for the database', () => {
  it('seals what there is, and ends', async () => {
    const held: Socket[] = [];
    const slow = createServer((socket) => void held.push(socket.pause().on('error', () => undefined))).listen(0, '127.0.0.1');
    await once(slow, 'listening');
    const home = mkdtempSync(join(scratch(), 'slow-'));
    writeFileSync(join(home, 'policy.yml'), policyText({ server: { ...server, port: (slow.address() as AddressInfo).port } }));
    const run = spawn(process.execPath, [CLI, 'run', '--local', '--policy', join(home, 'policy.yml'), '--session-dir', join(home, 'session'), '--isolation', 'none', '--', 'true'], { env: { PATH: process.env.PATH, HOME: home, DB_CREDENTIAL: server.password }, stdio: 'ignore' });
    await waitFor(() => held.length > 0, 'the gate asks the database');
    const gate = gateOf(run.pid as number);
    run.kill('SIGKILL');
    await once(run, 'exit');
    try {
      for (const socket of held) socket.pipe(connect(server.port, '127.0.0.1').on('error', () => undefined)).pipe(socket);
      await waitFor(() => !alive(gate), 'the gate is gone');
      expect(readEvents(join(home, 'session', 'session.jsonl')).map(({ type }) => type)).toEqual(['session', 'checkpoint', 'end']);
    } finally {
      if (alive(gate)) process.kill(gate, 'SIGKILL');
      slow.close();
    }
  });
});

function alive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/su.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function everythingIsOnRecord({ recording }: Struck, from: number): Promise<void> {
  const whole = readEvents(recording);
  const allowed = new Set<number>();
  for (const event of whole) {
    if (event.type !== 'decided' || event.decision !== 'allow') continue;
    for (const [, number] of event.text.matchAll(/ AS u(\d+)/g)) allowed.add(Number(number));
  }
  const ofRound = (number: number): boolean => number >= from && number < from + NUMBERS_A_ROUND;
  const ran = [...(await executed(server))].filter(ofRound);
  const rows = (await server.query('SELECT id FROM ledger')).map((row) => Number(row['id'])).filter(ofRound);
  expect(ran.length).toBeGreaterThan(5);
  expect([ran.filter((number) => !allowed.has(number)), rows.filter((number) => !allowed.has(number))]).toEqual([[], []]);
}

async function isIncomplete({ recording }: Struck): Promise<void> {
  const verify = await spawned(process.execPath, [CLI, 'session', 'verify', recording], { environment: process.env });
  expect([verify.code, verify.stdout]).toEqual([1, expect.stringMatching(/^incomplete: the \d+ lines that are there follow each other, but the closing line is missing/)]);
}

describe('a command that does not end when it is asked to', () => {
  it('is killed after five seconds, and not before', async () => {
    let ready: () => void = () => undefined;
    const said = new Promise<void>((resolve) => (ready = resolve));
    const asked: number[] = [];
    let child: ChildProcess | null = null;
    let due: () => void = () => undefined;
    const over = new AbortController();
    const ended = runCommand({ file: '/bin/sh', args: ['-c', "trap 'echo asked' TERM; echo ready; while :; do :; done"], cwd: scratch(), environment: { PATH: process.env.PATH ?? '' }, stdio: ['ignore', 'pipe', 'ignore'], name: 'sh', hint: '' }, over.signal, {
      spawn(file, args, options) {
        child = systemRuntime.spawn(file, args, options);
        child.stdout?.once('data', ready);
        return child;
      },
      after(milliseconds, run) {
        asked.push(milliseconds);
        due = run;
        return { cancel: () => undefined };
      },
    });
    await said;
    const answered = new Promise((resolve) => (child as ChildProcess | null)?.stdout?.once('data', resolve));
    over.abort();
    expect(String(await answered)).toBe('asked\n');
    expect([asked, (child as ChildProcess | null)?.exitCode]).toEqual([[5000], null]);
    due();
    expect(await ended).toBe(137);
  });
});
