// SPDX-License-Identifier: Apache-2.0
//
// Signed recordings and what becomes of them: each damage, swap and forgery with its exact verdict. Trust comes from the keys that the
// verifier brings, never from the file or what lies beside it.
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventBody } from '../../../src/core/events.js';
import { systemRuntime } from '../../../src/core/runtime.js';
import { ed25519Signer, ENVELOPE_SUFFIX, type Envelope, envelopeOf, preAuthenticationEncoding, SEAL_PAYLOAD_TYPE, type SessionStatement, type Signer, STATEMENT_PAYLOAD_TYPE } from '../../../src/record/envelope.js';
import { TrustedKeys } from '../../../src/record/trust.js';
import { verifyRecording } from '../../../src/record/verify.js';
import { CHECKPOINT_AFTER_MS, RecordingWriter } from '../../../src/record/writer.js';
import { manualRuntime, type ManualRuntime } from '../../support/manual-runtime.js';
import { AROUND, decided, EVENTS, fileOf, HEADER, listeningLog, type LooseLine, parsed, rechained } from '../../support/recordings.js';

const pem = (key: KeyObject): string => key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' }).toString();
const pair = (): { readonly signer: Signer; readonly publicPem: string; readonly privatePem: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { signer: ed25519Signer(pem(privateKey)), publicPem: pem(publicKey), privatePem: pem(privateKey) };
};
const OURS = pair();
const STRANGER = pair();

let folder: string;
let made: { lines: string[]; bytes: Buffer; envelope: Envelope };
let other: { bytes: Buffer; envelope: Envelope };
let strangers: { bytes: Buffer; envelope: Envelope };
let unsigned: string[];

async function record(name: string, signer: Signer | null, session = HEADER.session, events = [...EVENTS, ...AROUND]): Promise<string> {
  const dir = join(folder, name);
  const writer = await RecordingWriter.open({ dir, sessionId: session, header: { ...HEADER, session }, runtime: systemRuntime, durability: 'process', log: listeningLog(), checkpointEvery: 6, ...(signer === null ? {} : { signer }) });
  for (const event of events) writer.append(event);
  await writer.close({ outcome: 'ok', operations: { allow: 0, review: 0, deny: 0 } });
  return writer.path;
}

