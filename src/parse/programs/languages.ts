// SPDX-License-Identifier: Apache-2.0
//
// What has to be known of a language to find calls in it: what its texts and comments look like, and the well-known calls that hand a text to a shell, or
// SQL to a database. One row a language. Refuses calls that do either only in some programs: a method called `run` is anybody's.

/** One language. */
export interface Language {
  readonly name: 'python' | 'javascript' | 'ruby' | 'perl' | 'php' | 'go' | 'groovy' | 'r' | 'lua' | 'awk';
  readonly files: RegExp;
  /** What the first line says of the program that runs it. */
  readonly shebang: RegExp;
  /** Comments and texts, one after the other; a text begins with its quote. */
  readonly tokens: RegExp;
  /** Calls for a shell, and calls for a database, up to where their first argument begins. Tried where neither a text nor a comment stands. */
  readonly shell: RegExp;
  readonly sql: RegExp;
  /** Calls that delete a folder with everything below it. */
  readonly remove: RegExp;
  /** What none of the calls of a kind can be without: a file that has none of them is looked at no further. */
  readonly signs: Readonly<Record<'shell' | 'sql' | 'remove', readonly string[]>>;
  /** A backquoted text is a command. */
  readonly backquotes: boolean;
  /** Begins the part of a migration that undoes it. */
  readonly undo: RegExp;
}

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
export const LANGUAGES: readonly Language[] = [
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
export function languageOf(path: string, text: string): Language | null {
  const named = LANGUAGES.find(({ files }) => files.test(path));
  if (named !== undefined) return named;
  if (!text.startsWith('#!') || /\.\w+$/u.test(path)) return null;
  const first = text.slice(0, 200).split('\n', 1)[0] as string;
  return LANGUAGES.find(({ shebang }) => shebang.test(first)) ?? null;
}
