// SPDX-License-Identifier: Apache-2.0
//
// The page that a tired reviewer reads: committed beside the manifest, made of it and of what a parser says about its bytes, and of
// nothing that an agent wrote. Everything variable stands in code, escaped. Refuses to render more than a pull request shows unfolded.
import { listedDigest } from '../core/operation-digest.js';
import type { Demand, Impact, Manifest, ManifestOperation } from '../core/manifest.js';
import { manifestDigest, tooLarge } from './manifest.js';
import type { Explain, OperationNotes } from './notes.js';
import { shownInline, shownLines, strangers, wrapped } from './visible-text.js';
import { FREE_REASON } from './terms.js';
import { shownParameter, textOf } from './values.js';

/** Beyond these a pull request folds a file away. @see https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits */
const MAX_RENDERED_LINES = 400;
const MAX_RENDERED_BYTES = 20_000;

/** The bytes of `<id>.md`. Throws DENIED when it is too large. The same manifest and notes give the same page. */
export function renderManifest(manifest: Manifest, explain: Explain): string {
  const notes = manifest.operations.map(explain);
  const lines = [...head(manifest, notes), ...manifest.operations.flatMap((operation, index) => section(operation, index, notes[index] as OperationNotes)), ...foot(manifest)];
  const page = `${lines.join('\n')}\n`;
  if (lines.length > MAX_RENDERED_LINES) throw tooLarge(`${lines.length} lines, and a pull request folds away more than ${MAX_RENDERED_LINES}`);
  if (Buffer.byteLength(page) > MAX_RENDERED_BYTES) throw tooLarge(`${Buffer.byteLength(page)} bytes, and a pull request folds away more than ${MAX_RENDERED_BYTES}`);
  return page;
}

function head(manifest: Manifest, notes: readonly OperationNotes[]): string[] {
  const resources = [...new Set(manifest.operations.map(({ resource }) => `${code(resource.name)} at ${code(resource.target)}`))];
  const kinds = [...count(notes.map(({ statement }) => statement))].map(([statement, times]) => `${times} × ${code(statement)}`);
  const irreversible = notes.filter((note) => note.irreversible.length > 0).length;
  const unknown = notes.filter((note) => note.unknown.length > 0).length;
  return [
    `# Approve ${manifest.operations.length} ${manifest.operations.length === 1 ? 'operation' : 'operations'} on production?`, '',
    `**Approving this pull request lets exactly the text below run, once.** Nothing else of the pull request is approved by it.`, '',
    '| | |', '|---|---|',
    row('What', kinds.join(', ')),
    row('On', resources.join(', ')),
    row('Asked for by', `${code(manifest.requester.names.join(', ') || 'nobody that the policy knows')}, ${code(manifest.requester.subject)} of ${code(manifest.requester.issuer)}`),
    row('May be run by', 'whomever of this repository the policy lets ask for these: not only who asked now'),
    row('Prompted by', prompters(manifest)),
    row('Who may approve', manifest.demands.map(demand).join('; ')),
    row('Can not be undone', irreversible === 0 ? 'nothing that a parser sees' : `**${irreversible} of ${notes.length}**, marked below`),
    ...(unknown === 0 ? [] : [row('Not understood', `**${unknown} of ${notes.length}**, marked below`)]),
    row('Policy', `${code(manifest.policy.source)}, digest ${code(manifest.policy.digest)}`), '',
  ];
}

function section(operation: ManifestOperation, index: number, notes: OperationNotes): string[] {
  const text = fenced(shownLines(operation.bytes));
  const odd = strangers([operation.bytes, ...operation.parameters.map(textOf)].join(''));
  const settings = Object.entries(operation.settings).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => code(`${name} = ${value}`));
  const items = [
    ...notes.unknown.map((why) => `**not understood**: ${code(why)}`),
    ...notes.irreversible.map((what) => `**can not be undone**: ${what}`),
    `touches ${notes.touches.map(code).join(', ') || 'nothing'}`,
    ...notes.hazards.map((hazard) => `look out: ${code(hazard)}`),
    ...operation.rules.map(({ id, reason }) => `asked for by ${code(id)}: ${code(reason)}`),
    impact(operation.impact, operation.maxRows),
    ...(operation.data === null ? [] : [`with data of SHA-256 ${code(operation.data)}`]),
    ...(settings.length === 0 ? [] : [`under ${settings.join(', ')}`]),
    ...(odd.length === 0 ? [] : [`characters beyond ASCII: ${code(odd.join(', '))}`]),
    `digest ${code(listedDigest(operation))}`,
  ];
  const transaction = operation.transaction === null ? '' : `, transaction ${operation.transaction}`;
  return [
    `## ${index + 1}. ${code(notes.statement)} on ${code(operation.resource.name)}${transaction}`, '', ...text, '',
    ...(operation.parameters.length === 0 ? [] : [...fenced(operation.parameters.flatMap((parameter, at) => wrapped(shownParameter(parameter, at + 1)))), '']),
    ...items.map((item) => `- ${item}`), '',
  ];
}

