// SPDX-License-Identifier: Apache-2.0
//
// `ostiary demo`: a production database, a CI platform and an agent on loopback, with the real gate process between them. Shows what
// happens, proves that nothing was lost, keeps the recording, and cleans up everything else.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import pg from 'pg';
import postgres from 'postgres';
import type { Endpoint } from '../commands/environment.js';
import { guardedUrl } from '../commands/environment.js';
import { EXIT, GateError } from '../core/errors.js';
import { systemRuntime } from '../core/runtime.js';
import { verifyRecording } from '../record/verify.js';
import { demoHost } from './demo/host.js';
import { openPlatform } from './demo/platform.js';
import { drawOutcome, drawTable, painter, type Outcome, type Painter } from './demo/terminal.js';
import { demoPolicy, STEPS, type Step } from './demo/script.js';
import { openShop, type Shop } from './demo/shop.js';
import { freePort } from './demo/port.js';
import { GateChild } from './gate-child.js';
import { cliPath } from './wire.js';

const SQLSTATE_REFUSED = '42501';

/** `ostiary demo`. */
export async function demoVerb(argv: readonly string[]): Promise<number> {
  if (argv.length > 0) throw new GateError('INPUT_INVALID', `\`${argv[0] ?? ''}\` means nothing to the demo`, { hint: 'it is just `ostiary demo`' });
  const paint = painter(process.stdout.isTTY === true && process.env.NO_COLOR === undefined);
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  say(paint.dim('starting a PostgreSQL with a small shop in it, and a CI platform that issues OIDC tokens …'));
  const shop = await openShop(await freePort(), systemRuntime);
  try {
    const platform = await openPlatform((issuer) => demoPolicy(shop.port, issuer), systemRuntime);
    try {
      return await guardedAgent({ shop, platform: platform.environment, paint, say });
    } finally {
      await platform.close();
    }
  } finally {
    await shop.stop();
  }
}

interface Stage {
  readonly shop: Shop;
  readonly platform: Readonly<Record<string, string>>;
  readonly paint: Painter;
  readonly say: (text: string) => void;
}

async function guardedAgent(stage: Stage): Promise<number> {
  const { shop, paint, say } = stage;
  const sessionDir = await mkdtemp(join(tmpdir(), 'ostiary-demo-'));
  // The credential goes to the gate process and nowhere else.
  const environment = { PATH: process.env.PATH, HOME: process.env.HOME, ...stage.platform, SHOP_CREDENTIAL: `${shop.user}:${shop.password}` };
  const gate = new GateChild({ node: process.execPath, cli: cliPath(), environment }, demoHost(), systemRuntime);
  try {
    const before = await Promise.all([shop.count('customers'), shop.count('orders')]);
    const started = await gate.start({ policyFile: null, local: false, gateway: null, resources: [], sessionDir, audience: 'ostiary', command: ['demo-agent'], approval: null, proposers: [], after: null, breakGlass: null });
    const endpoint = started.endpoints[0];
    const { recording } = started;
    if (endpoint === undefined || recording === null) throw new GateError('INTERNAL', 'the gate guards nothing');
    say(`the job proved who it is with its OIDC token; the gate listens on 127.0.0.1:${endpoint.port} as session ${paint.bold(started.session)}\n`);
    const outcomes = await playAgent(endpoint, stage);
    const sealed = await gate.seal(0, 'ignore');
    const verdict = await verifyRecording(recording);
    const after = await Promise.all([shop.count('customers'), shop.count('orders')]);
    say(drawTable(outcomes, paint));
    say(`allowed ${sealed.allow}, needing review ${sealed.review}, denied ${sealed.deny}; rows in the shop before and after: ${before.join(' + ')} = ${after.join(' + ')}`);
    say(`recording (${verdict.state}): ${paint.bold(recording)}`);
    say(paint.dim(`  ${calledAs()} session verify ${recording}\n  ${calledAs()} session replay ${recording}`));
    return String(before) === String(after) && verdict.state === 'unsigned' ? EXIT.done : EXIT.fault;
  } finally {
    gate.kill();
  }
}

// In a clone there is no `ostiary` on the PATH.
function calledAs(): string {
  const [, program = 'ostiary'] = process.argv;
  // npx puts it on the path of this one process.
  if (process.env.npm_command === 'exec') return 'npx ostiary';
  return basename(program) === 'ostiary' ? 'ostiary' : `node ${relative(process.cwd(), program)}`;
}

async function playAgent(endpoint: Endpoint, { paint, say }: Stage): Promise<Outcome[]> {
  const nodePostgres = new pg.Client({ connectionString: guardedUrl(endpoint) });
  // It would ask for the types of arrays by itself, and the sums would count what nobody has seen.
  const postgresJs = postgres(guardedUrl(endpoint), { max: 1, fetch_types: false, onnotice: () => undefined });
  const outcomes: Outcome[] = [];
  try {
    await nodePostgres.connect();
    for (const step of STEPS) {
      const outcome = await attempt(step, { nodePostgres, postgresJs });
      outcomes.push(outcome);
      say(drawOutcome(outcome, paint));
    }
  } finally {
    await Promise.allSettled([nodePostgres.end(), postgresJs.end({ timeout: 1 })]);
  }
  return outcomes;
}

async function attempt(step: Step, clients: { nodePostgres: pg.Client; postgresJs: postgres.Sql }): Promise<Outcome> {
  try {
    const rows = step.client === 'node-postgres'
      ? await clients.nodePostgres.query(step.sql, [...step.values]).then((result) => ({ rows: result.rows as Record<string, unknown>[], count: result.rowCount ?? 0 }))
      : await clients.postgresJs.unsafe(step.sql, [...step.values]).then((result) => ({ rows: [...result] as Record<string, unknown>[], count: result.count }));
    return { step, kind: 'ran', rows: rows.rows, count: rows.count };
  } catch (thrown) {
    const error = thrown as { code?: string; message: string; detail?: string; hint?: string };
    if (error.code !== SQLSTATE_REFUSED) throw thrown;
    const review = error.detail?.includes('decision=review') === true;
    return { step, kind: review ? 'review' : 'refused', message: error.message, detail: error.detail ?? '', hint: error.hint ?? '' };
  }
}
