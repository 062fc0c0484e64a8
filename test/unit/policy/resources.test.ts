// SPDX-License-Identifier: Apache-2.0
//
// Resources: how addresses are read and which encryption they get.
import { loadPolicy } from '../../../src/policy/load.js';
import type { Resource } from '../../../src/policy/model.js';
import { NOON } from '../../support/judging.js';

async function resource(yaml: string): Promise<Resource> {
  const policy = await loadPolicy({ text: `version: 1\nresources: { db: ${yaml} }`, file: 'p.yml' }, { now: NOON });
  return policy.resources['db'] as Resource;
}

describe('a resource', () => {
  it.each([
    ['postgres://u@Orders.Internal/shop', { host: 'orders.internal', port: 5432, database: 'shop', user: 'u' }, 'orders.internal:5432/shop', 'verify-full'],
    ['postgresql://u@10.0.0.1:5433/shop', { host: '10.0.0.1', port: 5433, database: 'shop', user: 'u' }, '10.0.0.1:5433/shop', 'verify-full'],
    ['postgres://u@localhost/shop', { host: 'localhost', port: 5432, database: 'shop', user: 'u' }, 'localhost:5432/shop', 'disable'],
    ['postgres://u@127.9.0.1/shop', { host: '127.9.0.1', port: 5432, database: 'shop', user: 'u' }, '127.9.0.1:5432/shop', 'disable'],
    ['postgres://u@[::1]:1/shop', { host: '::1', port: 1, database: 'shop', user: 'u' }, '[::1]:1/shop', 'disable'],
    ['postgres://u@[FE80::1]/shop', { host: 'fe80::1', port: 5432, database: 'shop', user: 'u' }, '[fe80::1]:5432/shop', 'verify-full'],
    ['postgres://u%40x@h/a%20b', { host: 'h', port: 5432, database: 'a b', user: 'u@x' }, 'h:5432/a b', 'verify-full'],
    ['postgres://u@127.0.0.1.evil.example/shop', { host: '127.0.0.1.evil.example', port: 5432, database: 'shop', user: 'u' }, '127.0.0.1.evil.example:5432/shop', 'verify-full'],
  ])('%s', async (url, address, target, mode) => {
    expect(await resource(`{ type: postgres, url: "${url}" }`)).toMatchObject({ url, address, target, tls: { mode, ca: null } });
  });

  it('has everything that was written, and nothing that was not', async () => {
    expect(await resource('{ type: postgres, url: "postgres://h/d", environment: prod, labels: { a: b }, credential: "env:DB_PASSWORD", allow_static: true, local: true, mask: { public.c.email: partial, public.c.note: null }, tls: { ca: ca.pem }, hold: 5m }')).toEqual({
      name: 'db', type: 'postgres', environment: 'prod', labels: { a: 'b' }, url: 'postgres://h/d', address: { host: 'h', port: 5432, database: 'd', user: null }, target: 'h:5432/d',
      credential: 'env:DB_PASSWORD', vault: null, allowStatic: true, local: true, mask: [{ column: 'public.c.email', style: 'partial' }, { column: 'public.c.note', style: 'null' }], tls: { mode: 'verify-full', ca: 'ca.pem' }, holdMs: 300_000,
    });
    expect(await resource('{ type: shell }')).toEqual({
      name: 'db', type: 'shell', environment: null, labels: {}, url: null, address: null, target: 'db', credential: null, vault: null, allowStatic: false, local: false, mask: [], tls: { mode: 'verify-full', ca: null }, holdMs: null,
    });
    expect(await resource('{ type: http, url: "https://api.example/v1" }')).toMatchObject({ address: null, target: 'https://api.example/v1' });
  });

  it.each([
    ['{ mode: verify-ca, ca: x }', { mode: 'verify-ca', ca: 'x' }],
    ['{ mode: require }', { mode: 'require', ca: null }],
    ['{ mode: disable }', { mode: 'disable', ca: null }],
    ['{ ca: x }', { mode: 'verify-full', ca: 'x' }],
    ['{}', { mode: 'verify-full', ca: null }],
  ])('on loopback with tls %s', async (tls, expected) => {
    expect((await resource(`{ type: postgres, url: "postgres://u@localhost/d", tls: ${tls} }`)).tls).toEqual(expected);
  });

  it.each(['file:/run/secrets/db', 'vault:database/creds/orders', 'env:A_1'])('takes a credential from %s', async (credential) => {
    expect((await resource(`{ type: postgres, url: "postgres://h/d", credential: "${credential}" }`)).credential).toBe(credential);
  });
});
