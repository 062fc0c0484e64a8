// SPDX-License-Identifier: Apache-2.0
//
// Shell scripts as text: one operation a simple command, those inside others included. Reads what bash would read, runs nothing, and knows
// nothing of the machine. Refuses, as one unknown operation, what it can't read.
import { messageOf } from '../../core/errors.js';
import type { Reader } from '../../core/model.js';
import { readKubernetes } from '../kubernetes/reader.js';
import { loadSqlReader } from '../sql/reader.js';
import { Machine } from './machine.js';
import { programs } from './commands/registry.js';
import type { Packages } from './runners.js';
import { blankTemplates } from './templates.js';
import { holdsMarks } from './text.js';

/** Loads the grammar of the shell, of the SQL that its clients send, and of manifests. */
export async function loadShellReader(): Promise<Reader> {
  return shellReader(await loadSqlReader());
}

/** The same with a reader of SQL that is already there. `packages`: what the repository depends on; null when nobody knows. */
export function shellReader(readSql: Reader, packages: Packages | null = null): Reader {
  return (text) => {
    const machine = new Machine((name) => programs.get(name), readSql, readKubernetes, packages);
    if (holdsMarks(text) || text.includes('\0')) {
      machine.trouble(text, 1, 'it holds characters that no script has');
      return machine.operations;
    }
    try {
      const { text: script, injected } = blankTemplates(text);
      for (const one of injected) machine.inject(one);
      return machine.read(script);
    } catch (thrown) {
      machine.trouble(text, 1, thrown instanceof RangeError ? 'the script is nested too deep' : `the script could not be followed: ${messageOf(thrown)}`);
      return machine.operations;
    }
  };
}
