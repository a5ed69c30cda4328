// Calls, by the official REST client.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App, VoiceResponse } from './lib/app.js';
import { refused } from './lib/refused.js';
import { Trunk, account, agent, number } from './lib/trunk.js';

const app = await App.start();
app.on('/talk', '<Response><Say>Hello.</Say><Pause length="600"/></Response>');
const trunk = await Trunk.start({ speakingRate: 400, numbers: [{ number, voiceUrl: app.url('/talk') }] });
const { client } = trunk;
await trunk.person(agent, { ringFor: 0.1, key: null, lines: 50 });

/** A call that the service made and that was answered. */
async function answered(more) {
  const made = await client.calls.create({ to: agent, from: number, url: app.url('/talk'), ...more });
  await app.asked('/talk', (request) => request.form.CallSid === made.sid);
  return made;
}

test('Calls_Created_RingAndRunTheDocument', async () => {
  const made = await client.calls.create({
    to: agent, from: number, url: app.url('/talk?mine=1'), method: 'GET',
    statusCallback: app.url('/events'), statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'], timeout: 20,
  });
  assert.match(made.sid, /^CA[0-9a-f]{32}$/);
  assert.equal(made.status, 'queued');
  assert.equal(made.direction, 'outbound-api');
  assert.equal(made.accountSid, account);
  assert.ok(made.dateCreated instanceof Date && !Number.isNaN(made.dateCreated.getTime()));
  assert.equal(made.price, null);
  const page = await app.asked('/talk', (request) => request.query.CallSid === made.sid);
  assert.equal(page.query.mine, '1');
  const live = await client.calls(made.sid).fetch();
  assert.equal(live.status, 'in-progress');
  assert.ok(live.startTime instanceof Date);
  assert.equal(live.duration, null);
  const ended = await client.calls(made.sid).update({ status: 'completed' });
  assert.equal(ended.sid, made.sid);
  await app.asked('/events', (request) => request.form.CallSid === made.sid && request.form.CallStatus === 'completed');
  const over = await client.calls(made.sid).fetch();
  assert.equal(over.status, 'completed');
  assert.match(over.duration, /^\d+$/);
  assert.ok(over.endTime >= over.startTime);
  const told = app.requests.filter((request) => request.path === '/events' && request.form.CallSid === made.sid);
  assert.deepEqual(told.map((request) => request.form.CallStatus), ['initiated', 'ringing', 'in-progress', 'completed']);
  assert.deepEqual(told.map((request) => request.form.SequenceNumber), ['0', '1', '2', '3']);
});

test('Calls_RedirectedByUrlAndByTwiml_LeaveTheirDocument', async () => {
  const call = await trunk.call();
  await call.told('hears');
  app.on('/other', '<Response><Say>By URL.</Say><Pause length="600"/></Response>');
  await client.calls(call.sid).update({ url: app.url('/other') });
  await call.told('hears', (event) => event.text === 'By URL.');
  const twiml = new VoiceResponse();
  twiml.say('By TwiML.');
  await client.calls(call.sid).update({ twiml });
  await call.told('hears', (event) => event.text === 'By TwiML.');
  await call.ended();
  assert.equal((await client.calls(call.sid).fetch()).direction, 'inbound');
});

test('Calls_CreatedWithTwiml_RunItWithoutAsking', async () => {
  const twiml = new VoiceResponse();
  twiml.say('No page.');
  twiml.redirect(app.url('/after-twiml'));
  const made = await client.calls.create({ to: agent, from: number, twiml });
  assert.equal((await app.asked('/after-twiml')).form.CallSid, made.sid);
});

// "21220 call not in-progress"
test('Calls_ThatAreOver_CannotBeChanged', async () => {
  const call = await trunk.call();
  await call.told('hears');
  await call.hangUp();
  await call.ended();
  await refused(client.calls(call.sid).update({ twiml: '<Response/>' }), 400, 21220);
  await refused(client.calls(call.sid).update({ status: 'completed' }), 400, 21220);
});

