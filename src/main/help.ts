// SPDX-License-Identifier: Apache-2.0
//
// What `ostiary help` prints. Text only; the flags of `run` come from its declaration, so that they can't disagree.
import { runSpec } from '../commands/run.js';

/** The version of package.json; test/contract compares. */
export const VERSION = '0.1.0';

/** One screen. */
export function helpText(): string {
  const flags = runSpec.inputs.filter((input) => input.face !== 'ci').map((input) => {
    const value = input.kind === 'flag' ? '' : ' VALUE';
    return `  ${`--${input.name}${value}`.padEnd(22)} ${input.description}${input.default === '' ? '' : ` Default: ${input.default}.`}`;
  });
  return `ostiary ${VERSION}: a guarded door between AI coding agents and production

  ostiary demo                                   watch it work on a small shop database
  ostiary run [FLAGS] -- COMMAND [ARGS]          run one command with guarded access
  ostiary policy explain [FLAGS] [TEXT]          what would be decided, and why
  ostiary policy schema                          JSON Schema of .ostiary/policy.yml
  ostiary session verify [--json] FILE           is this recording whole?
  ostiary session replay [--no-colour] FILE      read a recording
  ostiary version

run:
${flags.join('\n')}

policy explain:
  --policy FILE          Default: .ostiary/policy.yml.
  --kind KIND            sql, shell, kubernetes, http, model or file. Default: sql.
  --resource NAME        May be left out when the policy has just one.
  --principal NAME       An identity of the policy.
  --json                 One JSON object instead of a table.
  Without TEXT it reads JSON Lines {"id","kind","resource","principal","text"} and answers each with one line.

Exit codes: 0 done, 1 denied or findings, 2 bad input or policy, 3 review pending, 4 our fault, 125 failed before the command.
`;
}
