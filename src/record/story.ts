// SPDX-License-Identifier: Apache-2.0
//
// Tells a recording to a person, a block an operation: when, on what, the statement, the decision and why, what came back. Refuses to
// let recorded text act on the terminal: all of it goes through `inert`.
import type { OperationDecided, OperationDone, RecordedLine, SessionHeader } from '../core/events.js';
import { clipped, inert, inertLines, wrapped } from './inert.js';
import { dedented, duration, plural, quoted } from './phrases.js';
import { rowsTable } from './table.js';
import type { Verdict } from './verdict.js';

export interface StoryOptions {
  readonly colour: boolean;
  /** Cells in a line of the terminal. */
  readonly width: number;
}

type Colour = 'red' | 'green' | 'yellow' | 'cyan' | 'dim' | 'bold';
const CODES: Readonly<Record<Colour, string>> = { red: '31', green: '32', yellow: '33', cyan: '36', dim: '2', bold: '1' };
const OF_DECISION = { allow: 'green', review: 'yellow', deny: 'red' } as const;
const OF_STATE = { signed: 'green', unsigned: 'yellow', incomplete: 'yellow', altered: 'red' } as const;
const MIN_WIDTH = 40;
/** `10:22:33.123  ` */
const MARGIN = 14;
/** `  2026-01-05 10:22:33.123 UTC` */
const TIMESTAMP = 29;
/** Operations waiting for their end are held back so that each is one block; beyond this many the oldest is told without. */
const MAX_OPEN = 256;
/** Lines of one statement, and rows of one result, that are shown. */
const MAX_STATEMENT_LINES = 40;
const MAX_ROWS = 8;
/** Of a statement, a reason, a header: far more than is shown, far less than a hostile file can hold. */
const MAX_LENGTH = 16_384;
/** Reasons of one decision. */
const MAX_REASONS = 16;
/** Kinds of masks that are counted apart; a hostile file could name any number. */
const MAX_KINDS = 64;

/** Keeps what a story needs to remember: operations that have not ended, and sums. */
export class Story {
  readonly #options: StoryOptions;
  /** Told so far, but for how they ended. */
  readonly #open = new Map<number, string>();
  readonly #masked = new Map<string, number>();
  #rows = 0;
  #times: { readonly first: string; readonly last: string } | null = null;

  constructor(options: StoryOptions) {
    this.#options = { ...options, width: Math.max(options.width, MIN_WIDTH) };
  }

  /** What there is to say once this line has been read; often nothing yet. */
  tell(line: RecordedLine): string {
    this.#times = { first: this.#times?.first ?? line.at, last: line.at };
    switch (line.type) {
      case 'session':
        return this.#session(line, line.at);
      case 'decided':
        return this.#decided(line);
      case 'done':
        return this.#done(line);
      case 'connection':
        return this.#aside(line.at, `connection ${line.connection} to ${line.resource} opened by ${quoted(line.application)}`, 'dim');
      case 'disconnected':
        return this.#aside(line.at, `connection ${line.connection} closed: ${line.reason}`, 'dim');
      case 'gate':
        return this.#aside(line.at, `the gate itself sent ${line.statement}: ${line.purpose}`, 'dim');
      case 'refused':
        return this.#aside(line.at, `refused${line.connection === null ? '' : ` on connection ${line.connection}`}: ${line.reason}`, 'red');
      case 'prompt':
        return this.#words(line, `${line.role}${line.model === null ? '' : ` (${line.model})`}`, line.text);
      case 'tool':
        return this.#words(line, `tool ${line.name}, call ${line.call}`, line.input);
      case 'tool-result':
        return this.#words(line, `answer to call ${line.call}, ${line.outcome}`, line.output);
      case 'output':
        return this.#words(line, `${line.stream}${line.operation === null ? '' : ` of operation ${line.operation}`}`, line.text);
      case 'approval':
        return this.#approval(line);
      case 'checkpoint':
      case 'end':
        return '';
    }
  }

  /** Said once, where a recording stops being one. */
  warn(verdict: Verdict): string {
    return `${this.#paragraph(`${verdict.explanation}; what follows proves nothing`, '!! ', 'red')}\n`;
  }

