// SPDX-License-Identifier: Apache-2.0
//
// `policy explain`: says what the gate would decide about an operation, and what it understood of it. Executes nothing and knows no
// catalog, so names are completed with `public.` and marked assumed, and rows are unknown; the wire decides with more knowledge.
import { messageOf } from '../core/errors.js';
import type { Decision, Operation, OperationFacts, OperationKind, Principal, Reader, ReadOperation, StatementFacts } from '../core/model.js';
import { guard } from '../gate/guards.js';
import { ProtectedColumns } from '../mask/columns.js';
import { askedOf } from '../parse/http/operation.js';
import { withoutEstimate } from '../policy/estimates.js';
import type { Policy } from '../policy/model.js';
import { REPOSITORY } from '../policy/repository.js';

const KINDS: readonly OperationKind[] = ['sql', 'shell', 'kubernetes', 'http', 'model', 'file'];
/** The type of resource that operations of a kind are asked of. */
const TYPE_OF: Readonly<Record<OperationKind, string>> = { sql: 'postgres', shell: 'shell', kubernetes: 'kubernetes', http: 'http', model: 'model', file: 'repository' };

/** One question of the stream: `{"id":1,"kind":"sql","resource":"orders-db","principal":"nightly","text":"select 1"}`. */
export interface Question {
  readonly id?: unknown;
  readonly kind: string;
  readonly resource?: string;
  readonly principal?: string;
  readonly text: string;
}

/** One answer. Its shape is published as docs/schema/explain-v1.json. */
export interface Answer {
  readonly id?: unknown;
  readonly decision: Decision['decision'];
  readonly rules: readonly string[];
  readonly reasons: readonly string[];
  readonly statements: readonly StatementAnswer[];
  readonly assumed: boolean;
}

export type StatementAnswer = Pick<OperationFacts, 'statement' | 'name' | 'accesses' | 'functions' | 'hazards' | 'unknown' | 'forbidden' | 'assumed'> & Partial<SqlAnswer> & {
  readonly decision: Decision['decision'];
  readonly rules: readonly string[];
  readonly reasons: readonly string[];
  /** Where it begins in the text, from 1. */
  readonly line: number;
  /** There when a rule that could match asks for rows: nobody can estimate them here. */
  readonly rows?: null;
};

/** What only SQL has. */
type SqlAnswer = Pick<StatementFacts, 'outputs' | 'flows' | 'copy' | 'lock' | 'rewrite'>;

/** What explaining needs of the parsers and the policy. */
export interface Explainer {
  readonly policy: Policy;
  /** By kind; a kind without one is denied. */
  readonly readers: Readonly<Partial<Record<OperationKind, Reader>>>;
  readonly now: number;
}

/** Answers one question; never throws. A question that can't be read is denied, saying why. */
export function explain(question: Question, explainer: Explainer): Answer {
  const id = question.id === undefined ? {} : { id: question.id };
  const refuse = (reason: string): Answer => ({ ...id, ...refusal(reason) });
  if (typeof question.text !== 'string') return refuse('the question has no `text`');
  const kind = KINDS.find((known) => known === question.kind);
  if (kind === undefined) return refuse(`kind \`${String(question.kind)}\` is unknown; it is one of: ${KINDS.join(', ')}`);
  const read = explainer.readers[kind];
  if (read === undefined) return refuse(`operations of kind \`${kind}\` are not understood by this version, so they are denied`);
  try {
    const resource = question.resource ?? resourceFor(kind, explainer.policy);
    if (resource === null) return refuse('the question names no `resource`, and the policy has not exactly one');
    if (resource !== REPOSITORY.name && !(resource in explainer.policy.resources)) return refuse(`resource \`${resource}\` is not in the policy`);
    const statements = read(question.text).map((operation) => explainOne(operation, { resource, principal: question.principal }, explainer));
    return { ...id, ...strictest(statements), statements, assumed: statements.some((statement) => statement.assumed) };
  } catch (thrown) {
    return refuse(`the operation could not be judged: ${messageOf(thrown)}`);
  }
}

