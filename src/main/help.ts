// SPDX-License-Identifier: Apache-2.0
//
// What `ostiary help` prints. Text only; the flags of verbs come from their declarations, so that they can't disagree.
import { applySpec } from '../commands/apply.js';
import { approvalGateSpec } from '../commands/approval-gate-inputs.js';
import { oidcTokenSpec } from '../commands/oidc-token.js';
import { planSpec } from '../commands/plan.js';
import { policyCheckSpec } from '../commands/policy-check.js';
import { runSpec } from '../commands/run-spec.js';
import { sessionArtifactSpec } from '../commands/session-artifact.js';
import type { VerbSpec } from '../commands/verb.js';
import { VERSION } from './version.js';

/** One screen. */
export function helpText(): string {
  return `ostiary ${VERSION}: a guarded door between AI coding agents and production

  ostiary init                                   look at this repository, propose a policy and a check
  ostiary doctor [--format text|json|sarif]      what is unsafe about this set-up, each with its fix
  ostiary demo                                   watch it work on a small shop database
  ostiary run [FLAGS] -- COMMAND [ARGS]          run one command with guarded access
  ostiary plan [FLAGS] -- COMMAND [ARGS]         what a migrator would do, captured on a scratch database
  ostiary policy-check [FLAGS]                   what a change would do, before it is merged
  ostiary approval-gate [FLAGS]                  put operations up for review, say whether they are approved
  ostiary apply [FLAGS]                          execute the operations of one approval, with no agent
  ostiary oidc-token [FLAGS]                     the job's own token, or a session for it
  ostiary policy explain [FLAGS] [TEXT]          what would be decided, and why
  ostiary policy test [--policy FILE] [FILE]     run the cases of a policy (.ostiary/policy.test.yml)
  ostiary policy schema                          JSON Schema of .ostiary/policy.yml
  ostiary gateway --config FILE                  the gate as a service, for many jobs
  ostiary gateway check|sessions|schema          is its file good? who is in? JSON Schema of its file
  ostiary gateway revoke --config FILE ID...     end sessions at once (--all: every one)
  ostiary session verify [--key FILE] [--json] FILE   is this recording whole, and signed by a key that you trust?
  ostiary session verify --trusted-root FILE --identity GLOB --issuer URL FILE   the same, signed through Sigstore
  ostiary session replay [--no-colour] FILE      read a recording
  ostiary session replay FILE --html OUT         the same as one page for a browser
  ostiary session index DIR --html OUT           a page over a folder of sessions
  ostiary session export FILE --format FORMAT    for other tools: asciicast, ocsf, csv, otel
  ostiary session-artifact [FLAGS]               verify recordings, mask them once more, keep them
  ostiary version

run:
${flagsOf(runSpec)}

plan:
${flagsOf(planSpec)}

policy-check:
${flagsOf(policyCheckSpec)}

approval-gate:
${flagsOf(approvalGateSpec)}

apply:
${flagsOf(applySpec)}

oidc-token:
${flagsOf(oidcTokenSpec)}

session-artifact:
${flagsOf(sessionArtifactSpec)}

policy explain:
  --policy FILE          Default: .ostiary/policy.yml.
  --kind KIND            sql, shell, kubernetes, http, model or file. Default: sql.
  --resource NAME        May be left out when the policy has just one.
  --principal NAME       An identity of the policy.
  --json                 One JSON object instead of a table.
  Without TEXT it reads JSON Lines {"id","kind","resource","principal","text"} and answers each with one line.

session:
  --html OUT             Write a page; it loads nothing and needs no server.
  --key FILE             A public key that you trust; may be given several times.
  --pages                (index) A replay page of each session, too.
  --format FORMAT        (export) asciicast, ocsf, csv or otel.
  --out FILE             (export) Instead of standard output.
  --endpoint URL         (export, otel) Send spans to a collector, OTLP in JSON.
  --header "NAME: VALUE" (export, otel) For the collector; may be given several times. Credentials: OTEL_EXPORTER_OTLP_HEADERS in the environment.

Exit codes: 0 done, 1 denied or findings, 2 bad input or policy, 3 review pending, 4 our fault, 125 failed before the command.
`;
}

function flagsOf(spec: VerbSpec): string {
  const lines = spec.inputs.filter((input) => input.face !== 'ci').map((input) => {
    const value = input.kind === 'flag' ? '' : ' VALUE';
    return `  ${`--${input.name}${value}`.padEnd(22)} ${input.description}${input.default === '' || input.kind === 'flag' ? '' : ` Default: ${input.default}.`}`;
  });
  return lines.join('\n');
}
