// SPDX-License-Identifier: Apache-2.0
//
// Scripts in files that are not shell scripts themselves, by what the file is called. Refuses nothing quietly: a file of such a name that can't be read is one
// script that is not understood.
import { messageOf } from '../../../core/errors.js';
import type { Reader, ReadOperation } from '../../../core/model.js';
import { fromDockerfile } from './dockerfile.js';
import { fromGitlab } from './gitlab.js';
import { fromMakefile } from './makefile.js';
import { fromPackageJson } from './package-json.js';
import { type Extracted, type Extractor, readExtracted, scriptAt } from './script.js';
import { fromWorkflow } from './workflow.js';

/** `holds`: what such a file has in it, where the name alone does not tell. */
const BY_NAME: readonly { readonly name: RegExp; readonly holds?: RegExp; readonly extract: Extractor }[] = [
  { name: /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.(?:dockerfile|containerfile)$/iu, extract: fromDockerfile },
  { name: /(?:^|\/)(?:GNU)?[Mm]akefile$|\.mk$/u, extract: fromMakefile },
  { name: /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$/u, extract: fromWorkflow },
  { name: /(?:^|[./])gitlab-ci\.ya?ml$|(?:^|\/)\.gitlab\/(?:ci|templates)\/.+\.ya?ml$/u, extract: fromGitlab },
  // Files that a pipeline of GitLab includes are called as people like: `ci/build.yml`, `.ci/jobs.yaml`, `templates/deploy-ci.yml`.
  { name: /(?:^|[/._-])(?:ci|gitlab|pipelines?)(?:[/._-].*)?\.ya?ml$/iu, holds: /^[ \t]+(?:before_|after_)?script[ \t]*:/mu, extract: fromGitlab },
  { name: /(?:^|\/)package\.json$/u, extract: fromPackageJson },
];
const SHELL_SCRIPT = /\.(?:sh|bash|zsh|ksh|bats|envrc)$|(?:^|\/)(?:\.envrc|\.bashrc|\.profile|\.bash_profile)$|(?:^|\/)\.(?:husky|githooks)\/(?!_\/)[\w-]+$/u;
// Hits `#!/bin/sh`, `#!/usr/bin/env -S bash -e`; misses `#!/usr/bin/env node`.
const SHEBANG = /^#!\s*(?:\S*\/env\s+(?:-\S+\s+)*)?\S*?\b(?:ba|da|a|z|k)?sh(?:\s|$)/u;

/** Scripts in a file; null when it is not of a kind that holds any. */
export function extractScripts(fileName: string, text: string): readonly Extracted[] | null {
  if (SHELL_SCRIPT.test(fileName) || SHEBANG.test(text.slice(0, 200))) return [scriptAt(text, 1)];
  const kind = BY_NAME.find(({ name, holds }) => name.test(fileName) && (holds === undefined || holds.test(text)));
  if (kind === undefined) return null;
  try {
    return kind.extract(text);
  } catch (thrown) {
    return [scriptAt(text.slice(0, 500), 1, { shell: 'other', language: `a file that can not be read (${messageOf(thrown)})` })];
  }
}

/** Operations of all scripts in a file, with the lines of the file; null when it is not of a kind that holds any. */
export function readScripts(fileName: string, text: string, read: Reader): readonly ReadOperation[] | null {
  const said = new Set<string>();
  return extractScripts(fileName, text)?.flatMap((extracted) => readExtracted(extracted, read, said)) ?? null;
}
