// SPDX-License-Identifier: Apache-2.0
//
// Leases, and what a token is worth the second time. The store is the real one; the clock is set by hand.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../../../src/core/ports.js';
import { PROOF_KEPT_MS } from '../../../src/core/dpop.js';
import { SessionBook, type Opening } from '../../../src/server/session-book.js';
import { isCredentialOf } from '../../../src/server/session-record.js';
import { UsedProofs } from '../../../src/server/used-proofs.js';
import { FileStore } from '../../../src/store/files.js';
import { hashOfCredential } from '../../../src/main/credential.js';
import { hastyRuntime, type HastyRuntime } from '../../support/hasty-runtime.js';

const HOUR = 3_600_000;
let folder: string;
let runtime: HastyRuntime;
let store: FileStore;
let book: SessionBook;
let ids = 0;
const warned: string[] = [];
const log: Log = { debug: () => undefined, info: () => undefined, warn: (message) => void warned.push(message), error: () => undefined };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ostiary-book-'));
  runtime = hastyRuntime();
  store = await FileStore.open(join(folder, 'store'), runtime);
  book = await open();
  warned.length = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (): Promise<SessionBook> => SessionBook.open({
  store, runtime, log, newId: () => `ost_${(ids += 1)}`,
  async newCredential(id) {
    const credential = `ost1_${id}_${runtime.random(8).toString('hex')}`;
    return { credential, kept: { hash: hashOfCredential(credential), iterations: 4096, salt: '', storedKey: '', serverKey: '' } };
  },
});
const opening = (more: Partial<Opening> = {}): Opening => ({
  caller: { kind: 'github', issuer: 'https://i', subject: 's', audience: 'ostiary', claims: {}, expiresAt: runtime.now() + 300_000, tokenId: 'jti-1' },
  token: 'eyJ', thumbprint: 'key-a', job: 'github 7 run 1 attempt 1', resources: ['orders-db'], repository: null, breakGlass: null, leaseSeconds: 600, limitSeconds: 7200, endsAt: null, max: 100, ...more,
});
const over = (why: RegExp) => expect.objectContaining({ code: 'IDENTITY_UNTRUSTED', message: expect.stringMatching(why) });

describe('a token', () => {
  it('opens one session, and gives the same one to the same key, with a new credential', async () => {
    const first = await book.take(opening());
    const again = await book.take(opening());
    expect([first.isNew, again.isNew, again.record.id]).toEqual([true, false, first.record.id]);
    expect([isCredentialOf(again.record, again.credential), isCredentialOf(again.record, first.credential)]).toEqual([true, false]);
    expect(book.live).toHaveLength(1);
  });

  it.each<[string, Partial<Opening>, string]>([
    ['another key', { thumbprint: 'key-b' }, 'IDENTITY_UNTRUSTED'],
    ['another job', { job: 'github 7 run 1 attempt 2' }, 'IDENTITY_UNTRUSTED'],
    ['other resources', { resources: ['orders-db', 'billing'] }, 'DENIED'],
    ['a reason to break the glass', { breakGlass: 'orders are lost' }, 'DENIED'],
  ])('is worth nothing with %s, also after a restart', async (_name, more, code) => {
    await book.take(opening());
    await expect(book.take(opening(more))).rejects.toMatchObject({ code });
    book = await open();
    await expect(book.take(opening(more))).rejects.toMatchObject({ code });
  });

  it('lets one of many requests at the same time be first, when their keys differ', async () => {
    const results = await Promise.allSettled(Array.from({ length: 12 }, (_, index) => book.take(opening({ thumbprint: `key-${index}` }))));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect([book.live.length, (await store.keys('session')).length]).toEqual([1, 1]);
  });

  it('without an id is named by itself', async () => {
    const caller = { ...opening().caller, kind: 'oidc' as const, tokenId: null };
    const first = await book.take(opening({ caller, token: 'h.one.sig' }));
    const second = await book.take(opening({ caller, token: 'h.two.sig' }));
    expect(second.record.id).not.toBe(first.record.id);
    // A signature has more than one spelling that is good: what was signed has one.
    for (const token of ['h.one.sig', 'h.one.sih']) await expect(book.take(opening({ caller, token, thumbprint: 'key-b' }))).rejects.toMatchObject({ code: 'IDENTITY_UNTRUSTED' });
  });

  it('of another issuer with the same id is another token', async () => {
    await book.take(opening());
    expect((await book.take(opening({ caller: { ...opening().caller, issuer: 'https://j' }, thumbprint: 'key-b' }))).isNew).toBe(true);
  });

  it('brings no ended session back, and is remembered until it is worth nothing by itself', async () => {
    const { record } = await book.take(opening());
    await book.end(record, 'job', { allow: 1, review: 0, deny: 0 });
    await expect(book.take(opening())).rejects.toEqual(over(/is over: its job ended it/u));
    runtime.advance(300_000);
    await book.forget();
    await expect(book.take(opening())).rejects.toEqual(over(/is over/u));
    runtime.advance(HOUR);
    await book.forget();
    expect([await store.keys('token'), await store.keys('session')]).toEqual([[], []]);
  });
});

