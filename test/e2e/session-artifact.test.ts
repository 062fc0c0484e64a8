// SPDX-License-Identifier: Apache-2.0
//
// `session-artifact` and the post step of `run`, from the bundle as the runner starts it, against a faithful results service.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { systemRuntime } from '../../src/core/runtime.js';
import type { EventBody, SessionHeader } from '../../src/core/events.js';
import { DETECTORS_FILE, keepDetectors } from '../../src/main/stored-detectors.js';
import { loadPolicy } from '../../src/policy/load.js';
import { ed25519Signer, ENVELOPE_SUFFIX, type SessionStatement, type Signer } from '../../src/record/envelope.js';
import { BUNDLE_SUFFIX, signKeyless } from '../../src/record/keyless.js';
import { RecordingWriter } from '../../src/record/writer.js';
import { scratch, spawned } from '../support/guarded.js';
import { AROUND, decided, EVENTS, HEADER, listeningLog } from '../support/recordings.js';
import { type ResultsService, sha256, startResultsService } from '../support/results-service.js';
import { type Sigstore, startSigstore } from '../support/sigstore.js';
import { token } from '../support/tokens.js';

const DIST = resolve('dist');
const NAME = `ostiary-${HEADER.session}`;
let service: ResultsService;

beforeEach(async () => {
  service = await startResultsService();
});
afterEach(() => service.stop());

interface Parts {
  readonly signer?: Signer;
  readonly header?: Partial<SessionHeader>;
  readonly events?: readonly EventBody[];
  readonly keyless?: { readonly sigstore: Sigstore; readonly identity: string };
}

async function recording(parts: Parts = {}): Promise<string> {
  const dir = mkdtempSync(join(scratch(), 'session-'));
  const writer = await RecordingWriter.open({ dir, sessionId: HEADER.session, header: { ...HEADER, ...parts.header }, runtime: systemRuntime, durability: 'process', log: listeningLog(), ...(parts.signer === undefined ? {} : { signer: parts.signer }), stated: true });
  for (const event of parts.events ?? [...EVENTS, ...AROUND]) writer.append(event);
  await writer.close({ outcome: 'denied', operations: { allow: 0, review: 0, deny: 0 } });
  if (parts.keyless !== undefined) writeFileSync(writer.path + BUNDLE_SUFFIX, JSON.stringify(await bundleOf(writer.statement, parts.keyless)));
  return writer.path;
}

function bundleOf(statement: SessionStatement | null, { sigstore, identity }: NonNullable<Parts['keyless']>): Promise<object> {
  if (statement === null) throw new Error('there is no statement');
  const jwt = ['{"alg":"RS256"}', JSON.stringify({ iss: 'https://token.actions.githubusercontent.com', sub: identity }), 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.');
  return signKeyless(statement, { fulcio: sigstore.url, rekor: sigstore.url, tsa: null }, async () => jwt);
}

interface Step { readonly code: number | null; readonly stdout: string; readonly outputs: Readonly<Record<string, string>>; readonly summary: string }

/** A step of a job, as the runner starts it. */
async function step(program: string, environment: Readonly<Record<string, string | undefined>>): Promise<Step> {
  const folder = mkdtempSync(join(scratch(), 'step-'));
  const [output, summary] = [join(folder, 'output'), join(folder, 'summary')];
  for (const file of [output, summary]) writeFileSync(file, '');
  const { code, stdout } = await spawned(process.execPath, [join(DIST, program)], {
    environment: {
      PATH: process.env['PATH'], HOME: folder, GITHUB_ACTIONS: 'true', RUNNER_TEMP: folder, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, GITHUB_STATE: join(folder, 'state'), GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SERVER_URL: 'https://github.com', GITHUB_RUN_ID: '4711', GITHUB_WORKSPACE: folder, ACTIONS_RESULTS_URL: service.url, ACTIONS_RUNTIME_TOKEN: service.token, ...environment,
    },
  });
  const outputs = Object.fromEntries([...readFileSync(output, 'utf8').matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name, value]));
  return { code, stdout, outputs: outputs as Record<string, string>, summary: readFileSync(summary, 'utf8') };
}

