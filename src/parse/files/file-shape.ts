// SPDX-License-Identifier: Apache-2.0
//
// What a changed file is rather than says: links, submodules, modes, size, binary, generated. Refuses to follow a link; where it leads is
// computed from its text.
import { posix } from 'node:path';
import { foldedPath } from './folded-paths.js';
import { gatesOf, printable } from './gate-files.js';
import { type FileSides, type Finding, wholeText } from './model.js';

const LINK = '120000';
const SUBMODULE = '160000';
/** Source: GitHub stops showing the text of a file at 1 MB; a person reviews none that long. */
const LARGE_BYTES = 1024 * 1024;
const LARGE_LINES = 20_000;
/** Source: the longest lines that people write are some hundred characters; minifiers write one of all. */
const MINIFIED_CHARACTERS = 5_000;
// Hits `a.exe`, `lib/x.so.1`; misses `a.png`. Files that a machine runs and nobody reads.
const PROGRAM = /\.(?:exe|dll|so(?:\.\d+)*|dylib|jar|war|class|pyc|pyd|whl|egg|node|wasm|o|a|lib|msi|apk|deb|rpm|dmg|pkg|bin|com|scr|sys|ko|elf|nupkg|gem|crx|vsix)$/u;
const CODE = /\.(?:[cm]?jsx?|[cm]?tsx?|css|php|py|rb|sh|ps1|pl|lua|html?|vue|svelte)$/u;
const VENDORED = /(?:^|\/)(?:node_modules|vendor|bower_components|third_party|site-packages)\//u;
const GENERATED = /@generated\b|\bDO NOT EDIT\b|(?:auto-?|automatically )generated (?:by|from|file)/iu;

/** Findings about a file as a whole. */
export function shapeFindings(file: FileSides): readonly Finding[] {
  const { change, head, size } = file;
  const found: Finding[] = [...oddName(change.path)];
  if (change.status === 'deleted') return found;
  const tell = (id: string, detail: string, line: number | null = null): void => {
    found.push({ line, id, detail });
  };
  const path = foldedPath(change.path);
  if (change.newMode === LINK) found.push(...link(change.path, change.added[0]?.text ?? head ?? '', change.added.length > 0));
  if (change.newMode === SUBMODULE || change.oldMode === SUBMODULE) tell('code.submodule', `\`${change.path}\` is another repository, at a commit that this change sets`);
  if (/(?:^|\/)\.gitmodules$/u.test(path)) for (const { line, text } of change.added) if (/^\s*(?:url|path|update)\s*=/u.test(text)) tell('code.submodule', 'where a submodule comes from, or goes to, is set', line);
  if (change.newMode === '100755' && change.oldMode !== '100755') tell('code.executable', `\`${change.path}\` becomes a program`);
  if (change.binary) tell(PROGRAM.test(path) ? 'code.binary-program' : 'code.binary', PROGRAM.test(path) ? 'a program that nobody can read' : 'it is not text');
  const whole = wholeText(file);
  const lines = whole === null ? change.added.length : linesIn(whole);
  if (file.unreadable?.includes('larger') === true) tell('code.large', file.unreadable);
  else if (size > LARGE_BYTES || lines > LARGE_LINES) tell('code.large', `it has ${size > LARGE_BYTES ? `${size} bytes` : `${lines} new lines`}`);
  if (VENDORED.test(path)) tell('code.vendored', 'it is a copy of other people\'s code');
  else if (whole === null ? isGenerated(change.added) : saysGenerated(whole)) tell('code.generated', 'it says that a program wrote it');
  const mayBeLong = (CODE.test(path) || path.includes('.min.')) && (whole === null || hasLongLine(whole));
  const long = mayBeLong ? change.added.find(({ text }) => text.length > MINIFIED_CHARACTERS) : undefined;
  if (long !== undefined) tell('code.minified', `a line of ${long.text.length} characters`, long.line);
  return found;
}

/** Lines at the head of a file that may say who wrote it, and how much of each is read. */
const HEAD_LINES = 10;
const HEAD_CHARACTERS = 300;

function isGenerated(added: readonly { readonly line: number; readonly text: string }[]): boolean {
  return added.slice(0, HEAD_LINES).some(({ line, text }) => line <= HEAD_LINES && GENERATED.test(text.slice(0, HEAD_CHARACTERS)));
}

function saysGenerated(whole: string): boolean {
  const head: string[] = [];
  for (let at = 0; head.length < HEAD_LINES && at < whole.length; ) {
    const end = whole.indexOf('\n', at);
    const next = end < 0 ? whole.length : end;
    head.push(whole.slice(at, Math.min(next, at + HEAD_CHARACTERS)));
    at = next + 1;
  }
  // A look without a pattern first: most files say nothing of the kind.
  const folded = head.join('\n').toLowerCase();
  return (folded.includes('generated') || folded.includes('do not edit')) && head.some((line) => GENERATED.test(line));
}

// As many as there are line feeds; a last line without one counts.
function linesIn(text: string): number {
  let count = text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function hasLongLine(text: string): boolean {
  for (let at = 0; text.length - at > MINIFIED_CHARACTERS; ) {
    const end = text.lastIndexOf('\n', at + MINIFIED_CHARACTERS);
    if (end < at) return true;
    at = end + 1;
  }
  return false;
}

function oddName(path: string): readonly Finding[] {
  // Control characters, marks of direction, and short names of Windows (`GITHUB~1`) lead elsewhere than they show.
  if (!/[\0-\x1F\x7F]|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|(?:^|\/)[^/]{1,8}~\d+(?:\.[^/]{0,3})?(?:\/|$)|\\/u.test(path)) return [];
  return [{ line: null, id: 'code.odd-path', detail: `\`${printable(path)}\` is not what it looks like` }];
}

function link(path: string, target: string, told: boolean): readonly Finding[] {
  if (!told && target === '') return [{ line: null, id: 'code.symlink', detail: 'it is a link, and where it leads is not told' }];
  const outside = posix.isAbsolute(target) || /^[A-Za-z]:|^\\|^~/u.test(target);
  const reached = posix.normalize(posix.join(posix.dirname(path), target)).replace(/\/$/u, '');
  if (outside || reached === '..' || reached.startsWith('../')) return [{ line: 1, id: 'code.symlink-outside', detail: `it leads out of the repository, to \`${printable(target)}\`` }];
  return [{ line: 1, id: 'code.symlink', detail: `it leads to \`${printable(reached)}\`` }, ...gatesOf(reached).map(({ id, detail }) => ({ line: 1, id, detail: `the link leads to it: ${detail}` }))];
}
