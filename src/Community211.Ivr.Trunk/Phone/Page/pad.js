import { el } from './dom.js';

const LETTERS = { 2: 'ABC', 3: 'DEF', 4: 'GHI', 5: 'JKL', 6: 'MNO', 7: 'PQRS', 8: 'TUV', 9: 'WXYZ', 0: '+' };
const NAMES = { '*': 'star', '#': 'pound' };
const DOWN = 140;

/** Twelve keys; press(key) is called for the mouse, and hit(key) shows one that came from the keyboard. */
export class Pad {
  #keys = new Map();
  #press;

  constructor(press) {
    this.#press = press;
    this.element = el('div', { class: 'pad', role: 'group', 'aria-label': 'Dial pad' });
    for (const key of '123456789*0#') {
      const button = el(
        'button', { type: 'button', 'aria-label': NAMES[key] ?? key, onclick: () => press(key) },
        el('span', { class: 'key' }, key), el('span', { class: 'letters', 'aria-hidden': 'true' }, LETTERS[key] ?? ''));
      this.#keys.set(key, button);
      this.element.append(button);
    }
  }

  static has(key) {
    return key.length === 1 && '0123456789*#'.includes(key);
  }

  set disabled(disabled) {
    for (const button of this.#keys.values()) button.disabled = disabled;
  }

  hit(key) {
    const button = this.#keys.get(key);
    if (button.disabled) return;
    button.classList.add('down');
    setTimeout(() => button.classList.remove('down'), DOWN);
    this.#press(key);
  }
}
