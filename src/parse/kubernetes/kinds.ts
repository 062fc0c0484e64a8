// SPDX-License-Identifier: Apache-2.0
//
// Kinds of the Kubernetes API as the resources that requests name, and what is lost with them. Kinds that are not listed are taken for custom
// resources: their plural follows the rule of the API's own generator, and the answer says that it is assumed.
// @see https://kubernetes.io/docs/reference/kubernetes-api/

/** How a kind is asked for. */
export interface KindInfo {
  /** Lower-case plural, `deployments`. */
  readonly plural: string;
  readonly namespaced: boolean;
  /** True when it was guessed. */
  readonly assumed: boolean;
  /** What deleting it means: `data` is lost with it, `rights` change, or it can be made again. */
  readonly holds: 'data' | 'rights' | 'nothing';
}

// `Kind` or `Kind=plural`; `/` before it: not in a namespace; `!` after it: holds data; `^`: rights.
const TABLE: Readonly<Record<string, string>> = {
  '': 'Pod Service Endpoints=endpoints ConfigMap Secret! ServiceAccount PersistentVolumeClaim! /PersistentVolume! /Namespace! /Node ReplicationController PodTemplate ResourceQuota LimitRange Event Binding /ComponentStatus=componentstatuses',
  apps: 'Deployment ReplicaSet StatefulSet! DaemonSet ControllerRevision',
  extensions: 'Deployment ReplicaSet DaemonSet Ingress=ingresses NetworkPolicy=networkpolicies /PodSecurityPolicy=podsecuritypolicies',
  batch: 'Job CronJob',
  autoscaling: 'HorizontalPodAutoscaler Scale',
  policy: 'PodDisruptionBudget Eviction /PodSecurityPolicy=podsecuritypolicies',
  'networking.k8s.io': 'Ingress=ingresses NetworkPolicy=networkpolicies /IngressClass=ingressclasses /IPAddress=ipaddresses /ServiceCIDR',
  'discovery.k8s.io': 'EndpointSlice',
  'events.k8s.io': 'Event',
  'rbac.authorization.k8s.io': 'Role^ RoleBinding^ /ClusterRole^ /ClusterRoleBinding^',
  'authentication.k8s.io': '/TokenReview /TokenRequest /SelfSubjectReview',
  'authorization.k8s.io': 'LocalSubjectAccessReview /SubjectAccessReview /SelfSubjectAccessReview /SelfSubjectRulesReview',
  'certificates.k8s.io': '/CertificateSigningRequest^ /ClusterTrustBundle^ PodCertificateRequest^',
  'admissionregistration.k8s.io': '/ValidatingWebhookConfiguration^ /MutatingWebhookConfiguration^ /ValidatingAdmissionPolicy=validatingadmissionpolicies^ /ValidatingAdmissionPolicyBinding^ /MutatingAdmissionPolicy=mutatingadmissionpolicies^ /MutatingAdmissionPolicyBinding^',
  'apiregistration.k8s.io': '/APIService^',
  'apiextensions.k8s.io': '/CustomResourceDefinition!',
  'storage.k8s.io': '/StorageClass=storageclasses /VolumeAttachment! /CSIDriver /CSINode CSIStorageCapacity=csistoragecapacities /VolumeAttributesClass=volumeattributesclasses',
  'snapshot.storage.k8s.io': 'VolumeSnapshot! /VolumeSnapshotContent! /VolumeSnapshotClass=volumesnapshotclasses',
  'scheduling.k8s.io': '/PriorityClass=priorityclasses',
  'node.k8s.io': '/RuntimeClass=runtimeclasses',
  'coordination.k8s.io': 'Lease',
  'flowcontrol.apiserver.k8s.io': '/FlowSchema /PriorityLevelConfiguration',
  'resource.k8s.io': 'ResourceClaim ResourceClaimTemplate /DeviceClass=deviceclasses /ResourceSlice',
  'gateway.networking.k8s.io': '/GatewayClass=gatewayclasses Gateway HTTPRoute GRPCRoute TLSRoute TCPRoute UDPRoute ReferenceGrant^',
  'metrics.k8s.io': 'PodMetrics=pods /NodeMetrics=nodes',
  'policy.networking.k8s.io': '/AdminNetworkPolicy=adminnetworkpolicies /BaselineAdminNetworkPolicy=baselineadminnetworkpolicies',
  'cert-manager.io': 'Certificate CertificateRequest Issuer /ClusterIssuer',
  'monitoring.coreos.com': 'ServiceMonitor PodMonitor PrometheusRule Probe Prometheus=prometheuses! Alertmanager AlertmanagerConfig',
  'argoproj.io': 'Application! ApplicationSet! AppProject^ Rollout Workflow WorkflowTemplate CronWorkflow AnalysisTemplate',
  'helm.toolkit.fluxcd.io': 'HelmRelease!',
  'kustomize.toolkit.fluxcd.io': 'Kustomization!',
};
const HOLDS: Readonly<Record<string, KindInfo['holds']>> = { '!': 'data', '^': 'rights' };

const KNOWN = new Map<string, KindInfo>();
const BY_PLURAL = new Map<string, { readonly kind: string; readonly info: KindInfo }>();
for (const [group, entries] of Object.entries(TABLE)) {
  for (const entry of entries.split(' ')) {
    // One match: `/IngressClass=ingressclasses^`; one miss: `a b`.
    const [, cluster, kind, plural, mark] = /^(\/?)([A-Za-z]+)(?:=([a-z]+))?([!^]?)$/u.exec(entry) as RegExpExecArray;
    const info: KindInfo = { plural: plural ?? `${(kind as string).toLowerCase()}s`, namespaced: cluster === '', assumed: false, holds: HOLDS[mark as string] ?? 'nothing' };
    KNOWN.set(`${group}/${kind}`, info);
    BY_PLURAL.set(`${group}/${info.plural}`, { kind: kind as string, info });
  }
}

// Words in kinds of operators whose resources hold data. One match: `PostgresCluster`; one miss: `ServiceMonitor`.
const DATA_WORDS = /database|postgres|mysql|maria|mongo|redis|valkey|cassandra|scylla|kafka|zookeeper|etcd|elasticsearch|opensearch|clickhouse|cockroach|couchbase|influx|timescale|rabbitmq|nats|minio|ceph|cluster$|volume|bucket|tenant|backup|snapshot|storage|vault|secret|instance$|topic$|keyspace/iu;

/** What is known of a kind. */
export function kindInfo(group: string, kind: string): KindInfo {
  return KNOWN.get(`${group}/${kind}`) ?? { plural: guessedPlural(kind), namespaced: true, assumed: true, holds: DATA_WORDS.test(kind) ? 'data' : 'nothing' };
}

/** The kind behind a plural that a request names; null for custom resources. */
export function kindOfPlural(group: string, plural: string): { readonly kind: string; readonly info: KindInfo } | null {
  return BY_PLURAL.get(`${group}/${plural}`) ?? null;
}

/** True when a plural that is not ours sounds like data. */
export function soundsLikeData(plural: string): boolean {
  return DATA_WORDS.test(plural.replace(/s$/u, ''));
}

// As `UnsafeGuessKindToResource` of apimachinery does.
function guessedPlural(kind: string): string {
  const lower = kind.toLowerCase();
  if (lower.endsWith('s')) return `${lower}es`;
  return lower.endsWith('y') ? `${lower.slice(0, -1)}ies` : `${lower}s`;
}
