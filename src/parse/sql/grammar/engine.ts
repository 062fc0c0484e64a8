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
import type { ScanToken } from './text.js';

/** After a text longer than this the instance is replaced, so that the memory it grew to is given back. */
const RECYCLE_BYTES = 128 * 1024;

/** What the grammar said: a tree, a complaint, or `crashed` when no answer could be had. */
export type EngineAnswer<Tree> =
  | { readonly kind: 'ok'; readonly tree: Tree }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'crashed'; readonly message: string };

type Fields = Readonly<Record<string, unknown>>;

/** `{"version":…,"stmts":[{"stmt":…,"stmt_location":…,"stmt_len":…}]}`. Offsets are bytes of UTF-8. */
export interface Parsed {
  readonly stmts: readonly { readonly stmt: Fields; readonly stmt_location?: number; readonly stmt_len?: number }[];
}

/** `{"plpgsql_funcs":[…]}`. */
export interface ParsedFunctions {
  readonly plpgsql_funcs: readonly Fields[];
}

/** `{"tokens":[{"start":…,"end":…,"tokenName":…,"text":…}]}`. */
export interface Scanned {
  readonly tokens: readonly ScanToken[];
}

type ReadModule = () => Promise<Uint8Array>;

/** How the parser is loaded; what is left out is the real thing. */
interface Loading {
  readonly spare?: boolean;
  /** The WebAssembly module's bytes. */
  readonly read?: ReadModule;
  /** Makes what makes instances of it. */
  readonly instances?: (read: ReadModule) => Promise<() => Promise<Wasm>>;
}

interface Said {
  readonly isTree: boolean;
  readonly text: string;
}

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
  static async load({ spare = true, read = readWasm, instances = instanceMaker }: Loading = {}): Promise<Engine> {
    const engine = new Engine(await instances(read));
    engine.#current = await engine.#make();
    if (spare) engine.#replenish();
    return engine;
  }

  /** Makes the spare instance (10 ms) if there is none. Until there is, a crash leaves nothing to ask: what comes right after it is answered `crashed`. */
  prepare(): void {
    this.#replenish();
  }

  /** Raw parse tree of a text. */
  parse(sql: Uint8Array): EngineAnswer<Parsed> {
    return this.#call(sql, (wasm, text) => {
      const result = given(wasm._wasm_parse_query_raw(text));
      // struct { char *tree; char *stderr; PgQueryError *error }, and an error's first field is its message
      const error = wasm.HEAPU32[(result >> 2) + 2] as number;
      const said = { isTree: error === 0, text: stringAt(wasm, wasm.HEAPU32[(error === 0 ? result : error) >> 2] as number) };
      wasm._wasm_free_parse_result(result);
      return said;
    });
  }

  /** Trees of the PL/pgSQL functions that a `CREATE FUNCTION` or `DO` text holds. */
  parsePlPgSQL(sql: Uint8Array): EngineAnswer<ParsedFunctions> {
    return this.#call(sql, (wasm, text) => taken(wasm, wasm._wasm_parse_plpgsql(text)));
  }

  /** Tokens with comments. */
  scan(sql: Uint8Array): EngineAnswer<Scanned> {
    return this.#call(sql, (wasm, text) => taken(wasm, wasm._wasm_scan(text)));
  }

  // INVARIANT: an instance that threw is never called again.
  #call<Tree>(sql: Uint8Array, use: (wasm: Wasm, text: number) => Said): EngineAnswer<Tree> {
    const wasm = this.#current;
    if (wasm === null) {
      this.#replenish();
      return { kind: 'crashed', message: 'the parser is being restarted; try again' };
    }
    try {
      const text = given(wasm._malloc(sql.length + 1));
      wasm.HEAPU8.set(sql, text);
      wasm.HEAPU8[text + sql.length] = 0;
      const said = use(wasm, text);
      wasm._free(text);
      if (sql.length > RECYCLE_BYTES && this.#spare !== null) this.#retire();
      return said.isTree ? { kind: 'ok', tree: JSON.parse(said.text) as Tree } : { kind: 'error', message: said.text };
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

function taken(wasm: Wasm, pointer: number): Said {
  const text = stringAt(wasm, pointer);
  wasm._wasm_free_string(pointer);
  return { isTree: text.startsWith('{'), text };
}

function stringAt(wasm: Wasm, pointer: number): string {
  const heap = wasm.HEAPU8;
  return Buffer.from(heap.buffer, given(pointer), heap.indexOf(0, pointer) - pointer).toString('utf8');
}

function given(pointer: number): number {
  if (pointer === 0) throw new Error('it is out of memory');
  return pointer;
}

/** Compiles the module. Throws `INTERNAL` when it can't be read. */
async function instanceMaker(read: ReadModule): Promise<() => Promise<Wasm>> {
  const glue = await import('libpg-query/wasm/libpg-query.js');
  const compiled = await WebAssembly.compile(await read().catch(missing));
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

const WASM = 'libpg-query.wasm';

// Beside the bundle, or in the package when run from source. Variables keep the bundler from resolving either by itself.
async function readWasm(): Promise<Buffer> {
  try {
    return await readFile(join(dirname(fileURLToPath(import.meta.url)), WASM));
  } catch {
    const inPackage = `libpg-query/wasm/${WASM}`;
    return readFile(createRequire(import.meta.url).resolve(inPackage));
  }
}

function missing(cause: unknown): never {
  throw new GateError('INTERNAL', `the SQL parser \`${WASM}\` is missing`, { cause, hint: 'install ostiary again; the file belongs beside index.js' });
}
