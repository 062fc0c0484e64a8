// SPDX-License-Identifier: Apache-2.0
//
// What every changed file is to the repository itself: one operation a file, one more for each line that causes something, and those of the scripts
// and manifests that the change touches. Refuses to leave a file out, and to judge what was there before the change.
import { messageOf } from '../../core/errors.js';
import type { Hazard, ReadOperation } from '../../core/model.js';
import { isManifest } from '../shell/extract/pods.js';
import { buildCodeFindings } from './build-code.js';
import { characterFindings } from './characters.js';
import { valuesFindings } from './chart-values.js';
import { chartFindings } from './charts.js';
import { gateFindings, jobFindings } from './gate-files.js';
import { imageFindings } from './images.js';
import { infrastructureCodeFindings } from './infrastructure-code.js';
import { lockfileFindings, lockfileServers } from './lockfiles.js';
import { manifestFindings } from './manifests.js';
import { migrationOrderFindings } from './migration-order.js';
import { type FileCheck, type FileSides, type FileTools, type Finding, type Surroundings, wholeText } from './model.js';
import { fileOperation } from './operation.js';
import { namedCodeFindings } from './named-code.js';
import { pinFindings } from './pins.js';
import { protectionFindings } from './protections.js';
import { secretFindings } from './secrets.js';
import { settingFindings } from './settings.js';
import { shapeFindings } from './file-shape.js';
import { suppressionFindings } from './suppressions.js';
import { templateFindings } from './templates.js';
import { providerFindings } from './terraform-providers.js';
import { sourceFindings } from './terraform-source.js';
import { upstreamFindings } from './upstreams.js';
import { workflowFindings } from './workflow.js';

/** Places shown of one file; the last says of how many more there are. Source: GitHub shows 50 annotations of a run. */
const MAX_PLACES = 50;

const CHECKS: readonly FileCheck[] = [
  ({ change }) => gateFindings(change), jobFindings, shapeFindings, characterFindings, suppressionFindings, workflowFindings, manifestFindings, lockfileFindings, buildCodeFindings, namedCodeFindings, settingFindings, protectionFindings, upstreamFindings, imageFindings, chartFindings, valuesFindings,
  templateFindings, pinFindings, migrationOrderFindings, sourceFindings, providerFindings, infrastructureCodeFindings,
];

/** Operations of each file, in the order given. Never throws. */
export function readChangedFiles(files: readonly FileSides[], tools: FileTools): readonly (readonly ReadOperation[])[] {
  const around: Surroundings = {
    paths: new Set(files.map(({ change }) => change.path)), files,
    servers: new Set([...(tools.servers ?? []), ...files.flatMap(({ change, base }) => (base === null ? [] : lockfileServers(change.from ?? change.path, base)))]),
  };
  const manifests = ofManifests(files, tools);
  return files.map((file) => [...ofFile(file, around, tools), ...ofScripts(file, tools), ...(manifests.get(file) ?? [])]);
}

function ofFile(file: FileSides, around: Surroundings, { secretsIn, names }: FileTools): ReadOperation[] {
  const also = (names?.(file.change.path) ?? []).flatMap((name) => underName(file, name, around));
  const findings = [...[...CHECKS, (one: FileSides) => secretFindings(one, secretsIn)].flatMap((check) => guarded(check, file, around)), ...also];
  const { change, sha256, size, head } = file;
  // A diff alone does not show what stands around the lines it adds.
  const unknown = findings.filter(({ id }) => id.endsWith('.unreadable')).map(({ detail }) => detail);
  const about = { sha256, size, assumed: head === null && change.status !== 'deleted' && !change.binary && change.newMode !== '120000' && change.newMode !== '160000' };
  const places = [...byLine(findings)].sort(([a], [b]) => (a ?? 0) - (b ?? 0));
  const first = places[0];
  // What is about the whole file stands where the file first changes.
  const whole = first?.[0] === null ? first[1] : [];
  const lines = first?.[0] === null ? places.slice(1) : places;
  return [
    fileOperation(change, { ...about, unknown, hazards: whole, line: wholeText(file) === null ? (change.added[0]?.line ?? 1) : 1 }),
    ...lines.slice(0, MAX_PLACES).map(([line, hazards]) => fileOperation(change, { ...about, hazards, line: line ?? 1 })),
    ...rest(lines.slice(MAX_PLACES), (hazards, line) => fileOperation(change, { ...about, hazards, line })),
  ];
}

