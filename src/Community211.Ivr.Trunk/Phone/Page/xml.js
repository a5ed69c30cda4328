import { el } from './dom.js';

// Shown as it was sent, not as a parser understood it; so what can not be read is shown too, and nothing is ever parsed into the page.
const PIECE = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/?[A-Za-z_](?:"[^"]*"|'[^']*'|[^<>"'])*>|[^<]+/g;
const ATTRIBUTE = /([\w:.-]+)(\s*=\s*)("[^"]*"|'[^']*')/g;

const nameOf = tag => /^<\/?([\w:.-]+)/.exec(tag)?.[1];
const isText = piece => !piece.startsWith('<') || piece.startsWith('<![CDATA[');

/** Tags and texts in order, each with its depth; null when tags do not match. */
function read(text) {
  const pieces = [];
  const open = [];
  let at = 0;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (index !== at) return null;
    at += piece.length;
    if (/^<[?!](?!\[)/.test(piece) || !piece.trim()) continue;
    if (isText(piece)) {
      if (!open.length) return null;
      pieces.push({ text: piece.trim(), depth: open.length });
    } else if (piece.startsWith('</')) {
      if (open.pop() !== nameOf(piece)) return null;
      pieces.push({ tag: piece, close: true, depth: open.length });
    } else {
      const alone = piece.endsWith('/>');
      pieces.push({ tag: piece, name: nameOf(piece), alone, depth: open.length });
      if (!alone) open.push(nameOf(piece));
    }
  }
  return at === text.length && !open.length && pieces.length ? pieces : null;
}

/** "Say, Gather, Redirect": the verbs of a document; null when it can not be read. */
export const verbsOf = text => read(text)?.filter(piece => piece.name && piece.depth === 1).map(piece => piece.name).join(', ') ?? null;

/** TwiML with a line for each element, coloured; what is no XML, as it came. */
export function pretty(text) {
  const shown = el('code');
  const pieces = read(text);
  if (pieces) write(shown, pieces);
  else shown.append(text);
  return el('pre', { class: 'twiml', tabindex: '0', 'aria-label': 'TwiML' }, shown);
}

function write(shown, pieces) {
  pieces.forEach((piece, at) => {
    const [before, next] = [pieces[at - 1], pieces[at + 1]];
    // <Say>words</Say> stays on one line.
    const short = before?.text && piece.close && pieces[at - 2]?.name && !pieces[at - 2].alone;
    const inside = piece.text && before?.name && !before.alone && next?.close;
    const empty = piece.close && before?.name && !before.alone;
    if (at > 0 && !short && !inside && !empty) shown.append('\n', '  '.repeat(piece.depth));
    if (piece.text) shown.append(piece.text);
    else tag(shown, piece.tag);
  });
}

function tag(shown, text) {
  let at = 0;
  const span = (name, part) => shown.append(el('span', { class: name }, part));
  for (const { index, 0: whole, 1: name, 2: equals, 3: value } of text.matchAll(ATTRIBUTE)) {
    span('tag', text.slice(at, index));
    span('name', name);
    shown.append(equals);
    span('value', value);
    at = index + whole.length;
  }
  span('tag', text.slice(at));
}
