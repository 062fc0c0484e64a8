// SPDX-License-Identifier: Apache-2.0
//
// Wires `policy-check` for its doors: which commits are compared, where the policy comes from, where reports go. Refuses a policy of the
// change itself: in CI it is that of the protected branch, in a shell that of the merge base, and only `preview` looks at the work tree.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ReadStatement } from '../check/captured.js';
import { policyCheck, policyCheckSpec, type FoundPolicy, type PolicyCheckDeps } from '../commands/policy-check.js';
import type { RawInputs } from '../commands/verb.js';
import type { ChangeSource } from '../core/change.js';
import { GateError, messageOf } from '../core/errors.js';
import type { Forge, Host } from '../core/ports.js';
import { systemRuntime } from '../core/runtime.js';
import { renameHint } from '../forge/policy-file.js';
import { loadPolicy } from '../policy/load.js';
import { parseArguments } from './arguments.js';
import { ChangeReaders } from './change-readers.js';
import { makeFolder } from './folders.js';
import { POLICY_PATH, readPolicyFile } from './policy-text.js';
import { warnAbout } from './policy-warnings.js';
import { VERSION } from './version.js';
import { jobInputs } from './inputs.js';
import { realHost } from './wire.js';

const MAX_POLICY_BYTES = 1024 * 1024;

/** `ostiary policy-check [FLAGS]`; under a CI product the inputs come from the job, flags on top. */
export async function policyCheckVerb(argv: readonly string[]): Promise<number> {
  const host = realHost();
  const { inputs, words } = parseArguments(argv, policyCheckSpec.inputs.filter((input) => input.face !== 'ci'));
  if (words.length > 0) throw new GateError('INPUT_INVALID', `\`${words[0] ?? ''}\` is not a flag of \`policy-check\``, { hint: 'name the commits with `--base` and `--head`' });
  return policyCheckFor({ ...(host.kind === 'shell' ? {} : jobInputs(policyCheckSpec, host)), ...inputs }, host);
}

/** The CI faces: every input from the job. */
export function policyCheckFromJob(host: Host): Promise<number> {
  return policyCheckFor(jobInputs(policyCheckSpec, host), host);
}

function policyCheckFor(raw: RawInputs, host: Host): Promise<number> {
  // Columns: a terminal that was told no size says 0.
  const deps: PolicyCheckDeps = {
    host, version: VERSION, now: systemRuntime.now(), coloured: process.stdout.isTTY === true && process.env.NO_COLOR === undefined, columns: process.stdout.columns || Infinity,
    openSource: (refs) => openSource(refs, host),
    async findPolicy(from, source) {
      const found = await findPolicy(from, source, host);
      warnAbout(found.policy, (line) => host.log.warn(line));
      return found;
    },
    readText: (name) => readText(name), loadStatementReader,
    readersFor: (policy) => new ChangeReaders(policy.detectors), print: (text) => void process.stdout.write(text),
    writeReports: (folder, files) => writeReports(folder, files, host),
  };
  return policyCheck(raw, deps);
}

async function openSource({ base, head }: { base: string | null; head: string | null }, host: Host): Promise<ChangeSource> {
  const [{ LocalRepository }, { parseDiff }] = await Promise.all([import('../forge/local-repository.js'), import('../parse/diff/unified.js')]);
  const known = host.change();
  const from = base ?? known.base;
  if (from === null) throw new GateError('INPUT_INVALID', `what started this job${whatStarted(host)} is no change, so there is nothing to compare`, { hint: 'check pull or merge requests, or name commits with the inputs `base` and `head`' });
  // Whoever names a commit gets that one.
  const guessed = { expected: head === null ? known.expected : [], merge: base === null && head === null ? known.merge : null };
  const opened = LocalRepository.open({ folder: process.cwd(), base: from, head: head ?? known.head, ...guessed, historyHint: host.historyHint, runtime: systemRuntime, readDiff: parseDiff });
  // While git looks: what every change needs.
  const [source] = await Promise.all([opened, import('../parse/files/changed.js')]);
  return source;
}

function whatStarted(host: Host): string {
  const { event_name: event, pipeline_source: source } = host.facts();
  return event === undefined && source === undefined ? '' : ` (\`${event ?? source ?? ''}\`)`;
}

async function findPolicy({ preview, file }: { preview: boolean; file: string | null }, source: () => Promise<ChangeSource>, host: Host): Promise<FoundPolicy> {
  if (preview) return previewed(file ?? POLICY_PATH);
  if (host.kind === 'shell') return ofBase(await source());
  const { forge, repositoryId } = await forgeOfChange(host);
  const { text, source: place } = await forge.readPolicy(repositoryId, POLICY_PATH);
  return { policy: await loadPolicy({ text, file: place }, { now: systemRuntime.now() }), source: place };
}

