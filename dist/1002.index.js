export const id = 1002;
export const ids = [1002];
export const modules = {

/***/ 1002:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MAX_MANIFESTS: () => (/* binding */ MAX_MANIFESTS),
/* harmony export */   namesPackages: () => (/* binding */ namesPackages),
/* harmony export */   packagesIn: () => (/* binding */ packagesIn)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// What a repository depends on, by the names that its manifests and lockfiles say, and the programs that come with it. Refuses to resolve anything: a manifest
// that can't be read names nothing.
/** More manifests than this are not looked at: what is in none of those is looked at by a person. */
const MAX_MANIFESTS = 200;
const NODE = /(?:^|\/)(?:package\.json|package-lock\.json|npm-shrinkwrap\.json)$/u;
const PYTHON = /(?:^|\/)(?:requirements|constraints)[^/]*\.(?:txt|in)$|(?:^|\/)requirements\/[^/]+\.(?:txt|in)$|(?:^|\/)(?:pyproject\.toml|pipfile|setup\.cfg|setup\.py|environment\.ya?ml)$/iu;
const OTHERS = /(?:^|\/)(?:Gemfile|gems\.rb|[\w.-]+\.gemspec|Cargo\.toml|go\.(?:mod|work))$/u;
// Hits `gem 'rails'`, `serde = "1"`, `github.com/a/b v1.2.3`, `module github.com/a/b`; group 1, 2 or 3 is the name.
const OTHER_NAMES = /\bgem\s*\(?\s*["']([\w.-]{1,100})|^([A-Za-z][\w-]{0,100})\s*=\s*["'{]|^\s*(?:(?:module|require|tool)\s+)?([\w-]+\.[\w.-]*\w\/[\w./~-]{1,200})(?=\s|$)/gmu;
/** True for a file that says what the repository depends on. */
function namesPackages(path) {
    return !/(?:^|\/)(?:node_modules|vendor|site-packages)\//u.test(path) && (NODE.test(path) || PYTHON.test(path) || OTHERS.test(path));
}
/** Names in manifests, by path and text. */
function packagesIn(files) {
    const [node, python, others] = [new Set(), new Set(), new Set()];
    for (const [path, text] of files) {
        if (NODE.test(path))
            for (const name of nodeNames(text))
                node.add(name);
        else if (OTHERS.test(path))
            for (const [, gem, crate, module] of text.matchAll(OTHER_NAMES))
                others.add(gem ?? crate ?? module ?? '');
        // A name at the beginning of a line or of a quoted text, as every manifest of Python has it.
        else
            for (const [, name = ''] of text.matchAll(/(?:^[ \t-]*|["'])([A-Za-z0-9][\w.-]{0,100})(?=\s*(?:\[[^\]\n]*\])?\s*(?:[=<>~!;@"',]|$))/gmu))
                python.add(name.toLowerCase().replace(/[._]/gu, '-'));
    }
    return { node, python, others };
}
function tableOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
function nodeNames(text) {
    let parsed;
    try {
        parsed = tableOf(JSON.parse(text.replace(/^\uFEFF/u, '')));
    }
    catch {
        return [];
    }
    const direct = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((section) => Object.keys(tableOf(parsed[section])));
    // Of a lockfile, what lies at the top is what a program's name leads to.
    const locked = Object.entries(tableOf(parsed['packages'])).flatMap(([place, entry]) => {
        const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/u.exec(place)?.[1];
        return name === undefined ? [] : [name, ...binsOf(name, tableOf(entry)['bin'])];
    });
    const name = typeof parsed['name'] === 'string' && parsed['lockfileVersion'] === undefined ? [parsed['name'], ...binsOf(parsed['name'], parsed['bin'])] : [];
    return [...direct, ...locked, ...name];
}
function binsOf(name, bin) {
    return typeof bin === 'string' ? [name.replace(/^@[^/]+\//u, '')] : Object.keys(tableOf(bin));
}


/***/ })

};
