// SPDX-License-Identifier: Apache-2.0
//
// Types of what we use and nobody declares: libpg-query's WebAssembly glue, which makes independent instances (its own entry has one
// for the whole process), and the WebAssembly interface, which neither ES2024 nor Node's types have.

declare module 'libpg-query/wasm/libpg-query.js' {
  /** One instance of the parser. Pointers are byte offsets into its memory; the views are replaced when that grows. */
  export interface PgQueryInstance {
    readonly HEAPU8: Uint8Array;
    readonly HEAPU32: Uint32Array;
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    _wasm_parse_query_raw(text: number): number;
    _wasm_free_parse_result(result: number): void;
    _wasm_parse_plpgsql(text: number): number;
    _wasm_scan(text: number): number;
    _wasm_free_string(text: number): void;
  }

  const factory: (options: {
    instantiateWasm(imports: object, done: (instance: object, module: object) => void): object;
  }) => Promise<PgQueryInstance>;
  export { factory as default };
}

declare namespace WebAssembly {
  function compile(bytes: Uint8Array): Promise<object>;
  class Instance {
    constructor(module: object, imports: object);
    readonly exports: object;
  }
}
