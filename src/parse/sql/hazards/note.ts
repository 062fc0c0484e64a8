// SPDX-License-Identifier: Apache-2.0
//
// Notes the hazards of one statement, by itself: what it would lock, rewrite, break or lose if the tables that it names are in use. Refuses
// to be reassured by anything outside of the statement; migrations/series.ts knows what came before.
import type { Node } from '@pgsql/types';
import type { Place } from '../utility/place.js';
import { alterTableHazards } from './alter-table.js';
import { definitionHazards } from './definitions.js';
import { dropHazards } from './drops.js';
import { indexHazards } from './indexes.js';
import { lockHazards } from './locks.js';
import { nameHazards } from './names.js';
import type { StatementHazard } from './words.js';

/** A hazard found; `on`: canonical name of what it is about, null when not known. */
export interface Found {
  readonly id: StatementHazard;
  readonly detail: string;
  readonly on: string | null;
}

/** Adds the hazards of a statement that is not a query to its facts; its lock is there already. */
export function noteHazards(node: Node, place: Place): void {
  const { builder } = place;
  const found = [...alterTableHazards(node, builder), ...indexHazards(node, builder), ...dropHazards(node, builder), ...definitionHazards(node, builder), ...lockHazards(node, builder), ...nameHazards(node, builder)];
  for (const { id, detail, on } of found) builder.hazard({ id, detail, ...(on === null ? {} : { on }) });
}
