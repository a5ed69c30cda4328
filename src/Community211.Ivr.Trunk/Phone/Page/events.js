import { listen } from './wire.js';

const BEFORE_RETRY = 1000;

/** Everything that happens on the trunk, without a gap over lost connections; the numbers answered here ring only while this is read. */
export class Events {
  #last = null;
  #numbers = [];
  #stop = new AbortController();
  #take;
  #state;
  #anew;

  /** take(told); state(connected); anew() when the trunk was started again. */
  constructor(take, state, anew) {
    this.#anew = anew;
    this.#take = take;
    this.#state = state;
  }

  answer(numbers) {
    this.#numbers = [...numbers];
    this.#stop.abort();
  }

  async run() {
    for (;;) {
      this.#stop = new AbortController();
      const { signal } = this.#stop;
      try {
        for await (const told of await listen(this.#query(), signal)) this.#read(told);
      } catch {
        // Told below: whatever the reason, it is tried again.
      }
      if (signal.aborted) continue;
      this.#state(false);
      await new Promise(resolve => setTimeout(resolve, BEFORE_RETRY));
    }
  }

  #read(told) {
    if (told.kind === 'listening') {
      // A log that is shorter than it was: the trunk was started anew and tells everything again.
      if (told.n < this.#last) this.#anew();
      if (this.#last === null) this.#last = told.n;
      this.#state(true);
      return;
    }
    this.#last = told.n ?? this.#last;
    this.#take(told);
  }

  #query() {
    const query = new URLSearchParams();
    if (this.#last !== null) query.set('after', this.#last);
    for (const number of this.#numbers) query.append('answers', number);
    return query;
  }
}
