// SPDX-License-Identifier: Apache-2.0
//
// Which addresses tokens may be sent to.
import { isMetadataHost, trustworthyUrl } from '../../../src/core/http.js';

describe('trustworthyUrl', () => {
  it.each(['https://vault.internal:8200', 'http://127.0.0.1:8200', 'http://localhost:1', 'http://[::1]/x', 'https://169.254.example.com', 'https://fe80.example.com', 'https://[2001:db8::1]'])('takes %s', (url) => {
    expect(trustworthyUrl(url).protocol).toMatch(/^https?:$/u);
  });

  it.each([
    'http://vault.internal', 'http://10.0.0.1', 'ftp://x', 'https://user@x', 'https://:pw@x', 'vault.internal', '',
    'https://169.254.169.254', 'https://169.254.170.2/v2', 'https://2852039166/', 'https://0xA9FEA9FE', 'https://0251.0376.0251.0376', 'https://[::ffff:169.254.169.254]', 'https://[fe80::1]', 'https://[febf::1]', 'https://[fd00:ec2::254]',
    'https://metadata.google.internal', 'https://METADATA.google.internal.', 'https://metadata', 'https://168.63.129.16', 'https://100.100.100.200', 'https://169。254。169。254',
  ])('refuses %s', (url) => {
    expect(() => trustworthyUrl(url)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});

describe('isMetadataHost', () => {
  it.each([['169.255.1.1', false], ['[fec0::1]', false], ['169.254.0.1', true], ['[fe80::a]', true]])('%s: %s', (host, expected) => {
    expect(isMetadataHost(host)).toBe(expected);
  });
});
