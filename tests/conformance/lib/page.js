import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './trunk.js';

export const page = readFileSync(join(root, 'docs', 'trunk.md'), 'utf8');

/** What stands in the page between fences of that language. */
export const fenced = (language) => [...page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map((match) => match[1]);

/** The keys that the page's tables list in their first column. */
export const listed = [...page.matchAll(/^\| `([\w[\].]+)` \|/gm)].map((match) => match[1]);

/** The keys of a record of the trunk's control API, in camelCase. */
export function keysOf(record) {
  const source = readFileSync(join(root, 'src', 'Community211.Ivr.Trunk', `${record}.cs`), 'utf8');
  const properties = [...source.matchAll(/public [\w<>?, ]+ (\w+) \{ get; init; \}/g)].map((match) => match[1]);
  return properties.map((name) => name[0].toLowerCase() + name.slice(1));
}
