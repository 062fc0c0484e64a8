// SPDX-License-Identifier: Apache-2.0
//
// Numbers of lines, from 1, of byte offsets that only grow, in one pass over a text.

const LINE_FEED = 0x0a;

/** Says in which line an offset is. Offsets have to be asked for in order. */
export function lineCounter(bytes: Uint8Array): (offset: number) => number {
  let line = 1;
  let from = 0;
  return (offset) => {
    for (let at = bytes.indexOf(LINE_FEED, from); at >= 0 && at < offset; at = bytes.indexOf(LINE_FEED, from)) {
      line += 1;
      from = at + 1;
    }
    return line;
  };
}
