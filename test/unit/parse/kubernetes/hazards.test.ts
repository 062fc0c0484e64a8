// SPDX-License-Identifier: Apache-2.0
import { podOf } from '../../../../src/parse/kubernetes/pod.js';
import { podSecurityHazards } from '../../../../src/parse/kubernetes/pod-security.js';
import { readManifest } from '../../../../src/parse/kubernetes/manifest.js';
import { readKubernetes } from '../../../../src/parse/kubernetes/reader.js';
import type { Resource } from '../../../../src/parse/kubernetes/resource.js';

const ids = (text: string): string[] => readKubernetes(text).flatMap(({ facts }) => facts.hazards.map(({ id }) => id));
const resource = (text: string): Resource => {
  const [part] = readManifest(text);
  if (part?.kind !== 'resource') throw new Error('no resource');
  return part.resource;
};
const pod = (spec: unknown, annotations: Record<string, string> = {}): string => JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', annotations }, spec });
const security = (spec: unknown, minor?: number, annotations?: Record<string, string>): string[] => {
  const found = podOf(resource(pod(spec, annotations)));
  return found === null ? [] : podSecurityHazards(found, minor).map(({ id }) => id.replace('pod-security.', ''));
};
const box = (more: object, list = 'containers'): object => ({ containers: [{ name: 'plain' }], [list]: [{ name: 'c', ...more }] });

const GOOD = { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } }, containers: [{ name: 'c', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }] };

describe('podSecurityHazards', () => {
  it('has nothing to say about a pod of the restricted level', () => {
    expect(security(GOOD)).toEqual([]);
  });

  it.each(['containers', 'initContainers', 'ephemeralContainers'])('looks at %s', (list) => {
    expect(security(box({ securityContext: { privileged: true } }, list))).toContain('baseline.privileged');
  });

  it.each([
    ['baseline.host-namespaces', { hostIPC: true }, {}], ['baseline.host-process', { securityContext: { windowsOptions: { hostProcess: true } } }, {}],
    ['baseline.host-path', { volumes: [{ name: 'x', hostPath: {} }] }, {}], ['baseline.host-ports', box({ ports: [{ containerPort: 1 }, { hostPort: 80 }] }), box({ ports: [{ hostPort: 0 }] })],
    ['baseline.capabilities', box({ securityContext: { capabilities: { add: ['NET_RAW'] } } }), box({ securityContext: { capabilities: { add: ['CHOWN'] } } })],
    ['baseline.capabilities', box({ securityContext: { capabilities: { add: 'SYS_ADMIN' } } }), box({ securityContext: { capabilities: { add: [] } } })],
    ['baseline.selinux', { securityContext: { seLinuxOptions: { user: 'root' } } }, { securityContext: { seLinuxOptions: { type: 'container_t', level: 's0' } } }],
    ['baseline.app-armor', { securityContext: { appArmorProfile: { type: 'Unconfined' } } }, { securityContext: { appArmorProfile: { type: 'Localhost' } } }],
    ['baseline.proc-mount', box({ securityContext: { procMount: 'Unmasked' } }), { ...box({ securityContext: { procMount: 'Unmasked' } }), hostUsers: false }],
    ['baseline.seccomp', { securityContext: { seccompProfile: { type: 'Unconfined' } } }, {}],
    ['baseline.sysctls', { securityContext: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } }, { securityContext: { sysctls: [{ name: 'net.ipv4.tcp_syncookies', value: '1' }] } }],
    ['baseline.host-probes', box({ livenessProbe: { httpGet: { host: 'x', port: 1 } } }), box({ livenessProbe: { httpGet: { port: 1 } } })],
    ['restricted.volume-types', { volumes: [{ name: 'x', nfs: { server: 's', path: '/' } }] }, { volumes: [{ name: 'x', emptyDir: {} }] }],
    ['restricted.run-as-user', { securityContext: { runAsUser: 0 } }, { securityContext: { runAsUser: 1000 } }],
    ['restricted.run-as-user', { securityContext: { runAsUser: '0' } }, { securityContext: { runAsUser: 0 }, hostUsers: false }],
    ['restricted.run-as-non-root', { ...GOOD, securityContext: { runAsNonRoot: false } }, GOOD],
  ])('%s', (id, broken, kept) => {
    expect([security(broken).includes(id), security(kept).includes(id)]).toEqual([true, false]);
  });

  it.each([
    ['baseline.host-probes', box({ livenessProbe: { tcpSocket: { host: 'x', port: 1 } } }), 33, 34],
    ['restricted.privilege-escalation', {  containers: [{ name: 'c' }] }, 7, 8], ['restricted.seccomp', { containers: [{ name: 'c' }] }, 18, 19], ['restricted.capabilities', { containers: [{ name: 'c' }] }, 21, 22],
    ['restricted.run-as-user', { securityContext: { runAsUser: 0 } }, 22, 23],
  ])('asks for %s from its version on', (id, spec, before, since) => {
    expect([security(spec, before).includes(id), security(spec, since).includes(id)]).toEqual([false, true]);
  });

  it('lets Windows pods off what Windows does not have, from v1.25 on', () => {
    const windows = { os: { name: 'windows' }, securityContext: { runAsNonRoot: true }, containers: [{ name: 'c' }] };
    expect([security(windows, 25), security(windows, 24)]).toEqual([[], ['restricted.privilege-escalation', 'restricted.seccomp', 'restricted.capabilities']]);
  });

  it('reads annotations where versions did', () => {
    expect(security(GOOD, 18, { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' })).toEqual(['baseline.seccomp']);
    expect(security(GOOD, 37, { 'container.apparmor.security.beta.kubernetes.io/c': 'unconfined' })).toEqual(['baseline.app-armor']);
  });

  it.each([
    ['Deployment', 'apps/v1', 'template'], ['ReplicaSet', 'apps/v1', 'template'], ['StatefulSet', 'apps/v1', 'template'], ['DaemonSet', 'apps/v1', 'template'], ['Job', 'batch/v1', 'template'],
    ['ReplicationController', 'v1', 'template'], ['Rollout', 'argoproj.io/v1alpha1', 'template'], ['Unheard', 'example.com/v1', 'template'],
  ])('finds the pod of a %s', (kind, apiVersion, key) => {
    expect(ids(JSON.stringify({ apiVersion, kind, metadata: { name: 'a' }, spec: { [key]: { spec: box({ securityContext: { privileged: true } }) } } }))).toContain('pod-security.baseline.privileged');
  });

  it('finds the pods of CronJobs and PodTemplates', () => {
    const template = { spec: box({ securityContext: { privileged: true } }) };
    expect(ids(JSON.stringify({ apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'a' }, spec: { jobTemplate: { spec: { template } } } }))).toContain('pod-security.baseline.privileged');
    expect(ids(JSON.stringify({ apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 'a' }, template }))).toContain('pod-security.baseline.privileged');
  });
});

