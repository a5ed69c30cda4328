import { el } from './dom.js';
import { pretty, verbsOf } from './xml.js';

const pathOf = url => {
  try {
    const { pathname, search } = new URL(url);
    return pathname + search;
  } catch {
    return url;
  }
};

/** One request to the service: a line, and on demand the fields and the answer. */
export function webhook(told) {
  const failed = told.status < 200 || told.status > 299;
  return el(
    'li', {},
    el(
      'details', { class: failed ? 'failed' : told.twiml ? '' : 'quiet' },
      el(
        'summary', {},
        el('span', { class: 'method' }, told.method),
        el('span', { class: 'path' }, pathOf(told.url)),
        el('span', { class: 'status' }, told.status === 0 ? 'no answer' : String(told.status)),
        el('span', { class: 'timing' }, `${Math.round(told.ms)} ms`),
        el('span', { class: 'verbs' }, about(told, failed))),
      el('p', { class: 'url' }, told.url),
      told.note ? el('p', { class: 'hint' }, told.note) : null,
      told.twiml ? el('h3', {}, failed ? 'Answer' : 'TwiML') : null,
      told.twiml ? pretty(told.twiml) : null,
      el('h3', {}, 'Fields sent'),
      fields(told.form ?? {})));
}

function about(told, failed) {
  if (failed) return told.note ?? 'refused';
  if (told.note) return told.note;
  return (told.twiml && verbsOf(told.twiml)) ?? 'no TwiML';
}

function fields(form) {
  const list = el('dl', { class: 'fields' });
  const empty = [];
  for (const [name, value] of Object.entries(form)) {
    if (value === '' || value === null) empty.push(name);
    else list.append(el('dt', {}, name), el('dd', {}, Array.isArray(value) ? value.join(', ') : String(value)));
  }
  if (empty.length) list.append(el('dt', {}, 'empty'), el('dd', { class: 'hint' }, empty.join(', ')));
  return list;
}
