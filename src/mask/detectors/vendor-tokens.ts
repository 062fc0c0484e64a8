// SPDX-License-Identifier: Apache-2.0
//
// Tokens that say by their own look whose they are: a fixed beginning (or middle), an alphabet, a length. One row a family, under the
// name by which scanners know it. Refuses what is too uniform to be a secret, and ids that open nothing.
import { type Detector, entropy, isVaried, matchesOf, type Span } from './detector.js';

/** One family. `keys`: what every match contains. `least`: bits a character that a real one has at least; 0 for structures. */
interface Family {
  readonly name: string;
  /** Set when every match begins with its key: then nothing but the place is looked at. */
  readonly heads?: true;
  readonly keys: readonly string[];
  readonly pattern: RegExp;
  readonly least?: number;
}

// What may not stand right before a token: a letter or digit that is no escape (`\n`, `%3D`). And right behind it.
const B = String.raw`(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9])`;
const E = String.raw`(?![A-Za-z0-9_-])`;
const LEAST = 2.5;
const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';

// A family from a beginning and what follows it.
function starting(name: string, keys: readonly string[], rest: string, least = LEAST): Family {
  const heads = keys.map((key) => key.replace(/[.+|^$*?()[\]{}]/g, '\\$&')).join('|');
  return { name, keys, heads: true, pattern: new RegExp(`${B}(?:${heads})${rest}${E}`, 'g'), least };
}

function digitsBefore(sign: string): readonly string[] {
  return [...'0123456789'].map((digit) => `${digit}${sign}`);
}

// How base64 of a number of three digits or more begins: the id of a bot.
function discordHeads(): readonly string[] {
  return [...'123456789'].flatMap((first) => [...'0123456789'].map((second) => Buffer.from(`${first}${second}0`).toString('base64').slice(0, 3)));
}

