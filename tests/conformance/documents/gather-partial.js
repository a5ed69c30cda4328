export default {
  Gather_PartialResults: {
    build: (r) => r.gather({ input: 'speech', action: '/got', partialResultCallback: '/partial', partialResultCallbackMethod: 'POST', speechTimeout: 'auto' }).say('Why do you call?'),
    pages: { '/got': (r) => r.say('Thank you.'), '/partial': () => {} },
    script: [{ say: 'I need food for my children tonight' }],
    asked: { '/got': { SpeechResult: 'I need food for my children tonight' }, '/partial': { method: 'POST' } },
  },
};
