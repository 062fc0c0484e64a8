// SPDX-License-Identifier: Apache-2.0
//
// Container images that a change brings in: what Dockerfiles build on and copy from, what compose files, manifests, kustomizations and values of charts start.
// An image that its makers keep under a name of their own (`postgres:16`, `mcr.microsoft.com/…`) is no news, one of anybody else's is. Refuses to ask a registry.
// @see https://docs.docker.com/reference/dockerfile/#from
import { instructions } from '../shell/extract/dockerfile.js';
import { isManifest } from '../shell/extract/pods.js';
import { under, type YamlNode, yamlTrees } from '../shell/extract/yaml.js';
import { foldedPath } from './folded-paths.js';
import type { FileSides, Finding } from './model.js';

/** An image as a file names it. `place`: where it stands, so that one that takes the place of another can be told. */
interface Named {
  readonly line: number;
  readonly text: string;
  readonly place: string;
}

const DOCKERFILE = /(?:^|\/)[\w.-]*(?:docker|container)file[\w.-]*$|(?:^|\/)docker\/[^/.]+$/u;
const COMPOSE = /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/u;
const VALUES = /(?:^|\/)(?:[\w.-]*values[\w.-]*|values\/[\w.-]+)\.ya?ml$/u;
/** Names that nobody else can take: curated lists, and registries of those who make what is in them. */
const KEPT = /^(?:(?:docker\.io\/|public\.ecr\.aws\/docker\/|registry-1\.docker\.io\/)?(?:library\/)?[\w.-]+|(?:mcr\.microsoft\.com|registry\.k8s\.io|gcr\.io\/distroless|registry\.access\.redhat\.com|public\.ecr\.aws\/(?:lambda|amazonlinux|aws-\w+)|cgr\.dev\/chainguard|nvcr\.io\/nvidia|docker\.elastic\.co|container-registry\.oracle\.com)\/[\w./-]+)$/u;

