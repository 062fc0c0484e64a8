// SPDX-License-Identifier: Apache-2.0
//
// GitLab's published documentation of the calls that are used, as a judge of requests and answers: which parameters a call takes, which
// fields its answers have. Refuses calls, parameters and fields that the documentation does not have. @see https://docs.gitlab.com/api/rest/

interface Shape { readonly call: RegExp; readonly takes: readonly string[]; readonly gives: readonly string[]; readonly source: string }

const USER = ['id', 'username', 'public_email', 'name', 'state', 'locked', 'avatar_url', 'web_url', 'bot', 'created_at', 'bio'];
const PAGES = ['page', 'per_page'];
const MR = ['id', 'iid', 'project_id', 'title', 'description', 'state', 'created_at', 'merged_at', 'closed_at', 'target_branch', 'source_branch', 'author', 'reviewers', 'source_project_id', 'target_project_id', 'draft', 'sha', 'merge_commit_sha', 'squash_commit_sha', 'web_url', 'changes_count', 'diff_refs', 'detailed_merge_status'];
const COMMIT = ['id', 'short_id', 'title', 'author_name', 'author_email', 'authored_date', 'committer_name', 'committer_email', 'committed_date', 'created_at', 'message', 'parent_ids', 'web_url'];
const MEMBER = [...USER, 'access_level', 'expires_at', 'membership_state', 'created_by'];
const shape = (call: string, takes: readonly string[], gives: readonly string[], source: string): Shape => ({ call: new RegExp(`^${call.replace('~', '/projects/\\d+')}$`, 'u'), takes, gives, source: `https://docs.gitlab.com/api/${source}/` });

