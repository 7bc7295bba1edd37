// What the parser of the package `yaml` costs by itself.
const { readFileSync } = require('node:fs');
require('yaml').parse(readFileSync(process.argv[2], 'utf8'));
