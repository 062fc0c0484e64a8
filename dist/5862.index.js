export const id = 5862;
export const ids = [5862,9642];
export const modules = {

/***/ 75862:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  indexVerb: () => (/* binding */ indexVerb),
  pageVerb: () => (/* binding */ pageVerb)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/record/replay-page.js + 1 modules
var replay_page = __webpack_require__(9642);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/record/chain.js
var chain = __webpack_require__(72464);
// EXTERNAL MODULE: ./lib/record/inert.js
var inert = __webpack_require__(5741);
// EXTERNAL MODULE: ./lib/record/page-assets.js
var page_assets = __webpack_require__(89386);
// EXTERNAL MODULE: ./lib/record/phrases.js
var phrases = __webpack_require__(8503);
;// CONCATENATED MODULE: ./lib/record/session-index.js
// SPDX-License-Identifier: Apache-2.0
//
// `session index`: one static page over a folder of sessions: who, when, how it ended, how much was decided how, and what each recording
// is worth. No script at all. Refuses to leave a session out because something is wrong with it, and to let recorded text be markup.








const STATES = ['signed', 'unsigned', 'incomplete', 'altered'];
/** Folders in folders that are looked into: session folders, or folders of downloaded artifacts with session folders in them. */
const MAX_DEPTH = 4;
const MAX_CELL = 300;
/** Writes the page; says how many sessions it lists and how many of them were altered. Throws INPUT_INVALID when the folder can't be read or `out` can't be written. */
async function writeSessionIndex(options) {
    const listed = [];
    for (const file of recordingsIn(options.folder))
        listed.push(await look(file, options, listed.length));
    // The newest first, of one time by name, as they were found; what says no time stands last.
    listed.sort((one, other) => (timeOf(other) < timeOf(one) ? -1 : timeOf(other) > timeOf(one) ? 1 : 0));
    (0,replay_page/* writePrivate */.pb)(options.out, indexParts(options, listed));
    return { sessions: listed.length, altered: listed.filter(({ verdict }) => verdict.state === 'altered').length };
}
function recordingsIn(folder) {
    const found = [];
    const walk = (path, depth) => {
        for (const entry of (0,external_node_fs_.readdirSync)(path, { withFileTypes: true })) {
            // A link may lead anywhere, and be read forever.
            if (entry.isFile() && entry.name.endsWith('.jsonl') && (entry.name === chain/* RECORDING_FILE */.fm || depth === 0))
                found.push((0,external_node_path_.join)(path, entry.name));
            else if (entry.isDirectory() && depth < MAX_DEPTH)
                walk((0,external_node_path_.join)(path, entry.name), depth + 1);
        }
    };
    try {
        walk(folder, 0);
    }
    catch (thrown) {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the folder \`${folder}\` can not be read: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown, hint: 'give the folder that holds the session folders' });
    }
    return found.sort();
}
async function look(file, options, number) {
    const name = (0,external_node_path_.relative)(options.folder, file);
    if (!options.pages)
        return { name, verdict: await options.judge(file, file), href: hrefTo(options.out, file) };
    // Named by number and folder, not by what the recording says.
    const folder = (0,external_node_path_.join)((0,external_node_path_.dirname)(options.out), `${(0,external_node_path_.basename)(options.out).replace(/\.html?$/i, '')}-sessions`);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const out = (0,external_node_path_.join)(folder, `${String(number + 1).padStart(4, '0')}-${(0,external_node_path_.dirname)(name).replace(/[^A-Za-z0-9_-]+/g, '-').slice(-60)}.html`);
    return { name, verdict: await (0,replay_page.writeReplayPage)({ ...options, file, out }), href: hrefTo(options.out, out) };
}
function hrefTo(from, to) {
    return `./${(0,external_node_path_.relative)((0,external_node_path_.dirname)(from), to).split(external_node_path_.sep).map(encodeURIComponent).join('/')}`;
}
function timeOf({ verdict }) {
    return String(verdict.header?.at ?? '');
}
function* indexParts({ folder, made, version }, listed) {
    const style = (0,page_assets/* indexStyle */.mC)();
    yield (0,page_assets/* pageHead */.sT)('sessions', ["default-src 'none'", `style-src ${(0,page_assets/* hashSource */.cB)(style)}`, "base-uri 'none'", "form-action 'none'"], style);
    yield `<body>\n<h1>Sessions</h1>\n<p class="made">${shown(`${(0,phrases/* plural */.LS)(listed.length, 'recording')} in ${folder}, as ostiary ${version} verified them on ${made.replace('T', ' ').slice(0, 16)} UTC`)}</p>\n`;
    const sums = STATES.map((state) => ({ state, count: listed.filter(({ verdict }) => verdict.state === state).length })).filter(({ count }) => count > 0);
    yield `<ul class="sums">${sums.map(({ state, count }) => `<li data-state="${state}"><b>${count}</b> ${state}</li>`).join('')}</ul>\n`;
    if (listed.length === 0)
        yield '<p class="nothing">No recording here: a session leaves a folder with <code>session.jsonl</code> in it.</p>\n';
    else {
        yield '<table>\n<thead><tr><th>Verdict</th><th>Who</th><th>When</th><th>Outcome</th><th>Allowed</th><th>Review</th><th>Denied</th><th>Refused</th><th>Recording</th></tr></thead>\n<tbody>\n';
        for (const one of listed)
            yield row(one);
        yield '</tbody>\n</table>\n';
    }
    yield '</body>\n</html>\n';
}
function row({ name, verdict, href }) {
    const { state, explanation, header, counts } = verdict;
    const who = header === null ? 'unknown' : header.principal.subject;
    const prompted = header === null || header.prompter === null ? '' : under(`prompted by ${header.prompter}`);
    const number = (label, tone, count) => `<td class="number" data-name="${label}"${count > 0 ? ` data-tone="${tone}"` : ''}><b>${count}</b></td>`;
    const { allow, review, deny } = counts.operations;
    return `<tr data-state="${state}"><td class="verdict">${state}${state === 'signed' ? '' : `<span class="why">${shown(explanation)}</span>`}</td>`
        + `<td class="who">${shown(who)}${under(header === null ? '' : header.principal.names.join(', '))}${prompted}</td>`
        + `<td class="when">${shown(when(verdict))}</td><td>${outcomeOf(verdict)}</td>`
        + number('allowed', 'allow', allow) + number('review', 'review', review) + number('denied', 'deny', deny) + number('refused', 'deny', counts.refused)
        + `<td><a href="${escaped(href)}">${shown(name)}</a>${under(header === null ? '' : header.session)}</td></tr>\n`;
}
function outcomeOf({ end, at }) {
    // Of an altered recording what follows was not read.
    if (at !== null)
        return `altered at line ${at.line}`;
    return end === null ? 'no end' : shown(end.outcome);
}
function when(verdict) {
    const at = String(verdict.header?.at ?? '');
    return at === '' ? 'unknown' : at.replace('T', ' ').slice(0, 19);
}
function under(text) {
    return text === '' ? '' : `<span class="under">${shown(text)}</span>`;
}
/** Recorded text as inert characters, and those as text of a page. */
function shown(text) {
    return escaped((0,inert/* clipped */.cz)((0,inert/* inert */.tJ)(text.slice(0, 4 * MAX_CELL)), MAX_CELL));
}
function escaped(text) {
    // Match "<", miss "a": what means something in markup, inside of an attribute, too.
    return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

// EXTERNAL MODULE: ./lib/main/version.js
var version = __webpack_require__(62077);
;// CONCATENATED MODULE: ./lib/main/session-pages.js





/** `session replay FILE --html OUT`. Exit code 1 when the recording was altered; the page is written all the same, and says so. */
async function pageVerb(file, out, judge) {
    const verdict = await (0,replay_page.writeReplayPage)({ file, out, judge, made: now(), version: version/* VERSION */.x });
    process.stderr.write(`ostiary: \`${out}\` is written; ${verdict.state}: ${verdict.explanation}\n`);
    return verdict.state === 'altered' ? errors/* EXIT */.dc.denied : errors/* EXIT */.dc.done;
}
/** `session index DIR --html OUT [--pages]`. Exit code 1 when one of the recordings was altered. */
async function indexVerb(words, inputs, judge) {
    const [folder] = words;
    if (folder === undefined || words.length > 1 || typeof inputs['html'] !== 'string') {
        throw new errors/* GateError */.ue('INPUT_INVALID', '`session index` takes one folder and `--html OUT`', { hint: 'the folder that holds sessions, each in a folder of its own' });
    }
    const out = inputs['html'];
    const { sessions, altered } = await writeSessionIndex({ folder, out, judge, made: now(), version: version/* VERSION */.x, pages: inputs['pages'] === true });
    process.stderr.write(`ostiary: \`${out}\` is written; ${sessions} recording${sessions === 1 ? '' : 's'}, ${altered} altered\n`);
    return altered > 0 ? errors/* EXIT */.dc.denied : errors/* EXIT */.dc.done;
}
function now() {
    return new Date(runtime/* systemRuntime */.g.now()).toISOString();
}


/***/ }),

