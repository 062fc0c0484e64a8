// SPDX-License-Identifier: Apache-2.0
//
// The files that a GitLab job hands over as reports: dotenv (outputs for later jobs) and annotations (links on the job's page), both in
// `.ostiary/` of the project folder. Refuses to write through links, and values that GitLab would misread.
// @see https://docs.gitlab.com/ci/yaml/artifacts_reports/
import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GateError, messageOf } from '../core/errors.js';
import type { Runtime } from '../core/runtime.js';

/** GitLab refuses a larger dotenv report as a whole. */
const MAX_DOTENV_BYTES = 5 * 1024;
const MAX_ANNOTATIONS = 50;
const MAX_LABEL_CHARS = 200;

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** Collects reports and rewrites their files whole at each change. */
export class Reports {
  readonly #folder: string;
  readonly #runtime: Runtime;
  readonly #outputs = new Map<string, string>();
  readonly #links: Link[] = [];

  constructor(projectFolder: string, runtime: Runtime) {
    this.#folder = join(projectFolder, '.ostiary');
    this.#runtime = runtime;
  }

  /** An output becomes the variable `OSTIARY_OUTPUT_<NAME>` of later jobs. Throws INTERNAL on what dotenv can't hold. */
  output(name: string, value: string): void {
    const variable = `OSTIARY_OUTPUT_${name.toUpperCase().replaceAll(/[^A-Z0-9]/gu, '_')}`;
    if (/[\r\n\0]/u.test(value)) throw new GateError('INTERNAL', `the output \`${name}\` has several lines, which a dotenv report can not hold`);
    const lines = [...new Map([...this.#outputs, [variable, value]])].filter(([, held]) => held !== '').map(([key, held]) => `${key}=${held}\n`).join('');
    if (Buffer.byteLength(lines) > MAX_DOTENV_BYTES) throw new GateError('INTERNAL', `the output \`${name}\` does not fit: GitLab takes 5 KiB of outputs`);
    this.#outputs.set(variable, value);
    this.#write('outputs.env', lines);
  }

  /** A link on the job's page; more than fifty are left out, the log has them all. */
  annotate(link: Link): void {
    if (this.#links.length >= MAX_ANNOTATIONS) return;
    this.#links.push({ label: link.label.slice(0, MAX_LABEL_CHARS), url: link.url });
    this.#write('annotations.json', JSON.stringify({ ostiary: this.#links.map((external) => ({ external_link: external })) }));
  }

  // A new file renamed over the old one: a link planted under the name is replaced, not followed.
  #write(name: string, text: string): void {
    const fresh = join(this.#folder, `.${name}.${this.#runtime.random(8).toString('hex')}`);
    try {
      mkdirSync(this.#folder, { recursive: true });
      if (!lstatSync(this.#folder).isDirectory()) throw new Error(`\`${this.#folder}\` is not a folder`);
      writeFileSync(fresh, text, { flag: 'wx', mode: 0o644 });
      renameSync(fresh, join(this.#folder, name));
    } catch (cause) {
      rmSync(fresh, { force: true });
      throw new GateError('INTERNAL', `the report \`.ostiary/${name}\` can not be written: ${messageOf(cause)}`, { hint: 'keep `.ostiary` of the project an ordinary folder', cause });
    }
  }
}
