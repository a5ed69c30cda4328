const hello = (r) => r.say('Hello.');

export default {
  Empty: { build: () => {}, heard: [] },
  Comments: {
    build(r) {
      r.comment('a comment');
      r.say('Hello.');
      r.commentAfter('the end');
      r.commentBefore('the start');
    },
    heard: ['Hello.'],
  },
  Play_UrlAndLoop: { build: (r) => r.play({ loop: 2 }, '/audio.wav'), played: ['/audio.wav', '/audio.wav'] },
  Play_Digits: { build: (r) => r.play({ digits: 'wW0123456789*#' }) },
  Pause_Plain: { build: (r) => r.pause() },
  Pause_Length: { build: (r) => r.pause({ length: 5 }) },
  Redirect_WithMethod: { build: (r) => r.redirect({ method: 'GET' }, '/next?a=1&b=%26'), pages: { '/next': hello }, heard: ['Hello.'], asked: { '/next': { method: 'GET' } } },
  Redirect_ByDefault: { build: (r) => r.redirect('/next'), pages: { '/next': hello }, heard: ['Hello.'], asked: { '/next': { method: 'POST' } } },
  Hangup: { build: (r) => { r.hangup(); r.say('Never said.'); }, heard: [] },
  Reject_ByDefault: { build: (r) => r.reject(), status: 'no-answer' },
  Reject_Rejected: { build: (r) => r.reject({ reason: 'rejected' }), status: 'no-answer' },
  Reject_Busy: { build: (r) => r.reject({ reason: 'busy' }), status: 'busy' },
};
