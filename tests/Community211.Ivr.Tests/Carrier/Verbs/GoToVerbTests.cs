using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Tests.Carrier.Verbs;

// "Redirect method; text URL; blank = itself."
public sealed class GoToVerbTests
{
    [Fact]
    public void Target_WithItsTurn_IsAskedWithPost() =>
        Twiml.Same(
            """<Redirect method="POST">https://ivr.example.org/voice/agent?at=key&amp;call=CA1&amp;offer=o1</Redirect>""",
            new GoTo(new Target(Route.Agent, At: "key", Call: "CA1", Offer: "o1")));
}
