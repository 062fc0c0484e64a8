// SPDX-License-Identifier: Apache-2.0
//
// Streams and known values: whatever the cuts, what comes out is what masking the whole gives, and nothing known comes out in any spelling.
import { gzipSync } from 'node:zlib';
import { Detection } from '../../../src/mask/detection.js';
import { DETECTORS } from '../../../src/mask/detectors/registry.js';
import { formsOf, knownValues } from '../../../src/mask/known-secrets.js';
import { replacedBytes } from '../../../src/mask/replacement.js';
import { HOLD_BYTES, MAX_HELD_BYTES, MaskStream } from '../../../src/mask/stream.js';
import { seeded } from '../../support/seeded.js';
import { pem, token } from '../../support/tokens.js';

const DETECTION = new Detection(DETECTORS.filter(({ kind }) => kind === 'secret'));
const whole = (text: Buffer): Buffer => replacedBytes(text, DETECTION.inBytes(text));

function streamed(text: Buffer, sizes: () => number, detection = DETECTION): { out: Buffer; most: number; counts: Record<string, number> } {
  const stream = new MaskStream(detection);
  const out: Buffer[] = [];
  let most = 0;
  let released = 0;
  for (let at = 0; at < text.length;) {
    const size = Math.max(1, sizes());
    out.push(stream.push(text.subarray(at, at + size)));
    at += size;
    released += out[out.length - 1]?.length ?? 0;
    most = Math.max(most, at - released);
  }
  out.push(stream.end());
  return { out: Buffer.concat(out), most, counts: stream.counts };
}

describe('a stream', () => {
  const lines = Array.from({ length: 3_000 }, (_, n) => (n % 97 === 0 ? `token=${token('ghp_', 36)}` : n % 401 === 0 ? pem('RSA PRIVATE KEY') : `${n} an ordinary line of a log, with numbers ${n * 7919}`)).join('\n');
  const text = Buffer.from(lines);

  it.each([1, 2, 3, 5, 8])('masks as the whole is masked, however it is cut (seed %i)', (seed) => {
    const random = seeded(seed);
    const { out, counts } = streamed(text, () => random.below(9_000));
    expect(out.equals(whole(text))).toBe(true);
    expect(counts).toEqual({ 'github-token': 31, 'private-key': 7 });
  });

  it('holds back a bounded part, also of one line without an end', () => {
    const endless = Buffer.from(`${'x y '.repeat(400_000)}${token('ghp_', 36)}${' z'.repeat(10_000)}`);
    const { out, most } = streamed(endless, () => 65_536);
    expect(out.equals(whole(endless))).toBe(true);
    expect(most).toBeLessThan(MAX_HELD_BYTES + 65_536);
  });

  it.each(['PGP PRIVATE KEY BLOCK', 'RSA PRIVATE KEY'])('holds back a bounded part of a secret that is longer, too, and releases nothing of it: %s', (kind) => {
    const random = seeded(3);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const line = () => Array.from({ length: 64 }, () => letters[random.below(64)]).join('');
    const secret = `log\n-----BEGIN ${kind}-----\n\n${Array.from({ length: 9_000 }, line).join('\n')}\n-----END ${kind}-----\nmore of the log\n`;
    const stream = new MaskStream(DETECTION);
    const first = [stream.push(Buffer.from(secret.slice(0, MAX_HELD_BYTES))), stream.push(Buffer.from(secret.slice(MAX_HELD_BYTES, MAX_HELD_BYTES + 100)))];
    expect(first.map(String)).toEqual(['log\n', '[masked:private-key]']);
    const rest = [stream.push(Buffer.from(secret.slice(MAX_HELD_BYTES + 100))), stream.end()];
    const all = /^log\n(?:\[masked:private-key\])+\nmore of the log\n$/u;
    expect(Buffer.concat([...first, ...rest]).toString()).toMatch(all);
    expect(streamed(Buffer.from(secret), () => 20_000 + random.below(90_000)).out.toString()).toMatch(all);
  });

  it('lets a secret at the start go, whole, when only the line behind it is too long to hold', () => {
    const text = Buffer.from(`${pem('RSA PRIVATE KEY')}${' x'.repeat(MAX_HELD_BYTES / 2)}`);
    const stream = new MaskStream(DETECTION);
    const first = stream.push(text);
    expect([first.length, first.subarray(0, 24).toString()]).toEqual([text.length - HOLD_BYTES - pem('RSA PRIVATE KEY').length + '[masked:private-key]'.length, '[masked:private-key] x x']);
    expect(Buffer.concat([first, stream.end()]).equals(whole(text))).toBe(true);
  });

  it('still knows what stands behind a secret that it had to cut', () => {
    const [key, value] = [token('ABSK', MAX_HELD_BYTES).replaceAll(/[^A-Za-z0-9]/gu, 'x'), token('', 32)];
    const text = Buffer.from(`-----BEGIN PRIVATE KEY-----\n${key}\n-----END\n${'y z '.repeat(500)}\napiToken=${value}\n${'y z '.repeat(40)}${token('ghp_', 36)}\nthe end`);
    const stream = new MaskStream(DETECTION);
    const out = [stream.push(text), stream.end()].map(String);
    expect(out.join('')).toMatch(/^(?:\[masked:private-key\])+[^\n]*\n(?:y z ){500}\napiToken=\[masked:named-secret\]\n(?:y z ){40}\[masked:github-token\]\nthe end$/u);
  });

  it('masks a value whose name was released before it', () => {
    const value = token('', 32);
    for (let before = 0; before < 60; before += 7) {
      const text = Buffer.from(`${'a line\n'.repeat(3_000)}<apiToken>\n  ${value}\n</apiToken>\n${token('ghp_', 36)}\n${'x'.repeat(before)}${'y z\n'.repeat(4_110)}`);
      const stream = new MaskStream(DETECTION);
      const seam = text.indexOf(value) + HOLD_BYTES - before;
      const out = Buffer.concat([stream.push(text.subarray(0, seam)), stream.push(text.subarray(seam)), stream.end()]).toString();
      expect([before, out.includes(value), out === whole(text).toString()]).toEqual([before, false, true]);
    }
  });

  it('lets a token at the very end of what it holds wait for the rest', () => {
    const secret = token('ghp_', 36);
    for (let cut = 1; cut < secret.length; cut += 1) {
      const before = Buffer.from(`${'a line\n'.repeat(HOLD_BYTES / 4)}${secret.slice(0, cut)}`);
      const stream = new MaskStream(DETECTION);
      const out = Buffer.concat([stream.push(before), stream.push(Buffer.from(`${secret.slice(cut)} and more`)), stream.end()]).toString();
      expect([cut, out.includes(secret.slice(0, 12)), out.endsWith('[masked:github-token] and more')]).toEqual([cut, false, true]);
    }
  });
});

