export const id = 6600;
export const ids = [6600];
export const modules = {

/***/ 96713:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ manual),
/* harmony export */   y: () => (/* binding */ HOME)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Where a message sends people who want to read more: whoever meets it in a job, a package or an image has no `docs/` at hand.
const HOME = 'https://github.com/ostiary/ostiary';
/** Address of a page of this repository: `docs/vault.md`, `SECURITY.md`. */
function manual(page) {
    return `${HOME}/blob/main/${page}`;
}


/***/ }),

/***/ 1864:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ checkPath),
/* harmony export */   MJ: () => (/* binding */ policyText),
/* harmony export */   TZ: () => (/* binding */ forgeFailed),
/* harmony export */   cE: () => (/* binding */ renameHint),
/* harmony export */   g$: () => (/* binding */ tooLarge),
/* harmony export */   ij: () => (/* binding */ checkId),
/* harmony export */   mk: () => (/* binding */ MAX_POLICY_BYTES),
/* harmony export */   wu: () => (/* binding */ meantAsPolicy)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// What both forges have to say alike of a policy file: its size, its text, the sentences of their errors. Refuses what is not UTF-8, and
// paths that could mean another file.

/** A policy is text that people review; a larger file is something else. */
const MAX_POLICY_BYTES = 512 * 1024;
/** `hint` is the next step: a setting, a permission, a line of the workflow. */
function forgeFailed(message, hint, cause) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('FORGE_FAILED', message, { hint, cause });
}
/** The bytes as text; throws FORGE_FAILED when they are no text or too many. */
function policyText(bytes, path) {
    if (bytes.byteLength > MAX_POLICY_BYTES)
        throw tooLarge(path);
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    }
    catch (cause) {
        throw forgeFailed(`\`${path}\` is not UTF-8 text`, 'save it as UTF-8', cause);
    }
}
/** The error for a policy file beyond what is read of one. */
function tooLarge(path) {
    return forgeFailed(`\`${path}\` is larger than ${MAX_POLICY_BYTES} bytes`, 'move what several repositories share into a pack (`extends:`)');
}
/** What people call a policy that is not where it is looked for: another ending, another case, another folder, no folder at all. */
const MEANT = [
    // Hits `.ostiary/policy.yaml`, `.Ostiary/Policy.yml`, `ostiary/policies.yml`, `app/.ostiary/policy.yml`; misses `.ostiary/policy.test.yml`.
    /(?:^|\/)\.?ostiary\/polic(?:y|ies)(?:\.ya?ml|\.json|\.txt)?$/iu,
    // Hits `.ostiary.yml`, `.github/ostiary.yaml`.
    /(?:^|\/)\.?ostiary\.ya?ml$/iu,
    // Hits `policy.yml`, `.github/policy.yml`; misses `charts/policy.yml`, which is somebody else's.
    /^(?:\.github\/|\.gitlab\/)?policy\.ya?ml$/iu,
];
const MAX_MEANT = 2;
/** Of the files that are there, those that somebody may have meant as the policy, the likeliest first. */
function meantAsPolicy(path, present) {
    const ranked = present.map((candidate) => ({ candidate, rank: MEANT.findIndex((pattern) => pattern.test(candidate)) })).filter(({ candidate, rank }) => rank !== -1 && candidate !== path);
    return ranked.sort((a, b) => a.rank - b.rank || a.candidate.length - b.candidate.length).slice(0, MAX_MEANT).map(({ candidate }) => candidate);
}
/** The next step for who meant one of these files; null: nothing like it is there. */
function renameHint(path, present) {
    const meant = meantAsPolicy(path, present);
    return meant.length === 0 ? null : `there is ${meant.map((one) => `\`${printable(one)}\``).join(' and ')}: it has to be \`${path}\`, exactly so`;
}
// Names of files are anybody's text; a message is one line.
function printable(path) {
    return path.replace(/[\p{Cc}\p{Cf}`]/gu, '?').slice(0, 200);
}
/** Throws INPUT_INVALID unless it is a plain relative path, `.ostiary/policy.yml`. */
function checkPath(path) {
    const plain = /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/u.test(path) && !path.split('/').some((part) => part === '.' || part === '..');
    if (!plain)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `\`${path}\` is not a plain path inside a repository`, { hint: 'for example `.ostiary/policy.yml`' });
}
/** Throws IDENTITY_UNTRUSTED unless it is a numeric id, as verified tokens hold them. */
function checkId(repositoryId) {
    if (/^[1-9][0-9]{0,18}$/u.test(repositoryId))
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('IDENTITY_UNTRUSTED', 'the verified token names no repository by a numeric id', { hint: 'only tokens of a CI job do; there is no policy to read for others' });
}


/***/ }),

