// SPDX-License-Identifier: Apache-2.0
//
// Asks the server for the state of the session: where names are looked for, settings, what is prepared, what has been defined. Refuses a
// session whose settings make SQL mean something else than the gate reads.
import { GateError } from '../../../core/errors.js';
import { REQUIRED_SETTINGS, TRUTH, TRUTH_AFTER_CODE } from '../../../gate/statements.js';
import { readSearchPath } from '../catalog/catalog.js';
import { OWN_NAME, type OwnStatements } from '../pipeline/own-statements.js';

export interface StateReading {
  readonly path: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  /** Asked for only after code: names with their texts, and a word that is another one when definitions are. */
  readonly afterCode: { readonly prepared: ReadonlyMap<string, string>; readonly cursors: ReadonlyMap<string, string>; readonly drift: string } | null;
}

/** Throws `DENIED` when the session can't go on. `afterCode`: something ran that may have changed anything. */
export async function readState(own: OwnStatements, afterCode: boolean): Promise<StateReading> {
  const statement = afterCode ? TRUTH_AFTER_CODE : TRUTH;
  const rows = await own.rows(statement.sql, { name: statement.name, purpose: 'to know what names mean now' });
  const of = (kind: string) => rows.filter(([what]) => what === kind).map(([, name, value]) => [name ?? '', value ?? ''] as const);
  const settings = Object.fromEntries(of('setting'));
  for (const name of REQUIRED_SETTINGS.keys()) requireSetting(name, settings[name]);
  const path = readSearchPath(of('path')[0]?.[1] ?? '[]');
  if (!afterCode) return { path, settings, afterCode: null };
  const listed = (kind: string) => new Map(of(kind).filter(([name]) => name !== OWN_NAME));
  const drift = of('drift').map((pair) => pair.join(' ')).sort().join('\n');
  return { path, settings, afterCode: { prepared: listed('prepared'), cursors: listed('cursor'), drift } };
}

/** Throws when a setting that the gate's reading rests on has another value. */
export function requireSetting(name: string, value: string | undefined): void {
  const wanted = REQUIRED_SETTINGS.get(name);
  if (wanted === undefined || value?.toUpperCase() === wanted.toUpperCase()) return;
  throw new GateError('DENIED', `\`${name}\` became \`${value ?? 'unknown'}\`, and the gate can only read SQL under \`${wanted}\``, { hint: `leave \`${name}\` alone` });
}
