using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Tests.Carrier.Verbs;

// "Status callbacks: answer 204, or 200 with empty <Response/>; TwiML ignored."
public sealed class NothingVerbTests
{
    [Fact]
    public void Notification_Answered_IsEmpty() => Twiml.Same("", new Nothing());
}
