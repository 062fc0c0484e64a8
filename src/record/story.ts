// SPDX-License-Identifier: Apache-2.0
//
// Tells a recording to a person, a block an operation: when, on what, the statement, the decision and why, what came back. Refuses to
// let recorded text act on the terminal: all of it goes through `inert`.
import type { OperationDecided, OperationDone, RecordedLine, SessionEnd, SessionHeader } from '../core/events.js';
import { clipped, inert, inertLines, wrapped } from './inert.js';
import { rowsTable } from './table.js';
import type { Verdict } from './verifier.js';

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
/** Operations waiting for their end are held back so that each is one block; beyond this many the oldest is told without. */
const MAX_OPEN = 256;
/** Lines of one statement, and rows of one result, that are shown. */
const MAX_STATEMENT_LINES = 40;
const MAX_ROWS = 8;
/** Kinds of masks that are counted apart; a hostile file could name any number. */
const MAX_KINDS = 64;

/** Keeps what a story needs to remember: operations that have not ended, and sums. */
export class Story {
  readonly #options: StoryOptions;
  readonly #open = new Map<number, Extract<RecordedLine, { type: 'decided' }>>();
  readonly #masked = new Map<string, number>();
  #rows = 0;
  #first: string | null = null;
  #last: string | null = null;

  constructor(options: StoryOptions) {
    this.#options = { ...options, width: Math.max(options.width, MIN_WIDTH) };
  }

  /** What there is to say once this line has been read; often nothing yet. */
  tell(line: RecordedLine): string {
    this.#first ??= line.at;
    this.#last = line.at;
    switch (line.type) {
      case 'session':
        return this.#session(line, line.at);
      case 'decided':
        return this.#decided(line);
      case 'done':
        return this.#done(line);
      case 'connection':
        return this.#aside(line.at, `connection ${line.connection} to ${inert(line.resource)} opened by ${quoted(line.application)}`, 'dim');
      case 'disconnected':
        return this.#aside(line.at, `connection ${line.connection} closed: ${inert(line.reason)}`, 'dim');
      case 'gate':
        return this.#aside(line.at, `the gate itself sent ${inert(line.statement)}: ${inert(line.purpose)}`, 'dim');
      case 'refused':
        return this.#aside(line.at, `refused${line.connection === null ? '' : ` on connection ${line.connection}`}: ${inert(line.reason)}`, 'red');
      case 'checkpoint':
      case 'end':
        return '';
      default:
        return line satisfies never;
    }
  }

  /** Said once, where a recording stops being one. */
  warn(verdict: Verdict): string {
    return `${this.#paint('red', `!! ${inert(verdict.explanation)}; what follows proves nothing`)}\n\n`;
  }

  /** The last words: operations that never ended, sums, and the verdict. */
  end(verdict: Verdict): string {
    const open = [...this.#open.values()].map((decided) => this.#block(decided, null)).join('');
    return open + this.#summary(verdict);
  }

  #session(header: SessionHeader, at: string): string {
    const { principal, host, policy } = header;
    const facts = Object.entries(host.facts).map(([name, value]) => `${name} ${value}`).join(', ');
    const rows: readonly (readonly [string, string])[] = [
      ['who', `${principal.subject} (${principal.names.join(', ') || 'no identity of the policy'}) by ${principal.issuer}${header.prompter === null ? '' : `, prompted by ${header.prompter}`}`],
      ['where', facts === '' ? host.kind : `${host.kind}: ${facts}`],
      ['resources', header.resources.map(({ name, type, target }) => `${name} (${type} ${target})`).join(', ')],
      ['policy', `${policy.mode}, from ${policy.source}, digest ${policy.digest}`],
      ['packs', header.packs.map(({ name, version }) => `${name} ${version}`).join(', ') || 'none'],
      ['command', header.command.join(' ')],
    ];
    const title = `${this.#paint('bold', `session ${inert(header.session)}`)}  ${inert(at.replace('T', ' ').replace('Z', ' UTC'))}`;
    return `${title}\n${rows.map(([name, text]) => this.#paragraph(text, `  ${name.padEnd(MARGIN - 2)}`)).join('')}\n`;
  }

  #decided(decided: Extract<RecordedLine, { type: 'decided' }>): string {
    if (decided.decision !== 'allow') return this.#block(decided, null);
    this.#open.set(decided.operation, decided);
    if (this.#open.size <= MAX_OPEN) return '';
    const [oldest] = this.#open.values();
    return oldest === undefined ? '' : this.#close(oldest, null);
  }

  #done(done: Extract<RecordedLine, { type: 'done' }>): string {
    this.#rows += done.rows;
    for (const [kind, count] of Object.entries(done.masked)) {
      if (this.#masked.has(kind) || this.#masked.size < MAX_KINDS) this.#masked.set(kind, (this.#masked.get(kind) ?? 0) + count);
    }
    const decided = this.#open.get(done.operation);
    if (decided !== undefined) return this.#close(decided, done);
    // A refused operation has been told with its reasons; that it then "failed" is no news.
    return done.outcome === 'failed' ? '' : this.#aside(done.at, `operation ${done.operation} ended: ${this.#outcome(done)}`, 'dim');
  }