/** Files of an uploaded archive, by their path in it. */
function unzipped(zip: Buffer): Record<string, Buffer> {
  const folder = mkdtempSync(join(scratch(), 'zip-'));
  writeFileSync(join(folder, 'a.zip'), zip);
  execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, 'a.zip'), join(folder, 'out')]);
  const files = execFileSync('find', ['.', '-type', 'f'], { cwd: join(folder, 'out'), encoding: 'utf8' }).trim().split('\n');
  return Object.fromEntries(files.map((file) => [file.slice(2), readFileSync(join(folder, 'out', file))]));
}

/** What the replay page of an artifact holds: its source, its recorded lines unpacked, and what it says of itself. */
function shownIn(files: Record<string, Buffer>): { page: string; text: string; summary: { verdict: { state: string; explanation: string }; sha256: string } } {
  const page = files[`${HEADER.session}/session.html`]?.toString('utf8') ?? '';
  const text = [...page.matchAll(/class="block">([^<]*)</g)].map(([, block = '']) => inflateRawSync(Buffer.from(block, 'base64')).toString('utf8')).join('\n');
  return { page, text, summary: JSON.parse(/id="summary">([^<]*)</.exec(page)?.[1] ?? '{}') as ReturnType<typeof shownIn>['summary'] };
}

describe('the post step of run', () => {
  it('keeps the recording of the step, byte for byte, and tells its story', async () => {
    const path = await recording();
    const passing = mkdtempSync(join(scratch(), 'tmp-'));
    const { code, outputs, summary, stdout } = await step('run-post.js', { STATE_recording: path, INPUT_ARTIFACT: 'true', TMPDIR: passing });
    expect(readdirSync(passing)).toEqual([]);
    expect([code, service.artifacts.map(({ name }) => name)]).toEqual([0, [NAME]]);
    const [artifact] = service.artifacts;
    const files = unzipped(artifact?.zip ?? Buffer.alloc(0));
    expect([Object.keys(files).sort(), files[`${HEADER.session}/session.jsonl`]]).toEqual([[`${HEADER.session}/session.html`, `${HEADER.session}/session.jsonl`], readFileSync(path)]);
    expect(shownIn(files).text).toContain('DROP TABLE orders');
    expect(shownIn(files).summary).toMatchObject({ verdict: { state: 'unsigned' }, sha256: sha256(readFileSync(path)) });
    expect(outputs).toEqual({ 'artifact-id': '1', 'artifact-url': 'https://github.com/acme/shop/actions/runs/4711/artifacts/1', digest: sha256(artifact?.zip ?? Buffer.alloc(0)), denied: '1', reviewed: '1' });
    expect(summary).toContain('| <code>ost&#95;0123456789ab</code> | nightly for github:7 | orders-db | ⛔ denied | 2 | 1 | 1 | **unsigned** |');
    expect(summary).toContain('<code>DROP TABLE orders</code>');
    expect(stdout).not.toContain(service.token);
  });

  it('does nothing when the step made none, or when that was asked for', async () => {
    expect((await step('run-post.js', {})).code).toBe(0);
    expect((await step('run-post.js', { STATE_recording: await recording(), INPUT_ARTIFACT: 'false' })).code).toBe(0);
    expect(service.artifacts).toEqual([]);
  });

  it('says so when the service is down, and the files remain', async () => {
    const path = await recording();
    const passing = mkdtempSync(join(scratch(), 'tmp-'));
    const { code, stdout } = await step('run-post.js', { STATE_recording: path, ACTIONS_RESULTS_URL: 'http://127.0.0.1:1', TMPDIR: passing });
    expect([code, existsSync(path), readdirSync(passing)]).toEqual([4, true, []]);
    expect(stdout).toMatch(/::error title=Ostiary::the artifact `ostiary-ost_0123456789ab` could not be uploaded: .*ECONNREFUSED.*the files are still where they were/);
  });
});

