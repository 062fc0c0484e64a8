// SPDX-License-Identifier: Apache-2.0
//
// Tokens by their own look, values by the name beside them, credentials by where they stand, numbers that states give: each family whole
// and in the forms in which it meets us, and what must be left alone.
import { Detection } from '../../../src/mask/detection.js';
import { DETECTORS } from '../../../src/mask/detectors/registry.js';
import { hexToken, token } from '../../support/tokens.js';

const SECRETS = new Detection(DETECTORS.filter(({ kind }) => kind === 'secret'));
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LOWER = 'z3k9q7mx2bwf8ny5lc4jvh6dgpsu1';
const LETTERS = 'aZkQmXbTfWnRyLcJvHdEgPsUoiKxCzBtNqMwArSVYOhFuDjGlIpe';
const uuid = `${hexToken('1', 7)}-${hexToken('2', 3)}-${hexToken('4', 3)}-${hexToken('8', 3)}-${hexToken('a', 11)}`;

/** The claimed pieces of a text, by all detectors of secrets, or by one family. */
function claimed(text: string, name?: string): string[] {
  const detection = name === undefined ? SECRETS : new Detection(DETECTORS.filter((detector) => detector.name === name));
  return detection.inText(text).map(({ start, end }) => text.slice(start, end));
}

const TOKENS: readonly [name: string, sample: string][] = [
  ['1password-secret-key', `A3-${token('', 6, UPPER)}-${token('', 11, UPPER)}-${token('B', 4, UPPER)}-${token('CD', 3, UPPER)}-${token('E', 4, UPPER)}`],
  ['1password-service-account-token', `ops_eyJ${token('', 300)}`], ['adobe-client-secret', token('p8e-', 32)], ['airtable-personal-access-token', `pat${token('', 14)}.${hexToken('', 64)}`],
  ['alibaba-access-key-id', token('LTAI', 20)], ['artifactory-api-key', token('AKCp', 69)], ['artifactory-reference-token', token('cmVmd', 59)], ['atlassian-api-token', token('ATATT3', 186)],
  ['authress-access-key', `sc_${token('', 10, LOWER)}.${token('', 4, LOWER)}.acc_${token('', 12, LOWER)}.${token('', 40)}`], ['clickhouse-cloud-key', token('4b1d', 38)], ['clojars-token', token('CLOJARS_', 60, LOWER)],
  ['cloudflare-token', token('cfat_', 48)], ['cloudflare-origin-ca-key', `v1.0-${hexToken('', 24)}-${hexToken('', 146)}`], ['databricks-token', hexToken('dapi', 32)],
  ['defined-networking-token', `dnkey-${token('', 26)}-${token('', 52)}`], ['digitalocean-token', hexToken('dop_v1_', 64)], ['discord-token', `MTIz${token('', 20)}.${token('', 6)}.${token('', 30)}`],
  ['docker-token', token('dckr_pat_', 27)], ['doppler-token', token('dp.pt.', 43)], ['dropbox-token', token('sl.', 140)], ['duffel-token', token('duffel_test_', 43)],
  ['dynatrace-token', `dt0c01.${token('', 24)}.${token('', 64)}`], ['easypost-token', token('EZAK', 54)], ['facebook-access-token', token('EAAM', 110)], ['facebook-app-token', `123456789012345|${token('', 27)}`],
  ['figma-token', token('figd_', 40)], ['flutterwave-key', `FLWSECK_TEST-${hexToken('', 32)}-X`], ['fly-token', token('fo1_', 43)], ['frameio-token', token('fio-u-', 64)],
  ['grafana-api-key', token('eyJrIjoi', 80)], ['grafana-cloud-token', token('glc_', 40)], ['grafana-service-account-token', `glsa_${token('', 32)}_${hexToken('', 8)}`], ['groq-key', token('gsk_', 52)],
  ['harness-token', `pat.${token('', 22)}.${token('', 24)}.${token('', 20)}`], ['hashicorp-terraform-token', `${token('', 14)}.atlasv1.${token('', 64)}`], ['hashicorp-vault-token', token('hvs.', 95)],
  ['heroku-token', token('HRKU-', 60)], ['huggingface-token', token('hf_', 34, LETTERS)], ['infracost-token', token('ico-', 32)], ['intra42-client-secret', hexToken('s-s4t2ud-', 64)],
  ['linear-token', token('lin_api_', 40)], ['lob-key', hexToken('test_pub_', 31)], ['mailchimp-key', `${hexToken('', 32)}-us20`], ['mailgun-key', hexToken('pubkey-', 32)],
  ['mapbox-token', `pk.${token('', 60)}.${token('', 22)}`], ['maxmind-license-key', `${token('', 6)}_${token('', 29)}_mmk`], ['new-relic-key', token('NRAK-', 27)], ['notion-token', `ntn_12345678901${token('', 35)}`],
  ['npm-token', token('npm_', 36)], ['nuget-key', token('oy2', 43, LOWER)], ['octopus-deploy-key', token('API-', 26, UPPER)], ['openshift-token', token('sha256~', 43)], ['perplexity-key', token('pplx-', 48)],
  ['plaid-token', `access-sandbox-${uuid}`], ['planetscale-token', token('pscale_pw_', 43)], ['postman-token', `PMAK-${hexToken('', 24)}-${hexToken('', 34)}`], ['prefect-token', token('pnu_', 36)],
  ['pulumi-token', hexToken('pul-', 40)], ['pypi-token', token('pypi-AgEIcHlwaS5vcmc', 80)], ['readme-token', token('rdme_', 70, LOWER)], ['replicate-token', token('r8_', 37)], ['rubygems-token', hexToken('rubygems_', 48)],
  ['scalingo-token', token('tk-us-', 48)], ['sendgrid-token', token('SG.', 66)], ['sendinblue-token', `xkeysib-${hexToken('', 64)}-${token('', 16)}`], ['sentry-user-token', hexToken('sntryu_', 64)],
  ['settlemint-token', token('sm_pat_', 16)], ['shippo-token', hexToken('shippo_live_', 40)], ['shopify-token', hexToken('shpat_', 32)], ['sonar-token', token('squ_', 40)], ['sourcegraph-token', hexToken('sgp_', 40)],
  ['square-token', token('sq0atp-', 22)], ['stripe-key', token('sk_live_', 24)], ['tailscale-key', `tskey-auth-${token('', 12)}-${token('', 24)}`],
  ['teams-webhook', `https://acme.webhook.office.com/webhookb2/${uuid}@${uuid}/IncomingWebhook/${hexToken('', 32)}/${uuid}`], ['telegram-bot-token', `110201543:A${token('', 34)}`], ['twilio-key', hexToken('SK0', 31)],
  ['twitter-bearer-token', token('A'.repeat(22), 90)], ['typeform-token', token('tfp_', 59)], ['vercel-token', token('vcp_', 40)], ['xai-key', token('xai-', 80)], ['yandex-api-key', token('AQVN', 36)],
  ['yandex-access-key', token('YCA', 37)], ['yandex-access-token', `t1.${token('', 20)}.${token('', 86)}`],
];

