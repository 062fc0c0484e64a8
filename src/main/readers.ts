// SPDX-License-Identifier: Apache-2.0
//
// The parsers by kind of operation, each loaded when a text of its kind first comes along. Knows no catalog, so names are completed
// with `public.` and marked assumed. Refuses nothing itself: a kind without a parser is denied by whoever asks.
import type { OperationKind, Reader } from '../core/model.js';
import type { CustomDetector } from '../core/custom-detector.js';
import { secretsWith } from './secret-detection.js';

type Known = Partial<Record<OperationKind, Reader>>;

const LOADERS: Readonly<Partial<Record<OperationKind, (detectors: readonly CustomDetector[]) => Promise<Reader>>>> = {
  file: async (detectors) => (await import('../parse/files/reader.js')).fileReader(secretsWith(detectors)),
  sql: async () => (await import('../parse/sql/reader.js')).loadSqlReader(),
  shell: async () => (await import('../parse/shell/reader.js')).loadShellReader(),
  kubernetes: async () => (await import('../parse/kubernetes/reader.js')).readKubernetes,
  http: async () => (await import('../parse/http/reader.js')).readHttp,
  model: async () => (await import('../parse/model/reader.js')).readModel,
};

/** Loads parsers once each. */
export class Readers {
  readonly #known: Known = {};
  readonly #detectors: readonly CustomDetector[];

  /** `detectors`: of the policy that is asked. */
  constructor(detectors: readonly CustomDetector[] = []) {
    this.#detectors = detectors;
  }

  /** The parsers loaded so far when that of `kind` is among them, or can't be; undefined when it has to be loaded. */
  ready(kind: string): Known | undefined {
    return kind in this.#known || !Object.hasOwn(LOADERS, kind) ? this.#known : undefined;
  }

  /** The same, with that of `kind` loaded. */
  async including(kind: string): Promise<Known> {
    const load = Object.hasOwn(LOADERS, kind) ? LOADERS[kind as OperationKind] : undefined;
    if (load !== undefined) this.#known[kind as OperationKind] ??= await load(this.#detectors);
    return this.#known;
  }
}
