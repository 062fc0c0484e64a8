export const id = 4928;
export const ids = [4928];
export const modules = {

/***/ 7681:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ parseArguments)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66661);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Command-line words to raw inputs. Refuses flags that a verb does not declare, naming the nearest one.



/** Parses; throws INPUT_INVALID. */
function parseArguments(argv, flags) {
    const cut = argv.indexOf('--');
    const own = cut === -1 ? [...argv] : argv.slice(0, cut);
    const rest = cut === -1 ? [] : argv.slice(cut + 1);
    const unknown = own.find((word) => word.startsWith('-') && word !== '-' && !flags.some((flag) => word === `--${flag.name}` || word.startsWith(`--${flag.name}=`)));
    if (unknown !== undefined) {
        const name = unknown.replace(/^-+/, '').split('=')[0] ?? '';
        const near = (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_2__.nearest)(name, flags.map((flag) => flag.name));
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `\`${unknown}\` is not a flag of this command`, { hint: near === null ? 'see `ostiary help`' : `did you mean \`--${near}\`?` });
    }
    const options = Object.fromEntries(flags.map((flag) => [flag.name, { type: flag.kind === 'flag' ? 'boolean' : 'string', multiple: flag.kind === 'list' }]));
    try {
        const parsed = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: own, options, allowPositionals: true, strict: true });
        return { inputs: parsed.values, words: parsed.positionals, rest };
    }
    catch (thrown) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', thrown instanceof Error ? lowerFirst(thrown.message.split('. ')[0] ?? '') : String(thrown), { hint: 'see `ostiary help`' });
    }
}
function lowerFirst(text) {
    return text.slice(0, 1).toLowerCase() + text.slice(1);
}


/***/ }),

/***/ 76196:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
// SPDX-License-Identifier: Apache-2.0
//
// Folders at paths that a user names, with the folders that lead there. Refuses to try for ever: Node's own way does below /proc, where
// nothing can be made and the system says that the folder above is missing.


/** Makes a folder, and those above it that are missing; one that is there stays as it is. `mode`: of what is made. Throws the system's errors. */
async function makeFolder(path, mode = 0o777) {
    if (await made(path, mode))
        return;
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
    if (above !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path))
        await makeFolder(above, mode);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { mode }).catch(async (thrown) => {
        // Somebody else was faster.
        if (!(await isFolder(path)))
            throw thrown;
    });
}
/** False: a folder above it is missing. */
async function made(path, mode) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { mode });
        return true;
    }
    catch (thrown) {
        if (thrown.code === 'ENOENT')
            return false;
        if (await isFolder(path))
            return true;
        throw thrown;
    }
}
async function isFolder(path) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => null))?.isDirectory() ?? false;
}


/***/ }),

/***/ 63424:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyCheckFromJob: () => (/* binding */ policyCheckFromJob),
  policyCheckVerb: () => (/* binding */ policyCheckVerb)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/policy-check.js + 12 modules
var policy_check = __webpack_require__(10778);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/forge/policy-file.js
var policy_file = __webpack_require__(1864);
// EXTERNAL MODULE: ./lib/policy/load.js + 15 modules
var load = __webpack_require__(44551);
// EXTERNAL MODULE: ./lib/main/arguments.js
var main_arguments = __webpack_require__(7681);
// EXTERNAL MODULE: ./lib/check/changed-file.js
var changed_file = __webpack_require__(1987);
// EXTERNAL MODULE: ./lib/check/unreadable.js
var unreadable = __webpack_require__(39001);
// EXTERNAL MODULE: ./lib/parse/shell/syntax.js
var syntax = __webpack_require__(72939);
// EXTERNAL MODULE: ./lib/parse/shell/quote.js
var quote = __webpack_require__(10074);
// EXTERNAL MODULE: ./lib/parse/shell/extract/keyed.js
var keyed = __webpack_require__(69066);
// EXTERNAL MODULE: ./lib/parse/shell/extract/program.js
var program = __webpack_require__(40620);
// EXTERNAL MODULE: ./lib/parse/shell/extract/script.js
var extract_script = __webpack_require__(19609);
// EXTERNAL MODULE: ./lib/parse/shell/extract/yaml.js
var yaml = __webpack_require__(7029);
;// CONCATENATED MODULE: ./lib/parse/shell/extract/ansible.js
// SPDX-License-Identifier: Apache-2.0
//
// Playbooks and roles of Ansible: what their modules for commands run, and what modules for files, databases and clusters take away, each as the command that it
// amounts to, and what lets somebody in, or code from elsewhere. It happens on other machines, later, so that only what people look out for is told. Refuses to know what a template fills in.
// @see https://docs.ansible.com/ansible/latest/collections/index_module.html





