// SPDX-License-Identifier: Apache-2.0
// How manifests and requests are read, on other projects' material: Kubernetes' own fixtures of the Pod Security Standards, polaris' checks,
// rbac-police's list of rights, kubectl's recorded requests. The newest standard is asked of `policy explain`, older versions of the parser
// itself. Every disagreement is printed with its reason.
import { join } from 'node:path';
import { compileRooms } from './compiled.mjs';
import { scratch } from './material.mjs';

/** polaris' checks, and what the same is called here. */
const CHECKS = {
  cpuLimitsMissing: ['cpu-limits-missing'], cpuRequestsMissing: ['cpu-requests-missing'], memoryLimitsMissing: ['memory-limits-missing'], memoryRequestsMissing: ['memory-requests-missing'],
  livenessProbeMissing: ['liveness-probe-missing'], readinessProbeMissing: ['readiness-probe-missing'], pullPolicyNotAlways: ['image-pull-policy'], tagNotSpecified: ['image-latest'],
  priorityClassNotSet: ['priority-class-missing'], topologySpreadConstraint: ['topology-spread-missing'], nakedPod: ['naked-pod'], deploymentMissingReplicas: ['single-replica'],
  notReadOnlyRootFilesystem: ['root-filesystem-writable'], privilegeEscalationAllowed: ['pod-security.restricted.privilege-escalation'], runAsPrivileged: ['pod-security.baseline.privileged'],
  runAsRootAllowed: ['pod-security.restricted.run-as-non-root'], hostIPCSet: ['pod-security.baseline.host-namespaces'], hostPIDSet: ['pod-security.baseline.host-namespaces'],
  hostNetworkSet: ['pod-security.baseline.host-namespaces'], hostPortSet: ['pod-security.baseline.host-ports'], hostPathSet: ['pod-security.baseline.host-path'], hostProcess: ['pod-security.baseline.host-process'],
  procMount: ['pod-security.baseline.proc-mount'], dangerousCapabilities: ['capabilities-dangerous'], insecureCapabilities: ['capabilities-kept'], linuxHardening: ['hardening-missing'],
  automountServiceAccountToken: ['service-account-token'], sensitiveContainerEnvVar: ['secret-in-clear'], sensitiveConfigmapContent: ['secret-in-clear'],
  clusterrolebindingClusterAdmin: ['rbac.cluster-admin', 'rbac.everything'], rolebindingClusterAdminRole: ['rbac.everything'], rolebindingClusterAdminClusterRole: ['rbac.cluster-admin', 'rbac.everything'],
  rolePodExecAttach: ['rbac.pods-exec'], clusterrolePodExecAttach: ['rbac.pods-exec'], rolebindingRolePodExecAttach: ['rbac.pods-exec'], rolebindingClusterRolePodExecAttach: ['rbac.pods-exec', 'rbac.cluster-admin'], clusterrolebindingPodExecAttach: ['rbac.pods-exec', 'rbac.cluster-admin'],
  tlsSettingsMissing: ['ingress-no-tls'], hpaMinAvailability: ['autoscaler-single'], hpaMaxAvailability: ['autoscaler-fixed'], pdbDisruptionsIsZero: ['disruption-never'],
};

