// SPDX-License-Identifier: Apache-2.0
// Verifications of a job's token a second, beside bare `jose` with the same keys and tokens, in alternating rounds on one core. Compiles the
// two rooms that it needs into build/; prints Markdown. `node scripts/bench/verify.mjs measure` is the process that is held to one core.
import { transformFileSync } from '@swc/core';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ISSUER = 'https://token.actions.githubusercontent.com';
const OUT = resolve('build/bench-verify');
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Runs the measurement on one core and prints its table. */
export function verify() {
  rmSync(OUT, { recursive: true, force: true });
  for (const room of ['core', 'identity']) {
    mkdirSync(join(OUT, room), { recursive: true });
    for (const file of readdirSync(join('src', room)).filter((name) => name.endsWith('.ts'))) {
      const { code } = transformFileSync(join('src', room, file), { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } });
      writeFileSync(join(OUT, room, file.replace('.ts', '.js')), code);
    }
  }
  writeFileSync(join(OUT, 'package.json'), '{"type":"module"}');
  const pin = existsSync('/usr/bin/taskset') ? ['/usr/bin/taskset', '-c', '0'] : [];
  const [file, ...args] = [...pin, process.execPath, fileURLToPath(import.meta.url), 'measure'];
  const { status } = spawnSync(file, args, { stdio: 'inherit' });
  rmSync(OUT, { recursive: true, force: true });
  if (status !== 0) throw new Error(`the measurement of verifications ended with ${status}`);
}

async function measure() {
  const { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } = await import('jose');
  const load = (path) => import(pathToFileURL(join(OUT, path)).href);
  const [{ verifyToken }, { IssuerKeys }, { systemRuntime }] = await Promise.all([load('identity/verify.js'), load('identity/keys.js'), load('core/runtime.js')]);
  console.log('\nVerifications of a GitHub token a second, one after the other on one core, keys cached; in brackets the processor time (µs) of one\n');
  console.log('| algorithm | bare jose | ostiary | ratio | jose µs / ostiary µs |\n|---|---:|---:|---:|---:|');
  for (const alg of ['RS256', 'ES256', 'EdDSA']) {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const set = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg, use: 'sig' }] };
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      repository: 'acme/shop', repository_id: '812364', repository_owner: 'acme', repository_owner_id: '99', repository_visibility: 'private', actor: 'sam', actor_id: '7', event_name: 'push', ref: 'refs/heads/main', ref_type: 'branch', ref_protected: 'true',
      workflow: 'nightly', workflow_ref: 'acme/shop/.github/workflows/nightly.yml@refs/heads/main', workflow_sha: '5f0c2e1d9b8a7f6e5d4c3b2a190f8e7d6c5b4a39', job_workflow_ref: 'acme/shop/.github/workflows/nightly.yml@refs/heads/main',
      job_workflow_sha: '5f0c2e1d9b8a7f6e5d4c3b2a190f8e7d6c5b4a39', sha: '5f0c2e1d9b8a7f6e5d4c3b2a190f8e7d6c5b4a39', run_id: '4711', run_number: '12', run_attempt: '1', runner_environment: 'github-hosted', head_ref: '', base_ref: '', environment: 'production', enterprise: 'acme', enterprise_id: '5',
    };
    const tokens = await Promise.all(Array.from({ length: 200 }, (_, n) => new SignJWT({ ...claims, iss: ISSUER, aud: 'ostiary', sub: 'repo:acme/shop:ref:refs/heads/main', jti: `token-${n}`, iat: now, nbf: now - 5, exp: now + 3600 }).setProtectedHeader({ alg, kid: 'k', typ: 'JWT' }).sign(privateKey)));
    const runtime = { ...systemRuntime, fetch: async (url) => Response.json(url.endsWith('/keys') ? set : { issuer: ISSUER, jwks_uri: `${ISSUER}/keys` }) };
    const options = { issuers: [{ kind: 'github', issuer: ISSUER }], audience: 'ostiary', runtime, keys: new IssuerKeys(runtime) };
    const local = createLocalJWKSet(set);
    const bare = (token) => jwtVerify(token, local, { issuer: ISSUER, audience: 'ostiary' });
    const ours = (token) => verifyToken(token, options);
    const speed = async (run, seconds) => {
      const from = performance.now();
      const spent = process.cpuUsage();
      let done = 0;
      for (; performance.now() - from < seconds * 1000; done += 1) await run(tokens[done % tokens.length]);
      const { user, system } = process.cpuUsage(spent);
      return { rate: done / ((performance.now() - from) / 1000), cost: (user + system) / done };
    };
    await speed(bare, 1);
    await speed(ours, 1);
    const seen = { bare: [], ours: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      seen.bare.push(await speed(bare, SECONDS / 2));
      seen.ours.push(await speed(ours, SECONDS / 2));
    }
    const rate = (name) => median(seen[name].map((one) => one.rate));
    const cost = (name) => median(seen[name].map((one) => one.cost));
    const cell = (name) => `${Math.round(rate(name)).toLocaleString('en')} (${cost(name).toFixed(0)})`;
    console.log(`| ${alg} | ${cell('bare')} | ${cell('ours')} | **${(rate('ours') / rate('bare')).toFixed(2)}** | ${(cost('bare') / cost('ours')).toFixed(2)} |`);
  }
}

if (process.argv[2] === 'measure') await measure();
