// SPDX-License-Identifier: Apache-2.0
//
// What `ostiary help` and `ostiary COMMAND --help` print. Text only; the flags of verbs come from their declarations, so that they can't
// disagree.
import { applySpec } from '../commands/apply.js';
import { approvalGateSpec } from '../commands/approval-gate-inputs.js';
import { doctorSpec } from '../commands/doctor.js';
import { oidcTokenSpec } from '../commands/oidc-token.js';
import { planSpec } from '../commands/plan.js';
import { policyCheckSpec } from '../commands/policy-check.js';
import { runSpec } from '../commands/run-spec.js';
import { sessionArtifactSpec } from '../commands/session-artifact.js';
import type { VerbSpec } from '../commands/verb.js';
import { wrapped } from '../record/inert.js';
import { VERSION } from './version.js';

/** Width of a line where there is no terminal, and at most. */
const WIDTH = 100;
/** Where what a flag does begins, and goes on. */
const COLUMN = 25;

const VERBS: readonly VerbSpec[] = [runSpec, planSpec, policyCheckSpec, approvalGateSpec, applySpec, oidcTokenSpec, sessionArtifactSpec, doctorSpec];

/** How each command is called, and what it does. */
const COMMANDS: readonly (readonly [call: string, does: string])[] = [
  ['init', 'propose a policy and a check for a repository'],
  ['doctor [FLAGS]', 'what is unsafe about this set-up, and fixes'],
  ['demo', 'watch it work on a small shop database'],
  ['run [FLAGS] -- COMMAND [ARGS]', 'one command with guarded access'],
  ['plan [FLAGS] -- COMMAND [ARGS]', 'what a migrator would do, in a scratch copy'],
  ['policy-check [FLAGS]', 'what a change would do, before it is merged'],
  ['approval-gate [FLAGS]', 'put operations up for review: approved yet?'],
  ['apply [FLAGS]', 'execute what was approved, with no agent'],
  ['oidc-token [FLAGS]', 'the job\'s own token, or a session for it'],
  ['policy explain [FLAGS] [TEXT]', 'what would be decided, and why'],
  ['policy test [FLAGS] [FILE]', 'run the cases of a policy'],
  ['policy schema', 'JSON Schema of .ostiary/policy.yml'],
  ['gateway --config FILE', 'the gate as a service, for many jobs'],
  ['gateway check --config FILE', 'is its file good?'],
  ['gateway sessions --config FILE', 'who is in?'],
  ['gateway revoke [FLAGS] ID...', 'end sessions at once'],
  ['gateway schema', 'JSON Schema of its file'],
  ['session verify [FLAGS] FILE', 'is it whole, and signed by whom you trust?'],
  ['session replay [FLAGS] FILE', 'read a recording, here or as a page'],
  ['session index DIR --html OUT', 'a page over a folder of sessions'],
  ['session export [FLAGS] FILE', 'for other tools: asciicast, ocsf, csv, otel'],
  ['session-artifact [FLAGS]', 'verify recordings, mask them again, keep them'],
  ['version', 'which one this is'],
];

/** Commands whose flags no face of CI has. */
const OTHERS: Readonly<Record<string, readonly (readonly [flag: string, does: string])[]>> = {
  policy: [
    ['--policy FILE', 'Default: .ostiary/policy.yml.'],
    ['--kind KIND', '(explain) sql, shell, kubernetes, http, model or file. Default: sql.'],
    ['--resource NAME', '(explain) May be left out when the policy has just one.'],
    ['--principal NAME', '(explain) An identity of the policy.'],
    ['--json', '(explain) One JSON object instead of a table.'],
    ['', '(explain) Without TEXT it reads JSON Lines {"id","kind","resource","principal","text"} and answers each with one line.'],
  ],
  gateway: [
    ['--config FILE', 'The operator\'s file, gateway.yml.'],
    ['--all', '(revoke) Every session.'],
    ['--verbose', 'Logs what is done, too.'],
  ],
  session: [
    ['--json', '(verify) For programs.'],
    ['--key FILE', 'A public key that you trust; may be given several times. With it, `verify` ends with 1 when nobody of these signed.'],
    ['--trusted-root FILE', 'A trusted root of Sigstore, as `gh attestation trusted-root` writes it, for recordings signed without a key.'],
    ['--identity GLOB', 'Whose signature you expect then.'],
    ['--issuer URL', 'Who says that it is them.'],
    ['--envelope FILE', 'Where the signature lies; else beside the recording. So with `--bundle FILE`.'],
    ['--no-colour', '(replay) Without colours.'],
    ['--html OUT', '(replay, index) Write a page; it loads nothing and needs no server.'],
    ['--pages', '(index) A replay page of each session, too.'],
    ['--format FORMAT', '(export) asciicast, ocsf, csv or otel.'],
    ['--out FILE', '(export) Instead of standard output.'],
    ['--endpoint URL', '(export, otel) Send spans to a collector, OTLP in JSON.'],
    ['--header "NAME: VALUE"', '(export, otel) For the collector; may be given several times. Credentials: OTEL_EXPORTER_OTLP_HEADERS in the environment.'],
  ],
};

/** The first words of all commands. */
export function verbs(): readonly string[] {
  return [...new Set(COMMANDS.map(([call]) => call.split(' ')[0] ?? ''))];
}

/** All commands, on one screen; of one command (`run`, `session`) how it is called and its flags. Null: there is no such command. */
export function helpText(verb: string | null = null, columns = WIDTH): string | null {
  const width = Math.min(columns, WIDTH);
  if (verb === null) return `ostiary ${VERSION}: a guarded door between AI coding agents and production\n\n${calls(COMMANDS)}\n\nostiary COMMAND --help tells the flags of a command.\n${EXIT_CODES}`;
  const own = COMMANDS.filter(([call]) => call.split(' ')[0] === verb);
  if (own.length === 0) return null;
  const spec = VERBS.find(({ name }) => name === verb);
  const flags = spec === undefined ? (OTHERS[verb] ?? []) : flagsOf(spec);
  return `ostiary ${VERSION}\n\n${calls(own)}\n${flags.length === 0 ? '' : `\n${flags.map((flag) => described(flag, width)).join('\n')}\n`}${EXIT_CODES}`;
}

const EXIT_CODES = `
Exit codes: 0 done, 1 denied or findings, 2 bad input or policy, 3 pending,
            4 our fault, 125 failed before the command.
`;

function calls(commands: typeof COMMANDS): string {
  return commands.map(([call, does]) => `  ${call.padEnd(31)} ${does}`).join('\n');
}

function flagsOf(spec: VerbSpec): [string, string][] {
  return spec.inputs.filter((input) => input.face !== 'ci').map((input) => {
    const value = input.kind === 'flag' ? '' : ' VALUE';
    return [`--${input.name}${value}`, `${input.description}${input.default === '' || input.kind === 'flag' ? '' : ` Default: ${input.default}.`}`];
  });
}

function described([flag, does]: readonly [string, string], width: number): string {
  const lines = wrapped(does, width - COLUMN);
  const margin = ' '.repeat(COLUMN);
  const head = `  ${flag}`.padEnd(COLUMN);
  return [...(head.endsWith(' ') ? [`${head}${lines[0] ?? ''}`] : [head, `${margin}${lines[0] ?? ''}`]), ...lines.slice(1).map((line) => `${margin}${line}`)].join('\n');
}
