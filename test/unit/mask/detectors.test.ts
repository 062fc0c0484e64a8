// SPDX-License-Identifier: Apache-2.0
//
// Each detector alone: what it must claim, whole, and what it must leave alone.
import { PERSONAL_DETECTORS, SECRET_DETECTORS } from '../../../src/core/detector-names.js';
import { DETECTORS } from '../../../src/mask/detectors/registry.js';
import { Detection } from '../../../src/mask/detection.js';
import { hexToken, jsonWebToken, pem, token } from '../../support/tokens.js';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const DIGITS = '0123456789';

/** The claimed pieces of a text, by one family of detectors. */
function claimed(name: string, text: string): string[] {
  const detection = new Detection(DETECTORS.filter((detector) => detector.name === name));
  return detection.inText(text).map(({ start, end }) => text.slice(start, end));
}

describe('card', () => {
  it.each([
    ['Visa in one piece', '4111111111111111'], ['Visa in groups', '4111 1111 1111 1111'], ['with dashes', '5555-5555-5555-4444'], ['Mastercard 2-series', '2221000000000009'],
    ['American Express', '3782 822463 10005'], ['Diners', '3056 930902 5904'], ['Discover', '6011000400000000'], ['JCB', '3528000700000000'], ['Maestro', '6759649826438453'],
    ['Visa of 13', '4222222222222'], ['UATP', '122000000000003'],
  ])('finds %s', (_, card) => {
    expect(claimed('card', card)).toEqual([card]);
    expect(claimed('card', `paid with ${card}, thanks`)).toEqual([card]);
  });

  it('finds a card after another number', () => {
    expect(claimed('card', 'on 2024-01-05 4111 1111 1111 1111 and 5555 5555 5555 4444')).toEqual(['4111 1111 1111 1111', '5555 5555 5555 4444']);
  });

  it.each([
    ['a wrong check digit', '4111111111111112'], ['an unknown issuer', '9999999999999995'], ['part of a longer number', '41111111111111110000'], ['part of a word', 'x4111111111111111'],
    ['a suffix', '4111111111111111a'], ['epoch milliseconds', '1748503543012'], ['wide gaps', '4111  1111  1111  1111'], ['one digit at a time from one', '41 111111111111 11'],
    ['short', '411111111111'],
  ])('leaves alone: %s', (_, text) => {
    expect(claimed('card', text)).toEqual([]);
  });
});

describe('iban', () => {
  it.each(['GB82 WEST 1234 5698 7654 32', 'GB82WEST12345698765432', 'DE89370400440532013000', 'fr1420041010050500013m02606', 'NO93 8601 1117 947', 'MT84 MALT 0110 0001 2345 MTLC AST0 01S', 'RO49 AAAA 1B31 0075 9384 0000'])('finds %s', (iban) => {
    expect(claimed('iban', iban)).toEqual([iban]);
    expect(claimed('iban', `to ${iban}.`)).toEqual([iban]);
  });

  it.each([
    ['a wrong check', 'GB83 WEST 1234 5698 7654 32'], ['an unknown country', 'ZZ82 WEST 1234 5698 7654 32'], ['too short', 'GB82 WEST 1234 5698 7654'], ['too long', 'GB82WEST123456987654321'],
    ['inside a word', 'XGB82WEST12345698765432'], ['a sentence', 'AB12 is not 12345678901234'], ['digits first', '12345678'], ['a letter two before', 'x 12345678'],
  ])('leaves alone: %s', (_, text) => {
    expect(claimed('iban', text)).toEqual([]);
  });
});

