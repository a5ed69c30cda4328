import { el } from './dom.js';
import { follow } from './follow.js';
import { inWords } from './words.js';

/** What was said and done on one leg, the newest at the end. */
export class Transcript {
  #list;
  #keys = null;

  constructor(list) {
    this.#list = list;
    follow(list);
  }

  clear() {
    this.#list.replaceChildren();
    this.#keys = null;
  }

  add(told) {
    const words = inWords(told);
    if (!words) return;
    if (words.keys && this.#keys) this.#keys.append(words.text);
    else this.#list.append(this.#line(told, words));
  }

  // Keys pressed one after the other stand together, as they are meant.
  #line(told, words) {
    const text = el('span', { class: 'text', lang: words.lang || null }, words.text);
    this.#keys = words.keys ? text : null;
    return el(
      'li', { class: words.who },
      el('span', { class: 'about' }, [`${(told.t ?? 0).toFixed(1)} s`, words.name].filter(Boolean).join(' · ')), text);
  }
}
