import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { carrier } from '../example/carrier.js';
import { Call } from './call.js';
import { patiently } from './patience.js';
import { freePort } from './ports.js';

export const account = 'AC00000000000000000000000000000211';
export const token = '00000000000000000000000000000211';
export const number = '+14165550100';
export const agent = '+14165550123';
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The program that was built last; CONFIGURATION names one of the two. */
export function built(project, file) {
  const found = (process.env.CONFIGURATION ? [process.env.CONFIGURATION] : ['Release', 'Debug'])
    .map((configuration) => join(root, 'src', project, 'bin', configuration, 'net10.0', file))
    .filter(existsSync)
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];
  if (!found) throw new Error(`${file} is not built: run "dotnet build src/${project}" first.`);
  return found;
}

/** The simulated carrier as a process of its own, gone with the test file. */
export class Trunk {
  static async start(config) {
    const folder = mkdtempSync(join(tmpdir(), 'trunk-'));
    const trunk = new Trunk(`http://127.0.0.1:${await freePort()}`, join(folder, 'trunk.log'));
    writeFileSync(join(folder, 'trunk.json'), JSON.stringify({ accountSid: account, authToken: token, callsPerSecond: 0, ...config }));
    const options = ['--config', join(folder, 'trunk.json'), '--listen', trunk.address, '--log', trunk.logFile];
    const child = spawn('dotnet', [built('Community211.Ivr.Trunk', 'Community211.Ivr.Trunk.dll'), ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (text) => (trunk.said += text));
    child.stderr.on('data', (text) => (trunk.said += text));
    const gone = new Promise((resolve) => child.once('exit', resolve));
    process.once('exit', () => child.kill('SIGKILL'));
    after(async () => {
      child.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true });
    });
    await patiently(Promise.race([trunk.#listening(), gone.then(() => { throw new Error(`The trunk ended: ${trunk.said}`); })]), 'The trunk', () => trunk.said);
    return trunk;
  }

  said = '';

  constructor(address, logFile) {
    this.address = address;
    this.logFile = logFile;
    this.client = carrier(account, token, address);
  }

  call(request = {}) {
    return Call.place(this, { from: '+14165550199', to: number, ...request });
  }

  /** The control API: its answer, whatever it is. */
  async ask(method, path, body) {
    const answer = await fetch(this.address + path, { method, headers: { 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) });
    const text = await answer.text();
    return { status: answer.status, body: answer.headers.get('content-type')?.includes('application/json') ? JSON.parse(text) : text };
  }

  async control(method, path, body) {
    const answer = await this.ask(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Who answers when a number is dialled. */
  person(who, settings) {
    return this.control('PUT', `/sim/people/${encodeURIComponent(who)}`, settings);
  }

  /** Everything that happened. */
  async log(after = 0) {
    return (await this.control('GET', `/sim/log?after=${after}`)).split('\n').filter(Boolean).map(JSON.parse);
  }

  async #listening() {
    while (true) {
      try {
        return await this.control('GET', '/sim/health');
      } catch (failure) {
        if (failure.cause?.code !== 'ECONNREFUSED') throw failure;
        await new Promise(setImmediate);
      }
    }
  }
}
