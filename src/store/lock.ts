// SPDX-License-Identifier: Apache-2.0
//
// One owner for one store: a file that says who has it, with a beat that only a living owner makes. A dead owner's is taken over, at once
// where the dead can be told from the living, else when nothing has beaten for a while; no clock but our own is asked. Refuses two owners, and
// tells one that lost it (a machine that slept) to stop.
import { createHash } from 'node:crypto';
import { link, readFile, readlink, rename, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { GateError, messageOf } from '../core/errors.js';
import type { Runtime, Timer } from '../core/runtime.js';

const FILE = 'owner.json';
const BEAT_MS = 2_000;
/** An owner that can't be asked is dead when it made no beat for this long. */
export const SILENCE_MS = 4 * BEAT_MS;

/** Who has it. `process`: the kernel's run, the name space of processes, the start of the process; null where they can't be told. */
interface Owner {
  readonly nonce: string;
  readonly host: string;
  readonly pid: number;
  readonly process: { readonly boot: string; readonly space: string; readonly start: string } | null;
  readonly beat: number;
}

/** A held store. */
export class StoreLock {
  /** Settles when somebody else has it now, with what to say; never when all is well. */
  readonly lost: Promise<string>;
  readonly #path: string;
  readonly #timer: Timer;
  #owner: Owner;
  #writing: Promise<void> = Promise.resolve();
  #released = false;
  #lose: (why: string) => void = () => undefined;

  /** Takes the store in a folder; throws STORE_FAILED when somebody has it. */
  static async take(folder: string, runtime: Runtime): Promise<StoreLock> {
    const path = join(folder, FILE);
    const me: Owner = { nonce: runtime.random(16).toString('hex'), host: hostname(), pid: process.pid, process: await processOf(process.pid), beat: 0 };
    try {
      while (!(await made(path, me))) {
        const other = await ownerAt(path);
        if (other !== null && (await succeeded(path, other, me, runtime))) break;
      }
    } catch (thrown) {
      throw thrown instanceof GateError ? thrown : new GateError('STORE_FAILED', `the store can not use \`${path}\`: ${messageOf(thrown)}`, { hint: 'is the disk there, writable and not full?', cause: thrown });
    }
    return new StoreLock(path, me, runtime);
  }

  private constructor(path: string, owner: Owner, runtime: Runtime) {
    this.#path = path;
    this.#owner = owner;
    this.lost = new Promise((resolve) => (this.#lose = resolve));
    this.#timer = runtime.every(BEAT_MS, () => {
      this.#writing = this.#writing.then(() => this.#beat());
    });
  }

  /** Gives it back. Never throws: one that could not be given back is silent from now on. */
  async release(): Promise<void> {
    this.#timer.cancel();
    this.#released = true;
    await this.#writing;
    const now = await ownerAt(this.#path).catch(() => null);
    if (now?.nonce === this.#owner.nonce) await unlink(this.#path).catch(() => undefined);
  }

  // A disk that fails for a moment is the store's to complain about; the next beat tries again.
  async #beat(): Promise<void> {
    if (this.#released) return;
    try {
      const now = await ownerAt(this.#path);
      // Somebody tidied up by hand: it is ours still if nobody was quicker, which the next beat tells.
      if (now === null) return void (await made(this.#path, this.#owner));
      if (now.nonce !== this.#owner.nonce) {
        this.#timer.cancel();
        this.#lose(`process ${now.pid} on \`${now.host}\` has the store now`);
        return;
      }
      this.#owner = { ...this.#owner, beat: this.#owner.beat + 1 };
      await written(this.#path, this.#owner);
    } catch {
      return;
    }
  }
}

// False: there is one already, whoever made it.
async function made(path: string, owner: Owner): Promise<boolean> {
  const draft = `${path}.${owner.nonce}`;
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw thrown;
  } finally {
    await unlink(draft);
  }
}

// In one step, over whatever is there.
async function written(path: string, owner: Owner): Promise<void> {
  const draft = `${path}.${owner.nonce}`;
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600 });
  await rename(draft, path);
}

// Null: there is none any more. What can't be read is one that nobody beats for.
async function ownerAt(path: string): Promise<Owner | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw thrown;
  }
  const nobody: Owner = { nonce: text, host: 'an unknown machine', pid: 0, process: null, beat: 0 };
  try {
    return { ...nobody, ...(JSON.parse(text) as Partial<Owner>) };
  } catch {
    return nobody;
  }
}

/**
 * Takes the place of a dead owner; false: look again, it has changed. The dead have one heir each, whoever is first to make the file that is
 * named after them, and an heir that died, too, has one of its own: whoever ends that line, and finds the owner still there, replaces it in
 * one step, and only then does the line go. Who comes late to a line that is gone finds another owner.
 */
async function succeeded(path: string, other: Owner, me: Owner, runtime: Runtime): Promise<boolean> {
  const line: string[] = [];
  for (let [dead, at] = [other, path]; ; ) {
    await checkDead(at, dead, { path, me, runtime });
    const heir = `${path}.${createHash('sha256').update(dead.nonce).digest('hex')}.heir`;
    line.push(heir);
    if (await made(heir, me)) break;
    const next = await ownerAt(heir);
    if (next === null) return false;
    [dead, at] = [next, heir];
  }
  let mine = false;
  try {
    const now = await ownerAt(path);
    if (now !== null && isSame(now, other)) {
      await written(path, me);
      mine = true;
    }
  } finally {
    for (const heir of mine ? line : line.slice(-1)) await unlink(heir).catch(unlessGone);
  }
  return mine;
}

async function checkDead(at: string, owner: Owner, { path, me, runtime }: { path: string; me: Owner; runtime: Runtime }): Promise<void> {
  const state = await stateOf(owner, me);
  if (state === 'dead' || (state === 'unknown' && (await isSilent(at, owner, runtime)))) return;
  throw new GateError('STORE_FAILED', `another gateway has the store: process ${owner.pid} on \`${owner.host}\` (\`${path}\`)`, { hint: 'one gateway, one store: stop that one, or give this one a `store.path` of its own' });
}

const isSame = (a: Owner, b: Owner): boolean => a.nonce === b.nonce && a.beat === b.beat;

function unlessGone(thrown: unknown): void {
  if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
}

// Told at once in the same run of the same kernel, and the same name space: whether there is that very process.
async function stateOf({ pid, process: its }: Owner, { process: mine }: Owner): Promise<'alive' | 'dead' | 'unknown'> {
  if (its === null || mine === null || its.boot !== mine.boot || its.space !== mine.space) return 'unknown';
  return (await processOf(pid))?.start === its.start ? 'alive' : 'dead';
}

async function isSilent(path: string, other: Owner, runtime: Runtime): Promise<boolean> {
  await new Promise<void>((resolve) => void runtime.after(SILENCE_MS, resolve));
  const now = await ownerAt(path);
  return now === null || isSame(now, other);
}

// Linux tells; elsewhere nobody does.
async function processOf(pid: number): Promise<Owner['process']> {
  try {
    const [boot, space, stat] = await Promise.all([readFile('/proc/sys/kernel/random/boot_id', 'utf8'), readlink('/proc/self/ns/pid'), readFile(`/proc/${pid}/stat`, 'utf8')]);
    // The name of a program may hold anything, so what follows is counted from its last bracket: `start` is field 22 of proc(5).
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A dead one that nobody has buried yet.
    return state === 'Z' || state === 'X' ? null : { boot: boot.trim(), space, start: fields[18] ?? '' };
  } catch {
    return null;
  }
}
