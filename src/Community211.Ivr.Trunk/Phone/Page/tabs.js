import { byId } from './dom.js';

/** Three sides of the page; arrow keys move between them. */
export class Tabs {
  constructor(names) {
    this.names = names;
    this.shown = names[0];
    for (const name of names) {
      const tab = byId(`tab-${name}`);
      tab.addEventListener('click', () => this.show(name));
      tab.addEventListener('keydown', event => this.#move(event));
    }
  }

  show(name, focus = false) {
    this.shown = name;
    for (const one of this.names) {
      const tab = byId(`tab-${one}`);
      tab.setAttribute('aria-selected', String(one === name));
      tab.tabIndex = one === name ? 0 : -1;
      byId(`panel-${one}`).hidden = one !== name;
    }
    if (focus) byId(`tab-${name}`).focus();
  }

  #move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const { names } = this;
    this.show(names[(names.indexOf(this.shown) + step + names.length) % names.length], true);
  }
}
