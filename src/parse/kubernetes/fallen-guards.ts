// SPDX-License-Identifier: Apache-2.0
//
// What kept others out of an object before a change and does no more: annotations by which an ingress controller or a load balancer asks who comes, or from where, and
// network policies that say something else. Refuses to weigh one selector against another: whom it picks only the cluster knows.
import type { Hazard } from '../../core/model.js';
import type { Resource } from './resource.js';
import { canonical, mappingAt, text, within } from './value.js';

// Hits `nginx.ingress.kubernetes.io/auth-url`, `alb.ingress.kubernetes.io/inbound-cidrs`, `cloud.google.com/load-balancer-type`.
const KEEPS = /\/(?:auth-[\w-]+|enable-global-auth|(?:whitelist|allowlist|denylist)-source-range|inbound-cidrs|security-groups|limit-(?:rps|rpm|connections|req-\w+)|router\.middlewares|auth|auth-type|scheme|ssl-redirect|force-ssl-redirect|(?:aws|azure|gcp)-load-balancer-internal|(?:azure|aws|openstack|oci)?-?load-balancer-(?:internal|scheme|type|source-ranges)|internal-load-balancer|allowed-source-ranges|backend-config|security-policy)$/u;
/** Values by which such an annotation says no. */
const OFF = /^(?:false|none|off|internet-facing|external|)$/iu;

/** Guards of an object that fall between two states of it. */
export function guardsFallen(before: Resource, after: Resource): readonly Hazard[] {
  if (after.kind === 'NetworkPolicy') {
    const changed = canonical(within(before.value, 'spec') ?? null) !== canonical(within(after.value, 'spec') ?? null);
    return changed ? [{ id: 'guard-changed', detail: 'it lets other traffic through than before' }] : [];
  }
  if (after.kind !== 'Ingress' && after.kind !== 'Service' && after.kind !== 'Gateway' && after.kind !== 'HTTPRoute') return [];
  const [was, is] = [mappingAt(before.value, 'metadata', 'annotations'), mappingAt(after.value, 'metadata', 'annotations')];
  const lost = Object.keys(was).filter((key) => KEEPS.test(key) && !OFF.test(text(was[key]) ?? '') && OFF.test(text(is[key]) ?? ''));
  return lost.length === 0 ? [] : [{ id: 'guard-removed', detail: `${lost.slice(0, 5).map((key) => `\`${key.slice(0, 200)}\``).join(', ')} keeps nobody out any more` }];
}
