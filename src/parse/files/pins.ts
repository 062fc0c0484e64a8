// SPDX-License-Identifier: Apache-2.0
//
// Files that say which runtime and which tools a repository is worked on with: `.tool-versions`, `.nvmrc`, `.python-version` and their like. A newer version is no
// news, as with an image's tag; an older one, a tool that is new, and one that comes from an address, a folder or a commit are. Refuses to ask what a word like
// `lts` stands for.
// @see https://asdf-vm.com/manage/configuration.html#tool-versions
import { foldedPath } from './folded-paths.js';
import type { FileSides, Finding } from './model.js';

const PIN = /(?:^|\/)\.(?:nvmrc|(?:node|python|ruby|java|go|php|perl|bun|deno|swift|crystal|elixir|erlang|terraform|terragrunt|opentofu|packer|kubectl|helm|dotnet|zig|r|lua)-version|jvmrc|tfswitchrc|tgswitchrc|bazelversion)$/u;
const TOOLS = /(?:^|\/)\.(?:tool-versions|sdkmanrc)$/u;
/** Comes from elsewhere than where the tool manager gets it. */
const ELSEWHERE = /^(?:ref|path|url|git|file)[:+]|:\/\/|^[\w-]+\/\d|^[/~.]{1,2}\/|^git@/iu;

/** What pins of a runtime become. */
export function pinFindings({ change, head, base }: FileSides): readonly Finding[] {
  const path = foldedPath(change.path);
  const table = TOOLS.test(path);
  if (change.status === 'deleted' || !table && !PIN.test(path)) return [];
  const [was, is] = [pinsIn(base ?? change.removed.map(({ text }) => text).join('\n'), table), pinsIn(head ?? change.added.map(({ text }) => text).join('\n'), table)];
  return [...is].flatMap(([tool, { line, versions }]): Finding[] => {
    const before = was.get(tool)?.versions ?? [];
    const name = tool === '' ? 'the runtime' : `\`${tool.slice(0, 100)}\``;
    const fresh = versions.filter((version) => !before.includes(version));
    const elsewhere = fresh.find((version) => ELSEWHERE.test(version));
    if (elsewhere !== undefined) return [{ line, id: 'dependency.source', detail: `${name} comes from \`${elsewhere.slice(0, 200)}\`` }];
    // A program that installs it comes along with a tool.
    if (table && base !== null && before.length === 0) return [{ line, id: 'dependency.new', detail: `${name} is new here` }];
    const older = fresh.find((version) => before.some((other) => isOlder(version, other)));
    return older === undefined ? [] : [{ line, id: 'dependency.runtime-older', detail: `${name} goes back from \`${before.join(' ').slice(0, 100)}\` to \`${older.slice(0, 100)}\`` }];
  });
}

interface Pin {
  readonly line: number;
  readonly versions: readonly string[];
}

// `nodejs 20.1.0 18.0.0`, `java=21-tem`, or versions alone.
function pinsIn(text: string, table: boolean): ReadonlyMap<string, Pin> {
  return new Map(text.split('\n').flatMap((written, index): (readonly [string, Pin])[] => {
    const words = written.replace(/#.*$/u, '').trim().split(table ? /[\s=]+/u : /\s+/u).filter((word) => word !== '');
    if (words.length === 0) return [];
    return [table ? [words[0] as string, { line: index + 1, versions: words.slice(1) }] : ['', { line: index + 1, versions: words }]];
  }));
}

// Numbers, one after the other; a word is neither older nor newer.
function isOlder(one: string, other: string): boolean {
  const [mine, theirs] = [one, other].map((version) => /^[^\d]{0,20}(\d{1,6}(?:\.\d{1,6}){0,3})/u.exec(version)?.[1]?.split('.').map(Number));
  if (mine === undefined || theirs === undefined) return false;
  const at = mine.findIndex((number, index) => number !== (theirs[index] ?? number));
  return at >= 0 && (mine[at] as number) < (theirs[at] ?? 0);
}
