// SPDX-License-Identifier: Apache-2.0
//
// The GitHub Action's door: inputs from the environment, outcome as exit code, one catch. `ostiary` is the root action's walk by event.
// Refuses events that have no walk here, saying which action to use.
import { exitCodeOf, GateError, messageOf } from '../core/errors.js';
import type { Host } from '../core/ports.js';
import { runFromJob } from './run.js';
import { realHost } from './wire.js';

/** Runs one action of actions/ (or the root action, `ostiary`) and sets the exit code of this process. */
export async function runAction(name: string): Promise<void> {
  const host = realHost();
  try {
    process.exitCode = await act(name, host);
  } catch (thrown) {
    const hint = thrown instanceof GateError && thrown.hint !== undefined ? `: ${thrown.hint}` : '';
    host.annotate('error', `${messageOf(thrown)}${hint}`);
    process.exitCode = exitCodeOf(thrown);
  }
}

async function act(name: string, host: Host): Promise<number> {
  if (host.kind !== 'github') throw new GateError('INPUT_INVALID', 'this is a GitHub Action, and `GITHUB_ACTIONS` is not set', { hint: 'elsewhere use the command line: `ostiary help`' });
  switch (name) {
    case 'run':
      return runFromJob(host);
    case 'policy-check':
      return (await import('./policy-check.js')).policyCheckFromJob(host);
    case 'ostiary':
      return walk(host);
    default:
      throw new GateError('INPUT_INVALID', `\`${name}\` is not an action of ostiary`);
  }
}

// A pull request is checked; a push to the protected branch runs.
async function walk(host: Host): Promise<number> {
  const { event_name: event, ref, default_branch: branch } = host.facts();
  if (event === 'push' || event === 'schedule' || event === 'workflow_dispatch') {
    if (branch !== undefined && branch !== '' && ref !== `refs/heads/${branch}`) {
      throw new GateError('INPUT_INVALID', `the root action runs on the default branch \`${branch}\` only, and this is \`${ref ?? 'no ref'}\``, { hint: 'restrict the workflow: `on: { push: { branches: [' + branch + '] } }`' });
    }
    return runFromJob(host);
  }
  if (event === 'pull_request') {
    return (await import('./policy-check.js')).policyCheckFromJob(host);
  }
  throw new GateError('INPUT_INVALID', `the root action has no walk for the event \`${event ?? 'unknown'}\``, { hint: 'it checks on `pull_request`, and runs on `push` to the default branch, `schedule` and `workflow_dispatch`' });
}
