// SPDX-License-Identifier: Apache-2.0
//
// Wires `session-artifact` for its doors, and for the post step of `run`: finds recordings, copies them masked, and hands them to the CI
// product. Refuses to follow links out of a session's folder, and to write over what is there.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, lstat, mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { sessionArtifact, sessionArtifactSpec, trustOf, type KeptSession, type SessionArtifactDeps, type Trust } from '../commands/session-artifact.js';
import type { RawInputs } from '../commands/verb.js';
import type { CustomDetector } from '../core/custom-detector.js';
import { GateError, messageOf } from '../core/errors.js';
import type { OperationDecided, SessionHeader } from '../core/events.js';
import type { Host } from '../core/ports.js';
import { GitHubArtifacts } from '../host/github-artifacts.js';
import { Detection } from '../mask/detection.js';
import { customDetector } from '../mask/detectors/custom.js';
import { DETECTORS } from '../mask/detectors/registry.js';
import { knownValues } from '../mask/known-secrets.js';
import { MaskStream } from '../mask/stream.js';
import { lineHash, RECORDING_FILE } from '../record/chain.js';
import { ENVELOPE_SUFFIX, type SessionStatement, statementOf } from '../record/envelope.js';
import { BUNDLE_SUFFIX } from '../record/keyless.js';
import { readLines } from '../record/lines.js';
import { KEY_BUNDLE_SUFFIX } from '../record/session-key.js';
import { parseLine } from '../record/shapes.js';
import type { Verdict } from '../record/verdict.js';
import { verifyRecording } from '../record/verify.js';
import { systemRuntime } from '../core/runtime.js';
import { parseArguments } from './arguments.js';
import { attestOf } from './attestations.js';
import { makeFolder } from './folders.js';
import { secretValues } from './recorded-command.js';
import { VERSION } from './version.js';
import { jobInputs, TRUSTING } from './inputs.js';
import { detectorsFor } from './stored-detectors.js';
import { signerOfJob, sigstoreTrust } from './sigstore-trust.js';
import { realHost } from './wire.js';

/** Refusals that the story of a session names. */
const MAX_REFUSALS = 20;
/** What a masked copy is called: it is not the file that was sealed. */
const MASKED_FILE = 'session.masked.jsonl';

/** `ostiary session-artifact [FLAGS]`; under a CI product the inputs come from the job, flags on top. */
export async function sessionArtifactVerb(argv: readonly string[]): Promise<number> {
  const host = realHost();
  const { inputs, words } = parseArguments(argv, sessionArtifactSpec.inputs.filter((input) => input.face !== 'ci'));
  if (words.length > 0) throw new GateError('INPUT_INVALID', `\`${words[0] ?? ''}\` is not a flag of \`session-artifact\``, { hint: 'name recordings with `--session PATH`' });
  return sessionArtifactFor({ ...(host.kind === 'shell' ? {} : jobInputs(sessionArtifactSpec, host)), ...inputs }, host);
}

/** The CI faces: every input from the job. */
export function sessionArtifactFromJob(host: Host): Promise<number> {
  return sessionArtifactFor(jobInputs(sessionArtifactSpec, host), host);
}

/** What `run` and `apply` do after their step: keeps the recordings that the step made, believing whom their inputs name. */
export function keepRecordings(recordings: readonly string[], host: Host): Promise<number> {
  return sessionArtifactFor({ ...trustingInputs(host), session: [...recordings] }, host);
}

/** Whether whom the post step is to believe can be read at all. Throws INPUT_INVALID. */
export async function checkTrust(host: Host): Promise<void> {
  await judgeTrusting(trustOf(trustingInputs(host)), host);
}

function trustingInputs(host: Host): RawInputs {
  return Object.fromEntries(Object.entries(jobInputs(sessionArtifactSpec, host)).filter(([name]) => TRUSTING.includes(name)));
}

async function sessionArtifactFor(raw: RawInputs, host: Host): Promise<number> {
  const passing: string[] = [];
  const deps: SessionArtifactDeps = {
    host, find: (paths) => found(paths, host), trusting: (trust) => judgeTrusting(trust, host),
    async folder(path) {
      if (path !== null || host.kind !== 'github') return folderAt(path, host);
      const made = await mkdtemp(join(tmpdir(), 'ostiary-artifact-'));
      passing.push(made);
      return made;
    },
    async keeping(recordings, policy, folder) {
      const detection = detectionFor(host, await detectorsFor(recordings, policy));
      return (recording, verdict) => keep(recording, verdict, { folder, detection });
    },
    attest: attestOf(host, process.env), artifacts: host.kind === 'github' ? new GitHubArtifacts(process.env) : null,
  };
  try {
    return await sessionArtifact(raw, deps);
  } finally {
    // The recordings themselves stay where they are, whatever became of the copy.
    for (const folder of passing) await rm(folder, { recursive: true, force: true });
  }
}

