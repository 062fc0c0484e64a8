// SPDX-License-Identifier: Apache-2.0
//
// What each kind of line says in one row: a badge, a headline, a line below, a result at the right. Reads any line, of a kind that it
// does not know, too; refuses to assume a field's type: the recording may be altered.

/**
 * `mono`: the headline is code.
 * @typedef {{ badge: string, tone: string, title: string, mono: boolean, below: string, right: string }} Headline
 */

/** @param {unknown} masked */
function maskedCount(masked) {
  return Object.values(asObject(masked)).reduce((/** @type {number} */ sum, count) => sum + asCount(count), 0);
}

/** @param {LooseEvent} done */
function outcomeWords(done) {
  const error = asObject(done['error']);
  if (done['outcome'] === 'failed') return asText(error['sqlstate']) || 'failed';
  if (done['outcome'] === 'unknown') return 'end unknown';
  return asText(done['tag']) || asText(done['outcome']);
}

/** @param {number} line */
function durationOf(line) {
  const partner = partnerOf[line] ?? -1;
  const took = partner < 0 ? NaN : (timeOf[partner] ?? NaN) - (timeOf[line] ?? NaN);
  if (!Number.isFinite(took)) return '';
  return took < 1000 ? `${took} ms` : `${(took / 1000).toFixed(1)} s`;
}

/** @param {LooseEvent} event @param {number} line @returns {Headline} */
function operationHeadline(event, line) {
  const decision = asText(event['decision']);
  const partner = partnerOf[line] ?? -1;
  const done = partner < 0 ? null : eventAt(partner);
  const reasons = asList(event['reasons']).map(asText);
  const rules = asList(event['rules']).map(asText).join(', ');
  const masked = done === null ? 0 : maskedCount(done['masked']);
  const passed = decision === 'allow';
  const right = passed ? [done === null ? 'no word of its end' : outcomeWords(done), masked > 0 ? `${formatCount(masked)} masked` : ''] : [];
  return {
    badge: decision || 'decided', tone: decision, title: asText(event['text']) || asText(event['name']), mono: true,
    below: `#${asText(event['operation'])} ${asText(event['resource'])} · ${rules}${passed || reasons.length === 0 ? '' : ` · ${reasons[0]}`}`,
    right: right.filter((part) => part !== '').join('\n'),
  };
}

/** @type {Readonly<Record<string, (event: LooseEvent, line: number) => Headline>>} */
const HEADLINES = {
  decided: operationHeadline,
  done: (event) => plainRow('ended', 'quiet', `operation ${asText(event['operation'])} ended`, 'its decision is not before it', outcomeWords(event)),
  session: (event) => plainRow('session', 'quiet', `session ${asText(event['session'])} begins`, asList(event['command']).map(asText).join(' ')),
  connection: (event) => plainRow('open', 'quiet', `connection ${asText(event['connection'])} to ${asText(event['resource'])}`, `opened by ${asText(event['application']) || 'an unnamed program'}`),
  disconnected: (event) => plainRow('close', 'quiet', `connection ${asText(event['connection'])} closed`, asText(event['reason'])),
  gate: (event) => plainRow('gate', 'quiet', `the gate itself sent ${asText(event['statement'])}`, asText(event['purpose'])),
  refused: (event) => plainRow('refused', 'deny', asText(event['reason']), event['connection'] === null ? 'before there was a connection' : `on connection ${asText(event['connection'])}`),
  prompt: (event) => plainRow(asText(event['role']), 'talk', asText(event['text']), [asText(event['model']), asText(event['resource'])].filter((part) => part !== '').join(' · ') || 'said to no known model'),
  tool: (event) => ({ ...plainRow('tool', 'talk', `${asText(event['name'])} ${asText(event['input'])}`, `call ${asText(event['call'])}`), mono: true }),
  'tool-result': (event) => ({ ...plainRow('answer', 'talk', asText(event['output']) || '(nothing)', `to call ${asText(event['call'])}`, asText(event['outcome'])), mono: true }),
  approval: approvalHeadline,
  output: (event) => ({ ...plainRow(asText(event['stream']), 'talk', asText(event['text']), event['operation'] === null ? "of the session's command" : `of operation ${asText(event['operation'])}`), mono: true }),
  checkpoint: (event) => plainRow('check', 'quiet', `checkpoint after ${asText(event['count'])} lines`, event['signature'] === null ? 'not signed' : 'carries a signature'),
  end: (event) => plainRow('end', 'quiet', 'the session ends', `${asText(event['count'])} lines before this one`, asText(event['outcome'])),
};

/** @param {LooseEvent} event @returns {Headline} */
function approvalHeadline(event) {
  const state = asText(event['state']);
  const tone = state === 'approved' || state === 'used' || state === 'told' ? 'allow' : state === 'requested' ? 'review' : 'deny';
  const by = asList(event['by']).map(asText).join(', ');
  const what = asList(event['operations']).map((number) => `#${asText(number)}`).join(', ') || 'no operation';
  const told = state === 'told' ? 'the pull request was told' : state === 'untold' ? 'the pull request could not be told' : null;
  return plainRow(state, tone, told ?? `approval of ${what}${by === '' ? '' : ` by ${by}`}`, asText(event['reason']));
}

/** @param {string} badge @param {string} tone @param {string} title @param {string} below @param {string} [right] @returns {Headline} */
function plainRow(badge, tone, title, below, right = '') {
  return { badge, tone, title, mono: false, below, right };
}

/** @param {number} line @param {LooseEvent} event @returns {Headline} */
function headlineOf(line, event) {
  const type = asText(event['type']);
  if (Object.hasOwn(HEADLINES, type)) {
    const known = HEADLINES[type];
    if (known !== undefined) return known(event, line);
  }
  const { type: _type, seq: _seq, at: _at, ...rest } = event;
  return { ...plainRow(type || 'no kind', 'other', JSON.stringify(rest), 'a kind that this page does not know'), mono: true };
}

/** @param {unknown} at */
function clockOf(at) {
  const text = asText(at);
  return text.length === 24 ? text.slice(11, 23) : text;
}

/** @param {number} line @param {LooseEvent} event */
function paintRow(/** @type {HTMLElement} */ row, line, event, /** @type {RegExp | null} */ find) {
  const { badge, tone, title, mono, below, right } = headlineOf(line, event);
  row.dataset['tone'] = tone;
  row.classList.toggle('untrusted', line >= trustEnds);
  const words = make('span', 'words');
  words.append(makeShown('span', mono ? 'title mono' : 'title', title, { oneLine: true, find, max: 300 }), makeShown('span', 'below', below, { oneLine: true, find, max: 300 }));
  const time = makeShown('span', 'time', clockOf(event['at']), { oneLine: true, max: 40 });
  const result = make('span', 'result');
  for (const part of right.split('\n')) if (part !== '') result.append(makeShown('span', '', part, { oneLine: true, max: 60 }));
  const took = durationOf(line);
  if (took !== '' && tone === 'allow' && result.childElementCount < 2) result.append(make('span', 'took', took));
  row.replaceChildren(time, makeShown('span', 'badge', badge, { oneLine: true, max: 24 }), words, result);
}
