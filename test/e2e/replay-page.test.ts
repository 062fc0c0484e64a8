/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// SPDX-License-Identifier: Apache-2.0
//
// The replay page and the index page in a real browser, made by the real command: every kind of line readable, hostile text inert, keys
// enough, links deep, a hundred thousand lines as a few dozen nodes; and exports by the same command. Pictures are kept under build/replay.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { systemRuntime } from '../../src/core/runtime.js';
import { ed25519Signer } from '../../src/record/envelope.js';
import { RecordingWriter } from '../../src/record/writer.js';
import { keepShot, openPage, startBrowser, type WatchedPage } from '../support/browser.js';
import { CLI, cleanUp, scratch, spawned } from '../support/guarded.js';
import { AROUND, decided, done, EVENTS, HEADER, fileOf, listeningLog, parsed, rechained, recorded, type LooseLine } from '../support/recordings.js';

const LONG = 100_000;
let browser: Browser;
const opened: WatchedPage[] = [];

beforeAll(async () => {
  browser = await startBrowser();
});
afterEach(async () => {
  for (const { page } of opened.splice(0)) await page.close();
});
afterAll(async () => {
  await browser?.close();
  cleanUp();
});

async function session(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return spawned(process.execPath, [CLI, 'session', ...args], { environment: { PATH: process.env['PATH'] } });
}

/** The page of a recording. */
async function pageOf(lines: readonly string[] | Buffer, name = 'session.jsonl'): Promise<{ html: string; code: number | null; stderr: string }> {
  const folder = mkdtempSync(join(scratch(), 'page-'));
  writeFileSync(join(folder, name), Buffer.isBuffer(lines) ? lines : fileOf([...lines]));
  const html = join(folder, 'session.html');
  const { code, stderr } = await session('replay', join(folder, name), '--html', html);
  return { html, code, stderr };
}

async function open(file: string, options: Omit<Parameters<typeof openPage>[1], 'file'> = {}): Promise<WatchedPage> {
  const watched = await openPage(browser, { file, ...options });
  opened.push(watched);
  return watched;
}

const detailText = (page: Page): Promise<string> => page.evaluate(() => document.getElementById('detail')?.textContent ?? '');
const nodes = (page: Page): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length);
const selectedText = (page: Page): Promise<string> => page.evaluate(() => document.querySelector('[aria-selected="true"]')?.textContent ?? '');

/** All texts in a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** A long recording, chained here: the writer would take half of the test's time. */
function longRecording(): Buffer {
  const lines: string[] = [];
  let prev = '0'.repeat(64);
  const put = (body: object): void => {
    const line = JSON.stringify({ seq: lines.length, at: new Date(Date.UTC(2026, 0, 5, 10) + lines.length * 40).toISOString(), prev, ...body });
    prev = createHash('sha256').update(line).digest('hex');
    lines.push(line);
  };
  put(HEADER);
  const counts = { allow: 0, review: 0, deny: 0 };
  for (let operation = 1; lines.length < LONG - 2; operation += 1) {
    const decision = operation % 1000 === 0 ? 'deny' : 'allow';
    counts[decision] += 1;
    put(decided(operation, { decision, text: `SELECT c${operation} FROM customers` }));
    put(done(operation, decision === 'deny' ? { outcome: 'failed', tag: null, rows: 0, result: null, error: { sqlstate: '42501', message: 'no' }, masked: {} } : {}));
  }
  const at = new Date(Date.UTC(2026, 0, 5, 10) + lines.length * 40).toISOString();
  put({ at, type: 'checkpoint', count: lines.length, head: prev, key: null, signature: null });
  put({ at, type: 'end', count: lines.length, head: prev, outcome: 'denied', operations: counts, key: null, signature: null });
  return fileOf(lines);
}

