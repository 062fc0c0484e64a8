// SPDX-License-Identifier: Apache-2.0
//
// Types as masking sees them.
import { typeKind, wireType } from '../../../src/mask/types.js';
import { makeCatalog } from '../../support/catalog.js';

describe('typeKind', () => {
  it.each([[25, 'text'], [114, 'json'], [3802, 'jsonb'], [142, 'xml'], [17, 'bytea'], [1009, 'text-array'], [199, 'opaque-array'], [23, 'number'], [2950, 'number'], [90_000, 'other']])('%d is %s', (oid, kind) => {
    expect(typeKind(oid)).toBe(kind);
  });
});

describe('wireType', () => {
  const catalog = makeCatalog({
    types: { 90_001: { name: 'public.mail', base: 25 }, 90_002: { name: 'public.work_mail', base: 90_001 }, 90_003: { name: 'public.citext' }, 90_004: { name: 'public.mood' }, 90_005: { name: 'public.loop', base: 90_005 }, 90_006: { name: 'citext' }, 90_007: { name: 'public.name', base: 90_003 } },
  });

  it.each([
    ['a built-in type', 23, 23], ['a domain', 90_001, 25], ['a domain over a domain', 90_002, 25], ['citext', 90_003, 25], ['citext by its bare name', 90_006, 25], ['a domain over citext', 90_007, 25], ['an enum', 90_004, 90_004], ['a circle', 90_005, 90_005],
  ])('resolves %s', (_, oid, expected) => {
    expect(wireType(oid, catalog)).toBe(expected);
  });

  it('leaves a type alone without a catalog', () => {
    expect(wireType(90_001, null)).toBe(90_001);
  });
});
