// SPDX-License-Identifier: Apache-2.0
//
// Where packages come from: the options, settings and variables that name a registry, or that take away the check of what comes. Keeps no list of
// registries: which one is trusted is for the repository's own settings to say, where a change of it is seen. Refuses to judge an address that only the
// running shell knows: whoever gives it to the script answers for it.
import { isKnown, shown } from './text.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** Hosts that are no elsewhere. */
const LOOPBACK = words('localhost 127.0.0.1');
/** Options whose value is a registry, by program. */
const OPTIONS: readonly { readonly programs: ReadonlySet<string>; readonly options: ReadonlySet<string> }[] = [
  { programs: words('pip pipx uv uvx poetry pipenv pdm'), options: words('-i --index-url --extra-index-url --index --default-index -f --find-links --trusted-host') },
  { programs: words('npm npx pnpm pnpx yarn bun bunx'), options: words('--registry') },
  { programs: words('gem bundle bundler'), options: words('-s --source') },
  { programs: words('cargo'), options: words('--index') },
  { programs: words('conda mamba'), options: words('-c --channel') },
];
/** Options that install what nobody vouches for, by program. */
const UNCHECKED: Readonly<Record<string, RegExp>> = {
  apt: /^--(?:allow-unauthenticated|force-yes|allow-insecure-repositories)$/u, 'apt-get': /^--(?:allow-unauthenticated|force-yes|allow-insecure-repositories)$/u,
  yum: /^--no-?gpg-?checks?$/u, dnf: /^--no-?gpg-?checks?$/u, zypper: /^--(?:no-gpg-checks|allow-unsigned-rpm)$/u, apk: /^--allow-untrusted$/u, snap: /^--dangerous$/u, npm: /^--(?:no-strict-ssl|strict-ssl=false)$/u,
};
/** Commands that set a registry for good; what follows is its address. */
const SETTINGS: Readonly<Record<string, RegExp>> = {
  npm: /^(?:(?:config|c) )?set (?:@[\w.-]+:)?registry[ =]/u, pnpm: /^(?:(?:config|c) )?set (?:@[\w.-]+:)?registry[ =]/u, yarn: /^config set (?:registry|npmRegistryServer|npmScopes\S*) /u,
  pip: /^config (?:--\w+ )?set \S*(?:index-url|trusted-host|find-links) /u, gem: /^sources (?:-a|--add|add) /u, bundle: /^config (?:set )?(?:--\w+ )?(?:--\w+ )?mirror\.\S+ /u,
  poetry: /^(?:source add(?: --?\w\S*)* \S+|config repositories\.\S+) /u, conda: /^config (?:\S+ )*--(?:add|prepend|append) channels /u, composer: /^config (?:-g |--global )?repo(?:sitorie)?s?\.\S+ (?:\S+ )?/u, go: /^env -w GOPROXY=/u,
};
/** Variables that hold a registry. */
const VARIABLES = /^(?:PIP_(?:EXTRA_)?INDEX_URL|PIP_FIND_LINKS|PIP_TRUSTED_HOST|UV_(?:EXTRA_|DEFAULT_)?INDEX(?:_URL)?|UV_FIND_LINKS|NPM_CONFIG_REGISTRY|YARN_REGISTRY|YARN_NPM_REGISTRY_SERVER|BUN_CONFIG_REGISTRY|COREPACK_NPM_REGISTRY|GOPROXY|RUSTUP_DIST_SERVER|CARGO_REGISTRIES_\w+_INDEX|HOMEBREW_(?:BOTTLE|ARTIFACT)_DOMAIN|BUNDLE_MIRROR__\w+)$/iu;

// Of `https://x/y`, `git@x:y`, `ssh://git@x/y`; a short name stands for itself.
function hostOf(address: string): string {
  return address.replace(/^[a-z][a-z0-9+.-]*:\/\//iu, '').replace(/^[^@/]*@/u, '').replace(/[/:][\s\S]*$/u, '').toLowerCase();
}

// The first host of these addresses; null when there is none, it is this machine, or the address is not known.
function strangerIn(value: string): string | null {
  if (!isKnown(value)) return null;
  for (const one of value.trim().split(/[\s,|]+/u)) {
    const host = /^(?:sparse\+|registry\+)?[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@]*@)?([^\s/:?#]+)/iu.exec(one)?.[1]?.toLowerCase();
    if (host !== undefined && !LOOPBACK.has(host)) return host;
  }
  return null;
}

/** Why what a package manager is told here brings packages that nobody has looked at; null when it does not. */
export function strangeSource(program: string, args: readonly string[]): string | null {
  const named = OPTIONS.find(({ programs }) => programs.has(program))?.options;
  for (const [index, arg] of args.entries()) {
    const [, option = arg, attached] = /^(--[\w-]+)=([\s\S]*)$/u.exec(arg) ?? [];
    const value = named?.has(option) === true ? (attached ?? args[index + 1] ?? '') : /^-[is]h/u.test(arg) && named?.has(arg.slice(0, 2)) === true ? arg.slice(2) : '';
    const host = strangerIn(option === '--trusted-host' && value !== '' ? `https://${value}` : value);
    if (host !== null) return `packages come from \`${host}\`, which the command names, and run unread`;
    if (Object.hasOwn(UNCHECKED, program) && UNCHECKED[program]?.test(arg) === true) return `\`${shown(arg)}\` takes packages that nobody vouches for`;
  }
  return null;
}

/** Why a command makes later ones take packages from elsewhere; null when it does not. */
export function setsSource(program: string, args: readonly string[]): string | null {
  const line = args.join(' ');
  const setting = Object.hasOwn(SETTINGS, program) ? SETTINGS[program]?.exec(line)?.[0] : undefined;
  const value = setting === undefined ? '' : line.slice(setting.length);
  const host = strangerIn(/^[\w.-]+\.[a-z]{2,}$/iu.test(value) ? `https://${value}` : value);
  if (host !== null) return `\`${program}\` takes packages from \`${host}\` from then on`;
  const to = program === 'git' ? /^remote set-url (?:--?\w+ )*\S+ (\S+)/u.exec(line)?.[1] : undefined;
  if (to !== undefined && isKnown(to) && strangerIn(to) !== null) return `git fetches from \`${hostOf(to)}\`, and pushes there, from then on`;
  const [, base = '', instead = ''] = program === 'git' ? (/^config (?:--\S+ )*url\.(\S+)\.(?:push)?insteadof (\S+)$/iu.exec(line) ?? []) : [];
  if (isKnown(line) && base !== '' && hostOf(base) !== hostOf(instead)) return `git goes to \`${hostOf(base)}\` wherever \`${hostOf(instead)}\` is named`;
  return program === 'go' && /^env -w (?:GOSUMDB=off|GOINSECURE=|GONOSUMCHECK=|GOFLAGS=\S*-insecure)/u.test(line) ? 'modules are not compared with what others got any more' : null;
}

/** Why a variable makes package managers take packages from elsewhere; null when it does not. */
export function sourceVariable(name: string, value: string): string | null {
  if (VARIABLES.test(name)) {
    const host = strangerIn(/trusted_host$/iu.test(name) && value !== '' ? `https://${value}` : value);
    if (host !== null) return `\`${name}\` makes packages come from \`${host}\``;
  }
  const unchecked = (name === 'GOSUMDB' && value === 'off') || (name === 'GOINSECURE' && value !== '') || (name === 'GOFLAGS' && /(?:^|\s)-(?:insecure|toolexec|exec)\b/u.test(value));
  return unchecked ? `\`${name}\` makes modules run that are not compared with what others got` : null;
}
