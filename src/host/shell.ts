// SPDX-License-Identifier: Apache-2.0
//
// A person's own shell as a host: our words go to stderr, so that COMMAND's output stays its own. Refuses to prove who anybody is:
// there is no token here, and a local run says so with `--local`.
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Compared } from '../core/change.js';
import { GateError } from '../core/errors.js';
import type { ClosedFolder } from '../core/isolation.js';
import type { Host, Log, Place } from '../core/ports.js';
import { absoluteOr, leveledLog, Redactor, whereOf, type Fields } from './text.js';
import type { HostWorld } from './world.js';

/** The host of an interactive run. `OSTIARY_LOG=debug` shows debug messages. */
export class ShellHost implements Host {
  readonly kind = 'shell';
  readonly tokenVariables: readonly string[] = [];
  readonly tokenValues: readonly string[] = [];
  readonly credentialFolders: readonly ClosedFolder[] = [];
  readonly historyHint = 'fetch all of it: `git fetch --unshallow origin "+refs/heads/*:refs/remotes/origin/*"`, and name a branch as `origin/BRANCH`';
  readonly log: Log;
  readonly #world: HostWorld;
  readonly #redactor = new Redactor();
  readonly #state = new Map<string, string>();

  constructor(world: HostWorld) {
    this.#world = world;
    this.log = leveledLog((level, message, fields) => this.#print(level, message, fields), (message, fields) => {
      if (world.environment['OSTIARY_LOG'] === 'debug') this.#print('debug: ', message, fields);
    });
  }

  addMask(value: string): void {
    this.#redactor.remember(value);
  }

  /** A shell has no inputs; flags are read by main/arguments.ts. */
  input(_name: string): string | undefined {
    return undefined;
  }

  output(name: string, value: string): void {
    this.log.debug(`output ${name}=${value}`);
  }

  secretOutput(name: string, _value: string): void {
    throw new GateError('INPUT_INVALID', `a shell has no place for the secret output \`${name}\``, { hint: 'hand it on in a file' });
  }

  /** Nothing: the line that `run` logs at its end says the same. */
  async summary(_markdown: string): Promise<void> {}

  annotate(level: 'error' | 'warning' | 'notice', message: string, place?: Place): void {
    this.#print(`${level}: `, place === undefined ? message : `${whereOf(place)}: ${message}`);
  }

  group<T>(title: string, run: () => Promise<T>): Promise<T> {
    this.log.debug(title);
    return run();
  }

  change(): Compared {
    return { base: 'origin/HEAD', head: 'HEAD', expected: [], merge: null };
  }

  pushed(): readonly string[] {
    return [];
  }

  /** A terminal takes no commands for a job. */
  quarantine<T>(run: () => Promise<T>): Promise<T> {
    return run();
  }

  saveState(name: string, value: string): void {
    this.#state.set(name, value);
  }

  state(name: string): string | undefined {
    return this.#state.get(name);
  }

  facts(): Readonly<Record<string, string>> {
    return { user: userInfo().username, machine: hostname() };
  }

  async idToken(_audience: string): Promise<string> {
    throw new GateError('IDENTITY_UNTRUSTED', 'a shell has no token that proves who this is', { hint: 'add `--local --policy .ostiary/policy.yml`, for resources marked `local: true`' });
  }

  defaultSessionDir(): string {
    const { XDG_STATE_HOME: state, HOME: home } = this.#world.environment;
    return join(absoluteOr(state, join(absoluteOr(home, tmpdir()), '.local', 'state')), 'ostiary', 'sessions');
  }

  #print(level: string, message: string, fields?: Fields): void {
    const text = this.#redactor.lines(message, fields).map((line, index) => `${index === 0 ? `ostiary: ${level}` : '  '}${line}\n`);
    this.#world.writers.stderr(text.join(''));
  }
}
