// SPDX-License-Identifier: Apache-2.0
//
// The real gate, from the parser to the recording, put together as `run` does it, for tests that want it in front of a real server.
// Refuses nothing by itself: the policy that a test brings decides.
import { AskOnly } from '../../src/approval/ask-only.js';
import type { RecordedLine } from '../../src/core/events.js';
import type { Log, Recorder } from '../../src/core/ports.js';
import { systemRuntime } from '../../src/core/runtime.js';
import { GateSession } from '../../src/gate/session.js';
import type { WireDoor } from '../../src/gate/wire.js';
import { SqlParser } from '../../src/parse/sql/parser.js';
import { resolve } from '../../src/parse/sql/resolve.js';
import { loadPolicy } from '../../src/policy/load.js';
import { RecordingWriter } from '../../src/record/writer.js';

export interface RealGate {
  readonly door: WireDoor;
  readonly gate: GateSession;
  /** Everything recorded so far; empty when a folder was given. */
  readonly events: RecordedLine[];
  close(): Promise<void>;
}

/** Every effect by name: `*` does not cover `unknown`. */
export const EVERYTHING = '{ id: everything, match: { effect: [read, write, schema, destroy, grant, execute, control, unknown] }, decide: allow }';

export interface RealGateOptions {
  /** Rules, one YAML flow mapping each. */
  readonly rules?: readonly string[];
  /** `public.customers.ssn: redact`. */
  readonly masks?: readonly string[];
  readonly packs?: readonly string[];
  /** Records into this folder; into memory when left out. */
  readonly dir?: string;
}

const SILENT: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

export async function realGate({ rules = [EVERYTHING], masks = [], packs = [], dir }: RealGateOptions = {}): Promise<RealGate> {
  const text = `version: 1
extends: [${packs.join(', ')}]
default: deny
identities: { me: { local: true } }
resources: { db: { type: postgres, url: "postgres://app@db.example/shop", local: true, mask: { ${masks.join(', ')} } } }
rules:
${rules.map((rule) => `  - ${rule}`).join('\n')}
`;
  const [policy, parser] = await Promise.all([loadPolicy({ text, file: 'policy.yml' }, { now: Date.now() }), SqlParser.load()]);
  const events: RecordedLine[] = [];
  const recorder: Recorder = dir === undefined ? memory(events) : await writer(dir);
  const gate = new GateSession({
    principal: { names: ['me'], issuer: 'local', subject: 'tester', claims: {} }, judge: policy,
    reader: { analyse: (sql) => parser.analyse(sql), resolve: (draft, scope) => resolve(draft, scope, parser) },
    approvals: new AskOnly(policy.approvers), recorder, runtime: systemRuntime, log: SILENT, recordResults: 'rows',
  });
  return {
    gate, events, door: gate.door({ name: 'db', target: 'db.example:5432/shop' }, policy.masks('db', ['me'])),
    close: () => recorder.close({ outcome: 'ok', operations: { allow: 0, review: 0, deny: 0 } }),
  };
}

function memory(events: RecordedLine[]): Recorder {
  let waiting: ((error: null) => void)[] = [];
  return {
    append: (event) => void events.push(event as RecordedLine),
    whenDurable(then) {
      if (waiting.length === 0) {
        systemRuntime.soon(() => {
          const due = waiting;
          waiting = [];
          for (const each of due) each(null);
        });
      }
      waiting.push(then);
    },
    close: async () => undefined,
  };
}

function writer(dir: string): Promise<RecordingWriter> {
  return RecordingWriter.open({
    dir, sessionId: 'ost_test', runtime: systemRuntime, durability: 'process', log: SILENT,
    header: {
      type: 'session', format: 'ostiary-session-v1', session: 'ost_test', ostiary: '0.0.0', principal: { names: ['me'], issuer: 'local', subject: 'tester', claims: {} },
      prompter: null, host: { kind: 'shell', facts: {} }, resources: [], policy: { digest: '', source: '', version: 1, mode: 'enforce' }, packs: [], command: [], durability: 'process',
    },
  });
}
