// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import type { EventBody } from '../../../src/core/events.js';
import { cellsOf } from '../../../src/record/inert.js';
import { replay } from '../../../src/record/replay.js';
import { AROUND, decided, done, fileOf, HEADER, parsed, rechained, recorded, REFUSED_DONE, streamOf, type LooseLine } from '../../support/recordings.js';

const PLAIN = { colour: false, width: 80 };

async function told(lines: readonly string[], options = PLAIN): Promise<string> {
  const parts: string[] = [];
  for await (const part of replay(streamOf(fileOf(lines)), options)) parts.push(part);
  for (const part of parts) expect(part.endsWith('\n')).toBe(true);
  return parts.join('');
}

const toldOf = async (...events: EventBody[]): Promise<string> => told(await recorded(events));
const withHeader = async (fields: LooseLine): Promise<string> => told(rechained(parsed(await recorded([])).map((line, index) => (index === 0 ? { ...line, ...fields } : line))));

describe('a story', () => {
  it('tells what was said, called, printed and approved', async () => {
    const text = await toldOf(...AROUND);
    expect(text.slice(text.indexOf('10:22:33.123  '), text.indexOf('summary')).replaceAll('10:22:33.123  ', '')).toBe(`user (some-model)
              Add a note to orders.
              Keep it short.

assistant
              I will ask.

tool psql, call call_1
              {"sql":"ALTER TABLE orders ADD COLUMN note text"}

approval of #2 requested
              one more review is needed (https://forge.example/acme/shop/pull/7)

approval of #2, #3 approved by octocat (583231)
              reviewed

answer to call call_1, failed
              ERROR: needs a review

stdout
              \\u{1b}[32mok\\u{1b}[0m

stderr of operation 2
              done

\n`);
    const long = await toldOf({ type: 'prompt', role: 'system', resource: null, model: null, text: 'x\n'.repeat(50), masked: {} }, { type: 'approval', state: 'refused', operations: [], manifest: null, by: [], url: null, reason: 'no' });
    expect(long).toContain('… of 100 characters');
    expect(long).toContain('approval of no operation refused');
  });

  it('is told as it happened', async () => {
    expect(await told(await recorded())).toBe(`session ost_0123456789ab  2026-01-05 10:22:33.123 UTC
  who         repo:acme/shop (nightly) by https://issuer.example, prompted by
              github:7
  where       github: run_id 4711, ref refs/heads/main
  resources   orders-db (postgres db.internal:5432/orders)
  policy      enforce, from github:1@abc:.ostiary/policy.yml
  digest      ${'a'.repeat(64)}
  packs       ostiary:postgres 1
  command     psql -c SELECT 1

10:22:33.123  connection 1 to orders-db opened by \`psql\`
10:22:33.123  the gate itself sent search-path: to know what names mean
10:22:33.123  allow  #1 orders-db, connection 1: reads
              SELECT id, email FROM customers WHERE id = ?
              → SELECT 2, 60 bytes, masked column:partial 1
                id │ email
                1  │ a***@***.example
                2  │ ∅

10:22:33.123  REVIEW #2 orders-db, connection 1: schema, other
              ALTER TABLE orders ADD COLUMN note text
              schema: asks a person

10:22:33.123  DENY   #3 orders-db, connection 1: no-loss
              DROP TABLE orders
              no-loss: a rollback can't bring it back
              not understood: a function
              observed: trial would have said deny

10:22:33.123  refused on connection 1: a message of type F
10:22:33.123  refused: a wrong password
10:22:33.123  allow  #4 orders-db, connection 1: reads
              SELECT id, email FROM customers WHERE id = ?
              → unknown

10:22:33.123  connection 1 closed: the client ended the connection

summary
  2 allowed, 1 for review, 1 denied; 2 refused on the wire; 1 done, 0 failed, 0
  with no known end
  2 rows came back, masked: column:partial 1
  1 connection, 0.0 s, outcome ok
  unsigned: all 16 lines follow each other and the counts agree; it is not
  signed, so nobody vouches that it was not written anew
`);
  });

  it('has colours only when asked for, and the same words', async () => {
    const lines = await recorded();
    const coloured = await told(lines, { ...PLAIN, colour: true });
    expect(coloured).toContain('\u001b[32mallow \u001b[0m');
    expect(coloured).toContain('\u001b[31mDENY  \u001b[0m');
    expect(coloured.replaceAll(/\u001b\[\d+m/gu, '')).toBe(await told(lines));
  });

  it.each<[string, EventBody[], string]>([
    ['a failure with its error', [decided(1), done(1, { outcome: 'failed', tag: null, rows: 0, bytes: 0, masked: {}, result: null, error: { sqlstate: '23505', message: 'duplicate key' } })], '→ failed: 23505 duplicate key\n'],
    ['rows that the tag does not count', [decided(1), done(1, { tag: 'FETCH', rows: 1, bytes: 1, masked: {}, result: null })], '→ FETCH, 1 row, 1 byte\n'],
    ['a result without rows', [decided(1), done(1, { tag: 'SELECT 0', rows: 0, bytes: 0, masked: {}, result: { columns: ['a'], rows: [] } })], '→ SELECT 0\n\n'],
    ['a result with more rows than are shown', [decided(1), done(1, { tag: 'SELECT 50', rows: 50, result: { columns: ['n'], rows: Array.from({ length: 20 }, (_, n) => [`${n}`]) } })], '                7\n                … 42 more\n'],
    ['an operation that never ended', [decided(1)], '→ nobody knows how it ended\n'],
    ['an end of what was refused, when it is not a failure', [decided(1, { decision: 'deny' }), done(1, { result: null, masked: {} })], 'operation 1 ended: SELECT 2, 60 bytes\n'],
    ['that the pull request was told', [{ type: 'approval', state: 'told', operations: [1], manifest: null, by: [], url: null, reason: 'how it ended' }], 'the pull request was told\n              how it ended\n'],
    ['that the pull request was not told', [{ type: 'approval', state: 'untold', operations: [1], manifest: null, by: [], url: null, reason: 'the forge is down' }], 'the pull request could not be told\n              the forge is down\n'],
    ['a program without a name', [{ type: 'connection', connection: 1, resource: 'r', application: '' }], 'opened by an unnamed program\n'],
    ['a reason without a rule', [decided(1, { decision: 'deny', rules: [], reasons: ['no rule allows it'] })], 'because: no rule allows it\n'],
    ['a statement without the margin of its code', [decided(1, { text: 'select a\n        from b\n\n          where c' })], '              select a\n              from b\n              \n                where c\n'],
  ])('tells %s', async (_name, events, expected) => {
    expect(await toldOf(...events)).toContain(expected);
  });

  it('does not say twice what was not understood', async () => {
    const text = await toldOf(decided(1, { decision: 'deny', rules: ['builtin:not-understood'], reasons: ['not understood: dynamic SQL'], unknown: ['dynamic SQL'] }));
    expect(text.match(/dynamic SQL/g)).toHaveLength(1);
  });

  it('tells little of a header that says little', async () => {
    const text = await withHeader({ prompter: null, packs: [], host: { kind: 'shell', facts: {} }, principal: { ...HEADER.principal, names: [] } });
    expect(text).toMatch(/who {9}repo:acme\/shop \(no identity of the policy\) by\n {14}https:\/\/issuer.example\n {2}where {7}shell\n/);
    expect(text).toContain('  packs       none\n');
  });

  it('keeps no more than a few hundred open operations, and tells the oldest without an end', async () => {
    const many = Array.from({ length: 300 }, (_, n) => decided(n + 1));
    const text = await toldOf(...many, done(300));
    expect(text.indexOf('#1 orders-db')).toBeLessThan(text.indexOf('#2 orders-db'));
    expect(text.match(/nobody knows how it ended/g)).toHaveLength(299);
    expect(text.match(/→ SELECT 2/g)).toHaveLength(1);
  });

  it('counts only so many kinds of masks', async () => {
    const masked = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`kind${n}`, 1]));
    const text = await toldOf(decided(1), done(1, { masked }), decided(2), done(2, { masked: { kind3: 4, kind150: 1 } }));
    const summary = text.slice(text.indexOf('summary'));
    expect(summary).toContain('kind3 5,');
    expect(summary).not.toContain('kind150');
  });

  it('is told as long as it took', async () => {
    const later = rechained(parsed(await recorded([decided(1), done(1)])).map((line, index) => (index > 1 ? { ...line, at: '2026-01-05T10:22:44.623Z' } : line)));
    expect(await told(later)).toContain('0 connections, 11.5 s, outcome ok');
    const strange = rechained(parsed(later).map((line) => ({ ...line, at: '2026-99-05T10:22:44.623Z' })));
    expect(await told(strange)).toContain('altered: line 1');
  });
});

