// SPDX-License-Identifier: Apache-2.0
//
// Calls by which migrations that are programs take tables and columns away: `op.drop_table`, `DeleteModel`, `drop_table :users`, `knex.schema.dropTable`. Each
// becomes the SQL that it amounts to. Refuses the rest of what such tools do: it loses nothing, and what it does is known when it ran against a copy.
import type { Language } from './languages.js';
import { HOLE } from './literals.js';

/** What stands in such a call. */
interface Names {
  readonly first: string;
  readonly second: string | undefined;
  /** Of named arguments. */
  readonly of: (key: string) => string | undefined;
}

const table = ({ first }: Names): string => `DROP TABLE ${quoted(first)}`;
const column = ({ first, second }: Names): string => `ALTER TABLE ${quoted(first)} DROP COLUMN ${quoted(second ?? HOLE)}`;

/** Calls up to their first argument, by the language that has them. */
const CALLS: Readonly<Partial<Record<Language['name'], readonly { readonly call: RegExp; readonly sql: (names: Names) => string }[]>>> = {
  python: [
    { call: /\bop\.drop_table\s*\(/gu, sql: table },
    { call: /\bop\.drop_column\s*\(/gu, sql: column },
    { call: /\bmigrations\.DeleteModel\s*\(/gu, sql: table },
    { call: /\bmigrations\.RemoveField\s*\(/gu, sql: ({ first, second, of }) => `ALTER TABLE ${quoted(of('model_name') ?? first)} DROP COLUMN ${quoted(of('name') ?? second ?? HOLE)}` },
  ],
  ruby: [
    { call: /(?<![\w.:])drop_table\b[ (]?/gu, sql: table },
    { call: /(?<![\w.:])remove_columns?\b[ (]?/gu, sql: column },
  ],
  javascript: [
    { call: /\.(?:schema|queryInterface|queryRunner|pgm|knex)?\.?\s*dropTable(?:IfExists)?\s*\(|\b(?:pgm|queryInterface|queryRunner)\.dropTable\s*\(/gu, sql: table },
    { call: /\b(?:pgm\.dropColumns?|queryInterface\.removeColumn|queryRunner\.dropColumns?)\s*\(/gu, sql: column },
    { call: /(?<!\b(?:pgm|queryRunner))\.dropColumns?\s*\(/gu, sql: ({ first }) => `ALTER TABLE ${HOLE} DROP COLUMN ${quoted(first)}` },
  ],
  php: [
    { call: /\bSchema::drop(?:IfExists)?\s*\(/gu, sql: table },
    { call: /->dropColumn\s*\(/gu, sql: ({ first }) => `ALTER TABLE ${HOLE} DROP COLUMN ${quoted(first)}` },
  ],
};

/** Source: names are short, and so are the lines that have them. */
const MAX_ARGUMENTS = 300;

/** Such calls in a program, as SQL. `code`: the program with its texts blank; `text`: as it is written. */
export function schemaCalls(code: string, text: string, { name }: Language): readonly { readonly text: string; readonly at: number }[] {
  return (CALLS[name] ?? []).flatMap(({ call, sql }) => [...code.matchAll(call)].map((match) => {
    const from = match.index + match[0].length;
    return { text: sql(namesIn(text.slice(from, from + MAX_ARGUMENTS))), at: match.index };
  }));
}

// Up to the end of the call, or of the line where no bracket is.
function namesIn(rest: string): Names {
  const [args = ''] = /^(?:[^()\n]|\n(?=\s*["'\w]))*/u.exec(rest) ?? [];
  const found = [...args.matchAll(/(?:\b(\w+)\s*[=:]\s*)?(?:(?<![\w:]):(\w+)|["'`]([^"'`\n]{1,120})["'`])/gu)].map(([, key, symbol, quotedName]) => ({ key, value: symbol ?? quotedName ?? HOLE }));
  return { first: found[0]?.value ?? HOLE, second: found[1]?.value, of: (key) => found.find((one) => one.key === key)?.value };
}

function quoted(name: string): string {
  return name.split('.').map((part) => `"${part.replaceAll('"', '""')}"`).join('.');
}
