// SPDX-License-Identifier: Apache-2.0
//
// Wires `plan`: a scratch server, the gate in capture mode in front of it in this process (there is no secret to keep apart), COMMAND as a child
// with the environment that `run` gives it. Refuses to leave a server, a database or a folder behind.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from '../commands/environment.js';
import { guideText } from '../commands/guide.js';
import { type CapturingGate, plan, planSpec, type PlanDeps } from '../commands/plan.js';
import { GateError, messageOf } from '../core/errors.js';
import type { Host, Log, Recorder } from '../core/ports.js';
import { systemRuntime } from '../core/runtime.js';
import { Capture, CAPTURE_JUDGE } from '../gate/capture.js';
import { GateSession } from '../gate/session.js';
import { SqlParser } from '../parse/sql/parser.js';
import { resolve } from '../parse/sql/resolve.js';
import { loadPolicy } from '../policy/load.js';
import type { Policy, Resource } from '../policy/model.js';
import { parseArguments } from './arguments.js';
import { runCommand } from './command.js';
import { readPolicyFile } from './policy-text.js';
import { warnAbout } from './policy-warnings.js';
import { guardPostgres } from './postgres.js';
import { makeDatabase } from './scratch/database.js';
import { readSchemas, type Schema } from './scratch/schema.js';
import { openScratch, type ScratchServer } from './scratch/server.js';
import { VERSION } from './version.js';
import { realHost } from './wire.js';

/** `ostiary plan [FLAGS] -- COMMAND`. */
export async function planVerb(argv: readonly string[]): Promise<number> {
  const host = realHost();
  const { inputs, words, rest } = parseArguments(argv, planSpec.inputs);
  if (words.length > 0) throw new GateError('INPUT_INVALID', `\`${words[0] ?? ''}\` stands before \`--\``, { hint: 'write the command after `--`: `ostiary plan --schema schema.sql -- bin/rails db:migrate`' });
  const folders: string[] = [];
  let policy: Policy | null = null;
  const deps: PlanDeps<Schema> = {
    host, version: VERSION, readSchemas,
    async loadPolicy(file) {
      policy = await loadPolicy({ text: await readPolicyFile(file), file }, { now: systemRuntime.now() });
      warnAbout(policy, (line) => host.log.warn(line));
      return policy;
    },
    openGate: (request) => openGate(request, Object.values(policy?.resources ?? {}), host),
    execute: (request) => execute(request, host, folders),
    print: (text) => void process.stdout.write(text),
    write: (file, text) => writeFile(file, text).catch((cause: unknown) => {
      throw new GateError('INPUT_INVALID', `the change set can not be written to \`${file}\`: ${messageOf(cause)}`, { cause, hint: 'name another file with `--out`' });
    }),
  };
  try {
    return await plan(inputs, rest, deps);
  } finally {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
}

const SILENT = (): void => undefined;
/** A capture is no session: what it keeps is the change set. */
const NO_RECORDER: Recorder = { append: SILENT, whenDurable: (then) => systemRuntime.soon(() => then(null)), close: async () => undefined };

async function openGate({ resource, schemas, scratch, settings }: Parameters<PlanDeps<Schema>['openGate']>[0], resources: readonly Resource[], host: Host): Promise<CapturingGate> {
  const wanted = resource.address?.user ?? 'postgres';
  const server = await openScratch({
    scratch, user: wanted.startsWith('pg_') ? 'postgres' : wanted, resources, path: process.env.PATH ?? '', password: process.env.PGPASSWORD ?? '',
  }, systemRuntime);
  const closing: (() => Promise<void>)[] = [() => server.stop()];
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).reverse()) await end().catch((thrown: unknown) => host.log.warn(`something of the scratch database is left behind: ${messageOf(thrown)}`));
  };
  try {
    const name = server.own ? ownName(resource) : `ostiary_plan_${systemRuntime.random(6).toString('hex')}`;
    const database = await makeDatabase(server, { name, schemas, settings });
    closing.push(() => database.drop());
    const capture = new Capture();
    const guarded = await guardScratch(resource, { server, database: name, capture, host });
    closing.push(guarded.close);
    return { endpoint: guarded.endpoint, server: database.version, notes: database.notes, statements: () => capture.statements(), close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

// Programs may look at it; those that PostgreSQL makes by itself are there already.
function ownName({ address }: Resource): string {
  const name = address?.database ?? 'postgres';
  return name.startsWith('template') ? 'postgres' : name;
}

async function guardScratch(resource: Resource, { server, database, capture, host }: { readonly server: ScratchServer; readonly database: string; readonly capture: Capture; readonly host: Host }): ReturnType<typeof guardPostgres> {
  const parser = await SqlParser.load();
  const log: Log = { debug: SILENT, info: SILENT, warn: (message, fields) => host.log.warn(message, fields), error: (message, fields) => host.log.error(message, fields) };
  const session = new GateSession({
    principal: { names: [], issuer: 'plan', subject: 'scratch', claims: {} }, judge: CAPTURE_JUDGE,
    reader: { analyse: (sql) => parser.analyse(sql), resolve: (draft, scope) => resolve(draft, scope, parser) },
    approvals: { claim: async () => ({ kind: 'pending', how: 'nothing is approved on a scratch database', url: null }) },
    recorder: NO_RECORDER, runtime: systemRuntime, log, recordResults: 'none',
  });
  // Digests are of the operation in production, wherever it was tried.
  const ref = { name: resource.name, target: resource.target };
  const door = capture.door(session.door(ref, []), ref);
  const { host: address, port, user, password, tls } = server;
  const scratch: Resource = { ...resource, address: { host: address, port, database, user }, tls: { mode: tls, ca: null }, credential: 'scratch' };
  const secrets = { hold: async () => ({ endsAt: null, current: async () => ({ user, password }), refused: async () => null, release: async () => undefined }) };
  return guardPostgres({ resource: scratch, session: `ost_plan_${systemRuntime.random(6).toString('hex')}`, door }, secrets, { log, mask: (value) => host.addMask(value) });
}

async function execute({ argv, endpoint, resource, policy, bindings, printing }: Parameters<PlanDeps<Schema>['execute']>[0], host: Host, folders: string[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'ostiary-guide-'));
  folders.push(folder);
  await chmod(folder, 0o755);
  const guide = join(folder, 'guide.md');
  await writeFile(guide, guideText(policy, [resource.name]), { mode: 0o644 });
  const variable = /^env:(.+)$/.exec(resource.credential ?? '')?.[1];
  const environment = childEnvironment({
    base: process.env, tokenVariables: host.tokenVariables, secretVariables: variable === undefined ? [] : [variable], endpoints: [{ ...endpoint, upstreamHost: resource.address?.host ?? '' }], bindings, guide,
  });
  const [file = '', ...args] = argv;
  const stdio = printing === 'here' ? 'inherit' as const : ['inherit' as const, 2, 'inherit' as const];
  return host.quarantine(() => runCommand({ file, args, cwd: process.cwd(), environment, stdio, name: file, hint: 'is it installed, and in PATH?' }, new AbortController().signal));
}