describe('a session', () => {
  it('lives from lease to lease, renewed by its job, up to its limit', async () => {
    const { record } = await book.take(opening());
    for (let minutes = 9; minutes < 120; minutes += 9) {
      runtime.advance(9 * 60_000);
      await book.renew(record, 600);
    }
    expect(book.live[0]?.expiresAt).toBe(record.limitAt);
    runtime.advance(9 * 60_000);
    await expect(book.renew(record, 600)).rejects.toEqual(over(/reached its time limit/u));
    expect(book.due()).toEqual([{ record: expect.objectContaining({ id: record.id }), by: 'limit' }]);
  });

  it('ends no later than the issuer of its assertion wants it', async () => {
    const endsAt = runtime.now() + 60_000;
    const { record } = await book.take(opening({ endsAt }));
    expect([record.expiresAt, record.limitAt]).toEqual([endsAt, endsAt]);
    runtime.advance(60_000);
    await expect(book.renew(record, 600)).rejects.toEqual(over(/reached its time limit/u));
    expect((await book.take(opening({ endsAt: runtime.now() + HOUR * 9, token: 'x', caller: { ...opening().caller, tokenId: 'jti-2' } }))).record.limitAt).toBeLessThan(runtime.now() + 7_200_001);
  });

  it('is over when its lease was not renewed, whether or not anybody has looked', async () => {
    const { record } = await book.take(opening());
    runtime.advance(599_000);
    await book.demandLive(record);
    runtime.advance(1_100);
    await expect(book.demandLive(record)).rejects.toEqual(over(/not renewed in time/u));
    await expect(book.renew(record, 600)).rejects.toEqual(over(/not renewed in time/u));
    expect(book.due().map(({ by }) => by)).toEqual(['lease']);
  });

  it('is over as soon as an operator has revoked it, also in the eyes of another process', async () => {
    const { record } = await book.take(opening());
    await store.create('revoked', record.id, { version: 1 });
    await expect(book.demandLive(record)).rejects.toEqual(over(/revoked/u));
    await expect((await open()).renew(record, 600)).rejects.toEqual(over(/revoked/u));
    expect((await book.revoked()).map(({ id }) => id)).toEqual([record.id]);
  });

  it('takes back a recording that never began, and none that another one followed', async () => {
    const { record } = await book.take(opening());
    const first = await book.begun(record);
    expect(await book.notBegun(first)).toMatchObject({ parts: 0 });
    const again = await book.begun(record);
    await book.begun(record);
    expect(await book.notBegun(again)).toMatchObject({ parts: 2 });
  });

  it('goes on after a restart, with its lease, its key and its credential', async () => {
    const { record, credential } = await book.take(opening());
    await book.begun(record);
    book = await open();
    const found = await book.find(record.id);
    expect(found).toEqual({ ...record, parts: 1 });
    expect(found !== null && isCredentialOf(found, credential)).toBe(true);
    await book.renew(found ?? record, 600);
  });

  it('that was closed lets nobody in, even when the store can not be told', async () => {
    const { record } = await book.take(opening());
    await rm(join(folder, 'store'), { recursive: true });
    await expect(book.end(record, 'job', { allow: 0, review: 0, deny: 0 })).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await expect(book.demandLive(record)).rejects.toEqual(over(/its job ended it/u));
    expect(book.due().map(({ by }) => by)).toEqual(['job']);
  });

  it('is not renewed, opened or believed when the store is not there', async () => {
    const { record } = await book.take(opening());
    await rm(join(folder, 'store'), { recursive: true });
    await expect(book.take(opening({ caller: { ...opening().caller, tokenId: 'jti-2' } }))).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await expect(book.renew(record, 600)).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await expect(book.revoked()).rejects.toMatchObject({ code: 'STORE_FAILED' });
  });

  it('loses no change when several come at once', async () => {
    const { record } = await book.take(opening());
    runtime.advance(60_000);
    await Promise.all([book.begun(record), book.renew(record, 600), book.begun(record), book.take(opening())]);
    const found = await (await open()).find(record.id);
    expect([found?.parts, (found?.expiresAt ?? 0) - record.expiresAt >= 60_000]).toEqual([2, true]);
    expect(found?.credential.hash).not.toBe(record.credential.hash);
  });

  it('stays ended, whatever comes at the same time', async () => {
    const { record } = await book.take(opening());
    const [ended, renewed] = await Promise.allSettled([book.end(record, 'job', { allow: 0, review: 0, deny: 0 }), book.renew(record, 600)]);
    expect([ended.status, renewed.status]).toEqual(['fulfilled', 'rejected']);
    expect((await (await open()).find(record.id))?.ended?.by).toBe('job');
  });

  it('that is being ended begins no recording and gets no new credential any more', async () => {
    const { record } = await book.take(opening());
    book.close(record, 'job');
    await expect(book.begun(record)).rejects.toEqual(over(/is over: it has ended/u));
    await expect(book.take(opening())).rejects.toEqual(over(/is over/u));
    expect(await book.find(record.id)).toMatchObject({ parts: 0 });
  });

  it('that has ended is known for an hour, and as long as its token could be shown', async () => {
    const { record } = await book.take(opening());
    await book.end(record, 'job', { allow: 1, review: 0, deny: 0 });
    const kept = async (): Promise<readonly string[]> => {
      await book.forget();
      return store.keys('session');
    };
    runtime.advance(HOUR - 1000);
    expect([await kept(), await store.keys('token')]).toEqual([[record.id], []]);
    runtime.advance(2000);
    expect(await kept()).toEqual([]);
    const longer = await book.take(opening({ caller: { ...opening().caller, tokenId: 'jti-9', expiresAt: runtime.now() + 3 * HOUR } }));
    await book.end(longer.record, 'job', { allow: 1, review: 0, deny: 0 });
    runtime.advance(2 * HOUR);
    expect(await kept()).toEqual([longer.record.id]);
  });

  it('that can not be read is let in by nobody and costs no other session anything', async () => {
    const { record } = await book.take(opening());
    await writeFile(join(folder, 'store', 'session', 'ost_torn.json'), '{"version":2}');
    book = await open();
    expect(book.live.map(({ id }) => id)).toEqual([record.id]);
    expect(warned[0]).toContain('ost_torn');
    await expect(book.find('ost_torn')).rejects.toMatchObject({ code: 'STORE_FAILED' });
    await writeFile(join(folder, 'store', 'token', `${'0'.repeat(64)}.json`), '{"version":2}');
    await book.end(record, 'job', { allow: 1, review: 0, deny: 0 });
    runtime.advance(2 * HOUR);
    await book.forget();
    expect([await store.keys('session'), await store.keys('token')]).toEqual([['ost_torn'], ['0'.repeat(64)]]);
  });

  it('is one of so many and no more', async () => {
    await book.take(opening({ max: 1 }));
    await expect(book.take(opening({ caller: { ...opening().caller, tokenId: 'jti-2' }, max: 1 }))).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    expect((await book.take(opening({ max: 1 }))).isNew).toBe(false);
    // Nor when many come at once: what is being opened has its place.
    const many = await Promise.allSettled(Array.from({ length: 5 }, (_, at) => book.take(opening({ caller: { ...opening().caller, tokenId: `jti-${10 + at}` }, max: 3 }))));
    expect([many.filter(({ status }) => status === 'fulfilled').length, book.live.length]).toEqual([2, 3]);
    expect((await book.take(opening({ caller: { ...opening().caller, tokenId: 'jti-20' }, max: 4 }))).isNew).toBe(true);
  });
});

