// Requests as the trunk signs them when it is told what to send: whatever a URL or a field may hold, Twilio's validator takes it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import twilio from 'twilio';
import { App } from './lib/app.js';
import { tampered } from './lib/tampering.js';
import { Trunk, number, token } from './lib/trunk.js';

const app = await App.start();
const trunk = await Trunk.start({ numbers: [{ number, voiceUrl: app.url('/voice') }] });

async function sent(path, more) {
  const before = app.requests.length;
  await trunk.control('POST', '/sim/send', { url: app.url(path), ...more });
  const arrived = app.requests.slice(before);
  assert.equal(arrived.length, 1, 'one request');
  return arrived[0];
}

const urls = {
  'Plain': '/a',
  'QueryNotInOrder': '/a?z=1&b=2&a=3',
  'QueryWithAnEmptyValue': '/a?x=&y',
  'QueryWithNothing': '/a?',
  'QueryRepeated': '/a?x=2&x=1&x=2',
  'QueryEscaped': '/a?q=%C3%A9t%C3%A9%20%2B%26%3D%25',
  'QueryWithPlus': '/a?q=a+b',
  'QueryNotEscaped': "/a?mail=x@y:z&who=O'Neil&list=a,b;c&path=/x/y&star=*!()~",
  'PathEscaped': '/caf%C3%A9/a%20b/%2F',
  'PathWithSpecialCharacters': "/a;v=1/O'Neil/x@y:z,(1)!",
  'TrailingSlash': '/a/',
  'Fragment': '/a?x=1#rc=2&ct=2000',
  'WithoutPath': '',
  'QueryEscapedInLowerCase': '/a?q=%c3%a9',
};

for (const [name, path] of Object.entries(urls)) {
  for (const method of ['POST', 'GET']) {
    test(`Url_${name}_By${method}_IsSignedAsItGoesOverTheWire`, async () => {
      const request = await sent(path, { method, form: { CallSid: 'CA1', Digits: '', Words: 'été à 5 % + 1' } });
      assert.ok(request.isSigned, request.url);
      assert.ok(!request.url.includes('#'), 'the fragment is not sent');
      assert.deepEqual(tampered(request).filter((way) => way.taken), []);
    });
  }
}

const forms = {
  'None': {},
  'EmptyValues': { FromCity: '', FromZip: '', Digits: '' },
  'Unicode': { Accents: 'Où êtes-vous, à Kapuskasing?', Syllabics: 'ᐃᓄᒃᑎᑐᑦ', Emoji: '🏠📞', Arabic: 'مرحبا', Combining: 'e\u0301' },
  'WhiteSpace': { Spaces: '  a  b  ', Tab: '\t', Lines: 'a\nb\r\nc' },
  'Markup': { All: '<&>"\'+%=#?/\\;:@$,[]{}|^`~' },
  'NamesInCases': { b: '1', B: '2', a: '3', A: '4', _: '5', 'a.b': '6', 'a-b': '7', 'a b': '8', é: '9' },
  'Long': { SpeechResult: 'mot '.repeat(400) },
  'PlusNumbers': { From: '+14165550199', To: '+14165550100' },
};

for (const [name, form] of Object.entries(forms)) {
  for (const method of ['POST', 'GET']) {
    test(`Form_${name}_By${method}_IsSigned`, async () => {
      const request = await sent('/a?query=1', { method, form });
      assert.ok(request.isSigned, request.body);
      for (const [field, value] of Object.entries(form)) assert.equal(request.parameters[field], value);
      assert.deepEqual(tampered(request).filter((way) => way.taken), []);
    });
  }
}

// "Repeated names: Python/Node SDK de-duplicate and sort values": what is sent must be taken all the same.
test('Form_RepeatedNames_IsSignedAsNodeExpects', async () => {
  for (const values of [['a', 'b'], ['b', 'a'], ['b', 'a', 'b'], ['a', 'a'], ['', 'x']]) {
    const request = await sent('/a', { form: { CallSid: 'CA1', Choice: values } });
    assert.deepEqual(request.form.Choice, values);
    assert.ok(request.isSigned, values.join());
  }
});

test('Signature_OfTheTrunk_IsTheOneThatTwiliosLibraryComputes', async () => {
  const request = await sent('/a?b=1', { form: { B: '2', A: '1' } });
  assert.equal(request.signature, twilio.getExpectedTwilioSignature(token, request.url, request.form));
});

// "JSON: URL contains bodySHA256=<hex sha256 of raw body>; msg = URL; check both."
test('JsonBody_IsSignedByItsHashInTheUrl', async () => {
  const request = await sent('/a?b=1', { json: { event: 'été', list: [1, 2] } });
  assert.match(request.headers['content-type'], /^application\/json/);
  assert.deepEqual(JSON.parse(request.body), { event: 'été', list: [1, 2] });
  const takes = (url, body) => twilio.validateRequestWithBody(token, request.signature, url, body);
  assert.ok(takes(request.url, request.body));
  assert.ok(!takes(request.url, request.body.replace('été', 'ete')));
  assert.ok(!takes(request.url.replace('b=1', 'b=2'), request.body));
});
