import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './trunk.js';

/** Does what a line of curl in the page would do, at other addresses: status and text. */
export async function curl(line, replaced) {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2]).slice(1);
  const inPlace = (text) => Object.entries(replaced).reduce((so, [from, to]) => so.replaceAll(from, to), text);
  const asked = { headers: {} };
  let url;
  while (words.length > 0) {
    const word = words.shift();
    if (word === '-N') continue;
    if (word === '-X') asked.method = words.shift();
    else if (word === '-d') asked.body = inPlace(words[0].startsWith('@') ? readFileSync(join(root, words.shift().slice(1)), 'utf8') : words.shift());
    else if (word === '-u') asked.headers.Authorization = `Basic ${Buffer.from(words.shift()).toString('base64')}`;
    else if (/^http:\/\/127\.0\.0\.1:\d+\//.test(word) && !url) url = inPlace(word);
    else throw new Error(`The page's curl has '${word}', which this test does not know.`);
  }
  if (asked.body) asked.method ??= 'POST';
  const answer = await fetch(url, asked);
  return { status: answer.status, text: await answer.text() };
}
