// SPDX-License-Identifier: Apache-2.0
//
// Wires `oidc-token` for its doors: the real host, and files that only this user can read. Refuses to write a token where others may look:
// into the workspace's artifacts, over somebody's link, or with any mode but 0600.
import { chmod, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { oidcToken, oidcTokenSpec, type OidcTokenDeps } from '../commands/oidc-token.js';
import type { RawInputs } from '../commands/verb.js';
import { GateError, messageOf } from '../core/errors.js';
import type { Host } from '../core/ports.js';
import { systemRuntime, type Runtime } from '../core/runtime.js';
import { refuseDangerousEnvironment } from '../host/environment.js';
import { parseArguments } from './arguments.js';
import { jobInputs } from './inputs.js';
import { boundedFile, readToken } from './subject-token.js';
import { runtimeTrusting } from './trusted-authority.js';
import { realHost } from './wire.js';

/** `ostiary oidc-token [FLAGS]`; under a CI product the inputs come from the job, flags on top. */
export async function oidcTokenVerb(argv: readonly string[]): Promise<number> {
  const host = realHost();
  const { inputs, words } = parseArguments(argv, oidcTokenSpec.inputs.filter((input) => input.face !== 'ci'));
  if (words.length > 0) throw new GateError('INPUT_INVALID', `\`${words[0] ?? ''}\` is not a flag of \`oidc-token\``, { hint: 'see `ostiary help`' });
  return oidcTokenFor({ ...(host.kind === 'shell' ? {} : jobInputs(oidcTokenSpec, host)), ...inputs }, host);
}

/** The CI faces: every input from the job. */
export function oidcTokenFromJob(host: Host): Promise<number> {
  return oidcTokenFor(jobInputs(oidcTokenSpec, host), host);
}

async function oidcTokenFor(raw: RawInputs, host: Host): Promise<number> {
  // Authorities and proxies that an earlier step chose would see the token before its verifier does.
  if (host.kind !== 'shell') refuseDangerousEnvironment(process.env, 'where the token goes');
  const deps: OidcTokenDeps = { host, runtime: systemRuntime, readToken, trusting, writePrivate };
  return oidcToken(raw, deps);
}

async function trusting(file: string): Promise<Runtime> {
  const ca = await boundedFile(file).catch((cause: unknown) => {
    throw new GateError('INPUT_INVALID', `the gateway's authority \`${file}\` can not be read: ${messageOf(cause)}`, { cause, hint: 'name a PEM file with the input `gateway-ca`' });
  });
  return runtimeTrusting(ca, systemRuntime);
}

// Written beside its place and moved there: a link that lies there is replaced, not followed, and nobody sees half a token.
async function writePrivate(file: string | null, text: string): Promise<string> {
  const path = file === null ? join(await freshFolder(), 'token') : resolve(file);
  const draft = join(dirname(path), `.${basename(path)}.${systemRuntime.random(8).toString('hex')}`);
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      // The umask takes bits away; it adds none, but it may take the owner's.
      await chmod(draft, 0o600);
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw new GateError('INPUT_INVALID', `the token can not be written to \`${path}\`: ${messageOf(cause)}`, { cause, hint: 'name a file in a folder that this user may write to with the input `file`' });
  }
  return path;
}

// GitHub empties it after the job; GitLab's project folder would be uploaded with the artifacts.
function freshFolder(): Promise<string> {
  const temp = process.env.RUNNER_TEMP;
  return mkdtemp(join(temp !== undefined && isAbsolute(temp) ? temp : tmpdir(), 'ostiary-token-'));
}
