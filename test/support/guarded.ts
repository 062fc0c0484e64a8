// SPDX-License-Identifier: Apache-2.0
//
// Runs the built program as a user does: `node dist/cli.js run --local …` against a real server, environment in, output and recording
// out. Refuses to look inside: what a test learns, a user could have learned.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { RecordedLine } from '../../src/core/events.js';

export const CLI = resolve('dist/cli.js');

/** What a guarded run is about. `rules`, `mask` and `more` are pieces of YAML. */
export interface GuardedRun {
  readonly server: { readonly port: number; readonly superuser: string; readonly password: string; readonly database: string };
  readonly command: readonly string[];
  readonly rules?: string;
  readonly mask?: string;
  readonly extends?: readonly string[];
  readonly more?: string;
  readonly flags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
}

export interface GuardedResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly recording: string;
  readonly events: readonly RecordedLine[];
}

/** Every effect by name: `*` does not cover `unknown`. */
export const ALLOW_EVERYTHING = '  - { id: everything, match: { effect: [read, write, schema, destroy, grant, execute, control, unknown] }, decide: allow }';

let folder: string | null = null;

/** A folder for the policies and recordings of this test file; removed by `cleanUp`. */
export function scratch(): string {
  folder ??= mkdtempSync(join(tmpdir(), 'ostiary-e2e-'));
  return folder;
}

/** For afterAll. */
export function cleanUp(): void {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
  folder = null;
}

/** Text of a policy for one local resource `db`. */
export function policyText(run: Pick<GuardedRun, 'server' | 'rules' | 'mask' | 'extends' | 'more'>): string {
  return `version: 1
extends: [${(run.extends ?? []).join(', ')}]
default: deny
identities: { me: { local: true } }
resources:
  db:
    type: postgres
    environment: production
    url: postgres://${run.server.superuser}@127.0.0.1:${run.server.port}/${run.server.database}
    credential: env:DB_CREDENTIAL
    local: true
    mask: { ${run.mask ?? ''} }
${run.more ?? ''}
rules:
${run.rules ?? ALLOW_EVERYTHING}
`;
}

/** Spawns it and waits. */
export async function runGuarded(run: GuardedRun): Promise<GuardedResult> {
  const home = mkdtempSync(join(scratch(), 'run-'));
  const policy = join(home, 'policy.yml');
  const sessionDir = join(home, 'session');
  writeFileSync(policy, policyText(run));
  const args = [CLI, 'run', '--local', '--policy', policy, '--session-dir', sessionDir, ...(run.flags ?? ['--isolation', 'none']), '--', ...run.command];
  const environment = { PATH: process.env.PATH ?? '', HOME: home, LC_ALL: 'C.UTF-8', DB_CREDENTIAL: run.server.password, ...run.environment };
  const result = await spawned(process.execPath, args, { environment, ...(run.input === undefined ? {} : { input: run.input }) });
  const recording = join(sessionDir, 'session.jsonl');
  return { ...result, recording, events: existsSync(recording) ? readEvents(recording) : [] };
}

/** The whole lines of a recording. */
export function readEvents(recording: string): RecordedLine[] {
  return readFileSync(recording, 'utf8').split('\n').slice(0, -1).map((line) => JSON.parse(line) as RecordedLine);
}

/** Any program, its output collected. `signal`: sent once it has said so. */
export function spawned(file: string, args: readonly string[], options: { environment: Readonly<Record<string, string | undefined>>; input?: string; cwd?: string; signal?: { readonly name: NodeJS.Signals; readonly said: RegExp } }): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((done, reject) => {
    const child = spawn(file, [...args], { env: options.environment, cwd: options.cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let { signal } = options;
    child.stdout.on('data', (chunk: Buffer) => {
      out.push(chunk);
      if (signal === undefined || !signal.said.test(Buffer.concat(out).toString('utf8'))) return;
      child.kill(signal.name);
      signal = undefined;
    });
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => done({ code, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}
