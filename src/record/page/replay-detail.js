// SPDX-License-Identifier: Apache-2.0
//
// One line in full, with what belongs to it: the end of an operation, approvals, what was said before. Every field of every kind is
// somewhere; what a kind has no place for stands in the list of its fields. Refuses to hide a field.

/** Rows and columns of a result that are laid out. */
const MAX_TABLE_ROWS = 100;
const MAX_TABLE_COLUMNS = 60;

/** @param {Element} parent @param {string} title */
function section(parent, title) {
  const box = make('section');
  box.append(make('h3', '', title));
  parent.append(box);
  return box;
}

/** @param {Element} parent @param {readonly (readonly [string, unknown])[]} pairs @param {RegExp | null} find */
function factList(parent, pairs, find) {
  const list = make('dl');
  for (const [name, value] of pairs) {
    if (value === '' || value === null || value === undefined) continue;
    list.append(makeShown('dt', '', name, { oneLine: true, max: 200 }), makeShown('dd', '', typeof value === 'object' ? prettyJson(value) : value, { find }));
  }
  if (list.childElementCount > 0) parent.append(list);
}

/** @param {unknown} value */
function prettyJson(value) {
  return JSON.stringify(value, null, 2);
}

/** @param {Element} parent @param {unknown} text @param {RegExp | null} find */
function codeBlock(parent, text, find) {
  const block = make('pre');
  block.tabIndex = 0;
  showText(block, asText(text), { find });
  parent.append(block);
}

/** @param {number} line @param {string} words */
function eventLink(line, words) {
  const link = make('a', 'event-link', words);
  link.href = `#event-${line}`;
  return link;
}

/** @param {Element} parent @param {unknown} masked */
function maskedChips(parent, masked) {
  const entries = Object.entries(asObject(masked));
  if (entries.length === 0) return;
  const box = make('p', 'chips', 'Masked: ');
  for (const [kind, count] of entries.slice(0, 100)) box.append(makeShown('span', 'chip', `${kind} ${asText(count)}`, { oneLine: true, max: 100 }));
  parent.append(box);
}

/** @param {Element} parent @param {LooseEvent} result @param {RegExp | null} find */
function resultTable(parent, result, find) {
  const columns = asList(result['columns']).slice(0, MAX_TABLE_COLUMNS);
  const rows = asList(result['rows']);
  const table = make('table');
  const head = table.createTHead().insertRow();
  for (const name of columns) head.append(makeShown('th', '', name, { oneLine: true, max: 200 }));
  const body = table.createTBody();
  for (const row of rows.slice(0, MAX_TABLE_ROWS)) {
    const cells = asList(row);
    const tableRow = body.insertRow();
    for (const [index] of columns.entries()) {
      const value = cells[index];
      tableRow.append(value === null || value === undefined ? make('td', 'null', 'null') : makeShown('td', '', value, { oneLine: true, find, max: 500 }));
    }
  }
  const frame = make('div', 'table');
  frame.tabIndex = 0;
  frame.append(table);
  parent.append(frame);
}

/** @param {Element} parent @param {number} line @param {LooseEvent} done @param {RegExp | null} find */
function outcomeSection(parent, line, done, find) {
  const box = section(parent, 'What came back');
  box.id = 'outcome';
  const error = asObject(done['error']);
  const result = asObject(done['result']);
  factList(box, [['outcome', done['outcome']], ['tag', done['tag']], ['ended', done['at']], ['took', durationOf(line)], ['rows', formatCount(asCount(done['rows']))], ['bytes', formatCount(asCount(done['bytes']))], ['sqlstate', error['sqlstate']], ['error', error['message']]], find);
  maskedChips(box, done['masked']);
  if (asList(result['columns']).length === 0) return;
  resultTable(box, result, find);
  const more = asCount(done['rows']) - Math.min(asList(result['rows']).length, MAX_TABLE_ROWS);
  if (more > 0) box.append(make('p', 'note', `and ${counted(more, 'more row')} that came back and are not in this table`));
}

/** @param {Element} parent @param {LooseEvent} event @param {RegExp | null} find */
function whySection(parent, event, find) {
  const box = section(parent, 'Why');
  const rules = asList(event['rules']).map(asText);
  const reasons = asList(event['reasons']).map(asText);
  const list = make('ul', 'why');
  for (let index = 0; index < Math.max(rules.length, reasons.length) && index < 100; index += 1) {
    const item = make('li');
    item.append(makeShown('b', '', rules[index] ?? 'because', { oneLine: true, find, max: 200 }), ' ', makeShown('span', '', reasons[index] ?? '', { find }));
    list.append(item);
  }
  for (const what of asList(event['unknown']).slice(0, 100)) list.append(makeShown('li', 'warn', `not understood: ${asText(what)}`, { find }));
  for (const one of asList(event['observed']).slice(0, 100)) list.append(makeShown('li', 'warn', `observed only: ${asText(asObject(one)['rule'])} would have said ${asText(asObject(one)['decision'])}`, { find }));
  box.append(list);
  const accesses = asList(event['accesses']).map(asObject);
  if (accesses.length === 0) return;
  const touched = section(parent, 'What it touches');
  resultTable(touched, { columns: ['effect', 'object', 'columns'], rows: accesses.map((one) => [asText(one['effect']), one['object'] ?? null, asList(one['columns']).map(asText).join(', ')]) }, find);
}

