// SPDX-License-Identifier: Apache-2.0
//
// Resources of other makers that decide about traffic, objects or secrets of others, by their API group: policy engines, service meshes, network plug-ins. Refuses to
// read their languages: that one of them changes is what a person has to see.
import type { Resource } from './resource.js';
import { isMapping, list, mappingAt, text, texts, within } from './value.js';

type Found = readonly [id: string, detail: string];

/** Groups whose kinds are guards, whatever they are called. */
const GROUPS = /^(?:(?:policies\.)?kyverno\.io|(?:constraints|templates|config|mutations|expansion|match)\.gatekeeper\.sh|security\.istio\.io|policy\.linkerd\.io|policies\.kubewarden\.io|security\.openshift\.io|crd\.projectcalico\.org|projectcalico\.org|policy\.open-cluster-management\.io|nais\.policies|tetragon\.cilium\.io|falco\.org|authorization\.openshift\.io)$/u;
/** Kinds of other groups that are: `group/kind`. */
const KINDS = /^(?:cilium\.io\/Cilium\w*Policy|networking\.istio\.io\/(?:EnvoyFilter|Sidecar|ServiceEntry)|extensions\.istio\.io\/WasmPlugin|telemetry\.istio\.io\/\w+|policy\.networking\.k8s\.io\/\w+|gateway\.envoyproxy\.io\/(?:SecurityPolicy|EnvoyPatchPolicy|EnvoyExtensionPolicy)|external-secrets\.io\/(?:ClusterSecretStore|SecretStore|PushSecret|ClusterExternalSecret))$/u;
// Lists of addresses that an ingress lets in.
const ALLOWED = /\/(?:whitelist-source-range|allow-list|allowlist-source-range|inbound-cidrs|load-balancer-source-ranges)$/u;

/** What it decides about others; empty when nothing is known. */
export function guardHazards({ value, kind }: Resource): readonly Found[] {
  const [group = ''] = (text(value['apiVersion']) ?? '').split('/');
  const found: Found[] = GROUPS.test(group) || KINDS.test(`${group}/${kind}`) ? [['guard-changed', `a ${kind} of \`${group}\` decides about traffic, objects or secrets of others`]] : [];
  const open = Object.entries(mappingAt(value, 'metadata', 'annotations')).some(([key, ranges]) => ALLOWED.test(key) && /(?:^|[\s,])(?:0\.0\.0\.0|::)\/0/u.test(String(ranges)));
  return [...found, ...(open ? [['network-open-ingress', 'an annotation lets every address in'] as const] : []), ...byHand(value, kind), ...conversion(value, kind)];
}

// Written by hand, they lead the traffic of a Service wherever somebody says.
function byHand(value: Resource['value'], kind: string): readonly Found[] {
  const addresses = kind === 'Endpoints' ? list(value['subsets']).flatMap((subset) => list(within(subset, 'addresses')).map((one) => text(within(one, 'ip')) ?? '')) : kind === 'EndpointSlice' ? list(value['endpoints']).flatMap((one) => texts(within(one, 'addresses'))) : [];
  return addresses.length === 0 ? [] : [['service-external-name', `a Service leads to addresses that are written out: ${addresses.slice(0, 5).map((one) => `\`${one.slice(0, 60)}\``).join(', ')}`]];
}

function conversion(value: Resource['value'], kind: string): readonly Found[] {
  const config = within(value, 'spec', 'conversion', 'webhook', 'clientConfig');
  return kind !== 'CustomResourceDefinition' || !isMapping(config) ? [] : [[text(config['url']) === null ? 'admission-webhook' : 'admission-webhook-outside', 'every object of the kind is sent to a webhook, which may change it']];
}
