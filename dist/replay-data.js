// SPDX-License-Identifier: Apache-2.0
//
// The recording inside the page: blocks of deflated JSON lines, unpacked one after the other so that the first screen stands while the
// rest arrives. Keeps lines as text and small numbers about each; refuses to keep parsed events: they are parsed again when shown.

/** @typedef {Record<string, unknown>} LooseEvent */

const ALLOW = 1;
const REVIEW = 2;
const DENY = 4;
const REFUSED = 8;
const FAILED = 16;
/** What a line is about, for the filter by kind. */
const ABOUT = /** @type {const} */ ({ operation: 0, talk: 1, approval: 2, output: 3, connection: 4, record: 5, other: 6 });
/** @type {Readonly<Record<string, number>>} */
const ABOUT_OF = {
  decided: ABOUT.operation, done: ABOUT.operation, prompt: ABOUT.talk, tool: ABOUT.talk, 'tool-result': ABOUT.talk, approval: ABOUT.approval, output: ABOUT.output,
  connection: ABOUT.connection, disconnected: ABOUT.connection, gate: ABOUT.connection, refused: ABOUT.connection, session: ABOUT.record, checkpoint: ABOUT.record, end: ABOUT.record,
};
const NO_RESOURCE = 0;

/** One entry a line, in the order of the file. */
const lines = /** @type {string[]} */ ([]);
const aboutOf = /** @type {number[]} */ ([]);
const flagsOf = /** @type {number[]} */ ([]);
const resourceOf = /** @type {number[]} */ ([]);
/** Milliseconds since the epoch; NaN when the line says none. */
const timeOf = /** @type {number[]} */ ([]);
/** Of a decision its end, of an end its decision; -1. */
const partnerOf = /** @type {number[]} */ ([]);
/** The last prompt or tool call before a line; -1. */
const saidBefore = /** @type {number[]} */ ([]);
/** Lines that have a row of their own: all but ends that stand with their decision. */
const rowLines = /** @type {number[]} */ ([]);
const resourceNames = ['(none)'];
/** Approvals by operation. */
const approvalsOf = /** @type {Map<number, number[]>} */ (new Map());
/** The decision about an operation. */
const decidedLines = /** @type {Map<number, number>} */ (new Map());
const outputLines = /** @type {number[]} */ ([]);

const openOperations = /** @type {Map<number, number>} */ (new Map());
const resourceIds = /** @type {Map<string, number>} */ (new Map());
const resourceOfConnection = /** @type {Map<unknown, number>} */ (new Map());
let lastSaid = -1;

/** @param {number} line @returns {LooseEvent} */
function eventAt(line) {
  return /** @type {LooseEvent} */ (JSON.parse(lines[line] ?? '{}'));
}

/** @param {unknown} value @returns {LooseEvent} */
function asObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? /** @type {LooseEvent} */ (value) : {};
}

/** @param {unknown} value @returns {unknown[]} */
function asList(value) {
  return Array.isArray(value) ? value : [];
}

/** @param {unknown} value */
function asText(value) {
  return typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
}

/** @param {unknown} value */
function asCount(value) {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** @param {LooseEvent} event */
function flags({ type, decision, outcome, state }) {
  if (type === 'decided') return decision === 'allow' ? ALLOW : decision === 'review' ? REVIEW : decision === 'deny' ? DENY : 0;
  if (type === 'refused') return REFUSED;
  if (type === 'approval') return state === 'refused' || state === 'expired' || state === 'untold' || state === 'break-glass' ? REFUSED : 0;
  return outcome === 'failed' && (type === 'done' || type === 'tool-result') ? FAILED : 0;
}

/** @param {LooseEvent} event */
function resourceIdOf({ type, resource, connection }) {
  if (typeof resource !== 'string') return resourceOfConnection.get(connection) ?? NO_RESOURCE;
  let id = resourceIds.get(resource);
  if (id === undefined) {
    id = resourceNames.push(resource) - 1;
    resourceIds.set(resource, id);
  }
  if (type === 'connection') resourceOfConnection.set(connection, id);
  return id;
}

/** @param {string} text */
function addLine(text) {
  const line = lines.push(text) - 1;
  const event = eventAt(line);
  const type = asText(event['type']);
  aboutOf.push(Object.hasOwn(ABOUT_OF, type) ? (ABOUT_OF[type] ?? ABOUT.other) : ABOUT.other);
  flagsOf.push(flags(event));
  resourceOf.push(resourceIdOf(event));
  timeOf.push(Date.parse(asText(event['at'])));
  partnerOf.push(-1);
  saidBefore.push(lastSaid);
  if (type === 'prompt' || type === 'tool') lastSaid = line;
  if (type === 'output') outputLines.push(line);
  if (type === 'approval') for (const operation of asList(event['operations'])) listIn(approvalsOf, asCount(operation)).push(line);
  if (type === 'decided') {
    openOperations.set(asCount(event['operation']), line);
    decidedLines.set(asCount(event['operation']), line);
  }
  const decided = type === 'done' ? openOperations.get(asCount(event['operation'])) : undefined;
  if (decided === undefined) rowLines.push(line);
  else pair(decided, line, asCount(event['operation']));
}

/** @param {number} decided @param {number} done @param {number} operation */
function pair(decided, done, operation) {
  openOperations.delete(operation);
  partnerOf[decided] = done;
  partnerOf[done] = decided;
  resourceOf[done] = resourceOf[decided] ?? NO_RESOURCE;
  // That what was refused then "failed" is no news.
  if (flagsOf[decided] === ALLOW && flagsOf[done] === FAILED) flagsOf[decided] = ALLOW | FAILED;
}

/** @param {Map<number, number[]>} map @param {number} key */
function listIn(map, key) {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

/** @param {string} base64 */
async function unpacked(base64) {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}

/** Reads all blocks; `progress` hears after each of them. @param {(share: number) => void} progress */
async function loadBlocks(progress) {
  const blocks = [...document.querySelectorAll('script.block')];
  for (const [index, block] of blocks.entries()) {
    const text = await unpacked(block.textContent ?? '');
    // The packed form is not needed any more.
    block.remove();
    for (const line of text.split('\n')) addLine(line);
    progress((index + 1) / blocks.length);
    await nextTask();
  }
}

/** Lets the browser paint and hear keys. @returns {Promise<void>} */
function nextTask() {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
