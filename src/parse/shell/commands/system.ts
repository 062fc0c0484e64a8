// SPDX-License-Identifier: Apache-2.0
//
// The machine: packages, processes and services, users, disks, kernel, schedules. Rows, with their options that take a value. A data table.
import type { Program } from '../model.js';
import { Options } from '../options.js';
import { HOLE } from '../text.js';
import { danger, table } from './table.js';

const names = (text: string, program: Program): Record<string, Program> => Object.fromEntries(text.split(' ').map((name) => [name, program]));

// `npm exec -c 'script'`, `npm exec -- prisma migrate reset`, and a shell of its own for all scripts.
function packageRunner(rows: Program): Program {
  return (use) => {
    rows(use);
    const options = new Options(use.args, { letters: 'cpw', names: 'call package workspace', first: false });
    const [verb = '', ...rest] = options.operands;
    if (!/^(?:exec|x|dlx)$/u.test(verb)) {
      if (verb === 'config' && /^(?:script-shell|shell|node-options|prefix-code)$/u.test((rest[1] ?? '').split('=')[0] as string) && rest[0] === 'set') danger(use.draft, 'environment-code');
      if (verb === 'set-script' || (verb === 'pkg' && rest[0] === 'set' && rest.some((word) => /^scripts[.[]/u.test(word)))) danger(use.draft, 'runs-later');
      // `yarn prisma migrate reset`: what is no command of theirs is a program of the project.
      if (/^(?:yarn|pnpm|bun)$/u.test(use.name) && rest.length > 0) use.follow.perhaps(use.args.slice(use.args.indexOf(verb)), use.call);
      return;
    }
    const script = options.value('c', 'call');
    if (script !== undefined) use.follow.script(script, use.call, { own: true });
    const at = use.args.findIndex((arg) => arg === rest[0]);
    if (rest.length > 0) use.follow.start([(rest[0] as string).replace(/(?<=.)@.*$/u, ''), ...use.args.slice(at + 1).filter((arg, index) => index > 0 || arg !== '--')], use.call);
  };
}

// `tmux new -d 'rm -rf x'`, `screen -dm rm -rf x`: the last words, or the last one as a script.
function terminal(rows: Program): Program {
  return (use) => {
    rows(use);
    for (const arg of use.args) if (/\s/u.test(arg)) use.follow.perhaps(arg, use.call);
    const at = use.args.findIndex((arg) => /^-\w*m$/u.test(arg));
    if (at >= 0 && use.args.length > at + 1) use.follow.perhaps(use.args.slice(at + 1), use.call);
  };
}

// `bundle exec rake db:reset`, `poetry run python x.py`: what comes after the word is a command.
function starting(word: RegExp, rows: Program): Program {
  return (use) => {
    rows(use);
    const [verb = '', ...rest] = new Options(use.args, { letters: 'npC', names: 'name prefix project directory with extra group package python env', first: true }).operands;
    const command = new Options(rest, { letters: 'npC', names: 'name prefix project directory with extra group package python env', first: true }).operands;
    if (word.test(verb) && command.length > 0) use.follow.start(command, use.call);
  };
}

const packages: Readonly<Record<string, Program>> = {
  ...names('apt apt-get aptitude', table({ letters: 'otc', names: 'option target-release' }, `
+s,simulate,dry-run,just-print : read
remove|purge|autoremove|autopurge : destroy #system-write @package
list|search|show|policy|depends|rdepends|changelog|download : read
update|clean|autoclean|check : write
install|reinstall|upgrade|full-upgrade|dist-upgrade|build-dep|source|satisfy : write @package
edit-sources|add-repository : control #system-write`)),
  ...names('apt-cache apt-mark dpkg-query apt-file apt-key', table({}, `
search|show|policy|depends|rdepends|showpkg|stats|list|showmanual|showauto|showhold|pkgnames|madison : read
auto|manual|hold|unhold : control @package
add : control #system-write
* : read`)),
  dpkg: table({}, `
+r,P,remove,purge : destroy #system-write @package
+i,install,unpack,configure : write @package
 : read`),
  ...names('yum dnf microdnf tdnf', table({ letters: 'cdex', names: 'installroot enablerepo disablerepo repo setopt' }, `
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
  ...names('npm pnpm yarn bun corepack', packageRunner(table({ letters: 'Cwcw', names: 'prefix workspace filter registry tag loglevel cache dir otp access script-shell node-options' }, `
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
  ...names('pip pip2 pip3 pipx uv poetry pipenv pdm conda mamba hatch rye', starting(/^run$/u, table({ letters: 'rcetif', names: 'requirement constraint editable target index-url extra-index-url find-links python python-version' }, `
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
  ...names('gem bundle bundler', starting(/^(?:exec|execute)$/u, table({ letters: 'vin', names: 'version' }, `
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
  ...names('mvn gradle gradlew mvnw ant sbt', table({ letters: 'fPplTb' }, 'deploy|publish|release:perform|deploy:deploy|publishtomavencentral : write #publish\nclean : write\n* : execute\n : execute')),
  twine: table({}, 'upload : write #publish\ncheck : read'), 'semantic-release': table({}, '+d,dry-run : read\n : write #publish'), lerna: table({}, 'publish : write #publish\nls|list|changed : read\n* : execute'), vsce: table({}, 'publish|unpublish : write #publish\n* : write'), ovsx: table({}, 'publish : write #publish\n* : read'), changeset: table({}, 'publish : write #publish\n* : write'), goreleaser: table({}, '+snapshot,skip-publish : execute\nrelease : write #publish\n* : execute'),
};

const kill: Program = ({ args, draft }) => {
  if (args.includes('-l') || args.includes('-L')) return draft.access('read', null, null);
  const pids = args.filter((arg, index) => (/^(?:-?\d+|%\w*)$/u.test(arg) && (index > 0 || !arg.startsWith('-'))) || !arg.startsWith('-'));
  for (const pid of pids) draft.access('control', pid, 'process');
  if (args.some((arg, index) => arg === '-1' && (index > 0 || args.length === 1)) || pids.includes('1')) danger(draft, 'process-kill');
  draft.access('control', 'process', 'process');
};

const processes: Readonly<Record<string, Program>> = {
  kill, pkill: table({ letters: 'guUPst', names: 'signal group parent session terminal uid' }, '+u,U,euid,uid : control #process-kill @process\n : control @process'), killall: table({ letters: 'suyo', names: 'signal user' }, '+u,user : control #process-kill @process\n : control @process'),
  killall5: table({}, ' : control #process-kill'), renice: table({}, ' : control'), skill: table({}, ' : control @process'), fuser: table({}, '+k,kill : control #process-kill @file\n : read'),
  ...names('reboot shutdown halt poweroff telinit', table({}, '+c : control\n : control #machine-stop')), init: table({}, '0|6|1|s : control #machine-stop\n : control'),
  systemctl: table({ letters: 'tHMpn', names: 'type host machine property lines state root' }, `
status|show|list-units|list-unit-files|list-timers|list-sockets|is-active|is-enabled|is-failed|cat|get-default|list-dependencies|help|list-jobs : read
poweroff|reboot|halt|kexec|rescue|emergency|suspend|hibernate|isolate : control #machine-stop
stop|disable|mask|kill : control #service-stop @service
enable|link|preset|set-default|edit|set-environment|import-environment : control #runs-later @service
start|restart|reload|try-restart|reload-or-restart|daemon-reload|unmask|reset-failed : control @service
 : read`),
  service: table({}, '* status : read\n* stop : control #service-stop\n+status-all : read\n* : control'),
  ...names('initctl rc-service rc-update chkconfig update-rc.d launchctl supervisorctl', table({}, 'status|list|print : read\nremove|stop|unload|bootout|disable|delete : control #service-stop\n* : control #runs-later')),
  journalctl: table({ letters: 'unpSUo' }, '+vacuum-size,vacuum-time,vacuum-files,rotate : destroy #data-destroy\n : read'),
  crontab: ({ args, draft }) => {
    const options = new Options(args, { letters: 'u' });
    draft.access(options.has('l') ? 'read' : 'write', 'crontab', 'schedule');
    if (options.has('r')) danger(draft, 'data-destroy');
    else if (!options.has('l')) danger(draft, 'runs-later');
  },
  at: ({ args, draft, call, follow }) => {
    if (new Options(args, { letters: 'fqt' }).has('l')) return draft.access('read', null, null);
    draft.access('execute', 'at', 'schedule');
    danger(draft, 'runs-later');
    if (call.frame.stdin?.text) follow.script(call.frame.stdin.text, call, { own: true });
  },
  batch: table({}, ' : execute #runs-later'), atq: table({}, ' : read'), atrm: table({}, ' : control'),
  'systemd-run': ({ args, call, draft, follow }) => {
    const { operands } = new Options(args, { letters: 'pMHE', names: 'unit property setenv uid gid on-calendar on-active on-boot description slice', first: true });
    if (args.some((arg) => arg.startsWith('--on-'))) danger(draft, 'runs-later');
    draft.access('execute', 'systemd-run', 'program');
    if (operands.length > 0) follow.start(operands, call);
  },
  screen: terminal(table({ letters: 'SXcdrst' }, '+ls,list : read\n : execute')), tmux: terminal(table({ letters: 'tsLf' }, 'ls|list-sessions|display-message|capture-pane : read\nkill-server : control #process-kill\n : execute')),
};

const users: Readonly<Record<string, Program>> = {
  ...names('useradd adduser usermod groupadd addgroup groupmod gpasswd passwd chpasswd chage chsh chfn newusers vipw vigr visudo dseditgroup dscl pwconv pwunconv grpconv', table({ letters: 'cdegGkKlpsuRM' }, '+S,status,c,check : read\n : grant #account-change @account')),
  ...names('userdel deluser groupdel delgroup', table({}, ' : destroy #account-change @account')),
  setenforce: table({}, ' : control #account-change'), chcon: table({}, ' : grant @file'), setcap: table({}, ' : grant #account-change'), 'ssh-copy-id': table({ letters: 'ipo' }, ' : grant #account-change @host'), 'ssh-keygen': table({ letters: 'bCfIkmNnOPrstVwYz' }, '+R : write\n+l,y,F,B : read\n : write'), newgrp: table({}, ' : control'), authselect: table({}, ' : control #account-change'), 'pam-auth-update': table({}, ' : control #account-change'),
};

// The device is the last operand, mostly; a file in the work tree may be one, too.
const onDevice = (shape: string, read: readonly string[] = []): Program => ({ args, draft }) => {
  const options = new Options(args, { letters: shape });
  if (read.length > 0 && options.has(...read)) return draft.access('read', null, null);
  for (const path of options.operands) draft.write(path);
  if (options.operands.some((path) => path.startsWith(HOLE))) draft.hazard('disk-write', 'where it writes to is known only when it runs');
  if (options.operands.length === 0) draft.access('read', null, null);
};

const disks: Readonly<Record<string, Program>> = {
  ...names('mkfs mkfs.ext2 mkfs.ext3 mkfs.ext4 mkfs.xfs mkfs.btrfs mkfs.vfat mkfs.fat mkfs.ntfs mkfs.exfat mkfs.f2fs mke2fs mkdosfs mkntfs mkswap newfs mkfs.minix mkfs.cramfs mkfs.msdos', onDevice('LtUTbIiJNOmMrdfnsSFCE')),
  ...names('fdisk sfdisk cfdisk gdisk sgdisk', onDevice('bCHStuLpwWoNnztcP', ['l', 'list', 'd', 'dump'])), parted: ({ args, draft }) => {
    const options = new Options(args, { letters: 'a' });
    if (options.has('l', 'list') || options.operands[1] === 'print') return draft.access('read', null, null);
    draft.write(options.operands[0] ?? '');
  },
  wipefs: onDevice('top', ['n', 'no-act']), blkdiscard: onDevice('olp'), hdparm: onDevice('', ['I', 'i', 't', 'T', 'g']), badblocks: onDevice('bcdeot'), tune2fs: onDevice('ceEgiIJLmMoOrTuUQ', ['l']), resize2fs: onDevice(''), xfs_growfs: onDevice(''), e2fsck: onDevice('', ['n']), fsck: onDevice('t', ['n', 'N']), swapoff: table({}, ' : control'), swapon: table({}, '+s,show : read\n : control'), losetup: table({}, '+l,list,a : read\n : control'), partprobe: table({}, ' : control'), dmsetup: table({}, 'ls|info|status|table : read\nremove|remove_all|wipe_table : destroy #disk-write\n* : control #disk-write'),
  ...names('lvremove vgremove pvremove lvreduce', table({ letters: 'Ll' }, '+t,test : read\n : destroy #disk-write @volume')), ...names('lvcreate vgcreate pvcreate lvextend vgextend lvresize vgreduce pvresize', table({ letters: 'Lln' }, ' : write #disk-write @volume')), ...names('lvs vgs pvs lvdisplay vgdisplay pvdisplay lvscan', table({}, ' : read')),
  mdadm: table({ letters: 'lnadD' }, '+D,detail,E,examine,Q,query : read\n+zero-superblock,S,stop,f,fail,r,remove,C,create : destroy #disk-write\n : control'),
  ...names('zpool zfs', table({ letters: 'otrspmR' }, '+n : read\nlist|status|get|iostat|history|diff : read\ndestroy|labelclear|rollback|detach|offline|remove : destroy #disk-write @volume\n* : write @volume')),
  btrfs: table({}, 'subvolume delete|device remove|device delete : destroy #disk-write @volume\nfilesystem|subvolume list|subvolume show|device stats|scrub : read\n* : write'),
  cryptsetup: table({ letters: 'cdhls' }, 'luksdump|isluks|status|luksuuid : read\nluksformat|erase|lukserase|reencrypt|lukskillslot|luksremovekey : destroy #disk-write @volume\n* : control'),
  mount: table({ letters: 'otLUT' }, '+l : read\n* : control\n : read'), umount: table({ letters: 'tO' }, ' : control @file'), eject: table({}, ' : control'), diskutil: table({}, 'list|info : read\nerasedisk|erasevolume|partitiondisk|reformat|secureerase|apfs deletecontainer|apfs deletevolume|zerodisk|randomdisk : destroy #disk-write\n* : control'), format: table({}, ' : destroy #disk-write'), nvme: table({}, 'list|smart-log|id-ctrl : read\nformat|sanitize|delete-ns : destroy #disk-write\n* : control'), flashrom: table({}, ' : write #disk-write'), efibootmgr: table({}, '+v : read\n+b,B,c,o : control #system-write\n : read'), 'grub-install': table({}, ' : write #disk-write'), 'update-grub': table({}, ' : write #system-write'),
  sysctl: table({ letters: 'pnf' }, '+w,p,load,system : control #system-write\n* : read\n : read'), ...names('modprobe insmod rmmod depmod', table({}, '+n,dry-run,show-depends : read\n : control #system-write')), kexec: table({}, ' : control #machine-stop'), hostnamectl: table({}, 'set-hostname : control #system-write\n : read'), timedatectl: table({}, 'set-time|set-timezone|set-ntp : control #system-write\n : read'), hwclock: table({}, '+w,s,set,systohc,hctosys : control #system-write\n : read'), quotaoff: table({}, ' : control'), ldconfig: table({}, '+p : read\n : write'), 'update-alternatives': table({}, '+display,list,query,get-selections : read\n : control'), alternatives: table({}, ' : control'),
};

/** The machine's programs, by name. */
export const system: Readonly<Record<string, Program>> = { ...packages, ...processes, ...users, ...disks };