/** rbac-police's list: a role with the right, and what it is called here. */
const RIGHTS = {
  approve_csrs: ['certificates.k8s.io', 'certificatesigningrequests/approval', 'update', 'rbac.csr-approval'], assign_sa: ['', 'pods', 'create', 'rbac.workloads'],
  bind_roles: ['rbac.authorization.k8s.io', 'clusterroles', 'bind', 'rbac.bind'], cluster_admin: ['*', '*', '*', 'rbac.everything'],
  control_webhooks: ['admissionregistration.k8s.io', 'mutatingwebhookconfigurations', 'patch', 'rbac.webhooks'], eks_modify_aws_auth: ['', 'configmaps', 'update', 'rbac.config-maps'],
  escalate_roles: ['rbac.authorization.k8s.io', 'clusterroles', 'escalate', 'rbac.escalate'], impersonate: ['', 'users', 'impersonate', 'rbac.impersonate'],
  issue_token_secrets: ['', 'secrets', 'create', 'rbac.secrets-write'], list_secrets: ['', 'secrets', 'list', 'rbac.secrets'], modify_node_status: ['', 'nodes/status', 'patch', 'rbac.nodes'],
  modify_pod_status: ['', 'pods/status', 'patch', 'rbac.pod-status'], modify_pods: ['', 'pods', 'update', 'rbac.workloads'], modify_service_status_cve_2020_8554: ['', 'services/status', 'patch', 'rbac.service-status'],
  nodes_proxy: ['', 'nodes/proxy', 'create', 'rbac.nodes-proxy'], obtain_token_weak_ns: ['', 'serviceaccounts/token', 'create', 'rbac.token-request'], pods_ephemeral_ctrs: ['', 'pods/ephemeralcontainers', 'patch', 'rbac.ephemeral-containers'],
  pods_exec: ['', 'pods/exec', 'create', 'rbac.pods-exec'], rce_weak_ns: ['', 'pods/exec', 'create', 'rbac.pods-exec'], retrieve_token_secrets: ['', 'secrets', 'get', 'rbac.secrets'],
  steal_pods: ['', 'pods', 'delete', 'rbac.evict'], token_request: ['', 'serviceaccounts/token', 'create', 'rbac.token-request'],
};

/** Why we say otherwise than polaris, by case. */
const REASONS = [
  [/success\.defaultclusterrole/, 'polaris exempts the roles that a cluster begins with, by their names: a name is what its author chose, and in a change the role is new'],
  [/success\.role_binding_cluster_role_binding/, 'polaris asks only whether a Role is bound; here the ClusterRole that grants everything is told'],
  [/failure\.binding_points_to_missing_ref/, 'that a role is missing can not be seen in one file; the binding is a grant and asks for review'],
  [/ClusterAdmin.*\/success\.(?:system_prefix|gce_)|PodExecAttach\/success\.(?:system|gce|.*binding_name|.*exempt)/i, 'polaris exempts bindings by their names: a name is what its author chose, and the role is told, not the binding'],
];

/** Prints all figures. `explain(texts)`: answers of `policy explain` for kind kubernetes. */
export async function kubernetes({ rows, percent, explain }) {
  await newestStandard({ rows, percent, explain });
  await allStandards({ rows, percent });
  await polaris({ rows, percent, explain });
  await rights({ rows, percent, explain });
  await requests({ rows, percent, explain });
}

const hazardsOf = (answer) => answer.statements.flatMap(({ hazards }) => hazards.map(({ id }) => id));
const broken = (hazards, level) => hazards.filter((id) => id.startsWith('pod-security.baseline.') || (level === 'restricted' && id.startsWith('pod-security.restricted.')));

async function newestStandard({ rows, percent, explain }) {
  const cases = rows('pod-security-standards', 'fixtures-latest.jsonl');
  if (cases === null) return;
  const answers = await explain(cases.map(({ yaml }) => yaml));
  const wrong = cases.flatMap((row, index) => ((broken(hazardsOf(answers[index]), row.level).length > 0) === (row.expect === 'fail') ? [] : [[row, broken(hazardsOf(answers[index]), row.level)]]));
  console.log(`\npod-security-standards, newest version, by \`policy explain\`:\n  agreement: ${percent(cases.length - wrong.length, cases.length)}`);
  for (const [row, found] of wrong) console.log(`    ${row.id}: ${row.expect} there; here ${found.join(', ') || 'nothing'}`);
}

async function allStandards({ rows, percent }) {
  const cases = rows('pod-security-standards', 'fixtures.jsonl');
  if (cases === null) return;
  const load = compileRooms(['core', 'parse'], join(scratch, 'kubernetes-rooms'));
  const { readManifest } = await load('parse/kubernetes/manifest.js');
  const { podOf } = await load('parse/kubernetes/pod.js');
  const { podSecurityHazards } = await load('parse/kubernetes/pod-security.js');
  const counts = {};
  for (const row of cases) {
    const pod = podOf(readManifest(row.yaml)[0].resource);
    for (const version of row.versions) {
      const found = broken(podSecurityHazards(pod, Number(version.split('.')[1])).map(({ id }) => id), row.level);
      const count = (counts[`${row.level} ${row.expect}`] ??= { same: 0, all: 0 });
      count.all += 1;
      if ((found.length > 0) === (row.expect === 'fail')) count.same += 1;
      else console.log(`    ${row.id} at ${version}: ${row.expect} there; here ${found.join(', ') || 'nothing'}`);
    }
  }
  console.log('\npod-security-standards, every version from v1.0 to v1.37:');
  for (const [name, { same, all }] of Object.entries(counts)) console.log(`  ${name}: ${percent(same, all)}`);
}

