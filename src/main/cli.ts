// SPDX-License-Identifier: Apache-2.0
//
// The command line's door: words in, exit code out, one catch. Loads a verb's code only when it is asked for. Refuses unknown words.
import { EXIT, exitCodeOf, GateError, messageOf } from '../core/errors.js';
import { stayAlive } from '../core/runtime.js';
import { VERSION } from './version.js';

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
    switch (verb) {
      case 'run':
        return await (await import('./run.js')).runVerb(rest);
      case 'plan':
        return await (await import('./plan.js')).planVerb(rest);
      case 'policy-check':
        return await (await import('./policy-check.js')).policyCheckVerb(rest);
      case 'approval-gate':
        return await (await import('./approval-gate.js')).approvalGateVerb(rest);
      case 'apply':
        return await (await import('./apply.js')).applyVerb(rest);
      case 'oidc-token':
        return await (await import('./oidc-token.js')).oidcTokenVerb(rest);
      case 'policy':
        return await (await import('./policy.js')).policyVerb(rest);
      case 'session-artifact':
        return await (await import('./session-artifact.js')).sessionArtifactVerb(rest);
      case 'gateway':
        return await (await import('./gateway/verb.js')).gatewayVerb(rest);
      case 'session':
        return await (await import('./session.js')).sessionVerb(rest);
      case 'doctor':
        return await (await import('./doctor.js')).doctorVerb(rest);
      case 'init':
        return await (await import('./init.js')).initVerb(rest);
      case 'demo':
        return await (await import('./demo.js')).demoVerb(rest);
      case 'gate-process':
        await (await import('./gate-process.js')).gateProcess(process.env);
        return EXIT.done;
      case 'version':
      case '--version':
      case '-v':
        process.stdout.write(`${VERSION}\n`);
        return EXIT.done;
      case undefined:
      case 'help':
      case '--help':
      case '-h':
        return await help(rest[0] ?? null);
      default:
        throw await noCommand(verb);
    }
  } catch (thrown) {
    const hint = thrown instanceof GateError && thrown.hint !== undefined ? `\n  ${thrown.hint}` : '';
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
