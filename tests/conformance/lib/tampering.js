import twilio from 'twilio';
import { token } from './trunk.js';

const changed = (text) => (text.endsWith('x') ? `${text}y` : `${text}x`);
const without = (form, name) => Object.fromEntries(Object.entries(form).filter(([one]) => one !== name));

/** Every way in which somebody might change a signed request: what was changed, and whether Twilio's validator takes it. */
export function tampered(request) {
  const { signature, url, form } = request;
  const takes = (how, { by = token, header = signature, at = url, fields = form }) => ({ how, taken: twilio.validateRequest(by, header, at, fields) });
  const ways = [
    takes('another token', { by: changed(token) }),
    takes('another signature', { header: changed(signature) }),
    takes('no signature', { header: '' }),
    takes('another path', { at: url.replace(/(?=\?|$)/, '/other') }),
    takes('another host', { at: url.replace('127.0.0.1', '127.0.0.2') }),
    takes('one more in the query', { at: `${url}${url.includes('?') ? '&' : '?'}more=1` }),
    takes('one more field', { fields: { ...form, More: '1' } }),
  ];
  for (const [name, value] of Object.entries(form)) {
    ways.push(takes(`another ${name}`, { fields: { ...form, [name]: changed(String(value)) } }));
    ways.push(takes(`${name} under another name`, { fields: { ...without(form, name), [changed(name)]: value } }));
    ways.push(takes(`no ${name}`, { fields: without(form, name) }));
  }
  for (const field of url.split('?')[1]?.split('&') ?? []) ways.push(takes(`another ${field} in the query`, { at: url.replace(field, changed(field)) }));
  return ways;
}
