// SPDX-License-Identifier: Apache-2.0
//
// Programs that only read: which of their operands are files, and which options of theirs write or start something after all. Refuses to read a
// pattern as a file.
import type { Program, Use } from '../model.js';
import { Options, type Shape } from '../options.js';
import { danger } from './table.js';

const readers = (shape: Shape = {}, writes = ''): Program => ({ args, draft }) => {
  const options = new Options(args, shape);
  for (const path of options.operands) draft.read(path);
  for (const name of writes.split(' ').filter((one) => one !== '')) for (const path of options.values(name)) draft.write(path);
  for (const value of options.allValues()) draft.mention(value);
  draft.access('read', null, null);
};

const looks: Program = ({ args, draft }) => {
  for (const path of new Options(args, { letters: 'IwTcf', names: 'format printf' }).operands) draft.look(path);
  draft.access('read', null, null);
};

/** Prints or computes; its arguments are no files. */
const prints: Program = ({ draft }) => draft.access('read', null, null);

const GREP: Shape = { letters: 'efmABCDdgtTjMr', names: 'regexp file max-count after-context before-context context color colour include exclude exclude-dir exclude-from binary-files devices directories label glob iglob type type-not type-add threads pre pre-glob hostname-bin sort sortr max-depth max-filesize encoding engine replace max-columns ignore-file path-separator dfa-size-limit regex-size-limit colors', own: 'files' };

const grep: Program = (use) => {
  const { draft, name } = use;
  const shape = name === 'rg' ? GREP : { ...GREP, letters: 'efmABCDd' };
  const options = new Options(use.args, shape);
  for (const file of options.values('f', 'file')) draft.read(file);
  const patterned = options.values('e', 'regexp', 'f', 'file').length > 0 || options.names().includes('files') || options.has('type-list', 'version', 'help');
  for (const path of patterned ? options.operands : options.operands.slice(1)) draft.read(path);
  for (const program of options.values('pre', 'hostname-bin')) if (program !== '') danger(draft, 'environment-code');
  draft.access('read', null, null);
};

const sort: Program = ({ args, draft, call, follow }) => {
  const options = new Options(args, { letters: 'kotST', names: 'key output field-separator buffer-size temporary-directory compress-program files0-from batch-size parallel random-source' });
  for (const path of options.operands) draft.read(path);
  for (const path of options.values('o', 'output')) draft.write(path);
  for (const program of options.values('compress-program')) follow.start([program], call);
  draft.access('read', null, null);
};

// `-o x` of the BSDs.
const base64: Program = ({ args, draft }) => {
  const options = new Options(args, { letters: 'wbio', names: 'wrap input output' });
  for (const path of [...options.operands, ...options.values('i', 'input')]) draft.read(path);
  for (const path of options.values('o', 'output')) draft.write(path);
  draft.access('read', null, null);
};

const date: Program = ({ args, draft }) => {
  const options = new Options(args, { letters: 'dfrsI', names: 'date file reference set' });
  if (options.has('s', 'set') || options.value('s', 'set') !== undefined) {
    draft.access('control', 'clock', 'setting');
    danger(draft, 'system-write');
  } else draft.access('read', null, null);
};

const uniq: Program = ({ args, draft }) => {
  const [from, to] = new Options(args, { letters: 'fsw', names: 'skip-fields skip-chars check-chars' }).operands;
  if (from !== undefined) draft.read(from);
  if (to !== undefined) draft.write(to);
  draft.access('read', null, null);
};

const openssl: Program = ({ args, draft }) => {
  const options = new Options(args, { single: true, names: 'in out key inkey keyout cert CAfile config pass passin passout' });
  for (const path of options.values('in', 'key', 'inkey', 'CAfile', 'cert')) draft.read(path);
  for (const path of options.values('out', 'keyout')) draft.access('write', path, 'file');
  if (options.operands[0] === 's_client') draft.access('execute', 'network', 'host');
  draft.called('openssl', ...(options.operands[0] === undefined ? [] : [options.operands[0]]));
  draft.access('read', null, null);
};

const pager: Program = ({ args, draft, call, follow }) => {
  for (const arg of args) if (arg.startsWith('+!')) follow.script(arg.slice(2), call, { own: true });
  for (const path of new Options(args, { letters: 'bhjkoPpTtxyz' }).operands) draft.read(path);
  draft.access('read', null, null);
};

