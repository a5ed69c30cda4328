export default {
  Dial_Queue: {
    inLine: 'documents',
    build: (r) => r.dial({ action: '/dialled' }).queue({ url: '/whisper', method: 'POST' }, 'documents'),
    pages: { '/whisper': (r) => r.say('Somebody takes your call.'), '/dialled': () => {} },
    asked: { '/dialled': { DialCallStatus: 'completed' } },
  },
  Dial_QueueThatIsEmpty: {
    build: (r) => {
      r.enqueue({ waitUrl: '/leave' }, 'empty');
      r.dial({ timeout: 5 }).queue('empty');
      r.say('Nobody waits.');
    },
    pages: { '/leave': (r) => r.leave() }, heard: ['Nobody waits.'],
  },
};
