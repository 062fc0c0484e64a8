// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { approvalBranch, branchesOf, composeManifest, distinctDemands, manifestDigest, manifestId, manifestPaths, manifestText, MAX_OPERATIONS, operationDigests, parseManifest } from '../../../src/approval/manifest.js';
import { mayBreak } from '../../../src/approval/break-glass.js';
import { namedPull } from '../../../src/approval/candidates.js';
import { notesOf } from '../../../src/approval/notes.js';
import { renderManifest } from '../../../src/approval/render.js';
import { Progress } from '../../../src/approval/single-use.js';
import { shownParameter, textOf } from '../../../src/approval/values.js';
import { wordsOf } from '../../../src/approval/terms.js';
import { operationDigest } from '../../../src/core/operation-digest.js';
import type { Parameter } from '../../../src/core/model.js';
import { askedOf, DBA, explain, filesOf, manifestOf } from '../../support/approvals.js';
import { accessOf, factsOf, operationOf } from '../../support/judging.js';

const refusal = (code: string, message: RegExp) => expect.objectContaining({ code, message: expect.stringMatching(message) });
const context = { repository: '1', requester: { names: ['n'], issuer: 'i', subject: 's', run: null }, prompters: null, policy: { digest: 'a'.repeat(64), source: 'x', version: 1, packs: [] }, demands: [DBA], now: 0 };
const withText = (text: string) => manifestOf([askedOf(text)]);

describe('composeManifest', () => {
  it('keeps everything that a digest is made of', () => {
    const operation = operationOf([accessOf({ effect: 'write' })], { facts: { text: 'update t set a = $1' }, parameters: [{ type: 'pg_catalog.text', format: 'text', value: 'dGVh' }], data: 'c'.repeat(64), settings: { role: 'app' } });
    const manifest = manifestOf([askedOf('', { operation })]);
    expect(operationDigests(manifest)).toEqual([operationDigest(operation)]);
  });

  it('refuses what is not to be published, and says in which operation', () => {
    const inspect = ({ bytes }: { bytes: string }) => (bytes.includes('hunter2') ? ['a password', 'a value for public.users.secret'] : []);
    expect(() => composeManifest([askedOf('select 1'), askedOf("insert into users values ('hunter2')")], context, inspect)).toThrow(refusal('DENIED', /^operation 2 .* a password and a value for public\.users\.secret$/));
    expect(composeManifest([askedOf('select 1')], context, inspect).created).toBe('1970-01-01T00:00:00Z');
  });

  it.each<[string, () => unknown, RegExp]>([
    ['too many operations', () => composeManifest(Array.from({ length: MAX_OPERATIONS + 1 }, () => askedOf('select 1')), context, () => []), /too large to be reviewed: 101 operations/],
    ['too much JSON', () => composeManifest(Array.from({ length: 5 }, () => askedOf('x'.repeat(60_000))), context, () => []), /too large to be reviewed: more than 262144 bytes/],
  ])('refuses %s', (_name, make, message) => {
    expect(make).toThrow(refusal('DENIED', message));
  });

  it.each<[string, () => unknown]>([
    ['no operation', () => composeManifest([], context, () => [])],
    ['nobody to ask', () => composeManifest([askedOf('select 1')], { ...context, demands: [] }, () => [])],
    ['half a character', () => composeManifest([askedOf('select \ud800')], context, () => [])],
    ['an operation that no rule asks about', () => composeManifest([askedOf('select 1', { rules: [] })], context, () => [])],
  ])('refuses %s', (_name, make) => {
    expect(make).toThrow(refusal('INPUT_INVALID', /^the manifest's/));
  });
});

describe('parseManifest', () => {
  it('reads what is written', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()), (text) => {
      const manifest = withText(text);
      expect(parseManifest(manifestText(manifest))).toEqual(manifest);
    }), { seed: 20_261_126 });
  });

  const text = manifestText(manifestOf());
  it.each<[string, string]>([
    ['no JSON', '{'],
    ['a field twice', text.replace('"created"', '"repository": "1",\n  "created"')],
    ['an escape', text.replace('alter', '\\u0061lter')],
    ['other blanks', text.replace('\n  ', '\n')],
    ['no line feed at the end', text.trimEnd()],
    ['a byte order mark', `\ufeff${text}`],
    ['a prototype', text.replace('"settings": {}', '"settings": { "__proto__": 1 }')],
    ['another format', text.replace('manifest-v1', 'manifest-v2')],
    ['an upper case digest', text.replace('aaaa', 'AAAA')],
    ['a number of people below one', text.replace('"count": 1', '"count": 0')],
  ])('refuses %s', (_name, changed) => {
    expect(changed).not.toBe(text);
    expect(() => parseManifest(changed)).toThrow(refusal('INPUT_INVALID', /the manifest/));
  });

  const other = { resource: { name: 'other', target: 'db.example:5432/other' } };
  it.each<[string, readonly [number | null, object][]]>([
    ['around another operation', [[1, {}], [null, {}], [1, {}]]],
    ['around another transaction, as two connections at once make them', [[1, {}], [2, {}], [1, {}], [2, {}]]],
    ['on two resources', [[1, {}], [1, other]]],
  ])('refuses a transaction %s, written or read: nothing could run it together', (_name, places) => {
    const asked = places.map(([transaction, more]) => askedOf('', { operation: { ...operationOf([], { facts: { text: 'drop table orders' } }), ...more }, transaction }));
    const refused = refusal('INPUT_INVALID', /is of transaction 1, which other operations or another resource cut in two/u);
    expect(() => manifestOf(asked)).toThrow(refused);
    const whole = manifestOf(asked.map((one) => ({ ...one, transaction: null })));
    expect(() => parseManifest(manifestText({ ...whole, operations: whole.operations.map((one, at) => ({ ...one, transaction: places[at]?.[0] ?? null })) }))).toThrow(refused);
  });

  it('refuses what is too large before it reads it', () => {
    expect(() => parseManifest(`${' '.repeat(300_000)}${text}`)).toThrow(refusal('DENIED', /too large/));
  });
});

