// SPDX-License-Identifier: Apache-2.0
//
// Personal data beyond any corpus: numbers made here by the definitions of those who issue them, in many forms, languages and wrappings, all of
// them masked whole; and a table of what looks like them and is none.
import * as checks from '../../../src/mask/detectors/check-digits.js';
import { besideName, digitsShape } from '../../../src/mask/detectors/beside-name.js';
import { Detection } from '../../../src/mask/detection.js';
import { DETECTORS } from '../../../src/mask/detectors/registry.js';
import { MaskStream } from '../../../src/mask/stream.js';
import { makers } from '../../support/personal-numbers.js';
import { seeded, type Seeded } from '../../support/seeded.js';

const PEOPLE = DETECTORS.filter(({ kind }) => kind === 'pii');
const ALL = new Detection(PEOPLE);
const KINDS = Object.entries(makers);
const TRIES = 150;
const BAR = 0.99;

const detectionOf = (kind: string): Detection => new Detection(PEOPLE.filter(({ name }) => name === kind));

/** The share of samples that are masked whole, and the first that is not. `§` in a template is the value. */
function recall(detection: Detection, samples: readonly (readonly [template: string, value: string])[], asBytes = false): { share: number; missed: string | undefined } {
  const hidden = ([template, value]: readonly [string, string]): boolean => {
    const text = template.replace('§', () => value);
    if (asBytes) return covered(detection.inBytes(Buffer.from(text)), Buffer.byteLength(template.slice(0, template.indexOf('§'))), Buffer.byteLength(value));
    return covered(detection.inText(text), template.indexOf('§'), value.length);
  };
  const missed = samples.filter((sample) => !hidden(sample));
  return { share: 1 - missed.length / samples.length, missed: missed[0]?.join('  ') };
}

function covered(found: readonly { start: number; end: number }[], start: number, length: number): boolean {
  return found.some((one) => one.start <= start && one.end >= start + length);
}

function atLeast(bar: number, result: { share: number; missed: string | undefined }): void {
  // The first miss is in the message.
  if (result.share < bar) expect(result).toEqual({ share: bar, missed: undefined });
  expect(result.share).toBeGreaterThanOrEqual(bar);
}

const samplesOf = (count: number, make: (chance: Seeded) => readonly [string, string]): (readonly [string, string])[] => {
  const chance = seeded(20_261_126);
  return Array.from({ length: count }, () => make(chance));
};

const WRAPPINGS = [
  '§', 'id § is on file', 'x\n§\ny', '{"value":"§","n":1}', '<id>§</id>', 'a,§,b', "VALUES ('§', 3)", '(§)', '2026-11-26T10:00:14.123Z INFO user § logged in', 'a\t§\tb', '[§]', 'value=§;', 'see § and others.', '"§"',
];
const LINKS = [
  '#: §', '#=§', '#: "§"', '"#": "§"', '"#":"§"', '<#>§</#>', 'my # is §', '# no. §', '# number: §', '#_number=§', '# = §', '#\t§', '# § (verified)', '#:\n  §', '<td>#</td><td>§</td>', '&quot;#&quot;: &quot;§&quot;', 'a=1&#=§&b=2',
  '#%3D§', '[#] §', '# - §', 'the # of the customer: §, thanks', '#Number: §', 'user.# := `§`', '# n° §', '- # : §', '#→§',
];

