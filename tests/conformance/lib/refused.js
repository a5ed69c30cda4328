import assert from 'node:assert/strict';
import twilio from 'twilio';

/** The official client throws its own exception, with the carrier's status, code and page. */
export function refused(asked, status, code) {
  return assert.rejects(asked, (failure) => {
    assert.ok(failure instanceof twilio.RestException, String(failure));
    assert.deepEqual({ status: failure.status, code: failure.code }, { status, code }, failure.message);
    assert.equal(failure.moreInfo, `https://www.twilio.com/docs/errors/${code}`);
    assert.ok(failure.message.length > 5);
    return true;
  });
}
