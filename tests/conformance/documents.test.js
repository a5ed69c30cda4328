// Each document is built by Twilio's VoiceResponse, and the trunk runs it: without a warning, to the end that the fixture names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtures } from './documents/all.js';
import { App, VoiceResponse } from './lib/app.js';
import { Trunk, number } from './lib/trunk.js';
import { silence } from './lib/wav.js';

const app = await App.start();
const trunk = await Trunk.start({ numbers: [{ number, voiceUrl: app.url('/document') }] });
app.on('/audio.wav', { status: 200, headers: { 'Content-Type': 'audio/wav' }, body: silence });

function built(build) {
  const response = new VoiceResponse();
  build(response);
  return response.toString();
}

for (const [name, fixture] of Object.entries(fixtures)) {
  test(`Document_${name}_RunsWithoutAWarning`, async () => {
    for (const [path, build] of Object.entries({ ...fixture.pages, '/document': fixture.build })) app.on(path, built(build));
    for (const [who, settings] of Object.entries(fixture.people ?? {})) await trunk.person(who, settings);
    const before = app.requests.length;
    const call = await trunk.call({ fast: true, script: fixture.script ?? [] });
    if (fixture.hangUpAfterHearing) {
      await call.told('hears', (event) => event.text === fixture.hangUpAfterHearing);
      await call.hangUp();
    }
    const end = await call.ended();
    assert.deepEqual(call.warnings(), []);
    assert.equal(end.status, fixture.status ?? 'completed');
    assert.deepEqual(end.unused, []);
    if (fixture.heard) assert.deepEqual(call.heard(), fixture.heard);
    if (fixture.played) assert.deepEqual(call.events.filter((event) => event.kind === 'plays').map((event) => event.url), fixture.played.map((path) => app.url(path)));
    for (const [path, { method, ...fields }] of Object.entries(fixture.asked ?? {})) {
      const isIt = (request) => (!method || request.method === method) && Object.entries(fields).every(([field, value]) => request.parameters[field] === value);
      await app.asked(path, (request) => app.requests.indexOf(request) >= before && isIt(request));
    }
  });
}
