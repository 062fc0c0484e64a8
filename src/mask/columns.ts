// SPDX-License-Identifier: Apache-2.0
//
// Which columns are protected, and how: the policy's globs over `schema.relation.column`, inheritance and partitions, and the
// system's own copies of values (statistics, toast). Refuses to say "not protected" of a row whose columns it can't list.
import { canonicalName, reachable, type CatalogRelation, type CatalogSnapshot } from '../core/catalog.js';
import { compileGlob, type Glob, isGlob } from '../core/glob.js';
import type { ColumnMask, MaskStyle } from '../core/model.js';

const STRICTEST_FIRST: readonly MaskStyle[] = ['null', 'redact', 'hash', 'partial'];
/**
 * Where PostgreSQL keeps values of other tables' columns, and what other sessions are doing with them. Protected as soon as any column is.
 * @see https://www.postgresql.org/docs/current/view-pg-stats.html
 */
const COPIES_OF_VALUES: readonly ColumnMask[] = [
  ...['most_common_vals', 'histogram_bounds', 'most_common_elems', 'range_length_histogram', 'range_bounds_histogram'].map((name) => `pg_catalog.pg_stats.${name}`),
  ...['stavalues1', 'stavalues2', 'stavalues3', 'stavalues4', 'stavalues5'].map((name) => `pg_catalog.pg_statistic.${name}`),
  ...['most_common_vals', 'histogram_bounds', 'most_common_elems'].map((name) => `pg_catalog.pg_stats_ext_exprs.${name}`),
  'pg_catalog.pg_stats_ext.most_common_vals', 'pg_catalog.pg_statistic_ext_data.stxdmcv', 'pg_catalog.pg_statistic_ext_data.stxdexpr',
  // Of rows that are older than a column, what they have in it.
  'pg_catalog.pg_attribute.attmissingval',
  'pg_catalog.pg_stat_activity.query', 'pg_toast.*.chunk_data',
].map((column) => ({ column, style: 'redact' }));
const SYSTEM_SCHEMAS = ['pg_catalog.', 'information_schema.', 'pg_toast.'];
/** Stands for a dot inside a quoted name, so that `*` covers it. */
const QUOTED_DOT = '\u0000';

interface Rule {
  readonly style: MaskStyle;
  readonly pattern: string;
  readonly matches: Glob;
  /** Whether some column of a relation could match. */
  readonly reaches: Glob;
}

/** The strictest of several styles (null > redact > hash > partial); null when there is none. */
export function strictest(styles: readonly (MaskStyle | null)[]): MaskStyle | null {
  return STRICTEST_FIRST.find((style) => styles.includes(style)) ?? null;
}

/** The protected columns of one resource. */
export class ProtectedColumns {
  /** True when any column is protected; `content:` masks do not count. */
  readonly any: boolean;
  readonly #rules: readonly Rule[];
  /** Answers by snapshot, which is immutable: a later epoch is another object. */
  readonly #known = new WeakMap<CatalogSnapshot, Map<string, MaskStyle | null>>();

  constructor(masks: readonly ColumnMask[]) {
    const columns = masks.filter(({ column }) => !column.startsWith('content:'));
    this.any = columns.length > 0;
    this.#rules = this.any ? [...columns, ...COPIES_OF_VALUES].map(ruleOf) : [];
  }

  /**
   * How a column is protected, or null. `relation`: canonical `schema.name`; `column` `*`: the whole row, protected like the strictest
   * of its columns. Names are compared as stored; protection of a parent or child in inheritance counts.
   */
  styleOf(relation: string, column: string, catalog: CatalogSnapshot | null): MaskStyle | null {
    if (!this.any) return null;
    const known = catalog?.relations.get(relation);
    // Names that nobody has seen are not remembered: a hostile client could invent them without end.
    if (catalog === null || known === undefined) return this.#unlisted(relation, column);
    let answers = this.#known.get(catalog);
    if (answers === undefined) this.#known.set(catalog, (answers = new Map()));
    const key = `${relation}.${column}`;
    let style = answers.get(key);
    if (style === undefined) {
      style = this.#listed(known, column, catalog);
      if (column === '*' || hasColumn(known, column)) answers.set(key, style);
    }
    return style;
  }

  #listed(relation: CatalogRelation, column: string, catalog: CatalogSnapshot): MaskStyle | null {
    const columns = column === '*' ? relation.columns.map(({ name }) => name) : [column];
    const others = relatives(relation, catalog);
    return strictest(columns.flatMap((name) => [relation, ...others.filter((other) => hasColumn(other, name))].map((holder) => this.#held(holder, name))));
  }

  // A generated column without a mask of its own holds what it is computed from, in a shape that nobody knows.
  #held(holder: CatalogRelation, column: string): MaskStyle | null {
    const relation = canonicalName(holder.schema, holder.name);
    const own = this.#direct(relation, column);
    const { sources = [] } = holder.columns.find(({ name }) => name === column) ?? {};
    if (own !== null || sources.length === 0) return own;
    const styles = strictest(holder.columns.map(({ name, number }) => (sources.includes(number) ? this.#direct(relation, name) : null)));
    return styles === null ? null : strictest([styles, 'redact']);
  }

  #unlisted(relation: string, column: string): MaskStyle | null {
    if (column !== '*') return this.#direct(relation, column);
    const name = loosened(relation);
    // A wildcard does not reach into the system's own schemas unless it names them.
    const system = SYSTEM_SCHEMAS.find((schema) => name.startsWith(schema));
    const rules = system === undefined ? this.#rules : this.#rules.filter(({ pattern }) => pattern.startsWith(system));
    return strictest(rules.map(({ reaches, style }) => (reaches(name) || reaches(relation) ? style : null)));
  }

  #direct(relation: string, column: string): MaskStyle | null {
    const exact = `${relation}.${column}`;
    const loose = `${loosened(relation)}.${column.replaceAll('.', QUOTED_DOT)}`;
    return strictest(this.#rules.map(({ matches, style }) => (matches(exact) || matches(loose) ? style : null)));
  }
}

function ruleOf({ column: pattern, style }: ColumnMask): Rule {
  return { style, pattern, matches: compileGlob(pattern, '.'), reaches: compileGlob(relationPart(pattern), '.') };
}

// The glob of relations of which some column could match: all before the last dot, or up to the first `**` when that comes after it.
function relationPart(pattern: string): string {
  const dot = pattern.lastIndexOf('.');
  const across = pattern.indexOf('**', dot + 1);
  if (across >= 0) return pattern.slice(0, across + 2);
  if (dot >= 0) return pattern.slice(0, dot);
  return isGlob(pattern) ? pattern : '';
}

// `"odd.name".c` with its inner dots out of the way of globs; `""` inside quotes is one quote.
function loosened(relation: string): string {
  if (!relation.includes('"')) return relation;
  // Match `"a.b""c"`, miss `a.b`: one quoted part.
  return relation.replace(/"((?:[^"]|"")*)"/g, (_, inner: string) => inner.replaceAll('""', '"').replaceAll('.', QUOTED_DOT));
}

function hasColumn(relation: CatalogRelation, column: string): boolean {
  return relation.columns.some(({ name }) => name === column);
}

// All above and all below: rows of a child are read through its parents, and rows of a parent include its children's.
function relatives(relation: CatalogRelation, catalog: CatalogSnapshot): readonly CatalogRelation[] {
  return [...reachable(relation, (at) => at.parents, catalog), ...reachable(relation, (at) => at.children, catalog)];
}
