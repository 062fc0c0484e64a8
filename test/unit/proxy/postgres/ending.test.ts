// SPDX-License-Identifier: Apache-2.0
//
// What many connections hang on: one signal for the session, one for the listener.
import { getMaxListeners } from 'node:events';
import { Ending } from '../../../../src/proxy/postgres/ending.js';

it('ends with the first of its signals, and lets any number of connections wait for one without a warning of a leak', () => {
  const [closing, over] = [new AbortController(), new AbortController()];
  const endings = Array.from({ length: 12 }, () => new Ending([closing.signal, over.signal]));
  expect([closing, over].map(({ signal }) => getMaxListeners(signal))).toEqual([Infinity, Infinity]);
  endings[0]?.settle();
  over.abort('revoked');
  expect(endings.map(({ signal }) => [signal.aborted, signal.reason as unknown])).toEqual([[false, undefined], ...Array.from({ length: 11 }, () => [true, 'revoked'])]);
});