describe('phone', () => {
  it.each([
    '+44 20 7946 0958', '+44 (20) 7123 4567', '+14155550132', '+33 1 42 68 53 00', '0049 30 901820', '(415) 555-0132', '(415)555-0132', '415-555-0132', '1-415-555-0132', '415 555-0132', '415 555 0132',
    '09-7625400', '090-1234-5678', '0171/1234567', '020 7946 0958', '05359876543', '\uff0b44 20 7946 0958', '\uff08020\uff09 7946 0958', '0 (917) 123 4567', '(020) 7946 0958',
  ])('finds %s', (number) => {
    expect(claimed('phone', number)).toEqual([number]);
    expect(claimed('phone', `reach me at ${number} today`)).toEqual([number]);
  });

  it.each([
    ['phone: 4155550132', '4155550132'], ['"userPhone": "4155550132"', '4155550132'], ['tel. 13812345678', '13812345678'], ['the number is 13812345678', '13812345678'], ['mobile no. 4915123456789', '4915123456789'],
    ['whatsapp=+4915123456789', '+4915123456789'],
  ])('finds the digits beside a word: %s', (text, number) => {
    expect(claimed('phone', text)).toEqual([number]);
  });

  it('finds a number behind a long text', () => {
    expect(claimed('phone', `${'order 12345678 '.repeat(5)}call +44 20 7946 0958`)).toEqual(['+44 20 7946 0958']);
  });

  it.each([
    ['an ISO date', '2024-01-05'], ['an ISO time', '2024-01-05 10:22:33 +0200'], ['a European date', '05/01/2024 10 20 30'], ['an address of a host', '192.168.100.200'], ['an amount', '1.0049309018'],
    ['a bare number', '4155550132'], ['an id with zeros', '004930901820'], ['a decimal', '0.123456789'], ['a hotel', 'hotel: 13812345678'], ['an order', 'number 20240105'], ['short digits', '+1234'],
    ['a date in a file name', 'a/2024/01/05 103000 x'], ['a longer number', '0171 1234567.5'], ['too few digits', '(020) 7946'],
  ])('leaves alone: %s', (_, text) => {
    expect(claimed('phone', text)).toEqual([]);
  });
});

describe('email', () => {
  it.each(['alice@example.com', 'a.b+c_d%e@mail.example.co.uk', 'user@xn--80ak6aa92e.com', 'a@xn--d1acufc.xn--p1ai', "o'neil@example.org", 'jürgen@exämple.de', '用户@例子.中国'])('finds %s', (email) => {
    expect(claimed('email', email)).toEqual([email]);
    expect(claimed('email', `<${email}>`)).toEqual([email]);
  });

  it.each([
    ['to=alice@example.com&x', 'alice@example.com'], ['mail.alice@example.com.', 'mail.alice@example.com'], ['..alice@example.com', 'alice@example.com'], ['https://x.org/?m=alice%40example.com', 'alice%40example.com'],
    ['"john doe"@example.com', 'john doe"@example.com'], [`"${'x'.repeat(80)}"@example.com`, '@example.com'], ['a@b.com@c.org', 'a@b.com@c.org'],
  ])('cuts it right: %s', (text, email) => {
    expect(claimed('email', text)[0]).toBe(email);
  });

  it.each(['hello-world', 'my email is info@example.', 'icon@2x.png', 'pkg@1.2.3', 'git@github.com:acme/shop.git', '@angular/core.x', 'a@b', 'a@b..com', 'user @ example . com', '-@x.com'])('leaves alone: %s', (text) => {
    expect(claimed('email', text)).toEqual([]);
  });
});

describe('jwt', () => {
  const unsecured = jsonWebToken({ alg: 'none' }, { sub: 'x-user' }, '');
  it.each([
    ['signed', jsonWebToken()], ['unsecured', unsecured], ['encrypted', `${jsonWebToken({ alg: 'RSA-OAEP', enc: 'A256GCM' }, { a: 1 }, 'abc')}.def.ghi`], ['with a payload that is no JSON', `${jsonWebToken().split('.')[0]}.bm90IGpzb24.c2ln`],
    ['with a header that was cut before its algorithm', `${Buffer.from('{"kid":"abc",').toString('base64url')}.${jsonWebToken().split('.').slice(1).join('.')}`],
    ['with white space in its header', `${Buffer.from('{\n  "alg":"HS256"}').toString('base64url')}.${Buffer.from('plain').toString('base64url')}.c2ln`],
  ])('finds one that is %s', (_, jwt) => {
    expect(claimed('jwt', jwt)).toEqual([jwt]);
    expect(claimed('jwt', `Authorization: Bearer ${jwt}`)).toEqual([jwt]);
    expect(claimed('jwt', `token=${jwt}`)).toEqual([jwt]);
  });

  it('finds it behind an escaped line end and before an escaped quote', () => {
    expect(claimed('jwt', `a\\n${jsonWebToken()}\\"`)).toEqual([jsonWebToken()]);
  });

  it('finds two', () => {
    expect(claimed('jwt', `${jsonWebToken()} ${jsonWebToken({ alg: 'ES256' })}`)).toHaveLength(2);
    expect(claimed('jwt', `${jsonWebToken()}.${jsonWebToken()}`)).toHaveLength(2);
  });

  it.each(['eyewitnessnews.eyewearonline.com', 'they.eye', 'eyJ', 'monkeyJumps', jsonWebToken().split('.')[0] as string, 'www.example.com.eyes', 'eyJub3QiOiJhIGp3dCJ9.plain.text', 'eyJub3QiOiJhIGp3dCJ9.eyewitness.text', 'eyJub3QiOiJhIGp3dCJ9.eyJ.text'])('leaves alone: %s', (text) => {
    expect(claimed('jwt', text)).toEqual([]);
  });
});

