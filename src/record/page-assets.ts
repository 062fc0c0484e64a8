// SPDX-License-Identifier: Apache-2.0
//
// The parts of the pages about recordings: own scripts and styles, files of their own under page/, and asciinema-player where something
// is to be played. Refuses whatever could end a script or a style early.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

// Each named in full: `new URL(…, import.meta.url)` is what the bundler looks for.
const SCRIPTS = [
  new URL('./page/replay-text.js', import.meta.url), new URL('./page/replay-data.js', import.meta.url), new URL('./page/replay-list.js', import.meta.url),
  new URL('./page/replay-rows.js', import.meta.url), new URL('./page/replay-detail.js', import.meta.url), new URL('./page/replay-strip.js', import.meta.url),
  new URL('./page/replay-short.js', import.meta.url), new URL('./page/replay-terminal.js', import.meta.url), new URL('./page/replay-main.js', import.meta.url), new URL('./page/replay-page.js', import.meta.url),
];

/** What a page is put together from. `script` runs last; `player` before it. */
export interface PageAssets {
  readonly style: string;
  readonly body: string;
  readonly player: string | null;
  readonly script: string;
}

/** Parts of the replay page. */
export function replayAssets(withPlayer: boolean): PageAssets {
  const own = SCRIPTS.map(text).join('\n');
  const styles = [text(new URL('./page/page.css', import.meta.url)), text(new URL('./page/replay.css', import.meta.url))];
  if (withPlayer) styles.push(text(new URL('../../node_modules/asciinema-player/dist/bundle/asciinema-player.css', import.meta.url)));
  return {
    style: styles.join('\n'), body: text(new URL('./page/replay.html', import.meta.url)),
    player: withPlayer ? text(new URL('../../node_modules/asciinema-player/dist/bundle/asciinema-player.min.js', import.meta.url)) : null,
    // One scope of its own; a name in it meets no global.
    script: `(() => {\n'use strict';\n${own}\n})();\n`,
  };
}

/** Style of the index page. */
export function indexStyle(): string {
  return `${text(new URL('./page/page.css', import.meta.url))}\n${text(new URL('./page/index.css', import.meta.url))}`;
}

function text(file: URL): string {
  return readFileSync(file, 'utf8');
}

/** The source that a content security policy names an inline script or style by. @see https://www.w3.org/TR/CSP3/#grammardef-hash-source */
export function hashSource(content: string): string {
  return `'sha256-${createHash('sha256').update(content, 'utf8').digest('base64')}'`;
}

/** A `<script>` or `<style>` around own text. Throws when the text could end it: a fault of ours, never of a recording. */
export function inlined(tag: 'script' | 'style', content: string): string {
  // Match "</script", miss "<b": what a parser of HTML looks for inside of these.
  if (/<\/(script|style)|<!--/i.test(content)) throw new Error(`an asset of the page can not stand in <${tag}>`);
  return `<${tag}>${content}</${tag}>\n`;
}

/** Head of a page: its policy first, before anything that it could apply to. */
export function pageHead(title: string, policy: readonly string[], style: string): string {
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
