// SPDX-License-Identifier: Apache-2.0
//
// What the user of this job could become: root by sudo, or by a container engine's group. Facts from fixed places, judged by a pure function.
// Refuses to change anything.
import type { Diagnosis } from '../core/diagnosis.js';
import { runProgram } from '../core/program.js';
import type { Runtime } from '../core/runtime.js';

const PLAIN_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const ENGINES = ['docker', 'lxd', 'incus-admin', 'podman', 'libvirt', 'kvm', 'disk', 'sudo', 'wheel', 'admin'];

export interface MachineFacts {
  readonly root: boolean;
  readonly sudo: boolean;
  readonly groups: readonly string[];
}

/** Asks `id` and `sudo`; what can't be asked is not there. */
export async function machineFacts(runtime: Runtime): Promise<MachineFacts> {
  const ask = async (file: string, ...args: string[]): Promise<{ code: number | null; text: string }> =>
    runProgram({ file, args, environment: { PATH: PLAIN_PATH, LC_ALL: 'C' } }, runtime).then(({ code, stdout }) => ({ code, text: stdout.toString('utf8') }), () => ({ code: null, text: '' }));
  const [groups, sudo] = await Promise.all([ask('/usr/bin/id', '-Gn'), ask('/usr/bin/sudo', '-n', 'true')]);
  return { root: process.getuid?.() === 0, sudo: sudo.code === 0, groups: groups.text.trim().split(/\s+/u).filter((name) => name !== '') };
}

/** What is unsafe about them, where an agent runs as this user. */
export function machineDiagnoses({ root, sudo, groups }: MachineFacts): readonly Diagnosis[] {
  const fix = 'start the agent behind `ostiary run` with `isolation: user`: it has neither sudo nor groups there';
  const found: Diagnosis[] = [];
  const tell = (id: string, message: string): void => void found.push({ id, file: null, line: null, message, fix });
  if (root) tell('job-is-root', 'the steps of this job are root, and read the memory of every other process');
  else if (sudo) tell('job-has-sudo', 'the steps of this job become root by `sudo` without a password');
  const engines = groups.filter((group) => ENGINES.includes(group) && (!sudo || !['sudo', 'wheel', 'admin'].includes(group)));
  if (!root && engines.length > 0) tell('job-has-groups', `the user of this job is in ${engines.map((group) => `\`${group}\``).join(', ')}, which is root by another name`);
  return found;
}
