// Masking by content in each type's wrapping: what is found is gone, what can't be taken apart is NULL, all else passes as it came.
import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { GateError } from '../../../src/core/errors.js';
import { maskArray } from '../../../src/mask/arrays.js';
import { ContentMask } from '../../../src/mask/content.js';
import { Detection, MAX_DIGITS } from '../../../src/mask/detection.js';
import { DETECTORS } from '../../../src/mask/detectors/registry.js';
import { matchesOf } from '../../../src/mask/detectors/detector.js';
import { maskJson } from '../../../src/mask/json.js';
import { KeywordScanner, MAX_PLACES } from '../../../src/mask/keywords.js';
import { replacedBytes } from '../../../src/mask/replacement.js';
import type { Sink } from '../../../src/mask/types.js';

const MASK = new ContentMask([{ column: 'content:email', style: 'redact' }, { column: 'content:card', style: 'redact' }, { column: 'public.t.c', style: 'null' }]);
const TOKEN = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';
const EMAIL = 'zelda@hidden.example';
const FULL_WIDTH = `\uff14${'\uff11'.repeat(15)}`;
const OID = { text: 25, json: 114, jsonb: 3802, xml: 142, bytea: 17, texts: 1009, jsons: 199, xmls: 143, byteas: 1001, int: 23, composite: 90_001 } as const;

function masked(oid: number, value: string | Buffer, format: 0 | 1 = 0): { out: string | null; counts: Record<string, number>; same: boolean } {
  const counts: Record<string, number> = {};
  const sink = MASK.sink(oid, format, (name) => { counts[name] = (counts[name] ?? 0) + 1; });
  const bytes = Buffer.from(value);
  const out = sink === null ? undefined : sink(bytes, 0, bytes.length);
  return { out: out === null ? null : (out ?? bytes).toString('latin1'), counts, same: out === undefined };
}

function array(elements: readonly (Buffer | null)[], dimensions = 1): Buffer {
  const head = Buffer.alloc(12 + 8 * dimensions);
  head.writeInt32BE(dimensions, 0);
  head.writeInt32BE(elements.includes(null) ? 1 : 0, 4);
  head.writeInt32BE(OID.text, 8);
  return Buffer.concat([head, ...elements.flatMap((element) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(element === null ? -1 : element.length);
    return element === null ? [length] : [length, element];
  })]);
}

describe('a content mask', () => {
  it('knows secrets always, personal data when it is named, by globs too', () => {
    expect(new ContentMask([]).detectors).toEqual(expect.arrayContaining(['private-key', 'github-token', 'gitlab-token', 'slack-token', 'anthropic-token', 'openai-token', 'cloud-key', 'jwt', 'stripe-key', 'named-secret']));
    expect(new ContentMask([]).detectors).not.toEqual(expect.arrayContaining(['email']));
    expect(MASK.detectors).toEqual(expect.arrayContaining(['email', 'card']));
    expect(new ContentMask([{ column: 'content:*', style: 'redact' }]).detectors).toContain('phone');
  });

  it('refuses a name that no detector has', () => {
    expect(() => new ContentMask([{ column: 'content:emial', style: 'redact' }])).toThrow(GateError);
  });

  it('counts what it replaces in a text, also behind escapes', () => {
    expect(MASK.scan(`to ${EMAIL} and ${EMAIL}, ${TOKEN}`)).toEqual({ text: 'to [masked:email] and [masked:email], [masked:github-token]', counts: { email: 2, 'github-token': 1 } });
    expect(MASK.scan('nothing')).toEqual({ text: 'nothing', counts: {} });
    expect(MASK.scan('{"e":"zelda\\u0040hidden.example"}')).toEqual({ text: '[masked:email]', counts: { email: 1 } });
  });
});

it('does not believe a range that the edge of what was looked at may have cut', () => {
  const detection = new Detection([{ name: 'word', kind: 'secret', keys: ['@@'], reach: { before: 8, after: 8 }, find: (text) => matchesOf(/\b[a-z]{4,8}@@/g, text) }]);
  expect(['abcd@@', 'see abcd@@', 'abcdefghijkl@@'].map((text) => detection.inText(text).length)).toEqual([1, 1, 0]);
});

