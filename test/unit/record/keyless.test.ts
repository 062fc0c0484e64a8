// SPDX-License-Identifier: Apache-2.0
//
// Recordings signed through Sigstore, with its own mock services: made, verified offline, damaged, swapped and signed by others, each with
// its exact verdict; and what is said when a service, or the token, is not what it should be.
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GateError } from '../../../src/core/errors.js';
import { systemRuntime } from '../../../src/core/runtime.js';
import { ed25519Signer, ENVELOPE_SUFFIX, envelopeOf, sealBytes, type SessionStatement, type Signer } from '../../../src/record/envelope.js';
import { BUNDLE_SUFFIX, signKeyless, type SigstoreServices } from '../../../src/record/keyless.js';
import { KEY_BUNDLE_SUFFIX, type KeyStatement, newSessionKey, readKeyStatement } from '../../../src/record/session-key.js';
import { TrustedKeys } from '../../../src/record/trust.js';
import { readTrustedRoots } from '../../../src/record/trusted-root.js';
import type { Verdict } from '../../../src/record/verdict.js';
import { verifyRecording } from '../../../src/record/verify.js';
import { RecordingWriter } from '../../../src/record/writer.js';
import { AROUND, decided, EVENTS, fileOf, HEADER, listeningLog, type LooseLine } from '../../support/recordings.js';
import { attestOf, servicesOf } from '../../../src/main/attestations.js';
import type { Host } from '../../../src/core/ports.js';
import { startSigstore, type Sigstore } from '../../support/sigstore.js';

