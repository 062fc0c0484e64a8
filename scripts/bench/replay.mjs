// SPDX-License-Identifier: Apache-2.0
// `npm run bench`, part `replay`: how long a page about a long session takes to be made, to load in Chromium, and how many nodes it has at
// its end. Chains its recordings itself, so that nothing but reading is measured.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const START = Date.UTC(2026, 0, 5, 10);
const HEADER = {
  type: 'session', format: 'ostiary-session-v1', session: 'ost_bench', ostiary: '0.1.0', principal: { names: ['nightly'], issuer: 'https://issuer.example', subject: 'repo:acme/shop', claims: {} }, prompter: null,
  host: { kind: 'shell', facts: {} }, resources: [{ name: 'orders-db', target: 'db.internal:5432/orders', type: 'postgres' }], policy: { digest: 'a'.repeat(64), source: 'file', version: 1, mode: 'enforce' },
  packs: [], command: ['psql'], durability: 'process',
};

/** Prints a table; `folder` is for files that may be removed afterwards. */
export async function measureReplay(folder, sizes = [100, 10_000, 100_000]) {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  console.log('\n| replay page, events | recording | page | made in | ready in | of that, main thread | nodes after scrolling to the end |\n|---|---:|---:|---:|---:|---:|---:|');
  try {
    for (const size of sizes) await measureOne(browser, folder, size);
  } finally {
    await browser.close();
  }
}

async function measureOne(browser, folder, size) {
  const place = join(folder, `replay-${size}`);
  mkdirSync(place);
  const file = join(place, 'session.jsonl');
  writeFileSync(file, recordingOf(size));
  const out = join(place, 'session.html');
  const from = performance.now();
  const { status } = spawnSync(process.execPath, ['dist/cli.js', 'session', 'replay', file, '--html', out], { stdio: 'ignore' });
  if (status !== 0) throw new Error(`the page was not made: ${status}`);
  const made = performance.now() - from;
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const tools = await page.context().newCDPSession(page);
  // Processor time of the page's own thread: what the wall clock says depends on who else is there.
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const begin = performance.now();
  await page.goto(pathToFileURL(out).href);
  await page.waitForSelector('html[data-ready]', { timeout: 120_000 });
  const ready = performance.now() - begin;
  const { metrics } = await tools.send('Performance.getMetrics');
  const busy = metrics.find(({ name }) => name === 'TaskDuration').value;
  await page.keyboard.press('End');
  await page.waitForFunction(() => document.getElementById('sheet').textContent.includes('the session ends'));
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  await page.close();
  const megabytes = (path) => `${(statSync(path).size / 1e6).toFixed(1)} MB`;
  console.log(`| ${size.toLocaleString('en')} | ${megabytes(file)} | ${megabytes(out)} | ${(made / 1000).toFixed(1)} s | ${(ready / 1000).toFixed(2)} s | ${busy.toFixed(2)} s | ${nodes} |`);
}

function recordingOf(size) {
  const lines = [];
  let prev = '0'.repeat(64);
  let at = new Date(START).toISOString();
  const put = (body) => {
    const line = JSON.stringify({ seq: lines.length, at, prev, ...body });
    prev = createHash('sha256').update(line).digest('hex');
    lines.push(line);
  };
  put(HEADER);
  const counts = { allow: 0, review: 0, deny: 0 };
  for (let operation = 1; lines.length < size - 2; operation += 1) {
    at = new Date(START + operation * 70).toISOString();
    const decision = operation % 500 === 0 ? 'deny' : 'allow';
    counts[decision] += 1;
    put({
      type: 'decided', operation, connection: 1, resource: 'orders-db', principal: 'repo:acme/shop', statement: 'SELECT', name: 'sql.select', text: `SELECT id, email, created_at FROM customers c${operation} WHERE id = ? AND status = ?`,
      accesses: [{ effect: 'read', object: 'public.customers', columns: ['id', 'email', 'created_at', 'status'] }], decision, rules: ['reads'], reasons: ['allowed by rule'], observed: [], unknown: [], catalog: 3,
    });
    put({ type: 'done', operation, outcome: decision === 'allow' ? 'ok' : 'failed', tag: decision === 'allow' ? 'SELECT 2' : null, rows: 2, bytes: 80, error: null, result: { columns: ['id', 'email'], rows: [[String(operation), 'a***@***.example'], ['2', null]] }, masked: { 'column:partial': 2 } });
  }
  put({ type: 'checkpoint', count: lines.length, head: prev, key: null, signature: null });
  put({ type: 'end', count: lines.length, head: prev, outcome: 'ok', operations: counts, key: null, signature: null });
  return `${lines.join('\n')}\n`;
}
