// SPDX-License-Identifier: Apache-2.0
//
// `session replay`: a recording as a story in the terminal, told while it is read, at flat memory, and judged on the way. Refuses to
// tell a changed recording as if it were whole: it says where the trust ends.
import type { Readable } from 'node:stream';
import { readLines } from './lines.js';
import { Story, type StoryOptions } from './story.js';
import type { Verdict } from './verdict.js';
import { Verifier } from './verifier.js';

export type { StoryOptions } from './story.js';

/** Pieces of text to print in order, each ending with a line feed; `judged` hears the verdict at the end. Throws INPUT_INVALID when the file can't be read. */
export async function* replay(source: string | Readable, options: StoryOptions, judged: (verdict: Verdict) => void = () => undefined): AsyncIterable<string> {
  const verifier = new Verifier();
  const story = new Story(options);
  let warned = false;
  for await (const line of readLines(source)) {
    const read = verifier.see(line);
    if (verifier.altered && !warned) {
      warned = true;
      // Before the first line there is nothing to tell from what follows.
      if (verifier.lines > 0) yield story.warn(verifier.verdict());
    }
    const text = read === null ? '' : story.tell(read);
    if (text !== '') yield text;
  }
  const verdict = verifier.verdict();
  judged(verdict);
  yield story.end(verdict);
}