/***/ 7681:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ parseArguments)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66661);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Command-line words to raw inputs. Refuses flags that a verb does not declare, naming the nearest one.



/** Parses; throws INPUT_INVALID. */
function parseArguments(argv, flags) {
    const cut = argv.indexOf('--');
    const own = cut === -1 ? [...argv] : argv.slice(0, cut);
    const rest = cut === -1 ? [] : argv.slice(cut + 1);
    const unknown = own.find((word) => word.startsWith('-') && word !== '-' && !flags.some((flag) => word === `--${flag.name}` || word.startsWith(`--${flag.name}=`)));
    if (unknown !== undefined) {
        const name = unknown.replace(/^-+/, '').split('=')[0] ?? '';
        const near = (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_2__.nearest)(name, flags.map((flag) => flag.name));
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `\`${unknown}\` is not a flag of this command`, { hint: near === null ? 'see `ostiary help`' : `did you mean \`--${near}\`?` });
    }
    const options = Object.fromEntries(flags.map((flag) => [flag.name, { type: flag.kind === 'flag' ? 'boolean' : 'string', multiple: flag.kind === 'list' }]));
    try {
        const parsed = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: own, options, allowPositionals: true, strict: true });
        return { inputs: parsed.values, words: parsed.positionals, rest };
    }
    catch (thrown) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', thrown instanceof Error ? lowerFirst(thrown.message.split('. ')[0] ?? '') : String(thrown), { hint: 'see `ostiary help`' });
    }
}
function lowerFirst(text) {
    return text.slice(0, 1).toLowerCase() + text.slice(1);
}


/***/ }),

/***/ 6600:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initVerb: () => (/* binding */ initVerb)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/documentation-links.js
var documentation_links = __webpack_require__(96713);
;// CONCATENATED MODULE: ./lib/commands/init.js
// SPDX-License-Identifier: Apache-2.0
//
// `init`: looks at a repository and proposes a policy and a job that checks changes by it, in observe mode, each line explained. Pure: files
// in, files out. Refuses to enforce anything by itself, and to guess what it can't see (ids, addresses): those are left to fill in, and said.