describe('a story that can not be trusted', () => {
  it('says where trust ends, and goes on', async () => {
    const lines = await recorded();
    const text = await told(lines.with(3, (lines[3] as string).replace('"allow"', '"alloc"')));
    expect(text).toContain('!! line 4 (event 3) is not as it was recorded: its field `decision` is not what\n   it should be; what follows proves nothing\n');
    expect(text.indexOf('!! line 4')).toBeLessThan(text.indexOf('#2 orders-db'));
    expect(text.match(/!! /g)).toHaveLength(1);
    expect(text).toMatch(/, altered at line 4\n {2}altered: line 4 \(event 3\)/);
    expect(text).not.toContain('no closing line');
  });

  it.each([['cut off', -3, /no closing line\n {2}incomplete: /], ['empty', -100, /^incomplete: there is no whole line in it/]])('says that it is %s', async (_name, end, expected) => {
    expect(await told((await recorded()).slice(0, end))).toMatch(expected);
  });

  it('tells nothing of a last line that lacks its end, which nobody judged', async () => {
    const lines = await recorded();
    const forged = JSON.stringify({ ...parsed(lines)[3], text: 'forged', seq: 4711 });
    const parts: string[] = [];
    for await (const part of replay(streamOf(Buffer.concat([fileOf(lines.slice(0, 4)), Buffer.from(forged)])), PLAIN)) parts.push(part);
    expect(parts.join('')).toContain('and the last one is cut off');
    expect(parts.join('')).not.toContain('forged');
  });

  it.each([[true, 1], [false, 1], [true, 32]])('stops at a line longer than any recorder writes (closed: %s, in pieces of %d MiB)', async (closed, size) => {
    const bytes = Buffer.concat([fileOf((await recorded()).slice(0, 2)), Buffer.alloc(17 * 1024 * 1024, 'x'), Buffer.from(closed ? '\n{}\n' : '')]);
    const parts: string[] = [];
    for await (const part of replay(streamOf(bytes, size * 1024 * 1024), PLAIN)) parts.push(part);
    expect(parts.join('')).toContain('altered: line 3 (event 2) is not as it was recorded: it is longer than any');
  });

  it('is not told of what is no recording', async () => {
    expect(await told(['{', '  "name": "ostiary"', '}'])).toBe('altered: line 1 (event 0) is not as it was recorded: it is not JSON, so this is\nno recording, or its beginning was changed\n');
  });

  it('gives its verdict to who asks', async () => {
    const states: string[] = [];
    for await (const _ of replay(streamOf(fileOf(await recorded())), PLAIN, ({ state }) => states.push(state)));
    expect(states).toEqual(['unsigned']);
  });
});