describe.each(KINDS)('%s', (kind, { alone, named, spoilt, names }) => {
  const detection = detectionOf(kind);

  it('is masked whole in the forms that need no name', () => {
    const samples = samplesOf(TRIES, (chance) => [chance.pick(WRAPPINGS), alone(chance)]);
    atLeast(BAR, recall(detection, samples));
    atLeast(BAR, recall(ALL, samples, true));
  });

  it('is masked whole beside its name, in several languages and any form', () => {
    const template = (chance: Seeded): string => chance.pick(LINKS).replaceAll('#', () => chance.pick(names));
    atLeast(BAR, recall(detection, samplesOf(TRIES, (chance) => [template(chance), named(chance)])));
    if (spoilt === undefined) return;
    const wrong = samplesOf(TRIES, (chance) => [template(chance).replace('the customer', 'mine'), spoilt(chance)]);
    atLeast(BAR, recall(detection, wrong));
    atLeast(BAR, recall(detection, wrong, true));
  });

  it('is masked whole in other digits, with other separators, and as URLs spell it', () => {
    for (const disguise of DISGUISES) {
      const samples = samplesOf(25, (chance) => [chance.pick(['§', 'id § here', '{"v":"§"}', '?v=§&w=1', '%7B%22v%22%3A%22§%22%7D']), disguise(alone(chance))]);
      atLeast(BAR, recall(detection, samples));
      atLeast(BAR, recall(detection, samples, true));
    }
  });
});

const digitsFrom = (zero: number) => (value: string): string => value.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const DISGUISES: readonly ((value: string) => string)[] = [
  (value) => value.replaceAll(' ', '\u00a0'), (value) => value.replaceAll(' ', '\u202f').replaceAll('-', '\u2011'), (value) => value.replaceAll('-', '\u2013').replaceAll(' ', '\u2009'), (value) => value.replaceAll('-', '\u2212'),
  (value) => value.replaceAll(/(?<=\d)(?=\d\d)/g, '\u200b'), (value) => value.replaceAll(/(?<=\d)(?=\d)/g, '\u2060'), (value) => value.replace(/(?<=\d)(?=\d)/, '\u00ad'), digitsFrom(0xff10), digitsFrom(0x0660), digitsFrom(0x06f0), digitsFrom(0x0966), digitsFrom(0x1d7ce),
  (value) => value.replaceAll(' ', '%20').replaceAll('+', '%2B').replaceAll('-', '%2D'), (value) => value.replaceAll(' ', '%C2%A0').replaceAll('+', '%2b').replaceAll('-', '%E2%80%93'),
];

describe('check digits', () => {
  it.each<[keyof typeof checks, readonly string[], readonly string[]]>([
    ['isSsn', ['078051123'], ['666051123', '000051123', '900051123', '078001123', '078050000', '078051120', '219099999', '07805112']], ['isItin', ['911701234', '999991234'], ['911931234', '911661234', '811701234']],
    ['isNif', ['12345678Z', '1111111G', '00000001R'], ['12345678A', '12345678', '123456Z']], ['isPersonnummer', ['8712202384', '198712202384', '9109842394'], ['8712202385', '8713202384', '178712202384', '8712200006']], ['isPesel', ['44051401458', '02211307589'], ['44051401459', '44131401458', '4405140145']],
    ['isTurkishId', ['10000000146'], ['10000000147', '00000000146', '10000000136']], ['isNhsNumber', ['9434765919', '4010232137'], ['9434765918', '943476591']], ['isAadhaar', ['399876543211'], ['399876543212', '199876543211']],
    ['isRrn', ['9601211234567', '0005053637892'], ['9613211234567', '9601210234567', '9602301234567', '960121123456']], ['isOldRrn', ['9601211021413', '0509122000019'], ['9601211021414', '9613211021413']], ['isSouthAfricanId', ['8001015009087'], ['8001015009086', '8001015009387', '8013015009087']],
    ['isSin', ['130692544'], ['130692545', '046454286', '846454286']], ['isTfn', ['876543210', '123456782'], ['876543211', '12345678']], ['isCpf', ['52998224725', '11144477735'], ['52998224726', '11111111111']], ['isNir', ['184127645108946', '184122A45108933', '184122b45108960'], ['184127645108947', '584127645108946', '184137645108946']],
  ])('%s tells what could have been given from what could not', (name, good, bad) => {
    expect(good.filter((id) => !checks[name](id))).toEqual([]);
    expect(bad.filter((id) => checks[name](id))).toEqual([]);
  });
});

