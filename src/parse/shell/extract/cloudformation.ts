// SPDX-License-Identifier: Apache-2.0
//
// Scripts in CloudFormation templates: what instances and launch templates start with (`UserData`), commands of `cfn-init`, and what Lambda functions are
// made of is left to its own language. Refuses to evaluate functions: what `Fn::Sub` fills in is not known.
// @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-init.html
import { fromUserData } from './cloud-init.js';
import { type Extracted, scriptAt } from './script.js';
import { under, type YamlNode, yamlTrees } from './yaml.js';

/** Scripts of a template. */
export function fromTemplate(text: string): readonly Extracted[] {
  return yamlTrees(text).flatMap((tree) => below(tree));
}

function below(node: YamlNode): Extracted[] {
  const items = (node.items ?? []).flatMap((item) => below(item));
  if (node.entries === null) return items;
  return [...items, ...[...node.entries].flatMap(([key, value]) => (key === 'UserData' ? ofUserData(value) : key === 'AWS::CloudFormation::Init' ? commands(value) : below(value)))];
}

/** The text that a value will be, with its first line: `!Sub`, `Fn::Join`, `Fn::Base64` around it. */
function textOf(node: YamlNode): { readonly text: string; readonly line: number; readonly literal: boolean } | null {
  if (node.text !== null) return { text: filled(node.text), line: node.line, literal: node.literal };
  const joined = under(node, 'Fn::Join')?.items ?? (node.tag === '!Join' ? node.items : null);
  if (joined !== null && joined !== undefined) {
    const parts = (joined[1]?.items ?? []).map((part) => textOf(part)?.text ?? '${{ aws }}');
    return { text: parts.join(joined[0]?.text ?? ''), line: joined[1]?.line ?? node.line, literal: false };
  }
  const inner = under(node, 'Fn::Base64') ?? under(node, 'Fn::Sub') ?? node.items?.[0];
  return inner === undefined ? null : textOf(inner);
}

// `${X}` is put in before a shell starts; `${!X}` is one for the shell.
function filled(text: string): string {
  return text.replace(/\$\{!/gu, '\uFDD2').replace(/\$\{[\w:.-]{1,200}\}/gu, '${{ aws }}').replaceAll('\uFDD2', '${');
}

function ofUserData(node: YamlNode): Extracted[] {
  const found = textOf(node);
  if (found === null) return [];
  const plain = /^[A-Za-z0-9+/=\s]{16,}$/u.test(found.text) && !/\s\w+\s/u.test(found.text) ? Buffer.from(found.text, 'base64').toString('utf8') : found.text;
  return fromUserData(plain, found.line).map((one) => (found.literal && plain === found.text ? one : { ...one, line: found.line, lines: one.lines.map(() => found.line) }));
}

// `commands: { 01_x: { command: "…" } }`, at any depth of a configuration.
function commands(node: YamlNode): Extracted[] {
  const own = under(node, 'command');
  const command = own === undefined ? null : textOf(own.items !== null && own.tag === null ? { ...own, items: null, text: own.items.map(({ text }) => text ?? '').join(' ') } : own);
  const here = command === null ? [] : [scriptAt(command.text, command.line, { shell: 'sh', lines: command.text.split('\n').map(() => command.line), later: true, image: true })];
  return [...here, ...[...(node.entries?.values() ?? []), ...(node.items ?? [])].flatMap((inner) => commands(inner))];
}
