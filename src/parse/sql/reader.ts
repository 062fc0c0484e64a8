// SPDX-License-Identifier: Apache-2.0
//
// SQL as text, without a connection: one operation a statement, names completed with `public.` and marked assumed. Refuses to know more
// than the text says; the wire has the catalog.
import type { Reader } from '../../core/model.js';
import type { Scope } from './draft.js';
import { SqlParser } from './parser.js';
import { resolve } from './resolve.js';

const LINE_FEED = 0x0a;
const NO_CATALOG: Scope = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };

/** Loads PostgreSQL's grammar. */
export async function loadSqlReader(): Promise<Reader> {
  const parser = await SqlParser.load();
  return (text) => {
    const bytes = Buffer.from(text, 'utf8');
    const lineAt = lines(bytes);
    return parser.analyse(bytes).map((draft) => ({ kind: 'sql', facts: resolve(draft, NO_CATALOG, parser), line: lineAt(draft.start) }));
  };
}

// Lines of offsets that only grow, in one pass over the text.
function lines(bytes: Buffer): (offset: number) => number {
  let line = 1;
  let from = 0;
  return (offset) => {
    for (let at = bytes.indexOf(LINE_FEED, from); at >= 0 && at < offset; at = bytes.indexOf(LINE_FEED, from)) {
      line += 1;
      from = at + 1;
    }
    return line;
  };
}
