// SPDX-License-Identifier: Apache-2.0
//
// Detectors that a policy brings along: what is refused at load and where, that they find what RE2 finds, whole, in texts, streams and
// encodings, that nobody else pays for them, and that no pattern costs more than time linear in the text.
import fc from 'fast-check';
import type { CustomDetector } from '../../../src/core/custom-detector.js';
import { ContentMask } from '../../../src/mask/content.js';
import { Detection } from '../../../src/mask/detection.js';
import { customDetector } from '../../../src/mask/detectors/custom.js';
import { MaskStream } from '../../../src/mask/stream.js';
import { secretsWith } from '../../../src/main/secret-detection.js';
import { patternFacts } from '../../../src/policy/detector-pattern.js';
import { lintPolicy, loadPolicy } from '../../../src/policy/load.js';
import { tightened } from '../../../src/policy/tighten.js';
import { NOON } from '../../support/judging.js';

const HEX = '0123456789abcdef0123456789abcdef';
const KEY = `acme_${HEX}`;
const load = async (detectors: object): Promise<readonly CustomDetector[]> => (await loadPolicy({ text: JSON.stringify({ version: 1, detectors }), file: 'p.yml' }, { now: NOON })).detectors;
const one = async (pattern: string, keywords: readonly string[] = []): Promise<CustomDetector> => (await load({ 'acme-key': { pattern, ...(keywords.length === 0 ? {} : { keywords }) } }))[0] as CustomDetector;
const masked = async (pattern: string, text: string, keywords: readonly string[]): Promise<string> => new ContentMask([], [await one(pattern, keywords)]).scan(text).text;

describe('a detector of a policy', () => {
  it('is found in any text, and counted by its name', async () => {
    const mask = new ContentMask([], await load({ 'acme-key': { pattern: 'acme_[0-9a-f]{32}' }, 'badge-number': { pattern: '\\b[A-Z]{2}-\\d{6}\\b', keywords: ['badge'] } }));
    expect(mask.scan(`é💥 ${KEY}, badge: XY-123456 and ${KEY}.`)).toEqual({ text: 'é💥 [masked:acme-key], badge: [masked:badge-number] and [masked:acme-key].', counts: { 'acme-key': 2, 'badge-number': 1 } });
    // No keyword is near it.
    expect(mask.scan('XY-123456').text).toBe('XY-123456');
    expect(mask.detectors).toEqual(expect.arrayContaining(['acme-key', 'github-token']));
  });

  it.each<[pattern: string, text: string, expected: string, keywords: readonly string[]]>([
    ['acme_[0-9a-f]{32}', KEY, '[masked:acme-key]', []],
    ['acme_[0-9a-f]{32}', `x=${Buffer.from(`key ${KEY} end`).toString('base64')};`, 'x=[masked:acme-key];', []],
    ['acme_[0-9a-f]{32}', `x=${Buffer.from(KEY).toString('hex')};`, 'x=[masked:acme-key];', []],
    ['(?i)acme_[0-9a-f]{8}', 'ACME_01234567', '[masked:acme-key]', []],
    ['acme_[0-9a-f]{8}', 'ACME_01234567', 'ACME_01234567', []],
    ['(?:acme|other)-[0-9]{4}', 'other-1234 acme-1234', '[masked:acme-key] [masked:acme-key]', []],
    ['tok\\.[^ ]{4,9}', 'tok.äöü€!', '[masked:acme-key]', []],
    ['\\bacme\\d{4}\\b', 'acme1234 xacme1234 acme12345', '[masked:acme-key] xacme1234 acme12345', []],
    ['\\b\\d{4}-\\d{4}\\b', `serial ${'.'.repeat(120)}1234-5678`, `serial ${'.'.repeat(120)}[masked:acme-key]`, ['serial']],
  ])('%s in %s', async (pattern, text, expected, keywords) => {
    expect(await masked(pattern, text, keywords)).toBe(expected);
  });

  it('is never cut by the edge of a chunk, however long it may be', async () => {
    const long = `acme_${'x'.repeat(990)}z`;
    const detection = new Detection([customDetector(await one('acme_x{0,990}z'))]);
    const text = Array.from({ length: 60 }, (_, n) => `${'log line '.repeat(n * 7)}${long} ${n}`).join('');
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 40 }), (sizes) => {
      const stream = new MaskStream(detection);
      let at = 0;
      let out = '';
      for (const size of [...sizes, text.length]) {
        out += stream.push(Buffer.from(text.slice(at, at + size))).toString('utf8');
        at += size;
      }
      out += stream.end().toString('utf8');
      return !out.includes('acme_') && !out.includes('xxx') && stream.counts['acme-key'] === 60;
    }), { numRuns: 60, seed: 6 });
  });

  it('counts for changes of files, and a repository adds its own at a gateway', async () => {
    expect(secretsWith([await one('acme_[0-9a-f]{32}')])(`key = ${KEY}`)).toEqual([expect.objectContaining({ start: 6, end: 43, name: 'acme-key' })]);
    expect(secretsWith([])(`text ${KEY}`)).toEqual([]);
    const policy = (name: string) => loadPolicy({ text: JSON.stringify({ version: 1, detectors: { [name]: { pattern: 'acme_[0-9a-f]{32}' } } }), file: 'p.yml' }, { now: NOON });
    expect(tightened(await policy('theirs'), { policy: await policy('ours'), names: [] }).detectors.map(({ name }) => name)).toEqual(['theirs', 'ours']);
  });

  it('takes time linear in the text, whatever the pattern: those that stall a backtracking engine', async () => {
    for (const pattern of ['acme(?:a{1,20}){1,20}b', 'acme(?:a|a){1,300}b', 'acme(?:[a-z]{0,9}){0,40}!', 'acme(?:a?){200}a{200}']) {
      const detector = await one(pattern);
      for (let round = 0; round < 20; round += 1) expect(detector.find(`acme${'a'.repeat(400)}`).length).toBeLessThan(2);
    }
  });

  it('costs those nothing who have none: the engine is not even loaded', async () => {
    expect(await load({})).toEqual([]);
    expect(new ContentMask([], []).detectors).toEqual(new ContentMask([]).detectors);
  });
});

