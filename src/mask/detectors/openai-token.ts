// SPDX-License-Identifier: Apache-2.0
//
// OpenAI API keys: project, service account, admin and classic; OpenRouter's, which look alike; and ChatGPT session keys. Refuses
// class names and words with a hyphen (`sk-fading-circle`, `task-…`).
// @see https://platform.openai.com/docs/api-reference/authentication
import { type Detector, isVaried, matchesOf } from './detector.js';

// Match "sk-proj-" and 20 more, "sk-" and 20 letters and digits, miss "sk-fading-circle" and "disk-proj-…". `\n`, `%3D` may stand before.
const KEY = /(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9_-])sk-(?:(?:proj|svcacct|admin|None|service|or-v1)-[A-Za-z0-9_-]{20,512}|(?=[A-Za-z]{0,60}\d)[A-Za-z0-9]{20,128})/g;
// Match "sess-" and 40 more, miss "sess-abc".
const SESSION = /(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9_-])sess-[A-Za-z0-9]{40}(?![A-Za-z0-9])/g;

/** Detects OpenAI keys. */
export const openaiToken: Detector = {
  name: 'openai-token',
  kind: 'secret',
  keys: ['sk-', 'sess-'],
  find: (text) => [...matchesOf(KEY, text), ...matchesOf(SESSION, text)].filter((span) => isVaried(text, span)),
};
