// SPDX-License-Identifier: Apache-2.0
//
// Wires `run` for its two doors: the command line and the CI action. Refuses to decide anything: command.ts owns the child process, commands/run.ts the order.
import { mkdtemp, rm, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type RunDeps } from '../commands/run.js';
import { runSpec } from '../commands/run-spec.js';
import type { RawInputs } from '../commands/verb.js';
import { GateError } from '../core/errors.js';
import type { IsolatedCommand } from '../core/isolation.js';
import type { Host } from '../core/ports.js';
import { systemRuntime } from '../core/runtime.js';
import { NoIsolation } from '../isolate/none.js';
import { UserIsolation } from '../isolate/user.js';
import { parseArguments } from './arguments.js';
import { runCommand } from './command.js';
import { GateChild } from './gate-child.js';
import { jobInputs } from './inputs.js';
import { cliPath, realHost } from './wire.js';

/** `ostiary run [FLAGS] -- COMMAND`. Under a CI product without `--`, the inputs come from the job (GitLab's script line). */
export async function runVerb(argv: readonly string[]): Promise<number> {
  const host = realHost();
  const flags = runSpec.inputs.filter((input) => input.face !== 'ci');
  const { inputs, words, rest } = parseArguments(argv, flags);
  if (words.length > 0) throw new GateError('INPUT_INVALID', `\`${words[0] ?? ''}\` stands before \`--\``, { hint: 'write the command after `--`: `ostiary run --local --policy FILE -- psql`' });
  const fromJob = host.kind === 'shell' ? {} : jobInputs(runSpec, host);
  const command = rest.length > 0 ? rest : shellCommand(host);
  return runWith({ ...fromJob, ...inputs }, command, host);
}

/** The CI faces: every input from the job. */
export async function runFromJob(host: Host): Promise<number> {
  return runWith(jobInputs(runSpec, host), shellCommand(host), host);
}

function shellCommand(host: Host): readonly string[] {
  const script = host.kind === 'shell' ? undefined : host.input('command');
  return script === undefined ? [] : ['bash', '-eo', 'pipefail', '-c', script];
}

async function runWith(raw: RawInputs, command: readonly string[], host: Host): Promise<number> {
  const scratch: string[] = [];
  const gate = new GateChild({ node: process.execPath, cli: cliPath(), environment: process.env }, host, systemRuntime);
  const deps: RunDeps = {
    host, gate, runtime: systemRuntime, environment: process.env, workspace: process.cwd(), execute,
    isolations: { user: new UserIsolation(systemRuntime, process.platform), none: new NoIsolation(systemRuntime) },
    async writeGuide(text) {
      const folder = await mkdtemp(join(tmpdir(), 'ostiary-guide-'));
      scratch.push(folder);
      await chmod(folder, 0o755);
      const path = join(folder, 'guide.md');
      await writeFile(path, text, { mode: 0o644 });
      return path;
    },
  };
  try {
    return await run(raw, command, deps);
  } finally {
    for (const folder of scratch) await rm(folder, { recursive: true, force: true });
  }
}

function execute(command: IsolatedCommand, argv: readonly string[], signal: AbortSignal): Promise<number> {
  const hint = 'is it installed, and may this user execute it?';
  return runCommand({ ...command.wrap(argv), cwd: command.cwd, environment: command.environment, stdio: 'inherit', name: argv[0] ?? '', hint, apart: command.uid !== null }, signal);
}
