// SPDX-License-Identifier: Apache-2.0
//
// Masks by content: secrets in any text always, personal data where the policy names it. Every value that can hold text gets a sink
// which keeps the value's type readable. Refuses to pass a value in which something was found and which it can't take apart: NULL.
import type { CustomDetector } from '../core/custom-detector.js';
import type { ColumnMask } from '../core/model.js';
import { GateError } from '../core/errors.js';
import { compileGlob } from '../core/glob.js';
import { Detection } from './detection.js';
import type { Detector } from './detectors/detector.js';
import { customDetector } from './detectors/custom.js';
import { DETECTORS } from './detectors/registry.js';
import { marker, replaced } from './replacement.js';
import type { Sink } from './types.js';
import { contentSink } from './values.js';

const PREFIX = 'content:';

/** The detectors of one resource, and what they do to values. The replacement is `[masked:NAME]`, whatever style the policy asks for. */
export class ContentMask {
  /** Names of the detectors that are on. */
  readonly detectors: readonly string[];
  readonly #all: readonly Detector[];
  #made: Detection | null = null;

  /** Of `masks`, those whose column is `content:NAME` (a glob over detector names) count. Throws POLICY_INVALID for a name that no detector has. `custom`: the policy's own, always on. */
  constructor(masks: readonly ColumnMask[], custom: readonly CustomDetector[] = []) {
    const named = masks.filter(({ column }) => column.startsWith(PREFIX)).map(({ column }) => column.slice(PREFIX.length));
    for (const name of named) refuseUnknown(name);
    const globs = named.map((name) => compileGlob(name));
    const detectors = [...DETECTORS.filter(({ kind, name }) => kind === 'secret' || globs.some((glob) => glob(name))), ...custom.map(customDetector)];
    this.detectors = [...new Set(detectors.map(({ name }) => name))];
    this.#all = detectors;
  }

  /** Makes ready what the first value needs, a dozen milliseconds' work, unless a value has come already. */
  prepare(): void {
    this.#detection();
  }

  /** The text with everything found replaced, and how many of each were. */
  scan(text: string): { readonly text: string; readonly counts: Readonly<Record<string, number>> } {
    const detection = this.#detection();
    const found = detection.inText(text);
    const clean = replaced(text, found);
    const hidden = detection.behindEscapes(clean);
    const counts: Record<string, number> = {};
    for (const { name } of [...found, ...hidden]) counts[name] = (counts[name] ?? 0) + 1;
    return { text: hidden[0] === undefined ? clean : marker(hidden[0].name), counts };
  }

  /** The sink for values of a type, or null when the type can't hold text. `format`: 0 text, 1 binary. `count` is called for each thing masked. */
  sink(typeOid: number, format: 0 | 1, count: (detector: string) => void): Sink | null {
    return contentSink({ typeOid, format, count, detection: this.#detection() });
  }

  #detection(): Detection {
    return (this.#made ??= new Detection(this.#all));
  }
}

function refuseUnknown(name: string): void {
  const glob = compileGlob(name);
  if (DETECTORS.some((detector) => glob(detector.name))) return;
  throw new GateError('POLICY_INVALID', `\`${PREFIX}${name}\` names no detector`, { hint: `use one of ${[...new Set(DETECTORS.map((detector) => detector.name))].join(', ')}` });
}
