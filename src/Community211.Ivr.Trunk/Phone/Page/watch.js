import { byId, el } from './dom.js';
import { Line } from './line.js';

/** Every call on the trunk, the newest first, and the story of the one that was chosen. */
export class Watch {
  #due = false;

  constructor(panel, calls, voice) {
    this.calls = calls;
    this.line = new Line(panel, calls, voice, { shown: () => false, steered: false });
    calls.addEventListener('told', () => this.#drawSoon());
    this.#draw();
  }

  key() {
    return false;
  }

  // A busy trunk tells more than anybody can read: at most one drawing a frame.
  #drawSoon() {
    if (this.#due) return;
    this.#due = true;
    requestAnimationFrame(() => {
      this.#due = false;
      this.#draw();
    });
  }

  #draw() {
    const focused = document.activeElement?.dataset?.sid;
    const known = this.calls.all.filter(call => call.from).reverse();
    byId('calls').replaceChildren(...known.map(call => el(
      'li', {},
      el(
        'button', {
          type: 'button', 'data-sid': call.sid, class: call.over ? 'over' : 'on', 'aria-pressed': String(this.line.call === call),
          onclick: () => this.#choose(call),
        },
        el('span', { class: 'route' }, `${call.from} → ${call.to}`), el('span', { class: 'hint' }, call.state)))));
    if (!known.length) byId('calls').append(el('li', { class: 'hint' }, 'No calls yet. Those of others are shown here too.'));
    if (focused) byId('calls').querySelector(`[data-sid="${focused}"]`)?.focus();
  }

  #choose(call) {
    this.line.attach(call);
    this.#draw();
  }
}
