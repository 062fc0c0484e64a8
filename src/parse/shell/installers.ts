// SPDX-License-Identifier: Apache-2.0
//
// Package managers of other languages, and of programs that take plugins, when a command names what is to be installed: `cargo install x`, `gem install x`,
// `go install x@v1`, `brew install a/b/c`. Refuses to look at what comes from the project itself (a path, a manifest), and at the curated lists of distributions.
import { Options, type Shape } from './options.js';

/** How a program is told to install something by name. */
interface Installer {
  /** Words before the names, as they stand among the operands; a pattern on them, joined. */
  readonly verb: RegExp;
  readonly shape?: Shape;
  /** What a name has to look like to be somebody else's; without it every name is. */
  readonly names?: RegExp;
  /** An option by which all comes from the project. */
  readonly own?: readonly string[];
}

const INSTALLERS: Readonly<Record<string, Installer>> = {
  cargo: { verb: /^(?:\+\S+ )?(?:install|binstall)(?: |$)/u, shape: { letters: 'jFpZ', names: 'version vers git branch tag rev path root index registry features bin example profile target target-dir jobs color config' }, own: ['path', 'git'] },
  gem: { verb: /^install(?: |$)/u, shape: { letters: 'vinsPg', names: 'version install-dir bindir platform source file document' }, own: ['file'] },
  cpanm: { verb: /^/u, shape: { letters: 'lLn', names: 'local-lib mirror' }, own: ['installdeps'] }, cpan: { verb: /^/u },
  luarocks: { verb: /^install /u, shape: { names: 'tree server lua-version' } },
  dotnet: { verb: /^tool (?:install|update) /u, shape: { names: 'tool-path version add-source configfile framework' } },
  composer: { verb: /^(?:global )?(?:require|create-project) /u },
  'ansible-galaxy': { verb: /^(?:(?:collection|role) )?install /u, shape: { letters: 'rps', names: 'role-file requirements-file roles-path collections-path server' } },
  brew: { verb: /^(?:install|reinstall|upgrade|tap) /u, names: /^[\w-]+\/[\w.-]+/u },
  krew: { verb: /^install /u }, kubectl: { verb: /^krew install /u },
  nix: { verb: /^(?:run|shell|develop|build|(?:profile|env) install) /u, names: /^(?:github|gitlab|sourcehut|git\+\w+|https?|flake):(?!nixpkgs)/u }, 'nix-env': { verb: /^/u, names: /^https?:/u },
  asdf: { verb: /^plugin add /u }, opam: { verb: /^install /u }, cabal: { verb: /^(?:v2-)?install /u }, stack: { verb: /^install /u }, nimble: { verb: /^install /u }, dub: { verb: /^(?:fetch|run) /u },
  mix: { verb: /^(?:archive|escript)\.install /u, names: /^(?!hex$|\d)/u }, raco: { verb: /^pkg install /u }, vagrant: { verb: /^plugin install /u }, pulumi: { verb: /^plugin install \w+ /u },
  code: { verb: /^/u, shape: { names: 'install-extension' } }, helm: { verb: /^plugin install /u }, packer: { verb: /^plugins install /u }, poetry: { verb: /^self add /u },
};
/** Hits `https://host/x.tar.gz` and `git+ssh://host/x`; misses `./x` and `App::x`. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//iu;
/** They come with their language, or build for others. */
const OF_THE_TOOLS: ReadonlySet<string> = new Set('bundler rake rails cargo-binstall App::cpanminus hex rebar rebar3'.split(' '));

/** Names that a command installs, as written; none when it installs nothing by name. */
export function installedBy(program: string, args: readonly string[]): readonly string[] {
  const installer = Object.hasOwn(INSTALLERS, program) ? INSTALLERS[program] : undefined;
  if (installer === undefined) return [];
  const options = new Options(args, installer.shape ?? {});
  const isOwn = installer.own?.some((name) => options.has(name) || options.value(name) !== undefined) === true;
  // What the project needs, unless the project itself is somewhere else.
  if (isOwn && !options.operands.some((word) => ADDRESS.test(word))) return [];
  const extensions = program === 'code' ? options.values('install-extension') : null;
  const words = options.operands.join(' ');
  const verb = installer.verb.exec(words)?.[0];
  if (verb === undefined) return [];
  const named = extensions ?? options.operands.slice(verb.trim() === '' ? 0 : verb.trim().split(' ').length);
  return named.filter((name) => !/^[./~]|\.(?:gem|nupkg|vsix|rock|nix)$|^\s*$/u.test(name) && !OF_THE_TOOLS.has(name.replace(/[@:].*$/u, '')) && installer.names?.test(name) !== false);
}

// Hits `golang.org/x/tools/cmd/stringer@v0.24.0`: of the makers of the language.
const OF_GO = /^(?:golang\.org\/(?:x|dl)|google\.golang\.org)\//u;

/** A module that `go run` or `go install` takes at a version; null when it is the project's own. */
export function goModule(args: readonly string[]): string | null {
  const module = /^(?:run|install|get|tool)$/u.test(args[0] ?? '') ? args.find((arg) => /^[\w.-]+\.\w+\/\S+@/u.test(arg)) : undefined;
  return module === undefined || OF_GO.test(module) ? null : module;
}

// Hits `evil/x`, `ghcr.io/a/b:1`; misses `postgres:16`, which Docker keeps, an image by its digest, and one of this machine.
const FOREIGN_IMAGE = /^(?!(?:docker\.io\/)?library\/|localhost[:/]|127\.0\.0\.1[:/])[\w.-]+(?::\d+)?\/[\w./-]+(?::[\w.-]+)?$/u;
/** Options of `docker run` that give a container something of the machine. */
const GIVES = ['v', 'volume', 'mount', 'volumes-from', 'e', 'env', 'env-file', 'secret'] as const;

/** True for an image that somebody else can replace, and that is given folders, variables or the network of the machine. */
export function runsForeignImage(image: string, options: Options): boolean {
  return FOREIGN_IMAGE.test(image) && (options.values(...GIVES).length > 0 || options.has('privileged') || [options.value('network'), options.value('net')].includes('host'));
}
