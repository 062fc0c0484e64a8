// SPDX-License-Identifier: Apache-2.0
//
// Reads `changes` of a policy: which files become which operations. Refuses tools that nobody knows, and both a tool and a kind.
import { MIGRATION_TOOL_NAMES } from '../core/migration-tools.js';
import type { OperationKind } from '../core/model.js';
import { booksOfTool } from './bookkeeping.js';
import type { Change } from './model.js';
import { child, itemsOf, present, textOf } from './node.js';
import { mistake, quoted, suggestion, warning, type Finding } from './problem.js';
import type { Located } from './yaml.js';

/** What `changes[].tool` may name: migration tools, and Terraform with its plans in JSON. */
const TOOLS: readonly string[] = [...MIGRATION_TOOL_NAMES, 'terraform'];

/** Findings go to `findings`; a resource that is not there is a warning. */
export function readChanges(node: Located | undefined, resources: readonly string[], findings: Finding[]): readonly Change[] {
  return itemsOf(node).map((item) => {
    const resource = present(item, 'resource');
    const tool = textOf(item, 'tool');
    const as = textOf(item, 'as') as OperationKind | null;
    if (!resources.includes(String(resource.value))) findings.push(warning(resource.at, `${quoted(resource.value)} is not one of \`resources\`: ${suggestion(String(resource.value), resources)}`));
    if ((tool === null) === (as === null)) findings.push(mistake(item.at, 'a change has to say either `tool` or `as`', 'for example `tool: dbmate`, or `as: kubernetes`'));
    if (tool !== null && !TOOLS.includes(tool)) findings.push(mistake(present(item, 'tool').at, `${quoted(tool)} is not a tool that we know: ${suggestion(tool, TOOLS)}`, 'plain SQL files are `as: sql`'));
    const table = textOf(item, 'table');
    if (table !== null && (tool === null || booksOfTool(tool, table) === null)) findings.push(mistake(present(item, 'table').at, '`table` is the version table of a migration tool, and this change names none that has one', 'take it out'));
    return { paths: itemsOf(child(item, 'paths')).map((path) => String(path.value)), tool, as, resource: String(resource.value), table };
  });
}
