// SPDX-License-Identifier: Apache-2.0
//
// Wires `session`: a file in, a verdict or a story out; pages and exports are loaded when asked for. Refuses to trust what the file says
// of itself.
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { EXIT, GateError, messageOf } from '../core/errors.js';
import { listInput, type RawInputs } from '../commands/verb.js';
import { ENVELOPE_SUFFIX } from '../record/envelope.js';
import { BUNDLE_SUFFIX } from '../record/keyless.js';
import { replay } from '../record/replay.js';
import { KEY_BUNDLE_SUFFIX } from '../record/session-key.js';
import type { Verdict } from '../record/verdict.js';
import { verifyRecording } from '../record/verify.js';
import { type FlagSpec, parseArguments } from './arguments.js';
import { sigstoreTrust } from './sigstore-trust.js';

/** Width of a line where there is no terminal. */
const PLAIN_WIDTH = 100;

/** Whom to believe, and where a signature lies. */
const TRUST: readonly FlagSpec[] = [
  { name: 'key', kind: 'list' }, { name: 'envelope', kind: 'text' }, { name: 'bundle', kind: 'text' }, { name: 'identity', kind: 'text' }, { name: 'issuer', kind: 'text' }, { name: 'trusted-root', kind: 'text' },
];
/** Each its own: a flag that would be ignored is refused. */
const FLAGS: Readonly<Record<'verify' | 'replay' | 'index', readonly FlagSpec[]>> = {
  verify: [{ name: 'json', kind: 'flag' }],
  replay: [{ name: 'no-colour', kind: 'flag' }, { name: 'html', kind: 'text' }],
  index: [{ name: 'html', kind: 'text' }, { name: 'pages', kind: 'flag' }],
};

/** `ostiary session verify|replay|export FILE`, `ostiary session index DIR`. */
export async function sessionVerb(argv: readonly string[]): Promise<number> {
  // What goes wrong with the output is told to whoever wrote it.
  process.stdout.on('error', () => undefined);
  const [what, ...rest] = argv;
  if (what === 'export') return (await import('./session-export.js')).exportVerb(rest);
  const hint = 'it is `session verify FILE`, `session replay FILE`, `session export FILE` or `session index DIR`';
  if (what === undefined) throw new GateError('INPUT_INVALID', '`session` needs to know what to do', { hint });
  if (what !== 'verify' && what !== 'replay' && what !== 'index') throw new GateError('INPUT_INVALID', `\`session ${what}\` is not a command`, { hint });
  const { inputs, words } = parseArguments(rest, [...FLAGS[what], ...TRUST]);
  const file = words[0];
  if (what === 'index') return (await import('./session-pages.js')).indexVerb(words, inputs, await judgeFrom(inputs));
  if (file === undefined || words.length > 1) throw new GateError('INPUT_INVALID', `\`session ${what}\` takes one file`, { hint: 'the path that `run` printed, `…/session.jsonl`' });
  if (what === 'replay' && typeof inputs['html'] === 'string') return (await import('./session-pages.js')).pageVerb(file, inputs['html'], await judgeFrom(inputs));
  const idle = what === 'replay' ? TRUST.find(({ name }) => inputs[name] !== undefined) : undefined;
  if (idle !== undefined) throw new GateError('INPUT_INVALID', `\`--${idle.name}\` counts only together with \`--html\``, { hint: 'who signed a recording is told by `session verify`, and by the page' });
  return what === 'verify' ? verify(file, inputs) : show(file, inputs['no-colour'] !== true);
}

/** What `session verify` would say of a file, about the bytes that `source` gives. */
export type Judge = (file: string, source: string | Readable) => Promise<Verdict>;

async function judgeFrom(inputs: RawInputs): Promise<Judge> {
  const keys = await Promise.all(listInput(inputs, 'key').map(readKey));
  const text = (name: string): string | null => (typeof inputs[name] === 'string' ? inputs[name] : null);
  const expected = { trustedRoot: text('trusted-root'), identity: text('identity'), issuer: text('issuer') };
  if (text('bundle') !== null && Object.values(expected).every((one) => one === null)) throw new GateError('INPUT_INVALID', '`--trusted-root` is missing: a bundle of Sigstore is worth what its verifier expects', { hint: 'give `--trusted-root`, `--identity` and `--issuer` with `--bundle`' });
  const trust = await sigstoreTrust(expected, (name) => `\`--${name}\``);
  return (file, source) => verifyRecording(source, { keys, envelope: text('envelope') ?? file + ENVELOPE_SUFFIX, bundle: { path: text('bundle') ?? file + BUNDLE_SUFFIX, trust, keyPath: file + KEY_BUNDLE_SUFFIX } });
}

async function verify(file: string, inputs: RawInputs): Promise<number> {
  const judge = await judgeFrom(inputs);
  const verdict = await judge(file, file);
  await print(inputs['json'] === true ? `${plain(verdict)}\n` : `${verdict.state}: ${verdict.explanation}\n`);
  // Whoever says whom to trust asks whether one of them vouches; a chain alone is not that.
  const asksWho = listInput(inputs, 'key').length > 0 || typeof inputs['trusted-root'] === 'string';
  return verdict.state === 'signed' || (verdict.state === 'unsigned' && !asksWho) ? EXIT.done : EXIT.denied;
}

// What the file says of itself stands in it: by numbers, since a terminal would obey some of the characters.
function plain(verdict: Verdict): string {
  // Match U+009B and U+202E, miss "a".
  return JSON.stringify(verdict).replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function readKey(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new GateError('INPUT_INVALID', `the key \`${path}\` can not be read: ${messageOf(cause)}`, { cause, hint: 'give the file of a public key that you trust: `--key trusted.pem`' });
  });
}

async function show(file: string, wantsColour: boolean): Promise<number> {
  // @see https://no-color.org: an empty variable does not count.
  const colour = wantsColour && process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '';
  let altered = false;
  const story = replay(file, { colour, width: process.stdout.columns || PLAIN_WIDTH }, (verdict) => (altered = verdict.state === 'altered'));
  for await (const part of story) {
    if (!(await print(part))) break;
  }
  return altered ? EXIT.denied : EXIT.done;
}

// False once nobody reads any more: `| head` is a way to read the beginning, not a fault.
function print(text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined) resolve(true);
      else if ((error as NodeJS.ErrnoException).code === 'EPIPE') resolve(false);
      else reject(error);
    });
  });
}
