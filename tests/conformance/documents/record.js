const page = { '/recorded': (r) => r.say('Thank you.') };

export default {
  Record_WithEveryAttribute: {
    build: (r) => r.record({
      action: '/recorded', method: 'POST', timeout: 3, finishOnKey: '#', maxLength: 30, playBeep: true, trim: 'trim-silence',
      recordingStatusCallback: '/recording', recordingStatusCallbackMethod: 'POST', recordingStatusCallbackEvent: ['in-progress', 'completed', 'absent'].join(' '),
    }),
    pages: page, script: [{ say: 'Please call me back.' }], heard: ['Thank you.'], asked: { '/recording': { RecordingStatus: 'completed' } },
  },
  Record_EndedByAKey: { build: (r) => r.record({ action: '/recorded', playBeep: false }), pages: page, script: [{ say: 'Hello.' }, { press: '#' }], asked: { '/recorded': { Digits: '#' } } },
};
