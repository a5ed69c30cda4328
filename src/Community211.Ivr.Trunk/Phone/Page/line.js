import { parts } from './dom.js';
import { follow } from './follow.js';
import { Pad } from './pad.js';
import { keyTone } from './tones.js';
import { Transcript } from './transcript.js';
import { webhook } from './webhooks.js';
import { act } from './wire.js';
import { plain } from './words.js';

const TICK = 500;
const clock = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** One leg on the page: what is said, what goes over the wire, and the keys to steer it unless it is only watched. */
export class Line {
  #part;
  #transcript;
  #voice;
  #shown = () => true;

  /** @param panel where its three cards go. @param shown whether it may be heard now. @param ended is called with the call. */
  constructor(panel, calls, voice, { shown, ended, steered = true }) {
    const { all, named } = parts('line');
    this.#part = named;
    this.#voice = voice;
    this.#shown = shown;
    this.ended = ended;
    this.panel = panel;
    this.#transcript = new Transcript(named.transcript);
    this.pad = new Pad(key => this.#do({ press: key }, () => this.#voice.on && keyTone(key)));
    named.handset.querySelector('.pad-place').replaceWith(this.pad.element);
    named.stop.addEventListener('click', () => this.hangUp());
    named.speak.addEventListener('submit', event => this.#speak(event));
    follow(named.webhooks);
    panel.append(...all);
    named.handset.hidden = true;
    named.speak.hidden = true;
    this.steered = steered;
    calls.addEventListener('told', ({ detail: { call, told } }) => call === this.call && this.#take(told, true));
    setInterval(() => this.#state(), TICK);
  }

  get live() {
    return Boolean(this.call) && !this.call.over;
  }

  /** @param fresh whether it began just now: what was told meanwhile is heard too. */
  attach(call, fresh = false) {
    this.call = call;
    this.#transcript.clear();
    this.#part.webhooks.replaceChildren();
    this.#part['no-webhooks'].hidden = false;
    this.#part.problem.textContent = '';
    for (const told of [...call.events]) this.#take(told, fresh);
    this.#state();
    if (this.steered && this.live) this.#part.handset.focus({ preventScroll: true });
  }

  problem(sentence) {
    this.#part.problem.textContent = sentence;
  }

  hangUp() {
    return this.#do({ hangUp: true });
  }

  async #speak(event) {
    event.preventDefault();
    const words = this.#part.words.value.trim();
    if (!words) return;
    this.#part.words.value = '';
    await this.#do({ say: words });
  }

  async #do(what, done) {
    if (!this.live) return;
    try {
      done?.();
      await act(this.call.sid, what);
      this.problem('');
    } catch (failure) {
      this.problem(failure.message);
    }
  }

  #take(told, now) {
    this.#transcript.add(told);
    if (told.kind === 'webhook') {
      this.#part.webhooks.append(webhook(told));
      this.#part['no-webhooks'].hidden = true;
    }
    if (!now) return;
    this.#sound(told);
    this.#state();
    if (told.kind === 'ended') this.ended?.(this.call);
  }

  #sound(told) {
    if (!this.#shown()) return;
    if (told.kind === 'hears') this.#voice.say(plain(told.text), told.language);
    else if (told.kind === 'plays') this.#voice.play(told.url);
    else if (['presses', 'says', 'ended'].includes(told.kind)) this.#voice.stop();
  }

  #state() {
    const { handset, speak, who, state, timer } = this.#part;
    const steers = this.steered && this.live;
    this.panel.classList.toggle('in-call', steers);
    this.panel.classList.toggle('had-call', Boolean(this.call) && !steers);
    handset.hidden = !steers;
    speak.hidden = !steers;
    if (!this.call) return;
    who.textContent = this.call.from ? `${this.call.from} → ${this.call.to}` : '';
    state.textContent = this.call.state;
    timer.textContent = this.call.answered ? clock(this.call.seconds) : '';
  }
}
