// SPDX-License-Identifier: Apache-2.0
//
// `policy explain`: says what the gate would decide about an operation, and what it understood of it. Executes nothing and knows no
// catalog, so names are completed with `public.` and marked assumed; the wire decides with more knowledge.
import { messageOf } from '../core/errors.js';
import type { Decision, Operation, OperationKind, Principal, StatementFacts } from '../core/model.js';
import type { Draft, Scope } from '../parse/sql/draft.js';
import type { Policy } from '../policy/model.js';

const KINDS: readonly OperationKind[] = ['sql', 'shell', 'kubernetes', 'http', 'model', 'file'];
const NO_CATALOG: Scope = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };

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

export type StatementAnswer = Pick<StatementFacts, 'statement' | 'name' | 'accesses' | 'functions' | 'outputs' | 'flows' | 'unknown' | 'forbidden' | 'copy' | 'lock' | 'rewrite' | 'assumed'> & {
  readonly decision: Decision['decision'];
  readonly rules: readonly string[];
  readonly reasons: readonly string[];
};

/** What explaining needs of the parsers and the policy. */
export interface Explainer {
  readonly policy: Policy;
  readonly analyse: (sql: Uint8Array) => readonly Draft[];
  readonly resolve: (draft: Draft, scope: Scope) => StatementFacts;
  readonly now: number;
}

/** Answers one question; never throws. A question that can't be read is denied, saying why. */
export function explain(question: Question, explainer: Explainer): Answer {
  const id = question.id === undefined ? {} : { id: question.id };
  const refuse = (reason: string): Answer => ({ ...id, decision: 'deny', rules: ['builtin:not-understood'], reasons: [reason], statements: [], assumed: false });
  if (typeof question.text !== 'string') return refuse('the question has no `text`');
  if (!KINDS.some((kind) => kind === question.kind)) return refuse(`kind \`${String(question.kind)}\` is unknown; it is one of: ${KINDS.join(', ')}`);
  if (question.kind !== 'sql') return refuse(`operations of kind \`${question.kind}\` are not understood by this version, so they are denied`);
  try {
    const resource = question.resource ?? onlyResource(explainer.policy);
    if (resource === null) return refuse('the question names no `resource`, and the policy has not exactly one');
    if (!(resource in explainer.policy.resources)) return refuse(`resource \`${resource}\` is not in the policy`);
    const statements = explainer.analyse(Buffer.from(question.text, 'utf8')).map((draft) => explainStatement(draft, { resource, principal: question.principal }, explainer));
    return { ...id, ...strictest(statements), statements, assumed: statements.some((statement) => statement.assumed) };
  } catch (thrown) {
    return refuse(`the operation could not be judged: ${messageOf(thrown)}`);
  }
}

function onlyResource(policy: Policy): string | null {
  const names = Object.keys(policy.resources);
  return names.length === 1 ? (names[0] ?? null) : null;
}

function explainStatement(draft: Draft, asked: { resource: string; principal: string | undefined }, explainer: Explainer): StatementAnswer {
  const facts = explainer.resolve(draft, NO_CATALOG);
  const principal: Principal = { names: asked.principal === undefined ? [] : [asked.principal], issuer: 'explain', subject: asked.principal ?? 'anyone', claims: {} };
  const operation: Operation = { kind: 'sql', resource: { name: asked.resource, target: asked.resource }, facts, parameters: [], data: null, settings: {} };
  const decision = explainer.policy.decide({ operation, principal, resource: asked.resource, now: explainer.now });
  const { statement, name, accesses, functions, outputs, flows, unknown, forbidden, copy, lock, rewrite, assumed } = facts;
  return {
    statement, name, decision: decision.decision, rules: decision.rules, reasons: decision.reasons,
    accesses, functions, outputs, flows, unknown, forbidden, copy, lock, rewrite, assumed,
  };
}

function strictest(statements: readonly StatementAnswer[]): Pick<Answer, 'decision' | 'rules' | 'reasons'> {
  if (statements.length === 0) return { decision: 'allow', rules: ['builtin:empty'], reasons: ['there is no statement in it'] };
  const worst = statements.find((statement) => statement.decision === 'deny') ?? statements.find((statement) => statement.decision === 'review') ?? statements[0];
  return { decision: worst?.decision ?? 'deny', rules: worst?.rules ?? [], reasons: worst?.reasons ?? [] };
}

/** The answer as a table for people. */
export function renderAnswer(answer: Answer): string {
  const lines = [`${answer.decision.toUpperCase()}  ${answer.rules.join(', ')}`, ...answer.reasons.map((reason) => `  because ${reason}`)];
  for (const [index, statement] of answer.statements.entries()) lines.push('', ...renderStatement(statement, index + 1));
  if (answer.assumed) lines.push('', 'Names marked * were completed without a catalog; the wire knows better.');
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
  for (const flow of statement.flows) lines.push(`  copies   into ${flow.target.relation}.${flow.target.column} <- ${renderOrigins(flow.origins, false)}`);
  if (statement.lock !== null) lines.push(`  locks    ${statement.lock}${statement.rewrite === true ? ', rewrites the table' : ''}`);
  for (const why of [...statement.forbidden, ...statement.unknown]) lines.push(`  unclear  ${why}`);
  return lines;
}

function renderOrigins(origins: readonly { readonly relation: string; readonly column: string }[] | null, direct: boolean): string {
  if (origins === null) return 'unknown';
  if (origins.length === 0) return 'no column';
  return `${direct ? '' : 'computed from '}${origins.map((origin) => `${origin.relation}.${origin.column}`).join(', ')}`;
}
