// Conferences and their participants, by the official REST client.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App } from './lib/app.js';
import { refused } from './lib/refused.js';
import { twoInARoom } from './lib/room.js';
import { Trunk, number } from './lib/trunk.js';

const app = await App.start();
const trunk = await Trunk.start({ speakingRate: 400, numbers: [{ number, voiceUrl: app.url('/voice') }] });
const { client } = trunk;

test('Conferences_WhileTheyLive_AreListedFetchedAndEnded', async () => {
  const { name, room, event, everybodyLeaves } = await twoInARoom(trunk, app);
  const live = await room.fetch();
  assert.match(live.sid, /^CF[0-9a-f]{32}$/);
  assert.equal(live.friendlyName, name);
  assert.equal(live.status, 'in-progress');
  assert.equal(live.region, 'us1');
  assert.ok(live.dateCreated instanceof Date);
  await everybodyLeaves();
  const over = await room.fetch();
  assert.equal(over.status, 'completed');
  assert.equal(over.reasonConferenceEnded, 'conference-ended-via-api');
  assert.equal((await event('conference-end')).form.ReasonConferenceEnded, 'conference-ended-via-api');
  assert.deepEqual(await client.conferences.list({ friendlyName: name, status: 'in-progress' }), []);
  assert.equal((await client.conferences.list({ friendlyName: name, status: 'completed' })).length, 1);
});

test('Conferences_ListedByOne_AreFoundOverAllPages', async () => {
  const made = [await twoInARoom(trunk, app), await twoInARoom(trunk, app)];
  const names = made.map((one) => one.name);
  const listed = await client.conferences.list({ status: 'in-progress', pageSize: 1 });
  assert.deepEqual(listed.map((one) => one.friendlyName).sort(), names.sort());
  for (const one of made) await one.everybodyLeaves();
});

// "The resource only exists while the call is in a live conference - afterwards 404/20404".
test('Participants_OfALiveRoom_AreListedAndFetchedBySidAndLabel', async () => {
  const { first, second, room, everybodyLeaves } = await twoInARoom(trunk, app);
  const listed = await room.participants.list({ pageSize: 1 });
  assert.deepEqual(listed.map((one) => one.callSid).sort(), [first.sid, second.sid].sort());
  const one = await room.participants(second.sid).fetch();
  assert.equal(one.label, 'second');
  assert.deepEqual([one.muted, one.hold, one.coaching, one.startConferenceOnEnter, one.endConferenceOnExit], [false, false, false, true, false]);
  assert.equal((await room.participants('second').fetch()).callSid, second.sid);
  await refused(room.participants('nobody').fetch(), 404, 20404);
  await everybodyLeaves();
  await refused(room.participants(second.sid).fetch(), 404, 20404);
});

test('Participants_HeldAndMuted_AreSoUntilChangedBack', async () => {
  const { second, room, event, everybodyLeaves } = await twoInARoom(trunk, app);
  const one = room.participants(second.sid);
  assert.equal((await one.update({ hold: true })).hold, true);
  await event('participant-hold');
  assert.deepEqual((await room.participants.list({ hold: true })).map((participant) => participant.callSid), [second.sid]);
  assert.equal((await one.update({ hold: false })).hold, false);
  await event('participant-unhold');
  assert.equal((await one.update({ muted: true })).muted, true);
  await event('participant-mute', (form) => form.Muted === 'true');
  assert.equal((await one.update({ muted: false })).muted, false);
  await event('participant-unmute');
  assert.equal((await one.update({ endConferenceOnExit: true })).endConferenceOnExit, true);
  await event('participant-modify');
  await everybodyLeaves();
});

test('Participants_Removed_LeaveAndTheOthersStay', async () => {
  const { first, second, room, event, everybodyLeaves } = await twoInARoom(trunk, app);
  assert.equal(await room.participants('second').remove(), true);
  const left = await event('participant-leave');
  assert.equal(left.form.CallSid, second.sid);
  await second.ended();
  assert.deepEqual((await room.participants.list()).map((one) => one.callSid), [first.sid]);
  await everybodyLeaves();
});
