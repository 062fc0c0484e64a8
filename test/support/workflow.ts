// SPDX-License-Identifier: Apache-2.0
//
// Runs a workflow file as GitHub would: which jobs start, what their expressions come to (by GitHub's own evaluator), step by step. Who uses
// it says what an action does. Refuses what it does not know: keys of steps, actions, inputs that an action.yml does not have.
import { existsSync, readFileSync } from 'node:fs';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { load } from 'js-yaml';

type Tree = Readonly<Record<string, unknown>>;

/** What expressions see. */
export interface Contexts {
  readonly github: Tree;
  readonly inputs?: Tree;
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

export interface ActionStep {
  /** `ostiary/ostiary/actions/apply`, without what pins it. */
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  /** Of the job: what its own token may. */
  readonly permissions: Readonly<Record<string, string>>;
}

export interface ActionResult { readonly code: number | null; readonly outputs?: Readonly<Record<string, string>> }

interface Step { readonly id?: string; readonly if?: string; readonly uses?: string; readonly run?: string; readonly with?: Tree; readonly env?: Tree }
interface Job { readonly if?: string; readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }
interface Workflow { readonly name: string; readonly on: Readonly<Record<string, unknown>>; readonly permissions: Readonly<Record<string, string>>; readonly jobs: Readonly<Record<string, Job>> }

const STEP_KEYS = ['id', 'if', 'name', 'uses', 'run', 'with', 'env'];
/** A commit, and the version in a comment; ours has no release yet. */
const PINNED = /@[0-9a-f]{40}$|^ostiary\/ostiary(?:\/actions\/[a-z-]+)?@v0$/u;

export function readWorkflow(path: string): Workflow {
  return load(readFileSync(path, 'utf8')) as unknown as Workflow;
}

/** Runs the jobs that an event starts, in their order; a job ends with the first step that fails. Resolves with the code of each job that ran. */
export async function runWorkflow(path: string, contexts: Contexts, act: (step: ActionStep) => Promise<ActionResult>): Promise<Record<string, number | null>> {
  const workflow = readWorkflow(path);
  const codes: Record<string, number | null> = {};
  for (const [name, job] of Object.entries(workflow.jobs)) {
    if (job.if !== undefined && !isTrue(evaluate(job.if.trim(), { ...contexts }))) continue;
    codes[name] = await runJob({ ...job, permissions: job.permissions ?? workflow.permissions }, contexts, act);
  }
  return codes;
}

async function runJob({ steps, permissions = {} }: Job, contexts: Contexts, act: (step: ActionStep) => Promise<ActionResult>): Promise<number | null> {
  const done: Record<string, { outputs: Readonly<Record<string, string>> }> = {};
  for (const step of steps) {
    const strange = Object.keys(step).filter((key) => !STEP_KEYS.includes(key));
    if (strange.length > 0) throw new Error(`a step has \`${strange.join(', ')}\``);
    const seen = { ...contexts, steps: done };
    if (step.if !== undefined && !isTrue(evaluate(step.if, seen))) continue;
    const filled = (tree: Tree = {}): Record<string, string> => Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, fill(String(value), seen)]));
    if (step.uses === undefined) {
      // What a shell would do is tested where there is something to it.
      if (step.run !== 'true') throw new Error(`a step runs \`${step.run ?? ''}\``);
      continue;
    }
    if (!PINNED.test(step.uses)) throw new Error(`\`${step.uses}\` is not pinned`);
    const action = step.uses.replace(/@.*$/u, '');
    const inputs = filled(step.with);
    checkInputs(action, inputs);
    const { code, outputs = {} } = await act({ action, inputs, environment: filled(step.env), permissions });
    if (step.id !== undefined) done[step.id] = { outputs };
    if (code !== 0) return code;
  }
  return 0;
}

function checkInputs(action: string, inputs: Readonly<Record<string, string>>): void {
  if (!action.startsWith('ostiary/ostiary')) return;
  const file = `${action.slice('ostiary/ostiary'.length).replace(/^\//u, '')}/action.yml`.replace(/^\//u, '');
  if (!existsSync(file)) throw new Error(`\`${action}\` is not an action of ours`);
  const declared = Object.keys((load(readFileSync(file, 'utf8')) as unknown as { inputs: Tree }).inputs);
  const unknown = Object.keys(inputs).filter((name) => !declared.includes(name));
  if (unknown.length > 0) throw new Error(`\`${action}\` has no input \`${unknown.join(', ')}\``);
}

/** Text with `${{ … }}` in it. */
function fill(text: string, contexts: Tree): string {
  return text.replace(/\$\{\{(.*?)\}\}/gsu, (_all, expression: string) => evaluate(expression.trim(), contexts).coerceString());
}

function evaluate(expression: string, contexts: Tree): data.ExpressionData {
  const inner = /^\$\{\{([\s\S]*)\}\}$/u.exec(expression)?.[1] ?? expression;
  const known = JSON.parse(JSON.stringify({ github: {}, inputs: {}, vars: {}, secrets: {}, steps: {}, ...contexts }), data.reviver) as data.Dictionary;
  const parsed = new Parser(new Lexer(inner).lex().tokens, ['github', 'inputs', 'vars', 'secrets', 'steps'], []).parse();
  return new Evaluator(parsed, known).evaluate();
}

function isTrue(value: data.ExpressionData): boolean {
  return value.kind === data.Kind.Boolean ? value.value : value.coerceString() !== '' && value.coerceString() !== '0';
}
