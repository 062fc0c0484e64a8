export const id = 3699;
export const ids = [3699];
export const modules = {

/***/ 4208:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ lookAlike),
/* harmony export */   k: () => (/* binding */ foldedPath)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Paths as a careless eye or a careless file system reads them: without case, with look-alike letters as what they look like, without what
// is not seen. Refuses to be taken for the path itself: it is for asking "could this pass as that one?".
// @see https://www.unicode.org/reports/tr39/#Confusable_Detection
/** Letters of other scripts that look like a Latin one in most fonts. */
const LOOK_ALIKES = {
    а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', ѐ: 'e', ё: 'e', ғ: 'f', ԍ: 'g', һ: 'h', н: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', п: 'n', о: 'o', р: 'p', ԛ: 'q',
    г: 'r', ѕ: 's', т: 't', ц: 'u', ѵ: 'v', ѡ: 'w', ԝ: 'w', х: 'x', у: 'y', ү: 'y', α: 'a', β: 'b', ε: 'e', ϲ: 'c', η: 'n', ι: 'i', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', τ: 't',
    υ: 'u', χ: 'x', ϳ: 'j', γ: 'y', ω: 'w', ϊ: 'i', օ: 'o', ս: 'u', ո: 'n', հ: 'h', ց: 'g', ı: 'i', ɑ: 'a', ɡ: 'g', ɩ: 'i', ʏ: 'y', ſ: 's', ᴄ: 'c', ᴏ: 'o', ᴠ: 'v', ᴡ: 'w', ᴢ: 'z',
    '∕': '/', '⁄': '/', '⧸': '/', '․': '.', '‐': '-', '‑': '-', '–': '-', '−': '-', '‒': '-', ꓸ: '.',
};
/** Characters without a shape: joiners, marks of direction, tags, selectors, fillers. */
const SHAPELESS = /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;
/** The Latin letter that a character passes for; the character itself when it passes for none. */
function lookAlike(character) {
    return LOOK_ALIKES[character] ?? LOOK_ALIKES[character.toLowerCase()] ?? character;
}
/** A path as it could be read: `.GitHub/Workflоws/x.yml` is `.github/workflows/x.yml`. */
function foldedPath(path) {
    if (PLAIN.test(path))
        return path;
    const shown = path.normalize('NFKD').replace(SHAPELESS, '').replace(/\p{M}/gu, '').replaceAll('\\', '/').toLowerCase();
    const latin = /^[\0-\x7F]*$/u.test(shown) ? shown : [...shown].map(lookAlike).join('');
    // Windows drops dots and blanks at the end of a name, and what follows a colon.
    return latin.split('/').filter((part) => part !== '' && part !== '.').map((part) => part.replace(/:.*$/u, '').replace(/[. ]+$/u, '')).join('/');
}
// Hits `src/app.ts`; misses `Docs/a.md` and `a b`. Nothing to fold.
const PLAIN = /^(?:[a-z0-9_-]|\.(?=[a-z0-9_-])|\/(?=[a-z0-9_.-]))+$/u;


/***/ }),

/***/ 93699:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  isLockfile: () => (/* binding */ isLockfile),
  s: () => (/* binding */ lockfileFindings),
  lockfileServers: () => (/* binding */ lockfileServers)
});

// EXTERNAL MODULE: ./lib/parse/files/folded-paths.js
var folded_paths = __webpack_require__(4208);
;// CONCATENATED MODULE: ./lib/parse/files/lockfile-json.js
// SPDX-License-Identifier: Apache-2.0
//
// npm's lockfile as data: which packages it holds. Refuses what is no JSON object, as null.
/** True for what JSON calls an object. */
function isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The object in a text; null when there is none. */
function jsonIn(text) {
    try {
        const value = JSON.parse(text.replace(/^\uFEFF/u, ''));
        return isTable(value) ? value : null;
    }
    catch {
        return null;
    }
}
/** Packages by their place, `node_modules/a`; of the older form too, which nests them. None when the text is no such lockfile. */
function packagesIn(text) {
    const lock = text?.startsWith('{') === true ? jsonIn(text) : null;
    if (lock === null)
        return new Map();
    const { packages } = lock;
    if (isTable(packages))
        return new Map(Object.entries(packages).map(([place, one]) => [place, lockedOf(one)]));
    return new Map(nested(lock, ''));
}
function* nested(holder, prefix) {
    const { dependencies } = holder;
    if (!isTable(dependencies))
        return;
    for (const [name, one] of Object.entries(dependencies)) {
        const place = `${prefix}node_modules/${name}`;
        yield [place, lockedOf(one)];
        if (isTable(one))
            yield* nested(one, `${place}/`);
    }
}
function lockedOf(one) {
    const table = isTable(one) ? one : {};
    const { name, version, resolved, integrity } = table;
    return { name: typeof name === 'string' ? name : null, version, resolved, integrity: typeof integrity === 'string' && integrity !== '' ? integrity : null, scripted: table['hasInstallScript'] === true };
}