/** The answer to what is no question that can be judged. */
export function refusal(reason: string): Answer {
  return { decision: 'deny', rules: ['builtin:not-understood'], reasons: [reason], statements: [], assumed: false };
}

// The only one of its type, else the only one there is; scripts and files without a resource of theirs are the repository's.
function resourceFor(kind: OperationKind, policy: Policy): string | null {
  const resources = Object.values(policy.resources);
  const fitting = resources.filter(({ type }) => type === TYPE_OF[kind]);
  if (fitting.length === 1) return (fitting[0] as Policy['resources'][string]).name;
  if (kind === 'file' || (kind === 'shell' && fitting.length === 0)) return REPOSITORY.name;
  return resources.length === 1 ? (resources[0] as Policy['resources'][string]).name : null;
}

/** What is wrong with the words of a question that a person asked: a kind, a resource or a principal that is none. Null: nothing. */
export function mistaken({ kind, resource, principal }: Question, { resources, identities }: Policy): { readonly flag: string; readonly value: string; readonly known: readonly string[] } | null {
  const words: readonly { readonly flag: string; readonly value: string | undefined; readonly known: readonly string[] }[] = [
    { flag: 'kind', value: kind, known: KINDS },
    { flag: 'resource', value: resource, known: [...Object.keys(resources), REPOSITORY.name] },
    { flag: 'principal', value: principal, known: identities.map(({ name }) => name) },
  ];
  const found = words.find(({ value, known }) => value !== undefined && !known.includes(value));
  return found?.value === undefined ? null : { ...found, value: found.value };
}

function explainOne(read: ReadOperation, asked: { resource: string; principal: string | undefined }, explainer: Explainer): StatementAnswer {
  const { facts, kind, line, size, paths } = askedOf(read, explainer.policy.resources[asked.resource]?.url ?? null);
  const principal: Principal = { names: asked.principal === undefined ? [] : [asked.principal], issuer: 'explain', subject: asked.principal ?? 'anyone', claims: {} };
  const operation: Operation = {
    kind, resource: { name: asked.resource, target: asked.resource }, facts, parameters: [], data: null, settings: {},
    ...(size === undefined ? {} : { size }), ...(paths === undefined ? {} : { paths }), ...(isSql(facts) ? { whyNoRows: 'there is no catalog here' } : {}),
  };
  const watched = withoutEstimate(operation);
  const decision = explainer.policy.decide({ operation: watched.operation, principal, resource: asked.resource, now: explainer.now });
  const wantsRows = isSql(facts) && watched.rowsAsked();
  const { statement, name, accesses, functions, hazards, unknown, forbidden, assumed } = facts;
  const objection = isSql(facts) ? guard({ ...operation, facts }, protectedIn(explainer.policy, asked.resource, principal.names), null) : null;
  const verdict = objection === null ? decision : { decision: 'deny' as const, rules: [objection.rule, ...decision.rules], reasons: [objection.reason, ...decision.reasons] };
  return {
    statement, name, line, decision: verdict.decision, rules: verdict.rules, reasons: verdict.reasons,
    accesses, functions, ...(isSql(facts) ? sqlAnswer(facts) : {}), hazards, unknown, forbidden, assumed: assumed || wantsRows, ...(wantsRows ? { rows: null } : {}),
  };
}

function isSql(facts: OperationFacts): facts is StatementFacts {
  return 'outputs' in facts;
}

function sqlAnswer({ outputs, flows, copy, lock, rewrite }: StatementFacts): SqlAnswer {
  return { outputs, flows, copy, lock, rewrite };
}

const known = new WeakMap<Policy, Map<string, ProtectedColumns>>();

