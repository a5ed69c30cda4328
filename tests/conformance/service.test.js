// The service listens to what Twilio's own library signed, and to nothing that was changed afterwards.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import twilio from 'twilio';
import { startService } from './lib/service.js';
import { account, number, token } from './lib/trunk.js';

test('Service_SignedByTwiliosLibrary_AnswersAndChangedRefuses', async () => {
  const address = await startService();
  const path = '/voice/inbound';
  const form = {
    AccountSid: account, ApiVersion: '2010-04-01', CallSid: `CA${'0123456789abcdef'.repeat(2)}`, CallStatus: 'ringing', Direction: 'inbound',
    From: '+14165550199', To: number, FromCity: '', FromState: 'ON', CallerName: 'Zoé & “Chloé” + 1', CalledZip: '',
  };
  const signature = twilio.getExpectedTwilioSignature(token, address + path, form);
  const post = (fields, header, at = path) => fetch(address + at, { method: 'POST', body: new URLSearchParams(fields), headers: { 'X-Twilio-Signature': header } });
  const answered = await post(form, signature);
  assert.equal(answered.status, 200);
  assert.match(await answered.text(), /<Gather/);
  const changed = [
    post({ ...form, From: '+14165550198' }, signature),
    post({ ...form, FromCity: 'TORONTO' }, signature),
    post({ ...form, More: '1' }, signature),
    post(form, signature, `${path}?more=1`),
    post(form, twilio.getExpectedTwilioSignature(`${token}0`, address + path, form)),
    post(form, ''),
  ];
  for (const answer of await Promise.all(changed)) assert.equal(answer.status, 403);
});