// Known values: what this job's own variables hold under the names of tokens, which its log masker hides, too.
function detectionFor(host: Host, custom: readonly CustomDetector[]): Detection {
  const known = knownValues(secretValues(process.env, host.tokenVariables));
  return new Detection([...(known === null ? [] : [known]), ...DETECTORS.filter(({ kind }) => kind === 'secret'), ...custom.map(customDetector)]);
}

async function found(paths: readonly string[], host: Host): Promise<readonly string[]> {
  if (paths.length === 0 && host.kind === 'shell') throw new GateError('INPUT_INVALID', 'there is no job here whose sessions these could be', { hint: 'name recordings, or a folder of sessions, with `--session PATH`' });
  if (paths.length === 0) return below(host.defaultSessionDir(), 2).catch(() => []);
  const all = await Promise.all(paths.map(async (path) => {
    const what = await lstat(path).catch((cause: unknown) => {
      throw new GateError('INPUT_INVALID', `there is no recording at \`${path}\``, { cause, hint: 'give the output `session` of the guarded step' });
    });
    return what.isDirectory() ? below(path, 2) : [path];
  }));
  return all.flat();
}

async function below(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const here = entries.filter((entry) => entry.isFile() && entry.name === RECORDING_FILE).map(({ name }) => join(folder, name));
  if (depth === 0) return here;
  const deeper = await Promise.all(entries.filter((entry) => entry.isDirectory()).map(({ name }) => below(join(folder, name), depth - 1)));
  return [...here, ...deeper.flat()].sort();
}

async function judgeTrusting({ keys, ...said }: Trust, host: Host): Promise<(recording: string) => Promise<Verdict>> {
  const pems = await Promise.all(keys.map((path) => readFile(path, 'utf8').catch((cause: unknown) => {
    throw new GateError('INPUT_INVALID', `the key \`${path}\` can not be read: ${messageOf(cause)}`, { cause, hint: 'give the file of a public key that you trust' });
  })));
  const job = signerOfJob(host);
  // Who is expected is known in a job; whom to believe about it, the root, is only the verifier's to say.
  const expected = said.trustedRoot === null ? said : { ...said, identity: said.identity ?? job.identity, issuer: said.issuer ?? job.issuer };
  const trust = await sigstoreTrust(expected, (name) => `input \`${name}\``);
  return (recording) => verifyRecording(recording, { keys: pems, bundle: { path: recording + BUNDLE_SUFFIX, trust } });
}

async function folderAt(path: string | null, host: Host): Promise<string> {
  if (path !== null) {
    await makeFolder(path, 0o700).catch((cause: unknown) => {
      throw new GateError('INPUT_INVALID', `the folder \`${path}\` can not be made: ${messageOf(cause)}`, { cause, hint: 'name one with `--out` that this user may write to' });
    });
    return resolve(path);
  }
  // Not among the sessions: what is kept would be found as one of them.
  const folder = join(host.kind === 'gitlab' ? resolve('.ostiary') : dirname(host.defaultSessionDir()), 'artifacts');
  await makeFolder(folder, 0o700);
  return folder;
}

async function keep(recording: string, verdict: Verdict, { folder, detection }: { folder: string; detection: Detection }): Promise<KeptSession> {
  const name = (verdict.header?.session ?? 'session').replace(/[^A-Za-z0-9_.-]/g, '_');
  const own = join(folder, name);
  await mkdir(own, { mode: 0o700 }).catch((cause: unknown) => {
    throw new GateError('INPUT_INVALID', `\`${own}\` is there already`, { cause, hint: 'give an empty folder: `--out DIR`' });
  });
  const copy = join(own, RECORDING_FILE);
  const { sha256, counts } = await masked(recording, copy, detection);
  const files = [`${name}/${RECORDING_FILE}`];
  if (Object.keys(counts).length > 0) {
    await rename(copy, join(own, MASKED_FILE));
    files[0] = `${name}/${MASKED_FILE}`;
  } else {
    for (const suffix of [ENVELOPE_SUFFIX, BUNDLE_SUFFIX, KEY_BUNDLE_SUFFIX]) {
      if (!(await isFile(recording + suffix))) continue;
      await copyFile(recording + suffix, copy + suffix);
      files.push(`${name}/${RECORDING_FILE}${suffix}`);
    }
  }
  const isSame = Object.keys(counts).length === 0;
  // INVARIANT: the page and the job's own are told of what is kept: what was masked there stands in neither.
  const kept = join(folder, files[0] ?? '');
  const { header, refusals, approvals, head } = await storyIn(kept);
  const said: Verdict = isSame ? verdict : { ...verdict, header };
  const page = await addPage(kept, said, counts);
  files.push(`${name}/${page}`);
  return { source: recording, verdict: said, files, sha256, masked: counts, refusals, statement: isSame ? statementAbout(verdict, { sha256, approvals, head }) : null };
}