it('keeps the quotes of a JSON string of which nothing but a quote was found', () => {
  const over = { name: 'over', written: { pattern: '' }, keywords: ['-"'], anyCase: false, lead: 0, longest: 4, find: (text: string) => matchesOf(/-","/g, text) };
  const sink = new ContentMask([], [over]).sink(OID.json, 0, () => undefined);
  const value = Buffer.from('["a-","b","c"]');
  expect(sink?.(value, 0, value.length)?.toString()).toBe('["a[masked:over]","b","c"]');
});

it('masks alike once made ready', () => {
  const mask = new ContentMask([]);
  mask.prepare();
  expect(mask.scan(TOKEN)).toEqual(new ContentMask([]).scan(TOKEN));
});

it.each([['\n', 76], ['\r\n', 76], ['\n', 64]])('claims base64 in lines from its first to its last, and no line more (ends %j, %i wide)', (end, width) => {
  const filler = Buffer.from('a text that nobody has to hide, in two lines and some, before the token begins; ');
  const encoded = Buffer.concat([filler, filler, Buffer.from(TOKEN), filler]).toString('base64').replace(new RegExp(`(.{${width}})`, 'g'), `$1${end}`);
  const { text, counts } = new ContentMask([]).scan(`to: ann${end}${end}${encoded}${end}${end}-- ${end}`);
  expect([text, counts]).toEqual([`to: ann${end}${end}[masked:github-token]${end}${end}-- ${end}`, { 'github-token': 1 }]);
});

it('claims encoded secrets on neighbouring lines each by itself, and no word beside them', () => {
  const [one, other] = [TOKEN, `glpat-${TOKEN.slice(4, 24)}`].map((secret) => Buffer.from(`a: ${secret}`).toString('base64'));
  expect(new ContentMask([]).scan(`${one}\n${other}\nZ2hwXw==`).text).toBe('[masked:github-token]\n[masked:gitlab-token]\nZ2hwXw==');
  expect(new ContentMask([]).scan(Buffer.from('see ghp_, https://db.internal/x').toString('base64')).counts).toEqual({});
  // What only shows inside: its own keywords are not looked for in encodings.
  expect(new ContentMask([]).scan(Buffer.from('see ghp_, postgres://app:hunter2@db.internal/x').toString('base64')).text).toBe('[masked:url-credentials]');
});