  #close(decided: Extract<RecordedLine, { type: 'decided' }>, done: OperationDone | null): string {
    this.#open.delete(decided.operation);
    return this.#block(decided, done);
  }

  #block(decided: OperationDecided & { readonly at: string }, done: OperationDone | null): string {
    const colour = OF_DECISION[decided.decision];
    const word = this.#paint(colour, decided.decision === 'allow' ? 'allow ' : decided.decision.toUpperCase().padEnd(6));
    const head = `${this.#time(decided.at)}  ${word} ${this.#paint('dim', clipped(inert(`#${decided.operation} ${decided.resource}, connection ${decided.connection}: ${decided.rules.join(', ')}`), this.#room() - 7))}\n`;
    const statement = inertLines(decided.text).flatMap((line) => wrapped(line, this.#room()));
    const shown = statement.slice(0, MAX_STATEMENT_LINES).map((line) => `${' '.repeat(MARGIN)}${line}\n`);
    const more = statement.length > shown.length ? this.#margin(`… ${statement.length - shown.length} more lines`, 'dim') : '';
    return head + shown.join('') + more + this.#why(decided) + this.#result(decided, done) + '\n';
  }

  #why(decided: OperationDecided): string {
    const reasons = decided.decision === 'allow' ? [] : decided.reasons.map((reason, index) => `${decided.rules[index] ?? 'because'}: ${reason}`);
    const unknown = decided.unknown.map((what) => `not understood: ${what}`);
    const observed = decided.observed.map(({ rule, decision }) => `observed: ${rule} would have said ${decision}`);
    return [...[...reasons, ...unknown].map((text) => this.#margin(text, OF_DECISION[decided.decision])), ...observed.map((text) => this.#margin(text, 'yellow'))].join('');
  }

  #result(decided: OperationDecided, done: OperationDone | null): string {
    if (decided.decision !== 'allow') return '';
    if (done === null) return this.#margin('→ nobody knows how it ended', 'yellow');
    const line = this.#margin(`→ ${this.#outcome(done)}`, done.outcome === 'ok' ? 'cyan' : 'yellow');
    if (done.result === null || done.result.rows.length === 0) return line;
    const rows = rowsTable(done.result.columns, done.result.rows.slice(0, MAX_ROWS), this.#room() - 2).map((row) => `${' '.repeat(MARGIN + 2)}${row}\n`);
    const more = done.rows - Math.min(done.result.rows.length, MAX_ROWS);
    return line + rows.join('') + (more > 0 ? this.#margin(`  … ${more} more`, 'dim') : '');
  }

  #outcome(done: OperationDone): string {
    const masked = Object.entries(done.masked).map(([kind, count]) => `${kind} ${count}`).join(', ');
    const error = done.error === null ? '' : `: ${done.error.sqlstate} ${done.error.message}`;
    return `${done.tag ?? done.outcome}${error}, ${plural(done.rows, 'row')}, ${plural(done.bytes, 'byte')}${masked === '' ? '' : `, masked ${masked}`}`;
  }

  #summary(verdict: Verdict): string {
    const { counts, end } = verdict;
    const { allow, review, deny } = counts.operations;
    const masked = [...this.#masked].map(([kind, count]) => `${kind} ${count}`).join(', ');
    const lines = [
      `${allow} allowed, ${review} for review, ${deny} denied; ${counts.refused} refused on the wire; ${counts.done.ok} done, ${counts.done.failed} failed, ${counts.unanswered} with no known end`,
      `${plural(this.#rows, 'row')} came back, masked: ${masked || 'nothing'}`,
      `${plural(counts.connections, 'connection')}, ${duration(this.#first, this.#last)}, ${outcomeOf(end)}`,
    ];
    const head = `${this.#paint('bold', 'summary')}\n`;
    return head + lines.map((text) => this.#paragraph(text, '  ')).join('') + this.#paragraph(`${verdict.state}: ${verdict.explanation}`, '  ', OF_STATE[verdict.state]);
  }

  #aside(at: string, text: string, colour: Colour): string {
    return `${this.#time(at)}  ${this.#paint(colour, clipped(text, this.#room()))}\n`;
  }

  #margin(text: string, colour: Colour): string {
    return this.#paragraph(text, ' '.repeat(MARGIN), colour);
  }

  // Text from the recording, wrapped; the first line has a label before it, the others as many blanks.
  #paragraph(text: string, label: string, colour?: Colour): string {
    return wrapped(inert(text), this.#options.width - label.length)
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

function quoted(text: string): string {
  return text === '' ? 'an unnamed program' : `\`${inert(text)}\``;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function duration(first: string | null, last: string | null): string {
  const milliseconds = first === null || last === null ? 0 : Date.parse(last) - Date.parse(first);
  return Number.isFinite(milliseconds) ? `${(milliseconds / 1000).toFixed(1)} s` : 'of unknown length';
}

function outcomeOf(end: SessionEnd | null): string {
  return end === null ? 'no closing line' : `outcome ${end.outcome}`;
}
