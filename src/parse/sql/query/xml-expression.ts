// SPDX-License-Identifier: Apache-2.0
//
// The functions of XML that the grammar knows. Each carries all that goes into it. Refuses nothing of its own; their arguments are
// ordinary expressions, and become XML, text, a boolean or an integer where the function wants that.
// @see https://www.postgresql.org/docs/18/functions-xml.html
import type { XmlExpr, XmlSerialize } from '@pgsql/types';
import { noteStored, noteTyped } from '../calls/conversions.js';
import { computed, type Value } from '../facts/lineage.js';
import { nodesIn, present } from '../grammar/tree.js';
import type { At } from '../facts/walk.js';

const XML = 142;
const TAKES = [XML, 25, 16, 23];

// Elements show values as they are.
function functionOf({ op, named_args: named, args }: XmlExpr, at: At): Value {
  const { expression } = at.run.walk;
  const elements = nodesIn(named).map((arg) => expression(arg, at));
  const values = nodesIn(args).map((arg) => expression(arg, at));
  if (op !== 'IS_XMLELEMENT' && op !== 'IS_XMLFOREST') for (const value of values) for (const type of TAKES) noteStored(value, type, at.run.builder);
  return computed([...elements, ...values]);
}

function serialized({ expr, typeName }: XmlSerialize, at: At): Value {
  const value = at.run.walk.expression(present(expr), at);
  noteTyped(typeName, at.run.builder);
  noteStored(value, XML, at.run.builder);
  return computed([value]);
}

/** Handlers of these kinds of nodes. */
export const XML_HANDLERS = { XmlExpr: functionOf, XmlSerialize: serialized } as const;
