// SPDX-License-Identifier: Apache-2.0
//
// What people look for in a workload beside the Pod Security Standards: images that can change, limits and probes that are missing, tokens
// that are mounted, paths of the node that give it away. Refuses nothing; each is a hazard for rules to name.
import type { Hazard } from '../../core/model.js';
import { containersThat } from './baseline.js';
import type { Container, Pod } from './pod.js';
import type { Resource } from './resource.js';
import { isSensitive } from './sensitive.js';
import { list, mappingAt, present, text, texts, type Value, within } from './value.js';

type Question = readonly [id: string, ask: (pod: Pod, resource: Resource) => string | null];

/** Kinds that run until they are done: nobody sends them requests. */
const FINITE = ['Job', 'CronJob'];
/** Kinds that something else keeps running. */
const REPLICATED = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'];
const DANGEROUS = new Set(['ALL', 'SYS_ADMIN', 'NET_ADMIN', 'SYS_PTRACE', 'SYS_MODULE', 'SYS_RAWIO', 'SYS_BOOT', 'SYS_TIME', 'DAC_READ_SEARCH', 'BPF', 'PERFMON', 'SYSLOG', 'MAC_ADMIN', 'MAC_OVERRIDE', 'CHECKPOINT_RESTORE', 'AUDIT_CONTROL', 'LINUX_IMMUTABLE']);
/** What a runtime gives when nobody asks, and what hardening takes away. */
const DEFAULT_CAPABILITIES = ['CHOWN', 'DAC_OVERRIDE', 'FSETID', 'FOWNER', 'MKNOD', 'NET_RAW', 'SETGID', 'SETUID', 'SETFCAP', 'SETPCAP', 'NET_BIND_SERVICE', 'SYS_CHROOT', 'KILL', 'AUDIT_WRITE'];

const QUESTIONS: readonly Question[] = [
  ['image-latest', (pod) => containersThat(pod, 'runs whatever image is the newest that day', ({ value }) => isLatest(imageOf(value['image'])))],
  ['image-no-digest', (pod) => containersThat(pod, 'runs an image whose tag can be moved (no `@sha256:`)', ({ value }) => isTagged(imageOf(value['image'])))],
  ['image-pull-policy', (pod) => containersThat(pod, 'takes the image that happens to be on the node', pullsRarely)],
  ['cpu-requests-missing', resourceQuestion('requests', 'cpu', 'asks for no processor time, so that the scheduler puts it anywhere')],
  ['cpu-limits-missing', resourceQuestion('limits', 'cpu', 'may take all processor time of its node')],
  ['memory-requests-missing', resourceQuestion('requests', 'memory', 'asks for no memory, so that it is the first to be evicted')],
  ['memory-limits-missing', resourceQuestion('limits', 'memory', 'may take all memory of its node')],
  ['liveness-probe-missing', probeQuestion('livenessProbe', 'is not restarted when it hangs')],
  ['readiness-probe-missing', probeQuestion('readinessProbe', 'gets requests before it is ready')],
  ['root-filesystem-writable', (pod) => (pod.windows ? null : containersThat(pod, 'can write to its own image', ({ security }) => security['readOnlyRootFilesystem'] !== true))],
  ['capabilities-kept', (pod) => containersThat(pod, 'keeps capabilities that nobody asked for', keepsCapabilities)],
  ['capabilities-dangerous', (pod) => containersThat(pod, 'has capabilities that lead to the node', ({ security }) => upper(within(security, 'capabilities', 'add')).some((name) => DANGEROUS.has(name)))],
  ['hardening-missing', hardening],
  ['host-path-sensitive', sensitivePath],
  ['service-account-token', tokenMounted],
  ['priority-class-missing', ({ spec }) => (text(spec['priorityClassName']) === null ? 'nobody said how important it is when nodes are full' : null)],
  ['priority-preempts', ({ spec }) => (/^system-(?:cluster|node)-critical$/u.test(text(spec['priorityClassName']) ?? '') ? 'pods of others are evicted for it' : null)],
  ['topology-spread-missing', ({ spec }, { kind }) => (REPLICATED.includes(kind) && list(spec['topologySpreadConstraints']).length === 0 ? 'all its pods may land on one node' : null)],
  ['single-replica', (_pod, { kind, value }) => (kind === 'Deployment' && [undefined, null, 1].includes(within(value, 'spec', 'replicas') as null) ? 'it runs once, so that it is away whenever its node is' : null)],
  ['naked-pod', (_pod, { kind, value }) => (kind === 'Pod' && list(within(value, 'metadata', 'ownerReferences')).length === 0 ? 'nothing starts the pod again when its node goes' : null)],
  ['control-plane-scheduling', controlPlane],
  ['shared-process-namespace', ({ spec }) => (spec['shareProcessNamespace'] === true ? 'its containers see each other\'s processes and their secrets' : null)],
];

/** Hazards of a workload; empty for resources that bear no pod. */
export function workloadHazards(pod: Pod, resource: Resource): readonly Hazard[] {
  return QUESTIONS.flatMap(([id, ask]) => {
    const detail = ask(pod, resource);
    return detail === null ? [] : [{ id, detail }];
  });
}

