// Messages, by the official REST client.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App } from './lib/app.js';
import { refused } from './lib/refused.js';
import { Trunk, account, number } from './lib/trunk.js';

const app = await App.start();
const trunk = await Trunk.start({ numbers: [{ number, voiceUrl: app.url('/voice') }] });
const { client } = trunk;
const to = '+14165550199';

test('Messages_Sent_AreDeliveredAndSayHowItWent', async () => {
  const made = await client.messages.create({ to, from: number, body: 'Refuge: 1 rue Été, ouvert jusqu’à 22 h 🏠', statusCallback: app.url('/sms') });
  assert.match(made.sid, /^(SM|MM)[0-9a-f]{32}$/);
  assert.equal(made.accountSid, account);
  assert.ok(['queued', 'accepted', 'sending', 'sent'].includes(made.status), made.status);
  assert.deepEqual([made.to, made.from, made.body], [to, number, 'Refuge: 1 rue Été, ouvert jusqu’à 22 h 🏠']);
  const delivered = await app.asked('/sms', (request) => request.form.MessageStatus === 'delivered');
  assert.equal(delivered.form.MessageSid, made.sid);
  assert.equal(delivered.form.SmsSid, made.sid);
  assert.ok(app.requests.every((request) => request.isSigned));
  assert.equal((await client.messages(made.sid).fetch()).status, 'delivered');
});

test('Messages_Redacted_HaveNoBodyAndCanBeRemoved', async () => {
  const made = await client.messages.create({ to, from: number, body: 'My address is 1 Main St.', statusCallback: app.url('/redact') });
  await app.asked('/redact', (request) => request.form.MessageStatus === 'delivered');
  assert.equal((await client.messages(made.sid).update({ body: '' })).body, '');
  assert.equal((await client.messages(made.sid).fetch()).body, '');
  assert.equal(await client.messages(made.sid).remove(), true);
  await refused(client.messages(made.sid).fetch(), 404, 20404);
});

test('Messages_ListedByTwo_AreFoundOverThreePages', async () => {
  const other = '+16135550123';
  const made = [];
  for (let i = 0; i < 5; i++) made.push((await client.messages.create({ to: other, from: number, body: `Number ${i}` })).sid);
  const listed = await client.messages.list({ to: other, pageSize: 2 });
  assert.deepEqual(listed.map((message) => message.sid).sort(), made.sort());
  assert.deepEqual(await client.messages.list({ to: '+18075550123' }), []);
});

test('Messages_AskedWrongly_AreRefused', async () => {
  await refused(client.messages.create({ to: 'nobody', from: number, body: 'x' }), 400, 21211);
  await assert.rejects(client.messages.create({ to, from: number }), (failure) => failure.status === 400);
});
