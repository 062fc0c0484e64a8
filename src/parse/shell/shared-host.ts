// SPDX-License-Identifier: Apache-2.0
//
// What a container shares with the machine that it runs on: mounts, capabilities, devices, namespaces, what confines it. `container-escape` is as good as root there;
// `container-host` is nearer to it than others are let. Refuses to take a path as written: `/etc/..` is the root.
import type { Hazard } from '../../core/model.js';
import type { Options } from './options.js';
import { isDisk, placeOf, settle } from './paths.js';
import { HOLE, shown } from './text.js';

// Folders that hold the machine's own power: whoever writes there has it.
const POWER = /^\/(?:$|(?:etc|root|boot|dev|proc|sys|usr|lib|lib64|bin|sbin|var|run|opt|home|Users|var\/run|var\/lib|var\/spool|etc\/(?:cron|sudoers|systemd|kubernetes|passwd|shadow|pam\.d|profile|ld\.so|ssh|init\.d|rc)[^/]*|var\/lib\/(?:docker|kubelet|containerd|containers|etcd|rancher)|run\/(?:containerd|docker|crio|systemd)|var\/spool\/cron)$|(?:proc|sys|boot|var\/lib\/(?:docker|kubelet|containerd|containers|etcd)|var\/spool\/cron|etc\/(?:cron\.?\w*|systemd|kubernetes))\/)/u;
const SOCKET = /\/(?:docker|containerd|crio|podman|buildkitd|dockershim)\.sock$/u;
const HARMLESS = /^\/(?:sys\/fs\/cgroup|proc\/(?:cpuinfo|meminfo|version|uptime|loadavg)|sys\/class\/(?:drm|net|thermal)|dev\/(?:shm|null|zero|u?random|fuse|kvm|dri|snd|net\/tun|video\d*|nvidia\S*|tty\S*|bus\/usb|vhost-\w+))(?:\/|$)/u;
const STRONG = /^(?:CAP_)?(?:ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE|SYS_RAWIO|SYS_BOOT|DAC_READ_SEARCH|BPF|MAC_ADMIN|MAC_OVERRIDE)$/iu;
const WEAK = /^(?:CAP_)?(?:NET_BIND_SERVICE|CHOWN|DAC_OVERRIDE|FOWNER|FSETID|KILL|SETGID|SETUID|SETPCAP|SYS_CHROOT|MKNOD|AUDIT_WRITE|SETFCAP|NET_RAW|IPC_LOCK|SYS_NICE)$/iu;

const escape = (detail: string): Hazard => ({ id: 'container-escape', detail });
const near = (detail: string): Hazard => ({ id: 'container-host', detail });

/** Hazards of the options of `docker run`. `folder`: where the shell stands. */
export function sharedWith(options: Options, folder: string): readonly Hazard[] {
  const found: Hazard[] = options.has('privileged') ? [escape('`--privileged` gives it all that the machine has')] : [];
  for (const source of options.values('v', 'volume', 'mount').map(sourceOf)) found.push(...ofMount(source, folder));
  for (const device of options.values('device').map((value) => value.split(':')[0] as string)) {
    if (isDisk(device) && !HARMLESS.test(device)) found.push(/^\/dev\/(?:sd|hd|vd|xvd|nvme|mmcblk|dm-|mapper|loop|md|k?mem|port)/u.test(device) ? escape(`\`${shown(device)}\` is a disk, or the memory, of the machine`) : near(`\`${shown(device)}\` is a device of the machine`));
  }
  for (const cap of options.values('cap-add')) {
    if (STRONG.test(cap)) found.push(escape(`\`${shown(cap)}\` is as good as root on the machine`));
    else if (!WEAK.test(cap)) found.push(near(`\`${shown(cap)}\` is more than containers are let`));
  }
  for (const option of ['pid', 'network', 'net', 'userns', 'ipc', 'uts', 'cgroupns']) if (options.value(option) === 'host') found.push(near(`\`--${option} host\` shares with the machine what others have of their own`));
  for (const value of options.values('security-opt')) if (/^(?:seccomp|apparmor|systempaths)[=:]unconfined$|^label[=:]disable$/u.test(value)) found.push(near(`\`${shown(value)}\` takes away what confines it`));
  return found;
}

/** Hazards of `docker build` and `docker volume create`. */
export function builtWith(args: readonly string[], folder: string): readonly Hazard[] {
  const opened = args.some((arg) => /\bsecurity\.insecure\b|\binsecure-entitlement\b/u.test(arg)) ? [escape('`security.insecure` lets a build step do what the machine may')] : [];
  const network = args.some((arg) => /\bnetwork\.host\b/u.test(arg)) ? [near('`network.host` lets a build step reach what only the machine may')] : [];
  return [...opened, ...network, ...(args.includes('volume') ? args.flatMap((arg) => ofMount(/(?:^|=)device=(\/.*)$/u.exec(arg)?.[1] ?? '', folder)) : [])];
}

// `/:/host:ro`, `type=bind,source=/,target=/host`, `type=volume,volume-opt=device=/`.
function sourceOf(mount: string): string {
  if (!/^[a-z-]+=|,(?:source|src|volume-opt)=/u.test(mount)) return mount.split(':')[0] as string;
  const parts = mount.split(',').map((part) => part.replace(/^"|"$/gu, ''));
  return parts.map((part) => /^(?:source|src|volume-opt=device|volume-opt="?device)=(.*)$/u.exec(part)?.[1]).find((value) => value !== undefined) ?? '';
}

function ofMount(source: string, folder: string): readonly Hazard[] {
  if (source === '' || (!/[/~.\uFDD0]/u.test(source) && source !== HOLE)) return [];
  const path = settle(folder, source);
  if (HARMLESS.test(path)) return [];
  if (POWER.test(path) || SOCKET.test(path) || isDisk(path)) return [escape(`\`${shown(path)}\` of the machine is in the container's hands`)];
  return placeOf(path) === 'home' ? [{ id: 'secret-file', detail: `\`${shown(path)}\` holds the keys of whoever runs it` }] : [];
}
