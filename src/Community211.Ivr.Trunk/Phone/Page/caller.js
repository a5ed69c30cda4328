import { byId, el } from './dom.js';
import { Line } from './line.js';
import { Pad } from './pad.js';
import { keyTone } from './tones.js';
import { place } from './wire.js';

const OWN = 'own';
const CALLERS = [
  ['+14165550123', 'Toronto'], ['+19055550123', 'Peel and Halton'], ['+16135550123', 'Ottawa and the east'],
  ['+15195550123', 'London and the south-west'], ['+17055550123', 'Central east and near north'], ['+18075550123', 'Thunder Bay and the north'],
  ['+15145550123', 'Montréal, another province'], ['+12125550123', 'New York, another country'],
  ['anonymous', 'Number withheld'],
];

/** 14165550100 and 4165550100, as they are typed on a pad, are +14165550100. */
export function international(typed) {
  const number = typed.replace(/[\s().-]/g, '');
  if (/^1\d{10}$/.test(number)) return `+${number}`;
  return /^\d{10}$/.test(number) ? `+1${number}` : number;
}

/** The caller's side: whom to call as whom, and the call. */
export class Caller {
  #untouched = true;

  constructor(panel, calls, voice, shown) {
    this.calls = calls;
    this.voice = voice;
    this.pad = new Pad(key => this.#dial(key));
    panel.querySelector('.pad-place').replaceWith(this.pad.element);
    this.line = new Line(panel, calls, voice, { shown, ended: () => this.#over() });
    byId('from').append(
      ...CALLERS.map(([number, place]) => el('option', { value: number }, number.startsWith('+') ? `${place} ${number}` : place)),
      el('option', { value: OWN }, 'Another number …'));
    byId('from').addEventListener('change', () => {
      byId('own-field').hidden = byId('from').value !== OWN;
    });
    byId('to').addEventListener('input', () => {
      this.#untouched = false;
    });
    byId('erase').addEventListener('click', () => this.#erase());
    byId('dial').addEventListener('submit', event => {
      event.preventDefault();
      this.#place();
    });
  }

  /** The account's numbers, beside 2-1-1. */
  offer(numbers) {
    byId('numbers').replaceChildren(
      el('option', { value: '211' }, 'by the caller\'s place'),
      ...numbers.map(({ number, region }) => el('option', { value: number }, region ?? '')));
  }

  /** A key of the keyboard, while this side is shown. */
  key(key) {
    const pad = this.line.live ? this.line.pad : this.pad;
    if (Pad.has(key)) pad.hit(key);
    else if (key === 'Escape' && this.line.live) this.line.hangUp();
    else if (key === 'Enter' && !this.line.live) this.#place();
    else if (key === 'Backspace' && !this.line.live) this.#erase();
    else return false;
    return true;
  }

  #dial(key) {
    if (this.voice.on) keyTone(key);
    const to = byId('to');
    to.value = (this.#untouched ? '' : to.value) + key;
    this.#untouched = false;
  }

  #erase() {
    this.#untouched = false;
    byId('to').value = byId('to').value.slice(0, -1);
  }

  async #place() {
    if (this.busy) return;
    this.busy = true;
    byId('problem').textContent = '';
    const from = byId('from').value === OWN ? international(byId('own').value) : byId('from').value;
    let [begun, ended] = [false, false];
    try {
      const stream = await place({ from, to: international(byId('to').value), fast: byId('fast').checked, phone: true });
      for await (const told of stream) {
        if (told.kind === 'dialled') {
          begun = true;
          this.#begin(told.callSid);
        }
        ended ||= told.kind === 'ended';
      }
    } catch (failure) {
      byId('problem').textContent = failure.message;
    } finally {
      if (!begun) this.busy = false;
      if (this.line.live && !ended) this.calls.lose(this.line.call);
    }
  }

  // What the carrier still reports of a call that ended must not keep anybody from placing the next one.
  #begin(sid) {
    this.busy = false;
    byId('dial').hidden = true;
    this.line.attach(this.calls.get(sid), true);
  }

  #over() {
    byId('dial').hidden = false;
    this.#untouched = true;
    byId('dial').querySelector('.go').focus({ preventScroll: true });
  }
}
