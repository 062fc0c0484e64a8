// SPDX-License-Identifier: Apache-2.0
//
// The examples in deploy/ are good: the operator's file loads, the three say the same, and our own check finds nothing in the manifest.
import { readFileSync } from 'node:fs';
import { load, loadAll } from 'js-yaml';
import { VERSION } from '../../src/main/version.js';
import { Readers } from '../../src/main/readers.js';
import { explain } from '../../src/commands/explain.js';
import { loadGateway } from '../../src/policy/gateway.js';
import { loadPolicy } from '../../src/policy/load.js';

const NOW = Date.parse('2026-11-26');
const read = (name: string): string => readFileSync(`deploy/${name}`, 'utf8');

interface Manifest { readonly kind: string; readonly data?: Record<string, string>; readonly spec?: { readonly template: { readonly spec: { readonly containers: readonly { readonly image: string; readonly args: readonly string[]; readonly volumeMounts: readonly { readonly mountPath: string }[] }[] } } } }

describe('deploy/', () => {
  it('has an operator\'s file that can be used', async () => {
    const { settings, policy } = await loadGateway({ text: read('gateway.yml'), file: 'gateway.yml' }, { now: NOW });
    expect([settings.api.port, settings.postgres.port, policy.warnings]).toEqual([8443, 5432, []]);
    expect(policy.grants('orders-db', ['nightly'])).toBe(true);
    expect(policy.grants('orders-db', [])).toBe(false);
  });

  it('says the same in the manifest and in the file, and runs the image of this version', () => {
    const manifests = loadAll(read('kubernetes.yml')) as Manifest[];
    const config = manifests.find(({ kind }) => kind === 'ConfigMap')?.data?.['gateway.yml'] ?? '';
    expect(load(config)).toEqual(load(read('gateway.yml')));
    const container = manifests.find(({ kind }) => kind === 'StatefulSet')?.spec?.template.spec.containers[0];
    expect(container?.image).toContain(`:${VERSION}@sha256:`);
    const { services } = load(read('compose.yml')) as { services: { gateway: { image: string; command: readonly string[]; volumes: readonly string[] } } };
    expect(services.gateway.image).toBe(`ghcr.io/ostiary/ostiary:${VERSION}`);
    expect(services.gateway.command).toEqual(container?.args);
    for (const folder of ['/run/secrets/tls', '/run/secrets/ostiary', '/var/lib/ostiary']) {
      expect(container?.volumeMounts.map(({ mountPath }) => mountPath)).toContain(folder);
      expect(services.gateway.volumes.some((volume) => volume.includes(`:${folder}`))).toBe(true);
    }
  });

  it('has what Docker Compose needs: a volume that the gateway may write, and folders that the comment names', () => {
    const text = read('compose.yml');
    const { user, volumes } = (load(text) as { services: { gateway: { user: string; volumes: readonly string[] } } }).services.gateway;
    const [uid, gid] = user.split(':');
    const [volume] = volumes.filter((one) => /^[a-z]/u.test(one)).map((one) => one.split(':')[1] ?? '');
    // A fresh named volume is what the image has at its place, owner and all.
    expect(readFileSync('Dockerfile', 'utf8')).toContain(`install -d -o ${uid ?? ''} -g ${gid ?? ''} -m 0700 ${volume ?? ''}`);
    for (const folder of volumes.map((one) => one.split(':')[0] ?? '').filter((one) => one.startsWith('./secrets'))) expect(text.split('\nservices:')[0]).toContain(folder);
  });

  it('holds what our own pack about Kubernetes holds others to', async () => {
    const text = 'version: 1\nextends: [ostiary:kubernetes]\nresources: { prod: { type: kubernetes, environment: production } }\nrules: [{ id: apply, match: { effect: [read, write, grant, schema] }, decide: allow }]\n';
    const policy = await loadPolicy({ text, file: 'policy.yml' }, { now: NOW });
    const readers = await new Readers().including('kubernetes');
    const refused: string[] = [];
    for (const document of read('kubernetes.yml').split(/^---$/mu)) {
      const answer = explain({ kind: 'kubernetes', text: document, resource: 'prod' }, { policy, readers, now: NOW });
      if (answer.decision !== 'allow') refused.push(answer.reasons.join('; '));
    }
    expect(refused).toEqual([]);
  });
});
