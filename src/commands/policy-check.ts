// SPDX-License-Identifier: Apache-2.0
//
// `policy-check`: what a change would do to production, and whether the policy allows it, with findings at the lines that cause them.
// Executes nothing and needs no secret. Refuses to take the policy from the change: only `preview` does, and says so.
import { type CapturedCheck, checkCaptured, type ReadStatement } from '../check/captured.js';
import { readChangeSet } from '../check/captured-file.js';
import { check, type FileReaders } from '../check/check.js';
import type { CheckResult, Prediction } from '../check/finding.js';
import { codeQualityReport } from '../check/report/codequality.js';
import { jsonReport } from '../check/report/json.js';
import { junitReport } from '../check/report/junit.js';
import { markdownReport } from '../check/report/markdown.js';
import { sarifReport } from '../check/report/sarif.js';
import { painter, textReport } from '../check/report/text.js';
import { adviceOf, messageOf, observedOf } from '../check/report/words.js';
import type { ChangeSource } from '../core/change.js';
import { EXIT, GateError } from '../core/errors.js';
import type { Principal } from '../core/model.js';
import type { Host } from '../core/ports.js';
import type { Policy } from '../policy/model.js';
import { choiceInput, flagInput, listInput, textInput, type RawInputs, type VerbSpec } from './verb.js';

export const FORMATS = ['text', 'json', 'sarif', 'codequality', 'junit', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];
const ON_REVIEW = ['fail', 'pass'] as const;