const SHAPES: readonly Shape[] = [
  shape('GET /projects/\\d+', [], ['id', 'name', 'path', 'path_with_namespace', 'web_url', 'default_branch', 'visibility'], 'projects'),
  shape('GET ~/repository/branches', ['search', ...PAGES], ['name', 'merged', 'protected', 'default', 'developers_can_push', 'developers_can_merge', 'can_push', 'web_url', 'commit'], 'branches'),
  shape('GET ~/repository/branches/[^/]+', [], ['name', 'merged', 'protected', 'default', 'developers_can_push', 'developers_can_merge', 'can_push', 'web_url', 'commit'], 'branches'),
  shape('DELETE ~/repository/branches/[^/]+', [], [], 'branches'),
  shape('GET ~/approvals', [], ['approvals_before_merge', 'reset_approvals_on_push', 'selective_code_owner_removals', 'disable_overriding_approvers_per_merge_request', 'merge_requests_author_approval', 'merge_requests_disable_committers_approval', 'require_reauthentication_to_approve'], 'merge_request_approvals'),
  shape('GET ~/merge_requests', ['source_branch', 'state', ...PAGES], MR, 'merge_requests'),
  shape('POST ~/merge_requests', ['source_branch', 'target_branch', 'title', 'description', 'remove_source_branch'], MR, 'merge_requests'),
  shape('GET ~/merge_requests/\\d+', [], MR, 'merge_requests'),
  shape('PUT ~/merge_requests/\\d+', ['state_event', 'reviewer_ids'], MR, 'merge_requests'),
  shape('PUT ~/merge_requests/\\d+/merge', ['sha'], MR, 'merge_requests'),
  shape('GET ~/merge_requests/\\d+/approvals', [], ['id', 'iid', 'project_id', 'title', 'state', 'approved', 'approvals_required', 'approvals_left', 'approved_by'], 'merge_request_approvals'),
  shape('GET ~/merge_requests/\\d+/versions', PAGES, ['id', 'head_commit_sha', 'base_commit_sha', 'start_commit_sha', 'created_at', 'merge_request_id', 'state', 'real_size', 'patch_id_sha'], 'merge_requests'),
  shape('GET ~/merge_requests/\\d+/reviewers', PAGES, ['user', 'state', 'created_at'], 'merge_requests'),
  shape('GET ~/merge_requests/\\d+/commits', PAGES, COMMIT, 'merge_requests'),
  shape('GET ~/merge_requests/\\d+/diffs', PAGES, ['old_path', 'new_path', 'a_mode', 'b_mode', 'diff', 'collapsed', 'too_large', 'new_file', 'renamed_file', 'deleted_file', 'generated_file'], 'merge_requests'),
  shape('POST ~/merge_requests/\\d+/notes', ['body'], ['id', 'body', 'author', 'created_at', 'system'], 'notes'),
  shape('GET ~/merge_requests/\\d+/notes', ['sort', 'order_by', ...PAGES], ['id', 'body', 'author', 'created_at', 'system'], 'notes'),
  shape('PUT ~/merge_requests/\\d+/notes/\\d+', ['body'], ['id', 'body', 'author', 'created_at', 'system'], 'notes'),
  shape('GET ~/events', ['action', 'sort', ...PAGES], ['id', 'project_id', 'action_name', 'target_id', 'target_type', 'author_id', 'created_at', 'author', 'author_username', 'push_data'], 'events'),
  shape('GET ~/repository/commits', ['ref_name', 'path', 'per_page'], COMMIT, 'commits'),
  shape('POST ~/repository/commits', ['branch', 'start_sha', 'commit_message', 'actions'], COMMIT, 'commits'),
  shape('GET ~/repository/commits/[0-9a-f]+/merge_requests', PAGES, MR, 'commits'),
  shape('GET ~/members/all/\\d+', [], MEMBER, 'members'),
  shape('GET /groups/[^/]+/members(?:/all)?', PAGES, MEMBER, 'members'),
  shape('GET /users/\\d+', [], USER, 'users'),
  shape('GET /users', ['search', 'username', 'per_page'], USER, 'users'),
  shape('GET ~/repository/files/[^/]+', ['ref'], ['file_name', 'file_path', 'size', 'encoding', 'content', 'content_sha256', 'ref', 'blob_id', 'commit_id', 'last_commit_id', 'execute_filemode'], 'repository_files'),
  shape('GET ~/pipelines/\\d+', [], ['id', 'iid', 'project_id', 'status', 'ref', 'sha', 'source', 'user', 'web_url'], 'pipelines'),
  shape('GET ~/repository/tags/[^/]+', [], ['name', 'message', 'target', 'commit', 'release', 'protected', 'created_at'], 'tags'),
  shape('GET ~/protected_tags', PAGES, ['name', 'create_access_levels'], 'protected_tags'),
  shape('POST ~/repository/tags', ['tag_name', 'ref', 'message'], ['name', 'message', 'target', 'commit', 'release', 'protected', 'created_at'], 'tags'),
  shape('POST ~/statuses/[0-9a-f]+', ['state', 'name', 'description', 'target_url'], ['id', 'sha', 'ref', 'status', 'name', 'target_url', 'description', 'author'], 'commits'),
];

/** What is not as documented in a call and its answer. */
export function undocumented(method: string, url: URL, body: unknown, answer: { readonly status: number; readonly body: unknown }): string[] {
  const call = `${method} ${url.pathname.replace('/api/v4', '')}`;
  const known = SHAPES.find((one) => one.call.test(call));
  if (known === undefined) return [`${call} is not documented`];
  const asked = [...url.searchParams.keys(), ...Object.keys((body ?? {}) as object)].filter((name) => !known.takes.includes(name));
  const given = answer.status >= 300 ? [] : [answer.body].flat().flatMap((one) => Object.keys((one ?? {}) as object)).filter((name) => !known.gives.includes(name));
  return [...asked.map((name) => `${call}: no parameter \`${name}\` at ${known.source}`), ...new Set(given.map((name) => `${call}: no field \`${name}\` at ${known.source}`))];
}