function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new GateError('INPUT_INVALID', `the change set \`${file}\` can not be read: ${messageOf(cause)}`, { cause, hint: 'make one with `ostiary plan --out FILE`' });
  });
}

async function loadStatementReader(): Promise<ReadStatement> {
  const [{ SqlParser }, { resolve: facts }, { leadingSchema }] = await Promise.all([import('../parse/sql/parser.js'), import('../parse/sql/resolve.js'), import('../parse/sql/names/assumed-path.js')]);
  const parser = await SqlParser.shared();
  return (bytes, path) => {
    const [draft, ...others] = parser.analyse(Buffer.from(bytes, 'utf8'));
    return draft === undefined || others.length > 0 ? null : { draft, facts: facts(draft, { catalog: null, searchPath: null, assumed: path === null ? null : leadingSchema(path), prepared: new Map(), cursors: new Map(), stale: false }, parser) };
  };
}

async function previewed(file: string): Promise<FoundPolicy> {
  return { policy: await loadPolicy({ text: await readPolicyFile(file), file }, { now: systemRuntime.now() }), source: file };
}

async function ofBase(source: ChangeSource): Promise<FoundPolicy> {
  const [bytes] = await source.read('base', [POLICY_PATH], MAX_POLICY_BYTES);
  const place = `${POLICY_PATH}@${source.base.slice(0, 12)}`;
  if (bytes === null || bytes === undefined) {
    const meant = renameHint(POLICY_PATH, await source.list('base', []));
    throw new GateError('POLICY_INVALID', `there is no \`${POLICY_PATH}\` at the base of the change (${source.base.slice(0, 12)})`, { hint: meant ?? 'commit one to the base first; try it before with `--preview`, write one with `ostiary init`' });
  }
  return { policy: await loadPolicy({ text: bytes.toString('utf8'), file: place }, { now: systemRuntime.now() }), source: place };
}

// The check is advisory and works on forks, which get no OIDC token: the repository is the one that the event names.
async function forgeOfChange(host: Host): Promise<{ forge: Forge; repositoryId: string }> {
  const facts = host.facts();
  const environment = process.env;
  if (host.kind === 'github') {
    const { GitHubForge } = await import('../forge/github.js');
    const token = host.input('github-token') ?? environment.GITHUB_TOKEN ?? '';
    return { forge: new GitHubForge({ baseUrl: environment.GITHUB_API_URL ?? 'https://api.github.com', token, runtime: systemRuntime }), repositoryId: facts['repository_id'] ?? '' };
  }
  const { GitLabForge } = await import('../forge/gitlab.js');
  const id = environment.CI_MERGE_REQUEST_PROJECT_ID ?? facts['project_id'] ?? '';
  const claims = {
    project_id: id, project_path: environment.CI_MERGE_REQUEST_PROJECT_PATH ?? facts['project_path'], ref: environment.CI_COMMIT_BRANCH, ref_type: 'branch',
    ref_protected: environment.CI_COMMIT_REF_PROTECTED,
  };
  return { forge: new GitLabForge({ job: { issuer: environment.CI_SERVER_URL ?? 'https://gitlab.com', claims }, jobToken: environment.CI_JOB_TOKEN ?? '', runtime: systemRuntime }), repositoryId: id };
}

async function writeReports(folder: string | null, files: Readonly<Record<string, () => string>>, host: Host): Promise<Readonly<Record<string, string>>> {
  // In a shell the list on the screen is the report.
  if (folder === null && host.kind === 'shell') return {};
  const into = folder === null ? await defaultFolder(host) : resolve(folder);
  try {
    await makeFolder(into);
    const written = await Promise.all(Object.entries(files).map(async ([name, made]) => {
      const path = join(into, name);
      await writeFile(path, made());
      return [name, path] as const;
    }));
    return Object.fromEntries(written);
  } catch (cause) {
    throw new GateError('INPUT_INVALID', `the reports can not be written to \`${into}\`: ${messageOf(cause)}`, { cause, hint: 'name a folder with `report-dir` that this user may write to, on a disk that has room' });
  }
}

// GitLab's artifacts have a fixed place; on GitHub another step of the job may have a check of its own.
async function defaultFolder(host: Host): Promise<string> {
  const place = join(host.defaultSessionDir(), '..', 'policy-check');
  if (host.kind === 'gitlab') return place;
  await makeFolder(dirname(place));
  return mkdtemp(`${place}-`);
}
