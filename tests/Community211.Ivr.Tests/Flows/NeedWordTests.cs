using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Tests.Flows;

public sealed class NeedWordTests
{
    [Fact]
    public void Read_Complete_GivesKeysAndBothWordings()
    {
        var step = (NeedStep)Ontario.Set.Flow.Steps["need"];
        Assert.Equal(("shelter", "financial", "general", "postal"), (step.Keys['1'], step.Keys['2'], step.OtherwiseNeed, step.Next));
        Assert.Equal(["en", "fr"], step.Prompt.ByLanguage.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("1: shelter", "1: shleter", "shelter")]
    [InlineData("otherwise: general", "otherwise: genral", "general")]
    public void Read_UnknownNeed_IsAFindingWithTheNearest(string old, string now, string near)
    {
        var finding = BrokenFiles.Expect(BrokenFiles.Change("ontario.yaml", old, now), "unknown-need", "ontario.yaml", now);
        Assert.Contains(near, finding.Remedy);
    }
}
