// Recordings, by the official REST client.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App } from './lib/app.js';
import { refused } from './lib/refused.js';
import { Trunk, account, number, token } from './lib/trunk.js';

const app = await App.start();
app.on('/voice', '<Response><Say>Hello.</Say><Pause length="600"/></Response>')
  .on('/mailbox', '<Response><Say>Speak.</Say><Record action="/recorded" timeout="1" maxLength="10" recordingStatusCallback="/recording"/></Response>')
  .on('/recorded', '<Response><Say>Thank you.</Say></Response>');
const mailbox = '+14165550101';
const trunk = await Trunk.start({ speakingRate: 400, numbers: [{ number, voiceUrl: app.url('/voice') }, { number: mailbox, voiceUrl: app.url('/mailbox') }] });
const { client } = trunk;

test('Recordings_OfALiveCall_ArePausedResumedAndStopped', async () => {
  const call = await trunk.call();
  await call.told('hears');
  const recordings = client.calls(call.sid).recordings;
  const made = await recordings.create({ recordingStatusCallback: app.url('/live'), recordingStatusCallbackEvent: ['in-progress', 'completed'] });
  assert.match(made.sid, /^RE[0-9a-f]{32}$/);
  assert.equal(made.status, 'in-progress');
  assert.equal(made.callSid, call.sid);
  assert.equal((await client.calls(call.sid).recordings(made.sid).update({ status: 'paused' })).status, 'paused');
  assert.equal((await client.calls(call.sid).recordings('Twilio.CURRENT').update({ status: 'in-progress' })).status, 'in-progress');
  await client.calls(call.sid).recordings(made.sid).update({ status: 'stopped' });
  const told = await app.asked('/live', (request) => request.form.RecordingStatus === 'completed');
  assert.ok(told.isSigned);
  assert.equal(told.form.RecordingSid, made.sid);
  assert.ok(!('From' in told.form) && !('To' in told.form));
  assert.deepEqual((await recordings.list()).map((one) => one.sid), [made.sid]);
  await call.hangUp();
  await call.ended();
});

test('Recordings_OfAMessage_AreListedPlayedAndRemoved', async () => {
  const call = await trunk.call({ to: mailbox, fast: true, script: [{ say: 'Please call me back about shelter.' }] });
  await call.ended();
  const recorded = await app.asked('/recorded');
  assert.ok(recorded.isSigned);
  assert.match(recorded.form.RecordingSid, /^RE/);
  const done = await app.asked('/recording');
  assert.ok(done.isSigned);
  assert.equal(done.form.RecordingStatus, 'completed');
  const [one] = await client.recordings.list({ callSid: call.sid });
  assert.equal(one.sid, recorded.form.RecordingSid);
  assert.equal(one.accountSid, account);
  assert.match(one.duration, /^\d+$/);
  assert.equal((await client.recordings(one.sid).fetch()).status, 'completed');
  const media = await fetch(`${trunk.address}/2010-04-01/Accounts/${account}/Recordings/${one.sid}.wav`, {
    headers: { Authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` },
  });
  assert.equal(media.status, 200);
  assert.equal(Buffer.from(await media.arrayBuffer()).subarray(0, 4).toString(), 'RIFF');
  assert.equal(await client.recordings(one.sid).remove(), true);
  await refused(client.recordings(one.sid).fetch(), 404, 20404);
});
