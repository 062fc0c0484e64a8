export const id = 2620;
export const ids = [2620];
export const modules = {

/***/ 62620:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PIPELINE: () => (/* binding */ PIPELINE),
/* harmony export */   localIncludes: () => (/* binding */ localIncludes)
/* harmony export */ });
/* harmony import */ var _shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7029);
// SPDX-License-Identifier: Apache-2.0
//
// Files of the same repository that a pipeline of GitLab includes, by whatever name: `include: local`, plain paths, child pipelines. Refuses to know what other
// projects include, and what a job writes for its child pipeline.
// @see https://docs.gitlab.com/ci/yaml/#includelocal

/** The file that a project's pipeline begins with, unless its settings say otherwise. */
const PIPELINE = '.gitlab-ci.yml';
/** Paths from the root, which may be globs; none when it is no YAML. */
function localIncludes(text) {
    try {
        return (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .yamlTrees */ .P)(text).flatMap((root) => [...named((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(root, 'include')), ...[...(root.entries?.values() ?? [])].flatMap((job) => named((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(job, 'trigger', 'include')))]);
    }
    catch {
        return [];
    }
}
function named(node) {
    const parts = node === undefined ? [] : (node.items ?? [node]);
    return parts.flatMap((part) => {
        const path = part.text ?? ((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(part, 'project') === undefined ? (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(part, 'local')?.text : null) ?? null;
        return path === null || /^https?:\/\//u.test(path) ? [] : [path.replace(/^\/+/u, '')];
    });
}


/***/ })

};
