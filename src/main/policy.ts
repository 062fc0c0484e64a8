// SPDX-License-Identifier: Apache-2.0
//
// Wires `policy explain` and `policy schema`: reads the policy of the work tree (it only advises), answers questions from arguments or
// from a stream of JSON Lines. Refuses to stop at a bad line: each line in is one line out.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { explain, mistaken, refusal, renderAnswer, type Answer, type Explainer, type Question } from '../commands/explain.js';
import { renderResult, runCase } from '../commands/policy-test.js';
import { EXIT, GateError, messageOf } from '../core/errors.js';
import { nearest } from '../core/nearest.js';
import { systemRuntime } from '../core/runtime.js';
import { readCases } from '../policy/cases.js';
import { loadPolicy } from '../policy/load.js';
import { policySchema } from '../policy/schema.js';
import { parseArguments } from './arguments.js';
import { readPolicyFile } from './policy-text.js';
import { warnAbout } from './policy-warnings.js';
import { Readers } from './readers.js';

const FLAGS = [
  { name: 'policy', kind: 'text' }, { name: 'kind', kind: 'text' }, { name: 'resource', kind: 'text' }, { name: 'principal', kind: 'text' }, { name: 'json', kind: 'flag' },
] as const;
/** Answers written in one go, so that 100,000 lines are not 100,000 system calls. */
const BATCH_BYTES = 65_536;

/** `ostiary policy explain|test|schema`. */
export async function policyVerb(argv: readonly string[]): Promise<number> {
  const [what, ...rest] = argv;
  switch (what) {
    case 'schema':
      process.stdout.write(`${JSON.stringify(policySchema, null, 2)}\n`);
      return EXIT.done;
    case 'explain':
      return explainVerb(rest);
    case 'test':
      return testVerb(rest);
    default:
      throw new GateError('INPUT_INVALID', what === undefined ? '`policy` needs to know what to do' : `\`policy ${what}\` is not a command`, { hint: 'it is `policy explain`, `policy test` or `policy schema`' });
  }
}

async function explainVerb(argv: readonly string[]): Promise<number> {
  const { inputs, words } = parseArguments(argv, FLAGS);
  const judge = await judgeFor(typeof inputs.policy === 'string' ? inputs.policy : '.ostiary/policy.yml');
  const readers = new Readers(judge.policy.detectors);
  if (words.length === 0) return explainStream(judge, readers);
  const optional = (name: string): Record<string, string> => (typeof inputs[name] === 'string' ? { [name]: inputs[name] } : {});
  const question = { kind: typeof inputs.kind === 'string' ? inputs.kind : 'sql', text: words.join(' '), ...optional('resource'), ...optional('principal') };
  const wrong = mistaken(question, judge.policy);
  if (wrong !== null) {
    const near = nearest(wrong.value, wrong.known);
    throw new GateError('INPUT_INVALID', `\`--${wrong.flag} ${wrong.value}\` is ${wrong.flag === 'kind' ? 'no kind of operation' : 'not in the policy'}`, { hint: near === null ? `it is one of: ${wrong.known.join(', ')}` : `did you mean \`${near}\`?` });
  }
  const answer = explain(question, { ...judge, readers: await readers.including(question.kind) });
  process.stdout.write(inputs.json === true ? `${JSON.stringify(answer)}\n` : renderAnswer(answer) + nobodyAsked(question, judge.policy.identities));
  return answer.decision === 'allow' ? EXIT.done : answer.decision === 'review' ? EXIT.pending : EXIT.denied;
}

/** Rules for named principals do not hold for nobody: said, or the answer looks like that of a wrong policy. */
function nobodyAsked({ principal }: Question, identities: readonly { readonly name: string }[]): string {
  const names = identities.map(({ name }) => name);
  if (principal !== undefined || names.length === 0) return '';
  return `\nAsked for nobody by name; for somebody: \`--principal ${names[0] ?? ''}\`${names.length > 1 ? ` (or ${names.slice(1, 6).join(', ')}${names.length > 6 ? ', …' : ''})` : ''}.\n`;
}

async function testVerb(argv: readonly string[]): Promise<number> {
  const { inputs, words } = parseArguments(argv, [{ name: 'policy', kind: 'text' }]);
  const files = words.length > 0 ? words : ['.ostiary/policy.test.yml'];
  const counts = { passed: 0, failed: 0 };
  for (const file of files) {
    const { policy, cases } = readCases({ text: await textOf(file, 'the file of tests', 'name one, as in `ostiary policy test FILE`, or write one with `ostiary init`'), file });
    const judge = await judgeFor(typeof inputs.policy === 'string' ? inputs.policy : join(dirname(file), policy ?? 'policy.yml'));
    const readers = new Readers(judge.policy.detectors);
    for (const one of cases) {
      const text = one.file === null ? (one.operation ?? '') : await textOf(join(dirname(file), one.file), `${file}:${one.line}: the operation`, 'a `file` is named from the folder of the tests');
      const result = runCase(one, text, { ...judge, readers: await readers.including(one.kind) });
      counts[result.passed ? 'passed' : 'failed'] += 1;
      process.stdout.write(renderResult(result, file));
    }
  }
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
  return counts.failed === 0 ? EXIT.done : EXIT.denied;
}

function textOf(file: string, what: string, hint: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new GateError('INPUT_INVALID', `${what} \`${file}\` can not be read: ${messageOf(cause)}`, { hint });
  });
}

async function judgeFor(file: string): Promise<Pick<Explainer, 'policy' | 'now'>> {
  const text = await readPolicyFile(file);
  const now = systemRuntime.now();
  const policy = await loadPolicy({ text, file }, { now });
  warnAbout(policy, (line) => void process.stderr.write(`ostiary: warning: ${line}\n`));
  return { policy, now };
}

async function explainStream(judge: Pick<Explainer, 'policy' | 'now'>, readers: Readers): Promise<number> {
  let waiting = '';
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    if (text !== '' && !process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  };
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const question = parseQuestion(line);
    const known = readers.ready(question?.kind ?? '') ?? (await readers.including(question?.kind ?? ''));
    const answer: Answer = question === null ? { id: null, ...refusal('the line is not a JSON object') } : explain(question, { ...judge, readers: known });
    waiting += `${JSON.stringify(answer)}\n`;
    if (waiting.length >= BATCH_BYTES) await flush();
  }
  await flush();
  return EXIT.done;
}

function parseQuestion(line: string): Question | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Question;
  } catch {
    // Falls through: what can't be read is answered as a denial, in its place.
  }
  return null;
}
