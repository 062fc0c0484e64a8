// SPDX-License-Identifier: Apache-2.0
//
// GitLab tokens by their prefixes, routable forms included, the older runner registration token, and the session cookie.
// @see https://docs.gitlab.com/security/tokens/#token-prefixes
import { type Detector, isVaried, matchesOf } from './detector.js';

const PREFIXES = ['glpat', 'gldt', 'glrt', 'glrtr', 'glcbt', 'glptt', 'glft', 'glimt', 'glagent', 'gloas', 'glsoat', 'glffct', 'glwt'];
// Match "glpat-" and 16 more, miss "glpat-abc": tokens, with an optional part after a dot (routable ones) but no final dot.
const TOKEN = /gl(?:pat|dt|rtr?|cbt|ptt|ft|imt|agent|oas|soat|ffct|wt)-[A-Za-z0-9_=-]{16,512}(?:\.[A-Za-z0-9_=-]{2,64}){0,4}/g;
// Match "GR1348941" and 20 more, miss "GR1348941x"; match "_gitlab_session=" and 32 hex, miss "_gitlab_session=x".
const OTHERS = /GR1348941[A-Za-z0-9_-]{20}|_gitlab_session=[A-Za-z0-9]{32}/g;

/** Detects GitLab tokens. */
export const gitlabToken: Detector = {
  name: 'gitlab-token',
  kind: 'secret',
  keys: [...PREFIXES.map((prefix) => `${prefix}-`), 'GR1348941', '_gitlab_session='],
  find: (text) => [...matchesOf(TOKEN, text), ...matchesOf(OTHERS, text)].filter((span) => isVaried(text, span)),
};