describe('a token', () => {
  it.each(TOKENS)('%s is claimed whole, wherever it stands', (name, sample) => {
    for (const [before, after] of [['', ''], ['X="', '";'], ['x = ', '\n'], ['{"a":"b\\n', '\\n"}'], ['<v>\n  ', '\n</v>'], ['see ', ', please']] as const) {
      expect([before, claimed(before + sample + after, name)]).toEqual([before, [sample]]);
    }
    expect(claimed(`x${sample.slice(1, Math.floor(sample.length / 2))}`, name)).toEqual([]);
  });

  it('of each family is in this table', () => {
    const named = new Set(TOKENS.map(([name]) => name));
    const families = DETECTORS.filter(({ kind, keys }) => kind === 'secret' && keys.length > 0).map(({ name }) => name);
    // Those with tests of their own.
    const apart = ['private-key', 'github-token', 'gitlab-token', 'slack-token', 'anthropic-token', 'openai-token', 'cloud-key', 'jwt', 'url-credentials', 'sentry-org-token'];
    expect(families.filter((name) => !named.has(name) && !apart.includes(name))).toEqual([]);
  });

  it.each([['stripe-key', token('sk_live_', 24)], ['rubygems-token', hexToken('rubygems_', 48)]])('%s is found in base64 and hex', (_, sample) => {
    for (const encoded of [Buffer.from(sample).toString('base64'), Buffer.from(`: ${sample}`).toString('base64url'), Buffer.from(sample).toString('hex')]) expect(claimed(encoded)).toEqual([encoded]);
  });

  it.each(['ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'sk_live_AAAAAAAAAAAAAAAAAAAAAAAA', 'npm_000000000000000000000000000000000000', 'task_test_of_something_long_enough', 'https://cdn.example/box.ico'])('%s is none', (text) => {
    expect(claimed(text)).toEqual([]);
  });
});

