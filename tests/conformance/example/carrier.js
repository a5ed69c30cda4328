// Twilio's REST client, pointed at the simulated carrier: only the address of each request is changed.
import twilio from 'twilio';

class Simulated extends twilio.RequestClient {
  constructor(address) {
    super();
    this.address = address;
  }

  request(options) {
    return super.request({ ...options, uri: options.uri.replace('https://api.twilio.com', this.address) });
  }
}

export const carrier = (account, token, address) => twilio(account, token, { httpClient: new Simulated(address) });
