// What the trunk takes as a language of Say is what Twilio's own library takes, and the short tags of the basic voices.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './lib/trunk.js';

test('SayLanguages_AreThoseOfTheLibrary', () => {
  const library = readFileSync(join(root, 'tests/conformance/node_modules/twilio/lib/twiml/VoiceResponse.d.ts'), 'utf8');
  const known = [...library.match(/type SayLanguage = ([^;]+);/)[1].matchAll(/"([^"]+)"/g)].map(([, tag]) => tag);
  const own = readFileSync(join(root, 'src/Community211.Ivr.Trunk/Verbs/SayLanguages.cs'), 'utf8').match(/"""([^"]+)"""/)[1].trim().split(/\s+/);
  assert.deepEqual(own.filter((tag) => tag.length > 2).sort(), known.sort());
  assert.deepEqual(own.filter((tag) => tag.length === 2), ['en', 'es', 'fr', 'de', 'it']);
});