describe('private-key', () => {
  it.each(['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'PGP PRIVATE KEY BLOCK'])('finds a block of %s', (kind) => {
    expect(claimed('private-key', `key:\n${pem(kind)}\nend`)).toEqual([pem(kind)]);
    expect(claimed('private-key', pem(kind, '\\n'))).toEqual([pem(kind, '\\n')]);
    expect(claimed('private-key', pem(kind, ' '))).toEqual([pem(kind, ' ')]);
  });

  it('finds the SSH2 form', () => {
    const block = `---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n${token('', 64)}\n---- END SSH2 ENCRYPTED PRIVATE KEY ----`;
    expect(claimed('private-key', block)).toEqual([block]);
  });

  it('finds a block that was cut off, with its headers', () => {
    const dashes = '-'.repeat(5);
    const cut = `${dashes}BEGIN RSA PRIVATE KEY${dashes}\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0011\n\n${token('', 64)}\n${token('x', 20)}`;
    expect(claimed('private-key', `${cut}", "next": 1`)).toEqual([cut]);
    expect(claimed('private-key', cut)).toEqual([cut]);
    const withoutClosingDashes = `${dashes}BEGIN PRIVATE KEY${dashes}\n${token('', 64)}\n${dashes}END`;
    expect(claimed('private-key', withoutClosingDashes)[0]).toContain(token('', 64));
    expect(claimed('private-key', `${withoutClosingDashes} OF it`)[0]).toContain(token('', 64));
  });

  it('finds two blocks of which the first was cut off', () => {
    const cut = pem('PRIVATE KEY').split('\n').slice(0, 3).join('\n');
    expect(claimed('private-key', `${cut}\n${pem('EC PRIVATE KEY')}`).join('|')).toContain('END EC PRIVATE KEY');
  });

  it('finds a block behind words that look like its end', () => {
    expect(claimed('private-key', `THE END OF IT --END ${pem('PRIVATE KEY')}`)).toEqual([pem('PRIVATE KEY')]);
    expect(claimed('private-key', `${pem('PRIVATE KEY').replace('-----END', '\nEND --- END x -----END')}`)[0]).toContain('PRIVATE KEY-----');
  });

  it.each([
    ['PKCS#8 RSA', token('MIIEvQIBADANBgkqhkiG9w0BAQEFAASC', 100)], ['PKCS#1', token('MIIEpAIBAAKC', 100)], ['SEC 1', token('MHcCAQEEI', 100)], ['Ed25519', token('MC4CAQAwBQYDK2VwBCIEI', 43)], ['OpenSSH', token('b3BlbnNzaC1rZXktdjE', 100)],
  ])('finds a body without armour: %s', (_, body) => {
    expect(claimed('private-key', `key=${body};`)).toEqual([body]);
    expect(claimed('private-key', `${body};\n${token('MHcCAQEEI', 60)} ${body}${body}`)).toEqual([body, token('MHcCAQEEI', 60), `${body}${body}`]);
  });

  it('finds age and PuTTY keys', () => {
    const age = token('AGE-SECRET-KEY-1', 58, '023456789ACDEFGHJKLMNPQRSTUVWXYZ');
    const putty = `Private-Lines: 2\n${token('', 64)}\n${token('y', 40)}`;
    expect(claimed('private-key', `# key\n${age}`)).toEqual([age]);
    expect(claimed('private-key', `Public-Lines: 1\nAAAA\n${putty}`)).toEqual([putty]);
  });

  it.each([
    ['a public key', pem('PUBLIC KEY')], ['a certificate', pem('CERTIFICATE')], ['a placeholder', '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----'], ['words', 'BEGIN PRIVATE KEY and END'],
    ['too few dashes', `--BEGIN PRIVATE KEY-----\n${token('', 64)}`], ['a short body', 'MIIEpAIBAAKCAQEA'],
  ])('leaves alone: %s', (_, text) => {
    expect(claimed('private-key', text)).toEqual([]);
  });
});

