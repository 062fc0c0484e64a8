// SPDX-License-Identifier: Apache-2.0
import { complaints, RESOURCES } from '../../support/judging.js';

const said = async (rules: string, extend = '') => (await complaints(`version: 1\n${RESOURCES}\n${extend}\nrules: [${rules}]`)).map((line) => line.replace(/^\d+:\d+ warning /, '').replace(/ \|.*/, ''));

describe('unreachableRules', () => {
  it.each([
    ['a deny that is about everything', '{ id: a, match: { effect: read }, decide: allow }, { id: b, match: {}, decide: deny }', ['rule `a` never decides anything: `b` denies all that it is about']],
    ['a review behind a deny', '{ id: a, match: { effect: write, object: public.orders }, decide: review }, { id: b, match: { effect: [write, read], object: "public.*" }, decide: deny }', ['rule `a` never decides anything: `b` denies all that it is about']],
    ['an allow behind a review', '{ id: a, match: { principal: robot, effect: write }, decide: allow }, { id: b, match: { effect: "*" }, decide: review }', ['rule `a` never decides anything: `b` wants a review of all that it is about']],
    ['no such resource', '{ id: a, match: { resource: "web-*" }, decide: allow }', ['rule `a` never matches: no resource has such a name']],
    ['no such environment', '{ id: a, match: { resource: db, environment: staging }, decide: deny }', ['rule `a` never matches: no resource is in such an environment']],
  ])('tells of %s', async (_name, rules, expected) => {
    expect(await said(rules)).toEqual(expected);
  });

  it('tells of a rule behind a pack', async () => {
    expect(await said('{ id: a, match: { operation: sql.drop_table, effect: destroy, resource: db, environment: "prod*" }, decide: allow }', 'extends: [ostiary:postgres]')).toEqual(['rule `a` never decides anything: `ostiary:postgres/no-drop` denies all that it is about']);
  });

  it.each([
    ['the stricter one is narrower', '{ id: a, match: { effect: [read, write] }, decide: allow }, { id: b, match: { effect: write }, decide: deny }'],
    ['the stricter one has a condition', '{ id: a, match: { effect: write }, decide: allow }, { id: b, match: {}, when: "operation.assumed", decide: deny }'],
    ['the stricter one has a key that can not be compared', '{ id: a, match: { effect: write }, decide: allow }, { id: b, match: { columns: [ssn] }, decide: deny }'],
    ['the stricter one is only observed', '{ id: a, match: { effect: write }, decide: allow }, { id: b, match: { effect: write }, decide: deny, observe: true, until: 2027-01-01 }'],
    ['the other one masks', '{ id: a, match: { effect: read }, decide: allow, mask: { "public.a.b": redact } }, { id: b, match: {}, decide: deny }'],
    ['a glob that overlaps only', '{ id: a, match: { effect: write, object: "public.a*" }, decide: allow }, { id: b, match: { effect: write, object: "public.*b" }, decide: deny }'],
    ['unknown is no part of every effect', '{ id: a, match: { effect: unknown, object: public.f }, decide: allow }, { id: b, match: { effect: "*" }, decide: deny }'],
    ['a resource without environment may be in any', '{ id: a, match: { resource: bare, environment: staging }, decide: deny }'],
  ])('says nothing when %s', async (_name, rules) => {
    expect(await said(rules)).toEqual([]);
  });
});
