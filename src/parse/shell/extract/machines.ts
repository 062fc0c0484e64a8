// SPDX-License-Identifier: Apache-2.0
//
// What machines are installed and kept running with: Kickstart, preseed, Ignition and Butane, monit, anacron, containers of systemd (Quadlet). It runs there, later,
// so that only what people look out for is told. Refuses to fetch what they name.
// @see https://docs.podman.io/en/latest/markdown/podman-systemd.unit.5.html
import type { Hazard } from '../../../core/model.js';
import { quotedWord } from '../quote.js';
import { fromUnit } from './lines.js';
import { type Extracted, scriptAt } from './script.js';
import { under, type YamlNode, yamlTrees } from './yaml.js';

const LATER = { shell: 'sh', later: true, image: true } as const;

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

/** `%pre` and `%post` of Kickstart, up to `%end`. */
export function fromKickstart(text: string): readonly Extracted[] {
  return [...text.matchAll(/^%(?:pre|post|pre-install|onerror|traceback)\b([^\n]*)\n([\s\S]{0,100000}?)(?=^%end\b|(?![\s\S]))/gmu)].flatMap(({ index, 0: whole, 1: options = '', 2: script = '' }) => {
    const other = /--interpreter[= ]\S*(?:python|perl)/u.test(options);
    return other || script.trim() === '' ? [] : [scriptAt(script, lineAt(text, index + whole.indexOf('\n') + 1), LATER)];
  });
}

/** `d-i preseed/late_command string x`, over several lines. */
export function fromPreseed(text: string): readonly Extracted[] {
  return [...text.matchAll(/^[ \t]*\S+[ \t]+(?:preseed\/(?:early_command|late_command|run)|partman\/early_command)[ \t]+string[ \t]+((?:[^\\\n]|\\[\s\S]){1,20000})/gmu)].map(({ index, 1: script = '' }) => scriptAt(script, lineAt(text, index), LATER));
}

/** Units, scripts and keys of Ignition, and of Butane, which becomes it. */
export function fromIgnition(text: string): readonly Extracted[] {
  return yamlTrees(text).flatMap((tree) => [
    ...(under(tree, 'systemd', 'units')?.items ?? []).flatMap((unit) => [unit, ...(under(unit, 'dropins')?.items ?? [])]).flatMap((unit) => inText(under(unit, 'contents'), fromUnit)),
    ...(under(tree, 'storage', 'files')?.items ?? []).flatMap((file) => inText(contentOf(file), (script) => (/^#!.*\b(?:ba|da|a|z|k)?sh\b/u.test(script) ? [scriptAt(script, 1, LATER)] : []))),
    ...(under(tree, 'passwd', 'users')?.items ?? []).flatMap((user) => ['ssh_authorized_keys', 'sshAuthorizedKeys'].flatMap((key) => keyed(under(user, key)))),
  ]);
}

function contentOf(file: YamlNode): YamlNode | undefined {
  const source = under(file, 'contents', 'source');
  const data = /^data:[^,]{0,200},([\s\S]*)$/u.exec(source?.text ?? '');
  if (source === undefined || data === null) return under(file, 'contents', 'inline');
  const [whole, body = ''] = data;
  return { ...source, literal: false, text: /;base64,/u.test(whole.slice(0, 210)) ? Buffer.from(body, 'base64').toString('utf8') : unescaped(body) };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function inText(node: YamlNode | undefined, read: (text: string) => readonly Extracted[]): readonly Extracted[] {
  if (node?.text === undefined || node.text === null) return [];
  const first = node.line - 1;
  return read(node.text).map((one) => ({ ...one, line: node.literal ? one.line + first : node.line, lines: one.lines.map((at) => (node.literal ? at + first : node.line)), later: true, image: true }));
}

function keyed(node: YamlNode | undefined): readonly Extracted[] {
  const hazards: Hazard[] = [{ id: 'account-change', detail: 'whoever has the key gets into every machine that starts with it' }];
  // Not as something of an image: the machine lives on.
  return node === undefined || (node.items ?? []).length === 0 ? [] : [scriptAt('ignition', node.line, { shell: 'sh', later: true, lines: [node.line], hazards })];
}

// Hits `start program = "/x"`, `then exec "/x"`, `check program a with path "/x"`.
const MONIT = /(?:\b(?:start|stop|restart)\s+program\s*=?|\bexec|\bcheck\s+program\s+\S+\s+(?:with\s+)?path)\s*(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})')/giu;

// What monit is for: a service started or stopped by its name.
const SERVICE = /^(?:\S*\/)?(?:systemctl\s+(?:start|stop|restart|reload)\s+[\w@.-]+|(?:rc-)?service\s+[\w.-]+\s+\w+|init\.d\/[\w.-]+\s+\w+)$/u;

/** Programs that monit starts. */
export function fromMonit(text: string): readonly Extracted[] {
  return text.split(/\r?\n/u).flatMap((line, index) => (/^\s*#/u.test(line) ? [] : [...line.matchAll(MONIT)].map(([, double, single]) => double ?? single ?? '').filter((command) => !SERVICE.test(command)).map((command) => scriptAt(command, index + 1, { shell: 'sh', lines: [index + 1], later: true }))));
}

/** `7 15 name command` of anacron. */
export function fromAnacrontab(text: string): readonly Extracted[] {
  return text.split(/\r?\n/u).flatMap((line, index) => {
    const [, command] = /^\s*(?:\d+|@\w+)\s+\d+\s+\S+\s+(\S.*)$/u.exec(line) ?? [];
    return command === undefined ? [] : [scriptAt(command, index + 1, { shell: 'sh', lines: [index + 1] })];
  });
}

/** Keys of Quadlet with the option of `podman run` that each stands for. */
const QUADLET: Readonly<Record<string, string>> = { Volume: '-v', AddCapability: '--cap-add', AddDevice: '--device', Network: '--network', SecurityLabelDisable: '--security-opt label=disable', UserNS: '--userns', PodmanArgs: '', SeccompProfile: '--security-opt seccomp=' };

/** A container of Quadlet, as the `podman run` that it is. */
export function fromQuadlet(text: string): readonly Extracted[] {
  const lines = text.split(/\r?\n/u);
  const values = lines.flatMap((line, index) => {
    const [, key = '', value = ''] = /^\s*(\w+)\s*=\s*(.*)$/u.exec(line) ?? [];
    return key === '' ? [] : [{ key, value, line: index + 1 }];
  });
  const options = values.filter(({ key }) => Object.hasOwn(QUADLET, key)).map(({ key, value, line }) => {
    const option = QUADLET[key] as string;
    const word = key === 'PodmanArgs' || key === 'SecurityLabelDisable' ? (key === 'PodmanArgs' ? value : '') : quotedWord(value);
    return scriptAt(`podman run ${option}${option.endsWith('=') ? '' : ' '}${word} image`, line, { shell: 'sh', lines: [line], later: true });
  });
  const command = values.find(({ key }) => key === 'Exec');
  return [...options, ...(command === undefined ? [] : [scriptAt(command.value, command.line, { shell: 'sh', lines: [command.line], later: true, image: true })]), ...fromUnit(text)];
}
