const KEPT = 200;
const MOST_EVENTS = 1000;

/** One leg: who, what became of it, and everything that was told. */
class Call {
  events = [];
  state = 'rings';
  answered = false;
  over = false;

  constructor(sid) {
    this.sid = sid;
  }

  take(told) {
    this.events.push(told);
    if (this.events.length > MOST_EVENTS) this.events.splice(1, this.events.length - MOST_EVENTS);
    this.told = { t: told.t ?? 0, at: performance.now() };
    switch (told.kind) {
      case 'dialled':
        [this.from, this.to, this.number] = [told.from, told.to, told.number];
        break;
      case 'answered':
        [this.answered, this.state] = [true, 'connected'];
        break;
      case 'queued':
        this.state = `in line: ${told.queue}`;
        break;
      case 'dequeued':
      case 'left':
        this.state = 'connected';
        break;
      case 'joined':
        this.state = 'in a room';
        break;
      case 'talking':
        this.state = `talking with ${told.with}`;
        break;
      case 'ended':
        [this.over, this.state] = [true, told.status === 'completed' ? 'ended' : told.status];
        break;
    }
  }

  /** Seconds on the call's own clock. */
  get seconds() {
    if (!this.answered) return 0;
    return this.over ? this.told.t : this.told.t + (performance.now() - this.told.at) / 1000;
  }
}

/** All legs that this page knows; tells 'told' with { call, told }. */
export class Calls extends EventTarget {
  #all = new Map();

  get all() {
    return [...this.#all.values()];
  }

  get(sid) {
    let call = this.#all.get(sid);
    if (!call) {
      call = new Call(sid);
      this.#all.set(sid, call);
      this.#forgetOld();
    }
    return call;
  }

  take(told) {
    if (!told.callSid) return;
    const call = this.get(told.callSid);
    call.take(told);
    this.dispatchEvent(new CustomEvent('told', { detail: { call, told } }));
  }

  /** The trunk is gone, and the call with it. */
  lose({ sid, told }) {
    this.take({ callSid: sid, t: told.t, kind: 'ended', by: 'carrier', status: 'lost' });
  }

  /** The trunk was started anew and knows nothing of the calls before. */
  loseAll() {
    for (const call of this.all.filter(one => !one.over)) this.lose(call);
  }

  #forgetOld() {
    if (this.#all.size <= KEPT) return;
    const old = this.all.find(call => call.over);
    if (old) this.#all.delete(old.sid);
  }
}