describe('a manifest\'s names', () => {
  const manifest = manifestOf();
  it('come from its digest and from what it asks', () => {
    const digest = manifestDigest(manifest);
    expect(manifestPaths(digest)).toEqual({ json: `.ostiary/approvals/${manifestId(digest)}.json`, rendering: `.ostiary/approvals/${digest.slice(0, 32)}.md` });
    expect(approvalBranch(manifest, 2)).toBe(`${branchesOf(manifest)}2`);
    expect(branchesOf({ ...manifest, created: '2030-01-01T00:00:00Z', prompters: null })).toBe(branchesOf(manifest));
  });

  it('differ with every field', () => {
    const others = [{ created: '2030-01-01T00:00:00Z' }, { repository: '9' }, { prompters: null }, { requester: { ...manifest.requester, run: null } }, { policy: { ...manifest.policy, digest: 'b'.repeat(64) } }, { demands: [{ ...DBA, count: 2 }] },
      { operations: [{ ...(manifest.operations[0] as (typeof manifest.operations)[0]), maxRows: 1 }] }].map((more) => manifestDigest({ ...manifest, ...more }));
    expect(new Set([manifestDigest(manifest), ...others]).size).toBe(others.length + 1);
  });

  it('keep demands that say the same only once', () => {
    expect(distinctDemands([DBA, { ...DBA }, { ...DBA, count: 2 }])).toEqual([DBA, { ...DBA, count: 2 }]);
  });
});

