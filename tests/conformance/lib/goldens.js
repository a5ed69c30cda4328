import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './trunk.js';

const folder = join(root, 'tests', 'Community211.Ivr.Tests', 'Carrier');

/** The documents that the service's own tests expect of its TwiML writer, by test: "GoToVerb Target_WithItsTurn_IsAskedWithPost". */
export function goldens() {
  const found = {};
  const files = [...readdirSync(join(folder, 'Verbs')).map((file) => join('Verbs', file)), 'TwimlWriterTests.cs'];
  for (const file of files) {
    const source = readFileSync(join(folder, file), 'utf8');
    const verb = file.replace('Verbs/', '').replace('Tests.cs', '');
    for (const match of source.matchAll(/Twiml\.Same\(\s*\$?(?:"""([^]*?)"""|"([^"]*)")/g)) {
      const name = [...source.slice(0, match.index).matchAll(/public void (\w+)\(/g)].at(-1)[1];
      (found[`${verb} ${name}`] ??= []).push(`<Response>${match[1] ?? match[2]}</Response>`);
    }
  }
  return found;
}
