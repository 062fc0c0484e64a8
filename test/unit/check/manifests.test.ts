// SPDX-License-Identifier: Apache-2.0
//
// Manifests of a change, through the readers that a check really has: what goes away is deleted.
import { assign } from '../../../src/check/mapping.js';
import type { ChangedFile } from '../../../src/check/changed-file.js';
import { check } from '../../../src/check/check.js';
import type { FileChange } from '../../../src/core/change.js';
import { ChangeReaders } from '../../../src/main/change-readers.js';
import { changeOf } from '../../support/change.js';
import { NOON, policyOf, principalOf } from '../../support/judging.js';

const POLICY = `
extends: [ostiary:kubernetes]
changes: [ { paths: ["k8s/**"], as: kubernetes, resource: cluster }, { paths: ["db/**"], as: sql, resource: db } ]
rules: [ { id: writes, match: { principal: robot, effect: [read, write] }, decide: allow } ]`;
const claim = (name: string): string => `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: ${name}, namespace: shop }\n`;

async function seen(base: Record<string, string>, head: Record<string, string | Buffer>): Promise<string[]> {
  const result = await check({ source: changeOf(base, head), policy: await policyOf(POLICY), policySource: 'p', preview: false, principal: principalOf('robot'), readers: new ChangeReaders(), now: NOON });
  return result.operations.filter(({ kind, resource }) => resource === 'cluster' || kind === 'kubernetes').map(({ path, line, statement, decision, rules }) => `${path}:${line} ${statement} ${decision} ${rules[0] ?? ''}`);
}

describe('check of manifests', () => {
  it.each([
    ['a file that is deleted', { 'k8s/a.yaml': claim('data') }, {}, ['k8s/a.yaml:1 DELETE PERSISTENTVOLUMECLAIM deny ostiary:kubernetes/no-data-deletion']],
    ['a document that is taken out', { 'k8s/a.yaml': `${claim('a')}---\n${claim('b')}` }, { 'k8s/a.yaml': claim('a') }, ['k8s/a.yaml:4 DELETE PERSISTENTVOLUMECLAIM deny ostiary:kubernetes/no-data-deletion']],
    ['a file that is moved to where nothing applies it', { 'k8s/a.yaml': claim('data') }, { 'old/a.yaml': claim('data') }, ['k8s/a.yaml:1 DELETE PERSISTENTVOLUMECLAIM deny ostiary:kubernetes/no-data-deletion', 'old/a.yaml:1 APPLY PERSISTENTVOLUMECLAIM allow writes']],
    ['a file that is moved among manifests', { 'k8s/a.yaml': claim('data') }, { 'k8s/b.yaml': claim('data') }, []],
    ['a new file', {}, { 'k8s/a.yaml': claim('data') }, ['k8s/a.yaml:1 APPLY PERSISTENTVOLUMECLAIM allow writes']],
    ['a manifest that no entry names, deleted', { 'deploy/a.yaml': claim('data') }, {}, ['deploy/a.yaml:1 DELETE PERSISTENTVOLUMECLAIM deny ostiary:kubernetes/no-data-deletion']],
    ['a document of one that no entry names', { 'deploy/a.yaml': `${claim('a')}---\n${claim('b')}` }, { 'deploy/a.yaml': claim('a') }, ['deploy/a.yaml:4 DELETE PERSISTENTVOLUMECLAIM deny ostiary:kubernetes/no-data-deletion']],
    ['one that no entry names, moved', { 'deploy/a.yaml': claim('data') }, { 'deploy/b.yaml': claim('data') }, []],
    ['a file that is no text', { 'k8s/a.yaml': claim('data') }, { 'k8s/a.yaml': Buffer.from([0xff, 0xfe]) }, ['k8s/a.yaml:1 UNKNOWN deny builtin:not-understood', 'k8s/a.yaml:1 DELETE PERSISTENTVOLUMECLAIM deny ostiary:kubernetes/no-data-deletion']],
  ])('sees %s', async (_name, base, head, expected) => {
    expect(await seen(base as Record<string, string>, head as Record<string, string | Buffer>)).toEqual(expected);
  });
});

describe('the text of a finding', () => {
  it.each([
    ['an object', 'k8s/a.yaml', claim('data'), 'apply v1 PersistentVolumeClaim shop/persistentvolumeclaims/data'],
    ['a patch', 'k8s/kustomization.yaml', 'patches: [{ target: { kind: Deployment, name: web }, patch: "- op: add\\n  path: /spec/x\\n  value: 1" }]\n', 'patch Deployment default/deployments/web'],
  ])('says what is done to %s, and leaves its body to the diff', async (_what, path, text, expected) => {
    const result = await check({ source: changeOf({}, { [path]: text }), policy: await policyOf(POLICY), policySource: 'p', preview: false, principal: principalOf('robot'), readers: new ChangeReaders(), now: NOON });
    expect(result.operations.map((one) => one.text)).toContain(expected);
    expect(result.operations.some(({ bytes }) => bytes?.includes('{') === true)).toBe(true);
  });
});

describe('assign', () => {
  const file = (change: Partial<FileChange>): ChangedFile => ({
    change: { path: 'k8s/a.yaml', from: 'k8s/a.yaml', status: 'modified', oldMode: '100644', newMode: '100644', binary: false, added: [], removed: [], ...change }, head: 'head', base: 'base', size: 4, sha256: '0', bytes: null, unreadable: null,
  });
  const groups = async (files: readonly ChangedFile[]): Promise<string[]> => assign(files, (await policyOf(POLICY)).changes).flatMap(({ files: found }) => found.map(({ change, head, base }) => `${change.status} ${change.path} ${head ?? '-'} ${base ?? '-'}`));

  it.each([
    [{}, ['modified k8s/a.yaml head base']],
    [{ status: 'renamed', from: 'old/a.yaml' }, ['renamed k8s/a.yaml head -']],
    [{ status: 'renamed', path: 'old/a.yaml' }, ['deleted k8s/a.yaml - base']],
    [{ status: 'renamed', path: 'k8s/b.yaml' }, ['renamed k8s/b.yaml head base']],
    [{ status: 'copied', path: 'old/a.yaml' }, []],
    [{ status: 'copied', path: 'k8s/b.yaml' }, ['copied k8s/b.yaml head -']],
    [{ status: 'deleted' }, ['deleted k8s/a.yaml - base']],
    [{ status: 'deleted', path: 'db/a.sql', from: 'db/a.sql' }, []],
  ] as const)('%j', async (change, expected) => {
    expect(await groups([file(change)])).toEqual(expected);
  });
});
