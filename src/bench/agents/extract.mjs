// Writes the sets of user agents that AgentsMain measures, one file a set and one agent a line: extract.mjs <folder>
// agents.sh calls it in a folder with the packages js-yaml and user-agents, and says which sets the folder must contain.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const folder = path.resolve(process.argv[2]);
const require = createRequire(path.join(folder, 'agents.js'));
const yaml = require('js-yaml');
const output = path.join(folder, 'sets');
fs.mkdirSync(output, { recursive: true });

const walk = (at) =>
  fs.readdirSync(at, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(path.join(at, entry.name)) : [path.join(at, entry.name)]);
const read = (...names) => fs.readFileSync(path.join(folder, ...names), 'utf8');
const has = (...names) => fs.existsSync(path.join(folder, ...names));

// A line is "<weight><tab><agent>". Control characters cannot stand in a log.
function write(name, agents) {
  const lines = new Map();
  for (const [agent, weight] of agents) {
    const text = String(agent).replace(/[\u0000-\u001f]+/g, ' ').trim();
    if (text) lines.set(text, (lines.get(text) ?? 0) + weight);
  }
  fs.writeFileSync(path.join(output, `${name}.tsv`), [...lines].map(([text, weight]) => `${weight}\t${text}\n`).join(''));
}
const equal = (agents) => [...new Set(agents)].map((agent) => [agent, 1]);

// matomo-org/device-detector: the field user_agent of the fixtures, by the field bot or client.type. Agents of Android's
// and Apple's network libraries are no browsers, though the fixtures name the browser or the device that they belong to.
// Tests/Parser names what the parsers of single clients find, historical and made-up agents among it.
if (has('device-detector')) {
  const sets = {};
  for (const file of walk(path.join(folder, 'device-detector', 'Tests')).filter((name) => /fixtures.*\.yml$/.test(name))) {
    const parser = file.includes(`${path.sep}Parser${path.sep}`);
    for (const { user_agent: agent, bot, client } of [yaml.load(fs.readFileSync(file, 'utf8'))].flat()) {
      const type = bot ? 'bot' : client?.type ?? 'other';
      const library = type === 'browser' && /dalvik\/|cfnetwork\//i.test(agent);
      const set = library ? 'network library' : parser && type === 'browser' ? 'browser (parser)' : type;
      if (agent) (sets[set] ??= []).push(agent);
    }
  }
  for (const [set, agents] of Object.entries(sets)) write(`device-detector ${set}`, equal(agents));
}
// omrilotan/isbot: the lists in fixtures/crawlers.yml and fixtures/browsers.yml.
if (has('isbot')) {
  for (const kind of ['crawlers', 'browsers']) {
    write(`isbot ${kind}`, equal(Object.values(yaml.load(read('isbot', 'fixtures', `${kind}.yml`))).flat()));
  }
}
// JayBizzle/Crawler-Detect: the lines of tests/data/user_agent/*.txt.
for (const kind of ['crawlers', 'devices']) {
  if (has('Crawler-Detect', 'tests', 'data', 'user_agent', `${kind}.txt`)) {
    write(`Crawler-Detect ${kind}`, equal(read('Crawler-Detect', 'tests', 'data', 'user_agent', `${kind}.txt`).split('\n')));
  }
}
// ua-parser/uap-core: the field user_agent_string of tests/test_device.yaml; the family "Spider" are bots.
if (has('uap-core')) {
  const cases = yaml.load(read('uap-core', 'tests', 'test_device.yaml')).test_cases;
  const spider = (test) => test.family === 'Spider';
  write('uap-core Spider', equal(cases.filter(spider).map((test) => test.user_agent_string)));
  write('uap-core other', equal(cases.filter((test) => !spider(test)).map((test) => test.user_agent_string)));
}
// npm user-agents: the fields userAgent and weight, which is the share of the traffic.
write('user-agents', JSON.parse(read('node_modules', 'user-agents', 'dist', 'user-agents.json'))
  .map((entry) => [entry.userAgent, entry.weight]));
