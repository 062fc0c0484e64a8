// SPDX-License-Identifier: Apache-2.0
import { load } from 'js-yaml';
import { proposeFiles, type RepositoryView } from '../../../src/commands/init.js';
import { lintPolicy } from '../../../src/policy/load.js';
import { readCases } from '../../../src/policy/cases.js';
import { NOON } from '../../support/judging.js';

const view = (files: Readonly<Record<string, string>>, remote: string | null = 'git@github.com:acme/shop.git'): RepositoryView => ({ paths: Object.keys(files).sort(), head: (path) => files[path] ?? '', remote, defaultBranch: 'main' });
const propose = (files: Readonly<Record<string, string>>, remote?: string | null) => proposeFiles(view(files, remote), { until: '2026-12-24', version: '0.1.0' });
const fileOf = (files: Readonly<Record<string, string>>, path: string, remote?: string | null) => propose(files, remote).files.find((file) => file.path === path)?.text ?? '';
const changesOf = (files: Readonly<Record<string, string>>) => (load(fileOf(files, '.ostiary/policy.yml')) as { changes?: { paths: string[]; tool?: string; as?: string }[] }).changes?.map(({ paths, tool, as }) => `${paths.join(' ')} ${tool ?? as ?? ''}`) ?? [];

describe('proposeFiles', () => {
  it.each([
    ['nothing', { 'README.md': '' }, []],
    ['dbmate', { 'db/migrations/1_a.sql': '-- migrate:up\nselect 1;' }, ['db/migrations/*.sql dbmate']],
    ['goose', { 'migrations/1.sql': '-- +goose Up' }, ['migrations/*.sql goose']],
    ['Flyway', { 'sql/V1__a.sql': '', 'sql/V2__b.sql': '' }, ['sql/*.sql flyway']],
    ['golang-migrate', { 'm/1_a.up.sql': '', 'm/1_a.down.sql': '' }, ['m/*.sql golang-migrate']],
    ['Prisma', { 'apps/a/prisma/migrations/2026_x/migration.sql': '' }, ['apps/a/prisma/migrations/**/*.sql prisma']],
    ['Drizzle', { 'drizzle/0000_a.sql': 'create table a();\n--> statement-breakpoint' }, ['drizzle/*.sql drizzle']],
    ['Rails', { 'db/structure.sql': '' }, ['db/structure.sql rails']],
    ['plain SQL', { 'migrations/1.sql': 'select 1' }, ['migrations/*.sql psql']],
    ['Kubernetes at the top', { 'web.yml': 'apiVersion: v1\nkind: Service\n' }, ['web.yml kubernetes']],
    ['Kubernetes', { 'k8s/web.yaml': 'apiVersion: v1\nkind: Service\n', 'docs/x.yaml': 'a: 1' }, ['k8s/**/*.yaml k8s/**/*.yml k8s/**/*.json kubernetes']],
    ['Terraform', { 'infra/main.tf': '' }, ['**/*.tfplan.json terraform']],
  ])('finds %s, and proposes a policy without a complaint', async (_name, files, expected) => {
    expect(changesOf(files)).toEqual(expected);
    expect(await lintPolicy({ text: fileOf(files, '.ostiary/policy.yml'), file: 'p' }, { now: NOON })).toEqual([]);
  });

  it('tells of migrations that are programs', () => {
    expect(propose({ 'db/migrate/2026_x.rb': '' }).found).toEqual(['Rails migrations in `db/migrate/`, which say what they do only when they run']);
    expect(propose({ 'db/migrate/2026_x.rb': '' }).next).toEqual(expect.arrayContaining([expect.stringMatching(/^put the real addresses under `resources` of \.ostiary\/policy\.yml$/u), expect.stringContaining('`ostiary plan` captures it')]));
    expect(propose({}).next[0]).toMatch(/^put the real addresses .*, and say under `changes` which files change production$/u);
  });

  it.each([['github', 'https://github.com/acme/shop'], ['gitlab', 'https://gitlab.com/acme/shop']])('shows how a job of %s is named, in comments that are right when they are taken out', async (forge, remote) => {
    const text = fileOf({}, '.ostiary/policy.yml', remote).replace(/^# (?=approvers:|identities:|changes:)/gmu, '').replace(/^#(?=   (?:nightly:|- \{ paths))/gmu, '');
    expect(Object.keys((load(text) as { identities: { nightly: object } }).identities.nightly)).toEqual([forge]);
    expect(await lintPolicy({ text, file: 'p' }, { now: NOON })).toEqual([]);
  });

  it('only observes, until a day', () => {
    expect(fileOf({}, '.ostiary/policy.yml')).toMatch(/mode: observe\nuntil: 2026-12-24/);
  });

  it('has tests that can be read', () => {
    expect(readCases({ text: fileOf({}, '.ostiary/policy.test.yml'), file: 't' }).cases).toHaveLength(1);
  });

  it('writes no tests of a policy that it does not write, and says of that one nothing', () => {
    const { files, next } = propose({ '.ostiary/policy.yml': 'version: 1' });
    expect(files.map(({ path }) => path)).toEqual(['.ostiary/policy.yml', '.github/workflows/ostiary.yml']);
    expect([next[0], next.filter((step) => /production-db|policy\.test|mode: observe/u.test(step))]).toEqual(['ask your policy: `ostiary policy explain "DROP TABLE orders"`', []]);
  });

  it('proposes the job of the forge that the repository is on', () => {
    expect(load(fileOf({}, '.github/workflows/ostiary.yml'))).toMatchObject({ permissions: { contents: 'read' } });
    expect(propose({ '.gitlab-ci.yml': '' }, 'https://git.example.com/acme/shop.git').files.map(({ path }) => path)).toContain('.gitlab/ostiary.yml');
    expect(load(fileOf({}, '.gitlab/ostiary.yml', 'https://gitlab.com/acme/shop.git'))).toMatchObject({ include: [{ remote: expect.stringContaining('policy-check.yml') }] });
  });
});
