// SPDX-License-Identifier: Apache-2.0
//
// Chance that can be repeated: the same seed gives the same numbers, and the same mangled bytes. For fuzzers; refuses to be secure.

/** Numbers drawn from one seed. */
export interface Seeded {
  /** From 0 to `below` - 1. */
  below(below: number): number;
  bytes(count: number): Buffer;
  pick<T>(from: readonly T[]): T;
  /** True once in `n` times. */
  oneIn(n: number): boolean;
}

/** mulberry32: 32 bits of state, good enough to find what a test did not think of. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % Math.max(1, limit);
  return {
    below,
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => below(256))),
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    oneIn: (n) => below(n) === 0,
  };
}

/** The bytes with a few things wrong: bits flipped, lengths overwritten, parts cut, doubled or invented. */
export function mangle(chance: Seeded, bytes: Buffer): Buffer {
  let mangled: Buffer = Buffer.from(bytes);
  for (let wounds = 1 + chance.below(3); wounds > 0; wounds -= 1) {
    const at = chance.below(mangled.length + 1);
    const wound = chance.below(6);
    if (wound === 0 && at < mangled.length) mangled[at] = (mangled[at] as number) ^ (1 << chance.below(8));
    if (wound === 1) mangled = mangled.subarray(0, at);
    if (wound === 2) mangled = Buffer.concat([mangled.subarray(0, at), chance.bytes(chance.below(20)), mangled.subarray(at)]);
    if (wound === 3) mangled = Buffer.concat([mangled, mangled.subarray(at)]);
    if (wound === 4 && at + 4 <= mangled.length) mangled.writeInt32BE(chance.pick([0, 3, 4, 5, -1, 0x7fffffff, 10_000, 10_001, mangled.length]), at);
    if (wound === 5) mangled = Buffer.concat([mangled.subarray(0, at), mangled.subarray(at + chance.below(8))]);
  }
  return mangled;
}

/** The bytes in pieces of any size. */
export function split(chance: Seeded, bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + chance.below(chance.oneIn(3) ? 4 : 200);
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return pieces;
}
