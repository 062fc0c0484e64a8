// SPDX-License-Identifier: Apache-2.0
//
// Wires the page: what stands on top, keys, dialogs, print, and the start. Refuses nothing; it is the door.

/** @type {Readonly<Record<string, string>>} */
const STATE_WORDS = { signed: 'Signed', unsigned: 'Not signed', incomplete: 'Incomplete', altered: 'Altered' };
/** @type {Readonly<Record<string, string>>} */
const STATE_MARKS = { signed: '✓', unsigned: '○', incomplete: '◐', altered: '✕' };

function showVerdict() {
  const { verdict, header, end, file, sha256, made, version } = summary;
  const box = byId('verdict', HTMLElement);
  box.dataset['state'] = verdict.state;
  byId('state-mark', HTMLElement).textContent = STATE_MARKS[verdict.state] ?? '?';
  byId('state', HTMLElement).textContent = STATE_WORDS[verdict.state] ?? verdict.state;
  showText(byId('explanation', HTMLElement), `${verdict.explanation.slice(0, 1).toUpperCase()}${verdict.explanation.slice(1)}.`);
  showText(byId('verified', HTMLElement), `So said ostiary ${version} on ${made.replace('T', ' ').slice(0, 16)} UTC about `);
  byId('verified', HTMLElement).append(makeShown('b', '', file, { oneLine: true, max: 200 }), '. This page can not vouch for itself. Ask again: ', make('code', '', 'ostiary session verify FILE'));
  const principal = asObject(header?.['principal']);
  document.title = `${inertText(asText(header?.['session']) || file)} · ${verdict.state} · session replay`;
  showText(byId('who', HTMLElement), asText(principal['subject']) || 'a session without a header', { oneLine: true, max: 300 });
  showText(byId('when', HTMLElement), whenWords(summary), { oneLine: true, max: 300 });
  showFacts(header ?? {}, principal, sha256);
}

/** @param {string} text */
function inertText(text) {
  return piecesOf(text.slice(0, 100), true).map(({ text: part }) => part).join('');
}

/** @param {typeof summary} about */
function whenWords({ verdict, header, end }) {
  const begin = asText(header?.['at']);
  const length = Date.parse(asText(end?.['at'])) - Date.parse(begin);
  const took = Number.isFinite(length) ? `, ${length < 60_000 ? `${(length / 1000).toFixed(1)} s` : `${Math.round(length / 60_000)} min`}` : '';
  // Of an altered recording what follows was not read, so nobody knows whether it was closed.
  const outcome = verdict.at !== null ? `, altered at line ${verdict.at.line}` : end === null ? ', no closing line' : `, outcome ${asText(end['outcome'])}`;
  return `${begin.replace('T', ' ').slice(0, 19)} UTC${took}${outcome}`;
}

/** @param {LooseEvent} header @param {LooseEvent} principal @param {string} sha256 */
function showFacts(header, principal, sha256) {
  const host = asObject(header['host']);
  const policy = asObject(header['policy']);
  const facts = Object.entries(asObject(host['facts'])).map(([name, value]) => `${name} ${asText(value)}`).join(', ');
  factList(byId('facts', HTMLElement), [
    ['session', header['session']], ['principal', asText(principal['subject'])], ['identities', asList(principal['names']).map(asText).join(', ') || 'none of the policy'], ['issuer', principal['issuer']],
    ['prompted by', asText(header['prompter']) || 'nobody known'], ['host', [asText(host['kind']), facts].filter((part) => part !== '').join(': ')],
    ['resources', asList(header['resources']).map(asObject).map((one) => `${asText(one['name'])} (${asText(one['type'])} ${asText(one['target'])})`).join(', ')],
    ['command', asList(header['command']).map(asText).join(' ')],
    ['policy', `${asText(policy['mode'])}, from ${asText(policy['source'])}`], ['policy digest', policy['digest']],
    ['packs', asList(header['packs']).map(asObject).map((one) => `${asText(one['name'])} ${asText(one['version'])}`).join(', ') || 'none'],
    ['written by', `ostiary ${asText(header['ostiary'])}, durability ${asText(header['durability'])}`], ['SHA-256 of the file', sha256],
  ], null);
}

// ---- keys -----------------------------------------------------------------------------------------------------------------------

