// What the other tests lean on is there, and says what it said when they were written.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import twilio from 'twilio';

const openApi = createRequire(import.meta.url)('@twilio/cli-core/src/services/twilio-api/twilio_api_v2010.json');

test('Validator_TheExampleOfTwiliosPage_GivesItsSignature', () => {
  const form = { CallSid: 'CA1234567890ABCDE', Caller: '+14158675310', Digits: '1234', From: '+14158675310', To: '+18005551212' };
  assert.equal(twilio.getExpectedTwilioSignature('12345', 'https://example.com/myapp.php?foo=1&bar=2', form), 'L/OH5YylLD5NRKLltdqwSvS0BnU=');
});

test('OpenApiFile_IsThere_WithTheVoiceResources', () => {
  for (const path of ['Calls.json', 'Queues/{QueueSid}/Members/{CallSid}.json', 'Conferences/{ConferenceSid}/Participants/{CallSid}.json'])
    assert.ok(openApi.paths[`/2010-04-01/Accounts/{AccountSid}/${path}`], path);
});
