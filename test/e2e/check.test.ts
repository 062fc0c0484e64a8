// SPDX-License-Identifier: Apache-2.0
//
// `ostiary policy-check` in a plain repository, as a person at a shell runs it: every format, the policy of the base, previews, a policy that only
// observes, and the first mistakes.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { CLI, cleanUp, scratch, spawned } from '../support/guarded.js';
import { git, makeOrigin, type Files, type Origin } from '../support/origin.js';
import { isGitLabCodeQuality, isSarif, isXml } from '../support/report-formats.js';

const POLICY = `version: 1
extends: [ostiary:postgres, ostiary:shell, ostiary:code]
default: deny
identities: { me: { local: true } }
resources: { shop: { type: postgres, environment: production, url: "postgres://app@db.internal/shop" } }
changes: [ { paths: ["db/*.sql"], tool: dbmate, resource: shop } ]
detectors: { shop-key: { pattern: "shop_[0-9]{12}" } }
rules:
  - { id: data, match: { effect: [read, write], object: "public.*" }, decide: allow }
  - { id: notes, match: { resource: repository, paths: ["db/**", "docs/**"] }, decide: allow }
`;
const CHANGE: Files = { 'db/2.sql': '-- migrate:up\nUPDATE orders SET id = 1 WHERE id = 2;\nALTER TABLE orders ADD note text;\nDROP TABLE orders;\n-- migrate:down\n', 'docs/a.md': 'x\n' };
let origin: Origin;
let first: string;
let branches = 0;
/** Nobody changes it: a check leaves nothing behind. */
let shared: string;

beforeAll(() => {
  origin = makeOrigin(scratch());
  first = origin.commit('main', { '.ostiary/policy.yml': POLICY, 'db/1.sql': '-- migrate:up\nCREATE TABLE orders (id int);\n-- migrate:down\n' });
  shared = cloneOf(CHANGE);
});
afterAll(cleanUp);

interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly folder: string;
}

/** A fresh clone of a branch that holds a change. */
function cloneOf(files: Files): string {
  branches += 1;
  const commit = origin.commit(`work/${branches}`, files, first);
  const folder = mkdtempSync(join(scratch(), 'clone-'));
  origin.checkOut(folder, commit, { depth: 0 });
  git(folder, 'remote', 'set-head', 'origin', 'main');
  return folder;
}

/** Runs it in a clone; in the one that all share, unless told. */
async function check(args: readonly string[] = [], folder = shared): Promise<Result> {
  return { ...(await spawned(process.execPath, [CLI, 'policy-check', ...args], { environment: { PATH: process.env.PATH, HOME: folder }, cwd: folder })), folder };
}

