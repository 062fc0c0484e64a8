// SPDX-License-Identifier: Apache-2.0
//
// Commands in Terraform's own files: provisioners, the `external` data source and hooks of Terragrunt, which run wherever somebody plans or applies. Refuses
// to read the language further: what it makes, its saved plan says.
// @see https://developer.hashicorp.com/terraform/language/resources/provisioners/local-exec
import { quotedWord } from '../quote.js';
import { fromUserData } from './cloud-init.js';
import { type Extracted, scriptAt } from './script.js';

const BLOCKS: readonly { readonly begins: RegExp; readonly keys: string; readonly away: boolean }[] = [
  { begins: /\bprovisioner\s+"?local-exec"?\s*\{/gu, keys: 'command', away: false },
  { begins: /\bprovisioner\s+"?remote-exec"?\s*\{/gu, keys: 'inline', away: true },
  { begins: /\bprovisioner\s+"?shell"?\s*\{/gu, keys: 'inline', away: true },
  { begins: /\bprovisioner\s+"?shell-local"?\s*\{/gu, keys: '(?:inline|command)', away: false },
  { begins: /\bdata\s+"?external"?\s+"?[\w-]+"?\s*\{/gu, keys: 'program', away: false },
  { begins: /\b(?:before|after|error)_hook\s+"[^"]*"\s*\{/gu, keys: 'execute', away: false },
];
// A text, a list of texts, or a here-document; groups 1 to 4.
const VALUE = '\\s*=\\s*(?:"((?:\\\\.|[^"\\\\\\n])*)"|(\\[[^\\]]*\\])|<<-?\\s*(\\w+)\\r?\\n([\\s\\S]*?)\\r?\\n[ \\t]*\\3[ \\t]*(?:\\r?\\n|$))?';

// What a machine starts with, whether encoded on the way or not.
const STARTS = new RegExp(`(?:^|[\\n{,;])[ \\t]*"?(?:user_data(?:_base64|_raw)?|metadata_startup_script|(?:startup|shutdown)[-_]script|custom_data|cloud_init|commandToExecute|user-data)"?\\s*[=:](?:\\s*(?:base64(?:encode|gzip)|textencodebase64|sensitive|trimspace|chomp|replace)\\s*\\()*${VALUE.replace('\\s*=', '')}`, 'gu');

/** Scripts of a `.tf` or `.hcl` file. */
export function fromTerraform(text: string): readonly Extracted[] {
  return [...commands(text), ...[...text.matchAll(STARTS)].flatMap((found) => started(found, text))];
}

function started(found: RegExpExecArray, text: string): readonly Extracted[] {
  const [whole, quoted, list, , heredoc] = found;
  const at = lineAt(text, found.index + whole.length - whole.replace(/^[\s,;{]+/u, '').length);
  if (heredoc !== undefined) return fromUserData(filled(heredoc), at + 1);
  const script = quoted !== undefined ? plain(quoted) : list !== undefined ? ofList(list, 'inline') : '';
  return fromUserData(script, at).map((one) => ({ ...one, line: at, lines: one.lines.map(() => at) }));
}

function commands(text: string): readonly Extracted[] {
  return BLOCKS.flatMap(({ begins, keys, away }) => [...text.matchAll(begins)].flatMap((found) => {
    const block = blockAt(text, found.index + found[0].length);
    const from = found.index + found[0].length;
    const value = new RegExp(`(?:^|[\\n{])[ \\t]*${keys}${VALUE}`, 'u').exec(block);
    const line = lineAt(text, from + (value === null ? 0 : value.index + 1));
    const other = /\binterpreter\s*=\s*\[\s*"(?:[^"]*\/)?([\w.-]+)"/u.exec(block)?.[1];
    const language = other === undefined || /^(?:ba|da|a|z|k)?sh$/u.test(other) ? null : other;
    const about = { shell: language === null ? 'sh' as const : 'other' as const, language, later: away };
    if (value === null) return [];
    const [, quoted, list, , heredoc] = value;
    const script = quoted !== undefined ? plain(quoted) : list !== undefined ? ofList(list, keys) : heredoc === undefined ? null : filled(heredoc);
    // An expression: what runs is computed.
    if (script === null) return [scriptAt('eval "${{ terraform }}"', line, { ...about, lines: [line] })];
    return [scriptAt(script, heredoc === undefined ? line : line + 1, { ...about, ...(heredoc === undefined ? { lines: script.split('\n').map(() => line) } : {}) })];
  }));
}

/** A block from behind its brace to the one that closes it; braces in texts are counted too, which can only make it longer or shorter by what they hold. */
export function blockAt(text: string, from: number): string {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && (depth -= 1) === 0) return text.slice(from, at);
  }
  return text.slice(from);
}

// `inline` has a command a line, the others have a word each.
function ofList(list: string, keys: string): string {
  const texts = textsIn(list);
  return keys === 'inline' ? texts.join('\n') : texts.map(quotedWord).join(' ');
}

/** The texts of a list, or the one text. */
export function textsIn(list: string): readonly string[] {
  return [...list.matchAll(/"((?:\\.|[^"\\])*)"/gu)].map(([, text = '']) => plain(text));
}

function plain(text: string): string {
  return filled(text.replace(/\\n/gu, '\n').replace(/\\t/gu, '\t').replace(/\\(["\\])/gu, '$1'));
}

// `${x}` is put in before a shell starts; `$${x}` is one for the shell.
function filled(text: string): string {
  return text.replace(/\$\$\{|[$%]\{[^{}]{0,500}\}/gu, (found) => (found === '$${' ? '${' : '${{ terraform }}'));
}

/** Line of a position, from 1. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
