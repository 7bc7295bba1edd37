var __webpack_exports__ = {};
// node_modules/@aws-sdk/core/dist-es/submodules/client/getDefaultSocketTimeout.js
const isDefaultSocketTimeoutEnabled = () => typeof process === "object" && process?.env?.AWS_ENABLE_DEFAULT_SOCKET_TIMEOUT_2026 === "true";
const getDefaultSocketTimeout = (requestHandler, timeoutMs) => {
	if (!isDefaultSocketTimeoutEnabled()) return;
	if (typeof requestHandler?.handle === "function") return;
	return timeoutMs;
};
// node_modules/@smithy/core/dist-es/legacy-root-exports/util-identity-and-auth/httpAuthSchemes/noAuth.js
var NoAuthSigner = class {
	async sign(httpRequest, identity, signingProperties) {
		return httpRequest;
	}
};
// node_modules/@aws-sdk/nested-clients/package.json
var version = "3.998.3";
exports.NoAuthSigner = NoAuthSigner;
exports.getDefaultSocketTimeout = getDefaultSocketTimeout;
Object.defineProperty(exports, "version", {
	enumerable: true,
	get: function() {
		return version;
	}
});