const POLICY = '.ostiary/policy.yml';
const SHA = '08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0';
/** Proposes files. `until`: the last day of observing, `2027-03-01`. `version`: of Ostiary. */
function proposeFiles(view, { until, version }) {
    const found = [...migrations(view), ...manifests(view), ...terraform(view)];
    const unread = programs(view);
    const own = view.paths.includes(POLICY);
    const gitlab = /gitlab/u.test(view.remote ?? '') || (view.paths.includes('.gitlab-ci.yml') && !/github/u.test(view.remote ?? ''));
    const job = gitlab ? gitlabJob(version) : githubJob(view.defaultBranch);
    return {
        // The tests are about the resource of the proposed policy: beside one of somebody's own they would fail.
        files: [{ path: POLICY, text: policyText({ found, unread, until, gitlab }) }, ...(own ? [] : [{ path: '.ostiary/policy.test.yml', text: testsText() }]), job],
        found: [...found.map(({ what, paths }) => `${what} in ${paths.map((path) => `\`${path}\``).join(', ')}`), ...unread.map(({ what, path }) => `${what} in \`${path}\`, which say what they do only when they run`)],
        next: [
            ...(own ? [] : [`put the real addresses under \`resources\` of .ostiary/policy.yml${found.length > 0 || unread.length > 0 ? '' : ', and say under `changes` which files change production'}`]),
            own ? 'ask your policy: `ostiary policy explain "DROP TABLE orders"`' : 'ask it: `ostiary policy explain --resource production-db "DROP TABLE orders"`; `ostiary policy test` runs .ostiary/policy.test.yml',
            `commit all of it to \`${view.defaultBranch}\` and protect that branch: the policy counts from there only`,
            `see what a change would do, on a branch with one committed: \`ostiary policy-check --base ${view.defaultBranch}\``,
            ...(unread.length > 0 ? ['have a person see what migrations that are programs do, before they are merged: `ostiary plan` captures it on a scratch database'] : []),
            ...(gitlab ? ['pin the address in .gitlab/ostiary.yml to a full commit SHA, give it a `stage` that you have, and include it: `include: { local: .gitlab/ostiary.yml }` in your .gitlab-ci.yml'] : ['pin the action in .github/workflows/ostiary.yml to a full commit SHA']),
            ...(own ? [] : [`look at what would have been refused, tighten or loosen, and take \`mode: observe\` out before ${until}`]),
        ],
    };
}
function migrations(view) {
    const found = new Map();
    const add = (what, tool, paths) => {
        if (!found.has(paths))
            found.set(paths, { what, paths: [paths], reads: `tool: ${tool}`, resource: 'production-db', pack: 'ostiary:migrations' });
    };
    for (const path of view.paths) {
        const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
        const name = path.slice(path.lastIndexOf('/') + 1);
        const here = (pattern) => (folder === '' ? pattern : `${folder}/${pattern}`);
        if (name === 'migration.sql' && /(^|\/)prisma\/migrations\//u.test(path))
            add('Prisma migrations', 'prisma', `${path.slice(0, path.indexOf('migrations/') + 10)}/**/*.sql`);
        else if (name === 'structure.sql' && folder.endsWith('db'))
            add('a Rails structure', 'rails', path);
        else if (/^[VRU]\d*[\d._]*__.+\.sql$/u.test(name))
            add('Flyway migrations', 'flyway', here('*.sql'));
        else if (/\.(?:up|down)\.sql$/u.test(name))
            add('golang-migrate migrations', 'golang-migrate', here('*.sql'));
        else if (name.endsWith('.sql') && /(^|\/)(?:migrations?|migrate|drizzle|deploy)(\/|$)/u.test(folder))
            add(...sqlTool(view, path, here));
    }
    return [...found.values()];
}
function sqlTool(view, path, here) {
    const head = view.head(path);
    if (head.includes('-- migrate:up'))
        return ['dbmate migrations', 'dbmate', here('*.sql')];
    if (head.includes('-- +goose Up'))
        return ['goose migrations', 'goose', here('*.sql')];
    if (head.includes('--> statement-breakpoint') || view.paths.some((other) => /(^|\/)drizzle\.config\.\w+$/u.test(other)))
        return ['Drizzle migrations', 'drizzle', here('*.sql')];
    if (view.paths.includes('sqitch.plan'))
        return ['Sqitch changes', 'sqitch', 'deploy/**/*.sql'];
    return ['SQL migrations', 'psql', here('*.sql')];
}
function manifests(view) {
    const places = new Map();
    for (const path of view.paths) {
        if (!/\.ya?ml$/u.test(path) || path.startsWith('.'))
            continue;
        const head = view.head(path);
        if (!/^apiVersion:/mu.test(head) || !/^kind:/mu.test(head) || head.includes('{{'))
            continue;
        const [folder = ''] = path.split('/');
        // Of a folder, what `kubectl apply -f` reads of it, whatever is there today.
        places.set(folder, folder === path ? [path] : ['yaml', 'yml', 'json'].map((kind) => `${folder}/**/*.${kind}`));
    }
    return [...places.values()].map((paths) => ({ what: 'Kubernetes manifests', paths, reads: 'as: kubernetes', resource: 'cluster', pack: 'ostiary:kubernetes' }));
}
function terraform(view) {
    if (!view.paths.some((path) => path.endsWith('.tf')))
        return [];
    return [{ what: 'Terraform (its saved plans in JSON)', paths: ['**/*.tfplan.json'], reads: 'tool: terraform', resource: 'infrastructure', pack: 'ostiary:terraform' }];
}
/** Migrations that are programs. */
function programs(view) {
    const kinds = [
        [/^(.*\/)?db\/migrate\/[^/]+\.rb$/u, 'Rails migrations'], [/^(.*\/)?(?:alembic|migrations)\/versions\/[^/]+\.py$/u, 'Alembic migrations'], [/^(.*\/)?migrations\/\d{4}_[^/]+\.py$/u, 'Django migrations'], [/^(.*\/)?migrations?\/\d+[^/]*\.[jt]s$/u, 'TypeORM or Knex migrations'],
    ];
    return kinds.flatMap(([pattern, what]) => {
        const path = view.paths.find((candidate) => pattern.test(candidate));
        return path === undefined ? [] : [{ what, path: `${path.slice(0, path.lastIndexOf('/'))}/` }];
    });
}
function policyText({ found, unread, until, gitlab }) {
    const packs = ['ostiary:postgres', 'ostiary:pii', 'ostiary:shell', 'ostiary:code', ...found.map(({ pack }) => pack)];
    const resources = new Set(found.map(({ resource }) => resource));
    const lines = [
        `# What agents may do to production. It counts from the protected branch only; docs: ${(0,documentation_links/* manual */.j)('docs/policy.md')}`,
        'version: 1', '',
        '# Nothing is refused until that day: what would have been is said loudly. Take both lines out to enforce.', 'mode: observe', `until: ${until}`, '',
        `# Sets of rules that deny or review; each of them is in ${(0,documentation_links/* manual */.j)('docs/rules.md')}`, `extends: [${[...new Set(packs)].join(', ')}]`, '',
        '# What no rule allows is denied.', 'default: deny', '',
        '# Who may approve what needs a review: numeric ids of people, and teams.', '# approvers: { users: [1], teams: [acme/dba], count: 1, expires: 8h }', '',
        ...(gitlab
            ? ['# Who a job is, by the claims of its OIDC token; the project by its numeric id (on its page, under its name).', '# identities:', '#   nightly: { gitlab: { project_id: 1, ref_protected: true, pipeline_source: schedule } }', '']
            : ['# Who a job is, by the claims of its OIDC token; the repository by its numeric id (`gh api repos/OWNER/REPO --jq .id`).', '# identities:', '#   nightly: { github: { repository_id: 1, workflow: nightly.yml, event: schedule } }', '']),
        '# Production targets. `credential` says where the gate finds the secret; jobs never see it.', 'resources:',
        '  production-db:', '    type: postgres', '    environment: production', '    url: postgres://db.internal/app', '    credential: env:PRODUCTION_DB', '    allow_static: true   # an env: credential in CI; better: vault:',
        '    # mask: { public.customers.email: partial }   # on top of what ostiary:pii finds by name',
        ...(resources.has('cluster') ? ['  cluster: { type: kubernetes, environment: production }'] : []),
        ...(resources.has('infrastructure') ? ['  infrastructure: { type: shell, environment: production }   # judged before merge; nothing connects to it'] : []), '',
        '# Which files of a change become which operations.',
        ...(found.length === 0 ? ['# changes:', '#   - { paths: ["db/migrations/**/*.sql"], tool: dbmate, resource: production-db }'] : ['changes:', ...found.map(({ paths, reads, resource }) => `  - { paths: [${paths.map((path) => `"${path}"`).join(', ')}], ${reads}, resource: ${resource} }`)]),
        ...unread.map(({ what, path }) => `# ${what} in ${path} are programs: \`ostiary plan\` captures what they do, and the gate sees it when they run.`), '',
        '# deny beats review beats allow; the order does not matter.', 'rules:',
        '  - { id: reads, match: { resource: production-db, effect: read }, decide: allow }',
        '  - { id: writes, match: { resource: production-db, effect: write }, decide: review, because: data changes are looked at first }',
        ...(resources.has('cluster') ? ['  - { id: rollouts, match: { resource: cluster, effect: [read, write] }, decide: allow }'] : []),
        ...(resources.has('infrastructure') ? ['  - { id: plans, match: { resource: infrastructure, effect: [read, write] }, decide: allow }'] : []), '',
    ];
    return lines.join('\n');
}
function testsText() {
    return [
        '# `ostiary policy test` runs these: an operation in, a decision out.', 'policy: policy.yml', 'tests:',
        '  - { name: reads are allowed, resource: production-db, operation: "SELECT 1", decision: allow, rules: [reads] }',
        '',
    ].join('\n');
}
function githubJob(branch) {
    return {
        path: '.github/workflows/ostiary.yml',
        text: [
            '# Judges what a change would do to production, before it is merged. Executes nothing and needs no secret.', 'name: ostiary', 'on:', '  pull_request:', `    branches: [${branch}]`, 'permissions:', '  contents: read   # to read the policy at the protected branch',
            'jobs:', '  policy-check:', '    runs-on: ubuntu-24.04', '    steps:', `      - uses: actions/checkout@${SHA}`, '        with:', '          fetch-depth: 0              # the change is compared with its merge base', '          persist-credentials: false',
            '      - uses: ostiary/ostiary/actions/policy-check@v0   # pin the SHA', '',
        ].join('\n'),
    };
}
function gitlabJob(version) {
    return {
        path: '.gitlab/ostiary.yml',
        text: [
            '# Judges what a change would do to production, before it is merged. Include it: `include: { local: .gitlab/ostiary.yml }`.', 'include:', '  - remote: https://raw.githubusercontent.com/ostiary/ostiary/v0/gitlab/templates/policy-check.yml',
            '    inputs:', '      stage: test   # one that your .gitlab-ci.yml has', `      image: ghcr.io/ostiary/ostiary:${version}   # pin it by digest`, '',
        ].join('\n'),
    };
}

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/forge/policy-file.js
var policy_file = __webpack_require__(1864);
// EXTERNAL MODULE: ./lib/record/inert.js
var inert = __webpack_require__(5741);
// EXTERNAL MODULE: ./lib/main/policy-text.js
var policy_text = __webpack_require__(90231);
// EXTERNAL MODULE: ./lib/main/arguments.js
var main_arguments = __webpack_require__(7681);
// EXTERNAL MODULE: ./lib/main/version.js
var version = __webpack_require__(62077);
;// CONCATENATED MODULE: ./lib/main/init.js
// SPDX-License-Identifier: Apache-2.0
//
// The door of `init`: reads the names of files in this folder, writes what commands/init.ts proposes. Changes nothing that exists.











/** What `init` writes itself. */
const JOB_PATH = '.gitlab/ostiary.yml';
const MAX_PATHS = 50_000;
const HEAD_BYTES = 4_096;
const DAYS = 30;
const SKIPPED = new Set(['.git', 'node_modules', 'vendor', 'dist', 'build', 'target', '.venv', '.terraform']);
/** `ostiary init`. */
async function initVerb(argv) {
    const { words } = (0,main_arguments/* parseArguments */.W)(argv, []);
    if (words.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${words[0] ?? ''}\` is not understood`, { hint: 'run `ostiary init` in the folder of the repository' });
    const root = topOf(process.cwd());
    const until = new Date(runtime/* systemRuntime */.g.now() + DAYS * 86_400_000).toISOString().slice(0, 10);
    const closed = [];
    const view = viewOf(root, closed);
    const meant = view.paths.includes(policy_text/* POLICY_PATH */.l) ? null : (0,policy_file/* renameHint */.cE)(policy_text/* POLICY_PATH */.l, view.paths.filter((path) => /ostiary/iu.test(path) && path !== JOB_PATH));
    if (meant !== null)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'there is a policy already, under a name that nothing reads', { hint: meant });
    const proposal = proposeFiles(view, { until, version: version/* VERSION */.x });
    const say = (text) => void process.stdout.write(`${text}\n`);
    if (root !== process.cwd())
        say(`in ${root}, the top of this repository:`);
    say(proposal.found.length === 0 ? 'found nothing that changes production by itself' : `found ${proposal.found.join('; ')}`);
    if (closed.length > 0)
        say(`not looked into, since it can not be read: ${closed.slice(0, 5).join(', ')}${closed.length > 5 ? `, and ${closed.length - 5} more` : ''}`);
    let fresh = 0;
    for (const { path, text } of proposal.files) {
        const done = await written((0,external_node_path_.join)(root, path), text);
        if (done)
            fresh += 1;
        say(`${done ? 'wrote  ' : 'left as it is  '}${path}`);
    }
    say('');
    if (fresh === 0) {
        say('nothing was written, since all of it is there already; move a file away to have it proposed anew');
        return errors/* EXIT */.dc.done;
    }
    proposal.next.forEach((step, index) => say(`${index + 1}. ${step}`));
    return errors/* EXIT */.dc.done;
}
async function written(path, text) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, text, { flag: 'wx' });
        return true;
    }
    catch (thrown) {
        if (thrown.code === 'EEXIST')
            return false;
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${path}\` can not be written: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown, hint: 'run it in a folder of the repository that this user may write to' });
    }
}
/** The folder of the repository that a folder is in: workflows count there alone. Without one, the folder itself. */
function topOf(folder) {
    for (let at = folder;; at = (0,external_node_path_.dirname)(at)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(at, '.git')))
            return at;
        if ((0,external_node_path_.dirname)(at) === at)
            return folder;
    }
}
/** `closed`: gets the folders that this user may not read, such as the volume of a database. */
function viewOf(root, closed) {
    const own = gitFolder(root);
    // Of a worktree, what it shares with the others lies elsewhere.
    const git = (0,external_node_path_.resolve)(own, textOf((0,external_node_path_.join)(own, 'commondir')).trim());
    const remote = /\[remote "origin"\][^[]*?url = (\S+)/u.exec(textOf((0,external_node_path_.join)(git, 'config')))?.[1] ?? null;
    return { paths: pathsBelow(root, closed), head: (path) => beginning((0,external_node_path_.join)(root, path)), remote, defaultBranch: defaultBranch(git) };
}
function gitFolder(root) {
    return (0,external_node_path_.resolve)(root, /^gitdir: (.+)$/mu.exec(textOf((0,external_node_path_.join)(root, '.git')))?.[1] ?? '.git');
}
/** What the remote says; else the usual names, and at last the branch that is checked out, with or without a commit. */
function defaultBranch(git) {
    const told = /refs\/remotes\/origin\/(\S+)/u.exec(textOf((0,external_node_path_.join)(git, 'refs', 'remotes', 'origin', 'HEAD')))?.[1];
    const packed = textOf((0,external_node_path_.join)(git, 'packed-refs'));
    const usual = ['main', 'master'].find((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(git, 'refs', 'heads', name)) || packed.includes(` refs/heads/${name}\n`));
    return told ?? usual ?? /^ref: refs\/heads\/(\S+)/u.exec(textOf((0,external_node_path_.join)(git, 'HEAD')))?.[1] ?? 'main';
}
function pathsBelow(root, closed) {
    const paths = [];
    const walk = (folder) => {
        const entries = entriesOf((0,external_node_path_.join)(root, folder));
        if (entries === null)
            closed.push(folder === '' ? '.' : (0,inert/* inert */.tJ)(folder));
        for (const entry of entries ?? []) {
            if (paths.length >= MAX_PATHS)
                return;
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (entry.isDirectory() && !SKIPPED.has(entry.name))
                walk(path);
            else if (entry.isFile())
                paths.push(path);
        }
    };
    walk('');
    return paths.sort();
}
function entriesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return null;
    }
}
function textOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
function beginning(path) {
    let file;
    try {
        file = (0,external_node_fs_.openSync)(path, 'r');
        const bytes = Buffer.alloc(HEAD_BYTES);
        return bytes.toString('utf8', 0, (0,external_node_fs_.readSync)(file, bytes, 0, HEAD_BYTES, 0));
    }
    catch {
        return '';
    }
    finally {
        if (file !== undefined)
            (0,external_node_fs_.closeSync)(file);
    }
}


/***/ }),

/***/ 90231:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readPolicyFile),
/* harmony export */   l: () => (/* binding */ POLICY_PATH)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66661);
/* harmony import */ var _forge_policy_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1864);
// SPDX-License-Identifier: Apache-2.0
//
// The text of a policy file that somebody named on the command line. Refuses to leave it at "not found" where another file was likely meant:
// one that is called almost so, lies in a folder above, or is the policy in the folder that was named.





/** Where the policy lies in a repository. */
const POLICY_PATH = '.ostiary/policy.yml';
const OTHERWISE = 'name one with `--policy FILE`, or write one with `ostiary init`';
/** Where a policy is put by who has not read where it belongs. */
const FOLDERS = ['', '.ostiary', 'ostiary', '.github', '.gitlab'];
/** Folders above this one that are looked into. */
const MAX_ABOVE = 8;
/** Reads it; throws POLICY_INVALID. */
async function readPolicyFile(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (cause) {
        const { code } = cause;
        const meant = code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' ? await meantBy(file) : null;
        const hint = code === 'EACCES' || code === 'EPERM' ? 'let this user read it' : meant === null ? OTHERWISE : `did you mean \`${meant}\`?`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('POLICY_INVALID', `the policy \`${file}\` can not be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}`, { cause, hint });
    }
}
// A folder stands for the policy in it; a name that is almost right for its neighbour; else the policy of this folder or one above.
async function meantBy(file) {
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file).catch(() => null))?.isDirectory() === true)
        return first(await standard(file), file);
    const beside = await filesIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file));
    const near = beside.find((name) => stem(name) === stem((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file))) ?? (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_4__.nearest)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file), beside.filter((name) => /\.ya?ml$/iu.test(name) && !/\.test\./u.test(name)));
    if (near !== null && near !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), near);
    let folder = process.cwd();
    for (let above = 0; above < MAX_ABOVE && folder !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder); above += 1, folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        const found = first(await standard(folder), file);
        if (found !== null)
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(process.cwd(), found);
    }
    return null;
}
function first(paths, file) {
    return paths.find((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path) !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file)) ?? null;
}
async function standard(folder) {
    const present = await Promise.all(FOLDERS.map(async (name) => (await filesIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))).map((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(name, file))));
    // Of a folder that is the policy's own, `.ostiary`, its files are judged by the folder's name, too.
    const own = (await filesIn(folder)).filter((file) => (0,_forge_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .meantAsPolicy */ .wu)('', [`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder))}/${file}`]).length > 0);
    return [...['.ostiary/policy.yml'].filter((path) => present.flat().includes(path)), ...own, ...(0,_forge_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .meantAsPolicy */ .wu)('.ostiary/policy.yml', present.flat())].map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path));
}
async function filesIn(folder) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).map(({ name }) => name).sort();
}
/** `Policy.YAML` and `policy.yml` have the same. */
function stem(name) {
    return name.toLowerCase().replace(/\.ya?ml$/u, '.yml');
}


