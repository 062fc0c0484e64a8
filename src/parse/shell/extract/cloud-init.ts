// SPDX-License-Identifier: Apache-2.0
//
// What a new machine does when it first starts: `#cloud-config` with its commands, files and users, or a script. It runs there, later, so that only what
// people look out for is told. Refuses to unpack archives, and the parts of a MIME message.
// @see https://docs.cloud-init.io/en/latest/reference/modules.html
import type { Hazard } from '../../../core/model.js';
import { fromKeys } from './keyed.js';
import { fromCrontab, fromUnit } from './lines.js';
import { type Extracted, scriptAt } from './script.js';
import { under, type YamlNode, yamlTrees } from './yaml.js';

/** Commands, files that are run, and users of `#cloud-config`. */
export function fromCloudConfig(text: string): readonly Extracted[] {
  return [...fromKeys({ keys: /^(?:runcmd|bootcmd|(?:early|late|error)-commands)$/u, image: true })(text), ...yamlTrees(text).flatMap((tree) => [...(under(tree, 'write_files')?.items ?? []).flatMap(ofFile), ...ofUsers(tree)])];
}

/** What a machine is given to start with, whichever form it has. `line`: of its first line. */
export function fromUserData(text: string, line: number): readonly Extracted[] {
  const begun = text.replace(/^\s+/u, '');
  const at = line + text.slice(0, text.length - begun.length).split('\n').length - 1;
  if (/^#cloud-config\b/u.test(begun)) return moved(fromCloudConfig(undented(begun)), at);
  // A shell reads what does not say who reads it.
  return /^#!(?!.*\b(?:ba|da|a|z|k)?sh\b)|^<(?:powershell|script)>|^(?:Content-Type|MIME-Version):/iu.test(begun) ? [] : [scriptAt(begun, at, { shell: 'sh', later: true, image: true })];
}

function moved(found: readonly Extracted[], line: number): readonly Extracted[] {
  return found.map((one) => ({ ...one, line: one.line + line - 1, lines: one.lines.map((at) => at + line - 1), later: true }));
}

// A here-document of Terraform may stand to the right of its first line.
function undented(text: string): string {
  const depth = Math.min(...text.split('\n').slice(1).filter((line) => line.trim() !== '').map((line) => /^[ \t]*/u.exec(line)?.[0].length ?? 0));
  return Number.isFinite(depth) ? text.split('\n').map((line, index) => (index === 0 ? line : line.slice(depth))).join('\n') : text;
}

function ofFile(node: YamlNode): readonly Extracted[] {
  const content = under(node, 'content');
  const path = under(node, 'path')?.text ?? '';
  if (content?.text === undefined || content.text === null) return [];
  const text = /^(?:b64|base64)$/u.test(under(node, 'encoding')?.text ?? '') ? Buffer.from(content.text, 'base64').toString('utf8') : content.text;
  const first = content.line - 1;
  const found = /\/cron[\w.-]*(?:\/|$)/u.test(path) ? fromCrontab(text) : /\.(?:service|timer|socket)$/u.test(path) ? fromUnit(text) : /\.(?:ba|z)?sh$|\/(?:profile|rc\.local|\.bashrc)$|\/profile\.d\//u.test(path) || /^#!.*\b(?:ba|da|a|z|k)?sh\b/u.test(text) ? [scriptAt(text, 1, { shell: 'sh' })] : [];
  return found.map((one) => ({ ...one, line: one.line + first, lines: one.lines.map((at) => (content.literal ? at + first : content.line)), later: true, image: true }));
}

// Who gets in, and as what.
function ofUsers(tree: YamlNode): readonly Extracted[] {
  const users = [tree, ...(under(tree, 'users')?.items ?? [])];
  return users.flatMap((user) => [...(user.entries ?? [])].flatMap(([key, { line, text, items }]) => {
    const all = [text ?? '', ...(items ?? []).map((item) => item.text ?? '')].join(' ');
    const hazards: Hazard[] = /^ssh[-_](?:authorized_keys|import_id)$/u.test(key) ? [{ id: 'account-change', detail: 'whoever has the key gets into every machine that starts with it' }] : key === 'sudo' && /NOPASSWD/u.test(all) ? [{ id: 'account-change', detail: 'it may do on the machine whatever root may, without a password' }] : [];
    return hazards.length === 0 ? [] : [scriptAt('cloud-init', line, { shell: 'sh', lines: [line], later: true, hazards })];
  }));
}
