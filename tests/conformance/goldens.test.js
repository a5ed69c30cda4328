// The documents that the service's TwiML writer is held to, built again by Twilio's VoiceResponse: the same XML.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VoiceResponse } from './lib/app.js';
import { goldens } from './lib/goldens.js';
import { canonical } from './lib/xml.js';

const url = (path) => `https://ivr.example.org/voice/${path}`;
const english = { language: 'en-CA', voice: 'Polly.Joanna-Neural' };
const french = { language: 'fr-CA', voice: 'Polly.Gabrielle-Neural' };
const second = (r) => r.pause({ length: 1 });
const gathering = { input: 'dtmf', action: url('step?answer=3'), method: 'POST', timeout: 4, numDigits: 1, finishOnKey: '' };
const room = { beep: 'false', startConferenceOnEnter: true, waitUrl: '' };

const built = {
  'DialLineVerb Line_RungWithinTheLimits_ComesBackToUs': (r) => r.dial({ timeout: '{timeout}', action: url('resume?at=line'), method: 'POST' }).number('+14165550199'),
  'DialLineVerb Line_WithoutAfter_GoesOnWithTheNextDirective': (r) => { r.dial({ timeout: 25 }).number('+14165550199'); r.hangup(); },
  'EnterLineVerb Line_WithPagesAndResult_IsEntered': (r) => r.enqueue({ waitUrl: url('wait?page=4'), waitUrlMethod: 'POST', action: url('queue-result?answer=4'), method: 'POST' }, 'toronto'),
  'GoToVerb Target_WithItsTurn_IsAskedWithPost': (r) => r.redirect({ method: 'POST' }, url('agent?at=key&call=CA1&offer=o1')),
  'HangUpVerb Leg_Ended_IsHangup': (r) => r.hangup(),
  'JoinRoomVerb Room_WithEvents_TellsThemToUs': (r) => r.dial({ action: url('resume?epoch=2'), method: 'POST' }).conference(
    { ...room, endConferenceOnExit: true, statusCallback: url('conference?call=CA1&epoch=2'), statusCallbackMethod: 'POST', statusCallbackEvent: 'start end join leave' }, 'v-x-2'),
  'JoinRoomVerb Room_OfAFurtherLeg_NamesNoEvents': (r) => r.dial({ action: url('resume?epoch=2'), method: 'POST' }).conference({ ...room, endConferenceOnExit: false }, 'v-x-2'),
  'LeaveLineVerb Line_Left_IsLeave': (r) => r.leave(),
  'ListenVerb OneKey_WithoutSpeech_TakesThePoundKeyToo': (r) => {
    const gather = r.gather(gathering);
    gather.say(english, 'In a crisis, press 9.');
    gather.say(french, 'Pour le français, faites le 2.');
  },
  'ListenVerb SeveralKeys_WithSpeech_EndWithPoundOrSilence': (r) => r.gather({
    input: 'dtmf speech', action: url('wait?answer=3'), method: 'POST', timeout: 8, numDigits: 6, finishOnKey: '#', language: 'fr-CA', hints: 'code postal,K un A', speechTimeout: 'auto', profanityFilter: false,
  }).say(french, 'Votre code postal?'),
  'ListenVerb Speech_OfAnUnknownLanguage_IsLeftToTheKeys': (r) => r.gather(gathering),
  'ListenVerb Parts_NoneOfWhichCanBeSaid_AreASecondOfSilence': (r) => r.gather({ ...gathering, timeout: 1 }).pause({ length: 1 }),
  'NothingVerb Notification_Answered_IsEmpty': () => {},
  'SilenceVerb Seconds_AtLeastOne_ArePaused': (r) => r.pause({ length: '{length}' }),
  'SpeakVerb Parts_OfTwoLanguages_AreSaidInTheirOwnVoices': (r) => { r.say(english, 'You are in line.'); r.say(french, 'Vous êtes en attente.'); },
  'SpeakVerb Part_WithoutAVoice_IsNeverSpokenInAnother': (r) => r.say(english, 'Stay.'),
  'SpeakVerb Parts_NoneOfWhichCanBeSaid_AreASecondOfSilence': second,
  'SpeakVerb Text_WithMarkup_IsText': (r) => r.say(english, 'Press <1> & "wait"'),
  'TwimlWriter Directives_Several_KeepTheirOrder': (r) => { r.say(english, 'One moment.'); r.pause({ length: 2 }); r.leave(); r.hangup(); },
  'TwimlWriter Text_WithIllegalCharacters_IsWrittenWithoutThem': (r) => r.say(english, 'a📞b'),
};

test('Goldens_OfTheService_AreAllBuiltHere', () => assert.deepEqual(Object.keys(goldens()).sort(), Object.keys(built).sort()));

for (const [name, documents] of Object.entries(goldens())) {
  test(`Golden_${name.replace(' ', '_')}_IsWhatVoiceResponseBuilds`, () => {
    const response = new VoiceResponse();
    built[name](response);
    for (const document of documents) assert.equal(canonical(document), canonical(response.toString()));
  });
}

test('Canonical_DocumentsThatDiffer_AreNotEqual', () => {
  const differ = [['<Say a="1"/>', '<Say a="2"/>'], ['<Say>a</Say>', '<Say>b</Say>'], ['<Say/><Play/>', '<Play/><Say/>'], ['<Say a="1"/>', '<Say b="1"/>'], ['<Say><Pause/></Say>', '<Say/><Pause/>']];
  for (const [one, other] of differ) assert.notEqual(canonical(one), canonical(other));
  assert.equal(canonical('<Say b="2" a="1"/>'), canonical('<Say a="1"\n b="2"></Say>'));
});