describe('ostiary policy-check', () => {
  it('shows a compact list, findings first, and leaves nothing behind', async () => {
    const { code, stdout, stderr, folder } = await check();
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout.replace(/[0-9a-f]{12,16}/gu, 'ID')).toBe(`deny    db/2.sql:4  DROP TABLE on shop  ostiary:postgres/no-drop
        DROP TABLE orders
        a rollback can't bring the data back; rename what is no longer needed; if this is an UPDATE or DELETE, its WHERE is missing or always true, so name the rows
        drop-table: \`public.orders\` and what is in it is lost, also for programs that still ask for it
        missing-lock-timeout: it may wait for \`public.orders\` without an end, and whoever comes later waits behind it
        missing-statement-timeout: it may take, or wait for \`public.orders\`, however long
        -> do it another way, or ask the people who keep the policy

review  db/2.sql:3  ALTER TABLE on shop  ostiary:postgres/schema-review
        ALTER TABLE orders ADD note text
        a schema change locks tables and outlives the job; propose it as a migration for people to review
        missing-lock-timeout: it may wait for \`public.orders\` without an end, and whoever comes later waits behind it
        missing-statement-timeout: it may take, or wait for \`public.orders\`, however long
        -> a person has to approve exactly this operation in a review of its pull or merge request

deny: 2 files, 6 operations: 1 denied, 1 needing review, 4 allowed
names were completed without a catalog; the gate, which has one, decides
policy .ostiary/policy.yml@ID · change set ID
`);
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });

  it('finds what the policy itself says a secret looks like', async () => {
    const { code, stdout } = await check([], cloneOf({ 'docs/b.md': 'use shop_123456789012 here\n' }));
    expect([code, stdout]).toEqual([1, expect.stringContaining('it looks like a secret (shop-key)')]);
    expect(stdout).not.toContain('shop_123456789012');
  });

  it('writes every format, each as its readers demand, and prints the one that was asked for and nothing else', async () => {
    const out = mkdtempSync(join(scratch(), 'out-'));
    const [{ code, stdout, stderr }, printed] = await Promise.all([check(['--format=json', '--report-dir', out]), check(['--format', 'junit'])]);
    const kept = readdirSync(out).sort();
    expect([code, stderr, kept]).toEqual([1, '', ['codequality.json', 'junit.xml', 'policy-check.json', 'policy-check.md', 'policy-check.sarif']]);
    const text = (name: string): string => readFileSync(join(out, name), 'utf8');
    const fits = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('docs/schema/check-v1.json', 'utf8')) as object);
    expect([fits(JSON.parse(text('policy-check.json'))), fits.errors]).toEqual([true, null]);
    expect([isSarif(text('policy-check.sarif')), isGitLabCodeQuality(text('codequality.json')), isXml(text('junit.xml'))]).toEqual([null, null, null]);
    expect(text('policy-check.md')).toContain('### Ostiary policy check:');
    expect([stdout, printed.stdout, printed.stderr]).toEqual([text('policy-check.json'), text('junit.xml'), '']);
  });

  it('judges by the policy of the base, and by that of the work tree only when it is asked to, saying so', async () => {
    const files = { ...CHANGE, '.ostiary/policy.yml': `version: 1\nresources: { shop: { type: postgres, url: "postgres://app@db.internal/shop" } }\nchanges: [ { paths: ["db/*.sql"], tool: dbmate, resource: shop } ]\nrules: [ { id: all, match: {}, decide: allow } ]\n` };
    const folder = cloneOf(files);
    const [own, previewed] = await Promise.all([check([], folder), check(['--preview'], folder)]);
    expect([own.code, own.stdout]).toEqual([1, expect.stringMatching(/deny +db\/2\.sql:4[\s\S]*review +\.ostiary\/policy\.yml:2/u)]);
    expect([previewed.code, previewed.stdout]).toEqual([3, expect.stringMatching(/^preview: .*`\.ostiary\/policy\.yml` of the work tree, which decides nothing/u)]);
    expect(previewed.stdout).not.toContain('DROP TABLE orders');
  });

  it('passes what a policy only observes, loudly and with a count', async () => {
    const observing = `${POLICY}mode: observe\nuntil: 2099-12-31\n`;
    const file = join(mkdtempSync(join(scratch(), 'policy-')), 'observing.yml');
    writeFileSync(file, observing);
    const { code, stdout } = await check(['--preview', '--policy', file]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/the policy only observes until 2099-12-31: 2 operations would have been refused[\s\S]*would review +db\/2\.sql:3[\s\S]*would deny +db\/2\.sql:4[\s\S]*allow: 2 files/u)]);
  });

  it('says which rules of the policy have no say', async () => {
    const file = join(mkdtempSync(join(scratch(), 'policy-')), 'odd.yml');
    writeFileSync(file, 'version: 1\nrules:\n  - { id: a, match: { effect: destroy }, decide: allow }\n  - { id: b, match: {}, decide: deny }\n');
    const { stderr } = await check(['--preview', '--policy', file]);
    expect(stderr).toMatch(/^ostiary: warning: .*odd\.yml:3: rule `a` never decides anything: `b` denies all that it is about; take one of them out/u);
  });

  it('gives lines no width in a terminal that has none', async () => {
    const { stdout } = await spawned('script', ['-qec', `${process.execPath} ${CLI} policy-check`, '/dev/null'], { environment: { PATH: process.env.PATH, HOME: shared, NO_COLOR: '1' }, cwd: shared });
    expect(stdout).toContain("a rollback can't bring the data back; rename what is no longer needed; if this is an UPDATE or DELETE, its WHERE is missing or always true, so name the rows");
  });

  it('compares what it is told to', async () => {
    const { code, stdout } = await check(['--base', 'HEAD', '--head', 'HEAD']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^allow: 0 files, 0 operations/u)]);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['a commit that is not there', ['--base', 'nowhere'], /^ostiary: there is no commit `nowhere` here: fetch it first, or name another/u],
    ['a policy without --preview', ['--policy', 'x.yml'], /`--policy` names a file of the work tree.*: add `--preview`/u],
    ['a preview of nothing', ['--preview', '--policy', 'x.yml'], /the policy `x\.yml` can not be read: .*: did you mean `\.ostiary\/policy\.yml`\?\n$/u],
    ['an identity that the policy does not have', ['--principal', 'you'], /no identity `you`: it has: me/u],
    ['a flag that is none', ['--formt', 'json'], /`--formt` is not a flag.*: did you mean `--format`/u],
    ['a word that is no flag', ['main'], /`main` is not a flag of `policy-check`: name the commits with `--base` and `--head`/u],
    ['a folder that is a file', ['--report-dir', '/dev/null/x'], /the reports can not be written to `\/dev\/null\/x`: .*: name a folder with `report-dir`/u],
  ])('says what to do about %s', async (_name, args, message) => {
    const { code, stdout, stderr, folder } = await check(args);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)]);
    expect(stderr).not.toMatch(/^\s+at /mu);
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });

  it('says what to do where origin has no default branch', async () => {
    const folder = cloneOf({ 'docs/a.md': 'x\n' });
    git(folder, 'remote', 'set-head', 'origin', '--delete');
    const { code, stderr } = await check([], folder);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/there is no commit `origin\/HEAD` here: .*`--base main`/u)]);
  });

  it('is proposed by init from any folder, for the top of the repository and its branch, before there is a commit', async () => {
    const folder = mkdtempSync(join(scratch(), 'new-'));
    git(folder, 'init', '-q', '-b', 'trunk');
    git(folder, 'remote', 'add', 'origin', 'https://gitlab.example.com/acme/shop.git');
    mkdirSync(join(folder, 'services', 'web', 'migrations'), { recursive: true });
    writeFileSync(join(folder, 'services', 'web', 'migrations', '1.sql'), 'CREATE TABLE a (id int);\n');
    const { code, stdout, stderr } = await spawned(process.execPath, [CLI, 'init'], { environment: { PATH: process.env.PATH, HOME: folder }, cwd: join(folder, 'services', 'web') });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^in \/.*\/new-\w+, the top of this repository:\nfound SQL migrations in `services\/web\/migrations\/\*\.sql`\n[\s\S]*commit all of it to `trunk` and protect that branch[\s\S]*policy-check --base trunk`/u);
    expect(git(folder, 'status', '--porcelain', '-uall').split('\n').map((line) => line.slice(3)).sort()).toEqual(['.gitlab/ostiary.yml', '.ostiary/policy.test.yml', '.ostiary/policy.yml', 'services/web/migrations/1.sql']);
    const again = await spawned(process.execPath, [CLI, 'init'], { environment: { PATH: process.env.PATH, HOME: folder }, cwd: folder });
    expect([again.code, again.stdout]).toEqual([0, expect.stringMatching(/left as it is {2}\.ostiary\/policy\.yml\n[\s\S]*\n\nnothing was written, since all of it is there already; move a file away to have it proposed anew\n$/u)]);
    renameSync(join(folder, '.ostiary', 'policy.yml'), join(folder, '.ostiary', 'policy.yaml'));
    const meant = await spawned(process.execPath, [CLI, 'init'], { environment: { PATH: process.env.PATH, HOME: folder }, cwd: folder });
    expect([meant.code, meant.stderr]).toEqual([2, 'ostiary: there is a policy already, under a name that nothing reads: there is `.ostiary/policy.yaml`: it has to be `.ostiary/policy.yml`, exactly so\n']);
  });

  it('is proposed by init past a folder that nobody lets it read', async () => {
    const folder = mkdtempSync('/tmp/ostiary-closed-');
    mkdirSync(join(folder, 'migrations'));
    writeFileSync(join(folder, 'migrations', '1.sql'), 'CREATE TABLE a (id int);\n');
    mkdirSync(join(folder, 'volume'), { mode: 0o000 });
    // Root reads everything.
    const [program, before] = process.getuid?.() === 0 ? ['setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath]] as const : [process.execPath, []] as const;
    for (const path of [folder, join(folder, 'migrations')]) chmodSync(path, 0o777);
    const { code, stdout, stderr } = await spawned(program, [...before, CLI, 'init'], { environment: { PATH: process.env.PATH, HOME: folder }, cwd: folder });
    rmSync(folder, { recursive: true, force: true });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^found SQL migrations in `migrations\/\*\.sql`\nnot looked into, since it can not be read: volume\nwrote /u);
  });

  it('says what to do where there is no repository', async () => {
    const { code, stderr } = await spawned(process.execPath, [CLI, 'policy-check'], { environment: { PATH: process.env.PATH, HOME: '/', GIT_CEILING_DIRECTORIES: '/' }, cwd: '/' });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^ostiary: `\/` is not in a git repository(?:: .*)?\n$/u)]);
  });
});

describe('ostiary doctor', () => {
  const AGENT = 'on: push\njobs:\n  fix:\n    runs-on: ubuntu-24.04\n    permissions: { id-token: write, contents: read }\n    steps:\n      - run: claude -p "fix the build"\n';

  it('says in a repository what is unsafe, each with its fix: for people, as JSON and as SARIF', async () => {
    const folder = cloneOf({ '.github/workflows/fix.yml': AGENT });
    const asked = (...args: readonly string[]) => spawned(process.execPath, [CLI, 'doctor', ...args], { environment: { PATH: process.env.PATH, HOME: folder }, cwd: folder });
    const text = await asked();
    expect([text.code, text.stderr]).toEqual([1, '']);
    expect(text.stdout).toMatch(/^\.github\/workflows\/fix\.yml:5: the agent of job `fix` \(line 7\) can get OIDC tokens for every audience \(agent-id-token\)\n {2}fix: /mu);
    const [json, sarif] = [await asked('--format', 'json'), await asked('--format', 'sarif')];
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('docs/schema/doctor-v1.json', 'utf8')) as object);
    expect([json.code, validate(JSON.parse(json.stdout)), validate.errors]).toEqual([1, true, null]);
    expect([sarif.code, isSarif(sarif.stdout), sarif.stdout.includes('agent-id-token')]).toEqual([1, null, true]);
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });

  it('ends with 2 for a format that it does not have', async () => {
    const { code, stderr } = await spawned(process.execPath, [CLI, 'doctor', '--format', 'xml'], { environment: { PATH: process.env.PATH, HOME: shared }, cwd: shared });
    expect([code, stderr]).toEqual([2, expect.stringContaining('it takes one of: text, json, sarif')]);
  });
});