describe('a value of each type', () => {
  it.each<[string, number, string | Buffer, 0 | 1, string | null]>([
    ['text', OID.text, `mail ${EMAIL}!`, 0, 'mail [masked:email]!'],
    ['text, binary', OID.text, `mail ${EMAIL}!`, 1, 'mail [masked:email]!'],
    ['text with no-break spaces in a number', OID.text, 'paid 4111\u00a01111\u00a01111\u00a01111!', 0, 'paid [masked:card]!'],
    ['text with digits of another script', OID.text, `paid ${FULL_WIDTH}!`, 1, 'paid [masked:card]!'],
    ['text with percent codes of which some are of letters', OID.text, '?by=Ren%C3%A9%204111%201111%201111%201111', 0, '?by=Ren%C3%A9%20[masked:card]'],
    ['text with two such numbers close together', OID.text, `paid 4111\u00a01111\u00a01111\u00a01111 ${'and then '.repeat(15)}5555\u00a05555\u00a05555\u00a04444!`, 0, `paid [masked:card] ${'and then '.repeat(15)}[masked:card]!`],
    ['text with percent codes', OID.text, '?pan=4111%201111%201111%201111&x', 0, '?pan=[masked:card]&x'],
    ['json with invisible characters in a number', OID.json, '{"a": "4111\u200b1111\u200b1111\u200b1111", "n": 12}', 0, '{"a": "[masked:card]", "n": 12}'],
    ['json with escaped dashes in a number', OID.json, '{"a": "4111\\u20131111\\u20131111\\u20131111"}', 0, '{"a": "[masked:card]"}'],
    ['jsonb, binary, with digits of another script', OID.jsonb, Buffer.from(`\u0001{"a": "${FULL_WIDTH}"}`), 1, '\u0001{"a": "[masked:card]"}'],
    ['xml with dashes in a number', OID.xml, '<a>4111\u20131111\u20131111\u20131111</a>', 0, '<a>[masked:card]</a>'],
    ['bytea with digits of another script', OID.bytea, `\\x${Buffer.from(FULL_WIDTH).toString('hex')}`, 0, null],
    ['a binary array with digits of another script', OID.texts, array([Buffer.from(FULL_WIDTH)]), 1, array([Buffer.from('[masked:card]')]).toString('latin1')],
    ['text that holds JSON with escapes', OID.text, '{"e": "zelda\\u0040hidden.example"}', 0, '[masked:email]'],
    ['text with a visible and a hidden one', OID.text, `${EMAIL} {"e": "zelda\\u0040hidden.example"}`, 0, '[masked:email]'],
    ['text that holds JSON with escaped backslashes', OID.text, '{"e": "{\\"f\\": \\"zelda\\\\u0040hidden.example\\"}"}', 0, '[masked:email]'],
    ['json', OID.json, `{"a": 1, "e": "${EMAIL}"}`, 0, '{"a": 1, "e": "[masked:email]"}'],
    ['json with an escape', OID.json, '{"e": "zelda\\u0040hidden.example", "b": [true, null]}', 0, '{"e": "[masked:email]", "b": [true, null]}'],
    ['json with all of it escaped', OID.json, `["${[...EMAIL].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"]`, 0, '["[masked:email]"]'],
    ['json within a string of json', OID.json, '{"e": "{\\"f\\": \\"zelda\\\\u0040hidden.example\\"}"}', 0, '{"e": "[masked:email]"}'],
    ['json with a string of xml', OID.json, '{"x": "<a>zelda&#64;hidden.example</a>"}', 0, '{"x": "[masked:email]"}'],
    ['json with a number', OID.json, '{"card": 4111111111111111, "n": 12}', 0, '{"card": "[masked:card]", "n": 12}'],
    ['json with a key', OID.json, `{"${EMAIL}": 1}`, 0, '{"[masked:email]": 1}'],
    ['json across quotes', OID.json, '{"AWS_SECRET_ACCESS_KEY":"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEZ"}', 0, '{"AWS_SECRET_ACCESS_KEY":"[masked:cloud-key]"}'],
    ['broken json', OID.json, `{"e": "${EMAIL}`, 0, null],
    ['jsonb, text', OID.jsonb, `{"e": "${EMAIL}"}`, 0, '{"e": "[masked:email]"}'],
    ['jsonb, binary', OID.jsonb, Buffer.from(`\u0001{"e": "${EMAIL}"}`), 1, '\u0001{"e": "[masked:email]"}'],
    ['jsonb of another version', OID.jsonb, Buffer.from(`\u0002{"e": "${EMAIL}"}`), 1, null],
    ['json that is no UTF-8', OID.json, Buffer.from(`{"e": "\u00ff ${EMAIL}"}`, 'latin1'), 0, null],
    ['xml', OID.xml, `<a>${EMAIL}</a>`, 0, '<a>[masked:email]</a>'],
    ['xml with references', OID.xml, '<a>zelda&#64;hidden.example</a>', 0, null],
    ['xml with hexadecimal references', OID.xml, '<a>zelda&#x40;hidden.example</a>', 1, null],
    ['bytea in hex', OID.bytea, `\\x${Buffer.from(EMAIL).toString('hex')}`, 0, null],
    ['bytea escaped', OID.bytea, `${EMAIL}\\000\\\\`, 0, null],
    ['bytea plain', OID.bytea, EMAIL, 0, null],
    ['bytea, binary', OID.bytea, EMAIL, 1, null],
    ['bytea with a secret among noise', OID.bytea, Buffer.concat([Buffer.from([255, 254]), Buffer.from(` ${TOKEN}`)]), 1, null],
    ['text[]', OID.texts, `{a,"${EMAIL}"}`, 0, '{a,"[masked:email]"}'],
    ['text[] with escapes', OID.texts, '{"zelda\\\\u0040hidden.example"}', 0, null],
    ['text[], binary', OID.texts, array([Buffer.from('a'), null, Buffer.from(EMAIL)]), 1, array([Buffer.from('a'), null, Buffer.from('[masked:email]')]).toString('latin1')],
    ['text[] that is none', OID.texts, Buffer.from(`${EMAIL}`), 1, null],
    ['json[]', OID.jsons, `{"{\\"e\\": \\"${EMAIL}\\"}"}`, 0, null],
    ['json[] with escapes', OID.jsons, '{"{\\"e\\": \\"zelda\\\\u0040hidden.example\\"}"}', 0, null],
    ['json[], binary', OID.jsons, array([Buffer.from(`"${EMAIL}"`)]), 1, null],
    ['xml[] with references', OID.xmls, '{<a>zelda&#64;hidden.example</a>}', 0, null],
    ['bytea[]', OID.byteas, `{"\\\\x${Buffer.from(EMAIL).toString('hex')}"}`, 0, null],
    ['a composite', OID.composite, `(1,${EMAIL})`, 0, '(1,[masked:email])'],
    ['a composite with escapes', OID.composite, '(1,"{""e"": ""zelda\\\\u0040hidden.example""}")', 0, null],
    ['a composite, binary', OID.composite, Buffer.concat([Buffer.from([0, 0, 0, 1]), Buffer.from(EMAIL)]), 1, null],
  ])('%s', (_name, oid, value, format, expected) => {
    const { out, counts } = masked(oid, value, format);
    if (expected === null && out !== null) expect(out).not.toContain('hidden.example');
    else expect(out).toBe(expected);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  it.each<[string, number, string | Buffer, 0 | 1]>([
    ['text', OID.text, 'C:\\users\\u00e9 &#233; plain', 0], ['json', OID.json, '{"a": "caf\\u00e9", "u": "\\\\u00e9"}', 0], ['json without anything', OID.json, '{}', 0],
    ['jsonb', OID.jsonb, Buffer.from('\u0001{"at": "@"}'), 1], ['xml', OID.xml, '<a>&#233;&#x110000;</a>', 0],
    ['bytea', OID.bytea, '\\x00ff40', 0], ['bytea by chance', OID.bytea, Buffer.from([0xff, 0x61, 0x40, 0x62, 0x2e, 0x63, 0x6f, 0xfe]), 1], ['bytea[]', OID.byteas, '{"\\\\x00ff"}', 0],
    ['text[]', OID.texts, array([null, Buffer.from('a')]), 1], ['an array without elements', OID.texts, array([], 0), 1], ['json[]', OID.jsons, array([Buffer.from('1')]), 1],
    ['a composite', OID.composite, '(1,x)', 0], ['lines between digits that stand for nothing', OID.text, '4111\u20161111\u20161111\u20161111', 0],
    // Its neighbourhood, of 96 characters before the odd number, begins within a longer number.
    ['a longer number some way before an odd one', OID.text, `9994111111111111111, ${'x'.repeat(77)} 12\u20135678901`, 0], ['a number',  OID.int, '4111111111111111', 0],
  ])('leaves %s as it came', (_name, oid, value, format) => {
    expect(masked(oid, value, format)).toMatchObject({ same: true, counts: {} });
  });

  it('does not overlook the second of two tokens that one range spans', () => {
    expect(masked(OID.json, `{"a":"x","b":["${EMAIL}","${EMAIL}"], "c": 4111111111111111}`).out).toBe('{"a":"x","b":["[masked:email]","[masked:email]"], "c": "[masked:card]"}');
  });
});

describe('an array', () => {
  const upper: Sink = (value) => (value.toString() === 'gone' ? null : value.toString() === 'low' ? Buffer.from('HIGH') : undefined);

  it('says that it has NULLs once a mask made one', () => {
    const out = maskArray(array([Buffer.from('gone'), Buffer.from('low'), Buffer.from('x')]), upper) as Buffer;
    expect([out.readInt32BE(4), out.includes('HIGH'), out.includes('gone')]).toEqual([1, true, false]);
  });

  it.each([
    ['too short', Buffer.alloc(11)], ['of seven dimensions', array([], 7)], ['of fewer than none', Buffer.concat([Buffer.from([255, 255, 255, 255]), Buffer.alloc(8)])],
    ['cut in a header', array([], 2).subarray(0, 20)], ['cut in an element', array([Buffer.from('low')]).subarray(0, -1)],
    ['with a length below -1', Buffer.concat([array([]), Buffer.from([255, 255, 255, 254])])], ['with bytes left over', Buffer.concat([array([Buffer.from('a')]), Buffer.from([0])])],
  ])('is none when %s', (_name, value) => {
    expect(maskArray(value, upper)).toBe('no-array');
  });
});

it('a scanner takes printable ASCII and nothing else', () => {
  expect(new KeywordScanner([{ text: 'a ~', owner: 0 }]).find(Buffer.from('x'))).toBeNull();
  for (const text of ['naïve', 'na\u2026']) expect(() => new KeywordScanner([{ text, owner: 0 }])).toThrow('ASCII');
});

it('replaces ranges of bytes', () => {
  expect(replacedBytes(Buffer.from('abcdef'), [{ start: 1, end: 2, name: 'x' }, { start: 4, end: 6, name: 'y' }]).toString()).toBe('a[masked:x]cd[masked:y]');
});

// Seeds are fixed, so a failure can be had again.
const RUNS = { seed: 20_261_126, numRuns: 400 };
const SECRET = fc.constantFrom(EMAIL, TOKEN, '4111111111111111', '4111 1111 1111 1111');
const NOISE = fc.string({ unit: fc.constantFrom('a', ' ', '"', '\\', 'u', '0', '{', ':', 'é', '\n', ',', '<', '&', '#', ';', '=', 'Z'), maxLength: 20 });

describe('whatever stands around a secret', () => {
  it('no four characters of it are left in any type', () => {
    fc.assert(fc.property(NOISE, SECRET, NOISE, fc.constantFrom(OID.text, OID.json, OID.jsonb, OID.xml, OID.texts, OID.jsons, OID.composite), (before, secret, after, oid) => {
      const { out } = masked(oid, `${before} ${secret} ${after}`);
      const left = (out ?? '').replaceAll(/\[masked:[a-z-]+\]/g, '');
      for (let at = 0; at + 4 <= secret.length; at += 1) expect(left).not.toContain(secret.slice(at, at + 4));
    }), RUNS);
  });

  it('masking twice is masking once', () => {
    fc.assert(fc.property(NOISE, SECRET, NOISE, fc.constantFrom(OID.text, OID.json, OID.xml, OID.composite), (before, secret, after, oid) => {
      const once = masked(oid, `${before} ${secret} ${after}`).out;
      if (once !== null) expect(masked(oid, Buffer.from(once, 'latin1')).out).toBe(once);
    }), RUNS);
  });

  it('JSON stays JSON, and says the same but for what was found', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 3 }), SECRET, (json, secret) => {
      const text = JSON.stringify([JSON.parse(json), { deep: secret }]);
      const out = Buffer.from(masked(OID.json, text).out as string, 'latin1').toString();
      expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify([JSON.parse(MASK.scan(json).text === json ? json : out.slice(1, out.lastIndexOf(',{"deep"'))), { deep: MASK.scan(secret).text }])));
    }), RUNS);
  });
});

