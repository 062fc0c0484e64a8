export const id = 3212;
export const ids = [3212];
export const modules = {

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