describe('a proof', () => {
  const used = () => new UsedProofs({ store, runtime, log });
  const proof = (id: string) => ({ thumbprint: 'key-a', id, issuedAt: runtime.now() });
  const before = over(/used before/u);

  it('is good once, also after a restart, unless it need not outlive one', async () => {
    const [proofs, one, other] = [used(), proof('1'), proof('2')];
    await proofs.claim(one);
    await expect(proofs.claim(one)).rejects.toEqual(before);
    await expect(used().claim(one)).rejects.toEqual(before);
    await expect(used().claim({ ...one, thumbprint: 'key-b' })).resolves.toBeUndefined();
    proofs.claimHere(other);
    expect(() => proofs.claimHere(other)).toThrow(before);
    expect(await store.keys('proof')).toHaveLength(2);
  });

  it('is forgotten when it can not be shown any more, whatever else lies there', async () => {
    await used().claim(proof('1'));
    await writeFile(join(folder, 'store', 'proof', 'broken.json'), 'x');
    await store.create('proof', 'strange', { version: 2 });
    runtime.advance(PROOF_KEPT_MS - 60_000);
    await used().forget();
    expect(await store.keys('proof')).toHaveLength(3);
    runtime.advance(61_000);
    await used().forget();
    expect([...(await store.keys('proof'))].sort()).toEqual(['broken', 'strange']);
    expect(warned).toEqual(['the proof `broken` can not be looked at, and stays', 'the proof `broken` can not be looked at, and stays']);
  });
});