/** Files that name an image on a line: containers of systemd, tasks of Nomad. */
const WRITTEN: readonly { readonly name: RegExp; readonly image: RegExp }[] = [
  { name: /\.(?:container|image)$/u, image: /^\s*Image\s*=\s*([^\s${%]+)\s*$/u },
  { name: /\.(?:nomad|nomad\.hcl)$/u, image: /^\s*image\s*=\s*"([^"\s${]+)"/u },
];

/** Images that are new, that took the place of others, or that are pinned less than before. */
export function imageFindings(file: FileSides): readonly Finding[] {
  const { change, head, base } = file;
  const path = foldedPath(change.path);
  // Of a diff alone, the lines that it adds.
  if (head === null && base === null && DOCKERFILE.test(path)) return compared(inDockerfile(change.added.map(({ text }) => text).join('\n')).map((one) => ({ ...one, line: change.added[one.line - 1]?.line ?? 1 })), [], false);
  if (head === null || change.status === 'deleted') return [];
  if (DOCKERFILE.test(path)) return compared(inDockerfile(head), base === null ? [] : inDockerfile(base), true);
  const written = WRITTEN.find(({ name }) => name.test(path));
  if (written !== undefined) return compared(inLines(head, written.image), base === null ? [] : inLines(base, written.image), true);
  if (!/\.(?:ya?ml|json)$|(?:^|\/)kustomization$/u.test(path) || !change.added.some(({ text }) => NAMES.test(text))) return [];
  const values = VALUES.test(path);
  const compose = COMPOSE.test(path) || /^services[ \t]*:[ \t]*$/mu.test(head);
  if (!compose && !values && !isManifest(change.path, head)) return [];
  const [now, before] = [inTrees(head, compose), base === null ? [] : inTrees(base, compose)];
  // A new manifest has images that the repository builds: only what changes in one tells of a swap.
  return compose || base !== null ? compared(now, before, compose) : compared(now.filter(({ place }) => place.endsWith('newName')), [], false);
}

// Hits `image: x`, `"repository": "x"`, `newName: x`, and anchors and merges, behind which either may stand.
const NAMES = /\b(?:image|repository|newName|registry|newTag)\b|<<|\*\w/u;

function compared(now: readonly Named[], before: readonly Named[], moving: boolean): readonly Finding[] {
  const known = new Set(before.map(({ text }) => repositoryOf(text)));
  const pinned = new Set(before.filter(({ text }) => isPinned(text)).map(({ text }) => repositoryOf(text)));
  const texts = new Set(before.map(({ text }) => text));
  return now.flatMap(({ line, text }) => {
    const [repository, finding] = [repositoryOf(text), (detail: string): Finding[] => [{ line, id: 'dependency.image', detail }]];
    const shown = text.slice(0, 200);
    if (!known.has(repository) && !KEPT.test(repository)) return finding(`the image \`${shown}\` is new here`);
    if (pinned.has(repository) && !isPinned(text)) return finding(`the image \`${shown}\` is pinned by a digest no more`);
    return moving && !texts.has(text) && isMoving(text) ? finding(`the image \`${shown}\` is whatever is the newest that day`) : [];
  });
}

function repositoryOf(image: string): string {
  return image.replace(/@sha256:.*$/u, '').replace(/:[\w.-]*$/u, '').toLowerCase();
}

function isPinned(image: string): boolean {
  return /@sha256:[0-9a-f]{64}$/u.test(image);
}

function isMoving(image: string): boolean {
  return !isPinned(image) && !/:(?!latest$)[\w.-]+$/u.test(image);
}

// `FROM`, `COPY --from=` and `RUN --mount=from=`, with the defaults of `ARG`; names of stages are none.
function inDockerfile(text: string): readonly Named[] {
  const stages = new Set<string>(['scratch']);
  const values = new Map<string, string>();
  return instructions(text).flatMap(({ name, text: rest, lines }) => {
    const line = lines[0] ?? 1;
    const words = rest.replace(/[\\`]\n/gu, ' ').trim();
    if (name === 'ARG') for (const [, key = '', value = ''] of words.matchAll(/([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S*)/gu)) values.set(key, value.replace(/^["']|["']$/gu, ''));
    const filled = (image: string): string => image.replace(/\$\{?(\w+)(?::?-([^}]*))?\}?/gu, (whole, key: string, other?: string) => values.get(key) ?? other ?? whole).replace(/^["']|["']$/gu, '');
    const named = name === 'FROM' ? [(/^(?:--\S+\s+)*(\S+)/u.exec(words)?.[1] ?? '')] : name === 'COPY' || name === 'ADD' ? [...words.matchAll(/--from=(\S+)/gu)].map(([, from = '']) => from) : name === 'RUN' ? [...words.matchAll(/--mount=\S*\bfrom=([^,\s]+)/gu)].map(([, from = '']) => from) : [];
    const images = named.map(filled).filter((image) => image !== '' && !/\$|^\d+$/u.test(image) && !stages.has(image.toLowerCase()));
    const stage = name === 'FROM' ? /\sAS\s+(\S+)\s*$/iu.exec(words)?.[1] : undefined;
    if (stage !== undefined) stages.add(stage.toLowerCase());
    return images.map((image) => ({ line, text: image, place: name }));
  });
}

function inLines(text: string, pattern: RegExp): readonly Named[] {
  return text.split('\n').flatMap((line, index) => {
    const [, image] = pattern.exec(line) ?? [];
    return image === undefined ? [] : [{ line: index + 1, text: image, place: '' }];
  });
}

function inTrees(text: string, compose: boolean): readonly Named[] {
  try {
    return yamlTrees(text).flatMap((tree) => (compose ? [...(under(tree, 'services')?.entries ?? [])].flatMap(([name, service]) => (under(service, 'build') === undefined ? imageAt(under(service, 'image'), name) : [])) : below(tree, '')));
  } catch {
    // Another check tells of what is no YAML.
    return [];
  }
}

function imageAt(node: YamlNode | undefined, place: string): readonly Named[] {
  const text = (node?.text ?? '').trim().replace(/\$\{\w+:?-([^}]*)\}/gu, '$1');
  return node === undefined || text === '' || /[\s${]/u.test(text) ? [] : [{ line: node.line, text, place }];
}

// `image: a/b:c` of a container, `{ registry: x, repository: a/b }` of values, `newName` of a kustomization.
function below(node: YamlNode, place: string): readonly Named[] {
  const items = (node.items ?? []).flatMap((item, index) => below(item, `${place}/${under(item, 'name')?.text ?? index}`));
  if (node.entries === null) return items;
  const registry = under(node, 'registry')?.text ?? '';
  return [...items, ...[...node.entries].flatMap(([key, value]) => {
    if (key === 'image' && value.text !== null || key === 'newName') return imageAt(value, `${place}/${key}`);
    if (key === 'repository' && value.text !== null && !/^(?:https?|oci|git|file|ssh|s3|gs):|^@|^alias:/u.test(value.text)) return imageAt(registry === '' ? value : { ...value, text: `${registry}/${value.text}` }, `${place}/${key}`);
    return below(value, `${place}/${key}`);
  })];
}
