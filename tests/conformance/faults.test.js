// What goes wrong on purpose, as Twilio's library sees it: refusals are its exceptions, and whatever is sent again is signed again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import twilio from 'twilio';
import { App } from './lib/app.js';
import { refused } from './lib/refused.js';
import { Trunk, account, agent, number, token } from './lib/trunk.js';

const app = await App.start();
app.on('/voice', '<Response><Gather numDigits="1" action="/key"/></Response>').on('/key', '<Response><Say>Thank you.</Say></Response>').on('/talk', '<Response><Say>Hello.</Say></Response>');
const trunk = await Trunk.start({ numbers: [{ number, voiceUrl: `${app.url('/voice')}?a=1#rc=3&rp=all`, statusCallback: app.url('/status') }] });
const { client } = trunk;
const order = { to: agent, from: number, url: app.url('/talk') };
const faults = (...rules) => trunk.control('PUT', '/sim/faults', rules);

// "429 + 20429 = never processed, safe to retry"
test('Rest_TooManyRequests_IsRefusedAndNothingWasDone', async () => {
  await faults({ on: 'rest', what: '429', match: { path: '/Calls', method: 'POST' }, times: 1 });
  await refused(client.calls.create(order), 429, 20429);
  assert.deepEqual(await client.calls.list({ to: agent }), []);
  assert.match((await client.calls.create(order)).sid, /^CA/);
});

test('Rest_TooManyRequests_IsAskedAgainByTheClientsOwnRetry', async () => {
  class Retrying extends twilio.RequestClient {
    request(options) {
      return super.request({ ...options, uri: options.uri.replace('https://api.twilio.com', trunk.address) });
    }
  }
  const retrying = twilio(account, token, { httpClient: new Retrying({ autoRetry: true }) });
  await faults({ on: 'rest', what: '429', match: { path: '/Queues' }, times: 2 });
  assert.equal((await retrying.queues.create({ friendlyName: 'again' })).friendlyName, 'again');
});

test('Rest_ServerErrorAfterDoingIt_IsRefusedThoughItWasDone', async () => {
  await faults({ on: 'rest', what: '5xx-after', match: { path: '/Queues', method: 'POST' }, times: 1 });
  await assert.rejects(client.queues.create({ friendlyName: 'made' }), (failure) => failure.status >= 500);
  assert.equal((await client.queues.list()).filter((queue) => queue.friendlyName === 'made').length, 1);
});

test('Webhooks_SentAgain_AreSignedAgain', async () => {
  await faults(
    { on: 'webhook', what: 'status', status: 503, match: { path: '/voice' }, times: 2 },
    { on: 'webhook', what: 'duplicate', match: { path: '/key' } },
    { on: 'status', what: 'duplicate' });
  const call = await trunk.call({ fast: true, script: [{ press: '1' }] });
  await call.ended();
  assert.deepEqual(call.heard(), ['Thank you.']);
  const of = (path) => app.requests.filter((request) => request.path === path && request.form.CallSid === call.sid);
  assert.ok(of('/voice').length >= 1);
  assert.equal(of('/key').length, 2);
  assert.equal(of('/status').length, 2);
  for (const path of ['/key', '/status']) assert.equal(new Set(of(path).map((request) => request.headers['i-twilio-idempotency-token'])).size, 1);
  assert.ok(app.requests.every((request) => request.isSigned));
  await faults();
});

// "Basic/Digest credentials in URL: first request w/o Authorization, then after 401 with it."
test('Url_WithCredentials_IsSignedWithoutThem', async () => {
  app.on('/secret', (request) => request.headers.authorization
    ? { status: 200, headers: { 'Content-Type': 'text/xml' }, body: '<Response/>' }
    : { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="a"' } });
  await trunk.control('POST', '/sim/send', { url: app.url('/secret').replace('http://', 'http://user:pass@'), form: { CallSid: 'CA1' } });
  const requests = app.requests.filter((request) => request.path === '/secret');
  assert.deepEqual(requests.map((request) => request.headers.authorization), [undefined, `Basic ${Buffer.from('user:pass').toString('base64')}`]);
  assert.ok(requests.every((request) => request.isSigned));
});