describe('hazards of workloads', () => {
  const image = (name: string): string[] => ids(pod(box({ image: name }))).filter((id) => id.startsWith('image-') && id !== 'image-pull-policy');
  it.each([
    ['web', ['image-latest']], ['web:latest', ['image-latest']], ['registry.example:5000/web', ['image-latest']], ['web:1', ['image-no-digest']], ['registry.example:5000/a/web:1.2', ['image-no-digest']],
    [`web@sha256:${'0'.repeat(64)}`, []], [`web:latest@sha256:${'0'.repeat(64)}`, []], ['web@sha256:short', ['image-latest']], ['', []],
  ])('%s', (name, expected) => {
    expect(image(name)).toEqual(expected);
  });

  it.each([
    ['/', true], ['/etc/', true], ['//etc', true], ['/var/run/docker.sock', true], ['/var', true], ['/run', true], ['/mnt/../etc', true], ['/proc/1', true], ['/mnt/cache', false], ['/etcetera', false],
  ])('a mount of %s is sensitive: %s', (path, expected) => {
    expect(ids(pod({ ...box({}), volumes: [{ name: 'x', hostPath: { path } }] })).includes('host-path-sensitive')).toBe(expected);
  });
});

describe('secrets in the clear', () => {
  const clear = (name: string, value: string): boolean => ids(pod(box({ env: [{ name, value }] }))).includes('secret-in-clear');
  it.each([
    ['DB_PASSWORD', 'x', true], ['dbPassword', 'x', true], ['API_KEY', 'x', true], ['GITHUB_TOKEN', 'x', true], ['URL', 'postgres://app:pw@db/shop', true], ['KEY', '-----BEGIN RSA PRIVATE KEY-----', true], ['A', `ghp_${'a'.repeat(36)}`, true],
    ['DB_PASSWORD', '', false], ['DB_PASSWORD', '$(OTHER)', false], ['DB_PASSWORD_FILE', '/run/x', false], ['PASSWORD_MIN_LENGTH', '8', false], ['TOKEN_TTL', '1h', false], ['URL', 'https://example.com/a@b', false], ['LEVEL', 'debug', false],
  ])('%s=%s: %s', (name, value, expected) => {
    expect(clear(name, value)).toBe(expected);
  });
});