async function polaris({ rows, percent, explain }) {
  const cases = rows('polaris-checks', 'cases.jsonl');
  if (cases === null) return;
  const mapped = cases.filter(({ check }) => check in CHECKS);
  const answers = await explain(mapped.map(({ yaml }) => yaml));
  const wrong = mapped.filter((row, index) => hazardsOf(answers[index]).some((id) => CHECKS[row.check].includes(id)) !== (row.expect === 'fail'));
  const others = [...new Set(cases.filter(({ check }) => !(check in CHECKS)).map(({ check }) => check))];
  console.log(`\npolaris-checks: ${mapped.length} of ${cases.length} cases are of checks that exist here; the others are about several resources at once or reliability alone: ${others.join(', ')}`);
  const exempt = wrong.filter((row) => /exempts/.test(REASONS.find(([name]) => name.test(row.id))?.[1] ?? ''));
  console.log(`  agreement: ${percent(mapped.length - wrong.length, mapped.length)}; without the ${exempt.length} that polaris exempts by their names alone: ${percent(mapped.length - wrong.length, mapped.length - exempt.length)}`);
  for (const row of wrong) console.log(`    ${row.expect === 'fail' ? 'missed' : 'alarm '}  ${row.id}: ${REASONS.find(([name]) => name.test(row.id))?.[1] ?? '?'}`);
}

async function rights({ rows, percent, explain }) {
  const list = rows('rbac-police', 'policies.jsonl');
  if (list === null) return;
  const names = list.map(({ id }) => id.split('/')[1]);
  const known = names.filter((name) => name in RIGHTS);
  const role = ([group, resource, verb]) => `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: x }\nrules: [{ apiGroups: ["${group}"], resources: ["${resource}"], verbs: ["${verb}"] }]\n`;
  const answers = await explain(known.map((name) => role(RIGHTS[name])));
  const told = known.filter((name, index) => hazardsOf(answers[index]).includes(RIGHTS[name][3]));
  const [cloud] = await explain(['apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: x, annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::1:role/x" } }\n']);
  const account = names.includes('providerIAM') && hazardsOf(cloud).includes('service-account-cloud-role') ? ['providerIAM'] : [];
  console.log(`\nrbac-police: ${percent(told.length + account.length, names.length)} of its policies have a hazard here`);
  for (const name of names.filter((one) => !told.includes(one) && !account.includes(one))) console.log(`    missing: ${name}`);
}

async function requests({ rows, percent, explain }) {
  const traffic = rows('kubectl-http', 'edit-traffic.jsonl');
  if (traffic === null) return;
  const answers = await explain(traffic.map((row) => `${row.method} ${row.path}\n${row.content_type === undefined ? '' : `Content-Type: ${row.content_type}\n`}\n${row.request_body}`));
  const VERBS = { GET: ['kubernetes.get', 'kubernetes.list'], POST: ['kubernetes.apply'], PATCH: ['kubernetes.apply', 'kubernetes.scale', 'kubernetes.status'] };
  const right = (row, { statements: [statement] }) => VERBS[row.method].includes(statement.name) && statement.unknown.length === 0 && row.path.split('/').at(-1) !== '' && statement.accesses[0].object.includes('/');
  const wrong = traffic.filter((row, index) => !right(row, answers[index]));
  const strategic = traffic.filter((row) => row.content_type?.startsWith('application/strategic-merge-patch') === true);
  console.log(`\nkubectl-http: understood as what they are: ${percent(traffic.length - wrong.length, traffic.length)}; ${strategic.length} strategic merge patches among them`);
  for (const row of wrong) console.log(`    ${row.method} ${row.path}: ${answers[traffic.indexOf(row)].statements[0].unknown.join('; ')}`);
}
