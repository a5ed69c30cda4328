import { byId, el } from './dom.js';
import { international } from './caller.js';
import { Line } from './line.js';
import { ring } from './tones.js';
import { act, get, put, remove } from './wire.js';
import { Pad } from './pad.js';

const BETWEEN_RINGS = 3000;
const person = number => `/sim/people/${encodeURIComponent(number)}`;

/** The agent's side: which numbers ring here, what rings, and the call that was answered. */
export class Agent {
  #before = new Map(JSON.parse(sessionStorage.getItem('answers') ?? '[]'));
  #own = new Set();
  #known = new Set();
  #ringing = new Map();
  #drawn = ' false';

  constructor(panel, calls, voice, shown, show, answer) {
    [this.calls, this.voice, this.show, this.answer] = [calls, voice, show, answer];
    this.line = new Line(panel, calls, voice, { shown, ended: () => this.#over() });
    calls.addEventListener('told', ({ detail }) => this.#told(detail.call, detail.told));
    byId('another').addEventListener('submit', event => {
      event.preventDefault();
      this.#another();
    });
    setInterval(() => this.#ringing.size && voice.on && ring(), BETWEEN_RINGS);
    for (const number of this.#before.keys()) this.#take(number);
  }

  /** The account's own numbers, those that the service dialled lately, and those that are answered in some browser. */
  offer({ numbers, dialled, phones }) {
    this.#own = new Set(numbers.map(({ number }) => number));
    for (const number of [...dialled, ...phones]) this.#known.add(number);
    this.#draw();
  }

  key(key) {
    if (Pad.has(key) && this.line.live) this.line.pad.hit(key);
    else if (key === 'Escape' && this.line.live) this.line.hangUp();
    else return false;
    return true;
  }

  #another() {
    const number = international(byId('another-number').value);
    if (!/^\+\d{8,15}$/.test(number)) {
      this.#problem('A number in full is needed, such as +14165550199.');
      return;
    }
    byId('another-number').value = '';
    this.#take(number);
  }

  async #take(number) {
    this.#known.add(number);
    try {
      if (!this.#before.has(number)) this.#before.set(number, (await get('/sim/people'))[number] ?? null);
      await put(person(number), { answer: 'phone' });
      this.#problem('');
    } catch (failure) {
      this.#before.delete(number);
      this.#problem(failure.message);
    }
    this.#changed();
  }

  /** The number behaves again as it did before it was taken. */
  async #giveBack(number) {
    const before = this.#before.get(number);
    this.#before.delete(number);
    this.#changed();
    await (before && before.answer !== 'phone' ? put(person(number), before) : remove(person(number))).catch(failure => this.#problem(failure.message));
  }

  #changed() {
    sessionStorage.setItem('answers', JSON.stringify([...this.#before]));
    this.answer(this.#before.keys());
    this.#draw();
  }

  #draw() {
    const focused = document.activeElement?.dataset?.number;
    byId('agents').replaceChildren(...[...this.#known].sort().map(number => {
      const here = this.#before.has(number);
      const box = el('input', {
        type: 'checkbox', role: 'switch', 'data-number': number, onchange: () => here ? this.#giveBack(number) : this.#take(number),
      });
      box.checked = here;
      return el('li', {}, el('label', {}, box, el('span', {}, number), el('span', { class: 'hint' }, here ? 'rings here' : 'simulated')));
    }));
    if (!this.#known.size) byId('agents').append(el('li', { class: 'hint' }, 'The service has dialled nobody yet.'));
    if (focused) byId('agents').querySelector(`[data-number="${focused}"]`)?.focus();
  }

  #told(call, told) {
    if (told.kind === 'dialled') this.#dialled(call);
    else if (told.kind === 'answered') this.#answered(call);
    else if (told.kind !== 'ended') return;
    if (told.kind !== 'dialled') this.#ringing.delete(call.sid);
    this.#drawRinging();
  }

  #dialled(call) {
    if (call.number !== call.to || this.#own.has(call.to)) return;
    if (this.#before.has(call.to)) this.#ringing.set(call.sid, call);
    if (this.#known.has(call.to)) return;
    this.#known.add(call.to);
    this.#draw();
  }

  // The call that this page was in before it was loaded again.
  #answered(call) {
    if (call.sid === sessionStorage.getItem('answered') && !this.line.live) this.#attach(call, false);
  }

  #drawRinging() {
    const busy = this.line.live;
    const drawn = `${[...this.#ringing.keys()]} ${busy}`;
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    byId('tab-answer').classList.toggle('rings', this.#ringing.size > 0);
    byId('ringing').replaceChildren(...[...this.#ringing.values()].map(call => el(
      'div', { class: 'ring' },
      el('p', {}, el('strong', {}, call.from), ' calls ', el('strong', {}, call.to)),
      el('button', { class: 'go', type: 'button', disabled: busy, onclick: () => this.#pickUp(call) }, 'Answer'),
      el('button', { class: 'stop', type: 'button', onclick: () => this.#do(call, { reject: true }) }, 'Reject'),
      busy ? el('p', { class: 'hint' }, 'Hang up the call that you are in first.') : null)));
    // A phone that rings is what one turns to, but not in the middle of a word.
    if (!busy && !document.activeElement.matches('input, select')) byId('ringing').querySelector('button')?.focus();
  }

  async #pickUp(call) {
    if (!await this.#do(call, { answer: true })) return;
    sessionStorage.setItem('answered', call.sid);
    this.#attach(call, true);
    this.#drawRinging();
  }

  #attach(call, fresh) {
    byId('desk').hidden = true;
    this.show();
    this.line.attach(call, fresh);
  }

  async #do(call, what) {
    try {
      await act(call.sid, what);
      return true;
    } catch (failure) {
      this.#problem(failure.message);
      this.show();
      return false;
    }
  }

  #over() {
    byId('desk').hidden = false;
    this.#drawRinging();
  }

  #problem(sentence) {
    byId('desk-problem').textContent = sentence;
  }
}
