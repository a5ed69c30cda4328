import { createServer } from 'node:http';
import { parse } from 'node:querystring';
import { after } from 'node:test';
import twilio from 'twilio';
import { Arrivals } from './patience.js';
import { token } from './trunk.js';

export const { VoiceResponse } = twilio.twiml;

/** Somebody's webhook application: pages by path, and everything that it was asked. */
export class App {
  static async start() {
    const app = new App();
    const server = createServer((request, response) => app.#answer(request, response));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    app.address = `http://127.0.0.1:${server.address().port}`;
    after(() => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    });
    return app;
  }

  #asked = new Arrivals((request) => `${request.method} ${request.path}`);
  #pages = new Map();

  get requests() {
    return this.#asked.all;
  }

  url(path) {
    return this.address + path;
  }

  /** What is answered on a path: a document, or { status, headers, body }; or a function of the request that gives one. */
  on(path, page) {
    this.#pages.set(path, page);
    return this;
  }

  /** The first request of that path (that is so), come already or to come. */
  asked(path, isSo = () => true) {
    return this.#asked.first((request) => request.path === path && isSo(request), `a request for ${path}`);
  }

  async #answer(incoming, response) {
    const parts = [];
    for await (const part of incoming) parts.push(part);
    const request = asSeen(incoming, Buffer.concat(parts).toString());
    this.#asked.add(request);
    const page = this.#pages.get(request.path);
    const answer = typeof page === 'function' ? page(request) : page;
    if (!answer) return response.writeHead(incoming.method === 'POST' && !page ? 204 : 404).end();
    if (answer.status) return response.writeHead(answer.status, answer.headers).end(answer.body);
    return response.writeHead(200, { 'Content-Type': 'text/xml' }).end(answer.toString());
  }
}

/** A request as an application sees it, with what Twilio's validator says about it. */
function asSeen({ method, url, headers }, body) {
  const seen = {
    method,
    url: `http://${headers.host}${url}`,
    path: url.split('?')[0],
    query: parse(url.split('?')[1] ?? ''),
    form: parse(body),
    headers,
    body,
    signature: headers['x-twilio-signature'],
  };
  seen.parameters = method === 'GET' ? seen.query : seen.form;
  seen.isSigned = twilio.validateRequest(token, seen.signature, seen.url, seen.form);
  return seen;
}
