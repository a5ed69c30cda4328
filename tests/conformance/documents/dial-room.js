const room = 'met';

export default {
  Dial_RoomWithSomebodyInIt: {
    inRoom: room,
    build: (r, other) => r.dial({ timeLimit: 20 }).conference({ coach: other, maxParticipants: 5, beep: 'onEnter', muted: true, startConferenceOnEnter: false }, room),
    asked: {},
  },
};
