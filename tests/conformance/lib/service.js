import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { patiently } from './patience.js';
import { freePort } from './ports.js';
import { account, built, root, token } from './trunk.js';

/** The service of this repository as a process, with a store of its own and the trunk that it starts: its address. */
export async function startService() {
  const folder = mkdtempSync(join(tmpdir(), 'ivr-'));
  const [address, trunk] = [`http://127.0.0.1:${await freePort()}`, `http://127.0.0.1:${await freePort()}`];
  const child = spawn('dotnet', [built('Community211.Ivr.Host', 'ivr.dll')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      Service__Listen: address,
      Twilio__PublicBaseUrl: address,
      Twilio__ApiBaseUrl: trunk,
      Twilio__AccountSid: account,
      Twilio__AuthToken: token,
      Trunk__Listen: trunk,
      Trunk__FallbackDocument: join(folder, 'fallback.xml'),
      Storage__Path: join(folder, 'ivr.db'),
      Flows__FallbackFolder: join(folder, 'fallback'),
    },
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.once('exit', () => child.kill('SIGKILL'));
  after(async () => {
    child.kill('SIGTERM');
    await patiently(gone, "The service's end");
    await fetch(`${trunk}/sim/shutdown`, { method: 'POST' }).catch(() => {});
    rmSync(folder, { recursive: true });
  });
  let said = '';
  const ready = new Promise((resolve, reject) => {
    const hear = (text) => (said += text).includes('Ctrl-C ends it.') && resolve();
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`The service ended: ${said}`)));
  });
  await patiently(ready, 'The service', () => said);
  return address;
}
