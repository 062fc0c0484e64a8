// SPDX-License-Identifier: Apache-2.0
//
// Playbooks and roles of Ansible: what their modules for commands run, and what modules for files, databases and clusters take away, each as the command that it
// amounts to. It happens on other machines, later, so that only what people look out for is told. Refuses to know what a template fills in.
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
  file: (value) => (absent(value) ? `rm -rf -- ${quote(value('path', 'dest', 'name'))}` : null),
  postgresql_query: (value) => `psql -c ${quote(value('query'))}`,
  postgresql_db: (value) => (absent(value) ? `dropdb ${quote(value('name', 'db'))}` : null),
  postgresql_table: (value) => (absent(value) ? `psql -c ${quote(`DROP TABLE ${value('name', 'table') ?? ''}`)}` : value('truncate') === null ? null : `psql -c ${quote(`TRUNCATE ${value('name', 'table') ?? ''}`)}`),
  mysql_db: (value) => (absent(value) ? `mysql -e ${quote(`DROP DATABASE ${value('name', 'db') ?? ''}`)}` : null),
  k8s: (value) => (absent(value) ? `kubectl delete ${quote(value('kind'))} ${quote(value('name'))}` : null),
  helm: (value) => (absent(value) ? `helm uninstall ${quote(value('name', 'release_name'))}` : null),
};
const COMMANDS = fromKeys({ keys: /^(?:ansible\.builtin\.)?(?:shell|command|raw|cmd)$/u, later: true });

/** Commands of a playbook, a list of tasks or of handlers. */
export const fromPlaybook: Extractor = (text) => [...COMMANDS(text), ...yamlTrees(text).flatMap(below)];

function below(node: YamlNode): Extracted[] {
  const here = [...(node.entries ?? [])].flatMap(([key, value]) => {
    const name = key.replace(/^(?:\w+\.){2}/u, '');
    const script = Object.hasOwn(MODULES, name) ? (MODULES[name]?.(argumentsOf(value)) ?? null) : null;
    return script === null ? [] : [scriptAt(script, value.line, { shell: 'sh', later: true, lines: script.split('\n').map(() => value.line), ...(name === 'file' ? { told: EVERYTHING } : name.startsWith('postgresql_') ? { told: LOSSES } : {}) })];
  });
  return [...here, ...[...(node.items ?? []), ...(node.entries?.values() ?? [])].flatMap(below)];
}

// `{ path: /x, state: absent }`, or `path=/x state=absent`.
function argumentsOf(node: YamlNode): Argument {
  const plain = new Map([...(node.text ?? '').matchAll(/(\w+)=(\S+)/gu)].map(([, name = '', value = '']) => [name, value]));
  return (...names) => names.map((name) => under(node, name)?.text ?? plain.get(name)).find((value) => value !== undefined && value !== null) ?? null;
}
