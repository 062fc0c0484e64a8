// SPDX-License-Identifier: Apache-2.0
//
// Finds texts over which the server's scanner, and so ours, toils: in a run of operator characters it reads on to the end of the run at
// each comment and each sign, and starts again one or two bytes further. `/*` written a hundred thousand times takes minutes. Refuses to
// know what is a comment and what is not: it counts bytes.
// @see https://github.com/postgres/postgres/blob/master/src/backend/parser/scan.l (`xcstart`, `operator`)

/** Steps that the scanner may take beyond one a byte: about 0.1 s. A run of 2,000 plus signs, or 900 comments without a space between, needs as many. */
const MAX_SCAN_COST = 5_000_000;

const PLUS = 0x2b;
const DASH = 0x2d;
const SLASH = 0x2f;
const STAR = 0x2a;
let table: Uint8Array | undefined;

/** True when scanning takes more than `MAX_TOIL` steps beyond one a byte. */
export function isSlowToScan(sql: Uint8Array): boolean {
  // No run of these is long enough.
  if (sql.length * sql.length <= MAX_SCAN_COST) return false;
  const operator = (table ??= operatorTable());
  let cost = 0;
  for (let at = 0; at < sql.length; at += 1) {
    if (operator[sql[at] as number] === 0) continue;
    const { end, restarts } = runFrom(sql, at, operator);
    cost += restarts * (end - at);
    if (cost > MAX_SCAN_COST) return true;
    at = end;
  }
  return false;
}

// How often the scanner starts again in a run of operator characters: at each comment, and before the first one at each sign.
function runFrom(sql: Uint8Array, start: number, operator: Uint8Array): { readonly end: number; readonly restarts: number } {
  let [end, restarts, commented] = [start, 0, false];
  for (; end < sql.length && operator[sql[end] as number] === 1; end += 1) {
    const [byte, next] = [sql[end], sql[end + 1]];
    if (byte === SLASH && next === STAR) restarts += 1;
    if ((byte === SLASH && next === STAR) || (byte === DASH && next === DASH)) commented = true;
    else if (!commented && (byte === PLUS || byte === DASH)) restarts += 1;
  }
  return { end, restarts };
}

function operatorTable(): Uint8Array {
  const operators = new Uint8Array(256);
  for (const character of '~!@#^&|`?+-*/%<>=') operators[character.charCodeAt(0)] = 1;
  return operators;
}
