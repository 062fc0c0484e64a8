// SPDX-License-Identifier: Apache-2.0
//
// The restricted level of the Pod Security Standards: current hardening, most of which a pod has to ask for. One entry a control. Refuses to take
// silence for consent: what is not said is broken.
// @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
import { addsOther, containersThat, unmasked } from './baseline.js';
import type { Control } from './pod-security.js';
import { list, mapping, present, texts, type Value, within } from './value.js';

const VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];
const ONLY_PORTS = new Set(['NET_BIND_SERVICE']);

const confined = (profile: Value | undefined): boolean => ['RuntimeDefault', 'Localhost'].includes(String(within(profile, 'type')));
const isRoot = (user: Value | undefined): boolean => present(user) && !(typeof user === 'number' && user > 0);

/** Controls of the restricted level beyond baseline, in the order of the standard's page. */
export const RESTRICTED: readonly Control[] = [
  {
    id: 'volume-types', since: 0,
    broken({ spec }) {
      const others = list(spec['volumes']).flatMap((volume) => Object.entries(mapping(volume)).filter(([key, value]) => key !== 'name' && present(value) && !VOLUMES.includes(key)).map(([key]) => `\`${key.slice(0, 63)}\``));
      return others.length === 0 ? null : `the pod mounts volumes of other kinds: ${others.join(', ')}`;
    },
  },
  { id: 'proc-mount', since: 35, broken: (pod) => containersThat(pod, 'sees all of /proc', unmasked) },
  { id: 'privilege-escalation', since: 8, broken: (pod, minor) => (minor >= 25 && pod.windows ? null : containersThat(pod, 'may gain rights (`allowPrivilegeEscalation` is not false)', ({ security }) => security['allowPrivilegeEscalation'] !== false)) },
  {
    id: 'run-as-non-root', since: 0,
    broken(pod, minor) {
      if (minor >= 35 && pod.userNamespace) return null;
      const whole = pod.security['runAsNonRoot'];
      if (present(whole) && whole !== true) return 'the pod may run as root (`runAsNonRoot` is not true)';
      return containersThat(pod, 'may run as root (`runAsNonRoot` is not true)', ({ security }) => (present(security['runAsNonRoot']) ? security['runAsNonRoot'] : whole) !== true);
    },
  },
  {
    id: 'run-as-user', since: 23,
    broken(pod, minor) {
      if (minor >= 35 && pod.userNamespace) return null;
      return isRoot(pod.security['runAsUser']) ? 'the pod runs as user 0' : containersThat(pod, 'runs as user 0', ({ security }) => isRoot(security['runAsUser']));
    },
  },
  {
    id: 'seccomp', since: 19,
    broken(pod, minor) {
      if (minor >= 25 && pod.windows) return null;
      const whole = confined(pod.security['seccompProfile']);
      return containersThat(pod, 'runs without a seccomp profile', ({ security }) => !(present(within(security['seccompProfile'], 'type')) ? confined(security['seccompProfile']) : whole));
    },
  },
  {
    id: 'capabilities', since: 22,
    broken(pod, minor) {
      if (minor >= 25 && pod.windows) return null;
      return containersThat(pod, 'keeps capabilities (`drop: [ALL]` is missing, or more than NET_BIND_SERVICE is added)', ({ security }) => !texts(within(security, 'capabilities', 'drop')).includes('ALL') || addsOther(security, ONLY_PORTS));
    },
  },
];
