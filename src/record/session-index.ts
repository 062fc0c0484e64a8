// SPDX-License-Identifier: Apache-2.0
//
// `session index`: one static page over a folder of sessions: who, when, how it ended, how much was decided how, and what each recording
// is worth. No script at all. Refuses to leave a session out because something is wrong with it, and to let recorded text be markup.
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { GateError, messageOf } from '../core/errors.js';
import { RECORDING_FILE } from './chain.js';
import { clipped, inert } from './inert.js';
import { hashSource, indexStyle, pageHead } from './page-assets.js';
import { plural } from './phrases.js';
import { writePrivate, writeReplayPage } from './replay-page.js';
import type { Verdict, VerdictState } from './verdict.js';

/** `pages`: write a replay page of each session, too, into a folder beside `out`. */
export interface SessionIndexOptions {
  readonly folder: string;
  readonly out: string;
  readonly judge: (file: string, source: string | Readable) => Promise<Verdict>;
  readonly made: string;
  readonly version: string;
  readonly pages: boolean;
}

interface Listed {
  /** Path below the folder. */
  readonly name: string;
  readonly verdict: Verdict;
  /** Where the row leads. */
  readonly href: string;
}

const STATES: readonly VerdictState[] = ['signed', 'unsigned', 'incomplete', 'altered'];
/** Folders in folders that are looked into: session folders, or folders of downloaded artifacts with session folders in them. */
const MAX_DEPTH = 4;
const MAX_CELL = 300;

/** Writes the page; says how many sessions it lists and how many of them were altered. Throws INPUT_INVALID when the folder can't be read or `out` can't be written. */
export async function writeSessionIndex(options: SessionIndexOptions): Promise<{ readonly sessions: number; readonly altered: number }> {
  const listed: Listed[] = [];
  for (const file of recordingsIn(options.folder)) listed.push(await look(file, options, listed.length));
  // The newest first, of one time by name, as they were found; what says no time stands last.
  listed.sort((one, other) => (timeOf(other) < timeOf(one) ? -1 : timeOf(other) > timeOf(one) ? 1 : 0));
  writePrivate(options.out, indexParts(options, listed));
  return { sessions: listed.length, altered: listed.filter(({ verdict }) => verdict.state === 'altered').length };
}

function recordingsIn(folder: string): string[] {
  const found: string[] = [];
  const walk = (path: string, depth: number): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      // A link may lead anywhere, and be read forever.
      if (entry.isFile() && entry.name.endsWith('.jsonl') && (entry.name === RECORDING_FILE || depth === 0)) found.push(join(path, entry.name));
      else if (entry.isDirectory() && depth < MAX_DEPTH) walk(join(path, entry.name), depth + 1);
    }
  };
  try {
    walk(folder, 0);
  } catch (thrown) {
    throw new GateError('INPUT_INVALID', `the folder \`${folder}\` can not be read: ${messageOf(thrown)}`, { cause: thrown, hint: 'give the folder that holds the session folders' });
  }
  return found.sort();
}

async function look(file: string, options: SessionIndexOptions, number: number): Promise<Listed> {
  const name = relative(options.folder, file);
  if (!options.pages) return { name, verdict: await options.judge(file, file), href: hrefTo(options.out, file) };
  // Named by number and folder, not by what the recording says.
  const folder = join(dirname(options.out), `${basename(options.out).replace(/\.html?$/i, '')}-sessions`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const out = join(folder, `${String(number + 1).padStart(4, '0')}-${dirname(name).replace(/[^A-Za-z0-9_-]+/g, '-').slice(-60)}.html`);
  return { name, verdict: await writeReplayPage({ ...options, file, out }), href: hrefTo(options.out, out) };
}

function hrefTo(from: string, to: string): string {
  return `./${relative(dirname(from), to).split(sep).map(encodeURIComponent).join('/')}`;
}

function timeOf({ verdict }: Listed): string {
  return String((verdict.header as { at?: unknown } | null)?.at ?? '');
}

function* indexParts({ folder, made, version }: SessionIndexOptions, listed: readonly Listed[]): Iterable<string> {
  const style = indexStyle();
  yield pageHead('sessions', ["default-src 'none'", `style-src ${hashSource(style)}`, "base-uri 'none'", "form-action 'none'"], style);
  yield `<body>\n<h1>Sessions</h1>\n<p class="made">${shown(`${plural(listed.length, 'recording')} in ${folder}, as ostiary ${version} verified them on ${made.replace('T', ' ').slice(0, 16)} UTC`)}</p>\n`;
  const sums = STATES.map((state) => ({ state, count: listed.filter(({ verdict }) => verdict.state === state).length })).filter(({ count }) => count > 0);
  yield `<ul class="sums">${sums.map(({ state, count }) => `<li data-state="${state}"><b>${count}</b> ${state}</li>`).join('')}</ul>\n`;
  if (listed.length === 0) yield '<p class="nothing">No recording here: a session leaves a folder with <code>session.jsonl</code> in it.</p>\n';
  else {
    yield '<table>\n<thead><tr><th>Verdict</th><th>Who</th><th>When</th><th>Outcome</th><th>Allowed</th><th>Review</th><th>Denied</th><th>Refused</th><th>Recording</th></tr></thead>\n<tbody>\n';
    for (const one of listed) yield row(one);
    yield '</tbody>\n</table>\n';
  }
  yield '</body>\n</html>\n';
}

function row({ name, verdict, href }: Listed): string {
  const { state, explanation, header, counts } = verdict;
  const who = header === null ? 'unknown' : header.principal.subject;
  const prompted = header === null || header.prompter === null ? '' : under(`prompted by ${header.prompter}`);
  const number = (label: string, tone: string, count: number): string => `<td class="number" data-name="${label}"${count > 0 ? ` data-tone="${tone}"` : ''}><b>${count}</b></td>`;
  const { allow, review, deny } = counts.operations;
  return `<tr data-state="${state}"><td class="verdict">${state}${state === 'signed' ? '' : `<span class="why">${shown(explanation)}</span>`}</td>`
    + `<td class="who">${shown(who)}${under(header === null ? '' : header.principal.names.join(', '))}${prompted}</td>`
    + `<td class="when">${shown(when(verdict))}</td><td>${outcomeOf(verdict)}</td>`
    + number('allowed', 'allow', allow) + number('review', 'review', review) + number('denied', 'deny', deny) + number('refused', 'deny', counts.refused)
    + `<td><a href="${escaped(href)}">${shown(name)}</a>${under(header === null ? '' : header.session)}</td></tr>\n`;
}

function outcomeOf({ end, at }: Verdict): string {
  // Of an altered recording what follows was not read.
  if (at !== null) return `altered at line ${at.line}`;
  return end === null ? 'no end' : shown(end.outcome);
}

function when(verdict: Verdict): string {
  const at = String((verdict.header as { at?: unknown } | null)?.at ?? '');
  return at === '' ? 'unknown' : at.replace('T', ' ').slice(0, 19);
}

function under(text: string): string {
  return text === '' ? '' : `<span class="under">${shown(text)}</span>`;
}

/** Recorded text as inert characters, and those as text of a page. */
function shown(text: string): string {
  return escaped(clipped(inert(text.slice(0, 4 * MAX_CELL)), MAX_CELL));
}

function escaped(text: string): string {
  // Match "<", miss "a": what means something in markup, inside of an attribute, too.
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
