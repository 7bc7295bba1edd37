// The cost of the parser of the package `yaml` alone.
const { readFileSync } = require('node:fs');
require('yaml').parse(readFileSync(process.argv[2], 'utf8'));
