// SPDX-License-Identifier: Apache-2.0
//
// Reads a corpus of attacks: `<class>/ng.<name>.sql` and `ok.<name>.sql`, whose `--!` lines say how they are to be run. Refuses a
// directive, a policy or a verdict that it does not know, so that a misspelt case can't pass by testing nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENEROUS, LOOSE, NARROW, POLICED, WEIGHED, UNPROBED } from './attacked.js';
import type { PostgresVersion } from './postgres.js';

/** The policies that a case may ask for. */
export const POLICIES = { loose: LOOSE, narrow: NARROW, unprobed: UNPROBED, generous: GENEROUS, policed: POLICED, weighed: WEIGHED } as const;
export type PolicyName = keyof typeof POLICIES;

/**
 * What must happen. `refused`: SQLSTATE 42501 from the gate. `masked`: it runs, and nothing protected comes out. `failed`: the server
 * says no, and its words tell nothing. `allowed`: no error at all.
 */
export type Outcome = 'refused' | 'masked' | 'failed' | 'allowed';

export interface Case {
  /** `masking/ng.whole-row`. */
  readonly name: string;
  readonly outcome: Outcome;
  readonly policy: PolicyName;
  readonly through: 'query' | 'extended' | 'binary' | 'undescribed';
  readonly servers: readonly PostgresVersion[];
  /** True: only who has the catalog can know, so `policy explain` may say otherwise. */
  readonly catalog: boolean;
  /** True: it has effects that are allowed, so it gets a database of its own. */
  readonly changes: boolean;
  /** The last answer, in the words of talk.ts. */
  readonly gives: string | null;
  readonly messages: readonly string[];
}

const OUTCOMES: readonly string[] = ['refused', 'masked', 'failed', 'allowed'];
const THROUGH: readonly string[] = ['query', 'extended', 'binary', 'undescribed'];

/** All cases below a folder, by name. */
export function casesIn(folder: string): Case[] {
  const classes = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  return classes.flatMap((of) => readdirSync(join(folder, of)).filter((file) => file.endsWith('.sql')).sort().map((file) => readCase(`${of}/${file.slice(0, -4)}`, readFileSync(join(folder, of, file), 'utf8'))));
}

function readCase(name: string, text: string): Case {
  const bad = /\/ng\./.test(name);
  if (!bad && !/\/ok\./.test(name)) throw new Error(`${name}: a case is called ng.* or ok.*`);
  const lines = text.split('\n');
  const said = new Map(lines.filter((line) => line.startsWith('--! ')).map((line) => /^--! (\S+) ?(.*)$/.exec(line)?.slice(1) as [string, string]));
  const take = (key: string, otherwise: string, known: readonly string[] | null = null): string => {
    const value = said.get(key) ?? otherwise;
    said.delete(key);
    if (known !== null && !known.includes(value)) throw new Error(`${name}: ${key} can't be \`${value}\``);
    return value;
  };
  const body = lines.filter((line) => !line.startsWith('--! ')).join('\n');
  const found: Case = {
    name,
    outcome: take('outcome', bad ? 'refused' : 'allowed', OUTCOMES) as Outcome,
    policy: take('policy', 'loose', Object.keys(POLICIES)) as PolicyName,
    through: take('through', 'query', THROUGH) as Case['through'],
    servers: take('servers', '15 18').split(' ').map((version) => Number(version) as PostgresVersion),
    catalog: take('catalog', 'no') !== 'no',
    changes: take('changes', 'no') !== 'no',
    gives: take('gives', '') || null,
    messages: body.split(/^--next$/m).map((message) => message.trim()),
  };
  if (said.size > 0) throw new Error(`${name}: nobody knows the directive \`${[...said.keys()].join(', ')}\``);
  if (bad === (found.outcome === 'allowed')) throw new Error(`${name}: its name and its outcome disagree`);
  return found;
}
