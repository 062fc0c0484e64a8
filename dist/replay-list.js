// SPDX-License-Identifier: Apache-2.0
//
// A list of any length as a few dozen nodes: rows of one height, placed by number, used again while it scrolls. Refuses to know what a
// row says: `paint` fills it.

const ROW_HEIGHT = 58;
/** Rows kept ready above and below what is seen. */
const OVERSCAN = 6;
/** Browsers can't make a box higher than about sixteen million pixels; beyond this one, a scrolled pixel stands for more than one. */
const MAX_HEIGHT = 8_000_000;

/**
 * @param {HTMLElement} scroller @param {HTMLElement} sheet
 * @param {(row: HTMLElement, position: number) => void} paint
 */
function createList(scroller, sheet, paint) {
  let count = 0;
  let waiting = false;
  /** @type {{ element: HTMLElement, position: number }[]} */
  let pool = [];

  const height = () => Math.min(count * ROW_HEIGHT, MAX_HEIGHT);
  // How far the whole list is moved up, in pixels of rows.
  const offset = () => {
    const room = height() - scroller.clientHeight;
    return room <= 0 ? 0 : (scroller.scrollTop / room) * (count * ROW_HEIGHT - scroller.clientHeight);
  };

  function fill() {
    const wanted = Math.min(count, Math.ceil(scroller.clientHeight / ROW_HEIGHT) + 2 * OVERSCAN);
    while (pool.length < wanted) {
      const element = make('div', 'row');
      element.setAttribute('role', 'option');
      element.addEventListener('click', () => scroller.dispatchEvent(new CustomEvent('choose', { detail: Number(element.dataset['position']) })));
      pool.push({ element, position: -1 });
      sheet.append(element);
    }
    for (const { element } of pool.splice(wanted)) element.remove();
  }

  function render() {
    waiting = false;
    fill();
    const top = offset();
    const first = Math.max(0, Math.min(Math.floor(top / ROW_HEIGHT) - OVERSCAN, count - pool.length));
    for (let position = first; position < first + pool.length; position += 1) {
      const slot = pool[position % pool.length];
      if (slot === undefined) continue;
      if (slot.position !== position) {
        slot.position = position;
        slot.element.dataset['position'] = String(position);
        slot.element.id = `row-${position}`;
        slot.element.setAttribute('aria-setsize', String(count));
        slot.element.setAttribute('aria-posinset', String(position + 1));
        paint(slot.element, position);
      }
      slot.element.style.transform = `translateY(${position * ROW_HEIGHT - top + scroller.scrollTop}px)`;
    }
  }

  function soon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(render);
  }

  scroller.addEventListener('scroll', soon, { passive: true });
  new ResizeObserver(soon).observe(scroller);

  return {
    /** Rows that are seen as a whole. */
    page: () => Math.max(1, Math.floor(scroller.clientHeight / ROW_HEIGHT) - 1),
    /** The list has this many rows now; all are painted anew. @param {number} rows */
    reset(rows) {
      count = rows;
      sheet.style.height = `${height()}px`;
      for (const slot of pool) slot.position = -1;
      soon();
    },
    /** Rows were added at the end. @param {number} rows */
    grow(rows) {
      count = rows;
      sheet.style.height = `${height()}px`;
      soon();
    },
    /** Paints what is seen anew. */
    repaint() {
      for (const slot of pool) slot.position = -1;
      soon();
    },
    /** Brings a row into view, in the middle when it was far away. @param {number} position */
    reveal(position) {
      const top = offset();
      const at = position * ROW_HEIGHT;
      const view = scroller.clientHeight;
      let target = top;
      if (at < top) target = at < top - view ? at - view / 2 : at;
      else if (at + ROW_HEIGHT > top + view) target = at > top + 2 * view ? at - view / 2 : at + ROW_HEIGHT - view;
      const room = count * ROW_HEIGHT - view;
      if (target !== top && room > 0) scroller.scrollTop = (Math.max(0, Math.min(target, room)) / room) * (height() - view);
      soon();
    },
    /** The first row that is seen. */
    first: () => Math.floor(offset() / ROW_HEIGHT),
  };
}