test('Calls_Ringing_AreCanceled', async () => {
  await trunk.person('+14165550124', { answer: 'no-answer' });
  const made = await client.calls.create({ to: '+14165550124', from: number, url: app.url('/talk'), statusCallback: app.url('/canceled'), statusCallbackEvent: ['ringing', 'completed'] });
  await app.asked('/canceled', (request) => request.form.CallStatus === 'ringing');
  await client.calls(made.sid).update({ status: 'canceled' });
  await app.asked('/canceled', (request) => request.form.CallStatus === 'canceled');
  assert.equal((await client.calls(made.sid).fetch()).status, 'canceled');
});

test('Calls_NotAnswered_SayWhy', async () => {
  for (const status of ['busy', 'no-answer', 'failed']) {
    const to = '+14165550125';
    await trunk.person(to, { answer: status, ringFor: 0.1 });
    const made = await client.calls.create({ to, from: number, url: app.url('/talk'), timeout: 1, statusCallback: app.url('/why') });
    const told = await app.asked('/why', (request) => request.form.CallSid === made.sid);
    assert.equal(told.form.CallStatus, status);
    assert.equal((await client.calls(made.sid).fetch()).status, status);
  }
});

test('Calls_ListedByTwo_AreFoundOverThreePages', async () => {
  const from = '+16135550123';
  const placed = [];
  for (let i = 0; i < 5; i++) {
    const call = await trunk.call({ from });
    await call.told('hears');
    placed.push(call.sid);
  }
  const before = (await trunk.log()).length;
  const listed = await client.calls.list({ from, pageSize: 2 });
  assert.deepEqual(listed.map((call) => call.sid), [...placed].reverse());
  const asked = (await trunk.log(before)).filter((line) => line.kind === 'rest' && line.path.includes('/Calls.json'));
  assert.equal(asked.length, 3);
  assert.equal((await client.calls.list({ from, pageSize: 2, limit: 3 })).length, 3);
  const first = await client.calls.page({ from, pageSize: 2 });
  const second = await first.nextPage();
  const third = await second.nextPage();
  assert.equal(third.instances.length, 1);
  assert.equal(await third.nextPage(), undefined);
  assert.deepEqual((await second.previousPage()).instances.map((call) => call.sid), first.instances.map((call) => call.sid));
  const seen = [];
  for await (const call of pages(client.calls, { from, pageSize: 2 })) seen.push(call.sid);
  assert.deepEqual(seen, listed.map((call) => call.sid));
});

/** The client's each() as something to iterate over. */
async function* pages(resource, options) {
  const found = [];
  await new Promise((resolve, reject) => resource.each({ ...options, callback: (one) => found.push(one), done: (failure) => (failure ? reject(failure) : resolve()) }));
  yield* found;
}

test('Calls_Filtered_AreThoseThatMatch', async () => {
  const made = await answered();
  const is = (call) => call.sid === made.sid;
  const day = 24 * 3600 * 1000;
  assert.ok((await client.calls.list({ to: agent })).some(is));
  assert.ok((await client.calls.list({ status: 'in-progress' })).some(is));
  assert.ok((await client.calls.list({ startTimeAfter: new Date(Date.now() - day) })).some(is));
  assert.ok(!(await client.calls.list({ to: number })).some(is));
  assert.ok(!(await client.calls.list({ status: 'completed' })).some(is));
  assert.ok(!(await client.calls.list({ startTimeBefore: new Date(Date.now() - 2 * day) })).some(is));
  assert.deepEqual(await client.calls.list({ parentCallSid: made.sid }), []);
});

test('Calls_AskedWrongly_AreRefusedWithTwiliosCodes', async () => {
  const good = { to: agent, from: number, url: app.url('/talk') };
  await refused(client.calls.create({ ...good, to: '12' }), 400, 21211);
  await refused(client.calls.create({ ...good, to: '+1911' }), 400, 21211);
  await refused(client.calls.create({ ...good, from: 'nobody' }), 400, 21212);
  await refused(client.calls.create({ ...good, url: 'talk.xml' }), 400, 21205);
  await refused(client.calls.create({ to: agent, from: number, fallbackUrl: app.url('/talk') }), 400, 21405);
  await refused(client.calls(`CA${'0'.repeat(32)}`).fetch(), 404, 20404);
  await refused(client.calls(`CA${'0'.repeat(32)}`).update({ status: 'completed' }), 404, 20404);
});
