// SPDX-License-Identifier: Apache-2.0
//
// A loaded policy: its packs and what the policy makes of them, its digest, its approvers, and that nobody can change it.
import type { Effect } from '../../../src/core/model.js';
import { loadPolicy } from '../../../src/policy/load.js';
import { BUILT_IN_PACKS } from '../../../src/policy/packs.js';
import { accessOf, complaints, NOON, operationOf, policyOf, principalOf } from '../../support/judging.js';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const REFERENCE = `github:acme/policies/db.yml@${SHA}`;
const PACK = 'pack: acme:db\nversion: 3\nrules: [ { id: no-write, match: { effect: write }, decide: deny }, { id: cards, match: {}, mask: { "content:card": redact } }, { id: night, match: { effect: read }, when: "now.getHours() < 6", decide: review } ]\n';
const extending = (reference: string, pack: string) => ({ text: `version: 1\nextends: ["${reference}"]`, fetchPack: async (asked: string) => (asked === reference ? pack : Promise.reject(new Error('another'))) });

async function judge(yaml: string, effect: Effect, options: Parameters<typeof policyOf>[1] & { at?: number } = {}): Promise<string> {
  const policy = await policyOf(yaml, options);
  const { decision, rules } = policy.decide({ operation: operationOf([accessOf({ effect })]), principal: principalOf('me'), resource: 'db', now: options.at ?? NOON });
  return `${decision} ${rules.join(' ')}`;
}

describe('break_glass', () => {
  const OPS = 'identities: { ops: { issuer: "https://i.example", claims: { a: b } } }\n';

  it('is for nobody, or for those named', async () => {
    expect((await policyOf('default: deny')).breakGlass).toBeNull();
    expect((await policyOf('break_glass: { principal: [me], teams: [acme/ops], notify: { users: [8] }, max: 2h }')).breakGlass).toEqual({ principals: ['me'], users: [], teams: ['acme/ops'], notify: { users: ['8'], teams: [] }, maxMs: 7_200_000 });
    expect((await policyOf(`break_glass: { principal: me, users: [7], notify: { teams: [acme/dba] } }`)).breakGlass).toEqual({ principals: ['me'], users: ['7'], teams: [], notify: { users: [], teams: ['acme/dba'] }, maxMs: 1_800_000 });
  });

  it.each([
    ['nobody may', 'principal: ops, notify: { users: [7] }', /`break_glass` names nobody who may/],
    ['nobody is told', 'principal: ops, users: [7], notify: {}', /`break_glass.notify` names nobody/],
    ['an identity that is not there', 'principal: opz, users: [7], notify: { users: [8] }', /`opz` is not one of `identities`: did you mean `ops`/],
    ['every job may', 'users: [7], notify: { users: [8] }', /`break_glass` has no `principal`/],
  ])('is refused when %s', async (_what, keys, complaint) => {
    expect(await complaints(`version: 1\n${OPS}break_glass: { ${keys} }`)).toEqual([expect.stringMatching(complaint)]);
  });
});

