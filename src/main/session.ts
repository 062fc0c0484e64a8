// SPDX-License-Identifier: Apache-2.0
//
// Wires `session verify` and `session replay`: a file in, a verdict or a story out. Refuses to trust what the file says of itself.
import { EXIT, GateError } from '../core/errors.js';
import { replay } from '../record/replay.js';
import { verifyRecording } from '../record/verify.js';
import { parseArguments } from './arguments.js';

/** `ostiary session verify|replay FILE`. */
export async function sessionVerb(argv: readonly string[]): Promise<number> {
  const [what, ...rest] = argv;
  const { inputs, words } = parseArguments(rest, [{ name: 'json', kind: 'flag' }, { name: 'no-colour', kind: 'flag' }]);
  const file = words[0];
  if (what !== 'verify' && what !== 'replay') throw new GateError('INPUT_INVALID', `\`session ${what ?? ''}\` is not a command`, { hint: 'it is `session verify FILE` or `session replay FILE`' });
  if (file === undefined || words.length > 1) throw new GateError('INPUT_INVALID', `\`session ${what}\` takes one file`, { hint: 'the path that `run` printed, `…/session.jsonl`' });
  return what === 'verify' ? verify(file, inputs.json === true) : show(file, inputs['no-colour'] !== true);
}

async function verify(file: string, json: boolean): Promise<number> {
  const verdict = await verifyRecording(file);
  process.stdout.write(json ? `${JSON.stringify(verdict)}\n` : `${verdict.state}: ${verdict.explanation}\n`);
  return verdict.state === 'signed' || verdict.state === 'unsigned' ? EXIT.done : EXIT.denied;
}

async function show(file: string, wantsColour: boolean): Promise<number> {
  const colour = wantsColour && process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  for await (const part of replay(file, { colour, width: process.stdout.columns ?? 100 })) {
    if (!process.stdout.write(part)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return EXIT.done;
}
