// SPDX-License-Identifier: Apache-2.0
//
// Values of Helm charts: what its templates do with them is not known, but a value that is called `privileged` and is true is meant to end in a pod. Said under
// the same names as in a manifest. Refuses to render a chart.
// @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
import { under, type YamlNode, yamlTrees } from '../shell/extract/yaml.js';
import { foldedPath } from './folded-paths.js';
import type { FileSides, Finding } from './model.js';

const VALUES = /(?:^|\/)(?:[\w.-]*values[\w.-]*|values\/[\w.-]+)\.ya?ml$/u;
const TRUE = /^(?:true|yes|on)$/iu;
/** Capabilities that the baseline of the Pod Security Standards leaves to every pod. */
const USUAL = /^(?:AUDIT_WRITE|CHOWN|DAC_OVERRIDE|FOWNER|FSETID|KILL|MKNOD|NET_BIND_SERVICE|SETFCAP|SETGID|SETPCAP|SETUID|SYS_CHROOT)$/u;
// Hits a text with one of the keys that are looked for.
const PERHAPS = /\b(?:privileged|hostNetwork|hostPID|hostIPC|hostPath|capabilities|verbs|clusterAdmin)\b|<<|\*\w/u;

/** Findings of values that the change brings. */
export function valuesFindings({ change, head, base }: FileSides): readonly Finding[] {
  if (head === null || change.status === 'deleted' || !VALUES.test(foldedPath(change.path)) || !PERHAPS.test(head)) return [];
  const before = new Set((base === null ? [] : found(base)).map(({ detail }) => detail));
  return found(head).filter(({ detail }) => !before.has(detail));
}

function found(text: string): readonly Finding[] {
  try {
    return yamlTrees(text).flatMap((tree) => below(tree, ''));
  } catch {
    return [{ line: null, id: 'code.unreadable', detail: 'the values are no YAML' }];
  }
}

function below(node: YamlNode, place: string): readonly Finding[] {
  const items = (node.items ?? []).flatMap((item, index) => below(item, `${place}[${index}]`));
  return [...items, ...[...(node.entries ?? [])].flatMap(([key, value]) => [...ofKey(key, value, `${place}.${key}`.replace(/^\./u, '')), ...below(value, `${place}.${key}`)])];
}

function ofKey(key: string, value: YamlNode, place: string): readonly Finding[] {
  const tell = (id: string, detail: string): Finding[] => [{ line: value.line, id, detail: `\`${place.slice(-120)}\` ${detail}` }];
  if (key === 'privileged' && TRUE.test(value.text ?? '')) return tell('pod-security.baseline.privileged', 'lets a container do whatever root may on its node');
  if (/^host(?:Network|PID|IPC)$/u.test(key) && TRUE.test(value.text ?? '')) return tell('pod-security.baseline.host-namespaces', 'shares what the node has with a pod');
  if (key === 'hostPath' && (value.entries !== null || /^\//u.test(value.text ?? ''))) return tell('pod-security.baseline.host-path', `mounts \`${(under(value, 'path')?.text ?? value.text ?? '').slice(0, 100)}\` of the node`);
  if (key === 'capabilities') {
    const more = (under(value, 'add')?.items ?? []).map(({ text }) => (text ?? '').replace(/^CAP_/u, '')).filter((name) => !USUAL.test(name));
    return more.length === 0 ? [] : tell('pod-security.baseline.capabilities', `adds ${more.slice(0, 5).join(', ').slice(0, 100)}`);
  }
  if (key === 'verbs' && (value.items ?? []).some(({ text }) => text === '*')) return tell('rbac.wildcard', 'grants every verb');
  return key === 'clusterAdmin' && TRUE.test(value.text ?? '') ? tell('rbac.cluster-admin', 'hands out the cluster') : [];
}