describe('a session of a hundred thousand lines', () => {
  it('is a few hundred nodes, wherever one looks, and every line can be reached', async () => {
    const { html, code } = await pageOf(longRecording());
    expect(code).toBe(0);
    const { page, misdeeds } = await open(html);
    expect(await page.textContent('#count')).toBe('50,002 rows');
    const most = await page.evaluate(async () => {
      const list = document.getElementById('list') as HTMLElement;
      let highest = 0;
      for (let share = 0; share <= 1.05; share += 0.1) {
        list.scrollTop = share * list.scrollHeight;
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        highest = Math.max(highest, document.querySelectorAll('*').length);
      }
      return highest;
    });
    expect(most).toBeLessThan(1000);
    expect(await page.textContent('#list')).toContain('the session ends');
    await page.keyboard.press('Home');
    await page.keyboard.press('n');
    expect(await selectedText(page)).toContain('#1000 orders-db');
    await page.keyboard.press('3');
    await page.waitForFunction(() => document.getElementById('count')?.textContent === '49 of 50,002 rows');
    await page.keyboard.press('0');
    // Searched in 53 MB of text.
    await page.keyboard.press('/');
    await page.keyboard.type('c49998 ');
    await page.waitForFunction(() => document.getElementById('count')?.textContent === '1 of 50,002 rows');
    await page.evaluate(() => (location.hash = '#event-99999'));
    await page.waitForFunction(() => document.getElementById('detail')?.textContent?.includes('checkpoint') === true);
    expect(await page.textContent('#count')).toBe('50,002 rows');
    expect(await nodes(page)).toBeLessThan(1000);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect([await page.locator('#paper .row').count(), await page.textContent('#paper .note')]).toEqual([2000, '48,002 more rows not printed: filter first']);
    expect(misdeeds).toEqual([]);
    await keepShot(page, '100000-light');
  });
});

describe('an everyday session', () => {
  let html: string;
  beforeAll(async () => {
    ({ html } = await pageOf(await recorded([...EVENTS, ...AROUND])));
  });

  it('shows every field of every kind of line', async () => {
    const lines = parsed(await recorded([...EVENTS, ...AROUND]));
    const { page, misdeeds } = await open(html, { width: 1280 });
    for (const [number, { prev: _prev, ...line }] of lines.entries()) {
      await page.evaluate((at) => (location.hash = `#event-${at}`), number);
      await page.waitForFunction((at) => location.hash === `#event-${at}` && document.querySelector('#detail .place') !== null, number);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      const shown = (await detailText(page)).replaceAll(/\s+/g, ' ');
      // An end stands with its decision, where its own kind is not repeated.
      const { type, ...rest } = line;
      for (const text of textsIn(type === 'done' ? rest : line)) {
        const plain = text.startsWith('{"') ? text.slice(2, 5) : text.replaceAll('\u001b', '\\u{1b}').replaceAll(/\s+/g, ' ').trim();
        expect([type, shown]).toEqual([type, expect.stringContaining(plain)]);
      }
    }
    expect(misdeeds).toEqual([]);
  });

  it('is read with keys alone', async () => {
    const { page, misdeeds } = await open(html);
    await page.keyboard.press('n');
    expect(await selectedText(page)).toContain('ALTER TABLE orders');
    expect(await detailText(page)).toContain('asks a person');
    expect(await page.evaluate(() => location.hash)).toBe('#event-5');
    await page.keyboard.press('j');
    expect(await selectedText(page)).toContain('DROP TABLE orders');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('detail');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('list');
    await page.keyboard.press('End');
    expect(await selectedText(page)).toContain('the session ends');
    await page.keyboard.press('/');
    await page.keyboard.type('dRoP');
    await page.waitForFunction(() => document.querySelectorAll('#sheet mark').length > 0);
    expect(await page.textContent('#count')).toMatch(/^1 of \d+ rows$/);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => /^\d+ rows$/.test(document.getElementById('count')?.textContent ?? ''));
    await page.keyboard.press('2');
    await page.waitForFunction(() => document.getElementById('count')?.textContent?.startsWith('1 of') === true);
    await page.keyboard.press('0');
    await page.keyboard.press('?');
    const help = (await page.textContent('#help')) ?? '';
    for (const key of ['j', 'k', 'g', 'G', 'n', 'p', 'Enter', 'Esc', '/', '1', '5', '0', 't', 's', 'i', 'c', '?']) expect(help).toContain(key);
    await page.keyboard.press('Escape');
    await page.keyboard.press('i');
    expect(await page.isVisible('#facts')).toBe(true);
    // Nothing but Tab is needed to come to each control.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
    expect(misdeeds).toEqual([]);
  });

  it('plays what was printed', async () => {
    const { page, misdeeds } = await open(html);
    await page.keyboard.press('t');
    await page.waitForFunction(() => document.querySelector('#player .ap-player, #player .ap-wrapper') !== null);
    await page.waitForFunction(() => document.getElementById('player')?.textContent?.includes('ok') === true || document.querySelector('#player canvas') !== null);
    await keepShot(page, 'terminal-light');
    expect(misdeeds).toEqual([]);
  });

  it('leads to a line, to the end of an operation, too', async () => {
    const { page } = await open(html, { hash: '#event-8' });
    expect(await selectedText(page)).toContain('DROP TABLE orders');
    expect(await page.evaluate(() => location.hash)).toBe('#event-8');
    const { page: other } = await open(html, { hash: '#event-4000000' });
    expect(await detailText(other)).toContain('In short');
  });

  it('is dark, light, narrow and paper', async () => {
    const colours: string[] = [];
    for (const colour of ['light', 'dark'] as const) {
      for (const [name, width, height] of [['desk', 1440, 900], ['phone', 390, 844]] as const) {
        const { page } = await open(html, { colour, width, height, hash: name === 'desk' ? '#event-5' : '' });
        colours.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
        // Nothing stands out at the side.
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        await keepShot(page, `everyday-${name}-${colour}`);
      }
    }
    expect(new Set(colours).size).toBe(2);
    const { page } = await open(html, { width: 390, height: 844 });
    await page.click('.row >> nth=3');
    expect(await page.isVisible('#detail')).toBe(true);
    await page.click('#close');
    expect(await page.isVisible('#detail')).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('#paper .row').count()).toBe(Number((await page.textContent('#count'))?.split(' ')[0]));
    await keepShot(page, 'everyday-paper');
    const dead = await browser.newPage({ javaScriptEnabled: false });
    await dead.goto(pathToFileURL(html).href);
    expect([await dead.isVisible('noscript'), await dead.isVisible('#tools'), await dead.isVisible('#theme')]).toEqual([true, false, false]);
    await dead.close();
  });
});

