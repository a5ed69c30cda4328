const after = (r) => r.say('After the line.');
const heard = ['After the line.'];

export default {
  Enqueue_WaitPageWithEveryAllowedVerb: {
    build: (r) => r.enqueue({ action: '/after', method: 'POST', waitUrl: '/wait', waitUrlMethod: 'POST', maxQueueSize: 20 }, 'documents'),
    pages: {
      '/after': after,
      '/wait': (r) => {
        r.say('You are in line.');
        r.play('/audio.wav');
        r.pause({ length: 1 });
        r.gather({ numDigits: 1, timeout: 1, action: '/pressed' }).say('To leave, press 1.');
        r.redirect('/more');
      },
      '/more': (r) => r.leave(),
    },
    asked: { '/after': { QueueResult: 'leave' } }, heard: ['You are in line.', 'To leave, press 1.', 'After the line.'],
  },
  Enqueue_KeyWhileWaiting: {
    build: (r) => r.enqueue({ action: '/after', method: 'GET', waitUrl: '/wait', waitUrlMethod: 'GET' }, 'documents'),
    pages: { '/after': after, '/wait': (r) => r.gather({ numDigits: 1, action: '/pressed' }), '/pressed': (r) => r.leave() },
    script: [{ press: '1' }], asked: { '/after': { method: 'GET', QueueResult: 'leave' } }, heard,
  },
  Enqueue_HungUpByItsWaitPage: { build: (r) => r.enqueue({ waitUrl: '/wait' }, 'documents'), pages: { '/wait': (r) => r.hangup() }, heard: [] },
  Enqueue_WithoutAction: { build: (r) => { r.enqueue({ waitUrl: '/wait' }, 'documents'); r.say('After the line.'); }, pages: { '/wait': (r) => r.leave() }, heard },
};