function foot(manifest: Manifest): string[] {
  const grouped = manifest.operations.some(({ transaction }) => transaction !== null);
  const free = manifest.operations.some(({ rules }) => rules.some(({ reason }) => reason === FREE_REASON));
  return [
    '---', '',
    `Put up ${code(manifest.created)}${manifest.requester.run === null ? '' : ` by run ${code(manifest.requester.run)}`} for repository ${code(manifest.repository)}. Manifest digest ${code(manifestDigest(manifest))}.`, '',
    'Impact is what whoever put this up estimated. A check `ostiary/approval` of this very commit says that Ostiary put it up, or came to the same.', '',
    'An approval counts for this commit alone, until it expires, and once. Signs in ⟦ ⟧ stand for characters that would not be seen; ⤶ for a line that goes on.',
    ...(free ? ['', 'What needs no review by itself is run by `ostiary apply`, in its place. A program under `ostiary run` or at a gateway may leave it out, or run it at any time.'] : []),
    ...(grouped ? ['', '`ostiary apply` runs operations of one transaction all together or not at all. A program that asks for them by itself, under `ostiary run` or at a gateway, ends its transactions where it will: they pass in this order, and it may stop after any of them.'] : []),
  ];
}

function prompters(manifest: Manifest): string {
  if (manifest.prompters === null) return '**nobody knows**: one more person has to approve';
  return `${manifest.prompters.map(({ login, id }) => `${code(login)} (${id})`).join(', ')}, who may not approve`;
}

function demand({ rule, users, teams, codeowners, count: people, expiresSeconds }: Demand): string {
  const who = [...users.map((id) => `user ${id}`), ...teams.map((team) => `team ${code(team)}`), ...(codeowners ? ['a code owner of the files'] : [])];
  const named = who.length === 0 ? '**nobody is named**' : who.join(' or ');
  return `${people} ${people === 1 ? 'person' : 'people'} for ${code(rule)}: ${named}, for ${lasting(expiresSeconds)}`;
}

function impact(known: Impact | null, maxRows: number | null): string {
  const ceiling = maxRows === null ? 'no row ceiling' : `rolled back beyond ${maxRows} rows`;
  if (known === null) return `impact: not estimated, for want of access; ${ceiling}`;
  const facts = [
    known.rows === null ? 'rows not known' : `about ${known.rows} ${known.rows === 1 ? 'row' : 'rows'}`,
    ...(known.sizeBytes === null ? [] : [`relation of ${sized(known.sizeBytes)}`]),
    ...(known.lock === null ? [] : [`lock ${code(known.lock)}`]),
    ...(known.rewrites === null ? [] : [known.rewrites ? '**rewrites the table**' : 'does not rewrite the table']),
    ...known.notes.map(code),
  ];
  return `impact, estimated: ${facts.join(', ')}; ${ceiling}`;
}

function lasting(seconds: number): string {
  if (seconds % 86_400 === 0) return `${seconds / 86_400} d`;
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

function sized(bytes: number): string {
  let shown = bytes;
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  for (const unit of units) {
    if (shown < 1024) return `${Math.round(shown * 10) / 10} ${unit}`;
    shown /= 1024;
  }
  return `${Math.round(shown * 10) / 10} TiB`;
}

function row(name: string, value: string): string {
  return `| **${name}** | ${value} |`;
}

// In a span of code nothing is markup but a run of backticks as long as its own; a bar would end a cell.
function code(text: string): string {
  const safe = shownInline(text).replaceAll('|', '⟦U+007C⟧').replace(/^ | $/gu, '⟦1 space⟧');
  if (safe === '') return '(empty)';
  const ticks = '`'.repeat(longestRun([safe]) + 1);
  const gap = safe.startsWith('`') || safe.endsWith('`') ? ' ' : '';
  return `${ticks}${gap}${safe}${gap}${ticks}`;
}

// Longer than every run of backticks inside.
function fenced(lines: readonly string[]): string[] {
  const fence = '`'.repeat(Math.max(longestRun(lines), 2) + 1);
  return [`${fence}text`, ...lines, fence];
}

function longestRun(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, ...(line.match(/`+/gu) ?? []).map(({ length }) => length)), 0);
}

function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