/** What the page about a recording is called, beside it. */
const PAGE_FILE = 'session.html';

// Made from the copy that is kept, so that what was masked there is in no page. Only the recording as it was sealed is as good as its verdict.
async function addPage(copy: string, verdict: Verdict, counts: Readonly<Record<string, number>>): Promise<string> {
  const { writeReplayPage } = await import('../record/replay-page.js');
  const values = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown: Verdict = values === 0 ? verdict : { ...verdict, state: verdict.state === 'signed' ? 'unsigned' : verdict.state, signedBy: null, signedThrough: null, explanation: `this is a copy in which ${values} values were masked once more; of the recording itself: ${verdict.explanation}` };
  const judge = async (_file: string, source: Readable): Promise<Verdict> => {
    // Read to its end: the page compares its own bytes with these.
    for await (const _chunk of source);
    return shown;
  };
  await writeReplayPage({ file: copy, out: join(dirname(copy), PAGE_FILE), judge, made: new Date(systemRuntime.now()).toISOString(), version: VERSION });
  return PAGE_FILE;
}

async function isFile(path: string): Promise<boolean> {
  return lstat(path).then((found) => found.isFile(), () => false);
}

// One pass: hashes what is there, and writes what may leave.
async function masked(from: string, to: string, detection: Detection): Promise<{ sha256: string; counts: Readonly<Record<string, number>> }> {
  const hash = createHash('sha256');
  const stream = new MaskStream(detection);
  const out = createWriteStream(to, { flags: 'wx', mode: 0o600 });
  const write = (bytes: Buffer): Promise<void> => new Promise((done, failed) => out.write(bytes, (error) => (error === null || error === undefined ? done() : failed(error))));
  try {
    for await (const chunk of createReadStream(from, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      await write(stream.push(chunk));
    }
    await write(stream.end());
    await new Promise<void>((done, failed) => out.end((error?: Error | null) => (error === null || error === undefined ? done() : failed(error))));
  } catch (thrown) {
    out.destroy();
    await rm(to, { force: true });
    throw thrown;
  }
  return { sha256: hash.digest('hex'), counts: stream.counts };
}

interface Story {
  readonly header: SessionHeader | null;
  readonly refusals: KeptSession['refusals'];
  /** Digests of the manifests whose approvals were used. */
  readonly approvals: readonly string[];
  /** Hash of the last line. */
  readonly head: string;
}

async function storyIn(recording: string): Promise<Story> {
  const refusals: KeptSession['refusals'][number][] = [];
  const approvals = new Set<string>();
  let header: SessionHeader | null = null;
  let last: Buffer = Buffer.alloc(0);
  for await (const { bytes } of readLines(recording)) {
    last = bytes;
    const parsed = parseLine(bytes);
    if (parsed.kind !== 'line') continue;
    const { line } = parsed;
    if (line.type === 'session') header ??= line;
    if (line.type === 'approval' && line.state === 'used' && line.manifest !== null) approvals.add(line.manifest);
    if (line.type !== 'decided' || line.decision === 'allow' || refusals.length >= MAX_REFUSALS) continue;
    const { decision, text, rules, reasons } = line satisfies OperationDecided;
    refusals.push({ decision, statement: text, rules, reason: reasons[0] ?? '' });
  }
  return { header, refusals, approvals: [...approvals], head: lineHash(last) };
}

function statementAbout({ header, end, counts }: Verdict, about: { readonly sha256: string; readonly approvals: readonly string[]; readonly head: string }): SessionStatement | null {
  return header === null || end === null ? null : statementOf({ name: RECORDING_FILE, header, end, lines: counts.lines, ...about });
}
