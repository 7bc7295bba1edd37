var __webpack_exports__ = {};
const require_client=require("./client.js"),mergeConfigFiles=(...e)=>{let t={};for(let n of e)for(let[e,r]of Object.entries(n))t[e]===void 0?t[e]=r:Object.assign(t[e],r);return t},parseKnownFiles=async e=>{let t=await require_client.loadSharedConfigFiles(e);return mergeConfigFiles(t.configFile,t.credentialsFile)};exports.parseKnownFiles=parseKnownFiles;
