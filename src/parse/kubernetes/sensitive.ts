// SPDX-License-Identifier: Apache-2.0
//
// Paths of a node by which whoever can write there has the node. Refuses to follow links: a path is taken as written.

/** Paths of a node from which it can be taken over, and all below and above them. */
const SENSITIVE_PATHS = ['/etc', '/proc', '/sys', '/dev', '/root', '/boot', '/home', '/var/run/docker.sock', '/run/docker.sock', '/run/containerd', '/var/run/containerd', '/run/crio', '/var/run/crio', '/var/lib/kubelet', '/var/lib/docker', '/var/lib/containerd', '/var/lib/etcd', '/var/lib/rancher', '/var/log', '/usr', '/bin', '/sbin', '/lib', '/opt/cni', '/var/spool/cron'];

/** True for such a path, one below it or above it, and one that climbs. */
export function isSensitive(path: string): boolean {
  const normal = `/${path.split('/').filter((part) => part !== '' && part !== '.').join('/')}`;
  // Dots that climb may lead anywhere.
  return normal === '/' || normal.split('/').includes('..') || SENSITIVE_PATHS.some((sensitive) => normal === sensitive || normal.startsWith(`${sensitive}/`) || sensitive.startsWith(`${normal}/`));
}
