using Community211.Ivr.Calls.Directives;

namespace Community211.Ivr.Tests.Carrier.Verbs;

// "Pause length(1)."
public sealed class SilenceVerbTests
{
    [Theory]
    [InlineData(5, 5)]
    [InlineData(0, 1)]
    public void Seconds_AtLeastOne_ArePaused(int seconds, int length) =>
        Twiml.Same($"""<Pause length="{length}"/>""", new Silence(seconds));
}
