// SPDX-License-Identifier: Apache-2.0
//
// What files of a change are read as besides what they are called: by scripts that run or apply them, by pipelines that include them. Both may be of the change or have
// been there before. Refuses to look through the whole repository for them: scripts where scripts are, as many as a person could know.
import type { ChangedFile } from '../check/changed-file.js';
import type { ChangeSource } from '../core/change.js';
import { compileGlobs } from '../core/glob.js';
import { isMarked, UNMARKED } from '../parse/shell/extract/program.js';
import { READ, runAs } from '../parse/shell/extract/run-as.js';

type Source = Pick<ChangeSource, 'list' | 'read'>;

/** Names to read a file by, mostly its own among them; of files that are only what they are called, none. */
export type OtherNames = ReadonlyMap<string, readonly string[]>;

// Hits `Makefile`, `scripts/a.sh`, `.github/workflows/a.yml`.
const SCRIPTS = /(?:^|\/)(?:GNU)?makefile$|(?:^|\/)(?:package\.json|Taskfile\.ya?ml|justfile|Jenkinsfile|Procfile)$|\.(?:sh|bash|mk)$|^\.(?:github|gitea|forgejo)\/(?:workflows|actions)\/.*\.ya?ml$|^\.gitlab-ci\.yml$/iu;
const COPIED = /(?:^|\/)(?:node_modules|vendor|third_party|testdata)\//u;
/** Scripts of one repository that are looked at, nearest to the root first. Source: of the repositories that we saw few have more. */
const MAX_SCRIPTS = 200;
/** Of longer ones nobody says what they run. */
const MAX_SCRIPT_BYTES = 200_000;
/** Source: GitLab includes no more than 150 files in one pipeline. */
const MAX_INCLUDES = 150;

/** `held`: files of the change that hold scripts; `own`: those that no entry of the policy names. */
export async function otherNames(files: readonly ChangedFile[], { held, own }: Readonly<Record<'held' | 'own', readonly ChangedFile[]>>, source: Source): Promise<OtherNames> {
  const texts = new Map(files.flatMap(({ change, head, bytes }) => (change.status === 'deleted' || (head ?? bytes) === null ? [] : [[change.path, (head ?? bytes) as string] as const])));
  const [outside, included, unmarked] = await Promise.all([scriptsBeside(texts, source), includedIn(texts, source), unmarkedOf(own, source)]);
  const run = runAs([...held.filter(({ change }) => !/\.(?:tcl|exp)$/u.test(change.path)).map(({ change }) => texts.get(change.path) ?? ''), ...outside], [...texts.keys()]);
  const names = new Map<string, readonly string[]>(unmarked.map((path) => [path, [`${path}${UNMARKED}`]]));
  for (const [path, others] of run) names.set(path, [...(names.get(path) ?? [path]), ...others]);
  for (const path of included) names.set(path, [...(names.get(path) ?? [path]), `${path}.gitlab-ci.yml`]);
  return names;
}

// Scripts that the change leaves alone: asked for only when it has files that nobody reads by their name.
async function scriptsBeside(texts: ReadonlyMap<string, string>, source: Source): Promise<readonly string[]> {
  if (![...texts.keys()].some((path) => !READ.test(path))) return [];
  const paths = (await source.list('head', [])).filter((path) => SCRIPTS.test(path) && !COPIED.test(path) && !texts.has(path)).sort((a, b) => a.split('/').length - b.split('/').length).slice(0, MAX_SCRIPTS);
  return (await source.read('head', paths, MAX_SCRIPT_BYTES)).flatMap((bytes) => (bytes === null ? [] : [bytes.toString('utf8')]));
}

async function includedIn(texts: ReadonlyMap<string, string>, source: Source): Promise<readonly string[]> {
  // GitLab includes no file of another ending.
  if (![...texts.keys()].some((path) => /\.ya?ml$/u.test(path))) return [];
  const { localIncludes, PIPELINE } = await import('../parse/files/gitlab-includes.js');
  const found = new Set<string>();
  let paths: readonly string[] = [PIPELINE];
  let all: readonly string[] | null = null;
  while (paths.length > 0 && found.size < MAX_INCLUDES) {
    const read = await source.read('head', paths, MAX_SCRIPT_BYTES);
    const includes = read.flatMap((bytes) => (bytes === null ? [] : localIncludes(bytes.toString('utf8'))));
    if (includes.length === 0) break;
    all ??= (await source.list('head', [])).filter((path) => /\.ya?ml$/u.test(path));
    const named = compileGlobs(includes, '/');
    paths = all.filter((path) => path !== PIPELINE && !found.has(path) && named(path)).slice(0, MAX_INCLUDES);
    for (const path of paths) found.add(path);
  }
  return [...found].filter((path) => texts.has(path));
}

/** Migrations beside a new one that are looked at: enough to say how they are written there. */
const MAX_SIBLINGS = 20;

// Where no other migration has marks of `up` and `down`, no tool reads them: the part that undoes it runs with the rest.
async function unmarkedOf(own: readonly ChangedFile[], source: Source): Promise<readonly string[]> {
  const marked = own.filter(({ change, head, bytes }) => isMarked(change.path, head ?? bytes ?? '')).map(({ change }) => change.path);
  if (marked.length === 0) return [];
  const all = (await source.list('base', [])).filter((path) => path.endsWith('.sql'));
  const found = await Promise.all([...new Set(marked.map(folderOf))].map(async (folder): Promise<readonly string[]> => {
    const siblings = all.filter((path) => folderOf(path) === folder).slice(-MAX_SIBLINGS);
    const others = (await source.read('base', siblings, MAX_SCRIPT_BYTES)).flatMap((bytes, index) => (bytes === null ? [] : [[siblings[index] as string, bytes.toString('utf8')] as const]));
    return others.length === 0 || others.some(([path, text]) => isMarked(path, text)) ? [] : [folder];
  }));
  return marked.filter((path) => found.flat().includes(folderOf(path)));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
