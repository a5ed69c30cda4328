// docs/trunk.md is true: its application is the file and runs, its commands do what they say, its tables name every key and no other.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { curl } from './lib/curl.js';
import { fenced, keysOf, listed, page } from './lib/page.js';
import { patiently } from './lib/patience.js';
import { freePort } from './lib/ports.js';
import { Trunk, account, number, root, token } from './lib/trunk.js';

const example = join(root, 'tests', 'conformance', 'example');
const shown = (file) => readFileSync(join(example, file), 'utf8');

test('Page_ShowsTheExample_WordForWord', () => {
  assert.deepEqual(fenced('js'), [shown('app.js'), shown('carrier.js')]);
  assert.deepEqual(fenced('json'), [shown('trunk.json')]);
  assert.ok(shown('app.js').trimEnd().split('\n').length <= 20, 'twenty lines');
});

test('Page_ListsEveryKey_AndNoOther', () => {
  const keys = [
    ...keysOf('Control/ConfigFile'),
    ...keysOf('Control/ConfigNumber').map((key) => `numbers[].${key}`),
    ...keysOf('Control/CallRequest'),
    ...keysOf('People/PersonSettings'),
    ...keysOf('People/VendorSettings').map((key) => `vendor.${key}`),
    ...keysOf('People/Expectation').map((key) => `expect.${key}`),
    ...keysOf('Faults/FaultFile'),
  ];
  const missing = keys.filter((key) => !listed.includes(key));
  assert.deepEqual(missing, [], 'docs/trunk.md does not name these keys');
  assert.deepEqual(listed.filter((key) => !keys.includes(key)), [], 'docs/trunk.md names keys that there are not');
});

const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const trunk = await Trunk.start(JSON.parse(shown('trunk.json').replaceAll('http://127.0.0.1:3000', address)));
const app = spawn('node', [join(example, 'app.js')], {
  env: { ...process.env, TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token, TWILIO_API: trunk.address, APP_URL: address },
  stdio: ['ignore', 'ignore', 'inherit'],
});
process.once('exit', () => app.kill('SIGKILL'));
after(() => app.kill('SIGKILL'));
await patiently(listening(), 'The example');

async function listening() {
  while (true) {
    try {
      return await fetch(address, { method: 'POST' });
    } catch {
      await new Promise(setImmediate);
    }
  }
}

test('Example_RunForReal_TakesTheKeyAndCallsBack', async () => {
  const call = await trunk.call({ fast: true, script: [{ press: '1' }] });
  const end = await call.ended();
  assert.deepEqual(call.heard(), ['To be called back, press 1.', 'We call you back. Goodbye.']);
  assert.deepEqual(end.unused, []);
  assert.deepEqual(call.warnings(), []);
  const [back] = await trunk.client.calls.list({ to: '+14165550199' });
  assert.deepEqual([back.direction, back.from], ['outbound-api', number]);
  const events = await patiently(told(back.sid), 'The end of the call back');
  assert.deepEqual(events.filter((event) => event.kind === 'hears').map((event) => event.text), ['You asked to be called back.']);
});

async function told(sid) {
  while (true) {
    const { status, events } = await trunk.control('GET', `/sim/calls/${sid}`);
    if (status === 'completed') return events;
    await new Promise(setImmediate);
  }
}

test('Example_AskedBySomebodyElse_Refuses', async () => {
  assert.equal((await fetch(`${address}/voice`, { method: 'POST', body: new URLSearchParams({ CallSid: 'CA1' }) })).status, 403);
});

const commands = fenced('sh').flatMap((text) => text.trim().split('\n'));

for (const [index, command] of commands.entries()) {
  test(`Command_${index + 1}_${command.match(/http:\/\/[^/]+(\S+)/)[1]}_Works`, async () => {
    const live = command.includes('CALLSID') ? await trunk.call() : undefined;
    await live?.told('gather');
    const { status, text } = await curl(command, { 'http://127.0.0.1:5212': trunk.address, 'http://127.0.0.1:3000': address, CALLSID: live?.sid ?? '' });
    assert.ok(status >= 200 && status < 300, `${status} ${text}`);
    for (const line of text.split('\n').filter(Boolean)) assert.equal(JSON.parse(line).error, undefined);
    await live?.hangUp();
    await live?.ended();
  });
}

test('Page_Commands_AreAllThere', () => {
  assert.ok(commands.length >= 12);
  for (const path of ['/sim/calls', '/sim/people', '/sim/log', '/sim/send', '/sim/config', '/sim/health', '/2010-04-01']) assert.ok(page.includes(path), path);
});
