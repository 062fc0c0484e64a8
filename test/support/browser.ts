/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// SPDX-License-Identifier: Apache-2.0
//
// A real browser, headless, without a network: pages from files, with a count of everything that a page must not do. Refuses to be
// skipped: where there is none, it says what to install.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/google-chrome'];
const SHOTS = resolve('build', 'replay');

/** What a page did that it should not, and the page. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors, dialogs, requests to anything but the file itself, violations of its policy. */
  readonly misdeeds: string[];
}

export interface PageOptions {
  readonly file: string;
  readonly hash?: string;
  readonly width?: number;
  readonly height?: number;
  readonly colour?: 'light' | 'dark';
}

/** Starts the browser. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) throw new Error('there is no browser: run `node scripts/setup.mjs`');
  // A sandbox needs namespaces that a container's root often has not; what is opened are our own files.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** Opens a page from its file and waits until it has read all of its recording. */
export async function openPage(browser: Browser, { file, hash = '', width = 1440, height = 900, colour = 'light' }: PageOptions): Promise<WatchedPage> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: colour });
  const url = pathToFileURL(file).href;
  const misdeeds: string[] = [];
  page.on('pageerror', (error) => misdeeds.push(`error ${error.message}`));
  page.on('console', (message) => void (['error', 'warning'].includes(message.type()) && misdeeds.push(`console ${message.text()}`)));
  page.on('dialog', (dialog) => {
    misdeeds.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => void (request.url().split('#')[0] === url || misdeeds.push(`request ${request.url()}`)));
  await page.goto(url + hash);
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true' || document.querySelector('script') === null, undefined, { timeout: 40_000 });
  return { page, misdeeds };
}

/** Keeps a picture under build/. */
export async function keepShot(page: Page, name: string): Promise<string> {
  mkdirSync(SHOTS, { recursive: true });
  const path = join(SHOTS, `${name}.png`);
  await page.screenshot({ path });
  return path;
}
