// SPDX-License-Identifier: Apache-2.0
//
// Initial values of PL/pgSQL variables of row types (`r record := f()`, `c customers := g()`), which the parser's tree leaves out though
// they run, found in the DECLARE sections; and the two sides of an assignment. Both with the server's own scanner. Refuses to leave a value
// out: too many does no harm.
import type { TreeParser } from '../facts/collect.js';
import type { ScanToken } from '../grammar/text.js';
import { present } from '../grammar/tree.js';

/** Texts of the initial values of variables called `names`. Throws INTERNAL when the source can't be scanned. */
export function initialValues(source: string, names: ReadonlySet<string>, parser: Tokens): readonly string[] {
  if (names.size === 0) return [];
  const tokens = present(parser.tokens(source)).filter(({ tokenName }) => tokenName !== 'SQL_COMMENT' && tokenName !== 'C_COMMENT');
  const bytes = Buffer.from(source, 'utf8');
  return declarations(tokens).flatMap((declaration) => {
    const [name, ...rest] = declaration;
    const at = rest.findIndex(({ text }) => text === ':=' || text === '=' || text.toLowerCase() === 'default');
    const [first, last] = [rest[at + 1], rest.at(-1)];
    if (name === undefined || at < 0 || first === undefined || last === undefined || !isOneOf(name.text, names)) return [];
    return [bytes.toString('utf8', first.start, last.end)];
  });
}

/** The two sides of an assignment (`a[1] := f(2)`, `x = 3`). Throws INTERNAL when it is none. */
export function splitAssignment(text: string, parser: Tokens): readonly [string, string] {
  const sql = Buffer.from(text, 'utf8');
  let depth = 0;
  const sign = present(parser.tokens(text)).find(({ text: token }) => {
    if (token === '(' || token === '[') depth += 1;
    else if (token === ')' || token === ']') depth -= 1;
    return depth === 0 && (token === ':=' || token === '=');
  });
  const { start, end } = present(sign);
  return [sql.toString('utf8', 0, start), sql.toString('utf8', end)];
}

type Tokens = Pick<TreeParser, 'tokens'>;

// From each DECLARE to the BEGIN after it, cut at semicolons. A column called `declare` only makes a section too many.
function declarations(tokens: readonly ScanToken[]): ScanToken[][] {
  const found: ScanToken[][] = [];
  let current: ScanToken[] | null = null;
  for (const token of tokens) {
    const word = token.text.toLowerCase();
    if (word === 'declare') current = [];
    else if (current === null) continue;
    else if (word === 'begin') current = null;
    else if (word === ';') {
      found.push(current);
      current = [];
    } else current.push(token);
  }
  return found;
}

function isOneOf(written: string, names: ReadonlySet<string>): boolean {
  return names.has(written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written.toLowerCase());
}
