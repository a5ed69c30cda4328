import { readdirSync } from 'node:fs';

const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.js') && file !== 'all.js').sort();
const modules = await Promise.all(files.map((file) => import(new URL(file, import.meta.url))));

/** Every fixture by name: what it builds, the pages that it leads to, what the caller and the people do, what must come of it. */
export const fixtures = Object.assign({}, ...modules.map((module) => module.default));
