// SPDX-License-Identifier: Apache-2.0
//
// Commands that scripts of Tcl and expect start, or type into what they started: `exec`, `spawn`, `open "|x"`, `send "x\r"`. Refuses to understand the language: what a
// script computes stands for itself, and passes.
// @see https://www.tcl-lang.org/man/tcl8.6/TclCmd/exec.htm
import { quotedWord } from '../quote.js';
import { EVERYTHING } from './program.js';
import { type Extracted, scriptAt } from './script.js';

// Hits `exec ls -l`, `[exec {a b}]`, `spawn ssh x`; group 1 is what follows.
const STARTS = /(?:^|[[;{])\s*(?:exec|spawn|system)\s+((?:-(?:ignorestderr|keepnewline|noecho|nottycopy|-)\s+)*)([^\n;]{1,2000})/u;
const PIPE = /\bopen\s+(?:"\||\{\s*\||\[\s*list\s+\|)([^"}\]\n]{1,2000})/u;
// What is typed, with its end of line.
const TYPED = /\bsend\s+(?:-\S+\s+)*"((?:\\.|[^"\\\n]){1,2000}?)\\[rn]"/u;
const DELETES = /\bfile\s+delete\s+(?:-force\s+)?(?:--\s+)?([^\n;\]]{1,500})/u;

/** Commands of a script of Tcl, which runs where somebody starts it. */
export function fromTcl(text: string): readonly Extracted[] {
  return text.split(/\r?\n/u).flatMap((line, index) => {
    if (/^\s*#/u.test(line)) return [];
    const at = (script: string, more: Partial<Pick<Extracted, 'told'>> = {}): Extracted[] => (script.trim() === '' ? [] : [scriptAt(script, index + 1, { shell: 'sh', lines: [index + 1], later: true, ...more })]);
    const [, , started] = STARTS.exec(line) ?? [];
    const [, piped] = PIPE.exec(line) ?? [];
    const [, typed] = TYPED.exec(line) ?? [];
    const [, deleted] = DELETES.exec(line) ?? [];
    return [...at(words(started ?? '')), ...at(words(piped ?? '')), ...at((typed ?? '').replace(/\\(["\\$[\]])/gu, '$1')), ...at(deleted === undefined ? '' : `rm -rf -- ${words(deleted)}`, { told: EVERYTHING })];
  });
}

// Braces quote in Tcl, brackets call; whoever closes what stands around the command is none of its words.
function words(written: string): string {
  let text = written;
  while (/[\]}]\s*$/u.test(text) && count(text, /[[{]/gu) < count(text, /[\]}]/gu)) text = text.replace(/[\]}]\s*$/u, '');
  return text.replace(/\{([^{}]*)\}/gu, (_whole, inner: string) => quotedWord(inner)).replace(/\[[^[\]]*\]/gu, '${{ tcl }}');
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
