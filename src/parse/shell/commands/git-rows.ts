// SPDX-License-Identifier: Apache-2.0
//
// git's sub-commands as rows, with their options that take a value. A data table; git.ts has those that depend on their operands. Refuses
// nothing: a sub-command without a row runs `git-NAME`, which may be anything.
// @see https://git-scm.com/docs
import type { Use } from '../model.js';
import type { Options, Shape } from '../options.js';
import { rowsOf } from './table.js';

/** Options that take a value, by sub-command. */
export const gitShapes: Readonly<Record<string, Shape>> = {
  push: { letters: 'o', names: 'receive-pack exec repo push-option', own: 'force-with-lease force-if-includes no-force-with-lease tags follow-tags' },
  checkout: { letters: 'bBU', names: 'orphan conflict unified inter-hunk-context pathspec-from-file', maybe: { 'recurse-submodules': 'checkout on-demand', track: 'direct inherit' } },
  switch: { letters: 'cC', names: 'create force-create orphan conflict', own: 'force-create' },
  restore: { letters: 'sU', names: 'source conflict unified inter-hunk-context pathspec-from-file', own: 'staged source' },
  reset: { letters: 'U', names: 'pathspec-from-file' },
  commit: { letters: 'mFCct', names: 'message file author date template reuse-message reedit-message fixup squash cleanup pathspec-from-file trailer' },
  branch: { letters: 'u', names: 'set-upstream-to contains no-contains merged no-merged points-at sort format', own: 'format force' },
  tag: { letters: 'mFun', names: 'message file local-user sort format contains no-contains merged no-merged points-at cleanup' },
  rebase: { letters: 'xsXCO', names: 'exec onto strategy strategy-option empty whitespace', own: 'empty' },
  merge: { letters: 'mFsX', names: 'message file strategy strategy-option into-name cleanup' },
  clone: { letters: 'bocuj', names: 'branch origin config upload-pack depth reference reference-if-able separate-git-dir template jobs filter shallow-since shallow-exclude bundle-uri' },
  fetch: { letters: 'j', names: 'depth deepen upload-pack refmap jobs server-option filter negotiation-tip' },
  pull: { letters: 'sXj', names: 'strategy strategy-option depth upload-pack jobs' },
  stash: { letters: 'm', names: 'message pathspec-from-file' },
  worktree: { letters: 'bB', names: 'reason expire' },
  clean: { letters: 'e', names: 'exclude' },
  log: { letters: 'nSGLO', names: 'output format max-count since until after before author committer grep skip', own: 'format grep' },
  diff: { letters: 'SGOUl', names: 'output' }, show: { letters: 'SGOUnl', names: 'output format' },
  gc: {}, 'update-ref': { letters: 'm' }, reflog: { names: 'expire expire-unreachable' }, grep: { letters: 'eftABCmO' }, archive: { letters: 'o', names: 'output format prefix remote exec add-file' },
  submodule: { letters: 'bj' }, remote: { letters: 'tm' }, config: { letters: 'f', names: 'file blob type default comment value' },
};

const apply = rowsOf(`
reset +hard,merge : destroy #work-loss
reset : write
clean +n,dry-run : read
clean +f,force : destroy #work-loss
clean +i,interactive : destroy #work-loss
clean : read
stash drop,clear : destroy #work-loss
stash list,show : read
stash : write
branch +D : destroy #branch-delete @ref
branch +d,delete +f,force : destroy #branch-delete @ref
branch +f,force : destroy #branch-delete @ref
branch +d,delete : write @ref
branch +m,M,move,c,C,copy,u,set-upstream-to,unset-upstream,edit-description,t,track : write @ref
branch +l,list,a,all,r,remotes,v,vv,show-current,contains,merged,no-merged,points-at : read
branch * : write @ref
branch : read
tag +d,delete : destroy #branch-delete @ref
tag +f,force : write #history-rewrite @ref
tag +l,list,n,contains,merged,points-at,v,verify : read
tag * : write @ref
tag : read
switch +discard-changes : destroy #work-loss
switch +f,force : destroy #work-loss
switch : write @ref
rebase +abort : destroy #work-loss
rebase +quit : destroy #work-loss
rebase +root : write #history-rewrite
rebase : write
merge,cherry-pick,revert,am +abort : destroy #work-loss
merge,cherry-pick,revert,am +quit : write
merge|cherry-pick|revert|am : write
filter-branch|filter-repo : destroy #history-rewrite
fast-import +force : destroy #history-rewrite
replace +d,delete : write
replace : write #history-rewrite
reflog expire,delete : destroy #history-rewrite
reflog : read
gc +prune : destroy #history-rewrite
gc : write
prune +n,dry-run : read
prune : destroy #history-rewrite
worktree remove +f,force : destroy #work-loss @file
worktree list : read
worktree : write
update-ref +d,delete,stdin : destroy #branch-delete @ref
update-ref|symbolic-ref : write @ref
submodule deinit +f,force,all : destroy #work-loss @file
submodule status,summary : read
submodule : write
remote prune : destroy @ref
remote add,remove,rm,rename,set-url,set-head,set-branches : control @remote
remote update : write
remote : read
checkout-index +f,force : destroy #work-loss
read-tree +reset : destroy #work-loss
read-tree +u : destroy #work-loss
fetch|pull : write
ls-remote|archive|bundle|request-pull : read
add|stage|mv|commit|apply|init|notes|sparse-checkout|commit-tree|write-tree|hash-object|update-index|pack-refs|repack|rerere|lfs|maintenance|format-patch|range-diff|mktag|mktree|unpack-objects|index-pack|fsmonitor--daemon|subtree|citool|gui : write
send-pack|http-push +force,mirror : write #force-push
send-pack|http-push : write
send-email|imap-send|svn|p4|daemon|instaweb|http-backend|shell|difftool|mergetool|web--browse|request-pull : execute
credential fill : read #secret-read
credential|credential-store|credential-cache|credential-osxkeychain : execute
status|log|diff|show|blame|annotate|describe|shortlog|rev-parse|rev-list|ls-files|ls-tree|cat-file|diff-tree|diff-index|diff-files|name-rev|merge-base|show-ref|for-each-ref|whatchanged|count-objects|fsck|verify-commit|verify-tag|verify-pack|var|version|help|check-ignore|check-attr|check-mailmap|check-ref-format|cherry|show-branch|column|stripspace|get-tar-commit-id|patch-id|merge-tree|interpret-trailers|bugreport|diagnose|last-modified|show-index : read
`);

/** Describes a sub-command by the rows. */
export function gitRows(command: string, options: Options, use: Use): void {
  options.operands.unshift(command);
  apply(options, use);
}