describe('packs', () => {
  const allowAll = 'rules: [ { id: all, match: {}, decide: allow } ]';
  const fetchPack = async () => PACK;

  it.each(BUILT_IN_PACKS)('%s is found and without complaint', async (name) => {
    expect(await complaints(`version: 1\nextends: ["${name}"]`)).toEqual([]);
    const policy = await policyOf(`extends: ["${name}"]`);
    expect(policy.packs).toEqual([{ name, version: 1 }]);
    expect(policy.rules.every(({ id, pack }) => pack === name && id.startsWith(`${name}/`))).toBe(true);
  });

  it('come from the forge when pinned', async () => {
    const yaml = `extends: ["${REFERENCE}"]\n${allowAll}`;
    expect(await judge(yaml, 'write', { fetchPack })).toBe('deny acme:db/no-write');
    expect(await judge(yaml, 'read', { fetchPack })).toBe('allow all');
    expect(await judge(yaml, 'read', { fetchPack, at: Date.UTC(2026, 10, 24, 5) })).toBe('review acme:db/night');
    expect((await policyOf(yaml, { fetchPack })).packs).toEqual([{ name: 'acme:db', version: 3 }]);
  });

  it.each([
    ['one that is not there', { text: 'version: 1\nextends: [ostiary:postgre]' }, ['2:11 error there is no pack `ostiary:postgre`: did you mean `ostiary:postgres`?']],
    ['one of another version', { text: 'version: 1\nextends: ["ostiary:constructor"]' }, [expect.stringContaining('2:11 error there is no pack `ostiary:constructor`: known: `ostiary:')]],
    ['one twice', { text: 'version: 1\nextends: [ostiary:pii, ostiary:pii]' }, ['2:24 error pack `ostiary:pii` is there twice']],
    ['a branch', { text: 'version: 1\nextends: ["github:acme/policies/db.yml@main"]' }, ['2:11 error pack `github:acme/policies/db.yml@main` is not pinned | write `github:ORG/REPO/FILE@SHA` with the full commit: what a branch or tag names can change']],
    ['a way out of the repository', { text: `version: 1\nextends: ["github:acme/policies/../x@${SHA}"]` }, [expect.stringContaining('is not pinned')]],
    ['one without a forge', { text: `version: 1\nextends: ["${REFERENCE}"]` }, [expect.stringMatching(/^2:11 error pack `github:acme.*` can not be fetched here \| there is no forge/)]],
    ['one that the forge does not give', { text: `version: 1\nextends: ["${REFERENCE}"]`, fetchPack: () => Promise.reject(new Error('404')) }, [expect.stringMatching(/could not be fetched: 404$/)]],
    ['one that allows', extending(REFERENCE, PACK.replace('decide: deny', 'decide: allow')), [`${REFERENCE} 3:60 error \`rules[0].decide\` has \`allow\`: known: \`review\`, \`deny\``]],
    ['one that is no YAML', extending(REFERENCE, 'pack: ['), [`${REFERENCE} 1:8 error unexpected end of the stream within a flow collection`]],
    ['one that observes', extending(REFERENCE, PACK.replace('decide: deny', 'decide: deny, observe: true')), [expect.stringContaining('unknown key `observe`')]],
    ['one with a rule that does nothing', extending(REFERENCE, PACK.replace(', decide: deny', '')), [`${REFERENCE} 3:10 error rule \`no-write\` decides nothing | give it \`decide\`, \`mask\` or \`max_rows\``]],
    ['one that passes for ours', extending(REFERENCE, PACK.replace('acme:db', 'ostiary:postgres')), [expect.stringContaining('calls itself `ostiary:postgres`')]],
    ['one that passes for what is built in', extending(REFERENCE, PACK.replace('acme:db', 'builtin:x')), [expect.stringContaining('calls itself `builtin:x`')]],
  ])('are refused: %s', async (_name, { text, ...options }: { text: string; fetchPack?: (reference: string) => Promise<string> }, expected) => {
    expect(await complaints(text, options)).toEqual(expected);
  });

  it('are no policies: an error in one keeps the policy from being used', async () => {
    const { text, fetchPack: broken } = extending(REFERENCE, 'pack: [');
    await expect(loadPolicy({ text, file: 'policy.yml' }, { now: NOON, fetchPack: broken })).rejects.toMatchObject({ code: 'POLICY_INVALID', message: `${REFERENCE}:1:8: unexpected end of the stream within a flow collection` });
  });
});

describe('overrides', () => {
  const fetchPack = async () => PACK;
  const overriding = (override: string, id = 'acme:db/no-write') => `extends: ["${REFERENCE}"]\npacks: { "${id}": ${override} }\nrules: [ { id: all, match: {}, decide: allow } ]`;
  const lastMoment = Date.UTC(2027, 2, 2) - 1;

  it('switch a rule off until the day is over', async () => {
    const off = overriding('{ decide: off, because: tiny tables, until: 2027-03-01 }');
    expect(await judge(off, 'write', { fetchPack })).toBe('allow all');
    expect(await judge(off, 'write', { fetchPack, at: lastMoment })).toBe('allow all');
    expect(await judge(off, 'write', { fetchPack, at: lastMoment + 1 })).toBe('deny acme:db/no-write');
  });

  it('loosen or tighten a rule', async () => {
    expect(await judge(overriding('{ decide: review, because: a person looks }'), 'write', { fetchPack })).toBe('review acme:db/no-write');
    const tightened = overriding('{ decide: deny }', 'acme:db/night');
    expect(await judge(tightened, 'read', { fetchPack, at: Date.UTC(2026, 10, 24, 5) })).toBe('deny acme:db/night');
  });

  it('switch a mask off for a time', async () => {
    const policy = await policyOf(overriding('{ decide: off, because: test cards only, until: 2027-03-01 }', 'acme:db/cards'), { fetchPack });
    expect(policy.masks('db', ['me'])).toEqual([]);
    expect(policy.masks('db', ['me'], lastMoment)).toEqual([]);
    expect(policy.masks('db', ['me'], lastMoment + 1)).toEqual([{ column: 'content:card', style: 'redact' }]);
  });

  it.each([
    ['{ decide: off, until: 2027-03-01 }', 'acme:db/no-write', ['2 error `acme:db/no-write` is switched off without `because` | a rule of a pack may be off for a reason and for a time']],
    ['{ decide: off, because: x }', 'acme:db/no-write', ['2 error `acme:db/no-write` is switched off without `until` | a rule of a pack may be off for a reason and for a time']],
    ['{ decide: review }', 'acme:db/no-write', ['2 error `acme:db/no-write` is loosened without `because` | say why a person may allow what the pack denies']],
    ['{ decide: deny }', 'acme:db/cards', ['2 error `acme:db/cards` decides nothing, so it can only be switched off']],
    ['{ decide: deny }', 'acme:db/no-wrote', ['2 error no pack in `extends` has a rule `acme:db/no-wrote`: did you mean `acme:db/no-write`?']],
    ['{ decide: allow }', 'acme:db/no-write', ['2 error `packs.acme:db/no-write.decide` has `allow`: known: `off`, `review`, `deny`']],
    ['{ decide: off, because: x, until: 2026-01-01 }', 'acme:db/no-write', ['2 warning `2026-01-01` is over: `acme:db/no-write` is as its pack has it again | take it out, or set a new day']],
    ['{ decide: off, because: x, until: 2026-13-01 }', 'acme:db/no-write', ['2 error `2026-13-01` is not a day | write year-month-day, `2027-03-01`']],
  ])('%s of %s', async (override, id, expected) => {
    const lines = await complaints(`version: 1\npacks: { "${id}": ${override} }\nextends: ["${REFERENCE}"]`, { fetchPack });
    expect(lines.map((line) => line.replace(/^(\d+):\d+/, '$1'))).toEqual(expected);
  });

  it('are no rules of the policy\'s own', async () => {
    expect(await complaints('version: 1\npacks: { reads: { decide: deny } }')).toEqual([expect.stringContaining('`reads` in `packs` is not a name')]);
  });
});

