// SPDX-License-Identifier: Apache-2.0
//
// The port of isolation: how COMMAND runs where it can read nothing that the gate holds. Implementations live in isolate/ and fail
// rather than fall back.

/** How COMMAND is kept away from the gate's secrets. */
export interface Isolation {
  /** Throws ISOLATION_FAILED when it can't be had here; never falls back. */
  prepare(request: IsolationRequest): Promise<IsolatedCommand>;
}

export interface IsolationRequest {
  readonly workspace: string;
  readonly mode: 'copy' | 'shared';
  /** The environment that COMMAND shall see, complete. */
  readonly environment: Readonly<Record<string, string>>;
  readonly sessionDir: string;
  /** Closed while COMMAND runs; what is not there is passed over. */
  readonly closed: readonly ClosedFolder[];
  /** A file that holds one of these is left out of the copy. */
  readonly secrets: readonly string[];
}

/** A folder that other users may not enter at all, or only to a path that they know already: its names can't be guessed. */
export interface ClosedFolder {
  readonly path: string;
  readonly open: 'nothing' | 'known paths';
}

export interface IsolatedCommand {
  /** Program and arguments that run COMMAND isolated; `argv` is COMMAND's. */
  wrap(argv: readonly string[]): { readonly file: string; readonly args: readonly string[] };
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly uid: number | null;
  /** Files that were left out of the copy, relative to it, because they hold a secret. */
  readonly withheld: readonly string[];
  /** Writes `<session-dir>/changes.patch` when the workspace was copied; returns its path, or null when nothing changed. */
  collect(): Promise<string | null>;
  dispose(): Promise<void>;
}
