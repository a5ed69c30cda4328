import twilio from 'twilio';

class Elsewhere extends twilio.RequestClient {
  constructor(address) {
    super();
    this.address = address;
  }

  request(options) {
    return super.request({ ...options, uri: options.uri.replace('https://api.twilio.com', this.address) });
  }
}

/** Twilio's own REST client; all that it asks goes to the address. */
export const carrier = (account, token, address = 'https://api.twilio.com') => twilio(account, token, { httpClient: new Elsewhere(address) });
