// SPDX-License-Identifier: Apache-2.0
//
// How a step speaks to GitHub's runner: workflow commands in its output, and command files. Keeps what others print from being taken for
// a command, and refuses values that could end early inside a command file.
// @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
import { appendFileSync, statSync } from 'node:fs';
import { GateError, messageOf } from '../core/errors.js';
import type { Runtime } from '../core/runtime.js';
import { cutBytes } from './text.js';

/** Beyond this the runner drops a step's summary as a whole. */
const MAX_SUMMARY_BYTES = 1024 * 1024;

/** Properties of a command; those that are undefined or empty are left out. */
export type Properties = Readonly<Record<string, string | number | undefined>>;

/** `::warning file=a.sql,line=3::text`, with everything escaped that could end it. */
export function commandLine(name: string, properties: Properties, data: string): string {
  const written = Object.entries(properties).filter(([, value]) => value !== undefined && value !== '').map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name}${written.length === 0 ? '' : ` ${written.join(',')}`}::${escapeData(data)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A line that the runner prints and does not obey: it looks for `::` at the start and for `##[` anywhere. */
export function inert(line: string): string {
  return line.replace(/^(\s*):(?=:)/u, '$1: ').replaceAll('##[', '## [');
}

/** Writes commands to the runner, and can make it deaf to everybody else. */
export class RunnerCommands {
  readonly #write: (text: string) => void;
  readonly #runtime: Runtime;
  #deafUntil: string | null = null;

  constructor(write: (text: string) => void, runtime: Runtime) {
    this.#write = write;
    this.#runtime = runtime;
  }

  issue(name: string, properties: Properties, data: string): void {
    const line = commandLine(name, properties, data);
    if (this.#deafUntil === null) {
      this.#write(line);
      return;
    }
    // In quarantine: wake the runner, speak, put it to sleep under a new token. One write, so that nobody gets a word in between
    // (up to PIPE_BUF, 4096 bytes); the line feed first ends a line that COMMAND may have begun.
    const wake = commandLine(this.#deafUntil, {}, '');
    this.#write(`\n${wake}${line}${this.#sleep()}`);
  }

  /** Runs it while the runner obeys nothing that is printed. Calls do not nest deeper than the first. */
  async quarantine<T>(run: () => Promise<T>): Promise<T> {
    if (this.#deafUntil !== null) return run();
    this.#write(this.#sleep());
    try {
      return await run();
    } finally {
      const wake = commandLine(this.#deafUntil ?? '', {}, '');
      this.#deafUntil = null;
      this.#write(`\n${wake}`);
    }
  }

  #sleep(): string {
    this.#deafUntil = this.#runtime.random(24).toString('hex');
    return commandLine('stop-commands', {}, this.#deafUntil);
  }
}

/** Appends `name` and `value` to a command file, between delimiters that nobody can know. Throws when there is no such file. */
export function appendPair(file: string | undefined, pair: { readonly name: string; readonly value: string }, runtime: Runtime): void {
  if (file === undefined || file === '') throw new GateError('INTERNAL', `there is no command file for \`${pair.name}\``, { hint: 'this has to run as a step of a job' });
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/u.test(pair.name)) throw new GateError('INTERNAL', `\`${pair.name}\` is not a name for a command file`);
  const delimiter = `ghadelimiter_${runtime.random(24).toString('hex')}`;
  if (pair.value.includes(delimiter)) throw new GateError('INTERNAL', `the value of \`${pair.name}\` has its own delimiter in it`);
  append(file, `${pair.name}<<${delimiter}\n${pair.value}\n${delimiter}\n`);
}

/** Appends to a step's summary as much as it still holds; what is cut is said, in the place where it is missing. */
export function appendSummary(file: string | undefined, markdown: string): void {
  if (file === undefined || file === '') return;
  const room = MAX_SUMMARY_BYTES - (statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  const text = `${markdown}\n`;
  if (Buffer.byteLength(text) <= room) {
    append(file, text);
    return;
  }
  const notice = '\n\n**Cut here**: the summary of a step holds 1 MiB. The recording or the report has all of it.\n';
  const fits = room - Buffer.byteLength(notice);
  if (fits >= 0) append(file, cutBytes(text, fits) + notice);
}

function append(file: string, text: string): void {
  try {
    appendFileSync(file, text, 'utf8');
  } catch (cause) {
    throw new GateError('INTERNAL', `the runner's command file can not be written: ${messageOf(cause)}`, { cause });
  }
}