describe('cloud-key', () => {
  const secret = token('', 40);
  it.each([
    ['an access key id', token('AKIA', 16, BASE32)], ['a temporary one', token('ASIA', 16, BASE32)], ['a session token', token('IQoJb3JpZ2lu', 200)], ['a long-lived Bedrock key', token('ABSKQmVkcm9ja0FQSUtleS', 110)],
    ['a short-lived Bedrock key', token('bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t', 30)], ['a Google API key', token('AIza', 35)], ['a Google access token', token('ya29.', 60)],
    ['a Google client secret', token('GOCSPX-', 28)], ['a Google refresh token', token('1//0', 60)], ['an Entra secret', `${token('', 3)}8Q~${token('', 34)}`], ['an Azure DevOps token', `${token('', 76)}AZDO${token('', 4)}`],
    ['an Azure AI key', `${token('', 52)}JQQJ99${token('', 26)}`], ['a storage key', `${token('', 76)}+ASt${token('', 6)}==`],
  ])('finds %s', (_, key) => {
    expect(claimed('cloud-key', key)).toEqual([key]);
    expect(claimed('cloud-key', `"k": "${key}"`)).toEqual([key]);
    expect(claimed('cloud-key', `x\\n${key}`)[0]).toContain(key.slice(5));
  });

  it.each([
    [`AWS_SECRET_ACCESS_KEY = ${secret}`], [`aws_secret="${secret}"`], [`"SecretAccessKey": "${secret}"`], [`<SecretAccessKey>${secret}</SecretAccessKey>`], [`\\"secret_access_key\\": \\"${secret}\\"`],
    [`${token('AKIA', 16, BASE32)},${secret}`], [`${secret}\n${token('ASIA', 16, BASE32)}`],
  ])('finds a secret beside its word or its id: %s', (text) => {
    expect(claimed('cloud-key', text)).toContain(secret);
  });

  it('finds Azure keys beside their words', () => {
    const account = `${token('', 86)}==`;
    expect(claimed('cloud-key', `AccountName=x;AccountKey=${account};`)).toEqual([account]);
    expect(claimed('cloud-key', `?sv=2022&sig=${token('', 43)}%3D&se=1`)).toEqual([`${token('', 43)}%3D`]);
    expect(claimed('cloud-key', `azureClientSecret := "${secret}"`)).toEqual([secret]);
    expect(claimed('cloud-key', `ARM_CLIENT_SECRET=${secret}`)).toEqual([secret]);
  });

  it('finds many pairs, each once', () => {
    const pair = (at: number): string => `${token(`A${'K'}IA`, 16, BASE32.slice(at) + BASE32.slice(0, at))} ${token('', 40, `${at}aB3dE5gH7jK9`)}`;
    expect(claimed('cloud-key', Array.from({ length: 9 }, (_, at) => pair(at)).join('\n'))).toHaveLength(18);
  });

  it.each([
    ['an account id', 'AWS_ACCOUNT_ID=1234-5678-9012'], ['a client id', 'AZURE_CLIENT_ID=dac6fb3d-713c-4555-8a97-4089aa3849be'], ['a word', 'TODAYINASIAASACKOFRICEFELLOVER'], ['a part of a word', `x${token('AKIA', 16, BASE32)}`],
    ['a hash near an id', `AKIAX ${hexToken('', 40)}`], ['a placeholder', `AIza${'a'.repeat(35)}`], ['a password', 'secret_key = hunter2'], ['tildes', 'abc8Q~short'],
  ])('leaves alone: %s', (_, text) => {
    expect(claimed('cloud-key', text)).toEqual([]);
  });
});