// The same for every line of a stream that asks about the same resource and principal.
function protectedIn(policy: Policy, resource: string, names: readonly string[]): ProtectedColumns {
  const columns = known.get(policy) ?? new Map<string, ProtectedColumns>();
  known.set(policy, columns);
  const key = [resource, ...names].join('\0');
  const made = columns.get(key) ?? new ProtectedColumns(policy.masks(resource, names));
  columns.set(key, made);
  return made;
}

function strictest(statements: readonly StatementAnswer[]): Pick<Answer, 'decision' | 'rules' | 'reasons'> {
  if (statements.length === 0) return { decision: 'allow', rules: ['builtin:empty'], reasons: ['there is no statement in it'] };
  const worst = statements.find((statement) => statement.decision === 'deny') ?? statements.find((statement) => statement.decision === 'review') ?? statements[0];
  return { decision: worst?.decision ?? 'deny', rules: worst?.rules ?? [], reasons: worst?.reasons ?? [] };
}

// A catalog is what databases have.
function noteOn({ statements }: Answer): string | null {
  if (statements.some((statement) => statement.assumed && 'outputs' in statement)) return 'Names marked * were completed without a catalog, and rows are not estimated; the wire knows better.';
  return statements.some(({ accesses }) => accesses.some(({ assumed }) => assumed)) ? 'What is marked * is assumed.' : null;
}

/** The answer as a table for people. */
export function renderAnswer(answer: Answer): string {
  const lines = [`${answer.decision.toUpperCase()}  ${answer.rules.join(', ')}`, ...answer.reasons.map((reason) => `  because ${reason}`)];
  for (const [index, statement] of answer.statements.entries()) lines.push('', ...renderStatement(statement, index + 1));
  const note = noteOn(answer);
  if (note !== null) lines.push('', note);
  return `${lines.join('\n')}\n`;
}

function renderStatement(statement: StatementAnswer, number: number): string[] {
  const lines = [`statement ${number}: ${statement.statement} (${statement.name}): ${statement.decision} by ${statement.rules.join(', ')}`];
  for (const access of statement.accesses) {
    const columns = access.columns.length === 0 ? '' : `(${access.columns.join(', ')})`;
    const object = access.object === null ? '-' : `${access.object}${columns}${access.assumed ? ' *' : ''}`;
    const filtered = access.filtered.length === 0 ? '' : `  filters by ${access.filtered.join(', ')}`;
    lines.push(`  ${access.effect.padEnd(8)} ${object}${filtered}${access.builtin === true ? '  (built in)' : ''}`);
  }
  if (statement.functions.length > 0) lines.push(`  calls    ${statement.functions.map((use) => `${use.name} (${use.class})`).join(', ')}`);
  if (statement.outputs === 'unknown') lines.push('  returns  rows of unknown lineage');
  else for (const output of statement.outputs ?? []) lines.push(`  returns  ${output.name} <- ${renderOrigins(output.origins, output.direct)}`);
  for (const flow of statement.flows ?? []) lines.push(`  copies   into ${flow.target.relation}.${flow.target.column} <- ${renderOrigins(flow.origins, false)}`);
  if (typeof statement.lock === 'string') lines.push(`  locks    ${statement.lock}${statement.rewrite === true ? ', rewrites the table' : ''}`);
  if (statement.rows === null) lines.push('  rows     unknown (no catalog): rules that ask for few miss, rules that ask for many hit');
  for (const { id, detail } of statement.hazards) lines.push(`  hazard   ${id}: ${detail}`);
  for (const why of [...statement.forbidden, ...statement.unknown]) lines.push(`  unclear  ${why}`);
  return lines;
}

function renderOrigins(origins: readonly { readonly relation: string; readonly column: string }[] | null, direct: boolean): string {
  if (origins === null) return 'unknown';
  if (origins.length === 0) return 'no column';
  return `${direct ? '' : 'computed from '}${origins.map((origin) => `${origin.relation}.${origin.column}`).join(', ')}`;
}
