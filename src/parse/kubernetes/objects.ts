// SPDX-License-Identifier: Apache-2.0
//
// Hazards of everything that bears no pod: what opens the cluster, what guards it, what keeps things from going away. Refuses nothing.
import type { Hazard } from '../../core/model.js';
import { unservedIn } from './definitions.js';
import { delivered } from './delivery.js';
import { guardHazards } from './guards.js';
import type { Resource } from './resource.js';
import { isSensitive } from './sensitive.js';
import { isMapping, list, mapping, mappingAt, present, text, texts, type Value, within } from './value.js';

type Look = (resource: Resource) => readonly (readonly [id: string, detail: string])[];

const BY_KIND: Readonly<Record<string, Look>> = {
  Service: ({ value }) => {
    const type = text(within(value, 'spec', 'type'));
    const found: (readonly [string, string])[] = [];
    if (type === 'LoadBalancer') found.push(['service-load-balancer', 'it is reachable from outside the cluster']);
    if (type === 'NodePort') found.push(['service-node-port', 'it is reachable on every node']);
    if (list(within(value, 'spec', 'externalIPs')).length > 0) found.push(['service-external-ips', 'it takes traffic for addresses that nobody checks (CVE-2020-8554)']);
    if (type === 'ExternalName') found.push(['service-external-name', 'its name leads out of the cluster']);
    return found;
  },
  Ingress: ({ value }) => {
    const unsafe = Object.keys(mappingAt(value, 'metadata', 'annotations')).filter((key) => /-snippets?$|\/(?:auth-tls-secret|auth-url|proxy-pass|lua-|modsecurity-)/u.test(key));
    return [
      ...(list(within(value, 'spec', 'tls')).length === 0 ? [['ingress-no-tls', 'what passes through it can be read on the way'] as const] : []),
      ...(unsafe.length > 0 ? [['ingress-snippet', 'an annotation puts configuration into the ingress controller, which reads all Secrets'] as const] : []),
      ...(list(within(value, 'spec', 'rules')).some((rule) => (text(within(rule, 'host')) ?? '*').startsWith('*')) ? [['ingress-any-host', 'it takes traffic for every name'] as const] : []),
    ];
  },
  ServiceAccount: ({ value }) => [
    ...(list(within(value, 'secrets')).length > 0 ? [['service-account-secret', 'a token that does not expire is bound to the account'] as const] : []),
    ...(Object.keys(mappingAt(value, 'metadata', 'annotations')).some((key) => /^(?:eks\.amazonaws\.com\/role-arn|iam\.gke\.io\/gcp-service-account|azure\.workload\.identity\/client-id)$/u.test(key)) ? [['service-account-cloud-role', 'its pods act as a role of the cloud account'] as const] : []),
  ],
  Secret: ({ value }) => (text(value['type']) === 'kubernetes.io/service-account-token' ? [['service-account-secret', 'the server writes a token into it that does not expire']] : []),
  Namespace: ({ value }) => namespaceLabels(value),
  ValidatingWebhookConfiguration: ({ value }) => webhooks(value, false),
  MutatingWebhookConfiguration: ({ value }) => webhooks(value, true),
  APIService: ({ value }) => [['api-service', 'requests for a part of the API go to another server'], ...(within(value, 'spec', 'insecureSkipTLSVerify') === true ? [['api-service-insecure', 'nobody checks who that server is'] as const] : [])],
  PodDisruptionBudget: ({ value }) => disruption(value),
  HorizontalPodAutoscaler: ({ value }) => autoscaler(value),
  NetworkPolicy: ({ value }) => networkPolicy(value),
  PersistentVolume: ({ value }) => [
    ...(isSensitive(text(within(value, 'spec', 'local', 'path')) ?? '/mnt') ? [['volume-host-path', 'pods get a folder of the node itself through it'] as const] : []),
    ...(present(within(value, 'spec', 'hostPath')) ? [['volume-host-path', 'pods get a path of their node through it'] as const] : []),
    ...(text(within(value, 'spec', 'persistentVolumeReclaimPolicy')) === 'Delete' ? [['volume-reclaim-delete', 'its data goes with its claim'] as const] : []),
  ],
  StorageClass: ({ value }) => ((text(value['reclaimPolicy']) ?? 'Delete') === 'Delete' ? [['volume-reclaim-delete', 'data of its volumes goes with their claims']] : []),
  CertificateSigningRequest: () => [['certificate-request', 'it asks for a certificate of the cluster']],
  ConfigMap: ({ value }) => (mappingAt(value, 'metadata')['namespace'] === 'kube-system' && ['aws-auth', 'coredns', 'kube-proxy', 'extension-apiserver-authentication'].includes(text(within(value, 'metadata', 'name')) ?? '') ? [['system-config', 'the cluster itself runs by it; `aws-auth` decides who is admin']] : []),
  CustomResourceDefinition: ({ value }) => unservedIn(value),
  PriorityClass: ({ value }) => (value['globalDefault'] === true || Number(value['value']) >= 1_000_000_000 ? [['priority-preempts', 'pods of others are evicted for it']] : []),
};

/** Hazards of a resource by its kind, and those of its metadata. */
export function objectHazards(resource: Resource): readonly Hazard[] {
  const look = Object.hasOwn(BY_KIND, resource.kind) ? (BY_KIND[resource.kind] as Look) : null;
  return [...(look === null ? [] : look(resource)), ...delivered(resource), ...guardHazards(resource), ...metadataHazards(resource)].map(([id, detail]) => ({ id, detail }));
}

