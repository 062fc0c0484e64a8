// SPDX-License-Identifier: Apache-2.0
//
// Pairs of equal, fresh databases on one real server, the second of which is reached through a gate: whatever a client program does must
// look the same on both sides. Refuses to compare anything on its own; tests say what must be equal.
import { startGate, type GateOptions, type RunningGate } from './gate.js';
import type { Postgres } from './postgres.js';
import { postgresTool, psql, type ToolResult } from './psql.js';

/** What a team that trusts its own code allows; `execute`, `grant` and `unknown` are not in it. */
export const USUAL_RULES = '  - { id: usual, match: { effect: [read, write, schema, destroy, control] }, decide: allow }';

/** Whoever opens one closes it. */
export interface Pair {
  readonly gate: RunningGate;
  /** Names of the two databases. */
  readonly direct: string;
  readonly guarded: string;
  /** `PG*` for libpq programs. */
  readonly env: { readonly direct: Readonly<Record<string, string>>; readonly gate: Readonly<Record<string, string>> };
  /** Runs the same script through psql on both sides, one after the other. */
  psql(script: string, args?: readonly string[]): Promise<Both>;
  /** Runs any other PostgreSQL program on both sides. */
  tool(name: string, args: readonly string[], input?: string): Promise<Both>;
  close(): Promise<void>;
}

export interface Both {
  readonly direct: ToolResult;
  readonly gate: ToolResult;
}

let made = 0;

/** Makes two databases, runs `setup` in each, and opens a gate to the second. */
export async function sideBySide(server: Postgres, setup = '', options: Partial<GateOptions> = {}): Promise<Pair> {
  made += 1;
  // The same length, since psql draws tables around names.
  const [direct, guarded] = [`side_${made}_a`, `side_${made}_b`] as const;
  for (const database of [direct, guarded]) {
    await server.query(`CREATE DATABASE ${database} TEMPLATE template0`);
    if (setup !== '') await server.query(setup, database);
  }
  const gate = await startGate({ server, rules: USUAL_RULES, database: guarded, ...options });
  const env = { direct: { ...server.env, PGDATABASE: direct }, gate: gate.env };
  return {
    gate, direct, guarded, env,
    psql: async (script, args = []) => ({ direct: await psql({ env: env.direct, args }, script), gate: await psql({ env: env.gate, args }, script) }),
    tool: async (name, args, input) => ({ direct: await postgresTool(name, { env: env.direct, args }, input), gate: await postgresTool(name, { env: env.gate, args }, input) }),
    close: () => gate.close(),
  };
}
