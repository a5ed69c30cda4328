const most = 30_000;

/** A promise that is not kept in time fails with what was waited for, and with what was seen instead. */
export function patiently(promise, what, seen = () => '') {
  let guard;
  const late = new Promise((_, reject) => {
    guard = setTimeout(() => reject(new Error(`${what} did not come within ${most / 1000} s. Seen:\n${seen()}`)), most);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(guard));
}

/** Things that arrive one by one; anybody may wait for one that has come or will come. */
export class Arrivals {
  all = [];
  #brief;
  #waiting = new Set();
  #closed = false;

  /** How one of them is told in a line. */
  constructor(brief) {
    this.#brief = brief;
  }

  add(thing) {
    this.all.push(thing);
    for (const waiting of this.#waiting) {
      if (!waiting.wanted(thing)) continue;
      this.#waiting.delete(waiting);
      waiting.came(thing);
    }
  }

  close() {
    this.#closed = true;
    for (const waiting of this.#waiting) waiting.never(new Error(`It ended without ${waiting.what}. Seen:\n${this}`));
    this.#waiting.clear();
  }

  first(wanted, what) {
    const already = this.all.find(wanted);
    if (already) return Promise.resolve(already);
    if (this.#closed) return Promise.reject(new Error(`It ended without ${what}. Seen:\n${this}`));
    const coming = new Promise((came, never) => this.#waiting.add({ wanted, what, came, never }));
    return patiently(coming, what, () => String(this));
  }

  toString() {
    return this.all.map((one) => this.#brief(one)).join('\n');
  }
}