describe('hostile text', () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `${text}\u001b[2J\u202e\u0007`);
  const list = fc.array(hostile, { minLength: 1, maxLength: 4 });
  const events = fc.record({ text: hostile, list, width: fc.integer({ min: 40, max: 120 }) }).map(({ text, list: texts, width }) => ({
    width,
    lines: [
      { ...HEADER, session: text, principal: { names: texts, issuer: text, subject: text, claims: {} }, prompter: text, host: { kind: 'shell', facts: { [text]: text } }, resources: [{ name: text, target: text, type: text }], policy: { ...HEADER.policy, digest: text, source: text }, packs: [{ name: text, version: 1 }], command: texts },
      { type: 'connection', connection: 1, resource: text, application: text }, { type: 'gate', connection: 1, statement: text, purpose: text },
      decided(1, { text, resource: text, rules: texts }), done(1, { tag: text, error: { sqlstate: text, message: text }, masked: { [text]: 2 }, result: { columns: texts, rows: [texts] } }),
      decided(2, { decision: 'deny', text, rules: texts, reasons: texts, unknown: texts, observed: [{ rule: text, decision: 'deny' }] }), done(2, { ...REFUSED_DONE, outcome: 'unknown', tag: text }),
      { type: 'refused', connection: null, reason: text }, { type: 'disconnected', connection: 1, reason: text },
    ].map((line) => ({ at: '2026-01-05T10:22:33.123Z', ...line })) as LooseLine[],
  }));

  it('never reaches the terminal, and never leaves the width', async () => {
    await fc.assert(fc.asyncProperty(events, async ({ lines, width }) => {
      const text = await told(rechained(lines), { colour: false, width });
      expect(text).not.toMatch(/altered/);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u);
      for (const line of text.split('\n')) expect(cellsOf(line)).toBeLessThanOrEqual(width);
    }), { numRuns: 40, seed: 7 });
  });

  it('of any length is told in a few lines', async () => {
    const long = 'x \u001b'.repeat(1_000_000);
    const many = Array.from({ length: 100_000 }, () => 'r');
    const text = await toldOf(
      decided(1, { text: long }), done(1, { tag: long }), decided(2, { text: '\n'.repeat(3_000_000) }), decided(3, { decision: 'deny', reasons: many, rules: many, text: long.slice(0, 5000) }),
      { type: 'refused', connection: null, reason: long },
    );
    expect(text.length).toBeLessThan(150_000);
    expect(text).toContain('… of 3000000 characters');
    expect(text).toContain(`… ${100_000 - 16} more`);
    expect(text).toMatch(/… \d+ more lines/);
  });
});