// An editor told to run commands by its arguments: `vim -c '!rm x'`.
const editor: Program = (use: Use) => {
  const options = new Options(use.args, { letters: 'csSuTtUwW', names: 'cmd eval execute load' });
  const commands = [...options.values('c', 'cmd'), ...use.args.filter((arg) => arg.startsWith('+')).map((arg) => arg.slice(1))];
  for (const command of commands) {
    const text = /^:?\s*(?:silent!?\s+)?!(.+)$/su.exec(command)?.[1] ?? /\bsystem\(\s*["'](.+?)["']\s*\)/u.exec(command)?.[1];
    if (text !== undefined) use.follow.script(text, use.call, { own: true });
    else if (/^:?\s*(?:py|python|perl|ruby|lua|so|source|terminal|call)\b/u.test(command)) use.draft.unknown('what the editor is told to run can not be read');
  }
  for (const text of options.values('eval', 'execute')) if (/shell-command|call-process|delete-(?:file|directory)/u.test(text)) use.draft.unknown('what the editor is told to run can not be read');
  for (const path of options.operands.filter((one) => !one.startsWith('+'))) use.draft.write(path);
  use.draft.access('execute', use.name, 'program');
};

const SECRET_NAME = /(?:SECRET|TOKEN|PASSWORD|PASSWD|API_?KEY|PRIVATE_KEY|ACCESS_KEY|CREDENTIAL)/iu;

const printenv: Program = ({ args, draft }) => {
  draft.access('read', null, null);
  if (args.some((arg) => SECRET_NAME.test(arg))) draft.hazard('secret-read', 'it prints a variable that is called a secret');
};

const gpg: Program = ({ args, draft }) => {
  const options = new Options(args, { letters: 'oru', names: 'output recipient local-user homedir passphrase-file keyring' });
  for (const path of options.values('o', 'output')) draft.write(path);
  for (const path of options.operands) draft.mention(path);
  if (options.names().some((name) => name.startsWith('export-secret'))) danger(draft, 'secret-read');
  draft.access('read', null, null);
};

// `fd -x rm`: starts a command with what it finds.
const fd: Program = ({ args, draft, call, follow }) => {
  const at = args.findIndex((arg) => /^(?:-x|-X|--exec|--exec-batch)$/u.test(arg));
  draft.access('read', null, null);
  if (at < 0) return;
  const command = args.slice(at + 1);
  const removes = /^(?:rm|unlink|shred|rmdir)$/u.test(command[0] ?? '');
  follow.start([...command, '\uFFFF'], { ...call, opened: [] }, { open: true, hazards: removes ? [...call.hazards, { id: 'bulk-delete', detail: 'which files it deletes is known only when it runs' }] : call.hazards });
};

const man: Program = ({ args, draft }) => {
  draft.access('read', null, null);
  if (new Options(args, { letters: 'PpCRLmMSseE', names: 'pager preprocessor' }).value('P', 'pager') !== undefined) danger(draft, 'environment-code');
};

const names = (text: string, program: Program): Record<string, Program> => Object.fromEntries(text.split(' ').map((name) => [name, program]));

/** Programs that read, by name. */
export const readonly: Readonly<Record<string, Program>> = {
  ...names('cat tac nl od hexdump hd strings fold fmt pr expand unexpand paste join comm cmp md5sum sha1sum sha256sum sha512sum sha224sum sha384sum b2sum cksum sum shasum md5 rev zcat bzcat xzcat zless bat batcat column csplit iconv colrm', readers({ letters: 'wNjAtdsfLtx', names: 'width' })),
  ...names('head tail', readers({ letters: 'nc', names: 'lines bytes pid sleep-interval' })), wc: readers({ names: 'files0-from' }), cut: readers({ letters: 'bcdf', names: 'bytes characters delimiter fields output-delimiter' }),
  xxd: readers({ letters: 'csglo' }), diff: readers({ letters: 'UCIFxXSWD', names: 'unified context exclude exclude-from label' }), colordiff: readers(), vimdiff: readers(), diff3: readers(), file: readers({ letters: 'fFm' }),
  jq: (use) => {
    const options = new Options(use.args, { letters: 'fL', names: 'arg argjson slurpfile rawfile from-file indent tab' });
    for (const path of options.value('f', 'from-file') === undefined ? options.operands.slice(1) : options.operands) use.draft.mention(path);
    use.draft.access('read', null, null);
  },
  yq: (use) => {
    const options = new Options(use.args, { letters: 'oPpI' });
    for (const path of options.operands) use.draft.mention(path);
    if (options.has('i', 'inplace', 'in-place')) for (const path of options.operands.slice(1)) use.draft.write(path);
    use.draft.access('read', null, null);
  },
  printenv, gpg, gpg2: gpg, fd, fdfind: fd, man, sort, uniq, base64, base32: base64, date, openssl, less: pager, more: pager, most: pager,
  ...names('grep egrep fgrep zgrep rgrep ggrep pcregrep rg ag ack ugrep', grep),
  ...names('ls dir vdir exa eza lsd tree stat du df readlink realpath basename dirname namei lsof getfacl lsattr cloc tokei locate md5deep', looks),
  ...names('echo pwd whoami id uname hostname groups who w users uptime arch nproc tty locale sleep seq yes expr bc dc factor numfmt tr which whereis whatis info apropos help clear reset tput cal ps top htop free vmstat iostat mpstat sar pgrep pidof lsblk blkid lscpu lspci lsusb lsmod dmesg last lastlog getent getconf ifconfig netstat ss host dig nslookup ping ping6 traceroute tracepath mtr arp envsubst shellcheck xmllint jsonlint pathchk logname dircolors sum true false cowsay figlet fortune neofetch tsort shuf tldr', prints),
  ...names('vim vi nvim ex view emacs nano ed', editor),
};