describe('the quick look of a sink', () => {
  const EVERYTHING = new ContentMask([{ column: 'content:*', style: 'redact' }]);
  const PIECE = fc.oneof(SECRET, NOISE, fc.constantFrom(
    '@', '%40', '\\u0040', '&#64;', 'tel', 'NUMBER', 'Phone: 4155550132', '+49 30 9018 2000', '0171/1234567', '1--2--3', '00', '(415) 555-0132',
    'DE89 3704 0044 0532 0130 00', Buffer.from(TOKEN).toString('base64'), Buffer.from(TOKEN).toString('hex'), 'eyJ', 'sk-', '5\u00a0', '[]{}!?|', '12', 'DE', FULL_WIDTH, '\u0664', '\u200b', '4111\u20131111', '\u20131111\u20131111', '%2B49 30', '%209018%202000', 'SSN', '078\u00a005\u00a01120', '078051120 (',
  ), fc.string({ unit: 'binary', maxLength: 6 }));
  const VALUE = fc.array(PIECE, { maxLength: 6 }).map((pieces) => Buffer.from(pieces.join('')));

  it.each([['text', OID.text, 0], ['json', OID.json, 0], ['jsonb', OID.jsonb, 1], ['xml', OID.xml, 0], ['a composite', OID.composite, 1], ['an array as text', OID.texts, 0]] as const)(
    'makes the same of %s, whatever stands around it', (_name, oid, format) => {
      const sink = EVERYTHING.sink(oid, format, () => undefined) as Sink;
      fc.assert(fc.property(VALUE, VALUE, VALUE, (before, value, after) => {
        const around = Buffer.concat([before, value, after]);
        expect(sink(around, before.length, before.length + value.length)).toEqual(sink(value, 0, value.length));
      }), RUNS);
    });

  it('lets nothing pass in which a closer look finds something', () => {
    const detection = new Detection(DETECTORS);
    fc.assert(fc.property(VALUE, VALUE, VALUE, (before, value, after) => {
      if (detection.possibleAt(Buffer.concat([before, value, after]), before.length, before.length + value.length)) return;
      expect(detection.seenIn(value)).toEqual({ found: [], hidden: [] });
      if (isUtf8(value)) expect(maskJson(value.toString('utf8'), detection).found).toEqual([]);
    }), RUNS);
  });

  it('sees that most values are plain, even beside one that is not', () => {
    const around = Buffer.from(`${EMAIL} lorem ipsum 12 ${TOKEN}`);
    const from = EMAIL.length + 1;
    expect(new Detection(DETECTORS).possibleAt(around, from, from + 'lorem ipsum 12'.length)).toBe(false);
  });
});

