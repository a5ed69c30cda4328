// The two tones of a key, and a ring.

const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477];
const KEYS = ['123', '456', '789', '*0#'];
let context;

function sound(frequencies, seconds) {
  context ??= new AudioContext();
  if (context.state !== 'running') context.resume().catch(() => {});
  const volume = new GainNode(context, { gain: 0.04 });
  volume.connect(context.destination);
  for (const frequency of frequencies) {
    const tone = new OscillatorNode(context, { frequency });
    tone.connect(volume);
    tone.start();
    tone.stop(context.currentTime + seconds);
  }
}

export function keyTone(key) {
  const row = KEYS.findIndex(keys => keys.includes(key));
  if (row >= 0) sound([ROWS[row], COLUMNS[KEYS[row].indexOf(key)]], 0.12);
}

export const ring = () => sound([440, 480], 1);
