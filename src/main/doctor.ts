// SPDX-License-Identifier: Apache-2.0
//
// The door of `doctor`: finds the CI files of this folder, the machine when it is a job's, and the forge with the token at hand. Refuses to
// follow links out of the repository.
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { doctor, doctorSpec, type CiFile } from '../commands/doctor.js';
import type { Examined } from '../core/diagnosis.js';
import { GateError } from '../core/errors.js';
import { systemRuntime } from '../core/runtime.js';
import { examineSettings, type ForgeSettings } from '../forge/settings.js';
import { machineDiagnoses, machineFacts } from '../isolate/machine.js';
import { environmentsIn } from '../parse/files/doctor-github.js';
import { parseArguments } from './arguments.js';
import { VERSION } from './version.js';
import { realHost } from './wire.js';

const MAX_FILES = 1_000;
const MAX_BYTES = 1024 * 1024;
/** Where CI files lie; the rest of a repository has none that count. */
const PLACES = ['.github/workflows', '.github/actions', '.gitlab', 'actions'];
const SINGLE = ['action.yml', 'action.yaml', '.gitlab-ci.yml', '.gitlab-ci.yaml'];

/** `ostiary doctor`. */
export async function doctorVerb(argv: readonly string[]): Promise<number> {
  const { inputs, words } = parseArguments(argv, doctorSpec.inputs);
  if (words.length > 0) throw new GateError('INPUT_INVALID', `\`${words[0] ?? ''}\` is not understood`, { hint: 'run `ostiary doctor` in the folder of the repository, or in a job' });
  const host = realHost();
  const files = await ciFiles(process.cwd());
  return doctor(inputs, {
    version: VERSION, files, print: (text) => void process.stdout.write(text),
    async examine(): Promise<Examined> {
      const machine = host.kind === 'shell' ? [] : machineDiagnoses(await machineFacts(systemRuntime));
      const forge = await forgeHere(files, host.facts());
      const settings: Examined = forge === null ? { findings: [], notKnown: [{ question: 'the settings of the forge', why: 'this folder has no remote `origin` at GitHub or GitLab' }] } : await examineSettings(forge, systemRuntime);
      return { findings: [...machine, ...settings.findings], notKnown: settings.notKnown };
    },
  });
}

async function ciFiles(root: string): Promise<readonly CiFile[]> {
  const paths = [...SINGLE, ...(await Promise.all(PLACES.map((place) => below(root, place)))).flat()].slice(0, MAX_FILES);
  const files = await Promise.all(paths.map(async (path) => {
    const stat = await lstat(join(root, path)).catch(() => null);
    return stat?.isFile() === true && stat.size <= MAX_BYTES ? [{ path, text: await readFile(join(root, path), 'utf8') }] : [];
  }));
  return files.flat();
}

async function below(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true }).catch(() => []);
  return entries.map((name) => `${folder}/${name.replaceAll('\\', '/')}`).filter((path) => /\.ya?ml$/u.test(path) && !path.includes('/node_modules/')).sort();
}

async function forgeHere(files: readonly CiFile[], facts: Readonly<Record<string, string>>): Promise<ForgeSettings | null> {
  const { env } = process;
  const text = (path: string): Promise<string> => readFile(join(process.cwd(), '.git', path), 'utf8').catch(() => '');
  const [config, head] = await Promise.all([text('config'), text('refs/remotes/origin/HEAD')]);
  const remote = /\[remote "origin"\][^[]*?url = (\S+)/u.exec(config)?.[1] ?? '';
  // Hits `https://github.com/acme/shop.git`, `git@gitlab.com:acme/team/shop.git`.
  const [, host = '', path = ''] = /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/git@|git@)([^/:]+)[/:](.+?)(?:\.git)?\/?$/u.exec(remote) ?? [];
  const defaultBranch = facts['default_branch'] ?? env.CI_DEFAULT_BRANCH ?? /refs\/remotes\/origin\/(\S+)/u.exec(head)?.[1] ?? 'main';
  // Hits `ostiary/ostiary@v0`, `ostiary/ostiary/actions/apply@…`, `templates/apply.yml`, `ostiary apply`; misses jobs that only check.
  const usesApprovals = files.some(({ text: file }) => /ostiary\/ostiary(?:\/actions\/(?:run|apply|approval-gate))?@|templates\/(?:run|apply|approval-gate)\.yml|ostiary\/(?:run|apply|approval-gate)@|\bostiary (?:run|apply|approval-gate)\b/u.test(file));
  const environments = [...new Set(files.flatMap((file) => environmentsIn(file.text)))].slice(0, 20);
  if (env.GITHUB_ACTIONS === 'true' || host === 'github.com') {
    return { kind: 'github', apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com', repository: env.GITHUB_REPOSITORY ?? path, token: env.GITHUB_TOKEN ?? env.GH_TOKEN ?? '', defaultBranch, environments, usesApprovals };
  }
  if (env.GITLAB_CI === 'true' || /gitlab/u.test(host)) {
    return { kind: 'gitlab', apiUrl: env.CI_API_V4_URL ?? `https://${host}/api/v4`, repository: env.CI_PROJECT_ID ?? path, token: env.GITLAB_TOKEN ?? '', defaultBranch, environments, usesApprovals };
  }
  return null;
}
