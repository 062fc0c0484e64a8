// SPDX-License-Identifier: Apache-2.0
//
// Commands that Salt, Puppet, Chef and whenever have machines run, and whom they let in there. It happens later, elsewhere, so that only what people look out for is told.
// Refuses to fill in templates: what they hold is not known.
// @see https://docs.saltproject.io/en/latest/ref/states/all/salt.states.cmd.html
import type { Hazard } from '../../../core/model.js';
import { type Extracted, type Extractor, scriptAt } from './script.js';
import { type YamlNode, yamlTrees } from './yaml.js';

const SALT_COMMANDS = /^cmd\.(?:run|wait|script|call|wait_script)$/u;
const SALT_ACCOUNTS: Readonly<Record<string, string>> = { 'ssh_auth.present': 'whoever has the key gets in', 'user.present': 'it makes an account, or puts one into groups', 'group.present': 'it makes a group, or puts accounts into it' };

/** States of Salt. Lines of a template that are no state go first; one that can't be read then is read line by line. */
export const fromSalt: Extractor = (text) => {
  const plain = text.replace(/\{[%#][\s\S]{0,2000}?[%#]\}/gu, (part) => part.replace(/[^\n]/gu, '')).replace(/\{\{[^{}\n]{0,500}\}\}/gu, 'filled-in');
  try {
    return yamlTrees(plain).flatMap((tree) => [...(tree.entries ?? [])].flatMap(([id, state]) => ofState(id, state)));
  } catch {
    return /\bcmd\.\w+/u.test(text) ? plain.split('\n').flatMap((line, index) => commandAt(/^\s*-\s+(?:name|source|unless|onlyif)\s*:\s*(\S.*)$/u.exec(line)?.[1] ?? '', index + 1)) : [];
  }
};

function ofState(id: string, state: YamlNode): readonly Extracted[] {
  return [...(state.entries ?? [])].flatMap(([name, node]) => {
    const values = (node.items ?? []).flatMap((item) => [...(item.entries ?? [])]);
    if (name === 'cron.present') return commandAt(textOf(values, 'name') ?? id, lineOf(values, 'name') ?? node.line);
    const why = Object.hasOwn(SALT_ACCOUNTS, name) ? SALT_ACCOUNTS[name] : undefined;
    if (why !== undefined) return commandAt('salt-state', node.line, [{ id: 'account-change', detail: why }]);
    if (!SALT_COMMANDS.test(name)) return [];
    const commands = values.filter(([key]) => /^(?:name|names|source|unless|onlyif)$/u.test(key)).flatMap(([, value]) => [value, ...(value.items ?? [])]);
    const run = commands.flatMap(({ text, line }) => commandAt(text ?? '', line));
    return values.some(([key]) => key === 'name' || key === 'names') ? run : [...commandAt(id, state.line), ...run];
  });
}

function textOf(values: readonly (readonly [string, YamlNode])[], name: string): string | null {
  return values.find(([key]) => key === name)?.[1].text ?? null;
}

function lineOf(values: readonly (readonly [string, YamlNode])[], name: string): number | null {
  return values.find(([key]) => key === name)?.[1].line ?? null;
}

function commandAt(script: string, line: number, hazards: readonly Hazard[] = []): readonly Extracted[] {
  return script.trim() === '' ? [] : [scriptAt(script, line, { shell: 'sh', lines: script.split('\n').map(() => line), later: true, hazards })];
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

// Hits `exec { 'x':`, `command => "x"`, `onlyif => 'x'`; groups 1 and 2 are the text.
const PUPPET = /(?:\bexec\s*\{\s*|\b(?:command|onlyif|unless)\s*=>\s*)(?:"((?:\\.|[^"\\]){1,5000})"|'((?:\\.|[^'\\]){1,5000})')/gu;

/** `exec` of Puppet, and keys that let somebody in. */
export const fromPuppet: Extractor = (text) => [
  ...[...text.matchAll(PUPPET)].flatMap(({ index, 1: double, 2: single }) => commandAt((double ?? single ?? '').replace(/\$\{[^{}]{0,200}\}/gu, '${{ puppet }}').replace(/\\(["'\\])/gu, '$1'), lineAt(text, index))),
  ...[...text.matchAll(/^\s*ssh_authorized_key\s*\{/gmu)].flatMap(({ index, 0: whole }) => commandAt('puppet-resource', lineAt(text, index + whole.length - 1), [{ id: 'account-change', detail: 'whoever has the key gets in' }])),
];

// Hits `execute 'x' do`, `command "x"`, `not_if 'x'`; the heredoc of `code <<-EOH`.
const CHEF = /^[ \t]*(?:execute|command|code|not_if|only_if|runner|rake)\s*\(?\s*(?:"((?:\\.|[^"\\\n]){1,5000})"|'((?:\\.|[^'\\\n]){1,5000})'|<<[-~]?['"]?(\w+)['"]?\r?\n([\s\S]{0,20000}?)\n[ \t]*\3\b)/gmu;

/** Commands of recipes of Chef, and of the schedule of whenever. */
export const fromChef: Extractor = (text) => [...text.matchAll(CHEF)].flatMap(({ index, 1: double, 2: single, 4: heredoc }) => {
  const filled = (one: string): string => one.replace(/#\{[^{}]{0,200}\}/gu, '${{ ruby }}');
  const line = lineAt(text, index);
  return heredoc === undefined ? commandAt(filled(double ?? single ?? '').replace(/\\(["'\\])/gu, '$1'), line) : [scriptAt(filled(heredoc), line + 1, { shell: 'sh', later: true })];
});