describe('a policy', () => {
  it('fills in the careful value for what is not written', async () => {
    const policy = await loadPolicy({ text: 'version: 1', file: 'p.yml' }, { now: NOON });
    expect({ ...policy, digest: '' }).toMatchObject({
      version: 1, mode: { kind: 'enforce', until: null }, default: 'deny', identities: [], resources: {}, changes: [], rules: [], packs: [], warnings: [],
      approvers: { users: [], teams: [], codeowners: false, count: 1, expiresSeconds: 28_800 }, record: expect.objectContaining({ results: 'rows' }),
    });
  });

  it('lets rules inherit approvers key by key', async () => {
    const policy = await policyOf('approvers: { users: [812, "99"], teams: [acme/dba], codeowners: true, count: 2, expires: 90m }\nrules: [ { id: a, match: {}, decide: review, approvers: { count: 3, users: [] } }, { id: b, match: {}, decide: review, approvers: { teams: [acme/x/y], codeowners: false, expires: 2d } } ]');
    expect(policy.rules.map(({ approvers }) => approvers)).toEqual([
      { users: [], teams: ['acme/dba'], codeowners: true, count: 3, expiresSeconds: 5400 },
      { users: [812, 99], teams: ['acme/x/y'], codeowners: false, count: 2, expiresSeconds: 172_800 },
    ]);
  });

  it('has its other sections', async () => {
    const policy = await policyOf('record: { results: counts }\nchanges: [ { paths: ["db/**"], tool: dbmate, resource: db }, { paths: [a, b], as: sql, resource: db } ]');
    expect(policy.record).toMatchObject({ results: 'counts', key: null });
    expect([policy.approvals, (await policyOf('approvals: { after: keep, hold: 90s }')).approvals, (await policyOf('approvals: { hold: 0 }')).approvals]).toEqual([{ after: 'close', holdMs: 0 }, { after: 'keep', holdMs: 90_000 }, { after: 'close', holdMs: 0 }]);
    expect(policy.changes).toEqual([{ paths: ['db/**'], tool: 'dbmate', as: null, resource: 'db', table: null }, { paths: ['a', 'b'], tool: null, as: 'sql', resource: 'db', table: null }]);
    expect((await policyOf('record: {}')).record).toMatchObject({ results: 'rows', key: null });
  });

  it('has a digest of what it means, not of how it is written', async () => {
    const digest = async (text: string, fetchPack?: () => Promise<string>) => (await loadPolicy({ text, file: 'p.yml' }, { now: NOON, ...(fetchPack === undefined ? {} : { fetchPack }) })).digest;
    const first = await digest('version: 1\ndefault: deny # note\n');
    expect(first).toBe(await digest('{ "default": "deny", "version": 1 }'));
    // printf 'ostiary-policy-v1\n{"packs":[],"policy":{"default":"deny","version":1}}' | sha256sum
    expect(first).toBe('500d6368fa5486727b92eed607be30ed0a5152c0a26294e28dbfe5d426064eed');
    expect(first).not.toBe(await digest('version: 1\ndefault: review'));
    const extended = `version: 1\nextends: ["${REFERENCE}"]`;
    expect(await digest(extended, async () => PACK)).not.toBe(await digest(extended, async () => PACK.replace('< 6', '< 7')));
  });

  it('can not be changed', async () => {
    const policy = await policyOf('rules: [ { id: a, match: { effect: [read] }, decide: allow, mask: { a.b.c: redact } } ]');
    const frozen: unknown[] = [policy, policy.rules, policy.rules[0], policy.rules[0]?.match, policy.rules[0]?.match['effect'], policy.rules[0]?.masks, policy.resources, policy.resources['db'], policy.resources['db']?.labels, policy.identities, policy.identities[1], policy.approvers, policy.mode];
    expect(frozen.map((part) => Object.isFrozen(part))).toEqual(frozen.map(() => true));
    expect('constructor' in policy.resources).toBe(false);
  });
});