describe('session-artifact', () => {
  it('gives a name of its own to what would clash, as in a matrix or a later attempt', async () => {
    await service.stop();
    service = await startResultsService(['recordings']);
    const { code } = await step('session-artifact.js', { INPUT_SESSION: await recording(), INPUT_NAME: 'recordings', 'INPUT_RETENTION-DAYS': '7' });
    expect([code, service.artifacts.map(({ name }) => name)]).toEqual([0, [`recordings-${HEADER.session}`]]);
    expect(service.artifacts[0]?.expiresAt).not.toBeNull();
  });

  it('keeps the envelope with a recording that a trusted key signed, and refuses what none signed', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = join(mkdtempSync(join(scratch(), 'key-')), 'trusted.pem');
    writeFileSync(key, publicKey.export({ type: 'spki', format: 'pem' }));
    const signed = await recording({ signer: ed25519Signer(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()) });
    expect((await step('session-artifact.js', { INPUT_SESSION: signed, INPUT_KEY: key })).code).toBe(0);
    expect(Object.keys(unzipped(service.artifacts[0]?.zip ?? Buffer.alloc(0))).sort()).toEqual([`${HEADER.session}/session.html`, `${HEADER.session}/session.jsonl`, `${HEADER.session}/session.jsonl${ENVELOPE_SUFFIX}`]);
    expect(shownIn(unzipped(service.artifacts[0]?.zip ?? Buffer.alloc(0))).summary).toMatchObject({ verdict: { state: 'signed' } });
    const { code, stdout } = await step('session-artifact.js', { INPUT_SESSION: await recording(), INPUT_KEY: key });
    expect([code, service.artifacts.length]).toEqual([1, 1]);
    expect(stdout).toContain('is not kept: it is unsigned: ');
  });

  it('tells who signed without a key, by the root that is given and the workflow of the job, and refuses anybody else', async () => {
    const sigstore = await startSigstore();
    try {
      const root = join(mkdtempSync(join(scratch(), 'root-')), 'trusted_root.json');
      writeFileSync(root, sigstore.root());
      const workflow = 'acme/shop/.github/workflows/nightly.yml@refs/heads/main';
      const path = await recording({ keyless: { sigstore, identity: `https://github.com/${workflow}` } });
      const job = { INPUT_SESSION: path, GITHUB_WORKFLOW_REF: workflow };
      const signed = await step('session-artifact.js', { ...job, 'INPUT_TRUSTED-ROOT': root });
      expect([signed.code, signed.stdout]).toEqual([0, expect.stringContaining(`is signed (keyless, by https://github.com/${workflow})`)]);
      expect(signed.summary).toContain(`| **signed** (keyless, by https://github.com/${workflow.replace('@', '&#64;')}) |`);
      expect(shownIn(unzipped(service.artifacts[0]?.zip ?? Buffer.alloc(0))).summary.verdict).toMatchObject({ state: 'signed', explanation: expect.stringContaining(`\`https://github.com/${workflow}\`, certified by an authority that you trust, signed exactly this file`) });
      expect(Object.keys(unzipped(service.artifacts[0]?.zip ?? Buffer.alloc(0)))).toContain(`${HEADER.session}/session.jsonl${BUNDLE_SUFFIX}`);
      // What the file says of itself makes nobody believe it: whom to expect, and by whose word, comes from here alone.
      const unchecked = await step('session-artifact.js', { ...job, INPUT_NAME: 'unchecked' });
      expect([unchecked.code, unchecked.summary, service.artifacts.length]).toEqual([0, expect.stringContaining('| **unsigned** |'), 2]);
      const nobody = 'is not kept: it is unsigned: ';
      const refusals: readonly (readonly [more: Record<string, string>, code: number, says: string])[] = [
        [{ 'INPUT_TRUSTED-ROOT': root, GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/other.yml@refs/heads/main' }, 1, 'which is not whom you expect'],
        [{ 'INPUT_TRUSTED-ROOT': root, INPUT_IDENTITY: 'https://github.com/acme/other/**' }, 1, 'which is not whom you expect'],
        [{ 'INPUT_TRUSTED-ROOT': root, INPUT_ISSUER: 'https://gitlab.com' }, 1, 'not of the one that you expect'],
        [{ 'INPUT_TRUSTED-ROOT': root, INPUT_SESSION: await recording() }, 1, nobody],
        [{ INPUT_IDENTITY: `https://github.com/${workflow}` }, 2, 'input `trusted-root` is missing'],
      ];
      const found = await Promise.all(refusals.map(([more]) => step('session-artifact.js', { ...job, ...more })));
      expect(found.map(({ code, stdout }) => [code, stdout])).toEqual(refusals.map(([, code, says]) => [code, expect.stringContaining(says)]));
      // The post step of `run` believes whom its inputs name, and takes nothing else that they are called for.
      const post = { STATE_recording: path, INPUT_POLICY: 'none.yml', INPUT_NAME: 'not-its-own', 'INPUT_TRUSTED-ROOT': root };
      await service.stop();
      service = await startResultsService();
      const [after, refused] = await Promise.all([{}, { INPUT_IDENTITY: 'https://github.com/acme/other/**' }].map((more) => step('run-post.js', { ...post, GITHUB_WORKFLOW_REF: workflow, ...more })));
      expect([after?.stdout, after?.code, after?.summary, refused?.code, service.artifacts.length]).toEqual([expect.any(String), 0, expect.stringContaining('| **signed** (keyless, by'), 1, 1]);
    } finally {
      await sigstore.stop();
    }
  });

  it('keeps the artifact when it can not be attested, and says why; what was masked once more is never attested', async () => {
    const asked = { INPUT_ATTEST: 'true', 'INPUT_GITHUB-TOKEN': 'ghs_x', GITHUB_SERVER_URL: 'https://git.localhost' };
    const whole = await step('session-artifact.js', { INPUT_SESSION: await recording(), ...asked });
    expect([whole.code, service.artifacts.length, whole.stdout]).toEqual([2, 1, expect.stringContaining('`git.localhost` keeps no attestations')]);
    const known = 'correct horse battery staple';
    const masked = await step('session-artifact.js', { INPUT_SESSION: await recording({ events: [...EVENTS, { type: 'prompt', role: 'user', resource: null, model: null, text: known, masked: {} }] }), DEPLOY_PASSWORD: known, ...asked, INPUT_NAME: 'masked' });
    expect([masked.code, masked.stdout]).toEqual([0, expect.stringContaining('is not attested: what is kept is not a whole recording')]);
    expect((await step('session-artifact.js', { INPUT_SESSION: await recording(), ...asked, INPUT_ATTEST: 'perhaps' })).stdout).toContain('input `attest` is `perhaps`');
  });

  it('refuses what was altered, and keeps what is incomplete with a word about it', async () => {
    const altered = await recording();
    writeFileSync(altered, readFileSync(altered, 'utf8').replace('FROM customers', 'FROM customer5'));
    const refused = await step('session-artifact.js', { INPUT_SESSION: altered });
    expect([refused.code, service.artifacts, refused.stdout.includes('is not kept: it is altered: line ')]).toEqual([1, [], true]);
    const cut = await recording();
    writeFileSync(cut, readFileSync(cut).subarray(0, -20));
    const incomplete = await step('session-artifact.js', { INPUT_SESSION: cut });
    expect([incomplete.code, service.artifacts.length, incomplete.stdout.includes('is incomplete: ')]).toEqual([1, 1, true]);
  });

  it('masks once more what an older gate, or the job itself, let through', async () => {
    const known = 'correct horse battery staple';
    const denied = decided(5, { decision: 'deny', rules: [`no ${known}`], reasons: [`not ${known}`], text: `SELECT "${known}"` });
    const path = await recording({
      header: { command: ['psql', '-c', known], prompter: `github:${known}`, principal: { ...HEADER.principal, names: [known] } },
      events: [...EVENTS, denied, { type: 'prompt', role: 'user', resource: null, model: null, text: `use ${token('ghp_', 36)} and ${known}`, masked: {} }],
    });
    const { code, stdout, summary } = await step('session-artifact.js', { INPUT_SESSION: path, DEPLOY_PASSWORD: known });
    const files = unzipped(service.artifacts[0]?.zip ?? Buffer.alloc(0));
    expect([code, Object.keys(files).sort()]).toEqual([0, [`${HEADER.session}/session.html`, `${HEADER.session}/session.masked.jsonl`]]);
    const page = shownIn(files);
    expect([page.text.includes('[masked:known-secret]'), page.text.includes(known), page.page.includes(known), page.summary.verdict]).toEqual([true, false, false, expect.objectContaining({ state: 'unsigned', explanation: expect.stringMatching(/^this is a copy in which 8 values were masked once more; of the recording itself: /) })]);
    const text = files[`${HEADER.session}/session.masked.jsonl`]?.toString('utf8') ?? '';
    expect(text).toContain('use [masked:github-token] and [masked:known-secret]');
    expect([text, stdout, summary].map((one) => one.includes(known))).toEqual([false, false, false]);
    expect(summary).toContain('| deny | <code>SELECT "&#91;masked:known-secret&#93;"</code> |');
    expect(stdout).toContain('8 values of');
    expect(readFileSync(path, 'utf8')).toContain(known);
  });

  it('masks once more with the detectors of the policy that the session had, and of one that is named', async () => {
    const planted: EventBody = { type: 'prompt', role: 'user', resource: null, model: null, text: 'use shop_123456789012 and till-4711-0815, not FALCON', masked: {} };
    const path = await recording({ events: [...EVENTS, planted] });
    const { detectors } = await loadPolicy({ text: 'version: 1\ndetectors: { shop-key: { pattern: "shop_[0-9]{12}" }, project: { pattern: FALCON } }', file: 'policy.yml' }, { now: 0 });
    keepDetectors(dirname(path), detectors);
    const named = join(dirname(path), 'other.yml');
    writeFileSync(named, 'version: 1\ndetectors: { till: { pattern: "till-[0-9]{4}-[0-9]{4}" } }\n');
    expect((await step('session-artifact.js', { INPUT_SESSION: path, INPUT_POLICY: named })).code).toBe(0);
    const files = unzipped(service.artifacts[0]?.zip ?? Buffer.alloc(0));
    expect(Object.keys(files).sort()).toEqual([`${HEADER.session}/session.html`, `${HEADER.session}/session.masked.jsonl`]);
    expect([files[`${HEADER.session}/session.masked.jsonl`]?.toString('utf8'), shownIn(files).text]).toEqual(Array(2).fill(expect.stringContaining('use [masked:shop-key] and [masked:till], not [masked:project]')));
    // A file of detectors that can't be read masks nothing less: nothing is kept.
    writeFileSync(join(dirname(path), DETECTORS_FILE), '[{"version":1,"detectors":{"x":{}}}]\n');
    const broken = await step('session-artifact.js', { INPUT_SESSION: path });
    expect([broken.code, service.artifacts.length, broken.stdout]).toEqual([2, 1, expect.stringContaining(DETECTORS_FILE)]);
  });

  it('shows nothing of a recording as markup', async () => {
    const hostile = '<img src=x onerror=alert(1)> | `a` [x](javascript:1) \u202e@team';
    const events = EVENTS.map((event) => (event.type === 'decided' && event.decision === 'deny' ? { ...event, text: hostile, reasons: [hostile] } : event));
    const { summary } = await step('session-artifact.js', { INPUT_SESSION: await recording({ events }) });
    expect(summary).not.toMatch(/<img|\]\(javascript|\u202e| @team/);
    expect(summary).toContain('&#60;img src=x onerror=alert(1)&#62; &#124; &#96;a&#96;');
  });

  it('needs the way to the artifacts that only actions have, and says so', async () => {
    const { code, stdout } = await step('session-artifact.js', { INPUT_SESSION: await recording(), ACTIONS_RUNTIME_TOKEN: undefined });
    expect([code, stdout]).toEqual([2, expect.stringContaining('use `uses: ostiary/ostiary/actions/session-artifact`, not a `run:` step')]);
  });

  it('in a shell puts everything into a folder', async () => {
    const path = await recording();
    const out = join(mkdtempSync(join(scratch(), 'out-')), 'kept');
    mkdirSync(out);
    // Beside it, a session that somebody linked into the folder: it lies elsewhere, and is not kept.
    const strange = await recording();
    mkdirSync(join(dirname(path), 'linked'));
    symlinkSync(strange, join(dirname(path), 'linked', 'session.jsonl'));
    symlinkSync(dirname(strange), join(dirname(path), 'away'));
    const result = await spawned(process.execPath, [join(DIST, 'cli.js'), 'session-artifact', '--session', dirname(path), '--out', out], { environment: { PATH: process.env['PATH'], HOME: out } });
    expect([result.code, readFileSync(join(out, HEADER.session, 'session.jsonl')).equals(readFileSync(path))]).toEqual([0, true]);
    const nothing = await spawned(process.execPath, [join(DIST, 'cli.js'), 'session-artifact', '--session', join(out, 'nowhere')], { environment: { PATH: process.env['PATH'], HOME: out } });
    expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringMatching(/there is no recording at `.*nowhere`/)]);
  });
});