describe('a value beside a name', () => {
  const VALUE = 'z7exuu5nrtna8xzrwwq4wjn9sefj0wzy';

  it.each([
    'string fooToken = "§";', 'fooToken := `§`', 'var fooToken string = "§"', 'fooToken=§', 'fooToken = §', '{"config.ini": "FOO_TOKEN=§\\nBACKUP=true"}', '{\n "foo_token": "§"\n}', '"fooToken" => "§"', 'foo_TOKEN ?= "§"',
    'foo_TOKEN :::= "§"', 'System.setProperty("FOO_TOKEN", "§")', '$fooToken .= "§"', '<fooToken>\n    §\n</fooToken>', "foo_token: '§'", 'foo_token: §', 'export API_KEY=§', 'SNYK_KEY="§"', 'client_secret: §', 'Token: §',
    'password: §', 'my token is §', '{\\"apiKey\\":\\"§\\"}', 'aws.credentials = §', '&quot;secret&quot;: &quot;§&quot;', '--api-key §',
  ])('is claimed in `%s`', (template) => {
    expect(claimed(template.replace('§', VALUE))).toEqual([VALUE]);
  });

  it('is claimed when it is a quoted password that a person chose', () => {
    expect(claimed('password = "thisIsDog11!"')).toEqual(['thisIsDog11!']);
    expect(claimed('password = "hunter2!"')).toEqual(['hunter2!']);
    expect(claimed('password: string; // thisIsDog11')).toEqual([]);
    expect(claimed(`pin_token = ${'123456789012'.repeat(3)}`)).toEqual(['123456789012'.repeat(3)]);
  });

  it.each([
    'const token = getToken1(x)', 'token: TokenType.Identifier2', 'backend.secret = x.readUInt32BE(5)', 'secretBackup: Uint8Array', 'password = process.env.PASSWORD_1234567', 'TOKEN=${GITHUB_TOKEN_12345678}', 'api_key: "{{ api_key_12345 }}"',
    'the token of the user 12345678abcdefgh', '\u0174oken: 0f3a9c1e7b52d8460f3a9c1e', 'token: "word-of-words-2x"', 'SNYK_KEY="z7exuu5nrtna"', 'password = "{abc}1!23"', 'password = "pin:123456"', 'password = "12345678"', 'password = "CorrectHorse"', 'password: "password"', 'cache-key: linux-node-modules-0f3a9c1e7b52d8460f3a9c1e', 'primaryKey: "0f3a9c1e7b52d8460f3a9c1e7b52"', 'secret: example-0f3a9c1e7b52d846', 'tokens = 1748503543012',
    'password: ****************', 'key: "0f3a9c1e7b52d8460f3a9c1e7b52"', 'notes = "io.jsonwebtoken:jjwt-jackson-0.11.2"', 'api-key, "0f3a"', 'secret_length = X25519.secret_length',
  ])('is left alone in `%s`', (text) => {
    expect(claimed(text)).toEqual([]);
  });
});

