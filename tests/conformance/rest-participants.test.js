// Participants who are dialled in, held with music, coached and spoken to, by the official REST client.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App } from './lib/app.js';
import { twoInARoom } from './lib/room.js';
import { Trunk, agent, number } from './lib/trunk.js';

const app = await App.start();
const trunk = await Trunk.start({ speakingRate: 400, numbers: [{ number, voiceUrl: app.url('/voice') }] });
const { client } = trunk;
await trunk.person(agent, { ringFor: 0.1, key: null, lines: 50 });

test('Participants_OnHoldWithAUrl_HearItsDocument', async () => {
  const { second, room, everybodyLeaves } = await twoInARoom(trunk, app);
  app.on('/hold', '<Response><Say>Please hold.</Say><Pause length="600"/></Response>');
  await room.participants(second.sid).update({ hold: true, holdUrl: app.url('/hold') });
  // "HoldMethod default GET"
  assert.equal((await app.asked('/hold')).method, 'GET');
  await second.told('hears', (event) => event.text === 'Please hold.');
  await room.participants(second.sid).update({ hold: false });
  await everybodyLeaves();
});

test('Participants_AndRooms_HearAnnouncements', async () => {
  const { first, second, room, event, everybodyLeaves } = await twoInARoom(trunk, app);
  app.on('/one', '<Response><Say>For one.</Say></Response>').on('/all', '<Response><Say>For all.</Say></Response>');
  await room.participants(second.sid).update({ announceUrl: app.url('/one'), announceMethod: 'POST' });
  await second.told('hears', (told) => told.text === 'For one.');
  await event('announcement-end', (form) => form.AnnounceUrl === app.url('/one'));
  assert.ok(!first.heard().includes('For one.'));
  await room.update({ announceUrl: app.url('/all') });
  await Promise.all([first, second].map((call) => call.told('hears', (told) => told.text === 'For all.')));
  await everybodyLeaves();
});

test('Participants_Created_AreDialledIntoTheRoom', async () => {
  const { name, first, room, event, everybodyLeaves } = await twoInARoom(trunk, app);
  const made = await room.participants.create({
    from: number, to: agent, label: 'agent', endConferenceOnExit: false, statusCallback: app.url('/dialled-in'), statusCallbackEvent: ['initiated', 'answered', 'completed'],
  });
  assert.match(made.callSid, /^CA[0-9a-f]{32}$/);
  assert.equal(made.label, 'agent');
  await event('participant-join', (form) => form.CallSid === made.callSid && form.ParticipantLabel === 'agent');
  await app.asked('/dialled-in', (request) => request.form.CallStatus === 'in-progress');
  assert.equal((await room.participants('agent').fetch()).status, 'connected');
  assert.equal((await client.calls(made.callSid).fetch()).direction, 'outbound-api');

  // Only the coached leg hears the coach.
  const coach = await room.participants('second').update({ coaching: true, callSidToCoach: made.callSid });
  assert.deepEqual([coach.coaching, coach.callSidToCoach], [true, made.callSid]);
  assert.equal((await room.participants('second').update({ coaching: false })).coaching, false);

  // "{ConferenceSid} may be a friendly name on create"
  await trunk.person('+14165550126', { ringFor: 0.1, key: null });
  const named = await client.conferences(name).participants.create({ from: number, to: '+14165550126', label: 'named' });
  assert.equal((await event('participant-join', (form) => form.CallSid === named.callSid)).form.FriendlyName, name);
  assert.ok(first.events.every((told) => told.kind !== 'ended'));
  await everybodyLeaves();
});
