// SPDX-License-Identifier: Apache-2.0
//
// npm's lockfile as data: which packages it holds. Refuses what is no JSON object, as null.

/** One package as locked. `name`: null where it is called as its place says. */
export interface Locked {
  readonly name: string | null;
  readonly version: unknown;
  readonly resolved: unknown;
  readonly integrity: string | null;
  readonly scripted: boolean;
}

type Table = Readonly<Record<string, unknown>>;

/** True for what JSON calls an object. */
export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object in a text; null when there is none. */
export function jsonIn(text: string): Table | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    return isTable(value) ? value : null;
  } catch {
    return null;
  }
}

/** Packages by their place, `node_modules/a`; of the older form too, which nests them. None when the text is no such lockfile. */
export function packagesIn(text: string | null): ReadonlyMap<string, Locked> {
  const lock = text?.startsWith('{') === true ? jsonIn(text) : null;
  if (lock === null) return new Map();
  const { packages } = lock;
  if (isTable(packages)) return new Map(Object.entries(packages).map(([place, one]) => [place, lockedOf(one)]));
  return new Map(nested(lock, ''));
}

function* nested(holder: Table, prefix: string): Generator<readonly [string, Locked]> {
  const { dependencies } = holder;
  if (!isTable(dependencies)) return;
  for (const [name, one] of Object.entries(dependencies)) {
    const place = `${prefix}node_modules/${name}`;
    yield [place, lockedOf(one)];
    if (isTable(one)) yield* nested(one, `${place}/`);
  }
}

function lockedOf(one: unknown): Locked {
  const table = isTable(one) ? one : {};
  const { name, version, resolved, integrity } = table;
  return { name: typeof name === 'string' ? name : null, version, resolved, integrity: typeof integrity === 'string' && integrity !== '' ? integrity : null, scripted: table['hasInstallScript'] === true };
}