describe('known values', () => {
  const SECRETS = ["hunter2's \"pass/word+42\"", 'pässwörd-öäü-123', 'парольΩδός', 'ä1ö2ü3ß4', 'line one of it\nline two of it', 'ost1_0f3a_9c1e7b52d8460f3a'];
  const detection = new Detection([knownValues(SECRETS)].flatMap((detector) => detector ?? []));
  const covered = (text: string): boolean => {
    const found = detection.inText(text);
    return found.length === 1 && found[0]?.start === 1 && found[0].end === text.length - 1;
  };

  it.each(SECRETS)('are found in every spelling: %j', (secret) => {
    for (const form of formsOf(secret).filter((one) => one.length >= 6)) expect([form, covered(`<${form}>`)]).toEqual([form, true]);
    const bytes = Buffer.from(`<${secret}>`);
    expect([detection.possibleAt(bytes, 0, bytes.length), detection.inBytes(bytes), detection.seenIn(bytes).found]).toEqual([true, ...Array.from({ length: 2 }, () => [{ start: 1, end: bytes.length - 1, name: 'known-secret' }])]);
  });

  // Written by json.dumps, json.Marshal, System.Text.Json, urllib.parse.quote, url.QueryEscape, html.escape, html/template, an XML library and PowerShell.
  it.each<[string, string]>([
    ['Python, JSON', String.raw`Tr0ub&dor<4>'!/\u00e4\"+x`], ['Go, JSON', String.raw`Tr0ub\u0026dor\u003c4\u003e'!/ä\"+x`], ['.NET, JSON', String.raw`Tr0ub\u0026dor\u003C4\u003E\u0027!/\u00E4\u0022\u002Bx`],
    ['Go, JSON in JSON', String.raw`Tr0ub\\u0026dor\\u003c4\\u003e'!/ä\\\"+x`], ['Python, URL', 'Tr0ub%26dor%3C4%3E%27%21/%C3%A4%22%2Bx'], ['Go, URL', 'Tr0ub%26dor%3C4%3E%27%21%2F%C3%A4%22%2Bx'],
    ['Python, HTML', "Tr0ub&amp;dor&lt;4&gt;&#x27;!/ä&quot;+x"], ['Go, HTML', 'Tr0ub&amp;dor&lt;4&gt;&#39;!/ä&#34;+x'], ['XML', 'Tr0ub&amp;dor&lt;4&gt;&apos;!/ä&quot;+x'],
    ['PowerShell', 'VAByADAAdQBiACYAZABvAHIAPAA0AD4AJwAhAC8A5AAiACsAeAA='],
  ])('are found as other languages write them, as text and as bytes: %s', (_name, spelt) => {
    const known = new Detection([knownValues(['Tr0ub&dor<4>\'!/ä"+x'])].flatMap((detector) => detector ?? []));
    const text = `<${spelt}>`;
    const whole = Buffer.byteLength(text);
    expect([known.inText(text), known.inBytes(Buffer.from(text))]).toEqual([[{ start: 1, end: text.length - 1, name: 'known-secret' }], [{ start: 1, end: whole - 1, name: 'known-secret' }]]);
  });

  it('are found inside longer base64, at each alignment', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const encoded = Buffer.from(`${before}${SECRETS[5] ?? ''}xyz`).toString('base64');
      expect(detection.inText(encoded).length).toBe(1);
    }
  });

  it('that are short are left alone, and so is what is compressed', () => {
    expect(knownValues(['abc', ''])).toBeNull();
    expect(detection.inBytes(gzipSync(Buffer.from(SECRETS[0] ?? '')))).toEqual([]);
  });
});
