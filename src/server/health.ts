// SPDX-License-Identifier: Apache-2.0
//
// `/healthz`: the process answers. `/readyz`: sessions can be opened. `/metrics`, where it is asked for. Refuses to say more than yes, no
// and the name of what is missing: whoever can reach it may read it.
import { NoSuchThing } from './answers.js';
import type { Handler, HttpAnswer } from './http.js';
import type { Metrics } from './metrics.js';

export interface HealthOptions {
  /** What keeps sessions from being opened, in a word or two; empty when nothing does. */
  readonly missing: () => Promise<readonly string[]>;
  /** Null: no metrics at this listener. */
  readonly metrics: Metrics | null;
  /** Everything else; null: there is nothing else. */
  readonly otherwise: Handler | null;
}

/** Answers questions after the gateway's health, and hands on everything else. */
export function healthHandler({ missing, metrics, otherwise }: HealthOptions): Handler {
  let looking: Promise<readonly string[]> | null = null;
  // Whoever asks meanwhile hears the same: a look writes to the disk that sessions wait for.
  const look = (): Promise<readonly string[]> => (looking ??= missing().finally(() => (looking = null)));
  return async (request) => {
    const answer = await ((): Promise<HttpAnswer> | null => {
      switch (request.path) {
        case '/healthz': return Promise.resolve({ status: 200, json: { status: 'ok' } });
        case '/readyz': return look().then((parts) => ({ status: parts.length === 0 ? 200 : 503, json: { status: parts.length === 0 ? 'ok' : 'not ready', missing: parts } }));
        case '/metrics': return metrics === null ? null : metrics.text().then((body) => ({ status: 200, text: { type: metrics.contentType, body } }));
        default: return null;
      }
    })();
    if (answer === null) return (otherwise ?? nothing)(request);
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new NoSuchThing(405, 'only GET is answered here');
    return answer;
  };
}

const nothing: Handler = () => {
  throw new NoSuchThing(404, 'there is nothing at this address');
};
