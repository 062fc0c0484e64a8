// SPDX-License-Identifier: Apache-2.0
//
// A SQL statement as an operation to be judged. What is costly to know is looked up only when somebody asks: its parameters, and its rows,
// of which it remembers that the policy wanted to know them. Refuses to make up rows that nobody estimated.
import type { Operation, ResourceRef, StatementFacts } from '../core/model.js';
import type { Asked } from './wire.js';

/** A class, since an object literal with getters costs more than the judgement. */
export class SqlOperation implements Operation<StatementFacts> {
  readonly kind = 'sql';
  readonly data = null;
  readonly resource: ResourceRef;
  readonly settings: Operation['settings'];
  readonly asked: Asked;
  #rowsAsked = false;
  #rows: number | undefined;
  #why: string | null = null;

  constructor(asked: Asked, readonly facts: StatementFacts, of: Pick<Operation, 'resource' | 'settings'>) {
    this.asked = asked;
    this.resource = of.resource;
    this.settings = of.settings;
  }

  get parameters(): Operation['parameters'] {
    return this.asked.parameters;
  }

  /** Rows as estimated; undefined while nobody did. */
  get rows(): number | undefined {
    this.#rowsAsked = true;
    return this.#rows;
  }

  /** A rule that could match asked for the rows. */
  get wantsRows(): boolean {
    return this.#rowsAsked;
  }

  /** Why its rows are not known; null when they are, or nobody has asked. */
  get whyNoRows(): string | null {
    return this.#why;
  }

  estimated({ rows, why }: { readonly rows: number | null; readonly why: string | null }): void {
    this.#rows = rows ?? undefined;
    this.#why = why;
  }
}
