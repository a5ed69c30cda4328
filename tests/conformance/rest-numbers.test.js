// IncomingPhoneNumbers, by the official REST client.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App } from './lib/app.js';
import { refused } from './lib/refused.js';
import { Trunk, account, number } from './lib/trunk.js';

const app = await App.start();
app.on('/voice', '<Response><Say>First.</Say></Response>').on('/changed', '<Response><Say>Changed.</Say></Response>');
const numbers = [number, '+16135550101', '+18075550102', '+17055550103', '+15195550104'].map((one) => ({
  number: one, voiceUrl: app.url('/voice'), fallbackUrl: app.url('/fallback'), statusCallback: app.url('/status'),
}));
const trunk = await Trunk.start({ speakingRate: 400, numbers });
const { client } = trunk;

test('Numbers_ListedByTwo_AreFoundOverThreePages', async () => {
  const listed = await client.incomingPhoneNumbers.list({ pageSize: 2 });
  assert.deepEqual(listed.map((one) => one.phoneNumber).sort(), numbers.map((one) => one.number).sort());
  const [one] = await client.incomingPhoneNumbers.list({ phoneNumber: number });
  assert.match(one.sid, /^PN[0-9a-f]{32}$/);
  assert.equal(one.accountSid, account);
  assert.deepEqual(
    [one.voiceUrl, one.voiceMethod, one.voiceFallbackUrl, one.statusCallback],
    [app.url('/voice'), 'POST', app.url('/fallback'), app.url('/status')]);
  assert.equal(one.capabilities.voice, true);
});

test('Numbers_Changed_SendTheNextCallElsewhere', async () => {
  const [{ sid }] = await client.incomingPhoneNumbers.list({ phoneNumber: '+16135550101' });
  const changed = await client.incomingPhoneNumbers(sid).update({ voiceUrl: app.url('/changed'), voiceMethod: 'GET', friendlyName: 'Ottawa' });
  assert.deepEqual([changed.voiceUrl, changed.voiceMethod, changed.friendlyName], [app.url('/changed'), 'GET', 'Ottawa']);
  assert.equal((await client.incomingPhoneNumbers(sid).fetch()).voiceUrl, app.url('/changed'));
  const call = await trunk.call({ to: '+16135550101', fast: true });
  await call.ended();
  assert.deepEqual(call.heard(), ['Changed.']);
  assert.equal((await app.asked('/changed')).method, 'GET');
});

test('Numbers_Made_AreCalledUntilTheyAreRemoved', async () => {
  const made = await client.incomingPhoneNumbers.create({ phoneNumber: '+14375550105', voiceUrl: app.url('/changed') });
  assert.equal(made.phoneNumber, '+14375550105');
  const call = await trunk.call({ to: '+14375550105', fast: true });
  await call.ended();
  assert.deepEqual(call.heard(), ['Changed.']);
  assert.equal(await client.incomingPhoneNumbers(made.sid).remove(), true);
  await refused(client.incomingPhoneNumbers(made.sid).fetch(), 404, 20404);
  assert.equal((await trunk.ask('POST', '/sim/calls', { to: '+14375550105' })).status, 404);
});
