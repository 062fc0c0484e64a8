// SPDX-License-Identifier: Apache-2.0
//
// Which host we are in, by the variables that CI products set. Refuses two at once: guessing would decide who is believed.
import { GateError } from '../core/errors.js';
import type { Host, HostKind } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';
import { GitHubHost } from './github.js';
import { GitLabHost } from './gitlab.js';
import { ShellHost } from './shell.js';
import type { Environment, HostWorld, Writers } from './world.js';

/** `github` when `GITHUB_ACTIONS` is set, `gitlab` when `GITLAB_CI` is, else `shell`. Throws INPUT_INVALID when both are. */
function hostKind(environment: Environment): HostKind {
  const github = (environment['GITHUB_ACTIONS'] ?? '') !== '';
  const gitlab = (environment['GITLAB_CI'] ?? '') !== '';
  if (github && gitlab) throw new GateError('INPUT_INVALID', 'both `GITHUB_ACTIONS` and `GITLAB_CI` are set', { hint: 'unset the one that is not running this job' });
  return github ? 'github' : gitlab ? 'gitlab' : 'shell';
}

/** The host of this process. */
export function detectHost(environment: Environment, writers: Writers, runtime: Runtime): Host {
  const world: HostWorld = { environment, writers, runtime };
  const kind = hostKind(environment);
  switch (kind) {
    case 'github':
      return new GitHubHost(world);
    case 'gitlab':
      return new GitLabHost(world);
    case 'shell':
      return new ShellHost(world);
    default:
      return kind satisfies never;
  }
}
