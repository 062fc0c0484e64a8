// SPDX-License-Identifier: Apache-2.0
//
// Whatever comes: an answer, never an exception, and never one that says nothing of a text that says something.
import fc from 'fast-check';
import { readManifestChange } from '../../../../src/parse/kubernetes/changes.js';
import { readKubernetes } from '../../../../src/parse/kubernetes/reader.js';

const WORDS = ['apiVersion: v1', 'kind: Pod', 'kind: List', 'metadata: { name: a }', 'items:', '  - ', 'spec:', '  containers:', '    - name: c', '---', '&a', '*a', '<<: *a', '{{ .x }}', '[', '}', '"', '!!binary', 'patches:', '$patch: delete', ': ', '\n', '\t', '\0', '\ud800'];
const yaml = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 5 })), { maxLength: 30 }).map((parts) => parts.join('\n'));
const json = fc.jsonValue().map((value) => JSON.stringify(value));
const KEYS = ['spec', 'template', 'metadata', 'containers', 'securityContext', 'capabilities', 'add', 'volumes', 'hostPath', 'rules', 'verbs', 'env', 'name', 'labels', 'annotations', 'data', 'webhooks', 'subjects', 'roleRef', 'items', 'patches', 'patch', 'target', 'secretGenerator', 'jobTemplate'];
const odd = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, fc.constantFrom(null, true, 0, '', 'a', 'latest', '*'), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 5 })),
})).value;
const KINDS = ['Pod', 'Deployment', 'CronJob', 'Secret', 'ConfigMap', 'ClusterRole', 'RoleBinding', 'Service', 'Ingress', 'Namespace', 'PodDisruptionBudget', 'NetworkPolicy', 'MutatingWebhookConfiguration', 'HorizontalPodAutoscaler', 'PersistentVolume', 'Kustomization', 'List'];
const object = fc.tuple(fc.constantFrom(...KINDS), fc.constantFrom('v1', 'apps/v1', 'rbac.authorization.k8s.io/v1', 'kustomize.config.k8s.io/v1beta1'), fc.dictionary(fc.constantFrom(...KEYS), odd, { maxKeys: 8 }))
  .map(([kind, apiVersion, rest]) => JSON.stringify({ ...rest, apiVersion, kind, metadata: { ...(typeof rest['metadata'] === 'object' ? rest['metadata'] : {}), name: 'a' } }));
const request = fc.tuple(fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'), fc.array(fc.oneof(fc.constantFrom('api', 'apis', 'v1', 'apps', 'namespaces', 'shop', 'pods', 'deployments', 'a', 'exec', 'status', 'scale', 'proxy', '', '..', '%2f'), fc.string({ maxLength: 4 })), { maxLength: 8 }), fc.constantFrom('json-patch+json', 'merge-patch+json', 'strategic-merge-patch+json', 'apply-patch+yaml', 'json'), fc.oneof(json, object, yaml))
  .map(([method, path, type, body]) => `${method} /${path.join('/')}\nContent-Type: application/${type}\n\n${body}`);

const RUNS = { seed: 17, numRuns: 300 };

describe('readKubernetes of anything', () => {
  it.each([['YAML', yaml], ['JSON', json], ['objects', object], ['requests', request]])('answers %s', (_name, texts) => {
    fc.assert(fc.property(texts, (text) => {
      for (const { facts, line } of readKubernetes(text)) {
        expect(facts.accesses.length).toBeGreaterThan(0);
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(text.split('\n').length);
        expect(facts.accesses.some(({ effect }) => effect === 'unknown')).toBe(facts.unknown.length > 0);
      }
    }), RUNS);
  });

  it('answers two sides of a change, and finds nothing where they are the same', () => {
    fc.assert(fc.property(fc.oneof(yaml, object), fc.oneof(yaml, object), (base, head) => {
      expect(readManifestChange([{ path: 'a.yaml', base, head, baseLost: false }])).toHaveLength(1);
      const same = readManifestChange([{ path: 'a.yaml', base: head, head, baseLost: false }]).flat();
      expect(same.filter(({ facts }) => facts.unknown.length === 0)).toEqual([]);
    }), RUNS);
  });
});
