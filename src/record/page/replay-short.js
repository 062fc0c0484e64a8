// SPDX-License-Identifier: Apache-2.0
//
// The session in short, shown until a line is chosen: what it was asked to do, and what was not simply allowed, alike things together.
// Refuses to count what it did not read: beyond a number of lines it says so.

/** Lines that are read for the groups. */
const MAX_READ = 20_000;
const MAX_GROUPS = 12;

/** @typedef {{ badge: string, tone: string, what: string, count: number, first: number }} Group */

/** Alike lines that were not simply allowed, in the order in which they first came. */
function troubleGroups() {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  let read = 0;
  for (const line of rowLines) {
    if (((flagsOf[line] ?? 0) & (REVIEW | DENY | REFUSED | FAILED)) === 0) continue;
    read += 1;
    if (read > MAX_READ) break;
    const { badge, tone, title } = headlineOf(line, eventAt(line));
    const failed = ((flagsOf[line] ?? 0) & FAILED) !== 0;
    const key = `${badge} ${failed ? 'failed' : ''} ${title.slice(0, 200)}`;
    const group = groups.get(key);
    if (group !== undefined) group.count += 1;
    else groups.set(key, { badge: failed ? 'failed' : badge, tone: failed ? 'warn' : tone, what: title, count: 1, first: line });
  }
  const rank = ['deny', 'review', 'warn'];
  const sorted = [...groups.values()].sort((one, other) => rank.indexOf(one.tone) - rank.indexOf(other.tone) || other.count - one.count);
  return { groups: sorted, all: read <= MAX_READ };
}

/** @param {HTMLElement} panel */
function paintShort(panel) {
  const box = make('div');
  box.id = 'short';
  box.append(make('h2', '', 'In short'));
  const asked = rowLines.find((line) => aboutOf[line] === ABOUT.talk && eventAt(line)['role'] === 'user');
  if (asked !== undefined) {
    const quote = make('blockquote');
    showText(quote, asText(eventAt(asked)['text']), { max: 2000 });
    const part = section(box, 'What was asked');
    part.append(quote, eventLink(asked, `event ${asked}`));
  }
  const { groups, all } = troubleGroups();
  const part = section(box, 'Not simply allowed');
  if (groups.length === 0) part.append(make('p', 'calm', 'Nothing: all that was asked of a resource was allowed, and went well.'));
  const list = make('ul');
  for (const group of groups.slice(0, MAX_GROUPS)) list.append(groupItem(group));
  part.append(list);
  const rest = groups.length - MAX_GROUPS;
  if (rest > 0 || !all) part.append(make('p', 'note', `${rest > 0 ? `and ${counted(rest, 'more kind')}` : ''}${all ? '' : `, as far as ${counted(MAX_READ, 'line')} go`}`));
  const hint = make('p', 'hint', 'Choose a line to read it in full. ');
  for (const [key, what] of [['j', ' '], ['k', ' go down and up, '], ['n', ' to the next of these, '], ['?', ' shows all keys.']]) hint.append(make('kbd', '', key), what ?? '');
  box.append(hint);
  delete panel.dataset['tone'];
  panel.replaceChildren(box);
}

/** @param {Group} group */
function groupItem({ badge, tone, what, count, first }) {
  const item = make('li');
  item.dataset['tone'] = tone;
  item.append(makeShown('span', 'badge', badge, { oneLine: true, max: 24 }), makeShown('span', 'what mono', what, { oneLine: true, max: 200 }));
  const much = make('span', 'much', count === 1 ? '' : `${formatCount(count)} × `);
  much.append(eventLink(first, count === 1 ? `event ${first}` : 'first'));
  item.append(much);
  return item;
}
