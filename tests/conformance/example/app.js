import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import twilio from 'twilio';
import { carrier } from './carrier.js';
const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token, TWILIO_API: api, APP_URL: url = 'http://127.0.0.1:3000' } = process.env;
const pages = {
  '/voice': (twiml) => twiml.gather({ numDigits: 1, action: '/key' }).say('To be called back, press 1.'),
  '/key': async (twiml, { From, To }) => {
    await carrier(account, token, api).calls.create({ to: From, from: To, url: `${url}/back` });
    twiml.say('We call you back. Goodbye.');
  },
  '/back': (twiml) => twiml.say('You asked to be called back.'),
};
createServer(async (request, response) => {
  const form = Object.fromEntries(new URLSearchParams(await text(request)));
  if (!twilio.validateRequest(token, request.headers['x-twilio-signature'], url + request.url, form)) return response.writeHead(403).end();
  const twiml = new twilio.twiml.VoiceResponse();
  await pages[request.url](twiml, form);
  response.setHeader('Content-Type', 'text/xml').end(twiml.toString());
}).listen(new URL(url).port, '127.0.0.1');
