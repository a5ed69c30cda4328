// What the trunk does not do, it says: a verb or a noun ends the document with an error, an attribute is a warning that names it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App, VoiceResponse } from './lib/app.js';
import { Trunk, agent, number } from './lib/trunk.js';

const app = await App.start();
const trunk = await Trunk.start({ numbers: [{ number, voiceUrl: app.url('/document'), fallbackUrl: app.url('/fallback') }] });
app.on('/fallback', '<Response><Say>The fallback.</Say></Response>');

async function run(build) {
  const response = new VoiceResponse();
  build(response);
  app.on('/document', response);
  const call = await trunk.call({ fast: true, hangUpAfter: 60 });
  await call.ended();
  return call;
}

const sid = (prefix) => prefix + '0'.repeat(32);

const elements = {
  Connect: (r) => r.connect().stream({ url: 'wss://example.org' }),
  Start: (r) => r.start().stream({ url: 'wss://example.org' }),
  Stop: (r) => r.stop().stream({ name: 'a' }),
  Pay: (r) => r.pay({ chargeAmount: '1' }),
  Prompt: (r) => r.prompt({ for: 'payment-card-number' }),
  Refer: (r) => r.refer({ action: '/next' }).sip('sip:a@example.org'),
  Sms: (r) => r.sms({ to: agent, from: number }, 'Hello'),
  Echo: (r) => r.echo(),
  Client: (r) => r.dial().client('agent'),
  Sip: (r) => r.dial().sip('sip:agent@example.org'),
  Sim: (r) => r.dial().sim(sid('DE')),
  Application: (r) => r.dial().application(sid('AP')),
  WhatsApp: (r) => r.dial().whatsApp(agent),
};

for (const [name, build] of Object.entries(elements)) {
  test(`Element_${name}_IsAnErrorAndTheFallbackIsAsked`, async () => {
    const call = await run(build);
    assert.ok(call.warnings().some(({ code, message }) => code === 12400 && message.includes('not simulated') && message.includes(name)), JSON.stringify(call.warnings()));
    assert.deepEqual(call.heard(), ['The fallback.']);
    assert.equal((await app.asked('/fallback', (request) => request.form.CallSid === call.sid)).form.ErrorCode, '12400');
  });
}

const attributes = {
  workflowSid: (r) => { r.enqueue({ workflowSid: sid('WW'), waitUrl: '/leave' }, 'line'); },
  referUrl: (r) => r.dial({ referUrl: '/refer' }).number(agent),
  byoc: (r) => r.dial().number({ byoc: sid('BY') }, agent),
  machineDetection: (r) => r.dial().number({ machineDetection: 'Enable' }, agent),
};

app.on('/leave', '<Response><Leave/></Response>');

for (const [name, build] of Object.entries(attributes)) {
  test(`Attribute_${name}_IsAWarningAndTheCallGoesOn`, async () => {
    await trunk.person(agent, { answer: 'busy' });
    const call = await run((r) => {
      build(r);
      r.say('It went on.');
    });
    assert.ok(call.warnings().some(({ code, message }) => code === 12200 && message.includes(name)), JSON.stringify(call.warnings()));
    assert.deepEqual(call.heard(), ['It went on.']);
  });
}

// "12200 schema warning (unknown / misspelled / wrong-case element or attribute is ignored, the call goes on)"
test('Element_Misspelled_IsIgnoredWithAWarning', async () => {
  const call = await run((r) => {
    r.addChild('say');
    r.say('It went on.');
  });
  assert.deepEqual(call.warnings().map((warning) => warning.code), [12200]);
  assert.deepEqual(call.heard(), ['It went on.']);
});

test('Resource_NotSimulated_IsRefused', async () => {
  const { client } = trunk;
  for (const resource of [client.applications, client.transcriptions, client.usage.records, client.outgoingCallerIds])
    await assert.rejects(resource.list(), (failure) => failure.status === 404 && failure.code === 20404);
});
