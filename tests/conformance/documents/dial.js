import { agent } from '../lib/trunk.js';

const answers = { [agent]: { ringFor: 1, key: '1', dropAfter: 3 } };
const pages = { '/dialled': (r) => r.say('Goodbye.'), '/screen': (r) => r.gather({ numDigits: 1, action: '/accepted' }).say('To accept, press 1.'), '/accepted': () => {} };
const completed = { '/dialled': { DialCallStatus: 'completed' } };

export default {
  Dial_Text: { build: (r) => r.dial({ action: '/dialled', method: 'GET', timeout: 20, timeLimit: 600, answerOnBridge: true, ringTone: 'us', callerId: '+14165550100' }, agent), people: answers, pages, asked: completed },
  Dial_NumberScreened: {
    build: (r) => r.dial({ action: '/dialled' }).number({
      url: '/screen', method: 'POST', statusCallback: '/leg', statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'].join(' '), statusCallbackMethod: 'POST',
    }, agent),
    people: answers, pages, asked: { ...completed, '/leg': { CallStatus: 'initiated' } },
  },
  Dial_SeveralAtOnce: { build: (r) => { const dial = r.dial({ action: '/dialled' }); dial.number('+14165550124'); dial.number(agent); }, people: { ...answers, '+14165550124': { answer: 'busy' } }, pages, asked: completed },
  Dial_OneAfterTheOther: {
    build: (r) => { const dial = r.dial({ action: '/dialled', sequential: true }); dial.number('+14165550124'); dial.number(agent); },
    people: { ...answers, '+14165550124': { answer: 'busy' } }, pages, asked: completed,
  },
  Dial_NotAnswered: { build: (r) => { r.dial({ timeout: 5 }, '+14165550125'); r.say('Nobody answered.'); }, people: { '+14165550125': { answer: 'no-answer' } }, heard: ['Nobody answered.'] },
  Dial_Conference: {
    build: (r) => r.dial({ action: '/dialled', timeLimit: 60 }).conference({
      muted: false, beep: 'false', startConferenceOnEnter: true, endConferenceOnExit: true, waitUrl: '/music', waitMethod: 'POST', participantLabel: 'caller', region: 'us1',
      jitterBufferSize: 'small', trim: 'do-not-trim', record: 'do-not-record', statusCallback: '/room', statusCallbackMethod: 'POST',
      statusCallbackEvent: 'start end join leave mute hold modify speaker announcement',
    }, 'documents'),
    pages: { '/music': (r) => { r.say('Music.'); r.play('/audio.wav'); r.pause({ length: 600 }); }, '/dialled': () => {} },
    hangUpAfterHearing: 'Music.', asked: { '/room': { StatusCallbackEvent: 'conference-start' } },
  },
};
