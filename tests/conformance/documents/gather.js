const thanks = { '/got': (r) => r.say('Thank you.') };
const heard = ['Thank you.'];

export default {
  Gather_Keys: {
    build(r) {
      const gather = r.gather({ input: 'dtmf', action: '/got', method: 'POST', timeout: 3, numDigits: 4, finishOnKey: '*', actionOnEmptyResult: false, bargeIn: true, debug: false });
      gather.pause({ length: 1 });
      gather.play({ loop: 1 }, '/audio.wav');
    },
    pages: thanks, script: [{ press: '123' }, { press: '*' }], heard, asked: { '/got': { Digits: '123' } },
  },
  Gather_OneKeyOfAnyKind: { build: (r) => r.gather({ action: '/got', numDigits: 1, finishOnKey: '' }), pages: thanks, script: [{ press: '#' }], heard, asked: { '/got': { Digits: '#' } } },
  Gather_Speech: {
    build: (r) => r.gather({
      input: 'speech', action: '/got', method: 'GET', timeout: 3, speechTimeout: '2', language: 'fr-CA', hints: 'logement,nourriture,à Sudbury', profanityFilter: false,
      speechModel: 'phone_call', enhanced: true, maxSpeechTime: 30,
    }).say({ language: 'fr-CA' }, 'Dites pourquoi vous appelez.'),
    pages: thanks, script: [{ say: 'Un logement à Sudbury' }], asked: { '/got': { method: 'GET', SpeechResult: 'Un logement à Sudbury' } },
  },
  Gather_KeysOrSpeech: {
    build: (r) => r.gather({ input: 'dtmf speech', action: '/got', timeout: 3, numDigits: 1, speechTimeout: 'auto', language: 'en-CA' }),
    pages: thanks, script: [{ press: '7' }], heard, asked: { '/got': { Digits: '7' } },
  },
  Gather_NothingEntered: { build: (r) => { r.gather({ timeout: 1, action: '/got' }); r.say('Nothing.'); }, pages: thanks, heard: ['Nothing.'] },
  Gather_NothingEnteredButAsked: { build: (r) => r.gather({ timeout: 1, action: '/got', actionOnEmptyResult: true }), pages: thanks, heard, asked: { '/got': { Digits: '' } } },
};
