// Queues and their members, by the official REST client.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App, VoiceResponse } from './lib/app.js';
import { refused } from './lib/refused.js';
import { Trunk, number } from './lib/trunk.js';

const app = await App.start();
const enqueue = new VoiceResponse();
enqueue.enqueue({ waitUrl: '/wait', action: '/queued' }, 'line');
app.on('/voice', enqueue).on('/wait', '<Response><Pause length="600"/></Response>').on('/chosen', '<Response><Say>You were chosen.</Say></Response>');
const trunk = await Trunk.start({ speakingRate: 400, numbers: [{ number, voiceUrl: app.url('/voice') }] });
const { client } = trunk;

test('Queues_Created_AreFetchedChangedListedAndRemoved', async () => {
  const made = await client.queues.create({ friendlyName: 'crisis', maxSize: 7 });
  assert.match(made.sid, /^QU[0-9a-f]{32}$/);
  assert.equal(made.maxSize, 7);
  assert.equal(made.currentSize, 0);
  assert.equal(made.averageWaitTime, 0);
  assert.ok(made.dateCreated instanceof Date);
  const changed = await client.queues(made.sid).update({ friendlyName: 'crisis line', maxSize: 9 });
  assert.deepEqual([changed.friendlyName, changed.maxSize], ['crisis line', 9]);
  assert.equal((await client.queues(made.sid).fetch()).friendlyName, 'crisis line');
  assert.ok((await client.queues.list()).some((queue) => queue.sid === made.sid));
  assert.equal(await client.queues(made.sid).remove(), true);
  await refused(client.queues(made.sid).fetch(), 404, 20404);
});

test('Queues_NamedTwice_AreRefused', async () => {
  const made = await client.queues.create({ friendlyName: 'twice' });
  assert.equal(made.maxSize, 1000);
  await refused(client.queues.create({ friendlyName: 'twice' }), 400, 22003);
  await client.queues(made.sid).remove();
});

test('Queues_ListedByTwo_AreFoundOverThreePages', async () => {
  const made = [];
  for (const name of ['one', 'two', 'three', 'four', 'five']) made.push(await client.queues.create({ friendlyName: name }));
  const listed = await client.queues.list({ pageSize: 2 });
  assert.equal(new Set(listed.map((queue) => queue.sid)).size, listed.length);
  for (const queue of made) {
    assert.ok(listed.some((one) => one.sid === queue.sid), queue.friendlyName);
    await client.queues(queue.sid).remove();
  }
});

/** Somebody who waits in line. */
async function inLine() {
  const call = await trunk.call();
  const { queueSid } = await call.told('queued');
  await app.asked('/wait', (request) => request.form.CallSid === call.sid);
  return { call, line: client.queues(queueSid) };
}

test('Members_InLine_AreListedFetchedAndTakenOut', async () => {
  const [first, second, third] = [await inLine(), await inLine(), await inLine()];
  const { line } = first;
  const members = await line.members.list({ pageSize: 1 });
  assert.deepEqual(members.map((member) => member.callSid), [first, second, third].map(({ call }) => call.sid));
  assert.deepEqual(members.map((member) => member.position), [1, 2, 3]);
  const front = await line.members('Front').fetch();
  assert.equal(front.callSid, first.call.sid);
  assert.ok(front.dateEnqueued instanceof Date);
  assert.ok(Number.isInteger(front.waitTime));
  assert.equal((await line.members(second.call.sid).fetch()).position, 2);
  assert.equal((await line.fetch()).currentSize, 3);

  // The chosen member, not the front.
  const taken = await line.members(second.call.sid).update({ url: app.url('/chosen') });
  assert.equal(taken.callSid, second.call.sid);
  assert.equal((await app.asked('/chosen')).form.CallSid, second.call.sid);
  await second.call.told('hears', (event) => event.text === 'You were chosen.');
  const queued = await app.asked('/queued', (request) => request.form.CallSid === second.call.sid);
  assert.equal(queued.form.QueueResult, 'redirected');
  await second.call.ended();

  // It succeeds once only.
  await refused(line.members(second.call.sid).update({ url: app.url('/chosen') }), 404, 20404);
  assert.equal((await line.members('Front').update({ url: app.url('/chosen'), method: 'GET' })).callSid, first.call.sid);
  await first.call.ended();
  assert.equal((await line.members('Front').fetch()).callSid, third.call.sid);
  await third.call.hangUp();
  await third.call.ended();
  await refused(line.members('Front').fetch(), 404, 20404);
  assert.equal((await line.fetch()).currentSize, 0);
});
