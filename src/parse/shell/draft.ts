// SPDX-License-Identifier: Apache-2.0
//
// One operation in the making: what a command touches, and what people look out for. Paths come in as written and are settled here, so
// that no program forgets where the shell stands, or that a file holds secrets. Refuses to end empty: what was not described is unknown.
import type { Access, Effect, Hazard, OperationFacts, ReadOperation } from '../../core/model.js';
import type { Call } from './model.js';
import { jobFileReason } from './job-files.js';
import { isDisk, objectOf, placeOf, runsLater, settle, type Place } from './paths.js';
import { redact } from './redact.js';
import { isSecretFile } from './secrets.js';
import { HOLE, shown } from './text.js';

const KNOCKS = /^(?:|:|true|echo|printf|exec|cat|assign)$/u;
const LOOPBACK = /^\/dev\/(?:tcp|udp)\/(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)\//u;

/** Fills up while a program is described. */
export class Draft {
  readonly #accesses = new Map<string, Access>();
  readonly #hazards = new Map<string, Hazard>();
  readonly #unknown = new Set<string>();
  readonly #paths = new Set<string>();
  #words: readonly string[];
  #loopback: string | null = null;
  /** True when there is nothing to say of the command itself: a wrapper, a definition. */
  dropped = false;

  constructor(
    readonly call: Call,
    name: string,
  ) {
    this.#words = [name];
    for (const hazard of call.hazards) this.#hazards.set(hazard.id, hazard);
  }

  /** Names the operation: program and sub-commands. */
  called(...words: readonly string[]): void {
    this.#words = words;
  }

  get folder(): string {
    return this.call.frame.scope.folder;
  }

  access(effect: Effect, object: string | null, type: string | null, why?: string): void {
    const access: Access = { effect, object: object === null ? null : shown(object), type, columns: [], filtered: [], assumed: false, ...(why === undefined ? {} : { why }) };
    this.#accesses.set(`${effect}\n${type}\n${access.object}`, access);
  }

  /** Accesses that another parser found. */
  adopt(accesses: readonly Access[]): void {
    for (const access of accesses) this.#accesses.set(`${access.effect}\n${access.type}\n${access.object}\n${access.columns.join()}`, access);
  }

