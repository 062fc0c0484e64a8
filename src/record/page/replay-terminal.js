// SPDX-License-Identifier: Apache-2.0
//
// The terminal: what commands printed, played back by asciinema-player, which is in the page only when there is something to play.
// Recorded escapes act on the emulator alone. Refuses to play more than a browser holds.

/** Bytes of output that are handed to the player; the rest is in the list. */
const MAX_PLAYED = 32 * 1024 * 1024;

/** @typedef {{ create(source: unknown, element: HTMLElement, options: Record<string, unknown>): { dispose(): void, seek(at: number): Promise<unknown>, play(): Promise<unknown> } }} Player */

/** @returns {Player | null} */
function playerLibrary() {
  return /** @type {{ AsciinemaPlayer?: Player }} */ (/** @type {unknown} */ (globalThis)).AsciinemaPlayer ?? null;
}

function terminalAvailable() {
  return outputLines.length > 0 && playerLibrary() !== null;
}

/** Whose output there is: null for the session's own command. @returns {unknown[]} */
function terminalSources() {
  return [...new Set(outputLines.map((line) => eventAt(line)['operation'] ?? null))];
}

/** An asciicast of one command's output. @param {unknown} operation */
function castOf(operation) {
  const events = outputLines.filter((line) => (eventAt(line)['operation'] ?? null) === operation);
  const first = eventAt(events[0] ?? 0);
  const size = asObject(first['size']);
  const begin = timeOf[events[0] ?? 0] ?? 0;
  /** @type {(readonly [number, string, string])[]} */
  const entries = [];
  let length = 0;
  for (const line of events) {
    const event = eventAt(line);
    const at = Math.max(0, ((timeOf[line] ?? begin) - begin) / 1000) || 0;
    const text = asText(event['text']);
    length += text.length;
    if (length > MAX_PLAYED) break;
    const resized = asObject(event['size']);
    if (entries.length > 0 && asCount(resized['columns']) > 0) entries.push([at, 'r', `${clampedCells(resized['columns'])}x${clampedCells(resized['rows'])}`]);
    // Without a terminal, lines end with a line feed alone.
    if (event['stream'] !== 'stdin') entries.push([at, 'o', text.replace(/\r?\n/g, '\r\n')]);
  }
  const header = { version: 2, width: clampedCells(size['columns'] ?? 100), height: clampedCells(size['rows'] ?? 28) };
  return { cast: [header, ...entries].map((entry) => JSON.stringify(entry)).join('\n'), begin };
}

/** Cells of a terminal that can be drawn. @param {unknown} count */
function clampedCells(count) {
  return Math.min(400, Math.max(10, Math.floor(asCount(count))));
}

/** @type {{ dispose(): void } | null} */
let playing = null;

/** Opens the terminal; `line`: the output line to begin at. @param {number} [line] */
function openTerminal(line) {
  const library = playerLibrary();
  const dialog = byId('terminal', HTMLDialogElement);
  if (library === null || outputLines.length === 0) return;
  const sources = terminalSources();
  const wanted = line === undefined ? sources[0] : (eventAt(line)['operation'] ?? null);
  const choice = byId('terminal-source', HTMLSelectElement);
  choice.replaceChildren(...sources.slice(0, 1000).map((source) => {
    const option = make('option', '', source === null ? "the session's command" : `operation ${asText(source).slice(0, 40)}`);
    option.selected = source === wanted;
    return option;
  }));
  choice.hidden = sources.length < 2;
  choice.onchange = () => playSource(library, sources[choice.selectedIndex] ?? null, 0);
  if (!dialog.open) dialog.showModal();
  playSource(library, wanted, line === undefined ? 0 : (timeOf[line] ?? 0));
}

/** @param {Player} library @param {unknown} source @param {number} from milliseconds since the epoch; 0: the beginning */
function playSource(library, source, from) {
  closePlayer();
  const { cast, begin } = castOf(source);
  const player = library.create({ data: cast }, byId('player', HTMLElement), { fit: 'both', idleTimeLimit: 2, terminalFontFamily: 'ui-monospace, Menlo, Consolas, monospace', startAt: from > begin ? (from - begin) / 1000 : 0, controls: true, preload: true, poster: 'npt:0:1' });
  playing = player;
  void player.play().catch(() => undefined);
}

function closePlayer() {
  playing?.dispose();
  playing = null;
  byId('player', HTMLElement).replaceChildren();
}
