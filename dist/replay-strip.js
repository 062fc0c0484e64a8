// SPDX-License-Identifier: Apache-2.0
//
// The session at a glance: how much happened when, and where something was not allowed. A picture only; everything in it is in the
// list, too. Refuses to draw more than one bar for three pixels.

const BAR = 4;
const BAR_GAP = 1;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {() => readonly number[]} shownLines
 * @param {(position: number) => void} jump
 */
function createStrip(canvas, shownLines, jump) {
  /** Position of the first row in each bar. @type {number[]} */
  let firstOf = [];
  /** @type {number} */
  let selected = -1;

  /** The share of the session, 0 to 1, at which a row stands. By time when time passes, else by order. */
  function shares() {
    const rows = shownLines();
    const begin = timeOf[0] ?? NaN;
    const end = timeOf.at(-1) ?? NaN;
    const length = end - begin;
    const timed = Number.isFinite(length) && length > 0;
    return { rows, share: (/** @type {number} */ position) => {
      const at = ((timeOf[rows[position] ?? 0] ?? NaN) - begin) / length;
      return timed && at >= 0 && at <= 1 ? at : position / Math.max(1, rows.length);
    } };
  }

  function draw() {
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    const scale = devicePixelRatio;
    canvas.width = width * scale;
    canvas.height = height * scale;
    const context = canvas.getContext('2d');
    if (context === null || width === 0) return;
    context.scale(scale, scale);
    const bars = Math.max(1, Math.floor(width / BAR));
    const { rows, share } = shares();
    const counts = Array.from({ length: bars }, () => [0, 0, 0, 0]);
    firstOf = [];
    for (let position = 0; position < rows.length; position += 1) {
      const bar = Math.min(bars - 1, Math.floor(share(position) * bars));
      firstOf[bar] ??= position;
      const flag = flagsOf[rows[position] ?? 0] ?? 0;
      const count = counts[bar];
      const colour = (flag & (DENY | REFUSED)) !== 0 ? 3 : (flag & REVIEW) !== 0 ? 2 : (flag & ALLOW) !== 0 ? 1 : 0;
      if (count !== undefined) count[colour] = (count[colour] ?? 0) + 1;
    }
    const colours = ['--line-strong', '--allow', '--review', '--deny'].map((name) => colourOf(canvas, name));
    drawBars(context, counts, colours, height);
    if (selected >= 0 && selected < rows.length) {
      context.fillStyle = colourOf(canvas, '--ink');
      context.fillRect(Math.floor(share(selected) * (width - 2)), 0, 2, height);
    }
  }

  canvas.addEventListener('click', (event) => {
    let bar = Math.floor(event.offsetX / BAR);
    while (bar > 0 && firstOf[bar] === undefined) bar -= 1;
    const position = firstOf[bar];
    if (position !== undefined) jump(position);
  });
  new ResizeObserver(draw).observe(canvas);
  return { draw, select(/** @type {number} */ position) {
    selected = position;
    draw();
  } };
}

/** The colour behind a variable: a canvas does not know `light-dark()`. @param {HTMLElement} probe @param {string} name */
function colourOf(probe, name) {
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
}

/** @param {CanvasRenderingContext2D} context @param {readonly number[][]} counts @param {readonly string[]} colours @param {number} height */
function drawBars(context, counts, colours, height) {
  // The square root lets a lonely event be seen beside thousands.
  const size = (/** @type {number} */ count) => Math.sqrt(count);
  const highest = Math.max(1, ...counts.map((bar) => size(bar.reduce((sum, count) => sum + count, 0))));
  for (const [index, bar] of counts.entries()) {
    let top = height;
    const sum = bar.reduce((all, count) => all + count, 0);
    if (sum === 0) continue;
    const whole = Math.max(3, (size(sum) / highest) * (height - 4));
    for (const colour of [3, 2, 1, 0]) {
      const count = bar[colour] ?? 0;
      if (count === 0) continue;
      const part = Math.max(3, (count / sum) * whole);
      context.fillStyle = colours[colour] ?? '#888';
      context.fillRect(index * BAR, top - part, BAR - BAR_GAP, part);
      top -= part;
    }
  }
}