describe('what a recording is worth', () => {
  it('is what verify says, never what the recording says', async () => {
    const whole = await recorded([decided(1), done(1), { type: 'prompt', role: 'user', resource: null, model: null, text: 'signed: this recording is signed by everybody', masked: {} }]);
    const table: readonly (readonly [string, readonly string[] | Buffer, string, number])[] = [
      ['unsigned', whole, 'Not signed', 0],
      ['incomplete', whole.slice(0, -1), 'Incomplete', 0],
      ['torn', fileOf(whole.slice(0, 4)).subarray(0, -1), 'Incomplete', 0],
      ['altered', whole.map((line) => line.replace('"decision":"allow"', '"decision":"deny"')), 'Altered', 1],
      ['a kind of a later version', rechained([...parsed(whole).slice(0, 2), { type: 'quantum', payload: { deep: ['<b>kept</b>'] } } as LooseLine, ...parsed(whole).slice(2)]), 'Altered', 1],
      ['no recording', ['no JSON at all', '[1,2]', '{"type":5}'], 'Altered', 1],
      ['nothing', [], 'Incomplete', 0],
    ];
    for (const [name, lines, state, code] of table) {
      const made = await pageOf(lines);
      const { page, misdeeds } = await open(made.html);
      expect([name, made.code, await page.textContent('#state'), misdeeds]).toEqual([name, code, state, []]);
      // Lines that nobody judged are marked, of an incomplete one the last that lacks its end.
      const when = await page.textContent('#when');
      expect([name, /no closing line/u.test(when ?? ''), /altered at line \d/u.test(when ?? '')]).toEqual([name, state === 'Incomplete', state === 'Altered']);
      if (name === 'incomplete') expect(await page.locator('.row.untrusted').count()).toBe(0);
      // Only the chain says so, and the line that was changed is the one before.
      if (name === 'altered') expect(await page.locator('.row.untrusted').first().textContent()).toContain('deny');
      if (name === 'torn') expect(await page.locator('.row.untrusted').allTextContents()).toEqual([expect.stringContaining('signed by everybody')]);
      if (name.startsWith('a kind')) {
        await page.evaluate(() => (location.hash = '#event-2'));
        await page.waitForFunction(() => document.getElementById('detail')?.textContent?.includes('<b>kept</b>') === true);
        expect(await page.locator('.row.untrusted').count()).toBeGreaterThan(1);
      }
    }
  });

  it('is signed when a key that the reader brings says so', async () => {
    const dir = mkdtempSync(join(scratch(), 'signed-'));
    const [ours, other] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
    const signer = ed25519Signer(ours.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const writer = await RecordingWriter.open({ dir: join(dir, 'ost_x'), sessionId: HEADER.session, header: HEADER, runtime: systemRuntime, durability: 'process', log: listeningLog(), signer });
    await writer.close({ outcome: 'ok', operations: { allow: 0, review: 0, deny: 0 } });
    for (const [name, { publicKey }] of Object.entries({ ours, other })) writeFileSync(join(dir, `${name}.pem`), publicKey.export({ type: 'spki', format: 'pem' }));
    const html = join(dir, 'session.html');
    for (const [key, state] of [['ours', 'Signed'], ['other', 'Not signed'], [null, 'Not signed']] as const) {
      const result = await session('replay', writer.path, '--html', html, ...(key === null ? [] : ['--key', join(dir, `${key}.pem`)]));
      const { page } = await open(html);
      expect([key, result.code, await page.textContent('#state')]).toEqual([key, 0, state]);
    }
    const index = await session('index', dir, '--html', join(dir, 'index.html'), '--key', join(dir, 'ours.pem'));
    expect([index.code, readFileSync(join(dir, 'index.html'), 'utf8')]).toEqual([0, expect.stringContaining('<b>1</b> signed')]);
  });

  it('is not written over the recording, nor half', async () => {
    const folder = mkdtempSync(join(scratch(), 'same-'));
    const file = join(folder, 'session.jsonl');
    writeFileSync(file, fileOf(await recorded()));
    const before = readFileSync(file);
    const same = await session('replay', file, '--html', file);
    expect([same.code, same.stderr]).toEqual([2, expect.stringContaining('is the recording itself')]);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect((await session('replay', file, '--html', join(folder, 'not', 'there.html'))).stderr).toContain('can not be written');
    // What would be ignored is refused.
    const idle = await Promise.all([session('verify', file, '--html', 'x.html'), session('verify', file, '--no-colour'), session('replay', file, '--json'), session('replay', file, '--pages'), session('index', folder, '--json'), session('replay', file, '--key', 'ours.pem'), session('verfy', file)]);
    expect(idle.map(({ code, stderr }) => [code, stderr])).toEqual([...['--html', '--no-colour', '--json', '--pages', '--json'].map((flag) => [2, expect.stringContaining(`\`${flag}\` is not a flag of this command`)]), [2, expect.stringContaining('`--key` counts only together with `--html`')], [2, expect.stringContaining('`session verfy` is not a command')]]);
    expect((await session('replay', join(folder, 'none.jsonl'), '--html', join(folder, 'x.html'))).stderr).toContain('there is no recording at');
  });
});

describe('hostile text', () => {
  const ATTACK = '</script><script>window.pwned=1</script><img src=x onerror="window.pwned=2"><svg onload=window.pwned=3>javascript:window.pwned=4 \u202Egnp.exe\u202C \u001b]0;owned\u0007\u001b[2J \u200b\u2066 раypal аdmin {{7*7}} ${7*7} --><!--';

  /** Each text of a line, at any depth, made hostile; words that a shape fixes are kept by their field. */
  function poisoned(value: unknown, field = ''): unknown {
    if (typeof value === 'string') return ['type', 'at', 'prev', 'format', 'digest', 'head', 'decision', 'effect', 'outcome', 'role', 'state', 'stream', 'kind', 'mode', 'durability'].includes(field) ? value : `${ATTACK} ${value}`;
    if (Array.isArray(value)) return value.map((one: unknown) => poisoned(one, field));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [['masked', 'facts', 'claims'].includes(field) ? `${ATTACK} ${name}` : name, poisoned(inner, name)]));
  }

  it('in every field of every kind is shown, and does nothing', async () => {
    const lines = parsed(await recorded([...EVENTS, ...AROUND])).map((line) => poisoned(line) as LooseLine);
    const huge = { ...(lines[3] as LooseLine), text: `${ATTACK}${'x'.repeat(3_000_000)}` };
    const reversed = { ...(lines[3] as LooseLine), text: "'שלום עולם' 12 = 34 -- ab٣ + ٤٥ سلام + 6" };
    const { html } = await pageOf(rechained([...lines, huge, { type: ATTACK, [ATTACK]: ATTACK, __proto__: null } as LooseLine, reversed]));
    expect(/<(script>|img|svg)[^<]*window\.pwned/.exec(readFileSync(html, 'utf8'))).toBeNull();
    const { page, misdeeds } = await open(html);
    const tags = await page.evaluate(() => [...new Set([...document.querySelectorAll('*')].map((one) => one.localName))]);
    for (let number = 0; number < lines.length + 2; number += 1) {
      await page.evaluate((at) => (location.hash = `#event-${at}`), number);
      await page.waitForFunction((at) => location.hash === `#event-${at}` && document.querySelector('#detail .place') !== null, number);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        return new Promise(requestAnimationFrame);
      });
      const body = await page.evaluate(() => [...document.body.children].filter((one) => one.localName !== 'script').map((one) => one.textContent).join('\n'));
      // Everything that reverses, hides or moves is notation now, but for breaks.
      expect([number, /[\u202a-\u202e\u2066-\u2069\u200b\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.exec(body)?.[0]]).toEqual([number, undefined]);
      expect(body.length).toBeLessThan(600_000);
    }
    // What stands around letters that are read from right to left stays where it was written.
    await page.evaluate((at) => (location.hash = `#event-${at}`), lines.length + 2);
    await page.waitForFunction(() => document.querySelector('#detail pre')?.textContent?.startsWith("'שלום") === true);
    const places = await page.evaluate(() => {
      const found: [string, number][] = [];
      const walk = document.createTreeWalker(document.querySelector('#detail pre') as Element, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
        for (const { 0: sign, index } of (node.textContent ?? '').matchAll(/[a-z\d'=+-]/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          found.push([sign, range.getBoundingClientRect().left]);
        }
      }
      return found;
    });
    expect([...places].sort(([, one], [, other]) => one - other).map(([sign]) => sign).join('')).toBe("''12=34--ab++6");
    const after = await page.evaluate(() => [...new Set([...document.querySelectorAll('*')].map((one) => one.localName))]);
    expect(after.filter((tag) => !tags.includes(tag) && !['section', 'dl', 'dt', 'dd', 'pre', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'ul', 'li', 'b', 'h2', 'h3', 'details', 'summary', 'a', 'article', 'header', 'blockquote', 'kbd'].includes(tag))).toEqual([]);
    expect(after.filter((tag) => ['img', 'svg', 'iframe', 'object', 'embed', 'form', 'base', 'link'].includes(tag))).toEqual(['form']);
    expect(await page.locator('.odd').count()).toBeGreaterThan(0);
    expect(await page.locator('.ctl').count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => (globalThis as { pwned?: number }).pwned)).toBeUndefined();
    expect(misdeeds).toEqual([]);
    await keepShot(page, 'hostile-light');
  });

  it('could not run if it became markup: the policy of the page forbids it', async () => {
    const { html } = await pageOf(await recorded());
    const { page } = await open(html);
    const outcome = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
      const attempt = (act: () => void): string => {
        try {
          act();
          return 'done';
        } catch (thrown) {
          return (thrown as Error).name;
        }
      };
      const tried = [
        attempt(() => (document.body.innerHTML = '<img src=x onerror="window.pwned=1">')),
        attempt(() => void document.body.setAttribute('onclick', 'window.pwned=3')),
        attempt(() => void fetch('https://example.com/').catch(() => undefined)),
      ];
      // Not from here: what a test evaluates may always evaluate more.
      document.body.addEventListener('click', () => attempt(() => void new Function('window.pwned=2')()));
      const image = document.createElement('img');
      image.src = 'https://example.com/x.png';
      document.body.append(image);
      await new Promise(requestAnimationFrame);
      document.body.click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { tried, violations: [...new Set(violations)].sort(), pwned: (globalThis as { pwned?: number }).pwned };
    });
    expect(outcome.pwned).toBeUndefined();
    expect(outcome.tried[0]).toBe('TypeError');
    expect(outcome.violations).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'require-trusted-types-for']));
  });
});

