// SPDX-License-Identifier: Apache-2.0
//
// docs/policy.md and docs/vault.md: every example loads without a word of complaint, and every key of the schema has its place on the page.
import { readdirSync, readFileSync } from 'node:fs';
import { dump, load } from 'js-yaml';
import { loadGateway } from '../../src/policy/gateway.js';
import { policySchema } from '../../src/policy/schema.js';
import type { Schema } from '../../src/policy/schema-words.js';
import { complaints, NOON } from '../support/judging.js';

const page = ['docs/policy.md', 'docs/vault.md'].map((file) => readFileSync(file, 'utf8')).join('\n');
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] as string);
const REFERENCE = 'github:acme/policies/database.yml@0123456789abcdef0123456789abcdef01234567';
const FRAMES: Readonly<Record<string, string>> = {
  version: 'version: 1\n',
  resources: 'resources: { orders-db: { type: postgres, environment: production, url: "postgres://u@orders.internal/orders" } }\n',
};

// An example that is only a part gets the sections that it leaves out.
function whole(example: string): string {
  return Object.entries(FRAMES).map(([key, frame]) => (new RegExp(`^${key}:`, 'm').test(example) ? '' : frame)).join('') + example;
}

describe('docs/policy.md', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(7);
  });

  it.each(examples.map((example) => [example.split('\n')[0], example]))('%s', async (_first, example) => {
    const found = example.startsWith('pack:')
      ? await complaints(`version: 1\nextends: ["${REFERENCE}"]`, { fetchPack: async () => example })
      : await complaints(whole(example));
    expect(found).toEqual([]);
  });

  it('names every rule that is built in', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(`src/${file}`, 'utf8'));
    const ids = new Set(sources.flatMap((text) => [...text.matchAll(/builtin:([a-z-]+)/gu)].map(([, id]) => id as string)));
    expect(ids.size).toBeGreaterThan(10);
    const told = page.slice(page.indexOf('Decisions name the rules'), page.indexOf('\n## Keys'));
    expect([...ids].filter((id) => !told.includes(`\`${id}\``))).toEqual([]);
  });

  it('explains every key', () => {
    const keysOf = (schema: Schema | undefined) => Object.keys(schema?.properties ?? {});
    const defs = policySchema.$defs ?? {};
    const keys = [...keysOf(policySchema), ...['rule', 'match', 'resource', 'github', 'gitlab', 'saml', 'identity', 'change', 'approvers', 'vault'].flatMap((name) => keysOf(defs[name]))];
    expect([...new Set(keys)].filter((key) => !new RegExp(`[\`{ ]${key}[\`:, ]`).test(page))).toEqual([]);
  });
});

describe('the other documents', () => {
  const blocksOf = (file: string): string[] => [...readFileSync(file, 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```/gmu)].map(([, block = '']) => block);
  const keysOf = (block: string): string[] => {
    const value = load(block);
    return typeof value !== 'object' || value === null || Array.isArray(value) ? [] : Object.keys(value);
  };
  const pages = ['README.md', ...readdirSync('docs').filter((name) => name.endsWith('.md') && !['policy.md', 'vault.md'].includes(name)).map((name) => `docs/${name}`), 'gitlab/README.md'];
  const blocks = pages.flatMap((page) => blocksOf(page).map((block) => [page, block.split('\n')[0] ?? '', block] as const));
  // Jobs are looked at by platform-files.test.ts.
  const isOurs = (block: string): boolean => keysOf(block).length > 0 && keysOf(block).every((key) => !['on', 'jobs', 'steps', 'permissions', 'include'].includes(key));
  const isOperators = (page: string, block: string): boolean => page === 'docs/gateway.md' || keysOf(block).some((key) => ['issuers', 'forges'].includes(key));
  // What a part of a file leans on, and leaves to its reader.
  const around = (block: string): string => {
    const given: Readonly<Record<string, string>> = {
      identities: 'identities: { on-call: { github: { repository_id: 812364, workflow: on-call.yml, event: workflow_dispatch } } }\n',
      vaults: 'vaults: { main: { type: vault, address: "https://vault.internal:8200", role: ostiary } }\n',
    };
    return Object.entries(given).map(([key, text]) => (keysOf(block).includes(key) ? '' : text)).join('');
  };
  const policies = blocks.filter(([page, , block]) => isOurs(block) && !isOperators(page, block));
  const operators = blocks.filter(([page, , block]) => isOurs(block) && isOperators(page, block));

  it('show policies and operators\' files', () => {
    expect([policies.length, operators.length]).toEqual([6, 5]);
  });

  it.each(policies)('%s: %s is a policy', async (_page, _first, block) => {
    expect(await complaints(`${keysOf(block).includes('version') ? '' : 'version: 1\n'}${keysOf(block).includes('version') ? '' : around(block)}${block}`)).toEqual([]);
  });

  it.each(operators)('%s: %s is a part of an operator\'s file', async (_page, _first, block) => {
    const own = load(block) as Record<string, unknown>;
    const { identities, ...file } = load(readFileSync('deploy/gateway.yml', 'utf8')) as Record<string, unknown>;
    const text = dump({ own_token: '/run/secrets/own', ...load(around(block)) as object, ...file, ...own, identities: { ...identities as object, ...(load(around(block)) as { identities?: object }).identities, ...own['identities'] as object } });
    const { policy } = await loadGateway({ text, file: 'gateway.yml' }, { now: NOON });
    expect(policy.warnings).toEqual([]);
  });

  it.each(['github-merge-to-execute', 'github-resume-on-review', 'gitlab'])('examples/%s has a policy that can be used', async (folder) => {
    // Whoever copies it is told what to be careful about, and only that.
    const found = await complaints(readFileSync(`examples/${folder}/.ostiary/policy.yml`, 'utf8'));
    expect(found.filter((line) => !/warning `identities\.\w+` is satisfied by runs for `workflow_run`/u.test(line))).toEqual([]);
  });
});
