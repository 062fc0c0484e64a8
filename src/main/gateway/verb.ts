// SPDX-License-Identifier: Apache-2.0
//
// Wires `ostiary gateway`: runs it until it is told to stop, and the operator's words to a gateway that runs elsewhere, by way of its
// store. Refuses to read another file than the one that is named.
import { readFile } from 'node:fs/promises';
import { EXIT, GateError, messageOf } from '../../core/errors.js';
import { systemRuntime } from '../../core/runtime.js';
import { loadGateway } from '../../policy/gateway.js';
import { gatewaySchema } from '../../policy/gateway-schema.js';
import { sessionOf } from '../../server/session-record.js';
import { FileStore } from '../../store/files.js';
import { parseArguments } from '../arguments.js';
import { guardMemory } from '../process-memory.js';
import { readConfig } from './config.js';
import { jsonLog } from './log.js';
import { GatewaySecrets } from './secrets.js';
import { Gateway } from './service.js';

const FLAGS = [{ name: 'config', kind: 'text' }, { name: 'all', kind: 'flag' }, { name: 'verbose', kind: 'flag' }] as const;
const USAGE = 'it is `gateway --config FILE`, or `gateway check|sessions|revoke|schema`';

/** `ostiary gateway [check|sessions|revoke|schema] --config FILE`. */
export async function gatewayVerb(argv: readonly string[]): Promise<number> {
  const { inputs, words } = parseArguments(argv, FLAGS);
  const [what, ...ids] = words;
  if (what === 'schema') {
    process.stdout.write(`${JSON.stringify(gatewaySchema, null, 2)}\n`);
    return EXIT.done;
  }
  const file = inputs.config;
  if (typeof file !== 'string' || file === '') throw new GateError('INPUT_INVALID', '`gateway` needs `--config FILE`', { hint: USAGE });
  if (what !== 'revoke' && ids.length > 0) throw new GateError('INPUT_INVALID', `\`${ids[0] ?? ''}\` means nothing here`, { hint: USAGE });
  switch (what) {
    case undefined: return serve(file, inputs.verbose === true);
    case 'check': return check(file);
    case 'sessions': return list(file);
    case 'revoke': return revoke(file, ids, inputs.all === true);
    default: throw new GateError('INPUT_INVALID', `\`gateway ${what}\` is not a command`, { hint: USAGE });
  }
}

async function serve(file: string, debug: boolean): Promise<number> {
  const log = jsonLog((line) => void process.stdout.write(line), { runtime: systemRuntime, debug });
  // A reader of the log that went away must not take the gateway with it.
  process.stdout.on('error', () => undefined);
  let stop: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  // From the first moment on: a signal that comes while it starts stops it, too.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop());
  let gateway: Gateway | null = null;
  let reloading = Promise.resolve(true);
  // While it starts there is nothing to reload: it has just read the file.
  process.on('SIGHUP', () => {
    reloading = reloading.then(() => gateway?.reload() ?? true);
  });
  await guardMemory(systemRuntime);
  const secrets = new GatewaySecrets(process.env, { runtime: systemRuntime, log });
  gateway = await Gateway.start(file, { runtime: systemRuntime, log, secrets, environment: process.env });
  const lost = await Promise.race([stopped.then(() => null), gateway.lost]);
  if (lost !== null) log.error(`this gateway has lost its store, and stops: ${lost}`);
  log.info('stopping: nobody is let in any more, what is in flight is finished');
  await reloading;
  await gateway.stop();
  log.info('stopped');
  return lost === null ? EXIT.done : EXIT.fault;
}

async function check(file: string): Promise<number> {
  const { policy, settings } = await readConfig(file, systemRuntime);
  for (const problem of policy.warnings) process.stderr.write(`${problem.file}:${problem.line}:${problem.column}: ${problem.message}\n`);
  process.stdout.write(`${file} can be used; resources: ${Object.keys(policy.resources).length}, identities: ${policy.identities.length}, issuers: ${settings.issuers.length}, policy: ${policy.digest}\n`);
  return EXIT.done;
}

async function list(file: string): Promise<number> {
  const store = await storeOf(file);
  for (const id of await store.keys('session')) {
    const line = await describe(store, id);
    if (line !== null) process.stdout.write(`${line}\n`);
  }
  return EXIT.done;
}

// One JSON object; null: it was forgotten meanwhile.
async function describe(store: FileStore, id: string): Promise<string | null> {
  try {
    const record = sessionOf(await store.read('session', id));
    if (record === null) return null;
    const { caller, resources, job } = record;
    const time = (at: number): string => new Date(at).toISOString();
    return JSON.stringify({ id, ended: record.ended?.by ?? null, issuer: caller.issuer, subject: caller.subject, job, resources, opened_at: time(record.openedAt), expires_at: time(record.expiresAt), limit_at: time(record.limitAt) });
  } catch (thrown) {
    return JSON.stringify({ id, unreadable: messageOf(thrown) });
  }
}

async function revoke(file: string, ids: readonly string[], all: boolean): Promise<number> {
  if (all === ids.length > 0) throw new GateError('INPUT_INVALID', '`gateway revoke` needs the ids of sessions, or `--all`', { hint: '`ostiary gateway sessions --config FILE` lists them' });
  const store = await storeOf(file);
  const known = await store.keys('session');
  for (const id of all ? known : ids) {
    if (!known.includes(id)) throw new GateError('INPUT_INVALID', `there is no session \`${id}\` in the store`, { hint: '`ostiary gateway sessions --config FILE` lists them' });
    await store.create('revoked', id, { version: 1, at: systemRuntime.now() });
    process.stdout.write(`${id} is revoked\n`);
  }
  return EXIT.done;
}

async function storeOf(file: string): Promise<FileStore> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new GateError('INPUT_INVALID', `the gateway's file \`${file}\` can not be read: ${messageOf(cause)}`, { hint: 'name it with `--config FILE`' });
  });
  const { settings } = await loadGateway({ text, file }, { now: systemRuntime.now() });
  return FileStore.open(settings.storePath, systemRuntime);
}
