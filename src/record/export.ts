// SPDX-License-Identifier: Apache-2.0
//
// `session export`: a recording in the words of other tools, line by line, at flat memory. Refuses to export what can't be trusted: where
// a recording is altered, the export ends and the verdict says so.
import type { RecordedLine, SessionHeader } from '../core/events.js';
import { readLines } from './lines.js';
import type { Verdict } from './verdict.js';
import { Verifier } from './verifier.js';

/** Turns lines into text of one format. Keeps little: a session may have a million lines. */
export interface Exporter {
  line(line: RecordedLine, header: SessionHeader): string;
  /** What is left to say after the last line. */
  end(): string;
}

/** Pieces of text in order; `judged` hears the verdict at the end. Throws INPUT_INVALID when the file can't be read. */
export async function* exportRecording(file: string, exporter: Exporter, judged: (verdict: Verdict) => void): AsyncIterable<string> {
  const verifier = new Verifier();
  for await (const line of readLines(file)) {
    const read = verifier.see(line);
    if (verifier.altered) break;
    const text = read === null || verifier.header === null ? '' : exporter.line(read, verifier.header);
    if (text !== '') yield text;
  }
  const rest = exporter.end();
  if (rest !== '') yield rest;
  judged(verifier.verdict());
}
