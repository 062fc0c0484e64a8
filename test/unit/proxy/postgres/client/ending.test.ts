// SPDX-License-Identifier: Apache-2.0
//
// What many connections hang on: one signal for the session, one for the listener; and what one that is over leaves to the others.
import { getMaxListeners } from 'node:events';
import { Socket } from 'node:net';
import type { Catalog } from '../../../../../src/core/ports.js';
import { systemRuntime } from '../../../../../src/core/runtime.js';
import { releaseAtEnd } from '../../../../../src/proxy/postgres/definitions/release.js';
import { Ending } from '../../../../../src/proxy/postgres/client/ending.js';
import { DefinitionLock } from '../../../../../src/proxy/postgres/definitions/definition-lock.js';
import { OwnDefinitionChanges } from '../../../../../src/proxy/postgres/definitions/definition-changes.js';

it('ends with the first of its signals, and lets any number of connections wait for one without a warning of a leak', () => {
  const [closing, over] = [new AbortController(), new AbortController()];
  const endings = Array.from({ length: 12 }, () => new Ending([closing.signal, over.signal]));
  expect([closing, over].map(({ signal }) => getMaxListeners(signal))).toEqual([Infinity, Infinity]);
  endings[0]?.settle();
  over.abort('revoked');
  expect(endings.map(({ signal }) => [signal.aborted, signal.reason as unknown])).toEqual([[false, undefined], ...Array.from({ length: 11 }, () => [true, 'revoked'])]);
});

it.each([['nothing', false, [], true], ['a change of definitions', true, ['cancelled', 'left to the server'], false]] as const)('leaves %s at the server, and says so to others only when the server has closed', (_name, defines, expected, isFree) => {
  const catalog = {} as Catalog;
  const ownChanges = new OwnDefinitionChanges(catalog);
  const [lock, others] = [1, 2].map(() => new DefinitionLock({ catalog, ownChanges, runtime: systemRuntime, limitMs: 1_000, wake: () => undefined })) as [DefinitionLock, DefinitionLock];
  if (defines) lock.sent({}, 'define');
  const [socket, done] = [new Socket(), [] as string[]];
  const quiet = () => undefined;
  releaseAtEnd({ socket, ownChanges, lock, cancel: async () => void done.push('cancelled'), outlive: () => void done.push('left to the server'), log: { debug: quiet, info: quiet, warn: quiet, error: quiet } });
  expect([done, others.free]).toEqual([expected, isFree]);
  socket.emit('close');
  expect(others.free).toBe(true);
});
