// SPDX-License-Identifier: Apache-2.0
import { childEnvironment, urlVariable, type Endpoint, type EnvironmentRequest } from '../../../src/commands/environment.js';

const endpoint = (resource: string, more: Partial<Endpoint> = {}): Endpoint => ({
  resource, type: 'postgres', host: '127.0.0.1', port: 5999, user: 'ost_1', password: 'ost1_ost_1_x', database: 'orders', upstreamHost: 'orders.internal', ...more,
});
const request = (more: Partial<EnvironmentRequest>): EnvironmentRequest => ({
  base: { PATH: '/bin', ORDERS_DB: 'app:s3cret-value', COPY: 'prefix s3cret-value', ALIAS: 'postgres://app:app:s3cret-value@x/y', PGHOST: 'orders.internal', PGPASSFILE: '/x', DATABASE_URL: 'y', HOST_HINT: 'tcp://orders.internal:5432', GITHUB_TOKEN: 't', OSTIARY_OTHER: 'z' },
  tokenVariables: ['GITHUB_TOKEN'], secretVariables: ['ORDERS_DB'], endpoints: [endpoint('orders-db')], bindings: [], guide: '/g', ...more,
});

describe('childEnvironment', () => {
  it('hands over the guarded endpoint under the names that clients know', () => {
    expect(childEnvironment(request({}))).toMatchObject({ PATH: '/bin', PGHOST: '127.0.0.1', PGPORT: '5999', PGUSER: 'ost_1', PGPASSWORD: 'ost1_ost_1_x', PGDATABASE: 'orders', PGSSLMODE: 'disable', OSTIARY_GUIDE: '/g', DATABASE_URL: 'postgres://ost_1:ost1_ost_1_x@127.0.0.1:5999/orders?sslmode=disable', OSTIARY_ORDERS_DB_URL: expect.stringContaining('127.0.0.1:5999') });
  });

  it('keeps back tokens, the credential, whoever repeats it, the upstream and what libpq would read', () => {
    const environment = childEnvironment(request({}));
    for (const name of ['GITHUB_TOKEN', 'ORDERS_DB', 'ALIAS', 'COPY', 'HOST_HINT', 'PGPASSFILE', 'OSTIARY_OTHER']) expect(environment).not.toHaveProperty(name);
    expect(JSON.stringify(environment)).not.toContain('orders.internal');
    expect(JSON.stringify(environment)).not.toContain('s3cret-value');
  });

  it('leaves libpq alone when there are several', () => {
    const environment = childEnvironment(request({ endpoints: [endpoint('a'), endpoint('b', { port: 6000 })], bindings: [{ name: 'APP', resource: 'b' }] }));
    expect(environment).not.toHaveProperty('PGHOST');
    expect(environment.APP).toContain(':6000/');
    expect(Object.keys(environment)).toEqual(expect.arrayContaining(['OSTIARY_A_URL', 'OSTIARY_B_URL']));
  });

  it('refuses names that collide and resources that are not there', () => {
    expect(() => childEnvironment(request({ endpoints: [endpoint('a-b'), endpoint('a_b')] }))).toThrow(/would both be `OSTIARY_A_B_URL`/);
    expect(() => childEnvironment(request({ bindings: [{ name: 'X', resource: 'nope' }] }))).toThrow(/`nope`/);
  });
});

describe('urlVariable', () => {
  it('makes a variable of a resource', () => {
    expect(urlVariable('orders-db')).toBe('OSTIARY_ORDERS_DB_URL');
  });
});
