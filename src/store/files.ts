// SPDX-License-Identifier: Apache-2.0
//
// The store as files: a folder for each kind, a file for each record. A write is in a file of its own, synced, then put in place in one
// step, and the folder is synced; so a record is there whole or not at all, also after a loss of power. Refuses keys that could be paths,
// folders that others can read, and records that somebody made too large.
// @see https://pubs.opengroup.org/onlinepubs/9699919799/functions/rename.html
import { constants } from 'node:fs';
import { chmod, link, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { GateError, messageOf } from '../core/errors.js';
import type { Store, StoreKind } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';

const KINDS: readonly StoreKind[] = ['session', 'token', 'revoked', 'claim', 'proof'];
const KEY = /^[A-Za-z0-9_-]{1,128}$/u; // match: "ost_1f"; miss: "../x"
/** A session holds the policy of its repository, a MiB at most, as JSON text. */
const MAX_RECORD_BYTES = 8 * 1024 * 1024;
const SUFFIX = '.json';
const OTHERS = 0o077;

/** Records in files below one folder. */
export class FileStore implements Store {
  readonly #path: string;
  readonly #runtime: Runtime;

  /** Makes the folders (0700). Throws STORE_FAILED. */
  static async open(path: string, runtime: Runtime): Promise<FileStore> {
    const store = new FileStore(path, runtime);
    try {
      await mkdir(path, { recursive: true, mode: 0o700 });
      const { mode } = await stat(path);
      if ((mode & OTHERS) !== 0) throw new GateError('STORE_FAILED', `the store \`${path}\` can be read or changed by other users`, { hint: `make it yours alone: \`chmod 700 ${path}\`` });
      for (const kind of KINDS) {
        await mkdir(join(path, kind), { recursive: true, mode: 0o700 });
        await chmod(join(path, kind), 0o700);
      }
      await syncFolder(path);
    } catch (thrown) {
      throw failed(path, thrown);
    }
    return store;
  }

  private constructor(path: string, runtime: Runtime) {
    this.#path = path;
    this.#runtime = runtime;
  }

  create(kind: StoreKind, key: string, record: unknown): Promise<boolean> {
    return this.#write(kind, key, record, async (made, place) => {
      try {
        // Fails when the name is taken, whoever took it: the one way to be first.
        await link(made, place);
        return true;
      } catch (thrown) {
        if (codeOf(thrown) === 'EEXIST') return false;
        throw thrown;
      } finally {
        await unlink(made);
      }
    });
  }

  async replace(kind: StoreKind, key: string, record: unknown): Promise<void> {
    await this.#write(kind, key, record, (made, place) => rename(made, place));
  }

  async read(kind: StoreKind, key: string): Promise<unknown> {
    const place = this.#place(kind, key);
    try {
      const file = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW);
      try {
        const { size } = await file.stat();
        if (size > MAX_RECORD_BYTES) throw new Error(`it has ${size} bytes`);
        return JSON.parse(await file.readFile('utf8')) as unknown;
      } finally {
        await file.close();
      }
    } catch (thrown) {
      if (codeOf(thrown) === 'ENOENT') return null;
      throw failed(place, thrown);
    }
  }

  async remove(kind: StoreKind, key: string): Promise<void> {
    const place = this.#place(kind, key);
    try {
      await unlink(place);
      await syncFolder(join(this.#path, kind));
    } catch (thrown) {
      if (codeOf(thrown) !== 'ENOENT') throw failed(place, thrown);
    }
  }

  async keys(kind: StoreKind): Promise<readonly string[]> {
    const folder = join(this.#path, kind);
    try {
      return (await readdir(folder)).filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length)).filter((key) => KEY.test(key));
    } catch (thrown) {
      throw failed(folder, thrown);
    }
  }

  async check(): Promise<void> {
    const place = join(this.#path, `.check-${this.#runtime.random(6).toString('hex')}`);
    try {
      await writeSynced(place, '{}');
      await unlink(place);
    } catch (thrown) {
      throw failed(this.#path, thrown);
    }
  }

  /** Removes what a process that died had not put in place yet: for whoever owns the store alone, before anything is written. */
  async tidy(): Promise<void> {
    for (const kind of KINDS) {
      const folder = join(this.#path, kind);
      try {
        for (const name of await readdir(folder)) if (name.startsWith('.')) await unlink(join(folder, name));
      } catch (thrown) {
        throw failed(folder, thrown);
      }
    }
  }

  async #write<T>(kind: StoreKind, key: string, record: unknown, put: (made: string, place: string) => Promise<T>): Promise<T> {
    const place = this.#place(kind, key);
    const made = join(this.#path, kind, `.${this.#runtime.random(12).toString('hex')}`);
    const text = JSON.stringify(record);
    try {
      if (Buffer.byteLength(text) > MAX_RECORD_BYTES) throw new Error(`the record is larger than ${MAX_RECORD_BYTES} bytes`);
      await writeSynced(made, text);
      const result = await put(made, place);
      await syncFolder(join(this.#path, kind));
      return result;
    } catch (thrown) {
      throw failed(place, thrown);
    }
  }

  #place(kind: StoreKind, key: string): string {
    if (!KEY.test(key)) throw new GateError('STORE_FAILED', 'a record has a key that can not be one');
    return join(this.#path, kind, `${key}${SUFFIX}`);
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function codeOf(thrown: unknown): unknown {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
}

function failed(place: string, thrown: unknown): GateError {
  if (thrown instanceof GateError) return thrown;
  return new GateError('STORE_FAILED', `the store can not use \`${place}\`: ${messageOf(thrown)}`, { hint: 'is the disk there, writable and not full? nothing is granted until it is', cause: thrown });
}
