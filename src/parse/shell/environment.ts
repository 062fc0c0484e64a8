// SPDX-License-Identifier: Apache-2.0
//
// Variables that change what other programs do: libraries loaded before all others, files that shells and interpreters run first, programs
// that git starts, where commands are looked for. Refuses to mind ordinary ones (`NODE_ENV`).
import type { Draft } from './draft.js';
import { sourceVariable } from './registries.js';
import { HOLE, TEMP } from './text.js';

const CODE = new Set((
  'LD_PRELOAD LD_AUDIT DYLD_INSERT_LIBRARIES BASH_ENV ENV PROMPT_COMMAND PERL5OPT PERL5DB PYTHONSTARTUP PYTHONHOME RUBYOPT GIT_EXTERNAL_DIFF GIT_ASKPASS SSH_ASKPASS GIT_PROXY_COMMAND GIT_EXEC_PATH '
  + 'GIT_TEMPLATE_DIR JAVA_TOOL_OPTIONS _JAVA_OPTIONS BROWSER PS4 GIT_EDITOR GIT_SEQUENCE_EDITOR GIT_PAGER EDITOR VISUAL PAGER MANPAGER LESSOPEN LESSCLOSE SUDO_ASKPASS RSYNC_RSH'
).split(' '));
const HARMLESS = /^(?:|true|false|:|cat|less(?: -\w+)*|more|vi|vim|nano|code --wait|echo|\/bin\/true|\/bin\/cat)$/u;

/** Notes what assigned variables are known for; true when there was something. */
export function environmentOf(assigned: ReadonlyMap<string, string>, draft: Draft): boolean {
  let found = false;
  for (const [name, value] of assigned) {
    const why = reasonFor(name, value);
    if (why === null) continue;
    found = true;
    draft.access('control', name, 'setting');
    draft.hazard('environment-code', why);
  }
  return found;
}

/** Why a variable makes programs run something else; null when it does not. */
export function reasonFor(name: string, value: string): string | null {
  if (CODE.has(name) && !HARMLESS.test(value)) return `\`${name}\` makes other programs run what it names`;
  // Hits `--require=./x.js`, `-r x`, `--import x`; misses `--max-old-space-size=4096`.
  if (name === 'NODE_OPTIONS' && /(?:^|\s)(?:-r|--require|--import|--loader|--experimental-loader)(?:[\s=]|$)/u.test(value)) return '`NODE_OPTIONS` makes node run a file first';
  if (name === 'PATH' && shadows(value)) return '`PATH` begins with a folder that anybody may write to';
  return sourceVariable(name, value);
}

function shadows(value: string): boolean {
  const [first = ''] = value.split(':');
  return first === '' || first === '.' || first.startsWith(TEMP) || /^\/(?:tmp|var\/tmp|dev\/shm)(?:\/|$)/u.test(first) || (first.startsWith('./') && !/node_modules\/\.bin|\/bin$/u.test(first) && !first.includes(HOLE));
}
