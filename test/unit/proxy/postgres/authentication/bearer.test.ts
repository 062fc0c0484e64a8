// SPDX-License-Identifier: Apache-2.0
import { readBearer } from '../../../../../src/proxy/postgres/authentication/bearer.js';

const K = '\u0001';

describe('readBearer', () => {
  it.each([
    ['as libpq writes it', `n,,${K}auth=Bearer ost1_s1_a-b_c${K}${K}`, 'ost1_s1_a-b_c'],
    ['with a client that could bind', `y,,${K}auth=Bearer abc==${K}${K}`, 'abc=='],
    ['with host and port', `n,,${K}host=gate.example${K}port=5432${K}auth=bearer  x${K}${K}`, 'x'],
    ['that only asks how to get a token', `n,,${K}auth=${K}${K}`, ''],
  ])('reads a message %s', (_name, message, token) => {
    expect(readBearer(message)).toBe(token);
  });

  it.each([
    ['another identity', `n,a=admin,${K}auth=Bearer x${K}${K}`],
    ['channel binding', `p=tls-server-end-point,,${K}auth=Bearer x${K}${K}`],
    ['no end', `n,,${K}auth=Bearer x${K}`],
    ['nothing', ''],
    ['no auth', `n,,${K}host=x${K}${K}`],
    ['two of them', `n,,${K}auth=Bearer x${K}auth=Bearer y${K}${K}`],
    ['another scheme', `n,,${K}auth=Basic eDp5${K}${K}`],
    ['a token with a blank', `n,,${K}auth=Bearer a b${K}${K}`],
    ['what is no pair', `n,,${K}auth=Bearer x${K}nonsense${K}${K}`],
    ['something behind the end', `n,,${K}auth=Bearer x${K}${K}more`],
  ])('refuses %s', (_name, message) => {
    expect(() => readBearer(message)).toThrow(expect.objectContaining({ code: 'PROTOCOL_VIOLATION' }));
  });
});