const ISSUER = 'https://token.actions.githubusercontent.com';
const WORKFLOW = 'https://github.com/acme/shop/.github/workflows/nightly.yml@refs/heads/main';
const jwt = (claims: object): string => ['{"alg":"RS256"}', JSON.stringify(claims), 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.');
const token = async (): Promise<string> => jwt({ iss: ISSUER, sub: WORKFLOW });

let folder: string;
let sigstore: Sigstore;
let stranger: Sigstore;
let hidden: Sigstore;
let made: { bytes: Buffer; statement: SessionStatement };
let other: SessionStatement;
/** By how they are witnessed. */
let bundles: Readonly<Record<'log' | 'clock' | 'both', string>>;

const services = (of: Sigstore, witness: 'log' | 'clock' | 'both' = 'both'): SigstoreServices => ({ fulcio: of.url, rekor: witness === 'clock' ? null : of.url, tsa: witness === 'log' ? null : of.url });
const signed = async (statement: object, of = sigstore, witness: 'log' | 'clock' | 'both' = 'both', by = token): Promise<string> => JSON.stringify(await signKeyless(statement as SessionStatement, services(of, witness), by));

async function record(session: string, events = [...EVENTS, ...AROUND]): Promise<{ bytes: Buffer; statement: SessionStatement }> {
  const writer = await RecordingWriter.open({ dir: join(folder, session), sessionId: session, header: { ...HEADER, session, key: null }, runtime: systemRuntime, durability: 'process', log: listeningLog(), stated: true });
  for (const event of events) writer.append(event);
  expect(writer.statement).toBeNull();
  await writer.close({ outcome: 'ok', operations: { allow: 0, review: 0, deny: 0 } });
  if (writer.statement === null) throw new Error('there is no statement');
  return { bytes: readFileSync(writer.path), statement: writer.statement };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ostiary-keyless-'));
  [sigstore, stranger, hidden] = await Promise.all([startSigstore(), startSigstore(), startSigstore('sub', false)]);
  made = await record(HEADER.session);
  other = (await record('ost_ffffffffffff', [decided(1)])).statement;
  const [log, clock, both] = await Promise.all((['log', 'clock', 'both'] as const).map((witness) => signed(made.statement, sigstore, witness)));
  bundles = { log: log as string, clock: clock as string, both: both as string };
});
afterAll(async () => {
  await Promise.all([sigstore?.stop(), stranger?.stop(), hidden?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

interface Asked { readonly bytes?: Buffer; readonly bundle?: string | null; readonly identity?: string; readonly issuer?: string; readonly root?: string }

async function judged({ bytes = made.bytes, bundle = bundles.both, identity = WORKFLOW, issuer = ISSUER, root = sigstore.root() }: Asked): Promise<Verdict> {
  const dir = mkdtempSync(join(folder, 'case-'));
  const [path, beside] = [join(dir, 'session.jsonl'), join(dir, 'elsewhere.json')];
  writeFileSync(path, bytes);
  if (bundle !== null) writeFileSync(beside, bundle);
  return verifyRecording(path, { bundle: { path: beside, trust: { roots: await readTrustedRoots(root), identity, issuer } } });
}

const edited = (change: (bundle: { dsseEnvelope: { payload: string; signatures: { sig: string }[] } & Record<string, unknown>; verificationMaterial: Record<string, unknown> }) => void, text = bundles.both): string => {
  const bundle = JSON.parse(text) as Parameters<typeof change>[0];
  change(bundle);
  return JSON.stringify(bundle);
};
const lines = (): string[] => made.bytes.toString('utf8').trimEnd().split('\n');

const CASES: readonly (readonly [what: string, ask: () => Asked | Promise<Asked>, state: string, explanation: RegExp])[] = [
  ['as it was made, witnessed by a log and a clock', () => ({}), 'signed', /and `https:\/\/github\.com\/acme\/shop\/\.github\/workflows\/nightly\.yml@refs\/heads\/main`, certified by an authority that you trust, signed exactly this file/],
  ['witnessed by a log alone', () => ({ bundle: bundles.log }), 'signed', /signed exactly this file/],
  ['witnessed by a clock alone, where no log is trusted', () => ({ bundle: bundles.clock, root: sigstore.root(['tlogs']) }), 'signed', /signed exactly this file/],
  ['whom a glob covers', () => ({ identity: 'https://github.com/acme/**' }), 'signed', /signed exactly this file/],
  ['with several roots, one a line', () => ({ root: `${stranger.root()}\n${sigstore.root()}\n` }), 'signed', /signed exactly this file/],
  // Whom the verifier expects.
  ['somebody else than expected', () => ({ identity: 'https://github.com/acme/other/**' }), 'unsigned', /its bundle was signed by `https:\S+nightly\.yml@refs\/heads\/main`, which is not whom you expect, so nobody whom you trust vouches for it/],
  ['a glob that would have to cross a segment', () => ({ identity: 'https://github.com/acme/*' }), 'unsigned', /which is not whom you expect/],
  ['another issuer', () => ({ issuer: 'https://gitlab.com' }), 'unsigned', /by somebody of the issuer `https:\/\/token\.actions\.githubusercontent\.com`, not of the one that you expect/],
  ['certified by an authority that is not trusted', async () => ({ bundle: await signed(made.statement, stranger) }), 'unsigned', /so nobody whom you trust vouches for it/],
  ['the authority of another root', () => ({ root: stranger.root() }), 'unsigned', /so nobody whom you trust vouches for it/],
  ['a clock that is not trusted', () => ({ bundle: bundles.clock, root: sigstore.root(['tlogs', 'timestampAuthorities']) }), 'unsigned', /no clock that you trust says when its bundle was signed/],
  ['without the log that is demanded', () => ({ bundle: bundles.clock }), 'unsigned', /no log that you trust has its bundle/],
  ['without anybody who says when', () => ({ bundle: edited(({ verificationMaterial }) => delete verificationMaterial['timestampVerificationData'], bundles.clock), root: sigstore.root(['tlogs']) }), 'unsigned', /no clock that you trust says when its bundle was signed/],
  ['a certificate that no log of certificates has', async () => ({ bundle: await signed(made.statement, hidden), root: hidden.root() }), 'unsigned', /the certificate in its bundle is not of an authority that you trust/],
  ['the same, where none is demanded', async () => ({ bundle: await signed(made.statement, hidden), root: hidden.root(['ctlogs']) }), 'signed', /signed exactly this file/],
  ['a certificate that only another log of certificates has', () => ({ root: JSON.stringify({ ...(JSON.parse(sigstore.root()) as object), ctlogs: (JSON.parse(stranger.root()) as { ctlogs: unknown }).ctlogs }) }), 'unsigned', /so nobody whom you trust vouches for it/],
  ['a name that holds more than a name', async () => ({ bundle: await signed(made.statement, sigstore, 'both', async () => jwt({ iss: ISSUER, sub: 'https://evil.example/`\u202e' })) }), 'unsigned', /^[\x20-\x7e]*signed by `https:\/\/evil\.example\/[\x21-\x5f\x61-\x7e]*`/],
  // The file.
  ['one byte of the file', () => ({ bytes: Buffer.from(made.bytes.toString('utf8').replace('FROM customers', 'FROM customer5')) }), 'altered', /is not as it was recorded/],
  ['another outcome', () => ({ bytes: Buffer.from(made.bytes.toString('utf8').replace('"outcome":"ok","operations"', '"outcome":"failed","operations"')) }), 'altered', /for a file with other bytes/],
  ['the end cut off', () => ({ bytes: fileOf(lines().slice(0, -1)) }), 'incomplete', /the closing line is missing/],
  ['the bundle of another session', async () => ({ bundle: await signed(other) }), 'altered', /is signed for another session, `ost_ffffffffffff`/],
  // The bundle.
  ['no bundle', () => ({ bundle: null }), 'unsigned', /it is not signed/],
  ['a bundle that is no JSON', () => ({ bundle: '{' }), 'altered', /it is no bundle of Sigstore/],
  ['a bundle that is empty', () => ({ bundle: '{}' }), 'altered', /it is no bundle of Sigstore/],
  ['a changed statement', () => ({ bundle: edited(({ dsseEnvelope }) => (dsseEnvelope.payload = Buffer.from(JSON.stringify({ ...made.statement, predicate: { ...made.statement.predicate, outcome: 'denied' } })).toString('base64'))) }), 'altered', /does not fit what it says|saw something else/],
  ['a changed signature', () => ({ bundle: edited(({ dsseEnvelope }) => dsseEnvelope.signatures.forEach((one) => (one.sig = Buffer.from('another').toString('base64'))), bundles.log) }), 'altered', /does not fit what it says|saw something else/],
  ['a statement about something else', async () => ({ bundle: await signed({ _type: 'https://in-toto.io/Statement/v1', subject: [], predicateType: 'x' }) }), 'altered', /it is signed, but not about a session/],
  ['a bundle with a key in place of a certificate', () => ({ bundle: edited(({ verificationMaterial }) => { delete verificationMaterial['certificate']; delete verificationMaterial['x509CertificateChain']; verificationMaterial['publicKey'] = { hint: 'x' }; }) }), 'unsigned', /its bundle has a key in place of a certificate/],
  ['a signature over something that is no envelope', () => ({ bundle: edited((bundle) => { delete (bundle as Record<string, unknown>)['dsseEnvelope']; (bundle as Record<string, unknown>)['messageSignature'] = { messageDigest: { algorithm: 'SHA2_256', digest: 'AAAA' }, signature: 'AAAA' }; }, bundles.log) }), 'altered', /it signs something else than a statement/],
  ['a changed statement that only a clock witnessed', () => ({ root: sigstore.root(['tlogs']), bundle: edited(({ dsseEnvelope }) => (dsseEnvelope.payload = Buffer.from('{}').toString('base64')), bundles.clock) }), 'altered', /its signature does not fit what it says/],
  ['a timestamp that is none', () => ({ root: sigstore.root(['tlogs']), bundle: edited(({ verificationMaterial }) => (verificationMaterial['timestampVerificationData'] = { rfc3161Timestamps: [{ signedTimestamp: 'MAA=' }] }), bundles.clock) }), 'unsigned', /its bundle can not be checked, so nobody whom you trust vouches for it/],
  ['another payload type', () => ({ bundle: edited(({ dsseEnvelope }) => (dsseEnvelope['payloadType'] = 'text/plain')) }), 'altered', /it signs something else than a statement/],
  ['the entry of another bundle in the log', async () => {
    const entry = (JSON.parse(await signed(other, sigstore, 'log')) as { verificationMaterial: Record<string, unknown> }).verificationMaterial['tlogEntries'];
    return { bundle: edited(({ verificationMaterial }) => (verificationMaterial['tlogEntries'] = entry)) };
  }, 'altered', /the log that witnessed it saw something else/],
];

describe('a recording signed through Sigstore', () => {
  it.each(CASES)('%s', async (_what, ask, state, explanation) => {
    const verdict = await judged(await ask());
    expect([verdict.state, verdict.explanation]).toEqual([state, expect.stringMatching(explanation)]);
    expect(verdict.signedBy).toBe(state === 'signed' ? WORKFLOW : null);
  });

  it('keeps what it says out of the log, which everybody can read', () => {
    const entries = (JSON.parse(bundles.log) as { verificationMaterial: { tlogEntries: { canonicalizedBody: string }[] } }).verificationMaterial.tlogEntries;
    const body = Buffer.from(entries[0]?.canonicalizedBody ?? '', 'base64').toString('utf8');
    expect(body).toContain('"kind":"dsse"');
    for (const text of ['acme/shop', HEADER.session, Buffer.from(HEADER.session).toString('base64').slice(0, 12)]) expect(body).not.toContain(text);
  });
});

describe('a recording with an envelope and a bundle beside it', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const signer = ed25519Signer(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const keys = [publicKey.export({ type: 'spki', format: 'pem' }).toString()];
  const foreign = ed25519Signer(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  type Beside = { readonly keys?: readonly string[]; readonly trusting?: boolean; readonly statement?: 'other'; readonly by?: Signer; readonly bundle?: string };

  it.each<[what: string, beside: Beside, state: string, through: string | null, explanation: RegExp]>([
    ['vouched for by the key', { keys }, 'signed', 'key', /the key `[0-9a-f]{16}` that you trust signed exactly this file/],
    ['vouched for by the identity, whoever made the envelope', { trusting: true, by: foreign }, 'signed', 'keyless', /certified by an authority that you trust, signed exactly this file/],
    ['with nobody who is believed', {}, 'unsigned', null, /; the bundle of Sigstore beside it was not checked: give `--trusted-root`, `--identity` and `--issuer`, so nobody whom you trust vouches for it/],
    ['with an envelope about another session', { keys, trusting: true, statement: 'other' }, 'altered', null, /is signed for another session/],
    ['with a bundle that is none', { keys, trusting: true, bundle: '{}' }, 'altered', null, /it is no bundle of Sigstore/],
    ['with a bundle that is none, and that nobody looks at', { keys, bundle: '{}' }, 'signed', 'key', /signed exactly this file/],
  ])('%s', async (_what, { keys: trusted = [], trusting = false, statement, by = signer, bundle = bundles.both }, state, through, explanation) => {
    const path = join(mkdtempSync(join(folder, 'both-')), 'session.jsonl');
    writeFileSync(path, made.bytes);
    writeFileSync(path + ENVELOPE_SUFFIX, JSON.stringify(envelopeOf(statement === 'other' ? other : made.statement, by)));
    writeFileSync(path + BUNDLE_SUFFIX, bundle);
    const trust = trusting ? { roots: await readTrustedRoots(sigstore.root()), identity: WORKFLOW, issuer: ISSUER } : null;
    const verdict = await verifyRecording(path, { keys: trusted, ...(trust === null ? {} : { bundle: { path: path + BUNDLE_SUFFIX, trust } }) });
    expect([verdict.state, verdict.signedThrough, verdict.explanation]).toEqual([state, through, expect.stringMatching(explanation)]);
  });
});

describe('a session that was given a key when it began', () => {
  let begun: { readonly lines: readonly string[]; readonly envelope: string; readonly statement: KeyStatement };
  let certified: string;
  let elsewhere: string;
  let anothers: string;
  beforeAll(async () => {
    const { signer, statement } = newSessionKey(HEADER.session);
    const writer = await RecordingWriter.open({ dir: join(folder, 'begun'), sessionId: HEADER.session, header: { ...HEADER, key: signer.keyId }, runtime: systemRuntime, durability: 'process', log: listeningLog(), signer, checkpointEvery: 4 });
    for (const event of [...EVENTS, ...AROUND]) writer.append(event);
    await writer.close({ outcome: 'ok', operations: { allow: 0, review: 0, deny: 0 } });
    begun = { lines: readFileSync(writer.path, 'utf8').trimEnd().split('\n'), envelope: readFileSync(writer.path + ENVELOPE_SUFFIX, 'utf8'), statement };
    [certified, elsewhere, anothers] = await Promise.all([signed(statement), signed({ ...statement, predicate: { ...statement.predicate, session: 'ost_ffffffffffff' } }), signed(newSessionKey(HEADER.session).statement)]) as [string, string, string];
  });

  interface Beside { readonly key?: string | null; readonly envelope?: boolean; readonly identity?: string; readonly issuer?: string; readonly cut?: number; readonly trusting?: boolean; readonly change?: (line: string) => string }
  const PHRASE = '`https://github\\.com/acme/shop/\\.github/workflows/nightly\\.yml@refs/heads/main`, certified by an authority that you trust,';

  it.each<[what: string, beside: () => Beside, state: string, explanation: RegExp]>([
    ['is signed by whoever gave it', () => ({}), 'signed', new RegExp(`, and ${PHRASE} gave this session the key that signed exactly this file`, 'u')],
    ['is vouched for to the last checkpoint when its end is missing', () => ({ cut: 1 }), 'incomplete', new RegExp(`the end was removed; ${PHRASE} vouches for the first \\d+ of them`, 'u')],
    ['is vouched for by nobody when somebody else is expected', () => ({ cut: 1, identity: 'https://github.com/acme/other/**' }), 'incomplete', /^(?!.*vouches)/u],
    ['is not signed when its envelope is gone', () => ({ envelope: false }), 'unsigned', new RegExp(`; ${PHRASE} signed lines in it, but the envelope that signs the whole file is not there`, 'u')],
    ['is not signed for who expects somebody else', () => ({ identity: 'https://github.com/acme/other/**' }), 'unsigned', /its bundle was signed by `https:\S+`, which is not whom you expect, so nobody whom you trust vouches for it/u],
    ['is not signed for who expects another issuer', () => ({ issuer: 'https://gitlab.com' }), 'unsigned', /not of the one that you expect/u],
    ['is not signed for who trusts nobody', () => ({ trusting: false }), 'unsigned', /it carries a signature by the key `[0-9a-f]{16}`, which was not checked/u],
    ['is not signed without the word about its key', () => ({ key: null }), 'unsigned', /it carries a signature by the key `[0-9a-f]{16}`/u],
    ['is not signed by a key that was given to another session', () => ({ key: elsewhere }), 'altered', /it is signed with a key that was certified for another session/u],
    ['is not vouched for by a key that was given to another session', () => ({ key: elsewhere, cut: 1 }), 'incomplete', /^(?!.*vouches)/u],
    ['is not signed by another key of the same session', () => ({ key: anothers }), 'unsigned', /it carries a signature by the key/u],
    ['is altered where a line was changed', () => ({ change: (line) => line.replace('FROM customers', 'FROM customer5') }), 'altered', /is not as it was recorded/u],
    ['is altered where a seal was', () => ({ change: (line) => (line.includes('"type":"end"') ? line.replace(/"signature":"(.)/u, (_all, first) => `"signature":"${first === 'A' ? 'B' : 'A'}`) : line) }), 'altered', /its signature, said to be of a key that you trust, does not fit/u],
    ['is altered where the word about its key was', () => ({ key: edited(({ dsseEnvelope }) => (dsseEnvelope.payload = Buffer.from(JSON.stringify({ ...begun.statement, subject: [] })).toString('base64')), certified) }), 'altered', /about its key, (its signature does not fit what it says|the log that witnessed it saw something else)/u],
    ['is altered where that word is no bundle', () => ({ key: '[]' }), 'altered', /about its key, it is no bundle of Sigstore/u],
    ['is altered where that word can not be read', () => ({ key: 'a folder' }), 'altered', /it can not be read/u],
    ['is altered where that word is about something else', () => ({ key: bundles.both }), 'altered', /it is signed, but not about the key of a session/u],
  ])('%s', async (_what, ask, state, explanation) => {
    const { key = certified, envelope = true, identity = WORKFLOW, issuer = ISSUER, cut = 0, trusting = true, change = (line: string) => line } = ask();
    const path = join(mkdtempSync(join(folder, 'key-')), 'session.jsonl');
    writeFileSync(path, fileOf(begun.lines.slice(0, begun.lines.length - cut).map(change)));
    if (key === 'a folder') mkdirSync(path + KEY_BUNDLE_SUFFIX);
    else if (key !== null) writeFileSync(path + KEY_BUNDLE_SUFFIX, key);
    if (envelope) writeFileSync(path + ENVELOPE_SUFFIX, begun.envelope);
    const trust = trusting ? { roots: await readTrustedRoots(sigstore.root()), identity, issuer } : null;
    const verdict = await verifyRecording(path, { bundle: { path: path + BUNDLE_SUFFIX, trust } });
    expect([verdict.state, verdict.explanation]).toEqual([state, expect.stringMatching(explanation)]);
    expect([verdict.signedBy, verdict.signedThrough]).toEqual(state === 'signed' ? [WORKFLOW, 'keyless'] : [null, null]);
  });

  it.each<[string, (statement: KeyStatement) => unknown]>([
    ['of another type', (statement) => ({ ...statement, predicateType: 'x' })],
    ['whose subject is another key', (statement) => ({ ...statement, subject: [{ name: 'x', digest: { sha256: '00' } }] })],
    ['with a key that is none', (statement) => ({ ...statement, predicate: { ...statement.predicate, key: 'AAAA' } })],
    ['that is none', () => null],
  ])('is given nothing by a statement %s', (_what, change) => {
    const { statement } = newSessionKey('ost_0123456789ab');
    expect(readKeyStatement(Buffer.from(JSON.stringify(statement)))).toMatchObject({ session: 'ost_0123456789ab' });
    expect(readKeyStatement(Buffer.from(JSON.stringify(change(statement))))).toBeNull();
  });

  it('adds nothing to a key that is trusted for everything', async () => {
    const { signer, statement } = newSessionKey(HEADER.session);
    const { pem } = readKeyStatement(Buffer.from(JSON.stringify(statement))) ?? { pem: '' };
    const keys = new TrustedKeys([pem], { session: 'ost_ffffffffffff', pem, identity: 'x', by: 'x' });
    const seal = { session: HEADER.session, count: 1, head: 'a' };
    expect([keys.size, keys.behind(signer.keyId), keys.seal(seal, signer.keyId, signer.sign(sealBytes(seal)))]).toEqual([1, 'a key that you trust', 'good']);
  });
});

describe('signKeyless', () => {
  const failing = async (path: string, body: string, status = 400): Promise<GateError> => {
    sigstore.faults.set(path, { status, body });
    const thrown: unknown = await signed(made.statement).catch((error: unknown) => error);
    sigstore.faults.clear();
    return thrown as GateError;
  };

  it.each([
    ['/api/v2/signingCert', /^Fulcio at `http:\S+` gives no certificate: \(400\) no such issuer$/],
    ['/api/v1/log/entries', /^Rekor at `http:\S+` takes no entry: \(400\) no such issuer$/],
    ['/api/v1/timestamp', /^the clock at `http:\S+` gives no timestamp: \(400\) no such issuer$/],
  ])('says which service refused: %s', async (path, message) => {
    expect(await failing(path, '{"message":"no such issuer"}')).toMatchObject({ code: 'RECORD_FAILED', message: expect.stringMatching(message) });
  });

  it('never repeats a token, whatever a service or the library says', async () => {
    const shown = await token();
    expect((await failing('/api/v2/signingCert', JSON.stringify({ message: `bad token ${shown}` }))).message).toMatch(/gives no certificate: \(400\) bad token …$/);
    const thrown: unknown = await signed(made.statement, sigstore, 'both', async () => `${shown.split('.')[0] ?? ''}.e30.x`).catch((error: unknown) => error);
    expect((thrown as GateError).message).toBe('the token for Sigstore names no subject, or an address that its issuer did not verify');
  });

  it('says why there is no token, and what can not be reached', async () => {
    const refusal = new GateError('IDENTITY_UNTRUSTED', 'this job has no token');
    await expect(signed(made.statement, sigstore, 'both', () => Promise.reject(refusal))).rejects.toBe(refusal);
    await expect(signed(made.statement, sigstore, 'both', () => Promise.reject(new Error('unplugged')))).rejects.toMatchObject({ code: 'RECORD_FAILED', message: 'signing through Sigstore failed: unplugged' });
    await expect(signKeyless(made.statement, { fulcio: 'http://127.0.0.1:1', rekor: null, tsa: sigstore.url }, token)).rejects.toMatchObject({ message: expect.stringMatching(/^Fulcio at `http:\/\/127\.0\.0\.1:1` gives no certificate: .*ECONNREFUSED/) });
    await expect(signKeyless(made.statement, { fulcio: sigstore.url, rekor: null, tsa: null }, token)).rejects.toMatchObject({ message: 'a signature of Sigstore needs a log or a clock that witnesses it' });
  });
});

describe('a trusted root', () => {
  it.each(['', 'x', '{}', '[]', '{"certificateAuthorities":[]}', '{"certificateAuthorities":[{"certChain":{"certificates":[{"rawBytes":"AAAA"}]}}]}', '{"certificateAuthorities":[{}]}', '{"certificateAuthorities":{}}', '{"certificateAuthorities":[{"certChain":{"certificates":[{}]}}]}'])('is not %j', async (text) => {
    await expect(readTrustedRoots(text)).rejects.toMatchObject({ code: 'INPUT_INVALID', message: 'the trusted root is none of Sigstore' });
  });

  it('is refused when it is larger than any root is', async () => {
    await expect(readTrustedRoots(sigstore.root() + ' '.repeat(4 * 1024 * 1024))).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED', message: 'the trusted root is larger than 4 MiB' });
  });

  it('may name a log by the key of its checkpoints, and have a key of RSA', async () => {
    const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'pkcs1', format: 'der' });
    const root = JSON.parse(sigstore.root()) as { tlogs: LooseLine[] };
    const log = { publicKey: { rawBytes: key.toString('base64'), keyDetails: 'PKCS1_RSA_PKCS1V5' }, logId: { keyId: 'AAAA' }, checkpointKeyId: { keyId: 'BBBB' } };
    const [read] = await readTrustedRoots(JSON.stringify({ ...root, tlogs: [log] }));
    expect(read?.tlogs.map(({ baseURL, logID, publicKey }) => [baseURL, logID.toString('base64'), publicKey.asymmetricKeyType])).toEqual([['', 'BBBB', 'rsa']]);
  });

  it('has no time that nobody can read, since it would never end', async () => {
    const root = sigstore.root().replaceAll(/"validFor":\{/gu, '"validFor":{"end":"some day",');
    await expect(readTrustedRoots(root)).rejects.toMatchObject({ code: 'INPUT_INVALID', message: 'the trusted root is none of Sigstore' });
  });
});

describe('an attestation of GitHub', () => {
  const host = (inputs: Readonly<Record<string, string>>): Host => ({ kind: 'github', input: (name: string) => inputs[name] }) as unknown as Host;

  it.each([
    ['https://github.com', true, { fulcio: 'https://fulcio.sigstore.dev', rekor: 'https://rekor.sigstore.dev', tsa: null }],
    ['https://github.com', false, { fulcio: 'https://fulcio.githubapp.com', rekor: null, tsa: 'https://timestamp.githubapp.com' }],
    ['https://acme.ghe.com', false, { fulcio: 'https://fulcio.acme.ghe.com', rekor: null, tsa: 'https://timestamp.acme.ghe.com' }],
  ])('of %s, public: %s, is signed where GitHub has it signed', async (server, isPublic, expected) => {
    expect(await servicesOf(server, async () => isPublic)).toEqual(expected);
  });

  it('is made only when asked for, and where there is such a thing', async () => {
    expect(attestOf(host({}), {})).toBeNull();
    expect(attestOf({ ...host({ attest: 'true' }), kind: 'gitlab' }, {})).toBeNull();
    expect(() => attestOf(host({ attest: 'yes' }), {})).toThrow('input `attest` is `yes`');
    expect(() => attestOf(host({ attest: 'true' }), {})).toThrow('there is no token to keep an attestation with');
    await expect(servicesOf('https://git.example', async () => true)).rejects.toMatchObject({ message: '`git.example` keeps no attestations' });
  });
});
