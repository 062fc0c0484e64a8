export const id = 2057;
export const ids = [2057,3212];
export const modules = {

/***/ 62057:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readManifestChange: () => (/* binding */ readManifestChange)
/* harmony export */ });
/* harmony import */ var _shell_extract_pods_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45722);
/* harmony import */ var _kustomization_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59461);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16007);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46536);
/* harmony import */ var _patch_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13212);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46249);
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44050);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(23561);








/** Operations of each file, in the order given. `recipes`: kustomizations that the change leaves alone, which say what its patches are for. Never throws. */
function readManifestChange(files, recipes = []) {
    const own = new Set(files.flatMap(({ path, from }) => [path, from ?? path]));
    const others = recipes.filter(({ path }) => !own.has(path));
    const aims = (0,_patch_files_js__WEBPACK_IMPORTED_MODULE_4__/* .aimsIn */ .GQ)([...others, ...files.flatMap(({ path, head }) => (head !== null && (0,_shell_extract_pods_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecipe */ .dx)(path) ? [{ path, text: head }] : []))]);
    const aimed = (0,_patch_files_js__WEBPACK_IMPORTED_MODULE_4__/* .aimsIn */ .GQ)([...others, ...files.flatMap(({ path, from, base }) => (base !== null && (0,_shell_extract_pods_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecipe */ .dx)(from ?? path) ? [{ path: from ?? path, text: base }] : []))]);
    const heads = files.map(({ head, path }) => (head === null ? [] : (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readManifest */ .WI)(head, path, aims.get(path))));
    const bases = files.map(({ base, path, from }) => (base === null ? [] : (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readManifest */ .WI)(base, path, aimed.get(from ?? path) ?? aims.get(path))));
    const before = byKey(bases.flat());
    const after = byKey(heads.flat());
    const same = new Set(bases.flat().flatMap((part) => (part.kind === 'resource' ? [] : [mark(part)])));
    const quiet = (0,_reader_js__WEBPACK_IMPORTED_MODULE_5__.quietIn)(heads.flat());
    return files.map((file, index) => [
        ...standing(heads[index], file.added ?? [], (part) => fresh(part, before, { same, quiet })),
        ...gone(file, bases[index], heads[index], after),
        ...notBuilt(file, bases[index], heads[index], (path) => files.flatMap((other, at) => ((other.from ?? other.path) === path ? [{ ...other, parts: bases[at] }] : []))),
        ...(0,_patch_files_js__WEBPACK_IMPORTED_MODULE_4__/* .unguardedIn */ .TV)(bases[index], heads.flat()),
    ]);
}
function keyOf(resource) {
    return resource.name === null ? null : `${(0,_resource_js__WEBPACK_IMPORTED_MODULE_6__/* .typeOf */ .QP)(resource)} ${(0,_resource_js__WEBPACK_IMPORTED_MODULE_6__/* .objectOf */ .Xy)(resource)}`;
}
function byKey(parts) {
    return new Map(parts.flatMap((part) => {
        const key = part.kind === 'resource' ? keyOf(part.resource) : null;
        return key === null || part.kind !== 'resource' ? [] : [[key, part.resource]];
    }));
}
// What a part that is no resource says, whole.
function mark(part) {
    if (part.kind === 'patch')
        return `patch ${(0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .canonical */ .$N)(part.patch.target)} ${part.patch.namespace ?? ''} ${(0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .canonical */ .$N)(part.patch.body)}`;
    return part.kind === 'problem' ? `problem ${part.source.trim()}` : `${part.kind} ${(0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .canonical */ .$N)(part.value)}`;
}
function fresh(part, before, { same, quiet }) {
    // Something unreadable is unreadable however long it has been there: it is applied with the rest of its file.
    if (part.kind !== 'resource' && part.kind !== 'problem' && same.has(mark(part)))
        return [];
    if (part.kind !== 'resource')
        return (0,_reader_js__WEBPACK_IMPORTED_MODULE_5__.operationsOf)(part, null, quiet);
    const key = keyOf(part.resource);
    const known = key === null ? undefined : before.get(key);
    return known !== undefined && (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .canonical */ .$N)(known.value) === (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .canonical */ .$N)(part.resource.value) ? [] : (0,_reader_js__WEBPACK_IMPORTED_MODULE_5__.operationsOf)(part, known ?? null, quiet);
}
// What an object of many lines would do stands where it was changed: a forge shows no remark beside lines that stayed. Parts and lines are in order.
function places(parts, added) {
    const found = parts.map(lineOf);
    let [seen, begun, next] = [added.length, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let index = parts.length - 1; index >= 0; index -= 1) {
        const line = found[index];
        if (line < begun)
            [begun, next] = [line, begun];
        while (seen > 0 && added[seen - 1] >= line)
            seen -= 1;
        const first = added[seen] ?? next;
        if (first < next)
            found[index] = first;
    }
    return found;
}
function standing(parts, added, read) {
    const at = places(parts, added);
    return parts.flatMap((part, index) => {
        const line = at[index];
        return read(part).map((operation) => (operation.line === lineOf(part) ? { ...operation, line } : operation));
    });
}
function lineOf(part) {
    return part.kind === 'resource' ? part.resource.line : part.line;
}
function gone(file, base, head, after) {
    const lines = file.head === null ? 1 : file.head.split('\n').length;
    const lost = 'what was there before can not be read, so that nobody knows what goes away';
    if (file.baseLost)
        return [(0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`${file.path}\n${file.head ?? ''}`, 1, lost)];
    const unread = head.some((part) => part.kind === 'problem');
    return base.flatMap((part) => {
        if (part.kind === 'kustomization')
            return head.some((other) => other.kind === 'kustomization') ? [] : [(0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)((0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .canonical */ .$N)(part.value), 1, 'a kustomization is gone, and nobody knows what it built')];
        if (part.kind === 'problem')
            return unread ? [] : [(0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(part.source, Math.min(part.line, lines), lost)];
        if (part.kind === 'patch' || part.kind === 'replacements')
            return [];
        const key = keyOf(part.resource);
        return key === null || after.has(key) ? [] : [(0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .deleted */ .KF)(part.resource, Math.min(part.resource.line, lines))];
    });
}
// A file that a kustomization names no more is applied no more, though it is still there. `find`: files of the change by where they stood before.
function notBuilt({ path }, base, head, find) {
    const now = head.find((part) => part.kind === 'kustomization');
    if (now?.kind !== 'kustomization')
        return [];
    return base.flatMap((part) => {
        if (part.kind !== 'kustomization')
            return [];
        const renamed = RENAMING.filter((key) => (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .canonical */ .$N)(part.value[key] ?? null) !== (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .canonical */ .$N)(now.value[key] ?? null));
        const moved = renamed.length === 0 ? [] : [(0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`${path}\n${(0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .canonical */ .$N)(now.value)}`, now.line, `what it builds gets other names (${renamed.join(', ')}), so that it goes away under the old ones`)];
        return [...moved, ...takenOut(part.value, now.value).flatMap((source) => outOf(source, { path, line: now.line, find }))];
    });
}
/** Settings that name everything that is built. */
const RENAMING = ['namespace', 'namePrefix', 'nameSuffix'];
function takenOut(before, after) {
    const kept = new Set((0,_kustomization_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcesOf */ .u0)(after));
    return (0,_kustomization_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcesOf */ .u0)(before).filter((source) => !kept.has(source));
}
function outOf(source, { path, line, find }) {
    const found = find((0,_patch_files_js__WEBPACK_IMPORTED_MODULE_4__/* .below */ .Gz)(path, source));
    // A file that went away or moved in this change has told so itself.
    if (found.length > 0)
        return found.filter((file) => file.head !== null && file.path === (file.from ?? file.path)).flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'resource' ? [(0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .deleted */ .KF)(part.resource, line)] : [])));
    return [(0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`${path}\n${source}`, line, `\`${source.slice(0, 200)}\` is taken out of the kustomization, and what it holds goes away; what that is the change does not show`)];
}