describe('a pattern', () => {
  it.each<[object, string]>([
    [{ 'acme-key': { pattern: 'acme_.*' } }, 'p.yml:2:35: `detectors.acme-key.pattern` has a `*`, so nobody knows how long a match can be | say how often: `{1,200}`'],
    [{ 'acme-key': { pattern: 'acme_[a-z]+' } }, 'has a `+`, so nobody knows'],
    [{ 'acme-key': { pattern: 'acme_[a-z]{3,}' } }, 'has `{3,}`, so nobody knows'],
    [{ 'acme-key': { pattern: 'acme_[a-z' } }, 'has a set of characters without its end | add `]`'],
    [{ 'acme-key': { pattern: 'acme_(a' } }, 'has a group without its end | add `)`'],
    [{ 'acme-key': { pattern: 'acme_a)' } }, 'has a `)` too many'],
    [{ 'acme-key': { pattern: '^acme_key' } }, 'has `^`, and a detector looks anywhere in a text'],
    [{ 'acme-key': { pattern: 'acme_[a[b]' } }, 'has a `[` in a set of characters'],
    [{ 'acme-key': { pattern: 'acme_[é]' } }, 'has a character beyond ASCII'],
    [{ 'acme-key': { pattern: 'acme_[\\pL]' } }, 'has `\\p`, which is not known here'],
    [{ 'acme-key': { pattern: 'acme_[\\' } }, 'ends with a `\\`'],
    [{ 'acme-key': { pattern: `acme_${'('.repeat(21)}a${')'.repeat(21)}` } }, 'has groups too deep in each other'],
    [{ 'acme-key': { pattern: 'acme_(?=x)' } }, 'has a group of a kind that is not known here'],
    [{ 'acme-key': { pattern: '(acme)_\\1' } }, 'has `\\1`, which is not known here'],
    [{ 'acme-key': { pattern: 'acme_\\p{L}' } }, 'has `\\p`, which is not known here'],
    [{ 'acme-key': { pattern: 'acmé_[0-9]' } }, 'has a character beyond ASCII'],
    [{ 'acme-key': { pattern: 'acme_[0-9]{2}{3}' } }, 'repeats a repetition'],
    [{ 'acme-key': { pattern: 'acme_{x' } }, 'has a `{` that is no repetition'],
    [{ 'acme-key': { pattern: 'acme_?{2}' } }, 'repeats a repetition'],
    [{ 'acme-key': { pattern: '?acme' } }, 'has `?` with nothing before it'],
    [{ 'acme-key': { pattern: 'acme_a{9,2}' } }, 'has `{9,2}` | write the smaller number first'],
    [{ 'acme-key': { pattern: 'acme[z-a]' } }, 'is no pattern of RE2'],
    [{ 'acme-key': { pattern: 'acme_[a-z]{999}' } }, 'can match 1004 characters | keep it to 1000'],
    [{ 'acme-key': { pattern: 'acme(?:(?:[a-z]?){100}){100}' } }, 'repeats so much that it gets too large'],
    [{ 'acme-key': { pattern: 'abc' } }, 'matches texts of 3 characters, which are everywhere'],
    [{ 'acme-key': { pattern: '[a-z]{8}-[0-9]{8}' } }, 'has no fixed text of three characters to notice it by | add `keywords: [acme_]`'],
    [{ 'acme-key': { pattern: '(?:acme|[a-z]{4})-[0-9]{8}' } }, 'has no fixed text of three characters'],
    [{ 'github-token': { pattern: 'acme_[0-9]{9}' } }, "`github-token` is a detector of Ostiary's own"],
    [{ 'Acme': { pattern: 'acme_[0-9]{9}' } }, '`Acme` in `detectors` is not a name'],
    [{ 'acme-key': { pattern: 'acme_[0-9]{9}', keywords: ['ab'] } }, 'has `ab`, which does not look right: Three to fifty printable ASCII characters'],
    [{ 'acme-key': {} }, '`detectors.acme-key` has no `pattern`'],
    [{ 'acme-key': { pattern: `acme_${'a'.repeat(500)}` } }, 'has to have at most 500 characters'],
    [Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`d${n}`, { pattern: 'acme_[0-9]{9}' }])), 'has to have at most 50 keys'],
  ])('%j is refused', async (detectors, expected) => {
    const problems = await lintPolicy({ text: `version: 1\ndetectors: ${JSON.stringify(detectors)}`, file: 'p.yml' }, { now: NOON });
    expect(problems.map(({ file, line, column, message, hint }) => `${file}:${line}:${column}: ${message} | ${hint ?? ''}`)).toEqual([expect.stringContaining(expected)]);
  });

  it('is bounded by what is said of it: no match is longer or shorter, and each has one of its texts', async () => {
    const atom = fc.constantFrom('a', 'acme', '[0-9a-f]', '\\d', '.', '\\.', '[^x]', '\\bkey', '\\D', '[\\]\\d-]', '(?:ab|cde)', '(key|[0-9]{2})', ' ');
    const piece = fc.tuple(atom, fc.constantFrom('', '', '?', '{2}', '{0,3}', '{1,4}?')).map(([text, times]) => (times === '' || text.length === 1 || /^[[(\\.]/.test(text) ? text + times : `(?:${text})${times}`));
    const pattern = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => `tok${pieces.join('')}`);
    const cases = fc.sample(fc.tuple(pattern, fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'acme', 'key', '1', 'f', '.', ' ', 'é', '💥', 'tok'), maxLength: 40 })), { numRuns: 400, seed: 7 });
    let matches = 0;
    for (const [text, around] of cases) {
      const facts = patternFacts(text);
      if ('message' in facts) continue;
      const detector = await one(text);
      for (const { start, end } of detector.find(`tok${around}tok${around}`)) {
        matches += 1;
        const match = `tok${around}tok${around}`.slice(start, end);
        expect([text, match.length <= facts.longest && [...match].length >= facts.shortest, facts.fixed?.some((fixed) => match.includes(fixed)) ?? true]).toEqual([text, true, true]);
      }
    }
    expect(matches).toBeGreaterThan(50);
  });
});