/***/ }),

/***/ 5741:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cz: () => (/* binding */ clipped),
/* harmony export */   ky: () => (/* binding */ wrapped),
/* harmony export */   nc: () => (/* binding */ cellsOf),
/* harmony export */   tJ: () => (/* binding */ inert),
/* harmony export */   wi: () => (/* binding */ inertLines)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Makes recorded text safe to print: what moves a cursor, changes a colour, reverses or hides text becomes visible notation. Refuses
// to drop anything silently, except marks piled on one letter.
// @see https://www.unicode.org/reports/tr36/
// Match "\u001b", "\u202e", "\u200b", "\u2028", a lone surrogate and Hangul fillers; miss "é" and "漢": controls, formats, the unassigned, blanks that take a letter's place.
const ACTIVE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu;
// Match four marks in a row, miss the two of "ệ": piles that reach into other lines.
const PILE = /(\p{M}{3})\p{M}+/gu;
// Match "漢" and "😀", miss "é": characters that take two cells of a terminal.
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
// Match a combining accent, miss "e": characters that take none.
const MARK = /\p{M}/u;
/** One line of text that a terminal shows and does not obey; line breaks and tabs are shown as `\n`, `\t`. */
function inert(text) {
    return text.replace(ACTIVE, notation).replace(PILE, '$1');
}
/** The same as lines: breaks stay breaks, tabs are two spaces. */
function inertLines(text) {
    // Match "\r\n", miss "\r": a break as any system writes it.
    return text.split(/\r?\n/).map((line) => inert(line.replaceAll('\t', '  ')));
}
/** Cells of a terminal that a text takes; text must be inert. */
function cellsOf(text) {
    let cells = 0;
    for (const char of text)
        cells += cellsOfChar(char);
    return cells;
}
/** The beginning of an inert text that fits, with `…` when something is missing. */
function clipped(text, cells) {
    let used = 0;
    let out = '';
    for (const char of text) {
        used += cellsOfChar(char);
        // The last cell is kept for the sign that more follows.
        if (used > cells)
            return `${fitting(out, cells - 1)}…`;
        out += char;
    }
    return out;
}
/** A space this near to the beginning of a line is indentation, or a word too short to stand alone on it. */
const TOO_EARLY = 6;
/** An inert text in pieces that fit, broken at spaces where it can be. */
function wrapped(text, cells) {
    const pieces = [];
    let rest = text;
    for (let head = fitting(rest, cells); head.length < rest.length; head = fitting(rest, cells)) {
        const space = head.lastIndexOf(' ');
        // A character wider than the line would never fit: it is let stand out.
        const cut = space > TOO_EARLY ? space + 1 : Math.max(head.length, 1);
        pieces.push(rest.slice(0, cut).trimEnd());
        rest = rest.slice(cut);
    }
    return [...pieces, rest];
}
function fitting(text, cells) {
    let used = 0;
    let length = 0;
    for (const char of text) {
        used += cellsOfChar(char);
        if (used > cells)
            break;
        length += char.length;
    }
    return text.slice(0, length);
}
function cellsOfChar(char) {
    if (char >= ' ' && char <= '~')
        return 1;
    if (MARK.test(char))
        return 0;
    return WIDE.test(char) ? 2 : 1;
}
function notation(char) {
    if (char === '\n')
        return '\\n';
    if (char === '\r')
        return '\\r';
    if (char === '\t')
        return '\\t';
    return `\\u{${char.codePointAt(0).toString(16)}}`;
}


/***/ })

};
