// SPDX-License-Identifier: Apache-2.0
//
// Credentials of AWS, Google Cloud and Azure: by their own prefixes where they have one, else by the word beside them. Refuses ids
// that open nothing (account, tenant and client ids).
// @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
import { type Detector, groupsOf, isVaried, matchesOf, type Span } from './detector.js';

/** A form of credential, and the keys of which every match contains one. */
interface Form {
  readonly keys: readonly string[];
  readonly pattern: RegExp;
}

const OWN_PREFIX: readonly Form[] = [
  // Match "AKIAIOSFODNN7EXAMPLE", miss "XAKIAIOSFODNN7EXAMPLE" and "AKIA123": AWS access key ids. `\n` or `%3D` may stand before.
  { keys: ['AKIA', 'ASIA', 'ABIA', 'ACCA', 'A3T'], pattern: /(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}(?![A-Za-z0-9])/g },
  // Match "IQoJb3JpZ2luX2Vj…", miss "IQoJ": AWS session tokens, base64 of a fixed head.
  { keys: ['IQoJb3JpZ2lu', 'oGZXIvYXdz'], pattern: /(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz)[A-Za-z0-9+/=]{80,4000}/g },
  // Match "ABSKQmVkcm9ja0FQSUtleS1…", miss "ABSKQm": Bedrock API keys, long- and short-lived.
  { keys: ['ABSKQmVkcm9ja0FQSUtleS', 'bedrock-api-key-'], pattern: /ABSKQmVkcm9ja0FQSUtleS[A-Za-z0-9+/]{50,300}={0,2}|bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=_%-]{0,4000}/g },
  // Match "AIza" and 35 more, miss "AIzaShort": Google API keys.
  { keys: ['AIza'], pattern: /(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g },
  // Match "ya29.a0Af…", "GOCSPX-…" and "1//0g…", miss "ya29.": Google OAuth access tokens, client secrets, refresh tokens.
  { keys: ['ya29.', 'GOCSPX-', '1//0'], pattern: /ya29\.[A-Za-z0-9_-]{20,2000}|GOCSPX-[A-Za-z0-9_-]{20,40}|(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9])1\/\/0[A-Za-z0-9_-]{35,200}/g },
  // Match "abc8Q~" and 34 more, miss "x~8Q~y": Microsoft Entra client secrets.
  { keys: ['Q~'], pattern: /(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~-])/g },
  // Match 76 characters and "AZDO" and 4 more, miss "AZDO": Azure DevOps tokens; "JQQJ99…": Azure AI keys.
  { keys: ['AZDO', 'JQQJ99'], pattern: /(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9])|(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9])[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26}(?![A-Za-z0-9])/g },
  // Match 76 characters, "+ASt", 6 more and "==", miss "+ASt": Azure storage keys of the newer form.
  { keys: ['+ASt'], pattern: /(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9+/])[A-Za-z0-9+/]{76}\+ASt[A-Za-z0-9+/]{6}==/g },
];
/** Keys in lower case, for any case. A word, then what may stand between it and its value: quotes, `=`, `:`, `=>`, `>`, a comma. */
const BESIDE_A_WORD: readonly Form[] = [
  // Match "AWS_SECRET_ACCESS_KEY = wJalr…" (40), miss "secret_key = hunter2": AWS secret access keys.
  { keys: ['aws_secret', 'aws-secret', 'aws.secret', 'awssecret', 'secret_key', 'secret-key', 'secret.key', 'secretkey', 'accesskey', 'access_key', 'access-key', 'access.key'], pattern: /(?:aws[\w.-]{0,20}secret[\w.-]{0,12}|secret[_.-]?(?:access[_.-]?)?key)\\?["'`]?(?:\s{0,3}[=:,>]{1,2}\s{0,3}|\s{1,3})\\?["'`]?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/dgi },
  // Match "AccountKey=" and 86 characters and "==", miss "AccountKey=short": Azure storage, Cosmos DB.
  { keys: ['accountkey', 'account_key', 'storagekey', 'storage_key', 'sharedkey', 'shared_key', 'accesskey', 'access_key', 'primarykey', 'primary_key', 'secondarykey', 'secondary_key'], pattern: /(?:account|shared|storage|access|primary|secondary)_?(?:access_?)?key\\?["'`]?\s{0,3}[=:]{1,2}\s{0,3}\\?["'`]?([A-Za-z0-9+/]{42,86}={1,2})/dgi },
  // Match "?sv=2022&sig=…%3D", miss "sig=abc": Azure shared access signatures.
  { keys: ['sig='], pattern: /[?&;]sig=([A-Za-z0-9%+/]{43,128}(?:%3D|=)?)/dgi },
  // Match `azureClientSecret := "ahDz…"`, miss `azure_client_id = "…"`: Entra client secrets of the older form.
  { keys: ['clientsecret', 'client_secret', 'client-secret', 'client.secret', 'clientpassword', 'client_password', 'appsecret', 'app_secret', 'app-secret', 'apppassword', 'app_password'], pattern: /(?:azure|arm|entra|aad|az|ad)[\w.-]{0,20}(?:client|app)[_.-]?(?:secret|password)\\?["'`]?\s{0,3}(?:[=:>]{1,2})\s{0,3}\\?["'`]?([A-Za-z0-9_~.+/=-]{30,64})/dgi },
];
// Match "AKIAIOSFODNN7EXAMPLE", miss "akia": an id whose secret may stand nearby.
const ACCESS_KEY_ID = /(?:AKIA|ASIA|ABIA)[A-Z0-9]{16}/g;
// Match "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", miss a SHA-1 in hex: 40 characters of mixed case.
const SECRET_SHAPE = /(?<![A-Za-z0-9/+=])(?=[^a-z]{0,39}[a-z])(?=[^A-Z]{0,39}[A-Z])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g;
/** Characters around an access key id in which its secret is looked for. */
const NEARBY = 160;

/** Detects AWS, Google Cloud and Azure credentials. */
export const cloudKey: Detector = {
  name: 'cloud-key',
  kind: 'secret',
  keys: OWN_PREFIX.flatMap(({ keys }) => keys),
  contextKeys: [...new Set(BESIDE_A_WORD.flatMap(({ keys }) => keys))],
  reach: { before: 256, after: 4224 },
  find: (text) => [
    // Some patterns count characters before their key: dear where there are only long hashes.
    ...OWN_PREFIX.filter(({ keys }) => keys.some((key) => text.includes(key))).flatMap(({ pattern }) => matchesOf(pattern, text)).filter((span) => isVaried(text, span)),
    ...BESIDE_A_WORD.flatMap(({ pattern }) => groupsOf(pattern, text)),
    ...nearIds(text),
  ],
};

// Key pairs as tools print them: the secret a line above or below its id.
function nearIds(text: string): Span[] {
  const spans: Span[] = [];
  let done = 0;
  for (const id of text.matchAll(ACCESS_KEY_ID)) {
    const from = Math.max(done, id.index - NEARBY);
    const window = text.slice(from, id.index + id[0].length + NEARBY);
    for (const { start, end } of matchesOf(SECRET_SHAPE, window)) spans.push({ start: from + start, end: from + end });
    done = id.index;
  }
  return spans;
}
