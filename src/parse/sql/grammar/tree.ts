// SPDX-License-Identifier: Apache-2.0
//
// The tree as libpg-query writes it: JSON of protobuf messages, which leaves out what is empty, so that every field may be missing. Reads back
// what was left out. Refuses what the grammar never puts there: a part that is missing or of another kind is a fault, and never skipped.
// @see https://protobuf.dev/programming-guides/json/
import type { Node } from '@pgsql/types';
import { GateError } from '../../../core/errors.js';

type KindOf<One> = One extends One ? keyof One : never;
/** `'ResTarget'`, `'DefElem'`: the one key of a node. */
export type NodeKind = KindOf<Node>;
/** What a node of a kind holds. */
export type FieldsOf<Kind extends NodeKind> = Extract<Node, Readonly<Record<Kind, unknown>>>[Kind];

const NONE: readonly never[] = [];

/** The nodes of a list, in their order. */
export function nodesIn<One>(list: readonly One[] | undefined): readonly One[] {
  return list ?? NONE;
}

/** What the nodes of a list hold that has one kind of them. Throws INTERNAL when there is another. */
export function every<Kind extends NodeKind>(kind: Kind, list: readonly Node[] | undefined): readonly FieldsOf<Kind>[] {
  return nodesIn(list).map((node) => {
    if (!(kind in node)) throw new GateError('INTERNAL', `its tree has \`${Object.keys(node).join()}\` where only \`${kind}\` can be`);
    return (node as Readonly<Record<NodeKind, unknown>>)[kind] as FieldsOf<Kind>;
  });
}

/** What those of one kind hold, in a list that has several kinds. */
export function only<Kind extends NodeKind>(kind: Kind, list: readonly Node[] | undefined): readonly FieldsOf<Kind>[] {
  return every(kind, nodesIn(list).filter((node) => kind in node));
}

/** What a node holds that has to be of one kind. Throws INTERNAL when it is none, or of another. */
export function theOne<Kind extends NodeKind>(kind: Kind, node: Node | undefined): FieldsOf<Kind> {
  return present(every(kind, [present(node)])[0]);
}

/** A part that every tree of its kind has. Throws INTERNAL when it is not there. */
export function present<Part>(part: Part | null | undefined): Part {
  if (part === undefined || part === null) throw new GateError('INTERNAL', 'its tree lacks a part that the grammar always has');
  return part;
}

/** A text, a name; empty where there is none. */
export function spelled(text: string | null | undefined): string {
  return text ?? '';
}
