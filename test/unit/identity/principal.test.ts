// SPDX-License-Identifier: Apache-2.0
import type { ClaimTest, IdentityRule, TokenIdentity } from '../../../src/core/identity.js';
import { githubIssuer, gitlabIssuer, trustOf } from '../../../src/identity/issuers.js';
import { claimText, localPrincipal, principalOf } from '../../../src/identity/principal.js';
import type { VerifiedToken } from '../../../src/identity/verify.js';
import { loadPolicy } from '../../../src/policy/load.js';

const GITHUB = 'https://token.actions.githubusercontent.com';
const verified = (claims: Record<string, unknown>, more: Partial<VerifiedToken> = {}): VerifiedToken => ({
  kind: 'github', issuer: GITHUB, subject: 'repo:acme/shop:ref:refs/heads/main', audience: 'ostiary', claims, expiresAt: 0, tokenId: 'id', ...more,
});
const rule = (claims: Record<string, readonly ClaimTest[]>, more: Partial<TokenIdentity> = {}): TokenIdentity => ({ kind: 'token', name: 'robot', issuer: GITHUB, audience: null, claims, ifPresent: {}, ...more });
const exact = (...values: string[]): ClaimTest[] => values.map((value) => ({ exact: value }));
const names = (token: VerifiedToken, ...rules: IdentityRule[]): readonly string[] => principalOf(token, rules).names;

describe('principalOf', () => {
  it.each<[string, Record<string, unknown>, Record<string, readonly ClaimTest[]>, boolean]>([
    ['an equal text', { repository_id: '812364' }, { repository_id: exact('812364') }, true],
    ['a number with the same digits', { repository_id: 812364 }, { repository_id: exact('812364') }, true],
    ['one of several', { event_name: 'push' }, { event_name: exact('schedule', 'push') }, true],
    ['a boolean', { ref_protected: true }, { ref_protected: exact('true') }, true],
    ['a text that says true', { ref_protected: 'true' }, { ref_protected: exact('true') }, true],
    ['a glob', { ref: 'refs/heads/release/1' }, { ref: [{ glob: 'refs/heads/**' }] }, true],
    ['a glob across a slash', { ref: 'refs/heads/a/b' }, { ref: [{ glob: 'refs/heads/*' }] }, false],
    ['another text', { repository_id: '812365' }, { repository_id: exact('812364') }, false],
    ['a longer text', { repository_id: '8123640' }, { repository_id: exact('812364') }, false],
    ['a text with a blank', { repository_id: ' 812364' }, { repository_id: exact('812364') }, false],
    ['other letters', { ref: 'refs/heads/Main' }, { ref: exact('refs/heads/main') }, false],
    ['an exact test that looks like a glob', { ref: 'refs/heads/main' }, { ref: exact('refs/heads/*') }, false],
    ['a claim that is not there', {}, { repository_id: exact('812364') }, false],
    ['a claim of Object', {}, { constructor: exact('x') }, false],
    ['nothing for the text undefined', {}, { repository_id: exact('undefined') }, false],
    ['null', { repository_id: null }, { repository_id: exact('null') }, false],
    ['a list that holds it', { repository_id: ['812364'] }, { repository_id: exact('812364') }, false],
    ['an object', { repository_id: { toString: '812364' } }, { repository_id: exact('[object Object]') }, false],
    ['a number that was rounded', { repository_id: 9007199254740993 }, { repository_id: exact('9007199254740992') }, false],
    ['a fraction', { repository_id: 1.5 }, { repository_id: exact('1.5') }, false],
    ['only some of the claims', { repository_id: '812364', event_name: 'push' }, { repository_id: exact('812364'), event_name: exact('schedule') }, false],
    ['no claims at all', { repository_id: '812364' }, {}, false],
    ['no values at all', { repository_id: '812364' }, { repository_id: [] }, false],
  ])('compares %s', (_name, claims, tests, expected) => {
    expect(names(verified(claims), rule(tests))).toEqual(expected ? ['robot'] : []);
  });

  it('takes no other issuer, however alike', () => {
    const claims = { repository_id: '812364' };
    for (const issuer of [`${GITHUB}/`, `${GITHUB}/acme`, GITHUB.toUpperCase(), 'https://evil.example']) {
      expect(names(verified(claims, { issuer }), rule({ repository_id: exact('812364') }))).toEqual([]);
    }
  });

  it('wants the audience that the identity names', () => {
    const claims = { repository_id: '1' };
    const test = rule({ repository_id: exact('1') }, { audience: ['gateway'] });
    expect(names(verified(claims), test)).toEqual([]);
    expect(names(verified(claims, { audience: 'gateway' }), test)).toEqual(['robot']);
  });

  it('holds all names that fit, in the order of the policy, and never a local one', () => {
    const claims = { repository_id: '1', event_name: 'push' };
    const rules: IdentityRule[] = [rule({ event_name: exact('push') }, { name: 'b' }), { kind: 'local', name: 'me' }, rule({ repository_id: exact('2') }, { name: 'c' }), rule({ repository_id: exact('1') }, { name: 'a' })];
    expect(names(verified(claims), ...rules)).toEqual(['b', 'a']);
  });

  it('never reads sub', () => {
    expect(names(verified({ sub: 'repo:acme/shop:ref:refs/heads/main' }, { subject: 'repo:acme/shop:environment:production' }), rule({ repository_id: exact('1') }))).toEqual([]);
  });

  it.each<[VerifiedToken['kind'], Record<string, unknown>, string | undefined]>([
    ['github', { actor_id: '7', user_id: '8' }, '7'], ['gitlab', { actor_id: '7', user_id: '8' }, '8'], ['oidc', { actor_id: '7', user_id: '8' }, undefined], ['github', { actor: 'sam' }, undefined],
  ])('knows who prompted a %s job', (kind, claims, expected) => {
    expect(principalOf(verified(claims, { kind }), []).prompter).toBe(expected);
  });
});

