// SPDX-License-Identifier: Apache-2.0
//
// The readers of changed files: by the tool or kind that the policy names, and for the repository itself. Each parser is loaded when a
// file of its kind first comes along.
import { type ChangedFile, type FilesReader, MAX_FILE_BYTES } from '../check/changed-file.js';
import type { FileReaders } from '../check/check.js';
import { unreadableOperation } from '../check/unreadable.js';
import type { ChangeSource } from '../core/change.js';
import type { CustomDetector } from '../core/custom-detector.js';
import type { Reader, ReadOperation } from '../core/model.js';
import { extractScripts, readScripts } from '../parse/shell/extract/extract.js';
import { isManifest, isRecipe } from '../parse/shell/extract/pods.js';
import type { ManifestSides } from '../parse/files/model.js';
import type { Recipe } from '../parse/kubernetes/patch-files.js';
import type { Change } from '../policy/model.js';
import { otherNames } from './file-roles.js';
import { Readers } from './readers.js';
import { type SecretsIn, secretsWith } from './secret-detection.js';

/** Loads what a change needs. */
export class ChangeReaders implements FileReaders {
  readonly #readers: Readers;
  readonly #secretsIn: SecretsIn;

  /** `detectors`: of the policy that judges the change. */
  constructor(detectors: readonly CustomDetector[] = []) {
    this.#readers = new Readers(detectors);
    this.#secretsIn = secretsWith(detectors);
  }