// What is run or included under another kind is that, too.
function underName(file: FileSides, name: string, around: Surroundings): readonly Finding[] {
  const { change } = file;
  const seen = { ...file, change: { ...change, path: name, from: change.from === null ? null : name } };
  return CHECKS.flatMap((check) => guarded(check, seen, around)).map((finding) => ({ ...finding, detail: finding.detail.replaceAll(name, change.path) }));
}

// A check that fails says so in place of what it would have found.
function guarded(check: FileCheck, file: FileSides, around: Surroundings): readonly Finding[] {
  try {
    return check(file, around);
  } catch (thrown) {
    return [{ line: null, id: 'code.unreadable', detail: `a check of it failed: ${messageOf(thrown)}` }];
  }
}

function byLine(findings: readonly Finding[]): ReadonlyMap<number | null, Hazard[]> {
  const lines = new Map<number | null, Hazard[]>();
  for (const { line, id, detail } of findings) {
    const hazards = lines.get(line) ?? [];
    if (!hazards.some((hazard) => hazard.id === id && hazard.detail === detail)) hazards.push({ id, detail });
    lines.set(line, hazards);
  }
  return lines;
}

function rest(lines: readonly (readonly [number | null, readonly Hazard[]])[], make: (hazards: readonly Hazard[], line: number) => ReadOperation): ReadOperation[] {
  const [first] = lines;
  if (first === undefined) return [];
  const ids = [...new Set(lines.flatMap(([, hazards]) => hazards.map(({ id }) => id)))];
  return [make(ids.map((id) => ({ id, detail: `in ${lines.filter(([, hazards]) => hazards.some((hazard) => hazard.id === id)).length} more lines from here on` })), first[0] ?? 1)];
}

function place(path: string, operations: readonly ReadOperation[]): readonly ReadOperation[] {
  return operations.map((operation) => ({ ...operation, paths: operation.paths ?? [path] }));
}

function ofScripts({ change, head: text, bytes = null, base }: FileSides, { scripts, mapped }: FileTools): readonly ReadOperation[] {
  const head = text ?? bytes;
  // Commands in pods are the shell's, wherever the manifest goes.
  if (head === null || scripts === null || change.status === 'deleted' || (mapped(change.path) && !isManifest(change.path, head))) return [];
  const read = scripts(change.path, head) ?? [];
  return place(change.path, without(read, base === null ? [] : (scripts(change.from ?? change.path, base) ?? [])));
}

// All of a change together: what only moved from one file to another does not go away.
function ofManifests(files: readonly FileSides[], { manifests, mapped, applied }: FileTools): ReadonlyMap<FileSides, readonly ReadOperation[]> {
  if (manifests === null) return new Map();
  const own = files.map((file) => (file.head === null && (file.bytes ?? null) !== null ? { file, ...file, head: file.bytes as string } : { file, ...file })).filter(({ change, head, base }) => !mapped(change.path) && (applied?.has(change.path) === true || [head, change.status === 'copied' ? null : base].some((text) => text !== null && isManifest(change.path, text))));
  const read = manifests(own.map(({ change, head, base }) => ({ path: change.path, from: change.from, head: change.status === 'deleted' ? null : head, base: change.status === 'copied' ? null : base, baseLost: change.from !== null && change.status !== 'copied' && base === null, added: change.added.map(({ line }) => line) })));
  return new Map(own.map(({ file }, index) => [file, place(file.change.path, read[index] ?? [])]));
}

// What stood there before is not the change's, as often as it stood there: the same words that do the same. `rm -rf "$D"` is another command once `D` is.
function without(head: readonly ReadOperation[], base: readonly ReadOperation[]): readonly ReadOperation[] {
  const keyOf = ({ kind, facts: { name, text, accesses, hazards, unknown } }: ReadOperation): string => JSON.stringify([kind, name, text, accesses.map(({ effect, type, object }) => [effect, type, object]), hazards.map(({ id, detail }) => [id, detail]), unknown]);
  const left = new Map<string, number>();
  for (const operation of base) left.set(keyOf(operation), (left.get(keyOf(operation)) ?? 0) + 1);
  return head.filter((operation) => {
    const count = left.get(keyOf(operation)) ?? 0;
    if (count > 0) left.set(keyOf(operation), count - 1);
    return count === 0;
  });
}
