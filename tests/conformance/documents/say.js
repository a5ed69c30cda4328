const voice = 'Polly.Joanna-Neural';

export default {
  Say_Plain: { build: (r) => r.say('Hello & good day: "2-1-1" <is> here.'), heard: ['Hello & good day: "2-1-1" <is> here.'] },
  Say_VoiceLanguageLoop: {
    build(r) {
      r.say({ voice: 'Polly.Gabrielle-Neural', language: 'fr-CA', loop: 2 }, 'Où êtes-vous?');
      r.say({ voice: 'Google.fr-CA-Chirp3-HD-Kore', language: 'fr-CA' }, 'Un instant.');
    },
    heard: ['Où êtes-vous?', 'Où êtes-vous?', 'Un instant.'],
  },
  Say_Ssml: {
    build(r) {
      const say = r.say({ voice });
      say.break({ strength: 'x-weak', time: '100ms' });
      say.emphasis({ level: 'strong' }, 'Now');
      say.lang({ 'xml:lang': 'fr-CA' }, 'un instant');
      say.p('A paragraph.');
      say.phoneme({ alphabet: 'ipa', ph: 'pɪˈkɑːn' }, 'pecan');
      say.prosody({ pitch: '+10%', rate: '85%', volume: 'loud' }, 'Slowly.');
      say.s('A sentence.');
      say.sub({ alias: 'two one one' }, '211');
      say.w({ role: 'amazon:VB' }, 'read');
    },
  },
  Say_SsmlInSsml: {
    build(r) {
      const inside = r.say({ voice }).prosody({ rate: 'slow' });
      inside.p('Listen.').emphasis({ level: 'moderate' }, 'Please.');
      inside.sayAs({ 'interpret-as': 'telephone' }, '+14165550100');
    },
  },
  ...Object.fromEntries([
    'characters', 'spell-out', 'cardinal', 'number', 'ordinal', 'digits', 'fraction', 'unit', 'date', 'time', 'address', 'expletive', 'telephone',
  ].map((kind) => [`Say_As_${kind}`, { build: (r) => r.say({ voice }).sayAs({ 'interpret-as': kind, ...(kind === 'date' && { format: 'mdy' }) }, '1') }])),
};