  /** The last words: operations that never ended, sums, and the verdict. */
  end(verdict: Verdict): string {
    const open = [...this.#open.values()].map((told) => told + this.#ended(null)).join('');
    return open + (verdict.counts.lines === 0 || this.#times === null ? this.#verdict(verdict, '') : this.#summary(verdict, this.#times));
  }

  #session(header: SessionHeader, at: string): string {
    const { principal, host, policy } = header;
    const facts = Object.entries(host.facts).map(([name, value]) => `${name} ${value}`).join(', ');
    const rows: readonly (readonly [string, string])[] = [
      ['who', `${principal.subject} (${principal.names.join(', ') || 'no identity of the policy'}) by ${principal.issuer}${header.prompter === null ? '' : `, prompted by ${header.prompter}`}`],
      ['where', facts === '' ? host.kind : `${host.kind}: ${facts}`],
      ['resources', header.resources.map(({ name, type, target }) => `${name} (${type} ${target})`).join(', ')],
      ['policy', `${policy.mode}, from ${policy.source}`],
      ['digest', policy.digest],
      ['packs', header.packs.map(({ name, version }) => `${name} ${version}`).join(', ') || 'none'],
      ['command', header.command.join(' ')],
    ];
    const title = `${this.#paint('bold', clipped(inert(short(`session ${header.session}`)), this.#options.width - TIMESTAMP))}  ${inert(at.replace('T', ' ').replace('Z', ' UTC'))}`;
    return `${title}\n${rows.map(([name, text]) => this.#paragraph(text, `  ${name.padEnd(MARGIN - 2)}`)).join('')}\n`;
  }

  #decided(decided: Extract<RecordedLine, { type: 'decided' }>): string {
    if (decided.decision !== 'allow') return `${this.#block(decided)}\n`;
    // A copy of its own: pieces of a line would keep the whole line in memory.
    this.#open.set(decided.operation, Buffer.from(this.#block(decided)).toString());
    let without = '';
    for (const [oldest, told] of this.#open) {
      if (this.#open.size <= MAX_OPEN) break;
      without += this.#close(oldest, told, null);
    }
    return without;
  }

  #done(done: Extract<RecordedLine, { type: 'done' }>): string {
    this.#rows += done.rows;
    for (const [kind, count] of Object.entries(done.masked)) {
      if (this.#masked.has(kind) || this.#masked.size < MAX_KINDS) this.#masked.set(kind, (this.#masked.get(kind) ?? 0) + count);
    }
    const told = this.#open.get(done.operation);
    if (told !== undefined) return this.#close(done.operation, told, done);
    // A refused operation has been told with its reasons; that it then "failed" is no news.
    return done.outcome === 'failed' ? '' : this.#aside(done.at, `operation ${done.operation} ended: ${this.#outcome(done)}`, 'dim');
  }

  #close(operation: number, told: string, done: OperationDone | null): string {
    this.#open.delete(operation);
    return told + this.#ended(done);
  }

  #block(decided: OperationDecided & { readonly at: string }): string {
    const colour = OF_DECISION[decided.decision];
    const word = this.#paint(colour, decided.decision === 'allow' ? 'allow ' : decided.decision.toUpperCase().padEnd(6));
    const head = `${this.#time(decided.at)}  ${word} ${this.#paint('dim', clipped(inert(short(`#${decided.operation} ${decided.resource}, connection ${decided.connection}: ${decided.rules.join(', ')}`)), this.#room() - 7))}\n`;
    const statement = inertLines(dedented(decided.text.slice(0, MAX_LENGTH))).flatMap((line) => wrapped(line, this.#room()));
    const shown = statement.slice(0, MAX_STATEMENT_LINES).map((line) => `${' '.repeat(MARGIN)}${line}\n`);
    const rest = decided.text.length > MAX_LENGTH ? `… of ${decided.text.length} characters` : `… ${plural(statement.length - shown.length, 'more line')}`;
    const more = statement.length > shown.length || decided.text.length > MAX_LENGTH ? this.#margin(rest, 'dim') : '';
    return head + shown.join('') + more + this.#why(decided);
  }

  #why(decided: OperationDecided): string {
    const reasons = decided.decision === 'allow' ? [] : decided.reasons.map((reason, index) => `${decided.rules[index] ?? 'because'}: ${reason}`);
    const unknown = decided.unknown.filter((what) => !reasons.some((reason) => reason.includes(what))).map((what) => `not understood: ${what}`);
    const observed = decided.observed.map(({ rule, decision }) => `observed: ${rule} would have said ${decision}`);
    const all = [...[...reasons, ...unknown].map((text) => ({ text, colour: OF_DECISION[decided.decision] })), ...observed.map((text) => ({ text, colour: 'yellow' as const }))];
    const more = all.length > MAX_REASONS ? this.#margin(`… ${all.length - MAX_REASONS} more`, 'dim') : '';
    return all.slice(0, MAX_REASONS).map(({ text, colour }) => this.#margin(text, colour)).join('') + more;
  }

  #ended(done: OperationDone | null): string {
    if (done === null) return `${this.#margin('→ nobody knows how it ended', 'yellow')}\n`;
    const line = this.#margin(`→ ${this.#outcome(done)}`, done.outcome === 'ok' ? 'cyan' : 'yellow');
    if (done.result === null || done.result.rows.length === 0) return `${line}\n`;
    const rows = rowsTable(done.result.columns, done.result.rows.slice(0, MAX_ROWS), this.#room() - 2).map((row) => `${' '.repeat(MARGIN + 2)}${row}\n`);
    const more = done.rows - Math.min(done.result.rows.length, MAX_ROWS);
    return `${line}${rows.join('')}${more > 0 ? this.#margin(`  … ${more} more`, 'dim') : ''}\n`;
  }

  #outcome(done: OperationDone): string {
    const masked = Object.entries(done.masked).map(([kind, count]) => `${kind} ${count}`).join(', ');
    const error = done.error === null ? '' : `: ${done.error.sqlstate} ${done.error.message}`;
    // `SELECT 3` says it already.
    const rows = done.rows === 0 || done.tag?.endsWith(` ${done.rows}`) === true ? [] : [plural(done.rows, 'row')];
    const bytes = done.bytes === 0 ? [] : [plural(done.bytes, 'byte')];
    return [`${done.tag ?? done.outcome}${error}`, ...rows, ...bytes, ...(masked === '' ? [] : [`masked ${masked}`])].join(', ');
  }

