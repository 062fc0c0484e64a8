// SPDX-License-Identifier: Apache-2.0
//
// The page itself: verdict and facts on top, filters, the list, one line in full, keys, links, print. Refuses to say what the recording
// is worth: it shows what `session verify` said when the page was made.

/** @template {HTMLElement} T @param {string} id @param {{ new(): T }} kind @returns {T} */
function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page lacks #${id}`);
  return element;
}

/** @type {{ verdict: { state: string, explanation: string, at: { line: number } | null, counts: LooseEvent }, trusted: number, header: LooseEvent | null, end: LooseEvent | null, file: string, sha256: string, made: string, version: string }} */
const summary = JSON.parse(document.getElementById('summary')?.textContent ?? '{}');
/** Lines from here on are not as they were recorded, or lack their end. */
const trustEnds = ['signed', 'unsigned'].includes(summary.verdict.state) ? Infinity : summary.trusted;

const listBox = byId('list', HTMLElement);
const detail = byId('detail', HTMLElement);
const search = byId('search', HTMLInputElement);
const filters = { flags: 0, about: -1, resource: -1, text: '' };
/** Lines of the rows that pass the filters. @type {number[]} */
let shown = rowLines;
let selected = -1;
let loaded = false;
/** @type {RegExp | null} */
let found = null;
let turn = 0;

const list = createList(listBox, byId('sheet', HTMLElement), (row, position) => {
  const line = shown[position] ?? 0;
  paintRow(row, line, eventAt(line), found);
  row.setAttribute('aria-selected', String(position === selected));
});
const strip = createStrip(byId('strip', HTMLCanvasElement), () => shown, (position) => choose(position, false));

// ---- choosing -------------------------------------------------------------------------------------------------------------------

/** @param {number} position @param {boolean} open on a phone, the line covers the list only when it was asked for */
function choose(position, open) {
  if (shown.length === 0) return;
  selected = Math.max(0, Math.min(position, shown.length - 1));
  const line = shown[selected] ?? 0;
  list.reveal(selected);
  list.repaint();
  listBox.setAttribute('aria-activedescendant', `row-${selected}`);
  paintDetail(detail, line, found);
  strip.select(selected);
  if (open) document.body.classList.add('reading');
  // Without a step in the history for each key.
  history.replaceState(null, '', `#event-${line}`);
}

function closeDetail() {
  document.body.classList.remove('reading');
  listBox.focus();
}

