// Nothing of Twilio's TwiML library is forgotten: each of its verbs and attributes stands in a fixture, or in the list of what is not simulated.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fixtures } from './documents/all.js';
import { VoiceResponse } from './lib/app.js';
import { attributesOf } from './lib/xml.js';

const types = readFileSync(createRequire(import.meta.url).resolve('twilio/lib/twiml/VoiceResponse.js').replace(/\.js$/, '.d.ts'), 'utf8');

/** Simulated verbs and nouns, and which of their attributes are not. */
const notSimulated = {
  Say: [], Play: [], Pause: [], Redirect: [], Reject: [], Gather: [],
  Enqueue: ['workflowSid'],
  Dial: ['events', 'passports', 'recordingConfigurationId', 'referMethod', 'referUrl'],
  Number: [
    'amdStatusCallback', 'amdStatusCallbackMethod', 'byoc', 'machineDetection', 'machineDetectionSilenceTimeout', 'machineDetectionSpeechEndThreshold',
    'machineDetectionSpeechThreshold', 'machineDetectionTimeout',
  ],
  Conference: ['eventCallbackUrl', 'recordingConfigurationId', 'recordingStatusCallback', 'recordingStatusCallbackEvent', 'recordingStatusCallbackMethod'],
  Queue: ['postWorkActivitySid', 'reservationSid'],
  Record: ['recordingConfigurationId', 'transcribe', 'transcribeCallback'],
};

function attributesIn(element) {
  const [, body] = types.match(new RegExp(`interface ${element}Attributes \\{([^]*?)\\n    \\}`));
  return [...body.matchAll(/^\s+"?([\w:-]+)"?\?:/gm)].map((match) => match[1]);
}

const written = new Set(Object.values(fixtures).flatMap(({ build, pages = {} }) => [build, ...Object.values(pages)]).flatMap((write) => {
  const response = new VoiceResponse();
  write(response, 'CA1');
  return attributesOf(response.toString());
}));

for (const [element, not] of Object.entries(notSimulated)) {
  test(`Attributes_Of${element}_StandInFixturesOrAreNotSimulated`, () => {
    const forgotten = attributesIn(element).filter((attribute) => !written.has(`${element} ${attribute}`));
    assert.deepEqual(forgotten.sort(), [...not].sort());
  });
}