/***/ 89386:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vv: () => (/* binding */ replayAssets),
/* harmony export */   Wy: () => (/* binding */ inlined),
/* harmony export */   cB: () => (/* binding */ hashSource),
/* harmony export */   mC: () => (/* binding */ indexStyle),
/* harmony export */   sT: () => (/* binding */ pageHead)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
// SPDX-License-Identifier: Apache-2.0
//
// The parts of the pages about recordings: own scripts and styles, files of their own under page/, and asciinema-player where something
// is to be played. Refuses whatever could end a script or a style early.


// Each named in full: `new URL(…, import.meta.url)` is what the bundler looks for.
const SCRIPTS = [
    __webpack_require__.ab + "replay-text.js", __webpack_require__.ab + "replay-data.js", __webpack_require__.ab + "replay-list.js",
    __webpack_require__.ab + "replay-rows.js", __webpack_require__.ab + "replay-detail.js", __webpack_require__.ab + "replay-strip.js",
    __webpack_require__.ab + "replay-short.js", __webpack_require__.ab + "replay-terminal.js", __webpack_require__.ab + "replay-main.js", __webpack_require__.ab + "replay-page.js",
];
/** Parts of the replay page. */
function replayAssets(withPlayer) {
    const own = SCRIPTS.map(text).join('\n');
    const styles = [text(__webpack_require__.ab + "page.css"), text(__webpack_require__.ab + "replay.css")];
    if (withPlayer)
        styles.push(text(__webpack_require__.ab + "asciinema-player.css"));
    return {
        style: styles.join('\n'), body: text(__webpack_require__.ab + "replay.html"),
        player: withPlayer ? text(__webpack_require__.ab + "asciinema-player.min.js") : null,
        // One scope of its own; a name in it meets no global.
        script: `(() => {\n'use strict';\n${own}\n})();\n`,
    };
}
/** Style of the index page. */
function indexStyle() {
    return `${text(__webpack_require__.ab + "page.css")}\n${text(__webpack_require__.ab + "index.css")}`;
}
function text(file) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8');
}
/** The source that a content security policy names an inline script or style by. @see https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hashSource(content) {
    return `'sha256-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content, 'utf8').digest('base64')}'`;
}
/** A `<script>` or `<style>` around own text. Throws when the text could end it: a fault of ours, never of a recording. */
function inlined(tag, content) {
    // Match "</script", miss "<b": what a parser of HTML looks for inside of these.
    if (/<\/(script|style)|<!--/i.test(content))
        throw new Error(`an asset of the page can not stand in <${tag}>`);
    return `<${tag}>${content}</${tag}>\n`;
}
/** Head of a page: its policy first, before anything that it could apply to. */
function pageHead(title, policy, style) {
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${inlined('style', style)}</head>
`;
}


/***/ }),

/***/ 9642:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ft: () => (/* binding */ isSame),
  pb: () => (/* binding */ writePrivate),
  writeReplayPage: () => (/* binding */ writeReplayPage)
});

// UNUSED EXPORTS: jsonForScript

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/record/page-assets.js
var page_assets = __webpack_require__(89386);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/record/lines.js
var lines = __webpack_require__(71334);
;// CONCATENATED MODULE: ./lib/record/page-blocks.js
// SPDX-License-Identifier: Apache-2.0
//
// The lines of a recording as they stand in a page: JSON lines, deflated, in blocks of base64, so that no recorded byte is ever part of
// the page's markup. Refuses to leave out a line: what can't be read stands there as text.




/** A block is closed at whichever comes first: enough to pack well, little enough for a browser to unpack without a pause. */
const BLOCK_LINES = 2000;
const BLOCK_LENGTH = 1024 * 1024;
/** Packs a recording, whole or not. Throws INPUT_INVALID when it can't be read. */
async function packRecording(file) {
    const hashing = hashedFile(file);
    const blocks = [];
    let waiting = [];
    let length = 0;
    let events = 0;
    let played = false;
    let cut = false;
    const close = () => {
        if (waiting.length > 0)
            blocks.push((0,external_node_zlib_.deflateRawSync)(waiting.join('\n')).toString('base64'));
        waiting = [];
        length = 0;
    };
    for await (const { bytes, overlong } of (0,lines/* readLines */.S)(hashing.source)) {
        const line = pageLine(bytes.toString('utf8'));
        played ||= line.includes('"type":"output"');
        cut ||= overlong;
        waiting.push(line);
        length += line.length;
        events += 1;
        if (waiting.length >= BLOCK_LINES || length >= BLOCK_LENGTH)
            close();
    }
    close();
    return { blocks, events, played, sha256: cut ? null : hashing.digest() };
}
/** A file as a stream that keeps the hash of what it gave. */
function hashedFile(file) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const source = (0,external_node_fs_.createReadStream)(file, { highWaterMark: 256 * 1024 });
    source.on('data', (chunk) => hash.update(chunk));
    source.pause();
    return { source, digest: () => hash.copy().digest('hex') };
}
/** A line without `prev`: the hash is of use to who has the file, and does not pack. */
function pageLine(text) {
    try {
        const value = JSON.parse(text);
        if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
            const { prev: _prev, ...event } = value;
            return JSON.stringify(event);
        }
    }
    catch {
        // No JSON, or nested too deep to be written again.
    }
    return JSON.stringify({ type: 'unreadable', text });
}

// EXTERNAL MODULE: ./lib/record/verdict.js
var record_verdict = __webpack_require__(4164);
;// CONCATENATED MODULE: ./lib/record/replay-page.js
// SPDX-License-Identifier: Apache-2.0
//
// `session replay --html`: one file that shows a recording in a browser, without a network and without a server. Refuses to let the
// recording say what it is worth: the verdict is that of the caller's judge, on the very bytes that are in the page.






/** Writes the page and returns the verdict in it. Throws INPUT_INVALID when the recording can't be read, or changes meanwhile, or `out` can't be written. */
async function writeReplayPage(options) {
    const { file, out, judge } = options;
    if (isSame(file, out))
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${out}\` is the recording itself`, { hint: 'give the page another name: `--html session.html`' });
    const judged = hashedFile(file);
    const verdict = await judge(file, judged.source);
    const packed = await packRecording(file);
    // Of an altered recording only the beginning was judged, and nothing in it is trusted.
    if (verdict.state !== 'altered' && judged.digest() !== packed.sha256) {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the recording \`${file}\` changes while it is read`, { hint: 'wait until the session is over' });
    }
    writePrivate(out, pageParts(options, verdict, packed));
    return verdict;
}
function* pageParts({ file, made, version }, verdict, packed) {
    const assets = (0,page_assets/* replayAssets */.Vv)(packed.played);
    yield (0,page_assets/* pageHead */.sT)('session replay', policyFor(assets), assets.style);
    yield '<body>\n';
    for (const block of packed.blocks)
        yield `<script type="application/octet-stream" class="block">${block}</script>\n`;
    const { state, explanation, at, counts, header, end } = verdict;
    yield `<script type="application/json" id="summary">${jsonForScript({ verdict: { state, explanation, at, counts }, trusted: (0,record_verdict/* trustedLines */.DS)(verdict), header, end, file: (0,external_node_path_.basename)(file), sha256: packed.sha256, made, version })}</script>\n`;
    yield assets.body;
    if (assets.player !== null)
        yield (0,page_assets/* inlined */.Wy)('script', assets.player);
    yield (0,page_assets/* inlined */.Wy)('script', assets.script);
    yield '</body>\n</html>\n';
}
/** Nothing but the page's own scripts and styles; without a player, no markup can be made from text at all (trusted types). */
function policyFor({ style, script, player }) {
    const scripts = [(0,page_assets/* hashSource */.cB)(script), ...(player === null ? [] : [(0,page_assets/* hashSource */.cB)(player), "'wasm-unsafe-eval'"])];
    const types = player === null ? ["require-trusted-types-for 'script'", "trusted-types 'none'"] : [];
    return ["default-src 'none'", `script-src ${scripts.join(' ')}`, `style-src ${(0,page_assets/* hashSource */.cB)(style)}`, "base-uri 'none'", "form-action 'none'", ...types];
}
/** JSON that can stand in a script element: no `<` opens or ends anything, and nothing in the source of the page hides or reverses. */
function jsonForScript(value) {
    // Match "<" and U+202E, miss "a": what a parser of HTML stops at, and all that is not plain ASCII.
    return JSON.stringify(value).replace(/[<>&\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** Writes a file that only its owner reads, as the recording is; whole or not at all. Throws INPUT_INVALID. */
function writePrivate(path, parts) {
    const draft = `${path}.part`;
    try {
        (0,external_node_fs_.rmSync)(draft, { force: true });
        const descriptor = (0,external_node_fs_.openSync)(draft, 'wx', 0o600);
        try {
            for (const part of parts)
                writeAll(descriptor, Buffer.from(part, 'utf8'));
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
        (0,external_node_fs_.renameSync)(draft, path);
    }
    catch (thrown) {
        (0,external_node_fs_.rmSync)(draft, { force: true });
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${path}\` can not be written: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown, hint: 'give a path in a folder that is there' });
    }
}
function writeAll(descriptor, bytes) {
    for (let at = 0; at < bytes.length;)
        at += (0,external_node_fs_.writeSync)(descriptor, bytes, at);
}
/** Whether two paths lead to one file. */
function isSame(one, other) {
    try {
        return (0,external_node_fs_.realpathSync)(one) === (0,external_node_fs_.realpathSync)(other);
    }
    catch {
        return false;
    }
}


/***/ })

};
