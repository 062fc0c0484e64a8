// SPDX-License-Identifier: Apache-2.0
//
// The baseline level of the Pod Security Standards: known ways from a pod to its node. One entry a control. Refuses to look only at the
// ordinary containers: init and ephemeral ones are asked alike.
// @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
import type { Container, Pod } from './pod.js';
import type { Control } from './pod-security.js';
import { list, type Mapping, mapping, mappingAt, on, present, text, texts, type Value, within } from './value.js';

const CAPABILITIES = new Set('AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(' '));
/** Since which version each is thought safe. */
const SYSCTLS: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0, 'net.ipv4.ip_local_port_range': 0, 'net.ipv4.tcp_syncookies': 0, 'net.ipv4.ping_group_range': 0, 'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_keepalive_time': 29, 'net.ipv4.tcp_fin_timeout': 29, 'net.ipv4.tcp_keepalive_intvl': 29, 'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_rmem': 32, 'net.ipv4.tcp_wmem': 32,
  'net.ipv4.tcp_slow_start_after_idle': 37, 'net.ipv4.tcp_notsent_lowat': 37,
};
const SELINUX_TYPES: Readonly<Record<string, number>> = { container_t: 0, container_init_t: 0, container_kvm_t: 0, container_engine_t: 31 };
const PROFILES = ['RuntimeDefault', 'Localhost'];
const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';

/** A sentence about the containers that a test finds; null when it finds none. */
export function containersThat(pod: Pod, what: string, test: (container: Container) => boolean): string | null {
  const found = pod.containers.filter(test).map(({ name }) => `\`${name}\``);
  return found.length === 0 ? null : `${found.length === 1 ? 'container' : 'containers'} ${found.join(', ')} ${what}`;
}

/** Pod and containers asked the same. */
function anywhere(pod: Pod, what: string, test: (security: Mapping) => boolean): string | null {
  return test(pod.security) ? `the pod ${what}` : containersThat(pod, what, ({ security }) => test(security));
}

/** Controls of the baseline level, in the order of the standard's page. */
export const BASELINE: readonly Control[] = [
  { id: 'host-process', since: 0, broken: (pod) => anywhere(pod, 'may run as a process of the Windows node', (security) => on(within(security, 'windowsOptions', 'hostProcess'))) },
  {
    id: 'host-namespaces', since: 0,
    broken({ spec }) {
      const shared = ['hostNetwork', 'hostPID', 'hostIPC'].filter((name) => on(spec[name]));
      return shared.length === 0 ? null : `the pod shares namespaces of its node: ${shared.join(', ')}`;
    },
  },
  { id: 'privileged', since: 0, broken: (pod) => containersThat(pod, 'may do on the node whatever root may', ({ security }) => on(security['privileged'])) },
  { id: 'capabilities', since: 0, broken: (pod) => containersThat(pod, 'asks for capabilities beyond the usual ones', ({ security }) => addsOther(security, CAPABILITIES)) },
  {
    id: 'host-path', since: 0,
    broken({ spec }) {
      const paths = list(spec['volumes']).filter((volume) => present(within(volume, 'hostPath'))).map((volume) => text(within(volume, 'hostPath', 'path')) ?? '?');
      return paths.length === 0 ? null : `the pod mounts paths of its node: ${paths.map((path) => `\`${path.slice(0, 100)}\``).join(', ')}`;
    },
  },
  { id: 'host-ports', since: 0, broken: (pod) => containersThat(pod, 'takes ports of the node', ({ value }) => list(value['ports']).some((port) => present(within(port, 'hostPort')) && within(port, 'hostPort') !== 0)) },
  { id: 'host-probes', since: 34, broken: (pod) => containersThat(pod, 'has probes or hooks that go to another host', probesElsewhere) },
  {
    id: 'app-armor', since: 0,
    broken(pod) {
      const annotated = Object.entries(pod.annotations).some(([key, value]) => key.startsWith(APPARMOR) && !(value === '' || value === 'runtime/default' || (typeof value === 'string' && value.startsWith('localhost/'))));
      return annotated ? 'an annotation switches AppArmor off' : anywhere(pod, 'runs without AppArmor', (security) => badProfile(security['appArmorProfile']));
    },
  },
  { id: 'selinux', since: 0, broken: (pod, minor) => anywhere(pod, 'sets an SELinux user, role or type of its own', ({ seLinuxOptions }) => badLabel(mapping(seLinuxOptions), minor)) },
  { id: 'proc-mount', since: 0, broken: (pod, minor) => (minor >= 35 && pod.userNamespace ? null : containersThat(pod, 'sees all of /proc', unmasked)) },
  { id: 'seccomp', since: 0, broken: (pod, minor) => (minor < 19 ? annotatedSeccomp(pod) : anywhere(pod, 'runs without seccomp', (security) => badProfile(security['seccompProfile']))) },
  {
    id: 'sysctls', since: 0,
    broken({ security }, minor) {
      const unsafe = list(security['sysctls']).map((sysctl) => text(within(sysctl, 'name')) ?? '?').filter((name) => !(Object.hasOwn(SYSCTLS, name) && (SYSCTLS[name] as number) <= minor));
      return unsafe.length === 0 ? null : `the pod sets kernel parameters that reach beyond it: ${unsafe.map((name) => `\`${name.slice(0, 100)}\``).join(', ')}`;
    },
  },
];

/** True when a container asks for a capability that is not among the allowed. */
export function addsOther(security: Mapping, allowed: ReadonlySet<string>): boolean {
  const add = within(security, 'capabilities', 'add');
  return present(add) && (!Array.isArray(add) || texts(add).length !== list(add).length || texts(add).some((name) => !allowed.has(name)));
}

/** `procMount` is neither absent nor `Default`. */
export function unmasked({ security }: Container): boolean {
  return present(security['procMount']) && security['procMount'] !== 'Default';
}

// A profile without a type is refused by the server, and one of a type that is not known must not be thought safe.
function badProfile(profile: Value | undefined): boolean {
  const type = within(profile, 'type');
  return present(type) && !(typeof type === 'string' && PROFILES.includes(type));
}

function badLabel(options: Mapping, minor: number): boolean {
  const type = options['type'] ?? '';
  const typed = type === '' || (typeof type === 'string' && Object.hasOwn(SELINUX_TYPES, type) && (SELINUX_TYPES[type] as number) <= minor);
  return !typed || (options['user'] ?? '') !== '' || (options['role'] ?? '') !== '';
}

function annotatedSeccomp({ annotations }: Pod): string | null {
  const named = Object.entries(annotations).filter(([key]) => key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER));
  const bad = named.some(([, value]) => !(value === 'runtime/default' || value === 'docker/default' || (typeof value === 'string' && value.startsWith('localhost/'))));
  return bad ? 'an annotation switches seccomp off' : null;
}

function probesElsewhere({ value }: Container): boolean {
  const actions = [...['livenessProbe', 'readinessProbe', 'startupProbe'].map((name) => mappingAt(value, name)), ...['postStart', 'preStop'].map((name) => mappingAt(value, 'lifecycle', name))];
  return actions.some((action) => ['httpGet', 'tcpSocket'].some((way) => (within(action, way, 'host') ?? '') !== ''));
}
