// SPDX-License-Identifier: Apache-2.0
//
// Code that comes over the network in the very script that runs it, and that nobody reads: packages by address and not by name, files and folders
// that were fetched just before. Refuses to take a name of a registry for such code: which registries are used, lockfiles and policy say.
import type { Draft } from './draft.js';
import type { Use } from './model.js';
import { settle } from './paths.js';
import { setsSource, strangeSource } from './registries.js';
import { isKnown, shown } from './text.js';
import { FETCHERS, type Written } from './written-files.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** Programs that take packages by address, too. */
const TAKERS = words('npm pnpm yarn bun pip pipx uv poetry pipenv pdm conda mamba cargo gem composer brew apt apt-get dnf yum zypper rpm dpkg helm ansible-galaxy');
/** Programs that start a package at once: what follows its name is for it. */
const STARTERS = words('npx bunx pnpx uvx deno');
/** Programs that do what files say of the folder in which they are, or which they are told. */
const BUILDERS = words('make gmake cmake ninja meson npm pnpm yarn bun npx pip pipx uv poetry pdm build cargo go mvn mvnw gradle gradlew ant sbt rake bundle bundler gem composer tox nox just task docker podman docker-compose ansible-playbook terraform tofu terragrunt helm helmfile dotnet mix stack cabal bazel deno zig swift');
/** Sub-commands that take no code and run none. */
const LOOKS = words('view info show search list ls config login logout help version repo pull push inspect ps images logs stop rm rmi kill plan validate fmt clean');
/** Sub-commands that start what is there; what follows is for it. */
const RUNS = words('run test start');
const START_VERBS = words('exec x dlx create init tool');
/** Options whose value is an address of lists, or of a service. */
const LISTS = words('-i -c --index-url --extra-index-url --index --default-index --registry --constraint --trusted-host --find-links --proxy --https-proxy --repo --repository --source --channel --add-repo --import --set --set-string --url');
// Hits `git+https://x/y`, `y @ git+ssh://x`, `y@https://x/y.tgz`, `github:x/y`, `git@x.com:y`; misses `@types/node`, `lodash@4`.
const BY_ADDRESS = /^(?:[\w.@/-]{1,100}(?:\[[\w,-]{1,100}\])?\s?@\s?)?(?:git\+\w{1,10}:|git:|ssh:|https?:|git@[\w.-]{1,100}:|github:|gitlab:|bitbucket:|gist:)/iu;
// Hits `x/y` and `x/y#main`, which npm takes for a repository of GitHub; misses `@x/y`, `./x/y`, `x/y/z`.
const SHORT = /^[a-z\d][\w.-]{0,100}\/[\w.-]{1,100}(?:#.{1,200})?$/iu;
const SHORT_TAKERS = words('npm pnpm yarn bun npx bunx pnpx');
const SHORT_VERBS = words('i install add exec x dlx');

interface Within {
  readonly draft: Draft;
  readonly written: Written;
}

/** Notes what of a call is code that nobody has read. */
export function noteUnread(name: string, args: readonly string[], within: Within): void {
  const module = /^(?:python|pypy)[\d.]*$/u.test(name) ? args.indexOf('-m') : null;
  // `python -m pip`, `python -m build`.
  const [program, rest] = module === null ? [name.replace(/^pip[\d.]+$/u, 'pip'), args] : [module < 0 ? '' : (args[module + 1] ?? ''), args.slice(module + 2)];
  const verb = rest.find((arg) => !arg.startsWith('-')) ?? '';
  const sets = setsSource(program, rest);
  if (sets !== null) within.draft.hazard('environment-code', sets);
  if (LOOKS.has(verb) && program !== 'git') return;
  const strange = strangeSource(program, rest);
  if (strange !== null) within.draft.hazard('downloaded-code', strange);
  if (TAKERS.has(program) || STARTERS.has(program)) {
    const short = SHORT_TAKERS.has(program) && (STARTERS.has(program) || SHORT_VERBS.has(verb));
    for (const value of taken(program, verb, rest)) fetches(value, short, within);
  }
  // `docker build https://…`, `docker compose -f https://…`, `podman play kube https://…`, `corepack use yarn@https://…`.
  if (/^(?:docker|docker-compose|podman|podman-compose|nerdctl|corepack)$/u.test(program) && rest.some((arg) => /^(?:build|buildx|compose|up|kube|bake|use|install|prepare)$/u.test(arg))) for (const arg of rest) if (BY_ADDRESS.test(arg)) fetches(arg, false, within);
  // `git pull https://x main` brings a stranger's commits into what is built.
  if (program === 'git' && verb === 'pull') for (const arg of rest) if (BY_ADDRESS.test(arg)) fetches(arg, false, within);
  if (BUILDERS.has(program)) builds(program, rest, within);
}

/** Arguments, and values of options, that may name a package. */
function taken(program: string, verb: string, args: readonly string[]): readonly string[] {
  const starts = STARTERS.has(program) || START_VERBS.has(verb) || (program === 'pipx' && verb === 'run');
  if (!starts && RUNS.has(verb)) return [];
  // The first after the verbs is what is started; options before it may say where it is from.
  const own = !starts ? Number.POSITIVE_INFINITY : STARTERS.has(program) && program !== 'deno' ? 1 : verb === 'tool' ? 3 : 2;
  let operands = 0;
  return args.flatMap((arg, index) => {
    const [, option = '', attached] = /^(--[\w-]+)(?:=([\s\S]*))?$/u.exec(arg) ?? [];
    const before = args[index - 1] ?? '';
    // `dpkg -i x.deb` installs; for others `-i` is where lists are.
    if (operands >= own || (LISTS.has(before) && !/^(?:dpkg|rpm)$/u.test(program)) || LISTS.has(option)) return [];
    if (attached !== undefined) return [attached];
    if (arg.startsWith('-')) return [];
    // `--from X`, `-p X`: a value, so what is started comes later.
    if (!before.startsWith('-')) operands += 1;
    return [arg];
  });
}

function fetches(value: string, short: boolean, { draft, written }: Within): void {
  const path = settle(draft.folder, value);
  if (isKnown(value) && (written.isFetched(path) || written.at(path).some(({ fetched }) => fetched))) draft.hazard('downloaded-code', `\`${shown(value)}\` was fetched just before, and is installed unread`);
  else if (BY_ADDRESS.test(value) || (short && SHORT.test(value))) draft.hazard('downloaded-code', `\`${shown(value)}\` is fetched by its address, not from a registry, and runs unread`);
}

function builds(program: string, args: readonly string[], { draft, written }: Within): void {
  const named = args.map((arg) => arg.replace(/^--?[\w-]+=|^-C/u, '')).filter((arg) => isKnown(arg) && /^[\w./~]/u.test(arg)).map((arg) => settle(draft.folder, arg));
  const place = written.mayBeFetched(draft.folder) ? draft.folder : named.find((path) => written.isFetched(path));
  if (place !== undefined) draft.hazard('downloaded-code', `what \`${program}\` finds in \`${shown(place)}\` was fetched just before, and runs unread`);
}

/** What was fetched stays that when it is unpacked. `archive`: undefined or `-` for standard input; `members`: all that is taken out of it, when that is said. */
export function unpacked({ draft, call, follow: { written } }: Use, archive: string | undefined, folder: string | undefined, members: readonly string[] = []): void {
  const piped = archive === undefined || archive === '-';
  const fetched = piped ? call.frame.stdin?.from.some((name) => FETCHERS.has(name)) === true : written.at(settle(draft.folder, archive)).some((one) => one.fetched);
  if (!fetched) return;
  const to = settle(draft.folder, folder ?? '.');
  if (to !== '.') written.fetchFolder(to);
  else if (members.length > 0 && members.every((name) => isKnown(name) && !/[*?[]/u.test(name))) for (const name of members) written.fetchFolder(settle(draft.folder, name));
  else written.spill();
}
