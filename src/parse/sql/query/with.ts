// SPDX-License-Identifier: Apache-2.0
//
// WITH: which names its queries add and what their columns carry; recursive ones are read again until nothing more is added. Every one of
// them is read, used or not, since a data-modifying one runs in any case. Refuses to go on for ever: then the lineage is lost.
// @see https://www.postgresql.org/docs/18/queries-with.html
import type { CommonTableExpr, WithClause } from '@pgsql/types';
import { type Column, computed, LOST, LOST_SHAPE, settled, Shape } from '../facts/lineage.js';
import { namesOf } from '../names/names.js';
import { every, present, spelled } from '../grammar/tree.js';
import { type At, type Cte, type Ctes, filtering, use } from '../facts/walk.js';

/** Readings of a recursive term; each adds at least one origin to one column, or is the last. */
const MAX_READINGS = 40;

/** The WITH queries in sight once a clause's own are added. */
export function withQueries(clause: WithClause, at: At): Ctes | null {
  const nodes = every('CommonTableExpr', clause.ctes);
  const queries: WithQuery[] = [];
  let ctes = at.ctes;
  for (const node of nodes) {
    const query = new WithQuery(node, at);
    query.ctes = ctes;
    ctes = { cte: query, outer: ctes };
    queries.push(query);
  }
  // With RECURSIVE each sees all the others, itself included; otherwise only those before it.
  if (clause.recursive === true) for (const query of queries) query.ctes = ctes;
  for (const query of queries) query.shape();
  return ctes;
}

class WithQuery implements Cte {
  readonly name: string;
  ctes: Ctes | null = null;
  readonly #node: CommonTableExpr;
  readonly #at: At;
  #state: 'new' | 'busy' | 'done' = 'new';
  #shape: Shape | null = null;
  #recursive = false;

  constructor(node: CommonTableExpr, at: At) {
    this.name = spelled(node.ctename);
    this.#node = node;
    this.#at = at;
  }

  readonly shape = (): Shape => {
    if (this.#state === 'done') return present(this.#shape);
    if (this.#state === 'busy') {
      this.#recursive = true;
      return this.#within(this.#shape ?? LOST_SHAPE);
    }
    this.#state = 'busy';
    this.#shape = this.#settled();
    this.#state = 'done';
    return this.#shape;
  };

  #settled(): Shape {
    let size = -1;
    for (let reading = 0; reading < MAX_READINGS; reading += 1) {
      const shape = this.#read();
      const grown = sizeOf(shape);
      if (!this.#recursive || grown === size) return shape;
      size = grown;
      this.#shape = shape;
    }
    return LOST_SHAPE;
  }

  #read(): Shape {
    const { run, frame, filter } = this.#at;
    const { ctequery } = this.#node;
    const begun = (first: Shape): void => {
      this.#shape ??= this.#dressed(first);
    };
    return this.#dressed(run.walk.query(present(ctequery), { run, frame, filter, ctes: this.ctes, begun }));
  }

  // The columns that SEARCH and CYCLE add are there for the query's own branches, too, but `*` leaves them out.
  #within(shape: Shape): Shape {
    if (this.#node.search_clause === undefined && this.#node.cycle_clause === undefined) return shape;
    return new Shape([], { rest: shape.any(), pick: (name) => shape.find(name) ?? LOST });
  }

  // Column aliases, and the columns that SEARCH and CYCLE add.
  #dressed(shape: Shape): Shape {
    const { aliascolnames, search_clause: search, cycle_clause: cycle } = this.#node;
    const renamed = settled(shape).renamed(namesOf(aliascolnames));
    const added: Column[] = [];
    const over = (name: string | undefined, columns: readonly string[]): void => {
      if (name !== undefined) added.push({ name, value: computed(columns.map((column) => renamed.find(column) ?? LOST)) });
    };
    over(search?.search_seq_column, namesOf(search?.search_col_list));
    over(cycle?.cycle_mark_column, namesOf(cycle?.cycle_col_list));
    over(cycle?.cycle_path_column, namesOf(cycle?.cycle_col_list));
    // Rows that came before are not followed any further.
    for (const name of namesOf(cycle?.cycle_col_list)) use(renamed.find(name) ?? LOST, filtering(this.#at));
    if (added.length === 0) return renamed;
    const { rest } = renamed;
    return new Shape([...renamed.columns, ...added], rest === null ? {} : { rest });
  }
}

function sizeOf(shape: Shape): number {
  let size = shape.rest === null ? 0 : (shape.rest.origins?.length ?? 1_000_000);
  for (const { value } of shape.columns) size += value.origins?.length ?? 1_000_000;
  return size + shape.columns.length;
}
