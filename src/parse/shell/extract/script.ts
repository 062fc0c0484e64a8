// SPDX-License-Identifier: Apache-2.0
//
// A script that stands in another file, and which line of that file each of its lines is. Refuses to lose the place: findings are shown there.
import type { Hazard, Reader, ReadOperation } from '../../../core/model.js';
import { exportLine, type Given, NOTHING_GIVEN } from './variables.js';

/** What a script is for. `other`: a language that is not read here, or a shell that nobody named. */
export type ScriptShell = 'bash' | 'sh' | 'other';

/** One script. */
export interface Extracted {
  /** Line of the file where it begins, from 1. */
  readonly line: number;
  readonly script: string;
  readonly shell: ScriptShell;
  /** Line of the file by line of the script. */
  readonly lines: readonly number[];
  /** It runs while an image is built: files that it deletes are the image's. */
  readonly image: boolean;
  /** What it deletes may lie on a volume that outlives its container. */
  readonly volumes: boolean;
  /** Name of the other language, `python`; null when it is a shell. */
  readonly language: string | null;
  /** Variables that the file gives to it. */
  readonly given: Given;
  /** What the place where it stands adds to each command. */
  readonly hazards: readonly Hazard[];
  /** It runs elsewhere and later, so that only what people look out for is told. */
  readonly later: boolean;
  /** Of the hazards, those that are told, and as which; null: all, as they are. */
  readonly told: ReadonlyMap<string, string> | null;
}

/** What is found in one kind of file. `path`: where it lies, for those that name others from there. */
export type Extractor = (text: string, path?: string) => readonly Extracted[];

/** A script whose lines follow each other from a line on. */
export function scriptAt(script: string, line: number, more: Partial<Pick<Extracted, 'shell' | 'image' | 'language' | 'lines' | 'given' | 'later' | 'hazards' | 'volumes' | 'told'>> = {}): Extracted {
  return { line, script, shell: 'bash', lines: script.split('\n').map((_text, index) => line + index), image: false, volumes: false, language: null, given: NOTHING_GIVEN, hazards: [], later: false, told: null, ...more };
}

/** Hazards that concern only the machine that a command runs on: an image in the making is thrown away with its mistakes. */
const OF_THE_MACHINE = new Set(['root-delete', 'home-delete', 'outside-delete', 'unresolved-delete', 'workspace-delete', 'bulk-delete', 'system-write', 'wide-permissions', 'account-change', 'service-stop', 'process-kill', 'runs-later', 'work-loss', 'erase']);

/** Of those, what concerns a volume, too. */
const OF_A_VOLUME = new Set(['root-delete', 'outside-delete', 'unresolved-delete', 'bulk-delete', 'erase']);

/** Reads a script that was found, with the lines of its file. `said`: what was told of variables already, which many scripts may get. */
export function readExtracted({ script, shell, lines, line, image, language, given, later, volumes, told, hazards: added }: Extracted, read: Reader, said: Set<string> = new Set()): readonly ReadOperation[] {
  if (shell === 'other') return later ? [] : [unread(script, line, language ?? 'another language')];
  const variables = exportLine(given);
  const places = variables === '' ? lines : [given.line, ...lines];
  const minded = ({ id }: Hazard): boolean => (told === null || told.has(id)) && (!image || !OF_THE_MACHINE.has(id) || (volumes && OF_A_VOLUME.has(id)));
  return read(variables === '' ? script : `${variables}\n${script}`).flatMap((operation) => {
    const hazards = [...operation.facts.hazards, ...added].filter(minded).map(({ id, detail }) => ({ id: told?.get(id) ?? id, detail }));
    // What gives variables is an operation only where they change what programs do.
    if (later && hazards.length === 0) return [];
    const key = `${given.line}\n${operation.facts.text}`;
    if (variables !== '' && operation.line === 1 && (hazards.length === 0 || image || said.has(key))) return [];
    if (variables !== '' && operation.line === 1) said.add(key);
    return [{ ...operation, line: places[operation.line - 1] ?? line, facts: { ...operation.facts, hazards } }];
  });
}

function unread(script: string, line: number, language: string): ReadOperation {
  const why = `a script in ${language} is not read here`;
  return {
    kind: 'shell', line, paths: [],
    facts: {
      statement: 'UNKNOWN', name: 'shell.unknown', text: script.slice(0, 500), redacted: '?', functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
      accesses: [{ effect: 'unknown', object: null, type: null, columns: [], filtered: [], assumed: false, why }],
    },
  };
}
