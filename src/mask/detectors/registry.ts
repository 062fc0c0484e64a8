// SPDX-License-Identifier: Apache-2.0
//
// The table of all detectors: what a policy may name in `content:NAME`. Refuses nothing; order decides ties only.
import { anthropicToken } from './anthropic-token.js';
import { card } from './card.js';
import { cloudKey } from './cloud-key.js';
import { authorizationHeader, curlCredentials, kubernetesSecret, urlCredentials } from './credentials.js';
import type { Detector } from './detector.js';
import { email } from './email.js';
import { githubToken } from './github-token.js';
import { gitlabToken } from './gitlab-token.js';
import { iban } from './iban.js';
import { jwt } from './jwt.js';
import { namedIds, nationalIds } from './national-id.js';
import { openaiToken } from './openai-token.js';
import { namedSecret } from './named-secret.js';
import { namedPhone, numberedPhone, phone } from './phone.js';
import { privateKey } from './private-key.js';
import { slackToken } from './slack-token.js';
import { vendorTokens } from './vendor-tokens.js';

/** Every detector there is; two may share a name. */
export const DETECTORS: readonly Detector[] = [
  privateKey, githubToken, gitlabToken, slackToken, anthropicToken, openaiToken, cloudKey, jwt, ...vendorTokens, urlCredentials, authorizationHeader, curlCredentials, kubernetesSecret, namedSecret, card, iban, email, ...namedIds, phone, namedPhone, numberedPhone, ...nationalIds,
];