const beside = (path: string): Envelope => JSON.parse(readFileSync(path + ENVELOPE_SUFFIX, 'utf8')) as Envelope;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ostiary-sign-'));
  const path = await record('ours', OURS.signer);
  made = { bytes: readFileSync(path), lines: readFileSync(path, 'utf8').trimEnd().split('\n'), envelope: beside(path) };
  const second = await record('second', OURS.signer, 'ost_ffffffffffff', [decided(1)]);
  other = { bytes: readFileSync(second), envelope: beside(second) };
  const third = await record('third', STRANGER.signer);
  strangers = { bytes: readFileSync(third), envelope: beside(third) };
  unsigned = readFileSync(await record('fourth', null), 'utf8').trimEnd().split('\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The verdict on a file with this beside it. */
async function judged(bytes: Buffer, envelope: Envelope | string | null, keys: readonly string[] = [OURS.publicPem]): Promise<[string, string]> {
  const dir = mkdtempSync(join(folder, 'case-'));
  const path = join(dir, 'session.jsonl');
  writeFileSync(path, bytes);
  if (envelope !== null) writeFileSync(path + ENVELOPE_SUFFIX, typeof envelope === 'string' ? envelope : JSON.stringify(envelope));
  const { state, explanation, signedBy } = await verifyRecording(path, { keys });
  // One sentence, whatever the file holds: one line, no second beginning, no stop at its end.
  expect(explanation).toMatch(/^(?!.*\. [A-Z])[\x20-\x7e]*[^.\s]$/u);
  expect(signedBy).toBe(state === 'signed' ? OURS.signer.keyId : null);
  return [state, explanation];
}

const statement = (): SessionStatement => JSON.parse(Buffer.from(made.envelope.payload, 'base64').toString('utf8')) as SessionStatement;
const repacked = (change: (one: SessionStatement) => unknown): Envelope => ({ ...made.envelope, payload: Buffer.from(JSON.stringify(change(statement()))).toString('base64') });
const signature = (): Envelope['signatures'][0] => made.envelope.signatures[0] as Envelope['signatures'][0];
const changed = (change: (all: LooseLine[]) => LooseLine[]): Buffer => fileOf(rechained(change(parsed(made.lines))));
const without = (at: number): Buffer => fileOf(made.lines.filter((_line, index) => index !== at));
const namedBy = (key: string | null): LooseLine[] => parsed(made.lines).map((line) => (line['type'] === 'session' ? { ...line, key } : line));
const replacedIn = (from: string, to: string): Buffer => Buffer.from(made.bytes.toString('utf8').replace(from, to));
const resealed = (all: LooseLine[]): LooseLine[] => all.map((line) => (line['signature'] === undefined ? line : { ...line, key: null, signature: null }));

type Case = readonly [what: string, make: () => { bytes: Buffer; envelope: Envelope | string | null; keys?: readonly string[] }, state: string, explanation: RegExp];

const CASES: readonly Case[] = [
  ['as it was made', () => made, 'signed', /^all \d+ lines follow each other and the counts agree, and the key `[0-9a-f]{16}` that you trust signed exactly this file(?:; the end of 1 allowed operation is not known)?$/],
  ['as it was made, another trusted key before it', () => ({ ...made, keys: [STRANGER.publicPem, OURS.publicPem] }), 'signed', /signed exactly this file/],
  ['with a second signature of a stranger', () => ({ bytes: made.bytes, envelope: { ...made.envelope, signatures: [...made.envelope.signatures, ...strangers.envelope.signatures] } }), 'signed', /signed exactly this file/],
  // Who is trusted.
  ['without any key', () => ({ ...made, keys: [] }), 'unsigned', /it carries a signature by the key `[0-9a-f]{16}`, which was not checked: give the keys that you trust/],
  ['signed by a stranger', () => strangers, 'unsigned', /by the key `[0-9a-f]{16}`, which is none of those that you trust/],
  ['signed by a stranger who takes our name', () => ({ bytes: made.bytes, envelope: { ...strangers.envelope, signatures: [{ ...(strangers.envelope.signatures[0] as Envelope['signatures'][0]), keyid: OURS.signer.keyId }] } }), 'altered', /a signature of a key that you trust does not fit/],
  ['signed by a stranger, who signs the seals in our name, too', () => ({ bytes: replaceKeys(strangers.bytes), envelope: strangers.envelope }), 'altered', /its signature, said to be of a key that you trust, does not fit the lines before it/],
  ['signed with its own key inside', () => ({ ...strangers, keys: [] }), 'unsigned', /was not checked/],
  // Bytes.
  ['one byte of a text', () => ({ ...made, bytes: replacedIn('FROM customers', 'FROM customer5') }), 'altered', /is not as it was recorded/],
  ['one byte of the header', () => ({ ...made, bytes: replacedIn('"nightly"', '"nightlY"') }), 'altered', /is not as it was recorded/],
  ['the outcome', () => ({ ...made, bytes: replacedIn('"outcome":"ok","operations"', '"outcome":"failed","operations"') }), 'altered', /signed by a key that you trust, for a file with other bytes$/],
  ['white space at the end', () => ({ ...made, bytes: Buffer.concat([made.bytes, Buffer.from('\n')]) }), 'altered', /stands after the closing line/],
  ['its last line feed taken away', () => ({ ...made, bytes: made.bytes.subarray(0, -1) }), 'incomplete', /the last one is cut off/],
  ['carriage returns added', () => ({ ...made, bytes: Buffer.from(made.bytes.toString('utf8').replaceAll('\n', '\r\n')) }), 'altered', /is not as it was recorded/],
  ['a byte order mark before it', () => ({ ...made, bytes: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), made.bytes]) }), 'altered', /so this is no recording, or its beginning was changed/],
  // Lines.
  ['a line taken out', () => ({ ...made, bytes: without(3) }), 'altered', /it does not follow the line before it/],
  ['the closing line taken out', () => ({ ...made, bytes: without(made.lines.length - 1) }), 'incomplete', /the closing line is missing.*a key that you trust vouches for the first \d+ of them/],
  ['cut after a checkpoint', () => ({ ...made, bytes: fileOf(made.lines.slice(0, 7)) }), 'incomplete', /vouches for the first 6 of them/],
  ['cut before the first checkpoint', () => ({ ...made, bytes: fileOf(made.lines.slice(0, 4)) }), 'incomplete', /^(?!.*vouches).*the closing line is missing/],
  ['cut in a line', () => ({ ...made, bytes: made.bytes.subarray(0, 1500) }), 'incomplete', /the closing line is missing and the last one is cut off/],
  ['two lines swapped', () => ({ ...made, bytes: fileOf([...made.lines.slice(0, 3), made.lines[4] as string, made.lines[3] as string, ...made.lines.slice(5)]) }), 'altered', /it does not follow the line before it/],
  ['a line twice', () => ({ ...made, bytes: fileOf([...made.lines.slice(0, 4), ...made.lines.slice(3)]) }), 'altered', /it does not follow the line before it/],
  ['the end of another recording', () => ({ ...made, bytes: fileOf([...made.lines.slice(0, -2), ...other.bytes.toString('utf8').trimEnd().split('\n').slice(-2)]) }), 'altered', /it does not follow the line before it/],
  ['both recordings, one behind the other', () => ({ ...made, bytes: Buffer.concat([made.bytes, other.bytes]) }), 'altered', /stands after the closing line/],
  // Written anew.
  ['a text changed, everything chained anew, seals kept', () => ({ ...made, bytes: changed((all) => all.map((line) => (line['type'] === 'decided' ? { ...line, text: 'SELECT harmless' } : line))) }), 'altered', /does not fit the lines before it/],
  ['a text changed, everything chained anew, seals taken out', () => ({ ...made, bytes: changed((all) => resealed(all).map((line) => (line['type'] === 'decided' ? { ...line, text: 'SELECT harmless' } : line))) }), 'altered', /for a file with other bytes$/],
  ['the same, and the envelope taken away', () => ({ envelope: null, bytes: changed((all) => resealed(all).map((line) => (line['type'] === 'decided' ? { ...line, text: 'SELECT harmless' } : line))) }), 'unsigned', /it is not signed, so nobody vouches that it was not written anew, and the keys given have nothing to check/],
  ['a refusal taken out, seals taken out', () => ({ ...made, bytes: changed((all) => resealed(all).filter((line) => line['type'] !== 'refused')) }), 'altered', /for a file with other bytes$/],
  ['the lines before a checkpoint replaced by those of another session', () => ({ ...made, bytes: changed((all) => all.map((line) => (line['type'] === 'session' ? { ...line, session: 'ost_ffffffffffff' } : line))) }), 'altered', /does not fit the lines before it/],
  ['seals alone taken out', () => ({ ...made, bytes: changed(resealed) }), 'altered', /for a file with other bytes$/],
  ['a seal of another place', () => ({ ...made, bytes: changed((all) => all.map((line) => (line['type'] === 'end' ? { ...line, signature: all.find((one) => one['type'] === 'checkpoint')?.['signature'] } : line))) }), 'altered', /does not fit the lines before it/],
  ['a seal that is no base64', () => ({ ...made, bytes: changed((all) => all.map((line) => (line['type'] === 'end' ? { ...line, signature: '!' } : line))) }), 'altered', /does not fit the lines before it/],
  // The first line names the key.
  ['a first line that names another key', () => ({ envelope: null, keys: [], bytes: fileOf(rechained(namedBy(STRANGER.signer.keyId))) }), 'altered', /it is not signed with the key that the first line names/],
  ['a first line that says that nobody signs', () => ({ envelope: null, keys: [], bytes: fileOf(rechained(namedBy(null))) }), 'altered', /it is not signed with the key that the first line names/],
  ['seals taken out, their key left in', () => ({ envelope: null, keys: [], bytes: fileOf(rechained(namedBy(OURS.signer.keyId).map((line) => (line['signature'] === undefined ? line : { ...line, signature: null })))) }), 'altered', /its signature was taken out/],
  ['the key of the first line, and its seals', () => ({ envelope: null, keys: [], bytes: fileOf(rechained(namedBy(OURS.signer.keyId))) }), 'unsigned', /it carries a signature by the key `[0-9a-f]{16}`, which was not checked/],
  ['never signed', () => ({ envelope: null, bytes: fileOf(unsigned) }), 'unsigned', /it is not signed/],
  ['never signed, with the envelope of a signed one', () => ({ envelope: made.envelope, bytes: fileOf(unsigned) }), 'altered', /for a file with other bytes$/],
  // The envelope.
  ['no envelope', () => ({ ...made, envelope: null }), 'unsigned', /a key that you trust signed lines in it, but the envelope that signs the whole file is not there/],
  ['an empty envelope', () => ({ ...made, envelope: '' }), 'altered', /the envelope beside it is not as it was made: it is not JSON$/],
  ['an envelope that is a list', () => ({ ...made, envelope: '[]' }), 'altered', /it is not JSON$/],
  ['an envelope without signatures', () => ({ ...made, envelope: { ...made.envelope, signatures: [] } }), 'altered', /it carries no signature$/],
  ['an envelope with a signature without its key', () => ({ ...made, envelope: JSON.stringify({ ...made.envelope, signatures: [signature(), { sig: signature().sig }] }) }), 'altered', /one of its signatures can not be read$/],
  ['an envelope with a signature that is no base64', () => ({ ...made, envelope: { ...made.envelope, signatures: [{ ...signature(), sig: '!' }] } }), 'altered', /one of its signatures can not be read$/],
  ['an envelope of another type', () => ({ ...made, envelope: JSON.stringify({ ...made.envelope, payloadType: SEAL_PAYLOAD_TYPE }) }), 'altered', /its type is none that a recording has$/],
  ['an envelope whose payload is no base64', () => ({ ...made, envelope: { ...made.envelope, payload: '{"_type":1}' } }), 'altered', /its payload is not base64$/],
  ['an envelope with a changed payload', () => ({ ...made, envelope: repacked((one) => ({ ...one, predicate: { ...one.predicate, outcome: 'denied' } })) }), 'altered', /a signature of a key that you trust does not fit/],
  ['an envelope with another subject', () => ({ ...made, envelope: repacked((one) => ({ ...one, subject: [{ name: 'session.jsonl', digest: { sha256: '0'.repeat(64) } }] })) }), 'altered', /a signature of a key that you trust does not fit/],
  ['an envelope with half a signature', () => ({ ...made, envelope: { ...made.envelope, signatures: [{ ...signature(), sig: signature().sig.slice(0, 40) }] } }), 'altered', /does not fit/],
  ['an envelope with the signature of a seal', () => ({ ...made, envelope: { ...made.envelope, signatures: [{ ...signature(), sig: String(parsed(made.lines).at(-1)?.['signature']) }] } }), 'altered', /does not fit/],
  ['an envelope of another session', () => ({ ...made, envelope: other.envelope }), 'altered', /is signed for another session, `ost_ffffffffffff`$/],
  ['an envelope about something else, rightly signed', () => ({ ...made, envelope: envelopeOf({ _type: 'https://in-toto.io/Statement/v1', subject: [], predicateType: 'x' } as unknown as SessionStatement, OURS.signer) }), 'altered', /it is signed, but not about a session$/],
  ['an envelope about a session and no file, rightly signed', () => ({ ...made, envelope: envelopeOf({ ...statement(), subject: [] } as unknown as SessionStatement, OURS.signer) }), 'altered', /it is signed, but not about a session$/],
  ['an envelope whose subject is no list, rightly signed', () => ({ ...made, envelope: envelopeOf({ ...statement(), subject: {} } as unknown as SessionStatement, OURS.signer) }), 'altered', /it is signed, but not about a session$/],
  ['an envelope that says something else of the same file, rightly signed', () => ({ ...made, envelope: envelopeOf({ ...statement(), predicateType: 'https://example.com/reviewed/v1' } as unknown as SessionStatement, OURS.signer) }), 'altered', /it is signed, but not about a session$/],
  ['an envelope with the same signature under no name', () => ({ ...made, envelope: { ...made.envelope, signatures: [{ ...signature(), keyid: '' }] } }), 'unsigned', /a key that you trust signed lines in it, but|by the key of no name/],
  ['an envelope larger than any', () => ({ ...made, envelope: ' '.repeat(1024 * 1024 + 1) }), 'altered', /it is longer than any envelope$/],
];

