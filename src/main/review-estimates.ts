// SPDX-License-Identifier: Apache-2.0
//
// A database as operations that are put up for review meet it: the settings of an ordinary connection, which are part of what is approved,
// and what each operation would touch, estimated as the gate does it. Refuses to estimate under other settings than those.
import type { Impact, ManifestOperation } from '../core/manifest.js';
import type { StatementFacts } from '../core/model.js';
import type { Secrets } from '../core/ports.js';
import { changesRows } from '../gate/guards.js';
import { estimate } from '../gate/impact.js';
import { FactsCache } from '../gate/facts.js';
import { countsRows } from '../parse/sql/row-count.js';
import { SqlParser } from '../parse/sql/parser.js';
import { resolve } from '../parse/sql/resolve.js';
import type { Resource } from '../policy/model.js';
import { openUpstream, ordinarily } from './upstream.js';

/** Rows beyond which a change is rolled back, as a multiple of the estimate. */
const CEILING_FACTOR = 2;

/** What one operation would touch. `ceiling`: rows that it may change by default; null: none that could be held. */
export interface Measured {
  readonly impact: Impact;
  readonly ceiling: number | null;
}

export interface Measuring {
  readonly settings: Readonly<Record<string, string>>;
  measure(operation: Pick<ManifestOperation, 'bytes' | 'parameters' | 'settings'>): Promise<Measured>;
  close(): Promise<void>;
}

/** Connects. Throws what connecting throws; then nothing is held. */
export async function openMeasuring(resource: Resource, secrets: Secrets): Promise<Measuring> {
  const [parser, upstream] = await Promise.all([SqlParser.load(), openUpstream(resource, secrets)]);
  try {
    const { settings, path } = await ordinarily(upstream);
    const reader = new FactsCache({ analyse: (sql) => parser.analyse(sql), resolve: (draft, scope) => resolve(draft, scope, parser) });
    const context = { catalog: upstream.catalog.current(), searchPath: path, settings, prepared: new Map(), cursors: new Map(), stale: false };
    return {
      settings, close: () => upstream.close(),
      async measure({ bytes, parameters, settings: own }) {
        const drafts = reader.analyse(Buffer.from(bytes));
        const [draft] = drafts;
        const isSame = Object.keys({ ...settings, ...own }).every((name) => settings[name] === own[name]);
        if (draft === undefined || drafts.length > 1 || !isSame) return unknown(isSame ? 'it is not one statement' : 'it is for other settings than an ordinary connection has');
        const facts = reader.of(draft, context);
        const { why, ...impact } = await estimate({ draft, facts, parameters, context }, { impacts: upstream.impacts, reader, asking: () => undefined });
        const isCounted = changesRows(facts) && countsRows(draft);
        return {
          impact: why === null ? impact : { ...impact, notes: [...impact.notes, `rows are not known: ${why}`] },
          ceiling: impact.rows === null || !isCounted ? null : Math.max(1, impact.rows * CEILING_FACTOR),
        };
      },
    };
  } catch (thrown) {
    await upstream.close();
    throw thrown;
  }
}

/** Facts that a parser finds in the bytes alone, where nobody could be asked. */
function unmeasured({ lock, rewrite }: Pick<StatementFacts, 'lock' | 'rewrite'>, why: string): Measured {
  return { impact: { rows: null, sizeBytes: null, lock, rewrites: rewrite, notes: [`not estimated: ${why}`] }, ceiling: null };
}

function unknown(why: string): Measured {
  return unmeasured({ lock: null, rewrite: null }, why);
}
