export const id = 9642;
export const ids = [9642];
export const modules = {

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
