// SPDX-License-Identifier: Apache-2.0
// Secrets and personal data: recall by character (one is masked only when all of it is) and false alarms, by family. What a corpus names and we
// do not mask, by decision, is counted apart with its reason.
import { join } from 'node:path';
import { compileRooms } from './compiled.mjs';
import { percent, rows, scratch } from './material.mjs';
import { ordinary } from './ordinary.mjs';
import { personal } from './personal.mjs';

/** Rules whose values open nothing, or are no token types that we name. */
const NOT_SECRETS = {
  'asana-client-id': 'a public id', 'discord-client-id': 'a public id', 'sumologic-access-id': 'an id; its key is masked', 'gcp-service-account': 'marks a kind of file; the key in it is masked',
  // detect-secrets: placeholders of one character, or what its plugin takes for a secret by its alphabet alone.
  ArtifactoryDetector: 'placeholders (`AKCxxxx…`)', AWSKeyDetector: 'placeholders (`AKIAZZZZ…`), a secret under a misspelt name', TwilioKeyDetector: 'a placeholder', NpmDetector: 'a placeholder', MockPlugin: 'no secret', MockExceptionRaisingPlugin: 'no secret',
  AzureStorageKeyDetector: 'its range holds the name, too', HexHighEntropyString: 'any hexadecimal', Base64HighEntropyString: 'any base64', KeywordDetector: 'any word beside a name', IPPublicDetector: 'addresses are no secrets',
  BasicAuthDetector: 'its range', CloudantDetector: 'repeats of `abcd1234` under `_pw`', SoftlayerDetector: 'repeats of `abcd1234`', SquareOAuthDetector: 'an alphabet in order', GitLabTokenDetector: 'words in place of a token',
  // secretlint: ranges that hold the name, or end in the middle of the value; ids; placeholders.
  aws: 'an account number; a range cut short', azure: 'ids; a range cut short', basicauth: 'its range holds scheme and host: what is masked is what stands before the `@`', 'database-connection-string': 'its range holds scheme and host',
  gcp: 'all of the file; the key in it is masked', huggingface: 'a placeholder', 'no-homedir': 'home folders are no secrets', pattern: "the user's own patterns", 'secp256k1-privatekey': 'bare hexadecimal of 64', stripe: 'placeholders', tailscale: 'placeholders',
  'hashicorp-tf-password': 'words that a person chose; masked when they hold digits or signs', 'nuget-config-password': 'words that a person chose', 'sidekiq-secret': 'two words of hexadecimal under a name that says nothing',
};

/** Prints all figures. */
export async function masking() {
  const load = compileRooms(['core', 'mask'], join(scratch, 'masking-rooms'));
  const { Detection } = await load('mask/detection.js');
  const { DETECTORS } = await load('mask/detectors/registry.js');
  const secrets = new Detection(DETECTORS.filter(({ kind }) => kind === 'secret'));
  for (const corpus of ['gitleaks-rules', 'secretlint-snapshots', 'detect-secrets']) {
    const cases = rows(corpus, 'cases.jsonl');
    if (cases !== null) score(corpus, cases, secrets);
  }
  const people = rows('presidio-recognizers', 'cases.jsonl');
  if (people !== null) personal(people, (name) => new Detection(DETECTORS.filter((detector) => detector.name === name)), covered);
  await ordinary(secrets, new Detection(DETECTORS.filter(({ kind }) => kind === 'pii')));
}

// Quotes and line ends around a value belong to the text, whatever the corpus says.
function trimmed(text, [start, end]) {
  let [from, to] = [start, end];
  while (from < to && /["'`\s\\]/.test(text[from])) from += 1;
  while (to > from && /["'`\s\\]/.test(text[to - 1])) to -= 1;
  return [from, to];
}

function covered(text, span, found) {
  let [at, end] = trimmed(text, span);
  for (const one of found) if (one.start <= at && one.end > at) at = one.end;
  return at >= end;
}

function score(corpus, cases, detection) {
  const families = new Map();
  for (const { rule, text, expect, spans } of cases.filter(({ text }) => typeof text === 'string' && text !== '')) {
    const family = families.get(rule) ?? { of: 0, masked: 0, clean: 0, alarms: 0 };
    families.set(rule, family);
    const found = detection.inText(text);
    if (expect === 'secret' || expect === 'ng' || (spans ?? []).length > 0) {
      family.of += 1;
      if ((spans ?? []).length > 0 && spans.every((span) => covered(text, span, found))) family.masked += 1;
    } else {
      family.clean += 1;
      if (found.length > 0) family.alarms += 1;
    }
  }
  const all = [...families].filter(([rule]) => NOT_SECRETS[rule] === undefined);
  const sum = (of, key) => of.reduce((total, [, family]) => total + family[key], 0);
  console.log(`\n${corpus}: masked ${percent(sum(all, 'masked'), sum(all, 'of'))} of the types that we name, ${percent(sum([...families], 'masked'), sum([...families], 'of'))} of all; looks like one among what its own rules leave alone: ${percent(sum([...families], 'alarms'), sum([...families], 'clean'))}`);
  for (const [rule, { of, masked }] of families) if (masked < of) console.log(`  ${rule.padEnd(36)} ${percent(masked, of).padEnd(20)} ${NOT_SECRETS[rule] ?? ''}`);
}
