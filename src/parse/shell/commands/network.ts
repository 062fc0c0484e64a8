// SPDX-License-Identifier: Apache-2.0
//
// The network: what fetches, sends, listens and filters. Which machine is asked and what is sent to it is told; refuses to call a download harmless when it
// goes where it runs later.
import type { Effect } from '../../../core/model.js';
import type { Draft } from '../draft.js';
import type { Program, Use } from '../model.js';
import { Options } from '../options.js';
import { settle } from '../paths.js';
import { shown } from '../text.js';
import { danger, table } from './table.js';

const names = (text: string, program: Program): Record<string, Program> => Object.fromEntries(text.split(' ').map((name) => [name, program]));

/** Host of an address; what is not known stays so. */
function hostOf(address: string): string {
  const host = address.replace(/^[a-z][a-z0-9+.-]*:\/\//iu, '').replace(/^[^/@]*@/u, '').replace(/[/?#].*$/su, '').toLowerCase();
  return host === '' ? shown(address) : host;
}

/** Addresses under which a cloud tells a machine its credentials. */
const METADATA = /^(?:169\.254\.169\.254|169\.254\.170\.2|100\.100\.100\.200|\[?fd00:ec2::254\]?|metadata\.google\.internal|metadata\.azure\.com)(?::\d+)?$/u;

function asks(draft: Draft, effect: Effect, address: string): void {
  const host = hostOf(address);
  draft.access(effect, host, 'host');
  if (METADATA.test(host)) draft.hazard('secret-read', `\`${host}\` tells a machine its credentials`);
}

// What comes over the network is run unread when it is run.
function fetched({ draft, follow }: Use, folder: string | undefined, path: string): void {
  if (path !== '-' && path !== '') follow.written.put(settle(draft.folder, folder === undefined ? path : `${folder}/${path}`), { text: null, fetched: true });
}

/** The file that an address is saved as. */
function nameIn(url: string): string {
  return url.replace(/[?#].*$/su, '').replace(/^.*\//su, '');
}

const CURL = {
  letters: 'AbCcDdeEFhHKmMnoPQrtTuUvwxXyYz',
  names: 'user-agent cookie continue-at cookie-jar dump-header data data-raw data-binary data-urlencode data-ascii json referer cert cacert capath key form form-string header config max-time netrc-file output output-dir ftp-port quote range telnet-option upload-file user proxy-user write-out proxy request speed-limit speed-time time-cond url connect-timeout retry retry-delay retry-max-time resolve interface limit-rate unix-socket oauth2-bearer aws-sigv4 url-query proto connect-to variable',
  own: 'data user url form retry key cert proxy output cookie',
};

const curl: Program = (use) => {
  const options = new Options(use.args, { ...CURL, letters: CURL.letters.replace('M', '').replace('n', '').replace('v', '') });
  const { draft } = use;
  const method = (options.value('X', 'request') ?? '').toUpperCase();
  const sends = options.values('d', 'data', 'data-raw', 'data-binary', 'data-urlencode', 'data-ascii', 'json', 'F', 'form', 'T', 'upload-file');
  for (const url of [...options.operands, ...options.values('url')]) {
    if (/^file:/iu.test(url)) draft.read(url);
    else asks(draft, method === 'DELETE' ? 'destroy' : sends.length > 0 || (method !== '' && method !== 'GET' && method !== 'HEAD') ? 'write' : 'read', url);
  }
  if (method === 'DELETE') draft.hazard('remote-delete', 'it deletes something over the network');
  for (const path of options.values('o', 'output', 'D', 'dump-header', 'c', 'cookie-jar')) draft.write(path);
  const named = options.has('O', 'remote-name', 'remote-name-all') ? [...options.operands, ...options.values('url')].map(nameIn) : [];
  for (const path of [...options.values('o', 'output'), ...named]) fetched(use, options.value('output-dir'), path);
  for (const text of sends) draft.mention(text);
  if (sends.some((text) => /^@?(?:-|\/dev\/stdin)$/u.test(text)) && use.call.frame.stdin?.from.some((name) => /^(?:env|printenv|set|declare|export)$/u.test(name)) === true) draft.hazard('secret-read', 'it sends the environment, with all secrets in it, to another machine');
  for (const path of options.values('T', 'upload-file', 'K', 'config', 'netrc-file', 'E', 'cert', 'key', 'cacert')) draft.read(path);
};

const wget: Program = (use) => {
  const options = new Options(use.args, { letters: 'oaeiBtOTwQPUlADIXYR', names: 'output-file append-output execute input-file base tries output-document timeout wait quota directory-prefix header referer user-agent user password post-data post-file method body-data body-file level accept reject domains load-cookies save-cookies limit-rate use-askpass ca-certificate certificate private-key', own: 'user' });
  const sends = options.values('post-data', 'post-file', 'body-data', 'body-file');
  const deletes = options.value('method')?.toUpperCase() === 'DELETE';
  for (const url of options.operands) asks(use.draft, deletes ? 'destroy' : sends.length > 0 ? 'write' : 'read', url);
  if (deletes) use.draft.hazard('remote-delete', 'it deletes something over the network');
  for (const path of options.values('O', 'output-document', 'o', 'output-file')) use.draft.write(path);
  for (const path of options.values('post-file', 'body-file', 'i', 'input-file')) use.draft.read(path);
  const to = options.values('O', 'output-document');
  for (const path of to.length > 0 ? to : options.operands.map(nameIn)) fetched(use, options.value('P', 'directory-prefix'), path);
  if (options.value('use-askpass') !== undefined) danger(use.draft, 'environment-code');
  use.draft.access('read', null, null);
};

const aria: Program = (use) => {
  const options = new Options(use.args, { letters: 'odxsjkiTl', names: 'out dir max-connection-per-server split max-concurrent-downloads min-split-size input-file header log checksum' });
  for (const url of options.operands) {
    asks(use.draft, 'read', url);
    const name = options.value('o', 'out') ?? nameIn(url);
    use.draft.write(`${options.value('d', 'dir') ?? '.'}/${name}`);
    if (options.value('checksum') === undefined) fetched(use, options.value('d', 'dir'), name);
  }
  if (options.operands.length === 0) use.draft.access('execute', 'aria2c', 'program');
};

// Something that starts a program for whoever is at the other end.
const netcat: Program = (use) => {
  const options = new Options(use.args, { letters: 'ceghioOpqsTVwxX', names: 'exec sh-exec lua-exec' });
  const command = options.value('e', 'c', 'exec', 'sh-exec');
  use.draft.access('execute', options.operands[0] ?? 'listener', 'host');
  if (options.has('z')) return;
  if (command !== undefined) use.draft.hazard('raw-socket', 'whoever is at the other end gets a program to talk to');
  else if (use.call.frame.stdin !== null && use.call.frame.stdin.text === null) use.draft.hazard('raw-socket', 'what it reads goes to another machine, unread');
};

const socat: Program = ({ args, draft, call, follow }) => {
  draft.access('execute', 'socat', 'host');
  for (const arg of args) {
    const command = /^(?:EXEC|SYSTEM):(["']?)([^"',]+)\1/iu.exec(arg)?.[2];
    if (command === undefined) continue;
    draft.hazard('raw-socket', 'whoever is at the other end gets a program to talk to');
    follow.script(command, call, { own: true });
  }
};

const scp: Program = ({ args, draft }) => {
  const options = new Options(args, { letters: 'cDFiJloPSX' });
  if (options.value('S') !== undefined) danger(draft, 'environment-code');
  const to = options.operands.at(-1) ?? '';
  for (const path of options.operands.slice(0, -1)) {
    if (/^[^/]+:/u.test(path)) draft.access('read', (path.split(':')[0] as string).replace(/^.*@/u, ''), 'host');
    else draft.read(path);
  }
  if (/^[^/]+:/u.test(to)) draft.access('write', (to.split(':')[0] as string).replace(/^.*@/u, ''), 'host');
  else draft.write(to);
};

const http: Program = ({ args, draft }) => {
  const [first = '', ...rest] = args.filter((arg) => !arg.startsWith('-'));
  const method = /^[A-Z]+$/u.test(first) ? first : 'GET';
  draft.access(method === 'DELETE' ? 'destroy' : method === 'GET' || method === 'HEAD' ? 'read' : 'write', hostOf(method === first ? (rest[0] ?? '') : first), 'host');
  if (method === 'DELETE') draft.hazard('remote-delete', 'it deletes something over the network');
  for (const arg of rest) draft.mention(arg);
};

const firewall = table({ letters: 'tAIDRPsdpijmN' }, `
+L,list,S,list-rules,n,C,check : read
 : control #firewall-change`);

/** Programs of the network, by name. */
export const network: Readonly<Record<string, Program>> = {
  curl, wget, wget2: wget, aria2c: aria, ...names('nc ncat netcat nc.traditional nc.openbsd', netcat), socat, scp, sftp: scp, ...names('http https xh httpie', http),
  ...names('iptables ip6tables ebtables arptables', firewall), ...names('iptables-restore ip6tables-restore', table({}, ' : control #firewall-change')), ...names('iptables-save', table({}, ' : read')),
  nft: table({}, 'list : read\n* : control #firewall-change'), ufw: table({}, 'status|show|version : read\n* : control #firewall-change'), 'firewall-cmd': table({}, '+list-all,get-zones,state,list-ports,list-services : read\n : control #firewall-change'), pfctl: table({}, '+s : read\n : control #firewall-change'),
  ip: table({ letters: 'n' }, 'netns exec : execute\n* show|* list|* get|* ls : read\n* add|* del|* delete|* set|* flush|* change|* replace : control #firewall-change\n* : read\n : read'),
  route: table({}, 'add|del|delete|flush : control #firewall-change\n : read'), nmcli: table({}, 'device|connection show|general : read\n* : control #firewall-change'), tc: table({}, '* show : read\n* : control'),
  telnet: table({}, ' : execute @host'), nmap: table({}, ' : execute @host'), tcpdump: table({ letters: 'iwrcCGsz' }, '+z : execute #environment-code\n : execute'), ngrok: table({}, ' : execute #raw-socket'), cloudflared: table({}, 'tunnel : execute #raw-socket\n* : execute'), 'ssh-keyscan': table({ letters: 'pTtf' }, ' : read @host'), 'ssh-add': table({ letters: 'tsSeE' }, '+l,L : read\n+D,d : control\n : control'), 'ssh-agent': table({}, ' : execute'), mail: table({}, ' : execute'), sendmail: table({}, ' : execute'), croc: table({}, ' : execute'), rclone: table({ names: 'config' }, 'ls|lsd|lsl|lsf|size|check|version|about|listremotes|tree : read\npurge|delete|deletefile|rmdirs|cleanup|sync|move|bisync|dedupe : destroy #data-destroy\nconfig : control\n* : write'),
};