function replaceKeys(bytes: Buffer): Buffer {
  const lines = parsed(bytes.toString('utf8').trimEnd().split('\n'));
  return fileOf(rechained(lines.map((line) => (line['key'] === undefined ? line : { ...line, key: OURS.signer.keyId }))));
}

describe('a signed recording', () => {
  it.each(CASES)('%s', async (_what, make, state, explanation) => {
    const { bytes, envelope, keys } = make();
    expect(await judged(bytes, envelope, keys)).toEqual([state, expect.stringMatching(explanation)]);
  });

  it('verifies on another machine, with nothing but the file, the envelope and the public key', async () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    for (const suffix of ['', ENVELOPE_SUFFIX]) copyFileSync(join(folder, 'ours', `session.jsonl${suffix}`), join(elsewhere, `renamed.jsonl${suffix}`));
    expect((await verifyRecording(join(elsewhere, 'renamed.jsonl'), { keys: [OURS.publicPem] })).state).toBe('signed');
    expect((await verifyRecording(join(elsewhere, 'renamed.jsonl'), { keys: [OURS.publicPem], envelope: join(folder, 'second', `session.jsonl${ENVELOPE_SUFFIX}`) })).state).toBe('altered');
  });

  it('is altered, not merely unsigned, when what lies beside it can not be read', async () => {
    const path = join(folder, 'ours', 'session.jsonl');
    for (const envelope of [folder, join(path, 'no-folder')]) {
      expect(await verifyRecording(path, { keys: [OURS.publicPem], envelope })).toMatchObject({ state: 'altered', explanation: expect.stringMatching(/the envelope beside it is not as it was made: it can not be read$/u) as string });
    }
  });

  it('says who, under which policy and with what result, and its envelope is private', () => {
    expect(statement()).toMatchObject({
      subject: [{ name: 'session.jsonl' }],
      predicate: { session: HEADER.session, principal: { claims: HEADER.principal.claims }, policy: { digest: HEADER.policy.digest }, outcome: 'ok', lines: made.lines.length, operations: { allow: 2, review: 1, deny: 1 }, approvals: [] },
    });
    expect(statSync(join(folder, 'ours', `session.jsonl${ENVELOPE_SUFFIX}`)).mode & 0o777).toBe(0o600);
  });

  it('is on the disk with its envelope when it has to be', async () => {
    const dir = join(folder, 'on-disk');
    const writer = await RecordingWriter.open({ dir, sessionId: HEADER.session, header: { ...HEADER, durability: 'disk' }, runtime: systemRuntime, durability: 'disk', log: listeningLog(), signer: OURS.signer });
    await writer.close({ outcome: 'ok', operations: { allow: 0, review: 0, deny: 0 } });
    expect((await verifyRecording(writer.path, { keys: [OURS.publicPem] })).state).toBe('signed');
  });

  it('names the approvals that were used', async () => {
    const path = await record('used', OURS.signer, HEADER.session, [{ type: 'approval', state: 'used', operations: [1], manifest: 'd'.repeat(64), by: ['octocat (1)'], url: null, reason: 'x' }]);
    expect((JSON.parse(Buffer.from(beside(path).payload, 'base64').toString('utf8')) as SessionStatement).predicate.approvals).toEqual(['d'.repeat(64)]);
  });

  it('is never made over an envelope that is there already', async () => {
    const dir = join(folder, 'taken');
    mkdirSync(dir);
    writeFileSync(join(dir, `session.jsonl${ENVELOPE_SUFFIX}`), '{}');
    await expect(record('taken', OURS.signer)).rejects.toThrow(expect.objectContaining({ code: 'RECORD_FAILED' }));
    expect(existsSync(join(dir, 'session.jsonl'))).toBe(true);
  });
});

