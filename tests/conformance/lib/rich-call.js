import assert from 'node:assert/strict';
import { VoiceResponse } from './app.js';
import { agent, number } from './trunk.js';

const twiml = (write) => {
  const response = new VoiceResponse();
  write(response);
  return response;
};

const events = 'start end join leave mute hold';

/** One caller who goes through everything: keys, words, silence, a line, a screened leg, a room, a failure, the fallback. */
export async function richCall(trunk, app) {
  app
    .on('/voice', twiml((r) => r.gather({ numDigits: 1, action: '/pressed?b=2&a=1&q=caf%C3%A9&n=', method: 'GET' }).say('Press a key.')))
    .on('/pressed', twiml((r) => r.gather({ input: 'speech', language: 'fr-CA', action: '/said' }).say({ language: 'fr-CA' }, 'Où êtes-vous?')))
    .on('/said', twiml((r) => r.gather({ timeout: 1, actionOnEmptyResult: true, action: '/silent' })))
    .on('/silent', twiml((r) => r.enqueue({ waitUrl: '/wait?lang=fr', waitUrlMethod: 'GET', action: '/queued' }, 'line')))
    .on('/wait', twiml((r) => r.gather({ numDigits: 1, action: '/left' }).say('You are in line.')))
    .on('/left', twiml((r) => r.leave()))
    .on('/queued', twiml((r) => r.dial({ action: '/dialled' }).number(
      { url: '/screen', statusCallback: '/leg?of=agent', statusCallbackMethod: 'GET', statusCallbackEvent: 'initiated ringing answered completed' }, agent)))
    .on('/screen', twiml((r) => r.gather({ numDigits: 1, action: '/accepted' }).say('To accept, press 1.')))
    .on('/accepted', twiml((r) => r.say('You are connected.')))
    .on('/dialled', twiml((r) => r.dial({ action: '/over?q=%C3%A9' }).conference(
      { startConferenceOnEnter: false, waitUrl: '/music', waitMethod: 'GET', statusCallback: '/room', statusCallbackEvent: events }, 'the room')))
    .on('/music', twiml((r) => r.pause({ length: 600 })))
    .on('/agent', twiml((r) => r.dial().conference({ endConferenceOnExit: true }, 'the room')))
    .on('/over', { status: 500 })
    .on('/fallback', twiml((r) => r.hangup()));
  await trunk.person(agent, { ringFor: 0.1, key: '1', acceptAfter: 0.1, dropAfter: 0.5 });
  const script = [{ press: '7' }, { say: "J’ai faim à Montréal, s'il vous plaît: 1 + 1 = 100 % & ça 🏠" }];
  const call = await trunk.call({ talk: 600, script });
  await app.asked('/wait');
  await call.press('*');
  await app.asked('/music');
  await trunk.person(agent, { ringFor: 0.1, key: null });
  await inTheRoom(trunk, app, call);
  const end = await call.ended();
  assert.deepEqual(end.unused, []);
  assert.deepEqual(call.warnings().map((warning) => warning.code), [11217]);
  await app.asked('/agent-status', (request) => request.form.CallStatus === 'completed');
  await app.asked('/room', (request) => request.form.StatusCallbackEvent === 'conference-end');
  await app.asked('/status');
}

async function inTheRoom(trunk, app, call) {
  const { sid } = await trunk.client.calls.create({
    to: agent, from: number, url: app.url('/agent'), statusCallback: app.url('/agent-status'), statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
  });
  const { form: { ConferenceSid } } = await app.asked('/room', (request) => request.form.StatusCallbackEvent === 'participant-join' && request.form.CallSid === sid);
  const caller = trunk.client.conferences(ConferenceSid).participants(call.sid);
  for (const change of [{ hold: true }, { hold: false }, { muted: true }, { muted: false }]) await caller.update(change);
  await trunk.control('POST', `/sim/calls/${sid}/act`, { hangUp: true });
}
