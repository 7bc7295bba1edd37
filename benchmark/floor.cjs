// As little as Node can do to deliver: PUTs recorded requests as they were recorded, the first alone, then four at
// once, on kept connections. It signs nothing, checks nothing and tells nothing.
const { readFileSync } = require('node:fs');
const { origin, requests } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { Agent, request } = require(origin.startsWith('https:') ? 'node:https' : 'node:http');

const agent = new Agent({ keepAlive: true });

function put({ path, headers, body }) {
  return new Promise((resolve, reject) => {
    const call = request(origin + path, { method: 'PUT', headers, agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`The answer is ${answer.statusCode}`));
      answer.resume().on('end', resolve);
    });
    call.on('error', reject).end(body);
  });
}

async function putOn() {
  for (let next = requests.shift(); next !== undefined; next = requests.shift()) await put(next);
}

put(requests.shift())
  .then(() => Promise.all([putOn(), putOn(), putOn(), putOn()]))
  .then(() => process.exit(0));
