using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Tests.Carrier.Verbs;

// "Dial timeout 5-600 (30, +5 s)". "<Dial> keeps the caller's ID by itself."
public sealed class DialLineVerbTests
{
    [Theory]
    [InlineData(25, 25)]
    [InlineData(1, 5)]
    [InlineData(9000, 600)]
    public void Line_RungWithinTheLimits_ComesBackToUs(int ring, int timeout) =>
        Twiml.Same(
            $"""
            <Dial timeout="{timeout}" action="https://ivr.example.org/voice/resume?at=line" method="POST">
              <Number>+14165550199</Number>
            </Dial>
            """,
            new DialLine("+14165550199", ring, new Target(Route.Resume, At: "line")));

    // "If no action URL is provided, Dial continues with the next verb."
    [Fact]
    public void Line_WithoutAfter_GoesOnWithTheNextDirective() =>
        Twiml.Same(
            """<Dial timeout="25"><Number>+14165550199</Number></Dial><Hangup/>""",
            new DialLine("+14165550199", 25, After: null),
            new HangUp());
}
