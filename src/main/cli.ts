// SPDX-License-Identifier: Apache-2.0
//
// The command line's door: words in, exit code out, one catch. Loads a verb's code only when it is asked for. Refuses unknown words.
import { EXIT, exitCodeOf, GateError, messageOf } from '../core/errors.js';
import { stayAlive } from '../core/runtime.js';
import { VERSION } from './version.js';

const HELP: ReadonlySet<string> = new Set(['help', '--help', '-h']);
const VERSIONS: ReadonlySet<string> = new Set(['version', '--version', '-v']);

/** The code of each verb, loaded when it is asked for. */
const VERBS: ReadonlyMap<string, (words: string[]) => Promise<number>> = new Map([
  ['run', async (words: string[]) => (await import('./run.js')).runVerb(words)],
  ['plan', async (words: string[]) => (await import('./plan.js')).planVerb(words)],
  ['policy-check', async (words: string[]) => (await import('./policy-check.js')).policyCheckVerb(words)],
  ['approval-gate', async (words: string[]) => (await import('./approval-gate.js')).approvalGateVerb(words)],
  ['apply', async (words: string[]) => (await import('./apply.js')).applyVerb(words)],
  ['oidc-token', async (words: string[]) => (await import('./oidc-token.js')).oidcTokenVerb(words)],
  ['policy', async (words: string[]) => (await import('./policy.js')).policyVerb(words)],
  ['session-artifact', async (words: string[]) => (await import('./session-artifact.js')).sessionArtifactVerb(words)],
  ['gateway', async (words: string[]) => (await import('./gateway/verb.js')).gatewayVerb(words)],
  ['session', async (words: string[]) => (await import('./session.js')).sessionVerb(words)],
  ['doctor', async (words: string[]) => (await import('./doctor.js')).doctorVerb(words)],
  ['init', async (words: string[]) => (await import('./init.js')).initVerb(words)],
  ['demo', async (words: string[]) => (await import('./demo.js')).demoVerb(words)],
  ['gate-process', async () => (await import('./gate-process.js')).gateProcess(process.env).then(() => EXIT.done)],
]);

/** Runs the command line of this process and sets its exit code. */
export async function runCli(): Promise<void> {
  const alive = stayAlive();
  try {
    process.exitCode = await main(process.argv.slice(2));
  } finally {
    alive.cancel();
  }
}

async function main(argv: readonly string[]): Promise<number> {
  const [verb, ...rest] = argv;
  try {
    // What stands behind `--` is COMMAND's.
    if (verb !== undefined && rest.slice(0, rest.includes('--') ? rest.indexOf('--') : undefined).some((word) => word === '--help' || word === '-h')) return await help(verb);
    if (verb === undefined || HELP.has(verb)) return await help(rest[0] ?? null);
    if (VERSIONS.has(verb)) {
      process.stdout.write(`${VERSION}\n`);
      return EXIT.done;
    }
    const run = VERBS.get(verb);
    if (run === undefined) throw await noCommand(verb);
    return await run(rest);
  } catch (thrown) {
    // One line, as everywhere else: logs are read by the line.
    const hint = thrown instanceof GateError && thrown.hint !== undefined ? `: ${thrown.hint}` : '';
    process.stderr.write(`ostiary: ${messageOf(thrown)}${hint}\n`);
    // Whatever `run` throws, COMMAND has not been started.
    return verb === 'run' ? EXIT.beforeStart : exitCodeOf(thrown);
  }
}

async function help(verb: string | null): Promise<number> {
  // A terminal that was told no size says 0.
  const text = (await import('./help.js')).helpText(verb, process.stdout.columns || undefined);
  if (text === null) throw await noCommand(verb ?? '');
  process.stdout.write(text);
  return EXIT.done;
}

async function noCommand(verb: string): Promise<GateError> {
  const [{ verbs }, { nearest }] = await Promise.all([import('./help.js'), import('../core/nearest.js')]);
  const near = nearest(verb, verbs());
  return new GateError('INPUT_INVALID', `\`${verb}\` is not a command of ostiary`, { hint: `${near === null ? '' : `did you mean \`${near}\`? `}see \`ostiary help\`` });
}