/** @param {Element} parent @param {LooseEvent} event @param {number} line @param {RegExp | null} find */
function operationDetail(parent, event, line, find) {
  codeBlock(parent, event['text'], find);
  whySection(parent, event, find);
  const partner = partnerOf[line] ?? -1;
  if (partner >= 0) outcomeSection(parent, line, eventAt(partner), find);
  else section(parent, 'What came back').append(make('p', 'note', event['decision'] === 'allow' ? 'Nobody knows how it ended: there is no line about it.' : 'Nothing: it was not forwarded.'));
  const approvals = approvalsOf.get(asCount(event['operation'])) ?? [];
  if (approvals.length > 0) {
    const list = make('ul');
    for (const at of approvals.slice(0, 100)) {
      const item = make('li');
      const words = approvalHeadline(eventAt(at));
      item.append(makeShown('b', '', words.badge, { oneLine: true }), ' ', makeShown('span', '', words.title, { oneLine: true }), ' ', eventLink(at, `event ${at}`));
      list.append(item);
    }
    section(parent, 'Approvals').append(list);
  }
}

/** Fields with a place of their own, by kind; all others are listed. @type {Readonly<Record<string, readonly string[]>>} */
const PLACED = {
  decided: ['text', 'rules', 'reasons', 'unknown', 'observed', 'accesses'], done: ['result', 'masked', 'error'],
  prompt: ['text', 'masked'], tool: ['input', 'masked'], 'tool-result': ['output', 'masked'], output: ['text', 'masked'],
};

/** The text that a line is about. @param {LooseEvent} event */
function bodyOf(event) {
  switch (event['type']) {
    case 'prompt':
    case 'output':
      return event['text'];
    case 'tool':
      return readableJson(asText(event['input']));
    case 'tool-result':
      return readableJson(asText(event['output']));
    default:
      return undefined;
  }
}

/** JSON on lines of its own, anything else as it is. @param {string} text */
function readableJson(text) {
  if (!/^\s*[[{]/.test(text) || text.length > MAX_SHOWN) return text;
  try {
    return prettyJson(JSON.parse(text));
  } catch {
    return text;
  }
}

/**
 * Fills the panel.
 * @param {HTMLElement} panel @param {number} asked the line asked for, which may be an operation's end @param {RegExp | null} find
 */
function paintDetail(panel, asked, find) {
  const line = rowLineOf(asked);
  const event = eventAt(line);
  const type = asText(event['type']);
  const { badge, tone } = headlineOf(line, event);
  panel.dataset['tone'] = tone;
  const head = make('header');
  head.append(makeShown('span', 'badge', badge, { oneLine: true, max: 24 }), makeShown('h2', '', type === 'decided' ? `#${asText(event['operation'])} ${asText(event['statement']) || asText(event['name'])}` : type, { oneLine: true, max: 200, find }));
  const place = make('p', 'place');
  place.append(makeShown('span', '', asText(event['at']).replace('T', ' ').replace('Z', ' UTC'), { oneLine: true, max: 60 }), ' · ', eventLink(line, `#event-${line}`));
  const body = make('div', 'body');
  if (line >= trustEnds) body.append(make('p', 'warn', 'This line stands where the recording can not be trusted any more.'));
  if (type === 'decided') operationDetail(body, event, line, find);
  else if (type === 'done') outcomeSection(body, line, event, find);
  const text = bodyOf(event);
  if (text !== undefined) codeBlock(body, text, find);
  if (type !== 'decided' && type !== 'done') maskedChips(body, event['masked']);
  contextLinks(body, event, line);
  const placed = PLACED[type] ?? [];
  factList(section(body, 'Fields'), Object.entries(event).filter(([name]) => !placed.includes(name)), find);
  rawSection(body, line);
  panel.replaceChildren(head, place, body);
  panel.scrollTop = 0;
}

/** @param {Element} body @param {LooseEvent} event @param {number} line */
function contextLinks(body, event, line) {
  const said = saidBefore[line] ?? -1;
  if (said >= 0 && event['type'] !== 'prompt') {
    const words = headlineOf(said, eventAt(said));
    const note = make('p', 'note', 'Said before it: ');
    note.append(eventLink(said, `event ${said}`), ' ', makeShown('span', '', `${words.badge}: ${words.title}`, { oneLine: true, max: 160 }));
    body.append(note);
  }
  if (event['type'] === 'output' && terminalAvailable()) {
    const button = make('button', '', 'Play from here');
    button.addEventListener('click', () => openTerminal(line));
    body.append(button);
  }
  if (event['type'] !== 'approval') return;
  for (const number of asList(event['operations']).slice(0, 100)) {
    const at = decidedLines.get(asCount(number));
    if (at !== undefined) body.append(eventLink(at, `operation ${asCount(number)}`), ' ');
  }
}

/** @param {Element} body @param {number} line */
function rawSection(body, line) {
  const raw = make('details');
  raw.append(make('summary', '', 'The line itself'));
  raw.addEventListener('toggle', () => {
    if (!raw.open || raw.childElementCount > 1) return;
    const partner = partnerOf[line] ?? -1;
    for (const one of partner < 0 ? [line] : [line, partner]) codeBlock(raw, prettyJson(eventAt(one)), null);
    raw.append(make('p', 'note', 'Without `prev`, the hash of the line before it.'));
  });
  body.append(raw);
}

/** The line whose row shows a line. @param {number} line */
function rowLineOf(line) {
  const partner = partnerOf[line] ?? -1;
  return partner >= 0 && partner < line ? partner : line;
}
