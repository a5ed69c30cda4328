// Every kind of request that the carrier makes in the course of calls: Twilio's validator takes each as it is, and none that was changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App } from './lib/app.js';
import { richCall } from './lib/rich-call.js';
import { tampered } from './lib/tampering.js';
import { Trunk, number } from './lib/trunk.js';

const app = await App.start();
const trunk = await Trunk.start({
  speakingRate: 400,
  numbers: [{
    number,
    // Not in order, and with characters that the wire and the signature might see differently.
    voiceUrl: app.url("/voice?z=last&a=first&who=O'Neil&mail=x%40y.example&plus=1%2B1&space=a%20b&empty="),
    fallbackUrl: app.url('/fallback?tenant=211'),
    statusCallback: app.url('/status'),
  }],
});

await richCall(trunk, app);

const kinds = {
  'POST /voice': { CallStatus: 'ringing', CallerCity: '' },
  'GET /pressed': { Digits: '7', msg: 'Gather End' },
  'POST /said': { SpeechResult: "J’ai faim à Montréal, s'il vous plaît: 1 + 1 = 100 % & ça 🏠", Confidence: /^0\.\d+$|^1(\.0)?$/ },
  'POST /silent': { Digits: '' },
  'GET /wait': { QueuePosition: '1', CurrentQueueSize: '1', MaxQueueSize: '1000', AvgQueueTime: '0', QueueTime: /^\d+$/, QueueSid: /^QU/ },
  'POST /left': { Digits: '*' },
  'POST /queued': { QueueResult: 'leave', QueueSid: /^QU/, QueueTime: /^\d+$/ },
  'POST /screen': { Direction: 'outbound-dial', ParentCallSid: /^CA/ },
  'POST /accepted': { Digits: '1' },
  'GET /leg': { CallbackSource: 'call-progress-events', SequenceNumber: '0', CallStatus: 'initiated' },
  'POST /dialled': { DialCallStatus: 'completed', DialBridged: 'true', DialCallDuration: /^\d+$/, DialCallSid: /^CA/ },
  'GET /music': { CallStatus: 'in-progress' },
  'POST /room': { StatusCallbackEvent: 'participant-join', FriendlyName: 'the room', SequenceNumber: /^\d+$/, ConferenceSid: /^CF/, Muted: 'false', Hold: 'false' },
  'POST /agent': { Direction: 'outbound-api' },
  'POST /agent-status': { CallStatus: 'initiated', SequenceNumber: '0' },
  'POST /over': { DialCallStatus: 'answered' },
  'POST /fallback': { ErrorCode: '11217', ErrorUrl: /\/over\?/ },
  'POST /status': { CallStatus: 'completed', CallDuration: /^\d+$/, Duration: /^\d+$/, SequenceNumber: '0', Timestamp: /^\w{3}, \d\d \w{3} \d{4} .* \+0000$/ },
};

for (const [kind, expected] of Object.entries(kinds)) {
  test(`Webhook_${kind}_IsSignedAsTwiliosLibraryExpects`, () => {
    const request = app.requests.find((one) => `${one.method} ${one.path}` === kind);
    assert.ok(request, `${kind} was not asked`);
    assert.ok(request.isSigned, `${request.url} ${request.body}`);
    assert.match(request.parameters.CallSid, /^CA[0-9a-f]{32}$/);
    for (const [name, value] of Object.entries(expected)) {
      if (value instanceof RegExp) assert.match(request.parameters[name], value, name);
      else assert.equal(request.parameters[name], value, name);
    }
  });
}

test('Webhooks_AllOfThem_AreTakenAsTheyAre', () => {
  assert.deepEqual(app.requests.filter((request) => !request.isSigned).map((request) => request.url), []);
  assert.deepEqual([...new Set(app.requests.map((request) => `${request.method} ${request.path}`))].sort(), Object.keys(kinds).sort());
});

test('Webhooks_ChangedInAnyPart_AreRefused', () => {
  const taken = app.requests.flatMap((request) => tampered(request).filter((way) => way.taken).map((way) => `${request.url}: ${way.how}`));
  assert.deepEqual(taken, []);
});

test('RoomsEvents_OfOneConference_AreAllTold', () => {
  const events = app.requests.filter((request) => request.path === '/room').map((request) => request.form.StatusCallbackEvent);
  assert.deepEqual(events, [
    'participant-join', 'conference-start', 'participant-join', 'participant-hold', 'participant-unhold', 'participant-mute', 'participant-unmute',
    'participant-leave', 'participant-leave', 'conference-end',
  ]);
});