/** The row at or after a line. @param {number} line */
function positionOf(line) {
  let low = 0;
  let high = shown.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shown[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Follows `#event-N`; filters that hide it are lifted. */
function followHash() {
  const match = /^#event-(\d{1,9})$/.exec(location.hash);
  const asked = match === null ? -1 : Number(match[1]);
  if (asked < 0 || asked >= lines.length) return;
  const line = rowLineOf(asked);
  if (shown[positionOf(line)] !== line) clearFilters();
  choose(positionOf(line), true);
  if (asked !== line) document.getElementById('outcome')?.scrollIntoView();
  history.replaceState(null, '', `#event-${asked}`);
}

/** @param {1 | -1} step */
function toTrouble(step) {
  const bad = REVIEW | DENY | REFUSED | FAILED;
  for (let position = selected + step; position >= 0 && position < shown.length; position += step) {
    if (((flagsOf[shown[position] ?? 0] ?? 0) & bad) !== 0) {
      choose(position, false);
      return;
    }
  }
}

// ---- filtering ------------------------------------------------------------------------------------------------------------------

/** @param {number} line */
function passes(line) {
  if (filters.flags !== 0 && ((flagsOf[line] ?? 0) & filters.flags) === 0) return false;
  if (filters.about >= 0 && aboutOf[line] !== filters.about) return false;
  return filters.resource < 0 || resourceOf[line] === filters.resource;
}

/** Whether any value of a line has the text in it. @param {number} line @param {RegExp} raw in its JSON @param {RegExp} text in its values */
function holds(line, raw, text) {
  raw.lastIndex = 0;
  // Names of fields are in the JSON, too: look closer only where there is something.
  return raw.test(lines[line] ?? '') && valueHolds(eventAt(line), text, 0);
}

/** @param {unknown} value @param {RegExp} text @param {number} depth @returns {boolean} */
function valueHolds(value, text, depth) {
  if (typeof value === 'object' && value !== null) return depth < 20 && Object.values(value).some((inner) => valueHolds(inner, text, depth + 1));
  text.lastIndex = 0;
  return text.test(String(value));
}

/** @param {string} text */
function literal(text) {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Applies the filters; a search goes over the lines in slices, so that keys are heard meanwhile. */
async function applyFilters() {
  turn += 1;
  const mine = turn;
  const line = selected >= 0 ? shown[selected] : undefined;
  const text = filters.text.trim();
  found = text === '' ? null : new RegExp(literal(text), 'giu');
  const candidates = rowLines.filter(passes);
  const kept = found === null ? candidates : await searched(candidates, text, found, mine);
  if (mine !== turn || kept === null) return;
  shown = kept;
  selected = -1;
  list.reset(shown.length);
  sayCount();
  strip.select(-1);
  if (line !== undefined && shown[positionOf(line)] === line) choose(positionOf(line), false);
  else if (shown.length > 0) list.reveal(0);
}

/** @param {readonly number[]} candidates @param {string} text @param {RegExp} values @param {number} mine @returns {Promise<number[] | null>} */
async function searched(candidates, text, values, mine) {
  const raw = new RegExp(literal(JSON.stringify(text).slice(1, -1)), 'iu');
  const plain = new RegExp(values.source, 'iu');
  const kept = [];
  let rest = performance.now() + 12;
  for (const line of candidates) {
    const partner = partnerOf[line] ?? -1;
    if (holds(line, raw, plain) || (partner >= 0 && holds(partner, raw, plain))) kept.push(line);
    if (performance.now() < rest) continue;
    await nextTask();
    if (mine !== turn) return null;
    rest = performance.now() + 12;
  }
  return kept;
}

function clearFilters() {
  Object.assign(filters, { flags: 0, about: -1, resource: -1, text: '' });
  search.value = '';
  byId('about', HTMLSelectElement).value = '-1';
  byId('resource', HTMLSelectElement).value = '-1';
  for (const chip of chips()) chip.setAttribute('aria-pressed', 'false');
  turn += 1;
  found = null;
  shown = rowLines;
  list.reset(shown.length);
  sayCount();
}

function sayCount() {
  const all = rowLines.length;
  const words = shown.length === all ? counted(all, 'row') : `${formatCount(shown.length)} of ${counted(all, 'row')}`;
  byId('count', HTMLElement).textContent = `${words}${loaded ? '' : ', loading …'}`;
  byId('nothing', HTMLElement).hidden = shown.length > 0 || !loaded;
}

/** @returns {HTMLButtonElement[]} */
function chips() {
  return [...document.querySelectorAll('#chips button')].filter((chip) => chip instanceof HTMLButtonElement);
}

/** @param {HTMLButtonElement} chip */
function toggleChip(chip) {
  filters.flags ^= Number(chip.dataset['flag']);
  chip.setAttribute('aria-pressed', String((filters.flags & Number(chip.dataset['flag'])) !== 0));
  void applyFilters();
}

function countChips() {
  for (const chip of chips()) {
    const flag = Number(chip.dataset['flag']);
    let count = 0;
    for (const line of rowLines) if (((flagsOf[line] ?? 0) & flag) !== 0) count += 1;
    const number = chip.querySelector('.number');
    if (number !== null) number.textContent = formatCount(count);
    chip.disabled = count === 0;
  }
}

function offerResources() {
  const choice = byId('resource', HTMLSelectElement);
  for (const [id, name] of resourceNames.slice(0, 1000).entries()) {
    const option = make('option', '', piecesOf(name.slice(0, 80), true).map(({ text }) => text).join(''));
    option.value = String(id);
    choice.append(option);
  }
  choice.hidden = resourceNames.length < 2;
}
