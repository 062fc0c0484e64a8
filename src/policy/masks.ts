// SPDX-License-Identifier: Apache-2.0
//
// Reads `mask:` of resources and rules: which columns or detected contents leave the gate in which style. Refuses keys that could
// never match, since a mask that hides nothing is worse than none.
import type { ColumnMask, MaskStyle } from '../core/model.js';
import { DETECTORS } from './model.js';
import { entriesOf } from './node.js';
import { mistake, quoted, suggestion, type Finding } from './problem.js';
import type { Located } from './yaml.js';

/** The masks under a `mask:` key, in the order written. */
export function readMasks(node: Located | undefined, findings: Finding[]): readonly ColumnMask[] {
  return entriesOf(node).map(({ key, keyAt, node: style }) => {
    const complaint = complaintAbout(key);
    if (complaint !== null) findings.push(mistake(keyAt, complaint));
    // YAML reads a bare `null` as nothing; here it is the style of that name.
    return { column: key, style: (style.value ?? 'null') as MaskStyle };
  });
}

function complaintAbout(key: string): string | null {
  if (key.startsWith('content:')) {
    const detector = key.slice('content:'.length);
    return DETECTORS.some((known) => known === detector) ? null : `${quoted(key)} names no detector: ${suggestion(detector, DETECTORS)}`;
  }
  const segments = key.split('.');
  if (segments.includes('')) return `${quoted(key)} has an empty part: write \`schema.relation.column\``;
  if (segments.length === 3 || key.includes('**')) return null;
  return `${quoted(key)} is not \`schema.relation.column\`: write \`*.*.${segments.at(-1) as string}\` for a column anywhere`;
}
