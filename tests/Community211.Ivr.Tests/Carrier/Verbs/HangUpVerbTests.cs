using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Tests.Carrier.Verbs;

// "End of document = hang-up"; Hangup says so.
public sealed class HangUpVerbTests
{
    [Fact]
    public void Leg_Ended_IsHangup() => Twiml.Same("<Hangup/>", new HangUp());
}
