// SPDX-License-Identifier: Apache-2.0
//
// Tasks of Nomad: what they start, and containers as the `docker run` that each amounts to. They run on the cluster, later, so that only what people look out for is
// told. Refuses to read the language further: expressions stand for themselves.
// @see https://developer.hashicorp.com/nomad/docs/deploy/task-driver/docker
import { quotedWord } from '../quote.js';
import { type Extracted, scriptAt } from './script.js';
import { blockAt, lineAt, textsIn } from './terraform.js';

/** Attributes of a container with the option of `docker run` that each stands for. */
const OPTIONS: Readonly<Record<string, string>> = { volumes: '-v', cap_add: '--cap-add', security_opt: '--security-opt', network_mode: '--network', pid_mode: '--pid', ipc_mode: '--ipc', userns_mode: '--userns' };
const ATTRIBUTE = /(?:^|\n)[ \t]*(\w+)\s*=\s*(true\b|"(?:\\.|[^"\\\n])*"|\[[^\]]{0,20000}\])/gu;

/** Scripts of a job of Nomad. */
export function fromNomad(text: string): readonly Extracted[] {
  return [...text.matchAll(/\bconfig\s*\{/gu)].flatMap(({ index, 0: head }) => ofTask(text, index + head.length));
}

function ofTask(text: string, from: number): readonly Extracted[] {
  const found = [...blockAt(text, from).matchAll(ATTRIBUTE)].map(({ index, 0: whole, 1: name = '', 2: value = '' }) => ({ name, value, line: lineAt(text, from + index + whole.length - whole.trimStart().length) }));
  const textsOf = (name: string): readonly string[] => found.filter((one) => one.name === name).flatMap(({ value }) => textsIn(value));
  const at = (script: string, line: number, inImage = false): Extracted => scriptAt(script, line, { shell: 'sh', lines: script.split('\n').map(() => line), later: true, image: inImage });
  return found.flatMap(({ name, value, line }) => {
    if (name === 'command') return [at([...textsIn(value), ...textsOf('args')].map(quotedWord).join(' '), line, textsOf('image').length > 0)];
    if (name === 'privileged' && value === 'true') return [at(`docker run --privileged image`, line)];
    return Object.hasOwn(OPTIONS, name) ? textsIn(value).map((one) => at(`docker run ${OPTIONS[name] as string} ${quotedWord(one)} image`, line)) : [];
  });
}