/** By key; `help` in replay.html says the same. @type {Readonly<Record<string, () => void>>} */
const KEYS = {
  j: () => choose(selected + 1, false), ArrowDown: () => choose(selected + 1, false),
  k: () => choose(selected - 1, false), ArrowUp: () => choose(selected - 1, false),
  PageDown: () => choose(selected + list.page(), false), PageUp: () => choose(selected - list.page(), false),
  Home: () => choose(0, false), g: () => choose(0, false), End: () => choose(shown.length - 1, false), G: () => choose(shown.length - 1, false),
  n: () => toTrouble(1), p: () => toTrouble(-1),
  Enter: openDetail,
  '/': () => search.focus(),
  Escape: () => (document.body.classList.contains('reading') || detail.contains(document.activeElement) ? closeDetail() : clearFilters()),
  s: () => paintShort(detail),
  t: () => openTerminal(), i: () => toggleFacts(), c: switchTheme,
  '?': () => byId('help', HTMLDialogElement).showModal(),
  ...Object.fromEntries(['1', '2', '3', '4', '5'].map((key, index) => [key, () => pressChip(index)])),
  0: clearFilters,
};

function openDetail() {
  if (selected < 0) choose(0, true);
  document.body.classList.add('reading');
  detail.focus();
}

/** @param {number} index */
function pressChip(index) {
  const chip = chips()[index];
  if (chip !== undefined && !chip.disabled) toggleChip(chip);
}

function toggleFacts() {
  const facts = byId('about-session', HTMLDetailsElement);
  facts.open = !facts.open;
}

function switchTheme() {
  const root = document.documentElement;
  const dark = root.dataset['theme'] === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : root.dataset['theme'] === 'dark';
  root.dataset['theme'] = dark ? 'light' : 'dark';
  strip.draw();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target === search && event.key === 'Escape') {
    search.value = '';
    filters.text = '';
    void applyFilters();
    listBox.focus();
    return;
  }
  if (target === search && (event.key === 'Enter' || event.key === 'ArrowDown')) listBox.focus();
  else if (target.closest('input, select, textarea') !== null) return;
  // Buttons and links hear Enter themselves; what is read scrolls by its own keys.
  const scrolls = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'Enter'].includes(event.key);
  if (scrolls && target.closest('a, button, summary, #detail') !== null) return;
  const act = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
  if (act === undefined) return;
  event.preventDefault();
  act();
}

// ---- print ----------------------------------------------------------------------------------------------------------------------

/** Rows on paper; a list of a hundred thousand is no paper. */
const MAX_PRINTED = 2000;

function beforePrint() {
  const paper = byId('paper', HTMLElement);
  const rows = shown.slice(0, MAX_PRINTED).map((line) => {
    const row = make('div', 'row');
    paintRow(row, line, eventAt(line), null);
    return row;
  });
  const rest = shown.length - rows.length;
  paper.replaceChildren(...rows, ...(rest > 0 ? [make('p', 'note', `${counted(rest, 'more row')} not printed: filter first`)] : []));
}

// ---- start ----------------------------------------------------------------------------------------------------------------------

function listen() {
  addEventListener('keydown', onKey);
  addEventListener('hashchange', followHash);
  addEventListener('beforeprint', beforePrint);
  addEventListener('afterprint', () => byId('paper', HTMLElement).replaceChildren());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', strip.draw);
  listBox.addEventListener('choose', (event) => {
    if (event instanceof CustomEvent) choose(Number(event.detail), true);
    listBox.focus({ preventScroll: true });
  });
  search.addEventListener('input', () => {
    filters.text = search.value;
    void applyFilters();
  });
  for (const name of /** @type {const} */ (['about', 'resource'])) {
    const choice = byId(name, HTMLSelectElement);
    choice.addEventListener('change', () => {
      filters[name] = Number(choice.value);
      void applyFilters();
    });
  }
  for (const chip of chips()) chip.addEventListener('click', () => toggleChip(chip));
  byId('close', HTMLElement).addEventListener('click', closeDetail);
  byId('clear', HTMLElement).addEventListener('click', clearFilters);
  byId('theme', HTMLElement).addEventListener('click', switchTheme);
  byId('open-help', HTMLElement).addEventListener('click', () => byId('help', HTMLDialogElement).showModal());
  byId('open-terminal', HTMLElement).addEventListener('click', () => openTerminal());
  byId('terminal', HTMLDialogElement).addEventListener('close', closePlayer);
}

/** @param {number} share */
function onProgress(share) {
  byId('progress', HTMLElement).style.transform = `scaleX(${share})`;
  if (shown === rowLines) list.grow(shown.length);
  sayCount();
}

async function start() {
  showVerdict();
  listen();
  await loadBlocks(onProgress);
  loaded = true;
  byId('progress', HTMLElement).hidden = true;
  countChips();
  offerResources();
  byId('open-terminal', HTMLElement).hidden = !terminalAvailable();
  if (filters.text !== '' || filters.flags !== 0 || filters.about >= 0) await applyFilters();
  sayCount();
  strip.draw();
  paintShort(detail);
  listBox.focus({ preventScroll: true });
  followHash();
  document.documentElement.dataset['ready'] = 'true';
}

void start();
