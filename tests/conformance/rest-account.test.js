// The account, its keys and the rate of its calls, by the official REST client.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import twilio from 'twilio';
import { carrier } from './example/carrier.js';
import { App } from './lib/app.js';
import { refused } from './lib/refused.js';
import { Trunk, account, agent, number, token } from './lib/trunk.js';

const app = await App.start();
app.on('/talk', '<Response><Pause length="600"/></Response>');
const key = `SK${'0'.repeat(32)}`;
const trunk = await Trunk.start({ callsPerSecond: 1, apiKeys: { [key]: 'secret' }, numbers: [{ number, voiceUrl: app.url('/talk') }] });
await trunk.person(agent, { ringFor: 0.1, key: null, lines: 50 });

test('Account_Fetched_IsOurs', async () => {
  const found = await trunk.client.api.v2010.accounts(account).fetch();
  assert.equal(found.sid, account);
  assert.equal(found.status, 'active');
});

test('Account_WithTheWrongToken_IsRefused', async () => {
  await refused(carrier(account, `${token}0`, trunk.address).calls.list(), 401, 20003);
  await refused(carrier(`AC${'1'.repeat(32)}`, token, trunk.address).calls.list(), 401, 20003);
});

test('ApiKey_WithItsSecret_IsTakenInPlaceOfTheToken', async () => {
  const { httpClient } = trunk.client;
  const byKey = (secret) => twilio(key, secret, { accountSid: account, httpClient });
  assert.ok(Array.isArray(await byKey('secret').calls.list()));
  await refused(byKey('wrong').calls.list(), 401, 20003);
});

// "POST /Calls default 1 CPS per account, the excess is queued (queue_time ms), not refused"
test('Calls_FasterThanTheRate_AreQueuedAndStartInOrder', async () => {
  const order = { to: agent, from: number, url: app.url('/talk') };
  const made = [];
  for (let i = 0; i < 3; i++) made.push(await trunk.client.calls.create(order));
  assert.deepEqual(made.map((call) => call.status), ['queued', 'queued', 'queued']);
  for (const { sid } of made) await app.asked('/talk', (request) => request.form.CallSid === sid);
  assert.deepEqual(app.requests.filter((request) => request.path === '/talk').map((request) => request.form.CallSid), made.map((call) => call.sid));
  const waited = await Promise.all(made.map(async ({ sid }) => (await trunk.client.calls(sid).fetch()).queueTime));
  assert.ok(waited.every((time) => /^\d+$/.test(time)), waited.join());
  assert.ok(Number(waited[2]) > Number(waited[0]), waited.join());
});

test('Calls_ThatAreOver_CanBeDeleted', async () => {
  const call = await trunk.call();
  await call.told('answered');
  await call.hangUp();
  await call.ended();
  assert.equal(await trunk.client.calls(call.sid).remove(), true);
  await refused(trunk.client.calls(call.sid).fetch(), 404, 20404);
});