/***/ }),

/***/ 13212:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ aimsIn),
/* harmony export */   Gz: () => (/* binding */ below),
/* harmony export */   MAX_RECIPES: () => (/* binding */ MAX_RECIPES),
/* harmony export */   TV: () => (/* binding */ unguardedIn),
/* harmony export */   builtFrom: () => (/* binding */ builtFrom)
/* harmony export */ });
/* harmony import */ var _kustomization_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59461);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16007);
/* harmony import */ var _patched_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72843);
/* harmony import */ var _removals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14399);




/** Kustomizations of one repository that are looked at. Source: the largest fleets that we saw have some hundreds. */
const MAX_RECIPES = 1_000;
/** What the patches and replacements that kustomizations name by file are for, by the path of the file. */
function aimsIn(recipes) {
    const aims = new Map();
    for (const { path, text } of recipes) {
        for (const part of (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .WI)(text, path)) {
            if (part.kind !== 'kustomization')
                continue;
            for (const [file, aim] of (0,_kustomization_js__WEBPACK_IMPORTED_MODULE_0__/* .aimedFilesIn */ .hs)(part.value))
                aims.set(below(path, file), [...(aims.get(below(path, file)) ?? []), aim]);
        }
    }
    return aims;
}
/** Files that kustomizations build from, whatever they are called. */
function builtFrom(recipes) {
    const sources = recipes.flatMap(({ path, text }) => (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .readManifest */ .WI)(text, path).flatMap((part) => (part.kind === 'kustomization' ? (0,_kustomization_js__WEBPACK_IMPORTED_MODULE_0__/* .sourcesOf */ .u0)(part.value).map((source) => below(path, source)) : [])));
    return new Set([...sources, ...aimsIn(recipes).keys()]);
}
/** `overlays/x/kustomization.yaml` and `../../base/a.yaml` are `base/a.yaml`. */
function below(path, source) {
    const out = path.split('/').slice(0, -1);
    for (const part of source.split('/')) {
        if (part === '..')
            out.pop();
        else if (part !== '.' && part !== '')
            out.push(part);
    }
    return out.join('/');
}
function patchesOf(parts) {
    return parts.flatMap((part) => (part.kind === 'patch' ? [part.patch] : part.kind === 'kustomization' ? (0,_kustomization_js__WEBPACK_IMPORTED_MODULE_0__/* .patchesIn */ .mv)(part.value, part.line) : []));
}
/** What patches of a file kept out and no patch or object of the change does any more; `after`: all parts after the change. */
function unguardedIn(base, after) {
    const patches = patchesOf(base);
    if (patches.length === 0)
        return [];
    const kept = new Set([
        ...patchesOf(after).flatMap(_patched_js__WEBPACK_IMPORTED_MODULE_2__/* .guardsOf */ .g0),
        ...after.flatMap((part) => (part.kind === 'resource' ? (0,_removals_js__WEBPACK_IMPORTED_MODULE_3__/* .guardsIn */ .K4)(part.resource.value).map((path) => `${part.resource.kind}/${part.resource.name ?? '*'} ${path}`) : [])),
    ]);
    return patches.flatMap((patch) => {
        const lost = (0,_patched_js__WEBPACK_IMPORTED_MODULE_2__/* .guardsOf */ .g0)(patch).filter((one) => !kept.has(one)).map((one) => one.slice(one.indexOf(' ') + 1));
        return lost.length === 0 ? [] : [(0,_patched_js__WEBPACK_IMPORTED_MODULE_2__/* .unguarded */ .AY)(patch, lost, 1)];
    });
}


/***/ })

};