describe('a scanner', () => {
  const WORDS = ['@', 'q~', 'tel', 'sk-', '1//0', '6768705f', 'aGlKb'];
  const TEXT = fc.string({ unit: fc.constantFrom(...'@qQ~tTeElLsSkK-1/0678705fF aGIKb', '9', '!', 'é'), maxLength: 60 });

  it('finds what a plain search finds, in every part of some bytes', () => {
    const scanner = new KeywordScanner(WORDS.map((text, owner) => ({ text, owner, fold: text === text.toLowerCase() })));
    fc.assert(fc.property(TEXT, TEXT, TEXT, (before, middle, after) => {
      const [start, bytes] = [Buffer.byteLength(before), Buffer.from(before + middle + after)];
      const end = start + Buffer.byteLength(middle);
      const part = bytes.toString('latin1', start, end);
      const wanted = WORDS.flatMap((word, owner) => {
        const [where, what] = word === word.toLowerCase() ? [part.toLowerCase(), word] : [part, word];
        return Array.from(where, (_, at) => at).filter((at) => where.startsWith(what, at)).map((at) => `${owner}@${start + at}`);
      });
      expect((scanner.find(bytes, start, end) ?? []).map(({ owner, at }) => `${owner}@${at}`).sort()).toEqual(wanted.sort());
    }), { ...RUNS, numRuns: 2_000 });
  });
});