/** The declaration that action.yml, the GitLab template and the command line are compared with. */
export const policyCheckSpec: VerbSpec = {
  name: 'policy-check',
  description: 'Judge what a change would do to production, before it is merged: findings, SARIF, annotations, summary; executes nothing.',
  inputs: [
    { name: 'base', description: 'Commit or branch that the change is compared with, at their merge base. When empty: the target of the pull or merge request; in a shell, the default branch of `origin`.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'head', description: 'Commit of the change. When empty: what is checked out.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'changes', description: 'A change set that `ostiary plan` captured: judges that, and not what lies between the commits.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'policy', description: 'A policy file; only with --preview.', default: '', required: false, face: 'cli', kind: 'text' },
    { name: 'preview', description: 'Judges by the policy of the work tree instead of the protected branch, and says so.', default: 'false', required: false, face: 'all', kind: 'flag' },
    { name: 'principal', description: 'Identity of the policy that will carry the change out; several: one a line (the flag may be repeated). When empty: any of them.', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'format', description: 'What is printed: `text`, `json`, `sarif`, `codequality`, `junit` or `markdown`.', default: 'text', required: false, face: 'all', kind: 'text', choices: FORMATS },
    { name: 'report-dir', description: 'Folder for the reports. When empty: one of their own in CI; in a shell none are written.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'on-review', description: '`fail` ends with 3 when something needs a review, `pass` with 0 (for workflows in which an approval gate follows).', default: 'fail', required: false, face: 'all', kind: 'text', choices: ON_REVIEW },
  ],
  outputs: [
    { name: 'decision', description: '`allow`, `review` or `deny`.' },
    { name: 'findings-count', description: 'Number of operations that are not allowed or need a review.' },
    { name: 'operations-count', description: 'Number of operations of the change.' },
    { name: 'digest', description: 'Digest of the change set.' },
    { name: 'report', description: 'Path of the report in JSON, which holds the change set.' },
    { name: 'sarif', description: 'Path of the report in SARIF.' },
  ],
};

/** A policy to judge by, and where it was read. */
export interface FoundPolicy {
  readonly policy: Policy;
  readonly source: string;
}

export interface PolicyCheckDeps {
  readonly host: Host;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** True when stdout is a terminal that takes colours. */
  readonly coloured: boolean;
  /** Cells of a line of the terminal; absent: there is none. */
  readonly columns?: number;
  /** Opens the change; null means what the host knows. */
  openSource(refs: { base: string | null; head: string | null }): Promise<ChangeSource>;
  /** The policy of the protected branch, or with `preview` that of the work tree (`file`, when named). `source`: the change, once somebody needs it. */
  findPolicy(from: { preview: boolean; file: string | null }, source: () => Promise<ChangeSource>): Promise<FoundPolicy>;
  /** For the files of a change, with what the policy brings along to look for. */
  readersFor(policy: Policy): FileReaders;
  /** The text of a file of the work tree. */
  readText(file: string): Promise<string>;
  /** Loads PostgreSQL's grammar. */
  loadStatementReader(): Promise<ReadStatement>;
  print(text: string): void;
  /** Writes the reports into a folder (null: the host's, when it has one), each made when it is; returns their full paths by name. */
  writeReports(folder: string | null, files: Readonly<Record<string, () => string>>): Promise<Readonly<Record<string, string>>>;
}

interface Inputs {
  readonly base: string | null;
  readonly head: string | null;
  readonly file: string | null;
  readonly changes: string | null;
  readonly preview: boolean;
  readonly principals: readonly string[];
  readonly format: Format;
  readonly reportDir: string | null;
  readonly onReview: 'fail' | 'pass';
}

/** Runs the check; returns the exit code: 0 allowed, 1 denied, 3 needs a review. Throws GateError. */
export async function policyCheck(raw: RawInputs, deps: PolicyCheckDeps): Promise<number> {
  const inputs = parseInputs(raw);
  const result = inputs.changes === null ? await checkChange(inputs, deps) : await checkCapture(inputs, inputs.changes, deps);
  await report(result, inputs, deps);
  if (result.decision === 'deny') return EXIT.denied;
  return result.decision === 'review' && inputs.onReview === 'fail' ? EXIT.pending : EXIT.done;
}

async function checkChange(inputs: Inputs, deps: PolicyCheckDeps): Promise<CheckResult> {
  const source = await deps.openSource(inputs);
  // Asked for early, so that git compares while the policy is read; whoever waits for it hears what goes wrong.
  source.files().catch(() => undefined);
  const { policy, source: policySource } = await deps.findPolicy(inputs, async () => source);
  return check({ source, policy, policySource, preview: inputs.preview, principal: principalFor(inputs.principals, policy), readers: deps.readersFor(policy), now: deps.now });
}

async function checkCapture(inputs: Inputs, file: string, deps: PolicyCheckDeps): Promise<CheckResult> {
  const captured = readChangeSet(await deps.readText(file), file);
  let between: CapturedCheck['between'] = null;
  const { policy, source: policySource } = await deps.findPolicy(inputs, async () => {
    const source = await deps.openSource(inputs);
    between = { base: source.base, head: source.head };
    return source;
  });
  return checkCaptured({ ...captured, file, policy, policySource, preview: inputs.preview, principal: principalFor(inputs.principals, policy), read: await deps.loadStatementReader(), between, now: deps.now });
}

function parseInputs(raw: RawInputs): Inputs {
  const text = (name: string): string | null => textInput(raw, policyCheckSpec, name) ?? null;
  const preview = flagInput(raw, 'preview');
  const file = text('policy');
  if (file !== null && !preview) {
    throw new GateError('INPUT_INVALID', '`--policy` names a file of the work tree, which decides nothing', { hint: 'add `--preview`, or leave it out: the policy is read from the protected branch' });
  }
  for (const [name, value] of [['base', text('base')], ['head', text('head')]] as const) {
    if (value?.startsWith('-') === true) throw new GateError('INPUT_INVALID', `input \`${name}\` is \`${value}\`, which is no commit`);
  }
  return {
    base: text('base'), head: text('head'), file, changes: text('changes'), preview, principals: listInput(raw, 'principal'),
    format: choiceInput(raw, policyCheckSpec, { name: 'format', choices: FORMATS }) ?? 'text',
    reportDir: text('report-dir'), onReview: choiceInput(raw, policyCheckSpec, { name: 'on-review', choices: ON_REVIEW }) ?? 'fail',
  };
}

// Who will carry it out is not known before the merge: judged for whoever of the policy's identities does, unless told.
function principalFor(names: readonly string[], policy: Policy): Principal {
  const known = policy.identities.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new GateError('INPUT_INVALID', `the policy has no identity \`${unknown}\``, { hint: `it has: ${known.join(', ') || 'none'}` });
  return { names: names.length > 0 ? names : known, issuer: 'policy-check', subject: 'whoever merges the change', claims: {} };
}

async function report(result: CheckResult, { format, reportDir }: Inputs, deps: PolicyCheckDeps): Promise<void> {
  const { host, version } = deps;
  const rendered: Readonly<Record<Format, () => string>> = {
    text: () => textReport(result, painter(deps.coloured), deps.columns), json: () => jsonReport(result, version), sarif: () => sarifReport(result, version),
    codequality: () => codeQualityReport(result), junit: () => junitReport(result), markdown: () => markdownReport(result),
  };
  const paths = await deps.writeReports(reportDir, {
    'policy-check.json': rendered.json, 'policy-check.sarif': rendered.sarif, 'codequality.json': rendered.codequality, 'junit.xml': rendered.junit, 'policy-check.md': rendered.markdown,
  });
  await host.group('Ostiary policy check', async () => host.quarantine(async () => deps.print(rendered[format]())));
  // First: a platform drops annotations beyond the first few.
  const observed = observedOf(result);
  if (observed !== null) host.annotate('warning', observed);
  for (const one of result.findings) annotate(one, host);
  const outputs = {
    decision: result.decision, 'findings-count': result.findings.length, 'operations-count': result.operations.length, digest: result.digest,
    report: paths['policy-check.json'] ?? '', sarif: paths['policy-check.sarif'] ?? '',
  };
  for (const [name, value] of Object.entries(outputs)) host.output(name, String(value));
  if (host.kind !== 'shell') await host.summary(rendered.markdown());
}

// A terminal has the list; elsewhere each finding is shown at its line.
function annotate(one: Prediction, host: Host): void {
  if (host.kind === 'shell') return;
  host.annotate(one.decision === 'deny' ? 'error' : 'warning', `${messageOf(one)}\n${adviceOf(one)}`, { file: one.path, line: one.line });
}
