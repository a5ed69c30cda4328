import { Agent } from './agent.js';
import { Caller } from './caller.js';
import { Calls } from './calls.js';
import { byId, el } from './dom.js';
import { Events } from './events.js';
import { Tabs } from './tabs.js';
import { Voice } from './voice.js';
import { Watch } from './watch.js';
import { get } from './wire.js';

const UNTIL_CONFIGURED = 1500;
const calls = new Calls();
const voice = new Voice();
const tabs = new Tabs(['call', 'answer', 'watch']);
const events = new Events(told => calls.take(told), connected, () => calls.loseAll());
const sides = {
  call: new Caller(byId('panel-call'), calls, voice, () => tabs.shown === 'call'),
  watch: new Watch(byId('panel-watch'), calls, voice),
};
sides.answer = new Agent(
  byId('panel-answer'), calls, voice, () => tabs.shown === 'answer', () => tabs.show('answer'), numbers => events.answer(numbers));

function state(kind, sentence) {
  const shown = byId('state');
  if (shown.textContent === sentence) return;
  shown.className = `state ${kind}`;
  shown.replaceChildren(el('span', {}, sentence));
}

async function connected(is) {
  if (!is) {
    state('bad', 'The trunk does not answer. Trying again …');
    return;
  }
  try {
    const overview = await get('/sim/phone');
    sides.call.offer(overview.numbers);
    sides.answer.offer(overview);
    if (overview.configured) {
      state('good', `Connected, ${overview.numbers.length} ${overview.numbers.length === 1 ? 'number' : 'numbers'}`);
      return;
    }
    state('bad', 'No configuration yet: start the service, or the trunk with --config.');
    setTimeout(() => connected(true), UNTIL_CONFIGURED);
  } catch (failure) {
    state('bad', failure.message);
  }
}

const sound = byId('sound');
function showSound() {
  sound.setAttribute('aria-pressed', String(voice.on));
  sound.textContent = voice.on ? 'Sound on' : 'Sound off';
}
sound.addEventListener('click', () => {
  voice.on = !voice.on;
  showSound();
});
showSound();

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const typing = event.target.closest('input:not([type=checkbox]), select, textarea');
  if (typing && event.key !== 'Escape') return;
  if (event.key === 'Enter' && event.target.closest('button, summary, input, a')) return;
  if (sides[tabs.shown].key(event.key)) event.preventDefault();
});

events.run();
