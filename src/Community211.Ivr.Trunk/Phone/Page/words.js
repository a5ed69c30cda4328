// What happened, in the words of a tester.

const HELP = {
  11100: 'The service was asked at an address that is none.',
  11200: 'The service could not be reached.',
  11205: 'The service does not answer: is it running, at the address below?',
  11206: 'The service broke off its answer.',
  11210: 'The name of the service\'s host is not known.',
  11215: 'The service redirects in a circle.',
  11217: 'The service refused or failed.',
  11750: 'The service\'s answer is too long.',
  11770: 'The service\'s answer is empty.',
  12100: 'The service\'s answer is no TwiML: it can not be read as XML.',
  12102: 'The service\'s answer is XML, but no TwiML.',
  12200: 'Something in the TwiML is unknown and was left out.',
  12300: 'The service\'s answer is no TwiML by its Content-Type.',
};

const seconds = number => `${Math.round(number * 10) / 10} s`;

/** Speech without the marks of SSML, which are for voices. */
export const plain = text => text.replace(/<\/?(?:p|s|break)\b[^>]*>/g, ' ').replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').replace(/ ([.,])/g, '$1').trim();

const fileOf = url => url.startsWith('digits:') ? url.slice(7) : url.split(/[?#]/)[0].split('/').pop() || url;

const listensFor = told => {
  const kinds = told.input.split(' ').map(kind => ({ dtmf: 'keys', speech: 'speech' })[kind] ?? kind).join(' and ');
  const many = told.numDigits ? ` (${told.numDigits} ${told.numDigits === 1 ? 'key' : 'keys'})` : '';
  return `Listens for ${kinds}${many}, ${seconds(told.timeout)}`;
};

const KINDS = {
  dialled: told => ({ who: 'note', text: `${told.from} calls ${told.to}${told.number === told.to ? '' : `, which leads to ${told.number}`}` }),
  answered: () => ({ who: 'note', text: 'Answered' }),
  hears: told => told.from ? { who: 'other', name: told.from, text: told.text } : { who: 'service', name: told.language, lang: told.language, text: plain(told.text) },
  plays: told => ({ who: 'service', name: told.url.startsWith('digits:') ? 'tones' : 'recording', text: `♪ ${fileOf(told.url)} (${seconds(told.seconds)})` }),
  silence: told => ({ who: 'note', text: `Silence, ${seconds(told.seconds)}` }),
  gather: told => ({ who: 'note', text: listensFor(told) }),
  presses: told => ({ who: 'me', name: 'pressed', text: told.digits, keys: true }),
  says: told => ({ who: 'me', name: 'said', text: told.text }),
  queued: told => ({ who: 'note', text: `In line “${told.queue}”, place ${told.position}` }),
  dequeued: told => ({ who: 'note', text: `Out of the line “${told.queue}” (${told.result})` }),
  joined: told => ({ who: 'note', text: `In the room “${told.room}”` }),
  left: told => ({ who: 'note', text: `Out of the room “${told.room}”` }),
  talking: told => ({ who: 'note', text: `Talking with ${told.with}` }),
  warning: told => ({ who: 'warning', text: `${HELP[told.code] ?? 'The carrier warns.'} ${told.message} (${told.code})` }),
  ended: told => ({ who: 'end', text: `Ended by the ${told.by}${told.duration ? ` after ${seconds(told.duration)}` : ''}${told.status === 'completed' ? '' : `: ${told.status === 'lost' ? 'the connection to the trunk was lost' : told.status}`}` }),
  webhook: () => null,
  verb: () => null,
};

/** { who: note | service | other | me | warning | end, text, name, lang }, or null for what is shown elsewhere. */
export function inWords(told) {
  const known = KINDS[told.kind];
  if (known) return known(told);
  const { kind, at, t, n, callSid, ...rest } = told;
  return { who: 'note', text: `${kind} ${JSON.stringify(rest)}` };
}
