export const id = 4017;
export const ids = [4017];
export const modules = {

/***/ 53629:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ callsIn)
});

// EXTERNAL MODULE: ./lib/parse/shell/quote.js
var quote = __webpack_require__(10074);
;// CONCATENATED MODULE: ./lib/parse/programs/aliases.js
/** What modules have that starts programs, or deletes folders with all that is in them. */
const MODULES = {
    python: [
        { module: /^subprocess$/u, kind: 'shell', names: 'run|call|check_call|check_output|Popen|getoutput|getstatusoutput' }, { module: /^os$/u, kind: 'shell', names: 'system|popen' },
        { module: /^asyncio(?:\.subprocess)?$/u, kind: 'shell', names: 'create_subprocess_shell|create_subprocess_exec' }, { module: /^pexpect$/u, kind: 'shell', names: 'spawn|run' }, { module: /^shutil$/u, kind: 'remove', names: 'rmtree' },
    ],
    javascript: [
        { module: /^(?:node:)?child_process$/u, kind: 'shell', names: 'exec|execSync|execFile|execFileSync|spawn|spawnSync' }, { module: /^(?:execa|shelljs)$/u, kind: 'shell', names: 'execa|execaSync|execaCommand|execaCommandSync|exec|command|commandSync' },
        { module: /^(?:node:)?fs(?:\/promises)?$|^fs-extra$/u, kind: 'remove', names: 'rm|rmSync|rmdir|rmdirSync|remove|removeSync|emptyDir|emptyDirSync' },
    ],
    go: [{ module: /^os\/exec$/u, kind: 'shell', names: 'Command' }, { module: /^os$/u, kind: 'remove', names: 'RemoveAll' }],
};
/** Source: no program brings in as many. */
const MAX_BOUND = 200;
const NAME = /^[A-Za-z_$][\w$]{0,100}$/u;
/** Calls of a kind by names that the file gives them, up to where their first argument begins; null when it gives none. `code`: the text with its texts blank. */
function aliasedCalls(kind, text, code, language) {
    const rows = MODULES[language.name]?.filter((row) => row.kind === kind) ?? [];
    if (rows.length === 0)
        return null;
    const bound = boundIn(text, code, language.name).filter(({ name }) => NAME.test(name)).slice(0, MAX_BOUND);
    const calls = bound.flatMap(({ module, member, name }) => rows.filter((row) => row.module.test(module)).flatMap(({ names }) => (member === null ? [`${aliases_escape(name)}\\.(?:${names})`] : names.split('|').includes(member) ? [aliases_escape(name)] : [])));
    calls.push(...keptIn(code, language.name, kind));
    if (calls.length === 0)
        return null;
    const after = language.name === 'python' ? '(?:shlex\\.split\\(\\s*|args\\s*=\\s*)?' : '';
    return new RegExp(`(?<![\\w$.])(?:${[...new Set(calls)].join('|')})\\s*\\(\\s*${after}`, 'gu');
}
function aliases_escape(name) {
    return name.replaceAll('$', '\\$');
}
function boundIn(text, code, language) {
    // Not within a text or a comment, which are blank in the code.
    const found = (pattern) => [...text.matchAll(pattern)].filter(({ index, 0: whole }) => code.startsWith(/^\s*\S{1,6}/u.exec(whole)?.[0] ?? whole, index));
    if (language === 'python')
        return [...found(PYTHON_IMPORT).flatMap(([, list = '']) => modules(list)), ...found(PYTHON_FROM).flatMap(([, module = '', list = '']) => members(module, list, /\s+as\s+/u))];
    if (language === 'go')
        return found(GO_IMPORT).flatMap(([, name = '', module = '']) => (name === '.' ? ['Command', 'RemoveAll'].map((member) => ({ module, member, name: member })) : [{ module, member: null, name }]));
    if (language !== 'javascript')
        return [];
    return [
        ...found(JS_REQUIRE).flatMap(([, name, list, module = '', member = null]) => (name === undefined ? members(module, list ?? '', /\s*:\s*/u) : [{ module, member, name }])),
        ...found(JS_IMPORT).flatMap(([, whole, list, module = '']) => [...(whole === undefined ? [] : [{ module, member: null, name: whole }]), ...members(module, list ?? '', /\s+as\s+/u)]),
    ];
}
// Hits `import a, subprocess as s`.
const PYTHON_IMPORT = /^[ \t]*import[ \t]+([^\n#(]{1,500})/gmu;
// Hits `from os import system as s`, and names in brackets over lines.
const PYTHON_FROM = /^[ \t]*from[ \t]+([\w.]{1,100})[ \t]+import[ \t]*(\([^()]{0,2000}\)|[^\n#(]{1,500})/gmu;
// Hits `import e "os/exec"`, and such a line in brackets.
const GO_IMPORT = /^[ \t]*(?:import[ \t]+)?([\w.]{1,100})[ \t]+"([\w/.-]{1,100})"[ \t]*$/gmu;
// Hits `const x = require('a')`, `const { b: c } = await import('a')`, `const x = require('a').b`.
const JS_REQUIRE = /\b(?:const|let|var)\s+(?:([\w$]+)|\{([^{}]{0,1000})\})\s*=\s*(?:await\s+)?(?:[\w$.]{1,60}\(\s*)?(?:require|import)\s*\(\s*["'`]([\w:/.-]{1,100})["'`]\s*\)(?:\s*\.\s*(\w+))?/gu;
// Hits `import * as c from 'a'`, `import c, { d as e } from 'a'`.
const JS_IMPORT = /\bimport\s+(?:(?:\*\s*as\s+)?([\w$]+)\s*,?\s*)?(?:\{([^{}]{0,1000})\}\s*)?from\s*["']([\w:/.-]{1,100})["']/gu;
function modules(list) {
    return list.split(',').flatMap((part) => {
        const [module = '', name = module] = part.trim().split(/\s+as\s+/u);
        return [{ module, member: null, name }];
    });
}
function members(module, list, as) {
    return list.replace(/[()]|#[^\n]*/gu, '').split(',').flatMap((part) => {
        const [member = '', name = member] = part.trim().replace(/\s*=.*$/u, '').split(as);
        return member === '' ? [] : [{ module, member, name }];
    });
}
// `const run = promisify(exec)`, `r = subprocess.run`: groups the name, and of what.
const KEPT = {
    python: { shell: /^[ \t]*(\w{1,100})[ \t]*=[ \t]*(?:os\.(?:system|popen)|subprocess\.(?:run|call|check_call|check_output|Popen|getoutput))[ \t]*$/gmu, remove: /^[ \t]*(\w{1,100})[ \t]*=[ \t]*shutil\.rmtree[ \t]*$/gmu },
    javascript: {
        shell: /\b(?:const|let|var)\s+([\w$]{1,100})\s*=\s*(?:(?:util\.)?promisify\(\s*)?(?:[\w$]{1,60}(?:\([^()\n]{0,60}\))?\.)?(?:exec|execFile)(?:Sync)?\s*\)?\s*(?:;|\n|$)/gu,
        remove: /\b(?:const|let|var)\s+([\w$]{1,100})\s*=\s*(?:(?:util\.)?promisify\(\s*)?(?:[\w$]{1,60}\.)?(?:rm|rmSync|rimraf)\s*\)?\s*(?:;|\n|$)/gu,
    },
};
function keptIn(code, language, kind) {
    const pattern = KEPT[language]?.[kind];
    return pattern === undefined ? [] : [...code.matchAll(pattern)].slice(0, MAX_BOUND).map(([, name = '']) => aliases_escape(name));
}

// EXTERNAL MODULE: ./lib/parse/programs/literals.js
var literals = __webpack_require__(90685);
;// CONCATENATED MODULE: ./lib/parse/programs/constants.js

// Where a name gets a value, up to the value; group 1 is the name. Tried where neither a text nor a comment stands.
const ASSIGNED = {
    python: /^[ \t]*([A-Za-z_]\w{0,100})(?:[ \t]*:[ \t]*[\w[\], .|]{1,60})?[ \t]*\+?=(?!=)[ \t]*\(?[ \t]*/gmu,
    javascript: /(?<![\w$.])([A-Za-z_$][\w$]{0,100})(?:\s*:\s*[\w<>[\]. |]{1,60})?\s*\+?=(?![=>])\s*/gu,
    ruby: /^[ \t]*([A-Za-z_]\w{0,100})[ \t]*(?:\+|\|\||<)?(?:=|<)(?![=~>])[ \t]*/gmu, groovy: /(?<![\w.])([A-Za-z_]\w{0,100})[ \t]*\+?=(?!=)[ \t]*/gu, r: /(?<![\w.])([A-Za-z.][\w.]{0,100})[ \t]*(?:<-|=(?!=))[ \t]*/gu,
    lua: /(?<![\w.])([A-Za-z_]\w{0,100})[ \t]*=(?!=)[ \t]*/gu, awk: /(?<![\w.])([A-Za-z_]\w{0,100})[ \t]*=(?![=~])[ \t]*/gu,
    perl: /[$@](\w{1,100})\s*\.?=(?![=~])\s*/gu, php: /\$(\w{1,100})\s*\.?=(?![=>])\s*/gu, go: /(?<![\w.])([A-Za-z_]\w{0,100})(?:[ \t]+string)?[ \t]*(?::|\+)?=(?!=)[ \t]*/gu,
};
/** Source: no program that was looked at keeps as many. */
const MAX_NAMES = 1_000;
const MAX_VALUE = 4_096;
/** The constants of a program. `code`: the text with its texts blank. Looked for when first asked. */
function constantsIn(text, code, language) {
    let places = null;
    const texts = new Map();
    const reading = { ...language, constants: { text: textOf, list: listOf } };
    function placeOf(name) {
        places ??= placesIn(code, language);
        return places.get(name) ?? null;
    }
    function textOf(name) {
        const known = texts.get(name);
        if (known !== undefined)
            return known;
        // A name that is made of itself is nobody's.
        texts.set(name, null);
        const at = placeOf(name);
        const found = at === null ? null : ((0,literals/* literalAt */.XZ)(text, at, reading)?.text ?? null);
        const value = found !== null && found.length <= MAX_VALUE ? found : null;
        texts.set(name, value);
        return value;
    }
    function listOf(name) {
        const at = placeOf(name);
        return at === null ? null : ((0,literals/* listAt */.gT)(text, at, language)?.words ?? null);
    }
    return { text: textOf, list: listOf };
}
// Null for a name that is set more than once.
function placesIn(code, language) {
    const places = new Map();
    for (const match of code.matchAll(ASSIGNED[language.name])) {
        const name = match[1];
        if (places.size >= MAX_NAMES && !places.has(name))
            continue;
        places.set(name, places.has(name) || /[+.<|]=\s*\(?\s*$/u.test(match[0]) ? null : match.index + match[0].length);
    }
    return places;
}

;// CONCATENATED MODULE: ./lib/parse/programs/languages.js
// SPDX-License-Identifier: Apache-2.0
//
// What has to be known of a language to find calls in it: what its texts and comments look like, and the well-known calls that hand a text to a shell, or
// SQL to a database. One row a language. Refuses calls that do either only in some programs: a method called `run` is anybody's.
const DOUBLE = '"(?:\\\\[\\s\\S]|[^"\\\\\\n])*"?';
const SINGLE = "'(?:\\\\[\\s\\S]|[^'\\\\\\n])*'?";
const LONG_DOUBLE = '"(?:\\\\[\\s\\S]|[^"\\\\])*"?';
const LONG_SINGLE = "'(?:\\\\[\\s\\S]|[^'\\\\])*'?";
const BACKQUOTED = '`(?:\\\\[\\s\\S]|[^`\\\\])*`?';
const SLASHES = '//[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|$)';
// Hits `/["']/` behind `(`; misses the division in `a / b`.
const PATTERN = '(?<=[(,=:!&|?;{}\\[]\\s?|\\breturn )/(?![/*])(?:\\\\.|\\[(?:\\\\.|[^\\]\\\\\\n]){0,200}\\]|[^/\\\\\\n\\[]){1,500}/';
const HEREDOC = '<<[~-]?(["\']?)([A-Z_]\\w*)\\1[^\\n]*\\n[\\s\\S]*?(?:\\n[ \\t]*\\2\\b|$(?![\\s\\S]))';
/** Every language that is looked at. */
const LANGUAGES = [
    {
        name: 'python', files: /\.pyw?$/iu, shebang: /\bpython[\d.]*\b/u,
        tokens: new RegExp(`#[^\\n]*|"""(?:\\\\[\\s\\S]|[^\\\\])*?(?:"""|$)|'''(?:\\\\[\\s\\S]|[^\\\\])*?(?:'''|$)|${DOUBLE}|${SINGLE}`, 'gu'),
        shell: /(?<![\w.])(?:os\.(?:system|popen)|(?:subprocess|sp)\.(?:run|call|check_call|check_output|Popen|getoutput|getstatusoutput)|(?:check_call|check_output|Popen|getoutput)|(?:asyncio\.)?create_subprocess_(?:shell|exec)|pexpect\.(?:spawn|run)|__import__\(\s*["'][^()\n]{0,100}\)\s*\.(?:system|popen|run|call|check_call|check_output|Popen)|getattr\(\s*(?:os|subprocess)\s*,[^()\n]{0,100}\))\s*\(\s*(?:shlex\.split\(\s*|args\s*=\s*)?/gu,
        sql: /(?:\.(?:execute|executescript|exec_driver_sql)|\bRunSQL)\s*\(\s*(?:(?:sa|sqlalchemy|db)\.)?(?:(?:text|SQL|sql)\s*\(\s*)?(?:(?:sql|statement)\s*=\s*)?/gu,
        remove: /(?<![\w.])(?:shutil\.)?rmtree\s*\(\s*(?:(?:pathlib\.)?Path\s*\(\s*)?/gu,
        signs: { shell: ['os.system', 'os.popen', 'subprocess', 'check_', 'Popen', 'getoutput', 'sp.', 'pexpect', 'import os', 'from os', '__import__', 'getattr'], sql: ['execut', 'exec_', 'RunSQL'], remove: ['rmtree'] }, backquotes: false, undo: /^[ \t]*(?:async\s+)?def\s+(?:downgrade|down|reverse\w*)\b/gmu,
    },
    {
        name: 'javascript', files: /\.[cm]?[jt]sx?$/iu, shebang: /\b(?:node|bun|deno|tsx|ts-node|zx)\b/u,
        tokens: new RegExp(`${SLASHES}|${PATTERN}|${DOUBLE}|${SINGLE}|${BACKQUOTED}`, 'gu'),
        shell: /(?:(?<![\w$])(?:execSync|execFileSync|spawnSync|execaCommand(?:Sync)?|Bun\.spawn(?:Sync)?|Deno\.(?:Command|run)|(?:child_process|childProcess|cp|shell|shelljs|exec|(?:require|import)\s*\(\s*["'][^()\n]{0,100}\)\)?)\s*\.\s*(?:exec|execFile|spawn))|(?<![\w$.])(?:execFile|spawn|exec(?:Async|Promise)?|execa(?:Sync)?))\s*\(\s*|(?<![\w$])(?:Bun\.)?\$(?=`)/gu,
        sql: /(?:\.(?:query|raw|unsafe|none|execute|runSql)|\bpgm\.sql|\.\$(?:executeRaw|queryRaw)Unsafe)(?:<[^<>()\n]{0,100}>)?\s*\(\s*(?:(?:sql|knex\.raw|sequelize\.literal)\s*\(?\s*(?:raw\s*\(\s*)?)?|(?<![\w$])sql(?:<[^<>()\n]{0,100}>)?(?=`)|\.\$(?:executeRaw|queryRaw)(?:<[^<>()\n]{0,100}>)?(?=`)/gu,
        remove: /(?<![\w$])(?:(?:fs|fsp|fse|fsPromises|promises)\s*\.\s*(?:rm|rmdir|remove|removeSync|emptyDir|emptyDirSync)|rmSync|rimraf(?:\.sync|Sync)?|removeSync|Deno\.remove(?:Sync)?)\s*\(\s*/gu,
        signs: { shell: ['exec', 'spawn', '$`', 'Deno.'], sql: ['.query', '.raw', '.unsafe', '.none', 'execute', 'sql', 'Raw'], remove: ['rmSync', '.rm', 'rimraf', 'emptyDir', 'removeSync', '.remove', '/promises', 'fs-extra'] }, backquotes: false, undo: /\b(?:exports\.down\b|(?:async\s+)?function\s+down\b|(?:export\s+)?(?:const|let|var)\s+down\b|(?:async\s+)?down\s*(?:[(=]|:\s*(?:async|function|\())|exports\.down)/gu,
    },
    {
        name: 'ruby', files: /\.(?:rb|rake|gemspec)$/iu, shebang: /\bruby\b/u,
        tokens: new RegExp(`^=begin[\\s\\S]*?(?:^=end|$(?![\\s\\S]))|#[^\\n]*|${HEREDOC}|${LONG_DOUBLE}|${LONG_SINGLE}|${BACKQUOTED}`, 'gmu'),
        shell: /(?<![\w.:@$])(?:(?:Kernel\.)?(?:system|exec|spawn)!?|IO\.popen|Open3\.(?:capture2e?|capture3|popen2e?|popen3|pipeline)|sh)(?:\s*\(\s*|[ \t]+)|(?<!\w)%x(?=[({[|!])/gu,
        sql: /(?:(?<![\w.])execute|\.(?:execute|exec|exec_query|query))(?:\s*\(\s*|[ \t]+)/gu,
        remove: /\bFileUtils\.(?:rm_rf|rm_r|remove_dir|remove_entry(?:_secure)?)(?:\s*\(\s*|[ \t]+)/gu,
        signs: { shell: ['system', 'exec', 'spawn', 'popen', 'Open3', 'sh', '%x', '`'], sql: ['exec', '.query'], remove: ['FileUtils'] }, backquotes: true, undo: /^[ \t]*(?:def\s+(?:self\.)?down\b|dir\.down\b)/gmu,
    },
    {
        name: 'perl', files: /\.p[lm]$/iu, shebang: /\bperl\b/u,
        tokens: new RegExp(`^=\\w+[\\s\\S]*?(?:^=cut|$(?![\\s\\S]))|(?<![$&@\\w])#[^\\n]*|${LONG_DOUBLE}|${LONG_SINGLE}|${BACKQUOTED}`, 'gmu'),
        shell: /(?<![\w$@%&>:])(?:system|exec)(?:\s*\(\s*|[ \t]+)|(?<![\w$@%&])qx(?=[({[|!/])/gu,
        sql: /->(?:do|prepare)\s*\(\s*/gu,
        remove: /(?<![\w$@%&>])(?:rmtree|remove_tree)\s*\(?\s*/gu,
        signs: { shell: ['system', 'exec', 'qx', '`'], sql: ['->do', '->prepare'], remove: ['rmtree', 'remove_tree'] }, backquotes: true, undo: /^sub\s+down\b/gmu,
    },
    {
        name: 'php', files: /\.php\d?$/iu, shebang: /\bphp\b/u,
        tokens: new RegExp(`${SLASHES}|(?<![\\w&])#(?!\\[)[^\\n]*|${LONG_DOUBLE}|${LONG_SINGLE}|${BACKQUOTED}`, 'gu'),
        shell: /(?<![\w$>:])(?:shell_exec|exec|system|passthru|popen|proc_open)\s*\(\s*|\bProcess::(?:run|fromShellCommandline)\s*\(\s*/gu,
        sql: /(?:->(?:query|exec|statement|unprepared|addSql)|DB::(?:statement|unprepared|delete|update)|\b(?:pg|mysqli)_query)\s*\(\s*(?:\$\w+\s*,\s*)?/gu,
        remove: /(?:->|::)(?:deleteDirectory|remove)\s*\(\s*/gu,
        signs: { shell: ['exec', 'system', 'passthru', 'popen', 'proc_open', 'Process::', '`'], sql: ['query', 'exec', 'DB::', 'statement', 'unprepared', 'addSql'], remove: ['deleteDirectory', 'remove'] }, backquotes: true, undo: /\bfunction\s+down\b/gu,
    },
    {
        name: 'go', files: /\.go$/u, shebang: /(?!)/u,
        tokens: new RegExp(`${SLASHES}|${DOUBLE}|${SINGLE}|\`[^\`]*\`?`, 'gu'),
        shell: /(?<![\w.])exec\.Command(?:Context\s*\(\s*[\w.()]+\s*,|\s*\()\s*/gu,
        sql: /\.(?:Exec|Query|QueryRow|MustExec)(?:Context|Ex)?\s*\(\s*(?:(?:ctx|context\.\w+\(\))\s*,\s*)?/gu,
        remove: /\bos\.RemoveAll\s*\(\s*/gu,
        signs: { shell: ['exec.Command', 'os/exec'], sql: ['Exec', 'Query'], remove: ['RemoveAll'] }, backquotes: false, undo: /^func\s+(?:[dD]own\w*|\w+Down)\b/gmu,
    },
    {
        // Pipelines of Jenkins, and what they share.
        name: 'groovy', files: /\.groovy$|(?:^|\/)jenkinsfile(?:[.-][^/]*)?$/iu, shebang: /\bgroovy\b/u,
        tokens: new RegExp(`${SLASHES}|"""(?:\\\\[\\s\\S]|[^\\\\])*?(?:"""|$)|'''(?:\\\\[\\s\\S]|[^\\\\])*?(?:'''|$)|${DOUBLE}|${SINGLE}`, 'gu'),
        shell: /(?<![\w$])sh(?:\s*\(\s*|[ \t]+)(?:(?:label|returnStdout|returnStatus|encoding)\s*:\s*[^,()\n]{0,200},\s*)*(?:script\s*:\s*)?|(?=["'] {1,5000}\.execute\s*\()/gu,
        sql: /\bsql\.(?:execute|executeUpdate)\s*\(?\s*/gu,
        remove: /\bnew\s+File\s*\(\s*(?=["'] {1,500}\)\s*\.deleteDir\b)/gu,
        signs: { shell: ['sh', '.execute'], sql: ['sql.execute'], remove: ['deleteDir'] }, backquotes: false, undo: /(?!)/gu,
    },
    {
        name: 'r', files: /\.r$|(?:^|\/)\.rprofile$/iu, shebang: /\bRscript\b/u,
        tokens: new RegExp(`#[^\\n]*|${LONG_DOUBLE}|${LONG_SINGLE}`, 'gu'),
        shell: /(?<![\w.$])(?:base::)?(?:system2?|shell|processx::run|sys::exec_(?:wait|internal|background))\s*\(\s*(?:command\s*=\s*)?(?:paste0?\s*\(\s*)?/gu,
        sql: /(?<![\w.])(?:DBI::)?(?:dbExecute|dbSendStatement|dbSendQuery|dbGetQuery|sqlQuery)\s*\(\s*[\w.$]+\s*,\s*(?:statement\s*=\s*)?/gu,
        remove: /(?<![\w.])(?:unlink\s*\(\s*(?:x\s*=\s*)?(?=[^\n]{0,300}\brecursive\s*=\s*T)|fs::dir_delete\s*\(\s*)/gu,
        signs: { shell: ['system', 'shell', 'processx', 'sys::exec'], sql: ['dbExecute', 'dbSend', 'dbGetQuery', 'sqlQuery'], remove: ['unlink', 'dir_delete'] }, backquotes: false, undo: /(?!)/gu,
    },
    {
        name: 'lua', files: /\.lua$/iu, shebang: /\blua(?:jit)?[\d.]*\b/u, tokens: new RegExp(`--\\[\\[[\\s\\S]*?\\]\\]|--[^\\n]*|${DOUBLE}|${SINGLE}`, 'gu'),
        shell: /\b(?:os\.execute|io\.popen)\s*\(?\s*/gu, sql: /(?!)/gu, remove: /(?!)/gu, signs: { shell: ['os.execute', 'io.popen'], sql: ['\0'], remove: ['\0'] }, backquotes: false, undo: /(?!)/gu,
    },
    {
        name: 'awk', files: /\.awk$/iu, shebang: /\b[gmn]?awk\b/u, tokens: new RegExp(`#[^\\n]*|${DOUBLE}`, 'gu'),
        shell: /(?<![\w.])system\s*\(\s*|(?=" {1,5000}\|\s*getline)/gu, sql: /(?!)/gu, remove: /(?!)/gu, signs: { shell: ['system', 'getline'], sql: ['\0'], remove: ['\0'] }, backquotes: false, undo: /(?!)/gu,
    },
];
/** The language of a file, by its name or its first line; null for one that is not looked at. */
function languageOf(path, text) {
    const named = LANGUAGES.find(({ files }) => files.test(path));
    if (named !== undefined)
        return named;
    if (!text.startsWith('#!') || /\.\w+$/u.test(path))
        return null;
    const first = text.slice(0, 200).split('\n', 1)[0];
    return LANGUAGES.find(({ shebang }) => shebang.test(first)) ?? null;
}

;// CONCATENATED MODULE: ./lib/parse/programs/schema-calls.js

const table = ({ first }) => `DROP TABLE ${quoted(first)}`;
const column = ({ first, second }) => `ALTER TABLE ${quoted(first)} DROP COLUMN ${quoted(second ?? literals/* HOLE */.vs)}`;
/** Calls up to their first argument, by the language that has them. */
const CALLS = {
    python: [
        { call: /\bop\.drop_table\s*\(/gu, sql: table },
        { call: /\bop\.drop_column\s*\(/gu, sql: column },
        { call: /\bmigrations\.DeleteModel\s*\(/gu, sql: table },
        { call: /\bmigrations\.RemoveField\s*\(/gu, sql: ({ first, second, of }) => `ALTER TABLE ${quoted(of('model_name') ?? first)} DROP COLUMN ${quoted(of('name') ?? second ?? literals/* HOLE */.vs)}` },
    ],
    ruby: [
        { call: /(?<![\w.:])drop_table\b[ (]?/gu, sql: table },
        { call: /(?<![\w.:])remove_columns?\b[ (]?/gu, sql: column },
    ],
    javascript: [
        { call: /\.(?:schema|queryInterface|queryRunner|pgm|knex)?\.?\s*dropTable(?:IfExists)?\s*\(|\b(?:pgm|queryInterface|queryRunner)\.dropTable\s*\(/gu, sql: table },
        { call: /\b(?:pgm\.dropColumns?|queryInterface\.removeColumn|queryRunner\.dropColumns?)\s*\(/gu, sql: column },
        { call: /(?<!\b(?:pgm|queryRunner))\.dropColumns?\s*\(/gu, sql: ({ first }) => `ALTER TABLE ${literals/* HOLE */.vs} DROP COLUMN ${quoted(first)}` },
    ],
    php: [
        { call: /\bSchema::drop(?:IfExists)?\s*\(/gu, sql: table },
        { call: /->dropColumn\s*\(/gu, sql: ({ first }) => `ALTER TABLE ${literals/* HOLE */.vs} DROP COLUMN ${quoted(first)}` },
    ],
};
/** Source: names are short, and so are the lines that have them. */
const MAX_ARGUMENTS = 300;
/** Such calls in a program, as SQL. `code`: the program with its texts blank; `text`: as it is written. */
function schemaCalls(code, text, { name }) {
    return (CALLS[name] ?? []).flatMap(({ call, sql }) => [...code.matchAll(call)].map((match) => {
        const from = match.index + match[0].length;
        return { text: sql(namesIn(text.slice(from, from + MAX_ARGUMENTS))), at: match.index };
    }));
}
// Up to the end of the call, or of the line where no bracket is.
function namesIn(rest) {
    const [args = ''] = /^(?:[^()\n]|\n(?=\s*["'\w]))*/u.exec(rest) ?? [];
    const found = [...args.matchAll(/(?:\b(\w+)\s*[=:]\s*)?(?:(?<![\w:]):(\w+)|["'`]([^"'`\n]{1,120})["'`])/gu)].map(([, key, symbol, quotedName]) => ({ key, value: symbol ?? quotedName ?? literals/* HOLE */.vs }));
    return { first: found[0]?.value ?? literals/* HOLE */.vs, second: found[1]?.value, of: (key) => found.find((one) => one.key === key)?.value };
}
function quoted(name) {
    return name.split('.').map((part) => `"${part.replaceAll('"', '""')}"`).join('.');
}

;// CONCATENATED MODULE: ./lib/parse/programs/calls.js
// SPDX-License-Identifier: Apache-2.0
//
// Commands and SQL that a program hands, written out, to a shell or a database by a well-known call: `subprocess.run(…)`, `execSync(…)`, `op.execute(…)`.
// Refuses to understand the program: what it computes is a hole, what it calls by another name is not seen, and a call counts wherever it stands.






/** Longer programs are looked at no further. */
const MAX_PROGRAM = 1_048_576;
const MAX_CALLS = 500;
// What calls that take away are called.
const SCHEMA_SIGNS = /drop|delete|remove/iu;
/** Parts that undo something: a migration has one. */
const MAX_PARTS = 50;
/** Calls of a program, in their order; null for a file in no language that is looked at. */
function callsIn(path, text, kinds) {
    const language = languageOf(path, text);
    if (language === null)
        return null;
    if (text.length > MAX_PROGRAM || !kinds.some((kind) => (kind === 'schema' ? SCHEMA_SIGNS.test(text) : language.signs[kind].some((sign) => text.includes(sign)))))
        return [];
    const { code, commands } = codeOf(text, language);
    const undoing = undoingFrom(code, language);
    const reading = { ...language, constants: constantsIn(text, code, language) };
    const found = kinds.flatMap((kind) => ofKind(kind, { code, text, language: reading }));
    const all = [...found, ...(kinds.includes('shell') ? commands : [])].sort((one, other) => one.at - other.at);
    const lineOf = lineFinder(text);
    return all.map(({ kind, text: given, at }) => ({ kind, text: given, line: lineOf(at), undoes: undoing(at) }));
}
function ofKind(kind, { code, text, language }) {
    if (kind === 'schema')
        return schemaCalls(code, text, language).slice(0, MAX_CALLS).map((one) => ({ kind, ...one }));
    const aliased = aliasedCalls(kind, text, code, language);
    const matches = [...code.matchAll(language[kind]), ...(aliased === null ? [] : code.matchAll(aliased))];
    const once = [...new Map(matches.map((match) => [match.index + match[0].length, match])).values()];
    return once.slice(0, MAX_CALLS).flatMap((match) => {
        const from = match.index + match[0].length;
        const given = kind === 'shell' ? commandAt(text, match, language) : kind === 'sql' ? statementAt(text, from, language) : ((0,literals/* literalAt */.XZ)(text, from, language)?.text ?? null);
        return given === null ? [] : [{ kind, text: given, at: match.index }];
    });
}
// The program with texts and comments blank but for the quotes that begin them, and what stands in backquotes where these run it.
function codeOf(text, { tokens, backquotes, ...language }) {
    const commands = [];
    const code = text.replace(tokens, (token, ...more) => {
        const at = more.find((one) => typeof one === 'number');
        if (token.startsWith('`') && backquotes) {
            const literal = (0,literals/* literalAt */.XZ)(text, at, { ...language, tokens, backquotes });
            if (literal !== null && literal.text.trim() !== '')
                commands.push({ kind: 'shell', text: literal.text, at });
        }
        const quote = /^["'`<]/u.test(token) ? token[0] : ' ';
        return quote + ' '.repeat(token.length - 1);
    });
    return { code, commands };
}
// One text for a shell, a list of words, or a program and its words.
function commandAt(text, { index, 0: call }, language) {
    const from = index + call.length;
    const { name } = language;
    if (/\bpaste0?\s*\(\s*$/u.test(call))
        return (0,literals/* wordsFrom */.uj)(text, from, ')', language).words.join(call.includes('paste0') ? '' : ' ');
    const list = (0,literals/* listAt */.gT)(text, from, language);
    if (list !== null)
        return inWords(list.words);
    const literal = (0,literals/* literalAt */.XZ)(text, from, language);
    if (literal === null || name === 'groovy')
        return literal?.text ?? null;
    const [glue, args = ''] = /^\s*,\s*(?:(?:\{\s*)?args\s*[:=]\s*)?(\[|(?=c\())?/u.exec(text.slice(literal.end, literal.end + 200)) ?? [];
    if (glue === undefined || name === 'python' && !/_exec\s*\(\s*$/u.test(call))
        return literal.text;
    const after = literal.end + glue.length;
    const listed = args === '[' || name === 'r';
    const words = listed ? (0,literals/* listAt */.gT)(text, after - args.length, language)?.words : name === 'javascript' ? undefined : (0,literals/* wordsFrom */.uj)(text, after, call.includes('(') ? ')' : '\n', language).words;
    return words === undefined || words.every((word) => word === literals/* HOLE */.vs) && !listed ? literal.text : inWords([literal.text, ...words]);
}
// Options that only the language knows (`chdir: "x"`) come last, and are no words of the command.
function inWords(words) {
    return words.length === 0 || words[0] === literals/* HOLE */.vs ? null : words.map(quote/* quotedWord */.l).join(' ');
}
function statementAt(text, from, language) {
    const literal = (0,literals/* literalAt */.XZ)(text, from, language);
    const list = literal === null ? (0,literals/* listAt */.gT)(text, from, language) : null;
    const given = literal?.text ?? list?.words.filter((word) => word !== literals/* HOLE */.vs).join(';\n') ?? '';
    // Places that the driver fills in.
    return given.trim() === '' ? null : given.replace(/%(?:\(\w+\))?s|(?<![:\w]):[a-z_]\w*|\?(?=[\s,);]|$)/giu, literals/* HOLE */.vs);
}
// A part that undoes goes on until something begins at its own depth again, which `up` after `down` does.
function undoingFrom(code, { undo }) {
    const parts = [...code.matchAll(undo)].slice(0, MAX_PARTS).map(({ index, 0: head }) => {
        const indent = /^[ \t]*/u.exec(code.slice(code.lastIndexOf('\n', index + /^[ \t]*/u.exec(head)[0].length) + 1))?.[0].length ?? 0;
        const next = new RegExp(`\\n[ \\t]{0,${indent}}(?:(?:async|public|export|static)\\s+)*(?:def|class|function|sub|func|exports\\.up|const|let|var|up)\\b`, 'u').exec(code.slice(index + head.length));
        return [index, next === null ? code.length : index + head.length + next.index];
    });
    return (at) => parts.some(([from, to]) => at >= from && at < to);
}
function lineFinder(text) {
    let [line, counted] = [1, 0];
    return (at) => {
        for (let next = text.indexOf('\n', counted); next >= 0 && next < at; next = text.indexOf('\n', counted)) {
            line += 1;
            counted = next + 1;
        }
        return line;
    };
}


/***/ }),

/***/ 90685:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XZ: () => (/* binding */ literalAt),
/* harmony export */   gT: () => (/* binding */ listAt),
/* harmony export */   uj: () => (/* binding */ wordsFrom),
/* harmony export */   vs: () => (/* binding */ HOLE)
/* harmony export */ });
/** Stands for what only the running program knows; no command is called so, and no table. */
const HOLE = 'ostiary_value';
/** Longer ones are cut: nobody writes a command so long. */
const MAX_TEXT = 65_536;
const MAX_PIECES = 200;
const JOINED = { groovy: /\s*\+\s*/uy, r: /(?!)/uy, lua: /\s*\.\.\s*/uy, awk: /[ \t]+/uy, python: /\s*\+\s*|\s+|/uy, javascript: /\s*\+\s*/uy, ruby: /\s*(?:\+|\\\n)\s*/uy, perl: /\s*\.\s*/uy, php: /\s*\.\s*/uy, go: /\s*\+\s*/uy };
/** A text that begins at `from`, with all that is joined to it; null when none begins there. */
function literalAt(code, from, language) {
    let found = pieceAt(code, from, language) ?? namedAt(code, from, language);
    if (found === null)
        return null;
    let { text } = found;
    const joined = JOINED[language.name];
    for (let pieces = 0; pieces < MAX_PIECES && text.length < MAX_TEXT; pieces += 1) {
        joined.lastIndex = found.end;
        const [glue = ''] = joined.exec(code) ?? [];
        const at = found.end + glue.length;
        const next = glue === '' && language.name !== 'python' ? null : (pieceAt(code, at, language) ?? (glue.trim() === '' ? null : namedAt(code, at, language)));
        if (next !== null) {
            text += next.text;
            found = next;
        }
        else if (glue.trim() !== '') {
            // Something computed: what follows it is not looked for.
            const [value = ''] = /^[\w.$\[\]'"]*(?:\([^()\n]{0,200}\))?/u.exec(code.slice(found.end + glue.length, found.end + glue.length + 500)) ?? [];
            text += HOLE;
            found = { text, end: found.end + glue.length + value.length };
            if (value === '')
                break;
        }
        else
            break;
    }
    return { text: filled(text, code.slice(found.end, found.end + 40), language), end: found.end };
}
// A name that stands for a text.
function namedAt(code, from, { constants }) {
    NAMED.lastIndex = from;
    const [whole, name = ''] = constants === undefined ? [] : (NAMED.exec(code) ?? []);
    const text = whole === undefined ? null : (constants?.text(name) ?? null);
    return whole === undefined || text === null ? null : { text, end: from + whole.length };
}
// Hits `CMD`, `$cmd`, `cmd` before `)`; misses `cmd(`, `cmd.x`, `cmd[0]`.
const NAMED = /[$@]?([A-Za-z_][\w$]{0,100})(?![\w$]|\s*(?:[.([]|=[^=>]|:))/uy;
// `"… %s" % x` and `"… {}".format(x)` are filled in.
function filled(text, behind, { name }) {
    if (name !== 'python')
        return text;
    if (/^\s*%/u.test(behind))
        return text.replace(/%(?:\(\w+\))?[sdrif]/gu, HOLE);
    return /^\s*\.format\b/u.test(behind) ? text.replace(/\{[^{}\n]{0,100}\}/gu, HOLE) : text;
}
// Hits `"`, `f'''`, `` String.raw` ``, `<<~SQL`, `%x(`; group 1: letters before the quote.
const OPENING = /((?:[rbfuRBFU]{1,2}(?=["'])|String\.raw(?=`))?)("""|'''|["'`])/uy;
const HEREDOC = /<<[~-]?(["']?)([A-Za-z_]\w*)\1/uy;
const BRACKETS = { '(': ')', '{': '}', '[': ']' };
function pieceAt(code, from, language) {
    if (language.name === 'ruby' || language.name === 'perl') {
        HEREDOC.lastIndex = from;
        const here = HEREDOC.exec(code);
        if (here !== null)
            return heredoc(code, here, language);
        const close = BRACKETS[code[from] ?? ''] ?? (/[|!/]/u.test(code[from] ?? '') ? code[from] : undefined);
        // `%x(…)` and `qx{…}`.
        if (close !== undefined && /(?:%x|qx)$/u.test(code.slice(Math.max(0, from - 2), from)))
            return quoted(code, from + 1, close, { language, raw: false });
    }
    OPENING.lastIndex = from;
    const opening = OPENING.exec(code);
    if (opening === null)
        return null;
    const [whole, letters = '', quote = ''] = opening;
    if (quote.length === 3 && language.name !== 'python' && language.name !== 'groovy')
        return { text: '', end: from + 2 };
    const raw = /r/iu.test(letters) || (quote === '`' && language.name === 'go') || (quote === '\'' && /^(?:ruby|perl|php)$/u.test(language.name));
    return quoted(code, from + whole.length, quote, { language, raw, plain: quote.startsWith('\'') || (language.name === 'python' && !/f/iu.test(letters)) });
}
function quoted(code, from, quote, { language, raw, plain = false }) {
    let at = from;
    while (at < Math.min(code.length, from + MAX_TEXT) && !code.startsWith(quote, at))
        at += code[at] === '\\' && !(raw && language.name === 'go') ? 2 : 1;
    const written = code.slice(from, Math.min(at, from + MAX_TEXT));
    return { text: escaped(plain ? written : withHoles(written, language), raw), end: at + quote.length };
}
function heredoc(code, { index, 0: whole, 1: quote = '', 2: name = '' }, language) {
    const start = code.indexOf('\n', index) + 1;
    const close = new RegExp(`^[ \\t]*${name}[ \\t]*$`, 'mu').exec(code.slice(start, start + MAX_TEXT));
    const body = start === 0 || close === null ? '' : code.slice(start, start + close.index);
    return { text: quote === '\'' ? body : withHoles(body, language), end: index + whole.length };
}
const PUT_IN = {
    groovy: /(?<!\\)\$(?:\{[^{}\n]{0,300}\}|[A-Za-z_][\w.]*)/gu, r: null, lua: null, awk: null,
    python: /\{\{|\}\}|\{[^{}\n]{1,300}\}/gu, javascript: /\$\{(?:[^{}]|\{[^{}]{0,300}\}){0,500}\}/gu, ruby: /#\{[^{}]{0,300}\}/gu, perl: /(?<!\\)[$@](?:\{\w+\}|\w+)(?:->)?(?:[[{][^\]}\n]{0,100}[\]}])*/gu,
    php: /\{\$[^{}]{1,200}\}|(?<!\\)\$\w+(?:->\w+|\[\w+\])?/gu, go: null,
};
// Hits `${dir}`, `{dir}`, `#{dir}`, `$dir`; misses `${a.b}`.
const INNER = /^[#$@]?\{?\$?([A-Za-z_]\w{0,100})\}?$/u;
function withHoles(text, { name, constants }) {
    const pattern = PUT_IN[name];
    return pattern === null ? text : text.replace(pattern, (found) => (found === '{{' ? '{' : found === '}}' ? '}' : (constants?.text(INNER.exec(found)?.[1] ?? '') ?? HOLE)));
}
const ESCAPES = { n: '\n', t: '\t', r: '\r', '\n': '', 0: '' };
function escaped(text, raw) {
    if (raw || !text.includes('\\'))
        return text;
    return text.replace(/\\(?:x([0-9a-fA-F]{2})|u\{?([0-9a-fA-F]{4,6})\}?|([\s\S]))/gu, (_whole, byte, point, one = '') => {
        const number = Number.parseInt(byte ?? point ?? '', 16);
        return Number.isNaN(number) ? (ESCAPES[one] ?? one) : number > 0x10_FF_FF ? '' : String.fromCodePoint(number);
    });
}
/** Words of a list that begins at `from`, holes for those that are computed; null when none begins there. */
function listAt(code, from, language) {
    const close = code[from] === '[' ? ']' : code[from] === '(' && language.name === 'python' || code.startsWith('c(', from) && language.name === 'r' ? ')' : null;
    if (close !== null)
        return wordsFrom(code, from + (code[from] === 'c' ? 2 : 1), close, language);
    NAMED.lastIndex = from;
    const [whole, name = ''] = language.constants === undefined ? [] : (NAMED.exec(code) ?? []);
    const words = whole === undefined ? null : (language.constants?.list(name) ?? null);
    return whole === undefined || words === null ? null : { words, end: from + whole.length };
}
/** Words from `from` on to the bracket that closes; what is computed is one hole. */
function wordsFrom(code, from, close, language) {
    const words = [];
    let at = from;
    while (at < code.length && words.length < MAX_PIECES) {
        const [blank = ''] = /^(?:\s|\/\/[^\n]*\n|#[^\n]*\n)*/u.exec(code.slice(at, at + 2_000)) ?? [];
        at += blank.length;
        if (code[at] === close)
            break;
        const literal = literalAt(code, at, language);
        const next = endOfItem(code, literal?.end ?? at, close);
        // `"a" if x else "b"` is computed, too.
        words.push(literal !== null && /^\s*$/u.test(code.slice(literal.end, next)) ? literal.text : HOLE);
        at = code[next] === ',' ? next + 1 : next;
        if (code[next] === undefined)
            break;
    }
    return { words, end: at + 1 };
}
// The comma or bracket that ends an item; brackets within are passed over, quotes are not looked at.
function endOfItem(code, from, close) {
    let depth = 0;
    for (let at = from; at < Math.min(code.length, from + 5_000); at += 1) {
        const char = code[at];
        if (depth === 0 && (char === ',' || char === close))
            return at;
        if (char === '(' || char === '[' || char === '{')
            depth += 1;
        else if (char === ')' || char === ']' || char === '}')
            depth -= 1;
        if (depth < 0)
            return at;
    }
    return code.length;
}


/***/ }),

/***/ 46432:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ fromCloudConfig),
/* harmony export */   y: () => (/* binding */ fromUserData)
/* harmony export */ });
/* harmony import */ var _keyed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69066);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72559);
/* harmony import */ var _script_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19609);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7029);




/** Commands, files that are run, and users of `#cloud-config`. */
function fromCloudConfig(text) {
    return [...(0,_keyed_js__WEBPACK_IMPORTED_MODULE_0__/* .fromKeys */ .Zw)({ keys: /^(?:runcmd|bootcmd|(?:early|late|error)-commands)$/u, image: true })(text), ...(0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .yamlTrees */ .P)(text).flatMap((tree) => [...((0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(tree, 'write_files')?.items ?? []).flatMap(ofFile), ...ofUsers(tree)])];
}
/** What a machine is given to start with, whichever form it has. `line`: of its first line. */
function fromUserData(text, line) {
    const begun = text.replace(/^\s+/u, '');
    const at = line + text.slice(0, text.length - begun.length).split('\n').length - 1;
    if (/^#cloud-config\b/u.test(begun))
        return moved(fromCloudConfig(undented(begun)), at);
    // A shell reads what does not say who reads it.
    return /^#!(?!.*\b(?:ba|da|a|z|k)?sh\b)|^<(?:powershell|script)>|^(?:Content-Type|MIME-Version):/iu.test(begun) ? [] : [(0,_script_js__WEBPACK_IMPORTED_MODULE_2__/* .scriptAt */ .V)(begun, at, { shell: 'sh', later: true, image: true })];
}
function moved(found, line) {
    return found.map((one) => ({ ...one, line: one.line + line - 1, lines: one.lines.map((at) => at + line - 1), later: true }));
}
// A here-document of Terraform may stand to the right of its first line.
function undented(text) {
    const depth = Math.min(...text.split('\n').slice(1).filter((line) => line.trim() !== '').map((line) => /^[ \t]*/u.exec(line)?.[0].length ?? 0));
    return Number.isFinite(depth) ? text.split('\n').map((line, index) => (index === 0 ? line : line.slice(depth))).join('\n') : text;
}
function ofFile(node) {
    const content = (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, 'content');
    const path = (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, 'path')?.text ?? '';
    if (content?.text === undefined || content.text === null)
        return [];
    const text = /^(?:b64|base64)$/u.test((0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, 'encoding')?.text ?? '') ? Buffer.from(content.text, 'base64').toString('utf8') : content.text;
    const first = content.line - 1;
    const found = /\/cron[\w.-]*(?:\/|$)/u.test(path) ? (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .fromCrontab */ .YD)(text) : /\.(?:service|timer|socket)$/u.test(path) ? (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .fromUnit */ .dd)(text) : /\.(?:ba|z)?sh$|\/(?:profile|rc\.local|\.bashrc)$|\/profile\.d\//u.test(path) || /^#!.*\b(?:ba|da|a|z|k)?sh\b/u.test(text) ? [(0,_script_js__WEBPACK_IMPORTED_MODULE_2__/* .scriptAt */ .V)(text, 1, { shell: 'sh' })] : [];
    return found.map((one) => ({ ...one, line: one.line + first, lines: one.lines.map((at) => (content.literal ? at + first : content.line)), later: true, image: true }));
}
// Who gets in, and as what.
function ofUsers(tree) {
    const users = [tree, ...((0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(tree, 'users')?.items ?? [])];
    return users.flatMap((user) => [...(user.entries ?? [])].flatMap(([key, { line, text, items }]) => {
        const all = [text ?? '', ...(items ?? []).map((item) => item.text ?? '')].join(' ');
        const hazards = /^ssh[-_](?:authorized_keys|import_id)$/u.test(key) ? [{ id: 'account-change', detail: 'whoever has the key gets into every machine that starts with it' }] : key === 'sudo' && /NOPASSWD/u.test(all) ? [{ id: 'account-change', detail: 'it may do on the machine whatever root may, without a password' }] : [];
        return hazards.length === 0 ? [] : [(0,_script_js__WEBPACK_IMPORTED_MODULE_2__/* .scriptAt */ .V)('cloud-init', line, { shell: 'sh', lines: [line], later: true, hazards })];
    }));
}


/***/ }),

/***/ 47020:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ instructions),
/* harmony export */   Z: () => (/* binding */ fromDockerfile)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10074);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58353);
/* harmony import */ var _script_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19609);



/** Scripts of a Dockerfile. */
function fromDockerfile(text) {
    let shell = { shell: 'sh', language: null };
    let given = _variables_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_GIVEN */ .Yf;
    const found = ofFrontend(text);
    for (const { name, text: rest, lines } of instructions(text)) {
        if (name === 'FROM') {
            shell = { shell: 'sh', language: null };
            given = _variables_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_GIVEN */ .Yf;
        }
        else if (name === 'SHELL') {
            shell = shellOf(rest);
            found.push(...ofShell(rest, lines[0] ?? 1));
        }
        else if (name === 'ENV' || name === 'ARG')
            given = { values: new Map([...given.values, ...variablesOf(rest)]), line: lines[0] ?? 1, expands: true };
        else if (name === 'CMD' || name === 'ENTRYPOINT' || name === 'HEALTHCHECK')
            found.push({ ...ofRun(rest.replace(/^\s*(?:--[a-z-]+=\S+\s+)*(?:CMD|NONE)\b/u, ''), lines, shell), given, later: true });
        else if (name === 'ADD')
            found.push(...ofAdd(rest, lines[0] ?? 1));
        else if (name === 'COPY')
            found.push(...ofCopy(rest, lines));
        else if (name === 'RUN')
            found.push({ ...ofRun(rest, lines, shell), given });
    }
    return found;
}
const UNREAD = (what) => [{ id: 'downloaded-code', detail: `what \`${what}\` answers goes into the image unread` }];
// What builds the image; the builder's own is known.
function ofFrontend(text) {
    const [, frontend = 'docker/dockerfile'] = /^(?:\s*#(?!\s*syntax).*\n)*\s*#\s*syntax\s*=\s*(\S+)/iu.exec(text) ?? [];
    if (/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/u.test(frontend) || /@sha256:[0-9a-f]{64}$/u.test(frontend))
        return [];
    return [(0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(`docker pull ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quotedWord */ .l)(frontend)}`, 1, { image: true, lines: [1], hazards: [{ id: 'downloaded-code', detail: `\`${frontend}\` builds the image, and can become another one` }] })];
}
// An address, by which nobody's digest is compared; of a repository, a full commit says what it is.
function ofAdd(rest, line) {
    const text = rest.replace(/\\\n/gu, ' ').trim();
    const options = /^(?:--[a-z-]+(?:=\S+)?\s+)*/u.exec(text)?.[0] ?? '';
    const sources = (words(text.slice(options.length)) ?? text.slice(options.length).split(/\s+/u)).slice(0, -1);
    const remote = sources.filter((source) => /^(?:https?:\/\/|git@|ssh:\/\/|git:\/\/)/iu.test(source) && !/#[0-9a-f]{40}(?::|$)/u.test(source));
    if (/--checksum=\S/u.test(options))
        return [];
    return remote.map((source) => (0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(`curl -O ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quotedWord */ .l)(source)}`, line, { image: true, shell: 'sh', lines: [line], hazards: UNREAD(source) }));
}
// A file that stands in the Dockerfile itself, as the script that writes it.
function ofCopy(rest, lines) {
    const [, , name = '', to = '', body = ''] = /^(?:--\S+\s+)*<<-?\s*(["']?)(\w+)\1\s+(\S+)\s*\n([\s\S]*)\n\2\s*$/u.exec(rest.trim()) ?? [];
    return name === '' ? [] : [(0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(`cat > ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quotedWord */ .l)(to)} <<'${name}'\n${body}\n${name}`, lines[0] ?? 1, { image: true, shell: 'sh', lines })];
}
// `A=1 B="x y"`, and the old `A some words`. An ARG without a value has none until somebody gives it one.
function variablesOf(rest) {
    const text = rest.replace(/\\\n/gu, ' ').trim();
    const old = /^([A-Za-z_]\w*)\s+([^=]*)$/u.exec(text);
    if (old !== null)
        return [[old[1], old[2].trim()]];
    return [...text.matchAll(/([A-Za-z_]\w*)=("(?:\\.|[^"\\])*"|'[^']*'|(?:\\.|[^\s\\])*)/gu)].map(([, name = '', value = '']) => [name, plainValue(value)]);
}
function plainValue(value) {
    return /^"[\s\S]*"$|^'[\s\S]*'$/u.test(value) && value.length > 1 ? value.slice(1, -1).replace(/\\(["\\])/gu, '$1') : value.replace(/\\(.)/gu, '$1');
}
// `SHELL ["sh", "-c", "x;"]` puts `x` before every line; options alone say only how lines are read.
function ofShell(rest, line) {
    const [program = '', ...more] = words(rest) ?? [];
    if (!/(?:^|[/\\])(?:ba|a|da)?sh$/u.test(program) || more.every((word) => /^(?:[-+][A-Za-z-]+|pipefail|errexit|nounset|xtrace|posix|extglob)$/u.test(word)))
        return [];
    return [(0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)([program, ...more].map(_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quotedWord */ .l).join(' '), line, { image: true, shell: 'sh', lines: [line] })];
}
function shellOf(rest) {
    const [program = ''] = words(rest) ?? [];
    const name = program.slice(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1).toLowerCase().replace(/\.exe$/u, '');
    if (/^(?:ba|a|da)?sh$/u.test(name))
        return { shell: name === 'bash' ? 'bash' : 'sh', language: null };
    return { shell: 'other', language: name };
}
function ofRun(rest, lines, shell) {
    // `--mount=…`, `--network=…`, `--security=…`
    const options = /^(?:\s*--[a-z]+(?:=\S*)?)+\s+/u.exec(rest)?.[0] ?? '';
    const script = secretsNamed(options, rest.slice(options.length));
    const line = lines[0] ?? 1;
    const hazards = powers(options);
    const argv = words(script);
    if (argv !== null)
        return (0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(argv.map(_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quotedWord */ .l).join(' '), line, { image: true, shell: 'sh', lines: [line], hazards });
    const heredoc = /^\s*<<-?\s*(["']?)(\w+)\1\s*\n([\s\S]*)\n\2\s*$/u.exec(script);
    if (heredoc === null)
        return (0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(script, line, { image: true, ...shell, lines, hazards });
    // The body is the script, unless its first line says who reads it.
    const body = heredoc[3];
    const reader = /^#!\s*(\S+)(?:\s+(\S+))?/u.exec(body);
    const program = reader === null ? '' : (/\benv$/u.test(reader[1]) ? (reader[2] ?? '') : reader[1]).replace(/^.*\//u, '');
    const other = reader !== null && !/^(?:ba|a|da)?sh$/u.test(program);
    return (0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(body, lines[1] ?? line, { image: true, ...(other ? { shell: 'other', language: program } : shell), lines: lines.slice(1), hazards });
}
// `--security=insecure` gives a step what the machine may, `--network=host` its network.
function powers(options) {
    return [
        ...(/--security=insecure\b/u.test(options) ? [{ id: 'container-escape', detail: '`--security=insecure` lets the step do what the machine may' }] : []),
        ...(/--network=host\b/u.test(options) ? [{ id: 'container-host', detail: '`--network=host` lets the step reach what only the machine reaches' }] : []),
    ];
}
// A secret by the path that it is mounted at is one like any other: what copies it keeps it in the image.
function secretsNamed(options, script) {
    return [...options.matchAll(/--mount=(\S*\btype=secret\b\S*)/gu)].reduce((text, [, mount = '']) => {
        const target = /\b(?:target|dst|destination)=([^,\s]+)/u.exec(mount)?.[1];
        return target === undefined || target.startsWith('/run/secrets/') ? text : text.replaceAll(target, '/run/secrets/mounted');
    }, script);
}
/** A JSON array of strings; null when it is none, and then it is the shell form. */
function words(text) {
    if (!text.trim().startsWith('['))
        return null;
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;
    }
    catch {
        return null;
    }
}
/** Instructions of a Dockerfile, continued lines and here-documents put together. */
function instructions(text) {
    const source = text.split(/\r?\n/u);
    const escape = /^#\s*escape\s*=\s*`/imu.test(source.slice(0, 5).join('\n')) ? '`' : '\\';
    const found = [];
    for (let at = 0; at < source.length;) {
        const first = source[at];
        const begun = /^\s*(?:ONBUILD\s+)?([A-Za-z]+)\s+(.*)$/u.exec(first);
        if (begun === null || /^\s*#/u.test(first)) {
            at += 1;
            continue;
        }
        const { parts, lines, next } = continued(source, at, { escape, first: begun[2] });
        const name = begun[1].toUpperCase();
        const body = /^(?:RUN|COPY|ADD)$/u.test(name) ? heredocs(parts.join('\n'), source, next) : [];
        for (const [index, line] of body.entries()) {
            parts.push(line);
            lines.push(next + index + 1);
        }
        found.push({ name, text: parts.join('\n'), lines });
        at = next + body.length;
    }
    return found;
}
// Comments and empty lines between continued ones are left out, as the builder does.
function continued(source, from, { escape, first }) {
    const parts = [first];
    const lines = [from + 1];
    let at = from;
    while (parts.at(-1).trimEnd().endsWith(escape) && at + 1 < source.length) {
        const last = parts.pop().trimEnd();
        at += 1;
        while (at < source.length && /^\s*(?:#.*)?$/u.test(source[at]))
            at += 1;
        parts.push(`${last.slice(0, -1)}\\`, source[at] ?? '');
        lines.push(at + 1);
    }
    return { parts, lines, next: at + 1 };
}
// Lines of here-documents that a RUN begins, each to its delimiter.
function heredocs(text, source, from) {
    const out = [];
    for (const [, dash = '', , delimiter = ''] of text.matchAll(/<<(-?)\s*(["']?)([A-Za-z_]\w*)\2/gu)) {
        for (let at = from + out.length; at < source.length; at += 1) {
            const line = source[at];
            out.push(line);
            if ((dash === '-' ? line.replace(/^\t+/u, '') : line) === delimiter)
                break;
        }
    }
    return out;
}


/***/ }),

/***/ 69066:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ fromPlatform),
/* harmony export */   H0: () => (/* binding */ fromPipeline),
/* harmony export */   K$: () => (/* binding */ fromTaskfile),
/* harmony export */   R9: () => (/* binding */ fromComposer),
/* harmony export */   Zw: () => (/* binding */ fromKeys)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10074);
/* harmony import */ var _dockerfile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47020);
/* harmony import */ var _script_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19609);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7029);
// SPDX-License-Identifier: Apache-2.0
//
// Commands that tools find under keys of YAML and JSON files: Taskfile, buildspec, composer.json, vercel.json and their like. One row a tool.
// Refuses to run a template: what it fills in is a hole.
// @see https://taskfile.dev/reference/schema




/** Commands of a file of one tool. */
function fromKeys(tool) {
    return (text) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .yamlTrees */ .P)(text.replace(/^[ \t]*\/\/.*$/gmu, '')).flatMap((tree) => below(tree, tool));
}
function below(node, tool) {
    const items = (node.items ?? []).flatMap((item) => below(item, tool));
    const entries = [...(node.entries ?? [])].flatMap(([key, value]) => [
        ...(tool.keys.test(key) ? commandsIn(value, tool) : []),
        ...(tool.tables?.test(key) === true ? [...(value.entries?.values() ?? [])].flatMap((one) => commandsIn(one, tool)) : []),
        ...below(value, tool),
    ]);
    return [...items, ...entries];
}
// `cmds: [a, b]`, `cmds: [{ cmd: a }]` (found by its own key), `runcmd: [[a, b], c]`, `command: a`.
function commandsIn(node, tool) {
    if (node.text !== null)
        return one(node, tool);
    const { items } = node;
    if (items === null)
        return [];
    // A first item with a blank in it is a command, not a program.
    if (tool.words === true && items.every(({ text }) => text !== null) && !/\s/u.test(items[0]?.text ?? ''))
        return inWords(items, node.line, tool);
    return items.flatMap((item) => (item.items === null ? (item.text === null ? [] : one(item, tool)) : inWords(item.items, item.line, tool)));
}
function inWords(items, line, tool) {
    const argv = items.map(({ text }) => (0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quotedWord */ .l)(text ?? '')).join(' ');
    return argv === '' ? [] : [(0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(filled(argv), items[0]?.line ?? line, { ...about(tool), lines: argv.split('\n').map(() => line) })];
}
function one({ text, line, literal }, tool) {
    const command = tool.command === undefined ? text : tool.command(text ?? '');
    const script = filled((command ?? '').replace(/\n+$/u, ''));
    return script.trim() === '' ? [] : [(0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(script, line, { ...about(tool), ...(literal ? {} : { lines: script.split('\n').map(() => line) }) })];
}
function about({ later = false, image = false }) {
    return { shell: 'sh', later, image };
}
// `{{ .CLI_ARGS }}` of Taskfile, `{{ item }}` of Ansible.
function filled(script) {
    return script.replace(/\{\{[^{}]{0,500}\}\}/gu, '${{ template }}');
}
/** Taskfile.yml; a task may be a command or a list of them, too. */
const fromTaskfile = (text) => [
    ...fromKeys({ keys: /^(?:cmds|cmd|sh|defer|status|preconditions)$/u })(text),
    ...(0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .yamlTrees */ .P)(text).flatMap((tree) => [...((0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(tree, 'tasks')?.entries?.values() ?? [])].flatMap((task) => commandsIn(task, { keys: /(?!)/u }))),
];
// `@php x`, `@composer x` and `@putenv X=y` are programs; `@other` is another script, `A\B::c` a function.
function ofComposer(value) {
    if (/^@(?:php|composer)\s/u.test(value))
        return value.slice(1);
    if (/^@putenv\s/u.test(value))
        return `export ${value.slice('@putenv '.length)}`;
    return value.startsWith('@') || /^[\w\\]+::\w+$/u.test(value) ? null : value;
}
/** `scripts` of composer.json. */
const fromComposer = fromKeys({ keys: /(?!)/u, tables: /^scripts$/u, command: ofComposer });
/** Files of hosting platforms and their like, which name commands by the same few keys. They run there, later. */
const fromPlatform = (text) => [
    ...fromKeys({ keys: /^(?:commands?|cmds?|run|init|before|prebuild|commandLine|(?:build|start|install|release)Command|release_command|entrypoint)$/u, words: true, later: true, tables: /^(?:hooks|run|scripts)$/u })(text),
    // Lines of a Dockerfile.
    ...(0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .yamlTrees */ .P)(text.replace(/^[ \t]*\/\/.*$/gmu, '')).flatMap((tree) => (0,_dockerfile_js__WEBPACK_IMPORTED_MODULE_0__/* .fromDockerfile */ .Z)(((0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(tree, 'dockerfileLines')?.items ?? []).map(({ text: line }) => line ?? '').join('\n'))),
];
/** Steps of pipelines of products that are not known by their name: templates of Azure, Concourse, Buildkite and their like. */
const fromPipeline = (text) => [...fromKeys({ keys: /^(?:script|bash|commands?)$/u, later: true })(text), ...(0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .yamlTrees */ .P)(text).flatMap(runBelow)];
// `run: { path: sh, args: [-c, x] }` of Concourse.
function runBelow(node) {
    const [path, args] = [(0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, 'run', 'path'), (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, 'run', 'args')];
    const words = [path?.text ?? '', ...(args?.items ?? []).map(({ text }) => text ?? '')].map(_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quotedWord */ .l).join(' ');
    const own = path?.text === undefined || path.text === null ? [] : [(0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(words, path.line, { shell: 'sh', lines: words.split('\n').map(() => path.line), later: true })];
    return [...own, ...[...(node.items ?? []), ...(node.entries?.values() ?? [])].flatMap(runBelow)];
}


/***/ }),

/***/ 72559:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ fromUdev),
/* harmony export */   Dq: () => (/* binding */ fromMsbuild),
/* harmony export */   H2: () => (/* binding */ fromProcfile),
/* harmony export */   YD: () => (/* binding */ fromCrontab),
/* harmony export */   dd: () => (/* binding */ fromUnit),
/* harmony export */   fU: () => (/* binding */ fromPyproject),
/* harmony export */   fy: () => (/* binding */ fromPlist),
/* harmony export */   h6: () => (/* binding */ fromRpmSpec),
/* harmony export */   j: () => (/* binding */ fromDesktop),
/* harmony export */   mq: () => (/* binding */ fromGoGenerate),
/* harmony export */   ts: () => (/* binding */ fromToml),
/* harmony export */   yg: () => (/* binding */ fromTox),
/* harmony export */   yp: () => (/* binding */ fromLogrotate),
/* harmony export */   zO: () => (/* binding */ fromCommands)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10074);
/* harmony import */ var _script_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19609);
// SPDX-License-Identifier: Apache-2.0
//
// Files that have one command a line: Procfile, crontab, units of systemd, and settings of platforms in TOML. Refuses what is no command in them.
// @see https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html


// One command a line, where a line has one.
function byLine(text, commandIn, more = {}) {
    return text.split(/\r?\n/u).flatMap((line, index) => {
        const command = commandIn(line);
        return command === null || command.trim() === '' ? [] : [(0,_script_js__WEBPACK_IMPORTED_MODULE_0__/* .scriptAt */ .V)(command, index + 1, { shell: 'sh', lines: [index + 1], ...more })];
    });
}
/** `web: bundle exec puma`. */
function fromProcfile(text) {
    return byLine(text, (line) => /^[\w-]+:\s*(.+)$/u.exec(line)?.[1] ?? null);
}
/** `0 3 * * * command`, `@daily command`, in `/etc/cron.d` with a user before the command. `%` begins what the command reads. */
function fromCrontab(text) {
    return byLine(text, (line) => {
        if (/^\s*#/u.test(line))
            return null;
        const [, command = null] = /^\s*(?:@\w+|(?:[\d*,/A-Za-z-]+\s+){4}[\d*,/A-Za-z-]+)\s+(?:root\s+)?(.+)$/u.exec(line) ?? [];
        return command === null ? null : command.replace(/(?<!\\)%[\s\S]*$/u, '');
    });
}
/** `ExecStart=/usr/bin/x`, and its like before and after it; systemd starts them without a shell. */
function fromUnit(text) {
    return byLine(text.replace(/\\\r?\n/gu, ' '), (line) => /^\s*Exec\w+\s*=\s*[-@:+!|]*(\S.*)$/u.exec(line)?.[1] ?? /^\s*Environment\s*=\s*(\S.*)$/u.exec(line)?.[1]?.replace(/^/u, 'export ') ?? null, { later: true });
}
/** `Exec=x %U` of a desktop entry. */
function fromDesktop(text) {
    return byLine(text, (line) => /^\s*Exec\s*=\s*(\S.*)$/u.exec(line)?.[1]?.replace(/%[a-zA-Z]/gu, '') ?? null, { later: true });
}
/** `RUN+="/bin/x"` and `PROGRAM="x"` of rules of udev. */
function fromUdev(text) {
    return byLine(text, (line) => (/^\s*#/u.test(line) ? null : (/\b(?:RUN(?:\{program\})?\+?=|PROGRAM==?|IMPORT\{program\}==?)\s*"((?:\\.|[^"\\])*)"/u.exec(line)?.[1]?.replace(/%[a-zA-Z]|\$(?:attr|env)\{[^}]*\}/gu, 'x') ?? null)), { later: true });
}
/** Scripts of logrotate, from `postrotate` and its like to `endscript`. */
function fromLogrotate(text) {
    return [...text.matchAll(/^[ \t]*(?:pre|post|first|last)(?:rotate|action|remove)[ \t]*\n([\s\S]{0,10000}?)\n[ \t]*endscript/gmu)].map(({ index, 0: whole, 1: script = '' }) => (0,_script_js__WEBPACK_IMPORTED_MODULE_0__/* .scriptAt */ .V)(script, text.slice(0, index + whole.indexOf(script)).split('\n').length, { shell: 'sh', later: true }));
}
/** `ProgramArguments` of a property list of launchd. */
function fromPlist(text) {
    return [...text.matchAll(/<key>ProgramArguments<\/key>\s*<array>([\s\S]{0,10000}?)<\/array>/gu)].map(({ index, 1: list = '' }) => {
        const line = text.slice(0, index).split('\n').length;
        const words = [...list.matchAll(/<string>([^<]*)<\/string>/gu)].map(([, word = '']) => (0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedWord */ .l)(word.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&quot;/gu, '"').replace(/&amp;/gu, '&')));
        return (0,_script_js__WEBPACK_IMPORTED_MODULE_0__/* .scriptAt */ .V)(words.join(' '), line, { shell: 'sh', lines: [line], later: true });
    });
}
/** `command=/usr/bin/x` of supervisord, which starts it without a shell. */
function fromCommands(text) {
    return byLine(text, (line) => /^\s*command\s*=\s*(\S.*)$/u.exec(line)?.[1] ?? null, { later: true });
}
/** Values of these keys in a TOML file: `command = "npm run build"`. */
function fromToml(keys) {
    const pattern = new RegExp(`^\\s*(?:[\\w-]+\\.)*(?:${keys})\\s*=\\s*(?:"((?:\\\\.|[^"\\\\])*)"|'([^']*)'|"""([\\s\\S]*))`, 'u');
    return (text) => byLine(text, (line) => {
        const [, quoted, plain] = pattern.exec(line) ?? [];
        return quoted?.replace(/\\(["\\])/gu, '$1') ?? plain ?? null;
    });
}
/** `//go:generate x`, which `go generate` starts; it is no shell, so that only its words are. */
function fromGoGenerate(text) {
    return byLine(text, (line) => /^\/\/go:generate\s+(.+)$/u.exec(line)?.[1] ?? null);
}
/** `<Exec Command="x" />` of a project of MSBuild. */
function fromMsbuild(text) {
    return byLine(text, (line) => /<Exec\b[^>]*\bCommand\s*=\s*"([^"]*)"/u.exec(line)?.[1]?.replace(/&quot;/gu, '"').replace(/&amp;/gu, '&').replace(/&gt;/gu, '>').replace(/&lt;/gu, '<').replace(/\$\([\w.]+\)/gu, '${{ property }}') ?? null);
}
const TASKS = /^\[tool\.(?:poe\.tasks|pdm\.scripts|taskipy\.tasks|hatch\.(?:[\w.-]+\.)?scripts|cibuildwheel|rye\.scripts|uv\.scripts)(?:[.\w-]*)\]/u;
/** Tasks of pyproject.toml, by the section that they stand in. */
function fromPyproject(text) {
    let inTasks = false;
    return byLine(text, (line) => {
        if (/^\s*\[/u.test(line))
            inTasks = TASKS.test(line.trim());
        if (!inTasks)
            return null;
        const value = /^\s*(?:[\w."'-]+\s*=\s*)?(?:\{[^}]*?\b(?:cmd|shell)\s*=\s*)?\[?\s*("(?:\\.|[^"\\])*"|'[^']*')/u.exec(line)?.[1];
        return value === undefined ? null : value.startsWith('"') ? value.slice(1, -1).replace(/\\(["\\])/gu, '$1') : value.slice(1, -1);
    });
}
/** `commands =` of tox.ini, and the lines below it. */
function fromTox(text) {
    let inCommands = false;
    return byLine(text, (line) => {
        const [, key, value = ''] = /^([\w-]+)\s*=\s*(.*)$/u.exec(line) ?? [];
        if (key !== undefined || /^\[/u.test(line))
            inCommands = key !== undefined && /^(?:commands(?:_pre|_post)?|list_dependencies_command|install_command)$/u.test(key);
        const command = key === undefined ? line : value;
        return inCommands ? command.replace(/^\s*(?:[-!]\s+)?/u, '').replace(/\{[^{}]{0,200}\}/gu, '${{ tox }}') : null;
    });
}
/** What `rpmbuild` runs, and what runs on the machines that the package comes to, both elsewhere. @see https://rpm-software-management.github.io/rpm/manual/spec.html */
function fromRpmSpec(text) {
    const lines = text.split(/\r?\n/u);
    const heads = lines.flatMap((line, index) => (/^%(?:prep|generate_buildrequires|conf|build|install|check|clean|pre|post|preun|postun|pretrans|posttrans|trigger\w+|filetrigger\w+|description|package|files|changelog|sourcelist|patchlist)\b/u.test(line) ? [index] : []));
    return heads.flatMap((from, index) => {
        const head = lines[from];
        // `-p <lua>` and lists are no scripts of a shell.
        if (/^%(?:description|package|files|changelog|sourcelist|patchlist)\b|-p\s*<lua>|-p\s+\S*(?:python|perl)/u.test(head))
            return [];
        const script = lines.slice(from + 1, heads[index + 1] ?? lines.length).join('\n').replace(/%\{[^{}]{0,200}\}/gu, '${{ macro }}').replace(/(?<=^|\s)%[a-z_]\w*/gu, ':');
        return script.trim() === '' ? [] : [(0,_script_js__WEBPACK_IMPORTED_MODULE_0__/* .scriptAt */ .V)(script, from + 2, { shell: 'sh', later: true, image: true })];
    });
}


/***/ }),

/***/ 45722:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yh: () => (/* binding */ isManifest),
/* harmony export */   dx: () => (/* binding */ isRecipe),
/* harmony export */   fA: () => (/* binding */ fromValues),
/* harmony export */   uu: () => (/* binding */ fromManifest)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10074);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58353);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40620);
/* harmony import */ var _script_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19609);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7029);
// SPDX-License-Identifier: Apache-2.0
//
// Commands in Kubernetes manifests: what containers start with, their probes and hooks, steps of Tekton and Argo, and shell scripts that a ConfigMap carries. They run in
// a container, later, so that only what people look out for is told. Refuses nothing: a manifest that can't be read its own reader tells of.
// @see https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/





const KIND = /^[ {\t]*["']?kind["']?\s*:/mu;
// Hits `&a kind:`, `? kind`, `, kind: Pod` and `"\u006bind":`, which only a parser tells from other text.
const PERHAPS = /(?:^|[\s{,"'?])kind["']?\s*:|^\?\s*["']?kind\b|"[^"\n]{0,200}\\[xuU][0-9a-fA-F]{2}/mu;
const SHELL_KEY = /\.(?:sh|bash|ksh|zsh)$/u;
const SHEBANG = /^#!\s*(\S+)(?:\s+(?:-\S+\s+)*(\S+))?/u;
/** Volumes that are thrown away with the pod, or can't be written to. */
const PASSING = /^(?:emptyDir|configMap|secret|projected|downwardAPI|image)$/u;
/** True for the name of a kustomization. */
function isRecipe(path) {
    return /(?:^|\/)kustomization(?:\.ya?ml)?$/iu.test(path);
}
/** True for a text that is a Kubernetes manifest, by the two keys that each has, or a kustomization, by its name. */
function isManifest(path, text) {
    if (isRecipe(path))
        return true;
    if (!/\.(?:ya?ml|json)$/iu.test(path))
        return false;
    if (text.includes('apiVersion') && KIND.test(text))
        return true;
    return /apiVersion|\\[xuU]/u.test(text) && PERHAPS.test(text) && hasKeys(text);
}
function hasKeys(text) {
    try {
        return (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .yamlTrees */ .P)(text).some(({ entries }) => entries?.has('apiVersion') === true && entries.has('kind'));
    }
    catch {
        return false;
    }
}
/** Scripts of all documents of a manifest. */
function fromManifest(text) {
    try {
        return (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .yamlTrees */ .P)(text).flatMap((tree) => [...carried(tree), ...below(tree, new Set())]);
    }
    catch {
        return [];
    }
}
/** Commands in the values of a chart: what becomes of them its templates say, but a container starts with them. */
function fromValues(text) {
    return (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .yamlTrees */ .P)(text).flatMap((tree) => startsBelow(tree));
}
function startsBelow(node) {
    const items = (node.items ?? []).flatMap((item) => startsBelow(item));
    if (node.entries === null)
        return items;
    const about = { given: _variables_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_GIVEN */ .Yf, volumes: false };
    const words = ['command', 'args'].flatMap((key) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, key)?.items ?? []).filter(({ text }) => text !== null);
    const commands = [words, ...hooksOf(node)].filter((group) => group.length > 0);
    const scripts = [...node.entries].flatMap(([key, value]) => (value.text !== null && (/^(?:command|script|\w*[sS]cript)$/u.test(key) || SHELL_KEY.test(key) || SHEBANG.test(value.text)) ? ofScript(value.text, value, about) : []));
    return [...items, ...commands.map((group) => inWords(group, about)), ...scripts, ...[...node.entries.values()].flatMap((value) => startsBelow(value))];
}
// `lasting`: names of volumes that outlive the pod.
function below(node, lasting) {
    const items = (node.items ?? []).flatMap((item) => below(item, lasting));
    if (node.entries === null)
        return items;
    const volumes = [...((0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, 'volumes')?.items ?? []).filter((volume) => ![...(volume.entries?.keys() ?? [])].some((key) => PASSING.test(key))), ...((0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, 'volumeClaimTemplates')?.items ?? []).map((claim) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(claim, 'metadata') ?? claim)];
    const inner = volumes.length === 0 ? lasting : new Set([...lasting, ...volumes.map((volume) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(volume, 'name')?.text ?? '')]);
    return [...ofContainer(node, inner), ...[...node.entries.values()].flatMap((value) => below(value, inner))];
}
function ofContainer(node, lasting) {
    const volumes = ((0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, 'volumeMounts')?.items ?? []).some((mount) => lasting.has((0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(mount, 'name')?.text ?? ''));
    const given = givenTo(node);
    const about = { given, volumes };
    const words = (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, 'image') === undefined ? [] : ['command', 'args'].flatMap((key) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, key)?.items ?? []);
    const commands = [words, ...hooksOf(node)].filter((group) => group.length > 0);
    const script = (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, 'image') === undefined ? undefined : ((0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, 'script') ?? (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, 'source'));
    return [...commands.map((group) => inWords(group, about)), ...(script?.text === undefined || script.text === null ? [] : ofScript(script.text, script, about))];
}
function hooksOf(node) {
    return [...['livenessProbe', 'readinessProbe', 'startupProbe'].map((key) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, key)), ...['postStart', 'preStop'].map((key) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, 'lifecycle', key))].map((hook) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(hook, 'exec', 'command')?.items ?? []);
}
// The kubelet puts `$(NAME)` in before anything starts.
function inWords(words, { given, volumes }) {
    const line = words.at(-1)?.line ?? 1;
    const script = words.map(({ text }) => (0,_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quotedWord */ .l)((text ?? '').replace(/\$\(([\w.-]+)\)/gu, (whole, name) => (given.values.has(name) ? `\${{ ${name} }}` : whole)))).join(' ');
    const last = words.at(-1);
    const first = script.split('\n').length - (last?.text ?? '').split('\n').length;
    return (0,_script_js__WEBPACK_IMPORTED_MODULE_2__/* .scriptAt */ .V)(script, line, { shell: 'sh', given, volumes, later: true, image: true, lines: script.split('\n').map((_text, index) => (last?.literal === true ? line + Math.max(0, index - first) : line)) });
}
function ofScript(text, node, { given, volumes }) {
    const found = SHEBANG.exec(text);
    const program = (/\benv$/u.test(found?.[1] ?? '') ? found?.[2] : found?.[1])?.replace(/^.*\//u, '') ?? 'sh';
    if (!/^(?:ba|da|a|z|k)?sh$/u.test(program))
        return [];
    return [(0,_script_js__WEBPACK_IMPORTED_MODULE_2__/* .scriptAt */ .V)(text.replace(/\$\((?:params|inputs|workspaces|tasks|context|steps|results)\.[^)]{1,200}\)|\{\{[^{}]{0,500}\}\}/gu, '${{ filled in }}'), node.line, { given, volumes, later: true, image: true, ...(node.literal ? {} : { lines: text.split('\n').map(() => node.line) }) })];
}
// `data` of a ConfigMap or Secret: what is named like a script or a program, or begins like one.
function carried(tree) {
    const about = { given: _variables_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_GIVEN */ .Yf, volumes: true };
    const of = (key, read) => [...((0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(tree, key)?.entries ?? [])].flatMap(([name, node]) => {
        const text = read(node.text ?? '');
        const literal = node.literal && text === node.text;
        const lineOf = (line) => (literal ? node.line + line - 1 : node.line);
        const program = (/\.sql$/iu.test(name) ? [(0,_program_js__WEBPACK_IMPORTED_MODULE_1__/* .sqlAt */ .sQ)(text, 1)] : ((0,_program_js__WEBPACK_IMPORTED_MODULE_1__/* .fromProgram */ .$6)(`scripts/${name}`, text) ?? [])).map((one) => ({ ...one, line: lineOf(one.line), lines: one.lines.map(lineOf), image: true }));
        return [...program, ...(SHELL_KEY.test(name) || SHEBANG.test(text) ? ofScript(text, { ...node, literal }, about) : [])];
    });
    const encoded = (text) => (/^IyE[A-Za-z0-9+/=\s]*$/u.test(text) ? Buffer.from(text, 'base64').toString('utf8') : text);
    return [...of('data', encoded), ...of('stringData', (text) => text), ...of('binaryData', encoded)];
}
function givenTo(node) {
    const listed = ((0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, 'env')?.items ?? []).flatMap((one) => ((0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(one, 'name')?.text ? [[(0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(one, 'name')?.text ?? '', (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(one, 'value')?.text ?? '${{ unknown }}']] : []));
    return listed.length === 0 ? _variables_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_GIVEN */ .Yf : { values: new Map(listed), line: (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .under */ .h)(node, 'env')?.line ?? node.line, expands: false };
}


/***/ }),

/***/ 40620:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ fromProgram),
/* harmony export */   Qz: () => (/* binding */ EVERYTHING),
/* harmony export */   jj: () => (/* binding */ fromCell),
/* harmony export */   pc: () => (/* binding */ fromUnnamedSql),
/* harmony export */   rY: () => (/* binding */ UNNAMED),
/* harmony export */   rZ: () => (/* binding */ isMarked),
/* harmony export */   sQ: () => (/* binding */ sqlAt),
/* harmony export */   sU: () => (/* binding */ UNMARKED),
/* harmony export */   yP: () => (/* binding */ LOSSES)
/* harmony export */ });
/* harmony import */ var _programs_calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53629);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10074);
/* harmony import */ var _script_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19609);
// SPDX-License-Identifier: Apache-2.0
//
// Commands that programs in other languages hand to a shell, written out, and SQL that scripts hand to a database. They run when the program comes there, so that
// only what people look out for is told. Refuses to understand the program: what it computes stands for itself, and passes.



// Where programs are that do something to a machine or to data rather than for a user: elsewhere SQL is the product's own.
const SCRIPTS = /(?:^|\/)(?:s?bin|scripts?|hack|\.?ci|\.github|\.gitlab|ops|deploy(?:ment)?|cron)\/|^[\w-]+\.\w+$/iu;
// A program there that no entry of the policy names is judged by nobody as the migration that it is.
const MIGRATIONS = /(?:^|\/)(?:migrations?|migrate|alembic\/versions)\//iu;
const TESTS = /(?:^|\/)(?:tests?|__tests__|specs?|e2e|fixtures?|testdata|__mocks__)\/|(?:^|\/)test_[^/]*$|[._](?:test|spec)\.\w+$/iu;
/** How a table is changed is for its migration to say. */
const LOSSES = new Map([['data-destroy', 'data-destroy']]);
/** SQL that no entry of the policy names. */
const UNNAMED = new Map([['data-destroy', 'sql-file']]);
/** Programs make and delete folders of their own all day. */
const EVERYTHING = new Map([['root-delete', 'root-delete'], ['home-delete', 'home-delete']]);
/** Commands of a program; null when it has none, or is in no language that is looked at. */
function fromProgram(path, text) {
    const tests = TESTS.test(path);
    if (!tests && MIGRATIONS.test(path)) {
        const calls = (0,_programs_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .callsIn */ .T)(path, text, ['shell', 'remove', 'sql', 'schema'])?.filter(({ undoes }) => !undoes) ?? [];
        return calls.length === 0 ? null : calls.map((call) => extracted(call, UNNAMED));
    }
    const calls = (0,_programs_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .callsIn */ .T)(path, text, !tests && SCRIPTS.test(path) ? ['shell', 'remove', 'sql'] : ['shell', 'remove']) ?? [];
    return calls.length === 0 ? null : calls.map((call) => extracted(call, LOSSES));
}
/** Endings of files in the languages of cells. */
const ENDINGS = { python: 'py', python3: 'py', ipython: 'py', r: 'R', R: 'R', javascript: 'js', js: 'js', typescript: 'ts', ruby: 'rb', perl: 'pl', groovy: 'groovy', go: 'go' };
/** Calls in a cell of a notebook. */
function fromCell(language, text) {
    const ending = Object.hasOwn(ENDINGS, language) ? ENDINGS[language] : undefined;
    return ending === undefined ? [] : ((0,_programs_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .callsIn */ .T)(`cell.${ending}`, text, ['shell', 'remove', 'sql']) ?? []).map((call) => extracted(call, UNNAMED));
}
/** A longer one is a dump, and no migration. */
const MAX_SQL = 1_048_576;
// Hits what may lose data; whether it does the parser says.
const MAY_LOSE = /\b(?:drop|truncate|delete)\b/iu;
// The part that undoes it, as tools mark it, up to where one that does begins again. A comment such as `-- rollback` ends nothing.
const UNDO = /^[ \t]*--(?:[ \t]*(?:migrate:down|\+goose[ \t]+Down|\/\/[ \t]*@undo)|[ \t-]*down[ \t]+migration)\b(?:(?!\n[ \t]*--(?:[ \t]*(?:migrate:up|\+goose[ \t]+Up)|[ \t-]*up[ \t]+migration)\b)[\s\S])*/gimu;
const DOES = /^[ \t]*--(?:[ \t]*(?:migrate:up|\+goose[ \t]+Up|\/\/)|[ \t-]*up[ \t]+migration)/imu;
// A changelog is one wherever it lies.
const CHANGELOG = /^\s*--[ \t]*liquibase formatted sql\b/iu;
/** Ends the name of a migration of which every line runs, whatever marks are in it. */
const UNMARKED = '/unmarked.sql';
/** True for a migration with marks that tell what it does from what undoes it. */
function isMarked(path, text) {
    return path.endsWith('.sql') && MIGRATIONS.test(path) && text.length <= MAX_SQL && DOES.test(text) && text.search(UNDO) >= 0;
}
/** A migration in SQL that no entry of the policy names, from where it may lose data on; null when it loses none. */
function fromUnnamedSql(path, text) {
    if (text.length > MAX_SQL || !(MIGRATIONS.test(path) || CHANGELOG.test(text.slice(0, 1_000))) || TESTS.test(path) || /[._-](?:down|undo|rollback|revert)\.sql$|(?:^|\/)(?:down|revert|verify|undo)(?:\/|\.sql$)|(?:^|\/)U[\d._]+__/iu.test(path))
        return null;
    const runs = !path.endsWith(UNMARKED) && DOES.test(text) ? text.replace(UNDO, (part) => part.replace(/[^\n]/gu, ' ')) : text;
    return MAY_LOSE.test(runs) ? [sqlAt(runs, 1, UNNAMED)] : null;
}
/** SQL that something else carries, at the first line that may lose data. */
function sqlAt(text, line, told = LOSSES) {
    const at = line + text.slice(0, MAY_LOSE.exec(text)?.index ?? 0).split('\n').length - 1;
    return { ...extracted({ kind: 'sql', text, line: at, undoes: false }, told), line: at };
}
function extracted({ kind, text, line }, ofSql) {
    const word = (0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quotedWord */ .l)(text);
    const script = kind === 'shell' ? text : `${kind === 'remove' ? 'rm -rf --' : 'psql -c'} ${word}`;
    return (0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(script, line, { shell: 'sh', lines: script.split('\n').map(() => line), later: true, told: kind === 'shell' ? null : kind === 'remove' ? EVERYTHING : ofSql });
}


/***/ }),

/***/ 19609:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readExtracted),
/* harmony export */   V: () => (/* binding */ scriptAt)
/* harmony export */ });
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58353);

/** A script whose lines follow each other from a line on. */
function scriptAt(script, line, more = {}) {
    return { line, script, shell: 'bash', lines: script.split('\n').map((_text, index) => line + index), image: false, volumes: false, language: null, given: _variables_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_GIVEN */ .Yf, hazards: [], later: false, told: null, ...more };
}
/** Hazards that concern only the machine that a command runs on: an image in the making is thrown away with its mistakes. */
const OF_THE_MACHINE = new Set(['root-delete', 'home-delete', 'outside-delete', 'unresolved-delete', 'workspace-delete', 'bulk-delete', 'system-write', 'wide-permissions', 'account-change', 'service-stop', 'process-kill', 'runs-later', 'work-loss', 'erase']);
/** Of those, what concerns a volume, too. */
const OF_A_VOLUME = new Set(['root-delete', 'outside-delete', 'unresolved-delete', 'bulk-delete', 'erase']);
/** Reads a script that was found, with the lines of its file. `said`: what was told of variables already, which many scripts may get. */
function readExtracted({ script, shell, lines, line, image, language, given, later, volumes, told, hazards: added }, read, said = new Set()) {
    if (shell === 'other')
        return later ? [] : [unread(script, line, language ?? 'another language')];
    const variables = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .exportLine */ .X3)(given);
    const places = variables === '' ? lines : [given.line, ...lines];
    const minded = ({ id }) => (told === null || told.has(id)) && (!image || !OF_THE_MACHINE.has(id) || (volumes && OF_A_VOLUME.has(id)));
    return read(variables === '' ? script : `${variables}\n${script}`).flatMap((operation) => {
        const hazards = [...operation.facts.hazards, ...added].filter(minded).map(({ id, detail }) => ({ id: told?.get(id) ?? id, detail }));
        // What gives variables is an operation only where they change what programs do.
        if (later && hazards.length === 0)
            return [];
        const key = `${given.line}\n${operation.facts.text}`;
        if (variables !== '' && operation.line === 1 && (hazards.length === 0 || image || said.has(key)))
            return [];
        if (variables !== '' && operation.line === 1)
            said.add(key);
        return [{ ...operation, line: places[operation.line - 1] ?? line, facts: { ...operation.facts, hazards } }];
    });
}
function unread(script, line, language) {
    const why = `a script in ${language} is not read here`;
    return {
        kind: 'shell', line, paths: [],
        facts: {
            statement: 'UNKNOWN', name: 'shell.unknown', text: script.slice(0, 500), redacted: '?', functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
            accesses: [{ effect: 'unknown', object: null, type: null, columns: [], filtered: [], assumed: false, why }],
        },
    };
}


/***/ }),

/***/ 88704:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   Fb: () => (/* binding */ fromTerraform),
/* harmony export */   Vb: () => (/* binding */ blockAt),
/* harmony export */   mh: () => (/* binding */ lineAt)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10074);
/* harmony import */ var _cloud_init_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46432);
/* harmony import */ var _script_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19609);
// SPDX-License-Identifier: Apache-2.0
//
// Commands in Terraform's own files: provisioners, the `external` data source and hooks of Terragrunt, which run wherever somebody plans or applies. Refuses
// to read the language further: what it makes, its saved plan says.
// @see https://developer.hashicorp.com/terraform/language/resources/provisioners/local-exec



const BLOCKS = [
    { begins: /\bprovisioner\s+"?local-exec"?\s*\{/gu, keys: 'command', away: false },
    { begins: /\bprovisioner\s+"?remote-exec"?\s*\{/gu, keys: 'inline', away: true },
    { begins: /\bprovisioner\s+"?shell"?\s*\{/gu, keys: 'inline', away: true },
    { begins: /\bprovisioner\s+"?shell-local"?\s*\{/gu, keys: '(?:inline|command)', away: false },
    { begins: /\bdata\s+"?external"?\s+"?[\w-]+"?\s*\{/gu, keys: 'program', away: false },
    { begins: /\b(?:before|after|error)_hook\s+"[^"]*"\s*\{/gu, keys: 'execute', away: false },
];
// A text, a list of texts, or a here-document; groups 1 to 4.
const VALUE = '\\s*=\\s*(?:"((?:\\\\.|[^"\\\\\\n])*)"|(\\[[^\\]]*\\])|<<-?\\s*(\\w+)\\r?\\n([\\s\\S]*?)\\r?\\n[ \\t]*\\3[ \\t]*(?:\\r?\\n|$))?';
// What a machine starts with, whether encoded on the way or not.
const STARTS = new RegExp(`(?:^|[\\n{,;])[ \\t]*"?(?:user_data(?:_base64|_raw)?|metadata_startup_script|(?:startup|shutdown)[-_]script|custom_data|cloud_init|commandToExecute|user-data)"?\\s*[=:](?:\\s*(?:base64(?:encode|gzip)|textencodebase64|sensitive|trimspace|chomp|replace)\\s*\\()*${VALUE.replace('\\s*=', '')}`, 'gu');
/** Scripts of a `.tf` or `.hcl` file. */
function fromTerraform(text) {
    return [...commands(text), ...[...text.matchAll(STARTS)].flatMap((found) => started(found, text))];
}
function started(found, text) {
    const [whole, quoted, list, , heredoc] = found;
    const at = lineAt(text, found.index + whole.length - whole.replace(/^[\s,;{]+/u, '').length);
    if (heredoc !== undefined)
        return (0,_cloud_init_js__WEBPACK_IMPORTED_MODULE_0__/* .fromUserData */ .y)(filled(heredoc), at + 1);
    const script = quoted !== undefined ? plain(quoted) : list !== undefined ? ofList(list, 'inline') : '';
    return (0,_cloud_init_js__WEBPACK_IMPORTED_MODULE_0__/* .fromUserData */ .y)(script, at).map((one) => ({ ...one, line: at, lines: one.lines.map(() => at) }));
}
function commands(text) {
    return BLOCKS.flatMap(({ begins, keys, away }) => [...text.matchAll(begins)].flatMap((found) => {
        const block = blockAt(text, found.index + found[0].length);
        const from = found.index + found[0].length;
        const value = new RegExp(`(?:^|[\\n{])[ \\t]*${keys}${VALUE}`, 'u').exec(block);
        const line = lineAt(text, from + (value === null ? 0 : value.index + 1));
        const other = /\binterpreter\s*=\s*\[\s*"(?:[^"]*\/)?([\w.-]+)"/u.exec(block)?.[1];
        const language = other === undefined || /^(?:ba|da|a|z|k)?sh$/u.test(other) ? null : other;
        const about = { shell: language === null ? 'sh' : 'other', language, later: away };
        if (value === null)
            return [];
        const [, quoted, list, , heredoc] = value;
        const script = quoted !== undefined ? plain(quoted) : list !== undefined ? ofList(list, keys) : heredoc === undefined ? null : filled(heredoc);
        // An expression: what runs is computed.
        if (script === null)
            return [(0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)('eval "${{ terraform }}"', line, { ...about, lines: [line] })];
        return [(0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(script, heredoc === undefined ? line : line + 1, { ...about, ...(heredoc === undefined ? { lines: script.split('\n').map(() => line) } : {}) })];
    }));
}
/** A block from behind its brace to the one that closes it; braces in texts are counted too, which can only make it longer or shorter by what they hold. */
function blockAt(text, from) {
    let depth = 1;
    for (let at = from; at < text.length; at += 1) {
        if (text[at] === '{')
            depth += 1;
        else if (text[at] === '}' && (depth -= 1) === 0)
            return text.slice(from, at);
    }
    return text.slice(from);
}
// `inline` has a command a line, the others have a word each.
function ofList(list, keys) {
    const texts = textsIn(list);
    return keys === 'inline' ? texts.join('\n') : texts.map(_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quotedWord */ .l).join(' ');
}
/** The texts of a list, or the one text. */
function textsIn(list) {
    return [...list.matchAll(/"((?:\\.|[^"\\])*)"/gu)].map(([, text = '']) => plain(text));
}
function plain(text) {
    return filled(text.replace(/\\n/gu, '\n').replace(/\\t/gu, '\t').replace(/\\(["\\])/gu, '$1'));
}
// `${x}` is put in before a shell starts; `$${x}` is one for the shell.
function filled(text) {
    return text.replace(/\$\$\{|[$%]\{[^{}]{0,500}\}/gu, (found) => (found === '$${' ? '${' : '${{ terraform }}'));
}
/** Line of a position, from 1. */
function lineAt(text, position) {
    let line = 1;
    for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1))
        line += 1;
    return line;
}


/***/ }),

/***/ 58353:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   X3: () => (/* binding */ exportLine),
/* harmony export */   Yf: () => (/* binding */ NOTHING_GIVEN),
/* harmony export */   ny: () => (/* binding */ givenBy)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10074);
// SPDX-License-Identifier: Apache-2.0
//
// Variables that a file gives to its scripts (`ENV`, `env:`, `variables:`), as a first line of shell that sets them. What only the CI product knows is a value
// that nobody knows. Refuses to let a value become code: it is quoted whatever it holds.

const NOTHING_GIVEN = { values: new Map(), line: 1, expands: false };
/** A variable that nothing sets: its value is not known. */
const OUTSIDE = '"$OSTIARY_OUTSIDE"';
/** Source: the largest pipelines in use set a few dozen. */
const MAX_GIVEN = 500;
/** Stands for a value that is not known. */
const UNKNOWN_VALUE = '${{ unknown }}';
/** One line of shell that sets them; empty when there are none. */
function exportLine({ values, expands }) {
    const known = [...values].filter(([name]) => /^[A-Za-z_]\w{0,200}$/u.test(name)).slice(0, MAX_GIVEN);
    return known.map(([name, value]) => `export ${name}=${quoted(value.replaceAll('\n', ' '), expands)}`).join('; ');
}
// Hits `${{ inputs.x }}` and `$[[ inputs.x ]]`, which are put in before the shell starts, as values and not as code.
function quoted(value, expands) {
    const parts = value.split(/\$\{\{[^}]{0,4096}\}\}|\$\[\[[^\]]{0,4096}\]\]/u);
    return parts.map((part) => (expands ? `"${expandable(part)}"` : (0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quotedWord */ .l)(part))).join(OUTSIDE);
}
// `$X` and `${X}` stay; whatever else a shell would read as its own is text.
function expandable(text) {
    return text.replace(/\$\$/gu, '\\$').replace(/[\\"`]|\$(?![A-Za-z_{])|\$\{(?![A-Za-z_]\w*(?::?-[\w./ -]*)?\})/gu, (found) => `\\${found}`);
}
/** Variables of a mapping, over those of outer ones. `{ value: x }` is how GitLab writes one with a description. */
function givenBy(node, outer, expands) {
    const entries = node?.entries;
    if (entries === undefined || entries === null || node === undefined)
        return outer;
    const values = new Map(outer.values);
    for (const [name, value] of entries)
        values.set(name, value.text ?? value.entries?.get('value')?.text ?? UNKNOWN_VALUE);
    return { values, line: node.line, expands };
}
/** The same with some names not known any more. */
function without(given, names) {
    const values = new Map(given.values);
    for (const name of names)
        values.set(name, UNKNOWN_VALUE);
    return { ...given, values };
}


/***/ }),

/***/ 7029:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ yamlTrees),
/* harmony export */   h: () => (/* binding */ under)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33243);
// SPDX-License-Identifier: Apache-2.0
//
// YAML as a tree with places, for files that CI products read: anchors, aliases and tags included, as those products allow them. Refuses what
// does not parse, and aliases that would make a small file large.
// @see https://yaml.org/spec/1.2.2/

/** Source: the largest workflow files in use have a few thousand lines. */
const MAX_CHARACTERS = 1_048_576;
const MAX_DEPTH = 64;
const MAX_NODES = 100_000;
/** The documents of a text. Throws what js-yaml throws, or a RangeError beyond the limits. */
function yamlTrees(text) {
    if (text.length > MAX_CHARACTERS)
        throw new RangeError(`the file is longer than ${MAX_CHARACTERS} characters`);
    return new Builder(text).documents();
}
class Builder {
    text;
    #events;
    #anchors = new Map();
    #at = 0;
    #made = 0;
    #line = 1;
    #counted = 0;
    constructor(text) {
        this.text = text;
        this.#events = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseEvents */ .PH)(text, { maxDepth: MAX_DEPTH });
    }
    documents() {
        const trees = [];
        while (this.#at < this.#events.length) {
            const event = this.#events[this.#at];
            this.#at += 1;
            if (event.type !== js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.DOCUMENT)
                continue;
            if (this.#events[this.#at]?.type !== js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.POP)
                trees.push(this.#node());
        }
        return trees;
    }
    #node() {
        const event = this.#events[this.#at];
        this.#at += 1;
        if ((this.#made += 1) > MAX_NODES)
            throw new RangeError(`the file holds more than ${MAX_NODES} nodes`);
        if (event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.ALIAS) {
            const { anchorStart, anchorEnd } = event;
            return this.#anchors.get(this.text.slice(anchorStart, anchorEnd)) ?? this.#leaf('', 1, null);
        }
        const opening = event;
        const node = this.#opened(event, this.#tag(event));
        if (opening.anchorStart >= 0)
            this.#anchors.set(this.text.slice(opening.anchorStart, opening.anchorEnd), node);
        return node;
    }
    #opened(event, tag) {
        if (event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SEQUENCE) {
            const line = this.#lineAt(event.start);
            const items = [];
            while (this.#events[this.#at]?.type !== js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.POP)
                items.push(this.#node());
            this.#at += 1;
            return { line, text: null, literal: false, items, entries: null, tag };
        }
        if (event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.MAPPING)
            return this.#mapping(this.#lineAt(event.start), tag);
        if (event.type !== js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SCALAR)
            return this.#leaf('', 1, tag);
        const leaf = this.#leaf((0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .getScalarValue */ .KE)(this.text, event), event.valueStart < 0 ? this.#line : this.#lineAt(event.valueStart), tag);
        return { ...leaf, literal: event.style === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .SCALAR_STYLE */ .jK.LITERAL_BLOCK };
    }
    #mapping(line, tag) {
        const entries = new Map();
        const own = new Set();
        let repeated;
        while (this.#events[this.#at]?.type !== js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.POP) {
            const key = this.#node();
            const value = this.#node();
            if (key.text === '<<')
                for (const merged of value.items ?? [value])
                    for (const [name, node] of merged.entries ?? [])
                        if (!entries.has(name))
                            entries.set(name, node);
            if (key.text !== null && own.has(key.text))
                repeated = key.text;
            if (key.text !== null) {
                own.add(key.text);
                entries.set(key.text, value);
            }
        }
        this.#at += 1;
        return { line, text: null, literal: false, items: null, entries, tag, ...(repeated === undefined ? {} : { repeated }) };
    }
    #leaf(text, line, tag) {
        return { line, text, literal: false, items: null, entries: null, tag };
    }
    #tag(event) {
        return 'tagStart' in event && event.tagStart >= 0 ? this.text.slice(event.tagStart, event.tagEnd).replace(/^!?/u, '!') : null;
    }
    // Places only grow, so lines are counted once.
    #lineAt(position) {
        if (position < this.#counted) {
            this.#counted = 0;
            this.#line = 1;
        }
        for (let at = this.text.indexOf('\n', this.#counted); at >= 0 && at < position; at = this.text.indexOf('\n', at + 1)) {
            this.#line += 1;
            this.#counted = at + 1;
        }
        return this.#line;
    }
}
/** A node by path; undefined where there is none. */
function under(node, ...keys) {
    return keys.reduce((inner, key) => inner?.entries?.get(key), node);
}


/***/ }),

/***/ 10074:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ quotedWord)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// A word as a script holds it. Refuses to leave anything in it for the shell to read.
/** `it's` as `'it'\''s'`. */
function quotedWord(word) {
    return `'${word.replaceAll('\'', '\'\\\'\'')}'`;
}


/***/ })

};