describe('credentials', () => {
  it.each([
    ['postgres://app:hunter2@db.internal/x', 'app:hunter2'], ['https://:s3cr3t@host/', ':s3cr3t'], ['amqp://u:p%40ss@h', 'u:p%40ss'], ['redis://u:pa@ss@h:6379', 'u:pa@ss'],
    ['curl -H "Authorization: Basic dXNlcjpodW50ZXIyLTEyMzQ1"', 'dXNlcjpodW50ZXIyLTEyMzQ1'], ['authorization: bearer 0f3a9c1e7b52d846', '0f3a9c1e7b52d846'], ['"Authorization":"token 0f3a9c1e7b52d846"', '0f3a9c1e7b52d846'],
    ['curl -u elastic:P@ssw0rd$1 https://localhost', 'elastic:P@ssw0rd$1'], ['curl -u d2LkV78zLx9t: https://x', 'd2LkV78zLx9t:'], ['curl -u api:CorrectHorseBattery https://x', 'api:CorrectHorseBattery'], ['curl -s --user "api:d2LkV78zLx!t" \\\n  https://x', '"api:d2LkV78zLx!t"'],
  ])('are claimed in `%s`', (text, credential) => {
    expect(claimed(text)).toEqual([credential]);
  });

  it.each(['https://user@host/path', 'https://host/a:b@c', 'postgres://app:${PASSWORD}@db', 'postgres://app:***@db', 'http://localhost:8080', 'docker run -u 1000:1000 x', 'curl -u $USER:$PASS https://x', 'curl -u me:password https://x', 'curl -u me:12345 x', 'curl -u me:correcthorsebattery x', 'curl -u me:CORRECTHORSEBATTERY x', 'curl -u me:Hunter x', 'curl -u me:p1 x', 'Authorization: Bearer $TOKEN'])('are not in `%s`', (text) => {
    expect(claimed(text)).toEqual([]);
  });

  it('of a Kubernetes Secret are its data, in its document only', () => {
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  username: YWRtaW4=\n  password: MWYyZDFlMmU2N2Rm\n';
    expect(claimed(secret)).toEqual(['username: YWRtaW4=', 'password: MWYyZDFlMmU2N2Rm']);
    expect(claimed(`${secret}---\nkind: ConfigMap\ndata:\n  mode: production\n`)).toEqual(['username: YWRtaW4=', 'password: MWYyZDFlMmU2N2Rm']);
    expect(claimed('kind: Secret\ndata:\n  password: ${PASSWORD}\n  user: "{{ user }}"\n')).toEqual([]);
  });

  // `kubectl get -o yaml` writes keys by the alphabet, `data` before `kind`.
  it.each([50, 400])('of a Kubernetes Secret are its data, however far from its kind: %i entries', (count) => {
    const entries = Array.from({ length: count }, (_, at) => `entry-${at}: YSBsaW5lIG9mIHRleHQgdGhhdCBpcyBub3QgYSB0b2tlbg==`);
    const data = `data:\n${entries.map((entry) => `  ${entry}\n`).join('')}`;
    for (let padding = 0; padding < 24; padding += 1) {
      const name = `metadata:\n  name: ${'x'.repeat(padding + 1)}\n`;
      expect([padding, claimed(`apiVersion: v1\n${data}kind: Secret\n${name}`).join()]).toEqual([padding, entries.join()]);
      expect([padding, claimed(`apiVersion: v1\nkind: Secret\n${name}${data}`).join()]).toEqual([padding, entries.join()]);
    }
  });

  it.each([undefined, 2])('of a Kubernetes Secret are its data in JSON, too, indented by %s', (indent) => {
    const secret = { apiVersion: 'v1', data: { username: 'YWRtaW4=', pin: 'MTIzNA==' }, kind: 'Secret', stringData: { note: 'he said \\"{open}\\"' }, metadata: { name: 'db-of-shop' } };
    const held = ['YWRtaW4=', 'MTIzNA==', JSON.stringify(secret.stringData.note).slice(1, -1)];
    expect(claimed(JSON.stringify(secret, null, indent))).toEqual(held);
    expect(claimed(JSON.stringify({ kind: 'List', items: [{ data: { mode: 'production' }, kind: 'ConfigMap' }] }, null, indent))).toEqual([]);
  });
});

describe('a number that a state gives', () => {
  it.each([
    ['us-ssn', '078-05-1124', '078-00-1124'], ['us-itin', '911-70-1234', '911-49-1234'], ['es-nif', '55555555K', '55555555A'], ['se-personnummer', '871220-2384', '871220-2385'], ['pl-pesel', '44051401458', '44051401459'],
    ['tr-national-id', '10000000146', '10000000147'], ['uk-nhs', '401-023-2137', '401-023-2138'], ['in-aadhaar', '3998 7654 3211', '3998 7654 3212'], ['kr-rrn', '960121-1234567', '961321-1234567'],
    ['za-id-number', '8001015009087', '8001015009088'], ['ca-sin', '948 584 792', '948 584 793'], ['au-tfn', '876 543 210', '876 543 211'], ['br-cpf', '529.982.247-25', '529.982.247-26'], ['fr-nir', '1 84 12 76 451 089 46', '1 84 12 76 451 089 47'],
  ])('%s is found when its check is right', (name, good, bad) => {
    expect(claimed(`id ${good}.`, name)).toEqual([good]);
    expect(claimed(`id ${bad}.`, name)).toEqual([]);
  });
});
