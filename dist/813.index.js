export const id = 813;
export const ids = [813];
export const modules = {

/***/ 813:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   workflowRun: () => (/* binding */ workflowRun)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2413);

/** `owner/repository/run` of the workflow run; `undefined` outside of one. */
function workflowRun() {
    if (process.env['GITHUB_REPOSITORY'] === undefined || Number.isNaN(_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.runId))
        return undefined;
    const { owner, repo } = _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.repo;
    return `${owner}/${repo}/${_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.runId}`;
}


/***/ })

};