describe('tokens of forges, Slack and models', () => {
  it.each<readonly [string, string]>([
    ['github-token', token('ghp_', 36)], ['github-token', token('gho_', 36)], ['github-token', token('ghu_', 36)], ['github-token', token('ghr_', 76)], ['github-token', token('ghs_', 36)], ['github-token', `ghs_12345_${jsonWebToken()}`],
    ['github-token', token('github_pat_', 82)],
    ...['glpat-', 'gldt-', 'glrt-', 'glrtr-', 'glcbt-', 'glptt-', 'glft-', 'glimt-', 'glagent-', 'gloas-', 'glsoat-', 'glffct-', 'glwt-'].map((prefix) => ['gitlab-token', token(prefix, 20)] as const),
    ['gitlab-token', `${token('glpat-', 27)}.${token('', 9)}`], ['gitlab-token', token('GR1348941', 20)], ['gitlab-token', hexToken('_gitlab_session=', 32)],
    ['slack-token', `${token('xoxb-', 12, DIGITS)}-${token('', 24)}`], ['slack-token', `${token('xoxp-', 12, DIGITS)}-${hexToken('', 32)}`], ['slack-token', token('xoxe.xoxp-1-', 60)], ['slack-token', token('xapp-1-A0', 60)],
    ['slack-token', `https://hooks.slack.com/services/T0000000/B0000000/${token('', 24)}`], ['slack-token', `hooks.slack.com/workflows/${token('', 40)}`],
    ['openai-token', token('sk-', 48)], ['openai-token', token('sk-proj-', 90)], ['openai-token', token('sk-svcacct-', 90)], ['openai-token', hexToken('sk-or-v1-', 64)], ['openai-token', token('sess-', 40)],
    ['anthropic-token', token('sk-ant-api03-', 93)], ['anthropic-token', token('sk-ant-admin01-', 93)],
  ])('%s: finds %s', (name, value) => {
    expect(claimed(name, value)).toEqual([value]);
    expect(claimed(name, `x="${value}"; y`)).toEqual([value]);
    expect(claimed(name, `a\\n${value}`)).toEqual([value]);
    expect(claimed(name, `?t%3D${value}`)).toEqual([value]);
  });

  it.each([
    ['github-token', 'ghp_short'], ['github-token', `ghp_${'x'.repeat(36)}`], ['gitlab-token', 'glpat-abc'], ['gitlab-token', 'glpat-xxxxxxxxxxxxxxxxxxxx'], ['gitlab-token', '_gitlab_session=x'],
    ['slack-token', 'xoxb-my-bot-token'], ['slack-token', 'https://api.slack.com/web'], ['slack-token', 'xoxo-kisses'], ['openai-token', 'sk-fading-circle-animation'], ['openai-token', token('disk-', 40)],
    ['openai-token', 'task-proj-123'], ['openai-token', 'sess-abc'], ['anthropic-token', 'sk-ant-api02-notarealkey'],
  ])('%s: leaves alone %s', (name, text) => {
    expect(claimed(name, text)).toEqual([]);
  });
});

describe('the table', () => {
  it('names each family as the policy may', () => {
    const names = [...new Set(DETECTORS.map(({ name }) => name))];
    expect(names.every((name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toBe(true);
    const named = (kind: 'pii' | 'secret') => [...new Set(DETECTORS.filter((detector) => detector.kind === kind).map(({ name }) => name))].sort();
    expect([named('pii'), named('secret')]).toEqual([[...PERSONAL_DETECTORS].sort(), [...SECRET_DETECTORS].sort()]);
    expect(DETECTORS.filter(({ keys, contextKeys, wants }) => keys.length === 0 && contextKeys === undefined && wants === undefined)).toEqual([]);
  });
});
