// SPDX-License-Identifier: Apache-2.0
//
// `when:`: CEL over what is known of an access. Parsed, bounded and type-checked when the policy is loaded; refuses regular expressions
// (the library's are not linear) and everything else whose cost a policy's author could not foresee. A fact that is not known is absent,
// so that asking for it fails; evaluate.ts turns a failure into a miss for allow rules and a hit for all others.
// @see https://github.com/google/cel-spec
import { Environment, type ASTNode, type ParseResult } from '@marcbachmann/cel-js';
import type { Access, Operation, Principal } from '../core/model.js';
import { isZone, Moment, registerNow, ZONED } from './moment.js';
import type { Resource } from './model.js';
import { quoted } from './problem.js';
import { registerViews, viewsOf } from './views.js';

/** Source: a condition that fits on a screen; lists are those that a person writes out. */
const LIMITS = { maxAstNodes: 300, maxDepth: 24, maxListElements: 100, maxMapEntries: 50, maxCallArguments: 8 };
/** Source: two levels over an operation's columns stay below a million steps. */
const MAX_NESTED_MACROS = 2;
const MACROS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/** What `when:` may look at. `now`: milliseconds. */
export interface Facts {
  readonly operation: Operation;
  readonly access: Access;
  readonly principal: Principal;
  readonly resource: Resource;
  readonly now: number;
}

/** A compiled condition. Throws when it asks for something that is not known. */
export type Condition = (facts: Facts) => boolean;

/** Compiles conditions of one policy. */
export class ConditionCompiler {
  readonly #environment = environment();

  /** The condition, or what is wrong with it, as the end of a sentence. */
  compile(expression: string): Condition | string {
    let parsed: ParseResult;
    try {
      parsed = this.#environment.parse(expression);
    } catch (thrown) {
      return complaint(expression, thrown);
    }
    const refused = inspect(parsed.ast, 0);
    if (refused !== null) return refused;
    const { valid, type, error } = parsed.check();
    if (!valid) return complaint(expression, error);
    if (type !== 'bool') return `is not true or false but ${quoted(type)}`;
    // What was checked to be true or false is that, or throws: docs of the library, and tests of ours with values of other types.
    return (facts) => parsed({ ...viewsOf(facts), now: new Moment(facts.now) }) as boolean;
  }
}

function environment(): Environment {
  const made = new Environment({ limits: LIMITS });
  registerViews(made);
  registerNow(made);
  return made;
}

interface CelError {
  readonly summary: string;
  readonly range: { readonly start: number; readonly end: number };
}

function complaint(expression: string, thrown: unknown): string {
  const { summary, range } = thrown as CelError;
  const near = expression.slice(range.start, range.end);
  return `is not understood${near === '' ? '' : ` at ${quoted(near)}`}: ${String(summary).replace(/\s+/gu, ' ')}`;
}

// Returns why an expression may not be used, or null.
function inspect(node: ASTNode, macros: number): string | null {
  if (node.op === 'value' || node.op === 'id') return null;
  const called = calledBy(node);
  if (called === null) return inspectAll(childrenOf(node.args), macros);
  const depth = macros + (MACROS.has(called.name) ? 1 : 0);
  if (depth > MAX_NESTED_MACROS) return `nests more than ${MAX_NESTED_MACROS} of ${[...MACROS].join(', ')}`;
  // What a macro is applied to runs once, what stands inside it once an item.
  return refuseCall(called) ?? inspectAll(called.receiver, macros) ?? inspectAll(called.args, depth);
}

function inspectAll(nodes: readonly ASTNode[], macros: number): string | null {
  for (const node of nodes) {
    const refused = inspect(node, macros);
    if (refused !== null) return refused;
  }
  return null;
}

interface Called {
  readonly name: string;
  /** None, or the one thing before the dot. */
  readonly receiver: readonly ASTNode[];
  readonly args: readonly ASTNode[];
}

function calledBy(node: ASTNode): Called | null {
  if (node.op === 'call') return { name: node.args[0], receiver: [], args: node.args[1] };
  return node.op === 'rcall' ? { name: node.args[0], receiver: [node.args[1]], args: node.args[2] } : null;
}

function refuseCall({ name, args }: Called): string | null {
  if (name === 'matches') return 'uses `matches()`: regular expressions are not allowed; use `startsWith`, `endsWith`, `contains` or a glob in `match`';
  if (name === 'bind') return 'uses `cel.bind()`, which is not allowed: write it out';
  const literals = args.every((arg) => arg.op === 'value');
  if (name === 'duration' && !literals) return 'may give `duration()` a literal only';
  if (!ZONED.has(name)) return null;
  const [zone] = args;
  if (zone === undefined || (zone.op === 'value' && typeof zone.args === 'string' && isZone(zone.args))) return null;
  return `gives \`${name}()\` a time zone that is not known: write a name such as \`'Europe/Berlin'\``;
}

// All nodes directly below; arguments are nodes, names, and lists of either.
function childrenOf(args: unknown): readonly ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childrenOf);
  return typeof args === 'object' && args !== null && 'op' in args ? [args as ASTNode] : [];
}
