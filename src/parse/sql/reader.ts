// SPDX-License-Identifier: Apache-2.0
//
// SQL as text, without a connection: one operation a statement, names completed with `public.` and marked assumed, hazards as they are where
// a statement stands. Refuses to know more than the text says; the wire has the catalog.
import type { Reader } from '../../core/model.js';
import { Series } from '../migrations/series.js';
import { AssumedPath } from './names/assumed-path.js';
import type { Scope } from './draft.js';
import { lineCounter } from './grammar/line-numbers.js';
import { SqlParser } from './parser.js';
import { resolve } from './resolve.js';
import { present } from './grammar/tree.js';

const NO_CATALOG: Scope = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };

/** Loads PostgreSQL's grammar. */
export async function loadSqlReader(): Promise<Reader> {
  const parser = await SqlParser.shared();
  return (text) => {
    const bytes = Buffer.from(text, 'utf8');
    const lineAt = lineCounter(bytes);
    const names = new AssumedPath();
    const statements = parser.analyse(bytes).map((draft) => {
      const facts = resolve(draft, { ...NO_CATALOG, assumed: names.schema }, parser);
      names.take(facts.session);
      return { draft, facts };
    });
    return new Series().part(statements, 'none').map((facts, index) => ({ kind: 'sql', facts, line: lineAt(present(statements[index]).draft.start) }));
  };
}
