// SPDX-License-Identifier: Apache-2.0
//
// `RUN` of a Dockerfile: shell form, exec form and here-documents, with `SHELL` and continued lines; of `CMD` and its like, which run when the image does, what
// people look out for. Refuses to call the image's files those of the
// machine: what it says is marked as happening in an image.
// @see https://docs.docker.com/reference/dockerfile/#run
import type { Hazard } from '../../../core/model.js';
import { quotedWord } from '../quote.js';
import { NOTHING_GIVEN } from './variables.js';
import { type Extracted, scriptAt, type ScriptShell } from './script.js';

/** One instruction. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
  /** Line of the file by line of `text`. */
  readonly lines: readonly number[];
}

/** Scripts of a Dockerfile. */
export function fromDockerfile(text: string): readonly Extracted[] {
  let shell: { readonly shell: ScriptShell; readonly language: string | null } = { shell: 'sh', language: null };
  let given = NOTHING_GIVEN;
  const found: Extracted[] = ofFrontend(text);
  for (const { name, text: rest, lines } of instructions(text)) {
    if (name === 'FROM') {
      shell = { shell: 'sh', language: null };
      given = NOTHING_GIVEN;
    } else if (name === 'SHELL') {
      shell = shellOf(rest);
      found.push(...ofShell(rest, lines[0] ?? 1));
    }
    else if (name === 'ENV' || name === 'ARG') given = { values: new Map([...given.values, ...variablesOf(rest)]), line: lines[0] ?? 1, expands: true };
    else if (name === 'CMD' || name === 'ENTRYPOINT' || name === 'HEALTHCHECK') found.push({ ...ofRun(rest.replace(/^\s*(?:--[a-z-]+=\S+\s+)*(?:CMD|NONE)\b/u, ''), lines, shell), given, later: true });
    else if (name === 'ADD') found.push(...ofAdd(rest, lines[0] ?? 1));
    else if (name === 'COPY') found.push(...ofCopy(rest, lines));
    else if (name === 'RUN') found.push({ ...ofRun(rest, lines, shell), given });
  }
  return found;
}

const UNREAD = (what: string): Extracted['hazards'] => [{ id: 'downloaded-code', detail: `what \`${what}\` answers goes into the image unread` }];

