// SPDX-License-Identifier: Apache-2.0
//
// The GitHub Action's door: inputs from the environment, outcome as exit code, one catch. `ostiary` is the root action's walk by event.
// Refuses events that have no walk here, saying which action to use.
import { EXIT, exitCodeOf, GateError, messageOf } from '../core/errors.js';
import type { Host } from '../core/ports.js';
import { stayAlive } from '../core/runtime.js';
import { actionSwitch, TRUSTING } from './inputs.js';
import { realHost } from './wire.js';

/** Actions whose post step keeps the recording. */
const KEEPING: ReadonlySet<string> = new Set(['run', 'apply', 'ostiary']);

/** Runs one action of actions/ (or the root action, `ostiary`) and sets the exit code of this process. */
export async function runAction(name: string): Promise<void> {
  const host = realHost();
  const alive = stayAlive();
  try {
    process.exitCode = await act(name, host);
  } catch (thrown) {
    const hint = thrown instanceof GateError && thrown.hint !== undefined ? `: ${thrown.hint}` : '';
    host.annotate('error', `${messageOf(thrown)}${hint}`);
    // Whatever goes wrong here, COMMAND has not been started.
    process.exitCode = name === 'run' ? EXIT.beforeStart : exitCodeOf(thrown);
    // Last: without a job there is no file for it, and the error above has said why.
    if (host.kind === 'github' && KEEPING.has(name)) host.output('outcome', 'error');
  } finally {
    alive.cancel();
  }
}

async function act(name: string, host: Host): Promise<number> {
  if (host.kind !== 'github') throw new GateError('INPUT_INVALID', 'this is a GitHub Action, and `GITHUB_ACTIONS` is not set', { hint: 'elsewhere use the command line: `ostiary help`' });
  if (KEEPING.has(name)) await checkKeeping(host);
  switch (name) {
    case 'run':
      return (await import('./run.js')).runFromJob(host);
    case 'policy-check':
      return (await import('./policy-check.js')).policyCheckFromJob(host);
    case 'approval-gate':
      return (await import('./approval-gate.js')).approvalGateFromJob(host);
    case 'apply':
      return (await import('./apply.js')).applyFromJob(host);
    case 'oidc-token':
      return (await import('./oidc-token.js')).oidcTokenFromJob(host);
    case 'session-artifact':
      return (await import('./session-artifact.js')).sessionArtifactFromJob(host);
    case 'run-post':
      return keepAfterwards(host);
    case 'ostiary':
      return walk(host);
    default:
      throw new GateError('INPUT_INVALID', `\`${name}\` is not an action of ostiary`);
  }
}

// What the post step is told is understood before anything happens that it would have to keep.
async function checkKeeping(host: Host): Promise<void> {
  const [artifact, attest] = [actionSwitch(host, 'artifact', true), actionSwitch(host, 'attest', false)];
  if (attest && !artifact) throw new GateError('INPUT_INVALID', 'input `attest` is `true`, and `artifact` is `false`', { hint: 'what is attested is the artifact: leave one of them out' });
  if (TRUSTING.some((name) => host.input(name) !== undefined)) await (await import('./session-artifact.js')).checkTrust(host);
}

// The post step of `run` and `apply`, a program of its own: no variable that an earlier step could set decides which of the two runs.
async function keepAfterwards(host: Host): Promise<number> {
  const recording = host.state('recording');
  if (recording === undefined) {
    host.log.info('the step made no recording, so there is none to keep');
    return EXIT.done;
  }
  if (!actionSwitch(host, 'artifact', true)) return EXIT.done;
  return (await import('./session-artifact.js')).keepRecordings(recording.split('\n'), host);
}

const RUN_ACTION = '`ostiary/ostiary/actions/run`';
const ON_PUSH = 'use it on `pull_request`, or on a push to the default branch: `on: { push: { branches: [main] } }`';
/** Events that people try, with what to do about each. */
const NO_WALK: Readonly<Record<string, readonly [string, string]>> = {
  pull_request_target: ['the root action does not walk for `pull_request_target`, which gives a job secrets beside the code of the pull request', `never run code of the pull request there; ${ON_PUSH}`],
  schedule: ['the root action has no walk for the event `schedule`', `use the action ${RUN_ACTION} with the same inputs`],
  workflow_dispatch: ['the root action has no walk for the event `workflow_dispatch`', `use the action ${RUN_ACTION} with the same inputs`],
};

// A pull request is checked, and so is a merge queue's group; a push to the protected branch runs the command, or what was approved with it.
async function walk(host: Host): Promise<number> {
  const { event_name: event = 'unknown', ref, default_branch: branch } = host.facts();
  if (event === 'pull_request' || event === 'merge_group') return (await import('./policy-check.js')).policyCheckFromJob(host);
  if (event !== 'push') {
    const [message, hint] = NO_WALK[event] ?? [`the root action has no walk for the event \`${event}\``, ON_PUSH];
    throw new GateError('INPUT_INVALID', message, { hint });
  }
  if (branch === undefined) throw new GateError('INPUT_INVALID', 'the event of this job does not name the default branch', { hint: `the root action reads it from \`GITHUB_EVENT_PATH\`; without one use the action ${RUN_ACTION}` });
  if (ref !== `refs/heads/${branch}`) {
    throw new GateError('INPUT_INVALID', `the root action runs on the default branch \`${branch}\` only, and this is \`${ref ?? 'no ref'}\``, { hint: 'restrict the workflow: `on: { push: { branches: [' + branch + '] } }`' });
  }
  return host.input('command') === undefined ? (await import('./apply.js')).applyFromJob(host) : (await import('./run.js')).runFromJob(host);
}