describe('rights', () => {
  const role = (rule: string): string[] => ids(`apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: a }\nrules: [ ${rule} ]\n`);
  it.each([
    ['{ apiGroups: [""], resources: [pods/exec], verbs: [create] }', 'rbac.pods-exec', true], ['{ apiGroups: [""], resources: ["*"], verbs: [create] }', 'rbac.pods-exec', true], ['{ apiGroups: [""], resources: ["*/exec"], verbs: ["*"] }', 'rbac.pods-exec', true],
    ['{ apiGroups: [apps], resources: ["*"], verbs: ["*"] }', 'rbac.pods-exec', false], ['{ apiGroups: [""], resources: [pods], verbs: [create] }', 'rbac.pods-exec', false],
    ['{ apiGroups: ["*"], resources: ["*"], verbs: [get, list, watch, create, update, patch, delete] }', 'rbac.everything', true], ['{ apiGroups: ["*"], resources: ["*"], verbs: [get, list] }', 'rbac.everything', false],
    ['{ apiGroups: [""], resources: [secrets], resourceNames: [db], verbs: [get] }', 'rbac.secrets', true], ['{ apiGroups: [""], resources: [configmaps], verbs: [get] }', 'rbac.secrets', false],
  ])('%s has %s: %s', (rule, id, expected) => {
    expect(role(rule).includes(id)).toBe(expected);
  });
});

describe('what decides about others', () => {
  const object = (apiVersion: string, kind: string, more: object = {}): string => JSON.stringify({ apiVersion, kind, metadata: { name: 'a', namespace: 'shop' }, ...more });
  it.each<[string, string, string, object, object]>([
    ['guard-changed', 'kyverno.io/v2', 'PolicyException', {}, {}], ['guard-changed', 'security.istio.io/v1', 'PeerAuthentication', { spec: { mtls: { mode: 'DISABLE' } } }, {}], ['guard-changed', 'constraints.gatekeeper.sh/v1beta1', 'K8sAllowedRepos', {}, {}], ['guard-changed', 'cilium.io/v2', 'CiliumNetworkPolicy', {}, {}],
    ['guard-changed', 'networking.istio.io/v1', 'EnvoyFilter', {}, {}], ['guard-changed', 'external-secrets.io/v1', 'ClusterSecretStore', {}, {}], ['service-external-name', 'v1', 'Endpoints', { subsets: [{ addresses: [{ ip: '192.0.2.1' }] }] }, { subsets: [] }],
    ['service-external-name', 'discovery.k8s.io/v1', 'EndpointSlice', { endpoints: [{ addresses: ['192.0.2.1'] }] }, { endpoints: [] }], ['admission-webhook-outside', 'apiextensions.k8s.io/v1', 'CustomResourceDefinition', { spec: { conversion: { strategy: 'Webhook', webhook: { clientConfig: { url: 'https://x.example' } } } } }, { spec: { conversion: { strategy: 'None' } } }],
    ['volume-host-path', 'v1', 'PersistentVolume', { spec: { local: { path: '/etc' } } }, { spec: { local: { path: '/mnt/disks/a' } } }], ['control-plane-scheduling', 'v1', 'Pod', { spec: { containers: [], tolerations: [{ operator: 'Exists' }] } }, { spec: { containers: [], tolerations: [{ key: 'gpu', operator: 'Exists' }] } }],
    ['priority-preempts', 'v1', 'Pod', { spec: { containers: [], priorityClassName: 'system-node-critical' } }, { spec: { containers: [], priorityClassName: 'web' } }],
    ['network-open-ingress', 'networking.k8s.io/v1', 'Ingress', { metadata: { name: 'a', annotations: { 'nginx.ingress.kubernetes.io/whitelist-source-range': '0.0.0.0/0' } } }, { metadata: { name: 'a', annotations: { 'nginx.ingress.kubernetes.io/whitelist-source-range': '10.0.0.0/8' } } }],
  ])('%s: %s %s', (id, apiVersion, kind, broken, kept) => {
    expect(ids(object(apiVersion, kind, broken))).toContain(id);
    if (id !== 'guard-changed') expect(ids(object(apiVersion, kind, kept))).not.toContain(id);
  });

  it('leaves plain routes and DaemonSets, which run everywhere, alone', () => {
    expect(ids(object('networking.istio.io/v1', 'VirtualService', { spec: {} }))).toEqual([]);
    expect(ids(object('apps/v1', 'DaemonSet', { spec: { template: { spec: { containers: [], tolerations: [{ operator: 'Exists' }] } } } }))).not.toContain('control-plane-scheduling');
  });
});
