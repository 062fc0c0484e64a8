// SPDX-License-Identifier: Apache-2.0
//
// `doctor`: what is unsafe about how a repository or a job is set up, each with its fix. Reads and asks; changes nothing. Refuses to say that
// all is well about what it could not see.
import { createHash } from 'node:crypto';
import type { Diagnosis, Examined } from '../core/diagnosis.js';
import { EXIT } from '../core/errors.js';
import { manual } from '../core/documentation-links.js';
import { githubDiagnoses } from '../parse/files/doctor-github.js';
import { gitlabDiagnoses } from '../parse/files/doctor-gitlab.js';
import { choiceInput, type RawInputs, type VerbSpec } from './verb.js';

const FORMATS = ['text', 'json', 'sarif'] as const;

/** The declaration of its flags; it has no face in CI. */
export const doctorSpec: VerbSpec = {
  name: 'doctor',
  description: 'Say what is unsafe about how this repository or job is set up, each with its fix; changes nothing.',
  inputs: [{ name: 'format', description: 'What is printed: `text`, `json` or `sarif`.', default: 'text', required: false, face: 'cli', kind: 'text', choices: FORMATS }],
  outputs: [],
};

/** A file to look at. */
export interface CiFile {
  readonly path: string;
  readonly text: string;
}

export interface DoctorDeps {
  readonly version: string;
  /** Workflows, actions and GitLab CI files of the repository. */
  readonly files: readonly CiFile[];
  /** The machine of the job and the forge's settings. */
  examine(): Promise<Examined>;
  print(text: string): void;
}

/** Looks and prints; 0: nothing found, 1: findings. Throws INPUT_INVALID on a wrong flag. */
export async function doctor(raw: RawInputs, deps: DoctorDeps): Promise<number> {
  const format = choiceInput(raw, doctorSpec, { name: 'format', choices: FORMATS }) ?? 'text';
  const elsewhere = await deps.examine();
  const findings = [...deps.files.flatMap(ofFile), ...elsewhere.findings];
  const examined: Examined = { findings: distinct(findings), notKnown: elsewhere.notKnown };
  const about = { files: deps.files.length, version: deps.version };
  deps.print(format === 'json' ? jsonOf(examined, about) : format === 'sarif' ? sarifOf(examined, about) : textOf(examined, about));
  return examined.findings.length === 0 ? EXIT.done : EXIT.denied;
}

function ofFile({ path, text }: CiFile): readonly Diagnosis[] {
  return /gitlab-ci\.ya?ml$|^\.gitlab\//u.test(path) ? gitlabDiagnoses(path, text) : githubDiagnoses(path, text);
}

function distinct(findings: readonly Diagnosis[]): readonly Diagnosis[] {
  return [...new Map(findings.map((one) => [`${one.id} ${one.file ?? ''} ${one.line ?? ''} ${one.message}`, one])).values()];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

interface About {
  readonly files: number;
  readonly version: string;
}

function textOf({ findings, notKnown }: Examined, { files }: About): string {
  const lines = findings.flatMap(({ id, file, line, message, fix }) => [`${file === null ? '' : `${printable(file)}${line === null ? '' : `:${line}`}: `}${printable(message)} (${id})`, `  fix: ${printable(fix)}`]);
  const open = notKnown.flatMap(({ question, why }) => [`not known: ${printable(question)}`, `  ${printable(why)}`]);
  return `${[...lines, ...open, `${findings.length === 0 ? 'nothing unsafe found' : `${findings.length} found`} in ${counted(files, 'CI file')}; ${counted(notKnown.length, 'question')} not answered`].join('\n')}\n`;
}

// What a file says is shown in a terminal.
function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

function jsonOf({ findings, notKnown }: Examined, { files, version }: About): string {
  return `${JSON.stringify({ format: 'ostiary-doctor-v1', ostiary: version, files, findings, notKnown })}\n`;
}

function sarifOf({ findings, notKnown }: Examined, { version }: About): string {
  const ids = [...new Set(findings.map(({ id }) => id))].sort();
  const docs = manual('docs/doctor.md');
  const result = ({ id, file, line, message, fix }: Diagnosis): object => ({
    ruleId: id, ruleIndex: ids.indexOf(id), level: 'error', message: { text: `${message}; fix: ${fix}` },
    // GitHub shows no result without a place.
    locations: [{ physicalLocation: { artifactLocation: { uri: (file ?? '.github/workflows').split('/').map(encodeURIComponent).join('/') }, region: { startLine: line ?? 1 } } }],
    partialFingerprints: { 'ostiaryDoctor/v1': createHash('sha256').update(`${id}\n${file ?? ''}\n${message}`).digest('hex') },
  });
  return `${JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'Ostiary doctor', informationUri: docs, semanticVersion: version, rules: ids.map((id) => ({ id, shortDescription: { text: id }, helpUri: `${docs}#${id}`, help: { text: findings.find((one) => one.id === id)?.fix ?? id } })) } },
      automationDetails: { id: 'ostiary/doctor/' }, columnKind: 'unicodeCodePoints',
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: notKnown.map(({ question, why }) => ({ level: 'note', message: { text: `not known: ${question}: ${why}` } })) }],
      results: findings.map(result),
    }],
  })}\n`;
}