it('claims a value as a whole in which more stands than can be looked at, and no value for its escapes', () => {
  const mask = new ContentMask([]);
  const seen: string[] = [];
  const sink = mask.sink(25, 0, (name) => seen.push(name)) as NonNullable<ReturnType<ContentMask['sink']>>;
  const crowd = Buffer.from('A'.repeat(2 * MAX_PLACES));
  expect(sink(crowd, 0, crowd.length)?.toString()).toBe(`[masked:${seen[0] ?? ''}]`);
  expect(seen).toHaveLength(1);
  expect(mask.scan(crowd.toString()).text).toBe(`[masked:${seen[0] ?? ''}]`);
  const within = Buffer.from(`ghp_${'://'.repeat(MAX_PLACES)}`).toString('base64');
  expect(mask.scan(`x: ${within}, y`).text).toBe('x: [masked:github-token], y');
  expect(mask.scan(Buffer.from('ghp_').toString('hex').repeat(MAX_PLACES + 1)).text).toMatch(/^\[masked:[a-z-]+\]$/u);
  expect(mask.scan(`${'plain text '.repeat(10_000)}${TOKEN}`).text).toBe(`${'plain text '.repeat(10_000)}[masked:github-token]`);
  const people = new ContentMask([{ column: 'content:card', style: 'redact' }]);
  expect(people.scan('4111 1111 1111 1112,'.repeat(MAX_DIGITS / 16 + 1)).text).toBe('[masked:card]');
  const escapes = Buffer.from('\\u0430'.repeat(MAX_PLACES + 1));
  expect(sink(escapes, 0, escapes.length)).toBeUndefined();
});
