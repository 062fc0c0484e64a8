// SPDX-License-Identifier: Apache-2.0
//
// What the isolation is checked for before COMMAND starts, from inside: a small POSIX shell script prints facts as JSON, and a pure
// function judges them. Refuses to trust a fact that is missing, and programs of COMMAND's own PATH.

/** Arguments: pid of a process that must be unreadable, session folder, repository, the workspace when COMMAND has a copy of it (or empty), then sockets that must not be writable. */
export const PROBE = `
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
pid=$1; sessions=$2; repository=$3; original=$4; shift 4
field() { sed -n "s/^$1:[[:space:]]*//p" /proc/self/status; }
yes() { if "$@" >/dev/null 2>&1; then printf true; else printf false; fi; }
sockets=false
for socket in "$@"; do if [ -w "$socket" ]; then sockets=true; fi; done
# A folder being listed is a descriptor, too, and gone when it is asked for again.
descriptors=false
[ -h "/proc/$$/fd/0" ] || descriptors=true
for descriptor in "/proc/$$/fd"/*; do
  case "\${descriptor##*/}" in 0|1|2) ;; *) if [ -h "$descriptor" ]; then descriptors=true; fi ;; esac
done
printf '{"uid":%s,"groups":"%s","noNewPrivileges":"%s","capabilities":"%s"' "$(id -u)" "$(field Groups)" "$(field NoNewPrivs)" "$(field CapEff)"
printf ',"readsGate":%s,"readsSessions":%s,"writesRepository":%s,"readsOriginal":%s,"sudo":%s,"rootSockets":%s,"descriptors":%s}' \\
  "$(yes cat "/proc/$pid/environ")" "$(yes ls "$sessions")" "$(if [ -e "$repository" ]; then yes test -w "$repository"; else printf false; fi)" "$(if [ -n "$original" ]; then yes test -x "$original"; else printf false; fi)" "$(yes sudo -n true)" "$sockets" "$descriptors"
`;

export interface ProbeFacts {
  readonly uid: number;
  readonly groups: string;
  readonly noNewPrivileges: string;
  readonly capabilities: string;
  readonly readsGate: boolean;
  readonly readsSessions: boolean;
  readonly writesRepository: boolean;
  readonly readsOriginal: boolean;
  readonly sudo: boolean;
  readonly rootSockets: boolean;
  /** Open ones beside standard input, output and error. */
  readonly descriptors: boolean;
}

/** What does not hold, as ends of a sentence; empty when the isolation is what it should be. */
export function probeFailures(facts: ProbeFacts, uid: number): string[] {
  const groups = facts.groups.trim().split(/\s+/).filter((group) => group !== '' && group !== String(uid));
  const checks: readonly (readonly [boolean, string])[] = [
    [facts.uid === uid, `the command would run as uid ${facts.uid}, not ${uid}`],
    [groups.length === 0, `the command would be in the groups ${groups.join(', ')}`],
    [facts.noNewPrivileges.trim() === '1', 'the command could gain privileges'],
    [/^0+$/.test(facts.capabilities.trim()), 'the command would have capabilities'],
    [facts.readsGate === false, "the command could read the gate's environment"],
    [facts.readsSessions === false, 'the command could read the session folder'],
    [facts.writesRepository === false, 'the command could write to `.git`'],
    [facts.readsOriginal === false, 'the command could enter the workspace itself, not only its copy'],
    [facts.sudo === false, 'the command could use sudo'],
    [facts.rootSockets === false, 'the command could reach a container engine'],
    [facts.descriptors === false, 'the command would inherit open files'],
  ];
  return checks.filter(([holds]) => !holds).map(([, failure]) => failure);
}