;// CONCATENATED MODULE: ./lib/parse/files/lockfile-entries.js

// Hits `lodash@^4.17.0, lodash@^4:`, `"@a/b@npm:^1":`; misses what is indented.
const YARN = /^"?(@?[^\s"@]{1,214}@[^\n]{1,2000}?)"?:$/u;
// Hits `  lodash@4.17.21:`, `  /@a/b/1.0.0(c@1):`, `  '@a/b@1.0.0':`.
const PNPM = /^ {2}['"]?\/?((?:@[\w.~-]+\/)?[\w.~-]+)[@/](\d[^\s'":(]{0,200})[^\n]{0,500}:$/u;
// Hits `"lodash": ["lodash@4.17.21", "", {}, "sha512-…"],`.
const BUN = /^\s*"[^"]{1,300}":\s*\["(@?[^"@]{1,214})@([^"]{1,300})"(.*)\],?$/u;
// Hits `  rake (13.0.0) sha256=…`.
const GEM = /^ {2}([\w.-]{1,100} \([^)\s]{1,100}\)) (\S{1,300})$/u;
// Hits `{file = "a-1.whl", hash = "sha256:…"}` and `{ url = "https://…/a-1.whl", hash = "sha256:…"`: of Python, each file has its own.
const FILE = /\b(?:file|url) = "(?:[^"\s]{0,2000}\/)?([^"/\s]{1,300})", hash = "([^"]{1,300})"/gu;
// Hits `rich==13.0.0 --hash=sha256:…`, and the same over lines.
const PINNED = /^([\w.-]{1,200})(?:\[[^\]\n]{0,200}\])?==([^\s;\\]{1,100})/u;
const DIGEST = /\b(?:integrity|checksum)(?::| =)? ?"?([^\s",}]{8,300})|"((?:h1|zh):[^"]{8,300})"|--hash=(\S{8,300})/gu;
const ADDRESS = /\b(?:resolved|tarball:) ?"?(https?:\/\/[^\s",}]{1,2000})/gu;
function entriesIn(text) {
    const entries = [];
    let [current, name] = [null, ''];
    const begin = (key, names, stranger = null) => entries[entries.push({ key, names, digests: [], addresses: [], stranger }) - 1];
    for (const line of text.split(/\r?\n/u)) {
        const yarn = YARN.exec(line)?.[1];
        const [, pnpm, at = ''] = PNPM.exec(line) ?? [];
        const [, bun, version = '', rest = ''] = BUN.exec(line) ?? [];
        const [, gem, sum = ''] = GEM.exec(line) ?? [];
        const [, pinned, exact = ''] = PINNED.exec(line) ?? [];
        if (yarn !== undefined)
            [current, name] = [null, yarn];
        else if (/^\[\[packages?\]\]|^\[metadata|^provider "/u.test(line))
            [current, name] = [null, /^provider "([^"]+)"/u.exec(line)?.[1] ?? ''];
        else if (pnpm !== undefined)
            current = begin(`${pnpm}@${at}`, [pnpm]);
        else if (bun !== undefined)
            begin(`${bun}@${version}`, [bun]).digests.push(...[...rest.matchAll(/"(sha\d{1,3}-[^"]{1,200})"/gu)].map(([, digest = '']) => digest));
        else if (pinned !== undefined)
            current = begin(`${pinned}@${exact}`, []);
        else if (gem !== undefined)
            begin(gem, []).digests.push(sum);
        for (const [, file = '', digest = ''] of line.matchAll(FILE))
            begin(file, [], pythonic(file).startsWith(pythonic(name)) ? null : name).digests.push(digest);
        // Name first, then the version, as all of them write it.
        name = /^name = "([^"]{1,300})"/u.exec(line)?.[1] ?? name;
        const versioned = /^ {0,2}version\s*[ :=] *"?([^\s"]{1,200})"?$/u.exec(line)?.[1];
        if (versioned !== undefined && name !== '')
            current = begin(`${namesOf(name)[0] ?? name}@${versioned}`, namesOf(name));
        current?.digests.push(...[...line.matchAll(DIGEST)].map(([, one, other, third]) => one ?? other ?? third ?? ''));
        current?.addresses.push(...[...line.matchAll(ADDRESS)].map(([, address = '']) => address));
    }
    return entries;
}
// `Foo.Bar_x-1.0.whl` is a file of `foo-bar-x`.
function pythonic(name) {
    return name.toLowerCase().replace(/[-_.]+/gu, '-');
}
// `a@^1, a@npm:b@^2` is `a` or `b`: another name that a manifest gives it.
function namesOf(header) {
    return header.includes('@') ? header.split(', ').map((one) => /^"?(?:@?[^@]+@npm:(?=@?[^@]+@))?(@?[^@"]+)/u.exec(one)?.[1] ?? one) : [];
}
/** Findings of a lockfile on both sides: packages of the same version with other digests, and those that have the address of another one. */
function entryFindings({ change, head, base }) {
    if (head === null)
        return [];
    const lineOf = (text) => change.added.find((line) => line.text.includes(text))?.line ?? null;
    const json = jsonIn(head);
    if (json !== null)
        return [...misnamed(head, base).map(([name, address]) => elsewhere(name, address, lineOf)), ...ofComposer(json, base === null ? null : jsonIn(base), lineOf), ...ofNix(json, base === null ? null : jsonIn(base), lineOf)];
    const [now, before] = [entriesIn(head), new Map()];
    for (const { key, digests } of base === null ? [] : entriesIn(base))
        before.set(key, [...(before.get(key) ?? []), ...digests]);
    // Yarn has digests of another kind after an upgrade of its cache; then none can be compared.
    const recast = change.added.find(({ text }) => /^ {2}cacheKey:/u.test(text));
    const other = now.filter(({ key, digests }) => digests.length > 0 && (before.get(key)?.length ?? 0) > 0 && !digests.some((digest) => before.get(key)?.includes(digest) === true));
    const swapped = recast !== undefined && other.length > 0 ? [{ line: recast.line, id: 'dependency.unreadable', detail: 'all digests are of another kind from here on, so that nobody can compare them' }] : other.map(({ key, digests }) => ({ line: lineOf(digests[0]), id: 'dependency.integrity', detail: `\`${key.slice(0, 100)}\` of the same version has another digest` }));
    const strange = now.flatMap(({ names, addresses }) => addresses.filter((address) => base?.includes(address) !== true).flatMap((address) => (isOf(address, names) ? [] : [elsewhere(names[0] ?? '', address, lineOf)])));
    const others = now.filter(({ stranger, key }) => stranger !== null && base?.includes(key) !== true).map(({ stranger, key }) => ({ line: lineOf(key), id: 'dependency.lockfile-source', detail: `\`${(stranger ?? '').slice(0, 100)}\` has \`${key.slice(0, 100)}\` for a file` }));
    return [...swapped, ...strange, ...others];
}
function elsewhere(name, address, lineOf) {
    return { line: lineOf(address), id: 'dependency.lockfile-source', detail: `\`${name.slice(0, 100)}\` has the address of \`${(packageAt(address) ?? '').slice(0, 100)}\`` };
}
// npm says at the package itself when it is another one under this name.
function misnamed(head, base) {
    const before = packagesIn(base);
    return [...packagesIn(head)].flatMap(([place, { name, resolved }]) => {
        const own = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
        const renamed = name !== null && name !== own && before.has(place) && before.get(place)?.name !== name;
        return typeof resolved !== 'string' || base?.includes(resolved) === true || (!renamed && isOf(resolved, [name ?? own])) ? [] : [[own, resolved]];
    });
}
// Of Composer, a version is a commit of a repository: another repository is another package.
function ofComposer(now, old, lineOf) {
    const before = new Map(composed(old).map((one) => [one.name, one]));
    return composed(now).flatMap((one) => {
        const was = before.get(one.name);
        if (was === undefined)
            return [];
        const moved = one.places.find((place) => !was.places.includes(place));
        const swapped = was.version === one.version && was.sum !== '' && was.sum !== one.sum;
        return [
            ...(moved !== undefined && was.places.length > 0 ? [{ line: lineOf(moved), id: 'dependency.lockfile-source', detail: `\`${one.name.slice(0, 100)}\` comes from another repository than before` }] : []),
            ...(swapped ? [{ line: lineOf(one.sum === '' ? one.name : one.sum), id: 'dependency.integrity', detail: `\`${one.name.slice(0, 100)}\` of the same version has another digest` }] : []),
        ];
    });
}
function composed(lock) {
    return ['packages', 'packages-dev'].flatMap((key) => (Array.isArray(lock?.[key]) ? lock[key] : [])).flatMap((one) => {
        if (!isTable(one) || typeof one['name'] !== 'string')
            return [];
        const [dist, source] = [one['dist'], one['source']].map((part) => (isTable(part) ? part : {}));
        const places = [dist, source].map(({ url, reference }) => String(url ?? '').replace(String(reference ?? '\0') || '\0', '')).filter((place) => place !== '');
        return [{ name: one['name'], version: String(one['version']), sum: String(dist['shasum'] ?? ''), places }];
    });
}
// Inputs of a flake are repositories, too.
function ofNix(now, old, lineOf) {
    const places = (lock) => new Map(Object.entries(isTable(lock?.['nodes']) ? lock['nodes'] : {}).flatMap(([name, node]) => {
        const locked = isTable(node) && isTable(node['locked']) ? node['locked'] : null;
        return locked === null ? [] : [[name, ['type', 'host', 'owner', 'repo', 'dir', ...(locked['type'] === 'tarball' ? [] : ['url'])].map((key) => String(locked[key] ?? '')).join(' ')]];
    }));
    const before = places(old);
    return [...places(now)].filter(([name, place]) => before.has(name) && before.get(name) !== place).map(([name, place]) => ({ line: place.split(' ').map((part) => lineOf(`"${part}"`)).find((line) => line !== null) ?? null, id: 'dependency.lockfile-source', detail: `\`${name.slice(0, 100)}\` comes from another repository than before` }));
}
// Hits `https://packages.example/@a/b/-/b-1.0.0.tgz`; misses addresses that do not say which package it is.
function packageAt(address) {
    return /\/((?:@[^/?#]{1,214}(?:\/|%2f))?[^/?#@]{1,214})\/-\//iu.exec(address)?.[1]?.replace(/%2f/iu, '/') ?? null;
}
function isOf(address, names) {
    const name = packageAt(address);
    return name === null || names.length === 0 || names.includes(name);
}

;// CONCATENATED MODULE: ./lib/parse/files/lockfile-sources.js
// SPDX-License-Identifier: Apache-2.0
//
// Where a lockfile takes packages from, and which of its sources were not there before. What is usual is what the repository's own lockfiles
// say at the base of the change; refuses to know any server by name.

/** Servers that a lockfile takes packages from. */
function serversIn(text, keys) {
    return sourcesIn(text, keys).filter(({ kind }) => kind === 'https').map(({ host }) => host);
}
/** Sources of a changed lockfile that are new. `servers`: what the repository's other lockfiles use at the base. */
function sourceFindings({ change, base, head }, keys, servers) {
    const before = base === null ? change.removed.flatMap(({ text }) => sourcesOfLine(text, keys)) : sourcesIn(base, keys);
    const wholes = new Set(before.map(({ whole }) => whole));
    const known = new Set([...servers, ...before.filter(({ kind }) => kind === 'https').map(({ host }) => host)]);
    const now = head === null || keys === null ? change.added.flatMap(({ line, text }) => sourcesOfLine(text, keys).map((source) => ({ source, line: () => line }))) : placed(head, keys, change.added);
    // A lockfile that nothing is known of is measured by itself; one of which only a diff is there is not known to be such.
    if (known.size === 0 && (base !== null || change.status === 'added'))
        known.add(majority(now.map(({ source }) => source)));
    return now.flatMap(({ line, source }) => {
        const detail = wholes.has(source.whole) ? null : complaint(source, known);
        return detail === null ? [] : [{ line: line(), id: 'dependency.lockfile-source', detail }];
    });
}
function complaint({ kind, host }, known) {
    switch (kind) {
        case 'https':
            return known.has(host) ? null : `a package comes from \`${host}\`, which no lockfile used before`;
        case 'http':
            return `a package comes from \`${host}\` unprotected`;
        case 'git':
            return `a package comes straight from a repository at \`${host}\``;
        case 'file':
            return 'a package comes from a file';
        case 'other':
            return 'a package comes from an address that has more than one reading';
        default:
            return kind;
    }
}
// More packages come from it than from any other; empty when two have as many.
function majority(sources) {
    const counts = new Map();
    for (const { kind, host } of sources)
        if (kind === 'https')
            counts.set(host, (counts.get(host) ?? 0) + 1);
    const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
    return first === undefined || first[1] === second?.[1] ? '' : first[0];
}
function sourcesIn(text, keys) {
    if (keys === null)
        return text.split('\n').flatMap((line) => sourcesOfLine(line, null));
    const value = jsonIn(text);
    return value === null ? [] : [...stringsAt(value, keys)].flatMap(sourceOf);
}
// A lockfile has thousands of entries: their lines are looked for only when there is something to say.
function placed(text, keys, added) {
    const value = jsonIn(text);
    if (value === null)
        return [];
    return [...stringsAt(value, keys)].flatMap((string) => sourceOf(string).map((source) => ({ source, line: () => added.find((line) => line.text.includes(string))?.line ?? null })));
}
/** Parts of a package that speak to people. */
const TALK = ['funding', 'support', 'homepage', 'authors'];
function* stringsAt(value, keys) {
    if (Array.isArray(value))
        for (const item of value)
            yield* stringsAt(item, keys);
    else if (isTable(value)) {
        for (const [key, inner] of Object.entries(value)) {
            if (typeof inner === 'string') {
                if (keys.includes(key))
                    yield inner;
            }
            else if (!TALK.includes(key))
                yield* stringsAt(inner, keys);
        }
    }
}
// Lines that say something to people; no tool fetches what they name.
const PROSE = /^\s*(?:deprecated|description|homepage|#)/u;
// Hits `https://a.example/x.tgz`, `registry+https://…`, `git@a.example:b/c`, `file:../a.tgz`; misses `workspace:.` and `link:../a`.
const lockfile_sources_ADDRESS = /[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>,{}[\]]{1,2000}|git@[\w.-]{1,200}:[^\s"'<>,{}[\]]{1,500}|(?<![\w])file:[^\s"'<>,{}[\]]{1,500}/giu;
const KEYED = /"([A-Za-z]{1,30})"\s{0,5}:\s{0,5}"((?:[^"\\]|\\.){1,2000})"/gu;
function sourcesOfLine(text, keys) {
    if (keys === null)
        return PROSE.test(text) ? [] : [...text.matchAll(lockfile_sources_ADDRESS)].flatMap(([address]) => sourceOf(address));
    return [...text.matchAll(KEYED)].flatMap(([, key = '', value = '']) => (keys.includes(key) ? sourceOf(value) : []));
}
// None for what names no place: a folder of the repository itself.
function sourceOf(address) {
    if (/^file:/iu.test(address))
        return [{ kind: 'file', host: '', whole: address }];
    if (/^git@/u.test(address))
        return [{ kind: 'git', host: address.slice(4, address.indexOf(':')).toLowerCase(), whole: withoutRevision(address) }];
    const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([\s\S]*)$/iu.exec(address) ?? [];
    if (scheme === '')
        return [];
    const kind = KINDS[scheme.toLowerCase()] ?? 'other';
    const whole = withoutRevision(address);
    // Where a user or a backslash stands, two readers can disagree about the host.
    const authority = rest.split(/[/?#]/u)[0] ?? '';
    const parsed = `https://${kind === 'git' ? rest.replace(/^git@/u, '') : rest}`;
    if (kind === 'other' || rest.includes('\\') || (kind !== 'git' && authority.includes('@')) || !URL.canParse(parsed))
        return [{ kind: 'other', host: '', whole }];
    return [{ kind, host: new URL(parsed).host, whole }];
}
const KINDS = {
    https: 'https', 'registry+https': 'https', 'sparse+https': 'https', 'sparse+registry+https': 'https', http: 'http', 'registry+http': 'http', 'sparse+http': 'http',
    git: 'git', ssh: 'git', 'git+ssh': 'git', 'git+https': 'git', 'git+http': 'git', 'git+git': 'git', file: 'file', 'git+file': 'file',
};
function withoutRevision(address) {
    return address.replace(/[?#][\s\S]*$/u, '');
}

;// CONCATENATED MODULE: ./lib/parse/files/lockfiles.js
// SPDX-License-Identifier: Apache-2.0
//
// Lockfiles: changed without their manifest, packages that come from another place than the repository's packages do, digests that are gone or
// became others. Refuses to check a digest against a registry: that needs the network.




const NODE = /(?:^|\/)(?:package\.json|pnpm-workspace\.yaml|\.npmrc|\.yarnrc\.yml)$/u;
const PYTHON = /(?:^|\/)(?:pyproject\.toml|pipfile)$/u;
const LOCKS = [
    { name: /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json)$/u, manifest: NODE, keys: ['resolved'] },
    { name: /(?:^|\/)(?:yarn\.lock|pnpm-lock\.yaml|bun\.lock)$/u, manifest: NODE, keys: null },
    { name: /(?:^|\/)(?:poetry\.lock|uv\.lock|pdm\.lock)$/u, manifest: PYTHON, keys: null },
    { name: /(?:^|\/)pipfile\.lock$/u, manifest: PYTHON, keys: ['url', 'git', 'file'] },
    { name: /(?:^|\/)gemfile\.lock$/u, manifest: /(?:^|\/)gemfile$|\.gemspec$/u, keys: null },
    { name: /(?:^|\/)go\.sum$/u, manifest: /(?:^|\/)go\.(?:mod|work)$/u, keys: null },
    { name: /(?:^|\/)cargo\.lock$/u, manifest: /(?:^|\/)cargo\.toml$/u, keys: null },
    { name: /(?:^|\/)\.terraform\.lock\.hcl$/u, manifest: /\.(?:tf|tofu)(?:\.json)?$/u, keys: null },
    { name: /(?:^|\/)pylock(?:\.[\w-]+)?\.toml$/u, manifest: PYTHON, keys: null },
    { name: /(?:^|\/)flake\.lock$/u, manifest: /(?:^|\/)flake\.nix$/u, keys: null },
    { name: /(?:^|\/)deno\.lock$/u, manifest: /(?:^|\/)(?:deno\.jsonc?|package\.json)$/u, keys: null },
    { name: /(?:^|\/)mix\.lock$/u, manifest: /(?:^|\/)mix\.exs$/u, keys: null },
    { name: /(?:^|\/)pubspec\.lock$/u, manifest: /(?:^|\/)pubspec\.yaml$/u, keys: null },
    { name: /(?:^|\/)podfile\.lock$/u, manifest: /(?:^|\/)podfile$|\.podspec$/u, keys: null },
    { name: /(?:^|\/)package\.resolved$/u, manifest: /(?:^|\/)package\.swift$|\.pbxproj$/u, keys: null },
    { name: /(?:^|\/)packages\.lock\.json$/u, manifest: /\.(?:cs|fs|vb)proj$|\.props$/u, keys: [] },
    { name: /(?:^|\/)composer\.lock$/u, manifest: /(?:^|\/)composer\.json$/u, keys: ['url'] },
];
const lockfiles_DIGEST = /\b(?:integrity|checksum|hash|shasum|sha256|content-hash)\b/u;
function lockOf(path) {
    const folded = (0,folded_paths/* foldedPath */.k)(path);
    return LOCKS.find(({ name }) => name.test(folded));
}
/** True for a file that a package manager writes to say what exactly is installed. */
function isLockfile(path) {
    return lockOf(path) !== undefined;
}
/** Servers that a lockfile takes packages from; none when it is none. */
function lockfileServers(path, text) {
    const lock = lockOf(path);
    return lock === undefined ? [] : serversIn(text, lock.keys);
}
/** Findings of a lockfile; none for other files. */
function lockfileFindings(file, { paths, servers, files = [] }) {
    const { change, head } = file;
    const lock = lockOf(change.path);
    // Requirements of pip are a manifest that may hold digests.
    if (lock === undefined)
        return /(?:^|\/)[\w.-]*requirements[\w./-]*\.txt$/u.test((0,folded_paths/* foldedPath */.k)(change.path)) && change.status !== 'deleted' ? entryFindings(file) : [];
    if (change.status === 'deleted')
        return gone(lock, file, files);
    const alone = change.status === 'modified' && ![...paths].some((other) => lock.manifest.test((0,folded_paths/* foldedPath */.k)(other)));
    return [
        ...(alone ? [{ line: null, id: 'dependency.lockfile-alone', detail: 'it changes without its manifest' }] : []),
        ...(lock.keys !== null && head !== null && jsonIn(head) === null ? [{ line: null, id: 'dependency.unreadable', detail: 'it is no JSON object' }] : []),
        ...sourceFindings(file, lock.keys, servers), ...((0,folded_paths/* foldedPath */.k)(change.path).endsWith('go.sum') ? otherSums(change) : [...digests(file), ...entryFindings(file)]),
    ];
}
// Gone with its manifest, or for one of another package manager, it is missed by nobody.
function gone({ manifest }, { change }, files) {
    const instead = files.some((other) => (other.change.status === 'deleted' ? manifest.test((0,folded_paths/* foldedPath */.k)(other.change.path)) : lockOf(other.change.path)?.manifest === manifest));
    return instead ? [] : [{ line: null, id: 'dependency.lockfile-alone', detail: `\`${change.path.slice(-100)}\` is gone, and with it what says which packages are installed` }];
}
// The same package of the same version with another digest: somebody replaced it.
function otherSums({ added, removed }) {
    const before = new Map(removed.flatMap(({ text }) => sumOf(text)));
    return added.flatMap(({ line, text }) => sumOf(text).flatMap(([name, sum]) => {
        const old = before.get(name);
        return old !== undefined && old !== sum ? [{ line, id: 'dependency.integrity', detail: 'the same version has another digest' }] : [];
    }));
}
function sumOf(text) {
    const [module, version, sum] = text.trim().split(/\s+/u);
    return module === undefined || version === undefined || sum === undefined ? [] : [[`${module} ${version}`, sum]];
}
function digests({ change, base, head }) {
    const [before, after] = [packagesIn(base), packagesIn(head)];
    if (after.size > 0)
        return [...after].flatMap(([name, now]) => ofPackage(name, now, { old: before.get(name), added: change.added }));
    const gone = change.removed.filter(({ text }) => lockfiles_DIGEST.test(text)).length;
    const added = change.added.filter(({ text }) => lockfiles_DIGEST.test(text)).length;
    // Fewer digests, although there are no fewer packages.
    if (gone <= added || change.added.length + (gone - added) < change.removed.length)
        return [];
    return [{ line: change.added[0]?.line ?? null, id: 'dependency.integrity', detail: `${gone - added} digests are gone` }];
}
function ofPackage(name, now, { old, added }) {
    const same = old !== undefined && old.version === now.version;
    if (same && old.integrity === now.integrity && old.scripted === now.scripted)
        return [];
    const lineOf = (text) => added.find((line) => line.text.includes(text))?.line ?? null;
    // Looked for only when there is something to say: a lockfile has thousands of packages.
    const line = () => lineOf(now.integrity ?? `"${name}"`);
    const found = [];
    if (same && old.integrity !== null && now.integrity !== old.integrity)
        found.push({ line: line(), id: 'dependency.integrity', detail: `\`${name}\` of the same version has ${now.integrity === null ? 'no digest any more' : 'another digest'}` });
    else if (!same && now.integrity === null && fetched(now.resolved))
        found.push({ line: line(), id: 'dependency.integrity', detail: `\`${name}\` has no digest` });
    if (now.scripted && old?.scripted !== true)
        found.push({ line: lineOf('"hasInstallScript"') ?? line(), id: 'dependency.install-script', detail: `\`${name}\` runs a script on install` });
    return found;
}
// Repositories have their commit in place of a digest.
function fetched(resolved) {
    return typeof resolved === 'string' && /^https?:/iu.test(resolved);
}


/***/ })

};