/** Hazards that a part of a workload can show, too: those about what is there, not about what is missing. */
export function visibleHazards(pod: Pod, resource: Resource): readonly Hazard[] {
  const visible = ['image-latest', 'image-no-digest', 'capabilities-dangerous', 'host-path-sensitive', 'control-plane-scheduling', 'shared-process-namespace', 'priority-preempts'];
  return workloadHazards(pod, resource).filter(({ id }) => visible.includes(id));
}

interface Image {
  readonly tag: string | null;
  readonly digest: boolean;
}

// `registry:5000/team/app:1.2@sha256:…`: the tag is after the last colon of the last part. An empty image is set by somebody else later.
function imageOf(image: Value | undefined): Image | null {
  if (typeof image !== 'string' || image === '') return null;
  const [name, digest] = image.split('@');
  const last = (name as string).slice((name as string).lastIndexOf('/') + 1);
  const colon = last.indexOf(':');
  return { tag: colon < 0 ? null : last.slice(colon + 1), digest: digest !== undefined && /^sha256:[0-9a-f]{64}$/u.test(digest) };
}

function isLatest(image: Image | null): boolean {
  return image !== null && !image.digest && (image.tag === null || image.tag === 'latest' || image.tag === '');
}

function isTagged(image: Image | null): boolean {
  return image !== null && !image.digest && !isLatest(image);
}

// The default is Always for `latest`, IfNotPresent else; a digest can't change.
function pullsRarely({ value }: Container): boolean {
  return imageOf(value['image'])?.digest !== true && value['imagePullPolicy'] !== 'Always';
}

function resourceQuestion(part: 'requests' | 'limits', name: string, what: string): Question[1] {
  return (pod) => (present(within(pod.spec, 'resources', part, name)) ? null : containersThat(pod, what, (container) => container.list !== 'ephemeralContainers' && !present(within(container.value, 'resources', part, name)) && !(part === 'requests' && present(within(container.value, 'resources', 'limits', name)))));
}

function probeQuestion(probe: string, what: string): Question[1] {
  return (pod, { kind }) => (FINITE.includes(kind) ? null : containersThat(pod, what, (container) => container.list === 'containers' && !present(container.value[probe])));
}

function upper(value: Value | undefined): string[] {
  return texts(value).map((name) => name.toUpperCase().replace(/^CAP_/u, ''));
}

function keepsCapabilities({ security }: Container): boolean {
  const dropped = upper(within(security, 'capabilities', 'drop'));
  if (upper(within(security, 'capabilities', 'add')).includes('ALL')) return true;
  return !dropped.includes('ALL') && DEFAULT_CAPABILITIES.some((name) => !dropped.includes(name));
}

// Any one of AppArmor, seccomp, SELinux or fewer capabilities will do.
function hardening(pod: Pod): string | null {
  if (pod.windows) return null;
  const confined = (security: Container['security']): boolean => ['RuntimeDefault', 'Localhost'].includes(String(within(security, 'seccompProfile', 'type'))) || Object.values(mappingAt(security, 'seLinuxOptions')).some(present) || ['RuntimeDefault', 'Localhost'].includes(String(within(security, 'appArmorProfile', 'type')));
  if (confined(pod.security)) return null;
  const annotated = (name: string): boolean => /^(?:runtime\/default|localhost\/)/u.test(String(pod.annotations[`container.apparmor.security.beta.kubernetes.io/${name}`]));
  const drops = (security: Container['security']): boolean => upper(within(security, 'capabilities', 'drop')).length > 0 && !upper(within(security, 'capabilities', 'add')).includes('ALL');
  return containersThat(pod, 'has no AppArmor, seccomp or SELinux profile and keeps its capabilities', ({ name, security }) => !confined(security) && !annotated(name) && !drops(security));
}

function sensitivePath({ spec }: Pod): string | null {
  const paths = list(spec['volumes']).map((volume) => text(within(volume, 'hostPath', 'path'))).filter((path) => path !== null);
  const found = paths.filter((path) => isSensitive(path));
  return found.length === 0 ? null : `whoever has ${found.map((path) => `\`${path.slice(0, 100)}\``).join(', ')} of a node has the node`;
}

function tokenMounted({ spec }: Pod): string | null {
  return spec['automountServiceAccountToken'] === false ? null : 'each container gets a token for the API of the cluster (`automountServiceAccountToken` is not false)';
}

function controlPlane({ spec }: Pod, { kind }: Resource): string | null {
  if (text(spec['nodeName']) !== null) return 'it is put onto a node by name, past the scheduler';
  // Without a key it tolerates every taint; what runs on every node has to.
  if (kind !== 'DaemonSet' && list(spec['tolerations']).some((toleration) => within(toleration, 'operator') === 'Exists' && (within(toleration, 'key') ?? '') === '')) return 'it tolerates every taint, those of the control plane, too';
  const tolerated = list(spec['tolerations']).some((toleration) => /node-role\.kubernetes\.io\/(?:master|control-plane)/u.test(String(within(toleration, 'key'))));
  return tolerated ? 'it may run on the nodes of the control plane' : null;
}
