// SPDX-License-Identifier: Apache-2.0
import { complaints, accessOf, NOON, operationOf, policyOf, principalOf } from '../../support/judging.js';

const file = (hazards: string[], effect: 'write' | 'unknown' = 'write') => operationOf([accessOf({ effect, object: 'src/app.ts', type: 'file' })], {
  kind: 'file', resource: { name: 'repository', target: 'repository' }, paths: ['src/app.ts'], facts: { name: 'file.change', hazards: hazards.map((id) => ({ id, detail: `it is ${id}` })) },
});
const decided = async (rules: string, hazards: string[], effect?: 'write' | 'unknown') => {
  const policy = await policyOf(`rules: [${rules}]`);
  const { decision, rules: led } = policy.decide({ operation: file(hazards, effect), principal: principalOf('robot'), resource: 'repository', now: NOON });
  return `${decision} ${led.join(' ')}`;
};

describe('the repository as a resource', () => {
  it('lets code change that no rule is about', async () => {
    expect(await decided('', [])).toBe('allow builtin:repository');
  });

  it('wants a person for what is not understood', async () => {
    expect(await decided('', [], 'unknown')).toBe('review builtin:not-understood');
  });

  it('wants a person for changes to what decides later changes, whatever rules allow', async () => {
    expect(await decided('{ id: all, match: { resource: repository, effect: ["*", unknown] }, decide: allow }', ['gate.workflow'])).toBe('review builtin:protected-file');
    expect(await decided('{ id: never, match: { hazard: "gate.*" }, decide: deny }', ['gate.workflow'])).toBe('deny never builtin:protected-file');
  });

  it('can not be registered by a policy', async () => {
    expect(await complaints('version: 1\nresources: { repository: { type: shell } }')).toEqual([expect.stringContaining('`repository` is the code itself')]);
  });
});

describe('match: hazard', () => {
  it.each([
    ['a review rule hits on any', '{ id: h, match: { hazard: "index-*" }, decide: review }', ['other', 'index-slow'], 'review h'],
    ['a review rule misses without', '{ id: h, match: { hazard: "index-*" }, decide: review }', ['other'], 'allow builtin:repository'],
    ['an allow rule has to cover all', '{ id: h, match: { hazard: "index-*" }, decide: allow }', ['other', 'index-slow'], 'allow builtin:repository'],
    ['an allow rule that covers all', '{ id: h, match: { hazard: "index-*" }, decide: allow }', ['index-slow'], 'allow h'],
    ['a condition may name one', `{ id: h, match: {}, when: "'index-slow' in operation.hazards", decide: deny }`, ['index-slow'], 'deny h'],
  ])('%s', async (_name, rule, hazards, expected) => {
    expect(await decided(rule, hazards)).toBe(expected);
  });
});