// What builds the image; the builder's own is known.
function ofFrontend(text: string): Extracted[] {
  const [, frontend = 'docker/dockerfile'] = /^(?:\s*#(?!\s*syntax).*\n)*\s*#\s*syntax\s*=\s*(\S+)/iu.exec(text) ?? [];
  if (/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/u.test(frontend) || /@sha256:[0-9a-f]{64}$/u.test(frontend)) return [];
  return [scriptAt(`docker pull ${quotedWord(frontend)}`, 1, { image: true, lines: [1], hazards: [{ id: 'downloaded-code', detail: `\`${frontend}\` builds the image, and can become another one` }] })];
}

// An address, by which nobody's digest is compared; of a repository, a full commit says what it is.
function ofAdd(rest: string, line: number): Extracted[] {
  const text = rest.replace(/\\\n/gu, ' ').trim();
  const options = /^(?:--[a-z-]+(?:=\S+)?\s+)*/u.exec(text)?.[0] ?? '';
  const sources = (words(text.slice(options.length)) ?? text.slice(options.length).split(/\s+/u)).slice(0, -1);
  const remote = sources.filter((source) => /^(?:https?:\/\/|git@|ssh:\/\/|git:\/\/)/iu.test(source) && !/#[0-9a-f]{40}(?::|$)/u.test(source));
  if (/--checksum=\S/u.test(options)) return [];
  return remote.map((source) => scriptAt(`curl -O ${quotedWord(source)}`, line, { image: true, shell: 'sh', lines: [line], hazards: UNREAD(source) }));
}

// A file that stands in the Dockerfile itself, as the script that writes it.
function ofCopy(rest: string, lines: readonly number[]): Extracted[] {
  const [, , name = '', to = '', body = ''] = /^(?:--\S+\s+)*<<-?\s*(["']?)(\w+)\1\s+(\S+)\s*\n([\s\S]*)\n\2\s*$/u.exec(rest.trim()) ?? [];
  return name === '' ? [] : [scriptAt(`cat > ${quotedWord(to)} <<'${name}'\n${body}\n${name}`, lines[0] ?? 1, { image: true, shell: 'sh', lines })];
}

// `A=1 B="x y"`, and the old `A some words`. An ARG without a value has none until somebody gives it one.
function variablesOf(rest: string): readonly (readonly [string, string])[] {
  const text = rest.replace(/\\\n/gu, ' ').trim();
  const old = /^([A-Za-z_]\w*)\s+([^=]*)$/u.exec(text);
  if (old !== null) return [[old[1] as string, (old[2] as string).trim()]];
  return [...text.matchAll(/([A-Za-z_]\w*)=("(?:\\.|[^"\\])*"|'[^']*'|(?:\\.|[^\s\\])*)/gu)].map(([, name = '', value = '']) => [name, plainValue(value)]);
}

function plainValue(value: string): string {
  return /^"[\s\S]*"$|^'[\s\S]*'$/u.test(value) && value.length > 1 ? value.slice(1, -1).replace(/\\(["\\])/gu, '$1') : value.replace(/\\(.)/gu, '$1');
}

// `SHELL ["sh", "-c", "x;"]` puts `x` before every line; options alone say only how lines are read.
function ofShell(rest: string, line: number): Extracted[] {
  const [program = '', ...more] = words(rest) ?? [];
  if (!/(?:^|[/\\])(?:ba|a|da)?sh$/u.test(program) || more.every((word) => /^(?:[-+][A-Za-z-]+|pipefail|errexit|nounset|xtrace|posix|extglob)$/u.test(word))) return [];
  return [scriptAt([program, ...more].map(quotedWord).join(' '), line, { image: true, shell: 'sh', lines: [line] })];
}

function shellOf(rest: string): { readonly shell: ScriptShell; readonly language: string | null } {
  const [program = ''] = words(rest) ?? [];
  const name = program.slice(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1).toLowerCase().replace(/\.exe$/u, '');
  if (/^(?:ba|a|da)?sh$/u.test(name)) return { shell: name === 'bash' ? 'bash' : 'sh', language: null };
  return { shell: 'other', language: name };
}

function ofRun(rest: string, lines: readonly number[], shell: { readonly shell: ScriptShell; readonly language: string | null }): Extracted {
  // `--mount=…`, `--network=…`, `--security=…`
  const options = /^(?:\s*--[a-z]+(?:=\S*)?)+\s+/u.exec(rest)?.[0] ?? '';
  const script = secretsNamed(options, rest.slice(options.length));
  const line = lines[0] ?? 1;
  const hazards = powers(options);
  const argv = words(script);
  if (argv !== null) return scriptAt(argv.map(quotedWord).join(' '), line, { image: true, shell: 'sh', lines: [line], hazards });
  const heredoc = /^\s*<<-?\s*(["']?)(\w+)\1\s*\n([\s\S]*)\n\2\s*$/u.exec(script);
  if (heredoc === null) return scriptAt(script, line, { image: true, ...shell, lines, hazards });
  // The body is the script, unless its first line says who reads it.
  const body = heredoc[3] as string;
  const reader = /^#!\s*(\S+)(?:\s+(\S+))?/u.exec(body);
  const program = reader === null ? '' : (/\benv$/u.test(reader[1] as string) ? (reader[2] ?? '') : (reader[1] as string)).replace(/^.*\//u, '');
  const other = reader !== null && !/^(?:ba|a|da)?sh$/u.test(program);
  return scriptAt(body, lines[1] ?? line, { image: true, ...(other ? { shell: 'other' as const, language: program } : shell), lines: lines.slice(1), hazards });
}

// `--security=insecure` gives a step what the machine may, `--network=host` its network.
function powers(options: string): readonly Hazard[] {
  return [
    ...(/--security=insecure\b/u.test(options) ? [{ id: 'container-escape', detail: '`--security=insecure` lets the step do what the machine may' }] : []),
    ...(/--network=host\b/u.test(options) ? [{ id: 'container-host', detail: '`--network=host` lets the step reach what only the machine reaches' }] : []),
  ];
}

// A secret by the path that it is mounted at is one like any other: what copies it keeps it in the image.
function secretsNamed(options: string, script: string): string {
  return [...options.matchAll(/--mount=(\S*\btype=secret\b\S*)/gu)].reduce((text, [, mount = '']) => {
    const target = /\b(?:target|dst|destination)=([^,\s]+)/u.exec(mount)?.[1];
    return target === undefined || target.startsWith('/run/secrets/') ? text : text.replaceAll(target, '/run/secrets/mounted');
  }, script);
}

/** A JSON array of strings; null when it is none, and then it is the shell form. */
function words(text: string): readonly string[] | null {
  if (!text.trim().startsWith('[')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;
  } catch {
    return null;
  }
}

/** Instructions of a Dockerfile, continued lines and here-documents put together. */
export function instructions(text: string): readonly Instruction[] {
  const source = text.split(/\r?\n/u);
  const escape = /^#\s*escape\s*=\s*`/imu.test(source.slice(0, 5).join('\n')) ? '`' : '\\';
  const found: Instruction[] = [];
  for (let at = 0; at < source.length; ) {
    const first = source[at] as string;
    const begun = /^\s*(?:ONBUILD\s+)?([A-Za-z]+)\s+(.*)$/u.exec(first);
    if (begun === null || /^\s*#/u.test(first)) {
      at += 1;
      continue;
    }
    const { parts, lines, next } = continued(source, at, { escape, first: begun[2] as string });
    const name = (begun[1] as string).toUpperCase();
    const body = /^(?:RUN|COPY|ADD)$/u.test(name) ? heredocs(parts.join('\n'), source, next) : [];
    for (const [index, line] of body.entries()) {
      parts.push(line);
      lines.push(next + index + 1);
    }
    found.push({ name, text: parts.join('\n'), lines });
    at = next + body.length;
  }
  return found;
}

// Comments and empty lines between continued ones are left out, as the builder does.
function continued(source: readonly string[], from: number, { escape, first }: { readonly escape: string; readonly first: string }): { parts: string[]; lines: number[]; next: number } {
  const parts = [first];
  const lines = [from + 1];
  let at = from;
  while ((parts.at(-1) as string).trimEnd().endsWith(escape) && at + 1 < source.length) {
    const last = (parts.pop() as string).trimEnd();
    at += 1;
    while (at < source.length && /^\s*(?:#.*)?$/u.test(source[at] as string)) at += 1;
    parts.push(`${last.slice(0, -1)}\\`, source[at] ?? '');
    lines.push(at + 1);
  }
  return { parts, lines, next: at + 1 };
}

// Lines of here-documents that a RUN begins, each to its delimiter.
function heredocs(text: string, source: readonly string[], from: number): readonly string[] {
  const out: string[] = [];
  for (const [, dash = '', , delimiter = ''] of text.matchAll(/<<(-?)\s*(["']?)([A-Za-z_]\w*)\2/gu)) {
    for (let at = from + out.length; at < source.length; at += 1) {
      const line = source[at] as string;
      out.push(line);
      if ((dash === '-' ? line.replace(/^\t+/u, '') : line) === delimiter) break;
    }
  }
  return out;
}
