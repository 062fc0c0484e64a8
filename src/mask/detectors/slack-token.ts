// SPDX-License-Identifier: Apache-2.0
//
// Slack tokens (bot, user, app, configuration, refresh, cookie, legacy) and webhook addresses. Refuses the placeholders of manuals
// that have hardly a digit in them.
// @see https://api.slack.com/concepts/token-types
import { type Detector, matchesOf } from './detector.js';

// Match "xoxb-123456789012-abc", miss "xoxb-my-bot-token": the digits are counted below.
const TOKEN = /xox[a-z](?:\.xox[a-z])?-[A-Za-z0-9%_-]{10,512}|xapp-[A-Za-z0-9-]{15,512}/g;
// Match "https://hooks.slack.com/services/T0/B0/x…", miss "https://api.slack.com/web".
const WEBHOOK = /(?:https?:\/\/|https?:\\\/\\\/)?hooks\.slack(?:-gov)?\.com\\?\/(?:services|workflows|triggers)\\?\/[A-Za-z0-9+_/\\-]{18,256}/g;
const KINDS = ['a', 'b', 'c', 'd', 'e', 'o', 'p', 'r', 's'];
const MIN_DIGITS = 3;

/** Detects Slack tokens and webhooks. */
export const slackToken: Detector = {
  name: 'slack-token',
  kind: 'secret',
  keys: [...KINDS.map((kind) => `xox${kind}-`), 'xoxe.', 'xapp-', 'hooks.slack'],
  find: (text) => [...matchesOf(TOKEN, text).filter(({ start, end }) => digitsIn(text, start, end) >= MIN_DIGITS), ...matchesOf(WEBHOOK, text)],
};

function digitsIn(text: string, start: number, end: number): number {
  // Match "7", miss "x".
  return text.slice(start, end).match(/\d/g)?.length ?? 0;
}
