// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import type { EventBody, OperationDecided, OperationDone } from '../../../src/core/events.js';
import { EventSerialiser } from '../../../src/record/serialise.js';
import { decided, done, EVENTS, HEADER } from '../../support/recordings.js';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', '\\', '\u2028', '\ud800', '\u0000', '__proto__', 'x'.repeat(3000)));
const texts = fc.array(text, { maxLength: 3 });
const decision = fc.constantFrom('allow' as const, 'review' as const, 'deny' as const);
const anyDecided: fc.Arbitrary<OperationDecided> = fc.record({
  type: fc.constant('decided' as const), operation: fc.nat(), connection: fc.nat(), resource: text, principal: text, statement: text, name: text, text,
  accesses: fc.array(fc.record({ effect: fc.constantFrom('read' as const, 'unknown' as const), object: fc.option(text), columns: texts }), { maxLength: 2 }),
  decision, rules: texts, reasons: texts, observed: fc.array(fc.record({ rule: text, decision }), { maxLength: 2 }), unknown: texts, catalog: fc.nat(), digest: text,
  impact: fc.record({ rows: fc.option(fc.nat()), sizeBytes: fc.option(fc.nat()), lock: fc.option(text), rewrites: fc.option(fc.boolean()), notes: texts, why: fc.option(text) }),
}, { requiredKeys: ['type', 'operation', 'connection', 'resource', 'principal', 'statement', 'name', 'text', 'accesses', 'decision', 'rules', 'reasons', 'observed', 'unknown', 'catalog'] });
const anyDone: fc.Arbitrary<OperationDone> = fc.record({
  type: fc.constant('done' as const), operation: fc.nat(), outcome: fc.constantFrom('ok' as const, 'failed' as const, 'unknown' as const), tag: fc.option(text), rows: fc.nat(), bytes: fc.nat(),
  error: fc.option(fc.record({ sqlstate: text, message: text })), result: fc.option(fc.record({ columns: texts, rows: fc.array(fc.array(fc.option(text), { maxLength: 2 }), { maxLength: 2 }) })),
  masked: fc.dictionary(text, fc.nat(), { maxKeys: 2 }),
});

/** The members in their object: what a line holds without the writer's own. */
const json = (serialiser: EventSerialiser, event: Parameters<EventSerialiser['members']>[0]) => `{${serialiser.members(event)}`;

describe('EventSerialiser', () => {
  it('means what JSON.stringify means, whatever it has seen before', () => {
    const serialiser = new EventSerialiser();
    fc.assert(fc.property(fc.oneof(anyDecided, anyDone), (event) => {
      expect(JSON.parse(json(serialiser, event))).toEqual(JSON.parse(JSON.stringify(event)));
      expect(json(serialiser, event)).toBe(json(serialiser, event));
    }), { numRuns: 300, seed: 20260105 });
  });

  it.each<[string, EventBody]>(EVENTS.map((event) => [event.type, event]))('keeps every field of %s', (_type, event) => {
    expect(JSON.parse(json(new EventSerialiser(), event))).toEqual(JSON.parse(JSON.stringify(event)));
  });

  it('writes the header as it is', () => {
    expect(json(new EventSerialiser(), HEADER)).toBe(JSON.stringify(HEADER));
  });

  it('still tells texts apart after more of them than it remembers', () => {
    const serialiser = new EventSerialiser();
    for (let n = 0; n < 10_000; n += 1) json(serialiser, decided(n, { text: `SELECT ${n}` }));
    expect(JSON.parse(json(serialiser, decided(1, { text: 'SELECT 5' })))).toMatchObject({ text: 'SELECT 5', operation: 1 });
  });

  it('remembers a list by what it is, not by what it holds', () => {
    const serialiser = new EventSerialiser();
    const columns = ['a'];
    json(serialiser, done(1, { result: { columns, rows: [] } }));
    expect(JSON.parse(json(serialiser, done(2, { result: { columns: ['b'], rows: [] } })))).toMatchObject({ result: { columns: ['b'] } });
  });

  it.each<Partial<OperationDecided>>([
    { operation: 7 }, { connection: 7 }, { resource: 'x' }, { principal: 'x' }, { statement: 'X' }, { name: 'x' }, { text: 'x' }, { decision: 'deny' }, { rules: ['x'] }, { rules: [] },
    { reasons: ['x', 'y'] }, { observed: [{ rule: 'x', decision: 'deny' }] }, { unknown: ['x'] }, { catalog: 7 }, { digest: 'x' }, { impact: { rows: 7, sizeBytes: null, lock: null, rewrites: true, notes: ['x'], why: null } },
  ])('writes a decision about a known statement anew when it differs in %j', (difference) => {
    const serialiser = new EventSerialiser();
    const first = decided(1);
    json(serialiser, first);
    const second = { ...first, ...difference };
    expect(JSON.parse(json(serialiser, second))).toEqual(second);
    expect(JSON.parse(json(serialiser, first))).toEqual(first);
  });
});