/** The table. Formats as their vendors document or print them. */
const FAMILIES: readonly Family[] = [
  { name: '1password-secret-key', keys: ['A3-'], pattern: new RegExp(`${B}A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}${E}`, 'g'), least: 3 },
  starting('1password-service-account-token', ['ops_eyJ'], '[A-Za-z0-9+/_-]{200,}={0,3}', 3.5),
  starting('adobe-client-secret', ['p8e-'], '[A-Za-z0-9]{32}'),
  starting('airtable-personal-access-token', ['pat'], String.raw`[A-Za-z0-9]{14}\.[a-f0-9]{64}`),
  starting('alibaba-access-key-id', ['LTAI'], '[A-Za-z0-9]{16,20}'),
  starting('artifactory-api-key', ['AKCp'], '[A-Za-z0-9]{69}', 4),
  starting('artifactory-reference-token', ['cmVmd'], '[A-Za-z0-9]{59}', 4),
  starting('atlassian-api-token', ['ATATT3', 'ATCTT3', 'ATBB'], '[A-Za-z0-9_=-]{28,250}', 3),
  { name: 'authress-access-key', keys: ['.acc_', '.acc-'], pattern: new RegExp(`${B}(?:sc|ext|scauth|authress)_[a-z0-9]{5,30}\\.[a-z0-9]{4,6}\\.acc[_-][a-z0-9-]{10,32}\\.[A-Za-z0-9+/_=-]{30,120}`, 'gi'), least: 2 },
  starting('clickhouse-cloud-key', ['4b1d'], '[A-Za-z0-9]{38}', 3),
  starting('clojars-token', ['CLOJARS_'], '[a-zA-Z0-9]{60}'),
  starting('cloudflare-token', ['cfat_', 'cfut_', 'cfk_'], '[A-Za-z0-9_-]{36,60}', 3.5),
  starting('cloudflare-origin-ca-key', ['v1.0-'], '[a-f0-9]{24}-[a-f0-9]{146}'),
  starting('databricks-token', ['dapi', 'dose'], '[A-Fa-f0-9]{32}(?:-\\d)?', 3),
  starting('defined-networking-token', ['dnkey-'], '[A-Za-z0-9=_-]{26}-[A-Za-z0-9=_-]{52}', 3.5),
  starting('digitalocean-token', ['dop_v1_', 'doo_v1_', 'dor_v1_'], '[a-f0-9]{64}', 3),
  starting('discord-token', discordHeads(), String.raw`[A-Za-z\d]{21,25}\.[\w-]{6}\.[\w-]{27,38}`, 4),
  starting('docker-token', ['dckr_pat_', 'dckr_oat_'], '[A-Za-z0-9_-]{24,40}', 3),
  starting('doppler-token', ['dp.pt.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.', 'dp.st.'], '(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44}', 2.5),
  starting('dropbox-token', ['sl.'], '(?:u\\.)?[A-Za-z0-9=_-]{130,1500}', 3.5),
  starting('duffel-token', ['duffel_test_', 'duffel_live_'], '[A-Za-z0-9_=-]{43}'),
  { name: 'dynatrace-token', keys: ['dt0'], pattern: new RegExp(`${B}dt0[a-zA-Z]\\d{2}\\.[A-Za-z0-9]{24}\\.[A-Za-z0-9]{64}${E}`, 'g'), least: 4 },
  starting('easypost-token', ['EZAK', 'EZTK'], '[A-Za-z0-9]{54}'),
  starting('facebook-access-token', ['EAAM', 'EAAC'], '[A-Za-z0-9]{100,}', 4),
  { name: 'facebook-app-token', keys: digitsBefore('|'), pattern: new RegExp(`${B}\\d{15,16}(?:\\||%7C)[0-9A-Za-z_-]{27,40}${E}`, 'g'), least: 3.5 },
  starting('flutterwave-key', ['FLWPUBK_TEST-', 'FLWSECK_TEST-', 'FLWPUBK-', 'FLWSECK-', 'FLWSECK_TEST'], '[a-h0-9]{12}(?:[a-h0-9]{20}-X)?', 2),
  starting('figma-token', ['figd_'], '[A-Za-z0-9_-]{36,60}', 3.5),
  starting('fly-token', ['fo1_', 'fm1a_', 'fm1r_', 'fm2_'], '[A-Za-z0-9+/=_-]{40,}', 4),
  starting('frameio-token', ['fio-u-'], '[A-Za-z0-9_=-]{64}'),
  starting('grafana-api-key', ['eyJrIjoi'], '[A-Za-z0-9]{70,400}={0,3}', 3),
  starting('grafana-cloud-token', ['glc_'], '[A-Za-z0-9+/]{32,400}={0,3}', 3),
  starting('grafana-service-account-token', ['glsa_'], '[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}', 3),
  starting('groq-key', ['gsk_'], '[A-Za-z0-9]{48,56}', 3.5),
  starting('harness-token', ['pat.', 'sat.'], String.raw`[A-Za-z0-9_-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20}`),
  { name: 'hashicorp-terraform-token', keys: ['.atlasv1.'], pattern: new RegExp(`${B}[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,70}${E}`, 'g'), least: 3.5 },
  starting('hashicorp-vault-token', ['hvs.', 'hvb.', 'hvr.'], '[A-Za-z0-9_-]{90,300}', 3.5),
  starting('heroku-token', ['HRKU-'], '[A-Za-z0-9_-]{58,62}', 4),
  starting('huggingface-token', ['hf_', 'api_org_'], '[A-Za-z]{34}'),
  starting('infracost-token', ['ico-'], '[A-Za-z0-9]{32}', 3),
  starting('intra42-client-secret', ['s-s4t2ud-', 's-s4t2af-'], '[a-f0-9]{64}', 3),
  starting('linear-token', ['lin_api_', 'lin_oauth_'], '[A-Za-z0-9]{40,64}'),
  starting('lob-key', ['live_pub_', 'test_pub_'], '[a-f0-9]{31}'),
  { name: 'mailchimp-key', keys: ['-us1', '-us2', '-us3', '-us4', '-us5', '-us6', '-us7', '-us8', '-us9'], pattern: new RegExp(`${B}[a-f0-9]{32}-us\\d{1,2}${E}`, 'g'), least: 3 },
  starting('mailgun-key', ['pubkey-', 'key-'], '[a-f0-9]{32}', 3),
  starting('mapbox-token', ['pk.eyJ', 'sk.eyJ', 'pk.', 'sk.'], String.raw`[A-Za-z0-9_-]{50,120}\.[A-Za-z0-9_-]{20,24}`, 3),
  { name: 'maxmind-license-key', keys: ['_mmk'], pattern: new RegExp(`${B}[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk${E}`, 'g'), least: 3.5 },
  starting('new-relic-key', ['NRAK-', 'NRJS-', 'NRII-', 'NRAA-', 'NRRA-'], '[A-Za-z0-9-]{19,42}'),
  starting('notion-token', ['ntn_'], '[0-9]{11}[A-Za-z0-9]{32,35}', 4),
  starting('npm-token', ['npm_'], '[A-Za-z0-9]{36}'),
  starting('nuget-key', ['oy2'], '[a-z0-9]{43}', 3.5),
  starting('octopus-deploy-key', ['API-'], '[A-Z0-9]{26,30}', 3),
  starting('openshift-token', ['sha256~'], '[A-Za-z0-9_-]{43}', 3.5),
  starting('perplexity-key', ['pplx-'], '[A-Za-z0-9]{48}', 4),
  starting('plaid-token', ['access-sandbox-', 'access-development-', 'access-production-'], UUID),
  starting('planetscale-token', ['pscale_pw_', 'pscale_tkn_', 'pscale_oauth_', 'pscale_tkn_'], '[A-Za-z0-9=._-]{32,64}', 3),
  starting('postman-token', ['PMAK-'], '[a-fA-F0-9]{24}-[a-fA-F0-9]{34}', 3),
  starting('prefect-token', ['pnu_', 'pnb_'], '[A-Za-z0-9]{36}'),
  starting('pulumi-token', ['pul-'], '[a-f0-9]{40}'),
  starting('pypi-token', ['pypi-AgEIcHlwaS5vcmc', 'pypi-AgENdGVzdC5weXBpLm9yZw'], '[A-Za-z0-9_-]{50,1000}', 3),
  starting('readme-token', ['rdme_'], '[a-z0-9]{70}'),
  starting('replicate-token', ['r8_'], '[A-Za-z0-9]{37}', 3.5),
  starting('rubygems-token', ['rubygems_'], '[a-f0-9]{48}'),
  starting('scalingo-token', ['tk-us-'], '[A-Za-z0-9_-]{48}'),
  starting('sendgrid-token', ['SG.'], '[A-Za-z0-9=_.-]{66}', 3),
  starting('sendinblue-token', ['xkeysib-'], '[a-f0-9]{64}-[A-Za-z0-9]{16}'),
  { name: 'sentry-org-token', keys: ['sntrys_eyJ'], pattern: new RegExp(`${B}sntrys_eyJpYXQiO[A-Za-z0-9+/]{10,200}(?:LCJyZWdpb25fdXJs|InJlZ2lvbl91cmwi|cmVnaW9uX3VybCI6)[A-Za-z0-9+/]{10,200}={0,2}_[A-Za-z0-9+/]{43}(?![A-Za-z0-9/])`, 'g'), least: 4 },
  starting('sentry-user-token', ['sntryu_'], '[a-f0-9]{64}', 3),
  starting('settlemint-token', ['sm_aat_', 'sm_pat_', 'sm_sat_'], '[A-Za-z0-9]{16}', 3),
  starting('shippo-token', ['shippo_live_', 'shippo_test_'], '[a-fA-F0-9]{40}'),
  starting('shopify-token', ['shpat_', 'shpca_', 'shppa_', 'shpss_'], '[A-Za-z0-9]{30,64}', 3),
  starting('sonar-token', ['squ_', 'sqa_', 'sqp_'], '[A-Za-z0-9=_-]{40}', 3),
  { name: 'sourcegraph-token', keys: ['sgp_', 'slk_'], pattern: new RegExp(`${B}(?:sgp_(?:(?:[a-fA-F0-9]{16}|local)_)?[a-fA-F0-9]{40}|slk_[a-f0-9]{64})${E}`, 'g'), least: 3 },
  starting('square-token', ['EAAA', 'sq0atp-', 'sq0csp-'], '[A-Za-z0-9_-]{22,60}', 3),
  starting('stripe-key', ['sk_test_', 'sk_live_', 'sk_prod_', 'rk_test_', 'rk_live_', 'rk_prod_', 'whsec_'], '[A-Za-z0-9]{10,99}'),
  starting('tailscale-key', ['tskey-'], '[a-z]+-[A-Za-z0-9]{6,20}-[A-Za-z0-9]{20,40}', 3),
  { name: 'teams-webhook', keys: ['.webhook.office.com'], pattern: new RegExp(`https://[a-z0-9-]{1,63}\\.webhook\\.office\\.com/webhookb2/[a-z0-9-]{36}@[a-z0-9-]{36}/IncomingWebhook/[A-Za-z0-9]{32}/[a-z0-9-]{36}`, 'g') },
  { name: 'telegram-bot-token', keys: digitsBefore(':A'), pattern: new RegExp(`${B}(?:bot)?\\d{5,16}:A[A-Za-z0-9_-]{34}${E}`, 'g'), least: 3.5 },
  starting('twilio-key', [...'0123456789abcdef'].map((digit) => `SK${digit}`), '[0-9a-f]{31}', 3),
  { name: 'twitter-bearer-token', keys: ['AAAAAAAAAAAAAAAAAAAAA'], pattern: new RegExp(`${B}A{22}[A-Za-z0-9%]{80,100}${E}`, 'g'), least: 3 },
  starting('typeform-token', ['tfp_'], '[A-Za-z0-9_.=-]{59}'),
  starting('vercel-token', ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'], '[A-Za-z0-9]{24,64}', 3.5),
  starting('xai-key', ['xai-'], '[A-Za-z0-9]{70,90}', 3.5),
  starting('yandex-api-key', ['AQVN'], '[A-Za-z0-9_-]{35,38}'),
  starting('yandex-access-key', ['YCA', 'YCM', 'YCN', 'YCO', 'YCP'], '[A-Za-z0-9_-]{37}', 3),
  { name: 'yandex-access-token', keys: ['t1.'], pattern: new RegExp(`${B}t1\\.[A-Za-z0-9_-]+={0,2}\\.[A-Za-z0-9_-]{86}={0,2}(?![A-Za-z0-9_=-])`, 'g') },
];

/** Encoded forms of shorter keys would be found everywhere. */
const MIN_ENCODED_KEY = 6;

/** A detector for each family. */
export const vendorTokens: readonly Detector[] = FAMILIES.map(({ name, keys, pattern, heads, least = 0 }): Detector => {
  const isReal = (text: string, span: Span): boolean => isVaried(text, span) && entropy(text.slice(span.start, span.end)) >= least;
  const here = new RegExp(pattern.source, pattern.flags.replace('g', 'y'));
  const at = (text: string, place: number): Span | null => {
    here.lastIndex = place;
    const match = here.exec(text);
    const span = match === null ? null : { start: place, end: place + match[0].length };
    return span !== null && isReal(text, span) ? span : null;
  };
  return {
    name, kind: 'secret', keys, encodedKeys: keys.filter((key) => key.length >= MIN_ENCODED_KEY), reach: { before: 128, after: 2048 },
    ...(heads === true ? { at } : {}),
    find: (text) => matchesOf(pattern, text).filter((span) => isReal(text, span)),
  };
});
