// SPDX-License-Identifier: Apache-2.0
//
// Everything that can be wrong with a policy file, where it is said and how.
import { complaints, NOON } from '../../support/judging.js';
import { loadPolicy } from '../../../src/policy/load.js';

const DB = 'resources: { db: { type: postgres, url: "postgres://app@localhost/shop" } }';
const ME = 'identities: { me: { local: true }, robot: { issuer: "https://i.example", claims: { sub: x } } }';
const head = (...lines: string[]) => ['version: 1', DB, ME, ...lines].join('\n');
const rule = (text: string) => head('rules:', `  - ${text}`);
const resource = (text: string) => `version: 1\nresources:\n  db: ${text}`;
const identity = (text: string) => `version: 1\nidentities:\n  ci: ${text}`;
const URL_HINT = 'write `postgres://[user@]host[:port]/database`';

const CASES: readonly { readonly name: string; readonly text: string; readonly expected: readonly string[] }[] = [
  // Shape
  { name: 'no version', text: 'default: deny', expected: ['1:1 error the policy has no `version`'] },
  { name: 'a version in quotes', text: 'version: "1"', expected: ['1:10 error `version` has to be `1`, a whole number, not text'] },
  { name: 'a version of the future', text: 'version: 2', expected: ['1:10 error `version` has to be `1`, not `2`'] },
  { name: 'not a mapping', text: '- a', expected: ['1:1 error the policy has to be keys with values, not a list'] },
  { name: 'an unknown key at the top', text: 'version: 1\nrule: []', expected: ['2:1 error unknown key `rule` in the policy: did you mean `rules`?'] },
  { name: 'an unknown key far from all', text: 'version: 1\nrecord: { quux: 1 }', expected: ['2:11 error unknown key `quux` in `record`: known: `results`, `key`, `vault`, `allow_static`, `keyless`'] },
  { name: 'several mistakes at once', text: rule('{ id: a, match: { efect: read }, decide: alow }'), expected: ['5:23 error unknown key `efect` in `rules[0].match`: did you mean `effect`?', '5:46 error `rules[0].decide` has `alow`: did you mean `allow`?'] },
  { name: 'a regular expression for an effect', text: rule('{ id: a, match: { effect: "read|write" }, decide: allow }'), expected: ['5:31 error `rules[0].match.effect` has `read|write`: known: `read`, `write`, `schema`, `destroy`, `grant`, `execute`, `control`, `unknown`, `*`'] },
  { name: 'a number for text', text: rule('{ id: a, match: { object: 7 }, decide: allow }'), expected: ['5:31 error `rules[0].match.object` has to be a glob or a list of globs'] },
  { name: 'an empty list', text: rule('{ id: a, match: { object: [] }, decide: allow }'), expected: ['5:31 error `rules[0].match.object` has to have at least 1 item'] },
  { name: 'text where true or false belongs', text: resource('{ type: postgres, url: "postgres://u@localhost/d", local: "yes" }'), expected: ['3:65 error `resources.db.local` has to be true or false, not text'] },
  { name: 'half a person', text: 'version: 1\napprovers: { count: 1.5 }', expected: ['2:21 error `approvers.count` has to be a whole number, not a number'] },
  { name: 'nobody', text: 'version: 1\napprovers: { count: 0 }', expected: ['2:21 error `approvers.count` has to be at least 1'] },
  { name: 'everybody', text: 'version: 1\napprovers: { count: 21 }', expected: ['2:21 error `approvers.count` has to be at most 20'] },
  { name: 'more people than are named', text: 'version: 1\napprovers: { users: [812, 812], count: 2 }', expected: ['2:12 warning `approvers` names 1 person and asks for 2, so nothing could be approved | name more people, or a team'] },
  { name: 'more people than are named, or a team', text: 'version: 1\napprovers: { users: [812], teams: [acme/dba], count: 2 }', expected: [] },
  { name: 'more people than are named, for a rule', text: `${rule('{ id: a, match: { effect: write }, decide: review, approvers: { count: 3 } }')}\napprovers: { users: [1, 2], count: 2 }`, expected: [expect.stringMatching(/^5:\d+ warning `approvers` names 2 people and asks for 3/u) as unknown as string] },
  { name: 'a team without its organisation', text: 'version: 1\napprovers: { teams: [dba] }', expected: ['2:22 error `approvers.teams[0]` has `dba`, which does not look right: A team with its organisation, `acme/dba`; a group with its path'] },
  { name: 'hours without a unit', text: 'version: 1\napprovers: { users: [1], expires: 8 }', expected: ['2:35 error `approvers.expires` has to be text, not a whole number: How long an approval holds, from its earliest counting review: `90m`, `8h`, `2d`'] },
  { name: 'a name that is none', text: 'version: 1\nresources: { "a b": { type: shell } }', expected: ['2:14 error `a b` in `resources` is not a name: use letters, digits, `.`, `_`, `-`, and for a pack\'s rule its full id such as `ostiary:postgres/no-drop`'] },
  { name: 'a comparison that is none', text: rule('{ id: a, match: { rows: "about 7" }, decide: allow }'), expected: ['5:29 error `rules[0].match.rows` has `about 7`, which does not look right: write it like `<= 1000`'] },
  { name: 'an enum that is not text', text: 'version: 1\ndefault: 7', expected: ['2:10 error `default` has to be one of `deny`, `review`'] },
  { name: 'an allow as default', text: 'version: 1\ndefault: allow', expected: ['2:10 error `default` has `allow`: known: `deny`, `review`'] },
  { name: 'too many packs', text: `version: 1\nextends: [${'"ostiary:pii",'.repeat(21)}]`, expected: ['2:10 error `extends` has to have at most 20 items'] },
  { name: 'a section left empty', text: 'version: 1\nrecord:\n', expected: ['2:1 error `record` has to be keys with values, not empty'] },
  { name: 'no match', text: rule('{ id: a, decide: allow }'), expected: ['5:5 error `rules[0]` has no `match`'] },
  { name: 'yaml that is none', text: 'version: [', expected: ['1:11 error unexpected end of the stream within a flow collection'] },

  // Rules
  { name: 'a rule twice', text: head('rules:', '  - { id: a, match: {}, decide: allow }', '  - { id: a, match: {}, decide: deny }'), expected: ['6:11 error rule `a` is there twice | a decision names its rule, so give it a name of its own'] },
  { name: 'a rule called default', text: rule('{ id: default, match: {}, decide: deny }'), expected: ['5:11 error a rule can not be called `default` | decisions without any rule are reported under that name'] },
  { name: 'a rule that does nothing', text: rule('{ id: a, match: {} }'), expected: ['5:5 error rule `a` decides nothing | give it `decide`, `mask` or `max_rows`'] },
  { name: 'a deny for a caller that is not there', text: rule('{ id: a, match: { principal: [me, robt] }, decide: deny }'), expected: ['5:39 error rule `a` is about the principal `robt`, which `identities` does not have: did you mean `robot`?'] },
  { name: 'an allow for a caller that is not there', text: rule('{ id: a, match: { principal: robt }, decide: allow }'), expected: ['5:34 warning rule `a` is about the principal `robt`, which `identities` does not have: did you mean `robot`?'] },
  { name: 'a review for a resource that is not there', text: rule('{ id: a, match: { resource: bd }, decide: review }'), expected: ['5:33 error rule `a` is about the resource `bd`, which `resources` does not have: did you mean `db`?'] },
  { name: 'globs over names', text: rule('{ id: a, match: { resource: "d*", principal: "*" }, decide: deny }'), expected: [] },
  { name: 'a table without its schema', text: rule('{ id: a, match: { effect: read, object: [orders, public.x, "*"] }, decide: deny }'), expected: ['5:46 warning rule `a` asks for the object `orders`, which no table is called | tables are `schema.name`: write `public.orders` or `*.orders`'] },
  { name: 'a setting has no dot', text: rule('{ id: a, match: { effect: control, object: role }, decide: deny }'), expected: [] },
  { name: 'observing without end', text: rule('{ id: a, match: {}, decide: deny, observe: true }'), expected: ['5:48 error rule `a` observes without end | add the day until which, `until: 2027-03-01`'] },
  { name: 'observing an allow', text: rule('{ id: a, match: {}, decide: allow, observe: true, until: 2027-01-01 }'), expected: ['5:49 error rule `a` refuses nothing, so there is nothing to observe'] },
  { name: 'an end without observing', text: rule('{ id: a, match: {}, decide: deny, until: 2027-01-01 }'), expected: ['5:46 error rule `a` has `until` without `observe: true`'] },
  { name: 'a day that no calendar has', text: rule('{ id: a, match: {}, decide: deny, observe: true, until: 2027-02-30 }'), expected: ['5:61 error `2027-02-30` is not a day | write year-month-day, `2027-03-01`'] },
  { name: 'a waiver that ended', text: rule('{ id: a, match: {}, decide: deny, observe: true, until: 2026-11-23 }'), expected: ['5:61 warning `2026-11-23` is over: rule `a` was observed until then: it is enforced now | take it out, or set a new day'] },
  { name: 'a waiver on its last day', text: rule('{ id: a, match: {}, decide: deny, observe: true, until: 2026-11-24 }'), expected: [] },
  { name: 'a mask of two parts', text: rule('{ id: a, match: {}, mask: { customers.email: redact } }'), expected: ['5:33 error `customers.email` is not `schema.relation.column`: write `*.*.email` for a column anywhere'] },
  { name: 'a mask with an empty part', text: rule('{ id: a, match: {}, mask: { "a..b": redact } }'), expected: ['5:33 error `a..b` has an empty part: write `schema.relation.column`'] },
  { name: 'a mask across parts', text: rule('{ id: a, match: {}, mask: { "**.email": redact, "content:card": partial, a.b.c: null } }'), expected: [] },
  { name: 'a detector that is not there', text: rule('{ id: a, match: {}, mask: { "content:emial": redact } }'), expected: ['5:33 error `content:emial` names no detector: did you mean `email`?'] },
  { name: 'a condition that is no condition', text: rule('{ id: a, match: {}, decide: deny, when: "operation.nme == \'x\'" }'), expected: ['5:45 error the `when` of rule `a` is not understood at `nme`: No such key: nme'] },

  // Mode, changes
  { name: 'observing a file without end', text: head('mode: observe'), expected: ['4:7 error `mode: observe` has no end | add the day until which, `until: 2027-03-01`'] },
  { name: 'an end for what is enforced', text: head('mode: enforce', 'until: 2027-01-01'), expected: ['5:8 error `until` belongs to `mode: observe`'] },
  { name: 'a file observed too long', text: head('mode: observe', 'until: 2026-01-01'), expected: ['5:8 warning `2026-01-01` is over: the policy was observed until then: it is enforced now | take it out, or set a new day'] },
  { name: 'a change for a resource that is not there', text: head('changes: [ { paths: ["k8s/**"], as: kubernetes, resource: prod } ]'), expected: ['4:59 warning `prod` is not one of `resources`: known: `db`'] },
  { name: 'a change by nobody', text: head('changes: [ { paths: ["x"], resource: db } ]'), expected: ['4:12 error a change has to say either `tool` or `as` | for example `tool: dbmate`, or `as: kubernetes`'] },
  { name: 'a change by two', text: head('changes: [ { paths: ["x"], resource: db, tool: dbmate, as: sql } ]'), expected: ['4:12 error a change has to say either `tool` or `as` | for example `tool: dbmate`, or `as: kubernetes`'] },
  { name: 'a change by a tool that we do not know', text: head('changes: [ { paths: ["x"], resource: db, tool: dbmat } ]'), expected: ['4:48 error `dbmat` is not a tool that we know: did you mean `dbmate`? | plain SQL files are `as: sql`'] },

  // Resources
  { name: 'a database without address', text: resource('{ type: postgres, credential: "env:DB" }'), expected: [`3:3 error \`resources.db.url\` is missing | ${URL_HINT}`] },
  { name: 'an address of something else', text: resource('{ type: postgres, url: "mysql://u@h/d" }'), expected: [`3:30 error \`resources.db.url\` is not the address of a PostgreSQL | ${URL_HINT}`] },
  { name: 'a password in the address', text: resource('{ type: postgres, url: "postgres://u:s3cret@h/d" }'), expected: [`3:30 error \`resources.db.url\` holds a password: take it out, change it, and say by \`credential:\` where the new one is | ${URL_HINT}`] },
  { name: 'a password with a slash and an at sign', text: resource('{ type: postgres, url: "postgres://u:s3/cr@et@h/d" }'), expected: [`3:30 error \`resources.db.url\` holds a password: take it out, change it, and say by \`credential:\` where the new one is | ${URL_HINT}`] },
  { name: 'parameters in the address', text: resource('{ type: postgres, url: "postgres://u@h/d?sslmode=disable" }'), expected: [`3:30 error \`resources.db.url\` holds parameters: TLS is said by \`tls:\`, and settings are not passed on | ${URL_HINT}`] },
  { name: 'no database in the address', text: resource('{ type: postgres, url: "postgres://u@h" }'), expected: [`3:30 error \`resources.db.url\` does not name one host and one database | ${URL_HINT}`] },
  { name: 'two hosts in the address', text: resource('{ type: postgres, url: "postgres://u@a,b/d" }'), expected: [`3:30 error \`resources.db.url\` does not name one host and one database | ${URL_HINT}`] },
  { name: 'a port beyond all ports', text: resource('{ type: postgres, url: "postgres://u@h:65536/d" }'), expected: [`3:30 error \`resources.db.url\` has a port that does not exist | ${URL_HINT}`] },
  { name: 'port zero', text: resource('{ type: postgres, url: "postgres://u@h:0/d" }'), expected: [`3:30 error \`resources.db.url\` has a port that does not exist | ${URL_HINT}`] },
  { name: 'percent signs that mean nothing', text: resource('{ type: postgres, url: "postgres://u@h/%zz" }'), expected: [`3:30 error \`resources.db.url\` has a user or a database that can not be read | ${URL_HINT}`] },
  { name: 'a user that is a control character', text: resource('{ type: postgres, url: "postgres://%00@h/d" }'), expected: [`3:30 error \`resources.db.url\` has a user or a database that can not be read | ${URL_HINT}`] },
  { name: 'nobody to log in as', text: resource('{ type: postgres, url: "postgres://localhost/d" }'), expected: ['3:3 error `resources.db.credential` is missing, and the url names no user | write `credential: env:NAME` (a password or `user:password`), or `postgres://user@host/database`'] },
  { name: 'a secret for a reference', text: resource('{ type: postgres, url: "postgres://u@h/d", credential: "hunter2" }'), expected: ['3:62 error `resources.db.credential` does not say where the secret is | write `env:NAME`, `file:/path`, `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `aws-rds-iam:user` or `oidc:audience`; if a secret stood here, change it'] },
  { name: 'a secret with a colon for a reference', text: resource('{ type: postgres, url: "postgres://u@h/d", credential: "constructor:hunter2" }'), expected: ['3:62 error `resources.db.credential` does not say where the secret is | write `env:NAME`, `file:/path`, `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `aws-rds-iam:user` or `oidc:audience`; if a secret stood here, change it'] },
  { name: 'a variable that is none', text: resource('{ type: postgres, url: "postgres://u@h/d", credential: "env:a b" }'), expected: ['3:62 error `resources.db.credential` is not a place that `env:` can name | write `env:NAME`, `file:/path`, `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `aws-rds-iam:user` or `oidc:audience`'] },
  { name: 'no encryption away from loopback', text: resource('{ type: postgres, url: "postgres://u@h/d", tls: { mode: disable } }'), expected: ['3:55 error `resources.db.tls` turns encryption off | `disable` is for loopback only; for an authority of your own write `tls: { ca: FILE }`'] },
  { name: 'an address that is none', text: resource('{ type: http, url: "example" }'), expected: ['3:26 error `resources.db.url` is not an address | write `https://host/path`'] },
  { name: 'an address of a file', text: resource('{ type: http, url: "file:///etc/passwd" }'), expected: ['3:26 error `resources.db.url` is not an address | write `https://host/path`'] },
  { name: 'a user in an address', text: resource('{ type: http, url: "https://u@h/" }'), expected: ['3:26 error `resources.db.url` holds a user or a password | say by `credential:` where they are'] },
  { name: 'an address without encryption', text: resource('{ type: http, url: "http://h/" }'), expected: ['3:26 error `resources.db.url` is not encrypted | write `https://`; `http://` is for loopback only'] },
  { name: 'other resources', text: 'version: 1\nresources: { api: { type: http, url: "https://h/x" }, here: { type: model, url: "http://[::1]:1/" }, sh: { type: shell } }', expected: [] },

  // Identities
  { name: 'an identity of nobody', text: identity('{}'), expected: ['3:3 error `identities.ci` has to say exactly one of `github`, `gitlab`, `saml`, `local`, or `issuer` with `claims` | for example `{ github: { repository_id: 812364, workflow: nightly.yml, event: schedule } }`'] },
  { name: 'an identity of two kinds', text: identity('{ local: true, github: { repository_id: 1 } }'), expected: ['3:3 error `identities.ci` has to say exactly one of `github`, `gitlab`, `saml`, `local`, or `issuer` with `claims` | for example `{ github: { repository_id: 812364, workflow: nightly.yml, event: schedule } }`'] },
  { name: 'an issuer without claims', text: identity('{ issuer: "https://i.example" }'), expected: ['3:3 error `identities.ci` has to say exactly one of `github`, `gitlab`, `saml`, `local`, or `issuer` with `claims` | for example `{ github: { repository_id: 812364, workflow: nightly.yml, event: schedule } }`'] },
  { name: 'any repository', text: identity('{ github: { workflow: x.yml } }'), expected: ['3:17 error `identities.ci` names no repository by its number | add `repository_id` (or `repository_owner_id`): names can be taken over'] },
  { name: 'a repository by name', text: identity('{ github: { repository_id: acme/x } }'), expected: ['3:34 error `identities.ci.github.repository_id` has to be a numeric id or a list of them'] },
  { name: 'a ref cut short', text: identity('{ github: { repository_id: 1, ref: main, event: push } }'), expected: ['3:42 error `identities.ci` has the ref `main` | write it in full, `refs/heads/main`'] },
  { name: 'a host and an enterprise', text: identity('{ github: { repository_id: 1, host: git.example.com, enterprise: acme } }'), expected: ['3:17 error `identities.ci` has both `host` and `enterprise` | `enterprise` is for github.com; a server of your own has one issuer'] },
  { name: 'any project', text: identity('{ gitlab: { job_project_id: 7 } }'), expected: ['3:17 error `identities.ci` names no project by its number | add `project_id` (or `namespace_id`): names can be taken over, and `job_project_id` alone lets forks in'] },
  { name: 'a glob for sub', text: identity('{ issuer: "https://i.example", claims: { sub: "robot:*" } }'), expected: ['3:53 error `identities.ci` has `robot:*` for the claim `sub` | ids and `sub` are compared exactly, and `*` alone is everybody; globs are for refs, paths and names'] },
  { name: 'a glob for an id', text: identity('{ issuer: "https://i.example", claims: { "/k/uid": "1*" } }'), expected: ['3:58 error `identities.ci` has `1*` for the claim `/k/uid` | ids and `sub` are compared exactly, and `*` alone is everybody; globs are for refs, paths and names'] },
  { name: 'a glob that is everybody', text: identity('{ issuer: "https://i.example", claims: { pipeline_slug: "**" } }'), expected: ['3:63 error `identities.ci` has `**` for the claim `pipeline_slug` | ids and `sub` are compared exactly, and `*` alone is everybody; globs are for refs, paths and names'] },
  { name: 'a glob for a reusable workflow at any commit', text: identity('{ github: { repository_id: 1, job_workflow_ref: "acme/ci/.github/workflows/gate.yml@*" } }'), expected: ['3:55 error `identities.ci` has `acme/ci/.github/workflows/gate.yml@*` for `job_workflow_ref` | a glob there names the branch or tag: `acme/ci/.github/workflows/gate.yml@refs/tags/v*`'] },
  { name: 'sub of GitHub', text: identity('{ issuer: "https://token.actions.githubusercontent.com", claims: { repository_id: 1, sub: "repo:acme/x:pull_request" } }'), expected: ['3:92 warning `identities.ci` goes by `sub` | its form differs between repositories and can be changed by their owners: test `repository_id` or `project_id`, `event_name`, `workflow_ref`, `environment` instead'] },
  { name: 'sub of a GitLab', text: identity('{ issuer: "https://git.example", claims: { sub: "project_path:acme/x:ref_type:branch:ref:main" } }'), expected: ['3:50 warning `identities.ci` goes by `sub` | its form differs between repositories and can be changed by their owners: test `repository_id` or `project_id`, `event_name`, `workflow_ref`, `environment` instead'] },
  { name: 'a ref of a GitLab without its kind', text: identity('{ issuer: "https://git.example", claims: { project_id: 7, ref: main } }'), expected: ['3:65 warning `identities.ci` goes by `ref` alone | a tag may be called like a branch, and be pushed by more people: add `ref_type: branch`'] },
  { name: 'the name of a repository', text: identity('{ issuer: "https://token.actions.githubusercontent.com", claims: { repository_owner_id: 1, repository: acme/x } }'), expected: ['3:98 warning `identities.ci` goes by the name in `repository` | add `repository_id`: a name that is given up can be taken by somebody else'] },
  { name: 'the name of a bot', text: identity('{ issuer: "https://token.actions.githubusercontent.com", claims: { repository_id: 1, actor: "x[bot]" } }'), expected: ['3:92 warning `identities.ci` goes by the name in `actor` | add `actor_id`: a name that is given up can be taken by somebody else'] },
  { name: 'the name of a workflow', text: identity('{ issuer: "https://token.actions.githubusercontent.com", claims: { repository_id: 1, workflow: nightly } }'), expected: ['3:92 warning `identities.ci` goes by the name that a workflow gives itself | test `workflow_ref`, which names the file and its ref'] },
  { name: 'a name beside its number', text: identity('{ issuer: "https://gitlab.com", claims: { project_id: 1, project_path: acme/x } }'), expected: [] },
  { name: 'an event of strangers', text: identity('{ github: { repository_id: 1, event: [push, issue_comment] } }'), expected: ['3:44 warning `identities.ci` is satisfied by runs for `issue_comment`, which people cause who may not write | take nothing of theirs for an instruction there, and do not check out their code; better: another event'] },
  { name: 'a branch and any event', text: identity('{ github: { repository_id: 1, ref: refs/heads/main } }'), expected: ['3:42 warning `identities.ci` names a `ref` and no `event` | runs for comments, issues and pull requests of strangers have the default branch as their `ref`, too: add `event: push`, or `workflow`'] },
  { name: 'an issuer without encryption', text: identity('{ issuer: "http://i.example", claims: { sub: a } }'), expected: ['3:17 error `identities.ci` has the issuer `http://i.example` | write `https://…` without query; `http://` is for loopback only'] },
  { name: 'an issuer with a query', text: identity('{ issuer: "https://i.example/?a", claims: { sub: a } }'), expected: ['3:17 error `identities.ci` has the issuer `https://i.example/?a` | write `https://…` without query; `http://` is for loopback only'] },
  { name: 'an issuer that is no address', text: identity('{ issuer: "https://[", claims: { sub: a } }'), expected: ['3:17 error `identities.ci` has the issuer `https://[` | write `https://…` without query; `http://` is for loopback only'] },
  { name: 'an issuer on loopback', text: identity('{ issuer: "http://127.0.0.1:8080/x", claims: { sub: a } }'), expected: [] },
  { name: 'everybody\'s jobs at GitHub', text: identity('{ issuer: "https://token.actions.githubusercontent.com/acme", claims: { environment: production } }'), expected: ['3:17 error `identities.ci` could be satisfied by anybody\'s job | add one of the claims `repository_id`, `repository_owner_id`, `enterprise_id`'] },
  { name: 'everybody whom a provider knows', text: identity('{ saml: { issuer: "urn:idp" } }'), expected: ['3:15 error `identities.ci` could be satisfied by everybody whom that provider knows | add `name_id` or `attributes`, such as `{ department: dba }`'] },
  { name: 'any value of an attribute', text: identity('{ saml: { issuer: "urn:idp", attributes: { department: "*" } } }'), expected: ['3:62 error `identities.ci` has `*` for the attribute `department` | ids and `sub` are compared exactly, and `*` alone is everybody; globs are for refs, paths and names'] },
  { name: 'everybody\'s jobs at GitLab', text: identity('{ issuer: "https://gitlab.com", claims: { ref: main } }'), expected: ['3:17 error `identities.ci` could be satisfied by anybody\'s job | add one of the claims `project_id`, `namespace_id`'] },
];

describe('lintPolicy', () => {
  it.each(CASES)('$name', async ({ text, expected }) => {
    expect(await complaints(text)).toEqual(expected);
  });

  it('never quotes what may be a secret', async () => {
    for (const { text } of CASES) expect((await complaints(text)).join('\n')).not.toMatch(/s3|hunter2/);
  });
});

describe('loadPolicy', () => {
  it('throws the first problem and tells of the others', async () => {
    const load = loadPolicy({ text: 'version: 1\nrule: []\ndefault: allow', file: '.ostiary/policy.yml' }, { now: NOON });
    await expect(load).rejects.toMatchObject({
      code: 'POLICY_INVALID',
      message: '.ostiary/policy.yml:2:1: unknown key `rule` in the policy: did you mean `rules`?',
      hint: expect.stringMatching(/^and 1 more: 3:10 `default` /),
    });
  });

  it('keeps warnings on the policy', async () => {
    const policy = await loadPolicy({ text: rule('{ id: a, match: { principal: robt }, decide: allow }'), file: 'p.yml' }, { now: NOON });
    expect(policy.warnings).toMatchObject([{ severity: 'warning', file: 'p.yml', line: 5, column: 34 }]);
  });
});