  hazard(id: string, detail: string): void {
    if (!this.#hazards.has(id)) this.#hazards.set(id, { id, detail });
  }

  unknown(why: string): void {
    this.#unknown.add(why);
    this.access('unknown', null, null, why);
  }

  read(path: string): void {
    const settled = this.#settled(path);
    this.access('read', objectOf(settled), 'file');
    this.#secret(path, settled);
  }

  /** Asks only whether it is there, or how large: its content stays where it is. */
  look(path: string): void {
    this.access('read', objectOf(this.#settled(path)), 'file');
  }

  /** `text`: what is written; null when not known. */
  write(path: string, text: string | null = null): void {
    const settled = this.#settled(path);
    const why = jobFileReason(settled, text);
    if (why !== null) this.hazard('environment-code', why);
    if (this.#socket(settled)) return;
    this.access('write', objectOf(settled), 'file');
    this.#guard(path, settled);
    this.#secret(path, settled);
  }

  /** Permissions and owners. */
  grant(path: string): void {
    const settled = this.#settled(path);
    this.access('grant', objectOf(settled), 'file');
    const place = this.#place(settled);
    if (place === 'system' || place === 'root' || place === 'device') this.hazard('system-write', `\`${shown(settled)}\` belongs to the system`);
  }

  /** Removes what is named; `all`: with everything below. */
  remove(path: string, all: boolean): void {
    const settled = this.#settled(path);
    const place = this.#place(settled);
    const before = this.#hazards.size;
    this.#minds(place, { path, settled, all });
    // What a build makes again, and what is named below the work tree, comes back: it is a change like any other.
    this.access(this.#hazards.size > before ? 'destroy' : 'write', objectOf(settled), 'file');
  }

  #minds(place: Place, { path, settled, all }: { readonly path: string; readonly settled: string; readonly all: boolean }): void {
    const what = `\`${shown(settled)}\``;
    if (place === 'device') this.hazard('disk-write', `${what} is a device`);
    else if (place === 'root') this.hazard('root-delete', `${what} is the whole machine`);
    else if (place === 'home' && (all || settled.includes('*'))) this.hazard('home-delete', `${what} is somebody's home`);
    else if (place === 'tree' && (all || settled.includes('*'))) this.hazard('workspace-delete', `${what} is the work tree with all that was not committed`);
    else if (place === 'system') this.hazard(all ? 'outside-delete' : 'system-write', `${what} belongs to the system`);
    else if (all && (place === 'outside' || place === 'home')) this.hazard('outside-delete', `${what} is not in the work tree`);
    else if (all && place === 'unresolved') this.hazard('unresolved-delete', `what \`${shown(path)}\` comes to is known only when it runs`);
  }

  /** An argument of a program that we know nothing about. */
  mention(argument: string): void {
    for (const path of candidates(argument)) {
      const settled = this.#settled(path);
      if (isSecretFile(path) || isSecretFile(settled)) this.read(path);
      const why = jobFileReason(settled, null);
      if (why !== null) this.hazard('environment-code', why);
    }
  }

  #settled(path: string): string {
    const settled = settle(this.folder, path.replace(/^file:\/\/(?:localhost)?/iu, ''));
    if (!settled.includes(HOLE)) this.#paths.add(objectOf(settled));
    return settled;
  }

  #place(settled: string): Place {
    const place = placeOf(settled);
    // On another machine there is no work tree of ours.
    return this.call.frame.away && (place === 'inside' || place === 'tree') ? 'outside' : place;
  }

  #guard(path: string, settled: string): void {
    const place = this.#place(settled);
    const what = `\`${shown(settled)}\``;
    if (isDisk(settled)) this.hazard('disk-write', `${what} is a device`);
    else if (runsLater(settled)) this.hazard('runs-later', `what is written to ${what} runs later`);
    else if (place === 'system' || place === 'root') this.hazard('system-write', `${what} belongs to the system`);
    else if (placeOf(path) === 'unresolved' && /[\uFFFF]\/(?:etc|usr|bin|dev|boot)\//u.test(path)) this.hazard('system-write', `${what} may belong to the system`);
  }

  #secret(path: string, settled: string): void {
    if (path.includes('://') && !/^file:/iu.test(path)) return;
    if (isSecretFile(settled) || isSecretFile(path)) this.hazard('secret-file', `\`${shown(settled)}\` holds secrets`);
  }

  #socket(settled: string, effect: 'read' | 'write' = 'write'): boolean {
    if (!/^\/dev\/(?:tcp|udp)\//u.test(settled)) return false;
    // Whether something answers there is all that is asked.
    if (effect === 'read' && /^(?:|:|true|assign)$/u.test(this.#words[0] ?? '')) {
      this.access('read', settled.slice('/dev/tcp/'.length), 'host');
      return true;
    }
    this.access('execute', settled.slice('/dev/tcp/'.length), 'host');
    if (LOOPBACK.test(settled)) this.#loopback = settled;
    else this.hazard('raw-socket', `\`${shown(settled)}\` is a connection to another machine`);
    return true;
  }

  /** The operation. */
  finish(): ReadOperation {
    for (const { effect, path, text } of this.call.opened) {
      if (effect === 'read' && this.#socket(this.#settled(path), effect)) continue;
      if (effect === 'read') this.read(path);
      else this.write(path, text ?? null);
    }
    // A look whether something on this machine answers is made by what runs nothing.
    if (this.#loopback !== null && !KNOCKS.test(this.#words[0] ?? '')) this.hazard('raw-socket', `\`${shown(this.#loopback)}\` takes or gives what nobody has read`);
    const unknown = [...this.#unknown];
    if (this.#accesses.size === 0) this.access('read', null, null);
    const words = this.#words.map((word) => shown(word).toLowerCase());
    const facts: OperationFacts = {
      statement: words.join(' ').toUpperCase(), name: ['shell', ...words].join('.'), text: shown(this.call.text), redacted: redact(this.call.argv),
      accesses: [...this.#accesses.values()], functions: [], hazards: [...this.#hazards.values()], forbidden: [], unknown, assumed: this.call.assumed === true,
    };
    return { kind: 'shell', facts, line: this.call.line, paths: [...this.#paths] };
  }
}

// `.env` in `--file=.env`, `@.env`, `file=@.env;type=x`, `.env:/app/.env`.
function candidates(argument: string): readonly string[] {
  if (argument.length > 4096 || /\n/u.test(argument)) return [];
  if (/^[a-z]+:\/\//iu.test(argument) && !/^file:/iu.test(argument)) return [];
  // Prose, or a command in one word: whoever reads it is another program.
  if (/\s/u.test(argument) && !/^[./~\uFDD0]/u.test(argument)) return [];
  const value = argument.replace(/^-{1,2}[\w-]+=/u, '');
  return [...new Set([value, value.replace(/^[\w.-]*=?@/u, ''), ...value.split(/[:,;=]/u)])].filter((part) => part !== '');
}