describe('the index page', () => {
  const of = (year: number, lines: readonly string[]): string[] => rechained(parsed(lines).map((line) => ({ ...line, at: String(line['at']).replace('2026', String(year)) })));

  it('lists every session with its verdict, the newest first, and leads to their pages', async () => {
    const folder = mkdtempSync(join(scratch(), 'index-'));
    const sessions: readonly (readonly [string, readonly string[]])[] = [
      ['good', await recorded()], ['half', of(2027, (await recorded()).slice(0, -1))], ['changed', (await recorded()).map((line) => line.replace('DROP TABLE', 'DROP VIEW'))],
      ['<img src=x onerror=alert(1)>', rechained(parsed(await recorded()).map((line, number) => (number === 0 ? { ...line, session: '<script>alert(1)</script>', prompter: '"><b>\u202Ebad' } : line)))],
      ['empty', []],
    ];
    for (const [name, lines] of sessions) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'session.jsonl'), lines.length === 0 ? '' : fileOf([...lines]));
    }
    // Too deep, behind links, or under another name: none of these is listed.
    for (const [deep, name] of [['1/2/3/4/5', 'session.jsonl'], ['other', 'notes.jsonl']] as const) {
      mkdirSync(join(folder, deep), { recursive: true });
      writeFileSync(join(folder, deep, name), fileOf(await recorded()));
    }
    symlinkSync(join(folder, 'good'), join(folder, 'link'));
    mkdirSync(join(folder, 'linked'));
    symlinkSync(join(folder, 'good', 'session.jsonl'), join(folder, 'linked', 'session.jsonl'));
    const out = join(folder, 'index.html');
    const { code, stderr } = await session('index', folder, '--html', out, '--pages');
    expect([code, stderr]).toEqual([1, expect.stringContaining('5 recordings, 1 altered')]);
    const { page, misdeeds } = await open(out);
    const rows = await page.locator('tbody tr').allTextContents();
    expect(rows.map((row) => /(20\d\d)-\d\d-\d\d/u.exec(row)?.[1] ?? 'none')).toEqual(['2027', '2026', '2026', '2026', 'none']);
    expect(rows.filter((row) => /altered at line \d/u.test(row)).length).toBe(1);
    expect(await page.locator('.sums li').allTextContents()).toEqual(['2 unsigned', '2 incomplete', '1 altered']);
    expect(await page.locator('img, script, body b:not(td b):not(li b)').count()).toBe(0);
    expect(await page.evaluate(() => document.body.textContent)).toContain('<script>alert(1)</script>');
    expect(await page.evaluate(() => document.body.textContent)).toContain('\\u{202e}bad');
    await keepShot(page, 'index-light');
    await page.click('tbody tr >> nth=0 >> a');
    await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
    expect(await page.title()).toContain('session replay');
    expect(misdeeds.filter((one) => !one.startsWith('request file:'))).toEqual([]);
    const { page: phone } = await open(out, { width: 390, height: 844, colour: 'dark' });
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await keepShot(phone, 'index-phone-dark');
  });
});

