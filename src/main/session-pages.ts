// SPDX-License-Identifier: Apache-2.0
//
// Wires `session replay --html` and `session index`: pages about recordings, written to files. Refuses to judge: that is `session verify`.
import type { RawInputs } from '../commands/verb.js';
import { EXIT, GateError } from '../core/errors.js';
import { systemRuntime } from '../core/runtime.js';
import { writeReplayPage } from '../record/replay-page.js';
import { writeSessionIndex } from '../record/session-index.js';
import { VERSION } from './version.js';
import type { Judge } from './session.js';

/** `session replay FILE --html OUT`. Exit code 1 when the recording was altered; the page is written all the same, and says so. */
export async function pageVerb(file: string, out: string, judge: Judge): Promise<number> {
  const verdict = await writeReplayPage({ file, out, judge, made: now(), version: VERSION });
  process.stderr.write(`ostiary: \`${out}\` is written; ${verdict.state}: ${verdict.explanation}\n`);
  return verdict.state === 'altered' ? EXIT.denied : EXIT.done;
}

/** `session index DIR --html OUT [--pages]`. Exit code 1 when one of the recordings was altered. */
export async function indexVerb(words: readonly string[], inputs: RawInputs, judge: Judge): Promise<number> {
  const [folder] = words;
  if (folder === undefined || words.length > 1 || typeof inputs['html'] !== 'string') {
    throw new GateError('INPUT_INVALID', '`session index` takes one folder and `--html OUT`', { hint: 'the folder that holds sessions, each in a folder of its own' });
  }
  const out = inputs['html'];
  const { sessions, altered } = await writeSessionIndex({ folder, out, judge, made: now(), version: VERSION, pages: inputs['pages'] === true });
  process.stderr.write(`ostiary: \`${out}\` is written; ${sessions} recording${sessions === 1 ? '' : 's'}, ${altered} altered\n`);
  return altered > 0 ? EXIT.denied : EXIT.done;
}

function now(): string {
  return new Date(systemRuntime.now()).toISOString();
}
