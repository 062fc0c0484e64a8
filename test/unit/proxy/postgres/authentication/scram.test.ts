// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { makeVerifier, mockVerifier, SCRAM, SCRAM_PLUS, ScramClient, ScramServer } from '../../../../../src/proxy/postgres/authentication/scram.js';

// RFC 7677, section 3.
const RFC = {
  user: 'user',
  password: 'pencil',
  clientNonce: 'rOprNGfwEbeRWgbNEkqO',
  serverNonce: '%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0',
  salt: Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'),
  clientFirst: 'n,,n=user,r=rOprNGfwEbeRWgbNEkqO',
  serverFirst: 'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
  clientFinal: 'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
  serverFinal: 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
};
const BINDING = randomBytes(32);

const rfcServer = async (binding: Buffer | null = null) =>
  new ScramServer({ verifier: await makeVerifier(RFC.password, RFC.salt, 4096), nonce: RFC.serverNonce, binding });
const rfcClient = (offered = [SCRAM], binding: Buffer | null = null, password = RFC.password) =>
  new ScramClient({ offered, password, nonce: RFC.clientNonce, binding, user: RFC.user });

/** A whole exchange of our own two ends; the server's last word, or null. */
const exchange = async (client: ScramClient, server: ScramServer): Promise<string | null> => {
  const answer = await client.final(server.first(client.mechanism, client.first()));
  const proof = server.final(answer);
  if (proof !== null) client.verify(proof);
  return proof;
};

describe('ScramServer', () => {
  it("speaks RFC 7677's example", async () => {
    const server = await rfcServer();
    expect(server.first(SCRAM, RFC.clientFirst)).toBe(RFC.serverFirst);
    expect(server.final(RFC.clientFinal)).toBe(RFC.serverFinal);
  });

  it.each([
    { name: 'another password', password: 'Pencil' },
    { name: 'no password', password: '' },
  ])('refuses $name', async ({ password }) => {
    expect(await exchange(rfcClient([SCRAM], null, password), await rfcServer())).toBeNull();
  });

  it('refuses every proof that differs in one bit', async () => {
    const proof = Buffer.from(RFC.clientFinal.split(',p=')[1] as string, 'base64');
    for (let bit = 0; bit < proof.length * 8; bit += 5) {
      const other = Buffer.from(proof);
      other[bit >> 3] = (other[bit >> 3] as number) ^ (1 << (bit & 7));
      const server = await rfcServer();
      server.first(SCRAM, RFC.clientFirst);
      expect(server.final(`${RFC.clientFinal.split(',p=')[0]},p=${other.toString('base64')}`)).toBeNull();
    }
  });

  it('refuses a proof of another length', async () => {
    const server = await rfcServer();
    server.first(SCRAM, RFC.clientFirst);
    expect(server.final(`${RFC.clientFinal.split(',p=')[0]},p=AAAA`)).toBeNull();
  });

  it.each([
    { name: 'a mechanism not offered', mechanism: SCRAM_PLUS, message: 'p=tls-server-end-point,,n=,r=abc' },
    { name: 'an unknown mechanism', mechanism: 'PLAIN', message: RFC.clientFirst },
    { name: 'another authorization identity', mechanism: SCRAM, message: 'n,a=root,n=user,r=abc' },
    { name: 'a mandatory extension', mechanism: SCRAM, message: 'n,,m=x,n=user,r=abc' },
    { name: 'an empty nonce', mechanism: SCRAM, message: 'n,,n=user,r=' },
    { name: 'a nonce with a control character', mechanism: SCRAM, message: 'n,,n=user,r=a\u0001' },
    { name: 'an unknown binding flag', mechanism: SCRAM, message: 'x,,n=user,r=abc' },
    { name: 'nothing', mechanism: SCRAM, message: '' },
    { name: 'commas', mechanism: SCRAM, message: ',,,,' },
  ])('refuses $name', async ({ mechanism, message }) => {
    const server = await rfcServer();
    expect(() => server.first(mechanism, message)).toThrow(expect.objectContaining({ code: 'PROTOCOL_VIOLATION' }));
  });

  it.each([
    { name: 'another nonce', message: RFC.clientFinal.replace('r=rO', 'r=xO') },
    { name: 'another binding', message: RFC.clientFinal.replace('c=biws', 'c=eSws') },
    { name: 'no proof', message: RFC.clientFinal.split(',p=')[0] as string },
    { name: 'a proof that is not base64', message: `${RFC.clientFinal.split(',p=')[0]},p=*` },
    { name: 'nothing', message: '' },
  ])('refuses a final message with $name', async ({ message }) => {
    const server = await rfcServer();
    server.first(SCRAM, RFC.clientFirst);
    expect(() => server.final(message)).toThrow(expect.objectContaining({ code: 'PROTOCOL_VIOLATION' }));
  });

  it('offers channel binding only over TLS, first', async () => {
    expect((await rfcServer()).mechanisms).toEqual([SCRAM]);
    expect((await rfcServer(BINDING)).mechanisms).toEqual([SCRAM_PLUS, SCRAM]);
  });

  it('refuses a client that was kept from seeing the offer of channel binding', async () => {
    const server = await rfcServer(BINDING);
    expect(() => server.first(SCRAM, 'y,,n=,r=abc')).toThrow(/did not see our offer/);
  });

  it('binds to the certificate, and to no other', async () => {
    expect(await exchange(rfcClient([SCRAM_PLUS, SCRAM], BINDING), await rfcServer(BINDING))).not.toBeNull();
    await expect(exchange(rfcClient([SCRAM_PLUS, SCRAM], randomBytes(32)), await rfcServer(BINDING))).rejects.toThrow(/channel binding/);
  });
});