const ansible_quote = (word) => (0,quote/* quotedWord */.l)((word ?? '').replace(/\{\{[^{}]{0,500}\}\}/gu, 'filled-in'));
const absent = (value) => value('state') === 'absent';
/** What a module with its arguments amounts to; null when that is nothing to look at. */
const MODULES = {
    cron: (value) => (absent(value) ? null : value('job')),
    file: (value) => (absent(value) ? `rm -rf -- ${ansible_quote(value('path', 'dest', 'name'))}` : null),
    postgresql_query: (value) => `psql -c ${ansible_quote(value('query'))}`,
    postgresql_db: (value) => (absent(value) ? `dropdb ${ansible_quote(value('name', 'db'))}` : null),
    postgresql_table: (value) => (absent(value) ? `psql -c ${ansible_quote(`DROP TABLE ${value('name', 'table') ?? ''}`)}` : value('truncate') === null ? null : `psql -c ${ansible_quote(`TRUNCATE ${value('name', 'table') ?? ''}`)}`),
    mysql_db: (value) => (absent(value) ? `mysql -e ${ansible_quote(`DROP DATABASE ${value('name', 'db') ?? ''}`)}` : null),
    k8s: (value) => (absent(value) ? `kubectl delete ${ansible_quote(value('kind'))} ${ansible_quote(value('name'))}` : null),
    helm: (value) => (absent(value) ? `helm uninstall ${ansible_quote(value('name', 'release_name'))}` : null),
};
/** Modules that let somebody in, or code from elsewhere: what that is, and when. */
const OPENINGS = {
    authorized_key: ['account-change', 'whoever has the key gets in', (value) => !absent(value)],
    user: ['account-change', 'the account may do what its groups may', (value) => !absent(value) && /\b(?:sudo|wheel|docker|root|adm|lxd|libvirt|disk)\b/u.test(value('groups', 'group') ?? '')],
    sudoers: ['account-change', 'it says who may do what as root', () => true],
    lineinfile: ['account-change', 'it says who may do what, or gets in', ofAccounts], blockinfile: ['account-change', 'it says who may do what, or gets in', ofAccounts], copy: ['account-change', 'it says who may do what, or gets in', ofAccounts], template: ['account-change', 'it says who may do what, or gets in', ofAccounts],
    apt_repository: ['unpinned-package', 'packages come from there from here on', (value) => !absent(value)], yum_repository: ['unpinned-package', 'packages come from there from here on', (value) => !absent(value)], apt_key: ['unpinned-package', 'packages that the key signed are taken', (value) => !absent(value)], rpm_key: ['unpinned-package', 'packages that the key signed are taken', (value) => !absent(value)],
    postgresql_pg_hba: ['account-change', 'it says who gets into the database, and how', () => true], postgresql_user: ['account-change', 'the role may do whatever it likes', (value) => /\bSUPERUSER\b|\bCREATEROLE\b/u.test((value('role_attr_flags') ?? '').replace(/\bNO\w+/gu, ''))],
    get_url: ['downloaded-code', 'what it answers becomes a program, and nobody compares its digest', (value) => value('checksum') === null && (/[1357]/u.test((value('mode') ?? '').slice(-3)) || /\+x|=[rw]*x/u.test(value('mode') ?? '') || /\/s?bin\//u.test(value('dest') ?? ''))],
};
// Files by which a machine knows who may do what.
function ofAccounts(value) {
    return /\/(?:sudoers(?:\.d)?|authorized_keys2?|sshd_config(?:\.d)?|pam\.d|doas\.conf|passwd|shadow)(?:\/|$)/u.test(value('path', 'dest', 'name') ?? '');
}
const COMMANDS = (0,keyed/* fromKeys */.Zw)({ keys: /^(?:ansible\.builtin\.)?(?:shell|command|raw|cmd)$/u, later: true });
/** Commands of a playbook, a list of tasks or of handlers. */
const fromPlaybook = (text) => [...COMMANDS(text), ...(0,yaml/* yamlTrees */.P)(text).flatMap(below)];
function below(node) {
    const here = [...(node.entries ?? [])].flatMap(([key, value]) => {
        const name = key.replace(/^(?:\w+\.){2}/u, '');
        const opening = openedBy(name, value);
        if (opening !== null)
            return [opening];
        const script = Object.hasOwn(MODULES, name) ? (MODULES[name]?.(argumentsOf(value)) ?? null) : null;
        return script === null ? [] : [(0,extract_script/* scriptAt */.V)(script, value.line, { shell: 'sh', later: true, lines: script.split('\n').map(() => value.line), ...(name === 'file' ? { told: program/* EVERYTHING */.Qz } : name.startsWith('postgresql_') ? { told: program/* LOSSES */.yP } : {}) })];
    });
    return [...here, ...[...(node.items ?? []), ...(node.entries?.values() ?? [])].flatMap(below)];
}
function openedBy(name, value) {
    const [id = '', detail = '', when] = Object.hasOwn(OPENINGS, name) ? (OPENINGS[name] ?? []) : [];
    const given = argumentsOf(value);
    if (when === undefined || value.entries === null && value.text === null || !when(given))
        return null;
    const named = given('user', 'repo', 'baseurl', 'mirrorlist', 'url', 'name', 'path', 'dest');
    return (0,extract_script/* scriptAt */.V)('ansible-module', value.line, { shell: 'sh', later: true, lines: [value.line], hazards: [{ id, detail: named === null ? detail : `\`${named.slice(0, 100)}\`: ${detail}` }] });
}
// `{ path: /x, state: absent }`, or `path=/x state=absent`.
function argumentsOf(node) {
    const plain = new Map([...(node.text ?? '').matchAll(/(\w+)=(\S+)/gu)].map(([, name = '', value = '']) => [name, value]));
    return (...names) => names.map((name) => textOf((0,yaml/* under */.h)(node, name)) ?? plain.get(name)).find((value) => value !== undefined && value !== null) ?? null;
}
// A text, or those of a list.
function textOf(node) {
    return node?.text ?? node?.items?.map(({ text }) => text ?? '').join(' ') ?? null;
}

// EXTERNAL MODULE: ./lib/parse/shell/extract/dockerfile.js
var dockerfile = __webpack_require__(47020);
;// CONCATENATED MODULE: ./lib/parse/shell/extract/bake.js
// SPDX-License-Identifier: Apache-2.0
//
// Targets of `docker buildx bake` (docker-bake.hcl, docker-bake.json), each as the `docker build` that it amounts to: what it builds on, the rights and secrets that it
// gets, a Dockerfile that stands in it. Refuses to evaluate functions and variables of HCL: what they make is a hole.
// @see https://docs.docker.com/build/bake/reference/




/** Settings with the option of `docker build` that each stands for. */
const OPTIONS = { entitlements: '--allow', network: '--network', secret: '--secret', ssh: '--ssh', output: '--output', args: '--build-arg' };
/** What builds of a bake file do. */
function fromBake(text) {
    return (/^\s*\{/u.test(text) ? inJson(text) : inHcl(text)).flatMap((settings) => ofTarget(settings));
}
function ofTarget(settings) {
    const contexts = settings.filter(({ key }) => key === 'context' || key === 'contexts');
    const flags = settings.flatMap(({ key, values }) => (Object.hasOwn(OPTIONS, key) ? values.map((value) => (key === 'network' && value === 'host' ? '--allow network.host' : `${OPTIONS[key]} ${(0,quote/* quotedWord */.l)(value)}`)) : []));
    const line = settings.find(({ key }) => Object.hasOwn(OPTIONS, key) || key.startsWith('context'))?.line ?? 1;
    const built = contexts.flatMap(({ values }) => values).filter((value) => /^(?:https?:|git@|git:|ssh:)/u.test(value));
    const images = contexts.flatMap(({ values, line: at }) => values.filter((value) => value.startsWith('docker-image://')).map((value) => ({ text: `FROM ${value.slice('docker-image://'.length)}`, at })));
    const inline = settings.find(({ key }) => key === 'dockerfile-inline');
    const about = { shell: 'sh', lines: [line], later: true };
    return [
        ...(flags.length > 0 || built.length > 0 ? (built.length > 0 ? built : ['.']).map((context) => (0,extract_script/* scriptAt */.V)(`docker build ${flags.join(' ')} ${(0,quote/* quotedWord */.l)(context)}`, line, about)) : []),
        ...images.flatMap(({ text, at }) => (0,dockerfile/* fromDockerfile */.Z)(text).map((one) => ({ ...one, line: at, lines: one.lines.map(() => at) }))),
        ...(inline === undefined ? [] : (0,dockerfile/* fromDockerfile */.Z)(inline.values.join('\n')).map((one) => ({ ...one, line: inline.line + one.line, lines: one.lines.map((at) => inline.line + at) }))),
    ];
}
function inJson(text) {
    return (0,yaml/* yamlTrees */.P)(text).flatMap((tree) => [...(tree.entries?.get('target')?.entries?.values() ?? [])].map((target) => [...(target.entries ?? [])].map(([key, node]) => ({ key, values: valuesOf(node, key), line: node.line }))));
}
function valuesOf(node, key) {
    if (node.text !== null)
        return [node.text];
    if (node.items !== null)
        return node.items.flatMap((item) => (item.text === null ? [[...(item.entries ?? [])].map(([name, value]) => `${name}=${value.text ?? ''}`).join(',')] : [item.text]));
    return [...(node.entries ?? [])].map(([name, value]) => (key === 'args' ? `${name}=${value.text ?? ''}` : (value.text ?? '')));
}
// Hits `context = "x"`, `secret = [`, `contexts = {`, `dockerfile-inline = <<EOT`; groups: the key, and each form of value.
const SETTING = /^[ \t]*([\w-]+)\s*=\s*(?:"((?:\\.|[^"\\\n])*)"|\[([^\]]*)\]|\{([^{}]*)\}|<<-?\s*(\w+)\r?\n([\s\S]*?)\n[ \t]*\5[ \t]*$)/gmu;
function inHcl(text) {
    const begins = [...text.matchAll(/^[ \t]*target\s+"[^"\n]*"\s*\{/gmu)].map(({ index }) => index);
    return begins.map((from, index) => {
        const block = text.slice(from, begins[index + 1] ?? text.length);
        return [...block.matchAll(SETTING)].map((match) => {
            const [, key = '', quoted, list, table, , heredoc] = match;
            const values = quoted !== undefined ? [quoted] : heredoc !== undefined ? [heredoc] : textsIn(list ?? table ?? '', key, list === undefined);
            return { key, values: values.map((value) => (heredoc === undefined ? value.replace(/[$%]\{[^{}]{0,300}\}/gu, '${{ bake }}').replace(/\\(["\\])/gu, '$1') : value)), line: text.slice(0, from + match.index).split('\n').length };
        });
    });
}
// `{ id = "x", src = "y" }` of an item, `A = "b"` of args.
function textsIn(inside, key, table) {
    const pairs = [...inside.matchAll(/(?:"?([\w.-]+)"?\s*[=:]\s*)?"((?:\\.|[^"\\\n])*)"/gu)];
    return pairs.map(([, name, value = '']) => (table && key === 'args' || !table && name !== undefined ? `${name ?? ''}=${value}` : value));
}

// EXTERNAL MODULE: ./lib/parse/shell/extract/cloud-init.js
var cloud_init = __webpack_require__(46432);
;// CONCATENATED MODULE: ./lib/parse/shell/extract/cloudformation.js
// SPDX-License-Identifier: Apache-2.0
//
// Scripts in CloudFormation templates: what instances and launch templates start with (`UserData`), commands of `cfn-init`, and what Lambda functions are
// made of is left to its own language. Refuses to evaluate functions: what `Fn::Sub` fills in is not known.
// @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-init.html



/** Scripts of a template. */
function fromTemplate(text) {
    return (0,yaml/* yamlTrees */.P)(text).flatMap((tree) => cloudformation_below(tree));
}
function cloudformation_below(node) {
    const items = (node.items ?? []).flatMap((item) => cloudformation_below(item));
    if (node.entries === null)
        return items;
    return [...items, ...[...node.entries].flatMap(([key, value]) => (key === 'UserData' ? ofUserData(value) : key === 'AWS::CloudFormation::Init' ? commands(value) : cloudformation_below(value)))];
}
/** The text that a value will be, with its first line: `!Sub`, `Fn::Join`, `Fn::Base64` around it. */
function cloudformation_textOf(node) {
    if (node.text !== null)
        return { text: filled(node.text), line: node.line, literal: node.literal };
    const joined = (0,yaml/* under */.h)(node, 'Fn::Join')?.items ?? (node.tag === '!Join' ? node.items : null);
    if (joined !== null && joined !== undefined) {
        const parts = (joined[1]?.items ?? []).map((part) => cloudformation_textOf(part)?.text ?? '${{ aws }}');
        return { text: parts.join(joined[0]?.text ?? ''), line: joined[1]?.line ?? node.line, literal: false };
    }
    const inner = (0,yaml/* under */.h)(node, 'Fn::Base64') ?? (0,yaml/* under */.h)(node, 'Fn::Sub') ?? node.items?.[0];
    return inner === undefined ? null : cloudformation_textOf(inner);
}
// `${X}` is put in before a shell starts; `${!X}` is one for the shell.
function filled(text) {
    return text.replace(/\$\{!/gu, '\uFDD2').replace(/\$\{[\w:.-]{1,200}\}/gu, '${{ aws }}').replaceAll('\uFDD2', '${');
}
function ofUserData(node) {
    const found = cloudformation_textOf(node);
    if (found === null)
        return [];
    const plain = /^[A-Za-z0-9+/=\s]{16,}$/u.test(found.text) && !/\s\w+\s/u.test(found.text) ? Buffer.from(found.text, 'base64').toString('utf8') : found.text;
    return (0,cloud_init/* fromUserData */.y)(plain, found.line).map((one) => (found.literal && plain === found.text ? one : { ...one, line: found.line, lines: one.lines.map(() => found.line) }));
}
// `commands: { 01_x: { command: "…" } }`, at any depth of a configuration.
function commands(node) {
    const own = (0,yaml/* under */.h)(node, 'command');
    const command = own === undefined ? null : cloudformation_textOf(own.items !== null && own.tag === null ? { ...own, items: null, text: own.items.map(({ text }) => text ?? '').join(' ') } : own);
    const here = command === null ? [] : [(0,extract_script/* scriptAt */.V)(command.text, command.line, { shell: 'sh', lines: command.text.split('\n').map(() => command.line), later: true, image: true })];
    return [...here, ...[...(node.entries?.values() ?? []), ...(node.items ?? [])].flatMap((inner) => commands(inner))];
}

;// CONCATENATED MODULE: ./lib/parse/shell/extract/compose.js
// SPDX-License-Identifier: Apache-2.0
//
// Services of a compose file, each as the `docker run` that it amounts to: rights, mounts, and the command that its container starts with. Refuses to
// follow `extends` and `include` into other files.
// @see https://docs.docker.com/reference/compose-file/services/




/** True for a text with services, as compose and swarm have them. */
function isCompose(path, text) {
    return /\.ya?ml$/iu.test(path) && /^services[ \t]*:[ \t]*(?:#.*)?$/mu.test(text) && /^[ \t]+(?:image|build|privileged|volumes|container_name)[ \t]*:/mu.test(text);
}
/** What people look out for in the services of a compose file. */
function fromCompose(text) {
    return (0,yaml/* yamlTrees */.P)(text.replace(/\$\{\w+:?-([^{}\n]*)\}/gu, '$1')).flatMap((tree) => [
        ...[...((0,yaml/* under */.h)(tree, 'services')?.entries?.values() ?? [])].flatMap((service) => ofService(service)),
        // A volume may be a folder of the machine under a name.
        ...[...((0,yaml/* under */.h)(tree, 'volumes')?.entries?.values() ?? [])].flatMap((volume) => commandAt(volume, ['docker volume create', ...deviceOf(volume)])),
        ...[...((0,yaml/* under */.h)(tree, 'configs')?.entries?.values() ?? [])].flatMap((config) => contentOf((0,yaml/* under */.h)(config, 'content'))),
        ...((0,yaml/* under */.h)(tree, 'include')?.items ?? []).flatMap((one) => ofInclude(one)),
    ]);
}
// A file that containers get, and run where it is a script.
function contentOf(node) {
    const text = (node?.text ?? '').replaceAll('$$', '$');
    return node === undefined || !/^#!\s*\S*(?:\/env\s+(?:-\S+\s+)*)?\S*?\b(?:ba|da|a|z|k)?sh(?:\s|$)/u.test(text) ? [] : [(0,extract_script/* scriptAt */.V)(text, node.line, { shell: 'sh', later: true, image: true, volumes: true, ...(node.literal ? {} : { lines: text.split('\n').map(() => node.line) }) })];
}
function deviceOf(volume) {
    const device = (0,yaml/* under */.h)(volume, 'driver_opts', 'device')?.text;
    return device === undefined || device === null ? [] : [`--opt ${(0,quote/* quotedWord */.l)(`device=${device}`)}`];
}
// Files of another place, which nobody pinned.
function ofInclude(node) {
    const paths = node.text !== null ? [node.text] : [compose_textOf(node, 'path') ?? '', ...listOf((0,yaml/* under */.h)(node, 'path'))];
    return paths.filter((path) => /^(?:https?|git|ssh|oci):|^git@/iu.test(path)).flatMap((path) => commandAt(node, ['docker compose -f', (0,quote/* quotedWord */.l)(path.replace(/^oci:/iu, 'https:')), 'up']));
}
function commandAt({ line }, words) {
    return words.length < 2 ? [] : [(0,extract_script/* scriptAt */.V)(words.join(' '), line, { shell: 'sh', lines: [line], later: true })];
}
/** Keys of a service with the option of `docker run` that each stands for. */
const LISTS = [['volumes', '-v'], ['cap_add', '--cap-add'], ['security_opt', '--security-opt'], ['devices', '--device']];
const TEXTS = [['pid', '--pid'], ['network_mode', '--network'], ['userns_mode', '--userns'], ['ipc', '--ipc'], ['uts', '--uts'], ['cgroup', '--cgroupns']];
const TRUE = /^(?:true|yes|on|y)$/iu;
function ofService(service) {
    const hooks = [...['post_start', 'pre_stop'].flatMap((key) => (0,yaml/* under */.h)(service, key)?.items ?? []), ...((0,yaml/* under */.h)(service, 'develop', 'watch')?.items ?? []).flatMap((rule) => (0,yaml/* under */.h)(rule, 'exec') ?? [])];
    const flags = [
        ...([service, ...hooks].some((node) => TRUE.test(compose_textOf(node, 'privileged') ?? '')) ? ['--privileged'] : []),
        ...(TRUE.test(compose_textOf(service, 'use_api_socket') ?? '') ? ['-v /var/run/docker.sock:/var/run/docker.sock'] : []),
        ...LISTS.flatMap(([key, flag]) => listOf((0,yaml/* under */.h)(service, key)).map((value) => `${flag} ${(0,quote/* quotedWord */.l)(value)}`)),
        ...TEXTS.flatMap(([key, flag]) => (compose_textOf(service, key) === null ? [] : [`${flag} ${(0,quote/* quotedWord */.l)(compose_textOf(service, key) ?? '')}`])),
    ];
    const image = (0,quote/* quotedWord */.l)(compose_textOf(service, 'image') ?? 'image');
    const commands = [...['entrypoint', 'command'].map((key) => (0,yaml/* under */.h)(service, key)), (0,yaml/* under */.h)(service, 'healthcheck', 'test'), ...hooks.map((hook) => (0,yaml/* under */.h)(hook, 'command'))].flatMap((node) => (node === undefined ? [] : [startOf(node)]));
    const line = service.line;
    return [
        (0,extract_script/* scriptAt */.V)(`docker run ${[...flags, image].join(' ')}`, line, { lines: [line], later: true }),
        ...commands.filter(({ script }) => script !== '').map(({ script, at }) => (0,extract_script/* scriptAt */.V)(script, at, { shell: 'sh', lines: script.split('\n').map(() => at), later: true, image: true, volumes: listOf((0,yaml/* under */.h)(service, 'volumes')).length > 0 })),
        ...ofBuild((0,yaml/* under */.h)(service, 'build')),
        // A provider is a program of the machine that compose starts.
        ...(compose_textOf((0,yaml/* under */.h)(service, 'provider') ?? service, 'type') === null || (0,yaml/* under */.h)(service, 'provider') === undefined ? [] : [(0,extract_script/* scriptAt */.V)('docker compose', line, { lines: [line], hazards: [{ id: 'environment-code', detail: 'compose starts a program of the machine for it, a provider' }] })]),
    ];
}
function ofBuild(build) {
    if (build === undefined)
        return [];
    const inline = (0,yaml/* under */.h)(build, 'dockerfile_inline');
    const context = build.text ?? compose_textOf(build, 'context') ?? '.';
    const allowed = [...listOf((0,yaml/* under */.h)(build, 'entitlements')), ...(TRUE.test(compose_textOf(build, 'privileged') ?? '') ? ['security.insecure'] : [])];
    return [
        ...commandAt(build, ['docker build', ...allowed.map((one) => `--allow ${(0,quote/* quotedWord */.l)(one)}`), (0,quote/* quotedWord */.l)(context)]),
        ...(inline?.text === undefined || inline.text === null ? [] : (0,dockerfile/* fromDockerfile */.Z)(inline.text).map((one) => ({ ...one, line: one.line + inline.line - 1, lines: one.lines.map((at) => at + inline.line - 1) }))),
    ];
}
// `[CMD-SHELL, x]` and a text are for a shell; `[CMD, a, b]` and `[a, b]` are words.
function startOf(node) {
    const at = node.line;
    // `$$` is a dollar there.
    const plain = (text) => text.replaceAll('$$', '$');
    if (node.text !== null)
        return { script: plain(node.text).trim(), at };
    const [first = '', ...rest] = listOf(node).map(plain);
    if (first === 'CMD-SHELL')
        return { script: rest.join(' '), at };
    return { script: (first === 'CMD' ? rest : first === '' || first === 'NONE' ? [] : [first, ...rest]).map(quote/* quotedWord */.l).join(' '), at };
}
function compose_textOf(node, key) {
    return (0,yaml/* under */.h)(node, key)?.text ?? null;
}
// `/:/host`, or `{ type: bind, source: /, target: /host }`.
function listOf(node) {
    return (node?.items ?? []).map((item) => item.text ?? `${compose_textOf(item, 'source') ?? ''}:${compose_textOf(item, 'target') ?? ''}`);
}

;// CONCATENATED MODULE: ./lib/parse/shell/extract/config-management.js


const SALT_COMMANDS = /^cmd\.(?:run|wait|script|call|wait_script)$/u;
const SALT_ACCOUNTS = { 'ssh_auth.present': 'whoever has the key gets in', 'user.present': 'it makes an account, or puts one into groups', 'group.present': 'it makes a group, or puts accounts into it' };
/** States of Salt. Lines of a template that are no state go first; one that can't be read then is read line by line. */
const fromSalt = (text) => {
    const plain = text.replace(/\{[%#][\s\S]{0,2000}?[%#]\}/gu, (part) => part.replace(/[^\n]/gu, '')).replace(/\{\{[^{}\n]{0,500}\}\}/gu, 'filled-in');
    try {
        return (0,yaml/* yamlTrees */.P)(plain).flatMap((tree) => [...(tree.entries ?? [])].flatMap(([id, state]) => ofState(id, state)));
    }
    catch {
        return /\bcmd\.\w+/u.test(text) ? plain.split('\n').flatMap((line, index) => config_management_commandAt(/^\s*-\s+(?:name|source|unless|onlyif)\s*:\s*(\S.*)$/u.exec(line)?.[1] ?? '', index + 1)) : [];
    }
};
function ofState(id, state) {
    return [...(state.entries ?? [])].flatMap(([name, node]) => {
        const values = (node.items ?? []).flatMap((item) => [...(item.entries ?? [])]);
        if (name === 'cron.present')
            return config_management_commandAt(config_management_textOf(values, 'name') ?? id, lineOf(values, 'name') ?? node.line);
        const why = Object.hasOwn(SALT_ACCOUNTS, name) ? SALT_ACCOUNTS[name] : undefined;
        if (why !== undefined)
            return config_management_commandAt('salt-state', node.line, [{ id: 'account-change', detail: why }]);
        if (!SALT_COMMANDS.test(name))
            return [];
        const commands = values.filter(([key]) => /^(?:name|names|source|unless|onlyif)$/u.test(key)).flatMap(([, value]) => [value, ...(value.items ?? [])]);
        const run = commands.flatMap(({ text, line }) => config_management_commandAt(text ?? '', line));
        return values.some(([key]) => key === 'name' || key === 'names') ? run : [...config_management_commandAt(id, state.line), ...run];
    });
}
function config_management_textOf(values, name) {
    return values.find(([key]) => key === name)?.[1].text ?? null;
}
function lineOf(values, name) {
    return values.find(([key]) => key === name)?.[1].line ?? null;
}
function config_management_commandAt(script, line, hazards = []) {
    return script.trim() === '' ? [] : [(0,extract_script/* scriptAt */.V)(script, line, { shell: 'sh', lines: script.split('\n').map(() => line), later: true, hazards })];
}
function lineAt(text, position) {
    return text.slice(0, position).split('\n').length;
}
// Hits `exec { 'x':`, `command => "x"`, `onlyif => 'x'`; groups 1 and 2 are the text.
const PUPPET = /(?:\bexec\s*\{\s*|\b(?:command|onlyif|unless)\s*=>\s*)(?:"((?:\\.|[^"\\]){1,5000})"|'((?:\\.|[^'\\]){1,5000})')/gu;
/** `exec` of Puppet, and keys that let somebody in. */
const fromPuppet = (text) => [
    ...[...text.matchAll(PUPPET)].flatMap(({ index, 1: double, 2: single }) => config_management_commandAt((double ?? single ?? '').replace(/\$\{[^{}]{0,200}\}/gu, '${{ puppet }}').replace(/\\(["'\\])/gu, '$1'), lineAt(text, index))),
    ...[...text.matchAll(/^\s*ssh_authorized_key\s*\{/gmu)].flatMap(({ index, 0: whole }) => config_management_commandAt('puppet-resource', lineAt(text, index + whole.length - 1), [{ id: 'account-change', detail: 'whoever has the key gets in' }])),
];
// Hits `execute 'x' do`, `command "x"`, `not_if 'x'`; the heredoc of `code <<-EOH`.
const CHEF = /^[ \t]*(?:execute|command|code|not_if|only_if|runner|rake)\s*\(?\s*(?:"((?:\\.|[^"\\\n]){1,5000})"|'((?:\\.|[^'\\\n]){1,5000})'|<<[-~]?['"]?(\w+)['"]?\r?\n([\s\S]{0,20000}?)\n[ \t]*\3\b)/gmu;
/** Commands of recipes of Chef, and of the schedule of whenever. */
const fromChef = (text) => [...text.matchAll(CHEF)].flatMap(({ index, 1: double, 2: single, 4: heredoc }) => {
    const filled = (one) => one.replace(/#\{[^{}]{0,200}\}/gu, '${{ ruby }}');
    const line = lineAt(text, index);
    return heredoc === undefined ? config_management_commandAt(filled(double ?? single ?? '').replace(/\\(["'\\])/gu, '$1'), line) : [(0,extract_script/* scriptAt */.V)(filled(heredoc), line + 1, { shell: 'sh', later: true })];
});

// EXTERNAL MODULE: ./lib/parse/shell/extract/variables.js
var extract_variables = __webpack_require__(58353);
;// CONCATENATED MODULE: ./lib/parse/shell/extract/gitlab.js
// SPDX-License-Identifier: Apache-2.0
//
// `script:`, `before_script:` and `after_script:` of GitLab CI, with `!reference` within the file. Lines of one list run in one shell, so they are one script.
// Refuses to guess what stands in another file: a reference that leads there is unknown.
// @see https://docs.gitlab.com/ci/yaml/#script




const KEYS = ['before_script', 'script', 'after_script'];
const NO_JOBS = new Set(['stages', 'variables', 'include', 'workflow', 'spec', 'image', 'services', 'cache', 'pages_', 'types']);
const MAX_REFERENCES = 10;
/** Scripts of a `.gitlab-ci.yml` or a template. */
function fromGitlab(text) {
    return (0,yaml/* yamlTrees */.P)(text).flatMap((tree) => {
        const common = given(tree, extract_variables/* NOTHING_GIVEN */.Yf, (0,yaml/* under */.h)(tree, 'workflow', 'rules'));
        const top = KEYS.flatMap((key) => ofList(tree.entries?.get(key), tree, common));
        const jobs = [...(tree.entries ?? [])].filter(([name, { entries }]) => entries !== null && !NO_JOBS.has(name));
        return [...top, ...[tree, ...jobs.map(([, job]) => job)].flatMap(ofImages), ...jobs.flatMap(([, job]) => ofJob(job, tree, common))];
    });
}
function ofJob(job, tree, common) {
    const own = parents(job, tree).reduceRight((outer, node) => given(node, outer, (0,yaml/* under */.h)(node, 'rules')), common);
    return [...KEYS.flatMap((key) => ofList(job.entries?.get(key), tree, own)), ...ofList((0,yaml/* under */.h)(job, 'hooks', 'pre_get_sources_script'), tree, own), ...((0,yaml/* under */.h)(job, 'run')?.items ?? []).flatMap((step) => ofList((0,yaml/* under */.h)(step, 'script'), tree, own))];
}
// What images of a job and of its services are started with.
function ofImages(node) {
    return [(0,yaml/* under */.h)(node, 'image'), ...((0,yaml/* under */.h)(node, 'services')?.items ?? [])].flatMap((image) => ['entrypoint', 'command'].flatMap((key) => {
        const words = (0,yaml/* under */.h)(image, key);
        const script = (words?.items ?? []).map(({ text }) => (0,quote/* quotedWord */.l)(text ?? '')).join(' ');
        return words === undefined || script === '' ? [] : [(0,extract_script/* scriptAt */.V)(script, words.line, { shell: 'sh', lines: script.split('\n').map(() => words.line), later: true, image: true })];
    }));
}
// The job, then what it extends, nearest first.
function parents(job, tree, depth = MAX_REFERENCES) {
    const names = (0,yaml/* under */.h)(job, 'extends');
    const nodes = depth === 0 ? [] : [names?.text ?? null, ...(names?.items ?? []).map((item) => item.text)].flatMap((name) => (name === null ? [] : [(0,yaml/* under */.h)(tree, name)]));
    return [job, ...nodes.reverse().flatMap((node) => (node === undefined ? [] : parents(node, tree, depth - 1)))];
}
// Variables of rules and of a matrix have one value or another.
function given(node, outer, rules) {
    const sometimes = [...(rules?.items ?? []).map((rule) => (0,yaml/* under */.h)(rule, 'variables')), ...((0,yaml/* under */.h)(node, 'parallel', 'matrix')?.items ?? [])];
    return (0,extract_variables/* without */.FF)((0,extract_variables/* givenBy */.ny)((0,yaml/* under */.h)(node, 'variables'), outer, true), sometimes.flatMap((one) => [...(one?.entries?.keys() ?? [])]));
}
function ofList(node, tree, variables) {
    if (node === undefined)
        return [];
    const parts = [];
    const lines = [];
    collect(node, tree, { parts, lines, depth: 0 });
    const script = parts.join('\n');
    return script.trim() === '' ? [] : [(0,extract_script/* scriptAt */.V)(script, lines[0] ?? node.line, { lines, given: variables })];
}
function collect(node, tree, into) {
    if (into.depth > MAX_REFERENCES)
        return;
    if (node.tag === '!reference') {
        const target = (0,yaml/* under */.h)(tree, ...(node.items ?? []).map(({ text }) => text ?? ''));
        // Something of another file: nobody knows what it runs.
        if (target === undefined)
            put('eval "$OSTIARY_REFERENCE_TO_ANOTHER_FILE"', node, into);
        else
            collect(target, tree, { ...into, depth: into.depth + 1 });
    }
    else if (node.items !== null)
        for (const item of node.items)
            collect(item, tree, { ...into, depth: into.depth + 1 });
    else if (node.text !== null)
        put(node.text.replace(/\n+$/u, ''), node, into);
}
// Inputs of a component are put in before the file is read: `$[[ inputs.x ]]`.
function put(text, node, { parts, lines }) {
    parts.push(text.replace(/\$\[\[([^\]]*)\]\]/gu, '${{$1}}'));
    text.split('\n').forEach((_line, index) => lines.push(node.literal ? node.line + index : node.line));
}

;// CONCATENATED MODULE: ./lib/parse/shell/extract/justfile.js
// SPDX-License-Identifier: Apache-2.0
//
// Recipes of a justfile, each line in a shell of its own, those that begin with `#!` as one script, and commands in backquotes. Refuses to guess what its
// variables hold: they are holes.
// @see https://just.systems/man/en/

/** Scripts of a justfile. */
function fromJustfile(text) {
    const lines = text.split(/\r?\n/u);
    const shell = /^\s*set\s+(?:windows-)?shell\s*:=\s*\[\s*["'](?:[^"']*\/)?([\w.-]+)["']/mu.exec(text)?.[1] ?? 'sh';
    const about = /^(?:ba|da|a|z|k)?sh$/u.test(shell) ? { shell: 'sh', language: null } : { shell: 'other', language: shell };
    const found = [];
    for (let at = 0; at < lines.length; at += 1) {
        const line = lines[at];
        for (const [, command = ''] of /^\s*#|^\s+\S/u.test(line) ? [] : line.matchAll(/`([^`]+)`/gu))
            found.push((0,extract_script/* scriptAt */.V)(justfile_filled(command), at + 1, { ...about, lines: [at + 1] }));
        // Hits `build target='x' *args: test`, `@deploy:`; misses `x := y`, `set shell := […]`.
        if (!/^@?[A-Za-z_][\w-]*(?:\s[^:]*)?:(?!=)/u.test(line))
            continue;
        const body = bodyAfter(lines, at);
        found.push(...recipe(body, at + 2, about));
        at += body.length;
    }
    return found;
}
function bodyAfter(lines, at) {
    const end = lines.findIndex((line, index) => index > at && line.trim() !== '' && !/^\s/u.test(line));
    return lines.slice(at + 1, end < 0 ? undefined : end);
}
function recipe(body, from, about) {
    const first = body.findIndex((line) => line.trim() !== '');
    const reader = /^\s+#!\s*(\S+)(?:\s+(?:-\S+\s+)*(\S+))?/u.exec(body[first] ?? '');
    if (reader !== null) {
        const program = (/\benv$/u.test(reader[1]) ? (reader[2] ?? '') : reader[1]).replace(/^.*\//u, '');
        const script = body.slice(first + 1).map((line) => justfile_filled(line.trimStart())).join('\n');
        return [(0,extract_script/* scriptAt */.V)(script, from + first + 1, /^(?:ba|da|a|z|k)?sh$/u.test(program) ? {} : { shell: 'other', language: program })];
    }
    const found = [];
    for (let at = 0; at < body.length; at += 1) {
        const begun = at;
        const parts = [body[at]];
        while (parts.at(-1).endsWith('\\') && at + 1 < body.length)
            parts.push(body[(at += 1)]);
        const script = justfile_filled(parts.map((part, index) => (index === 0 ? part.replace(/^\s+[@-]*/u, '') : part.trimStart())).join('\n'));
        if (script.trim() !== '' && !script.startsWith('#'))
            found.push((0,extract_script/* scriptAt */.V)(script, from + begun, about));
    }
    return found;
}
// `{{ x }}` is put in before the shell starts; `{{{{` is a brace.
function justfile_filled(text) {
    return text.replace(/\{\{(?!\{)[^{}]{0,500}\}\}/gu, '${{ just }}');
}

// EXTERNAL MODULE: ./lib/parse/shell/extract/lines.js
var extract_lines = __webpack_require__(72559);
;// CONCATENATED MODULE: ./lib/parse/shell/extract/machines.js




const LATER = { shell: 'sh', later: true, image: true };
function machines_lineAt(text, position) {
    return text.slice(0, position).split('\n').length;
}
/** `%pre` and `%post` of Kickstart, up to `%end`. */
function fromKickstart(text) {
    return [...text.matchAll(/^%(?:pre|post|pre-install|onerror|traceback)\b([^\n]*)\n([\s\S]{0,100000}?)(?=^%end\b|(?![\s\S]))/gmu)].flatMap(({ index, 0: whole, 1: options = '', 2: script = '' }) => {
        const other = /--interpreter[= ]\S*(?:python|perl)/u.test(options);
        return other || script.trim() === '' ? [] : [(0,extract_script/* scriptAt */.V)(script, machines_lineAt(text, index + whole.indexOf('\n') + 1), LATER)];
    });
}
/** `d-i preseed/late_command string x`, over several lines. */
function fromPreseed(text) {
    return [...text.matchAll(/^[ \t]*\S+[ \t]+(?:preseed\/(?:early_command|late_command|run)|partman\/early_command)[ \t]+string[ \t]+((?:[^\\\n]|\\[\s\S]){1,20000})/gmu)].map(({ index, 1: script = '' }) => (0,extract_script/* scriptAt */.V)(script, machines_lineAt(text, index), LATER));
}
/** Units, scripts and keys of Ignition, and of Butane, which becomes it. */
function fromIgnition(text) {
    return (0,yaml/* yamlTrees */.P)(text).flatMap((tree) => [
        ...((0,yaml/* under */.h)(tree, 'systemd', 'units')?.items ?? []).flatMap((unit) => [unit, ...((0,yaml/* under */.h)(unit, 'dropins')?.items ?? [])]).flatMap((unit) => inText((0,yaml/* under */.h)(unit, 'contents'), extract_lines/* fromUnit */.dd)),
        ...((0,yaml/* under */.h)(tree, 'storage', 'files')?.items ?? []).flatMap((file) => inText(machines_contentOf(file), (script) => (/^#!.*\b(?:ba|da|a|z|k)?sh\b/u.test(script) ? [(0,extract_script/* scriptAt */.V)(script, 1, LATER)] : []))),
        ...((0,yaml/* under */.h)(tree, 'passwd', 'users')?.items ?? []).flatMap((user) => ['ssh_authorized_keys', 'sshAuthorizedKeys'].flatMap((key) => machines_keyed((0,yaml/* under */.h)(user, key)))),
    ]);
}
function machines_contentOf(file) {
    const source = (0,yaml/* under */.h)(file, 'contents', 'source');
    const data = /^data:[^,]{0,200},([\s\S]*)$/u.exec(source?.text ?? '');
    if (source === undefined || data === null)
        return (0,yaml/* under */.h)(file, 'contents', 'inline');
    const [whole, body = ''] = data;
    return { ...source, literal: false, text: /;base64,/u.test(whole.slice(0, 210)) ? Buffer.from(body, 'base64').toString('utf8') : unescaped(body) };
}
function unescaped(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function inText(node, read) {
    if (node?.text === undefined || node.text === null)
        return [];
    const first = node.line - 1;
    return read(node.text).map((one) => ({ ...one, line: node.literal ? one.line + first : node.line, lines: one.lines.map((at) => (node.literal ? at + first : node.line)), later: true, image: true }));
}
function machines_keyed(node) {
    const hazards = [{ id: 'account-change', detail: 'whoever has the key gets into every machine that starts with it' }];
    // Not as something of an image: the machine lives on.
    return node === undefined || (node.items ?? []).length === 0 ? [] : [(0,extract_script/* scriptAt */.V)('ignition', node.line, { shell: 'sh', later: true, lines: [node.line], hazards })];
}
// Hits `start program = "/x"`, `then exec "/x"`, `check program a with path "/x"`.
const MONIT = /(?:\b(?:start|stop|restart)\s+program\s*=?|\bexec|\bcheck\s+program\s+\S+\s+(?:with\s+)?path)\s*(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})')/giu;
// What monit is for: a service started or stopped by its name.
const SERVICE = /^(?:\S*\/)?(?:systemctl\s+(?:start|stop|restart|reload)\s+[\w@.-]+|(?:rc-)?service\s+[\w.-]+\s+\w+|init\.d\/[\w.-]+\s+\w+)$/u;
/** Programs that monit starts. */
function fromMonit(text) {
    return text.split(/\r?\n/u).flatMap((line, index) => (/^\s*#/u.test(line) ? [] : [...line.matchAll(MONIT)].map(([, double, single]) => double ?? single ?? '').filter((command) => !SERVICE.test(command)).map((command) => (0,extract_script/* scriptAt */.V)(command, index + 1, { shell: 'sh', lines: [index + 1], later: true }))));
}
/** `7 15 name command` of anacron. */
function fromAnacrontab(text) {
    return text.split(/\r?\n/u).flatMap((line, index) => {
        const [, command] = /^\s*(?:\d+|@\w+)\s+\d+\s+\S+\s+(\S.*)$/u.exec(line) ?? [];
        return command === undefined ? [] : [(0,extract_script/* scriptAt */.V)(command, index + 1, { shell: 'sh', lines: [index + 1] })];
    });
}
/** Keys of Quadlet with the option of `podman run` that each stands for. */
const QUADLET = { Volume: '-v', AddCapability: '--cap-add', AddDevice: '--device', Network: '--network', SecurityLabelDisable: '--security-opt label=disable', UserNS: '--userns', PodmanArgs: '', SeccompProfile: '--security-opt seccomp=' };
/** A container of Quadlet, as the `podman run` that it is. */
function fromQuadlet(text) {
    const lines = text.split(/\r?\n/u);
    const values = lines.flatMap((line, index) => {
        const [, key = '', value = ''] = /^\s*(\w+)\s*=\s*(.*)$/u.exec(line) ?? [];
        return key === '' ? [] : [{ key, value, line: index + 1 }];
    });
    const options = values.filter(({ key }) => Object.hasOwn(QUADLET, key)).map(({ key, value, line }) => {
        const option = QUADLET[key];
        const word = key === 'PodmanArgs' || key === 'SecurityLabelDisable' ? (key === 'PodmanArgs' ? value : '') : (0,quote/* quotedWord */.l)(value);
        return (0,extract_script/* scriptAt */.V)(`podman run ${option}${option.endsWith('=') ? '' : ' '}${word} image`, line, { shell: 'sh', lines: [line], later: true });
    });
    const command = values.find(({ key }) => key === 'Exec');
    return [...options, ...(command === undefined ? [] : [(0,extract_script/* scriptAt */.V)(command.value, command.line, { shell: 'sh', lines: [command.line], later: true, image: true })]), ...(0,extract_lines/* fromUnit */.dd)(text)];
}

;// CONCATENATED MODULE: ./lib/parse/shell/extract/make-variables.js
// SPDX-License-Identifier: Apache-2.0
//
// Variables of a Makefile. Recipes see what a variable holds when the whole file is read, and branches may set it either way: so every value that the file gives
// is kept, and a text comes out once for each. Refuses to compute functions of make: what they yield is not known.
// @see https://www.gnu.org/software/make/manual/make.html#Using-Variables
/** What make sets by itself. */
const BUILT_IN = {
    CC: 'cc', CXX: 'g++', CPP: 'cc -E', AR: 'ar', AS: 'as', LD: 'ld', FC: 'f77', LEX: 'lex', YACC: 'yacc', RM: 'rm -f', ARFLAGS: '-rv', CFLAGS: '', CXXFLAGS: '', CPPFLAGS: '', LDFLAGS: '', LDLIBS: '', MAKE: 'make', CURDIR: '.',
};
/** Variables in variables. */
const MAX_DEPTH = 10;
/** Source: values of build files are lists of names. */
const MAX_VALUE = 20_000;
/** Source: a variable is set for a few systems; a recipe uses a few such. */
const MAX_CHOICES = 8;
/** Stands for `$$` while variables are put in. */
const DOLLAR = '\u0001';
const NOT_KNOWN = '$(unknown)';
// Hits `$(X)`, `${X}`, `$(call X,a)`; misses `$(shell x)`, `$@`.
const REFERENCE = /\$(?:\((?:call\s+)?([\w.-]+)((?:,[^()]*)?)\)|\{(?:call\s+)?([\w.-]+)((?:,[^{}]*)?)\})/gu;
/** All variables of one file, each with every value that it is given. */
class MakeVariables {
    #values = new Map();
    /** `operator`: what stands before `=`, or nothing. */
    assign(name, operator, written) {
        const before = this.#values.get(name) ?? [];
        // Backslashes before line feeds are gone by now; others are the shell's.
        const value = operator === '!' ? NOT_KNOWN : written.trim();
        const values = operator === '+' ? [...before, ...(before.length === 0 ? [value] : before.map((old) => `${old} ${value}`.trim()))] : [...before, value];
        const distinct = [...new Set(values)];
        this.#values.set(name, distinct.length > MAX_CHOICES || value.length > MAX_VALUE ? [NOT_KNOWN] : distinct);
    }
    /** Every text that a text may come to, `$$` still doubled; null when there are too many. */
    expand(text) {
        const found = this.#expand(text.replaceAll('$$', DOLLAR), MAX_DEPTH);
        return found === null ? null : [...new Set(found)].map((one) => one.replaceAll(DOLLAR, '$$$$'));
    }
    #expand(text, depth) {
        let texts = [''];
        let from = 0;
        for (const match of text.matchAll(REFERENCE)) {
            const values = this.#valuesOf(match, depth);
            const before = text.slice(from, match.index);
            from = match.index + match[0].length;
            if (values === null || texts.length * values.length > MAX_CHOICES)
                return null;
            texts = texts.flatMap((one) => values.map((value) => one + before + value));
            if (texts.some(({ length }) => length > MAX_VALUE))
                return null;
        }
        return texts.map((one) => one + text.slice(from));
    }
    #valuesOf([whole, round, roundArgs = '', curly, curlyArgs = ''], depth) {
        const name = round ?? curly ?? '';
        const args = `${roundArgs}${curlyArgs}`.split(',').slice(1);
        const known = this.#values.get(name) ?? (Object.hasOwn(BUILT_IN, name) ? [BUILT_IN[name]] : undefined);
        // A name that nothing here sets is left as it is, for whoever reads on to call unknown.
        if (known === undefined || depth === 0)
            return [known === undefined ? whole : NOT_KNOWN];
        const all = [];
        for (const value of known) {
            const inner = this.#expand(withArguments(value.replaceAll('$$', DOLLAR), args), depth - 1);
            if (inner === null)
                return null;
            all.push(...inner);
        }
        return all;
    }
}
function withArguments(value, args) {
    return args.length === 0 ? value : value.replace(/\$(?:\(([1-9])\)|\{([1-9])\}|([1-9]))/gu, (_whole, round, curly, bare) => args[Number(round ?? curly ?? bare) - 1]?.trim() ?? '');
}

;// CONCATENATED MODULE: ./lib/parse/shell/extract/makefile.js
// SPDX-License-Identifier: Apache-2.0
//
// Recipes of a Makefile, line by line as make hands them to a shell, and what `$(shell …)` runs, with the variables that the file sets put in. Refuses to
// guess what functions of make or whoever starts it may set: those are holes.
// @see https://www.gnu.org/software/make/manual/make.html#Recipes



/** Scripts of a Makefile. */
function fromMakefile(text, path = '') {
    const source = text.split(/\r?\n/u);
    const state = { variables: new MakeVariables(), pending: [], inRule: false, defining: null, shell: '/bin/sh', prefix: '\t', outside: (name) => OUTSIDE.test(name) || isAbove(name, path) };
    for (let at = 0; at < source.length;) {
        const begun = at;
        const parts = [source[at]];
        while (parts.at(-1).endsWith('\\') && at + 1 < source.length)
            parts.push(source[(at += 1)]);
        at += 1;
        logicalLine(parts, begun + 1, state);
    }
    return (/^\.ONESHELL[ \t]*:/mu.test(text) ? together(state.pending) : state.pending).flatMap((pending) => scriptsOf(pending, state));
}
// With `.ONESHELL` the lines of a recipe are one script.
function together(pending) {
    const joined = [];
    let end = 0;
    for (const one of pending) {
        const last = joined.at(-1);
        if (last !== undefined && one.line === end && one.hazards === undefined)
            joined[joined.length - 1] = { ...last, parts: [...last.parts, ...one.parts] };
        else
            joined.push(one);
        end = one.line + one.parts.length;
    }
    return joined;
}
// Hits `X = y`, `export X := y`, `X += y`; misses `a: b`.
const ASSIGNED = /^\s*(?:export\s+|override\s+|private\s+)*([\w.-]+)\s*(\?|:{1,3}|\+|!)?=\s*(.*)$/u;
function logicalLine(parts, line, state) {
    const [first = ''] = parts;
    if (state.defining !== null)
        return makefile_define(parts, state.defining, state);
    if (first.startsWith(state.prefix) && state.inRule)
        return makefile_recipe(parts.map((part) => (part.startsWith(state.prefix) ? part.slice(1) : part)), line, state);
    const whole = parts.map((part, index) => (index < parts.length - 1 ? part.slice(0, -1) : part)).join(' ');
    const begins = /^\s*(?:export\s+|override\s+)*define\s+([\w.-]+)\s*(?:[:?+!]*=)?\s*$/u.exec(whole)?.[1];
    if (begins !== undefined) {
        state.defining = { name: begins, lines: [] };
        return;
    }
    const assigned = ASSIGNED.exec(whole);
    if (assigned !== null && !/^\s*#/u.test(whole)) {
        state.inRule = false;
        return makefile_assign(assigned, line, state);
    }
    const outside = INCLUDED.exec(whole)?.[1]?.split(/\s+/u).find(state.outside);
    // What make reads there it runs like the file itself.
    if (outside !== undefined)
        state.pending.push({ parts: ['make --version'], line, hazards: [{ id: 'environment-code', detail: `\`${outside.slice(0, 200)}\` lies outside of the repository, and make runs what stands there` }] });
    for (const command of [...shellCalls(whole), ...filesWritten(whole)])
        state.pending.push({ parts: [command], line });
    // Rules may stand behind blanks.
    ruleLine(whole.replace(/^ +/u, ''), line, state);
}
const INCLUDED = /^ *(?:-|s)?include\s+([^#]*)/u;
// Hits `/tmp/x.mk`, `~/x.mk`, `$(HOME)/x.mk`; misses `build/x.mk`, `$(TOP)/x.mk`, and what packages of the system bring along.
const OUTSIDE = /^(?:\/(?!usr\/(?:share|lib|include)\/)|~|\$[({](?:HOME|TMPDIR|TMP)[)}])/u;
// make looks from where it was started, which is where its Makefile lies; what that includes may lie anywhere.
function isAbove(name, path) {
    return /(?:^|\/)(?:GNU)?makefile$/iu.test(path) && external_node_path_.posix.join(external_node_path_.posix.dirname(path), name).startsWith('../');
}
function makefile_define(parts, { name, lines }, state) {
    if (!/^\s*endef\b/u.test(parts[0]))
        return void lines.push(...parts);
    state.variables.assign(name, '', lines.map((one) => one.replace(/^[\s@+-]+/u, '')).join('\n'));
    state.defining = null;
}
function ruleLine(whole, line, state) {
    const rule = /^([^\s#=:][^=:#]*|\$\([^)]*\)[^=:]*)::?(?!=)([^;]*)(?:;(.*))?$/u.exec(whole);
    if (rule !== null) {
        state.inRule = true;
        // `target: X = y` sets it for that target alone.
        const own = ASSIGNED.exec(whole.slice(whole.indexOf(':') + 1));
        if (own !== null)
            makefile_assign(own, line, state);
        else if (rule[3] !== undefined)
            makefile_recipe([rule[3]], line, state);
    }
    else if (whole.trim() !== '' && !/^\s*(?:#|ifn?eq|ifn?def|else|endif|-?include|sinclude)/u.test(whole))
        state.inRule = false;
}
function makefile_assign([whole = '', name = '', operator = '', value = ''], line, state) {
    if (operator === '!')
        state.pending.push({ parts: [value], line });
    for (const command of [...shellCalls(value), ...filesWritten(value)])
        state.pending.push({ parts: [command], line });
    // What is exported is there for every recipe; flags of the shell may hold a script.
    if (/^\s*(?:\w+\s+)*export\s/u.test(whole))
        state.pending.push({ parts: [`export ${name}='${value.trim().replaceAll('\'', '')}'`], line });
    if (name === '.SHELLFLAGS' && !/^(?:\s|-[a-z]+|pipefail)*$/u.test(value))
        state.pending.push({ parts: [`/bin/sh ${value} true`], line });
    if (name === 'SHELL')
        state.shell = value.trim();
    if (name === '.RECIPEPREFIX')
        state.prefix = value.trim().slice(0, 1) || '\t';
    // What follows `#` is a comment.
    state.variables.assign(name, operator, value.replace(/(?<!\\)#.*$/u, ''));
}
// `$(shell cmd)` runs when the file is read.
// `$(file >path,text)` writes it while the file is read.
function filesWritten(text) {
    return [...text.matchAll(/\$[({]file\s+(>>?)\s*([^,(){}]{1,500})/gu)].map(([, sign = '>', path = '']) => `: ${sign} '${path.trim().replaceAll('\'', '')}'`);
}
function shellCalls(text) {
    const found = [];
    for (let at = text.indexOf('$(shell '); at >= 0; at = text.indexOf('$(shell ', at + 1)) {
        let depth = 0;
        for (let end = at + 1; end < text.length; end += 1) {
            if (text[end] === '(')
                depth += 1;
            else if (text[end] === ')' && (depth -= 1) === 0) {
                found.push(text.slice(at + '$(shell '.length, end));
                break;
            }
        }
    }
    return found;
}
function makefile_recipe(parts, line, state) {
    state.pending.push({ parts: parts.map((part, index) => (index === 0 ? part.replace(/^[\s@+-]+/u, '') : part)), line });
}
function scriptsOf({ parts, line, hazards = [] }, { variables, shell }) {
    const written = parts.join('\n');
    const other = !/(?:^|\/)(?:ba|da|a|z|k)?sh(?:\s|$)/u.test(shell) && !/(?:^|\/)env\s+\S*sh(?:\s|$)/u.test(shell);
    const about = { shell: other ? 'other' : 'sh', language: other ? shell : null, hazards };
    return (variables.expand(written) ?? [written]).map((text) => substitute(text).replace(/^[\s@+-]+/u, '')).filter((script) => script.trim() !== '' && !/^\s*#/u.test(script)).map((script) => {
        const same = script.split('\n').length === parts.length;
        return (0,extract_script/* scriptAt */.V)(script, line, { ...about, ...(same ? {} : { lines: script.split('\n').map(() => line) }) });
    });
}
const AUTOMATIC = /^[@<^+?*%|]$/u;
// `$$` is a dollar for the shell; what is left of make's own is a hole, written as a template (templates.ts).
function substitute(text) {
    return text.replace(/\$(\$|\(([^()]*(?:\([^()]*\)[^()]*)*)\)|\{([^{}]*)\}|[@<^+?*%|\w])/gu, (whole, one, round, curly) => {
        if (one === '$')
            return '$';
        const name = round ?? curly ?? one;
        if (AUTOMATIC.test(name))
            return name === '@' || name === '<' ? 'make-target' : '${{ make }}';
        // Files of the job, which no Makefile sets.
        if (/^GITHUB_(?:ENV|PATH|OUTPUT)$/u.test(name))
            return `\${{ github.${name.slice('GITHUB_'.length).toLowerCase()} }}`;
        return whole.startsWith('$(shell ') ? '${{ shell }}' : '${{ make }}';
    });
}

// EXTERNAL MODULE: ./lib/parse/shell/extract/terraform.js
var terraform = __webpack_require__(88704);
;// CONCATENATED MODULE: ./lib/parse/shell/extract/nomad.js
// SPDX-License-Identifier: Apache-2.0
//
// Tasks of Nomad: what they start, and containers as the `docker run` that each amounts to. They run on the cluster, later, so that only what people look out for is
// told. Refuses to read the language further: expressions stand for themselves.
// @see https://developer.hashicorp.com/nomad/docs/deploy/task-driver/docker



/** Attributes of a container with the option of `docker run` that each stands for. */
const nomad_OPTIONS = { volumes: '-v', cap_add: '--cap-add', security_opt: '--security-opt', network_mode: '--network', pid_mode: '--pid', ipc_mode: '--ipc', userns_mode: '--userns' };
const ATTRIBUTE = /(?:^|\n)[ \t]*(\w+)\s*=\s*(true\b|"(?:\\.|[^"\\\n])*"|\[[^\]]{0,20000}\])/gu;
/** Scripts of a job of Nomad. */
function fromNomad(text) {
    return [...text.matchAll(/\bconfig\s*\{/gu)].flatMap(({ index, 0: head }) => ofTask(text, index + head.length));
}
function ofTask(text, from) {
    const found = [...(0,terraform/* blockAt */.Vb)(text, from).matchAll(ATTRIBUTE)].map(({ index, 0: whole, 1: name = '', 2: value = '' }) => ({ name, value, line: (0,terraform/* lineAt */.mh)(text, from + index + whole.length - whole.trimStart().length) }));
    const textsOf = (name) => found.filter((one) => one.name === name).flatMap(({ value }) => (0,terraform/* textsIn */.Ej)(value));
    const at = (script, line, inImage = false) => (0,extract_script/* scriptAt */.V)(script, line, { shell: 'sh', lines: script.split('\n').map(() => line), later: true, image: inImage });
    return found.flatMap(({ name, value, line }) => {
        if (name === 'command')
            return [at([...(0,terraform/* textsIn */.Ej)(value), ...textsOf('args')].map(quote/* quotedWord */.l).join(' '), line, textsOf('image').length > 0)];
        if (name === 'privileged' && value === 'true')
            return [at(`docker run --privileged image`, line)];
        return Object.hasOwn(nomad_OPTIONS, name) ? (0,terraform/* textsIn */.Ej)(value).map((one) => at(`docker run ${nomad_OPTIONS[name]} ${(0,quote/* quotedWord */.l)(one)} image`, line)) : [];
    });
}

;// CONCATENATED MODULE: ./lib/parse/shell/extract/notebook.js
// SPDX-License-Identifier: Apache-2.0
//
// Notebooks (Jupyter, R Markdown, Quarto): cells that are scripts (`%%bash`), lines that a shell runs (`!rm x`), SQL (`%%sql`), and calls of the language that the
// rest is in. They run when somebody runs the cell, so that only what people look out for is told. Refuses a notebook that is no JSON.
// @see https://nbformat.readthedocs.io/en/latest/format_description.html and https://ipython.readthedocs.io/en/stable/interactive/magics.html


/** Source: longer ones nobody opens. */
const MAX_CELLS = 2_000;
/** Scripts in a notebook of Jupyter. Throws what JSON.parse throws. */
const fromNotebook = (text) => {
    const value = JSON.parse(text);
    const language = fieldOf(fieldOf(fieldOf(value, 'metadata'), 'kernelspec'), 'language') ?? fieldOf(fieldOf(fieldOf(value, 'metadata'), 'language_info'), 'name');
    const cells = fieldOf(value, 'cells') ?? (notebook_listOf(fieldOf(value, 'worksheets')).flatMap((sheet) => notebook_listOf(fieldOf(sheet, 'cells'))));
    const place = placing(text);
    return notebook_listOf(cells).slice(0, MAX_CELLS).filter((cell) => fieldOf(cell, 'cell_type') === 'code').flatMap((cell) => {
        const source = fieldOf(cell, 'source') ?? fieldOf(cell, 'input');
        const parts = typeof source === 'string' ? [source] : notebook_listOf(source).filter((part) => typeof part === 'string');
        const lines = parts.flatMap((part) => part.replace(/\n$/u, '').split('\n').map(() => place(part)));
        return ofCell({ text: parts.join(''), lines }, typeof language === 'string' ? language.toLowerCase() : 'python');
    });
};
/** Scripts in chunks of R Markdown and Quarto: ```` ```{bash} ````. */
const fromMarkdown = (text) => {
    const found = [];
    let open = null;
    text.split('\n').forEach((line, index) => {
        const begins = /^\s*`{3,}\s*\{\s*(\w+)/u.exec(line)?.[1];
        if (open === null && begins !== undefined)
            open = { language: begins.toLowerCase(), lines: [], from: index + 2 };
        else if (open !== null && /^\s*`{3,}\s*$/u.test(line)) {
            const { language, lines, from } = open;
            found.push(...ofCell({ text: lines.join('\n'), lines: lines.map((_line, at) => from + at) }, language));
            open = null;
        }
        else
            open?.lines.push(line);
    });
    return found;
};
function fieldOf(value, key) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? value[key] : undefined;
}
function notebook_listOf(value) {
    return Array.isArray(value) ? value : [];
}
// Texts stand in the file in the order of the cells, each on a line of its own.
function placing(text) {
    let [at, line] = [0, 1];
    return (part) => {
        const found = text.indexOf(JSON.stringify(part), at);
        if (found < 0)
            return line;
        for (let next = text.indexOf('\n', at); next >= 0 && next < found; next = text.indexOf('\n', next + 1))
            line += 1;
        at = found;
        return line;
    };
}
// Hits `%%bash`, `%%script bash -e`, `%%!`; misses `%%time`.
const SHELL_CELL = /^\s*%%(?:bash|sh|system|sx|!|script\s+(?:--[\w-]+\s+)*(?:\S*\/)?(?:ba|da|z|k)?sh)(?:\s|$)/u;
const SQL_CELL = /^\s*%%(?:sql|bigquery|read_sql|spark_?sql|postgres\w*)\b[^\n]*/u;
function ofCell({ text, lines }, language) {
    const [first = '', ...rest] = text.split('\n');
    const at = (index) => lines[index] ?? lines.at(-1) ?? 1;
    if (/^(?:bash|sh|zsh)$/u.test(language))
        return [(0,extract_script/* scriptAt */.V)(text, at(0), { shell: 'bash', lines, later: true })];
    if (language === 'sql')
        return [(0,program/* sqlAt */.sQ)(text, at(0), program/* UNNAMED */.rY)];
    if (SHELL_CELL.test(first))
        return [(0,extract_script/* scriptAt */.V)(notebook_filled(rest.join('\n')), at(1), { shell: 'bash', lines: lines.slice(1), later: true })];
    if (SQL_CELL.test(first))
        return [(0,program/* sqlAt */.sQ)(rest.join('\n'), at(1), program/* UNNAMED */.rY)];
    const other = /^\s*%%(perl|ruby|javascript|js|R|python3?)\b/u.exec(first)?.[1];
    return [...(other === undefined ? commandLines(text.split('\n'), at) : []), ...(0,program/* fromCell */.jj)(other ?? language, text).map((one) => ({ ...one, line: at(one.line - 1), lines: one.lines.map((line) => at(line - 1)) }))];
}
// `!cmd`, `x = !cmd`, `%system cmd`, `%pip install x`, `%sql SELECT 1`; a line that ends with a backslash goes on.
function commandLines(source, at) {
    return source.flatMap((line, index) => {
        const [, , command, magic, rest = ''] = /^\s*((?:[\w, ]+=\s*)?!{1,2}(.*)|(?:[\w, ]+=\s*)?%(system|sx|pip|conda|mamba|uv|sql|rm|mv|cp|cd)\b(.*))$/u.exec(line) ?? [];
        if (command === undefined && magic === undefined)
            return [];
        if (magic === 'sql')
            return [(0,program/* sqlAt */.sQ)(rest, at(index), program/* UNNAMED */.rY)];
        let script = command ?? (/^s/u.test(magic) ? rest : `${magic}${rest}`);
        for (let next = index + 1; script.endsWith('\\') && next < source.length; next += 1)
            script = `${script.slice(0, -1)}${source[next]}`;
        return script.trim() === '' ? [] : [(0,extract_script/* scriptAt */.V)(notebook_filled(script), at(index), { shell: 'bash', lines: [at(index)], later: true })];
    });
}
// `{name}` is a variable of Python.
function notebook_filled(script) {
    return script.replace(/(?<![$\\{])\{[A-Za-z_][\w.[\]'"]{0,100}\}/gu, '${{ variable }}');
}

;// CONCATENATED MODULE: ./lib/parse/shell/extract/package-json.js
// SPDX-License-Identifier: Apache-2.0
//
// `scripts` of a package.json: npm runs each in `sh`, those around `install` on every machine that installs the package. Refuses what is no JSON.
// @see https://docs.npmjs.com/cli/using-npm/scripts

/** Keys of tools that keep commands in package.json: hooks of git, tasks of task runners. */
const OF_TOOLS = /^(?:husky|lint-staged|simple-git-hooks|gitHooks|ghooks|pre-commit|pre-push|wireit|nx|nodemonConfig|yorkie|config)$/u;
/** Scripts of a package.json. Throws what JSON.parse throws. */
function fromPackageJson(text) {
    const value = JSON.parse(text);
    if (typeof value !== 'object' || value === null)
        return [];
    const scripts = 'scripts' in value ? value.scripts : undefined;
    const from = Math.max(text.indexOf('"scripts"'), 0);
    const own = typeof scripts !== 'object' || scripts === null ? [] : Object.entries(scripts).flatMap(([name, script]) => (typeof script === 'string' ? [[name, script]] : []));
    const more = Object.entries(value).flatMap(([key, inner]) => (OF_TOOLS.test(key) ? commandsBelow(inner, key) : []));
    return [...own.flatMap(([name, script]) => one(text, script, text.indexOf(JSON.stringify(name), from))), ...more.flatMap((script) => one(text, script, text.indexOf(JSON.stringify(script))))];
}
function one(text, script, at) {
    if (script.trim() === '')
        return [];
    const line = text.slice(0, Math.max(at, 0)).split('\n').length;
    return [(0,extract_script/* scriptAt */.V)(script, line, { shell: 'sh', lines: script.split('\n').map(() => line) })];
}
// Task runners have commands under keys of that name, hooks are commands whatever they are called.
function commandsBelow(value, key, depth = 6) {
    const named = /^(?:wireit|nx|config|nodemonConfig|targets)$/u.test(key);
    if (typeof value === 'string')
        return named ? [] : [value];
    if (typeof value !== 'object' || value === null || depth === 0)
        return [];
    if (Array.isArray(value))
        return value.flatMap((item) => commandsBelow(item, key, depth - 1));
    return Object.entries(value).flatMap(([name, inner]) => commandsBelow(inner, named && !/^(?:commands?|exec)$/u.test(name) ? (key === 'config' && name === 'ghooks' ? name : key) : name, depth - 1));
}

// EXTERNAL MODULE: ./lib/parse/shell/extract/pods.js
var pods = __webpack_require__(45722);
;// CONCATENATED MODULE: ./lib/parse/shell/extract/tcl.js
// SPDX-License-Identifier: Apache-2.0
//
// Commands that scripts of Tcl and expect start, or type into what they started: `exec`, `spawn`, `open "|x"`, `send "x\r"`. Refuses to understand the language: what a
// script computes stands for itself, and passes.
// @see https://www.tcl-lang.org/man/tcl8.6/TclCmd/exec.htm



// Hits `exec ls -l`, `[exec {a b}]`, `spawn ssh x`; group 1 is what follows.
const STARTS = /(?:^|[[;{])\s*(?:exec|spawn|system)\s+((?:-(?:ignorestderr|keepnewline|noecho|nottycopy|-)\s+)*)([^\n;]{1,2000})/u;
const PIPE = /\bopen\s+(?:"\||\{\s*\||\[\s*list\s+\|)([^"}\]\n]{1,2000})/u;
// What is typed, with its end of line.
const TYPED = /\bsend\s+(?:-\S+\s+)*"((?:\\.|[^"\\\n]){1,2000}?)\\[rn]"/u;
const DELETES = /\bfile\s+delete\s+(?:-force\s+)?(?:--\s+)?([^\n;\]]{1,500})/u;
/** Commands of a script of Tcl, which runs where somebody starts it. */
function fromTcl(text) {
    return text.split(/\r?\n/u).flatMap((line, index) => {
        if (/^\s*#/u.test(line))
            return [];
        const at = (script, more = {}) => (script.trim() === '' ? [] : [(0,extract_script/* scriptAt */.V)(script, index + 1, { shell: 'sh', lines: [index + 1], later: true, ...more })]);
        const [, , started] = STARTS.exec(line) ?? [];
        const [, piped] = PIPE.exec(line) ?? [];
        const [, typed] = TYPED.exec(line) ?? [];
        const [, deleted] = DELETES.exec(line) ?? [];
        return [...at(words(started ?? '')), ...at(words(piped ?? '')), ...at((typed ?? '').replace(/\\(["\\$[\]])/gu, '$1')), ...at(deleted === undefined ? '' : `rm -rf -- ${words(deleted)}`, { told: program/* EVERYTHING */.Qz })];
    });
}
// Braces quote in Tcl, brackets call; whoever closes what stands around the command is none of its words.
function words(written) {
    let text = written;
    while (/[\]}]\s*$/u.test(text) && count(text, /[[{]/gu) < count(text, /[\]}]/gu))
        text = text.replace(/[\]}]\s*$/u, '');
    return text.replace(/\{([^{}]*)\}/gu, (_whole, inner) => (0,quote/* quotedWord */.l)(inner)).replace(/\[[^[\]]*\]/gu, '${{ tcl }}');
}
function count(text, pattern) {
    return text.match(pattern)?.length ?? 0;
}

;// CONCATENATED MODULE: ./lib/parse/shell/extract/combined.js



// Hits what brings a file or writes one.
const LEAVES_FILES = /\b(?:curl|wget|aria2c|clone|tee|cp|mv|install|ln|dd)\b|>/u;
/** Hazards that only the scripts of a file together have. `alone`: what was found in each by itself. */
function readTogether(scripts, alone, read) {
    const first = scripts.findIndex(({ script, shell, later }) => shell !== 'other' && !later && LEAVES_FILES.test(script));
    const whole = first < 0 ? [] : scripts.slice(first).filter(({ script, shell, later }) => shell !== 'other' && !later && (0,syntax/* parseShell */.aV)(script).problem === null);
    if (whole.length < 2)
        return [];
    const parts = whole.map(({ script, lines, line, given }) => {
        const variables = (0,extract_variables/* exportLine */.X3)(given);
        const text = script.split('\n');
        return { text: [`( ${variables}`, ...text, ')'].join('\n'), lines: [given.line, ...text.map((_one, index) => lines[index] ?? line), line] };
    });
    const joined = (0,extract_script/* scriptAt */.V)(parts.map(({ text }) => text).join('\n'), whole[0]?.line ?? 1, { lines: parts.flatMap(({ lines }) => lines), image: whole.every(({ image }) => image), later: true });
    const said = new Set(alone.flatMap(({ line, facts }) => facts.hazards.map(({ id }) => `${line} ${id}`)));
    return (0,extract_script/* readExtracted */.$)(joined, read).filter(({ line, facts }) => facts.hazards.some(({ id }) => id !== 'elevated' && id !== 'environment-code' && !said.has(`${line} ${id}`)));
}

;// CONCATENATED MODULE: ./lib/parse/shell/extract/workflow.js
// SPDX-License-Identifier: Apache-2.0
//
// `run:` of GitHub workflows and composite actions, with the shell that each runs in. Refuses to read what runs in another language; expressions in a
// script are the reader's to see (templates.ts).
// @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell





/** Scripts of a workflow or of an `action.yml`. */
function fromWorkflow(text) {
    return (0,yaml/* yamlTrees */.P)(text).flatMap((tree) => {
        const jobs = [...((0,yaml/* under */.h)(tree, 'jobs')?.entries?.values() ?? [])];
        const common = (0,yaml/* under */.h)(tree, 'defaults', 'run', 'shell');
        const given = (0,extract_variables/* givenBy */.ny)((0,yaml/* under */.h)(tree, 'env'), extract_variables/* NOTHING_GIVEN */.Yf, false);
        const ofJobs = jobs.flatMap((job) => ofSteps((0,yaml/* under */.h)(job, 'steps'), (0,yaml/* under */.h)(job, 'defaults', 'run', 'shell')?.text ?? common?.text ?? defaultShell((0,yaml/* under */.h)(job, 'runs-on')), (0,extract_variables/* givenBy */.ny)((0,yaml/* under */.h)(job, 'env'), given, false)));
        return [...jobs.flatMap(ofContainers), ...ofJobs, ...ofSteps((0,yaml/* under */.h)(tree, 'runs', 'steps'), null, given), ...ofImage((0,yaml/* under */.h)(tree, 'runs'), 'entrypoint', 'args')];
    });
}
// What the container of a job, or of a service, is started with, as the command that it amounts to.
function ofContainers(job) {
    const containers = [(0,yaml/* under */.h)(job, 'container'), ...((0,yaml/* under */.h)(job, 'services')?.entries?.values() ?? [])];
    return containers.flatMap((node) => {
        const options = (0,yaml/* under */.h)(node, 'options');
        const volumes = ((0,yaml/* under */.h)(node, 'volumes')?.items ?? []).map(({ text }) => `-v '${(text ?? '').replaceAll('\'', '')}'`);
        const line = options?.line ?? node?.line ?? 1;
        return options === undefined && volumes.length === 0 ? [] : [(0,extract_script/* scriptAt */.V)(`docker create ${[options?.text ?? '', ...volumes].join(' ')} image`.replaceAll('\n', ' '), line, { lines: [line], later: true })];
    });
}
// Scripts that an action is given: in JavaScript for `github-script`, else for a shell, here or over SSH; and what an image is started with.
function ofInputs(step) {
    const uses = (0,yaml/* under */.h)(step, 'uses')?.text ?? '';
    const given = (0,yaml/* under */.h)(step, 'with');
    if (uses.startsWith('docker://'))
        return ofImage(given, 'entrypoint', 'args');
    return ['script', 'run', 'command', 'commands'].flatMap((key) => {
        const node = (0,yaml/* under */.h)(given, key);
        if (node?.text === undefined || node.text === null)
            return [];
        const lineOf = (line) => (node.literal ? node.line + line - 1 : node.line);
        if (/^actions\/github-script@/u.test(uses))
            return ((0,program/* fromProgram */.$6)('script.js', node.text) ?? []).map((one) => ({ ...one, line: lineOf(one.line), lines: one.lines.map(lineOf) }));
        return [(0,extract_script/* scriptAt */.V)(node.text, node.line, { later: true, lines: node.text.split('\n').map((_text, index) => lineOf(index + 1)) })];
    });
}
// An image's own program, and its words: a text is split as a shell would, a list is words already.
function ofImage(node, ...keys) {
    const words = keys.map((key) => (0,yaml/* under */.h)(node, key)).flatMap((one) => (one?.items ?? []).map(({ text }) => (0,quote/* quotedWord */.l)(text ?? '')).concat(one?.text ?? []));
    const line = keys.map((key) => (0,yaml/* under */.h)(node, key)).find((one) => one !== undefined)?.line ?? 1;
    const script = words.join(' ').replaceAll('\n', ' ');
    return script.trim() === '' ? [] : [(0,extract_script/* scriptAt */.V)(script, line, { shell: 'sh', lines: [line], later: true, image: true })];
}
// Windows runners start PowerShell when nothing else is said.
function defaultShell(runner) {
    const labels = [runner?.text ?? '', ...(runner?.items ?? []).map(({ text }) => text ?? '')];
    return labels.some((label) => /^windows/iu.test(label)) ? 'pwsh' : null;
}
function ofSteps(steps, shell, given) {
    const items = steps?.items ?? [];
    const lasting = lastingIn(items.map((step) => (0,yaml/* under */.h)(step, 'run')?.text ?? ''));
    return items.flatMap((step) => {
        const run = (0,yaml/* under */.h)(step, 'run');
        if (run?.text === undefined || run.text === null)
            return ofInputs(step);
        const own = (0,extract_variables/* givenBy */.ny)((0,yaml/* under */.h)(step, 'env'), lasting(run.text, given), false);
        const named = (0,yaml/* under */.h)(step, 'shell')?.text ?? shell;
        return [...ofTemplate(named, run.line), { ...ofNode(run, run.text, named), given: own }];
    });
}
// `shell: bash -c 'x' {0}` is a command of its own; `bash -e {0}` and its like say only how the script is read.
function ofTemplate(named, line) {
    if (named === null || !named.includes('{0}') || /^(?:bash|sh|pwsh|python3?)(?:\s+(?:--?[a-zA-Z]+|pipefail|\{0\}))*$/u.test(named.trim()))
        return [];
    return [(0,extract_script/* scriptAt */.V)(named.replaceAll('{0}', 'script'), line, { lines: [line] })];
}
// A step may set variables for those after it (`$GITHUB_ENV`): which ones is seen where it writes their names, else it may be any.
function lastingIn(scripts) {
    const lines = scripts.filter((script) => /GITHUB_ENV/u.test(script)).flatMap((script) => (/<<|\{|\bcat\b|\bjq\b|\btee\b/u.test(script) ? [script] : script.split('\n').filter((line) => line.includes('GITHUB_ENV'))));
    if (lines.length === 0)
        return (_script, given) => given;
    const named = lines.flatMap((line) => [...line.matchAll(/([A-Za-z_]\w*)(?:=|<<)/gu)].map(([, name = '']) => name));
    const dynamic = lines.some((line) => !/\becho\s+["']?[A-Za-z_]\w*=/u.test(line));
    // A default (`${X:-x}`) holds only while nobody sets X.
    return (script, given) => (0,extract_variables/* without */.FF)(given, [...named, ...(dynamic ? [...given.values.keys(), ...[...script.matchAll(/\$\{([A-Za-z_]\w*):?[-=]/gu)].map(([, name = '']) => name)] : [])]);
}
function ofNode(node, text, named) {
    const { shell, language } = shellOf(named);
    const script = text.replace(/\n+$/u, '');
    return (0,extract_script/* scriptAt */.V)(script, node.line, { shell, language, ...(node.literal ? {} : { lines: script.split('\n').map(() => node.line) }) });
}
function shellOf(named) {
    if (named === null)
        return { shell: 'bash', language: null };
    const [program = ''] = named.trim().split(/\s+/u);
    const name = program.slice(program.lastIndexOf('/') + 1).toLowerCase();
    if (name === 'bash' || name === 'sh')
        return { shell: name, language: null };
    return { shell: 'other', language: name.includes('${{') ? 'a shell that is named by an expression' : name };
}

;// CONCATENATED MODULE: ./lib/parse/shell/extract/extract.js
// SPDX-License-Identifier: Apache-2.0
//
// Scripts in files that are not shell scripts themselves, by what the file is called. Refuses nothing quietly: a file of such a name that can't be read is one
// script that is not understood.

























/** `holds`: what such a file has in it, where the name alone does not tell. */
const BY_NAME = [
    { name: /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.(?:dockerfile|containerfile)$|(?:^|\/)Earthfile$/iu, extract: dockerfile/* fromDockerfile */.Z },
    { name: /(?:^|\/)(?:GNU)?makefile(?:\.(?:am|in|inc|local|common|dist|\w*config))?$|\.(?:mk|mak|make)$|(?:^|\/)debian\/rules$/iu, extract: fromMakefile },
    { name: /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$/u, extract: fromWorkflow },
    { name: /(?:^|[./])gitlab-ci\.ya?ml$|(?:^|\/)\.gitlab\/(?:ci|templates)\/.+\.ya?ml$/u, extract: fromGitlab },
    // Files that a pipeline of GitLab includes are called as people like: `ci/build.yml`, `.ci/jobs.yaml`, `templates/deploy-ci.yml`.
    { name: /(?:^|[/._-])(?:ci|gitlab|pipelines?)(?:[/._-].*)?\.ya?ml$/iu, holds: /(?:^[ \t]+|[{,][ \t]*)["']?(?:before_|after_)?script["']?[ \t]*:/mu, extract: fromGitlab },
    // Jobs of Prow are pods.
    { name: /\.ya?ml$/u, holds: /^(?:presubmits|postsubmits|periodics)[ \t]*:/mu, extract: pods/* fromManifest */.uu },
    { name: /(?:^|\/)docker-bake(?:\.[\w-]+)*\.(?:hcl|json)$/u, extract: fromBake },
    { name: /\.ipynb$/u, extract: fromNotebook },
    { name: /\.(?:rmd|qmd)$/iu, extract: fromMarkdown },
    { name: /(?:^|\/)package\.json$/u, extract: fromPackageJson },
    { name: /(?:^|\/)composer\.json$/u, extract: keyed/* fromComposer */.R9 },
    { name: /(?:^|\/)Taskfile(?:\.dist)?\.ya?ml$/iu, extract: keyed/* fromTaskfile */.K$ },
    { name: /(?:^|\/)\.?justfile$|\.just$/iu, extract: fromJustfile },
    { name: /(?:^|\/)Procfile(?:\.\w+)?$/u, extract: extract_lines/* fromProcfile */.H2 },
    { name: /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/iu, extract: fromCompose },
    { name: /\.(?:tf|tofu|pkr\.hcl)$|(?:^|\/)(?:terragrunt|root|atlas)\.hcl$/u, extract: terraform/* fromTerraform */.Fb },
    { name: /\.(?:tf|tofu|pkr)\.json$/u, extract: (0,keyed/* fromKeys */.Zw)({ keys: /^(?:command|inline|program|execute)$/u, words: true }) },
    { name: /\.(?:nomad|hcl)$/u, holds: /^[ \t]*job\s+"/mu, extract: fromNomad },
    { name: /(?:^|\/)(?:crontab(?:\.txt)?|[\w.-]+\.cron(?:tab)?)$|(?:^|\/)cron\.d\/[\w-]+$/u, extract: extract_lines/* fromCrontab */.YD },
    { name: /(?:^|\/)anacrontab$/u, extract: fromAnacrontab },
    { name: /(?:^|\/)cron(?:tabs?|jobs?)?\/[\w.-]+$|(?:^|\/)cron[\w.-]*\.(?:txt|conf|tab)$/u, holds: /^(?:@\w+|(?:[\d*,/-]+[ \t]+){4}[\w*,/-]+)[ \t]+\S/mu, extract: extract_lines/* fromCrontab */.YD },
    { name: /\.(?:tcl|exp)$/u, extract: fromTcl },
    { name: /(?:^|\/)(?:\.?monitrc|monit[\w.-]*\/[\w./-]+|[\w.-]+\.monit(?:rc)?)$/u, holds: /^\s*check\s+\w+\s/mu, extract: fromMonit },
    { name: /\.sls$/u, extract: fromSalt },
    { name: /\.pp$/u, holds: /\b(?:exec|ssh_authorized_key)\s*\{/u, extract: fromPuppet },
    { name: /\.(?:container|kube|pod|build|volume|image)$/u, holds: /^\[(?:Container|Kube|Pod|Build|Volume|Image)\]/mu, extract: fromQuadlet },
    { name: /\.(?:ign|bu|fcc)(?:\.json|\.ya?ml)?$|\.(?:json|ya?ml)$/u, holds: /"ignition"\s*:\s*\{|^variant:\s*(?:fcos|flatcar|openshift|r4e|fiot)\b/mu, extract: fromIgnition },
    { name: /\.(?:ks|cfg)$/u, holds: /^%(?:pre|post)\b/mu, extract: fromKickstart },
    { name: /(?:^|\/)[\w.-]*preseed[\w.-]*$|\.(?:cfg|seed)$/u, holds: /^[ \t]*d-i[ \t]/mu, extract: fromPreseed },
    { name: /(?:^|\/)[\w.-]*ofelia[\w.-]*\.(?:ini|conf)$/u, extract: extract_lines/* fromCommands */.zO },
    { name: /\.desktop$/u, holds: /^\[Desktop Entry\]/mu, extract: extract_lines/* fromDesktop */.j },
    { name: /\.rules$/u, holds: /\b(?:RUN(?:\{program\})?\+?=|PROGRAM==?|IMPORT\{program\}==?)/u, extract: extract_lines/* fromUdev */.$W },
    { name: /(?:^|\/)logrotate(?:\.d\/[\w.-]+|\.conf)$/u, extract: extract_lines/* fromLogrotate */.yp },
    { name: /\.plist$/u, holds: /<key>ProgramArguments<\/key>/u, extract: extract_lines/* fromPlist */.fy },
    { name: /\.(?:service|socket|mount)$/u, holds: /^\[(?:Service|Socket|Mount)\]/mu, extract: extract_lines/* fromUnit */.dd },
    { name: /(?:^|\/)(?:netlify|fly[\w.-]*|railway|nixpacks|wrangler)\.toml$|(?:^|\/)\.replit$/u, extract: (0,extract_lines/* fromToml */.ts)('command|ignore|release_command|buildCommand|startCommand|preDeployCommand|cmd|run|onBoot') },
    { name: /(?:^|\/)buildspec[\w.-]*\.ya?ml$/iu, extract: (0,keyed/* fromKeys */.Zw)({ keys: /^commands$/u }) },
    { name: /(?:^|\/)(?:vercel|railway)\.json$|(?:^|\/)render\.ya?ml$|(?:^|\/)skaffold[\w.-]*\.ya?ml$/u, extract: (0,keyed/* fromKeys */.Zw)({ keys: /^(?:build|install|dev|ignore|start|preDeploy|docker)Command$/u, words: true }) },
    { name: /(?:^|\/)(?:amplify|heroku|\.gitpod|devfile|atlantis|app|serverless[\w.-]*|cloudbuild[\w.-]*)\.ya?ml$/u, extract: keyed/* fromPlatform */.Ch },
    { name: /(?:^|\/)(?:app|nixpacks|wrangler|captain-definition|nx|lerna)\.jsonc?$|(?:^|\/)(?:captain-definition|\.stackblitzrc)$|(?:^|\/)\.codesandbox\/[\w.-]+\.json$/u, extract: keyed/* fromPlatform */.Ch },
    { name: /(?:^|\/)\.?goreleaser\.ya?ml$/u, extract: (0,keyed/* fromKeys */.Zw)({ keys: /^(?:hooks|cmd|pre|post)$/u }) },
    { name: /(?:^|\/)\.releaserc(?:\.(?:json|ya?ml))?$/u, extract: (0,keyed/* fromKeys */.Zw)({ keys: /^[a-z]\w*Cmd$/u }) },
    { name: /(?:^|\/)pyproject\.toml$/u, extract: extract_lines/* fromPyproject */.fU },
    { name: /(?:^|\/)nodemon\.json$|(?:^|\/)\.release-it\.json$/u, extract: (0,keyed/* fromKeys */.Zw)({ keys: /^exec$/u, tables: /^(?:execMap|events|hooks)$/u }) },
    { name: /(?:^|\/)codegen\.ya?ml$/u, extract: (0,keyed/* fromKeys */.Zw)({ keys: /^(?:after|before)[A-Z]\w+$|^onWatchTriggered$/u }) },
    { name: /(?:^|\/)buf\.gen[\w.-]*\.ya?ml$/u, extract: (0,keyed/* fromKeys */.Zw)({ keys: /^local$/u, words: true }) },
    { name: /(?:^|\/)snapcraft\.ya?ml$/u, extract: (0,keyed/* fromKeys */.Zw)({ keys: /^override-\w+$|^(?:command|stop-command)$/u, image: true }) },
    { name: /\.ya?ml$|\.json$/u, holds: /["']?build-commands["']?\s*:/u, extract: (0,keyed/* fromKeys */.Zw)({ keys: /^build-commands$/u, image: true }) },
    { name: /(?:^|\/)\.air\.toml$/u, extract: (0,extract_lines/* fromToml */.ts)('cmd|bin|full_bin|pre_cmd|post_cmd') },
    { name: /(?:^|\/)supervisord?[\w.-]*\.(?:conf|ini)$/u, extract: extract_lines/* fromCommands */.zO },
    { name: /\.(?:service|socket|timer)\.d\/[\w.-]+\.conf$/u, extract: extract_lines/* fromUnit */.dd },
    { name: /\.spec(?:\.in)?$/u, holds: /^Name\s*:/mu, extract: extract_lines/* fromRpmSpec */.h6 },
    { name: /(?:^|\/)\.?mise(?:\.[\w-]+)?\.toml$|(?:^|\/)mise\/config\.toml$/u, extract: (0,extract_lines/* fromToml */.ts)('run|script|enter|leave|cd|preinstall|postinstall') },
    { name: /(?:^|\/)tox\.ini$/u, extract: extract_lines/* fromTox */.yg },
    { name: /(?:^|\/)(?:[\w.-]+\.(?:cs|fs|vb)proj|[\w.-]+\.(?:targets|props))$/u, holds: /<Exec\b/u, extract: extract_lines/* fromMsbuild */.Dq },
    { name: /(?:^|\/)deno\.jsonc?$/u, extract: (0,keyed/* fromKeys */.Zw)({ keys: /(?!)/u, tables: /^tasks$/u }) },
    { name: /(?:^|\/)cdk\.json$/u, extract: (0,keyed/* fromKeys */.Zw)({ keys: /^(?:app|build)$/u }) },
    { name: /(?:^|\/)(?:[\w.-]*values[\w.-]*|values\/[\w.-]+)\.ya?ml$/iu, extract: pods/* fromValues */.fA },
    { name: /\.(?:ya?ml|json|template)$/iu, holds: /["']?Type["']?\s*:\s*["']?(?:AWS|Alexa|Custom)::/u, extract: fromTemplate },
    { name: /(?:^|\/)project\.json$/u, holds: /"targets"\s*:/u, extract: (0,keyed/* fromKeys */.Zw)({ keys: /^commands?$/u }) },
    { name: /(?:^|\/)\.?devcontainer(?:\/[\w.-]+)*\.json$/u, extract: (0,keyed/* fromKeys */.Zw)({ keys: /^(?:initialize|onCreate|updateContent|postCreate|postStart|postAttach)Command$/u, tables: /^(?:initialize|onCreate|updateContent|postCreate|postStart|postAttach)Command$/u, words: true }) },
    { name: /(?:^|\/)\.?lefthook(?:-local)?\.ya?ml$|(?:^|\/)\.pre-commit-(?:config|hooks)\.ya?ml$/u, extract: (0,keyed/* fromKeys */.Zw)({ keys: /^(?:run|entry)$/u }) },
    { name: /\.ya?ml$|(?:^|\/)user-data$/u, holds: /^#cloud-config\b/u, extract: cloud_init/* fromCloudConfig */.I },
    // Hits `- hosts: all`, and `- name: x` with `hosts:` below it; misses `  - hosts:` of an Ingress.
    { name: /\.ya?ml$/u, holds: /^-[ \t]+(?:name[ \t]*:.*\n(?:[ \t]+.*\n){0,20}?[ \t]+)?hosts[ \t]*:/mu, extract: fromPlaybook },
    { name: /(?:^|\/)(?:tasks|handlers)\/[^/]+\.ya?ml$/u, holds: /^[ \t-]+(?:\w+\.\w+\.)?(?:shell|command|raw|file|cron|postgresql_\w+|mysql_db|k8s|helm|authorized_key|user|sudoers|(?:line|block)infile|copy|template|(?:apt|yum)_repository|(?:apt|rpm)_key|get_url)[ \t]*:/mu, extract: fromPlaybook },
    { name: /\.ya?ml$/u, holds: /^(?:steps|jobs|stages|pipelines?|kind[ \t]*:[ \t]*pipeline)\b[\s\S]*^[ \t-]+(?:script|bash|commands?|run)[ \t]*:/mu, extract: keyed/* fromPipeline */.H0 },
    // By what is in it, where the name only says where it lies: `docker/web`, `Dockerfile-prod`, `web.docker`.
    { name: /docker[^/]*$|(?:^|\/)docker(?:files?)?\/[^/]+$|(?:^|\/)[^/.]+$/iu, holds: /^[ \t]*(?:ONBUILD[ \t]+)?RUN[ \t]+\S/mu, extract: dockerfile/* fromDockerfile */.Z },
    // Shells of other systems are no bash: what they do nobody reads here.
    { name: /\.(?:ps[dm]?1|bat|cmd|fish|nu)$/iu, extract: (text) => [(0,extract_script/* scriptAt */.V)(text, 1, { shell: 'other', language: 'the language of another shell' })] },
];
/** What programs are written in: none of the kinds above ends like this, and most files of a change do. */
const CODE = /\.(?:[cm]?[jt]sx?|css|scss|md|py|rb|go|rs|java|kt|cs?|cpp|hpp|h|php|html|svg|txt|vue|sql|snap|p[lm])$/u;
// A script that something fills in first: only what is plain in it is told.
const TEMPLATE = /\.(?:sh|bash)\.(?:tpl|tftpl|tmpl|j2|jinja2?|erb|in|gotmpl)$/u;
// The same of files that have one command a line. Hits `web.service.j2`, `etc/cron.d/backup.erb`.
const FILLED_IN = /^(.*(?:\.(?:service|socket|mount|container|cron|conf)|crontab|monitrc|\/cron\.d\/[\w-]+))\.(?:j2|jinja2?|erb|epp|tmpl|tpl|gotmpl|tftpl)$/u;
const SHELL_SCRIPT = /\.(?:sh|bash|zsh|ksh|bats|envrc|command)$|(?:^|\/)(?:\.envrc|\.bashrc|\.profile|\.bash_profile|pkgbuild)$|(?:^|\/)\.(?:husky|githooks)\/(?!_\/)[\w-]+$/iu;
// Hits `#!/bin/sh`, `#!/usr/bin/env -S bash -e`; misses `#!/usr/bin/env node`.
const SHEBANG = /^#!\s*(?:\S*\/env\s+(?:-\S+\s+)*)?(?:\S*\/?busybox\s+)?\S*?\b(?:ba|da|a|z|k)?sh(?:\s|$)/u;
// Hits `tool`, `bin/run`; misses `LICENSE`, `.gitignore`, `x.txt`.
const PLAIN = /(?:^|\/)(?![A-Z][A-Z0-9_-]*$|(?:copyright|license|changelog|readme|copying|authors|notice|todo|news|sudoers|services)$)[\w-]+$/u;
const PLACES = /(?:^|\/)(?:s?bin|scripts?|tools?|hack|\.?ci|ops|hooks?|deploy(?:ment)?|build|jobs?|cmd|tasks?|cron\.(?:hourly|daily|weekly|monthly)|(?:init|profile)\.d)\//iu;
// Hits lines that only a shell has: `set -e`, `if [ …`, `x() {`, `export A=b`; misses prose.
const SHELLISH = /^\s*(?:set\s+-[a-z]+\b|if\s+\[|(?:fi|done|esac)\s*;?$|(?:export\s+)?[A-Za-z_]\w*=\S*$|[\w-]+\s*\(\)\s*\{|(?:source|\.)\s+\.{0,2}\/|cd\s+\S+$)/mu;
// Nothing says what it is in. A shell may be told to run it, so that what people look out for is told, unless it is prose.
function mayBeScript(fileName, text) {
    return PLAIN.test(fileName) && !text.startsWith('#!') && (PLACES.test(fileName) || SHELLISH.test(text)) && (0,syntax/* parseShell */.aV)(text).problem === null;
}
/** Scripts in a file; null when it is not of a kind that holds any. */
function extractScripts(fileName, text) {
    // A line of a command there, whatever the file holds; what follows `-c` is a script.
    const [, first = ''] = /^#!\s*\S*\/env\s+(?:-\w*S|--split-string)[\s=]*(\S+\s.*)/u.exec(text.slice(0, 1_000)) ?? [];
    if (/\s-\w*c\s/u.test(first))
        return [(0,extract_script/* scriptAt */.V)(first, 1), (0,extract_script/* scriptAt */.V)(text, 1)];
    const found = scriptsIn(fileName, text);
    return first === '' || SHEBANG.test(text.slice(0, 200)) ? found : [(0,extract_script/* scriptAt */.V)(first, 1, { later: true }), ...(found ?? [])];
}
function withoutTemplates(text) {
    return text.replace(/\{%-?[^%]{0,500}%\}|<%-?(?!=)[^%]{0,500}%>/gu, '').replace(/\{\{[^{}]{0,500}\}\}|<%=[^%]{0,500}%>/gu, '${{ template }}');
}
function scriptsIn(fileName, text) {
    if (SHELL_SCRIPT.test(fileName) || SHEBANG.test(text.slice(0, 200)))
        return [(0,extract_script/* scriptAt */.V)(text, 1)];
    if (TEMPLATE.test(fileName))
        return [(0,extract_script/* scriptAt */.V)(withoutTemplates(text), 1, { later: true })];
    const [, filled] = FILLED_IN.exec(fileName) ?? [];
    if (filled !== undefined)
        return scriptsIn(filled, withoutTemplates(text))?.map((one) => ({ ...one, later: true })) ?? null;
    if (/^#!\s*\S*\/(?:env\s+(?:-\S+\s+)*)?g?make\b/u.test(text))
        return fromMakefile(text);
    if (/^#!\s*\S*\/(?:env\s+(?:-\S+\s+)*)?psql\b/u.test(text))
        return [(0,program/* sqlAt */.sQ)(text.replace(/^#![^\n]*/u, ''), 1)];
    if (/(?:^|\/)jenkinsfile(?:[.-][^/]*)?$/iu.test(fileName))
        return (0,program/* fromProgram */.$6)(fileName, text);
    if (/(?:^|\/)(?:recipes|resources|providers|libraries)\/[\w-]+\.rb$|(?:^|\/)config\/schedule\.rb$/u.test(fileName))
        return [...fromChef(text), ...((0,program/* fromProgram */.$6)(fileName, text) ?? [])];
    if (/^#!\s*\S*\/(?:env\s+(?:-\S+\s+)*)?(?:tclsh|expect|wish)[\d.]*\b/u.test(text))
        return fromTcl(text);
    if (/\.go$/u.test(fileName) && text.includes('//go:generate'))
        return (0,extract_lines/* fromGoGenerate */.mq)(text);
    if (/\.sql$/u.test(fileName))
        return (0,program/* fromUnnamedSql */.pc)(fileName, text);
    if (CODE.test(fileName) && !/(?:docker|container)file|cron/iu.test(fileName))
        return (0,program/* fromProgram */.$6)(fileName, text);
    const kind = BY_NAME.find(({ name, holds }) => name.test(fileName) && (holds === undefined || holds.test(text)));
    // A manifest or a compose file is one whatever else its name says.
    const more = [...((0,pods/* isManifest */.Yh)(fileName, text) ? [pods/* fromManifest */.uu] : []), ...(isCompose(fileName, text) && kind?.extract !== fromCompose ? [fromCompose] : [])];
    if (kind === undefined && more.length === 0)
        return mayBeScript(fileName, text) ? [(0,extract_script/* scriptAt */.V)(text, 1, { later: true })] : (0,program/* fromProgram */.$6)(fileName, text);
    try {
        return [...(kind === undefined ? [] : [kind.extract]), ...more].flatMap((extract) => extract(text, fileName));
    }
    catch (thrown) {
        return [(0,extract_script/* scriptAt */.V)(text.slice(0, 500), 1, { shell: 'other', language: `a file that can not be read (${(0,errors/* messageOf */.bD)(thrown)})` })];
    }
}
/** Operations of all scripts in a file, with the lines of the file; null when it is not of a kind that holds any. */
function readScripts(fileName, text, read) {
    const said = new Set();
    const found = extractScripts(fileName, text);
    if (found === null)
        return null;
    const alone = found.flatMap((extracted) => (0,extract_script/* readExtracted */.$)(extracted, read, said));
    return [...alone, ...readTogether(found, alone, read)];
}

// EXTERNAL MODULE: ./lib/core/glob.js
var glob = __webpack_require__(80029);
;// CONCATENATED MODULE: ./lib/parse/shell/extract/run-as.js
// SPDX-License-Identifier: Apache-2.0
//
// Files that a script has a program run or apply, whatever they are called: `bash docs/notes.txt`, `make -f rules.txt`, `kubectl apply -f x.txt`. Refuses to take
// every file that a command names for one that it runs: only what stands where the program looks for its script.

const BEGINS = '(?:^|[\\s;&|("\'`/@])';
// Options, some with a value, and none that says that a script or a module follows (`inline`).
const options = (inline) => `(?:\\s+(?:run|-(?:\\w*[oO]|[WXrI]|-rcfile|-init-file|-require|-import|-loader)\\s+\\S+|(?!-{1,2}\\w*[${inline}](?:\\s|$))[-+][\\w=./-]+))*`;
// What may stand right before the part of a path that is plain: `"$DIR"`, `${{ github.workspace }}`, `$(dirname "$0")`.
const COMPUTED = '["\']?(?:\\$(?:\\{\\{[^{}\\n]*\\}\\}|\\([^()\\n]*\\)|\\{[^{}\\n]*\\}|\\w*)["\']?)?';
// One that is given a script as its first argument, or what it reads.
const runner = (names, ending, own, inline = 'cemEp') => ({ before: new RegExp(`${BEGINS}(?:${names})${options(inline)}(?:\\s*<)?\\s+${COMPUTED}$`, 'u'), ending, own });
const run_as_option = (names, options, ending, own) => ({ before: new RegExp(`${BEGINS}(?:${names})\\s[^\\n;|&]*(?:${options})[\\s=]*(?:[^\\s"';|&]*,)?${COMPUTED}$`, 'u'), ending, own });
// Where a command begins: `source` is a word of prose as well.
const COMMAND = '(?:^[\\s>-]*|[;&|({"\'`@]\\s*|\\b(?:then|do|else|RUN|run:|script:|command:)\\s+["\']?)';
const SHELL = /\.(?:sh|bash|zsh|ksh|bats|envrc)$/iu;
const YAML = /\.(?:ya?ml|json)$/iu;
const RULES = /\.(?:mk|mak|make)$|(?:^|\/)(?:GNU)?makefile(?:\.(?:am|in|inc|local|common|dist|\w*config))?$/iu;
/** Programs with the ending of what they run. */
const PROGRAMS = [
    run_as_option('kubectl|oc|k', '-f|--filename', '.yaml', YAML), run_as_option('docker-compose|(?:docker|podman|nerdctl)\\s+compose', '-f|--file', '/compose.yaml', /compose[^/]*\.ya?ml$/iu), run_as_option('docker|podman|buildah|nerdctl', '-f|--file', '.dockerfile', /(?:docker|container)file[^/]*$/iu),
    runner('(?:ba|da|a|z|k)?sh', '.sh', SHELL, 'c'), { before: new RegExp(`${COMMAND}(?:source|\\.)\\s+${COMPUTED}$`, 'u'), ending: '.sh', own: SHELL }, runner('python[\\d.]*', '.py', /\.py$/iu), runner('node|deno|bun|tsx|ts-node', '.js', /\.[cm]?[jt]sx?$/iu), runner('ruby', '.rb', /\.rb$/iu), runner('perl', '.pl', /\.p[lm]$/iu), runner('php', '.php', /\.php$/iu),
    runner('Rscript', '.R', /\.r$/iu), runner('(?:tclsh|expect|wish)[\\d.]*', '.tcl', /\.(?:tcl|exp)$/iu), runner('lua[\\d.]*', '.lua', /\.lua$/iu), run_as_option('[gmn]?awk', '-f|--file', '.awk', /\.awk$/iu), runner('ansible-playbook', '.yaml', YAML), runner('crontab', '.cron', /\.cron(?:tab)?$/iu),
    run_as_option('g?make', '-f|--(?:make)?file', '.mk', RULES), { before: /^\s*[-s]?include\s[^\n]*$/u, ending: '.mk', own: RULES },
];
// A command by its path, which the kernel or the shell runs as a script: `./notes.txt`, `- ../x`, `sh -ec "$DIR/notes.txt"`. Lists of data look like it, so that only what
// people look out for is told of it.
const BY_PATH = new RegExp(`(?:(?:^\\s*(?:-\\s+|[-+@]+)?|[;&|(]\\s*|\\b(?:then|do|else|RUN|run:|script:|command:)\\s+["']?)(?:(?:exec|sudo|nohup|time|env)\\s+)*|(?:^|[\\s/])(?:ba|da|a|z|k)?sh\\s+(?:-\\S+\\s+)*-\\w*c\\s+["']?)(?:[A-Za-z_]\\w*=\\S*\\s+)*${COMPUTED}$`, 'u');
// Hits `./a`, `/b`, `../c`; misses `docs/a`.
const PATH = /^(?:\.{1,2})?\//u;
const LOOSELY = '.sh.in';
// What comes behind a file that `cat` hands on.
const PIPED = [[/^["']?\s*\|\s*(?:sudo\s+)?(?:ba|da|a|z|k)?sh(?=[\s;|&]|$)/u, '.sh'], [/^["']?\s*\|\s*(?:envsubst[^|\n]*\|\s*)?(?:kubectl|oc)\s[^\n|]*(?:-f|--filename)[\s=]*-(?=\s|$)/u, '.yaml'], [/^["']?\s*\|\s*python[\d.]*(?:\s+-)?\s*(?:$|[;&\n])/u, '.py']];
// Hits words that may be a path.
const WORD = /[\w/@+.~-]{1,300}/gu;
// A look before the closer ones: most lines that name a file run nothing.
const RUNS = /\b(?:sh|bash|dash|ash|zsh|ksh|source|python[\d.]*|node|deno|bun|tsx|ts-node|ruby|perl|php|Rscript|docker|podman|buildah|nerdctl|docker-compose|g?make|include|kubectl|oc|k|tclsh[\d.]*|expect|wish|lua[\d.]*|[gmn]?awk|ansible-playbook|crontab|cat)\s|(?:^|[\s;&|("'`])\.\s/u;
// What nobody runs. Hits `# source debian/copyright`; misses `#!/bin/sh`.
const COMMENT = /^\s*(?:#(?!!)|\/\/|\*)/u;
/** Endings that say what a file is read as, as long as nobody runs it otherwise. */
const READ = /\.(?:[cm]?[jt]sx?|py|rb|go|sh|bash|pl|php|ya?ml|tf|rs|java|css|svg|html?|lock|sql|toml|kt|cs|c|cc|cpp|h|vue|scss|snap|tcl|exp|lua|awk|r|groovy|ps1|bat|fish|mk)$/iu;
/** Longer texts are looked at no further: no script that anybody wrote is. */
const MAX_TEXT = 200_000;
/** How far back and on of a word the program is looked for. */
const LINE = 400;
/** Names by which files of a change are to be read as well, by their path. `scripts`: texts with what they run. */
function runAs(scripts, files) {
    const byName = new Map();
    for (const path of files)
        byName.set(external_node_path_.posix.basename(path), [...(byName.get(external_node_path_.posix.basename(path)) ?? []), path]);
    const names = new Map();
    if (files.length === 0)
        return names;
    for (const text of scripts) {
        if (text.length > MAX_TEXT || !(RUNS.test(text) || text.includes('/')))
            continue;
        for (const { 0: found, index } of text.matchAll(WORD)) {
            // `@` and `-` of a recipe are none of the path.
            const word = found.replace(/^[-@+]+(?=\.{0,2}\/)/u, '');
            const candidates = byName.get(external_node_path_.posix.basename(word));
            if (candidates === undefined)
                continue;
            const before = lineBefore(text, index);
            if (!(RUNS.test(before) || PATH.test(word)) || COMMENT.test(before))
                continue;
            // `cd docs && bash notes.txt`: the end of the path has to do.
            const plain = before.endsWith('$') ? word.slice(word.indexOf('/') + 1) : word;
            const end = `/${external_node_path_.posix.normalize(plain).replace(/^(?:\.{1,2}\/)+|^\/+/u, '')}`;
            for (const path of candidates) {
                const ending = `/${path}`.endsWith(end) ? endingFor({ path, word, before, after: text.slice(index + found.length, index + found.length + LINE) }) : null;
                if (ending !== null)
                    names.set(path, (names.get(path) ?? new Set()).add(`${path}${ending}`));
            }
        }
    }
    return names;
}
// What stands before a word in its line, continued lines together.
function lineBefore(text, index) {
    let start = text.lastIndexOf('\n', index) + 1;
    while (start > 1 && text[start - 2] === '\\' && index - start < LINE)
        start = text.lastIndexOf('\n', start - 2) + 1;
    return text.slice(Math.max(start, index - LINE), index).replace(/\\\n\s*/gu, ' ');
}
function endingFor({ path, word, before, after }) {
    const program = PROGRAMS.find((one) => one.before.test(before));
    if (program !== undefined)
        return program.own.test(path) ? null : program.ending;
    if (!READ.test(path) && (PATH.test(word) || /-\w*c\s+["']?$/u.test(before)) && BY_PATH.test(before))
        return LOOSELY;
    return /\bcat\s[^\n;|&]*$/u.test(before) ? (PIPED.find(([pipe]) => pipe.test(after))?.[1] ?? null) : null;
}

;// CONCATENATED MODULE: ./lib/main/file-roles.js



// Hits `Makefile`, `scripts/a.sh`, `.github/workflows/a.yml`.
const SCRIPTS = /(?:^|\/)(?:GNU)?makefile$|(?:^|\/)(?:package\.json|Taskfile\.ya?ml|justfile|Jenkinsfile|Procfile)$|\.(?:sh|bash|mk)$|^\.(?:github|gitea|forgejo)\/(?:workflows|actions)\/.*\.ya?ml$|^\.gitlab-ci\.yml$/iu;
const COPIED = /(?:^|\/)(?:node_modules|vendor|third_party|testdata)\//u;
/** Scripts of one repository that are looked at, nearest to the root first. Source: of the repositories that we saw few have more. */
const MAX_SCRIPTS = 200;
/** Of longer ones nobody says what they run. */
const MAX_SCRIPT_BYTES = 200_000;
/** Source: GitLab includes no more than 150 files in one pipeline. */
const MAX_INCLUDES = 150;
/** `held`: files of the change that hold scripts; `own`: those that no entry of the policy names. */
async function otherNames(files, { held, own }, source) {
    const texts = new Map(files.flatMap(({ change, head, bytes }) => (change.status === 'deleted' || (head ?? bytes) === null ? [] : [[change.path, (head ?? bytes)]])));
    const [outside, included, unmarked] = await Promise.all([scriptsBeside(texts, source), includedIn(texts, source), unmarkedOf(own, source)]);
    const run = runAs([...held.filter(({ change }) => !/\.(?:tcl|exp)$/u.test(change.path)).map(({ change }) => texts.get(change.path) ?? ''), ...outside], [...texts.keys()]);
    const names = new Map(unmarked.map((path) => [path, [`${path}${program/* UNMARKED */.sU}`]]));
    for (const [path, others] of run)
        names.set(path, [...(names.get(path) ?? [path]), ...others]);
    for (const path of included)
        names.set(path, [...(names.get(path) ?? [path]), `${path}.gitlab-ci.yml`]);
    return names;
}
// Scripts that the change leaves alone: asked for only when it has files that nobody reads by their name.
async function scriptsBeside(texts, source) {
    if (![...texts.keys()].some((path) => !READ.test(path)))
        return [];
    const paths = (await source.list('head', [])).filter((path) => SCRIPTS.test(path) && !COPIED.test(path) && !texts.has(path)).sort((a, b) => a.split('/').length - b.split('/').length).slice(0, MAX_SCRIPTS);
    return (await source.read('head', paths, MAX_SCRIPT_BYTES)).flatMap((bytes) => (bytes === null ? [] : [bytes.toString('utf8')]));
}
async function includedIn(texts, source) {
    // GitLab includes no file of another ending.
    if (![...texts.keys()].some((path) => /\.ya?ml$/u.test(path)))
        return [];
    const { localIncludes, PIPELINE } = await __webpack_require__.e(/* import() */ 2620).then(__webpack_require__.bind(__webpack_require__, 62620));
    const found = new Set();
    let paths = [PIPELINE];
    let all = null;
    while (paths.length > 0 && found.size < MAX_INCLUDES) {
        const read = await source.read('head', paths, MAX_SCRIPT_BYTES);
        const includes = read.flatMap((bytes) => (bytes === null ? [] : localIncludes(bytes.toString('utf8'))));
        if (includes.length === 0)
            break;
        all ??= (await source.list('head', [])).filter((path) => /\.ya?ml$/u.test(path));
        const named = (0,glob/* compileGlobs */.tI)(includes, '/');
        paths = all.filter((path) => path !== PIPELINE && !found.has(path) && named(path)).slice(0, MAX_INCLUDES);
        for (const path of paths)
            found.add(path);
    }
    return [...found].filter((path) => texts.has(path));
}
/** Migrations beside a new one that are looked at: enough to say how they are written there. */
const MAX_SIBLINGS = 20;
// Where no other migration has marks of `up` and `down`, no tool reads them: the part that undoes it runs with the rest.
async function unmarkedOf(own, source) {
    const marked = own.filter(({ change, head, bytes }) => (0,program/* isMarked */.rZ)(change.path, head ?? bytes ?? '')).map(({ change }) => change.path);
    if (marked.length === 0)
        return [];
    const all = (await source.list('base', [])).filter((path) => path.endsWith('.sql'));
    const found = await Promise.all([...new Set(marked.map(folderOf))].map(async (folder) => {
        const siblings = all.filter((path) => folderOf(path) === folder).slice(-MAX_SIBLINGS);
        const others = (await source.read('base', siblings, MAX_SCRIPT_BYTES)).flatMap((bytes, index) => (bytes === null ? [] : [[siblings[index], bytes.toString('utf8')]]));
        return others.length === 0 || others.some(([path, text]) => (0,program/* isMarked */.rZ)(path, text)) ? [] : [folder];
    }));
    return marked.filter((path) => found.flat().includes(folderOf(path)));
}
function folderOf(path) {
    return path.slice(0, path.lastIndexOf('/') + 1);
}

// EXTERNAL MODULE: ./lib/main/readers.js
var readers = __webpack_require__(90209);
// EXTERNAL MODULE: ./lib/main/secret-detection.js
var secret_detection = __webpack_require__(62463);
;// CONCATENATED MODULE: ./lib/main/change-readers.js
// SPDX-License-Identifier: Apache-2.0
//
// The readers of changed files: by the tool or kind that the policy names, and for the repository itself. Each parser is loaded when a
// file of its kind first comes along.







/** Loads what a change needs. */
class ChangeReaders {
    #readers;
    #secretsIn;
    /** `detectors`: of the policy that judges the change. */
    constructor(detectors = []) {
        this.#readers = new readers/* Readers */.L(detectors);
        this.#secretsIn = (0,secret_detection/* secretsWith */.W)(detectors);
    }
    async mapped({ tool, as }, source) {
        if (as === 'kubernetes')
            return manifestReader(source);
        if (as !== null) {
            const reader = (await this.#readers.including(as))[as];
            return reader === undefined ? null : eachFile(reader);
        }
        return tool === null ? null : toolReader(tool);
    }
    async repository(files, mapped, source) {
        return repositoryReader(files, mapped, { readers: this.#readers, source, secretsIn: this.#secretsIn });
    }
}
/** A reader of texts as one of files: each file by itself. */
function eachFile(reader) {
    return (files) => files.map((file) => (file.head === null ? [(0,unreadable/* unreadableOperation */.z)(file, file.unreadable ?? 'there is no text in it')] : reader(file.head)));
}
/** Manifests with what they were before: what goes from them is deleted. */
async function manifestReader(source) {
    const { readManifestChange } = await Promise.all(/* import() */[__webpack_require__.e(6007), __webpack_require__.e(6249), __webpack_require__.e(2057)]).then(__webpack_require__.bind(__webpack_require__, 62057));
    const recipes = source === null ? [] : await recipesIn(source);
    return (files) => {
        const read = readManifestChange(files.map(({ change, head, base }) => ({ path: change.path, from: change.from, head, base, baseLost: change.from !== null && base === null, added: change.added.map(({ line }) => line) })), recipes);
        return files.map((file, index) => [...(file.head === null && file.change.status !== 'deleted' ? [(0,unreadable/* unreadableOperation */.z)(file, file.unreadable ?? 'there is no text in it', 'kubernetes')] : []), ...(read[index] ?? [])]);
    };
}
// Kustomizations of the repository as they will be: they say which files are patches, and of what.
async function recipesIn(source) {
    const { MAX_RECIPES } = await Promise.all(/* import() */[__webpack_require__.e(6007), __webpack_require__.e(3212)]).then(__webpack_require__.bind(__webpack_require__, 13212));
    const paths = (await source.list('head', [])).filter(pods/* isRecipe */.dx).slice(0, MAX_RECIPES);
    const texts = await source.read('head', paths, changed_file/* MAX_FILE_BYTES */.g);
    return paths.map((path, index) => ({ path, text: texts[index]?.toString('utf8') ?? '' }));
}
async function toolReader(tool) {
    if (tool === 'terraform')
        return eachFile((await __webpack_require__.e(/* import() */ 3291).then(__webpack_require__.bind(__webpack_require__, 93291))).readPlan);
    const read = await (await Promise.all(/* import() */[__webpack_require__.e(4371), __webpack_require__.e(4623), __webpack_require__.e(3080)]).then(__webpack_require__.bind(__webpack_require__, 44814))).loadMigrationReader(tool);
    if (read === null)
        return null;
    return (files) => read(files.map(({ change, head, base, unreadable }) => ({ path: change.path, head, base, unreadable })));
}
// Reads every file. Only what the change holds is loaded: the grammar of the shell for scripts, that of Kubernetes for manifests.
async function repositoryReader(files, mapped, { readers, source, secretsIn }) {
    const { readChangedFiles } = await Promise.all(/* import() */[__webpack_require__.e(3209), __webpack_require__.e(3699), __webpack_require__.e(3844)]).then(__webpack_require__.bind(__webpack_require__, 63844));
    const own = files.filter(({ change }) => !mapped.has(change.path));
    const textOf = ({ head, bytes }) => head ?? bytes;
    const held = files.filter((file) => holdsScripts(file, textOf(file), mapped, file.change.path));
    const names = await otherNames(files, { held, own }, source);
    const readAs = (path) => names.get(path) ?? [path];
    const scripted = names.size === 0 ? held : files.filter((file) => held.includes(file) || readAs(file.change.path).some((name) => holdsScripts(file, textOf(file), mapped, name)));
    // Most files hold none: nobody looks twice.
    const holding = new Set(scripted.map(({ change }) => change.path));
    const plain = new Map(files.flatMap((file) => (textOf(file) === null || holding.has(file.change.path) ? [] : [[file.change.path, textOf(file)]])));
    const scripts = scripted.length > 0 ? await scriptReader(scripted, readers, source) : undefined;
    const recipes = own.some(({ head, bytes, base }) => [head, bytes, base].some((text) => text !== null && MAY_BE_MANIFEST.test(text))) ? await recipesIn(source) : [];
    const before = own.flatMap(({ change, base }) => (base === null || !(0,pods/* isRecipe */.dx)(change.from ?? change.path) ? [] : [{ path: change.from ?? change.path, text: base }]));
    const built = recipes.length === 0 && before.length === 0 ? new Set() : await builtBy(recipes, before);
    const applied = new Set(own.flatMap(({ change, head, bytes, base }) => (built.has(change.path) || readAs(change.path).some((name) => [head, bytes, base].some((text) => text !== null && (0,pods/* isManifest */.Yh)(name, text))) ? [change.path] : [])));
    const readManifestChange = applied.size > 0 ? (await Promise.all(/* import() */[__webpack_require__.e(6007), __webpack_require__.e(6249), __webpack_require__.e(2057)]).then(__webpack_require__.bind(__webpack_require__, 62057))).readManifestChange : null;
    const manifests = readManifestChange === null ? null : (sides) => readManifestChange(sides, recipes);
    const tools = {
        secretsIn, mapped: (path) => mapped.has(path), manifests, applied, names: (path) => (names.get(path) ?? []).filter((name) => name !== path), servers: await serversBefore(files, source),
        scripts: scripts === undefined ? null : (path, text) => (plain.get(path) === text ? null : distinct(readAs(path).map((name) => readScripts(name, text, scripts) ?? []))),
    };
    return (all) => readChangedFiles(all, tools);
}
// What a file is under one name it may be under another as well.
function distinct(read) {
    const [only] = read;
    if (only !== undefined && read.length === 1)
        return only;
    return [...new Map(read.flat().map((operation) => [JSON.stringify([operation.line, operation.facts]), operation])).values()];
}
async function builtBy(recipes, before) {
    const { builtFrom } = await Promise.all(/* import() */[__webpack_require__.e(6007), __webpack_require__.e(3212)]).then(__webpack_require__.bind(__webpack_require__, 13212));
    return builtFrom([...recipes, ...before]);
}
function holdsScripts({ change }, text, mapped, name) {
    return text !== null && (!mapped.has(change.path) || (0,pods/* isManifest */.Yh)(change.path, text)) && extractScripts(name, text) !== null;
}
// Steps of a JSON patch and replacements say nowhere that they are for Kubernetes. Hits `- op: remove`, `"op":`, `fieldPaths:` and `apiVersion:`.
const MAY_BE_MANIFEST = /(?:^[\s-]*|[{,]\s*)["']?(?:op|fieldPaths|apiVersion)["']?\s*:/mu;
// Hits `npx x`, `npm i -g x`, `uvx x`, `pip install x`, `cargo install x`: only then what the repository depends on makes a difference.
const TAKES_PACKAGES = /\b(?:npx|bunx|pnpx|uvx|pipx|dlx|(?:npm|pnpm|yarn|bun|pip[\d.]*|uv)\b[^\n]{0,200}\b(?:exec|x|create|init|innit|i|install|add|tool|run)|(?:cpanm?|code|(?:go|cargo|gem|luarocks|dotnet|composer|ansible-galaxy|brew|krew|nix|asdf|opam|cabal|stack|nimble|dub|mix|raco|vagrant|pulumi|helm|packer|poetry)\b[^\n]{0,200}(?:install|require|create-project|update|upgrade|tap|run|shell|develop|build|fetch|add)))\b/u;
// The reader of scripts, with what the repository depended on before the change: what the change brings in itself has been looked at by nobody.
async function scriptReader(files, readers, source) {
    const { sql } = await readers.including('sql');
    if (sql === undefined)
        return undefined;
    const { shellReader } = await Promise.all(/* import() */[__webpack_require__.e(4371), __webpack_require__.e(4623), __webpack_require__.e(6007), __webpack_require__.e(6249), __webpack_require__.e(8225)]).then(__webpack_require__.bind(__webpack_require__, 18695));
    if (!files.some(({ head, bytes }) => TAKES_PACKAGES.test(head ?? bytes ?? '')))
        return shellReader(sql);
    const { MAX_MANIFESTS, namesPackages, packagesIn } = await __webpack_require__.e(/* import() */ 1002).then(__webpack_require__.bind(__webpack_require__, 1002));
    const paths = (await source.list('base', [])).filter(namesPackages).sort((a, b) => a.split('/').length - b.split('/').length).slice(0, MAX_MANIFESTS);
    const texts = await source.read('base', paths, changed_file/* MAX_FILE_BYTES */.g);
    return shellReader(sql, packagesIn(paths.map((path, index) => [path, texts[index]?.toString('utf8') ?? ''])));
}
/** More lockfiles than this are not looked at: enough to say what is usual in a repository. */
const MAX_LOCKFILES = 50;
// Where packages came from before, as lockfiles say that the change leaves alone. Looked up only when it touches one.
async function serversBefore(files, source) {
    const { isLockfile, lockfileServers } = await __webpack_require__.e(/* import() */ 3699).then(__webpack_require__.bind(__webpack_require__, 93699));
    if (!files.some(({ change }) => isLockfile(change.path)))
        return [];
    const own = new Set(files.map(({ change }) => change.from));
    const paths = (await source.list('base', [])).filter((path) => isLockfile(path) && !own.has(path)).slice(0, MAX_LOCKFILES);
    const texts = await source.read('base', paths, changed_file/* MAX_FILE_BYTES */.g);
    return paths.flatMap((path, index) => lockfileServers(path, texts[index]?.toString('utf8') ?? ''));
}

// EXTERNAL MODULE: ./lib/main/folders.js
var folders = __webpack_require__(76196);
// EXTERNAL MODULE: ./lib/main/policy-text.js
var policy_text = __webpack_require__(90231);
// EXTERNAL MODULE: ./lib/main/policy-warnings.js
var policy_warnings = __webpack_require__(14385);
// EXTERNAL MODULE: ./lib/main/version.js
var version = __webpack_require__(62077);
// EXTERNAL MODULE: ./lib/main/inputs.js
var main_inputs = __webpack_require__(6736);
// EXTERNAL MODULE: ./lib/main/wire.js
var wire = __webpack_require__(71344);
;// CONCATENATED MODULE: ./lib/main/policy-check.js
// SPDX-License-Identifier: Apache-2.0
//
// Wires `policy-check` for its doors: which commits are compared, where the policy comes from, where reports go. Refuses a policy of the
// change itself: in CI it is that of the protected branch, in a shell that of the merge base, and only `preview` looks at the work tree.















const MAX_POLICY_BYTES = 1024 * 1024;
/** `ostiary policy-check [FLAGS]`; under a CI product the inputs come from the job, flags on top. */
async function policyCheckVerb(argv) {
    const host = (0,wire/* realHost */.$)();
    const { inputs, words } = (0,main_arguments/* parseArguments */.W)(argv, policy_check/* policyCheckSpec */.ul.inputs.filter((input) => input.face !== 'ci'));
    if (words.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${words[0] ?? ''}\` is not a flag of \`policy-check\``, { hint: 'name the commits with `--base` and `--head`' });
    return policyCheckFor({ ...(host.kind === 'shell' ? {} : (0,main_inputs/* jobInputs */.vX)(policy_check/* policyCheckSpec */.ul, host)), ...inputs }, host);
}
/** The CI faces: every input from the job. */
function policyCheckFromJob(host) {
    return policyCheckFor((0,main_inputs/* jobInputs */.vX)(policy_check/* policyCheckSpec */.ul, host), host);
}
function policyCheckFor(raw, host) {
    // Columns: a terminal that was told no size says 0.
    const deps = {
        host, version: version/* VERSION */.x, now: runtime/* systemRuntime */.g.now(), coloured: process.stdout.isTTY === true && process.env.NO_COLOR === undefined, columns: process.stdout.columns || Infinity,
        openSource: (refs) => openSource(refs, host),
        async findPolicy(from, source) {
            const found = await findPolicy(from, source, host);
            (0,policy_warnings/* warnAbout */.M)(found.policy, (line) => host.log.warn(line));
            return found;
        },
        readText: (name) => readText(name), loadStatementReader,
        readersFor: (policy) => new ChangeReaders(policy.detectors), print: (text) => void process.stdout.write(text),
        writeReports: (folder, files) => writeReports(folder, files, host),
    };
    return (0,policy_check/* policyCheck */.Xd)(raw, deps);
}
async function openSource({ base, head }, host) {
    const [{ LocalRepository }, { parseDiff }] = await Promise.all([__webpack_require__.e(/* import() */ 5061).then(__webpack_require__.bind(__webpack_require__, 95061)), __webpack_require__.e(/* import() */ 4703).then(__webpack_require__.bind(__webpack_require__, 54703))]);
    const known = host.change();
    const from = base ?? known.base;
    if (from === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', `what started this job${whatStarted(host)} is no change, so there is nothing to compare`, { hint: 'check pull or merge requests, or name commits with the inputs `base` and `head`' });
    // Whoever names a commit gets that one.
    const guessed = { expected: head === null ? known.expected : [], merge: base === null && head === null ? known.merge : null };
    const opened = LocalRepository.open({ folder: process.cwd(), base: from, head: head ?? known.head, ...guessed, historyHint: host.historyHint, runtime: runtime/* systemRuntime */.g, readDiff: parseDiff });
    // While git looks: what every change needs.
    const [source] = await Promise.all([opened, Promise.all(/* import() */[__webpack_require__.e(3209), __webpack_require__.e(3699), __webpack_require__.e(3844)]).then(__webpack_require__.bind(__webpack_require__, 63844))]);
    return source;
}
function whatStarted(host) {
    const { event_name: event, pipeline_source: source } = host.facts();
    return event === undefined && source === undefined ? '' : ` (\`${event ?? source ?? ''}\`)`;
}
async function findPolicy({ preview, file }, source, host) {
    if (preview)
        return previewed(file ?? policy_text/* POLICY_PATH */.l);
    if (host.kind === 'shell')
        return ofBase(await source());
    const { forge, repositoryId } = await forgeOfChange(host);
    const { text, source: place } = await forge.readPolicy(repositoryId, policy_text/* POLICY_PATH */.l);
    return { policy: await (0,load/* loadPolicy */.tb)({ text, file: place }, { now: runtime/* systemRuntime */.g.now() }), source: place };
}
function readText(file) {
    return (0,promises_.readFile)(file, 'utf8').catch((cause) => {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the change set \`${file}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'make one with `ostiary plan --out FILE`' });
    });
}
async function loadStatementReader() {
    const [{ SqlParser }, { resolve: facts }, { leadingSchema }] = await Promise.all([__webpack_require__.e(/* import() */ 4623).then(__webpack_require__.bind(__webpack_require__, 74623)), Promise.all(/* import() */[__webpack_require__.e(4371), __webpack_require__.e(3303)]).then(__webpack_require__.bind(__webpack_require__, 24371)), __webpack_require__.e(/* import() */ 9733).then(__webpack_require__.bind(__webpack_require__, 49733))]);
    const parser = await SqlParser.shared();
    return (bytes, path) => {
        const [draft, ...others] = parser.analyse(Buffer.from(bytes, 'utf8'));
        return draft === undefined || others.length > 0 ? null : { draft, facts: facts(draft, { catalog: null, searchPath: null, assumed: path === null ? null : leadingSchema(path), prepared: new Map(), cursors: new Map(), stale: false }, parser) };
    };
}
async function previewed(file) {
    return { policy: await (0,load/* loadPolicy */.tb)({ text: await (0,policy_text/* readPolicyFile */.B)(file), file }, { now: runtime/* systemRuntime */.g.now() }), source: file };
}
async function ofBase(source) {
    const [bytes] = await source.read('base', [policy_text/* POLICY_PATH */.l], MAX_POLICY_BYTES);
    const place = `${policy_text/* POLICY_PATH */.l}@${source.base.slice(0, 12)}`;
    if (bytes === null || bytes === undefined) {
        const meant = (0,policy_file/* renameHint */.cE)(policy_text/* POLICY_PATH */.l, await source.list('base', []));
        throw new errors/* GateError */.ue('POLICY_INVALID', `there is no \`${policy_text/* POLICY_PATH */.l}\` at the base of the change (${source.base.slice(0, 12)})`, { hint: meant ?? 'commit one to the base first; try it before with `--preview`, write one with `ostiary init`' });
    }
    return { policy: await (0,load/* loadPolicy */.tb)({ text: bytes.toString('utf8'), file: place }, { now: runtime/* systemRuntime */.g.now() }), source: place };
}
// The check is advisory and works on forks, which get no OIDC token: the repository is the one that the event names.
async function forgeOfChange(host) {
    const facts = host.facts();
    const environment = process.env;
    if (host.kind === 'github') {
        const { GitHubForge } = await __webpack_require__.e(/* import() */ 5788).then(__webpack_require__.bind(__webpack_require__, 75788));
        const token = host.input('github-token') ?? environment.GITHUB_TOKEN ?? '';
        return { forge: new GitHubForge({ baseUrl: environment.GITHUB_API_URL ?? 'https://api.github.com', token, runtime: runtime/* systemRuntime */.g }), repositoryId: facts['repository_id'] ?? '' };
    }
    const { GitLabForge } = await __webpack_require__.e(/* import() */ 836).then(__webpack_require__.bind(__webpack_require__, 50836));
    const id = environment.CI_MERGE_REQUEST_PROJECT_ID ?? facts['project_id'] ?? '';
    const claims = {
        project_id: id, project_path: environment.CI_MERGE_REQUEST_PROJECT_PATH ?? facts['project_path'], ref: environment.CI_COMMIT_BRANCH, ref_type: 'branch',
        ref_protected: environment.CI_COMMIT_REF_PROTECTED,
    };
    return { forge: new GitLabForge({ job: { issuer: environment.CI_SERVER_URL ?? 'https://gitlab.com', claims }, jobToken: environment.CI_JOB_TOKEN ?? '', runtime: runtime/* systemRuntime */.g }), repositoryId: id };
}
async function writeReports(folder, files, host) {
    // In a shell the list on the screen is the report.
    if (folder === null && host.kind === 'shell')
        return {};
    const into = folder === null ? await defaultFolder(host) : (0,external_node_path_.resolve)(folder);
    try {
        await (0,folders/* makeFolder */.f)(into);
        const written = await Promise.all(Object.entries(files).map(async ([name, made]) => {
            const path = (0,external_node_path_.join)(into, name);
            await (0,promises_.writeFile)(path, made());
            return [name, path];
        }));
        return Object.fromEntries(written);
    }
    catch (cause) {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the reports can not be written to \`${into}\`: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'name a folder with `report-dir` that this user may write to, on a disk that has room' });
    }
}
// GitLab's artifacts have a fixed place; on GitHub another step of the job may have a check of its own.
async function defaultFolder(host) {
    const place = (0,external_node_path_.join)(host.defaultSessionDir(), '..', 'policy-check');
    if (host.kind === 'gitlab')
        return place;
    await (0,folders/* makeFolder */.f)((0,external_node_path_.dirname)(place));
    return (0,promises_.mkdtemp)(`${place}-`);
}


/***/ }),

/***/ 90231:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readPolicyFile),
/* harmony export */   l: () => (/* binding */ POLICY_PATH)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66661);
/* harmony import */ var _forge_policy_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1864);
// SPDX-License-Identifier: Apache-2.0
//
// The text of a policy file that somebody named on the command line. Refuses to leave it at "not found" where another file was likely meant:
// one that is called almost so, lies in a folder above, or is the policy in the folder that was named.





/** Where the policy lies in a repository. */
const POLICY_PATH = '.ostiary/policy.yml';
const OTHERWISE = 'name one with `--policy FILE`, or write one with `ostiary init`';
/** Where a policy is put by who has not read where it belongs. */
const FOLDERS = ['', '.ostiary', 'ostiary', '.github', '.gitlab'];
/** Folders above this one that are looked into. */
const MAX_ABOVE = 8;
/** Reads it; throws POLICY_INVALID. */
async function readPolicyFile(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (cause) {
        const { code } = cause;
        const meant = code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' ? await meantBy(file) : null;
        const hint = code === 'EACCES' || code === 'EPERM' ? 'let this user read it' : meant === null ? OTHERWISE : `did you mean \`${meant}\`?`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('POLICY_INVALID', `the policy \`${file}\` can not be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}`, { cause, hint });
    }
}
// A folder stands for the policy in it; a name that is almost right for its neighbour; else the policy of this folder or one above.
async function meantBy(file) {
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file).catch(() => null))?.isDirectory() === true)
        return first(await standard(file), file);
    const beside = await filesIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file));
    const near = beside.find((name) => stem(name) === stem((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file))) ?? (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_4__.nearest)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file), beside.filter((name) => /\.ya?ml$/iu.test(name) && !/\.test\./u.test(name)));
    if (near !== null && near !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), near);
    let folder = process.cwd();
    for (let above = 0; above < MAX_ABOVE && folder !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder); above += 1, folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        const found = first(await standard(folder), file);
        if (found !== null)
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(process.cwd(), found);
    }
    return null;
}
function first(paths, file) {
    return paths.find((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path) !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file)) ?? null;
}
async function standard(folder) {
    const present = await Promise.all(FOLDERS.map(async (name) => (await filesIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))).map((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(name, file))));
    // Of a folder that is the policy's own, `.ostiary`, its files are judged by the folder's name, too.
    const own = (await filesIn(folder)).filter((file) => (0,_forge_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .meantAsPolicy */ .wu)('', [`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder))}/${file}`]).length > 0);
    return [...['.ostiary/policy.yml'].filter((path) => present.flat().includes(path)), ...own, ...(0,_forge_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .meantAsPolicy */ .wu)('.ostiary/policy.yml', present.flat())].map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path));
}
async function filesIn(folder) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).map(({ name }) => name).sort();
}
/** `Policy.YAML` and `policy.yml` have the same. */
function stem(name) {
    return name.toLowerCase().replace(/\.ya?ml$/u, '.yml');
}


/***/ }),

/***/ 14385:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ warnAbout)
/* harmony export */ });
/** Passes on a line for each warning, with its place and what to do: `.ostiary/policy.yml:7: rule … never matches: …`. */
function warnAbout({ warnings }, warn) {
    for (const { file, line, message, hint } of warnings)
        warn(`${file}:${line}: ${message}${hint === null ? '' : `; ${hint}`}`);
}


/***/ }),

/***/ 90209:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Readers)
/* harmony export */ });
/* harmony import */ var _secret_detection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62463);

const LOADERS = {
    file: async (detectors) => (await Promise.all(/* import() */[__webpack_require__.e(3209), __webpack_require__.e(3699), __webpack_require__.e(3844), __webpack_require__.e(4017), __webpack_require__.e(9448)]).then(__webpack_require__.bind(__webpack_require__, 59448))).fileReader((0,_secret_detection_js__WEBPACK_IMPORTED_MODULE_0__/* .secretsWith */ .W)(detectors)),
    sql: async () => (await Promise.all(/* import() */[__webpack_require__.e(4371), __webpack_require__.e(4623), __webpack_require__.e(4736)]).then(__webpack_require__.bind(__webpack_require__, 60501))).loadSqlReader(),
    shell: async () => (await Promise.all(/* import() */[__webpack_require__.e(8989), __webpack_require__.e(4371), __webpack_require__.e(4623), __webpack_require__.e(6007), __webpack_require__.e(6249), __webpack_require__.e(8225), __webpack_require__.e(4078)]).then(__webpack_require__.bind(__webpack_require__, 18695))).loadShellReader(),
    kubernetes: async () => (await Promise.all(/* import() */[__webpack_require__.e(6007), __webpack_require__.e(6249)]).then(__webpack_require__.bind(__webpack_require__, 46249))).readKubernetes,
    http: async () => (await __webpack_require__.e(/* import() */ 2313).then(__webpack_require__.bind(__webpack_require__, 32313))).readHttp,
    model: async () => (await __webpack_require__.e(/* import() */ 6303).then(__webpack_require__.bind(__webpack_require__, 16303))).readModel,
};
/** Loads parsers once each. */
class Readers {
    #known = {};
    #detectors;
    /** `detectors`: of the policy that is asked. */
    constructor(detectors = []) {
        this.#detectors = detectors;
    }
    /** The parsers loaded so far when that of `kind` is among them, or can't be; undefined when it has to be loaded. */
    ready(kind) {
        return kind in this.#known || !Object.hasOwn(LOADERS, kind) ? this.#known : undefined;
    }
    /** The same, with that of `kind` loaded. */
    async including(kind) {
        const load = Object.hasOwn(LOADERS, kind) ? LOADERS[kind] : undefined;
        if (load !== undefined)
            this.#known[kind] ??= await load(this.#detectors);
        return this.#known;
    }
}


/***/ }),

/***/ 62463:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ secretsWith)
/* harmony export */ });
/* harmony import */ var _mask_detection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84520);
/* harmony import */ var _mask_detectors_custom_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2277);
/* harmony import */ var _mask_detectors_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25177);



/** What finds them, those of a policy's own among them; made when it is first asked. */
function secretsWith(custom) {
    let detection = null;
    return (text) => {
        detection ??= new _mask_detection_js__WEBPACK_IMPORTED_MODULE_0__/* .Detection */ .u([..._mask_detectors_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .DETECTORS */ .c.filter(({ kind }) => kind === 'secret'), ...custom.map(_mask_detectors_custom_js__WEBPACK_IMPORTED_MODULE_2__/* .customDetector */ .u)]);
        return foundBy(detection, text);
    };
}
function foundBy(detection, text) {
    const found = detection.inText(text);
    // Matches `\u0041` and `&#65;`, misses `\n`.
    const escape = /\\u[0-9a-f]{4}|&#x?[0-9a-f]{1,6};/iu.exec(text);
    if (escape === null)
        return found;
    const names = new Set(found.map(({ name }) => name));
    const [hidden] = detection.behindEscapes(text).filter(({ name }) => !names.has(name));
    return hidden === undefined ? found : [...found, { start: escape.index, end: escape.index + escape[0].length, name: `${hidden.name}, behind escapes` }];
}


/***/ }),

/***/ 34936:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject),
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// JSON that has one reading only. Refuses what two parsers could read differently: a key that stands twice in one object, text that is nested
// deeper than people write, numbers that lose digits.
// @see https://www.rfc-editor.org/rfc/rfc8259#section-4
/** Source: the deepest request of any API in the corpora has 14. */
const MAX_DEPTH = 64;
// Strings and the marks that open, close and part; all else is left to JSON.parse.
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gsu;
/** Reads a text. Never throws. */
function parseJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return { kind: 'problem', problem: 'it is no JSON' };
    }
    const problem = secondReading(text);
    return problem === null ? { kind: 'value', value } : { kind: 'problem', problem };
}
// The text is JSON, so braces match and each string before a colon is a key.
function secondReading(text) {
    const open = [];
    let last = '';
    for (const [token] of text.matchAll(TOKEN)) {
        if (token === '{' || token === '[') {
            open.push(token === '{' ? new Set() : null);
            if (open.length > MAX_DEPTH)
                return `it is nested deeper than ${MAX_DEPTH}`;
        }
        else if (token === '}' || token === ']')
            open.pop();
        else if (token === ':') {
            const keys = open.at(-1);
            const key = JSON.parse(last);
            if (keys?.has(key) === true)
                return 'a key stands twice in one object, and who reads it takes the first or the last';
            keys?.add(key);
        }
        last = token;
    }
    return null;
}
/** True for what JSON calls an object. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 79491:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ destinationOf),
/* harmony export */   _: () => (/* binding */ readMessage)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34936);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9847);
// SPDX-License-Identifier: Apache-2.0
//
// A request as text: an HTTP/1.1 message, or JSON `{method, url, headers, body}`. Refuses what two parsers could take for two messages: folded
// lines, blanks before a colon, bare line ends, lengths that disagree, encodings of the body.
// @see https://www.rfc-editor.org/rfc/rfc9112


/** Source: far more than a person reviews; the largest body of a request that a model API takes is 32 MiB. */
const MAX_BYTES = 32 * 1024 * 1024;
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/u;
const problem = (why, known = {}) => ({ kind: 'problem', problem: why, method: known.method ?? null, path: known.path ?? null });
/** Reads a request. Never throws. */
function readMessage(text) {
    if (Buffer.byteLength(text, 'utf8') > MAX_BYTES)
        return problem(`it is larger than ${MAX_BYTES} bytes`);
    const raw = /^\s*\{/u.test(text) ? ofJson(text) : ofText(text);
    return typeof raw === 'string' ? problem(raw) : checked(raw);
}
function ofText(text) {
    if (/\0|\r(?!\n)/u.test(text))
        return 'it holds a NUL, or a carriage return that ends no line';
    const end = /\r?\n\r?\n/u.exec(text);
    const lines = (end === null ? text.replace(/\r?\n$/u, '') : text.slice(0, end.index)).split(/\r?\n/u);
    // Hits `GET /a HTTP/1.1` and `GET /a`; misses two blanks, a tab, a line before it.
    const [, method, target] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}) (\S+)(?: HTTP\/1\.[01])?$/u.exec(lines[0] ?? '') ?? [];
    if (method === undefined || target === undefined)
        return 'its first line is no request line';
    const headers = [];
    for (const line of lines.slice(1)) {
        const colon = line.indexOf(':');
        const name = line.slice(0, Math.max(colon, 0));
        const value = line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/gu, '');
        if (!TOKEN.test(name))
            return 'a line of its head is no header';
        headers.push([name, value]);
    }
    return { method, target, headers, body: end === null ? '' : text.slice(end.index + end[0].length) };
}
const KEYS = ['method', 'url', 'headers', 'body'];
function ofJson(text) {
    const parsed = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(text);
    if (parsed.kind === 'problem')
        return parsed.problem;
    const { value } = parsed;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value) || typeof value['method'] !== 'string' || typeof value['url'] !== 'string')
        return 'it has no `method` and `url`';
    const other = Object.keys(value).find((key) => !KEYS.includes(key));
    if (other !== undefined)
        return `it says more than \`${KEYS.join('`, `')}\``;
    const headers = headersOf(value['headers'] ?? {});
    if (headers === null)
        return 'its `headers` are not names with texts';
    const { body = '' } = value;
    return { method: value['method'], target: value['url'], headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}
function headersOf(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value))
        return null;
    const pairs = Object.entries(value).flatMap(([name, one]) => (Array.isArray(one) ? one : [one]).map((text) => [name, text]));
    const sound = pairs.every((pair) => TOKEN.test(pair[0]) && typeof pair[1] === 'string');
    return sound ? pairs : null;
}
function checked({ method, target: text, headers: pairs, body }) {
    if (!TOKEN.test(method))
        return problem('its method is none');
    const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .readTarget */ ._)(text, method);
    if (target.kind === 'problem')
        return problem(target.problem, { method, path: target.path });
    const { path } = target;
    const headers = new Map();
    for (const [name, value] of pairs) {
        if (/[^\t\x20-\x7e\x80-\uffff]/u.test(value))
            return problem('a header of it holds what no header may', { method, path });
        headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value]);
    }
    const wrong = headProblem(headers, target);
    if (wrong !== null)
        return problem(wrong, { method, path });
    const whole = bodyOf(body, headers);
    return whole === null ? problem('its body is not as long as its `content-length` says', { method, path }) : { kind: 'message', method, target, headers, body: whole };
}
/** Headers by which a server may take another path, another method or another message than the request line says. */
const DIVERTING = [
    'transfer-encoding', 'upgrade', 'http2-settings', 'trailer', 'te', 'x-http-method-override', 'x-http-method', 'x-method-override', 'x-original-url', 'x-rewrite-url', 'x-original-uri', 'x-forwarded-path', 'x-forwarded-prefix',
];
/** Headers that make no sense twice. */
const SINGLE = ['host', 'content-length', 'content-type', 'content-encoding'];
function headProblem(headers, { scheme, authority }) {
    const diverting = DIVERTING.find((name) => headers.has(name));
    if (diverting !== undefined)
        return `its header \`${diverting}\` can make another request of it`;
    const double = SINGLE.find((name) => (headers.get(name)?.length ?? 0) > 1);
    if (double !== undefined)
        return `its header \`${double}\` stands there twice`;
    const encoding = headers.get('content-encoding')?.[0]?.toLowerCase();
    if (encoding !== undefined && encoding !== 'identity')
        return 'its body is in an encoding that we do not read';
    const host = headers.get('host')?.[0];
    if (host === undefined)
        return null;
    const named = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .normalAuthority */ .r)(scheme ?? 'https', host);
    return named === null || (authority !== null && named !== authority) ? 'its header `host` names another server than its target, or none' : null;
}
// Editors end a file with a line feed that is not part of the body.
function bodyOf(body, headers) {
    const said = headers.get('content-length')?.[0];
    if (said === undefined)
        return body;
    const candidates = [body, body.replace(/\r?\n$/u, '')];
    return (/^(?:0|[1-9][0-9]{0,9})$/u.test(said) ? candidates.find((candidate) => Buffer.byteLength(candidate, 'utf8') === Number(said)) : undefined) ?? null;
}
/** The server that a request names: by its target, else by its `host`; null when it names none. */
function destinationOf({ target, headers }) {
    if (target.authority !== null)
        return { scheme: target.scheme, authority: target.authority };
    const host = headers.get('host')?.[0];
    const authority = host === undefined ? null : (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .normalAuthority */ .r)('https', host);
    return authority === null ? null : { scheme: null, authority };
}


/***/ }),

/***/ 17889:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T_: () => (/* binding */ access),
/* harmony export */   dt: () => (/* binding */ requestOperation),
/* harmony export */   iN: () => (/* binding */ askedOf),
/* harmony export */   j_: () => (/* binding */ destination)
/* harmony export */ });
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79491);

/** One request as an operation; unknown accesses say why, and so does the operation. */
function requestOperation({ kind, statement, name, text, redacted, accesses, destination, size }) {
    const unknown = [...new Set(accesses.flatMap(({ why }) => (why === undefined ? [] : [why])))];
    const facts = { statement, name, text: text.trim(), redacted, accesses, functions: [], hazards: [], forbidden: [], unknown, assumed: false, destination };
    return { kind, line: 1, size, facts };
}
/** One access of a request. */
function access(effect, object, type, why) {
    return { effect, object, type: object === null ? null : type, columns: [], filtered: [], assumed: false, ...(why === undefined ? {} : { why }) };
}
/** Where a message goes. */
function destination(message) {
    const at = (0,_message_js__WEBPACK_IMPORTED_MODULE_0__/* .destinationOf */ .M)(message);
    return { scheme: at?.scheme ?? null, authority: at?.authority ?? null, path: message.target.path };
}
/**
 * The same operation as asked of a resource at `url`: unknown when it names another server, or a path that lies outside. Others than
 * requests, and resources without an address, come back as they are.
 */
function askedOf(read, url) {
    const elsewhere = 'destination' in read.facts && url !== null && URL.canParse(url) ? complaint(read.facts.destination, new URL(url)) : null;
    if (elsewhere === null)
        return read;
    const { facts } = read;
    return { ...read, facts: { ...facts, accesses: [...facts.accesses, access('unknown', null, null, elsewhere)], unknown: [...facts.unknown, elsewhere] } };
}
function complaint({ scheme, authority, path }, { protocol, host, pathname }) {
    if (scheme !== null && `${scheme}:` !== protocol)
        return `it goes by \`${scheme}\`, and the resource is reached by \`${protocol.slice(0, -1)}\``;
    if (authority !== null && authority !== host)
        return `it goes to \`${authority}\`, which is not the resource`;
    const root = pathname.replace(/\/+$/u, '');
    return path === null || path === root || (path === '*' && root === '') || path.startsWith(`${root}/`) ? null : `it goes to a path outside of \`${root}\`, where the resource is`;
}


/***/ }),

/***/ 9847:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readTarget),
/* harmony export */   r: () => (/* binding */ normalAuthority)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The target of a request in its one normal form: what is judged is what is sent, byte for byte. Refuses every path that two servers could read
// differently: `//`, dots, encoded slashes and letters, `;`, backslashes, a dot or blank at the end of a part, a user in an address.
// @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2  @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
/** Source: what the largest servers take for a request line. */
const MAX_TARGET = 8_192;
const problem = (why, path = null) => ({ kind: 'problem', problem: why, path });
/** Reads origin-form (`/a?b`), absolute-form (`https://host/a?b`), and `*` of OPTIONS. Never throws. */
function readTarget(text, method) {
    if (text.length > MAX_TARGET)
        return problem(`its target is longer than ${MAX_TARGET} characters`);
    // Hits `/a?b=c`; misses what no target holds: blanks, controls, a fragment, letters beyond ASCII.
    if (!/^[\x21\x22\x24-\x7e]+$/u.test(text))
        return problem('its target holds characters that no target has');
    if (text === '*')
        return method === 'OPTIONS' ? { kind: 'target', scheme: null, authority: null, path: '*', query: '' } : problem('`*` is a target of OPTIONS alone');
    const [, scheme, authority, rest = text] = /^(https?):\/\/([^/?]*)(.*)$/u.exec(text) ?? [];
    const at = authorityOf(scheme, authority);
    if (at === null)
        return problem('its address has more than one reading');
    const mark = rest.indexOf('?');
    const path = mark < 0 ? rest : rest.slice(0, mark);
    const found = { kind: 'target', scheme: scheme ?? null, authority: at === '' ? null : at, path: path === '' && scheme !== undefined ? '/' : path, query: mark < 0 ? '' : rest.slice(mark + 1) };
    const wrong = pathProblem(found.path);
    return wrong === null ? found : problem(wrong, isClearButForItsEnd(found.path) ? found.path : null);
}
// Empty: there is none. Null: it is not in the form that every reader takes for the same.
function authorityOf(scheme, authority) {
    if (scheme === undefined || authority === undefined)
        return '';
    return normalAuthority(scheme, authority);
}
/** `HOST:port` as `host[:port]`; null when it holds a user, an address in an odd form, or is not one. */
function normalAuthority(scheme, authority) {
    const lower = authority.toLowerCase();
    // Hits `api.example:8443`, `[::1]:80`; misses `a@b`, `a.`, `0x7f.1`, `a%2eb`.
    if (!/^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::[1-9][0-9]{0,4})?$/u.test(lower))
        return null;
    const url = `${scheme}://${lower}/`;
    if (!URL.canParse(url))
        return null;
    const { host } = new URL(url);
    // A host that becomes another one when it is read (`127.1`) is not in its normal form.
    return host === lower || `${host}:${scheme === 'https' ? 443 : 80}` === lower ? host : null;
}
function pathProblem(path) {
    if (path === '/')
        return null;
    if (!path.startsWith('/'))
        return 'its target is neither a path nor an address';
    if (path.endsWith('/'))
        return 'its path ends in a slash, and servers read it with it or without';
    for (const segment of path.slice(1).split('/')) {
        const wrong = segmentProblem(segment);
        if (wrong !== null)
            return wrong;
    }
    return null;
}
/** Characters of a path that mean themselves; of all others the encoded form is the only one. */
const PLAIN = /^[A-Za-z0-9\-._~!$&'()*+,=:@]$/u;
function segmentProblem(segment) {
    if (segment === '')
        return 'its path has `//` in it';
    if (segment === '.' || segment === '..')
        return 'its path has `.` or `..` in it';
    const decoded = decodedOf(segment);
    if (decoded === null)
        return 'its path has an encoding in it that nobody reads';
    if (/[/\\;?#%\p{Cc}\p{Cf}]/u.test(decoded))
        return 'its path has a slash, a backslash, `;`, `?`, `#`, `%` or what does not print in it, encoded or not';
    if (/^\s|[\s.]$/u.test(decoded))
        return 'a part of its path begins or ends with a blank, or ends with a dot';
    if (encodedOf(decoded) !== segment)
        return 'its path can be written in another way, and that is the one that servers compare';
    return decoded.normalize('NFC') === decoded ? null : 'its path has letters in it that can be written in another way';
}
function decodedOf(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        return null;
    }
}
function encodedOf(decoded) {
    return [...decoded].map((char) => (PLAIN.test(char) ? char : encodeURIComponent(char))).join('');
}
function isClearButForItsEnd(path) {
    return path.length > 1 && path.endsWith('/') && pathProblem(path.slice(0, -1)) === null;
}


/***/ }),

/***/ 72939:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   aV: () => (/* binding */ parseShell),
/* harmony export */   kL: () => (/* binding */ Source)
/* harmony export */ });
/* harmony import */ var unbash__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88989);
// SPDX-License-Identifier: Apache-2.0
//
// Bash's grammar, by unbash, which reads on after errors: so every script and every part of it that has its own tree is asked for its errors here,
// and there is no other way to a tree. Refuses what is too large or too deep to be read by a recursive parser.
// @see https://www.gnu.org/software/bash/manual/html_node/Shell-Syntax.html

/** Source: a script is written by people; the largest install scripts in use are a tenth of it. */
const MAX_CHARACTERS = 1_048_576;
/** Source: unbash goes 256 deep; opened brackets and quotes beyond this are an attack, not a script. */
const MAX_OPENED = 20_000;
/** A text of its own: a file, a string handed to `sh -c`, the body of a here-document. */
class Source {
    text;
    #line;
    #fixed;
    /** Where its line feeds are, once somebody asked. */
    #feeds;
    /** `line`: that of its first character. `fixed`: it is one word of a line, whatever line feeds it holds. */
    constructor(text, line = 1, fixed = false) {
        this.text = text;
        this.#line = line;
        this.#fixed = fixed;
    }
    /** Line of a position, in the text that people see. */
    lineAt(position) {
        if (this.#fixed)
            return this.#line;
        const feeds = (this.#feeds ??= feedsOf(this.text));
        let low = 0;
        for (let high = feeds.length; low < high;) {
            const middle = (low + high) >> 1;
            if (feeds[middle] < position)
                low = middle + 1;
            else
                high = middle;
        }
        return this.#line + low;
    }
}
function feedsOf(text) {
    const feeds = [];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        feeds.push(at);
    return feeds;
}
/** Never throws. */
function parseShell(text) {
    if (text.length > MAX_CHARACTERS)
        return { script: null, problem: `the script is longer than ${MAX_CHARACTERS} characters` };
    if (opened(text) > MAX_OPENED)
        return { script: null, problem: 'the script is nested too deep' };
    try {
        const script = (0,unbash__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text);
        return { script, problem: problemOf(script) };
    }
    catch {
        return { script: null, problem: 'the script is nested too deep' };
    }
}
/** The first error of a tree; null when there is none. */
function problemOf(script) {
    const [first] = script.errors ?? [];
    return first === undefined ? null : `the shell would not read it: ${first.message}`;
}
function opened(text) {
    let count = 0;
    for (let at = text.indexOf('$('); at >= 0; at = text.indexOf('$(', at + 2))
        count += 1;
    return count;
}


/***/ })

};
