// SPDX-License-Identifier: Apache-2.0
//
// Logging in where the password may have changed since it was read: when the server refuses it, the source is asked once for another one.
// Refuses to try a password twice, and to try again after any other failure.
import { LoginRefused, type UpstreamTarget } from './target.js';
import { connectUpstream, type ConnectOptions } from './upstream.js';
import type { UpstreamReady } from '../ready.js';

/** Says what to log in with. */
export interface TargetSource {
  /** Asked for each connection, so that a lease can be renewed. */
  target(): Promise<UpstreamTarget>;
  /** The server did not take this one: another one, or null when there is none. */
  renewed?(refused: UpstreamTarget): Promise<UpstreamTarget | null>;
}

/** Connects and logs in. Throws what the source throws, or `UPSTREAM_FAILED`; never with a password in it. */
export async function logIn(source: TargetSource, options: ConnectOptions): Promise<{ readonly target: UpstreamTarget; readonly upstream: UpstreamReady }> {
  const target = await source.target();
  try {
    return { target, upstream: await connectUpstream(target, options) };
  } catch (thrown) {
    if (!(thrown instanceof LoginRefused)) throw thrown;
    const renewed = await source.renewed?.(target);
    if (renewed === undefined || renewed === null) throw thrown;
    return { target: renewed, upstream: await connectUpstream(renewed, options) };
  }
}