const SYSTEM_NAMESPACES = ['kube-system', 'kube-public', 'kube-node-lease'];

function metadataHazards({ value, namespace, kind, name }: Resource): (readonly [string, string])[] {
  const metadata = mappingAt(value, 'metadata');
  const found: (readonly [string, string])[] = [];
  if (list(metadata['finalizers']).length > 0) found.push(['finalizers', 'it can\'t be deleted until somebody takes its finalizers away']);
  if (list(metadata['ownerReferences']).length > 0) found.push(['owner-references', 'it goes away when another object does']);
  if (Object.entries(mapping(metadata['annotations'])).some(([key, one]) => key === 'config.kubernetes.io/function' && /\b(?:exec|container|starlark)\s*:/u.test(text(one) ?? ''))) found.push(['kustomize-plugin', 'kustomize starts a program for it']);
  if (present(mapping(metadata['annotations'])['kubectl.kubernetes.io/last-applied-configuration'])) found.push(['last-applied', 'the annotation holds a whole object once more, old secrets included']);
  if (SYSTEM_NAMESPACES.includes(namespace ?? '') || (kind === 'Namespace' && SYSTEM_NAMESPACES.includes(name ?? ''))) found.push(['system-namespace', 'the cluster itself lives in that namespace']);
  if (present(metadata['deletionTimestamp']) || present(metadata['managedFields']) || present(metadata['uid'])) found.push(['server-fields', 'it holds fields that only the server writes']);
  return found;
}

const LEVELS: readonly string[] = ['privileged', 'baseline', 'restricted'];

function namespaceLabels(value: Value): (readonly [string, string])[] {
  const labels = mappingAt(value, 'metadata', 'labels');
  const enforce = labels['pod-security.kubernetes.io/enforce'];
  if (enforce === undefined) return [['namespace-unguarded', 'no Pod Security Standard is enforced in it (`pod-security.kubernetes.io/enforce`)']];
  return enforce === 'privileged' || !LEVELS.includes(String(enforce)) ? [['namespace-privileged', 'pods in it may do whatever they ask for']] : [];
}

/** How a namespace's guard changes between two states of it: null when it gets no weaker. */
export function weakened(before: Value, after: Value): Hazard | null {
  const levelOf = (value: Value): number => LEVELS.indexOf(String(mappingAt(value, 'metadata', 'labels')['pod-security.kubernetes.io/enforce'] ?? 'privileged'));
  return levelOf(after) < levelOf(before) ? { id: 'namespace-weakened', detail: 'a laxer Pod Security Standard is enforced in it than before' } : null;
}

function webhooks(value: Value, mutating: boolean): (readonly [string, string])[] {
  const hooks = list(value === null || !isMapping(value) ? [] : value['webhooks']);
  const everything = hooks.some((hook) => list(within(hook, 'rules')).some((rule) => texts(within(rule, 'resources')).some((name) => name.startsWith('*'))));
  const outside = hooks.some((hook) => text(within(hook, 'clientConfig', 'url')) !== null);
  return [
    ['admission-webhook', mutating ? 'every request that it names is sent to it, and it may change it' : 'every request that it names is sent to it'],
    ...(everything ? [['admission-webhook-everything', 'it takes part in every request, Secrets included'] as const] : []),
    ...(outside ? [['admission-webhook-outside', 'requests are sent to a URL, maybe outside of the cluster'] as const] : []),
    ...(hooks.some((hook) => text(within(hook, 'failurePolicy')) === 'Ignore') ? [['admission-webhook-ignored', 'when it does not answer, requests pass unchecked'] as const] : []),
  ];
}

const isNone = (value: Value | undefined): boolean => value === 0 || value === '0' || value === '0%';
const isAll = (value: Value | undefined): boolean => value === '100%';

function disruption(value: Value): (readonly [string, string])[] {
  const spec = mappingAt(value, 'spec');
  if (isNone(spec['maxUnavailable']) || isAll(spec['minAvailable'])) return [['disruption-never', 'no pod may ever be evicted, so that nodes can\'t be drained']];
  return isAll(spec['maxUnavailable']) || isNone(spec['minAvailable']) ? [['disruption-always', 'all pods may be evicted at once']] : [];
}

function autoscaler(value: Value): (readonly [string, string])[] {
  const { minReplicas, maxReplicas } = mappingAt(value, 'spec');
  const low = typeof minReplicas === 'number' ? minReplicas : 1;
  return [
    ...(low <= 1 ? [['autoscaler-single', 'it may go down to one pod'] as const] : []),
    ...(typeof maxReplicas === 'number' && maxReplicas <= low ? [['autoscaler-fixed', 'it has no room to scale'] as const] : []),
  ];
}

// An empty rule, or one without peers, lets everybody in or out.
function networkPolicy(value: Value): (readonly [string, string])[] {
  const open = (key: string, peers: string): boolean => list(within(value, 'spec', key)).some((rule) => list(within(rule, peers)).length === 0 || list(within(rule, peers)).some((peer) => /^(?:0\.0\.0\.0|::)\/0$/u.test(String(within(peer, 'ipBlock', 'cidr')))));
  return [
    ...(open('ingress', 'from') ? [['network-open-ingress', 'it lets everybody in'] as const] : []),
    ...(open('egress', 'to') ? [['network-open-egress', 'it lets pods talk to everywhere'] as const] : []),
  ];
}
