// SPDX-License-Identifier: Apache-2.0
//
// Puts together which functions run where no statement names them, from the rows of code-queries.ts and what is known of types. Pure.
// Gives nothing at all for a database that has no such function, which is what most have; refuses to leave out one that was listed.
import { canonicalName, type CatalogCast, type CatalogClass, type CatalogRelation, type UnnamedCode, type UnnamedFunction } from '../../../core/catalog.js';
import { GateError } from '../../../core/errors.js';
import type { CatalogRow } from './assembly.js';

const CONTEXTS: Readonly<Record<string, CatalogCast['context']>> = { e: 'explicit', a: 'assignment', i: 'implicit' };

/** Code being put together; `named` gives a schema the name that a session has for it. */
export class CodeAssembly {
  readonly #named: (schema: string) => string;
  readonly #casts: CatalogCast[] = [];
  readonly #functions = { made: new Map<number, UnnamedFunction[]>(), compared: new Map<number, UnnamedFunction[]>(), read: new Map<number, UnnamedFunction[]>(), foreign: new Map<number, UnnamedFunction[]>(), searched: new Map<number, UnnamedFunction[]>(), built: new Map<number, UnnamedFunction[]>() };
  readonly #links = { holds: new Map<number, Set<number>>(), makes: new Map<number, Set<number>>(), reads: new Map<number, Set<number>>(), keeps: new Map<number, Set<number>>(), refers: new Map<number, Set<number>>() };
  readonly #classes: CatalogClass[] = [];
  readonly #guarded = new Set<number>();
  readonly #arrays = new Map<number, number>();
  readonly #rowTypes = new Map<number, number>();
  readonly #rowsOf = new Map<number, number>();
  #any = false;

  constructor(named: (schema: string) => string) {
    this.#named = named;
  }

  /** A type, and what it is made of: `base` of a domain, `part` of an array or range, `relation` whose rows it is; 0: none. */
  type(type: number, { base, part, relation, isArray }: { readonly base: number; readonly part: number; readonly relation: number; readonly isArray: boolean }): void {
    if (isArray) this.#arrays.set(part, type);
    for (const other of [base, part]) if (other !== 0) this.#link('holds', type, other);
    if (relation !== 0) this.#rowsOf.set(type, relation);
  }

  add([, how, of, other, context, schema, name, own, from, to]: CatalogRow): void {
    // What nearly every database has runs nothing by itself.
    this.#any ||= how !== 'keeps' && how !== 'refers' && how !== 'guarded';
    const subject = Number(of);
    switch (how) {
      case 'guarded':
        this.#guarded.add(subject);
        return;
      case 'class':
        this.#classes.push({ name: from ?? '', method: to ?? '', type: subject, byDefault: context === 'd', builds: other === 'b', runs: this.#function(schema, name, own) });
        return;
      case 'kept':
        this.#runs('searched', subject, this.#function(schema, name, own));
        if (context === 'b') this.#runs('built', subject, this.#function(schema, name, own));
        return;
      case 'cast':
        for (const [type, relation] of [[subject, Number(from)], [Number(other), Number(to)]] as const) if (relation !== 0) this.#rowTypes.set(relation, type);
        this.#casts.push({ source: subject, target: Number(other), context: CONTEXTS[context ?? ''] ?? 'implicit', runs: this.#function(schema, name, own) });
        return;
      case 'holds':
      case 'makes':
      case 'reads':
      case 'keeps':
      case 'refers':
        return this.#link(how, subject, Number(other));
      case 'made':
      case 'compared':
      case 'read':
      case 'foreign':
        return this.#runs(how, subject, this.#function(schema, name, own));
      default:
        throw new GateError('UPSTREAM_FAILED', "the server's answer about its catalog can't be read");
    }
  }

  /** All of it; null when there is none. */
  finish(relations: ReadonlyMap<number, CatalogRelation>): UnnamedCode | null {
    if (!this.#any) return null;
    for (const [type, relation] of this.#rowsOf) for (const { typeOid } of relations.get(relation)?.columns ?? []) this.#link('holds', type, typeOid);
    return { casts: this.#casts, classes: this.#classes, guarded: this.#guarded, ...this.#functions, ...this.#links, arrays: this.#arrays, rowTypes: this.#rowTypes };
  }

  #runs(how: 'made' | 'compared' | 'read' | 'foreign' | 'searched' | 'built', subject: number, runs: UnnamedFunction): void {
    const known = this.#functions[how].get(subject) ?? [];
    if (!known.some((one) => one.name === runs.name)) this.#functions[how].set(subject, [...known, runs]);
  }

  #link(how: 'holds' | 'makes' | 'reads' | 'keeps' | 'refers', from: number, to: number): void {
    const known = this.#links[how].get(from);
    if (known === undefined) this.#links[how].set(from, new Set([to]));
    else known.add(to);
  }

  #function(schema: string | null | undefined, name: string | null | undefined, own: string | null | undefined): UnnamedFunction {
    if (typeof schema !== 'string' || typeof name !== 'string') throw new GateError('UPSTREAM_FAILED', "the server's answer about its catalog is not complete");
    return { name: canonicalName(this.#named(schema), name), made: own === 'builtin' || own === 'native' ? own : 'user' };
  }
}
