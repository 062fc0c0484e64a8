// SPDX-License-Identifier: Apache-2.0
//
// `session replay --html`: one file that shows a recording in a browser, without a network and without a server. Refuses to let the
// recording say what it is worth: the verdict is that of the caller's judge, on the very bytes that are in the page.
import { closeSync, openSync, realpathSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { GateError, messageOf } from '../core/errors.js';
import { hashSource, inlined, pageHead, replayAssets, type PageAssets } from './page-assets.js';
import { hashedFile, packRecording, type PackedRecording } from './page-blocks.js';
import { trustedLines, type Verdict } from './verdict.js';

/** What a page is made from. `judge`: reads all of `source` and says what the recording is worth. `made`: ISO 8601. */
export interface ReplayPageOptions {
  readonly file: string;
  readonly out: string;
  readonly judge: (file: string, source: Readable) => Promise<Verdict>;
  readonly made: string;
  readonly version: string;
}

/** Writes the page and returns the verdict in it. Throws INPUT_INVALID when the recording can't be read, or changes meanwhile, or `out` can't be written. */
export async function writeReplayPage(options: ReplayPageOptions): Promise<Verdict> {
  const { file, out, judge } = options;
  if (isSame(file, out)) throw new GateError('INPUT_INVALID', `\`${out}\` is the recording itself`, { hint: 'give the page another name: `--html session.html`' });
  const judged = hashedFile(file);
  const verdict = await judge(file, judged.source);
  const packed = await packRecording(file);
  // Of an altered recording only the beginning was judged, and nothing in it is trusted.
  if (verdict.state !== 'altered' && judged.digest() !== packed.sha256) {
    throw new GateError('INPUT_INVALID', `the recording \`${file}\` changes while it is read`, { hint: 'wait until the session is over' });
  }
  writePrivate(out, pageParts(options, verdict, packed));
  return verdict;
}

function* pageParts({ file, made, version }: ReplayPageOptions, verdict: Verdict, packed: PackedRecording): Iterable<string> {
  const assets = replayAssets(packed.played);
  yield pageHead('session replay', policyFor(assets), assets.style);
  yield '<body>\n';
  for (const block of packed.blocks) yield `<script type="application/octet-stream" class="block">${block}</script>\n`;
  const { state, explanation, at, counts, header, end } = verdict;
  yield `<script type="application/json" id="summary">${jsonForScript({ verdict: { state, explanation, at, counts }, trusted: trustedLines(verdict), header, end, file: basename(file), sha256: packed.sha256, made, version })}</script>\n`;
  yield assets.body;
  if (assets.player !== null) yield inlined('script', assets.player);
  yield inlined('script', assets.script);
  yield '</body>\n</html>\n';
}

/** Nothing but the page's own scripts and styles; without a player, no markup can be made from text at all (trusted types). */
function policyFor({ style, script, player }: PageAssets): string[] {
  const scripts = [hashSource(script), ...(player === null ? [] : [hashSource(player), "'wasm-unsafe-eval'"])];
  const types = player === null ? ["require-trusted-types-for 'script'", "trusted-types 'none'"] : [];
  return ["default-src 'none'", `script-src ${scripts.join(' ')}`, `style-src ${hashSource(style)}`, "base-uri 'none'", "form-action 'none'", ...types];
}

/** JSON that can stand in a script element: no `<` opens or ends anything, and nothing in the source of the page hides or reverses. */
export function jsonForScript(value: unknown): string {
  // Match "<" and U+202E, miss "a": what a parser of HTML stops at, and all that is not plain ASCII.
  return JSON.stringify(value).replace(/[<>&\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Writes a file that only its owner reads, as the recording is; whole or not at all. Throws INPUT_INVALID. */
export function writePrivate(path: string, parts: Iterable<string>): void {
  const draft = `${path}.part`;
  try {
    rmSync(draft, { force: true });
    const descriptor = openSync(draft, 'wx', 0o600);
    try {
      for (const part of parts) writeAll(descriptor, Buffer.from(part, 'utf8'));
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, path);
  } catch (thrown) {
    rmSync(draft, { force: true });
    throw new GateError('INPUT_INVALID', `\`${path}\` can not be written: ${messageOf(thrown)}`, { cause: thrown, hint: 'give a path in a folder that is there' });
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/** Whether two paths lead to one file. */
export function isSame(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
