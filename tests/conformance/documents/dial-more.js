import { agent } from '../lib/trunk.js';

const people = { [agent]: { ringFor: 1, key: '1', dropAfter: 3 } };
const pages = { '/dialled': (r) => r.say('Goodbye.') };
const recording = { recordingStatusCallback: '/recording', recordingStatusCallbackMethod: 'POST', recordingStatusCallbackEvent: 'in-progress completed absent' };

export default {
  Dial_Recorded: {
    build: (r) => r.dial({ action: '/dialled', record: 'record-from-answer-dual', recordingTrack: 'both', trim: 'trim-silence', ...recording }).number(agent),
    people, pages, asked: { '/dialled': { DialCallStatus: 'completed' }, '/recording': { RecordingStatus: 'completed' } },
  },
  Dial_NumberBehindAMenu: { build: (r) => r.dial({ action: '/dialled' }).number({ sendDigits: 'ww12#' }, agent), people, pages, asked: { '/dialled': { DialCallStatus: 'completed' } } },
  Dial_StarEndsIt: { build: (r) => r.dial({ action: '/dialled', hangupOnStar: true }).number(agent), people, pages, asked: { '/dialled': { DialCallStatus: 'completed' } } },
};
