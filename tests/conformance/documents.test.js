// Each document is built by Twilio's VoiceResponse, and the trunk runs it: without a warning, to the end that the fixture names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtures } from './documents/all.js';
import { App, VoiceResponse } from './lib/app.js';
import { Trunk, number } from './lib/trunk.js';
import { silence } from './lib/wav.js';

const line = '+14165550101';
const app = await App.start();
const trunk = await Trunk.start({ numbers: [{ number, voiceUrl: app.url('/document') }, { number: line, voiceUrl: app.url('/line') }] });
app.on('/audio.wav', { status: 200, headers: { 'Content-Type': 'audio/wav' }, body: silence });

function built(build, other) {
  const response = new VoiceResponse();
  build(response, other?.sid);
  return response.toString();
}

/** Another caller, first in that queue or room. */
async function somebodyElse({ inLine, inRoom }) {
  if (!inLine && !inRoom) return undefined;
  app.on('/line', built((r) => (inLine ? r.enqueue({ waitUrl: '' }, inLine) : r.dial().conference({ waitUrl: '' }, inRoom))));
  const call = await trunk.call({ to: line, fast: true, talk: 3 });
  await call.told(inLine ? 'queued' : 'joined');
  return call;
}

for (const [name, fixture] of Object.entries(fixtures)) {
  test(`Document_${name}_RunsWithoutAWarning`, async () => {
    for (const [who, settings] of Object.entries(fixture.people ?? {})) await trunk.person(who, settings);
    const before = app.requests.length;
    const other = await somebodyElse(fixture);
    for (const [path, build] of Object.entries({ ...fixture.pages, '/document': fixture.build })) app.on(path, built(build, other));
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