describe('personal data', () => {
  it('is masked across the chunks of a stream, wherever they are cut', () => {
    const chance = seeded(7);
    const values = Array.from({ length: 120 }, () => chance.pick(KINDS)[1].alone(chance));
    const text = Buffer.from(values.map((value) => `${'an ordinary line of a log\n'.repeat(30)}user ${value} came\n`).join(''));
    for (const seed of [1, 2, 3]) {
      const cuts = seeded(seed);
      const stream = new MaskStream(ALL);
      const out: Buffer[] = [];
      for (let at = 0; at < text.length;) {
        const size = 1 + cuts.below(5_000);
        out.push(stream.push(text.subarray(at, at + size)));
        at += size;
      }
      const masked = Buffer.concat([...out, stream.end()]).toString();
      expect(values.filter((value) => masked.includes(value))).toEqual([]);
    }
  });

  it.each([
    ['before its name', '078051121 is my SSN', '078051121'], ['before its name, in brackets', '12345678Z (DNI)', '12345678Z'], ['before its name, behind a date', '2024-01-05 078051121 is my SSN', '078051121'],
    ['some words away, when it is valid', 'NHS number of the patient in bed nine: 9434765919', '9434765919'], ['glued to a word', 'my swedish id code is199003052397.', '199003052397'],
    ['with the day of a coordination number', '910984-2394', '910984-2394'], ['born in Corsica', '1 84 12 2A 451 089 33', '1 84 12 2A 451 089 33'], ['a mobile number behind a country code without its plus', 'one is 91-415-555-0132', '91-415-555-0132'],
    ['an allotted number of eight digits', 'TFN: 12345677', '12345677'], ['camel case', 'userSsn=078051120', '078051120'], ['with its spaces in percent codes', 'ssn%20is%20078051120', '078051120'], ['in a percent code', '?ssn=%30%37%38051120', '%30%37%38051120'],
  ])('is found %s', (_, text, value) => {
    expect(ALL.inText(text).map(({ start, end }) => text.slice(start, end))).toEqual([value]);
  });

  it.each([
    // What carries a name, but of something else.
    '"ssn": null, "id": 123456789', '{"ssn":"","id":123456789}', 'ssn; no 123456789', 'SSN lookup failed for request 123456789', 'NHS England lists 6812 practices, build 1234567890', 'lesson 123456789', 'class: 123456789', 'CLASSNAME 123456789', 'sin 123456789', 'business: 123456789', '123456789, SSN', 'id 123456789; ssn', 'SSN: 07805112',
    'phone_id: 12345678', 'phoneVerifiedAt: 20240105103000', 'mobile_count=12345678', 'hotel: 13812345678', 'SSN: 1780511200', 'ssn 178-05-1120-99', 'SSN: 078051120abc', 'the SSN\n\n\n123456789', '9434765918 is my NHS', 'ssnap=123456789', 'x078051121 is my SSN',
    // Versions, builds, addresses, times, hashes, orders, books.
    'v20.10.24-build.415.555', 'node-v18.19.0-linux-x64', '1.0.0-alpha.20240105103000', 'Chrome/120.0.6099.129', '10.0.19045.3803', '192.168.100.200:5432', '203.0.113.195', '2001:db8::8a2e:370:7334', '00:1B:44:11:3A:B7', '2026-11-26T10:00:14.123456Z', '20240105103000', '1748503543012', '1748503543',
    '1801021234567', '9601211234567', 'd41d8cd98f00b204e9800998ecf8427e', '9b2c1a7e-4f3d-4c8a-9e21-123456789012', '1234567a-1111-4000-8000-000000000000', '1234567g', 'order 114-3941689-8772232', 'invoice 2024-000123', 'INV-100-200-300', 'ISBN 978-3-16-148410-0', '9783161484100', 'ISBN 0-306-40615-2', '12,345,678.90',
    '0x1F2E3D4C5B6A7988', '3.14159265358979', '6.02214076e23', '-122.419415, 37.774929', 'Content-Length: 123456789', 'pid 1234567', 'rows=1234567890 width=8', 'LOG:  checkpoint complete: wrote 12345 buffers (75.3%); 0 WAL file(s) added, 12 removed, 3 recycled; distance=123456 kB, estimate=234567 kB',
    'npm http fetch GET 200 https://packages.example/react/-/react-18.2.0.tgz 142ms (cache miss)', 'added 1205 packages, and audited 1206 packages in 12s', 'sha512-9CNQQ0Zm0lMTk1234567890abcdefgh==', 'duration: 1234.567 ms  statement: SELECT 1', 'xid 123456789, lsn 0/16B3748', '5432/tcp', '415.555', '+1234', '2019\u20132020',
    // A letter whose last byte is that of one in a name.
    's\u0173n: 078051120',
    'caf\u00e9 2024', '\u7b2c3\u7ae0', '100%25', '50% 12345678', '\u0663\u0664', '(12) 345', 'AB 12 34 56', '0.123456789', '1e-07', '5:30-17:45', '1,2,3,4,5,6,7,8,9', 'id,1,2,3', '255.255.255.0', '01011110001', '0101011100001', '-818934531574859518.3593627', '0.4830009440873890', '1 05 05 17 32 01 63121', '7 02 06 041 10',
  ])('is not in `%s`', (text) => {
    expect(ALL.inText(text).map(({ start, end, name }) => `${name} ${text.slice(start, end)}`)).toEqual([]);
  });

  it('beside a name is found all over a text that was not searched for names', () => {
    const detector = besideName({ name: 'badge', words: ['badge', 'staff no'], shapes: [digitsShape(6)], valid: () => true, checked: false });
    expect(detector.find('badge 123456, staff_no: 234 567, badger 345678, badge: none', [])).toEqual([{ start: 6, end: 12 }, { start: 24, end: 31 }, { start: 40, end: 46 }]);
  });

  it('is not in ordinary numbers, however many', () => {
    const chance = seeded(11);
    const digits = (count: number): string => Array.from({ length: count }, (_, at) => (at === 0 ? 1 + chance.below(9) : chance.below(10))).join('');
    const two = (below: number): string => String(chance.below(below)).padStart(2, '0');
    const shapes = [
      () => `id ${digits(9)}`, () => `id ${digits(10)}`, () => `${1_700_000_000_000 + chance.below(2 ** 31)}`, () => `1.${chance.below(99)}.${chance.below(999)}-${digits(8)}`, () => chance.bytes(20).toString('hex'), () => `${chance.below(256)}.${chance.below(256)}.${chance.below(256)}.${chance.below(256)}:${chance.below(65_536)}`,
      () => `2026-${two(12)}-${two(28)} ${two(24)}:${two(60)}:${two(60)}.${digits(3)} UTC [${digits(5)}] LOG:  duration: ${chance.below(999)}.${digits(3)} ms`, () => `ISBN 978${digits(10)}`, () => `${chance.bytes(4).toString('hex')}-${chance.bytes(2).toString('hex')}-4${digits(3)}-8${digits(3)}-${digits(12)}`,
      () => `order ${digits(3)}-${digits(7)}-${digits(7)}`, () => `(cost=0.00..${digits(4)}.${two(100)} rows=${digits(7)} width=${digits(3)}) (actual time=0.${digits(3)}..${digits(3)}.${digits(3)} rows=${digits(7)} loops=1)`,
    ];
    const alarms = Array.from({ length: 5_500 }, (_, at) => shapes[at % shapes.length]?.() ?? '').filter((line) => ALL.inText(line).length > 0);
    expect(alarms).toEqual([]);
  });
});
