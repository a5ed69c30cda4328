import { Arrivals } from './patience.js';

/** A simulated caller's call, followed from the first event to the last. */
export class Call {
  static async place(trunk, request) {
    const leaving = new AbortController();
    const answer = await fetch(`${trunk.address}/sim/calls`, { method: 'POST', body: JSON.stringify(request), signal: leaving.signal });
    if (!answer.ok) throw new Error(`POST /sim/calls: ${answer.status} ${await answer.text()}`);
    const call = new Call(trunk, leaving);
    call.finished = call.#read(answer.body);
    // Whoever waits for the end hears of a broken stream; where nobody does, the test has failed already.
    call.finished.catch(() => {});
    call.sid = (await call.told('dialled')).callSid;
    return call;
  }

  #events = new Arrivals(({ at, t, kind, ...more }) => `${t} s ${kind} ${JSON.stringify(more).slice(0, 160)}`);

  constructor(trunk, leaving) {
    this.trunk = trunk;
    this.leaving = leaving;
  }

  get events() {
    return this.#events.all;
  }

  /** The first event of that kind (that is so), come already or to come. */
  told(kind, isSo = () => true) {
    return this.#events.first((event) => event.kind === kind && isSo(event), `'${kind}' of call ${this.sid}`);
  }

  warnings() {
    return this.events.filter((event) => event.kind === 'warning');
  }

  /** What the caller heard, in order. */
  heard() {
    return this.events.filter((event) => event.kind === 'hears').map((event) => event.text);
  }

  press(keys) {
    return this.trunk.control('POST', `/sim/calls/${this.sid}/act`, { press: keys });
  }

  hangUp() {
    return this.trunk.control('POST', `/sim/calls/${this.sid}/act`, { hangUp: true });
  }

  /** The end: every callback was sent. */
  async ended() {
    const end = await this.told('ended');
    await this.finished;
    return end;
  }

  async #read(body) {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const bytes of body) {
        const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
        rest = lines.pop();
        for (const line of lines) this.#events.add(JSON.parse(line));
      }
    } finally {
      this.#events.close();
    }
  }
}
