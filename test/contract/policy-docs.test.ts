// SPDX-License-Identifier: Apache-2.0
//
// docs/policy.md and docs/vault.md: every example loads without a word of complaint, and every key of the schema has its place on the page.
import { readdirSync, readFileSync } from 'node:fs';
import { policySchema } from '../../src/policy/schema.js';
import type { Schema } from '../../src/policy/schema-words.js';
import { complaints } from '../support/judging.js';

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
