// SPDX-License-Identifier: Apache-2.0
//
// Playbooks and roles of Ansible: what their modules for commands run, and what modules for files, databases and clusters take away, each as the command that it
// amounts to, and what lets somebody in, or code from elsewhere. It happens on other machines, later, so that only what people look out for is told. Refuses to know what a template fills in.
// @see https://docs.ansible.com/ansible/latest/collections/index_module.html
import { quotedWord } from '../quote.js';
import { fromKeys } from './keyed.js';
import { EVERYTHING, LOSSES } from './program.js';
import { type Extracted, type Extractor, scriptAt } from './script.js';
import { under, type YamlNode, yamlTrees } from './yaml.js';

type Argument = (...names: readonly string[]) => string | null;

const quote = (word: string | null): string => quotedWord((word ?? '').replace(/\{\{[^{}]{0,500}\}\}/gu, 'filled-in'));
const absent = (value: Argument): boolean => value('state') === 'absent';

/** What a module with its arguments amounts to; null when that is nothing to look at. */
const MODULES: Readonly<Record<string, (value: Argument) => string | null>> = {
  cron: (value) => (absent(value) ? null : value('job')),
  file: (value) => (absent(value) ? `rm -rf -- ${quote(value('path', 'dest', 'name'))}` : null),
  postgresql_query: (value) => `psql -c ${quote(value('query'))}`,
  postgresql_db: (value) => (absent(value) ? `dropdb ${quote(value('name', 'db'))}` : null),
  postgresql_table: (value) => (absent(value) ? `psql -c ${quote(`DROP TABLE ${value('name', 'table') ?? ''}`)}` : value('truncate') === null ? null : `psql -c ${quote(`TRUNCATE ${value('name', 'table') ?? ''}`)}`),
  mysql_db: (value) => (absent(value) ? `mysql -e ${quote(`DROP DATABASE ${value('name', 'db') ?? ''}`)}` : null),
  k8s: (value) => (absent(value) ? `kubectl delete ${quote(value('kind'))} ${quote(value('name'))}` : null),
  helm: (value) => (absent(value) ? `helm uninstall ${quote(value('name', 'release_name'))}` : null),
};

/** Modules that let somebody in, or code from elsewhere: what that is, and when. */
const OPENINGS: Readonly<Record<string, readonly [id: string, detail: string, when: (value: Argument) => boolean]>> = {
  authorized_key: ['account-change', 'whoever has the key gets in', (value) => !absent(value)],
  user: ['account-change', 'the account may do what its groups may', (value) => !absent(value) && /\b(?:sudo|wheel|docker|root|adm|lxd|libvirt|disk)\b/u.test(value('groups', 'group') ?? '')],
  sudoers: ['account-change', 'it says who may do what as root', () => true],
  lineinfile: ['account-change', 'it says who may do what, or gets in', ofAccounts], blockinfile: ['account-change', 'it says who may do what, or gets in', ofAccounts], copy: ['account-change', 'it says who may do what, or gets in', ofAccounts], template: ['account-change', 'it says who may do what, or gets in', ofAccounts],
  apt_repository: ['unpinned-package', 'packages come from there from here on', (value) => !absent(value)], yum_repository: ['unpinned-package', 'packages come from there from here on', (value) => !absent(value)], apt_key: ['unpinned-package', 'packages that the key signed are taken', (value) => !absent(value)], rpm_key: ['unpinned-package', 'packages that the key signed are taken', (value) => !absent(value)],
  postgresql_pg_hba: ['account-change', 'it says who gets into the database, and how', () => true], postgresql_user: ['account-change', 'the role may do whatever it likes', (value) => /\bSUPERUSER\b|\bCREATEROLE\b/u.test((value('role_attr_flags') ?? '').replace(/\bNO\w+/gu, ''))],
  get_url: ['downloaded-code', 'what it answers becomes a program, and nobody compares its digest', (value) => value('checksum') === null && (/[1357]/u.test((value('mode') ?? '').slice(-3)) || /\+x|=[rw]*x/u.test(value('mode') ?? '') || /\/s?bin\//u.test(value('dest') ?? ''))],
};

// Files by which a machine knows who may do what.
function ofAccounts(value: Argument): boolean {
  return /\/(?:sudoers(?:\.d)?|authorized_keys2?|sshd_config(?:\.d)?|pam\.d|doas\.conf|passwd|shadow)(?:\/|$)/u.test(value('path', 'dest', 'name') ?? '');
}
const COMMANDS = fromKeys({ keys: /^(?:ansible\.builtin\.)?(?:shell|command|raw|cmd)$/u, later: true });

/** Commands of a playbook, a list of tasks or of handlers. */
export const fromPlaybook: Extractor = (text) => [...COMMANDS(text), ...yamlTrees(text).flatMap(below)];

function below(node: YamlNode): Extracted[] {
  const here = [...(node.entries ?? [])].flatMap(([key, value]) => {
    const name = key.replace(/^(?:\w+\.){2}/u, '');
    const opening = openedBy(name, value);
    if (opening !== null) return [opening];
    const script = Object.hasOwn(MODULES, name) ? (MODULES[name]?.(argumentsOf(value)) ?? null) : null;
    return script === null ? [] : [scriptAt(script, value.line, { shell: 'sh', later: true, lines: script.split('\n').map(() => value.line), ...(name === 'file' ? { told: EVERYTHING } : name.startsWith('postgresql_') ? { told: LOSSES } : {}) })];
  });
  return [...here, ...[...(node.items ?? []), ...(node.entries?.values() ?? [])].flatMap(below)];
}

function openedBy(name: string, value: YamlNode): Extracted | null {
  const [id = '', detail = '', when] = Object.hasOwn(OPENINGS, name) ? (OPENINGS[name] ?? []) : [];
  const given = argumentsOf(value);
  if (when === undefined || value.entries === null && value.text === null || !when(given)) return null;
  const named = given('user', 'repo', 'baseurl', 'mirrorlist', 'url', 'name', 'path', 'dest');
  return scriptAt('ansible-module', value.line, { shell: 'sh', later: true, lines: [value.line], hazards: [{ id, detail: named === null ? detail : `\`${named.slice(0, 100)}\`: ${detail}` }] });
}

// `{ path: /x, state: absent }`, or `path=/x state=absent`.
function argumentsOf(node: YamlNode): Argument {
  const plain = new Map([...(node.text ?? '').matchAll(/(\w+)=(\S+)/gu)].map(([, name = '', value = '']) => [name, value]));
  return (...names) => names.map((name) => textOf(under(node, name)) ?? plain.get(name)).find((value) => value !== undefined && value !== null) ?? null;
}

// A text, or those of a list.
function textOf(node: YamlNode | undefined): string | null {
  return node?.text ?? node?.items?.map(({ text }) => text ?? '').join(' ') ?? null;
}