describe("principalOf on merge requests of forks", () => {
  const issuer = 'https://gitlab.com';
  const token = (claims: Record<string, unknown>): VerifiedToken => verified(claims, { kind: 'gitlab', issuer });
  const inFork = { project_id: '66', job_project_id: '77', project_path: 'mallory/shop', job_project_path: 'acme/shop' };

  it.each<[string, Record<string, unknown>, Partial<TokenIdentity>, boolean]>([
    ['a job of the project', { project_id: '77', job_project_id: '77' }, { claims: { project_id: exact('77') } }, true],
    ['a job of an older GitLab', { project_id: '77' }, { claims: { project_id: exact('77') } }, true],
    ['a fork under its own id', inFork, { claims: { project_id: exact('66') } }, false],
    ['a fork by its path', inFork, { claims: { project_path: exact('mallory/shop') } }, false],
    ['a fork when the policy tests both', inFork, { claims: { project_id: exact('66'), job_project_id: exact('77') } }, true],
    ['a fork against a test of what is present', inFork, { claims: { ref: exact('main') }, ifPresent: { job_project_id: exact('66') } }, false],
    ['a present claim that is a list', { ref: 'main', job_project_id: ['77'] }, { claims: { ref: exact('main') }, ifPresent: { job_project_id: exact('77') } }, false],
  ])('%s', (_name, claims, parts, expected) => {
    expect(names(token({ ref: 'main', ...claims }), rule({}, { issuer, ...parts }))).toEqual(expected ? ['robot'] : []);
  });

  it('keeps a fork out of what the shorthand and the long form say of a project', async () => {
    const policy = await loadPolicy({ text: 'version: 1\nidentities:\n  short: { gitlab: { project_id: 77 } }\n  long: { issuer: "https://gitlab.com", claims: { project_id: 77 } }\nrules: []\n', file: 'p.yml' }, { now: 0 });
    expect(names(token({ project_id: '77', job_project_id: '77' }), ...policy.identities)).toEqual(['short', 'long']);
    expect(names(token({ project_id: '77', job_project_id: '66' }), ...policy.identities)).toEqual([]);
    expect(names(token(inFork), ...policy.identities)).toEqual([]);
  });
});

describe('localPrincipal', () => {
  it('is every local identity and no other', () => {
    const rules: IdentityRule[] = [{ kind: 'local', name: 'me' }, rule({ repository_id: exact('1') })];
    expect(localPrincipal(rules, { user: 'sam', machine: 'laptop' })).toEqual({ names: ['me'], issuer: 'local', subject: 'sam@laptop', claims: { user: 'sam', machine: 'laptop' } });
  });
});

describe('claimText', () => {
  it('reads only what the claims own', () => {
    expect(claimText({}, 'toString')).toBeNull();
    expect(claimText(JSON.parse('{"__proto__":"x"}') as Record<string, unknown>, '__proto__')).toBe('x');
  });
});

describe('issuers', () => {
  it.each([
    ['https://github.com', GITHUB], ['https://acme.ghe.com', 'https://token.actions.acme.ghe.com'], ['https://ghes.example', 'https://ghes.example/_services/token'], ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/_services/token'],
  ])('of GitHub at %s is %s', (server, issuer) => {
    expect(githubIssuer(server)).toEqual({ kind: 'github', issuer });
  });

  it.each([['https://gitlab.com', 'https://gitlab.com'], ['https://ci.example/gitlab/', 'https://ci.example/gitlab'], ['https://ci.example:8443', 'https://ci.example:8443']])('of GitLab at %s is %s', (server, issuer) => {
    expect(gitlabIssuer(server)).toEqual({ kind: 'gitlab', issuer });
  });

  it.each(['http://github.com', 'github.com', 'https://user:pw@github.com', 'ftp://github.com'])('refuses the server %s', (server) => {
    expect(() => githubIssuer(server)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
    expect(() => gitlabIssuer(server)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });

  it.each<[unknown, boolean]>([
    [GITHUB, true], [`${GITHUB}/acme-corp`, true], [`${GITHUB}/acme/../x`, false], [`${GITHUB}/a/b`, false], [`${GITHUB}.evil.example`, false], [`${GITHUB}/`, false], [`${GITHUB}/-x`, false], [`${GITHUB}/%2e`, false], [null, false], [{ toString: () => GITHUB }, false],
  ])('trusts %p: %p', (iss, expected) => {
    expect(trustOf([githubIssuer('https://github.com')], iss) !== null).toBe(expected);
  });

  it('knows enterprises of github.com alone', () => {
    expect(trustOf([githubIssuer('https://ghes.example')], 'https://ghes.example/_services/token/acme')).toBeNull();
    expect(trustOf([{ kind: 'oidc', issuer: GITHUB }], `${GITHUB}/acme`)).toBeNull();
  });
});