describe('ScramClient', () => {
  it("speaks RFC 7677's example", async () => {
    const client = rfcClient();
    expect(client.mechanism).toBe(SCRAM);
    expect(client.first()).toBe(RFC.clientFirst);
    expect(await client.final(RFC.serverFirst)).toBe(RFC.clientFinal);
    client.verify(RFC.serverFinal);
  });

  it.each([
    { name: 'no TLS', offered: [SCRAM], binding: null, mechanism: SCRAM, flag: 'n,,' },
    { name: 'no TLS, though it is offered', offered: [SCRAM_PLUS, SCRAM], binding: null, mechanism: SCRAM, flag: 'n,,' },
    { name: 'TLS and no offer', offered: [SCRAM], binding: BINDING, mechanism: SCRAM, flag: 'y,,' },
    { name: 'TLS and an offer', offered: [SCRAM, SCRAM_PLUS], binding: BINDING, mechanism: SCRAM_PLUS, flag: 'p=tls-server-end-point,,' },
  ])('says $flag with $name', ({ offered, binding, mechanism, flag }) => {
    const client = rfcClient(offered, binding);
    expect(client.mechanism).toBe(mechanism);
    expect(client.first().startsWith(flag)).toBe(true);
  });

  it.each([{ offered: [] }, { offered: ['OAUTHBEARER'] }, { offered: [SCRAM_PLUS] }])('refuses a server that offers $offered', ({ offered }) => {
    expect(() => rfcClient(offered)).toThrow(expect.objectContaining({ code: 'UPSTREAM_FAILED' }));
  });

  it.each([
    { name: 'another nonce', message: RFC.serverFirst.replace('r=rO', 'r=xO') },
    { name: 'our nonce alone', message: `r=${RFC.clientNonce},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096` },
    { name: 'no iterations', message: RFC.serverFirst.replace('4096', '0') },
    { name: 'absurd iterations', message: RFC.serverFirst.replace('4096', '99999999') },
    { name: 'iterations that are no number', message: RFC.serverFirst.replace('4096', '4e3') },
    { name: 'a salt that is not base64', message: RFC.serverFirst.replace('W22Z', 'W2*Z') },
    { name: 'fields in another order', message: 's=aa==,r=b,i=1' },
    { name: 'nothing', message: '' },
  ])('refuses a first message with $name', async ({ message }) => {
    await expect(rfcClient().final(message)).rejects.toThrow();
  });

  it.each([
    { name: 'a wrong proof', message: RFC.serverFinal.replace('6rr', '7rr') },
    { name: 'a short proof', message: 'v=AAAA' },
    { name: 'an error', message: 'e=other-error' },
    { name: 'nothing', message: '' },
  ])('refuses a server with $name', async ({ message }) => {
    const client = rfcClient();
    await client.final(RFC.serverFirst);
    expect(() => client.verify(message)).toThrow();
  });

  it('refuses a proof that comes before the exchange', () => {
    expect(() => rfcClient().verify(RFC.serverFinal)).toThrow(/prove/);
  });
});

describe('mockVerifier', () => {
  const secret = randomBytes(32);

  it('is the same for the same user, and another for another user or listener', () => {
    const of = (user: string, by = secret) => mockVerifier(user, by, 4096).salt.toString('hex');
    expect(of('a')).toBe(of('a'));
    expect(of('a')).not.toBe(of('b'));
    expect(of('a')).not.toBe(of('a', randomBytes(32)));
    expect(mockVerifier('a', secret, 4096).salt).toHaveLength(16);
  });

  it('looks like a real one and takes no password', async () => {
    const server = new ScramServer({ verifier: mockVerifier('a', secret, 4096), nonce: RFC.serverNonce, binding: null });
    expect(await exchange(rfcClient(), server)).toBeNull();
  });
});
