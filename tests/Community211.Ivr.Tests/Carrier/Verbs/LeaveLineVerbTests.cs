using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Tests.Carrier.Verbs;

// "Leave no attributes; leaves queue, continues after Enqueue."
public sealed class LeaveLineVerbTests
{
    [Fact]
    public void Line_Left_IsLeave() => Twiml.Same("<Leave/>", new LeaveLine());
}
