// SPDX-License-Identifier: Apache-2.0
//
// A recording as an asciicast v3: what commands printed, as it was printed; where nothing was printed, the story that `session replay`
// tells, in its own time. Markers stand where something was not simply allowed. Refuses nothing: escapes of recorded output are what a
// player plays.
// @see https://docs.asciinema.org/manual/asciicast/v3/
import type { RecordedLine, TerminalOutput } from '../core/events.js';
import type { Exporter } from './export.js';
import { clipped, inert } from './inert.js';
import { Story } from './story.js';

const SIZE = { columns: 100, rows: 30 };
/** A terminal that a player can draw. */
const MIN_CELLS = 10;
const MAX_CELLS = 1000;
const IDLE_SECONDS = 2;
const MARKER_CELLS = 80;

/** `printed`: the recording has output in it, so that is played and the story is not. */
export class CastExporter implements Exporter {
  readonly #printed: boolean;
  readonly #story = new Story({ colour: true, width: SIZE.columns });
  #begun = false;
  #before: number | null = null;

  constructor(printed: boolean) {
    this.#printed = printed;
  }

  line(line: RecordedLine): string {
    if (this.#printed) return this.#begin(line) + (line.type === 'output' ? this.#output(line) : '') + this.#marker(line);
    const told = this.#story.tell(line);
    return this.#begin(line) + this.#marker(line) + (told === '' ? '' : this.#event(line.at, 'o', terminalLines(told)));
  }

  end(): string {
    return this.#begin(null);
  }

  #begin(line: RecordedLine | null): string {
    if (this.#begun) return '';
    this.#begun = true;
    const title = line?.type === 'session' ? `session ${inert(line.session)}` : 'session';
    const term = this.#printed ? { cols: 80, rows: 24 } : { cols: SIZE.columns, rows: SIZE.rows };
    return `${JSON.stringify({ version: 3, term, ...(line === null ? {} : { timestamp: Math.floor(Date.parse(line.at) / 1000) }), idle_time_limit: IDLE_SECONDS, title })}\n`;
  }

  #output(line: TerminalOutput & { readonly at: string }): string {
    const size = line.size === null ? '' : this.#event(line.at, 'r', `${cells(line.size.columns)}x${cells(line.size.rows)}`);
    return size + (line.stream === 'stdin' ? this.#event(line.at, 'i', line.text) : this.#event(line.at, 'o', terminalLines(line.text)));
  }

  #marker(line: RecordedLine): string {
    if (line.type === 'decided' && line.decision !== 'allow') return this.#event(line.at, 'm', short(`${line.decision} #${line.operation} ${line.statement}`));
    if (line.type === 'refused') return this.#event(line.at, 'm', short(`refused: ${line.reason}`));
    return line.type === 'approval' ? this.#event(line.at, 'm', short(`approval ${line.state}`)) : '';
  }

  /** Times of this format are those since the event before. */
  #event(at: string, code: 'o' | 'i' | 'r' | 'm', data: string): string {
    const now = Date.parse(at);
    const before = this.#before ?? now;
    this.#before = Math.max(now, before);
    return `${JSON.stringify([Number(((this.#before - before) / 1000).toFixed(3)), code, data])}\n`;
  }
}

function short(text: string): string {
  return clipped(inert(text.slice(0, 4 * MARKER_CELLS)), MARKER_CELLS);
}

function cells(count: number): number {
  return Math.min(MAX_CELLS, Math.max(MIN_CELLS, count));
}

// Without a terminal between, a line feed alone does not go back to the margin.
function terminalLines(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}