describe('renderManifest', () => {
  const impact = { rows: 120, sizeBytes: 9_500_000_000, lock: 'ACCESS EXCLUSIVE', rewrites: true, notes: ['unchanged'] };
  it('says what, where, as whom, prompted by whom, which rule and why, impact, what is lost, until when', () => {
    const operation = operationOf([], { facts: { text: 'drop table orders' }, settings: { search_path: 'app', role: 'owner' }, data: 'd'.repeat(64), parameters: [{ type: 'pg_catalog.text', format: 'text', value: Buffer.from('x'.repeat(120)).toString('base64') }] });
    const page = renderManifest(manifestOf([askedOf('', { operation, impact, maxRows: 240, transaction: 1 }), askedOf('alter table a add b int', { impact: { rows: null, sizeBytes: 0, lock: null, rewrites: false, notes: [] } })]), explain);
    for (const part of ['1 × `DROP TABLE`', '1 × `ALTER TABLE`', '`db` at `db.example:5432/shop`', '`repo:acme/shop`', '`eve` (816), who may not approve', 'asked for by `schema`: `it locks the table`', 'about 120 rows', 'relation of 8.8 GiB', '**rewrites the table**', 'does not rewrite', 'rolled back beyond 240 rows',
      'no row ceiling', '**can not be undone**', '**1 of 2**, marked below', 'for 8 h', ', transaction 1', '`ostiary apply` runs operations of one transaction all together or not at all. A program', '**Asked for by** | `nightly`', '**May be run by** | whomever of this repository', 'under `role = owner`, `search_path = app`', `SHA-256 \`${'d'.repeat(64)}\``, 'rows not known', 'relation of 0 B', '⤶']) expect([part, page.includes(part)]).toEqual([part, true]);
  });

  it.each<[number | null, string]>([[null, 'about 1 row, lock `SHARE`'], [0, 'relation of 0 B,'], [1023, 'relation of 1023 B,'], [1024, 'relation of 1 KiB,'], [1536 * 1024, 'relation of 1.5 MiB,'], [2 ** 40 * 3, 'relation of 3 TiB,'], [2 ** 50 * 4, 'relation of 4096 TiB,']])('says that a relation has %p bytes', (sizeBytes, part) => {
    const page = renderManifest(manifestOf([askedOf('alter table a add b int', { impact: { rows: 1, sizeBytes, lock: 'SHARE', rewrites: null, notes: [] } })]), explain);
    expect(/impact, estimated: (.*); no row ceiling/u.exec(page)?.[1]).toMatch(new RegExp(`(?:^|, )${part.replace('.', '\\.')}|^${part}`, 'u'));
    expect(page).not.toContain('rewrite');
  });

  it('says that a program may leave out what needs no review by itself', () => {
    const page = (reason: string): string => renderManifest(manifestOf([askedOf('create table kept ()', { rules: [{ id: 'reads', reason }] }), askedOf('drop table orders')]), explain);
    const told = 'A program under `ostiary run` or at a gateway may leave it out, or run it at any time.';
    const [free] = wordsOf({ decision: 'allow', rules: ['reads'], reasons: [] });
    expect([page(free?.reason ?? ''), page('it locks the table')].map((text) => text.includes(told))).toEqual([true, false]);
  });

  it.each<[string, string, string]>([
    ['the end of a block', 'select 1\n```\n**safe**', '````text'],
    ['marks of direction', 'drop \u202etable', 'drop ⟦U+202E⟧table'],
    ['HTML', 'select 1 -- <!-- <details>', 'select 1 -- <!-- <details>'],
    ['look-alikes', 'drop table оrders', '- characters beyond ASCII: `о U+043E`'],
  ])('can not be misled by %s', (_name, text, part) => {
    const page = renderManifest(withText(text), explain);
    expect(page).toContain(part);
    // Everything that the author chose stands between fences.
    const fence = /\n(`{3,})text\n/u.exec(page)?.[1] as string;
    expect(page.split('\n').filter((line) => line.startsWith(fence))).toEqual([`${fence}text`, fence]);
  });

  it('never lets an author\'s word out of its code', () => {
    const word = '`|\n# no\u202e <b>';
    const operation = { ...operationOf([], { facts: { text: 'x' }, settings: { [word]: word } }), resource: { name: word, target: word } };
    const page = renderManifest({ ...manifestOf([askedOf('', { operation, rules: [{ id: word, reason: '`' }], impact: { ...impact, lock: word, notes: [word, ''] } })]), requester: { names: [], issuer: word, subject: word, run: null }, prompters: [{ id: '1', login: word }] }, () => ({ ...notesOf(factsOf()), statement: word, hazards: [word], touches: [word], unknown: [word] }));
    expect(page).not.toMatch(/^# no/mu);
    expect(page).not.toMatch(/\u202e/u);
    // Outside of code spans and blocks nothing of it is left.
    expect(page.replace(/(`+)[^`](?:.*?[^`])?\1(?!`)/gu, '')).not.toMatch(/<b>/u);
    expect(page.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split('|').length)).toEqual(expect.not.arrayContaining([5]));
  });

  it.each<[string, () => unknown, RegExp]>([
    ['too many lines', () => filesOf(withText('x\n'.repeat(400))), /too large to be reviewed: 4\d\d lines/],
    ['too many bytes', () => filesOf(withText('x'.repeat(20_000))), /too large to be reviewed: \d{5} bytes/],
  ])('refuses %s, and cuts nothing', (_name, make, message) => {
    expect(make).toThrow(refusal('DENIED', message));
  });

  it('says who is not known, and who is not named', () => {
    const demands = [{ ...DBA, teams: [], count: 2, expiresSeconds: 172_800 }, { ...DBA, users: ['9'], codeowners: true, expiresSeconds: 5400 }, { ...DBA, expiresSeconds: 61 }];
    const page = renderManifest(manifestOf(undefined, { prompters: null, demands }), () => ({ ...notesOf(factsOf()), irreversible: [], unknown: ['it is `odd`'] }));
    for (const part of ['**nobody knows**: one more person', '2 people for `schema`: **nobody is named**, for 2 d', 'user 9 or team `acme/dba` or a code owner of the files, for 90 min', 'for 61 s', '**not understood**: `` it is `odd` ``', '| **Not understood** | **1 of 1**']) expect([part, page.includes(part)]).toEqual([part, true]);
  });
});

describe('notesOf', () => {
  it('takes from facts what is lost', () => {
    const facts = factsOf({ statement: 'UPDATE', accesses: [accessOf({ effect: 'write', columns: ['a'] }), accessOf({ effect: 'execute', object: null, why: 'f' })], hazards: [{ id: 'h', detail: 'd' }] });
    expect(notesOf(facts)).toEqual({ statement: 'UPDATE', touches: ['write public.orders (a)', 'execute nothing in particular: f'], hazards: ['h: d'], irreversible: [expect.stringMatching(/rows that it changes/), expect.stringMatching(/out of reach/)], unknown: [] });
    expect(notesOf({ ...facts, statement: 'INSERT' }).irreversible).toHaveLength(1);
  });
});

describe('shownParameter', () => {
  const binary = (type: string, hex: string): Parameter => ({ type: `pg_catalog.${type}`, format: 'binary', value: Buffer.from(hex, 'hex').toString('base64') });
  it.each<[Parameter, string]>([
    [{ type: 'pg_catalog.int4', format: 'text', value: null }, 'NULL'],
    [{ type: 'pg_catalog.text', format: 'text', value: Buffer.from("it's\u202e").toString('base64') }, "'it''s⟦U+202E⟧'"],
    [{ type: 'pg_catalog.text', format: 'text', value: Buffer.from([0xff]).toString('base64') }, 'bytes \\xff'],
    [binary('int2', 'fffe'), '-2'], [binary('int4', '0000002a'), '42'], [binary('int8', '7fffffffffffffff'), '9223372036854775807'],
    [binary('bool', '01'), 'true'], [binary('bool', '00'), 'false'], [binary('bool', '02'), 'bytes \\x02'],
    [binary('uuid', '00112233445566778899aabbccddeeff'), '00112233-4455-6677-8899-aabbccddeeff'], [binary('text', '41'), "'A'"],
    [binary('int4', '00'), 'bytes \\x00'], [binary('numeric', '0001'), 'bytes \\x0001'], [{ ...binary('int4', '0000002a'), type: 'public.int4' }, 'bytes \\x0000002a'], [{ ...binary('int4', '00'), type: 'pg_catalog.toString' }, 'bytes \\x00'],
  ])('shows %j', (parameter, shown) => {
    expect(shownParameter(parameter, 3)).toBe(`$3 (${parameter.type}) = ${shown}`);
  });
});

it.each<[string, string | null, string]>([['text', 'dGVh', 'tea'], ['no text', '/w==', ''], ['NULL', null, '']])('textOf reads %s', (_name, value, text) => {
  expect(textOf({ type: 'pg_catalog.text', format: 'text', value })).toBe(text);
});

it.each<[string, object | null]>([
  ['7', { number: 7, path: null }], ['#7', { number: 7, path: null }], ['!7', { number: 7, path: null }], ['https://forge.example/acme/shop/pull/7/files', { number: 7, path: 'acme/shop' }],
  ['https://forge.example/a/b/shop/-/merge_requests/7', { number: 7, path: 'a/b/shop' }], ['https://forge.example/acme/shop', null], ['0', null], ['7 or 8', null], ['', null],
])('namedPull reads `%s`', (text, named) => {
  if (named === null) expect(() => namedPull(text)).toThrow(refusal('INPUT_INVALID', /^input `approval` is/));
  else expect(namedPull(text)).toEqual(named);
});

it.each<[string, { principals: readonly string[] } | null, RegExp | null]>([['without the key', null, /the policy lets nobody/], ['of another name', { principals: ['on-call'] }, /none of those that may/], ['that is named', { principals: ['on-call', 'nightly'] }, null]])('mayBreak, for a job %s', (_name, settings, why) => {
  if (why === null) expect(mayBreak(settings, ['nightly'])).toBe(settings);
  else expect(() => mayBreak(settings, ['nightly'])).toThrow(refusal('DENIED', why));
});

describe('Progress', () => {
  const three = manifestOf([askedOf('a'), askedOf('b'), askedOf('a')]);
  const [a, b] = operationDigests(three) as [string, string];
  const message = {};
  const lane = { connection: 1, message };
  it('lets operations pass in order, as often as they are listed', () => {
    const progress = new Progress(three);
    expect(progress.take(b, lane)).toBeNull();
    for (const [digest, place] of [[a, 0], [b, 1], [a, 2]] as const) {
      expect(progress.take(digest, lane)).toBe(place);
      expect(progress.take(digest, lane)).toBeNull();
      progress.settle(place, 'done');
    }
    expect(progress.take(a, lane)).toBeNull();
    expect(progress.state).toEqual({ done: 3, of: 3, spent: false });
  });

  it('lets what was rolled back pass again, with what went with it', () => {
    const progress = new Progress(three);
    progress.take(a, lane);
    progress.settle(0, 'passed');
    progress.take(b, lane);
    progress.settle(1, 'rolled-back');
    progress.settle(0, 'rolled-back');
    expect(progress.take(b, lane)).toBeNull();
    expect(progress.take(a, lane)).toBe(0);
  });

  it('ends with an outcome that nobody knows', () => {
    const progress = new Progress(three);
    progress.take(a, lane);
    progress.settle(0, 'unknown');
    expect([progress.take(a, lane), progress.take(b, lane), progress.state.spent]).toEqual([null, null, true]);
    expect(() => progress.settle(1, 'done')).toThrow(/is not running/);
  });

  it('lets what follows wait until what came before is known: in its message, then on its connection, then anywhere', () => {
    const progress = new Progress(three);
    const [later, elsewhere] = [{ connection: 1, message: {} }, { connection: 2, message: {} }];
    progress.take(a, lane);
    expect([progress.next(b, lane), progress.next(b, later), progress.next(b, elsewhere)]).toEqual([1, null, null]);
    progress.settle(0, 'passed');
    expect([progress.next(b, lane), progress.next(b, later), progress.next(b, elsewhere)]).toEqual([1, 1, null]);
    progress.settle(0, 'done');
    expect([progress.next(b, lane), progress.next(b, later), progress.next(b, elsewhere)]).toEqual([1, 1, 1]);
  });

  it('says of each operation what became of it, and is done without what is free', () => {
    const progress = new Progress(three, [false, false, true]);
    const how = () => progress.outcomes.map((outcome) => outcome.how);
    expect([how(), progress.isDone]).toEqual([['not run', 'not run', 'free'], false]);
    progress.take(a, lane);
    expect(how()).toEqual(['unknown', 'not run', 'free']);
    progress.settle(0, 'passed');
    expect([how(), progress.isDone]).toEqual([['unknown', 'not run', 'free'], false]);
    progress.settle(0, 'done', 'ALTER TABLE');
    progress.take(b, lane);
    progress.settle(1, 'rolled-back', 'too many rows');
    expect([progress.outcomes.map(({ said }) => said), how(), progress.isDone]).toEqual([['ALTER TABLE', 'too many rows', null], ['done', 'rolled back', 'free'], false]);
    progress.take(b, lane);
    progress.settle(1, 'done');
    expect([how(), progress.isDone]).toEqual([['done', 'done', 'free'], true]);
    progress.take(a, lane);
    progress.settle(2, 'unknown');
    expect([how(), progress.isDone]).toEqual([['done', 'done', 'unknown'], false]);
  });

  it('passes over what needs no approval by itself, and over nothing else', () => {
    expect(new Progress(three, [true, false, false]).next(b, lane)).toBe(1);
    expect(new Progress(three, [false, true, true]).next(b, lane)).toBeNull();
  });
});