describe('keys', () => {
  it('that sign are Ed25519, and an error holds nothing of them', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect(() => ed25519Signer(pem(rsa.privateKey))).toThrow(expect.objectContaining({ code: 'INPUT_INVALID', message: 'the signing key is of type `rsa`' }));
    expect(() => ed25519Signer('hunter2')).toThrow(expect.objectContaining({ message: 'the signing key can not be read' }));
  });

  it('are PEM, or the same in base64, whole or the bare 32 bytes, however they were kept', () => {
    const key = createPrivateKey(OURS.privatePem);
    const der = key.export({ format: 'der', type: 'pkcs8' });
    const bare = Buffer.from(String(key.export({ format: 'jwk' }).d), 'base64url');
    for (const secret of [OURS.privatePem, OURS.privatePem.trimEnd(), OURS.privatePem.replaceAll('\n', '\\n'), der.toString('base64'), bare.toString('base64'), bare.toString('base64url'), ` ${bare.toString('base64')}\n`]) {
      expect(ed25519Signer(secret).keyId).toBe(OURS.signer.keyId);
    }
    for (const secret of ['', bare.subarray(1).toString('base64'), Buffer.concat([bare, bare]).toString('base64'), OURS.publicPem]) expect(() => ed25519Signer(secret)).toThrow(/^the signing key can not be read$/);
  });

  it('that verify are public and Ed25519', () => {
    expect(() => new TrustedKeys(['hunter2'])).toThrow(/no public key in PEM/);
    expect(() => new TrustedKeys([OURS.privatePem])).toThrow(/a private key was given/);
    expect(() => new TrustedKeys([pem(generateKeyPairSync('x25519').publicKey)])).toThrow(/of type `x25519`/);
  });

  it('sign the type with the bytes, as DSSE says', () => {
    expect(preAuthenticationEncoding('http://example.com/HelloWorld', Buffer.from('hello world')).toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
    expect(made.envelope.payloadType).toBe(STATEMENT_PAYLOAD_TYPE);
  });
});