  #summary(verdict: Verdict, { first, last }: { readonly first: string; readonly last: string }): string {
    const { counts } = verdict;
    const { allow, review, deny } = counts.operations;
    const masked = [...this.#masked].map(([kind, count]) => `${kind} ${count}`).join(', ');
    const lines = [
      `${allow} allowed, ${review} for review, ${deny} denied; ${counts.refused} refused on the wire; ${counts.done.ok} done, ${counts.done.failed} failed, ${counts.unanswered} with no known end`,
      `${plural(this.#rows, 'row')} came back, masked: ${masked || 'nothing'}`,
      `${plural(counts.connections, 'connection')}, ${duration(first, last)}, ${outcomeOf(verdict)}`,
    ];
    return `\n${this.#paint('bold', 'summary')}\n${lines.map((text) => this.#paragraph(text, '  ')).join('')}${this.#verdict(verdict, '  ')}`;
  }

  #verdict(verdict: Verdict, label: string): string {
    return this.#paragraph(`${verdict.state}: ${verdict.explanation}`, label, OF_STATE[verdict.state]);
  }

  // A head and some lines under it: what was said, called or printed.
  #words({ at }: RecordedLine, head: string, text: string): string {
    const lines = inertLines(text.slice(0, MAX_LENGTH).trimEnd()).flatMap((one) => wrapped(one, this.#room()));
    const shown = lines.slice(0, MAX_STATEMENT_LINES).map((one) => `${' '.repeat(MARGIN)}${one.trimEnd()}\n`);
    const more = lines.length > shown.length || text.length > MAX_LENGTH ? this.#margin(`… of ${text.length} characters`, 'dim') : '';
    return `${this.#aside(at, head, 'cyan')}${shown.join('')}${more}\n`;
  }

  #approval({ at, state, operations, by, url, reason }: Extract<RecordedLine, { type: 'approval' }>): string {
    const colour = state === 'approved' || state === 'used' || state === 'told' ? 'green' : state === 'requested' ? 'yellow' : 'red';
    const who = by.length === 0 ? '' : ` by ${by.slice(0, MAX_REASONS).join(', ')}`;
    const what = operations.slice(0, MAX_REASONS).map((number) => `#${number}`).join(', ');
    const said = state === 'told' ? 'the pull request was told' : state === 'untold' ? 'the pull request could not be told' : `approval of ${what || 'no operation'} ${state}${who}`;
    const head = this.#aside(at, said, colour);
    return `${head}${this.#margin(`${reason}${url === null ? '' : ` (${url})`}`, 'dim')}\n`;
  }

  #aside(at: string, text: string, colour: Colour): string {
    return `${this.#time(at)}  ${this.#paint(colour, clipped(inert(short(text)), this.#room()))}\n`;
  }

  #margin(text: string, colour: Colour): string {
    return this.#paragraph(text, ' '.repeat(MARGIN), colour);
  }

  // Text from the recording, wrapped; the first line has a label before it, the others as many blanks.
  #paragraph(text: string, label: string, colour?: Colour): string {
    return wrapped(inert(short(text)), this.#options.width - label.length)
      .map((line, index) => `${index === 0 ? label : ' '.repeat(label.length)}${colour === undefined ? line : this.#paint(colour, line)}\n`)
      .join('');
  }

  #time(at: string): string {
    return this.#paint('dim', at.slice(11, 23));
  }

  #room(): number {
    return this.#options.width - MARGIN;
  }

  #paint(colour: Colour, text: string): string {
    return this.#options.colour ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
  }
}

function short(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

/** Of an altered recording what follows was not read, so nobody knows whether it was closed. */
function outcomeOf({ end, at }: Verdict): string {
  if (at !== null) return `altered at line ${at.line}`;
  return end === null ? 'no closing line' : `outcome ${end.outcome}`;
}
