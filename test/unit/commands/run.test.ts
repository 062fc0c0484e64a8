// SPDX-License-Identifier: Apache-2.0
import { outcomeOf } from '../../../src/commands/run.js';
import { parseRunInputs } from '../../../src/commands/run-inputs.js';

const sealed = (review: number, deny: number) => ({ allow: 1, review, deny });

describe('outcomeOf', () => {
  it.each([
    ['all allowed', { code: 0, sealed: sealed(0, 0), onRefusal: 'fail', faulty: false }, 'ok'],
    ['something denied', { code: 0, sealed: sealed(2, 1), onRefusal: 'fail', faulty: false }, 'denied'],
    ['something to review', { code: 0, sealed: sealed(1, 0), onRefusal: 'fail', faulty: false }, 'pending'],
    ['refusals ignored', { code: 0, sealed: sealed(1, 1), onRefusal: 'ignore', faulty: false }, 'ok'],
    ["the command's own failure", { code: 7, sealed: sealed(0, 1), onRefusal: 'fail', faulty: false }, 'failed'],
    ['our fault', { code: 0, sealed: sealed(0, 0), onRefusal: 'ignore', faulty: true }, 'error'],
  ] as const)('%s', (_name, end, expected) => {
    expect(outcomeOf(end)).toBe(expected);
  });
});

describe('parseRunInputs', () => {
  const command = ['psql'];

  it('reads a local run with its defaults', () => {
    const inputs = parseRunInputs({ local: true, policy: 'p.yml', resource: ['a', 'b'], env: ['APP_URL=a'] }, command, false);
    expect(inputs).toMatchObject({ isolation: 'user', workspace: 'copy', onRefusal: 'fail', env: [{ name: 'APP_URL', resource: 'a' }], request: { local: true, policyFile: 'p.yml', resources: ['a', 'b'], sessionDir: null } });
  });

  it('reads whom to ask, and whom to trust for it', () => {
    expect(parseRunInputs({}, command, true).request.gateway).toBeNull();
    expect(parseRunInputs({ gateway: 'https://g', 'gateway-ca': '/ca.pem' }, command, true).request.gateway).toEqual({ url: 'https://g', caFile: '/ca.pem', subject: null });
    expect(parseRunInputs({ gateway: 'https://g', 'subject-token-file': '/a', 'subject-token-type': 'saml2' }, command, false).request.gateway).toEqual({ url: 'https://g', caFile: null, subject: { file: '/a', type: 'saml2' } });
  });

  it('shares the workspace when there is no isolation, unless told otherwise', () => {
    expect(parseRunInputs({ isolation: 'none' }, command, true).workspace).toBe('shared');
    expect(parseRunInputs({ isolation: 'none', workspace: 'copy' }, command, true).workspace).toBe('copy');
  });

  it.each<[string, Record<string, string | boolean | readonly string[]>, boolean, readonly string[], RegExp]>([
    ['--local in CI', { local: true, policy: 'p' }, true, command, /does not work under a CI product/],
    ['--policy without --local', { policy: 'p' }, true, command, /only together with `--local`/],
    ['--local without a policy', { local: true }, false, command, /needs `--policy FILE`/],
    ['a shell that proves nothing', {}, false, command, /no CI job is around/],
    ['a gateway for a local run', { local: true, policy: 'p', gateway: 'https://g' }, false, command, /`--gateway` does not work together with `--local`/],
    ['an authority without a gateway', { 'gateway-ca': '/ca.pem' }, true, command, /`gateway-ca` counts only together with `gateway`/],
    ['a gateway that nobody shows anything to', { gateway: 'https://g' }, false, command, /no CI job is around/],
    ['a file for nobody', { 'subject-token-file': '/a' }, true, command, /`--subject-token-file` counts only together with `--gateway`/],
    ['a type that is not shown', { gateway: 'https://g', 'subject-token-file': '/a', 'subject-token-type': 'saml1' }, true, command, /`subject-token-type` is `saml1`/],
    ['a reason for a local run', { local: true, policy: 'p', 'break-glass': 'orders are lost' }, false, command, /`break-glass` does not work together with `--local`/],
    ['a reason that is none', { 'break-glass': 'urgent' }, true, command, /`break-glass` has 6 characters/],
    ['no command', { local: true, policy: 'p' }, false, [], /no command/],
    ['an isolation that does not exist', { isolation: 'docker' }, true, command, /`isolation` is `docker`/],
    ['a workspace that does not exist', { workspace: 'x' }, true, command, /`workspace` is `x`/],
    ['an on-refusal that does not exist', { 'on-refusal': 'shrug' }, true, command, /`on-refusal` is `shrug`/],
    ['a binding without a name', { env: ['=db'] }, true, command, /`env` has `=db`/],
    ['a binding without a resource', { env: ['A='] }, true, command, /`env` has `A=`/],
    ['a binding that is no variable', { env: ['1A=db'] }, true, command, /`env` has `1A=db`/],
  ])('refuses %s', (_name, raw, ci, argv, message) => {
    expect(() => parseRunInputs(raw, argv, ci)).toThrow(message);
  });
});
