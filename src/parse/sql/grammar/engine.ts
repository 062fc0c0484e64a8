// SPDX-License-Identifier: Apache-2.0
//
// The PostgreSQL grammar itself (libpg-query, WebAssembly) behind three calls: parse, parse PL/pgSQL, scan. Refuses to use an instance
// that has thrown: a stack overflow leaves its stack pointer behind, and about 32 of them corrupt its memory, so each instance is
// replaced at its first fault (4 ms from the compiled module; one spare is kept ready). Errors of the grammar are answers, not faults.
// @see https://github.com/constructive-io/libpg-query-node
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PgQueryInstance } from 'libpg-query/wasm/libpg-query.js';
import { GateError, messageOf } from '../../../core/errors.js';

/** After a text longer than this the instance is replaced, so that the memory it grew to is given back. */
export const RECYCLE_BYTES = 128 * 1024;

/** What the grammar said: JSON text, a complaint, or `crashed` when no answer could be had. */
export type EngineAnswer =
  | { readonly kind: 'ok'; readonly json: string }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'crashed'; readonly message: string };

type Wasm = PgQueryInstance;

/** Independent instances of the parser, one in use and one spare. */
export class Engine {
  readonly #make: () => Promise<Wasm>;
  #current: Wasm | null = null;
  #spare: Wasm | null = null;
  #making = false;

  private constructor(make: () => Promise<Wasm>) {
    this.#make = make;
  }

  /** Compiles the module (15 ms) and makes the first instance. Throws `INTERNAL` when the WebAssembly file is missing. `spare` false: whoever loads it calls `prepare` later. */
  static async load({ spare = true } = {}): Promise<Engine> {
    const engine = new Engine(await instanceMaker());
    engine.#current = await engine.#make();
    if (spare) engine.#replenish();
    return engine;
  }

  /** Makes the spare instance (10 ms) if there is none. Until there is, a crash leaves nothing to ask: what comes right after it is answered `crashed`. */
  prepare(): void {
    this.#replenish();
  }

  /** Raw parse tree of a text: `{"version":…,"stmts":[{"stmt":…,"stmt_location":…,"stmt_len":…}]}`. Offsets are bytes of UTF-8. */
  parse(sql: Uint8Array): EngineAnswer {
    return this.#call(sql, (wasm, text) => {
      const result = wasm._wasm_parse_query_raw(text);
      if (result === 0) throw new Error('out of memory');
      // struct { char *tree; char *stderr; PgQueryError *error }, and an error's first field is its message
      const error = wasm.HEAPU32[(result >> 2) + 2] as number;
      const answer: EngineAnswer =
        error === 0
          ? { kind: 'ok', json: stringAt(wasm, wasm.HEAPU32[result >> 2] as number) }
          : { kind: 'error', message: stringAt(wasm, wasm.HEAPU32[error >> 2] as number) };
      wasm._wasm_free_parse_result(result);
      return answer;
    });
  }

  /** Trees of the PL/pgSQL functions that a `CREATE FUNCTION` or `DO` text holds: `{"plpgsql_funcs":[…]}`. */
  parsePlPgSQL(sql: Uint8Array): EngineAnswer {
    return this.#call(sql, (wasm, text) => jsonOrError(wasm, wasm._wasm_parse_plpgsql(text)));
  }

  /** Tokens with comments: `{"tokens":[{"start":…,"end":…,"tokenName":…,"text":…}]}`. */
  scan(sql: Uint8Array): EngineAnswer {
    return this.#call(sql, (wasm, text) => jsonOrError(wasm, wasm._wasm_scan(text)));
  }

  // INVARIANT: an instance that threw is never called again.
  #call(sql: Uint8Array, use: (wasm: Wasm, text: number) => EngineAnswer): EngineAnswer {
    const wasm = this.#current;
    if (wasm === null) {
      this.#replenish();
      return { kind: 'crashed', message: 'the parser is being restarted; try again' };
    }
    try {
      const text = wasm._malloc(sql.length + 1);
      if (text === 0) throw new Error('out of memory');
      wasm.HEAPU8.set(sql, text);
      wasm.HEAPU8[text + sql.length] = 0;
      const answer = use(wasm, text);
      wasm._free(text);
      if (sql.length > RECYCLE_BYTES && this.#spare !== null) this.#retire();
      return answer;
    } catch (thrown) {
      this.#retire();
      return { kind: 'crashed', message: thrown instanceof RangeError ? 'it is nested too deeply' : `the parser failed: ${messageOf(thrown)}` };
    }
  }

  #retire(): void {
    this.#current = this.#spare;
    this.#spare = null;
    this.#replenish();
  }

  #replenish(): void {
    if (this.#making || (this.#current !== null && this.#spare !== null)) return;
    this.#making = true;
    this.#make().then(
      (wasm) => {
        this.#making = false;
        if (this.#current === null) this.#current = wasm;
        else this.#spare = wasm;
        this.#replenish();
      },
      // Left without an instance, every call answers `crashed` and tries again.
      () => {
        this.#making = false;
      },
    );
  }
}

function jsonOrError(wasm: Wasm, pointer: number): EngineAnswer {
  if (pointer === 0) throw new Error('out of memory');
  const text = stringAt(wasm, pointer);
  wasm._wasm_free_string(pointer);
  return text.startsWith('{') ? { kind: 'ok', json: text } : { kind: 'error', message: text };
}

function stringAt(wasm: Wasm, pointer: number): string {
  if (pointer === 0) throw new Error('the parser gave no answer');
  const heap = wasm.HEAPU8;
  return Buffer.from(heap.buffer, pointer, heap.indexOf(0, pointer) - pointer).toString('utf8');
}

async function instanceMaker(): Promise<() => Promise<Wasm>> {
  const glue = await import('libpg-query/wasm/libpg-query.js');
  const compiled = await WebAssembly.compile(await readWasm());
  const instantiateWasm = (imports: object, done: (instance: object, module: object) => void) => {
    const instance = new WebAssembly.Instance(compiled, imports as Record<string, Record<string, never>>);
    done(instance, compiled);
    return instance.exports;
  };
  return () => withDirname(() => glue.default({ instantiateWasm }));
}

// The glue is CommonJS and reads `__dirname` when it starts; in an ESM bundle there is none. It is not used, since we hand over the module.
function withDirname<T>(run: () => T): T {
  const world = globalThis as { __dirname?: string };
  const had = '__dirname' in world;
  if (!had) world.__dirname = '';
  try {
    return run();
  } finally {
    if (!had) delete world.__dirname;
  }
}

// Beside the bundle, or in the package when run from source. Variables keep the bundler from resolving either by itself.
async function readWasm(): Promise<Buffer> {
  const name = 'libpg-query.wasm';
  try {
    return await readFile(join(dirname(fileURLToPath(import.meta.url)), name));
  } catch {
    const inPackage = `libpg-query/wasm/${name}`;
    try {
      return await readFile(createRequire(import.meta.url).resolve(inPackage));
    } catch (cause) {
      throw new GateError('INTERNAL', `the SQL parser \`${name}\` is missing`, { cause, hint: 'install ostiary again; the file belongs beside index.js' });
    }
  }
}