  async mapped({ tool, as }: Change, source: Pick<ChangeSource, 'list' | 'read'> | null): Promise<FilesReader | null> {
    if (as === 'kubernetes') return manifestReader(source);
    if (as !== null) {
      const reader = (await this.#readers.including(as))[as];
      return reader === undefined ? null : eachFile(reader);
    }
    return tool === null ? null : toolReader(tool);
  }

  async repository(files: readonly ChangedFile[], mapped: ReadonlySet<string>, source: Pick<ChangeSource, 'list' | 'read'>): Promise<FilesReader> {
    return repositoryReader(files, mapped, { readers: this.#readers, source, secretsIn: this.#secretsIn });
  }
}

/** A reader of texts as one of files: each file by itself. */
function eachFile(reader: Reader): FilesReader {
  return (files) => files.map((file) => (file.head === null ? [unreadableOperation(file, file.unreadable ?? 'there is no text in it')] : reader(file.head)));
}

/** Manifests with what they were before: what goes from them is deleted. */
async function manifestReader(source: Pick<ChangeSource, 'list' | 'read'> | null): Promise<FilesReader> {
  const { readManifestChange } = await import('../parse/kubernetes/changes.js');
  const recipes = source === null ? [] : await recipesIn(source);
  return (files) => {
    const read = readManifestChange(files.map(({ change, head, base }) => ({ path: change.path, from: change.from, head, base, baseLost: change.from !== null && base === null, added: change.added.map(({ line }) => line) })), recipes);
    return files.map((file, index) => [...(file.head === null && file.change.status !== 'deleted' ? [unreadableOperation(file, file.unreadable ?? 'there is no text in it', 'kubernetes')] : []), ...(read[index] ?? [])]);
  };
}

// Kustomizations of the repository as they will be: they say which files are patches, and of what.
async function recipesIn(source: Pick<ChangeSource, 'list' | 'read'>): Promise<readonly Recipe[]> {
  const { MAX_RECIPES } = await import('../parse/kubernetes/patch-files.js');
  const paths = (await source.list('head', [])).filter(isRecipe).slice(0, MAX_RECIPES);
  const texts = await source.read('head', paths, MAX_FILE_BYTES);
  return paths.map((path, index) => ({ path, text: texts[index]?.toString('utf8') ?? '' }));
}

async function toolReader(tool: string): Promise<FilesReader | null> {
  if (tool === 'terraform') return eachFile((await import('../parse/terraform/plan.js')).readPlan);
  const read = await (await import('../parse/migrations/reader.js')).loadMigrationReader(tool);
  if (read === null) return null;
  return (files) => read(files.map(({ change, head, base, unreadable }) => ({ path: change.path, head, base, unreadable })));
}

// Reads every file. Only what the change holds is loaded: the grammar of the shell for scripts, that of Kubernetes for manifests.
async function repositoryReader(files: readonly ChangedFile[], mapped: ReadonlySet<string>, { readers, source, secretsIn }: { readers: Readers; source: Pick<ChangeSource, 'list' | 'read'>; secretsIn: SecretsIn }): Promise<FilesReader> {
  const { readChangedFiles } = await import('../parse/files/changed.js');
  const own = files.filter(({ change }) => !mapped.has(change.path));
  const textOf = ({ head, bytes }: ChangedFile): string | null => head ?? bytes;
  const held = files.filter((file) => holdsScripts(file, textOf(file), mapped, file.change.path));
  const names = await otherNames(files, { held, own }, source);
  const readAs = (path: string): readonly string[] => names.get(path) ?? [path];
  const scripted = names.size === 0 ? held : files.filter((file) => held.includes(file) || readAs(file.change.path).some((name) => holdsScripts(file, textOf(file), mapped, name)));
  // Most files hold none: nobody looks twice.
  const holding = new Set(scripted.map(({ change }) => change.path));
  const plain = new Map(files.flatMap((file) => (textOf(file) === null || holding.has(file.change.path) ? [] : [[file.change.path, textOf(file)] as const])));
  const scripts = scripted.length > 0 ? await scriptReader(scripted, readers, source) : undefined;
  const recipes = own.some(({ head, bytes, base }) => [head, bytes, base].some((text) => text !== null && MAY_BE_MANIFEST.test(text))) ? await recipesIn(source) : [];
  const before = own.flatMap(({ change, base }) => (base === null || !isRecipe(change.from ?? change.path) ? [] : [{ path: change.from ?? change.path, text: base }]));
  const built = recipes.length === 0 && before.length === 0 ? new Set<string>() : await builtBy(recipes, before);
  const applied = new Set(own.flatMap(({ change, head, bytes, base }) => (built.has(change.path) || readAs(change.path).some((name) => [head, bytes, base].some((text) => text !== null && isManifest(name, text))) ? [change.path] : [])));
  const readManifestChange = applied.size > 0 ? (await import('../parse/kubernetes/changes.js')).readManifestChange : null;
  const manifests = readManifestChange === null ? null : (sides: readonly ManifestSides[]) => readManifestChange(sides, recipes);
  const tools = {
    secretsIn, mapped: (path: string) => mapped.has(path), manifests, applied, names: (path: string) => (names.get(path) ?? []).filter((name) => name !== path), servers: await serversBefore(files, source),
    scripts: scripts === undefined ? null : (path: string, text: string) => (plain.get(path) === text ? null : distinct(readAs(path).map((name) => readScripts(name, text, scripts) ?? []))),
  };
  return (all) => readChangedFiles(all, tools);
}

// What a file is under one name it may be under another as well.
function distinct(read: readonly (readonly ReadOperation[])[]): readonly ReadOperation[] {
  const [only] = read;
  if (only !== undefined && read.length === 1) return only;
  return [...new Map(read.flat().map((operation) => [JSON.stringify([operation.line, operation.facts]), operation])).values()];
}

async function builtBy(recipes: readonly Recipe[], before: readonly Recipe[]): Promise<ReadonlySet<string>> {
  const { builtFrom } = await import('../parse/kubernetes/patch-files.js');
  return builtFrom([...recipes, ...before]);
}

function holdsScripts({ change }: ChangedFile, text: string | null, mapped: ReadonlySet<string>, name: string): boolean {
  return text !== null && (!mapped.has(change.path) || isManifest(change.path, text)) && extractScripts(name, text) !== null;
}

// Steps of a JSON patch and replacements say nowhere that they are for Kubernetes. Hits `- op: remove`, `"op":`, `fieldPaths:` and `apiVersion:`.
const MAY_BE_MANIFEST = /(?:^[\s-]*|[{,]\s*)["']?(?:op|fieldPaths|apiVersion)["']?\s*:/mu;

// Hits `npx x`, `npm i -g x`, `uvx x`, `pip install x`, `cargo install x`: only then what the repository depends on makes a difference.
const TAKES_PACKAGES = /\b(?:npx|bunx|pnpx|uvx|pipx|dlx|(?:npm|pnpm|yarn|bun|pip[\d.]*|uv)\b[^\n]{0,200}\b(?:exec|x|create|init|innit|i|install|add|tool|run)|(?:cpanm?|code|(?:go|cargo|gem|luarocks|dotnet|composer|ansible-galaxy|brew|krew|nix|asdf|opam|cabal|stack|nimble|dub|mix|raco|vagrant|pulumi|helm|packer|poetry)\b[^\n]{0,200}(?:install|require|create-project|update|upgrade|tap|run|shell|develop|build|fetch|add)))\b/u;

// The reader of scripts, with what the repository depended on before the change: what the change brings in itself has been looked at by nobody.
async function scriptReader(files: readonly ChangedFile[], readers: Readers, source: Pick<ChangeSource, 'list' | 'read'>): Promise<Reader | undefined> {
  const { sql } = await readers.including('sql');
  if (sql === undefined) return undefined;
  const { shellReader } = await import('../parse/shell/reader.js');
  if (!files.some(({ head, bytes }) => TAKES_PACKAGES.test(head ?? bytes ?? ''))) return shellReader(sql);
  const { MAX_MANIFESTS, namesPackages, packagesIn } = await import('../parse/files/packages.js');
  const paths = (await source.list('base', [])).filter(namesPackages).sort((a, b) => a.split('/').length - b.split('/').length).slice(0, MAX_MANIFESTS);
  const texts = await source.read('base', paths, MAX_FILE_BYTES);
  return shellReader(sql, packagesIn(paths.map((path, index) => [path, texts[index]?.toString('utf8') ?? ''])));
}

/** More lockfiles than this are not looked at: enough to say what is usual in a repository. */
const MAX_LOCKFILES = 50;

// Where packages came from before, as lockfiles say that the change leaves alone. Looked up only when it touches one.
async function serversBefore(files: readonly ChangedFile[], source: Pick<ChangeSource, 'list' | 'read'>): Promise<readonly string[]> {
  const { isLockfile, lockfileServers } = await import('../parse/files/lockfiles.js');
  if (!files.some(({ change }) => isLockfile(change.path))) return [];
  const own = new Set(files.map(({ change }) => change.from));
  const paths = (await source.list('base', [])).filter((path) => isLockfile(path) && !own.has(path)).slice(0, MAX_LOCKFILES);
  const texts = await source.read('base', paths, MAX_FILE_BYTES);
  return paths.flatMap((path, index) => lockfileServers(path, texts[index]?.toString('utf8') ?? ''));
}