describe('a session that is short, or slow', () => {
  const begun = async (name: string, signer: Signer | null): Promise<{ writer: RecordingWriter; runtime: ManualRuntime; types: () => string[] }> => {
    const runtime = manualRuntime();
    const writer = await RecordingWriter.open({ dir: join(folder, name), sessionId: HEADER.session, header: HEADER, runtime, durability: 'process', log: listeningLog(), ...(signer === null ? {} : { signer }) });
    return { writer, runtime, types: () => parsed(readFileSync(writer.path, 'utf8').trimEnd().split('\n')).map(({ type }) => String(type)) };
  };
  const END = { outcome: 'ok', operations: { allow: 0, review: 0, deny: 0 } } as const;

  it('is vouched for up to half a minute before it is cut off', async () => {
    const { writer, runtime, types } = await begun('slow', OURS.signer);
    for (const event of EVENTS.slice(0, 2)) writer.append(event);
    await runtime.advance(CHECKPOINT_AFTER_MS - 1);
    expect(types()).not.toContain('checkpoint');
    await runtime.advance(1);
    writer.append(EVENTS[2] as EventBody);
    await runtime.advance(1);
    expect(types().slice(-2)).toEqual(['checkpoint', EVENTS[2]?.type]);
    expect(await judged(readFileSync(writer.path), null)).toEqual(['incomplete', expect.stringMatching(/vouches for the first 3 of them/u)]);
    await runtime.advance(CHECKPOINT_AFTER_MS);
    expect(await judged(readFileSync(writer.path), null)).toEqual(['incomplete', expect.stringMatching(/vouches for the first 5 of them/u)]);
    await writer.close(END);
    expect(await judged(readFileSync(writer.path), beside(writer.path))).toEqual(['signed', expect.any(String)]);
  });

  it('writes none where nothing happened, where nobody signs, and after its end', async () => {
    const quiet = await begun('quiet', OURS.signer);
    await quiet.runtime.advance(10 * CHECKPOINT_AFTER_MS);
    expect(quiet.types()).toEqual(['session']);
    const unsignedOne = await begun('nobody', null);
    unsignedOne.writer.append(EVENTS[0] as EventBody);
    await unsignedOne.runtime.advance(10 * CHECKPOINT_AFTER_MS);
    expect(unsignedOne.types()).not.toContain('checkpoint');
    quiet.writer.append(EVENTS[0] as EventBody);
    await quiet.writer.close(END);
    const before = quiet.types();
    await quiet.runtime.advance(10 * CHECKPOINT_AFTER_MS);
    expect(quiet.types()).toEqual(before);
    expect(before.filter((type) => type === 'checkpoint')).toHaveLength(1);
  });
});
