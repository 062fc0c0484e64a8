// SPDX-License-Identifier: Apache-2.0
//
// Types that are named by a text: in an argument, in the declaration of a variable. Refuses to guess at one that it can't read: it may be any.
import type { TypeName } from '@pgsql/types';
import type { FactsBuilder } from '../facts/collect.js';
import { isNull } from '../grammar/constants.js';
import { noteMade, noteTyped, typesNamed } from './conversions.js';
import { lookUp, namesOf } from '../names/names.js';
import { expressionIn } from '../grammar/texts.js';
import { present, spelled } from '../grammar/tree.js';
import { type ImplicitFunctions, implicitFunctionsOf } from '../names/implicit-functions.js';

/** Notes what making values of the type runs that a text names, or, where that is not known, of any. */
export function noteTypeIn(text: string | null, builder: FactsBuilder): void {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed === null) return;
  const typeName = text === null ? null : typeIn(text, builder);
  if (typeName === null) noteMade(unnamed.code.made.keys(), builder);
  else noteTyped(typeName, builder);
}

/** Users' types of variables that are declared as these texts, `mood[]`, `customers.ssn%type`; null: any. */
export function variableTypes(texts: readonly string[], builder: FactsBuilder): readonly number[] | null {
  const unnamed = implicitFunctionsOf(builder.scope.catalog);
  if (unnamed === null) return [];
  const types: number[] = [];
  for (const text of new Set(texts)) {
    const found = variableType(text, unnamed, builder);
    if (found === null) return null;
    types.push(...found);
  }
  return types;
}

/** Such variables take rows as they are; those of a trigger have no type at all. */
const ROWS_OF_ANY: ReadonlySet<string> = new Set(['record', '']);

function variableType(text: string, unnamed: ImplicitFunctions, builder: FactsBuilder): readonly number[] | null {
  if (ROWS_OF_ANY.has(text.toLowerCase())) return [];
  // Match `orders.item%TYPE` and `orders%rowtype[]`, miss `text`: it ends with the word, or with that and an array's brackets.
  const [, like, kind] = /^(.*)%(type|rowtype)[\s\d[\]]*$/isu.exec(text) ?? [];
  if (like !== undefined) return typesLike(like, kind?.toLowerCase() === 'rowtype', unnamed, builder);
  const typeName = typeIn(text, builder);
  return typeName === null ? null : typesNamed(typeName, unnamed, builder);
}

// Another variable has a type of its own.
function typesLike(text: string, isRow: boolean, unnamed: ImplicitFunctions, builder: FactsBuilder): readonly number[] | null {
  const target = expressionIn(text, builder.parser);
  if (target === null || !('ColumnRef' in target)) return null;
  const names = namesOf(target.ColumnRef.fields);
  if (!isRow && names.length === 1) return [];
  const column = isRow ? '*' : spelled(names.pop());
  const { name: relation, relation: known, certain } = lookUp({ schema: names.at(-2), name: spelled(names.at(-1)) }, builder);
  return known === null || !certain || builder.scope.stale ? null : unnamed.columnTypes(relation, column);
}

// Of a value that is written as one: anything else would be more than a type's name.
function typeIn(text: string, { parser }: FactsBuilder): TypeName | null {
  const target = expressionIn(`NULL::${text}`, parser);
  if (target === null || !('TypeCast' in target)) return null;
  const { arg, typeName } = target.TypeCast;
  return isNull(arg) ? present(typeName) : null;
}
