// SPDX-License-Identifier: Apache-2.0
//
// GitHub tokens: personal (classic and fine-grained), OAuth, app user, app installation and refresh. Refuses names that only share
// the prefix.
// @see https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
import { type Detector, isVaried, matchesOf } from './detector.js';

// Match "ghp_" and 36 more, "ghs_12345_eyJ….eyJ….sig", "github_pat_" and 36 more; miss "ghp_short".
const TOKEN = /gh[pour]_[A-Za-z0-9]{36,251}|ghs_[A-Za-z0-9_.-]{36,2000}|github_pat_[A-Za-z0-9_]{36,251}/g;

/** Detects GitHub tokens. */
export const githubToken: Detector = {
  name: 'github-token',
  kind: 'secret',
  keys: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
  find: (text) => matchesOf(TOKEN, text).filter((span) => isVaried(text, span)),
};
