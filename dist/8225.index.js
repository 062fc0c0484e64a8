export const id = 8225;
export const ids = [8225,9733,2882];
export const modules = {

/***/ 74916:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ Series),
/* harmony export */   u: () => (/* binding */ isConcurrent)
/* harmony export */ });
/* harmony import */ var _sql_hazards_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6435);
/* harmony import */ var _not_null_checks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33544);
/* harmony import */ var _new_objects_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58510);
/* harmony import */ var _session_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85401);




/** What came before, statement by statement. One for all files of a change. */
class Series {
    #before;
    #checked = new _not_null_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .Checked */ .y();
    #made = new _new_objects_js__WEBPACK_IMPORTED_MODULE_3__/* .Made */ .W();
    #session = new _session_state_js__WEBPACK_IMPORTED_MODULE_1__/* .SessionState */ .Y();
    #wrapped = false;
    /** One statement is a fragment of something: what it begins or ends is elsewhere. */
    #alone = false;
    #begun = null;
    #values = [];
    /** `before`: what was made by these files as they were before the change; it is not new. */
    constructor(before = null) {
        this.#before = before;
    }
    /** Facts of the statements of one part, in order, with the hazards that they have where they stand. */
    part(statements, wrapping) {
        const held = wrapping === 'all' ? [...this.#session.held] : [];
        this.#session = new _session_state_js__WEBPACK_IMPORTED_MODULE_1__/* .SessionState */ .Y();
        this.#wrapped = wrapping === 'each' || wrapping === 'fitting' || wrapping === 'all' || (wrapping === 'batch' && statements.length > 1);
        this.#alone = statements.length < 2;
        this.#begun = null;
        if (this.#wrapped)
            this.#begin();
        for (const name of held)
            this.#session.held.add(name);
        const facts = statements.map((statement, index) => this.#step(statement, index, wrapping === 'batch' && statements.length > 1));
        if (this.#begun === null || this.#alone)
            return facts;
        const left = this.#begun;
        return facts.map((one, index) => (index === left ? withHazards(one, [...one.hazards, mistake('transaction-left-open', 'it is never committed, so nothing after it is kept')]) : one));
    }
    #step({ draft, facts }, index, oneMessage) {
        const tree = draft.tree ?? {};
        const covered = this.#checked.take(tree);
        const mistakes = [...this.#control(facts, index).filter(() => !this.#alone), ...this.#refused(tree, draft, oneMessage)];
        const hazards = facts.hazards.filter((hazard) => !this.#isSettled(hazard, covered));
        for (const { id, on } of facts.hazards)
            if (id === 'missing-lock-timeout' && on !== undefined && !this.#made.has(on))
                this.#session.held.add(on);
        this.#made.take(tree, { home: this.#session.pathKnown ? 'public' : null, not: this.#before });
        this.#session.take(facts.session);
        if (!this.#session.inTransaction)
            this.#session.held.clear();
        return mistakes.length === 0 && hazards.length === facts.hazards.length ? facts : withHazards(facts, [...hazards, ...mistakes]);
    }
    #isSettled({ id, on }, covered) {
        const { inTransaction, held } = this.#session;
        return (0,_sql_hazards_words_js__WEBPACK_IMPORTED_MODULE_0__/* .settlementsOf */ .s)(id).some((settlement) => {
            switch (settlement) {
                case 'new':
                    return on !== undefined && this.#made.has(on);
                case 'lock-timeout':
                    return this.#session.limits('lock_timeout');
                case 'statement-timeout':
                    return this.#session.limits('statement_timeout');
                case 'alone':
                    return !inTransaction || [...held].every((name) => name === on);
                case 'unlocked':
                    return !inTransaction || on === undefined || !held.has(on);
                case 'validated':
                    return covered;
                default:
                    return settlement;
            }
        });
    }
    // Transactions begin and end; two at once, or an end without a beginning, are mistakes.
    #control({ session }, index) {
        const found = [];
        for (const { kind } of session) {
            if (kind === 'begin') {
                if (this.#session.inTransaction)
                    found.push(mistake('transaction-nesting', 'it begins a transaction inside of one'));
                else
                    this.#begin();
                if (!this.#wrapped)
                    this.#begun = index;
            }
            else if (kind === 'commit' || kind === 'rollback' || kind === 'prepare-transaction') {
                if (!this.#session.inTransaction)
                    found.push(mistake('transaction-nesting', 'it ends a transaction that nobody began'));
                else if (this.#wrapped)
                    found.push(mistake('transaction-nesting', 'it ends the transaction that the tool runs it in'));
                this.#end(kind !== 'rollback');
            }
            else if (kind === 'rollback-to') {
                // All of the transaction so far, to be sure: which part of it the savepoint covers is not followed.
                this.#made.rollback();
                this.#session.forget();
            }
        }
        return found;
    }
    #begin() {
        this.#session.begin();
        this.#made.begin();
        this.#values = [];
    }
    #end(kept) {
        if (!kept && this.#session.inTransaction)
            this.#made.rollback();
        this.#session.end(kept);
        this.#made.begin();
        this.#wrapped = false;
        this.#begun = null;
        this.#values = [];
    }
    #refused(tree, { text }, oneMessage) {
        const found = [];
        if (isConcurrent(tree) && (oneMessage || this.#session.inTransaction))
            found.push(mistake('concurrent-in-transaction', 'CONCURRENTLY does not work inside of a transaction'));
        for (const { value, type } of this.#values)
            if (text.includes(`'${value}'`))
                found.push(mistake('enum-value-in-transaction', `it uses a value of \`${type}\` before the transaction that adds it is over`));
        const added = addedValue(tree);
        if (added !== null && this.#session.inTransaction && !this.#made.has(added.type))
            this.#values = [...this.#values, added];
        return found;
    }
}
function mistake(id, detail) {
    return { id, detail };
}
function withHazards(facts, hazards) {
    return { ...facts, hazards };
}
/** True for statements that say CONCURRENTLY, and so can't run inside of a transaction. */
function isConcurrent(tree) {
    const [[tag, body] = ['', {}]] = Object.entries(tree);
    if (tag === 'AlterTableStmt')
        return (body['cmds'] ?? []).some((cmd) => cmd.AlterTableCmd?.def?.PartitionCmd?.concurrent === true);
    if (tag === 'ReindexStmt')
        return (body['params'] ?? []).some((option) => option.DefElem?.defname === 'concurrently');
    return (tag === 'IndexStmt' || tag === 'DropStmt') && body['concurrent'] === true;
}
function addedValue(tree) {
    const body = tree['AlterEnumStmt'];
    if (body?.newVal === undefined || body.oldVal !== undefined)
        return null;
    const names = (body.typeName ?? []).map((name) => name.String?.sval ?? '');
    return { value: body.newVal.replaceAll("'", "''"), type: names.length === 1 ? `public.${names[0] ?? ''}` : names.join('.') };
}


/***/ }),

/***/ 18695:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadShellReader: () => (/* binding */ loadShellReader),
  shellReader: () => (/* binding */ shellReader)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/parse/kubernetes/reader.js + 4 modules
var reader = __webpack_require__(46249);
// EXTERNAL MODULE: ./lib/parse/sql/reader.js
var sql_reader = __webpack_require__(60501);
;// CONCATENATED MODULE: ./lib/parse/shell/text.js
// SPDX-License-Identifier: Apache-2.0
//
// What a word comes to, as far as it is known. Stretches that only the running shell knows are single noncharacters, which no script may
// hold (reader.ts refuses them), so that paths and options can be looked at as plain text. Refuses to guess: unknown text stays a hole.
/** Text that is not known. */
const HOLE = '\uFFFF';
/** The caller's home. */
const HOME = '\uFDD0';
/** The folder for temporary files, when nothing in the script says where that is. */
const TEMP = '\uFDD1';
/** Parts words whatever the quoting: elements of an array, `"$@"`. */
const BREAK = '\uFDD2';
// Hits `\uFFFF`; misses `\uFFFD`.
const MARKS = /[\uFFFF\uFDD0-\uFDD2]/u;
/** A subscript with a command in it, which runs wherever the text is taken for a name or a number. Hits `a[$(x)]`, ``a[`x`]``; misses `[$(]`. */
const SUBSCRIPT = /[A-Za-z_]\w{0,200}\[[^\]]{0,4096}(?:\$\(|`)/u;
/** True when a text of the outside holds a character that stands for something here. */
function holdsMarks(text) {
    return MARKS.test(text);
}
/** True when all of it is known. */
function isKnown(text) {
    return !text.includes(HOLE);
}
/** The text for people. */
function shown(text) {
    return text.replaceAll(HOLE, '…').replaceAll(HOME, '~').replaceAll(TEMP, '$TMPDIR').replaceAll(BREAK, ' ');
}

;// CONCATENATED MODULE: ./lib/parse/shell/registries.js
// SPDX-License-Identifier: Apache-2.0
//
// Where packages come from: the options, settings and variables that name a registry, or that take away the check of what comes. Keeps no list of
// registries: which one is trusted is for the repository's own settings to say, where a change of it is seen. Refuses to judge an address that only the
// running shell knows: whoever gives it to the script answers for it.

const words = (text) => new Set(text.split(' '));
/** Hosts that are no elsewhere. */
const LOOPBACK = words('localhost 127.0.0.1');
/** Options whose value is a registry, by program. */
const OPTIONS = [
    { programs: words('pip pipx uv uvx poetry pipenv pdm'), options: words('-i --index-url --extra-index-url --index --default-index -f --find-links --trusted-host') },
    { programs: words('npm npx pnpm pnpx yarn bun bunx'), options: words('--registry') },
    { programs: words('gem bundle bundler'), options: words('-s --source') },
    { programs: words('cargo'), options: words('--index') },
    { programs: words('conda mamba'), options: words('-c --channel') },
];
/** Options that install what nobody vouches for, by program. */
const UNCHECKED = {
    apt: /^--(?:allow-unauthenticated|force-yes|allow-insecure-repositories)$/u, 'apt-get': /^--(?:allow-unauthenticated|force-yes|allow-insecure-repositories)$/u,
    yum: /^--no-?gpg-?checks?$/u, dnf: /^--no-?gpg-?checks?$/u, zypper: /^--(?:no-gpg-checks|allow-unsigned-rpm)$/u, apk: /^--allow-untrusted$/u, snap: /^--dangerous$/u, npm: /^--(?:no-strict-ssl|strict-ssl=false)$/u,
};
/** Commands that set a registry for good; what follows is its address. */
const SETTINGS = {
    npm: /^(?:(?:config|c) )?set (?:@[\w.-]+:)?registry[ =]/u, pnpm: /^(?:(?:config|c) )?set (?:@[\w.-]+:)?registry[ =]/u, yarn: /^config set (?:registry|npmRegistryServer|npmScopes\S*) /u,
    pip: /^config (?:--\w+ )?set \S*(?:index-url|trusted-host|find-links) /u, gem: /^sources (?:-a|--add|add) /u, bundle: /^config (?:set )?(?:--\w+ )?(?:--\w+ )?mirror\.\S+ /u,
    poetry: /^(?:source add(?: --?\w\S*)* \S+|config repositories\.\S+) /u, conda: /^config (?:\S+ )*--(?:add|prepend|append) channels /u, composer: /^config (?:-g |--global )?repo(?:sitorie)?s?\.\S+ (?:\S+ )?/u, go: /^env -w GOPROXY=/u,
};
/** Variables that hold a registry. */
const VARIABLES = /^(?:PIP_(?:EXTRA_)?INDEX_URL|PIP_FIND_LINKS|PIP_TRUSTED_HOST|UV_(?:EXTRA_|DEFAULT_)?INDEX(?:_URL)?|UV_FIND_LINKS|NPM_CONFIG_REGISTRY|YARN_REGISTRY|YARN_NPM_REGISTRY_SERVER|BUN_CONFIG_REGISTRY|COREPACK_NPM_REGISTRY|GOPROXY|RUSTUP_DIST_SERVER|CARGO_REGISTRIES_\w+_INDEX|HOMEBREW_(?:BOTTLE|ARTIFACT)_DOMAIN|BUNDLE_MIRROR__\w+)$/iu;
// Of `https://x/y`, `git@x:y`, `ssh://git@x/y`; a short name stands for itself.
function hostOf(address) {
    return address.replace(/^[a-z][a-z0-9+.-]*:\/\//iu, '').replace(/^[^@/]*@/u, '').replace(/[/:][\s\S]*$/u, '').toLowerCase();
}
// The first host of these addresses; null when there is none, it is this machine, or the address is not known.
function strangerIn(value) {
    if (!isKnown(value))
        return null;
    for (const one of value.trim().split(/[\s,|]+/u)) {
        const host = /^(?:sparse\+|registry\+)?[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@]*@)?([^\s/:?#]+)/iu.exec(one)?.[1]?.toLowerCase();
        if (host !== undefined && !LOOPBACK.has(host))
            return host;
    }
    return null;
}
/** Why what a package manager is told here brings packages that nobody has looked at; null when it does not. */
function strangeSource(program, args) {
    const named = OPTIONS.find(({ programs }) => programs.has(program))?.options;
    for (const [index, arg] of args.entries()) {
        const [, option = arg, attached] = /^(--[\w-]+)=([\s\S]*)$/u.exec(arg) ?? [];
        const value = named?.has(option) === true ? (attached ?? args[index + 1] ?? '') : /^-[is]h/u.test(arg) && named?.has(arg.slice(0, 2)) === true ? arg.slice(2) : '';
        const host = strangerIn(option === '--trusted-host' && value !== '' ? `https://${value}` : value);
        if (host !== null)
            return `packages come from \`${host}\`, which the command names, and run unread`;
        if (Object.hasOwn(UNCHECKED, program) && UNCHECKED[program]?.test(arg) === true)
            return `\`${shown(arg)}\` takes packages that nobody vouches for`;
    }
    return null;
}
/** Why a command makes later ones take packages from elsewhere; null when it does not. */
function setsSource(program, args) {
    const line = args.join(' ');
    const setting = Object.hasOwn(SETTINGS, program) ? SETTINGS[program]?.exec(line)?.[0] : undefined;
    const value = setting === undefined ? '' : line.slice(setting.length);
    const host = strangerIn(/^[\w.-]+\.[a-z]{2,}$/iu.test(value) ? `https://${value}` : value);
    if (host !== null)
        return `\`${program}\` takes packages from \`${host}\` from then on`;
    const to = program === 'git' ? /^remote set-url (?:--?\w+ )*\S+ (\S+)/u.exec(line)?.[1] : undefined;
    if (to !== undefined && isKnown(to) && strangerIn(to) !== null)
        return `git fetches from \`${hostOf(to)}\`, and pushes there, from then on`;
    const [, base = '', instead = ''] = program === 'git' ? (/^config (?:--\S+ )*url\.(\S+)\.(?:push)?insteadof (\S+)$/iu.exec(line) ?? []) : [];
    if (isKnown(line) && base !== '' && hostOf(base) !== hostOf(instead))
        return `git goes to \`${hostOf(base)}\` wherever \`${hostOf(instead)}\` is named`;
    return program === 'go' && /^env -w (?:GOSUMDB=off|GOINSECURE=|GONOSUMCHECK=|GOFLAGS=\S*-insecure)/u.test(line) ? 'modules are not compared with what others got any more' : null;
}
/** Why a variable makes package managers take packages from elsewhere; null when it does not. */
function sourceVariable(name, value) {
    if (VARIABLES.test(name)) {
        const host = strangerIn(/trusted_host$/iu.test(name) && value !== '' ? `https://${value}` : value);
        if (host !== null)
            return `\`${name}\` makes packages come from \`${host}\``;
    }
    const unchecked = (name === 'GOSUMDB' && value === 'off') || (name === 'GOINSECURE' && value !== '') || (name === 'GOFLAGS' && /(?:^|\s)-(?:insecure|toolexec|exec)\b/u.test(value));
    return unchecked ? `\`${name}\` makes modules run that are not compared with what others got` : null;
}

;// CONCATENATED MODULE: ./lib/parse/shell/environment.js


const CODE = new Set(('LD_PRELOAD LD_AUDIT DYLD_INSERT_LIBRARIES BASH_ENV ENV PROMPT_COMMAND PERL5OPT PERL5DB PYTHONSTARTUP PYTHONHOME RUBYOPT GIT_EXTERNAL_DIFF GIT_ASKPASS SSH_ASKPASS GIT_PROXY_COMMAND GIT_EXEC_PATH '
    + 'GIT_TEMPLATE_DIR JAVA_TOOL_OPTIONS _JAVA_OPTIONS BROWSER PS4 GIT_EDITOR GIT_SEQUENCE_EDITOR GIT_PAGER EDITOR VISUAL PAGER MANPAGER LESSOPEN LESSCLOSE SUDO_ASKPASS RSYNC_RSH').split(' '));
const HARMLESS = /^(?:|true|false|:|cat|less(?: -\w+)*|more|vi|vim|nano|code --wait|echo|\/bin\/true|\/bin\/cat)$/u;
/** Notes what assigned variables are known for; true when there was something. */
function environmentOf(assigned, draft) {
    let found = false;
    for (const [name, value] of assigned) {
        const why = reasonFor(name, value);
        if (why === null)
            continue;
        found = true;
        draft.access('control', name, 'setting');
        draft.hazard('environment-code', why);
    }
    return found;
}
/** Why a variable makes programs run something else; null when it does not. */
function reasonFor(name, value) {
    if (CODE.has(name) && !HARMLESS.test(value))
        return `\`${name}\` makes other programs run what it names`;
    // Hits `--require=./x.js`, `-r x`, `--import x`; misses `--max-old-space-size=4096`.
    if (name === 'NODE_OPTIONS' && /(?:^|\s)(?:-r|--require|--import|--loader|--experimental-loader)(?:[\s=]|$)/u.test(value))
        return '`NODE_OPTIONS` makes node run a file first';
    if (name === 'PATH' && shadows(value))
        return '`PATH` begins with a folder that anybody may write to';
    return sourceVariable(name, value);
}
function shadows(value) {
    const [first = ''] = value.split(':');
    return first === '' || first === '.' || first.startsWith(TEMP) || /^\/(?:tmp|var\/tmp|dev\/shm)(?:\/|$)/u.test(first) || (first.startsWith('./') && !/node_modules\/\.bin|\/bin$/u.test(first) && !first.includes(HOLE));
}

;// CONCATENATED MODULE: ./lib/parse/shell/job-files.js
// SPDX-License-Identifier: Apache-2.0
//
// Files through which a step of a job speaks to later ones: variables (`$GITHUB_ENV`, `$BASH_ENV`), where programs are looked for (`$GITHUB_PATH`), outputs
// (`$GITHUB_OUTPUT`). What is written there runs, or is believed, elsewhere. Refuses a value that nobody can see: a line feed in it sets other variables, too.
// @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#environment-files


/** Where a runner keeps them; the ends of the names are random. */
const FOLDER = `${TEMP}/_runner_file_commands`;
/** The variables that name them. */
const JOB_FILES = { GITHUB_ENV: `${FOLDER}/set_env`, GITHUB_PATH: `${FOLDER}/add_path`, GITHUB_OUTPUT: `${FOLDER}/set_output`, BASH_ENV: `${FOLDER}/bash_env` };
// Hits `/home/runner/work/_temp/_runner_file_commands/set_env_*`; misses `docs/set_env`.
const JOB_FILE = /(?:^|\/)_runner_file_commands\/(set_env|add_path|set_output|bash_env|\*|[\uFFFF])/u;
// Hits `~/.local/bin`, `/opt/tool/bin`, where installers put programs; misses `./bin`, `/tmp/x`.
const USUAL = new RegExp(`^(?:${HOME}/(?:\\.[\\w-]+|go|bin)(?:/[\\w.-]+)*|/(?:usr|opt)/[\\w./-]+)$`, 'u');
/** Why what is written there changes later steps; null when it does not. `text`: what is written, null when not known; `path` is settled. */
function jobFileReason(path, text) {
    const kind = JOB_FILE.exec(path)?.[1];
    if (kind === undefined)
        return null;
    if (kind === 'bash_env')
        return 'every later step runs what is written there first';
    if (text === null)
        return `what later steps get as ${kind === 'add_path' ? 'folders of programs' : kind === 'set_output' ? 'outputs' : 'variables'} is known only when it runs`;
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (kind === 'add_path')
        return lines.every((line) => USUAL.test(line.trim()) && !line.includes('..')) ? null : `later steps look in \`${shown(lines.find((line) => !USUAL.test(line.trim())) ?? '').trim().slice(0, 100)}\` first for every program`;
    // `printf LD_PRE`, `printf 'LOAD=x\n'`: a name in two parts.
    if (kind !== 'set_output' && !text.endsWith('\n') && !/[=<]/u.test(lines.at(-1) ?? ''))
        return 'which variables later steps get is known only when it runs';
    return reasonIn(lines, kind === 'set_output');
}
// `A=b`, and `A<<END` with lines up to `END`, which may be written by commands of their own.
function reasonIn(lines, outputs) {
    let end = null;
    for (const line of lines) {
        if (end !== null && line !== end) {
            if (!isKnown(line) && !outputs)
                return 'a line feed in what a variable is set to sets other variables, too';
            continue;
        }
        if (end !== null) {
            end = null;
            continue;
        }
        const [, name = '', sign = '', value = ''] = /^([^=<]*?)(=|<<)([\s\S]*)$/u.exec(line) ?? [];
        if (!isKnown(sign === '' ? line : name))
            return `which ${outputs ? 'outputs' : 'variables'} later steps get is known only when it runs`;
        if (sign === '<<')
            end = value.includes(HOLE) ? null : value;
        if (outputs || sign !== '=')
            continue;
        if (!isKnown(value))
            return `a line feed in what \`${name}\` is set to sets other variables, too`;
        const why = reasonFor(name, value);
        if (why !== null)
            return `${why}, in every later step`;
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/parse/shell/paths.js
// SPDX-License-Identifier: Apache-2.0
//
// Where a path leads: the work tree, a scratch place in it, the system, a device, somebody's home. By its text alone, with the folder that
// the shell stands in. Refuses to trust what it can't see: a path whose beginning is not known may be anywhere.

/** Folders that builds and package managers make, and make again. */
const SCRATCH_NAMES = new Set(('node_modules dist build out output target coverage tmp temp .tmp .temp .cache cache __pycache__ .pytest_cache .mypy_cache .ruff_cache .tox .nox .eggs .venv venv '
    + '.next .nuxt .turbo .parcel-cache .svelte-kit .vite .angular .gradle .terraform .nyc_output htmlcov storybook-static obj _build site public/build test-results playwright-report').split(' '));
const SCRATCH_ROOTS = ['/tmp', '/var/tmp', '/private/tmp', '/dev/shm', '/var/cache', '/var/lib/apt/lists', '/root/.cache', '/usr/share/doc', '/usr/share/man', '/usr/share/locale', `${HOME}/.cache`, `${HOME}/.npm/_cacache`, `${HOME}/.gradle/caches`, TEMP];
/** Of those, the ones that may be emptied as a whole. */
const EMPTIED = new Set(['/var/lib/apt/lists', '/var/cache/apt/archives', '/var/cache', '/tmp', '/var/tmp', '/root/.cache', `${HOME}/.cache`, `${HOME}/.npm/_cacache`, '/usr/share/doc', '/usr/share/man', '/usr/share/locale', TEMP]);
const SYSTEM = ['bin', 'boot', 'dev', 'etc', 'lib', 'lib32', 'lib64', 'libx32', 'proc', 'root', 'run', 'sbin', 'sys', 'usr', 'var', 'System', 'Library', 'Applications', 'private', 'snap', 'efi'];
const HARMLESS_DEVICES = /^\/dev\/(?:null|zero|full|tty|stdin|stdout|stderr|u?random|fd(?:\/\d+)?|ptmx|pts\/\d+|console)$/u;
// Hits `*`, `.*`, `**`, `{,.}*`; misses `*.log`.
const ALL = /^(?:\.?\*+|\.\[\^?!?\.\]\*|\?+\*|\*\.\*)$/u;
/** The path as one, from where the shell stands; no links are followed. */
function settle(folder, written) {
    // A tilde that came out of a variable stays one for the shell, and is a home for whoever wrote it.
    const path = written.replace(/^~(?=\/|$)/u, HOME);
    const absolute = /^[/\uFDD0\uFDD1\uFFFF]/u.test(path);
    // In a folder that is not known, what is named without `..` is taken to be a part of it.
    const whole = absolute ? path : folder.startsWith(HOLE) ? path : `${folder}/${path}`;
    const out = [];
    let rooted = whole.startsWith('/');
    for (const part of whole.split('/')) {
        if (part === '' || part === '.')
            continue;
        // Above a home are homes, above the temporary folder is everything.
        if (part === '..' && out.length === 1 && (out[0] === HOME || out[0] === TEMP)) {
            rooted = true;
            if (out[0] === HOME)
                out[0] = 'home';
            else
                out.pop();
            continue;
        }
        if (part === '..' && out.length > 0 && out.at(-1) !== '..' && out.at(-1) !== HOLE)
            out.pop();
        else if (part === '..' && rooted && out.length === 0)
            continue;
        else
            out.push(part);
    }
    const joined = out.join('/');
    return rooted ? `/${joined}` : joined === '' ? '.' : joined;
}
const FAR = ['scratch', 'harmless', 'inside', 'tree', 'unresolved', 'outside', 'device', 'system', 'home', 'root'];
/** Of two folders that a shell may stand in, the one where more can be lost. */
function fartherOf(one, other) {
    return FAR.indexOf(placeOf(one)) >= FAR.indexOf(placeOf(other)) ? one : other;
}
/** Where a settled path leads. */
function placeOf(path) {
    if (path.startsWith('/'))
        return placeOfAbsolute(path);
    const [first = '', ...rest] = path.split('/');
    if (first === HOME)
        return placeInHome(path, rest);
    if (first === TEMP)
        return 'scratch';
    if (first === '..')
        return 'outside';
    // `$X/build` is `/build` when X is empty.
    if (first.startsWith(HOLE))
        return 'unresolved';
    if (path === '.' || (ALL.test(first) && rest.length === 0))
        return 'tree';
    if (first === '.git' && rest.length < 2)
        return 'tree';
    if (first.startsWith(HOME))
        return 'outside';
    return path.split('/').some((part) => SCRATCH_NAMES.has(part)) || /\.(?:egg-info|tmp|log|pyc|o|swp)$/u.test(path) ? 'scratch' : 'inside';
}
function placeOfAbsolute(path) {
    const parts = path.slice(1).split('/');
    const [first = ''] = parts;
    if (path === '/' || (parts.length === 1 && (ALL.test(first) || first.startsWith(HOLE))))
        return 'root';
    if (first.startsWith(HOLE))
        return 'unresolved';
    if (HARMLESS_DEVICES.test(path))
        return 'harmless';
    const scratch = SCRATCH_ROOTS.find((root) => path === root || path.startsWith(`${root}/`));
    if (scratch !== undefined)
        return path === scratch && !EMPTIED.has(path) ? 'system' : 'scratch';
    if (first === 'dev')
        return 'device';
    if (/^\/(?:home|Users)\/[^/]+(?:\/\.?\*+)?$/u.test(path) || /^\/root(?:\/\.?\*+)?$/u.test(path))
        return 'home';
    if (SYSTEM.includes(first) || ((first === 'home' || first === 'Users' || first === 'opt' || first === 'srv' || first === 'mnt') && (parts.length === 1 || ALL.test(parts[1]))))
        return 'system';
    return 'outside';
}
function placeInHome(path, rest) {
    if (rest.length === 0 || (rest.length === 1 && (ALL.test(rest[0]) || rest[0].startsWith(HOLE))))
        return 'home';
    if (SCRATCH_ROOTS.some((root) => path === root || path.startsWith(`${root}/`)))
        return 'scratch';
    return 'outside';
}
/** A block device or its like, which holds all of a disk: `/dev/sda`, `/dev/nvme0n1p1`, `/dev/mapper/x`. */
function isDisk(path) {
    return placeOf(path) === 'device' && !/^\/dev\/(?:tcp|udp)\//u.test(path);
}
/** A file that runs when somebody logs in, commits or starts a tool: what is written there runs later. */
function runsLater(path) {
    // Hits `~/.bashrc`, `.git/hooks/pre-commit`, `/etc/cron.d/x`; misses `docs/.bashrc.md`.
    return /(?:^|\/)\.(?:bashrc|bash_profile|bash_login|bash_logout|profile|zshrc|zshenv|zprofile|zlogin|kshrc|cshrc|tcshrc|inputrc|gitconfig|xinitrc|xprofile)$/u.test(path)
        || /(?:^|\/)(?:\.git\/(?:hooks\/|config$)|\.config\/(?:fish\/|autostart\/|systemd\/|git\/)|\.ssh\/(?:authorized_keys|config|rc|environment)|LaunchAgents\/|LaunchDaemons\/)/u.test(path)
        || /^\/etc\/(?:cron|profile|bash\.bashrc|rc\.|init\.d|systemd|ld\.so\.preload|sudoers|pam\.d|environment|zsh|update-motd\.d)/u.test(path)
        || /^\/var\/spool\/cron/u.test(path);
}
/** The name of an object in a policy: what people would write. */
function objectOf(path) {
    return shown(path);
}

;// CONCATENATED MODULE: ./lib/parse/shell/redact.js
// SPDX-License-Identifier: Apache-2.0
//
// A command without values, for recordings and reports: what follows `=`, what is quoted prose or code, passwords in addresses, and what
// options for secrets are given. Refuses to keep what it is not sure of: a `?` too many is no loss.

/** Source: reports are read by people. */
const MAX_LENGTH = 500;
// Hits `--password`, `--api-key`, `-H`, `-u`, `-p`; misses `--verbose`.
const SECRET_OPTION = /^(?:-[HupP]|--?[\w-]*(?:pass|token|secret|key|auth|header|user|credential|cookie)[\w-]*)$/iu;
// Hits `https://me:word@host`; misses `https://host/@me`.
const USER_INFO = /(:\/\/)[^/\s@]{1,256}@/gu;
// Hits `ghp_16C7e42F292c69…`; misses `src/main/gate-process.ts`.
const LONG_TOKEN = /^[A-Za-z0-9+=_.-]{32,}$/u;
/** One line. */
function redact(argv) {
    let hide = false;
    const words = argv.map((word, index) => {
        const hidden = hide && !word.startsWith('-');
        hide = index > 0 && SECRET_OPTION.test(word);
        return hidden ? '?' : redactWord(word, index);
    });
    const line = words.join(' ');
    return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
}
function redactWord(word, index) {
    const assigned = /^(-{0,2}[\w.-]+=)/u.exec(word);
    if (assigned !== null)
        return `${assigned[0]}?`;
    if (index > 0 && (/[\s{}()'"`$;|&<>]/u.test(word) || LONG_TOKEN.test(word)))
        return '?';
    // `-psecret` of mysql.
    return shown(word).replace(USER_INFO, '$1?@').replace(/^(-p)(?=.{4})[^\s-].*$/u, '$1?').replace(/[\p{Cc}\p{Cf}]/gu, '?');
}

// EXTERNAL MODULE: ./lib/core/glob.js
var core_glob = __webpack_require__(80029);
;// CONCATENATED MODULE: ./lib/parse/shell/secrets.js
// SPDX-License-Identifier: Apache-2.0
//
// Tells by its name whether a file holds secrets: keys, tokens, passwords, environments. Refuses to look into files; a name that people
// use for examples (`.env.example`) is not one.


const EXAMPLE = /\.(?:example|sample|template|defaults|dist|tpl)(?:\.|$)/u;
const NAMES = new Set([
    '.env', '.npmrc', '.pypirc', '.netrc', '_netrc', '.pgpass', '.my.cnf', '.git-credentials', '.htpasswd', '.dockercfg', '.vault-token', '.s3cfg', '.boto', '.terraformrc',
    'application_default_credentials.json', 'oauth_creds.json', 'kubeconfig', 'master.key', 'authinfo', '.authinfo',
]);
// Hits `.env.production`; misses `.envrc`, `.env-notes.md`.
const ENVIRONMENT = /^\.env\.[\w-]+(?:\.[\w-]+)?$/u;
// Hits `id_rsa`, `id_rsa.bak`, `id_ed25519-old`, `credentials`, `credentials.backup`; misses `id_rsa.pub`, `credentials.json`, `id_rsafoo`.
const KEY = /^(?:id_(?:rsa|dsa|ecdsa|ed25519|ecdsa_sk|ed25519_sk)(?:(?:[._-](?:bak|old|orig|tmp|save|copy|backup|key|pem))?| copy)|credentials(?:[._-](?:bak|old|orig|tmp|save|copy|backup))?)$/u;
const NAMED_KEY = /^[\w.-]+_(?:rsa|dsa|ecdsa|ed25519)$/u;
const ENDING = /\.(?:pem|p12|pfx|pkcs12|key|keystore|jks|kdbx|ovpn|keychain|ppk|asc\.key)$/u;
const LIBRARY = /(?:^|\/)(?:node_modules|vendor|__pycache__|site-packages)\//u;
const HIDDEN_HOME = new RegExp(`^(?:${HOME}|${HOLE}|/root|/home/[^/]+|/users/[^/]+)/\\.(?:ssh|aws|gnupg|gcp|azure|oci|config/gcloud|config/gh/hosts\\.yml|kube/config|docker/config\\.json|codex/auth\\.json|gemini|password-store|local/share/keyrings|mozilla/firefox|config/google-chrome)(?:[./]|$)`, 'u');
const secrets_SYSTEM = /^\/(?:etc\/(?:shadow|gshadow|master\.passwd|sudoers|krb5\.keytab|ssl\/private(?:\/|$)|ssh\/ssh_host_\w+_key$)|proc\/[^/]+\/(?:environ|mem)|run\/secrets(?:\/|$)|var\/run\/secrets(?:\/|$)|dev\/k?mem)/u;
const secrets_HARMLESS = /\/\.ssh\/known_hosts(?:\.old)?$/u;
const TYPICAL = ['.env', '.env.local', '.env.production', '.npmrc', '.netrc', '.pgpass', '.git-credentials', 'id_rsa', 'id_ed25519', 'credentials'];
// `.en?` and `.e*v` are `.env` once the shell has looked; `*.json` and `*` are about other files.
function mayMatch(path) {
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    if (name.length > 64 || name.replace(/[*?[\]]/gu, '').length < 3)
        return false;
    const glob = (0,core_glob/* compileGlob */.SO)(name.replace(/\[[^\]]*\]/gu, '?'), '/');
    return TYPICAL.some((typical) => glob(typical));
}
/** True when a file of that name usually holds secrets. `path` is settled or as written; letters of either case. */
function isSecretFile(path) {
    if (path === '' || path.length > 4096 || (path.includes('://') && !/^file:/iu.test(path)))
        return false;
    if (/[*?[]/u.test(path) && mayMatch(path))
        return true;
    const plain = path.toLowerCase().replace(/\/{2,}/gu, '/').replaceAll('*', '').replace(new RegExp(TEMP, 'gu'), '/tmp');
    const name = plain.slice(plain.lastIndexOf('/') + 1);
    if (/\s/u.test(name) && !/ copy$/u.test(name))
        return false;
    if (EXAMPLE.test(name) || secrets_HARMLESS.test(plain))
        return false;
    if (secrets_SYSTEM.test(plain) || HIDDEN_HOME.test(plain))
        return true;
    if (NAMES.has(name) || ENVIRONMENT.test(name) || KEY.test(name))
        return true;
    if (name.endsWith('.pub') || LIBRARY.test(plain))
        return false;
    return NAMED_KEY.test(name) || (ENDING.test(name) && !/^(?:ca|cacert|chain|fullchain|cert|tls-ca-bundle|ca-bundle)\.pem$/u.test(name));
}

;// CONCATENATED MODULE: ./lib/parse/shell/draft.js





const KNOCKS = /^(?:|:|true|echo|printf|exec|cat|assign)$/u;
const draft_LOOPBACK = /^\/dev\/(?:tcp|udp)\/(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)\//u;
/** Fills up while a program is described. */
class Draft {
    call;
    #accesses = new Map();
    #hazards = new Map();
    #unknown = new Set();
    #paths = new Set();
    #words;
    #loopback = null;
    /** True when there is nothing to say of the command itself: a wrapper, a definition. */
    dropped = false;
    constructor(call, name) {
        this.call = call;
        this.#words = [name];
        for (const hazard of call.hazards)
            this.#hazards.set(hazard.id, hazard);
    }
    /** Names the operation: program and sub-commands. */
    called(...words) {
        this.#words = words;
    }
    get folder() {
        return this.call.frame.scope.folder;
    }
    access(effect, object, type, why) {
        const access = { effect, object: object === null ? null : shown(object), type, columns: [], filtered: [], assumed: false, ...(why === undefined ? {} : { why }) };
        this.#accesses.set(`${effect}\n${type}\n${access.object}`, access);
    }
    /** Accesses that another parser found. */
    adopt(accesses) {
        for (const access of accesses)
            this.#accesses.set(`${access.effect}\n${access.type}\n${access.object}\n${access.columns.join()}`, access);
    }
    hazard(id, detail) {
        if (!this.#hazards.has(id))
            this.#hazards.set(id, { id, detail });
    }
    unknown(why) {
        this.#unknown.add(why);
        this.access('unknown', null, null, why);
    }
    read(path) {
        const settled = this.#settled(path);
        this.access('read', objectOf(settled), 'file');
        this.#secret(path, settled);
    }
    /** Asks only whether it is there, or how large: its content stays where it is. */
    look(path) {
        this.access('read', objectOf(this.#settled(path)), 'file');
    }
    /** `text`: what is written; null when not known. */
    write(path, text = null) {
        const settled = this.#settled(path);
        const why = jobFileReason(settled, text);
        if (why !== null)
            this.hazard('environment-code', why);
        if (this.#socket(settled))
            return;
        this.access('write', objectOf(settled), 'file');
        this.#guard(path, settled);
        this.#secret(path, settled);
    }
    /** Permissions and owners. */
    grant(path) {
        const settled = this.#settled(path);
        this.access('grant', objectOf(settled), 'file');
        const place = this.#place(settled);
        if (place === 'system' || place === 'root' || place === 'device')
            this.hazard('system-write', `\`${shown(settled)}\` belongs to the system`);
    }
    /** Removes what is named; `all`: with everything below. */
    remove(path, all) {
        const settled = this.#settled(path);
        const place = this.#place(settled);
        const before = this.#hazards.size;
        this.#minds(place, { path, settled, all });
        // What a build makes again, and what is named below the work tree, comes back: it is a change like any other.
        this.access(this.#hazards.size > before ? 'destroy' : 'write', objectOf(settled), 'file');
    }
    #minds(place, { path, settled, all }) {
        const what = `\`${shown(settled)}\``;
        if (place === 'device')
            this.hazard('disk-write', `${what} is a device`);
        else if (place === 'root')
            this.hazard('root-delete', `${what} is the whole machine`);
        else if (place === 'home' && (all || settled.includes('*')))
            this.hazard('home-delete', `${what} is somebody's home`);
        else if (place === 'tree' && (all || settled.includes('*')))
            this.hazard('workspace-delete', `${what} is the work tree with all that was not committed`);
        else if (place === 'system')
            this.hazard(all ? 'outside-delete' : 'system-write', `${what} belongs to the system`);
        else if (all && (place === 'outside' || place === 'home'))
            this.hazard('outside-delete', `${what} is not in the work tree`);
        else if (all && place === 'unresolved')
            this.hazard('unresolved-delete', `what \`${shown(path)}\` comes to is known only when it runs`);
    }
    /** An argument of a program that we know nothing about. */
    mention(argument) {
        for (const path of candidates(argument)) {
            const settled = this.#settled(path);
            if (isSecretFile(path) || isSecretFile(settled))
                this.read(path);
            const why = jobFileReason(settled, null);
            if (why !== null)
                this.hazard('environment-code', why);
        }
    }
    #settled(path) {
        const settled = settle(this.folder, path.replace(/^file:\/\/(?:localhost)?/iu, ''));
        if (!settled.includes(HOLE))
            this.#paths.add(objectOf(settled));
        return settled;
    }
    #place(settled) {
        const place = placeOf(settled);
        // On another machine there is no work tree of ours.
        return this.call.frame.away && (place === 'inside' || place === 'tree') ? 'outside' : place;
    }
    #guard(path, settled) {
        const place = this.#place(settled);
        const what = `\`${shown(settled)}\``;
        if (isDisk(settled))
            this.hazard('disk-write', `${what} is a device`);
        else if (runsLater(settled))
            this.hazard('runs-later', `what is written to ${what} runs later`);
        else if (place === 'system' || place === 'root')
            this.hazard('system-write', `${what} belongs to the system`);
        else if (placeOf(path) === 'unresolved' && /[\uFFFF]\/(?:etc|usr|bin|dev|boot)\//u.test(path))
            this.hazard('system-write', `${what} may belong to the system`);
    }
    #secret(path, settled) {
        if (path.includes('://') && !/^file:/iu.test(path))
            return;
        if (isSecretFile(settled) || isSecretFile(path))
            this.hazard('secret-file', `\`${shown(settled)}\` holds secrets`);
    }
    #socket(settled, effect = 'write') {
        if (!/^\/dev\/(?:tcp|udp)\//u.test(settled))
            return false;
        // Whether something answers there is all that is asked.
        if (effect === 'read' && /^(?:|:|true|assign)$/u.test(this.#words[0] ?? '')) {
            this.access('read', settled.slice('/dev/tcp/'.length), 'host');
            return true;
        }
        this.access('execute', settled.slice('/dev/tcp/'.length), 'host');
        if (draft_LOOPBACK.test(settled))
            this.#loopback = settled;
        else
            this.hazard('raw-socket', `\`${shown(settled)}\` is a connection to another machine`);
        return true;
    }
    /** The operation. */
    finish() {
        for (const { effect, path, text } of this.call.opened) {
            if (effect === 'read' && this.#socket(this.#settled(path), effect))
                continue;
            if (effect === 'read')
                this.read(path);
            else
                this.write(path, text ?? null);
        }
        // A look whether something on this machine answers is made by what runs nothing.
        if (this.#loopback !== null && !KNOCKS.test(this.#words[0] ?? ''))
            this.hazard('raw-socket', `\`${shown(this.#loopback)}\` takes or gives what nobody has read`);
        const unknown = [...this.#unknown];
        if (this.#accesses.size === 0)
            this.access('read', null, null);
        const words = this.#words.map((word) => shown(word).toLowerCase());
        const facts = {
            statement: words.join(' ').toUpperCase(), name: ['shell', ...words].join('.'), text: shown(this.call.text), redacted: redact(this.call.argv),
            accesses: [...this.#accesses.values()], functions: [], hazards: [...this.#hazards.values()], forbidden: [], unknown, assumed: this.call.assumed === true,
        };
        return { kind: 'shell', facts, line: this.call.line, paths: [...this.#paths] };
    }
}
// `.env` in `--file=.env`, `@.env`, `file=@.env;type=x`, `.env:/app/.env`.
function candidates(argument) {
    if (argument.length > 4096 || /\n/u.test(argument))
        return [];
    if (/^[a-z]+:\/\//iu.test(argument) && !/^file:/iu.test(argument))
        return [];
    // Prose, or a command in one word: whoever reads it is another program.
    if (/\s/u.test(argument) && !/^[./~\uFDD0]/u.test(argument))
        return [];
    const value = argument.replace(/^-{1,2}[\w-]+=/u, '');
    return [...new Set([value, value.replace(/^[\w.-]*=?@/u, ''), ...value.split(/[:,;=]/u)])].filter((part) => part !== '');
}

;// CONCATENATED MODULE: ./lib/parse/shell/embedded.js

/** SQL that a client would send. */
function adoptSql(text, draft, read) {
    if (!isKnown(text)) {
        draft.unknown('the SQL is known only when it runs');
        return;
    }
    for (const { facts } of read(text)) {
        draft.adopt(facts.accesses);
        for (const { id, detail } of facts.hazards)
            draft.hazard(id, detail);
        for (const why of [...facts.forbidden, ...facts.unknown])
            draft.unknown(why);
        if (facts.accesses.some(({ effect }) => effect === 'destroy'))
            draft.hazard('data-destroy', `${facts.statement} loses data or definitions`);
    }
}
/** Hazards of a pod with which it gets at its node. */
const ESCAPES = new Set(['pod-security.baseline.privileged', 'pod-security.baseline.host-process', 'pod-security.baseline.host-namespaces', 'host-path-sensitive', 'volume-host-path', 'capabilities-dangerous']);
const RIGHTS = new Set(['rbac.cluster-admin', 'rbac.everything', 'rbac.escalate', 'rbac.bind', 'rbac.impersonate', 'rbac.everybody']);
const PLACEHOLDER = 'known-when-it-runs';
/** Manifests, or one request, that would go to a cluster. */
function adoptManifests(text, draft, read) {
    const known = isKnown(text);
    for (const { facts } of read(shown(text.replaceAll(HOLE, PLACEHOLDER)))) {
        for (const { id, detail } of facts.hazards)
            draft.hazard(id, detail);
        if (facts.hazards.some(({ id }) => ESCAPES.has(id)))
            draft.hazard('container-escape', 'a pod of the manifest gets at the node that it runs on');
        if (facts.hazards.some(({ id }) => RIGHTS.has(id)))
            draft.hazard('account-change', 'the manifest hands out rights over the cluster');
        if (!known)
            continue;
        draft.adopt(facts.accesses.filter(({ effect }) => effect !== 'unknown'));
        for (const why of facts.unknown)
            draft.unknown(why);
    }
}

// EXTERNAL MODULE: ./lib/core/model.js
var model = __webpack_require__(57206);
;// CONCATENATED MODULE: ./lib/parse/shell/options.js
// SPDX-License-Identifier: Apache-2.0
//
// Reads arguments as GNU getopt and git do: bundled letters, values attached or apart, `--`, long names cut short, `--no-x` taking `--x`
// back, options after operands. Refuses to miss an option by its spelling: what could be meant counts as meant.
// @see https://www.gnu.org/software/libc/manual/html_node/Argument-Syntax.html
const options_words = (text) => (text === undefined || text === '' ? [] : text.split(' '));
/** Arguments taken apart. */
class Options {
    /** In order; after `--` all are operands. */
    operands = [];
    /** Operands that stood after `--`; null without one. */
    dashed = null;
    #given = [];
    #own;
    #maybe;
    constructor(args, shape = {}) {
        const names = options_words(shape.names);
        this.#own = options_words(shape.own);
        this.#maybe = shape.maybe ?? {};
        for (let at = 0; at < args.length; at += 1) {
            const arg = args[at];
            if (arg === '--') {
                this.dashed = args.slice(at + 1);
                this.operands.push(...this.dashed);
                return;
            }
            if (arg.length < 2 || !arg.startsWith('-')) {
                this.operands.push(arg);
                if (!shape.first)
                    continue;
                this.operands.push(...args.slice(at + 1));
                return;
            }
            if (arg.startsWith('--') || shape.single === true)
                at = this.#long(arg.replace(/^--?/u, ''), { args, at, names });
            else
                at = this.#short(arg.slice(1), { args, at, letters: shape.letters ?? '' });
        }
    }
    #long(text, { args, at, names }) {
        const cut = text.indexOf('=');
        if (cut >= 0) {
            this.#given.push({ name: text.slice(0, cut), value: text.slice(cut + 1) });
            return at;
        }
        const chosen = Object.hasOwn(this.#maybe, text) && options_words(this.#maybe[text]).includes(args[at + 1] ?? '');
        const takes = chosen || names.includes(text) || (text.length > 2 && !this.#own.includes(text) && names.some((name) => name.startsWith(text)));
        this.#given.push({ name: text, value: takes ? (args[at + 1] ?? '') : null });
        return takes ? at + 1 : at;
    }
    #short(text, { args, at, letters }) {
        for (let index = 0; index < text.length; index += 1) {
            const letter = text[index];
            if (!letters.includes(letter)) {
                this.#given.push({ name: letter, value: null });
                continue;
            }
            const rest = text.slice(index + 1);
            this.#given.push({ name: letter, value: rest === '' ? (args[at + 1] ?? '') : rest });
            return rest === '' ? at + 1 : at;
        }
        return at;
    }
    /** True when one of the options is given and not taken back. Names of one letter are letters. */
    has(...names) {
        return names.some((name) => {
            let on = false;
            for (const given of this.#given) {
                if (this.#means(given.name, name))
                    on = given.value !== 'false';
                else if (name.length > 1 && given.name.startsWith('no-') && this.#means(given.name.slice(3), name))
                    on = false;
            }
            return on;
        });
    }
    /** The last value of one of the options; undefined when none is given with one. */
    value(...names) {
        return this.values(...names).at(-1);
    }
    values(...names) {
        return this.#given.flatMap(({ name, value }) => (value !== null && names.some((wanted) => this.#means(name, wanted)) ? [value] : []));
    }
    /** Values of all options, known or not. */
    allValues() {
        return this.#given.flatMap(({ value }) => (value === null ? [] : [value]));
    }
    /** Names of all options as written. */
    names() {
        return this.#given.map(({ name }) => name);
    }
    #means(given, wanted) {
        if (given === wanted)
            return true;
        return wanted.length > 2 && given.length >= 2 && !this.#own.includes(given) && wanted.startsWith(given);
    }
}

;// CONCATENATED MODULE: ./lib/parse/shell/commands/table.js
// SPDX-License-Identifier: Apache-2.0
//
// Programs with sub-commands as rows of text, so that a family is read at a glance. A row is `words | other words : effect #hazard @type`. A word
// is `a,b` (one of these sub-commands), `+x,long` (an option is given), `!long` (it is not), `*` (any operand). The first row that fits holds.
// Refuses rows that can't be read when they are loaded, and programs no row fits are run, not known.



/** What is said of a hazard when a program has nothing better to say. */
const DETAILS = {
    'account-change': 'accounts and their rights decide who may do what',
    'branch-delete': 'what only that branch, tag or ref leads to is lost',
    'bulk-delete': 'which files it deletes is known only when it runs',
    'cluster-door': 'what is done through it in the cluster is judged by nobody',
    'container-escape': 'the container gets at the machine that it runs on',
    'container-host': 'the container shares something of the machine that others are kept from',
    'data-destroy': 'data is lost that no rollback brings back',
    deploy: 'what it brings is in use as soon as it ends, and nobody has judged it',
    'downloaded-code': 'what a server answers runs unread',
    'disk-write': 'it writes to a disk below its file systems',
    'environment-code': 'it makes other programs run what it names',
    'firewall-change': 'it changes what may reach the machine, or leave it',
    'force-push': 'commits that others have may be lost',
    'force-with-lease': 'commits are replaced, if nobody has pushed since',
    'history-rewrite': 'commits are replaced by others',
    'infrastructure-destroy': 'what runs there is taken down',
    'machine-stop': 'the machine stops or starts again',
    'process-kill': 'it ends processes that it does not name',
    'raw-socket': 'the machine can be reached from elsewhere',
    publish: 'what is published stays published',
    'unplanned-apply': 'what it changes is decided when it runs, by a plan that nobody has seen',
    'runs-later': 'what it sets up runs later, when nobody looks',
    'secret-read': 'it prints secrets',
    'service-stop': 'a service stops or does not come up again',
    'sql-file': 'what the file does to the database is judged only where `changes` names it',
    'system-write': 'it changes the system',
    'work-loss': 'changes that were not committed are lost',
    'wide-permissions': 'everybody may change it then',
    erase: 'it overwrites data so that nothing brings it back',
};
function parseRows(rows) {
    return rows.split('\n').filter((line) => line.trim() !== '').flatMap((line) => {
        const cut = ` ${line}`.indexOf(' : ');
        const [effect, ...rest] = line.slice(cut + 2).trim().split(/\s+/u);
        if (cut < 0 || !model/* EFFECTS */.t.includes(effect))
            throw new Error(`the row \`${line}\` has no effect`);
        const hazards = rest.filter((word) => word.startsWith('#')).map((word) => word.slice(1));
        const type = rest.find((word) => word.startsWith('@'))?.slice(1) ?? null;
        return line.slice(0, cut).split('|').map((phrase) => ({ conditions: phrase.split(/\s+/u).filter((word) => word !== '').map(conditionOf), effect: effect, hazards, type }));
    });
}
function conditionOf(word) {
    if (word === '*')
        return { kind: 'any', names: [] };
    if (word.startsWith('+'))
        return { kind: 'with', names: word.slice(1).split(',') };
    if (word.startsWith('!'))
        return { kind: 'without', names: word.slice(1).split(',') };
    return { kind: 'words', names: word.split(',') };
}
/** How much of the operands a row takes; null when it does not fit. */
function fit({ conditions }, options) {
    let at = 0;
    for (const { kind, names } of conditions) {
        if (kind === 'with' && !options.has(...names))
            return null;
        if (kind === 'without' && options.has(...names))
            return null;
        if (kind === 'any' || kind === 'words') {
            const operand = options.operands[at];
            if (operand === undefined || (kind === 'words' && !names.includes(operand.toLowerCase())))
                return null;
            at += 1;
        }
    }
    return at;
}
/** A program described by rows. */
function table(shape, rows) {
    const parsed = lazily(() => parseRows(rows));
    return (use) => {
        const options = new Options(use.args, shape);
        if (asksForHelp(use.args))
            use.draft.access('read', null, null);
        else
            applyRows(parsed(), options, use);
    };
}
/** `--help` anywhere among its own options: it prints and does nothing. */
function asksForHelp(args) {
    const end = args.indexOf('--');
    return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-help');
}
/** The same for options that a program has taken apart already. False when no row fits. */
function rowsOf(rows) {
    const parsed = lazily(() => parseRows(rows));
    return (options, use) => {
        if (!asksForHelp(use.args))
            return applyRows(parsed(), options, use);
        use.draft.access('read', null, null);
        return true;
    };
}
function applyRows(rows, options, { name, draft, args }) {
    for (const arg of args)
        draft.mention(arg);
    const first = options.operands[0];
    if (first !== undefined && !isKnown(first)) {
        draft.unknown(`what \`${name} ${shown(first)}\` does is known only when it runs`);
        // Of a program without sub-commands the danger is known, whatever it is done to.
        const always = rows.some(({ conditions }) => conditions.some(({ kind }) => kind === 'words')) ? undefined : rows.find((row) => fit(row, options) !== null);
        for (const id of always?.hazards ?? [])
            danger(draft, id);
        return true;
    }
    for (const row of rows) {
        const taken = fit(row, options);
        if (taken === null)
            continue;
        const words = options.operands.slice(0, taken).filter((_word, index) => row.conditions.filter(({ kind }) => kind === 'any' || kind === 'words')[index]?.kind === 'words');
        draft.called(name, ...words);
        describe(row, options.operands.slice(taken), { draft, fallback: [name, ...words].join(' ') });
        return true;
    }
    draft.called(name, ...(first === undefined || !/^[\w-]{1,40}$/u.test(first) ? [] : [first]));
    draft.access('execute', name, 'program');
    return false;
}
function describe({ effect, hazards, type }, objects, { draft, fallback }) {
    if (effect === 'unknown')
        draft.unknown(`what \`${fallback}\` does is not told by its arguments`);
    else if (type === null || objects.length === 0)
        draft.access(effect, effect === 'read' ? null : fallback, effect === 'read' ? null : 'program');
    else
        for (const object of objects)
            draft.access(effect, object, type);
    for (const id of hazards)
        danger(draft, id);
}
/** Adds a hazard with its usual words. */
function danger(draft, id) {
    draft.hazard(id, DETAILS[id] ?? id);
}
function lazily(make) {
    let made;
    return () => (made ??= { value: make() }).value;
}

;// CONCATENATED MODULE: ./lib/parse/shell/deploys.js
// SPDX-License-Identifier: Apache-2.0
//
// Commands that bring something into production by themselves: it is in use as soon as they end, and no manifest or plan of it was judged. Known by
// program and sub-commands, wherever these stand among options. Refuses to take `--dry-run` for a rehearsal where it may be the value of another option.

/** One program a line: phrases parted by `|`, each of words that follow each other, `a,b` one of them, `+x,y` an option, `*` whatever is asked. */
const ROWS = `
gcloud : run deploy | run services,jobs deploy,update,replace,update-traffic,execute | app deploy | app services set-traffic | functions deploy | builds submit | builds triggers run | deploy releases create,promote | deploy rollouts approve,advance | deployments apply,create,update | managed rolling-action | endpoints services deploy
az : webapp up,deploy,config,deployment | functionapp deploy,config,deployment | containerapp up,update,create,job | container create | deployment create | group,sub,mg,tenant create | acr build,run,task | spring app | staticwebapp create | vmss update,update-instances,rolling-upgrade | aks update,upgrade,command | pipelines run
aws : lambda update-function-code,update-function-configuration,update-alias,publish-version,create-function | cloudformation deploy,create-stack,update-stack,execute-change-set,create-stack-set,update-stack-set,create-stack-instances | ecs update-service +force-new-deployment,task-definition | ecs create-service,run-task,deploy,register-task-definition | deploy create-deployment,push | elasticbeanstalk update-environment,create-environment | amplify start-deployment,start-job,create-deployment | apprunner start-deployment,update-service,create-service | codepipeline start-pipeline-execution,put-approval-result,update-pipeline | codebuild start-build,start-build-batch | cloudfront update-distribution,update-function,publish-function | apigateway,apigatewayv2 create-deployment,update-stage,put-rest-api | appconfig start-deployment | autoscaling start-instance-refresh,update-auto-scaling-group | ssm start-automation-execution | stepfunctions start-execution,update-state-machine | glue start-job-run,update-job | batch submit-job | events put-rule,put-targets | scheduler create-schedule,update-schedule | route53 change-resource-record-sets
fly,flyctl : deploy | launch | machine,machines run,update,start | image update | secrets set,import,deploy
vercel,vc : +prod | deploy +prod | promote | rollback | redeploy | alias set | env add,update | dns add
netlify,ntl : deploy +prod,p,prod-if-unlocked | env:set | env:import
heroku : container:release | pipelines:promote | releases:rollback | rollback | config:set | builds:create | pg:promote,pg:copy,pg:push
firebase : deploy | hosting:clone | functions:config:set | functions:secrets:set | apphosting:rollouts:create
wrangler : deploy | publish | versions deploy | rollback | pages deploy,publish | secret put,bulk | triggers deploy | execute +remote | apply +remote
serverless,sls : deploy | rollback
cdk : deploy | bootstrap | rollback | import | watch
sam : deploy | sync | remote invoke
pulumi : up | update | refresh | import | config set | state delete,edit,unprotect
ansible-playbook,ansible-pull : *
argocd : app sync,rollback,set,create,patch | appset create | proj create,edit | cluster add,set | repo add
flux : reconcile | resume | bootstrap | install | push
kubectl,oc : argo rollouts promote,set,retry,undo | new-app | start-build | rollout latest
helmfile : apply | sync
kapp,werf,skaffold,kluctl,devspace,okteto,garden,tk,timoni : deploy | apply | converge | run | up | delete
kpt : live apply,destroy
nomad : job run,revert,promote,dispatch | run | deployment promote
docker,podman : stack deploy,up | service create,update,rollback
cf : push | restage | set-env | map-route | run-task
eb : deploy | create | setenv | swap | upgrade
copilot : deploy
amplify : push | publish
sst,zappa,chalice,eas,deployctl,koyeb,clever,scalingo,railway,ecspresso,lambroll,cap,mina,fab,kamal,mrsk,fastlane : deploy | redeploy | update | undeploy | rollback | up | submit | release | supply | deliver | production deploy
doctl : apps,app create-deployment,update,create
supabase : db push | functions deploy | secrets set
hasura : deploy | migrate apply | metadata apply
puppet : agent | apply | job run | task run | plan run
salt,salt-ssh,pssh,parallel-ssh,pdsh,clush,chef-client,colmena,nixos-rebuild : *
gh-pages,surge : *`;
let deploys;
const read = () => new Map(ROWS.trim().split('\n').flatMap((row) => {
    const cut = row.indexOf(' : ');
    const phrases = row.slice(cut + 3).split(' | ').map((phrase) => phrase.split(' ').map((part) => (part.startsWith('+') ? { kind: 'option', names: part.slice(1).split(',') } : { kind: 'word', names: part.split(',') })));
    return row.slice(0, cut).split(',').map((name) => [name, phrases]);
}));
// Hits `--dry-run`, `--dry-run=client`, `--check`, `--help`; misses `--checkpoint`.
const REHEARSED = /^--(?:dry-?run|check|syntax-check|list-tasks|list-hosts|no-?op|what-if|no-execute|no-execute-changeset|help)(?:=(?!none|false).*)?$/u;
// `git push heroku main`: the remote is the platform.
const PLATFORM = /^(?:heroku|dokku|piku|gigalixir|scalingo|clever|production|prod|live)$/iu;
/** Notes a call that brings something into production. */
function noteDeploy(name, args, draft) {
    deploys ??= read();
    if ((name !== 'git' && !deploys.has(name)) || isRehearsed(args) || (name.startsWith('ansible') && args.includes('-C')))
        return;
    const pushed = name === 'git' && args.includes('push') ? args.slice(args.indexOf('push') + 1).find((arg) => !arg.startsWith('-')) : undefined;
    if (pushed !== undefined ? PLATFORM.test(pushed) : deploys.get(name)?.some((phrase) => fits(phrase, args)) === true)
        danger(draft, 'deploy');
}
// Behind an option that may take a value, it may be that value.
function isRehearsed(args) {
    const end = args.indexOf('--');
    return (end < 0 ? args : args.slice(0, end)).some((arg, index) => REHEARSED.test(arg) && !/^-[^=]*$/u.test(args[index - 1] ?? ''));
}
function fits(phrase, args) {
    const words = args.filter((arg) => !arg.startsWith('-')).map((arg) => arg.toLowerCase());
    const wanted = phrase.filter(({ kind }) => kind === 'word');
    const given = phrase.filter(({ kind }) => kind === 'option').every(({ names }) => names.some((option) => args.some((arg) => (option.length === 1 ? arg.startsWith(`-${option}`) : arg === `--${option}` || arg.startsWith(`--${option}=`)))));
    if (!given)
        return false;
    return wanted.length === 0 || wanted[0]?.names[0] === '*' || words.some((_word, at) => wanted.every(({ names }, index) => names.includes(words[at + index] ?? '')));
}

;// CONCATENATED MODULE: ./lib/parse/shell/installers.js
// SPDX-License-Identifier: Apache-2.0
//
// Package managers of other languages, and of programs that take plugins, when a command names what is to be installed: `cargo install x`, `gem install x`,
// `go install x@v1`, `brew install a/b/c`. Refuses to look at what comes from the project itself (a path, a manifest), and at the curated lists of distributions.

const INSTALLERS = {
    cargo: { verb: /^(?:\+\S+ )?(?:install|binstall)(?: |$)/u, shape: { letters: 'jFpZ', names: 'version vers git branch tag rev path root index registry features bin example profile target target-dir jobs color config' }, own: ['path', 'git'] },
    gem: { verb: /^install(?: |$)/u, shape: { letters: 'vinsPg', names: 'version install-dir bindir platform source file document' }, own: ['file'] },
    cpanm: { verb: /^/u, shape: { letters: 'lLn', names: 'local-lib mirror' }, own: ['installdeps'] }, cpan: { verb: /^/u },
    luarocks: { verb: /^install /u, shape: { names: 'tree server lua-version' } },
    dotnet: { verb: /^tool (?:install|update) /u, shape: { names: 'tool-path version add-source configfile framework' } },
    composer: { verb: /^(?:global )?(?:require|create-project) /u },
    'ansible-galaxy': { verb: /^(?:(?:collection|role) )?install /u, shape: { letters: 'rps', names: 'role-file requirements-file roles-path collections-path server' } },
    brew: { verb: /^(?:install|reinstall|upgrade|tap) /u, names: /^[\w-]+\/[\w.-]+/u },
    krew: { verb: /^install /u }, kubectl: { verb: /^krew install /u },
    nix: { verb: /^(?:run|shell|develop|build|(?:profile|env) install) /u, names: /^(?:github|gitlab|sourcehut|git\+\w+|https?|flake):(?!nixpkgs)/u }, 'nix-env': { verb: /^/u, names: /^https?:/u },
    asdf: { verb: /^plugin add /u }, opam: { verb: /^install /u }, cabal: { verb: /^(?:v2-)?install /u }, stack: { verb: /^install /u }, nimble: { verb: /^install /u }, dub: { verb: /^(?:fetch|run) /u },
    mix: { verb: /^(?:archive|escript)\.install /u, names: /^(?!hex$|\d)/u }, raco: { verb: /^pkg install /u }, vagrant: { verb: /^plugin install /u }, pulumi: { verb: /^plugin install \w+ /u },
    code: { verb: /^/u, shape: { names: 'install-extension' } }, helm: { verb: /^plugin install /u }, packer: { verb: /^plugins install /u }, poetry: { verb: /^self add /u },
};
/** Hits `https://host/x.tar.gz` and `git+ssh://host/x`; misses `./x` and `App::x`. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//iu;
/** They come with their language, or build for others. */
const OF_THE_TOOLS = new Set('bundler rake rails cargo-binstall App::cpanminus hex rebar rebar3'.split(' '));
/** Names that a command installs, as written; none when it installs nothing by name. */
function installedBy(program, args) {
    const installer = Object.hasOwn(INSTALLERS, program) ? INSTALLERS[program] : undefined;
    if (installer === undefined)
        return [];
    const options = new Options(args, installer.shape ?? {});
    const isOwn = installer.own?.some((name) => options.has(name) || options.value(name) !== undefined) === true;
    // What the project needs, unless the project itself is somewhere else.
    if (isOwn && !options.operands.some((word) => ADDRESS.test(word)))
        return [];
    const extensions = program === 'code' ? options.values('install-extension') : null;
    const words = options.operands.join(' ');
    const verb = installer.verb.exec(words)?.[0];
    if (verb === undefined)
        return [];
    const named = extensions ?? options.operands.slice(verb.trim() === '' ? 0 : verb.trim().split(' ').length);
    return named.filter((name) => !/^[./~]|\.(?:gem|nupkg|vsix|rock|nix)$|^\s*$/u.test(name) && !OF_THE_TOOLS.has(name.replace(/[@:].*$/u, '')) && installer.names?.test(name) !== false);
}
// Hits `golang.org/x/tools/cmd/stringer@v0.24.0`: of the makers of the language.
const OF_GO = /^(?:golang\.org\/(?:x|dl)|google\.golang\.org)\//u;
/** A module that `go run` or `go install` takes at a version; null when it is the project's own. */
function goModule(args) {
    const module = /^(?:run|install|get|tool)$/u.test(args[0] ?? '') ? args.find((arg) => /^[\w.-]+\.\w+\/\S+@/u.test(arg)) : undefined;
    return module === undefined || OF_GO.test(module) ? null : module;
}
// Hits `evil/x`, `ghcr.io/a/b:1`; misses `postgres:16`, which Docker keeps, an image by its digest, and one of this machine.
const FOREIGN_IMAGE = /^(?!(?:docker\.io\/)?library\/|localhost[:/]|127\.0\.0\.1[:/])[\w.-]+(?::\d+)?\/[\w./-]+(?::[\w.-]+)?$/u;
/** Options of `docker run` that give a container something of the machine. */
const GIVES = ['v', 'volume', 'mount', 'volumes-from', 'e', 'env', 'env-file', 'secret'];
/** True for an image that somebody else can replace, and that is given folders, variables or the network of the machine. */
function runsForeignImage(image, options) {
    return FOREIGN_IMAGE.test(image) && (options.values(...GIVES).length > 0 || options.has('privileged') || [options.value('network'), options.value('net')].includes('host'));
}

;// CONCATENATED MODULE: ./lib/parse/shell/runners.js



const NODE_VALUES = { letters: 'cpwC', names: 'call package workspace shell prefix registry cache userconfig loglevel dir filter node-options tag script-shell' };
const PYTHON_VALUES = { letters: 'prcftwi', names: 'python from with with-editable with-requirements index-url extra-index-url index default-index spec pip-args requirement constraint target find-links cache-dir directory project env-file extra group package index-strategy prefix root timeout retries platform abi implementation python-version no-binary only-binary prerelease resolution' };
/** Where a program has another name than its package. */
const PROGRAMS = {
    tsc: 'typescript', tsserver: 'typescript', ng: '@angular/cli', nest: '@nestjs/cli', playwright: '@playwright/test', sb: 'storybook', 'vue-cli-service': '@vue/cli-service', cdk: 'aws-cdk', sls: 'serverless', commitlint: '@commitlint/cli', changeset: '@changesets/cli', cap: '@capacitor/cli', firebase: 'firebase-tools', 'ts-node-esm': 'ts-node', 'typeorm-ts-node-commonjs': 'typeorm', 'typeorm-ts-node-esm': 'typeorm', 'run-s': 'npm-run-all', 'run-p': 'npm-run-all', 'react-native': 'react-native', tailwind: 'tailwindcss', 'vitest-ui': 'vitest', 'start-server-and-test': 'start-server-and-test', ncu: 'npm-check-updates',
};
/** Package managers and what builds packages: they take care of themselves. */
const runners_OF_THE_TOOLS = new Set('npm pnpm yarn bun corepack node-gyp pip setuptools wheel build virtualenv uv pipx poetry hatch pdm tox nox twine pipenv'.split(' '));
const TAKERS = /^(?:npx|bunx|pnpx|npm|pnpm|yarn|bun|uvx?|pipx?[\d.]*|python[\d.]*|pypy[\d.]*|go)$/u;
// Hits `1.2.3`, `==1.2.3`, `v1.2.3-rc.1`; misses `^1.2.3`, `1`, `latest`.
const EXACT = /^(?:={0,3}\s*|@)v?\d+\.\d+(?:\.\d+)*(?:[-+.][\w.+-]+)?$/u;
/** Notes packages that nobody pinned or looked at. `own`: of the repository; null when nobody knows. */
function noteRunner(name, args, draft, own) {
    if (own !== null)
        for (const one of installedBy(name, args))
            if (isKnown(one) && !knowsOther(own, one))
                draft.hazard('unpinned-package', `\`${shown(one)}\` is no dependency of the repository: what is installed runs unread`);
    if (!TAKERS.test(name))
        return;
    if (name === 'go')
        noteModule(args, draft, own);
    const taken = takenBy(name, args);
    if (taken === null)
        return;
    for (const one of taken.names) {
        if (!isKnown(one) || /^[./~\uFDD0\uFDD1]|^[\w@.+-]*:|^\w[\w.-]*\/|^\s*$|\.(?:whl|tgz|gz|zip)$/u.test(one) || (taken.installs && own === null))
            continue;
        const why = mindOf(one, taken, own);
        if (why !== null)
            draft.hazard('unpinned-package', `\`${shown(one)}\` ${why}`);
    }
}
// A module of Go is compared with what others got of that version, so one that the repository knows may be of any.
function noteModule(args, draft, own) {
    const module = args.find((arg) => /^(?:run|install)$/u.test(args[0] ?? '') && /^[\w.-]+\.\w+\/\S+@/u.test(arg));
    if (module !== undefined && !/@(?:v\d+\.\d+\.\d+\S*|[0-9a-f]{12,40})$/u.test(module))
        return draft.hazard('unpinned-package', `\`${shown(module)}\` can become another version, and runs unread`);
    const foreign = goModule(args);
    if (foreign !== null && own !== null && !knowsOther(own, foreign))
        draft.hazard('unpinned-package', `\`${shown(foreign)}\` is no dependency of the repository: what is installed runs unread`);
}
// By its name without a version, or any part of its path.
function knowsOther({ others }, written) {
    const name = written.replace(/(?<=.)[@:].*$/u, '');
    return others.has(name) || (name.includes('/') && name.split('/').some((_part, index, parts) => others.has(parts.slice(0, index + 1).join('/'))));
}
function mindOf(written, { kind, local, installs }, own) {
    const [, name = '', version = ''] = (kind === 'node' ? /^(@[^/@]+\/[^@]+|[^@]+)(?:@(.*))?$/u : /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*((?:@|[=<>!~]).*)?$/u).exec(written) ?? [];
    if (name === '' || (installs && runners_OF_THE_TOOLS.has(name)))
        return null;
    if (own !== null && !knows(own, kind, name))
        return 'is no dependency of the repository: what a registry answers runs unread';
    if (installs)
        return null;
    if (version === '' ? local : EXACT.test(version))
        return null;
    return version === '' ? 'is fetched in whatever version is the newest, and runs unread' : 'can become another version, and runs unread';
}
function knows(own, kind, name) {
    if (kind === 'python')
        return own.python.has(name.toLowerCase().replace(/[._]/gu, '-'));
    const { node } = own;
    if (node.has(name) || node.has(PROGRAMS[name] ?? name))
        return true;
    return !name.startsWith('@') && [`@${name}/cli`, `@${name}/${name}`, `${name}-cli`, `@${name}js/${name}`].some((other) => node.has(other));
}
function takenBy(name, args) {
    if (/^(?:npx|bunx|pnpx)$/u.test(name))
        return ofRunner(args, name !== 'pnpx');
    if (/^(?:npm|pnpm|yarn|bun)$/u.test(name))
        return ofManager(name, args);
    const module = /^(?:python|pypy)[\d.]*$/u.test(name) ? args.indexOf('-m') : -1;
    if (module >= 0)
        return takenBy(args[module + 1] ?? '', args.slice(module + 2));
    if (name === 'uvx')
        return ofPython(args, true);
    if (name === 'uv' && args[0] === 'tool' && (args[1] === 'run' || args[1] === 'install'))
        return ofPython(args.slice(2), args[1] === 'run');
    if (name === 'uv' && args[0] === 'run')
        return { kind: 'python', names: new Options(args.slice(1), { ...PYTHON_VALUES, first: true }).values('with').flatMap((value) => value.split(',')), local: false, installs: false };
    if (name === 'uv' && args[0] === 'pip')
        return takenBy('pip', args.slice(1));
    if (name === 'pipx' && (args[0] === 'run' || args[0] === 'install'))
        return ofPython(args.slice(1), args[0] === 'run');
    if (/^pip[\d.]*$/u.test(name) && args.includes('install'))
        return { kind: 'python', names: operandsOf(args.slice(args.indexOf('install') + 1), PYTHON_VALUES), local: false, installs: true };
    return null;
}
// `-p x` names the package, the first operand the program in it. `--no` fetches nothing.
function ofRunner(args, local) {
    const options = new Options(args, { ...NODE_VALUES, first: true });
    if (args.some((arg) => arg === '--no' || arg === '--no-install'))
        return null;
    const named = options.values('p', 'package');
    const fetched = named.length > 0 ? named : options.value('c', 'call') === undefined ? options.operands.slice(0, 1) : [];
    return { kind: 'node', names: fetched, local, installs: false };
}
function ofManager(name, args) {
    const { operands } = new Options(args, { ...NODE_VALUES, first: true });
    const [verb = '', ...rest] = operands;
    if (verb === 'dlx')
        return ofRunner(rest, false);
    if ((verb === 'exec' && name === 'npm') || verb === 'x')
        return ofRunner(rest[0] === '--' ? rest.slice(1) : [...args.filter((arg) => arg === '--no'), ...rest], true);
    if (/^(?:create|init|innit)$/u.test(verb))
        return { kind: 'node', names: operandsOf(rest, NODE_VALUES).slice(0, 1).map(initializer), local: false, installs: false };
    if (/^(?:install|i|add|global)$/u.test(verb))
        return { kind: 'node', names: operandsOf(rest, NODE_VALUES).filter((word) => word !== 'add'), local: false, installs: true };
    return null;
}
// `npm init x` runs `create-x`, `npm init @a/x` runs `@a/create-x`.
function initializer(name) {
    const [, scope = '', rest = ''] = /^(@[^/@]+\/?)?(.*)$/u.exec(name) ?? [];
    return scope !== '' && !scope.endsWith('/') ? `${scope}/create${rest}` : `${scope}create-${rest}`;
}
function ofPython(args, runs) {
    const options = new Options(args, { ...PYTHON_VALUES, first: runs });
    const from = options.values('from', 'spec');
    return { kind: 'python', names: [...(from.length > 0 ? from : runs ? options.operands.slice(0, 1) : options.operands), ...options.values('with').flatMap((value) => value.split(','))], local: false, installs: !runs };
}
function operandsOf(args, shape) {
    return new Options(args, shape).operands;
}

;// CONCATENATED MODULE: ./lib/parse/shell/written-files.js
// SPDX-License-Identifier: Apache-2.0
//
// Files that a script makes and may run afterwards: text that it writes, what it fetches, copies of programs under other names. Every text that a
// file may hold is kept, since branches and appended lines make several. Refuses to say what a file holds that the script did not write.

/** Source: a file written in more ways than this is about anything. */
const MAX_TEXTS = 16;
// Hits `a/install`; misses `/usr/bin/x`, `../x` and what begins with a home or something unknown.
const NAMED = /^(?!\.\.)[\w.@+-]/u;
/** Programs that bring something over the network. */
const FETCHERS = new Set(['curl', 'wget', 'wget2', 'aria2c', 'http', 'https', 'xh', 'fetch', 'axel']);
/** All that one script writes, by settled path. */
class Written {
    #files = new Map();
    #programs = new Map();
    #folders = new Set();
    /** An archive was unpacked where the script began, under names that only it tells. */
    #spilt = false;
    /** `append`: after what is there already. */
    put(path, file, append = false) {
        const before = this.#files.get(path) ?? [];
        const longer = append ? before.map(({ text, fetched }) => ({ text: text === null || file.text === null ? null : text + file.text, fetched: fetched || file.fetched })) : [];
        const all = [...before, ...longer, file];
        const distinct = all.filter((one, index) => all.findIndex(({ text, fetched }) => text === one.text && fetched === one.fetched) === index);
        this.#files.set(path, distinct.length > MAX_TEXTS ? [{ text: HOLE, fetched: distinct.some(({ fetched }) => fetched) }] : distinct);
    }
    /** True while the script has written nothing. */
    get isEmpty() {
        return this.#files.size === 0;
    }
    at(path) {
        return this.#files.get(path) ?? [];
    }
    /** What is under one path is under another one, too: copied, moved or linked. */
    copy(from, to) {
        for (const file of this.at(from))
            this.put(to, file);
        const program = this.#programs.get(from);
        if (program !== undefined)
            this.#programs.set(to, program);
    }
    /** A folder full of what came over the network: a repository that was cloned, an archive that was unpacked. */
    fetchFolder(path) {
        this.#folders.add(path);
    }
    /** An archive that came over the network was unpacked into the folder where the script began, among the files that were there. */
    spill() {
        this.#spilt = true;
    }
    /** True for what lies in a folder that was fetched, or is one. */
    isFetched(path) {
        return [...this.#folders].some((folder) => path === folder || path.startsWith(`${folder}/`));
    }
    /** The same, or it may have come with an archive that was unpacked among other files. What the script wrote itself did not. */
    mayBeFetched(path) {
        return this.isFetched(path) || (this.#spilt && path !== '.' && NAMED.test(path) && !this.#files.has(path));
    }
    /** A commit by its full id: the folder holds what somebody meant. */
    pinned(folder) {
        this.#folders.delete(folder);
    }
    /** A digest or signature was checked: what was fetched is what somebody meant. */
    checked() {
        this.#folders.clear();
        this.#spilt = false;
        for (const [path, texts] of this.#files)
            this.#files.set(path, texts.filter(({ text, fetched }) => !fetched || text !== null));
    }
    /** A known program under another name. */
    name(path, program) {
        this.#programs.set(path, program);
    }
    programAt(path) {
        return this.#programs.get(path);
    }
}

;// CONCATENATED MODULE: ./lib/parse/shell/fetched-code.js




const fetched_code_words = (text) => new Set(text.split(' '));
/** Programs that take packages by address, too. */
const fetched_code_TAKERS = fetched_code_words('npm pnpm yarn bun pip pipx uv poetry pipenv pdm conda mamba cargo gem composer brew apt apt-get dnf yum zypper rpm dpkg helm ansible-galaxy');
/** Programs that start a package at once: what follows its name is for it. */
const STARTERS = fetched_code_words('npx bunx pnpx uvx deno');
/** Programs that do what files say of the folder in which they are, or which they are told. */
const BUILDERS = fetched_code_words('make gmake cmake ninja meson npm pnpm yarn bun npx pip pipx uv poetry pdm build cargo go mvn mvnw gradle gradlew ant sbt rake bundle bundler gem composer tox nox just task docker podman docker-compose ansible-playbook terraform tofu terragrunt helm helmfile dotnet mix stack cabal bazel deno zig swift');
/** Sub-commands that take no code and run none. */
const LOOKS = fetched_code_words('view info show search list ls config login logout help version repo pull push inspect ps images logs stop rm rmi kill plan validate fmt clean');
/** Sub-commands that start what is there; what follows is for it. */
const RUNS = fetched_code_words('run test start');
const START_VERBS = fetched_code_words('exec x dlx create init tool');
/** Options whose value is an address of lists, or of a service. */
const LISTS = fetched_code_words('-i -c --index-url --extra-index-url --index --default-index --registry --constraint --trusted-host --find-links --proxy --https-proxy --repo --repository --source --channel --add-repo --import --set --set-string --url');
// Hits `git+https://x/y`, `y @ git+ssh://x`, `y@https://x/y.tgz`, `github:x/y`, `git@x.com:y`; misses `@types/node`, `lodash@4`.
const BY_ADDRESS = /^(?:[\w.@/-]{1,100}(?:\[[\w,-]{1,100}\])?\s?@\s?)?(?:git\+\w{1,10}:|git:|ssh:|https?:|git@[\w.-]{1,100}:|github:|gitlab:|bitbucket:|gist:)/iu;
// Hits `x/y` and `x/y#main`, which npm takes for a repository of GitHub; misses `@x/y`, `./x/y`, `x/y/z`.
const SHORT = /^[a-z\d][\w.-]{0,100}\/[\w.-]{1,100}(?:#.{1,200})?$/iu;
const SHORT_TAKERS = fetched_code_words('npm pnpm yarn bun npx bunx pnpx');
const SHORT_VERBS = fetched_code_words('i install add exec x dlx');
/** Notes what of a call is code that nobody has read. */
function noteUnread(name, args, within) {
    const module = /^(?:python|pypy)[\d.]*$/u.test(name) ? args.indexOf('-m') : null;
    // `python -m pip`, `python -m build`.
    const [program, rest] = module === null ? [name.replace(/^pip[\d.]+$/u, 'pip'), args] : [module < 0 ? '' : (args[module + 1] ?? ''), args.slice(module + 2)];
    const verb = rest.find((arg) => !arg.startsWith('-')) ?? '';
    const sets = setsSource(program, rest);
    if (sets !== null)
        within.draft.hazard('environment-code', sets);
    if (LOOKS.has(verb) && program !== 'git')
        return;
    const strange = strangeSource(program, rest);
    if (strange !== null)
        within.draft.hazard('downloaded-code', strange);
    if (fetched_code_TAKERS.has(program) || STARTERS.has(program)) {
        const short = SHORT_TAKERS.has(program) && (STARTERS.has(program) || SHORT_VERBS.has(verb));
        for (const value of taken(program, verb, rest))
            fetches(value, short, within);
    }
    // `docker build https://…`, `docker compose -f https://…`, `podman play kube https://…`, `corepack use yarn@https://…`.
    if (/^(?:docker|docker-compose|podman|podman-compose|nerdctl|corepack)$/u.test(program) && rest.some((arg) => /^(?:build|buildx|compose|up|kube|bake|use|install|prepare)$/u.test(arg)))
        for (const arg of rest)
            if (BY_ADDRESS.test(arg))
                fetches(arg, false, within);
    // `git pull https://x main` brings a stranger's commits into what is built.
    if (program === 'git' && verb === 'pull')
        for (const arg of rest)
            if (BY_ADDRESS.test(arg))
                fetches(arg, false, within);
    if (BUILDERS.has(program))
        builds(program, rest, within);
}
/** Arguments, and values of options, that may name a package. */
function taken(program, verb, args) {
    const starts = STARTERS.has(program) || START_VERBS.has(verb) || (program === 'pipx' && verb === 'run');
    if (!starts && RUNS.has(verb))
        return [];
    // The first after the verbs is what is started; options before it may say where it is from.
    const own = !starts ? Number.POSITIVE_INFINITY : STARTERS.has(program) && program !== 'deno' ? 1 : verb === 'tool' ? 3 : 2;
    let operands = 0;
    return args.flatMap((arg, index) => {
        const [, option = '', attached] = /^(--[\w-]+)(?:=([\s\S]*))?$/u.exec(arg) ?? [];
        const before = args[index - 1] ?? '';
        // `dpkg -i x.deb` installs; for others `-i` is where lists are.
        if (operands >= own || (LISTS.has(before) && !/^(?:dpkg|rpm)$/u.test(program)) || LISTS.has(option))
            return [];
        if (attached !== undefined)
            return [attached];
        if (arg.startsWith('-'))
            return [];
        // `--from X`, `-p X`: a value, so what is started comes later.
        if (!before.startsWith('-'))
            operands += 1;
        return [arg];
    });
}
function fetches(value, short, { draft, written }) {
    const path = settle(draft.folder, value);
    if (isKnown(value) && (written.isFetched(path) || written.at(path).some(({ fetched }) => fetched)))
        draft.hazard('downloaded-code', `\`${shown(value)}\` was fetched just before, and is installed unread`);
    else if (BY_ADDRESS.test(value) || (short && SHORT.test(value)))
        draft.hazard('downloaded-code', `\`${shown(value)}\` is fetched by its address, not from a registry, and runs unread`);
}
function builds(program, args, { draft, written }) {
    const named = args.map((arg) => arg.replace(/^--?[\w-]+=|^-C/u, '')).filter((arg) => isKnown(arg) && /^[\w./~]/u.test(arg)).map((arg) => settle(draft.folder, arg));
    const place = written.mayBeFetched(draft.folder) ? draft.folder : named.find((path) => written.isFetched(path));
    if (place !== undefined)
        draft.hazard('downloaded-code', `what \`${program}\` finds in \`${shown(place)}\` was fetched just before, and runs unread`);
}
/** What was fetched stays that when it is unpacked. `archive`: undefined or `-` for standard input; `members`: all that is taken out of it, when that is said. */
function unpacked({ draft, call, follow: { written } }, archive, folder, members = []) {
    const piped = archive === undefined || archive === '-';
    const fetched = piped ? call.frame.stdin?.from.some((name) => FETCHERS.has(name)) === true : written.at(settle(draft.folder, archive)).some((one) => one.fetched);
    if (!fetched)
        return;
    const to = settle(draft.folder, folder ?? '.');
    if (to !== '.')
        written.fetchFolder(to);
    else if (members.length > 0 && members.every((name) => isKnown(name) && !/[*?[]/u.test(name)))
        for (const name of members)
            written.fetchFolder(settle(draft.folder, name));
    else
        written.spill();
}

;// CONCATENATED MODULE: ./lib/parse/shell/program.js
// SPDX-License-Identifier: Apache-2.0
//
// From a call to what is known of its program: the name without folder and ending, look-alikes of known names, variables that change what a
// program is. Refuses to take a program for another one: what lies elsewhere than where systems keep programs is run, not known.







const FOLDERS = /^(?:\/(?:usr\/(?:local\/)?|opt\/(?:homebrew|local)\/|snap\/)?s?bin|\/nix\/store\/[^/]+\/bin)\/[^/]+$/u;
/** Where a shell looks for a program by its name. */
const SEARCHED = ['/usr/local/bin', '/usr/local/sbin', '/usr/bin', '/usr/sbin', '/bin', '/sbin', `${HOME}/.local/bin`, `${HOME}/bin`];
/** Source: wrappers take a count or a name, then the command. */
const MAX_BEFORE = 3;
const WRAPPERS = new Set('sudo doas env xargs timeout nohup nice ionice setsid stdbuf time command builtin exec busybox toybox su runuser ssh sh bash dash zsh ksh ash eval parallel watch chroot nsenter unshare docker podman kubectl find strace ltrace flock script chrt taskset catchsegv unbuffer npx bunx gosu su-exec setpriv'.split(' '));
/** True when its arguments are a command of their own. */
function isWrapper(name) {
    return WRAPPERS.has(plainName(name));
}
/** `rm` of `/bin/RM.exe`. */
function plainName(path) {
    return path.slice(path.lastIndexOf('/') + 1).toLowerCase().replace(/\.exe$/u, '');
}
/** Describes one call, and follows what it starts. */
function runProgram(call, machine) {
    const [written] = call.argv;
    if (written === undefined) {
        runNothing(call, machine);
        return;
    }
    const path = programUnder(written, call, machine);
    const name = plainName(path);
    const draft = new Draft(call, name);
    const changed = environmentOf(call.assigned, draft);
    const known = machine.lookup(name);
    const why = unreadableName(path);
    if (why !== null) {
        draft.called('unknown');
        draft.unknown(why);
        mentionAll(draft, call);
    }
    else {
        if (path.includes('/') && !FOLDERS.test(path))
            runFile(path, draft, call, machine);
        if (!path.includes('/') && !machine.written.isEmpty)
            for (const folder of SEARCHED)
                if (machine.written.at(`${folder}/${path}`).length > 0)
                    followWritten(`${folder}/${path}`, { call, draft, follow: machine });
        if (known === undefined) {
            if (draft.call.argv.length > 0 && !path.includes('/'))
                draft.access('execute', name, 'program');
            mentionAll(draft, call);
            startsUnseen(call, machine);
        }
        else
            known({ name, args: call.argv.slice(1), call, draft, follow: machine });
        noteUnread(name, call.argv.slice(1), { draft, written: machine.written });
        noteDeploy(name, call.argv.slice(1), draft);
        noteRunner(name, call.argv.slice(1), draft, machine.packages);
    }
    if (compares(name, call.argv))
        machine.written.checked();
    for (const value of call.assigned.values())
        mayStart(value, call, machine);
    // A wrapper is no operation of its own, unless its variables are.
    if (!draft.dropped || changed)
        machine.note(draft.finish());
}
// Assignments alone do nothing outside the shell, unless they change what programs do.
function runNothing(call, machine) {
    const draft = new Draft(call, 'assign');
    const changed = environmentOf(call.assigned, draft);
    // Arithmetic works out what a variable holds, to the last subscript.
    const hidden = [...call.assigned].find(([, value]) => SUBSCRIPT.test(value));
    if (hidden !== undefined)
        draft.unknown(`\`${hidden[0]}\` holds a subscript with a command in it, which runs where it is taken for a number`);
    if (changed || hidden !== undefined || call.opened.length > 0)
        machine.note(draft.finish());
}
function runFile(path, draft, call, machine) {
    draft.access('execute', path, 'program');
    followWritten(path, { call, draft, follow: machine });
}
// Hits `sha256sum -c sums`, `gpg --verify x.asc`, `cosign verify-blob x`; misses `sha256sum x`.
function compares(name, argv) {
    if (/^(?:sha\d*|md5|b2)sum$|^shasum$/u.test(name))
        return argv.some((arg) => arg === '--check' || /^-\w*c\w*$/u.test(arg));
    if (name === 'gpg' || name === 'gpg2' || name === 'gpgv')
        return name === 'gpgv' || argv.includes('--verify');
    return (name === 'cosign' && /^verify/u.test(argv[1] ?? '')) || (name === 'minisign' && argv.some((arg) => /^-\w*V/u.test(arg))) || (name === 'gh' && argv[1] === 'attestation');
}
// A copy or link of a program that is known, by the path or name that the script gave it.
function programUnder(written, call, machine) {
    return machine.written.programAt(written.includes('/') ? settle(call.frame.scope.folder, written) : `hash ${written}`) ?? written;
}
/** A file that the script made itself is a script like any other; what it fetched and nobody compared is run unread. */
function followWritten(path, { call, draft, follow }, own = true) {
    if (follow.written.mayBeFetched(settle(call.frame.scope.folder, path)))
        draft.hazard('downloaded-code', `\`${shown(path)}\` came with what was fetched just before, and runs unread`);
    for (const { text, fetched } of follow.written.at(settle(call.frame.scope.folder, path))) {
        if (fetched)
            draft.hazard('downloaded-code', `\`${shown(path)}\` was fetched just before, and runs unread`);
        if (text === null && !fetched)
            draft.unknown(`what the script writes into \`${shown(path)}\` is known only when it runs`);
        const reader = text === null ? null : /^#![^\n]*/u.exec(text)?.[0];
        if (text === null || (reader !== undefined && reader !== null && !/\b(?:ba|da|a|z|k)?sh\b/u.test(reader)))
            continue;
        if (isKnown(text))
            follow.script(text, call, { own });
        else
            follow.perhaps(text, call);
    }
}
// What a program that is not known is given may be a command that it starts: `retry 3 rm -rf /`, `./with-env.sh -- make`.
function startsUnseen(call, machine) {
    const dashed = call.argv.indexOf('--');
    const at = dashed > 0 ? dashed + 1 : call.argv.findIndex((word, index) => index > 0 && index <= MAX_BEFORE && isKnown(word) && machine.lookup(plainName(word)) !== undefined);
    const started = at > 0 ? call.argv.slice(at) : [];
    if (started.length > 1)
        machine.perhaps(started, call);
}
/** A value that names a command: whoever reads the variable may start it. */
function mayStart(value, call, follow) {
    const [first = '', ...rest] = value.trim().split(/\s+/u);
    if (rest.length === 0 || !isKnown(first) || !/^[\w./-]+$/u.test(first) || /^(?:echo|printf)$/u.test(first))
        return;
    follow.perhaps(value, call);
}
function mentionAll(draft, call) {
    for (const arg of call.argv.slice(1))
        draft.mention(arg);
}
function unreadableName(path) {
    if (path === '')
        return 'the command has no name';
    if (!isKnown(path))
        return `what command \`${shown(path)}\` is, is known only when it runs`;
    // A Cyrillic `с` in `сurl`, a zero-width space in `r​m`: people read another name than the shell does.
    if (/[^\x20-\x7e]/u.test(path))
        return `the name \`${path.replace(/[^\x20-\x7e]/gu, '�')}\` holds characters that look like others or like nothing`;
    if (/\s/u.test(path) && !/^[./~]/u.test(path))
        return `\`${path.slice(0, 60)}\` is one word, which no program is called`;
    if (/^\d*\w*=/u.test(path))
        return `\`${path.slice(0, 60)}\` looks like an assignment, and is none`;
    return null;
}
/** What is copied, moved or linked can be run under its new name. */
function becomes({ draft, follow }, sources, to) {
    for (const source of sources) {
        const from = settle(draft.folder, source);
        for (const target of [settle(draft.folder, to), settle(draft.folder, `${to}/${source.slice(source.lastIndexOf('/') + 1)}`)]) {
            follow.written.copy(from, target);
            if (FOLDERS.test(source))
                follow.written.name(target, source);
        }
    }
}

;// CONCATENATED MODULE: ./lib/parse/shell/scope.js



/** Source: a loop over more names than this is about files in general. */
const MAX_VALUES = 32;
/** Variables that every shell or job has, and that say where things are. `.` is the work tree. */
const GIVEN = {
    HOME: HOME, TMPDIR: TEMP, TMP: TEMP, TEMP: TEMP, RUNNER_TEMP: TEMP, GITHUB_WORKSPACE: '.', CI_PROJECT_DIR: '.', IFS: ' \t\n', SHELL: '/bin/sh', BASH: '/bin/bash', ...JOB_FILES,
};
/** One shell's knowledge; a subshell gets a fork of it. */
class Scope {
    #variables;
    functions;
    aliases;
    /** Names that stand for other names (`declare -n`). */
    #references;
    /** Variables whose value is a default, which somebody outside may have set otherwise. */
    #assumed;
    /** Text that can't be seen ran in this shell: any variable may have been set. */
    opened;
    /** Where it stands: `.` the work tree, or an absolute or unknown path. */
    folder;
    /** `$1`, `$2`, …; null when not known. */
    positional;
    constructor(from) {
        this.#variables = new Map(from === undefined ? [] : from.#variables);
        this.functions = new Map(from?.functions ?? []);
        this.aliases = new Map(from?.aliases ?? []);
        this.#references = new Map(from === undefined ? [] : from.#references);
        this.#assumed = new Set(from === undefined ? [] : from.#assumed);
        this.opened = from?.opened ?? false;
        this.folder = from?.folder ?? '.';
        this.positional = from?.positional ?? null;
    }
    fork() {
        return new Scope(this);
    }
    /** Every value that a variable may have; a hole when not known. Elements of an array are parted by `BREAK`. */
    values(written) {
        const name = this.#nameOf(written);
        if (name === 'PWD')
            return [this.folder];
        const own = this.#variables.get(name);
        if (own !== undefined)
            return own;
        return [Object.hasOwn(GIVEN, name) ? GIVEN[name] : HOLE];
    }
    /** True when the script itself gave it a value, known or not. */
    has(name) {
        return this.#variables.has(this.#nameOf(name)) || name === 'PWD' || Object.hasOwn(GIVEN, name);
    }
    /** `assumed`: it is a default, taken because nothing here says otherwise. */
    set(written, values, assumed = false) {
        const name = this.#nameOf(written);
        const distinct = [...new Set(values)];
        if (assumed)
            this.#assumed.add(name);
        else
            this.#assumed.delete(name);
        this.#variables.set(name, distinct.length > MAX_VALUES ? [HOLE] : distinct);
    }
    isAssumed(name) {
        return this.#assumed.has(this.#nameOf(name));
    }
    /** `declare -n name=target`. */
    refer(name, target) {
        if (name !== target)
            this.#references.set(name, target);
    }
    #nameOf(name) {
        let at = name;
        for (let steps = 0; steps < 8 && this.#references.has(at); steps += 1)
            at = this.#references.get(at);
        return at;
    }
    append(name, values, list) {
        const before = this.#variables.get(this.#nameOf(name)) ?? [''];
        this.set(name, before.flatMap((old) => values.map((added) => (list && old !== '' ? `${old}${BREAK}${added}` : `${old}${added}`))));
    }
    /** Takes in what may have happened in another course of events. */
    join(other) {
        for (const [name, values] of other.#variables) {
            const mine = this.#variables.get(name);
            if (mine !== values)
                this.set(name, [...this.values(name), ...values]);
        }
        for (const [name, target] of other.#references)
            this.#references.set(name, target);
        for (const name of other.#assumed)
            this.#assumed.add(name);
        this.opened ||= other.opened;
        for (const [name, defined] of other.functions)
            if (!this.functions.has(name))
                this.functions.set(name, defined);
        for (const [name, text] of other.aliases)
            this.aliases.set(name, text);
        this.folder = fartherOf(this.folder, other.folder);
    }
}

// EXTERNAL MODULE: ./lib/parse/shell/syntax.js
var syntax = __webpack_require__(72939);
// EXTERNAL MODULE: ./node_modules/unbash/dist/parser.js + 16 modules
var parser = __webpack_require__(88989);
;// CONCATENATED MODULE: ./lib/parse/shell/output.js
// SPDX-License-Identifier: Apache-2.0
//
// What a few plain programs print, so that text which goes round by `$(…)` or a pipe stays known: `echo`, `printf`, `cat`, `base64 -d`. Runs
// nothing. Refuses whatever depends on the world: null.


/** Source: scripts hidden in a pipe are short. */
const MAX_OUTPUT = 65_536;
/** What a program prints given what comes in; null when that is not known. */
function outputOf(argv, stdin, folder) {
    const [path = '', ...args] = argv;
    const printed = PRINTERS[path.slice(path.lastIndexOf('/') + 1)]?.(args, stdin, folder) ?? null;
    return printed !== null && printed.length <= MAX_OUTPUT ? printed : null;
}
const PRINTERS = {
    echo: (args) => echo(args),
    printf: (args) => printf(args),
    cat: (args, stdin) => (args.length === 0 || (args.length === 1 && args[0] === '-') ? stdin : null),
    tee: (_args, stdin) => stdin,
    base64: (args, stdin) => decode(args, stdin),
    rev: (args, stdin) => (args.length === 0 && stdin !== null ? stdin.split('\n').map((line) => [...line].reverse().join('')).join('\n') : null),
    xxd: (args, stdin) => (args.some((arg) => /^-\w*r/u.test(arg)) && stdin !== null && isKnown(stdin) ? Buffer.from(stdin.replace(/\s/gu, ''), 'hex').toString('utf8') : null),
    find: (args) => found(args),
    pwd: (_args, _stdin, folder) => `${folder}\n`,
    mktemp: () => `${TEMP}/tmp.${HOLE}\n`,
    // What is found by name is the same program as the name.
    which: (args) => located(args),
    command: (args) => (args[0] === '-v' || args[0] === '-V' ? located(args.slice(1)) : null),
    type: (args) => (/^-[pP]+$/u.test(args[0] ?? '') ? located(args.slice(1)) : null),
    true: () => '',
    ':': () => '',
};
function located(args) {
    const [name, ...more] = args.filter((arg) => !arg.startsWith('-'));
    return name === undefined || more.length > 0 || !/^[\w.+-]+$/u.test(name) ? null : `/usr/bin/${name}\n`;
}
// `find . -name .env`: where is not known, the name is.
function found(args) {
    const at = args.findIndex((arg) => arg === '-name' || arg === '-iname');
    const name = args[at + 1];
    if (at < 0 || name === undefined || /[*?[]/u.test(name) || args.some((arg) => /^-(?:exec|ok|print0|printf|f?print|fls)/u.test(arg)))
        return null;
    return `${args[0]?.startsWith('-') === false ? args[0] : '.'}/${HOLE}/${name}\n`;
}
function echo(args) {
    let at = 0;
    let escapes = false;
    let feed = true;
    for (; at < args.length && /^-[neE]+$/u.test(args[at]); at += 1) {
        if (args[at].includes('e'))
            escapes = true;
        if (args[at].includes('n'))
            feed = false;
    }
    const text = args.slice(at).join(' ');
    return (escapes ? output_unescape(text) : text) + (feed ? '\n' : '');
}
function printf(args) {
    const [format, ...values] = args[0] === '--' ? args.slice(1) : args;
    if (format === undefined || format.startsWith('-'))
        return null;
    const plain = output_unescape(format);
    let printed = '';
    let at = 0;
    do {
        const before = at;
        // Hits `%s`, `%b`, `%-5d`, `%%`; misses `100 %`.
        printed += plain.replace(/%(?:%|[-+ #0]*\d*(?:\.\d+)?([a-zA-Z]))/gu, (whole, kind) => {
            if (whole === '%%')
                return '%';
            const value = values[at] ?? '';
            at += 1;
            return kind === 'b' ? output_unescape(value) : kind === 's' || kind === 'd' || kind === 'i' || kind === 'q' ? value : kind === 'x' && /^\d+$/u.test(value) ? Number(value).toString(16) : HOLE;
        });
        if (at === before)
            break;
    } while (at < values.length && printed.length <= MAX_OUTPUT);
    return printed;
}
function decode(args, stdin) {
    const options = new Options(args, { letters: 'wb', names: 'wrap' });
    if (!options.has('d', 'D', 'decode') || options.operands.some((operand) => operand !== '-') || stdin === null || !isKnown(stdin))
        return null;
    return decodeBase64(stdin);
}
/** Both alphabets, with padding or without. */
function decodeBase64(text) {
    return Buffer.from(text.replace(/\s/gu, '').replaceAll('-', '+').replaceAll('_', '/'), 'base64').toString('utf8');
}
/** Escapes of `echo -e` and `printf`. */
function output_unescape(text) {
    // Hits `\n`, `\x41`, `\101`, `\0101`, `\u0041`; misses `\`.
    return text.replace(/\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|0?([0-7]{1,3})|([abefnrtv\\'"]))/gu, (whole, hex, four, eight, octal, letter) => {
        const code = hex ?? four ?? eight;
        if (code !== undefined)
            return character(parseInt(code, 16), whole);
        if (octal !== undefined)
            return character(parseInt(octal, 8) & 0xff, whole);
        return LETTERS[letter] ?? whole;
    });
}
const LETTERS = { a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', '\'': '\'', '"': '"' };
function character(code, whole) {
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

;// CONCATENATED MODULE: ./lib/parse/shell/braces.js
// SPDX-License-Identifier: Apache-2.0
//
// Brace expansion, which happens to the text of a word before anything else: `{rm,-rf}`, `a{b,c{d,e}}`, `{1..3}`. Leaves quotes and `${`
// alone. Refuses to make more than a few hundred words: null, and the word is unknown.
// @see https://www.gnu.org/software/bash/manual/html_node/Brace-Expansion.html
/** Source: what people write by hand; `{1..100000}` is an attack on the reader. */
const MAX_WORDS = 256;
const MAX_DEPTH = 16;
/** The texts that the text of a word stands for, in order; null when too many. */
function expandBraces(text, depth = 0) {
    const found = firstGroup(text);
    if (found === null)
        return [text];
    if (depth > MAX_DEPTH)
        return null;
    const { from, to, parts } = found;
    const tails = expandBraces(text.slice(to), depth + 1);
    if (tails === null)
        return null;
    const words = [];
    for (const part of parts) {
        const inner = expandBraces(part, depth + 1);
        if (inner === null || words.length + inner.length * tails.length > MAX_WORDS)
            return null;
        for (const middle of inner)
            for (const tail of tails)
                words.push(text.slice(0, from) + middle + tail);
    }
    return words;
}
function firstGroup(text) {
    for (let at = 0; at < text.length; at = skip(text, at)) {
        if (text[at] !== '{' || text[at - 1] === '$')
            continue;
        const group = groupAt(text, at);
        if (group !== null)
            return group;
    }
    return null;
}
// The position after the character, quoted stretch or expansion at `at`.
function skip(text, at) {
    const char = text[at];
    if (char === '\\')
        return at + 2;
    if (char === '\'' || char === '"' || char === '`')
        return closing(text, at + 1, char);
    if (char === '$' && (text[at + 1] === '{' || text[at + 1] === '('))
        return balanced(text, at + 1);
    return at + 1;
}
function closing(text, from, quote) {
    for (let at = from; at < text.length; at += 1) {
        if (text[at] === '\\' && quote !== '\'')
            at += 1;
        else if (text[at] === quote)
            return at + 1;
    }
    return text.length;
}
function balanced(text, from) {
    const open = text[from];
    const close = open === '{' ? '}' : ')';
    let depth = 0;
    for (let at = from; at < text.length; at += 1) {
        if (text[at] === '\\')
            at += 1;
        else if (text[at] === open)
            depth += 1;
        else if (text[at] === close && (depth -= 1) === 0)
            return at + 1;
    }
    return text.length;
}
function groupAt(text, from) {
    const parts = [];
    let depth = 0;
    let begun = from + 1;
    for (let at = from; at < text.length; at = skip(text, at)) {
        const char = text[at];
        if (char === '{' && text[at - 1] !== '$')
            depth += 1;
        else if (char === ',' && depth === 1) {
            parts.push(text.slice(begun, at));
            begun = at + 1;
        }
        else if (char === '}' && (depth -= 1) === 0) {
            const last = text.slice(begun, at);
            if (parts.length > 0)
                return { from, to: at + 1, parts: [...parts, last] };
            const range = rangeOf(last);
            return range === null ? null : { from, to: at + 1, parts: range };
        }
    }
    return null;
}
// Hits `1..5`, `a..e`, `1..9..2`; misses `1.5`, `a..`.
const RANGE = /^(-?\d{1,6}|[A-Za-z])\.\.(-?\d{1,6}|[A-Za-z])(?:\.\.(-?\d{1,6}))?$/u;
function rangeOf(text) {
    const [, first, last, by] = RANGE.exec(text) ?? [];
    if (first === undefined || last === undefined)
        return null;
    const letters = /[A-Za-z]/u.test(first);
    if (letters !== /[A-Za-z]/u.test(last))
        return null;
    const [start, end] = letters ? [first.charCodeAt(0), last.charCodeAt(0)] : [Number(first), Number(last)];
    const step = Math.max(1, Math.abs(Number(by ?? 1))) * (start <= end ? 1 : -1);
    const out = [];
    for (let value = start; step > 0 ? value <= end : value >= end; value += step) {
        if (out.length > MAX_WORDS)
            return out;
        out.push(letters ? String.fromCharCode(value) : String(value));
    }
    return out;
}

;// CONCATENATED MODULE: ./lib/parse/shell/parameters.js


/** Every text that a parameter may come to. `name`: `x`, `1`, `@`. */
function expandParameter(name, part, expander) {
    const index = part?.index === undefined ? undefined : expandText(part.index, expander)[0];
    const values = name === '@' || name === '*' ? valuesOf(name, expander) : pick(valuesOf(name, expander), index);
    if (part?.prefix === '#')
        return ['1'];
    if (part?.prefix === '!')
        return indirect(values, part, expander);
    return part?.operation === undefined ? values : operate(part.operation, { name, values, all: index === '@' || index === '*' }, expander);
}
function valuesOf(name, { scope, assume }) {
    if (name === '@' || name === '*')
        return [scope.positional === null ? HOLE : scope.positional.join(BREAK)];
    if (/^[1-9][0-9]*$/u.test(name))
        return [scope.positional === null ? HOLE : (scope.positional[Number(name) - 1] ?? '')];
    if (/^[0#?$!-]$/u.test(name))
        return [HOLE];
    if (scope.isAssumed(name))
        assume();
    return scope.values(name);
}
// `$x` of an array is its first element, `${x[@]}` all of them.
function pick(values, index) {
    if (index === '@' || index === '*')
        return values;
    return values.map((value) => {
        if (!value.includes(BREAK))
            return value;
        if (index === undefined)
            return value.split(BREAK)[0];
        return /^\d+$/u.test(index) ? (value.split(BREAK)[Number(index)] ?? '') : HOLE;
    });
}
function indirect(values, part, expander) {
    if (part.operation !== undefined)
        visit(part.operation, expander);
    return values.flatMap((value) => (/^[A-Za-z_]\w*$/u.test(value) ? expander.scope.values(value) : [HOLE]));
}
function operate(operation, { name, values, all }, expander) {
    switch (operation.type) {
        case 'Default':
            return orDefault(operation.operator, expandText(operation.operand, expander), { name, values, all }, expander);
        case 'Slice':
            return (name === '@' || name === '*' || all ? sliceList : slice)(values, name === '@' || name === '*' ? before(number(operation.offset, expander)) : number(operation.offset, expander), operation.length === undefined ? undefined : number(operation.length, expander));
        case 'CaseModification':
            if (operation.operand !== undefined)
                visit(operation, expander);
            return values.map((value) => changeCase(value, operation.operator));
        case 'Remove':
            return removeEnds(values, operation.operator, expandText(operation.operand, expander)[0] ?? HOLE);
        case 'Replace':
            return replace(values, { operator: operation.operator, from: expandText(operation.pattern, expander)[0] ?? HOLE, to: expandText(operation.replacement, expander)[0] ?? HOLE });
        case 'Transform':
            if (operation.operand.value === 'P')
                expander.unknown('`@P` runs the substitutions in a value');
            return operation.operand.value === 'Q' || operation.operand.value === 'E' ? values.map((value) => (/^[\w./-]*$/u.test(value) ? value : HOLE)) : [HOLE];
        case 'Names':
        case 'Unknown':
            return [HOLE];
        default:
            return operation;
    }
}
function visit(operation, expander) {
    if ('operand' in operation && operation.operand !== undefined)
        expandText(operation.operand, expander);
}
function orDefault(operator, other, { name, values }, { scope, assume }) {
    // Nothing here sets it, so whoever starts the script may; unless they do, the default holds.
    if (/[-=]$/u.test(operator) && /^[A-Za-z_]\w*$/u.test(name) && !scope.has(name) && !scope.opened) {
        assume();
        if (operator.endsWith('='))
            scope.set(name, other, true);
        return other;
    }
    const set = values.some((value) => value !== '');
    const unsure = values.includes(HOLE) || values.includes('');
    if (operator.endsWith('+'))
        return [...new Set([...(set ? other : []), ...(unsure ? [''] : [])])];
    if (operator.endsWith('?'))
        return values.filter((value) => value !== '').length > 0 ? values.filter((value) => value !== '') : [HOLE];
    const all = unsure ? [...values.filter((value) => value !== ''), ...other] : values;
    if (operator.endsWith('='))
        scope.set(name, all);
    return [...new Set(all)];
}
function number(word, expander) {
    const text = (expandText(word, expander)[0] ?? '').trim();
    return /^-?\d{1,6}$/u.test(text) ? Number(text) : null;
}
function slice(values, offset, length) {
    if (offset === null || length === null)
        return [HOLE];
    return values.map((value) => {
        if (!isKnown(value) || value.includes(BREAK))
            return HOLE;
        const from = offset < 0 ? Math.max(0, value.length + offset) : offset;
        return length === undefined ? value.slice(from) : value.slice(from, length < 0 ? value.length + length : from + length);
    });
}
// `${@:1}` begins with the first: `$0` would be before it.
function before(offset) {
    return offset === null || offset < 1 ? null : offset - 1;
}
function sliceList(values, offset, length) {
    if (offset === null || offset < 0 || length === null || (length !== undefined && length < 0))
        return [HOLE];
    return values.map((value) => (value === HOLE ? HOLE : value.split(BREAK).slice(offset, length === undefined ? undefined : offset + length).join(BREAK)));
}
function changeCase(value, operator) {
    const upper = operator.startsWith('^');
    const change = (text) => (upper ? text.toUpperCase() : text.toLowerCase());
    return operator.length === 2 ? change(value) : change(value.slice(0, 1)) + value.slice(1);
}
function removeEnds(values, operator, pattern) {
    return values.map((value) => {
        if (!isKnown(value) || /[*?[\]\\]/u.test(pattern) || !isKnown(pattern))
            return HOLE;
        if (operator.startsWith('#'))
            return value.startsWith(pattern) ? value.slice(pattern.length) : value;
        return value.endsWith(pattern) ? value.slice(0, value.length - pattern.length) : value;
    });
}
function replace(values, { operator, from, to }) {
    return values.map((value) => {
        if (![value, from, to].every(isKnown) || /[*?[\]\\]/u.test(from) || from === '' || (operator !== '/' && operator !== '//'))
            return HOLE;
        return operator === '//' ? value.replaceAll(from, to) : value.replace(from, () => to);
    });
}

;// CONCATENATED MODULE: ./lib/parse/shell/words.js




/** Source: a word with more possible texts is about anything. */
const words_MAX_TEXTS = 32;
const literal = (text, quoted = false) => [[{ text, split: false, quoted }]];
/** The fields that a word becomes, none, one or several, in each course of events. */
function expandChoices(word, expander) {
    if (word.parts === undefined && !word.text.startsWith('~'))
        return [[word.value]];
    if (word.parts?.some(({ type }) => type === 'BraceExpansion') === true)
        return [expandBraced(word, expander)];
    return textsOf(word, expander).map((pieces) => splitFields(pieces, expander.scope));
}
/** The fields that a word may become, in all courses of events together. */
function expandWord(word, expander) {
    const choices = expandChoices(word, expander);
    return choices.length === 1 ? choices[0] : [...new Set(choices.flat())];
}
/** Every text that a word may come to where it is not split: values of assignments, redirections, here-strings. */
function expandText(word, expander) {
    if (word.parts === undefined && !word.text.startsWith('~'))
        return [word.value];
    return [...new Set(textsOf(word, expander).map((pieces) => pieces.map(({ text }) => text).join('')))];
}
/** The text of parts, a hole where it may be several. */
function expandParts(parts, expander) {
    const texts = product(parts.map((part) => textsOfPart(part, expander, true)));
    return texts.length === 1 ? texts[0].map(({ text }) => text).join('') : HOLE;
}
/** Carries out an assignment. */
function words_assign(assignment, outer) {
    const { name, value, append, index } = assignment;
    let assumed = false;
    const expander = { ...outer, assume: () => {
            assumed = true;
            outer.assume();
        } };
    if (index !== undefined)
        expandText(index, expander);
    const values = isArray(value) ? [value.elements.flatMap((element) => expandWord(element, expander)).join(BREAK)] : expandText(value, expander);
    if (append === true || index !== undefined)
        expander.scope.append(name, values, isArray(value) || index !== undefined);
    else
        expander.scope.set(name, values, assumed);
}
function isArray(value) {
    return value.type === 'ArrayValue';
}
function expandBraced(word, expander) {
    const texts = expandBraces(word.text);
    if (texts === null)
        return [HOLE];
    return texts.flatMap((text) => {
        const { script } = (0,syntax/* parseShell */.aV)(`x ${text}`);
        const command = script?.commands[0]?.command;
        if (command?.type !== 'Command')
            return [text];
        return command.args.flatMap((arg) => (arg.type !== 'Word' ? [arg.text] : arg.parts?.some(({ type }) => type === 'BraceExpansion') === true ? [arg.value] : expandWord(arg, expander)));
    });
}
function textsOf(word, expander) {
    const parts = word.parts ?? [];
    const tilde = /^~(?:[\w-]*|\+)(?=\/|$)/u.exec(word.text)?.[0];
    if (tilde === undefined)
        return product(parts.map((part) => textsOfPart(part, expander, false)));
    const home = literal(homeOf(tilde, expander.scope));
    if (word.parts === undefined)
        return product([home, literal(word.value.slice(tilde.length))]);
    const [first, ...rest] = parts;
    const head = first?.type === 'Literal' ? literal(first.value.slice(tilde.length)) : literal('');
    return product([home, head, ...rest.map((part) => textsOfPart(part, expander, false))]);
}
function homeOf(tilde, scope) {
    if (tilde === '~')
        return scope.values('HOME')[0] ?? HOME;
    if (tilde === '~+')
        return scope.folder;
    return tilde === '~root' ? '/root' : `/home/${tilde.slice(1)}`;
}
function product(parts) {
    let texts = [[]];
    for (const part of parts) {
        if (texts.length * part.length > words_MAX_TEXTS)
            return [[{ text: HOLE, split: true, quoted: false }]];
        texts = part.length === 1 ? texts.map((text) => [...text, ...part[0]]) : texts.flatMap((text) => part.map((more) => [...text, ...more]));
    }
    return texts;
}
function textsOfPart(part, expander, quoted) {
    switch (part.type) {
        case 'Literal':
            return literal(part.value, quoted);
        case 'SingleQuoted':
        case 'AnsiCQuoted':
            return literal(part.value, true);
        case 'DoubleQuoted':
        case 'LocaleString':
            return product([literal('', true), ...part.parts.map((inner) => textsOfPart(inner, expander, true))]);
        case 'SimpleExpansion':
            return expanded(expandParameter(part.text.slice(1), undefined, expander), quoted);
        case 'ParameterExpansion':
            return expanded(expandParameter(part.parameter, part, expander), quoted);
        case 'CommandExpansion':
            return expanded([expander.substitute(part.script, part.text)], quoted);
        case 'ArithmeticExpansion':
            visitArithmetic(part.expression, expander);
            return literal(HOLE, true);
        case 'ProcessSubstitution':
            return literal(expander.process(part.script, part.text, part.operator), true);
        case 'Glob':
            for (const inner of part.parts ?? [])
                textsOfPart(inner, expander, quoted);
            return literal(part.value, quoted);
        case 'ExtendedGlob':
            for (const inner of part.parts ?? [])
                textsOfPart(inner, expander, quoted);
            return literal('*', quoted);
        case 'BraceExpansion':
            return literal(part.text, quoted);
        default:
            return never(part);
    }
}
function expanded(values, quoted) {
    return values.map((text) => [{ text, split: !quoted, quoted }]);
}
function never(part) {
    throw new Error(`a part of a word that is not known: ${JSON.stringify(part)}`);
}
/** Follows what an arithmetic expression would run. */
function visitArithmetic(expression, expander) {
    if (expression === undefined)
        return;
    switch (expression.type) {
        case 'ArithmeticBinary':
            visitArithmetic(expression.left, expander);
            visitArithmetic(expression.right, expander);
            return;
        case 'ArithmeticUnary':
            visitArithmetic(expression.operand, expander);
            return;
        case 'ArithmeticTernary':
            for (const inner of [expression.test, expression.consequent, expression.alternate])
                visitArithmetic(inner, expander);
            return;
        case 'ArithmeticGroup':
            visitArithmetic(expression.expression, expander);
            return;
        case 'ArithmeticWord':
            for (const part of expression.parts ?? [])
                textsOfPart(part, expander, true);
            return;
        case 'ArithmeticCommandExpansion':
            expander.substitute(expression.script, expression.text);
            return;
        default:
            expression;
    }
}
function splitFields(pieces, scope) {
    const separators = scope.values('IFS').join('').replaceAll(HOLE, ' \t\n');
    const fields = [];
    let field = null;
    const end = () => {
        if (field !== null)
            fields.push(field);
        field = null;
    };
    for (const { text, split, quoted } of pieces) {
        if (quoted && !text.includes(BREAK))
            field = (field ?? '') + text;
        else {
            for (const char of text) {
                if (char === BREAK || (split && separators.includes(char)))
                    end();
                else
                    field = (field ?? '') + char;
            }
            if (!split && field === null && text === '')
                field = null;
        }
    }
    end();
    return fields;
}

;// CONCATENATED MODULE: ./lib/parse/shell/substitute.js






/** An expander that notes what runs, in the frame's shell. `unknown` hears why a word can't be known. */
function expanderFor(frame, machine, unknown = (why) => machine.trouble('', 1, why), assume = () => undefined) {
    return {
        scope: frame.scope,
        unknown,
        assume,
        substitute: (script, text) => substitute(script, text, frame, machine),
        process: (script, text, operator) => {
            if (script === undefined) {
                unknown(`\`${shown(text.slice(0, 40))}\` can not be read`);
                return HOLE;
            }
            const inner = within(script, frame);
            if (operator === '>') {
                if (!machine.silent)
                    walkInner(script, { ...inner, stdin: { text: null, from: ['>('] } }, machine);
                return '/dev/null';
            }
            if (!machine.silent)
                walkInner(script, inner, machine);
            return machine.feed({ text: printedByScript(script, inner, machine), from: script.commands.map(({ command }) => nameOf(command)) });
        },
    };
}
// Positions in an escaped backquote count in a text of their own.
function within(script, frame) {
    return script.source === undefined ? frame : { ...frame, source: new syntax/* Source */.kL(script.source, frame.source.lineAt(script.pos)) };
}
function nameOf(node) {
    return node.type === 'Command' ? (node.name?.value ?? '') : node.type.toLowerCase();
}
function substitute(script, text, frame, machine) {
    if (script === undefined) {
        machine.trouble(text, 1, `\`${shown(text.slice(0, 40))}\` can not be read`);
        return HOLE;
    }
    const inner = within(script, frame);
    if (!machine.step(inner))
        return HOLE;
    if (!machine.silent)
        walkInner(script, inner, machine);
    return printedByScript(script, inner, machine)?.replace(/\n+$/u, '') ?? HOLE;
}
function printedByScript(script, frame, machine) {
    return printedByStatements(script.commands, frame, machine);
}
function printedByStatements(statements, frame, machine) {
    let whole = '';
    for (const { command } of statements) {
        const one = command.type === 'AndOr' ? null : command.type === 'Pipeline' ? printed(command.commands, frame, machine) : printed([command], frame, machine);
        if (one === null)
            return null;
        whole += one;
    }
    return whole;
}
/** What the last of some commands, each reading what the one before prints, prints itself; null when not known. */
function printed(commands, frame, machine) {
    return machine.silently(() => {
        let text = frame.stdin?.text ?? null;
        for (const command of commands) {
            if (!machine.step(frame))
                return null;
            text = printedByNode(command, text, { ...frame, scope: frame.scope.fork() }, machine);
        }
        return text;
    });
}
function printedByNode(node, stdin, frame, machine) {
    const inner = { ...frame, stdin: { text: stdin, from: [] } };
    switch (node.type) {
        case 'Command':
            return printedByCommand(node, inner, machine);
        case 'Pipeline':
            return printed(node.commands, inner, machine);
        case 'BraceGroup':
        case 'Subshell':
            return printedByStatements(node.body.commands, inner, machine);
        case 'Redirected':
            return printedByNode(node.command, openedBy(node.redirects, inner, machine).stdin?.text ?? stdin, inner, machine);
        default:
            return null;
    }
}
function printedByCommand(node, frame, machine) {
    if (node.name === undefined)
        return '';
    const expander = expanderFor(frame, machine, () => undefined);
    const argv = [node.name, ...node.args].flatMap((word) => (word.type === 'Word' ? expandWord(word, expander) : [word.text]));
    const { stdin } = openedBy(node.redirects, frame, machine);
    return outputOf(argv, (stdin ?? frame.stdin)?.text ?? null, frame.scope.folder);
}

;// CONCATENATED MODULE: ./lib/parse/shell/simple.js







/** Source: names and arguments that depend on a branch are few; more are taken together. */
const MAX_CHOICES = 8;
/** Goes through one simple command. */
function walkCommand(node, frame, machine) {
    const reasons = [];
    let assumed = false;
    const expander = expanderFor(frame, machine, (why) => reasons.push(why), () => {
        assumed = true;
    });
    const at = { text: frame.source.text.slice(node.pos, node.end), line: frame.source.lineAt(node.pos) };
    if (node.name !== undefined && followAlias(node, node.name, frame, machine))
        return;
    const { opened: plain, stdin } = openedBy(node.redirects, frame, machine);
    const assignments = node.prefix.filter((part) => part.type === 'Assignment');
    const inner = stdin === null ? frame : { ...frame, stdin };
    const argvs = node.name === undefined ? [[]] : choices(node.name, node.args, expander);
    for (const why of reasons)
        machine.trouble(at.text, at.line, why);
    // What stands before a command runs before it, once.
    if (node.name !== undefined)
        for (const assignment of assignments)
            words_assign(assignment, expanderFor({ ...frame, scope: frame.scope.fork() }, machine));
    for (const argv of argvs) {
        const opened = writing(argv, plain, inner);
        if (argv.length === 0) {
            for (const assignment of assignments)
                words_assign(assignment, expander);
            machine.start([], machine.callOf([], inner, { ...at, opened, assumed, assigned: assignedBy(assignments, frame, machine) }));
        }
        else
            machine.begin(machine.callOf(argv, inner, { ...at, opened, assumed, assigned: assignedBy(assignments, frame, machine) }));
        keep(argv, opened, inner, machine);
    }
}
// Files with what the command prints into them.
function writing(argv, opened, { stdin, scope: { folder } }) {
    if (!opened.some(({ effect }) => effect === 'write'))
        return opened;
    const text = outputOf(argv, stdin?.text ?? null, folder);
    return opened.map((one) => (one.effect === 'write' ? { ...one, text } : one));
}
// What a command prints into a file may be run later.
function keep(argv, opened, { stdin, scope: { folder } }, machine) {
    const files = opened.filter(({ effect }) => effect === 'write');
    if (files.length === 0)
        return;
    const text = files[0]?.text ?? null;
    const fetched = text === null && [...argv.slice(0, 3), ...(stdin?.from ?? [])].some((word) => FETCHERS.has(plainName(word)));
    for (const { path, append } of files)
        machine.written.put(settle(folder, path), { text, fetched }, append);
}
function assignedBy(assignments, frame, machine) {
    const scope = frame.scope.fork();
    const expander = expanderFor({ ...frame, scope }, machine);
    return machine.silently(() => {
        for (const assignment of assignments)
            words_assign(assignment, expander);
        return new Map(assignments.map(({ name }) => {
            const values = scope.values(name);
            return [name, values.length === 1 ? values[0] : HOLE];
        }));
    });
}
// The name in each course of events; arguments of all courses together, unless the program starts another one with them.
function choices(name, args, expander) {
    const names = expandChoices(name, expander);
    const values = args.map((arg) => (arg.type === 'Word' ? expandChoices(arg, expander) : [assignmentWord(arg, expander)]));
    const together = values.flatMap((choice) => (choice.length === 1 ? choice[0] : [...new Set(choice.flat())]));
    return names.flatMap((words) => {
        const [first] = words;
        if (first === undefined && together.length === 0)
            return [[]];
        const count = values.reduce((product, choice) => product * choice.length, 1);
        if (count === 1 || count > MAX_CHOICES || (first !== undefined && !isWrapper(first)))
            return [[...words, ...together]];
        return values.reduce((argvs, choice) => argvs.flatMap((argv) => choice.map((more) => [...argv, ...more])), [words]);
    });
}
// `A=b` after `export` or any other command is a word.
function assignmentWord(node, expander) {
    const { name, value, append } = node;
    const index = node.index === undefined ? '' : `[${expandText(node.index, expander)[0] ?? HOLE}]`;
    const values = value.type === 'ArrayValue' ? [value.elements.flatMap((element) => expandWord(element, expander)).join(BREAK)] : expandText(value, expander);
    return values.map((text) => `${name}${index}${append === true ? '+' : ''}=${text}`);
}
function followAlias(node, name, frame, machine) {
    const alias = name.text === name.value ? frame.scope.aliases.get(name.value) : undefined;
    if (alias === undefined || frame.calls.includes(`alias ${name.value}`))
        return false;
    const rest = frame.source.text.slice(name.end, node.end);
    machine.inner(`${alias}${rest}`, { ...frame, calls: [...frame.calls, `alias ${name.value}`] }, frame.source.lineAt(node.pos));
    return true;
}
/** What redirections open, and what then comes in. */
function openedBy(redirects, frame, machine) {
    const opened = [];
    let stdin = null;
    const expander = expanderFor(frame, machine);
    for (const redirect of redirects) {
        if (redirect.type === 'HereDoc') {
            const { body } = redirect;
            stdin = { text: body.parts === undefined ? body.text : expandParts(body.parts, expander), from: [], line: frame.source.lineAt(body.pos) };
        }
        else if (redirect.type === 'HereString') {
            const texts = redirect.target === undefined ? [''] : expandText(redirect.target, expander);
            stdin = { text: texts.length === 1 ? `${texts[0]}\n` : HOLE, from: [] };
        }
        else
            for (const path of redirect.target === undefined ? [] : expandText(redirect.target, expander)) {
                const reads = redirect.operator === '<' || redirect.operator === '<&';
                // `2>&1` and `<&-` name descriptors.
                if (redirect.operator.endsWith('&') && /^(?:\d+|-|\d+-)$/u.test(path)) {
                    // What a descriptor was opened for stands elsewhere: whoever runs it runs what nobody has read.
                    if (redirect.operator === '<&' && /^[3-9]|^\d\d/u.test(path) && (redirect.descriptor === undefined || (redirect.descriptor.type === 'FileDescriptor' && redirect.descriptor.value === 0)))
                        stdin = { text: HOLE, from: ['exec'] };
                    continue;
                }
                if (reads)
                    stdin = machine.fed(path) ?? (redirect.operator === '<&' ? { text: HOLE, from: ['exec'] } : fromFile(path, frame, machine));
                if (machine.fed(path) === undefined)
                    opened.push({ effect: reads ? 'read' : 'write', path, ...(redirect.operator.includes('>>') ? { append: true } : {}) });
            }
    }
    return { opened, stdin };
}
// A file that the script wrote itself is read back as it was written.
function fromFile(path, { scope }, machine) {
    // Not a file: whoever answers there.
    if (/^\/dev\/(?:tcp|udp)\//u.test(path))
        return { text: null, from: [path] };
    const [only, ...more] = machine.written.at(settle(scope.folder, path));
    if (only === undefined || (only.text === null && !only.fetched))
        return { text: null, from: ['<'] };
    return only.fetched ? { text: null, from: ['curl'] } : { text: more.length > 0 ? HOLE : only.text, from: [] };
}

;// CONCATENATED MODULE: ./lib/parse/shell/walk.js
// SPDX-License-Identifier: Apache-2.0
//
// The grammar's nodes, one by one: lists, pipelines, branches, loops, functions, groups. Takes every branch, in a shell of its own, and
// keeps what each may have left behind. Refuses no node: the switch is checked to be complete.







/** A whole script; one inside a script tells its own errors. */
function walkScript(script, frame, machine) {
    for (const statement of script.commands)
        walkStatement(statement, frame, machine);
}
/** A script inside a word, in a subshell of its own. */
function walkInner(script, frame, machine) {
    const problem = (0,syntax/* problemOf */.Zw)(script);
    if (problem !== null)
        machine.trouble(frame.source.text.slice(script.pos, script.end), frame.source.lineAt(script.pos), problem);
    walkScript(script, { ...frame, scope: frame.scope.fork() }, machine);
}
function walkStatement({ command, background }, frame, machine) {
    walkNode(command, background === true ? { ...frame, scope: frame.scope.fork() } : frame, machine);
}
/** What a function or group is made of. */
function walkBody(body, frame, machine) {
    if (body.type === 'CompoundList')
        walkList(body, frame, machine);
    else
        walkNode(body, frame, machine);
}
function walkList(list, frame, machine) {
    for (const statement of list.commands)
        walkStatement(statement, frame, machine);
}
function walkNode(node, frame, machine) {
    if (!machine.step(frame))
        return;
    switch (node.type) {
        case 'AndOr':
            return walkAndOr(node, frame, machine);
        case 'Pipeline':
            return walkPipeline(node, frame, machine);
        case 'Redirected':
            return walkRedirected(node, frame, machine);
        default:
            return walkCommandNode(node, frame, machine);
    }
}
function walkCommandNode(node, frame, machine) {
    switch (node.type) {
        case 'Command':
            return walkCommand(node, frame, machine);
        case 'If':
            return walkIf(node, frame, machine);
        case 'For':
        case 'Select':
            return walkFor(node, frame, machine);
        case 'ArithmeticFor':
            return walkArithmeticFor(node, frame, machine);
        case 'While':
            return walkWhile(node, frame, machine);
        case 'Case':
            return walkCase(node, frame, machine);
        case 'Subshell':
            return walkList(node.body, { ...frame, scope: frame.scope.fork() }, machine);
        case 'BraceGroup':
            return walkList(node.body, frame, machine);
        case 'Function':
            return walk_define(node, frame, machine);
        case 'Coproc':
            return walkBody(node.body, { ...frame, scope: frame.scope.fork() }, machine);
        case 'TestCommand':
            return walkTest(node.expression, frame, machine);
        case 'ArithmeticCommand':
            // Shells without `((` see a subshell in a subshell.
            machine.otherwise(node.body, frame, frame.source.lineAt(node.pos));
            return visitArithmetic(node.expression, expanderFor(frame, machine));
        default:
            node;
    }
}
function walkAndOr(node, frame, machine) {
    const [first, ...rest] = node.commands;
    if (first === undefined)
        return;
    walkNode(first, frame, machine);
    let scope = frame.scope;
    const courses = [];
    for (const command of rest) {
        scope = scope.fork();
        walkNode(command, { ...frame, scope }, machine);
        courses.push(scope);
    }
    for (const course of courses)
        frame.scope.join(course);
}
function walkPipeline(node, frame, machine) {
    const only = node.commands.length === 1;
    node.commands.forEach((command, index) => {
        const stdin = index === 0 ? frame.stdin : pipedInto(node, index, frame, machine);
        walkNode(command, { ...frame, stdin, scope: only ? frame.scope : frame.scope.fork() }, machine);
    });
}
function pipedInto(node, index, frame, machine) {
    const before = node.commands.slice(0, index);
    return { text: printed(before, frame, machine), from: before.map((command) => (command.type === 'Command' ? (command.name?.value ?? '') : command.type.toLowerCase())) };
}
function walkRedirected({ command, redirects, pos, end }, frame, machine) {
    const { opened, stdin } = openedBy(redirects, frame, machine);
    const files = opened.filter(({ effect }) => effect === 'write');
    const text = files.length === 0 ? null : printed([command], stdin === null ? frame : { ...frame, stdin }, machine);
    machine.opens(opened.map((one) => (one.effect === 'write' ? { ...one, text } : one)), frame, { text: frame.source.text.slice(pos, end), line: frame.source.lineAt(pos) });
    for (const { path, append } of files)
        machine.written.put(settle(frame.scope.folder, path), { text, fetched: false }, append);
    walkNode(command, stdin === null ? frame : { ...frame, stdin }, machine);
}
/** Each course in a shell of its own; afterwards any of them may have been taken. */
function walkCourses(courses, frame) {
    const scopes = courses.map((course) => {
        const scope = frame.scope.fork();
        course({ ...frame, scope });
        return scope;
    });
    for (const scope of scopes)
        frame.scope.join(scope);
}
function walkIf(node, frame, machine) {
    walkList(node.clause, frame, machine);
    for (const { clause } of node.elif)
        walkList(clause, frame, machine);
    const bodies = [node.then, ...node.elif.map(({ then }) => then), ...(node.else === undefined ? [] : [node.else])];
    walkCourses(bodies.map((body) => (inner) => walkList(body, inner, machine)), frame);
}
// First for what it leaves behind, then for good: what is assigned at the end is there at the beginning of the next round.
function walkLoop(body, frame, machine) {
    if (!machine.silent)
        machine.silently(() => walkCourses([body], frame));
    walkCourses([body], frame);
}
function walkFor(node, frame, machine) {
    const expander = expanderFor(frame, machine);
    const values = node.wordlist === undefined ? (frame.scope.positional ?? [HOLE]) : node.wordlist.flatMap((word) => expandWord(word, expander));
    frame.scope.set(node.name.value, values.length === 0 ? [''] : values);
    walkLoop((inner) => walkList(node.body, inner, machine), frame, machine);
}
function walkArithmeticFor(node, frame, machine) {
    for (const expression of [node.initialize, node.test, node.update])
        visitArithmetic(expression, expanderFor(frame, machine));
    walkLoop((inner) => walkList(node.body, inner, machine), frame, machine);
}
function walkWhile(node, frame, machine) {
    walkLoop((inner) => {
        walkList(node.clause, inner, machine);
        walkList(node.body, inner, machine);
    }, frame, machine);
}
function walkCase(node, frame, machine) {
    const expander = expanderFor(frame, machine);
    expandText(node.word, expander);
    for (const { pattern } of node.items)
        for (const word of pattern)
            expandText(word, expander);
    walkCourses(node.items.map(({ body }) => (inner) => walkList(body, inner, machine)), frame);
}
function walkTest(expression, frame, machine) {
    const expander = expanderFor(frame, machine);
    const visit = (node) => {
        if (node.type === 'Word') {
            // `[[ -v 'a[$(x)]' ]]`: what stands in a subscript runs, quotes or not.
            for (const text of expandText(node, expander))
                if (SUBSCRIPT.test(text))
                    machine.trouble(frame.source.text.slice(node.pos, node.end), frame.source.lineAt(node.pos), 'what stands in the subscript runs');
        }
        else
            (0,parser/* forEachChild */.dK)(node, visit);
    };
    visit(expression);
}
function walk_define(node, frame, machine) {
    const name = node.name.value;
    frame.scope.functions.set(name, { node, source: frame.source });
    machine.defined(name, frame);
    if (!breeds(node, name))
        return;
    machine.trouble(frame.source.text.slice(node.pos, node.end), frame.source.lineAt(node.pos), `\`${name}\` starts itself over and over`);
}
// A function that starts itself twice at once, or beside itself: a fork bomb.
function breeds(node, name) {
    let found = false;
    const calls = (inner) => {
        let count = inner.type === 'Command' && inner.name?.value === name ? 1 : 0;
        (0,parser/* forEachChild */.dK)(inner, (child) => {
            count += calls(child);
        });
        return count;
    };
    const visit = (inner) => {
        if ((inner.type === 'Pipeline' && calls(inner) > 1) || (inner.type === 'Statement' && inner.background === true && calls(inner) > 0))
            found = true;
        if (!found)
            (0,parser/* forEachChild */.dK)(inner, visit);
    };
    visit(node.body);
    return found;
}

;// CONCATENATED MODULE: ./lib/parse/shell/machine.js








/** Source: a script of a thousand lines starts about as many commands. */
const MAX_OPERATIONS = 20_000;
const MAX_STEPS = 100_000;
/** Scripts in scripts, functions in functions. */
const MAX_CALLS = 24;
/** One reading of one text. */
class Machine {
    lookup;
    readSql;
    readManifests;
    packages;
    operations = [];
    written = new Written();
    #fed = new Map();
    #functions = new Map();
    #called = new Set();
    #steps = 0;
    #silent = 0;
    #exhausted = false;
    constructor(lookup, readSql, readManifests, 
    /** What the repository depends on; null when nobody knows. */
    packages = null) {
        this.lookup = lookup;
        this.readSql = readSql;
        this.readManifests = readManifests;
        this.packages = packages;
    }
    /** Reads a whole text. */
    read(text) {
        const frame = { source: new syntax/* Source */.kL(text), scope: new Scope(), stdin: null, calls: [], away: false };
        this.#follow(frame, text);
        this.#walkUncalled();
        return this.operations;
    }
    get silent() {
        return this.#silent > 0;
    }
    /** Goes through something for what it leaves behind, noting no operation. */
    silently(work) {
        this.#silent += 1;
        try {
            return work();
        }
        finally {
            this.#silent -= 1;
        }
    }
    /** Counts a step; false when there were too many. */
    step(frame) {
        this.#steps += 1;
        if (this.#steps <= MAX_STEPS && this.operations.length < MAX_OPERATIONS && frame.calls.length < MAX_CALLS)
            return true;
        if (!this.#exhausted) {
            this.#exhausted = true;
            this.operations.push(unreadable('', 1, 'the script does more than can be followed'));
        }
        return false;
    }
    note(operation) {
        if (!this.silent)
            this.operations.push(operation);
    }
    /** Notes a part that can't be read. */
    trouble(text, line, why) {
        this.note(unreadable(text, line, why));
    }
    /** A value from outside that becomes part of the script. */
    inject({ context, line }) {
        const frame = { source: new syntax/* Source */.kL(''), scope: new Scope(), stdin: null, calls: [], away: false };
        const draft = new Draft(this.callOf([], frame, { text: `\${{ ${context} }}`, line }), 'template');
        draft.access('execute', context, 'expression');
        draft.hazard('template-injection', `whoever writes \`${context}\` writes a part of the script`);
        this.note(draft.finish());
    }
    /** Text that another shell would run: only what people look out for is noted. */
    otherwise(text, frame, line) {
        if (this.silent || (0,syntax/* parseShell */.aV)(text).problem !== null)
            return;
        this.#minding(() => this.inner(text, { ...frame, scope: frame.scope.fork() }, line));
    }
    /** Notes what a compound command does with files. */
    opens(opened, frame, at) {
        if (opened.length === 0)
            return;
        this.note(new Draft(this.callOf([], frame, { ...at, opened }), 'redirect').finish());
    }
    callOf(argv, frame, at) {
        return { opened: [], assigned: new Map(), open: false, hazards: [], ...at, argv, frame };
    }
    /** Text that can be read under the path of a process substitution. */
    feed(stdin) {
        const path = `/dev/fd/${63 + this.#fed.size}`;
        this.#fed.set(path, stdin);
        return path;
    }
    fed(path) {
        return this.#fed.get(path);
    }
    script(text, call, changes = {}) {
        const { frame } = call;
        if (!isKnown(text))
            this.trouble(call.text, call.line, `what \`${shown(text).slice(0, 60)}\` comes to is known only when it runs`);
        if (!/[^\s\uFFFF]/u.test(text) && text !== '')
            return;
        const scope = changes.own === true ? frame.scope.fork() : frame.scope;
        for (const [name, value] of call.assigned)
            scope.set(name, [value]);
        if (changes.positional !== undefined)
            scope.positional = changes.positional;
        if (changes.away === true)
            scope.folder = '.';
        this.#follow({ ...frame, scope, source: changes.line === undefined ? new syntax/* Source */.kL(text, call.line, true) : new syntax/* Source */.kL(text, changes.line), calls: [...frame.calls, 'script'], away: frame.away || changes.away === true }, text, call.hazards);
    }
    /** A script inside the text of the frame, as a here-document is. */
    inner(text, frame, line) {
        this.#follow({ ...frame, source: new syntax/* Source */.kL(text, line), calls: [...frame.calls, 'script'] }, text);
    }
    #follow(frame, text, hazards = []) {
        if (!this.step(frame))
            return;
        const { script, problem } = (0,syntax/* parseShell */.aV)(text);
        if (problem !== null)
            this.trouble(text, frame.source.lineAt(script?.errors?.[0]?.pos ?? 0), problem);
        const from = this.operations.length;
        if (script !== null)
            walkScript(script, frame, this);
        if (hazards.length > 0)
            this.#mark(from, hazards);
    }
    // What surrounds a script (`sudo sh -c`) holds for each of its commands.
    #mark(from, hazards) {
        for (let at = from; at < this.operations.length; at += 1) {
            const { facts, ...rest } = this.operations[at];
            const more = hazards.filter(({ id }) => !facts.hazards.some((own) => own.id === id));
            this.operations[at] = { ...rest, facts: { ...facts, hazards: [...facts.hazards, ...more] } };
        }
    }
    /** A command as the shell itself starts it: a function goes before a program. */
    begin(call) {
        const [name] = call.argv;
        if (name === undefined || !call.frame.scope.functions.has(name))
            this.start(call.argv, call);
        else if (this.step(call.frame))
            this.#callFunction(name, call);
    }
    // What a program starts is a program, whatever functions the shell has.
    start(argv, call, changes = {}) {
        const next = { ...call, ...changes, argv };
        if (this.step(next.frame))
            runProgram(next, this);
    }
    #callFunction(name, call) {
        const { frame } = call;
        const defined = frame.scope.functions.get(name);
        // Once more into itself: the second time shows what other arguments do.
        if (defined === undefined || frame.calls.filter((each) => each === name).length > 1)
            return;
        this.#called.add(defined.node);
        const scope = frame.scope.fork();
        scope.positional = call.argv.slice(1).map((arg) => (call.open ? HOLE : arg));
        for (const [variable, value] of call.assigned)
            scope.set(variable, [value]);
        this.opens(call.opened, frame, call);
        walkBody(defined.node.body, { ...frame, scope, source: defined.source, calls: [...frame.calls, name] }, this);
        scope.positional = frame.scope.positional;
        frame.scope.join(scope);
        frame.scope.folder = scope.folder;
    }
    sql(text, draft) {
        adoptSql(text, draft, this.readSql);
    }
    manifests(text, draft) {
        adoptManifests(text, draft, this.readManifests);
    }
    perhaps(what, call) {
        if (this.silent || (typeof what === 'string' && (0,syntax/* parseShell */.aV)(what).problem !== null))
            return;
        this.#minding(() => {
            const inner = { ...call, opened: [], assigned: new Map() };
            if (typeof what === 'string')
                this.script(what, inner, { own: true });
            else
                this.start(what, { ...inner, frame: { ...call.frame, scope: call.frame.scope.fork() } });
        });
    }
    /** A function that the text defines, and where. */
    defined(name, frame) {
        const defined = frame.scope.functions.get(name);
        if (defined !== undefined && !this.#functions.has(defined.node))
            this.#functions.set(defined.node, { name, defined, frame });
    }
    // Whoever sources the text may call them, with whatever arguments.
    #walkUncalled() {
        for (const [node, { name, defined, frame }] of this.#functions) {
            if (this.#called.has(node))
                continue;
            this.#called.add(node);
            const scope = frame.scope.fork();
            scope.positional = null;
            const from = this.operations.length;
            walkBody(node.body, { ...frame, scope, source: defined.source, calls: [name] }, this);
            this.operations.push(...this.operations.splice(from).flatMap((operation) => (runsItsArguments(operation) ? [] : [fromUncalled(operation, name)])));
        }
    }
    // Of what is noted meanwhile, only what people look out for stays.
    #minding(work) {
        const from = this.operations.length;
        work();
        this.operations.push(...this.operations.splice(from).filter(({ facts }) => facts.hazards.length > 0));
    }
}
// What `"$@"` is, whoever calls the function says.
function runsItsArguments({ facts }) {
    return facts.unknown.length > 0 && facts.hazards.length === 0 && /(?:^|\s)"?\$\{?(?:[@*]|\d)\}?"?/u.test(facts.text);
}
function fromUncalled({ facts, ...rest }, name) {
    const note = `in the function \`${name}\`, which nothing here calls`;
    return { ...rest, facts: { ...facts, assumed: true, unknown: facts.unknown.map((why) => `${why}, ${note}`), hazards: facts.hazards.map(({ id, detail }) => ({ id, detail: `${detail}, ${note}` })) } };
}
function unreadable(text, line, why) {
    const facts = {
        statement: 'UNKNOWN', name: 'shell.unknown', text: shown(text.slice(0, 500)), redacted: '?',
        accesses: [{ effect: 'unknown', object: null, type: null, columns: [], filtered: [], assumed: false, why }],
        functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
    };
    return { kind: 'shell', facts, line, paths: [] };
}

;// CONCATENATED MODULE: ./lib/parse/shell/commands/archives.js



const TAR = {
    letters: 'fCTXbFgHIKLNV',
    names: 'file directory files-from exclude-from exclude to-command checkpoint-action use-compress-program info-script new-volume-script rsh-command rmt-command listed-incremental transform owner group mode mtime strip-components format',
    own: 'exclude checkpoint extract',
};
const tar = (use) => {
    const { draft, call, follow } = use;
    // `tar xzf a.tgz`: letters without a dash.
    const [first = '', ...rest] = use.args;
    const args = /^[A-Za-z]+$/u.test(first) && /[cxtruA]/u.test(first) ? oldStyle(first, rest) : use.args;
    const options = new Options(args, TAR);
    const archive = options.value('f', 'file');
    const creates = options.has('c', 'create', 'r', 'append', 'u', 'update', 'A');
    if (archive !== undefined && archive !== '-')
        draft[creates ? 'write' : 'read'](archive);
    if (creates)
        for (const path of options.operands)
            draft.read(path);
    if (options.has('x', 'extract', 'get')) {
        draft.write(options.value('C', 'directory') ?? '.');
        unpacked(use, archive, options.value('C', 'directory'), options.has('strip-components', 'transform') ? [] : options.operands);
    }
    if (options.has('remove-files'))
        for (const path of options.operands)
            draft.remove(path, true);
    for (const action of options.values('checkpoint-action'))
        if (/^exec=/u.test(action))
            follow.script(action.slice('exec='.length), call, { own: true });
    for (const command of options.values('to-command', 'I', 'use-compress-program', 'info-script', 'F', 'rsh-command'))
        if (!/^(?:gzip|pigz|bzip2|pbzip2|xz|zstd|zstdmt|lz4|lzma|lzop)(?: -[\w-]+)*$/u.test(command))
            follow.script(command, { ...call, frame: { ...call.frame, stdin: { text: HOLE, from: ['tar'] } } }, { own: true });
};
function oldStyle(letters, rest) {
    const words = [...rest];
    const out = [];
    for (const letter of letters)
        out.push(...('fCTXbFgHIKLNV'.includes(letter) ? [`-${letter}`, words.shift() ?? ''] : [`-${letter}`]));
    return [...out, ...words];
}
const zip = (use) => {
    const options = new Options(use.args, { letters: 'bixnPtTO', names: 'unzip-command' });
    const [archive = '', ...files] = options.operands;
    draftFiles(use, archive, files);
    const tester = use.args.indexOf('-TT');
    for (const command of [...options.values('unzip-command'), ...(tester < 0 ? [] : [use.args[tester + 1] ?? ''])])
        use.follow.script(command, use.call, { own: true });
};
function draftFiles({ draft }, target, sources) {
    draft.write(target);
    for (const source of sources)
        draft.read(source);
}
const unzip = (use) => {
    const { args, draft } = use;
    const options = new Options(args, { letters: 'dxP' });
    if (options.operands[0] !== undefined)
        draft.read(options.operands[0]);
    if (options.has('l', 't', 'v', 'Z', 'p'))
        return;
    draft.write(options.value('d') ?? '.');
    unpacked(use, options.operands[0] ?? '-', options.value('d'));
};
/** Programs of archives, by name. */
const archives = { tar, gtar: tar, bsdtar: tar, zip, unzip };

;// CONCATENATED MODULE: ./lib/parse/shell/commands/build.js



const tool = ({ name, args, draft }) => {
    draft.access('execute', name, 'program');
    for (const arg of args)
        draft.mention(arg);
};
const runner = (use) => {
    const options = new Options(use.args, { letters: 'pcw', names: 'package call workspace shell', first: true });
    const script = options.value('c', 'call');
    for (const arg of use.args)
        use.draft.mention(arg);
    if (script !== undefined)
        use.follow.script(script, use.call, { own: true });
    use.draft.access('execute', options.operands[0] ?? use.name, 'package');
    if (options.operands.length > 0)
        use.follow.start([options.operands[0].replace(/(?<=.)(?:@|==).*$/u, ''), ...options.operands.slice(1)], use.call);
};
const make = ({ args, draft, follow, call }) => {
    const options = new Options(args, { letters: 'fCIjloWE', names: 'file makefile directory include-dir jobs eval', own: 'eval' });
    if (options.has('n', 'just-print', 'dry-run') || options.has('v', 'version'))
        return draft.access('read', null, null);
    for (const file of options.values('f', 'file', 'makefile')) {
        if (file === '-' || file === '/dev/stdin' || file.startsWith('/dev/fd/'))
            draft.unknown('the makefile comes from elsewhere, unread');
        else
            draft.access('execute', file, 'file');
    }
    for (const text of options.values('eval', 'E'))
        for (const [, inner = ''] of text.matchAll(/\$\(shell ([^)]*)\)/gu))
            follow.script(inner, call, { own: true });
    for (const target of options.operands) {
        const shell = /^SHELL=(.*)$/u.exec(target)?.[1];
        if (shell !== undefined && !/^(?:\/usr)?\/bin\/(?:ba|z|da)?sh$/u.test(shell))
            draft.hazard('environment-code', '`SHELL` is what make runs every line with');
        const value = /^\w+:?=(.*)$/su.exec(target)?.[1];
        if (value !== undefined)
            mayStart(value, call, follow);
        draft.access('execute', target, 'target');
    }
    draft.access('execute', 'make', 'program');
};
// `nix-shell --run 'make'`, `expect -c 'spawn ls'`: text that another program hands to a shell.
const handing = (...names) => (use) => {
    tool(use);
    for (const text of new Options(use.args, { letters: names.filter((name) => name.length === 1).join(''), names: names.filter((name) => name.length > 1).join(' ') }).values(...names))
        use.follow.perhaps(text.replace(/^\s*spawn\s+/u, ''), use.call);
};
// `direnv exec . make`.
const direnv = (use) => {
    tool(use);
    if (use.args[0] === 'exec' && use.args.length > 2)
        use.follow.start(use.args.slice(2), use.call);
};
/** Builders and runners, by name. */
const builders = {
    make, gmake: make, sops: table({ letters: 'dei', names: 'extract output output-type input-type' }, '+d,decrypt : read #secret-read\ndecrypt|exec-env|exec-file : read #secret-read\n : execute'), op: table({ names: 'vault account fields format' }, 'read|item get|document get|inject|run : read #secret-read\n* : execute'), security: table({}, 'find-generic-password|find-internet-password|dump-keychain|export : read #secret-read\n* : execute'), 'nix-shell': handing('run', 'command'), expect: handing('c'), direnv, npx: runner, bunx: runner, pnpx: runner, uvx: runner,
    ...Object.fromEntries('tsc eslint prettier jest vitest mocha pytest tox nox ruff black mypy flake8 pylint isort gcc g++ clang clang++ cc ld ar cmake ninja meson bazel rustc javac java dotnet swift xcodebuild webpack vite rollup esbuild next nuxt ng turbo nx playwright cypress rspec rubocop phpunit ghc stack cabal mix elixir zig deno hugo jekyll mkdocs sphinx-build pandoc ffmpeg convert magick protoc buf golangci-lint gofmt hadolint actionlint trivy cosign syft pre-commit commitlint husky lint-staged claude codex gemini act ginkgo dart flutter code open xdg-open gpg age'.split(' ').map((name) => [name, tool])),
};

;// CONCATENATED MODULE: ./lib/parse/shell/commands/builtins.js






const cd = ({ args, call, draft }) => {
    const { scope } = call.frame;
    const [target = HOME] = new Options(args).operands;
    draft.dropped = true;
    if (target === '-')
        scope.folder = HOLE;
    else
        scope.folder = settle(scope.folder, target);
};
const declare = ({ name: builtin, args, call, draft, follow }) => {
    const { scope } = call.frame;
    const { operands } = new Options(args);
    const exported = builtin === 'export' || args.some((arg) => /^-\w*x/u.test(arg));
    const reference = args.some((arg) => /^-\w*n/u.test(arg)) && builtin !== 'export';
    const assigned = new Map();
    for (const word of operands) {
        const cut = word.indexOf('=');
        if (cut <= 0)
            continue;
        const append = word[cut - 1] === '+';
        const name = word.slice(0, append ? cut - 1 : cut).replace(/\[.*\]$/su, '');
        const value = word.slice(cut + 1);
        if (reference)
            scope.refer(name, value);
        else if (append)
            scope.append(name, [value], false);
        else
            scope.set(name, [value], call.assumed);
        if (exported)
            mayStart(value, call, follow);
        assigned.set(name, value);
    }
    draft.dropped = !environmentOf(assigned, draft);
};
const builtins_read = ({ args, call, draft }) => {
    const options = new Options(args, { letters: 'adinNptu' });
    const names = [...options.operands, ...options.values('a')];
    const text = call.frame.stdin?.text ?? null;
    const line = text === null || !isKnown(text) || text.trimEnd().includes('\n') ? null : (text.split('\n')[0] ?? '');
    const fields = line === null ? null : fieldsOf(line, names.length, call);
    (names.length === 0 ? ['REPLY'] : names).forEach((name, index) => {
        const value = options.has('a') ? (line === null ? HOLE : line.trim().split(/\s+/u).join(BREAK)) : (fields?.[index] ?? (fields === null ? HOLE : ''));
        call.frame.scope.set(name, [value]);
    });
    draft.dropped = true;
};
// With several names the last one takes the rest of the line; other separators than blanks are not followed.
function fieldsOf(line, count, { assigned, frame: { scope } }) {
    if (count <= 1)
        return [line];
    if (assigned.has('IFS') || scope.values('IFS').join('') !== ' \t\n')
        return null;
    const words = line.trim().split(/\s+/u);
    return [...words.slice(0, count - 1), words.slice(count - 1).join(' ')];
}
const printfTo = ({ args, call, draft }) => {
    if (args[0] === '-v')
        call.frame.scope.set(args[1] ?? '', [outputOf(['printf', ...args.slice(2)], null, draft.folder) ?? HOLE]);
    draft.access('read', null, null);
};
const set = ({ args, call, draft }) => {
    const at = args.findIndex((arg) => arg === '--' || !/^[-+]/u.test(arg));
    if (at >= 0)
        call.frame.scope.positional = args.slice(args[at] === '--' ? at + 1 : at);
    draft.dropped = true;
};
const shift = ({ args, call, draft }) => {
    const { scope } = call.frame;
    if (scope.positional !== null)
        scope.positional = scope.positional.slice(Number(args[0] ?? 1) || 1);
    draft.dropped = true;
};
const lines = ({ args, call, draft, follow }) => {
    const options = new Options(args, { letters: 'dnOsuCc' });
    const { operands } = options;
    for (const callback of options.values('C'))
        follow.script(callback, call, { own: true });
    const text = call.frame.stdin?.text ?? null;
    call.frame.scope.set(operands[0] ?? 'MAPFILE', [text === null || !isKnown(text) ? HOLE : text.trimEnd().split('\n').join(BREAK)]);
    draft.dropped = true;
};
const unset = ({ args, call, draft }) => {
    for (const name of new Options(args).operands) {
        call.frame.scope.set(name, ['']);
        call.frame.scope.functions.delete(name);
    }
    draft.dropped = true;
};
const unalias = ({ args, call, draft }) => {
    if (args.includes('-a'))
        call.frame.scope.aliases.clear();
    for (const name of args)
        call.frame.scope.aliases.delete(name);
    draft.dropped = true;
};
/** `[ -f x ]`: only looks. */
const test = ({ draft }) => draft.access('read', null, null);
// A file is loaded into the shell itself.
const enable = ({ args, draft }) => {
    const file = new Options(args, { letters: 'f' }).value('f');
    if (file === undefined)
        draft.dropped = true;
    else
        draft.unknown(`\`enable\` loads \`${file}\` into the shell`);
};
// `hash -p PATH NAME`: the name is that program from then on.
const hash = ({ args, draft, follow }) => {
    const options = new Options(args, { letters: 'p' });
    const path = options.value('p');
    if (path !== undefined)
        for (const name of options.operands)
            follow.written.name(`hash ${name}`, path);
    draft.dropped = true;
};
// `complete -C 'x' y`, `bind -x '"k":x'`: a command for a later key.
const builtins_handing = (...letters) => ({ args, call, draft, follow }) => {
    for (const text of new Options(args, { letters: letters.join('') }).values(...letters))
        follow.perhaps(text.replace(/^\s*"[^"]*"\s*:\s*"?|"$/gu, ''), call);
    draft.dropped = true;
};
const nothing = ({ draft }) => {
    draft.dropped = true;
};
/** A builtin that is no operation of its own still opens the files that it is redirected to. */
function keepingFiles(program) {
    return (use) => {
        program(use);
        if (use.call.opened.length > 0)
            use.draft.dropped = false;
    };
}
// Where a name is wanted, its subscript is worked out.
const builtins_NAMES = /^(?:test|\[|printf|read|readarray|mapfile|unset|declare|typeset|local|export|readonly|let|wait|getopts)$/u;
/** A subscript in quotes: nothing seems to run. */
function mindingSubscripts(name, program) {
    if (!builtins_NAMES.test(name))
        return program;
    return (use) => {
        program(use);
        const hidden = use.args.find((arg) => SUBSCRIPT.test(arg));
        if (hidden === undefined)
            return;
        use.draft.dropped = false;
        use.draft.unknown(`\`${shown(hidden).slice(0, 60).replaceAll('`', '\'')}\` runs what stands in its subscript`);
    };
}
const BUILTINS = {
    cd, chdir: cd, pushd: cd, popd: (use) => {
        use.call.frame.scope.folder = HOLE;
        use.draft.dropped = true;
    },
    export: declare, declare, typeset: declare, local: declare, readonly: declare,
    hash, bind: builtins_handing('x'), complete: builtins_handing('C', 'F'), read: builtins_read, readarray: lines, mapfile: lines, printf: printfTo, set, shift, unset, unalias, test, '[': test, enable,
    ...Object.fromEntries(['true', 'false', ':', 'exit', 'return', 'break', 'continue', 'wait', 'jobs', 'fg', 'bg', 'disown', 'getopts', 'umask', 'ulimit', 'shopt', 'let', 'times', 'setopt', 'emulate', 'suspend', 'logout', 'caller', 'compopt', 'compgen', 'dirs', 'history', 'fc'].map((name) => [name, nothing])),
};
/** Builtins by name. */
const builtins = Object.fromEntries(Object.entries(BUILTINS).map(([name, program]) => [name, mindingSubscripts(name, keepingFiles(program))]));

;// CONCATENATED MODULE: ./lib/parse/shell/shared-host.js


// Folders that hold the machine's own power: whoever writes there has it.
const POWER = /^\/(?:$|(?:etc|root|boot|dev|proc|sys|usr|lib|lib64|bin|sbin|var|run|opt|home|Users|var\/run|var\/lib|var\/spool|etc\/(?:cron|sudoers|systemd|kubernetes|passwd|shadow|pam\.d|profile|ld\.so|ssh|init\.d|rc)[^/]*|var\/lib\/(?:docker|kubelet|containerd|containers|etcd|rancher)|run\/(?:containerd|docker|crio|systemd)|var\/spool\/cron)$|(?:proc|sys|boot|var\/lib\/(?:docker|kubelet|containerd|containers|etcd)|var\/spool\/cron|etc\/(?:cron\.?\w*|systemd|kubernetes))\/)/u;
const SOCKET = /\/(?:docker|containerd|crio|podman|buildkitd|dockershim)\.sock$/u;
const shared_host_HARMLESS = /^\/(?:sys\/fs\/cgroup|proc\/(?:cpuinfo|meminfo|version|uptime|loadavg)|sys\/class\/(?:drm|net|thermal)|dev\/(?:shm|null|zero|u?random|fuse|kvm|dri|snd|net\/tun|video\d*|nvidia\S*|tty\S*|bus\/usb|vhost-\w+))(?:\/|$)/u;
const STRONG = /^(?:CAP_)?(?:ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE|SYS_RAWIO|SYS_BOOT|DAC_READ_SEARCH|BPF|MAC_ADMIN|MAC_OVERRIDE)$/iu;
const WEAK = /^(?:CAP_)?(?:NET_BIND_SERVICE|CHOWN|DAC_OVERRIDE|FOWNER|FSETID|KILL|SETGID|SETUID|SETPCAP|SYS_CHROOT|MKNOD|AUDIT_WRITE|SETFCAP|NET_RAW|IPC_LOCK|SYS_NICE)$/iu;
const shared_host_escape = (detail) => ({ id: 'container-escape', detail });
const near = (detail) => ({ id: 'container-host', detail });
/** Hazards of the options of `docker run`. `folder`: where the shell stands. */
function sharedWith(options, folder) {
    const found = options.has('privileged') ? [shared_host_escape('`--privileged` gives it all that the machine has')] : [];
    for (const source of options.values('v', 'volume', 'mount').map(sourceOf))
        found.push(...ofMount(source, folder));
    for (const device of options.values('device').map((value) => value.split(':')[0])) {
        if (isDisk(device) && !shared_host_HARMLESS.test(device))
            found.push(/^\/dev\/(?:sd|hd|vd|xvd|nvme|mmcblk|dm-|mapper|loop|md|k?mem|port)/u.test(device) ? shared_host_escape(`\`${shown(device)}\` is a disk, or the memory, of the machine`) : near(`\`${shown(device)}\` is a device of the machine`));
    }
    for (const cap of options.values('cap-add')) {
        if (STRONG.test(cap))
            found.push(shared_host_escape(`\`${shown(cap)}\` is as good as root on the machine`));
        else if (!WEAK.test(cap))
            found.push(near(`\`${shown(cap)}\` is more than containers are let`));
    }
    for (const option of ['pid', 'network', 'net', 'userns', 'ipc', 'uts', 'cgroupns'])
        if (options.value(option) === 'host')
            found.push(near(`\`--${option} host\` shares with the machine what others have of their own`));
    for (const value of options.values('security-opt'))
        if (/^(?:seccomp|apparmor|systempaths)[=:]unconfined$|^label[=:]disable$/u.test(value))
            found.push(near(`\`${shown(value)}\` takes away what confines it`));
    return found;
}
/** Hazards of `docker build` and `docker volume create`. */
function builtWith(args, folder) {
    const opened = args.some((arg) => /\bsecurity\.insecure\b|\binsecure-entitlement\b/u.test(arg)) ? [shared_host_escape('`security.insecure` lets a build step do what the machine may')] : [];
    const network = args.some((arg) => /\bnetwork\.host\b/u.test(arg)) ? [near('`network.host` lets a build step reach what only the machine may')] : [];
    return [...opened, ...network, ...(args.includes('volume') ? args.flatMap((arg) => ofMount(/(?:^|=)device=(\/.*)$/u.exec(arg)?.[1] ?? '', folder)) : [])];
}
// `/:/host:ro`, `type=bind,source=/,target=/host`, `type=volume,volume-opt=device=/`.
function sourceOf(mount) {
    if (!/^[a-z-]+=|,(?:source|src|volume-opt)=/u.test(mount))
        return mount.split(':')[0];
    const parts = mount.split(',').map((part) => part.replace(/^"|"$/gu, ''));
    return parts.map((part) => /^(?:source|src|volume-opt=device|volume-opt="?device)=(.*)$/u.exec(part)?.[1]).find((value) => value !== undefined) ?? '';
}
function ofMount(source, folder) {
    if (source === '' || (!/[/~.\uFDD0]/u.test(source) && source !== HOLE))
        return [];
    const path = settle(folder, source);
    if (shared_host_HARMLESS.test(path))
        return [];
    if (POWER.test(path) || SOCKET.test(path) || isDisk(path))
        return [shared_host_escape(`\`${shown(path)}\` of the machine is in the container's hands`)];
    return placeOf(path) === 'home' ? [{ id: 'secret-file', detail: `\`${shown(path)}\` holds the keys of whoever runs it` }] : [];
}

;// CONCATENATED MODULE: ./lib/parse/shell/commands/kubectl.js





const KUBECTL = {
    letters: 'nfoklLcsp', own: 'force dry-run all wait patch',
    names: 'namespace filename output kustomize selector context cluster user kubeconfig server token as as-group container replicas image type patch patch-file subresource timeout grace-period field-selector overrides labels restart env port limits requests serviceaccount cascade to-revision tail since address from-file from-literal for profile field-manager v request-timeout certificate-authority',
};
const kubectlRows = rowsOf(`
+dry-run : read
get secret|get secrets : read #secret-read
get|describe|logs|top|explain|version|api-resources|api-versions|cluster-info|diff|wait|auth can-i|auth whoami|options|help|events|completion|kustomize : read
config view +raw : read #secret-read
config view|config current-context|config get-contexts|config get-clusters|config get-users : read
config : control
rollout status|rollout history : read
delete : destroy #infrastructure-destroy @resource
drain : control #infrastructure-destroy @resource
replace +force : destroy #infrastructure-destroy @resource
apply +prune : destroy #infrastructure-destroy
scale : write @resource
set subject|set serviceaccount|set sa : grant #account-change @resource
set image|set env|set resources|set selector : write @resource
rollout|cordon|uncordon|taint|label|annotate|set|autoscale : write @resource
create token : read #secret-read
auth reconcile|adm policy|policy add-role-to-user : grant #account-change
create clusterrolebinding,rolebinding,clusterrole,role : grant #account-change @resource
certificate approve : grant #account-change @resource
apply|create|patch|replace|expose|edit|certificate : write @resource
port-forward|proxy|cp|attach : execute #cluster-door @resource
plugin|krew : execute`);
/** One use of kubectl. */
const kubectl = (use) => {
    const at = use.args.indexOf('--');
    const own = at < 0 ? use.args : use.args.slice(0, at);
    const options = new Options(own, KUBECTL);
    if (options.operands[0] === 'alpha')
        options.operands.shift();
    const [verb] = options.operands;
    // To ask what somebody else may do is harmless.
    if (verb !== 'auth' && (options.has('as') || options.has('as-group')))
        use.draft.hazard('account-change', 'it acts as somebody else');
    if ((verb === 'exec' || verb === 'debug' || verb === 'run') && !asksForHelp(own)) {
        const command = at >= 0 ? use.args.slice(at + 1) : verb === 'exec' ? options.operands.slice(2) : [];
        use.draft.called(use.name, verb);
        use.draft.access('execute', options.operands[1] ?? null, 'pod');
        danger(use.draft, 'cluster-door');
        const node = verb === 'debug' && /^nodes?\//u.test(options.operands[1] ?? '');
        if (options.has('privileged') || node || options.value('profile') === 'sysadmin')
            danger(use.draft, 'container-escape');
        const part = options.value('overrides');
        if (part !== undefined)
            use.follow.manifests(podOf(part), use.draft);
        inside(use, command);
    }
    else {
        // Hits `secret/db`, and `--raw /api/v1/namespaces/shop/secrets`.
        if (verb === 'get' && (/^secrets?\//u.test(options.operands[1] ?? '') || (options.has('raw') && options.operands.some((path) => /\/secrets\b/u.test(path)))))
            use.draft.hazard('secret-read', 'it prints secrets');
        const values = verb === 'set' ? kubectl_valuesOf(options) : [];
        kubectlRows(options, { ...use, args: own });
        if (/^(?:apply|create|replace)$/u.test(verb ?? ''))
            for (const file of options.values('f', 'filename'))
                manifest(use, file, options.has('dry-run'));
        const patch = verb === 'patch' ? options.value('p', 'patch') : undefined;
        if (patch !== undefined)
            use.follow.manifests(patchOf(options.operands.slice(1), patch), use.draft);
        else if (verb === 'patch' && !options.has('dry-run'))
            patchFile(use, options);
        if (verb === 'set' && options.operands[1] === 'image')
            kubectl_images(use, options.operands.slice(2), values);
        if (verb === 'taint' && options.operands.some((word) => /:NoExecute$/u.test(word)))
            use.draft.hazard('infrastructure-destroy', 'what runs on the node is evicted');
        if (options.has('raw') && /^(?:create|replace|delete)$/u.test(verb ?? ''))
            use.draft.unknown('what a request by its path does is not told here; write it as a manifest');
        if (verb === 'label' && options.operands.some((word) => /^pod-security\.kubernetes\.io\//u.test(word)))
            use.draft.hazard('account-change', 'it changes what pods of the namespace may do');
        if (verb === 'scale' && options.value('replicas') === '0')
            use.draft.hazard('infrastructure-destroy', 'nothing of it runs then');
    }
};
/** `-f -`, a file that the script wrote, an address. */
function manifest({ call, draft, follow }, file, rehearsed) {
    const { stdin, scope } = call.frame;
    const texts = file === '-' || file === '/dev/stdin' ? [stdin?.text ?? null] : [follow.fed(file)?.text ?? null, ...follow.written.at(settle(scope.folder, file)).map(({ text }) => text)];
    for (const text of texts)
        if (text !== null)
            follow.manifests(text, draft);
    const fetched = /^https?:\/\//iu.test(file) || (file === '-' && stdin?.from.some((name) => FETCHERS.has(name)) === true) || follow.written.at(settle(scope.folder, file)).some((one) => one.fetched);
    if (fetched)
        draft.hazard('downloaded-code', 'what a server answers is applied to the cluster, unread');
    // `kustomize build x | kubectl apply -f -`: made when it runs. What `cat` prints are files, which are judged as such; what `kubectl` prints it made of its arguments.
    else if (file === '-' && !rehearsed && stdin !== null && stdin.text === null && stdin.from.some((name) => !/^(?:<|cat|kubectl|oc|k)$/u.test(name)))
        draft.hazard('unplanned-apply', 'what it applies is made when it runs, so that nobody has seen it');
}
// A patch means nothing without its target, so no manifest of the repository tells what it does.
function patchFile({ draft, follow }, options) {
    const file = options.value('patch-file');
    const texts = file === undefined ? [] : follow.written.at(settle(draft.folder, file));
    for (const { text } of texts)
        if (text !== null)
            follow.manifests(patchOf(options.operands.slice(1), text), draft);
    if (file === undefined || texts.length === 0 || texts.some(({ text }) => text === null))
        draft.unknown(`what \`${shown(file ?? 'the patch')}\` changes is not told here; give it with \`--patch\``);
}
// `web=nginx:1.2` and `A=b` are values, not what they are set on.
function kubectl_valuesOf({ operands }) {
    const values = operands.filter((word, index) => index > 1 && word.includes('='));
    operands.splice(0, operands.length, ...operands.filter((word) => !values.includes(word)));
    return values;
}
// An image that is set is a patch like any other.
function kubectl_images({ draft, follow }, what, values) {
    const containers = values.filter(isKnown).map((value) => ({ name: value.slice(0, value.indexOf('=')), image: value.slice(value.indexOf('=') + 1) }));
    if (containers.length === 0)
        return;
    const kind = (what[0] ?? '').split('/')[0];
    const spec = /^po(?:ds?)?$/u.test(kind) ? { containers } : { template: { spec: { containers } } };
    follow.manifests(patchOf(what, JSON.stringify({ spec: /^(?:cj|cronjobs?)/u.test(kind) ? { jobTemplate: { spec } } : spec })), draft);
}
// The beginning of what `kubectl run` makes; the part goes over it.
function podOf(part) {
    return `apiVersion: v1\nkind: Pod\nmetadata: { name: run }\n---\n${/^\s*\{/u.test(part) ? part.replace(/\{/u, '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"run"},') : part}`;
}
const PATHS = [
    [/^(?:deploy|deployments?)(?:\.apps)?$/u, '/apis/apps/v1/namespaces/default/deployments/'], [/^(?:ds|daemonsets?)(?:\.apps)?$/u, '/apis/apps/v1/namespaces/default/daemonsets/'],
    [/^(?:sts|statefulsets?)(?:\.apps)?$/u, '/apis/apps/v1/namespaces/default/statefulsets/'], [/^(?:po|pods?)$/u, '/api/v1/namespaces/default/pods/'], [/^(?:cj|cronjobs?)(?:\.batch)?$/u, '/apis/batch/v1/namespaces/default/cronjobs/'],
    [/^(?:ns|namespaces?)$/u, '/api/v1/namespaces/'], [/^(?:pv|persistentvolumes?)$/u, '/api/v1/persistentvolumes/'], [/^(?:svc|services?)$/u, '/api/v1/namespaces/default/services/'], [/^roles?$/u, '/apis/rbac.authorization.k8s.io/v1/namespaces/default/roles/'], [/^rolebindings?$/u, '/apis/rbac.authorization.k8s.io/v1/namespaces/default/rolebindings/'], [/^(?:netpol|networkpolic(?:y|ies))$/u, '/apis/networking.k8s.io/v1/namespaces/default/networkpolicies/'],
    [/^clusterroles?$/u, '/apis/rbac.authorization.k8s.io/v1/clusterroles/'], [/^clusterrolebindings?$/u, '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/'],
];
// The request that a patch becomes; of kinds that are not told apart here, as of a Deployment, whose parts are looked for.
function patchOf([what = '', named], body) {
    const [kind = '', name = named ?? 'x'] = what.split('/');
    const path = PATHS.find(([pattern]) => pattern.test(kind.toLowerCase()))?.[1] ?? '/apis/apps/v1/namespaces/default/deployments/';
    const type = body.trim().startsWith('[') ? 'json-patch' : 'merge-patch';
    return `PATCH ${path}${/^[\w.-]+$/u.test(name) ? name : 'x'}\nContent-Type: application/${type}+json\n\n${body}`;
}
/** A command in a container: paths are those of there. */
function inside(use, command) {
    if (command.length === 0)
        return;
    const scope = use.call.frame.scope.fork();
    use.follow.start(command, use.call, { frame: { ...use.call.frame, scope, away: true }, open: false });
}

;// CONCATENATED MODULE: ./lib/parse/shell/commands/docker.js






const dockerRows = rowsOf(`
system prune|volume prune|builder prune +a|image prune +a : destroy #infrastructure-destroy
volume rm|volume remove : destroy #data-destroy @volume
compose down +v,volumes : destroy #data-destroy
compose rm : destroy @container
compose down|compose stop|compose kill : control
compose ps|compose logs|compose config|compose images|compose ls|compose top|compose version : read
compose : execute
stack rm|service rm|secret rm|config rm|swarm leave|node rm|context rm|plugin rm : destroy #infrastructure-destroy @service
rm|container rm +v : destroy @container
rm|container rm|container prune|network rm|network prune|rmi|image rm|image prune|builder prune|buildx prune : destroy @container
stop|kill|restart|pause|unpause|start|wait|update|rename|container : control @container
ps|images|logs|inspect|version|info|top|stats|port|diff|history|search|events|image ls|image inspect|image history|volume ls|volume inspect|network ls|network inspect|system df|system info|container ls|container inspect|container logs|buildx ls|buildx inspect|context ls|manifest inspect|scout|help : read
push|manifest push : write #publish @image
build|buildx|pull|tag|load|save|import|export|commit|create|cp|volume create|network|image|manifest : write
login|logout|context|swarm|plugin|secret|config|service|stack|node|system|trust|volume|builder : control`);
const DOCKER = { letters: 'Hlc', names: 'host context config log-level', first: true };
const RUN = {
    letters: 'evpwulhamcCin', first: true, own: 'rm init',
    names: 'env volume publish workdir user label hostname name network net entrypoint env-file mount memory cpus platform restart pull ip add-host cap-add cap-drop device gpus ipc pid security-opt tmpfs ulimit log-driver log-opt link expose dns cidfile health-cmd group-add shm-size runtime userns uts cgroupns stop-signal annotation detach-keys index',
};
/** One use of docker, or of what takes the same words. */
const docker = (use) => {
    noteDaemon(use);
    const top = new Options(use.args, DOCKER);
    const words = top.operands[0] === 'container' && /^(?:run|exec)$/u.test(top.operands[1] ?? '') ? top.operands.slice(1) : top.operands;
    const compose = use.name === 'docker-compose' ? ['compose', ...words] : words;
    const [verb, ...rest] = compose;
    if (verb === 'compose')
        return composed(use, rest);
    if (verb === 'unshare')
        return use.follow.start(rest.filter((arg, index) => index > 0 || !arg.startsWith('-')), use.call);
    if (verb === 'run' || verb === 'exec' || verb === 'create')
        return running(use, verb, rest);
    const options = new Options([...(verb === undefined ? [] : [verb]), ...rest], { letters: 'fto', names: 'file tag output format filter build-arg target platform cache-from cache-to secret', own: 'force all' });
    if (!dockerRows(options, use))
        use.draft.access('execute', 'docker', 'program');
    for (const { id, detail } of builtWith(use.args, use.draft.folder))
        use.draft.hazard(id, detail);
};
function running(use, verb, args) {
    const options = new Options(args.map((arg) => arg.replace(/^-(?=[it]{2}$)/u, '-')), RUN.letters === undefined ? RUN : { ...RUN, letters: RUN.letters.replace('i', '') });
    const [image, ...command] = options.operands;
    use.draft.called('docker', verb);
    use.draft.access('execute', image ?? null, verb === 'run' ? 'image' : 'container');
    for (const arg of args)
        use.draft.mention(arg);
    for (const { id, detail } of sharedWith(options, use.draft.folder))
        use.draft.hazard(id, detail);
    if (verb !== 'exec' && image !== undefined && isKnown(image) && runsForeignImage(image, options))
        use.draft.hazard('unpinned-package', `\`${shown(image)}\` can become another image, and gets folders, variables or the network of the machine`);
    const entrypoint = options.value('entrypoint');
    const start = entrypoint === undefined ? command : [entrypoint, ...command];
    inside(use, start);
}
function composed(use, args) {
    const options = new Options(args, { letters: 'fp', names: 'file project-name profile env-file project-directory', first: true });
    const [verb, ...rest] = options.operands;
    for (const value of options.allValues())
        use.draft.mention(value);
    if (verb === 'exec' || verb === 'run') {
        const inner = new Options(rest, { letters: 'evwulp', names: 'env user workdir volume publish entrypoint name label index', first: true });
        use.draft.called('docker', 'compose', verb);
        use.draft.access('execute', inner.operands[0] ?? null, 'container');
        inside(use, inner.operands.slice(1));
    }
    else
        dockerRows(new Options(['compose', ...(verb === undefined ? [] : [verb]), ...rest], { letters: 't' }), use);
}
// Another machine's daemon, by address or by a name for it. A service of the job is not one.
function noteDaemon({ args, call, draft }) {
    const top = new Options(args, DOCKER);
    const [verb = '', second = ''] = top.operands;
    const looks = /^(?:ps|images|logs|inspect|version|info|stats|top|port|events|search|history|diff)$/u.test(verb === 'compose' ? second : verb);
    const set = call.assigned.get('DOCKER_HOST') ?? (call.frame.scope.has('DOCKER_HOST') ? (call.frame.scope.values('DOCKER_HOST')[0] ?? '') : '');
    const address = top.value('H', 'host') ?? set;
    const named = verb === 'context' && second === 'use' ? top.operands[2] : top.value('c', 'context');
    const elsewhere = /^ssh:\/\//iu.test(address) || (/^tcp:\/\//iu.test(address) && !/^tcp:\/\/(?:docker|dind|localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?:[:/]|$)/iu.test(address)) || (named !== undefined && !/^(?:default|desktop-linux|rootless|orbstack|colima)$/u.test(named));
    if (elsewhere && !looks)
        danger(draft, 'deploy');
}

;// CONCATENATED MODULE: ./lib/parse/shell/commands/cloud.js






const terraform = table({ single: true, names: 'var var-file target replace exclude out state state-out backup backend-config chdir lock-timeout parallelism', own: 'destroy state' }, `
plan +destroy +out : write #infrastructure-destroy
plan +destroy : read
apply +destroy : destroy #infrastructure-destroy
apply +target,replace,exclude : write #unplanned-apply @resource
destroy : destroy #infrastructure-destroy
state rm|state push|workspace delete|force-unlock : destroy #infrastructure-destroy @resource
state list|state show|plan|validate|show|output|version|providers|graph|workspace list|workspace show|console|get|metadata|test : read
state pull : read #secret-read
fmt|init|workspace|login|logout : write
apply * : write @resource
apply : write #unplanned-apply
taint : write #unplanned-apply @resource
import|untaint|refresh|state mv|state replace-provider : write @resource
run-all destroy : destroy #infrastructure-destroy
run-all plan,validate,output,show,graph,providers : read
run-all : write #unplanned-apply`);
const TERRAFORM_SETTINGS = ['TF_CLI_ARGS', 'TF_CLI_ARGS_apply', 'TF_CLI_ARGS_plan', 'TF_CLI_ARGS_destroy'];
// Options that the environment adds to every run.
const terraformWith = (use) => {
    terraform(use);
    const { call, draft } = use;
    const added = TERRAFORM_SETTINGS.flatMap((name) => [call.assigned.get(name) ?? [], call.frame.scope.has(name) ? call.frame.scope.values(name) : []].flat()).join(' ');
    const module = use.args.find((arg) => /^--?from-module=(?!\.{1,2}\/)/u.test(arg));
    if (use.args[0] === 'init' && module !== undefined)
        draft.hazard('downloaded-code', 'what another place holds becomes the configuration, unread');
    if (/(?:^|\s)--?destroy\b/u.test(added))
        danger(draft, 'infrastructure-destroy');
    if (/(?:^|\s)--?(?:auto-approve|target|replace)\b/u.test(added))
        danger(draft, 'unplanned-apply');
};
/** `ansible all -m shell -a 'rm -rf /'`: a command on other machines. */
const ansible = (use) => {
    const options = new Options(use.args, { letters: 'miaeufltBPT', names: 'module-name inventory args extra-vars user forks limit' });
    use.draft.access('execute', options.operands[0] ?? 'ansible', 'host');
    for (const arg of use.args)
        use.draft.mention(arg);
    const text = options.value('a', 'args');
    const module = options.value('m', 'module-name')?.replace(/^ansible\.builtin\./u, '') ?? 'command';
    if (text !== undefined && /^(?:shell|command|raw|script)$/u.test(module))
        use.follow.script(text.replace(/^cmd=/u, ''), use.call, { own: true, away: true });
    else if (!/^(?:ping|setup|debug|gather_facts|stat|command)$/u.test(module))
        danger(use.draft, 'deploy');
};
const HELM = { letters: 'nf', names: 'namespace values set set-string set-json set-file set-literal version repo kube-context kubeconfig timeout', own: 'set force' };
const helmRows = table(HELM, `
+dry-run : read
uninstall|delete|del|un : destroy #infrastructure-destroy @release
rollback : write @release
list|ls|status|get|history|show|template|lint|search|version|env|repo list|verify|dependency list|diff|inspect : read
repo|dependency|dep|pull|package|plugin|registry|create : write
push : write #publish
install|upgrade|test : write @release`);
// Hits `replicas=0`, `web.replicaCount=0`, `a=1,replicas=0`; misses `replicas=10`, `maxReplicas=0.5`.
const NO_REPLICAS = /(?:^|[,.])(?:\w*[rR]eplicas|replicaCount)=["']?0["']?(?:,|$)/u;
const helm = (use) => {
    helmRows(use);
    const options = new Options(use.args, HELM);
    // A chart of a repository, without a version: the newest that day.
    const chart = options.operands.find((word) => /^(?:oci|https?):\/\//u.test(word)) ?? (/^(?:install|upgrade|template|pull)$/u.test(options.operands[0] ?? '') ? options.operands.slice(1).find((word) => /^[\w-]+\/[\w-]+$/u.test(word)) : undefined);
    if (chart !== undefined && /^(?:install|upgrade|template)$/u.test(options.operands[0] ?? '') && options.value('version') === undefined && !/:\d[\w.-]*$|@sha256:|\.tgz$/u.test(chart))
        use.draft.hazard('unpinned-package', `the chart \`${shown(chart)}\` is whatever is the newest that day`);
    if (!options.has('dry-run') && /^(?:install|upgrade)$/u.test(options.operands[0] ?? '') && options.values('set', 'set-string', 'set-json').some((value) => NO_REPLICAS.test(value)))
        use.draft.hazard('infrastructure-destroy', 'nothing of it runs then');
};
// Verbs of clouds say by themselves what they do: `delete-…`, `terminate-…`, `describe-…`, `get-…`, `list-…`.
/** The same as first word, or after a colon: `eksctl delete`, `heroku pg:reset`. */
const CLOUD_DESTROY_FIRST = /^(?:delete|del|destroy|terminate|remove|purge|wipe|drop|uninstall)$|:(?:delete|destroy|reset|remove|drop|purge)$/u;
const CLOUD_DESTROY = /^(?:delete|terminate|destroy|remove|purge|deregister|reset|deprovision|wipe|drop|revoke|disable|schedule-key-deletion|rb|batch-delete|delete-objects|deallocate|stop|release|detach|disassociate|cancel|force-delete)(?:-|$)/u;
/** Words that hand out rights, and those that run something elsewhere. */
const CLOUD_GRANT = /^(?:attach-(?:user|role|group)-policy|put-(?:user|role|group|bucket|key)-policy|add-user-to-group|add-iam-policy-binding|set-iam-policy|create-(?:policy-version|login-profile|service-linked-role)|update-assume-role-policy|add-permission|update-login-profile|create-grant)$/u;
const CLOUD_RUNS = /^(?:send-command|start-session|execute-command|run-command|invoke-command)$/u;
const CLOUD_READ = /^(?:describe|get|list|ls|show|head|search|lookup|filter|query|scan|wait|help|version|check|validate|preview|estimate|simulate|view|tail|read|info|status|diff|browse|sts|caller-identity|account|configure-list|print-identity-token|select|explain)(?:-|$)/u;
const CLOUD_SECRET = /\b(?:get-secret-value|batch-get-secret-value|get-parameters?(?:-by-path)? .*with-decryption|print-access-token|print-identity-token|get-access-token|get-session-token|get-login-password|access-token|secrets? versions access|secret (?:show|download)|list-keys|keys list|show-connection-string|get-credentials|create-access-key|export-credentials|auth token)\b/u;
const cloud = (shape) => (use) => {
    const options = new Options(use.args, shape);
    const words = options.operands.map((word) => word.toLowerCase());
    const verbs = words.slice(0, 5);
    for (const arg of use.args)
        use.draft.mention(arg);
    use.draft.called(use.name, ...words.slice(0, 3).filter((word) => /^[a-z][\w-]{0,60}$/u.test(word)));
    if (options.has('dryrun', 'dry-run', 'help'))
        return use.draft.access('read', null, null);
    const line = `${words.join(' ')} ${options.names().join(' ')}`;
    if (CLOUD_SECRET.test(line))
        use.draft.hazard('secret-read', 'it prints secrets');
    elsewhere(use, options, words);
    const destroys = verbs.some((word, index) => (index > 0 && CLOUD_DESTROY.test(word)) || CLOUD_DESTROY_FIRST.test(word)) || (verbs[0] === 's3' && verbs[1] === 'mv' && options.has('recursive')) || (verbs[0] === 's3' && (verbs[1] === 'rm' || verbs[1] === 'rb')) || (verbs[1] === 'sync' && options.has('delete')) || /^(?:rm|rb)$/u.test(verbs[0] ?? '') || (verbs[0] === 'storage' && /^(?:rm|delete)$/u.test(verbs[1] ?? ''));
    if (verbs.some((word) => CLOUD_GRANT.test(word)) || (verbs[0] === 'role' && verbs[1] === 'assignment' && verbs[2] === 'create'))
        danger(use.draft, 'account-change');
    if (verbs.some((word) => CLOUD_RUNS.test(word)))
        use.draft.unknown('what runs on the machine at the other end is not judged');
    // Hits `--desired-count 0`, `--max-instances=0`, `ps:scale web=0`, `--backup-retention-period 0`; misses `--min-size 0`.
    if (/(?:^|\s)--(?:desired-(?:count|capacity)|max-(?:size|instances)|backup-retention-period)[ =]0(?:\s|$)|(?:^|\s)--no-backup(?:\s|$)|\bscale\b.*\s\w+=0(?:\s|$)/u.test(use.args.join(' ')))
        danger(use.draft, 'infrastructure-destroy');
    if (options.has('no-deletion-protection'))
        danger(use.draft, 'infrastructure-destroy');
    if (destroys) {
        use.draft.access('destroy', words.slice(0, 4).join(' '), 'resource');
        use.draft.hazard('infrastructure-destroy', 'what runs or is kept there is taken down');
    }
    else
        use.draft.access(verbs.some((word) => CLOUD_READ.test(word)) ? 'read' : 'write', words.slice(0, 4).join(' ') || use.name, 'resource');
};
/** `gcloud compute ssh h --command='rm -rf /'`, `heroku run rails db:drop`, `wrangler d1 execute db --command 'DROP TABLE x'`. */
function elsewhere(use, options, words) {
    const text = options.value('command', 'C') ?? (words.includes('ssh') ? options.dashed?.join(' ') : undefined);
    if (text !== undefined && words.some((word) => /^(?:ssh|console|execute-command)$/u.test(word)))
        use.follow.script(text, use.call, { own: true, away: true });
    else if (text !== undefined && words.includes('d1') && /\b(?:drop|truncate|delete)\b/iu.test(text))
        danger(use.draft, 'data-destroy');
    const at = use.args.findIndex((arg) => /^run(?::detached)?$/u.test(arg));
    if (use.name === 'heroku' && at >= 0)
        inside(use, new Options(use.args.slice(at + 1), { letters: 'as', names: 'app size type env', first: true }).operands);
}
const gh = table({ letters: 'RXFfHqtbBlacrmuweo', names: 'repo method field raw-field header input jq template body body-file title label assignee hostname json base head limit branch ref state env org notes notes-file target reviewer milestone project', own: 'force admin delete' }, `
auth token : read #secret-read
auth status +show-token,t : read #secret-read
auth : control
api +method,X : write
api +f,F,field,raw-field,input : write
api : read
repo delete|release delete|issue delete|gist delete|run delete|secret delete|variable delete|ssh-key delete|gpg-key delete|label delete|cache delete|project delete|codespace delete|ruleset delete|deploy-key delete|workflow disable|repo archive|mr delete|tag delete|environment delete : destroy #infrastructure-destroy
release delete-asset : destroy #infrastructure-destroy
secret set|variable set|ssh-key add|gpg-key add|deploy-key add|repo edit|repo deploy-key|secret|variable : control #account-change
pr merge +admin : write #branch-delete
pr review +a,approve : control #account-change
mr approve : control #account-change
alias set : control #runs-later
extension,ext install,upgrade : execute #downloaded-code
extension|ext : execute
gist create|gist edit : write #publish
workflow run|ci run|ci trigger|ci run-trig|pipeline run|schedule create,update,run : execute #runs-later
release create|release upload|release edit : write #publish
pr checkout|pr create|pr edit|pr merge|pr close|pr comment|pr review|pr ready|pr reopen|pr update-branch|issue create|issue edit|issue close|issue comment|issue reopen|repo clone|repo fork|repo create|repo sync|repo rename|run rerun|run cancel|workflow enable|label create|label edit|run download|mr create|mr merge|mr close|mr update|mr note|ci run|project : write
pr|issue|repo|run|release|workflow|gist|label|search|status|browse|secret list|variable list|cache|ruleset|org|mr|ci|pipeline|job|help|version|completion : read
codespace ssh : execute`);
const ghProgram = (use) => {
    const { args, draft } = use;
    gh(use);
    const method = new Options(args, { letters: 'XFfHqt', names: 'method field raw-field header' }).value('X', 'method')?.toUpperCase();
    if (args[0] === 'repo' && args[1] === 'clone')
        use.follow.written.fetchFolder(settle(draft.folder, args[3]?.startsWith('-') === false ? args[3] : (args[2] ?? '').replace(/^.*\//su, '').replace(/\.git$/u, '')));
    if (args[0] !== 'api')
        return;
    const fields = args.join(' ');
    const path = args.find((arg) => arg.includes('/')) ?? '';
    // Fields make it a POST; GraphQL says what it does in its text.
    if (args.includes('graphql'))
        return graphql(fields, draft);
    if (/\/(?:reviews|approvals|approve)\b/u.test(path) && /\bAPPROVE\b|\/approve\b/u.test(fields))
        danger(draft, 'account-change');
    if (method !== 'GET' && /\/(?:dispatches|trigger\/pipeline|pipeline|rerun[\w-]*|play)$/u.test(path.replace(/\?.*$/su, '')) && (method !== undefined || / -{1,2}(?:f|F|field|raw-field|input)\b/u.test(` ${fields}`)))
        danger(draft, 'runs-later');
    // A branch moved by the API is pushed; what protects it is taken away there, too.
    const changes = method !== undefined && method !== 'GET';
    if (changes && args.some((arg) => /\bgit\/refs\b/u.test(arg)) && args.some((arg) => /^force=(?:true|1)$/u.test(arg)))
        danger(draft, 'force-push');
    if (changes && args.some((arg) => /\/(?:protection|rulesets|collaborators|keys|environments|actions\/permissions)\b/u.test(arg)))
        danger(draft, 'account-change');
    if (method === 'DELETE') {
        draft.access('destroy', args.find((arg) => arg.includes('/')) ?? 'api', 'resource');
        draft.hazard('remote-delete', 'it deletes something over the network');
    }
};
// What a mutation changes is told by its name: `deleteRef`, `addPullRequestReview`.
function graphql(fields, draft) {
    if (!isKnown(fields) || /(?:^|[\s=])@|\s--input\b/u.test(fields))
        return draft.unknown('what the query asks for stands elsewhere');
    if (!/\bmutation\b/u.test(fields))
        return;
    if (/\b(?:delete|archive|remove|transfer)[A-Z]/u.test(fields))
        draft.hazard('remote-delete', 'it deletes something over the network');
    if (/\bAPPROVE\b|\b\w*(?:PullRequestReview|BranchProtection|Ruleset|Collaborator|DeployKey|Environment|AutoMerge|mergePullRequest|Sponsor|Enterprise|Organization)\w*\s*\(/u.test(fields))
        danger(draft, 'account-change');
}
function vagrantWith(rows) {
    return (use) => {
        rows(use);
        const text = new Options(use.args, { letters: 'c', names: 'command' }).value('c', 'command');
        if (text !== undefined)
            use.follow.script(text, use.call, { own: true, away: true });
    };
}
/** Clouds and clusters, by name. */
const clouds = {
    kubectl: kubectl, oc: kubectl, k: kubectl, kubecolor: kubectl, docker: docker, podman: docker, nerdctl: docker, 'docker-compose': docker, 'podman-compose': docker,
    terraform: terraformWith, tofu: terraformWith, terragrunt: terraformWith, helm, helmfile: table({ letters: 'efl' }, 'destroy|delete : destroy #infrastructure-destroy\ndiff|list|lint|template|status : read\n* : write'),
    aws: cloud({ names: 'command profile region output query filters instance-ids bucket key table-name function-name endpoint-url cli-input-json group-name user-name role-name policy-arn stack-name db-instance-identifier secret-id name ca-bundle recursive-x exclude include' }), gcloud: cloud({ names: 'command project zone region account format filter configuration impersonate-service-account' }), gsutil: cloud({ letters: 'o' }), az: cloud({ letters: 'gnos', names: 'resource-group name subscription output query' }), doctl: cloud({}), linode: cloud({}), hcloud: cloud({}), heroku: cloud({ letters: 'a' }), flyctl: cloud({ letters: 'aC', names: 'command' }), fly: cloud({ letters: 'aC', names: 'command' }), vercel: cloud({}), netlify: cloud({}), wrangler: cloud({ names: 'command file config env' }), firebase: cloud({}), supabase: cloud({}), s3cmd: cloud({}), oci: cloud({}), ibmcloud: cloud({}), eksctl: cloud({ names: 'name region' }), kops: cloud({}), ...Object.fromEntries('cf stripe sentry-cli eas neonctl neon pscale planetscale turso istioctl skaffold tilt devspace railway scw upctl civo okteto vultr-cli linode-cli'.split(' ').map((name) => [name, cloud({})])), az_: cloud({}), mc: cloud({}),
    velero: table({ letters: 'noL', names: 'from-backup from-schedule include-namespaces exclude-namespaces include-resources namespace-mappings selector existing-resource-policy output namespace' }, `
get|describe|version|completion|backup get,describe,logs,download|restore get,describe,logs|schedule get,describe|backup-location get|snapshot-location get : read
delete|uninstall|backup delete|restore delete|schedule delete|backup-location delete|snapshot-location delete : destroy #infrastructure-destroy @resource
restore create|create restore : write #unplanned-apply @resource
* : write`),
    gh: ghProgram, glab: ghProgram, pulumi: table({ letters: 's', names: 'stack cwd' }, 'destroy|stack rm|down : destroy #infrastructure-destroy\nup|update|refresh +y,yes,f,skip-preview : write #unplanned-apply\npreview|stack ls|stack output|about|logs|whoami|version|stack|config get : read\n* : write'), cdk: table({ names: 'require-approval profile context app output' }, 'destroy : destroy #infrastructure-destroy\ndeploy +require-approval,hotswap : write #unplanned-apply\nls|list|diff|synth|doctor : read\n* : write'), serverless: table({}, 'remove : destroy #infrastructure-destroy\ninfo|print|logs : read\n* : write'), sam: table({}, 'delete : destroy #infrastructure-destroy\nvalidate|logs|list : read\n* : write'), ansible, 'ansible-playbook': table({ letters: 'iletu' }, '+C,check,syntax-check,list-tasks,list-hosts : read\n : execute'), vagrant: vagrantWith(table({}, 'destroy : destroy #infrastructure-destroy\nstatus|port|ssh-config|box list : read\n* : execute')), minikube: table({}, 'delete : destroy #infrastructure-destroy\nstatus|ip|service list|version : read\n* : write'), kind: table({}, 'delete : destroy #infrastructure-destroy\nget|version|export logs : read\n* : write'), k3d: table({}, 'cluster delete : destroy #infrastructure-destroy\n* : write'), argocd: table({ names: 'repo path revision dest-server dest-namespace' }, 'app set,create,patch +repo : write #downloaded-code\napp sync +prune : destroy #infrastructure-destroy\napp delete|proj delete|repo rm|cluster rm : destroy #infrastructure-destroy\napp get|app list|app diff|app logs|version|account : read\n* : write'), flux: table({ names: 'url namespace branch tag' }, 'create source : write #downloaded-code\nsuspend : control #service-stop\ndelete|uninstall : destroy #infrastructure-destroy\nget|logs|check|tree|version|diff : read\n* : write'), 'cloud-init': table({}, 'clean : destroy #system-write\nstatus|query : read\n* : execute'), virsh: table({}, 'list|dominfo|dumpxml : read\ndestroy|undefine|vol-delete|pool-delete|pool-destroy|snapshot-delete|net-destroy : destroy #infrastructure-destroy\n* : control'), nomad: table({}, 'status|job status|node status|version|alloc logs : read\njob stop|system gc|namespace delete : destroy #infrastructure-destroy\n* : write'), packer: table({}, 'validate|inspect|fmt|version : read\n* : execute'),
};

// EXTERNAL MODULE: ./lib/parse/shell/quote.js
var quote = __webpack_require__(10074);
;// CONCATENATED MODULE: ./lib/parse/shell/commands/code.js







/** Source: longer code belongs in a file. */
const MAX_CODE = 65_536;
const STRING = '(?:r|f|b|rb|String\\.raw)?(["\'`])((?:\\\\[\\s\\S]|(?!\\1)[^\\\\])*)\\1';
/** Calls that hand text to a shell; `x(` of `os.system(`. */
const SHELL_CALLS = /(?:\b(?:os\.system|os\.popen|popen[234]?|subprocess\.(?:call|run|check_call|check_output|Popen|getoutput|getstatusoutput)|commands\.getoutput|child_process[^;(]{0,40}?\.exec(?:Sync)?|\bexec(?:Sync|FileSync|File)?|spawn(?:Sync)?|system|shell_exec|passthru|proc_open|IO\.popen|Open3\.\w+|Kernel\.(?:system|exec|spawn)|pty\.spawn|Deno\.Command|Bun\.spawn(?:Sync)?|qx|require\([^)]{0,40}\)\.exec(?:Sync)?))\s*\(?\s*/gu;
/** Calls that delete with everything below. */
const REMOVE_ALL = /\b(?:shutil\.rmtree|rmtree|fs(?:\.promises)?\.(?:rm|rmSync|rmdir|rmdirSync)|(?:rm|rmdir)Sync|FileUtils\.(?:rm_rf|rm_r|remove_dir|remove_entry_secure|remove_entry)|rimraf(?:\.sync)?|remove_tree|fse?\.(?:remove|removeSync|emptyDir(?:Sync)?)|Deno\.remove(?:Sync)?)\s*\(\s*/gu;
/** Calls that run code of the language itself. */
const EVAL_CALLS = { python: /\b(?:eval|exec)\s*\(\s*/gu, node: /\b(?:eval|Function|runInThisContext|runInNewContext)\s*\(\s*/gu, ruby: /\b(?:eval|instance_eval)\s*\(?\s*/gu, perl: /\beval\s*(?=["'$])/gu, php: /\beval\s*\(\s*/gu };
/** Calls that ask a server, and those that run a text: together, what is run may be what was answered. */
const FETCHES = /\b(?:fetch|https?\.get|urlopen|urlretrieve|requests\.get|httpx\.get|axios|LWP|Net::HTTP|open-uri|URI\.open|curl_exec)\b|\b(?:get|getstore|file_get_contents)\s*\(?\s*["']https?:/u;
const EVALUATES = /\b(?:eval|exec|Function|runIn\w*Context|instance_eval|assert|system)\b/u;
const REMOVE_ONE = /\b(?:os\.(?:remove|unlink|rmdir|removedirs)|(?:fs\.)?unlink(?:Sync)?|File\.(?:delete|unlink))\s*\(?\s*/gu;
const WRITE_CALLS = /\b(?:fs(?:\.promises)?\.)?(?:writeFile(?:Sync)?|appendFile(?:Sync)?|truncate(?:Sync)?|createWriteStream|file_put_contents|File\.write|Bun\.write|Deno\.writeTextFile(?:Sync)?)\s*\(\s*/gu;
/** Looks through code; `shell`: backquotes start a command (perl, ruby, php). */
function readCode(code, use, language) {
    const { draft } = use;
    draft.access('execute', use.name, 'program');
    if (!isKnown(code) || code.length > MAX_CODE) {
        draft.unknown(`the code that \`${use.name}\` runs is known only when it runs`);
        return;
    }
    const evaluates = EVAL_CALLS[language];
    if (evaluates !== undefined)
        calls(code, evaluates, use, (text) => (/^[\w./~-]+(?: [\w./~-]+)+$/u.test(text) ? runText(text, use) : readCode(text, use, language)), language);
    // `exec` of Python runs Python.
    calls(language === 'python' ? code.replace(/(?<![\w.])exec(?=\s*\()/gu, 'eval') : code, SHELL_CALLS, use, (text) => runText(text, use), language);
    calls(code, REMOVE_ALL, use, (path) => draft.remove(path, true));
    calls(code, REMOVE_ONE, use, (path) => draft.remove(path, false));
    calls(code, WRITE_CALLS, use, (path) => draft.write(path));
    if (/^(?:perl|ruby|php)$/u.test(language))
        for (const [, text = ''] of code.matchAll(/`([^`\\]{1,2000})`/gu))
            runText(text, use);
    if (language === 'ruby')
        for (const [, , text = ''] of code.matchAll(/%x([({[|])([^)}\]|]{1,2000})[)}\]|]/gu))
            runText(text, use);
    if (/^\s*(?:rm|dd|mkfs[\w.]*|shred|git)\s/u.test(code))
        runText(code, use);
    if (FETCHES.test(code) && EVALUATES.test(code))
        draft.hazard('pipe-to-shell', 'it runs what a server answers, unread');
    lasting(code, use);
    secrets(code, use, language);
}
function lasting(code, { draft }) {
    const file = /\bGITHUB_(?:ENV|PATH)\b|\bBASH_ENV\b/u.exec(code)?.[0];
    if (file !== undefined)
        draft.hazard('environment-code', `the code names \`${file}\`, by which later steps get variables and programs`);
}
function runText(text, { follow, call, draft }) {
    if (/\\/u.test(text))
        return follow.script(output_unescape(text), call, { own: true });
    follow.script(text, call, { own: true });
    draft.access('execute', 'sh', 'program');
}
// Every call with what its argument is: written out, a list of words written out, or computed.
function calls(code, pattern, use, known, language = '') {
    for (const match of code.matchAll(pattern)) {
        const rest = code.slice(match.index + match[0].length).slice(0, 4096);
        const before = code.slice(Math.max(0, match.index - 1), match.index);
        if (/[\w"'`]/u.test(before) || inString(code, match.index))
            continue;
        const word = match[0].trim();
        if (!word.endsWith('(') && !/^(?:system|exec|qx|unlink|spawn|eval)$/u.test(word))
            continue;
        const list = /^\[\s*((?:(["'])(?:\\.|(?!\2)[^\\])*\2\s*,?\s*)+)\]/u.exec(rest);
        const [, , text] = new RegExp(`^${STRING}`, 'u').exec(rest) ?? [];
        const more = new RegExp(`^${STRING}\\s*,\\s*\\[((?:[^\\]\\\\]|\\\\.)*)\\]`, 'u').exec(rest);
        const args = new RegExp(`^${STRING}(?:\\s*,\\s*(?:"(?:\\\\.|[^"\\\\])*"|'(?:\\\\.|[^'\\\\])*'))+`, 'u').exec(rest);
        if (args !== null && /^(?:perl|ruby)$/u.test(language))
            known(strings(args[0]).map(quoted).join(' '));
        else if (list !== null)
            known(strings(list[1]).map(quoted).join(' '));
        else if (more !== null)
            known([more[2], ...strings(more[3]).map(quoted)].join(' '));
        else if (text !== undefined && !/^`[^`]*\$\{|^f["']/u.test(rest))
            known(text);
        else {
            const variable = /^([A-Za-z_$][\w$]*)\s*[,)]/u.exec(rest)?.[1];
            const value = variable === undefined ? undefined : assignedText(code, variable);
            if (value !== undefined)
                known(value);
            else
                use.draft.unknown(`what \`${word.replace(/\($/u, '')}\` in the code of \`${use.name}\` works on is computed`);
        }
    }
}
function assignedText(code, name) {
    return new RegExp(`(?:^|[^\\w$.])${name.replaceAll('$', '\\$')}\\s*=\\s*${STRING}`, 'u').exec(code)?.[2];
}
function strings(text) {
    return [...text.matchAll(new RegExp(STRING, 'gu'))].map((match) => match[2]);
}
function quoted(word) {
    return /^[\w@%+=:,./*~-]+$/u.test(word) ? word : (0,quote/* quotedWord */.l)(word);
}
// Counts quotes before a position: a call that is only talked about is none.
function inString(code, position) {
    let open = null;
    for (let at = 0; at < position; at += 1) {
        const char = code[at];
        if (char === '\\')
            at += 1;
        else if (open === null && (char === '"' || char === '\'' || char === '`'))
            open = char;
        else if (char === open)
            open = null;
        else if (open === '`' && char === '$' && code[at + 1] === '{')
            open = null;
    }
    return open !== null;
}
// A string that names a secret file counts as read when the code opens files, or takes text apart to hide a name.
function secrets(code, use, language) {
    const opens = /\b(?:open|read\w*|File\.\w+|fs\.\w+|createReadStream|Bun\.file|file_get_contents|load\w*|cat|slurp|Path|copy\w*|getline)\b/u.test(code) || language === 'awk';
    const hides = /b64|base64|atob|fromCharCode|unhexlify|fromhex|decode/iu.test(code);
    for (const text of strings(code)) {
        if (opens && text !== '' && isSecretFile(text))
            use.draft.read(text);
        if (!hides || !/^[A-Za-z0-9+/_=-]{6,}$/u.test(text))
            continue;
        const plain = decodeBase64(text);
        if (/^[\x20-\x7e]+$/u.test(plain) && isSecretFile(plain))
            use.draft.read(plain);
        else if (/^[\x20-\x7e]+$/u.test(plain) && /\b(?:exec|system|eval|popen|spawn)\b/u.test(code))
            runText(plain, use);
    }
}
const LANGUAGES = {
    python: { code: /^-[bBdEhiIOPqsSuvx]*c/u, letters: 'WXm' },
    node: { code: /^-p?e|^-pe?$|^-e$/u, long: 'eval print', letters: 'rC', names: 'require import loader experimental-loader env-file conditions input-type' },
    perl: { code: /^-[acfglnpsStTuUvwWX0-9i]*[eE]/u, letters: 'IMmxC' },
    ruby: { code: /^-[acdhlnpsSvwWx0-9]*e/u, letters: 'rICEFKT' },
    php: { code: /^-[n]*[rBRE]/u, letters: 'cdFz' },
    lua: { code: /^-e/u, letters: 'l' },
    r: { code: /^-e/u, letters: 'f' },
};
function interpreter(language) {
    const { code, long = '', letters, names = '' } = LANGUAGES[language];
    return (use) => {
        const { args, draft } = use;
        const texts = [];
        let at = 0;
        for (; at < args.length && args[at].startsWith('-') && args[at] !== '-'; at += 1) {
            const arg = args[at];
            const named = /^--([\w-]+)(?:=([\s\S]*))?$/u.exec(arg);
            if (named !== null && long.split(' ').includes(named[1]))
                texts.push(named[2] ?? args[(at += 1)] ?? '');
            else if (named !== null) {
                draft.mention(arg);
                if (named[2] === undefined && names.split(' ').includes(named[1]))
                    draft.mention(args[(at += 1)] ?? '');
            }
            else if (code.test(arg)) {
                const rest = arg.replace(code, '');
                texts.push(rest !== '' ? rest : (args[(at += 1)] ?? ''));
                if (language === 'python')
                    break;
            }
            else if (language === 'python' && arg === '-m')
                return runModule(use, args.slice(at + 1));
            else if (arg.length === 2 && letters.includes(arg[1]))
                at += 1;
        }
        if (texts.length > 0)
            for (const text of texts)
                readCode(text, use, language);
        else
            runScript(use, args.slice(at), language);
        for (const arg of texts.length > 0 ? args.slice(at + 1) : [])
            draft.mention(arg);
    };
}
function runModule({ draft, name }, args) {
    draft.called(name, ...(args[0] === undefined || !/^[\w.]+$/u.test(args[0]) ? [] : [args[0].replaceAll('.', '-')]));
    draft.access('execute', args[0] ?? name, 'program');
    for (const arg of args.slice(1))
        draft.mention(arg);
}
function runScript(use, [file, ...rest], language) {
    const { draft, call } = use;
    if (file === undefined || file === '-') {
        const { stdin } = call.frame;
        if (stdin === null || stdin.from[0] === '<')
            return draft.access('execute', use.name, 'program');
        if (stdin.text !== null && isKnown(stdin.text))
            return readCode(stdin.text, use, language);
        draft.hazard('pipe-to-shell', 'an interpreter runs what comes from elsewhere, unread');
        return draft.unknown(`what \`${use.name}\` is given to run can not be read`);
    }
    if (managesData(file, rest))
        danger(draft, 'data-destroy');
    const fed = use.follow.fed(file);
    if (fed !== undefined) {
        if (fed.text !== null && isKnown(fed.text))
            return readCode(fed.text, use, language);
        draft.hazard('pipe-to-shell', 'an interpreter runs what comes from elsewhere, unread');
        return draft.unknown(`what \`${use.name}\` is given to run can not be read`);
    }
    draft.access('execute', isKnown(file) ? file : shown(file), 'file');
    if (isKnown(file))
        runWritten(file, use, language);
    for (const arg of rest)
        draft.mention(arg);
}
// A program that the script wrote itself is code like any other; what it fetched runs unread.
function runWritten(file, use, language) {
    const { draft, follow: { written } } = use;
    const path = settle(draft.folder, file);
    const texts = written.at(path);
    if (written.mayBeFetched(path) || texts.some(({ fetched }) => fetched))
        draft.hazard('downloaded-code', `\`${shown(file)}\` was fetched just before, and runs unread`);
    for (const { text, fetched } of texts)
        if (text !== null)
            readCode(text, use, language);
        else if (!fetched)
            draft.unknown(`what the script writes into \`${shown(file)}\` is known only when it runs`);
}
// Django's `manage.py flush`, Laravel's `artisan migrate:fresh`: the project's own code, and still known for what it does.
function managesData(file, [command = '', ...rest]) {
    if (/(?:^|\/)manage\.py$/u.test(file))
        return /^(?:flush|reset_db|reset_schema|sqlflush)$/u.test(command) ? command !== 'sqlflush' : command === 'migrate' && rest.includes('zero');
    return /(?:^|\/)artisan$/u.test(file) && /^(?:migrate:(?:fresh|refresh|reset|rollback)|db:wipe)$/u.test(command);
}
const AWK_COMMAND = /\bsystem\s*\(|"(?:\\.|[^"\\])*"\s*\|\s*(?:&\s*)?getline|(?:print|printf)\b[^|{};]*\|\s*&?\s*"(?:\\.|[^"\\])*"|\|\s*&?\s*getline/gu;
const awk = (use) => {
    const options = new Options(use.args, { letters: 'fFvEilo', names: 'file field-separator assign exec include load', first: true });
    for (const file of options.values('f', 'file', 'E', 'exec'))
        use.draft.access('execute', file, 'file');
    const scripted = options.values('f', 'file', 'E', 'exec').length > 0;
    const [program = '', ...files] = scripted ? ['', ...options.operands] : options.operands;
    for (const file of files)
        use.draft.read(file);
    if (options.has('i') && options.values('i').includes('inplace'))
        for (const file of files)
            use.draft.write(file);
    lasting(program, use);
    for (const match of program.matchAll(AWK_COMMAND))
        awkCommand(match[0], program.slice(match.index), use);
    for (const match of program.matchAll(/(?:print|printf)\b[^>{};|]*>>?\s*"((?:\\.|[^"\\])*)"/gu))
        use.draft.write(match[1]);
    for (const match of program.matchAll(/getline(?:\s+\w+)?\s*<\s*"((?:\\.|[^"\\])*)"/gu))
        use.draft.read(match[1]);
    use.draft.access('read', null, null);
};
function awkCommand(match, rest, use) {
    const text = match.startsWith('system') ? /^system\s*\(\s*"((?:\\.|[^"\\])*)"\s*\)/u.exec(rest)?.[1] : /"((?:\\.|[^"\\])*)"\s*(?:\|\s*&?\s*getline)?$/u.exec(match)?.[1];
    if (text === undefined)
        use.draft.unknown('what command awk starts is computed');
    else if (/\|\s*&?\s*"[^"]*"$/u.test(match) && !match.startsWith('system'))
        use.follow.script(output_unescape(text), { ...use.call, frame: { ...use.call.frame, stdin: { text: null, from: ['awk'] } } }, { own: true });
    else
        use.follow.script(output_unescape(text), use.call, { own: true });
}
/** `bun -e`, `deno eval`; null when they are asked for something else. */
const javascript = interpreter('node');
/** Interpreters by name, without their versions. */
const interpreters = {
    python: interpreter('python'), pypy: interpreter('python'), ipython: interpreter('python'),
    node: interpreter('node'), nodejs: interpreter('node'), 'ts-node': interpreter('node'), tsx: interpreter('node'),
    perl: interpreter('perl'), ruby: interpreter('ruby'), php: interpreter('php'), lua: interpreter('lua'), luajit: interpreter('lua'), rscript: interpreter('r'),
    ...Object.fromEntries(['awk', 'gawk', 'mawk', 'nawk', 'original-awk'].map((name) => [name, awk])),
};

;// CONCATENATED MODULE: ./lib/parse/shell/commands/databases.js




const psql = (use) => {
    const options = new Options(use.args, { letters: 'cdfFhLopPRTUv', names: 'command dbname file field-separator host log-file output port pset record-separator table-attr username set variable', own: 'set' });
    const { draft, call } = use;
    draft.access('execute', options.value('d', 'dbname') ?? options.operands[0] ?? 'database', 'database');
    const settings = call.assigned.get('PGOPTIONS') ?? call.frame.scope.values('PGOPTIONS').join(' ');
    if (/search_path|role|session_authorization/u.test(settings))
        draft.unknown('`PGOPTIONS` changes what the statements mean');
    for (const path of options.values('o', 'output', 'L', 'log-file'))
        draft.write(path);
    for (const text of options.values('c', 'command'))
        statement(text, use);
    for (const path of options.values('f', 'file')) {
        draft.access('execute', path, 'file');
        const texts = use.follow.written.at(settle(draft.folder, path));
        for (const { text } of texts)
            if (text !== null)
                statement(text, use);
        if (texts.length === 0)
            danger(draft, 'sql-file');
    }
    if (options.values('c', 'command', 'f', 'file').length > 0 || options.has('l', 'list'))
        return;
    const { stdin } = call.frame;
    if (stdin === null)
        return;
    if (stdin.text !== null && isKnown(stdin.text))
        for (const text of [stdin.text])
            statement(text, use);
    else if (stdin.from[0] !== '<')
        draft.unknown('the SQL that is sent can not be read');
    else
        danger(draft, 'sql-file');
};
// `\! cmd` and `\copy … program 'cmd'` start commands here, where psql runs.
function statement(text, { draft, follow, call }) {
    const sql = [];
    for (const line of text.split('\n')) {
        const meta = /^\s*\\(\S+)\s*(.*)$/u.exec(line);
        if (meta === null) {
            sql.push(line);
            continue;
        }
        const [, word = '', rest = ''] = meta;
        if (word.startsWith('!'))
            follow.script(`${word.slice(1)} ${rest}`, call, { own: true });
        else if (word === 'copy' && /\bprogram\s+'((?:[^']|'')*)'/iu.test(rest))
            follow.script(/\bprogram\s+'((?:[^']|'')*)'/iu.exec(rest)[1], call, { own: true });
        else if (/^(?:i|ir|include|include_relative|copy)$/u.test(word)) {
            draft.access('execute', rest, 'file');
            if (word !== 'copy')
                danger(draft, 'sql-file');
        }
        else if (/^(?:o|out|g|gx|w|write)$/u.test(word) && rest.startsWith('|'))
            follow.script(rest.slice(1), call, { own: true });
        else
            draft.access('read', null, null);
    }
    const left = sql.join('\n');
    if (left.trim() !== '')
        follow.sql(left, draft);
}
// Hits `DROP TABLE x`, `delete from x;`; misses `DELETE FROM x WHERE id = 1`.
const LOSES = /\b(?:drop\s+(?:table|database|schema|view|keyspace|user|role|column|index)|truncate\b|delete\s+from\s+[\w.`"\[\]]+\s*(?:;|$)|update\s+[\w.`"\[\]]+\s+set\s+(?:(?!\bwhere\b)[^;])*(?:;|$)|flush\s+tables|reset\s+master|purge\s+binary)/iu;
const READS = /^\s*(?:select|show|describe|desc|explain|pragma\s+\w+\s*;?\s*$|\.(?:tables|schema|dump|headers|mode|indexes|databases)|use\b)/iu;
/** SQL of other dialects, by its first words alone. */
function foreign(text, { draft }, database) {
    if (!isKnown(text))
        draft.unknown('the statement is known only when it runs');
    else if (LOSES.test(text)) {
        draft.access('destroy', database, 'database');
        danger(draft, 'data-destroy');
    }
    else if (READS.test(text) && !/;\s*\S/u.test(text.trim()) && !/\binto\s+(?:outfile|dumpfile)\b/iu.test(text))
        draft.access('read', database, 'database');
    else
        draft.access('write', database, 'database');
}
const client = (letters, long, texts, operand) => (use) => {
    const options = new Options(use.args, { letters, names: long });
    const [first = use.name, ...rest] = options.operands;
    const given = [...options.values(...texts), ...(operand === 'file' ? rest : [])];
    for (const text of given)
        foreign(text, use, first);
    if (operand === 'file' && first !== use.name)
        use.draft.mention(first);
    for (const path of options.values('f', 'file', 'i', 'input-file')) {
        use.draft.access('execute', path, 'file');
        danger(use.draft, 'sql-file');
    }
    if (given.length > 0)
        return;
    const { stdin } = use.call.frame;
    if (stdin !== null && stdin.text !== null && isKnown(stdin.text))
        return foreign(stdin.text, use, first);
    if (stdin?.from[0] === '<')
        danger(use.draft, 'sql-file');
    use.draft.access('execute', first, 'database');
};
const mongo = (use) => {
    const options = new Options(use.args, { letters: 'upf', names: 'eval host port username password file authenticationDatabase' });
    use.draft.access('execute', options.operands[0] ?? 'database', 'database');
    for (const text of options.values('eval')) {
        if (/\.(?:drop(?:Database|Collection|Index|User|Role|AllUsersFromDatabase)?|deleteMany|remove|bulkWrite|shutdownServer|renameCollection)\s*\(/u.test(text)) {
            use.draft.access('destroy', 'database', 'database');
            danger(use.draft, 'data-destroy');
        }
        else if (!/^[\w.\s"'(){}:,$\d[\]-]*$/u.test(text))
            use.draft.access('write', 'database', 'database');
    }
};
const redis = (use) => {
    const options = new Options(use.args, { letters: 'hpanusirD', names: 'user pass eval uri', first: true });
    const words = options.operands.map((word) => word.toLowerCase());
    const [command = ''] = words;
    if (command === '' && use.call.frame.stdin !== null && use.call.frame.stdin.text === null)
        use.draft.unknown('the commands that are sent can not be read');
    if (/^(?:flushall|flushdb|shutdown|debug|swapdb)$/u.test(command) || (command === 'config' && words[1] !== 'get') || (command === 'script' && words[1] === 'flush')) {
        use.draft.access('destroy', 'database', 'database');
        danger(use.draft, 'data-destroy');
    }
    else if (/^(?:del|unlink|set|hset|expire|lpush|rpush|sadd|zadd|incr|decr|rename|eval|publish|xadd|hdel|srem|zrem|lpop|rpop|move|restore|migrate|replicaof|slaveof|acl|cluster|client)/u.test(command))
        use.draft.access('write', words[1] ?? 'database', 'key');
    else
        use.draft.access(command === '' ? 'execute' : 'read', words[1] ?? 'database', 'key');
    if (/^(?:replicaof|slaveof|module)$/u.test(command))
        danger(use.draft, 'data-destroy');
};
const DATABASE = { letters: 'hpUdTWnjFftEO', names: 'host port username dbname table schema jobs format file role encoding owner maintenance-db' };
const kafka = table({ names: 'bootstrap-server zookeeper topic config partitions replication-factor command-config' }, '+delete : destroy #data-destroy\n+create,alter : write\n : read');
function bqRemove({ draft }) {
    draft.access('destroy', 'bigquery', 'database');
    danger(draft, 'data-destroy');
}
/** Clients by name. */
const databases = {
    psql, pgcli: psql, cockroach: (use) => client('e', 'execute url host database', ['e', 'execute'], 'database')(use),
    ...Object.fromEntries(['mysql', 'mariadb', 'mycli'].map((name) => [name, client('eDhPuS', 'execute database host port user socket defaults-file', ['e', 'execute'], 'database')])),
    ...Object.fromEntries(['sqlite3', 'sqlite', 'duckdb'].map((name) => [name, client('', 'cmd init separator nullvalue', ['cmd'], 'file')])),
    ...Object.fromEntries(['sqlcmd', 'cqlsh', 'snowsql', 'clickhouse-client', 'beeline', 'usql', 'influx'].map((name) => [name, client('qQeUPSdf', 'query execute command', ['q', 'Q', 'e', 'query', 'execute', 'command'], 'database')])),
    ...Object.fromEntries(['mongosh', 'mongo'].map((name) => [name, mongo])),
    ...Object.fromEntries(['redis-cli', 'valkey-cli', 'keydb-cli'].map((name) => [name, redis])),
    dropdb: table(DATABASE, ' : destroy #data-destroy @database'), dropuser: table(DATABASE, ' : destroy #account-change @role'), createdb: table(DATABASE, ' : schema @database'), createuser: table(DATABASE, ' : grant #account-change @role'),
    pg_restore: table(DATABASE, '+l,list : read\n+c,clean : destroy #data-destroy\n : write'), pg_dump: table(DATABASE, ' : read'), pg_dumpall: table(DATABASE, ' : read'), pg_isready: table(DATABASE, ' : read'), vacuumdb: table(DATABASE, ' : control'), reindexdb: table(DATABASE, ' : control'), pg_ctl: table({ letters: 'Dlmopt' }, 'status : read\nstop|kill|promote : control #service-stop\n* : control'), pg_resetwal: table({}, '+n : read\n : destroy #data-destroy'), initdb: table({}, ' : write'), pg_dropcluster: table({}, ' : destroy #data-destroy'), pg_createcluster: table({}, ' : write'),
    bq: (use) => (/^(?:rm|remove)$/u.test(new Options(use.args, { names: 'project_id dataset_id location' }).operands[0] ?? '') ? bqRemove(use) : client('', 'project_id dataset_id location', ['query'], 'text')(use)),
    atlas: table({ letters: 'u', names: 'url to dev-url env config dir' }, 'schema clean|migrate down : destroy #data-destroy\nschema apply +auto-approve : schema #unplanned-apply\nschema inspect|schema diff|migrate status|migrate lint|migrate diff|version : read\n* : schema'), restic: table({ letters: 'rp', names: 'repo password-file' }, 'forget|prune : destroy #data-destroy\nsnapshots|ls|stats|check|diff|find : read\n* : write'), borg: table({}, 'delete|prune : destroy #data-destroy\nlist|info|check|diff : read\n* : write'),
    'kafka-topics': kafka, 'kafka-topics.sh': kafka, rabbitmqctl: table({ letters: 'pn' }, 'list_queues|list_exchanges|status|cluster_status|list_users|list_vhosts|report|environment : read\ndelete_queue|purge_queue|reset|force_reset|delete_vhost|delete_user|forget_cluster_node : destroy #data-destroy\nstop|stop_app : control #service-stop\n* : control'),
    mysqladmin: table({ letters: 'hPuS' }, 'drop : destroy #data-destroy @database\nstatus|ping|version|processlist|variables : read\nshutdown : control #service-stop\n* : control'), mysqldump: table({ letters: 'hPur' }, ' : read'), mongodump: table({}, ' : read'), mongorestore: table({}, '+drop : destroy #data-destroy\n : write'),
    mongoimport: table({}, '+drop : destroy #data-destroy\n : write'), etcdctl: table({ names: 'endpoints cacert cert key' }, 'get|member list|endpoint|version|watch : read\ndel|snapshot restore|member remove : destroy #data-destroy\n* : write'), consul: table({}, 'kv get|members|info|catalog : read\nkv delete|leave : destroy #data-destroy\n* : write'), vault: table({ names: 'address namespace mount format field' }, 'status|version|list|path-help : read\nread|kv get|print token|unwrap : read #secret-read\npolicy write|auth enable,tune|token create|write auth/token/create : grant #account-change\ndelete|kv delete|kv destroy|kv metadata delete|secrets disable|auth disable|lease revoke|token revoke|operator seal|policy delete : destroy #data-destroy\nlogin : control\n* : write'),
    ...Object.fromEntries(['rails', 'rake', 'bin/rails'].map((name) => [name, table({ letters: 'e' }, 'db:drop|db:reset|db:purge|db:drop:all|db:migrate:reset|db:schema:load|db:truncate_all|db:setup : destroy #data-destroy\nroutes|stats|about|notes|-t : read\ndb:migrate|db:rollback : schema\n* : execute\n : execute')])),
    prisma: table({ names: 'schema' }, 'migrate reset : destroy #data-destroy\ndb push +accept-data-loss,force-reset : destroy #data-destroy\ndb execute +file : execute #sql-file\ndb execute : execute\nmigrate status|migrate diff|validate|format|version : read\nmigrate deploy|migrate dev|db push|db seed|db pull : schema\n* : execute'),
    alembic: table({ letters: 'cxn' }, 'current|history|heads|branches|show|check : read\ndowngrade : destroy #data-destroy\nupgrade|stamp : schema\n* : write'), flyway: table({}, 'info|validate : read\nclean : destroy #data-destroy\n* : schema'), liquibase: table({}, 'status|validate|history|diff : read\ndrop-all|dropall|rollback : destroy #data-destroy\n* : schema'), dbmate: table({ letters: 'udes' }, 'status|dump : read\ndrop|rollback|down : destroy #data-destroy\n* : schema'), migrate: table({ letters: '', names: 'path database source', single: true }, 'drop|down|force : destroy #data-destroy\nversion : read\n* : schema'), sqitch: table({}, 'status|log|plan|verify : read\nrevert : destroy #data-destroy\n* : schema'), 'drizzle-kit': table({ names: 'config' }, 'drop : destroy #data-destroy\npush +force : destroy #data-destroy\ncheck : read\n* : schema'), goose: table({ letters: 'ds', names: 'dir table', single: true }, '* * down|* * down-to|* * reset|* * redo|down|down-to|reset|redo : destroy #data-destroy\nstatus|version|* * status|* * version : read\n* : schema'), knex: table({}, 'migrate:rollback|migrate:down : destroy #data-destroy\nmigrate:status|migrate:list : read\n* : schema'), typeorm: table({}, 'schema:drop|migration:revert : destroy #data-destroy\n* : schema'), sequelize: table({}, 'db:drop|db:migrate:undo|db:migrate:undo:all : destroy #data-destroy\n* : schema'),
};

;// CONCATENATED MODULE: ./lib/parse/shell/commands/files.js






const rm = ({ args, call, draft }) => {
    const options = new Options(args, { names: 'interactive' });
    const all = options.has('r', 'R', 'recursive');
    for (const path of options.operands)
        draft.remove(path, all);
    if (options.has('no-preserve-root'))
        draft.hazard('root-delete', '`--no-preserve-root` is for nothing else');
    // What comes after is not known: with everything below, it may be anything.
    if (call.open && all && !options.operands.some((path) => path !== HOLE && !isKnown(path) && /^\/(?:var\/)?tmp\//u.test(path)))
        draft.hazard('unresolved-delete', 'what it deletes is known only when it runs');
};
const removeAll = ({ args, draft }) => {
    for (const path of new Options(args).operands)
        draft.remove(path, true);
};
const rmdir = ({ args, draft }) => {
    for (const path of new Options(args).operands)
        draft.access('write', path, 'file');
};
const TO = { letters: 'tSgomC', names: 'target-directory suffix group owner mode backup context' };
const mv = (use) => {
    const { args, draft } = use;
    const options = new Options(args, TO);
    const target = options.value('t', 'target-directory');
    const paths = target === undefined ? options.operands.slice(0, -1) : options.operands;
    const to = target ?? options.operands.at(-1) ?? '';
    for (const path of paths) {
        draft.look(path);
        if (/^(?:\/|~|\uFDD0|\.|\*|\/\*|\uFDD0\/\*)\/?$/u.test(path) || to === '/dev/null')
            draft.remove(path, true);
        else
            draft.write(path);
        if (to === '/dev/null')
            danger(draft, 'erase');
    }
    draft.write(to);
    becomes(use, paths, to);
};
const cp = (use) => {
    const { args, draft } = use;
    const options = new Options(args, TO);
    const target = options.value('t', 'target-directory');
    const paths = target === undefined ? options.operands.slice(0, -1) : options.operands;
    const to = target ?? options.operands.at(-1) ?? '';
    for (const path of paths)
        draft.read(path);
    draft.write(to);
    becomes(use, paths, to);
};
const install = (use) => {
    const { args, draft } = use;
    const options = new Options(args, TO);
    if (options.has('d', 'directory'))
        for (const path of options.operands)
            draft.write(path);
    else
        cp({ ...use, args: args.filter((arg) => !/^-[Ds]+$/u.test(arg)) });
};
const ln = (use) => {
    const { args, draft } = use;
    const options = new Options(args, TO);
    const [source = '', ...rest] = options.operands;
    draft.look(source);
    draft.mention(source);
    const to = options.value('t', 'target-directory') ?? rest.at(-1) ?? source.slice(source.lastIndexOf('/') + 1);
    draft.write(to);
    becomes(use, [source], to);
};
const dd = ({ args, draft, call, follow }) => {
    for (const arg of args) {
        const [, key, value = ''] = /^(if|of)=([\s\S]*)$/u.exec(arg) ?? [];
        if (key === 'if')
            draft.read(value);
        if (key === 'of')
            draft.write(value, call.frame.stdin?.text ?? null);
        if (key === 'of' && call.frame.stdin !== null)
            follow.written.put(settle(draft.folder, value), { text: call.frame.stdin.text, fetched: false });
        if (key === 'of' && value.startsWith(HOLE))
            draft.hazard('disk-write', 'where it writes to is known only when it runs');
    }
};
const writer = (shape = {}) => ({ args, draft }) => {
    for (const path of new Options(args, shape).operands)
        draft.write(path);
};
const shred = ({ args, draft }) => {
    const { operands } = new Options(args, { letters: 'ns', names: 'iterations size random-source' });
    for (const path of operands)
        draft.remove(path, false);
    if (operands.length > 0)
        danger(draft, 'erase');
};
const tee = ({ args, draft, call, follow }) => {
    const options = new Options(args);
    const { stdin } = call.frame;
    const text = stdin?.text ?? null;
    for (const path of options.operands) {
        draft.write(path, text);
        follow.written.put(settle(draft.folder, path), { text, fetched: text === null && (stdin?.from ?? []).some((name) => FETCHERS.has(name)) }, options.has('a', 'append'));
    }
};
const truncate = ({ args, draft }) => {
    const options = new Options(args, { letters: 'sr', names: 'size reference' });
    for (const path of options.operands)
        draft.write(path);
};
const WIDE = /^(?:0?[0-7]?[0-7]?[2367]|[ugoa]*o[ugoa]*[+=][rwxXst]*w[rwxXst]*|a[+=][rwxXst]*w[rwxXst]*|\+[rwxXst]*w[rwxXst]*)$/u;
const chmod = ({ args, draft }) => {
    const options = new Options(args.map((arg) => (/^-[rwxXst]+$/u.test(arg) && !/^-[Rcfv]+$/u.test(arg) ? `a${arg}` : arg)), { names: 'reference' });
    const [mode = '', ...paths] = options.value('reference') === undefined ? options.operands : ['', ...options.operands];
    const all = options.has('R', 'recursive');
    for (const path of paths)
        draft.grant(path);
    if (all && WIDE.test(mode))
        danger(draft, 'wide-permissions');
    if (/[4567][0-7]{3}$/u.test(mode) && /^0?[2-7]/u.test(mode) ? mode.replace(/^0/u, '').length === 4 : /[ug]*\+[rwxX]*s/u.test(mode))
        draft.hazard('elevated', 'the program then runs with the rights of its owner');
    wide(paths, all, draft);
};
const chown = ({ args, draft }) => {
    const options = new Options(args, { names: 'reference from' });
    const paths = options.value('reference') === undefined ? options.operands.slice(1) : options.operands;
    for (const path of paths)
        draft.grant(path);
    wide(paths, options.has('R', 'recursive'), draft);
};
// Permissions of all of the machine, or of a home, can't be put back.
function wide(paths, all, draft) {
    if (all && paths.some((path) => /^(?:\/|\/\*|\uFDD0|\uFDD0\/\*?|\/(?:etc|usr|var|home|root|bin|lib|boot|dev)\/?\*?)$/u.test(path)))
        danger(draft, 'system-write');
}
const sed = (use) => {
    const options = new Options(use.args, { letters: 'efl', names: 'expression file line-length' });
    const scripts = options.values('e', 'expression');
    const [first, ...rest] = options.operands;
    const given = scripts.length > 0 || options.value('f', 'file') !== undefined;
    const files = given ? options.operands : rest;
    const inPlace = options.has('i', 'in-place') || use.args.some((arg) => /^-(?:[nErsuz]*i|-in-place)/u.test(arg));
    for (const file of files)
        use.draft[inPlace ? 'write' : 'read'](file);
    if (options.value('f', 'file') !== undefined)
        use.draft.access('execute', options.value('f', 'file') ?? null, 'file');
    for (const script of given ? scripts : [first ?? ''])
        sedScript(script, use);
    use.draft.access('read', null, null);
};
// `1e cmd`, `s/x/cmd/e`, `w file`: sed starts commands and writes files, too.
function sedScript(script, { call, draft, follow }) {
    for (const line of script.split(/[\n;]/u)) {
        const command = /^\s*(?:\d+|\$|\/(?:\\.|[^/\\])*\/)?(?:,(?:\d+|\$|\/(?:\\.|[^/\\])*\/))?\s*!?\s*\{?\s*([ewW])(?:\s+(.+))?$/u.exec(line);
        if (command?.[1] === 'e') {
            if (command[2] === undefined)
                draft.unknown('sed starts what it reads as commands');
            else
                follow.script(command[2], call, { own: true });
        }
        else if (command?.[2] !== undefined)
            draft.write(command[2]);
        const substitution = /(?:^|[^\w\\])s([^\w\s\\])(?:\\[\s\S]|(?!\1)[^\\])*\1((?:\\[\s\S]|(?!\1)[^\\])*)\1([gpiImM0-9]*)([ew])?(?:\s+(\S.*))?/u.exec(line);
        if (substitution?.[4] === 'e' || /e/u.test(substitution?.[3] ?? ''))
            draft.unknown('sed starts what it makes as commands');
        else if (substitution?.[4] === 'w')
            draft.write(substitution[5] ?? '');
    }
}
const RSYNC = { letters: 'eBTfM', names: 'rsh rsync-path exclude include filter files-from exclude-from include-from log-file password-file temp-dir backup-dir compare-dest link-dest partial-dir bwlimit port max-size min-size chmod chown usermap groupmap timeout out-format', own: 'delete exclude include' };
const rsync = (use) => {
    const options = new Options(use.args, RSYNC);
    const to = options.operands.at(-1) ?? '';
    for (const path of options.operands.slice(0, -1))
        if (!/^[^/]+:/u.test(path))
            use.draft.read(path);
    if (options.has('n', 'dry-run'))
        return use.draft.access('read', null, null);
    if (/^[^/]+:/u.test(to))
        use.draft.access('execute', to.split(':')[0], 'host');
    else
        use.draft.write(to);
    if (/[;|&`$<>]/u.test(options.value('rsync-path') ?? ''))
        danger(use.draft, 'environment-code');
    const rsh = options.value('e', 'rsh');
    if (rsh !== undefined && !/^ssh(?:\s|$)/u.test(rsh))
        use.follow.script(rsh, use.call, { own: true });
    if (options.names().some((name) => /^del(?:$|e)/u.test(name)) || options.has('remove-source-files')) {
        use.draft.access('destroy', to, 'file');
        danger(use.draft, 'bulk-delete');
    }
};
const touch = writer({ letters: 'drt', names: 'date reference time' });
const mkdir = ({ args, draft }) => {
    for (const path of new Options(args, { letters: 'mZ', names: 'mode context' }).operands)
        draft.access('write', path, 'file');
};
/** Programs that change files, by name. */
const files = {
    rm, grm: rm, unlink: rm, rmdir, mv, gmv: mv, rename: writer(), cp, gcp: cp, install, ginstall: install, ln, link: ln, dd, shred, srm: shred, wipe: shred, truncate, chmod, chown, chgrp: chown,
    setfacl: ({ args, draft }) => {
        for (const path of new Options(args, { letters: 'mxMXdR', names: 'modify remove' }).operands)
            draft.grant(path);
    },
    chattr: writer(), tee, sponge: writer(), touch, mkdir, mkfifo: mkdir, mknod: mkdir, sed, gsed: sed, rsync,
    gzip: writer(), gunzip: writer(), bzip2: writer(), xz: writer(), unxz: writer(), zstd: writer(), patch: writer({ letters: 'dipor', names: 'directory input strip output' }), split: writer({ letters: 'abClntu' }),
    fallocate: writer({ letters: 'olp', names: 'offset length' }), rimraf: removeAll, 'del-cli': removeAll, 'trash-cli': removeAll, trash: rm, del: rm, 'trash-put': rm, cpio: writer(), '7z': writer(), mktemp: ({ draft }) => draft.access('write', '/tmp', 'file'),
};

;// CONCATENATED MODULE: ./lib/parse/shell/commands/git-rows.js

/** Options that take a value, by sub-command. */
const gitShapes = {
    push: { letters: 'o', names: 'receive-pack exec repo push-option', own: 'force-with-lease force-if-includes no-force-with-lease tags follow-tags' },
    checkout: { letters: 'bBU', names: 'orphan conflict unified inter-hunk-context pathspec-from-file', maybe: { 'recurse-submodules': 'checkout on-demand', track: 'direct inherit' } },
    switch: { letters: 'cC', names: 'create force-create orphan conflict', own: 'force-create' },
    restore: { letters: 'sU', names: 'source conflict unified inter-hunk-context pathspec-from-file', own: 'staged source' },
    reset: { letters: 'U', names: 'pathspec-from-file' },
    commit: { letters: 'mFCct', names: 'message file author date template reuse-message reedit-message fixup squash cleanup pathspec-from-file trailer' },
    branch: { letters: 'u', names: 'set-upstream-to contains no-contains merged no-merged points-at sort format', own: 'format force' },
    tag: { letters: 'mFun', names: 'message file local-user sort format contains no-contains merged no-merged points-at cleanup' },
    rebase: { letters: 'xsXCO', names: 'exec onto strategy strategy-option empty whitespace', own: 'empty' },
    merge: { letters: 'mFsX', names: 'message file strategy strategy-option into-name cleanup' },
    clone: { letters: 'bocuj', names: 'branch origin config upload-pack depth reference reference-if-able separate-git-dir template jobs filter shallow-since shallow-exclude bundle-uri' },
    fetch: { letters: 'j', names: 'depth deepen upload-pack refmap jobs server-option filter negotiation-tip' },
    pull: { letters: 'sXj', names: 'strategy strategy-option depth upload-pack jobs' },
    stash: { letters: 'm', names: 'message pathspec-from-file' },
    worktree: { letters: 'bB', names: 'reason expire' },
    clean: { letters: 'e', names: 'exclude' },
    log: { letters: 'nSGLO', names: 'output format max-count since until after before author committer grep skip', own: 'format grep' },
    diff: { letters: 'SGOUl', names: 'output' }, show: { letters: 'SGOUnl', names: 'output format' },
    gc: {}, 'update-ref': { letters: 'm' }, reflog: { names: 'expire expire-unreachable' }, grep: { letters: 'eftABCmO' }, archive: { letters: 'o', names: 'output format prefix remote exec add-file' },
    submodule: { letters: 'bj' }, remote: { letters: 'tm' }, config: { letters: 'f', names: 'file blob type default comment value' },
};
const apply = rowsOf(`
reset +hard,merge : destroy #work-loss
reset : write
clean +n,dry-run : read
clean +f,force : destroy #work-loss
clean +i,interactive : destroy #work-loss
clean : read
stash drop,clear : destroy #work-loss
stash list,show : read
stash : write
branch +D : destroy #branch-delete @ref
branch +d,delete +f,force : destroy #branch-delete @ref
branch +f,force : destroy #branch-delete @ref
branch +d,delete : write @ref
branch +m,M,move,c,C,copy,u,set-upstream-to,unset-upstream,edit-description,t,track : write @ref
branch +l,list,a,all,r,remotes,v,vv,show-current,contains,merged,no-merged,points-at : read
branch * : write @ref
branch : read
tag +d,delete : destroy #branch-delete @ref
tag +f,force : write #history-rewrite @ref
tag +l,list,n,contains,merged,points-at,v,verify : read
tag * : write @ref
tag : read
switch +discard-changes : destroy #work-loss
switch +f,force : destroy #work-loss
switch : write @ref
rebase +abort : destroy #work-loss
rebase +quit : destroy #work-loss
rebase +root : write #history-rewrite
rebase : write
merge,cherry-pick,revert,am +abort : destroy #work-loss
merge,cherry-pick,revert,am +quit : write
merge|cherry-pick|revert|am : write
filter-branch|filter-repo : destroy #history-rewrite
fast-import +force : destroy #history-rewrite
replace +d,delete : write
replace : write #history-rewrite
reflog expire,delete : destroy #history-rewrite
reflog : read
gc +prune : destroy #history-rewrite
gc : write
prune +n,dry-run : read
prune : destroy #history-rewrite
worktree remove +f,force : destroy #work-loss @file
worktree list : read
worktree : write
update-ref +d,delete,stdin : destroy #branch-delete @ref
update-ref|symbolic-ref : write @ref
submodule deinit +f,force,all : destroy #work-loss @file
submodule status,summary : read
submodule : write
remote prune : destroy @ref
remote add,remove,rm,rename,set-url,set-head,set-branches : control @remote
remote update : write
remote : read
checkout-index +f,force : destroy #work-loss
read-tree +reset : destroy #work-loss
read-tree +u : destroy #work-loss
fetch|pull : write
ls-remote|archive|bundle|request-pull : read
add|stage|mv|commit|apply|init|notes|sparse-checkout|commit-tree|write-tree|hash-object|update-index|pack-refs|repack|rerere|lfs|maintenance|format-patch|range-diff|mktag|mktree|unpack-objects|index-pack|fsmonitor--daemon|subtree|citool|gui : write
send-pack|http-push +force,mirror : write #force-push
send-pack|http-push : write
send-email|imap-send|svn|p4|daemon|instaweb|http-backend|shell|difftool|mergetool|web--browse|request-pull : execute
credential fill : read #secret-read
credential|credential-store|credential-cache|credential-osxkeychain : execute
status|log|diff|show|blame|annotate|describe|shortlog|rev-parse|rev-list|ls-files|ls-tree|cat-file|diff-tree|diff-index|diff-files|name-rev|merge-base|show-ref|for-each-ref|whatchanged|count-objects|fsck|verify-commit|verify-tag|verify-pack|var|version|help|check-ignore|check-attr|check-mailmap|check-ref-format|cherry|show-branch|column|stripspace|get-tar-commit-id|patch-id|merge-tree|interpret-trailers|bugreport|diagnose|last-modified|show-index : read
`);
/** Describes a sub-command by the rows. */
function gitRows(command, options, use) {
    options.operands.unshift(command);
    apply(options, use);
}

;// CONCATENATED MODULE: ./lib/parse/shell/commands/git.js






const GLOBAL = { letters: 'Cc', names: 'git-dir work-tree namespace config-env super-prefix attr-source', first: true };
// Keys whose value git runs. Hits `core.sshcommand`, `diff.x.textconv`; misses `core.quotepath`.
const CODE_KEYS = /^(?:core\.(?:sshcommand|hookspath|editor|pager|fsmonitor|gitproxy|askpass|alternaterefscommand)|sequence\.editor|gpg\.(?:\w+\.)?program|credential\.(?:.+\.)?helper|diff\.(?:.+\.)?(?:external|textconv|command)|merge\..+\.driver|(?:merge|diff)tool\..+\.(?:cmd|path)|filter\..+\.(?:clean|smudge|process)|pager\..+|interactive\.difffilter|protocol\.ext\.allow|include(?:if)?\..*path|remote\..+\.(?:uploadpack|receivepack|vcs)|uploadpack\.packobjectshook|browser\..+|man\..+|init\.templatedir)$/u;
const HARMLESS_VALUES = /^(?:|cat|less(?: -\w+)*|more|true|false|:|store|cache.*|osxkeychain|manager|!gh auth git-credential|never|always|user)$/u;
const NETWORK = new Set(['fetch', 'pull', 'push', 'clone', 'ls-remote', 'submodule', 'archive-remote', 'remote-update']);
/** One use of git. */
function git(use) {
    const options = new Options(use.args, GLOBAL);
    const config = configOf(options, use);
    const [command, ...args] = options.operands;
    if (options.value('exec-path') !== undefined)
        danger(use.draft, 'environment-code');
    if (command === undefined || options.has('help', 'version', 'h')) {
        use.draft.access('read', null, null);
        return;
    }
    if (!isKnown(command)) {
        use.draft.unknown(`what \`git ${shown(command)}\` does is known only when it runs`);
        return;
    }
    const alias = config.get(`alias.${command.toLowerCase()}`);
    if (alias !== undefined && !use.call.frame.calls.includes(`git ${command}`))
        return git_followAlias(alias, args, command, use);
    runsCode(config, command, args, use);
    if (/^(?:checkout|reset|switch)$/u.test(command) && args.some((arg) => FULL_ID.test(arg)))
        use.follow.written.pinned(settle(use.draft.folder, options.value('C') ?? '.'));
    subCommand({ ...use, args }, command.toLowerCase());
}
function git_followAlias(alias, args, command, use) {
    const { call, draft, follow } = use;
    draft.dropped = true;
    const frame = { ...call.frame, calls: [...call.frame.calls, `git ${command}`] };
    if (alias.startsWith('!'))
        follow.script([alias.slice(1), ...args.map(quote/* quotedWord */.l)].join(' '), { ...call, frame }, { own: true });
    else
        follow.start(['git', ...alias.trim().split(/\s+/u), ...args], call, { frame });
}
// Keys in lower case, as git compares them.
function configOf(options, { call }) {
    const config = new Map();
    const put = (text) => {
        const cut = text.indexOf('=');
        config.set((cut < 0 ? text : text.slice(0, cut)).toLowerCase(), cut < 0 ? 'true' : text.slice(cut + 1));
    };
    const value = (name) => call.assigned.get(name) ?? call.frame.scope.values(name).find(isKnown);
    for (const text of options.values('c'))
        put(text);
    for (const text of options.values('config-env'))
        put(`${text.split('=')[0]}=\uFFFF`);
    for (let index = 0; index < Math.min(Number(value('GIT_CONFIG_COUNT') ?? 0) || 0, 50); index += 1)
        put(`${value(`GIT_CONFIG_KEY_${index}`) ?? ''}=${value(`GIT_CONFIG_VALUE_${index}`) ?? ''}`);
    for (const [, text = ''] of (value('GIT_CONFIG_PARAMETERS') ?? '').matchAll(/'([^']*)'/gu))
        put(text);
    return config;
}
function runsCode(config, command, args, { call, draft }) {
    const network = NETWORK.has(command) || (command === 'remote' && args.some((arg) => arg === 'update' || arg === 'show')) || (command === 'archive' && args.some((arg) => arg.startsWith('--remote')));
    for (const [key, value] of config) {
        if (CODE_KEYS.test(key) && !HARMLESS_VALUES.test(value) && (key !== 'core.sshcommand' || network))
            draft.hazard('environment-code', `\`${key}\` is a program that git runs`);
    }
    if (command === 'push')
        for (const [key, value] of config)
            if (forces(key, value))
                danger(draft, 'force-push');
    if (!network)
        return;
    for (const name of ['GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSH_VARIANT']) {
        const value = call.assigned.get(name) ?? call.frame.scope.values(name).find(isKnown);
        if (value !== undefined && !/^(?:|ssh(?: -o \w+=[\w/.~-]+| -[ip] [\w/.~-]+)+)$/u.test(value))
            draft.hazard('environment-code', `\`${name}\` is a program that git runs`);
    }
}
const OWN = { push, checkout, restore, rm: remove, config: configure, rebase: runExec, submodule: each, bisect: bisectRun, grep: git_open, clone };
function subCommand(use, command) {
    const { draft, args } = use;
    const options = new Options(args, Object.hasOwn(gitShapes, command) ? gitShapes[command] : {});
    draft.called('git', ...(/^[\w-]{1,40}$/u.test(command) ? [command] : []));
    if (options.has('help', 'version') || (args.length === 1 && args[0] === '-h')) {
        draft.access('read', null, null);
        return;
    }
    for (const file of options.values('output'))
        draft.write(file);
    for (const name of ['upload-pack', 'receive-pack', 'exec'])
        if (options.value(name) !== undefined && command !== 'rebase' && command !== 'ls-files' && command !== 'log')
            draft.hazard('environment-code', `\`--${name}\` is a program that runs at the other end`);
    const own = Object.hasOwn(OWN, command) ? OWN[command] : undefined;
    if (own !== undefined)
        own(options, use);
    else
        gitRows(command, options, use);
}
// `git push $FLAGS`, `git push "$@" origin main`: where a remote should be named, there may be options.
function hidesOptions([remote, ref]) {
    return remote?.startsWith('\uFFFF') === true && remote.length === 1 && (ref === undefined || /^(?:origin|upstream)$/u.test(ref));
}
// `remote.origin.push=+refs/*` and `remote.origin.mirror` make every push a forced one.
function forces(key, value) {
    return (/^remote\..+\.push$/iu.test(key) && value.startsWith('+')) || (/^remote\..+\.mirror$/iu.test(key) && value !== 'false');
}
function push(options, { draft, args }) {
    if (hidesOptions(options.operands))
        draft.unknown('with which options `git push` starts is known only when it runs');
    const [remote = 'origin', ...refs] = [...options.values('repo'), ...options.operands];
    const dry = options.has('n', 'dry-run');
    for (const ref of refs.length === 0 ? [''] : refs)
        draft.access(dry ? 'read' : 'write', ref === '' ? remote : `${remote}/${ref.replace(/^\+/u, '')}`, 'ref');
    if (dry)
        return;
    if (options.has('f', 'force') || options.has('mirror') || refs.some((ref) => ref.startsWith('+') || ref.includes(':+')))
        danger(draft, 'force-push');
    if (options.has('d', 'delete', 'prune') || refs.some((ref) => /^:./u.test(ref)))
        danger(draft, 'branch-delete');
    if (isKnown(remote) && isRemote(remote))
        danger(draft, 'publish');
    if (args.some((arg) => arg.startsWith('--force-w')))
        danger(draft, 'force-with-lease');
    if (refs.some((ref) => !isKnown(ref) && ref.startsWith('\uFFFF') && !ref.includes(':')))
        draft.access('write', remote, 'ref');
}
// Hits `https://x/y`, `git@x:y`, `$URL`; misses `../y`, `/srv/y.git`, `file:///srv/y`.
function isRemote(url) {
    return !isKnown(url) || (/^[\w+.-]+:\/\/|^[^/]+:/u.test(url) && !/^file:/iu.test(url));
}
/** A commit in full, which nobody can put other code under. */
const FULL_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/iu;
function loses(draft, what) {
    for (const path of what)
        draft.access('destroy', path, 'file');
    if (what.length === 0)
        draft.access('destroy', '.', 'file');
    danger(draft, 'work-loss');
}
function checkout(options, { draft }) {
    const { operands, dashed } = options;
    const [only = ''] = operands;
    if (options.has('f', 'force') || options.value('pathspec-from-file') !== undefined || (dashed !== null && dashed.length > 0))
        return loses(draft, dashed ?? []);
    if (options.has('b', 'B', 'orphan') || options.has('p', 'patch'))
        return draft.access('write', only === '' ? '.' : only, 'ref');
    // With two, the second is a path; one that looks like a path is one.
    if (operands.length > 1)
        return loses(draft, operands.slice(1));
    if (/^(?:\.{1,2}(?:\/|$)|:[/(]|\/)|[*?[]|\.[a-z]+[a-z0-9]*$/iu.test(only) && dashed === null)
        return loses(draft, operands);
    draft.access('write', only === '' ? '.' : only, 'ref');
}
// Asked for neither of the two places, it takes the work tree; one of them said, only what is said.
function restore(options, { draft, args }) {
    const said = options.names().some((name) => name === 'S' || name === 'W' || /^(?:no-)?(?:stag|workt)/u.test(name));
    const tree = said ? options.has('worktree', 'W') : true;
    const something = options.operands.length > 0 || options.value('pathspec-from-file') !== undefined;
    if (!something)
        return draft.access('read', null, null);
    if (tree && !args.includes('--version'))
        loses(draft, options.operands);
    else
        for (const path of options.operands)
            draft.access('write', path, 'file');
}
function remove(options, { draft }) {
    if (options.has('n', 'dry-run'))
        return draft.access('read', null, null);
    if (options.has('f', 'force') && !options.has('cached'))
        return loses(draft, options.operands);
    for (const path of options.operands)
        draft.access('write', path, 'file');
}
function configure(options, use) {
    const { draft, call } = use;
    const words = /^(?:get|set|list|unset|edit|rename-section|remove-section)$/u.test(options.operands[0] ?? '') ? options.operands.slice(1) : options.operands;
    const [key = '', value] = words;
    if (value === undefined && !options.has('unset', 'unset-all', 'remove-section', 'rename-section', 'e', 'edit', 'add', 'replace-all') && options.operands[0] !== 'unset' && options.operands[0] !== 'edit')
        return draft.access('read', null, null);
    draft.access('control', key, 'setting');
    const runs = CODE_KEYS.test(key.toLowerCase()) && !HARMLESS_VALUES.test(value ?? '');
    if (forces(key, value ?? ''))
        danger(draft, 'force-push');
    if (runs || (/^alias\./iu.test(key) && value?.startsWith('!') === true))
        danger(draft, 'runs-later');
    if (/^alias\./iu.test(key) && value?.startsWith('!') === true)
        use.follow.script(value.slice(1), call, { own: true });
}
function runExec(options, use) {
    for (const text of options.values('x', 'exec'))
        use.follow.script(text, use.call, { own: true });
    gitRows('rebase', options, use);
}
function each(options, use) {
    const [what, ...command] = options.operands;
    if (what === 'foreach' && command.length > 0)
        use.follow.script(command.join(' '), use.call, { own: true });
    gitRows('submodule', options, use);
}
function bisectRun(options, use) {
    const [what, ...command] = options.operands;
    if (what === 'run')
        use.follow.start(command, use.call);
    use.draft.access('write', '.', 'ref');
}
function git_open(_options, use) {
    const pager = new Options(use.args, gitShapes['grep']).value('O', 'open-files-in-pager');
    use.draft.access('read', null, null);
    if (pager !== undefined && !HARMLESS_VALUES.test(pager))
        danger(use.draft, 'environment-code');
}
function clone(options, { draft, follow }) {
    const [url = '', folder] = options.operands;
    draft.access('execute', url, 'host');
    if (/^ext::/u.test(url))
        draft.hazard('environment-code', 'an `ext::` address is a command');
    for (const text of options.values('c', 'config'))
        if (CODE_KEYS.test(text.split('=')[0].toLowerCase()))
            danger(draft, 'environment-code');
    const to = folder ?? url.replace(/\/$/u, '').replace(/^.*[/:]/u, '').replace(/\.git$/u, '');
    draft.write(to);
    // What stands beside is no other people's code.
    if (isRemote(url))
        follow.written.fetchFolder(settle(draft.folder, to));
}

;// CONCATENATED MODULE: ./lib/parse/shell/commands/network.js




const names = (text, program) => Object.fromEntries(text.split(' ').map((name) => [name, program]));
/** Host of an address; what is not known stays so. */
function network_hostOf(address) {
    const host = address.replace(/^[a-z][a-z0-9+.-]*:\/\//iu, '').replace(/^[^/@]*@/u, '').replace(/[/?#].*$/su, '').toLowerCase();
    return host === '' ? shown(address) : host;
}
/** Addresses under which a cloud tells a machine its credentials. */
const METADATA = /^(?:169\.254\.169\.254|169\.254\.170\.2|100\.100\.100\.200|\[?fd00:ec2::254\]?|metadata\.google\.internal|metadata\.azure\.com)(?::\d+)?$/u;
function asks(draft, effect, address) {
    const host = network_hostOf(address);
    draft.access(effect, host, 'host');
    if (METADATA.test(host))
        draft.hazard('secret-read', `\`${host}\` tells a machine its credentials`);
}
// What comes over the network is run unread when it is run.
function fetched({ draft, follow }, folder, path) {
    if (path !== '-' && path !== '')
        follow.written.put(settle(draft.folder, folder === undefined ? path : `${folder}/${path}`), { text: null, fetched: true });
}
/** The file that an address is saved as. */
function nameIn(url) {
    return url.replace(/[?#].*$/su, '').replace(/^.*\//su, '');
}
const CURL = {
    letters: 'AbCcDdeEFhHKmMnoPQrtTuUvwxXyYz',
    names: 'user-agent cookie continue-at cookie-jar dump-header data data-raw data-binary data-urlencode data-ascii json referer cert cacert capath key form form-string header config max-time netrc-file output output-dir ftp-port quote range telnet-option upload-file user proxy-user write-out proxy request speed-limit speed-time time-cond url connect-timeout retry retry-delay retry-max-time resolve interface limit-rate unix-socket oauth2-bearer aws-sigv4 url-query proto connect-to variable',
    own: 'data user url form retry key cert proxy output cookie',
};
const curl = (use) => {
    const options = new Options(use.args, { ...CURL, letters: CURL.letters.replace('M', '').replace('n', '').replace('v', '') });
    const { draft } = use;
    const method = (options.value('X', 'request') ?? '').toUpperCase();
    const sends = options.values('d', 'data', 'data-raw', 'data-binary', 'data-urlencode', 'data-ascii', 'json', 'F', 'form', 'T', 'upload-file');
    for (const url of [...options.operands, ...options.values('url')]) {
        if (/^file:/iu.test(url))
            draft.read(url);
        else
            asks(draft, method === 'DELETE' ? 'destroy' : sends.length > 0 || (method !== '' && method !== 'GET' && method !== 'HEAD') ? 'write' : 'read', url);
    }
    if (method === 'DELETE')
        draft.hazard('remote-delete', 'it deletes something over the network');
    for (const path of options.values('o', 'output', 'D', 'dump-header', 'c', 'cookie-jar'))
        draft.write(path);
    const named = options.has('O', 'remote-name', 'remote-name-all') ? [...options.operands, ...options.values('url')].map(nameIn) : [];
    for (const path of [...options.values('o', 'output'), ...named])
        fetched(use, options.value('output-dir'), path);
    for (const text of sends)
        draft.mention(text);
    if (sends.some((text) => /^@?(?:-|\/dev\/stdin)$/u.test(text)) && use.call.frame.stdin?.from.some((name) => /^(?:env|printenv|set|declare|export)$/u.test(name)) === true)
        draft.hazard('secret-read', 'it sends the environment, with all secrets in it, to another machine');
    for (const path of options.values('T', 'upload-file', 'K', 'config', 'netrc-file', 'E', 'cert', 'key', 'cacert'))
        draft.read(path);
};
const wget = (use) => {
    const options = new Options(use.args, { letters: 'oaeiBtOTwQPUlADIXYR', names: 'output-file append-output execute input-file base tries output-document timeout wait quota directory-prefix header referer user-agent user password post-data post-file method body-data body-file level accept reject domains load-cookies save-cookies limit-rate use-askpass ca-certificate certificate private-key', own: 'user' });
    const sends = options.values('post-data', 'post-file', 'body-data', 'body-file');
    const deletes = options.value('method')?.toUpperCase() === 'DELETE';
    for (const url of options.operands)
        asks(use.draft, deletes ? 'destroy' : sends.length > 0 ? 'write' : 'read', url);
    if (deletes)
        use.draft.hazard('remote-delete', 'it deletes something over the network');
    for (const path of options.values('O', 'output-document', 'o', 'output-file'))
        use.draft.write(path);
    for (const path of options.values('post-file', 'body-file', 'i', 'input-file'))
        use.draft.read(path);
    const to = options.values('O', 'output-document');
    for (const path of to.length > 0 ? to : options.operands.map(nameIn))
        fetched(use, options.value('P', 'directory-prefix'), path);
    if (options.value('use-askpass') !== undefined)
        danger(use.draft, 'environment-code');
    use.draft.access('read', null, null);
};
const aria = (use) => {
    const options = new Options(use.args, { letters: 'odxsjkiTl', names: 'out dir max-connection-per-server split max-concurrent-downloads min-split-size input-file header log checksum' });
    for (const url of options.operands) {
        asks(use.draft, 'read', url);
        const name = options.value('o', 'out') ?? nameIn(url);
        use.draft.write(`${options.value('d', 'dir') ?? '.'}/${name}`);
        if (options.value('checksum') === undefined)
            fetched(use, options.value('d', 'dir'), name);
    }
    if (options.operands.length === 0)
        use.draft.access('execute', 'aria2c', 'program');
};
// Something that starts a program for whoever is at the other end.
const netcat = (use) => {
    const options = new Options(use.args, { letters: 'ceghioOpqsTVwxX', names: 'exec sh-exec lua-exec' });
    const command = options.value('e', 'c', 'exec', 'sh-exec');
    use.draft.access('execute', options.operands[0] ?? 'listener', 'host');
    if (options.has('z'))
        return;
    if (command !== undefined)
        use.draft.hazard('raw-socket', 'whoever is at the other end gets a program to talk to');
    else if (use.call.frame.stdin !== null && use.call.frame.stdin.text === null)
        use.draft.hazard('raw-socket', 'what it reads goes to another machine, unread');
};
const socat = ({ args, draft, call, follow }) => {
    draft.access('execute', 'socat', 'host');
    for (const arg of args) {
        const command = /^(?:EXEC|SYSTEM):(["']?)([^"',]+)\1/iu.exec(arg)?.[2];
        if (command === undefined)
            continue;
        draft.hazard('raw-socket', 'whoever is at the other end gets a program to talk to');
        follow.script(command, call, { own: true });
    }
};
const scp = ({ args, draft }) => {
    const options = new Options(args, { letters: 'cDFiJloPSX' });
    if (options.value('S') !== undefined)
        danger(draft, 'environment-code');
    const to = options.operands.at(-1) ?? '';
    for (const path of options.operands.slice(0, -1)) {
        if (/^[^/]+:/u.test(path))
            draft.access('read', path.split(':')[0].replace(/^.*@/u, ''), 'host');
        else
            draft.read(path);
    }
    if (/^[^/]+:/u.test(to))
        draft.access('write', to.split(':')[0].replace(/^.*@/u, ''), 'host');
    else
        draft.write(to);
};
const http = ({ args, draft }) => {
    const [first = '', ...rest] = args.filter((arg) => !arg.startsWith('-'));
    const method = /^[A-Z]+$/u.test(first) ? first : 'GET';
    draft.access(method === 'DELETE' ? 'destroy' : method === 'GET' || method === 'HEAD' ? 'read' : 'write', network_hostOf(method === first ? (rest[0] ?? '') : first), 'host');
    if (method === 'DELETE')
        draft.hazard('remote-delete', 'it deletes something over the network');
    for (const arg of rest)
        draft.mention(arg);
};
const firewall = table({ letters: 'tAIDRPsdpijmN' }, `
+L,list,S,list-rules,n,C,check : read
 : control #firewall-change`);
/** Programs of the network, by name. */
const network = {
    curl, wget, wget2: wget, aria2c: aria, ...names('nc ncat netcat nc.traditional nc.openbsd', netcat), socat, scp, sftp: scp, ...names('http https xh httpie', http),
    ...names('iptables ip6tables ebtables arptables', firewall), ...names('iptables-restore ip6tables-restore', table({}, ' : control #firewall-change')), ...names('iptables-save', table({}, ' : read')),
    nft: table({}, 'list : read\n* : control #firewall-change'), ufw: table({}, 'status|show|version : read\n* : control #firewall-change'), 'firewall-cmd': table({}, '+list-all,get-zones,state,list-ports,list-services : read\n : control #firewall-change'), pfctl: table({}, '+s : read\n : control #firewall-change'),
    ip: table({ letters: 'n' }, 'netns exec : execute\n* show|* list|* get|* ls : read\n* add|* del|* delete|* set|* flush|* change|* replace : control #firewall-change\n* : read\n : read'),
    route: table({}, 'add|del|delete|flush : control #firewall-change\n : read'), nmcli: table({}, 'device|connection show|general : read\n* : control #firewall-change'), tc: table({}, '* show : read\n* : control'),
    telnet: table({}, ' : execute @host'), nmap: table({}, ' : execute @host'), tcpdump: table({ letters: 'iwrcCGsz' }, '+z : execute #environment-code\n : execute'), ngrok: table({}, ' : execute #raw-socket'), cloudflared: table({}, 'tunnel : execute #raw-socket\n* : execute'), 'ssh-keyscan': table({ letters: 'pTtf' }, ' : read @host'), 'ssh-add': table({ letters: 'tsSeE' }, '+l,L : read\n+D,d : control\n : control'), 'ssh-agent': table({}, ' : execute'), mail: table({}, ' : execute'), sendmail: table({}, ' : execute'), croc: table({}, ' : execute'), rclone: table({ names: 'config' }, 'ls|lsd|lsl|lsf|size|check|version|about|listremotes|tree : read\npurge|delete|deletefile|rmdirs|cleanup|sync|move|bisync|dedupe : destroy #data-destroy\nconfig : control\n* : write'),
};

;// CONCATENATED MODULE: ./lib/parse/shell/commands/readonly.js


const readers = (shape = {}, writes = '') => ({ args, draft }) => {
    const options = new Options(args, shape);
    for (const path of options.operands)
        draft.read(path);
    for (const name of writes.split(' ').filter((one) => one !== ''))
        for (const path of options.values(name))
            draft.write(path);
    for (const value of options.allValues())
        draft.mention(value);
    draft.access('read', null, null);
};
const looks = ({ args, draft }) => {
    for (const path of new Options(args, { letters: 'IwTcf', names: 'format printf' }).operands)
        draft.look(path);
    draft.access('read', null, null);
};
/** Prints or computes; its arguments are no files. */
const prints = ({ draft }) => draft.access('read', null, null);
const GREP = { letters: 'efmABCDdgtTjMr', names: 'regexp file max-count after-context before-context context color colour include exclude exclude-dir exclude-from binary-files devices directories label glob iglob type type-not type-add threads pre pre-glob hostname-bin sort sortr max-depth max-filesize encoding engine replace max-columns ignore-file path-separator dfa-size-limit regex-size-limit colors', own: 'files' };
const grep = (use) => {
    const { draft, name } = use;
    const shape = name === 'rg' ? GREP : { ...GREP, letters: 'efmABCDd' };
    const options = new Options(use.args, shape);
    for (const file of options.values('f', 'file'))
        draft.read(file);
    const patterned = options.values('e', 'regexp', 'f', 'file').length > 0 || options.names().includes('files') || options.has('type-list', 'version', 'help');
    for (const path of patterned ? options.operands : options.operands.slice(1))
        draft.read(path);
    for (const program of options.values('pre', 'hostname-bin'))
        if (program !== '')
            danger(draft, 'environment-code');
    draft.access('read', null, null);
};
const sort = ({ args, draft, call, follow }) => {
    const options = new Options(args, { letters: 'kotST', names: 'key output field-separator buffer-size temporary-directory compress-program files0-from batch-size parallel random-source' });
    for (const path of options.operands)
        draft.read(path);
    for (const path of options.values('o', 'output'))
        draft.write(path);
    for (const program of options.values('compress-program'))
        follow.start([program], call);
    draft.access('read', null, null);
};
// `-o x` of the BSDs.
const base64 = ({ args, draft }) => {
    const options = new Options(args, { letters: 'wbio', names: 'wrap input output' });
    for (const path of [...options.operands, ...options.values('i', 'input')])
        draft.read(path);
    for (const path of options.values('o', 'output'))
        draft.write(path);
    draft.access('read', null, null);
};
const date = ({ args, draft }) => {
    const options = new Options(args, { letters: 'dfrsI', names: 'date file reference set' });
    if (options.has('s', 'set') || options.value('s', 'set') !== undefined) {
        draft.access('control', 'clock', 'setting');
        danger(draft, 'system-write');
    }
    else
        draft.access('read', null, null);
};
const uniq = ({ args, draft }) => {
    const [from, to] = new Options(args, { letters: 'fsw', names: 'skip-fields skip-chars check-chars' }).operands;
    if (from !== undefined)
        draft.read(from);
    if (to !== undefined)
        draft.write(to);
    draft.access('read', null, null);
};
const openssl = ({ args, draft }) => {
    const options = new Options(args, { single: true, names: 'in out key inkey keyout cert CAfile config pass passin passout' });
    for (const path of options.values('in', 'key', 'inkey', 'CAfile', 'cert'))
        draft.read(path);
    for (const path of options.values('out', 'keyout'))
        draft.access('write', path, 'file');
    if (options.operands[0] === 's_client')
        draft.access('execute', 'network', 'host');
    draft.called('openssl', ...(options.operands[0] === undefined ? [] : [options.operands[0]]));
    draft.access('read', null, null);
};
const pager = ({ args, draft, call, follow }) => {
    for (const arg of args)
        if (arg.startsWith('+!'))
            follow.script(arg.slice(2), call, { own: true });
    for (const path of new Options(args, { letters: 'bhjkoPpTtxyz' }).operands)
        draft.read(path);
    draft.access('read', null, null);
};
// An editor told to run commands by its arguments: `vim -c '!rm x'`.
const editor = (use) => {
    const options = new Options(use.args, { letters: 'csSuTtUwW', names: 'cmd eval execute load' });
    const commands = [...options.values('c', 'cmd'), ...use.args.filter((arg) => arg.startsWith('+')).map((arg) => arg.slice(1))];
    for (const command of commands) {
        const text = /^:?\s*(?:silent!?\s+)?!(.+)$/su.exec(command)?.[1] ?? /\bsystem\(\s*["'](.+?)["']\s*\)/u.exec(command)?.[1];
        if (text !== undefined)
            use.follow.script(text, use.call, { own: true });
        else if (/^:?\s*(?:py|python|perl|ruby|lua|so|source|terminal|call)\b/u.test(command))
            use.draft.unknown('what the editor is told to run can not be read');
    }
    for (const text of options.values('eval', 'execute'))
        if (/shell-command|call-process|delete-(?:file|directory)/u.test(text))
            use.draft.unknown('what the editor is told to run can not be read');
    for (const path of options.operands.filter((one) => !one.startsWith('+')))
        use.draft.write(path);
    use.draft.access('execute', use.name, 'program');
};
const SECRET_NAME = /(?:SECRET|TOKEN|PASSWORD|PASSWD|API_?KEY|PRIVATE_KEY|ACCESS_KEY|CREDENTIAL)/iu;
const printenv = ({ args, draft }) => {
    draft.access('read', null, null);
    if (args.some((arg) => SECRET_NAME.test(arg)))
        draft.hazard('secret-read', 'it prints a variable that is called a secret');
};
const gpg = ({ args, draft }) => {
    const options = new Options(args, { letters: 'oru', names: 'output recipient local-user homedir passphrase-file keyring' });
    for (const path of options.values('o', 'output'))
        draft.write(path);
    for (const path of options.operands)
        draft.mention(path);
    if (options.names().some((name) => name.startsWith('export-secret')))
        danger(draft, 'secret-read');
    draft.access('read', null, null);
};
// `fd -x rm`: starts a command with what it finds.
const fd = ({ args, draft, call, follow }) => {
    const at = args.findIndex((arg) => /^(?:-x|-X|--exec|--exec-batch)$/u.test(arg));
    draft.access('read', null, null);
    if (at < 0)
        return;
    const command = args.slice(at + 1);
    const removes = /^(?:rm|unlink|shred|rmdir)$/u.test(command[0] ?? '');
    follow.start([...command, '\uFFFF'], { ...call, opened: [] }, { open: true, hazards: removes ? [...call.hazards, { id: 'bulk-delete', detail: 'which files it deletes is known only when it runs' }] : call.hazards });
};
const man = ({ args, draft }) => {
    draft.access('read', null, null);
    if (new Options(args, { letters: 'PpCRLmMSseE', names: 'pager preprocessor' }).value('P', 'pager') !== undefined)
        danger(draft, 'environment-code');
};
const readonly_names = (text, program) => Object.fromEntries(text.split(' ').map((name) => [name, program]));
/** Programs that read, by name. */
const readonly = {
    ...readonly_names('cat tac nl od hexdump hd strings fold fmt pr expand unexpand paste join comm cmp md5sum sha1sum sha256sum sha512sum sha224sum sha384sum b2sum cksum sum shasum md5 rev zcat bzcat xzcat zless bat batcat column csplit iconv colrm', readers({ letters: 'wNjAtdsfLtx', names: 'width' })),
    ...readonly_names('head tail', readers({ letters: 'nc', names: 'lines bytes pid sleep-interval' })), wc: readers({ names: 'files0-from' }), cut: readers({ letters: 'bcdf', names: 'bytes characters delimiter fields output-delimiter' }),
    xxd: readers({ letters: 'csglo' }), diff: readers({ letters: 'UCIFxXSWD', names: 'unified context exclude exclude-from label' }), colordiff: readers(), vimdiff: readers(), diff3: readers(), file: readers({ letters: 'fFm' }),
    jq: (use) => {
        const options = new Options(use.args, { letters: 'fL', names: 'arg argjson slurpfile rawfile from-file indent tab' });
        for (const path of options.value('f', 'from-file') === undefined ? options.operands.slice(1) : options.operands)
            use.draft.mention(path);
        use.draft.access('read', null, null);
    },
    yq: (use) => {
        const options = new Options(use.args, { letters: 'oPpI' });
        for (const path of options.operands)
            use.draft.mention(path);
        if (options.has('i', 'inplace', 'in-place'))
            for (const path of options.operands.slice(1))
                use.draft.write(path);
        use.draft.access('read', null, null);
    },
    printenv, gpg, gpg2: gpg, fd, fdfind: fd, man, sort, uniq, base64, base32: base64, date, openssl, less: pager, more: pager, most: pager,
    ...readonly_names('grep egrep fgrep zgrep rgrep ggrep pcregrep rg ag ack ugrep', grep),
    ...readonly_names('ls dir vdir exa eza lsd tree stat du df readlink realpath basename dirname namei lsof getfacl lsattr cloc tokei locate md5deep', looks),
    ...readonly_names('echo pwd whoami id uname hostname groups who w users uptime arch nproc tty locale sleep seq yes expr bc dc factor numfmt tr which whereis whatis info apropos help clear reset tput cal ps top htop free vmstat iostat mpstat sar pgrep pidof lsblk blkid lscpu lspci lsusb lsmod dmesg last lastlog getent getconf ifconfig netstat ss host dig nslookup ping ping6 traceroute tracepath mtr arp envsubst shellcheck xmllint jsonlint pathchk logname dircolors sum true false cowsay figlet fortune neofetch tsort shuf tldr', prints),
    ...readonly_names('vim vi nvim ex view emacs nano ed', editor),
};

;// CONCATENATED MODULE: ./lib/parse/shell/commands/shells.js




// Who prints it is said, so that another source is another finding.
function piped({ draft, call: { frame: { stdin } } }) {
    const from = (stdin?.from ?? []).filter((name) => /^[\w.+/-]{1,100}$/u.test(name));
    draft.hazard('pipe-to-shell', from.length === 0 ? 'a shell runs what comes from elsewhere, unread' : `a shell runs what \`${from.join(' | ')}\` prints, unread`);
}
/** Standard input, or the file of a process substitution, as a script. */
function runInput(use, text) {
    const { draft, call, follow } = use;
    if (text !== null && isKnown(text)) {
        draft.access('execute', use.name, 'program');
        follow.script(text, call, { own: true, line: call.frame.stdin?.text === text ? call.frame.stdin.line : undefined });
        return;
    }
    piped(use);
    draft.unknown('what the shell is given to run can not be read');
}
// `-c` may be bundled: `-lc`, `-euxc`; `-o pipefail` and `-O extglob` take a word.
const shell = (use) => {
    const { args, draft, call, follow } = use;
    let at = 0;
    let code = false;
    let reads = false;
    let input = false;
    for (; at < args.length; at += 1) {
        const arg = args[at];
        if (arg === '--' || arg === '-') {
            at += 1;
            break;
        }
        if (!/^[-+]/u.test(arg))
            break;
        if (arg.startsWith('--')) {
            if (arg === '--rcfile' || arg === '--init-file')
                draft.read(args[(at += 1)] ?? '');
            if (/^--(?:version|help)$/u.test(arg))
                return draft.access('read', null, null);
            continue;
        }
        if (arg.includes('n') && arg.startsWith('-'))
            reads = true;
        if (arg.includes('c') && arg.startsWith('-'))
            code = true;
        if (arg.includes('s') && arg.startsWith('-'))
            input = true;
        if (/[oO]$/u.test(arg))
            at += 1;
    }
    const rest = args.slice(at);
    if (reads)
        return readOnly(use, rest);
    if (code)
        return runCode(use, rest);
    const [file, ...positional] = rest;
    if (file === undefined || input) {
        if (call.open)
            return runInput(use, null);
        if (call.frame.stdin !== null && call.frame.stdin.from[0] !== '<')
            return runInput(use, call.frame.stdin.text);
        return draft.access('execute', use.name, 'program');
    }
    const fed = follow.fed(file);
    if (fed !== undefined)
        return runInput(use, fed.text);
    if (file === '/dev/stdin')
        return runInput(use, call.frame.stdin?.text ?? null);
    shells_runFile(use, file, positional);
};
function readOnly({ draft }, rest) {
    if (rest.length === 0)
        draft.access('read', null, null);
    for (const file of rest)
        draft.look(file.length > 200 ? 'script' : file);
}
function runCode(use, [text, , ...positional]) {
    const { draft, call, follow } = use;
    if (text === undefined) {
        if (call.open)
            runInput(use, null);
        else
            draft.access('read', null, null);
        return;
    }
    if (!isKnown(text) && call.frame.stdin === null && /^\uFFFF/u.test(text.trim()))
        return runInput(use, null);
    draft.dropped = call.opened.length === 0;
    if (!draft.dropped)
        draft.access('execute', use.name, 'program');
    follow.script(text, call, { own: true, positional: call.open || positional.some((one) => !isKnown(one)) ? null : positional });
}
function shells_runFile(use, file, args) {
    const { draft, call } = use;
    if (!isKnown(file))
        return draft.unknown(`which script \`${shown(file)}\` is, is known only when it runs`);
    draft.access('execute', file, 'file');
    followWritten(file, use);
    for (const arg of args)
        draft.mention(arg);
    if (/^\/dev\/fd\//u.test(file) && call.frame.stdin !== null)
        draft.unknown('what the shell is given to run can not be read');
}
const evaluate = ({ args, call, draft, follow }) => {
    if (args.length === 0)
        return draft.access('read', null, null);
    draft.dropped = call.opened.length === 0;
    if (args.some((arg) => !isKnown(arg)))
        call.frame.scope.opened = true;
    follow.script((args[0] === '--' ? args.slice(1) : args).join(' '), call);
};
const source = (use) => {
    const [file] = use.args[0] === '--' ? use.args.slice(1) : use.args;
    if (file === undefined)
        return use.draft.access('read', null, null);
    const fed = use.follow.fed(file);
    if (fed !== undefined)
        return runInput(use, fed.text);
    if (file === '/dev/stdin')
        return runInput(use, use.call.frame.stdin?.text ?? null);
    if (!isKnown(file) && !/[\w-]\/[\w./-]+$/u.test(file))
        return use.draft.unknown(`which script \`${shown(file)}\` is, is known only when it runs`);
    use.draft.access('execute', file, 'file');
    use.draft.mention(file);
    followWritten(file, use, false);
    use.call.frame.scope.opened = true;
};
const trap = ({ args, call, draft, follow }) => {
    const { operands } = new Options(args);
    draft.dropped = true;
    const [text] = operands;
    if (text === undefined || text === '' || text === '-' || operands.length < 2)
        return;
    follow.script(text, call, { own: true });
};
const alias = ({ args, call, draft }) => {
    draft.dropped = true;
    for (const arg of args) {
        const cut = arg.indexOf('=');
        if (cut > 0)
            call.frame.scope.aliases.set(arg.slice(0, cut), arg.slice(cut + 1));
    }
};
const powershell = ({ args, draft }) => {
    if (args.length === 0)
        return draft.access('execute', 'pwsh', 'program');
    draft.unknown('PowerShell and cmd are other languages than the one that is read here');
};
/** Shells by name. */
const shells = {
    ...Object.fromEntries(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh', 'rbash'].map((name) => [name, shell])),
    eval: evaluate, source, '.': source, trap: keepingFiles(trap), alias: keepingFiles(alias),
    fish: (use) => (use.args.some((arg) => arg.startsWith('-c')) || use.call.frame.stdin !== null ? use.draft.unknown('fish is another language than the one that is read here') : shells_runFile(use, use.args[0] ?? 'fish', use.args.slice(1))),
    pwsh: powershell, powershell, cmd: powershell,
};

;// CONCATENATED MODULE: ./lib/parse/shell/commands/starters.js





const XARGS = { letters: 'adEILnPsRSJ', names: 'arg-file delimiter eof-str max-lines max-args max-procs max-chars process-slot-var', first: true, own: 'replace' };
/** Source: what is listed in a script is short. */
const MAX_LISTED = 1000;
const xargs = (use) => {
    const { call, draft, follow } = use;
    const options = new Options(use.args, XARGS);
    const file = options.value('a', 'arg-file');
    if (file !== undefined)
        draft.read(file);
    const command = options.operands.length === 0 ? ['echo'] : options.operands;
    const text = file === undefined ? (call.frame.stdin?.text ?? null) : null;
    const given = text === null || !isKnown(text) ? null : text.split(options.has('0', 'null') ? /\0/u : options.value('d', 'delimiter') === '\\n' ? /\n/u : /\s+/u).filter((word) => word !== '').slice(0, MAX_LISTED);
    const mark = options.value('I') ?? options.value('J') ?? replaceOf(use.args);
    draft.dropped = true;
    const frame = { ...call.frame, stdin: null };
    const found = call.frame.stdin?.from.some((name) => /^(?:find|fd|fdfind|ls|locate|git)$/u.test(name)) === true;
    const hazards = found && /(?:^|\/)(?:rm|unlink|shred|rmdir)$/iu.test(command.find((word) => !/^-/u.test(word) && !['sudo', 'busybox', 'env'].includes(word)) ?? '') ? [...call.hazards, { id: 'bulk-delete', detail: 'which files it deletes is known only when it runs' }] : call.hazards;
    const code = startsCode(command);
    if (mark !== null && command.some((word) => word.includes(mark))) {
        const value = given?.length === 1 && !code ? given[0] : HOLE;
        follow.start(command.map((word) => word.replaceAll(mark, value)), call, { frame, hazards, open: false });
    }
    else if (mark === null && given !== null && !code && !/(?:^|\/)g?find$/iu.test(command[0] ?? ''))
        follow.start([...command, ...given], call, { frame, hazards, open: false });
    else
        follow.start(code ? command : [...command, HOLE], call, { frame, hazards, open: true });
};
// What comes by input is put after the arguments: for `sh -c` it is the code or `$0`, not a file.
function startsCode(command) {
    return /(?:^|\/)(?:ba|da|z|k|a)?sh$/iu.test(command[0] ?? '');
}
// `-i`, `-i{}`, `--replace`, `--replace=R`: `{}` when nothing is said.
function replaceOf(args) {
    for (const arg of args) {
        if (!arg.startsWith('-'))
            return null;
        const long = /^--repl\w*(?:=(.*))?$/u.exec(arg);
        if (long !== null)
            return long[1] === undefined || long[1] === '' ? '{}' : long[1];
        const short = /^-[0rtpx]*i(.*)$/u.exec(arg);
        if (short !== null)
            return short[1] === '' ? '{}' : short[1];
    }
    return null;
}
const PARALLEL = {
    letters: 'aCdEIjLlMNnPSs', first: true,
    names: 'arg-file arg-sep colsep delimiter env jobs joblog load max-args max-procs max-replace-args memfree nice recstart recend results retries sshlogin sshloginfile slf basefile tagstring timeout tmpdir transferfile workdir wd block header delay halt process-slot-var profile rpl tempdir transfer',
};
const parallel = (use) => {
    const { call, draft, follow } = use;
    const options = new Options(use.args, PARALLEL);
    const cut = options.operands.findIndex((word) => /^:::\+?$|^::::\+?$/u.test(word));
    const command = cut < 0 ? options.operands : options.operands.slice(0, cut);
    const listed = cut < 0 || options.operands[cut]?.startsWith('::::') === true ? null : options.operands.slice(cut + 1).filter((word) => !/^:::\+?$/u.test(word)).slice(0, MAX_LISTED);
    draft.dropped = true;
    const away = options.value('S', 'sshlogin', 'sshloginfile', 'slf') !== undefined;
    const frame = { ...call.frame, stdin: null, away: call.frame.away || away };
    const values = listed ?? (startsCode(command) ? null : knownLines(call.frame.stdin?.text ?? null)) ?? [HOLE];
    if (listed === null && command.length === 0) {
        draft.dropped = false;
        draft.hazard('pipe-to-shell', 'a shell runs what comes from elsewhere, unread');
        draft.unknown('what `parallel` is given to run can not be read');
        return;
    }
    for (const value of values)
        follow.script(textOf(command, value), { ...call, frame, open: value === HOLE }, { own: true });
};
function knownLines(text) {
    return text === null || !isKnown(text) ? null : text.split('\n').filter((line) => line !== '').slice(0, MAX_LISTED);
}
// It hands one line to a shell, with the value quoted, unless there is no command but the value.
function textOf(command, value) {
    if (command.length === 0)
        return value;
    const marked = command.some((word) => /\{[\d./#%+-]*\}/u.test(word));
    const quoted = starters_quote(value);
    const words = command.map((word) => {
        const [before, ...after] = word.split(/\{[\d./#%+-]*\}/u);
        return after.length === 0 ? starters_quote(word) : [starters_quote(before), ...after.map(starters_quote)].join(quoted);
    });
    return [...words, ...(marked ? [] : [quoted])].join(' ');
}
function starters_quote(text) {
    return /^[\w@%+=:,./-]+$/u.test(text) || text === '' ? text : (0,quote/* quotedWord */.l)(text);
}
const FIND_VALUES = new Set('name iname path ipath wholename iwholename regex iregex lname ilname type xtype size mtime atime ctime mmin amin cmin newer anewer cnewer newermt newerat newerct perm user group uid gid inum links maxdepth mindepth fstype samefile used printf regextype context files0-from D'.split(' '));
const FIND_EXECS = new Set(['-exec', '-execdir', '-ok', '-okdir']);
const find = (use) => {
    const { args, draft, call } = use;
    const starts = startsOf(args);
    for (const start of starts)
        draft.look(start);
    const names = [];
    let deletes = false;
    for (let at = 0; at < args.length; at += 1) {
        const arg = args[at];
        if (FIND_EXECS.has(arg)) {
            const end = args.findIndex((word, index) => index > at && (word === ';' || word === '\\;' || (word === '+' && args[index - 1] === '{}')));
            startFound(use, args.slice(at + 1, end < 0 ? undefined : end), { starts, names });
            at = end < 0 ? args.length : end;
        }
        else if (arg === '-delete')
            deletes = true;
        else if (/^-(?:fprint0?|fls)$/u.test(arg))
            draft.write(args[(at += 1)] ?? '');
        else if (arg === '-fprintf') {
            draft.write(args[at + 1] ?? '');
            at += 2;
        }
        else if (FIND_VALUES.has(arg.slice(1)) && arg.startsWith('-')) {
            at += 1;
            if (/^-i?name$/u.test(arg))
                names.push(args[at] ?? '');
        }
    }
    if (!deletes)
        return;
    for (const start of starts)
        removeBelow(use, start);
    if (call.open || starts.some((start) => !isLiteralScratch(start, draft.folder)))
        danger(draft, 'bulk-delete');
};
function startsOf(args) {
    let at = 0;
    while (at < args.length && /^-(?:[HLPEXxsd]+|O\d|D|f)$/u.test(args[at]))
        at += args[at] === '-D' ? 2 : 1;
    const end = args.findIndex((arg, index) => index >= at && (/^[-(!]/u.test(arg) || arg === '\\('));
    const starts = args.slice(at, end < 0 ? undefined : end);
    const unsure = at > 0 && args[at - 1] === '-f' ? ['.'] : [];
    return starts.length === 0 ? ['.'] : [...starts, ...unsure];
}
function isLiteralScratch(start, folder) {
    return isKnown(start) && !start.includes(TEMP) && !/[*?[]|\.\./u.test(start) && placeOf(settle(folder, start)) === 'scratch' && !/^\/(?:tmp|var\/tmp)\/?$/u.test(start);
}
function removeBelow({ draft }, start) {
    const settled = settle(draft.folder, start);
    const place = placeOf(settled);
    if (place === 'root' || place === 'home' || place === 'system' || place === 'outside')
        draft.remove(start, true);
    else
        draft.access(place === 'scratch' ? 'write' : 'destroy', settled, 'file');
}
function startFound(use, command, { starts, names }) {
    const { call, follow, draft } = use;
    const removes = /(?:^|\/)(?:rm|unlink|shred|rmdir)$/iu.test(command.find((word) => !/^-/u.test(word) && !['sudo', 'busybox', 'env', 'command'].includes(word)) ?? '');
    // `find . -name node_modules -exec rm -rf {} +` says exactly what goes.
    const named = names.length > 0 && names.every((name) => !/[*?[]/u.test(name) && placeOf(name) === 'scratch');
    const scratch = named || (starts.every((start) => isLiteralScratch(start, draft.folder)) && !names.includes(''));
    const hazards = removes && !scratch ? [...call.hazards, { id: 'bulk-delete', detail: 'which files it deletes is known only when it runs' }] : call.hazards;
    // Of files that are asked for by name, the name is known: `find . -name .env -exec cat {} +`.
    const found = names.length > 0 ? names : starts.map((start) => `${start}/${HOLE}`);
    for (const name of found)
        follow.start(command.map((word) => word.replaceAll('{}', name)), { ...call, opened: [] }, { hazards, open: !named });
}
/** Starters by name. */
const starters = { xargs, gxargs: xargs, parallel, find, gfind: find };

;// CONCATENATED MODULE: ./lib/parse/shell/commands/system.js



const system_names = (text, program) => Object.fromEntries(text.split(' ').map((name) => [name, program]));
// `npm exec -c 'script'`, `npm exec -- prisma migrate reset`, and a shell of its own for all scripts.
function packageRunner(rows) {
    return (use) => {
        rows(use);
        const options = new Options(use.args, { letters: 'cpw', names: 'call package workspace', first: false });
        const [verb = '', ...rest] = options.operands;
        if (!/^(?:exec|x|dlx)$/u.test(verb)) {
            if (verb === 'config' && /^(?:script-shell|shell|node-options|prefix-code)$/u.test((rest[1] ?? '').split('=')[0]) && rest[0] === 'set')
                danger(use.draft, 'environment-code');
            if (verb === 'set-script' || (verb === 'pkg' && rest[0] === 'set' && rest.some((word) => /^scripts[.[]/u.test(word))))
                danger(use.draft, 'runs-later');
            // `yarn prisma migrate reset`: what is no command of theirs is a program of the project.
            if (/^(?:yarn|pnpm|bun)$/u.test(use.name) && rest.length > 0)
                use.follow.perhaps(use.args.slice(use.args.indexOf(verb)), use.call);
            return;
        }
        const script = options.value('c', 'call');
        if (script !== undefined)
            use.follow.script(script, use.call, { own: true });
        const at = use.args.findIndex((arg) => arg === rest[0]);
        if (rest.length > 0)
            use.follow.start([rest[0].replace(/(?<=.)@.*$/u, ''), ...use.args.slice(at + 1).filter((arg, index) => index > 0 || arg !== '--')], use.call);
    };
}
// `tmux new -d 'rm -rf x'`, `screen -dm rm -rf x`: the last words, or the last one as a script.
function terminal(rows) {
    return (use) => {
        rows(use);
        for (const arg of use.args)
            if (/\s/u.test(arg))
                use.follow.perhaps(arg, use.call);
        const at = use.args.findIndex((arg) => /^-\w*m$/u.test(arg));
        if (at >= 0 && use.args.length > at + 1)
            use.follow.perhaps(use.args.slice(at + 1), use.call);
    };
}
// `bundle exec rake db:reset`, `poetry run python x.py`: what comes after the word is a command.
function starting(word, rows) {
    return (use) => {
        rows(use);
        const [verb = '', ...rest] = new Options(use.args, { letters: 'npC', names: 'name prefix project directory with extra group package python env', first: true }).operands;
        const command = new Options(rest, { letters: 'npC', names: 'name prefix project directory with extra group package python env', first: true }).operands;
        if (word.test(verb) && command.length > 0)
            use.follow.start(command, use.call);
    };
}
const system_packages = {
    ...system_names('apt apt-get aptitude', table({ letters: 'otc', names: 'option target-release' }, `
+s,simulate,dry-run,just-print : read
remove|purge|autoremove|autopurge : destroy #system-write @package
list|search|show|policy|depends|rdepends|changelog|download : read
update|clean|autoclean|check : write
install|reinstall|upgrade|full-upgrade|dist-upgrade|build-dep|source|satisfy : write @package
edit-sources|add-repository : control #system-write`)),
    ...system_names('apt-cache apt-mark dpkg-query apt-file apt-key', table({}, `
search|show|policy|depends|rdepends|showpkg|stats|list|showmanual|showauto|showhold|pkgnames|madison : read
auto|manual|hold|unhold : control @package
add : control #system-write
* : read`)),
    dpkg: table({}, `
+r,P,remove,purge : destroy #system-write @package
+i,install,unpack,configure : write @package
 : read`),
    ...system_names('yum dnf microdnf tdnf', table({ letters: 'cdex', names: 'installroot enablerepo disablerepo repo setopt' }, `
remove|erase|autoremove : destroy #system-write @package
list|search|info|provides|repolist|check-update|history|repoquery|deplist : read
install|update|upgrade|reinstall|localinstall|groupinstall|makecache|clean|builddep|module|group|config-manager|downgrade|distro-sync : write @package`)),
    zypper: table({}, `
remove|rm : destroy #system-write @package
search|se|info|list-updates|lu|repos|lr : read
install|in|update|up|refresh|ref|dup|patch|clean : write @package`),
    pacman: table({}, `
+R : destroy #system-write @package
+Q : read
+S,U : write @package`),
    apk: table({ letters: 'tXp', names: 'virtual repository root' }, `
del : destroy @package
info|search|list|policy|version|stats : read
add|update|upgrade|fix|fetch|cache : write @package`),
    rpm: table({}, `
+e,erase : destroy #system-write @package
+q,query,V,verify : read
+i,U,F,install,upgrade,import : write @package`),
    snap: table({}, `
remove : destroy @package
list|find|info|version : read
install|refresh : write @package`),
    flatpak: table({}, 'uninstall|remove : destroy @package\nlist|search|info : read\ninstall|update : write @package'),
    brew: table({}, `
uninstall|remove|rm|autoremove : destroy @package
list|ls|search|info|deps|doctor|config|outdated|home|leaves|uses|desc|--version|--prefix : read
install|reinstall|upgrade|update|tap|link|cleanup|bundle|pin|unlink : write @package
services : control`),
    ...system_names('npm pnpm yarn bun corepack', packageRunner(table({ letters: 'Cwcw', names: 'prefix workspace filter registry tag loglevel cache dir otp access script-shell node-options' }, `
+dry-run : read
+script-shell : execute #environment-code
publish : write #publish
unpublish : destroy #publish
deprecate|owner|access|dist-tag|star|team|org|hook|profile : control #publish
token|login|adduser|logout : control
ls|list|ll|la|view|info|show|v|outdated|search|help|root|prefix|bin|audit|explain|why|fund|doctor|ping|whoami|docs|repo|bugs|licenses|query|diff|config get|config list|-v : read
cache clean|cache rm|store prune|cache verify : write
config|set|c : control
run|run-script|exec|x|dlx|start|test|t|restart|stop|create|init|rebuild|pack|version : execute @script
install|i|ci|add|update|up|upgrade|uninstall|remove|rm|un|unlink|link|prune|dedupe|import|install-test|it|ln|dedup|patch|approve-builds|enable|prepare|use : write @package
 : execute`))),
    ...system_names('pip pip2 pip3 pipx uv poetry pipenv pdm conda mamba hatch rye', starting(/^run$/u, table({ letters: 'rcetif', names: 'requirement constraint editable target index-url extra-index-url find-links python python-version' }, `
publish : write #publish
uninstall|remove|env remove : write @package
list|show|freeze|check|search|inspect|index|config|debug|help|tree|info|env list|export|lock|version|hash : read
run|tool|x|python|shell : execute
install|download|wheel|add|sync|update|upgrade|ensurepath|inject|create|init|cache|venv|pip|activate|build|compile|self|clean : write @package`))),
    cargo: table({ letters: 'pjZF', names: 'package manifest-path target target-dir features bin example profile jobs color message-format config' }, `
+dry-run : read
publish|yank : write #publish
owner|login|logout : control #publish
tree|metadata|search|locate-project|pkgid|verify-project|version|help|read-manifest|info|report : read
install|uninstall|add|remove|update|fetch|vendor|generate-lockfile|init|new|fix|fmt|package : write
clean : write
build|b|check|c|test|t|run|r|bench|clippy|doc|d|nextest|miri|rustc|rustdoc|expand|watch|deny|audit|machete|llvm-cov : execute`),
    ...system_names('gem bundle bundler', starting(/^(?:exec|execute)$/u, table({ letters: 'vin', names: 'version' }, `
push : write #publish
yank|owner : control #publish
list|search|info|which|environment|outdated|show|check|contents|dependency|help|sources|specification|platform : read
exec|console : execute
uninstall|install|update|add|clean|cleanup|lock|config|init|package|cache|pristine|fetch|remove|binstubs|viz|doctor : write @package`))),
    composer: table({ letters: 'd' }, 'show|search|info|outdated|licenses|validate|why|status|diagnose|audit : read\nrun-script|run|exec : execute\n* : write'),
    go: table({ letters: 'Co', names: 'C o', single: true }, `
version|env|list|doc|vet|help|tool : read
run|test|generate|build : execute
clean : write
install|get|mod|work|fmt|fix|telemetry : write`),
    ...system_names('mvn gradle gradlew mvnw ant sbt', table({ letters: 'fPplTb' }, 'deploy|publish|release:perform|deploy:deploy|publishtomavencentral : write #publish\nclean : write\n* : execute\n : execute')),
    twine: table({}, 'upload : write #publish\ncheck : read'), 'semantic-release': table({}, '+d,dry-run : read\n : write #publish'), lerna: table({}, 'publish : write #publish\nls|list|changed : read\n* : execute'), vsce: table({}, 'publish|unpublish : write #publish\n* : write'), ovsx: table({}, 'publish : write #publish\n* : read'), changeset: table({}, 'publish : write #publish\n* : write'), goreleaser: table({}, '+snapshot,skip-publish : execute\nrelease : write #publish\n* : execute'),
};
const kill = ({ args, draft }) => {
    if (args.includes('-l') || args.includes('-L'))
        return draft.access('read', null, null);
    const pids = args.filter((arg, index) => (/^(?:-?\d+|%\w*)$/u.test(arg) && (index > 0 || !arg.startsWith('-'))) || !arg.startsWith('-'));
    for (const pid of pids)
        draft.access('control', pid, 'process');
    if (args.some((arg, index) => arg === '-1' && (index > 0 || args.length === 1)) || pids.includes('1'))
        danger(draft, 'process-kill');
    draft.access('control', 'process', 'process');
};
const processes = {
    kill, pkill: table({ letters: 'guUPst', names: 'signal group parent session terminal uid' }, '+u,U,euid,uid : control #process-kill @process\n : control @process'), killall: table({ letters: 'suyo', names: 'signal user' }, '+u,user : control #process-kill @process\n : control @process'),
    killall5: table({}, ' : control #process-kill'), renice: table({}, ' : control'), skill: table({}, ' : control @process'), fuser: table({}, '+k,kill : control #process-kill @file\n : read'),
    ...system_names('reboot shutdown halt poweroff telinit', table({}, '+c : control\n : control #machine-stop')), init: table({}, '0|6|1|s : control #machine-stop\n : control'),
    systemctl: table({ letters: 'tHMpn', names: 'type host machine property lines state root' }, `
status|show|list-units|list-unit-files|list-timers|list-sockets|is-active|is-enabled|is-failed|cat|get-default|list-dependencies|help|list-jobs : read
poweroff|reboot|halt|kexec|rescue|emergency|suspend|hibernate|isolate : control #machine-stop
stop|disable|mask|kill : control #service-stop @service
enable|link|preset|set-default|edit|set-environment|import-environment : control #runs-later @service
start|restart|reload|try-restart|reload-or-restart|daemon-reload|unmask|reset-failed : control @service
 : read`),
    service: table({}, '* status : read\n* stop : control #service-stop\n+status-all : read\n* : control'),
    ...system_names('initctl rc-service rc-update chkconfig update-rc.d launchctl supervisorctl', table({}, 'status|list|print : read\nremove|stop|unload|bootout|disable|delete : control #service-stop\n* : control #runs-later')),
    journalctl: table({ letters: 'unpSUo' }, '+vacuum-size,vacuum-time,vacuum-files,rotate : destroy #data-destroy\n : read'),
    crontab: ({ args, draft }) => {
        const options = new Options(args, { letters: 'u' });
        draft.access(options.has('l') ? 'read' : 'write', 'crontab', 'schedule');
        if (options.has('r'))
            danger(draft, 'data-destroy');
        else if (!options.has('l'))
            danger(draft, 'runs-later');
    },
    at: ({ args, draft, call, follow }) => {
        if (new Options(args, { letters: 'fqt' }).has('l'))
            return draft.access('read', null, null);
        draft.access('execute', 'at', 'schedule');
        danger(draft, 'runs-later');
        if (call.frame.stdin?.text)
            follow.script(call.frame.stdin.text, call, { own: true });
    },
    batch: table({}, ' : execute #runs-later'), atq: table({}, ' : read'), atrm: table({}, ' : control'),
    'systemd-run': ({ args, call, draft, follow }) => {
        const { operands } = new Options(args, { letters: 'pMHE', names: 'unit property setenv uid gid on-calendar on-active on-boot description slice', first: true });
        if (args.some((arg) => arg.startsWith('--on-')))
            danger(draft, 'runs-later');
        draft.access('execute', 'systemd-run', 'program');
        if (operands.length > 0)
            follow.start(operands, call);
    },
    screen: terminal(table({ letters: 'SXcdrst' }, '+ls,list : read\n : execute')), tmux: terminal(table({ letters: 'tsLf' }, 'ls|list-sessions|display-message|capture-pane : read\nkill-server : control #process-kill\n : execute')),
};
const users = {
    ...system_names('useradd adduser usermod groupadd addgroup groupmod gpasswd passwd chpasswd chage chsh chfn newusers vipw vigr visudo dseditgroup dscl pwconv pwunconv grpconv', table({ letters: 'cdegGkKlpsuRM' }, '+S,status,c,check : read\n : grant #account-change @account')),
    ...system_names('userdel deluser groupdel delgroup', table({}, ' : destroy #account-change @account')),
    setenforce: table({}, ' : control #account-change'), chcon: table({}, ' : grant @file'), setcap: table({}, ' : grant #account-change'), 'ssh-copy-id': table({ letters: 'ipo' }, ' : grant #account-change @host'), 'ssh-keygen': table({ letters: 'bCfIkmNnOPrstVwYz' }, '+R : write\n+l,y,F,B : read\n : write'), newgrp: table({}, ' : control'), authselect: table({}, ' : control #account-change'), 'pam-auth-update': table({}, ' : control #account-change'),
};
// The device is the last operand, mostly; a file in the work tree may be one, too.
const onDevice = (shape, read = []) => ({ args, draft }) => {
    const options = new Options(args, { letters: shape });
    if (read.length > 0 && options.has(...read))
        return draft.access('read', null, null);
    for (const path of options.operands)
        draft.write(path);
    if (options.operands.some((path) => path.startsWith(HOLE)))
        draft.hazard('disk-write', 'where it writes to is known only when it runs');
    if (options.operands.length === 0)
        draft.access('read', null, null);
};
const disks = {
    ...system_names('mkfs mkfs.ext2 mkfs.ext3 mkfs.ext4 mkfs.xfs mkfs.btrfs mkfs.vfat mkfs.fat mkfs.ntfs mkfs.exfat mkfs.f2fs mke2fs mkdosfs mkntfs mkswap newfs mkfs.minix mkfs.cramfs mkfs.msdos', onDevice('LtUTbIiJNOmMrdfnsSFCE')),
    ...system_names('fdisk sfdisk cfdisk gdisk sgdisk', onDevice('bCHStuLpwWoNnztcP', ['l', 'list', 'd', 'dump'])), parted: ({ args, draft }) => {
        const options = new Options(args, { letters: 'a' });
        if (options.has('l', 'list') || options.operands[1] === 'print')
            return draft.access('read', null, null);
        draft.write(options.operands[0] ?? '');
    },
    wipefs: onDevice('top', ['n', 'no-act']), blkdiscard: onDevice('olp'), hdparm: onDevice('', ['I', 'i', 't', 'T', 'g']), badblocks: onDevice('bcdeot'), tune2fs: onDevice('ceEgiIJLmMoOrTuUQ', ['l']), resize2fs: onDevice(''), xfs_growfs: onDevice(''), e2fsck: onDevice('', ['n']), fsck: onDevice('t', ['n', 'N']), swapoff: table({}, ' : control'), swapon: table({}, '+s,show : read\n : control'), losetup: table({}, '+l,list,a : read\n : control'), partprobe: table({}, ' : control'), dmsetup: table({}, 'ls|info|status|table : read\nremove|remove_all|wipe_table : destroy #disk-write\n* : control #disk-write'),
    ...system_names('lvremove vgremove pvremove lvreduce', table({ letters: 'Ll' }, '+t,test : read\n : destroy #disk-write @volume')), ...system_names('lvcreate vgcreate pvcreate lvextend vgextend lvresize vgreduce pvresize', table({ letters: 'Lln' }, ' : write #disk-write @volume')), ...system_names('lvs vgs pvs lvdisplay vgdisplay pvdisplay lvscan', table({}, ' : read')),
    mdadm: table({ letters: 'lnadD' }, '+D,detail,E,examine,Q,query : read\n+zero-superblock,S,stop,f,fail,r,remove,C,create : destroy #disk-write\n : control'),
    ...system_names('zpool zfs', table({ letters: 'otrspmR' }, '+n : read\nlist|status|get|iostat|history|diff : read\ndestroy|labelclear|rollback|detach|offline|remove : destroy #disk-write @volume\n* : write @volume')),
    btrfs: table({}, 'subvolume delete|device remove|device delete : destroy #disk-write @volume\nfilesystem|subvolume list|subvolume show|device stats|scrub : read\n* : write'),
    cryptsetup: table({ letters: 'cdhls' }, 'luksdump|isluks|status|luksuuid : read\nluksformat|erase|lukserase|reencrypt|lukskillslot|luksremovekey : destroy #disk-write @volume\n* : control'),
    mount: table({ letters: 'otLUT' }, '+l : read\n* : control\n : read'), umount: table({ letters: 'tO' }, ' : control @file'), eject: table({}, ' : control'), diskutil: table({}, 'list|info : read\nerasedisk|erasevolume|partitiondisk|reformat|secureerase|apfs deletecontainer|apfs deletevolume|zerodisk|randomdisk : destroy #disk-write\n* : control'), format: table({}, ' : destroy #disk-write'), nvme: table({}, 'list|smart-log|id-ctrl : read\nformat|sanitize|delete-ns : destroy #disk-write\n* : control'), flashrom: table({}, ' : write #disk-write'), efibootmgr: table({}, '+v : read\n+b,B,c,o : control #system-write\n : read'), 'grub-install': table({}, ' : write #disk-write'), 'update-grub': table({}, ' : write #system-write'),
    sysctl: table({ letters: 'pnf' }, '+w,p,load,system : control #system-write\n* : read\n : read'), ...system_names('modprobe insmod rmmod depmod', table({}, '+n,dry-run,show-depends : read\n : control #system-write')), kexec: table({}, ' : control #machine-stop'), hostnamectl: table({}, 'set-hostname : control #system-write\n : read'), timedatectl: table({}, 'set-time|set-timezone|set-ntp : control #system-write\n : read'), hwclock: table({}, '+w,s,set,systohc,hctosys : control #system-write\n : read'), quotaoff: table({}, ' : control'), ldconfig: table({}, '+p : read\n : write'), 'update-alternatives': table({}, '+display,list,query,get-selections : read\n : control'), alternatives: table({}, ' : control'),
};
/** The machine's programs, by name. */
const system = { ...system_packages, ...processes, ...users, ...disks };

;// CONCATENATED MODULE: ./lib/parse/shell/commands/wrappers.js



const ELEVATED = { id: 'elevated', detail: 'it runs with the rights of somebody else' };
const FIRST = { first: true };
/** What each wrapper's own options are. `skip`: operands before the command. */
const PLAIN = {
    sudo: { letters: 'CDghpRrTtUu', names: 'user group host chdir chroot prompt role type command-timeout other-user close-from', elevated: true },
    doas: { letters: 'Cu', elevated: true },
    gosu: { skip: 1, elevated: true }, 'su-exec': { skip: 1, elevated: true },
    runuser: { letters: 'ugG', names: 'user group supp-group', elevated: true },
    pkexec: { names: 'user', elevated: true },
    timeout: { letters: 'ks', names: 'kill-after signal', skip: 1 }, gtimeout: { letters: 'ks', names: 'kill-after signal', skip: 1 },
    nohup: {}, setsid: {}, command: {}, builtin: {}, time: { letters: 'fo', names: 'format output' }, unbuffer: {},
    nice: { letters: 'n', names: 'adjustment' }, ionice: { letters: 'cnpPu', names: 'class classdata pid' }, chrt: { letters: 'TPD', skip: 1 }, taskset: { skip: 1 },
    stdbuf: { letters: 'ioe', names: 'input output error' },
    strace: { letters: 'abeEIopPsSuUX', names: 'output trace' }, ltrace: { letters: 'aAeFlnopsuwx' },
    setpriv: { names: 'reuid regid groups inh-caps ambient-caps bounding-set securebits pdeathsig selinux-label apparmor-profile' },
    unshare: { letters: 'RSGw', names: 'setuid setgid root wd' }, nsenter: { letters: 'tSGrwW', names: 'target setuid setgid root wd' },
    chroot: { names: 'groups userspec', skip: 1, elevated: true },
    flock: { letters: 'wE', names: 'timeout conflict-exit-code', skip: 1 },
    dotenv: { letters: 'efc' }, 'dbus-run-session': {}, 'xvfb-run': { letters: 'efnpsw' }, caffeinate: { letters: 'tw' }, 'with-contenv': {}, tini: { letters: 'eps' }, dumbinit: {}, catchsegv: {},
};
function plain(name) {
    const { skip = 0, elevated = false, ...shape } = PLAIN[name];
    return (use) => {
        const { operands, options } = split(use.args, { ...shape, ...FIRST });
        const inner = operands.slice(skip);
        // `command -v x` only says where it is.
        if (name === 'command' && options.has('v', 'V') && operands.length === 1)
            return use.draft.access('read', null, null);
        if (name === 'nsenter' && (options.value('t', 'target') === '1' || options.has('a', 'all')))
            return use.follow.start(inner.length === 0 ? ['sh'] : inner, use.call, { hazards: [...use.call.hazards, { id: 'container-escape', detail: 'it runs in the machine itself, outside of the container' }] });
        if (name === 'chroot')
            use.draft.access('execute', operands[0] ?? null, 'file');
        if (name === 'sudo' || name === 'doas')
            return elevate(use, options, inner);
        if (name === 'runuser' || name === 'flock')
            return orScript(use, inner, elevated);
        if (name === 'time' || name === 'strace')
            for (const file of options.values('o', 'output'))
                use.draft.write(file);
        pass(use, inner, elevated);
    };
}
// `sudo` alone asks nothing; `-e` edits, `-i` and `-s` start a shell.
function elevate(use, options, inner) {
    if (options.has('e', 'edit')) {
        for (const file of inner)
            use.draft.write(file);
        return;
    }
    const assigned = inner.findIndex((word) => !/^[A-Za-z_]\w*=/u.test(word));
    const command = assigned < 0 ? [] : inner.slice(assigned);
    if (command.length === 0) {
        use.draft.access(options.has('i', 's', 'login', 'shell') ? 'execute' : 'read', use.name, 'program');
        use.draft.hazard(ELEVATED.id, ELEVATED.detail);
        if (use.call.frame.stdin !== null && options.has('i', 's'))
            shellInput(use);
        return;
    }
    use.draft.dropped = true;
    use.follow.start(command, use.call, { hazards: [...use.call.hazards, ELEVATED], assigned: new Map([...use.call.assigned, ...assignmentsOf(inner.slice(0, assigned))]) });
}
function shellInput({ follow, call }) {
    follow.start(['sh'], call, { hazards: [...call.hazards, ELEVATED] });
}
function assignmentsOf(words) {
    return words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]);
}
// `su x -c 'script'`, `flock file -c 'script'`.
function orScript(use, inner, elevated) {
    const at = use.args.findIndex((arg) => arg === '-c' || arg === '--command');
    if (at < 0)
        return pass(use, inner, elevated);
    use.draft.dropped = true;
    use.follow.script(use.args[at + 1] ?? '', { ...use.call, hazards: [...use.call.hazards, ...(elevated ? [ELEVATED] : [])] }, { own: true });
}
function split(args, shape) {
    const options = new Options(args, shape);
    return { operands: options.operands, options };
}
/** Goes on with what a wrapper starts; the wrapper itself is no operation then. */
function pass(use, inner, elevated) {
    if (inner.length === 0) {
        use.draft.access('read', null, null);
        return;
    }
    use.draft.dropped = true;
    use.follow.start(inner, use.call, { hazards: elevated ? [...use.call.hazards, ELEVATED] : use.call.hazards });
}
const su = (use) => {
    const options = new Options(use.args, { letters: 'cgGsw', names: 'command group supp-group shell whitelist-environment session-command' });
    const script = options.value('c', 'command', 'session-command');
    if (script === undefined) {
        use.draft.access('execute', options.operands.find((word) => word !== '-') ?? 'root', 'role');
        use.draft.hazard(ELEVATED.id, ELEVATED.detail);
        return;
    }
    use.draft.dropped = true;
    use.follow.script(script, { ...use.call, hazards: [...use.call.hazards, ELEVATED] }, { own: true });
};
const env = (use) => {
    const options = new Options(use.args, { letters: 'uCPS', names: 'unset chdir split-string', ...FIRST });
    const text = options.value('S', 'split-string');
    const words = [...(text === undefined ? [] : text.trim().split(/\s+/u)), ...options.operands];
    const at = words.findIndex((word) => word !== '-' && !/^[^=\s/-][^=]*=/u.test(word));
    if (at < 0) {
        use.draft.access('read', null, null);
        return;
    }
    use.draft.dropped = true;
    const folder = options.value('C', 'chdir');
    const frame = folder === undefined ? use.call.frame : { ...use.call.frame, scope: use.call.frame.scope.fork() };
    if (folder !== undefined)
        frame.scope.folder = folder.startsWith('/') || folder.startsWith(HOLE) ? folder : `${frame.scope.folder}/${folder}`;
    use.follow.start(words.slice(at), use.call, { frame, assigned: new Map([...use.call.assigned, ...assignmentsOf(words.slice(0, at).filter((word) => word !== '-'))]) });
};
const exec = (use) => pass(use, new Options(use.args, { letters: 'a', ...FIRST }).operands, false);
const coreutils = (use) => pass(use, use.args, false);
const script = (use) => {
    const options = new Options(use.args, { letters: 'cEoOTI', names: 'command echo output-limit log-out log-timing', ...FIRST });
    const text = options.value('c', 'command');
    for (const file of options.operands.slice(0, 1))
        use.draft.write(file);
    if (text !== undefined)
        use.follow.script(text, use.call, { own: true });
    else
        use.draft.access('execute', 'sh', 'program');
};
const watch = (use) => {
    const options = new Options(use.args, { letters: 'nqs', names: 'interval equexit', ...FIRST });
    if (options.has('x', 'exec') || options.operands.length === 0)
        return pass(use, options.operands, false);
    use.draft.dropped = true;
    // It joins its arguments; whoever quotes them means them to stay apart.
    if (options.operands.some((word) => /\s/u.test(word)) && options.operands.length > 1)
        use.follow.start(options.operands, use.call);
    else
        use.follow.script(options.operands.join(' '), use.call, { own: true });
};
const ssh = (use) => {
    const options = new Options(use.args, { letters: 'BbcDEeFIiJLlmOopQRSWw', ...FIRST });
    const [host, ...command] = options.operands;
    use.draft.access('execute', host ?? null, host === undefined ? null : 'host');
    for (const file of options.values('i'))
        use.draft.look(file);
    for (const option of options.values('o'))
        if (/^(?:ProxyCommand|LocalCommand|PermitLocalCommand|KnownHostsCommand)\s*[= ]/iu.test(option))
            danger(use.draft, 'environment-code');
    if (command.length > 0)
        use.follow.script(command.join(' '), use.call, { own: true, away: true });
    else if (use.call.frame.stdin?.text !== null && use.call.frame.stdin !== null)
        use.follow.script(use.call.frame.stdin.text, use.call, { own: true, away: true });
    else if (use.call.frame.stdin !== null)
        use.draft.unknown('what the other machine is told to run can not be read');
};
/** Wrappers by name. */
const wrappers = {
    ...Object.fromEntries(Object.keys(PLAIN).map((name) => [name, plain(name)])),
    su, env, exec, watch, script, ssh, busybox: coreutils, toybox: coreutils, coreutils, sshpass: (use) => pass(use, new Options(use.args, { letters: 'pfd', ...FIRST }).operands, false),
};

;// CONCATENATED MODULE: ./lib/parse/shell/commands/registry.js














const KNOWN = new Map(Object.entries({
    ...builders, ...readonly, ...files, ...archives, ...system, ...network, ...databases, ...clouds, ...interpreters, ...starters, ...wrappers, ...shells, ...builtins, git: git, yadm: git,
    bun: (use) => (/^(?:-e|-p|--eval|--print)/u.test(use.args[0] ?? '') ? javascript(use) : system['npm']?.(use)),
    deno: (use) => (use.args[0] === 'eval' ? javascript({ ...use, args: ['-e', ...use.args.slice(1).filter((arg) => !arg.startsWith('-'))] }) : builders['deno']?.(use)),
}));
// Hits `python3.11`, `mkfs.ext4`, `pip3`; the part before the version is the name.
const VERSIONED = /^([a-z][a-z-]*?)-?\d+(?:\.\d+)*$/u;
/** What is known of programs. */
const programs = {
    get(name) {
        const known = KNOWN.get(name);
        if (known !== undefined)
            return known;
        if (name.startsWith('mkfs.'))
            return KNOWN.get('mkfs');
        const base = VERSIONED.exec(name)?.[1];
        return base === undefined ? undefined : KNOWN.get(base);
    },
};

;// CONCATENATED MODULE: ./lib/parse/shell/templates.js
// SPDX-License-Identifier: Apache-2.0
//
// `${{ … }}` in the script of a workflow: GitHub puts the value into the text before any shell reads it, quotes or not. So it is a hole, and where
// people from outside write the value, they write the script. Refuses to trust quotes around it.
// @see https://docs.github.com/en/actions/reference/security/secure-use#good-practices-for-mitigating-script-injection-attacks


/** Source: expressions are short; a longer one is cut by GitHub. */
const EXPRESSION = /\$\{\{([\s\S]{0,4096}?)\}\}/gu;
// Hits `github.event.issue.title`, `github['head_ref']`, `github.event.commits[0].message`; misses `github.event.number`.
const OUTSIDE = new RegExp([
    'github\\.head_ref',
    'github\\.event\\.(?:issue|pull_request|discussion|comment|review|review_comment|changes|milestone|release)\\.(?:title|body|name|label|from|head\\.(?:ref|label|repo\\.(?:default_branch|description|homepage|full_name|name)|user\\.login))',
    'github\\.event\\.(?:issue|pull_request|discussion|changes)\\.(?:title|body)\\.\\w+',
    'github\\.event\\.(?:commits|head_commit)[^ ]*\\.(?:message|author\\.(?:name|email)|committer\\.(?:name|email))',
    'github\\.event\\.workflow_run\\.(?:head_branch|display_title|head_commit\\.[\\w.]+|head_repository\\.(?:description|full_name|name)|pull_requests[^ ]*\\.head\\.ref)',
    'github\\.event\\.(?:pages[^ ]*\\.page_name|client_payload[\\w.]*|check_suite\\.head_branch|check_run\\.check_suite\\.head_branch|ref|label\\.name)',
    'github\\.event(?![\\w.[])',
].join('|'), 'u');
// Comparisons and tests come to true or false.
const YES_OR_NO = /^(?:!?\s*(?:contains|startswith|endswith|hashfiles|success|failure|always|cancelled)\s*\((?:[^()]|\([^()]*\))*\)|[^|&]*[=!]=[^|&]*)$/iu;
/** Puts a hole in place of each expression. */
function blankTemplates(text) {
    if (!text.includes('${{'))
        return { text, injected: [] };
    const injected = [];
    const blanked = text.replace(EXPRESSION, (whole, expression, offset) => {
        const plain = expression.trim().toLowerCase().replace(/\[\s*['"]([\w-]+)['"]\s*\]/gu, '.$1').replace(/\s*\.\s*/gu, '.');
        // The files of the job have names of their own there: `github.env`, `github.path`.
        const file = JOB_FILES[/^(?:github\.(env|path|output)|env\.github_(env|path|output))$/u.exec(plain)?.slice(1).map((part) => (part === undefined ? '' : `GITHUB_${part.toUpperCase()}`)).join('') ?? ''];
        if (file !== undefined)
            return file;
        const found = YES_OR_NO.test(plain) ? null : OUTSIDE.exec(plain);
        if (found !== null)
            injected.push({ context: found[0], line: text.slice(0, offset).split('\n').length });
        // Line feeds stay, continued, so that lines after it count the same.
        return HOLE + '\\\n'.repeat(whole.split('\n').length - 1);
    });
    return { text: blanked, injected };
}

;// CONCATENATED MODULE: ./lib/parse/shell/reader.js
// SPDX-License-Identifier: Apache-2.0
//
// Shell scripts as text: one operation a simple command, those inside others included. Reads what bash would read, runs nothing, and knows
// nothing of the machine. Refuses, as one unknown operation, what it can't read.







/** Loads the grammar of the shell, of the SQL that its clients send, and of manifests. */
async function loadShellReader() {
    return shellReader(await (0,sql_reader.loadSqlReader)());
}
/** The same with a reader of SQL that is already there. `packages`: what the repository depends on; null when nobody knows. */
function shellReader(readSql, packages = null) {
    return (text) => {
        const machine = new Machine((name) => programs.get(name), readSql, reader.readKubernetes, packages);
        if (holdsMarks(text) || text.includes('\0')) {
            machine.trouble(text, 1, 'it holds characters that no script has');
            return machine.operations;
        }
        try {
            const { text: script, injected } = blankTemplates(text);
            for (const one of injected)
                machine.inject(one);
            return machine.read(script);
        }
        catch (thrown) {
            machine.trouble(text, 1, thrown instanceof RangeError ? 'the script is nested too deep' : `the script could not be followed: ${(0,errors/* messageOf */.bD)(thrown)}`);
            return machine.operations;
        }
    };
}


/***/ }),

/***/ 52552:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H1: () => (/* binding */ reviewedSettings),
/* harmony export */   ZV: () => (/* binding */ settingBoundsTime),
/* harmony export */   bX: () => (/* binding */ PINNED_SETTINGS),
/* harmony export */   bi: () => (/* binding */ startupParameterAllowed),
/* harmony export */   dY: () => (/* binding */ classifySetting)
/* harmony export */ });
/* unused harmony export settingChangesMeaning */
// SPDX-License-Identifier: Apache-2.0
//
// What a change of a PostgreSQL setting means for the gate, for every setting that a session of 15 or 18 can change. Refuses to trust
// what it does not know: an unlisted setting needs a rule. Values that would blind the gate are forbidden, and no rule can allow them.
// @see https://www.postgresql.org/docs/18/runtime-config.html
/**
 * Judges `SET name TO value`; `null` is `RESET name` and `TO DEFAULT`. A list (`search_path`) is its elements joined by `, `. The names
 * are the server's (`SET TIME ZONE` is `timezone`, `SET NAMES` is `client_encoding`, `SET SCHEMA` is `search_path`), in any case.
 */
function classifySetting(name, value, started) {
    const key = name.toLowerCase();
    // INVARIANT: the wire has checked the values that a session starts with (PINNED_SETTINGS), so going back to them is safe.
    if (value === null)
        return GOES_BACK;
    // It takes nothing away from a session that was never kept from writing.
    if (started?.writable === true && READ_ONLY.has(key) && isOff(value))
        return GOES_BACK;
    const judge = judges().get(key);
    if (judge !== undefined)
        return judge(value);
    if (key.includes('.'))
        return { class: 'control', reason: 'belongs to an extension or an application, whose row policies may hang on it' };
    return { class: 'control', reason: 'is not a setting that we know' };
}
/** True when a startup packet may carry this setting. `user`, `database`, `options`, `replication` and `_pq_.*` are the wire's affair. */
function startupParameterAllowed(name, value) {
    return classifySetting(name, value).class === 'allowed';
}
/**
 * What a session must start with, whatever `ALTER ROLE … SET` and the server's configuration say: the parser's reading of a statement is
 * right only then. The wire sends these at startup; the first two are also reported back, and must be.
 */
const PINNED_SETTINGS = {
    client_encoding: 'UTF8',
    standard_conforming_strings: 'on',
    backslash_quote: 'safe_encoding',
    transform_null_equals: 'off',
    array_nulls: 'on',
};
/** True for an allowed setting that changes what a statement means, and so belongs into the operation digest's `settings`. */
function settingChangesMeaning(name) {
    return MEANING.includes(name.toLowerCase());
}
/** True for a setting that only bounds how long something may take, to any value: nothing that is read hangs on it. */
function settingBoundsTime(name) {
    return BOUNDS_TIME.has(name.toLowerCase());
}
/** Every setting with a decision of its own; for the test that asks real servers. */
function reviewedSettings() {
    return [...judges().keys()];
}
const MEANING = (/* unused pure expression or super */ null && ([
    'search_path', 'role', 'session_authorization', 'datestyle', 'intervalstyle', 'timezone', 'default_text_search_config', 'xmloption',
    'lc_monetary', 'lc_numeric', 'lc_time', 'row_security',
]));
const GOES_BACK = { class: 'allowed', reason: 'goes back to what the session started with' };
const READ_ONLY = new Set(['transaction_read_only', 'default_transaction_read_only']);
const ALLOWED = {
    'changes how results are shown': `
    bytea_output datestyle escape_string_warning extra_float_digits icu_validation_level intervalstyle lc_monetary lc_numeric lc_time
    md5_password_warnings quote_all_identifiers timezone xmlbinary xmloption
  `,
    'names the session': 'application_name',
    'bounds how long something may take': `
    client_connection_check_interval idle_in_transaction_session_timeout idle_session_timeout lock_timeout statement_timeout
    transaction_timeout
  `,
    'changes plans, not results': `
    constraint_exclusion cpu_index_tuple_cost cpu_operator_cost cpu_tuple_cost cursor_tuple_fraction default_statistics_target
    effective_cache_size enable_async_append enable_bitmapscan enable_distinct_reordering enable_gathermerge enable_group_by_reordering
    enable_hashagg enable_hashjoin enable_incremental_sort enable_indexonlyscan enable_indexscan enable_material enable_memoize
    enable_mergejoin enable_nestloop enable_parallel_append enable_parallel_hash enable_partition_pruning enable_partitionwise_aggregate
    enable_partitionwise_join enable_presorted_aggregate enable_self_join_elimination enable_seqscan enable_sort enable_tidscan
    from_collapse_limit geqo geqo_effort geqo_generations geqo_pool_size geqo_seed geqo_selection_bias geqo_threshold jit jit_above_cost
    jit_expressions jit_inline_above_cost jit_optimize_above_cost jit_tuple_deforming join_collapse_limit max_parallel_maintenance_workers
    max_parallel_workers max_parallel_workers_per_gather min_parallel_index_scan_size min_parallel_table_scan_size
    parallel_leader_participation parallel_setup_cost parallel_tuple_cost plan_cache_mode random_page_cost recursive_worktable_factor
    seq_page_cost
  `,
    'chooses the rules of a snapshot, not what may be done in it': `
    default_transaction_deferrable default_transaction_isolation transaction_deferrable transaction_isolation
  `,
    'changes nothing that the gate relies on': `
    check_function_bodies default_text_search_config default_toast_compression seed stats_fetch_consistency synchronize_seqscans
  `,
    'can only make the server refuse more': 'restrict_nonsystem_relation_kind row_security',
};
const BOUNDS_TIME = new Set(ALLOWED['bounds how long something may take']?.trim().split(/\s+/));
const CONTROL = {
    'changes whose rights are in force': 'createrole_self_grant role session_authorization',
    'lets one session take memory or disk of all': `
    hash_mem_multiplier logical_decoding_work_mem maintenance_work_mem max_stack_depth temp_buffers temp_file_limit
    vacuum_buffer_usage_limit work_mem
  `,
    'tunes input, output and vacuum for everybody': `
    backend_flush_after commit_delay commit_siblings deadlock_timeout effective_io_concurrency file_copy_method gin_pending_list_limit
    io_combine_limit maintenance_io_concurrency vacuum_cost_delay vacuum_cost_limit vacuum_cost_page_dirty vacuum_cost_page_hit
    vacuum_cost_page_miss vacuum_failsafe_age vacuum_freeze_min_age vacuum_freeze_table_age vacuum_max_eager_freeze_failure_rate
    vacuum_multixact_failsafe_age vacuum_multixact_freeze_min_age vacuum_multixact_freeze_table_age vacuum_truncate wal_compression
    wal_init_zero wal_recycle wal_sender_timeout wal_skip_threshold
  `,
    'gives up durability or integrity': `
    allow_in_place_tablespaces allow_system_table_mods ignore_checksum_failure ignore_system_indexes synchronous_commit
    wal_consistency_checking zero_damaged_pages
  `,
    'changes what results hold': 'gin_fuzzy_search_limit lo_compat_privileges timezone_abbreviations',
    'loads code into the server': `
    dynamic_library_path extension_control_path extension_destdir jit_debugging_support jit_dump_bitcode jit_profiling_support
    local_preload_libraries output_plugin_libraries session_preload_libraries
  `,
    'switches off what guards the data': 'event_triggers',
    'ends the connection on any error, refusals included': 'exit_on_error',
    'changes the language of errors, which the gate reads to mask them': 'lc_messages',
    'belongs to the connection between gate and server': 'tcp_keepalives_count tcp_keepalives_idle tcp_keepalives_interval tcp_user_timeout',
    'changes how passwords are kept': 'password_encryption scram_iterations',
    'changes what the server logs, or shows its insides': `
    backtrace_functions compute_query_id debug_discard_caches debug_logical_replication_streaming debug_parallel_query debug_pretty_print
    debug_print_parse debug_print_plan debug_print_rewritten force_parallel_mode log_connections log_disconnections log_duration
    log_error_verbosity log_executor_stats log_lock_failures log_lock_waits log_min_duration_sample log_min_duration_statement
    log_min_error_statement log_min_messages log_parameter_max_length log_parameter_max_length_on_error log_parser_stats
    log_planner_stats log_replication_commands log_statement log_statement_sample_rate log_statement_stats log_temp_files
    log_transaction_sample_rate post_auth_delay trace_notify trace_sort track_activities track_cost_delay_timing track_counts
    track_functions track_io_timing track_wal_io_timing update_process_title
  `,
    'adopts what another session sees': 'transaction_snapshot',
};
const BY_VALUE = {
    standard_conforming_strings: (value) => isOn(value) ? allowed('is as the parser reads strings') : forbidden('makes the server read string literals in another way than the gate does'),
    client_encoding: (value) => UTF8.includes(value.toLowerCase().replace(/[^a-z0-9]/g, '')) // matches `UTF-8`, `'utf8'`; misses `LATIN1`
        ? allowed('is as the gate reads bytes')
        : forbidden('makes the server read bytes in another way than the gate does; use UTF8'),
    backslash_quote: only(['safe_encoding'], 'changes how string literals are read'),
    transform_null_equals: (value) => (isOff(value) ? allowed('is the standard') : control('changes what `= NULL` selects')),
    composite_type_mismatch: only(['error'], 'lets values be read as another type than theirs'),
    array_nulls: (value) => (isOn(value) ? allowed('is the standard') : control('changes how array literals are read')),
    default_with_oids: (value) => (isOff(value) ? allowed('is the only value since 12') : control('is not a setting that we know')),
    search_path: searchPath,
    session_replication_role: only(['origin'], 'switches off triggers, rules and foreign keys'),
    transaction_read_only: readOnly,
    default_transaction_read_only: readOnly,
    client_min_messages: only(['notice', 'warning', 'error'], 'shows the insides of the server'),
    default_table_access_method: only(['heap'], 'changes where new data is kept'),
    default_tablespace: only([''], 'changes where new data is kept'),
    temp_tablespaces: only([''], 'changes where new data is kept'),
};
// The server strips everything but letters and digits before it compares names of encodings.
const UTF8 = ['utf8', 'unicode'];
function searchPath(value) {
    const schemas = value.split(',').map((part) => part.trim().replace(/^"(.*)"$/, '$1').toLowerCase()); // matches `"app"`; misses `app`
    // Unless it is named, pg_catalog comes first by itself; named later, users' objects could stand in for PostgreSQL's own.
    if (schemas.indexOf('pg_catalog') > 0)
        return control('puts `pg_catalog` behind other schemas, so that built-in names could be replaced');
    return allowed('is read back from the server');
}
function readOnly(value) {
    return isOn(value) ? allowed('can only make the server refuse more') : control('drops a guard that the owner of the database may have set');
}
function only(values, otherwise) {
    return (value) => (values.includes(value.toLowerCase()) ? allowed('is the standard') : control(otherwise));
}
const allowed = (reason) => ({ class: 'allowed', reason });
const control = (reason) => ({ class: 'control', reason });
const forbidden = (reason) => ({ class: 'forbidden', reason });
// As the server's parse_bool(): any unambiguous beginning of true, false, yes, no, on, off; 1, 0.
function isOn(value) {
    return /^(?:t|tr|tru|true|y|ye|yes|on|1)$/i.test(value);
}
function isOff(value) {
    return /^(?:f|fa|fal|fals|false|n|no|of|off|0)$/i.test(value);
}
let known;
function judges() {
    if (known !== undefined)
        return known;
    const all = new Map();
    const add = (blocks, verdict) => {
        for (const [reason, names] of Object.entries(blocks))
            for (const name of names.trim().split(/\s+/))
                all.set(name, () => verdict(reason));
    };
    add(ALLOWED, allowed);
    add(CONTROL, control);
    for (const [name, judge] of Object.entries(BY_VALUE))
        all.set(name, judge);
    known = all;
    return all;
}


/***/ }),

/***/ 53201:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ lineCounter)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Numbers of lines, from 1, of byte offsets that only grow, in one pass over a text.
const LINE_FEED = 0x0a;
/** Says in which line an offset is. Offsets have to be asked for in order. */
function lineCounter(bytes) {
    let line = 1;
    let from = 0;
    return (offset) => {
        for (let at = bytes.indexOf(LINE_FEED, from); at >= 0 && at < offset; at = bytes.indexOf(LINE_FEED, from)) {
            line += 1;
            from = at + 1;
        }
        return line;
    };
}


/***/ }),

/***/ 24704:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   Qz: () => (/* binding */ theOne),
/* harmony export */   Si: () => (/* binding */ every),
/* harmony export */   j6: () => (/* binding */ only),
/* harmony export */   uQ: () => (/* binding */ spelled),
/* harmony export */   vx: () => (/* binding */ nodesIn)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);

const NONE = [];
/** The nodes of a list, in their order. */
function nodesIn(list) {
    return list ?? NONE;
}
/** What the nodes of a list hold that has one kind of them. Throws INTERNAL when there is another. */
function every(kind, list) {
    return nodesIn(list).map((node) => {
        if (!(kind in node))
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `its tree has \`${Object.keys(node).join()}\` where only \`${kind}\` can be`);
        return node[kind];
    });
}
/** What those of one kind hold, in a list that has several kinds. */
function only(kind, list) {
    return every(kind, nodesIn(list).filter((node) => kind in node));
}
/** What a node holds that has to be of one kind. Throws INTERNAL when it is none, or of another. */
function theOne(kind, node) {
    return present(every(kind, [present(node)])[0]);
}
/** A part that every tree of its kind has. Throws INTERNAL when it is not there. */
function present(part) {
    if (part === undefined || part === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', 'its tree lacks a part that the grammar always has');
    return part;
}
/** A text, a name; empty where there is none. */
function spelled(text) {
    return text ?? '';
}


/***/ }),

/***/ 49733:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AssumedPath: () => (/* binding */ AssumedPath),
/* harmony export */   leadingSchema: () => (/* binding */ leadingSchema),
/* harmony export */   schemaOf: () => (/* binding */ schemaOf)
/* harmony export */ });
const NOBODY_KNOWS = [];
/** Follows one session, statement by statement. */
class AssumedPath {
    #session = null;
    #now = null;
    #before = null;
    /** Where a name without a schema is by now. */
    get schema() {
        return this.#now;
    }
    /** Takes in what a statement did to its session. */
    take(effects) {
        for (const effect of effects) {
            if (effect.kind === 'set' && effect.name === 'search_path')
                this.#set(schemaOf(effect.value), effect.local);
            else if ((effect.kind === 'reset' && (effect.name === null || effect.name === 'search_path')) || (effect.kind === 'discard' && effect.what === 'ALL'))
                this.#set(null, false);
            else if (effect.kind === 'begin')
                this.#before = this.#session;
            else if (effect.kind === 'commit' || effect.kind === 'prepare-transaction')
                this.#now = this.#session;
            else if (effect.kind === 'rollback')
                [this.#session, this.#now] = [this.#before, this.#before];
            // Which settings stood before the savepoint is not followed.
            else if (effect.kind === 'rollback-to' && this.#now !== this.#before)
                [this.#session, this.#now] = [NOBODY_KNOWS, NOBODY_KNOWS];
        }
    }
    /** Another file begins, and its tool may have kept the connection with all that was set. `own`: it opens one for each. */
    nextFile(own) {
        this.#session = own || this.#session === null ? null : NOBODY_KNOWS;
        [this.#now, this.#before] = [this.#session, this.#session];
    }
    #set(schema, local) {
        this.#now = schema;
        if (!local)
            this.#session = schema;
    }
}
/** What a path that a text sets comes to: a name may be in any of several schemas. */
function schemaOf(value) {
    const [only = null, ...more] = value === null ? [] : ownSchemasIn(value);
    return only === null || more.length > 0 ? NOBODY_KNOWS : [only];
}
/** The first schema of a path under which something ran already, so that its names were found. */
function leadingSchema(value) {
    const [first = null] = ownSchemasIn(value);
    return first === null ? NOBODY_KNOWS : [first];
}
// PostgreSQL's own schema comes first by itself, and that of the user's name hardly anybody makes. `SET` keeps the case of a name and
// `set_config` folds it, which the value alone does not tell: names that both take alike are known, others are not.
function ownSchemasIn(value) {
    return value.split(',').map((part) => part.trim()).filter((part) => !['', 'pg_catalog', '$user', '"$user"'].includes(part)).map((part) => (/^[a-z_][a-z0-9_$]*$/u.test(part) ? part : null));
}


/***/ }),

/***/ 60501:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadSqlReader: () => (/* binding */ loadSqlReader)
/* harmony export */ });
/* harmony import */ var _migrations_series_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74916);
/* harmony import */ var _names_assumed_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49733);
/* harmony import */ var _grammar_line_numbers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53201);
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74623);
/* harmony import */ var _resolve_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24371);
/* harmony import */ var _grammar_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24704);






const NO_CATALOG = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };
/** Loads PostgreSQL's grammar. */
async function loadSqlReader() {
    const parser = await _parser_js__WEBPACK_IMPORTED_MODULE_1__.SqlParser.shared();
    return (text) => {
        const bytes = Buffer.from(text, 'utf8');
        const lineAt = (0,_grammar_line_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .lineCounter */ .L)(bytes);
        const names = new _names_assumed_path_js__WEBPACK_IMPORTED_MODULE_5__.AssumedPath();
        const statements = parser.analyse(bytes).map((draft) => {
            const facts = (0,_resolve_js__WEBPACK_IMPORTED_MODULE_2__.resolve)(draft, { ...NO_CATALOG, assumed: names.schema }, parser);
            names.take(facts.session);
            return { draft, facts };
        });
        return new _migrations_series_js__WEBPACK_IMPORTED_MODULE_0__/* .Series */ .s().part(statements, 'none').map((facts, index) => ({ kind: 'sql', facts, line: lineAt((0,_grammar_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .present */ .Eb)(statements[index]).draft.start) }));
    };
}


/***/ })

};
