var __webpack_exports__ = {};
const require_getSSOTokenFromFile = require("./getSSOTokenFromFile.js");
const require_client = require("./client.js");
// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/externalDataInterceptor.js
const externalDataInterceptor = {
	getFileRecord() {
		return require_client.fileIntercept;
	},
	interceptFile(path, contents) {
		require_client.fileIntercept[path] = Promise.resolve(contents);
	},
	getTokenRecord() {
		return require_getSSOTokenFromFile.tokenIntercept;
	},
	interceptToken(id, contents) {
		require_getSSOTokenFromFile.tokenIntercept[id] = contents;
	}
};
exports.externalDataInterceptor = externalDataInterceptor;

