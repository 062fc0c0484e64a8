// SPDX-License-Identifier: Apache-2.0
//
// What the rooms of the shell parser say to each other: a call that a shell would make, and who can follow it further. Data and
// signatures only.
import type { Hazard } from '../../core/model.js';
import type { Draft } from './draft.js';
import type { Scope } from './scope.js';
import type { Source } from './syntax.js';
import type { Written } from './written-files.js';

/** What comes in by standard input. `text`: what it is, when known; `from`: programs that make it. null: nothing in particular. */
export interface Stdin {
  readonly text: string | null;
  readonly from: readonly string[];
  /** Line of its beginning, when it stands in the script as it is. */
  readonly line?: number;
}

/** Where a command runs. */
export interface Frame {
  readonly source: Source;
  readonly scope: Scope;
  readonly stdin: Stdin | null;
  /** Functions and scripts that it is in, outermost first. */
  readonly calls: readonly string[];
  /** It runs on another machine or in a container: paths are not those of here. */
  readonly away: boolean;
}

/** A file that a redirection opens. */
export interface Opened {
  readonly effect: 'read' | 'write';
  readonly path: string;
  /** What is written goes after what is there. */
  readonly append?: boolean;
  /** What is written; null or nothing when not known. */
  readonly text?: string | null;
}

/** A command with its words resolved, as a shell would start it. */
export interface Call {
  /** Name and arguments; stretches that are not known are holes. */
  readonly argv: readonly string[];
  readonly frame: Frame;
  readonly text: string;
  readonly line: number;
  readonly opened: readonly Opened[];
  /** Variables put before the command. */
  readonly assigned: ReadonlyMap<string, string>;
  /** True when more arguments follow that can't be seen (`xargs`). */
  readonly open: boolean;
  /** What wrappers around it are known for. */
  readonly hazards: readonly Hazard[];
  /** A default was taken for a variable that somebody outside may set. */
  readonly assumed?: boolean;
}

/** Follows scripts and commands that a command would run. */
export interface Follower {
  /** A text that a shell would run. `changes`: what differs from the frame. */
  script(text: string, call: Call, changes?: { readonly positional?: readonly string[] | null; readonly own?: boolean; readonly away?: boolean; readonly line?: number | undefined }): void;
  /** A command that it would start. */
  start(argv: readonly string[], call: Call, changes?: Partial<Pick<Call, 'open' | 'hazards' | 'opened' | 'frame' | 'assigned'>>): void;
  /** What can be read under the path of a process substitution; undefined when the path is none. */
  fed(path: string): Stdin | undefined;
  /** SQL that a client would send: the accesses go to the draft. */
  sql(text: string, draft: Draft): void;
  /** Manifests or a request that would go to a cluster: accesses and hazards go to the draft. */
  manifests(text: string, draft: Draft): void;
  /** A text, or a command, that something else may run: only what people look out for is noted. */
  perhaps(what: string | readonly string[], call: Call): void;
  /** Files that the script has made so far. */
  readonly written: Written;
}

/** One use of a program. */
export interface Use {
  /** As in the tables: no folder, lower case. */
  readonly name: string;
  readonly args: readonly string[];
  readonly call: Call;
  readonly draft: Draft;
  readonly follow: Follower;
}

/** Describes what a program would do: fills the draft, follows what it starts. */
export type Program = (use: Use) => void;
