// SPDX-License-Identifier: Apache-2.0
//
// Rights that lead to more rights: roles that hold them and bindings that hand them out. Refuses to weigh who gets them; a right in a role is as
// dangerous as whoever is bound to it one day.
// @see https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks
import type { Hazard } from '../../core/model.js';
import type { Resource } from './resource.js';
import { list, text, texts, type Value, within } from './value.js';

/** A right that leads further. `groups`, `resources`, `verbs`: one of each has to be granted. */
interface Danger {
  readonly id: string;
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly detail: string;
}

const CHANGE = ['create', 'update', 'patch'];
const WORKLOADS = ['pods', 'deployments', 'daemonsets', 'statefulsets', 'replicasets', 'replicationcontrollers', 'jobs', 'cronjobs'];
const RBAC = ['rbac.authorization.k8s.io'];

const DANGERS: readonly Danger[] = [
  { id: 'rbac.escalate', groups: RBAC, resources: ['roles', 'clusterroles'], verbs: ['escalate'], detail: 'roles may be given rights that their giver does not have' },
  { id: 'rbac.bind', groups: RBAC, resources: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'], verbs: ['bind'], detail: 'roles may be bound that their binder does not have' },
  { id: 'rbac.roles', groups: RBAC, resources: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'], verbs: CHANGE, detail: 'roles and bindings may be changed' },
  { id: 'rbac.impersonate', groups: ['', 'authentication.k8s.io'], resources: ['users', 'groups', 'serviceaccounts', 'uids', 'userextras/*'], verbs: ['impersonate'], detail: 'others may be impersonated' },
  { id: 'rbac.secrets', groups: [''], resources: ['secrets'], verbs: ['get', 'list', 'watch'], detail: 'Secrets may be read, tokens of service accounts among them' },
  { id: 'rbac.secrets-write', groups: [''], resources: ['secrets'], verbs: CHANGE, detail: 'Secrets may be written: one of the right type gets a token for any service account' },
  { id: 'rbac.pods-exec', groups: [''], resources: ['pods/exec', 'pods/attach', 'pods/portforward'], verbs: ['create', 'get'], detail: 'commands may be run inside pods, with all that they may do' },
  { id: 'rbac.ephemeral-containers', groups: [''], resources: ['pods/ephemeralcontainers'], verbs: ['update', 'patch'], detail: 'containers may be put into running pods' },
  { id: 'rbac.nodes-proxy', groups: [''], resources: ['nodes/proxy'], verbs: ['get', 'create', 'update', 'patch', 'delete'], detail: 'the kubelet may be asked directly, past admission and audit' },
  { id: 'rbac.service-proxy', groups: [''], resources: ['pods/proxy', 'services/proxy'], verbs: ['get', 'create', 'update', 'patch', 'delete'], detail: 'pods and services may be reached through the API server' },
  { id: 'rbac.token-request', groups: [''], resources: ['serviceaccounts/token'], verbs: ['create'], detail: 'tokens may be issued for service accounts' },
  { id: 'rbac.csr-approval', groups: ['certificates.k8s.io'], resources: ['certificatesigningrequests/approval', 'signers'], verbs: ['update', 'patch', 'approve', 'sign'], detail: 'certificates for any name may be approved' },
  { id: 'rbac.webhooks', groups: ['admissionregistration.k8s.io'], resources: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations', 'mutatingadmissionpolicies', 'validatingadmissionpolicies'], verbs: [...CHANGE, 'delete'], detail: 'what every request passes through may be changed' },
  { id: 'rbac.workloads', groups: ['', 'apps', 'batch', 'extensions'], resources: WORKLOADS, verbs: CHANGE, detail: 'workloads may be made, with any service account of the namespace' },
  { id: 'rbac.config-maps', groups: [''], resources: ['configmaps'], verbs: ['update', 'patch', 'create'], detail: 'ConfigMaps may be changed; in kube-system some of them decide who is admin (`aws-auth`)' },
  { id: 'rbac.evict', groups: [''], resources: ['pods', 'pods/eviction', 'nodes'], verbs: ['delete', 'deletecollection', 'create'], detail: 'pods may be driven to another node' },
  { id: 'rbac.nodes', groups: [''], resources: ['nodes', 'nodes/status'], verbs: ['update', 'patch', 'create'], detail: 'nodes may be relabelled or made unschedulable, which decides where pods run' },
  { id: 'rbac.pod-status', groups: [''], resources: ['pods/status'], verbs: ['update', 'patch'], detail: 'traffic for a service may be drawn to another pod' },
  { id: 'rbac.service-status', groups: [''], resources: ['services/status'], verbs: ['update', 'patch'], detail: 'traffic may be taken over by a load balancer address (CVE-2020-8554)' },
  { id: 'rbac.volumes', groups: [''], resources: ['persistentvolumes'], verbs: CHANGE, detail: 'volumes may be made of any path of a node' },
  { id: 'rbac.namespaces', groups: [''], resources: ['namespaces'], verbs: ['update', 'patch', 'create'], detail: 'namespaces may be relabelled, pod security with them' },
];

/** Hazards of roles and bindings; empty for other resources. */
export function rbacHazards({ group, kind, value }: Resource): readonly Hazard[] {
  if (group !== 'rbac.authorization.k8s.io') return [];
  if (kind === 'Role' || kind === 'ClusterRole') return roleHazards(value);
  return kind === 'RoleBinding' || kind === 'ClusterRoleBinding' ? bindingHazards(value, kind) : [];
}

function roleHazards(role: Value): Hazard[] {
  const rules = list(within(role, 'rules'));
  const found = DANGERS.filter((danger) => rules.some((rule) => grants(rule, danger)));
  const hazards = found.map(({ id, detail }) => ({ id, detail }));
  if (rules.some(isEverything)) hazards.unshift({ id: 'rbac.everything', detail: 'every verb on every resource: whoever has it is cluster-admin' });
  if (rules.some(isWild)) hazards.unshift({ id: 'rbac.wildcard', detail: 'a `*` grants what is there and what will be' });
  if (within(role, 'aggregationRule') !== undefined && within(role, 'aggregationRule') !== null) hazards.push({ id: 'rbac.aggregation', detail: 'its rights are those of all roles with a label, whoever makes them' });
  return hazards;
}

function grants(rule: Value, { groups, resources, verbs }: Danger): boolean {
  const given = (key: string): readonly string[] => texts(within(rule, key)).map((name) => name.toLowerCase());
  const covers = (granted: readonly string[], wanted: readonly string[]): boolean => granted.includes('*') || wanted.some((name) => granted.includes(name));
  // `*/exec` is a subresource of everything.
  const resourcesOf = given('resources').flatMap((name) => (name.startsWith('*/') ? resources.filter((wanted) => wanted.endsWith(name.slice(1))) : [name]));
  return covers(given('apiGroups'), groups) && covers(resourcesOf, resources) && covers(given('verbs'), verbs);
}

function isWild(rule: Value): boolean {
  return ['resources', 'verbs', 'nonResourceURLs', 'apiGroups'].some((key) => texts(within(rule, key)).some((name) => name === '*' || name.startsWith('*/')));
}

const ALL_VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

function isEverything(rule: Value): boolean {
  const given = (key: string): readonly string[] => texts(within(rule, key));
  return given('apiGroups').includes('*') && given('resources').includes('*') && (given('verbs').includes('*') || ALL_VERBS.every((verb) => given('verbs').includes(verb)));
}

const POWERFUL = ['cluster-admin', 'system:masters', 'system:node', 'system:kube-controller-manager', 'system:aggregate-to-admin'];
const EVERYBODY = ['system:anonymous', 'system:unauthenticated', 'system:authenticated', 'system:serviceaccounts'];

function bindingHazards(binding: Value, kind: string): Hazard[] {
  const role = text(within(binding, 'roleRef', 'name')) ?? '';
  const subjects = list(within(binding, 'subjects')).map((subject) => text(within(subject, 'name')) ?? '');
  const hazards: Hazard[] = [];
  if (POWERFUL.includes(role)) hazards.push({ id: 'rbac.cluster-admin', detail: `\`${role}\` may do everything${kind === 'RoleBinding' ? ' in the namespace' : ''}` });
  else if (['admin', 'edit'].includes(role)) hazards.push({ id: 'rbac.admin', detail: `\`${role}\` reads and writes Secrets and runs workloads${kind === 'RoleBinding' ? ' in the namespace' : ' in every namespace'}` });
  if (subjects.some((name) => name === 'system:masters')) hazards.push({ id: 'rbac.system-masters', detail: 'members of `system:masters` pass every check, and it can\'t be taken from them' });
  const everybody = subjects.filter((name) => EVERYBODY.includes(name) || name.startsWith('system:serviceaccounts:'));
  if (everybody.length > 0) hazards.push({ id: 'rbac.everybody', detail: `it is for everybody: ${everybody.map((name) => `\`${name.slice(0, 100)}\``).join(', ')}` });
  if (subjects.some((name) => name === 'default' || name.startsWith('system:serviceaccount:') && name.endsWith(':default'))) hazards.push({ id: 'rbac.default-account', detail: 'every pod that says nothing else has the service account `default`' });
  return hazards;
}
