// The least that Node can do to deliver: PUTs recorded requests, the first one alone, then four at a time, over
// keep-alive connections. It signs nothing, checks only the status, and logs nothing.
const { readFileSync } = require('node:fs');
const { origin, requests } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { Agent, request } = require(origin.startsWith('https:') ? 'node:https' : 'node:http');

const agent = new Agent({ keepAlive: true });

function put({ path, headers, body }) {
  return new Promise((resolve, reject) => {
    const call = request(origin + path, { method: 'PUT', headers, agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`The status is ${response.statusCode}`));
      response.resume().on('end', resolve);
    });
    call.on('error', reject).end(body);
  });
}

async function putRest() {
  for (let next = requests.shift(); next !== undefined; next = requests.shift()) await put(next);
}

put(requests.shift())
  .then(() => Promise.all([putRest(), putRest(), putRest(), putRest()]))
  .then(() => process.exit(0));
