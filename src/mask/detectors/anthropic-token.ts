// SPDX-License-Identifier: Apache-2.0
//
// Anthropic API, admin and OAuth keys. Refuses what has the prefix and nothing behind it.
// @see https://docs.anthropic.com/en/api/overview
import { type Detector, isVaried, matchesOf } from './detector.js';

// Match "sk-ant-api03-" and 20 more, miss "sk-ant-api02-notarealkey".
const KEY = /sk-ant-[a-z]{2,10}\d{2}-[A-Za-z0-9_-]{20,256}/g;

/** Detects Anthropic keys. */
export const anthropicToken: Detector = {
  name: 'anthropic-token',
  kind: 'secret',
  keys: ['sk-ant-'],
  find: (text) => matchesOf(KEY, text).filter((span) => isVaried(text, span)),
};