describe('session export', () => {
  const collector = async (status: number): Promise<{ readonly url: string; readonly bodies: LooseLine[]; readonly seen: string[]; stop(): Promise<void> }> => {
    const bodies: LooseLine[] = [];
    const seen: string[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => void chunks.push(chunk));
      request.on('end', () => {
        seen.push(`${request.method} ${request.url} ${request.headers['content-type']} ${request.headers['x-key']}`);
        bodies.push(JSON.parse(Buffer.concat(chunks).toString('utf8')) as LooseLine);
        response.writeHead(status, status === 307 ? { location: 'http://127.0.0.1:1/' } : {}).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies, seen, stop: () => new Promise((resolve) => void server.close(() => resolve())) };
  };
  const fileWith = (lines: readonly string[]): string => {
    const file = join(mkdtempSync(join(scratch(), 'export-')), 'session.jsonl');
    writeFileSync(file, fileOf([...lines]));
    return file;
  };

  it('writes each format, to a file or to standard output, and says what it can not trust', async () => {
    const lines = await recorded([...EVENTS, ...AROUND]);
    const file = fileWith(lines);
    const out = `${file}.csv`;
    const results = await Promise.all(['asciicast', 'ocsf', 'csv', 'otel'].map((format) => session('export', file, '--format', format)));
    expect(results.map(({ code, stderr }) => [code, stderr])).toEqual(Array.from({ length: 4 }, () => [0, '']));
    expect(results.map(({ stdout }) => stdout.slice(0, 14))).toEqual(['{"version":3,"', '{"category_uid', 'seq,at,type,se', '{"resourceSpan']);
    expect([(await session('export', file, '--format', 'csv', '--out', out)).code, readFileSync(out, 'utf8'), statSync(out).mode & 0o777]).toEqual([0, results[2]?.stdout, 0o600]);
    const changed = fileWith(lines.map((line) => line.replace('DROP TABLE', 'DROP VIEW')));
    expect(await session('export', changed, '--format', 'csv')).toMatchObject({ code: 1, stderr: expect.stringContaining('the export ends where the recording is altered') });
    expect(await session('export', fileWith(lines.slice(0, -1)), '--format', 'ocsf')).toMatchObject({ code: 0, stderr: expect.stringContaining('incomplete') });
  });

  it('posts spans to a collector, with its headers, which no process list has to show, and says when it does not take them', async () => {
    const file = fileWith(await recorded([...EVENTS, ...AROUND]));
    for (const [status, code, said] of [[200, 0, ''], [503, 4, 'answers 503'], [307, 4, 'can not be reached']] as const) {
      const { url, bodies, seen, stop } = await collector(status);
      // What is said on the command line wins, where both say something.
      const [named, environment] = status === 200 ? [[], { OTEL_EXPORTER_OTLP_HEADERS: 'x-key=k%31,x-other = 1' }] : [['--header', 'X-Key: k1'], { OTEL_EXPORTER_OTLP_HEADERS: 'x-key=k2' }];
      const result = await spawned(process.execPath, [CLI, 'session', 'export', file, '--format', 'otel', '--endpoint', url, ...named], { environment: { PATH: process.env['PATH'], ...environment } });
      await stop();
      expect([status, result.code, result.stderr]).toEqual([status, code, expect.stringContaining(said)]);
      expect(seen).toEqual(['POST /v1/traces application/json k1']);
      expect(Object.keys(bodies[0] ?? {})).toEqual(['resourceSpans']);
    }
  });

  it('refuses what it can not do', async () => {
    const file = fileWith(await recorded());
    const table: readonly (readonly [readonly string[], string])[] = [
      [[file], '`--format` is missing'], [[file, '--format', 'xml'], '`--format` is `xml`: it takes one of: asciicast, ocsf, csv, otel'], [[file, '--format', 'cvs'], 'did you mean `csv`?'], [['--format', 'csv'], 'takes one file'], [[file, '--format', 'csv', '--endpoint', 'http://x'], 'goes with `--format otel` only'],
      [[file, '--format', 'otel', '--endpoint', 'http://u:p@x/'], 'without credentials'], [[file, '--format', 'otel', '--endpoint', 'ftp://x'], 'is not an http(s) address'], [[file, '--format', 'otel', '--endpoint', 'http://x', '--out', 'y'], 'exclude each other'],
      [[file, '--format', 'otel', '--endpoint', 'http://x', '--header', 'none'], 'needs `Name: value`'], [[file, '--format', 'csv', '--out', file], 'is the recording itself'], [[`${file}x`, '--format', 'csv'], 'there is no recording at'],
      [[file, '--format', 'csv', '--out', join(file, 'x')], 'can not be written'],
    ];
    const before = readFileSync(file);
    const results = await Promise.all(table.map(([args]) => session('export', ...args)));
    expect(results.map(({ code, stderr }) => [code, stderr])).toEqual(table.map(([, said]) => [2, expect.stringContaining(said)]));
    for (const pairs of ['a=1,s3cret', 'a=%zz', '=s3cret']) {
      const { code, stderr } = await spawned(process.execPath, [CLI, 'session', 'export', file, '--format', 'otel', '--endpoint', 'http://x'], { environment: { PATH: process.env['PATH'], OTEL_EXPORTER_OTLP_HEADERS: pairs } });
      expect([pairs, code, stderr.includes('s3cret'), stderr]).toEqual([pairs, 2, false, expect.stringMatching(/pair \d of `OTEL_EXPORTER_OTLP_HEADERS` is no `name=value`/u)]);
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
