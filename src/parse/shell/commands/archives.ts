// SPDX-License-Identifier: Apache-2.0
//
// Programs that pack and unpack: what goes in is read, what comes out is written, and what they start on the way is followed.
import type { Program, Use } from '../model.js';
import { Options, type Shape } from '../options.js';
import { HOLE } from '../text.js';
import { unpacked } from '../fetched-code.js';

const TAR: Shape = {
  letters: 'fCTXbFgHIKLNV',
  names: 'file directory files-from exclude-from exclude to-command checkpoint-action use-compress-program info-script new-volume-script rsh-command rmt-command listed-incremental transform owner group mode mtime strip-components format',
  own: 'exclude checkpoint extract',
};

const tar: Program = (use) => {
  const { draft, call, follow } = use;
  // `tar xzf a.tgz`: letters without a dash.
  const [first = '', ...rest] = use.args;
  const args = /^[A-Za-z]+$/u.test(first) && /[cxtruA]/u.test(first) ? oldStyle(first, rest) : use.args;
  const options = new Options(args, TAR);
  const archive = options.value('f', 'file');
  const creates = options.has('c', 'create', 'r', 'append', 'u', 'update', 'A');
  if (archive !== undefined && archive !== '-') draft[creates ? 'write' : 'read'](archive);
  if (creates) for (const path of options.operands) draft.read(path);
  if (options.has('x', 'extract', 'get')) {
    draft.write(options.value('C', 'directory') ?? '.');
    unpacked(use, archive, options.value('C', 'directory'), options.has('strip-components', 'transform') ? [] : options.operands);
  }
  if (options.has('remove-files')) for (const path of options.operands) draft.remove(path, true);
  for (const action of options.values('checkpoint-action')) if (/^exec=/u.test(action)) follow.script(action.slice('exec='.length), call, { own: true });
  for (const command of options.values('to-command', 'I', 'use-compress-program', 'info-script', 'F', 'rsh-command')) if (!/^(?:gzip|pigz|bzip2|pbzip2|xz|zstd|zstdmt|lz4|lzma|lzop)(?: -[\w-]+)*$/u.test(command)) follow.script(command, { ...call, frame: { ...call.frame, stdin: { text: HOLE, from: ['tar'] } } }, { own: true });
};

function oldStyle(letters: string, rest: readonly string[]): readonly string[] {
  const words = [...rest];
  const out: string[] = [];
  for (const letter of letters) out.push(...('fCTXbFgHIKLNV'.includes(letter) ? [`-${letter}`, words.shift() ?? ''] : [`-${letter}`]));
  return [...out, ...words];
}

const zip: Program = (use) => {
  const options = new Options(use.args, { letters: 'bixnPtTO', names: 'unzip-command' });
  const [archive = '', ...files] = options.operands;
  draftFiles(use, archive, files);
  const tester = use.args.indexOf('-TT');
  for (const command of [...options.values('unzip-command'), ...(tester < 0 ? [] : [use.args[tester + 1] ?? ''])]) use.follow.script(command, use.call, { own: true });
};

function draftFiles({ draft }: Use, target: string, sources: readonly string[]): void {
  draft.write(target);
  for (const source of sources) draft.read(source);
}

const unzip: Program = (use) => {
  const { args, draft } = use;
  const options = new Options(args, { letters: 'dxP' });
  if (options.operands[0] !== undefined) draft.read(options.operands[0]);
  if (options.has('l', 't', 'v', 'Z', 'p')) return;
  draft.write(options.value('d') ?? '.');
  unpacked(use, options.operands[0] ?? '-', options.value('d'));
};

/** Programs of archives, by name. */
export const archives: Readonly<Record<string, Program>> = { tar, gtar: tar, bsdtar: tar, zip, unzip };
