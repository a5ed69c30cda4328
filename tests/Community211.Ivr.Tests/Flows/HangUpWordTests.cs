using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Tests.Flows;

public sealed class HangUpWordTests
{
    [Fact]
    public void Read_Complete_EndsInEveryLanguage()
    {
        var step = (HangUpStep)Ontario.Set.Flow.Steps["goodbye"];
        Assert.Empty(step.Edges);
        Assert.Equal(2, step.Say.ByLanguage.Count);
    }

    [Theory]
    [InlineData("hang-up: \"Thank you for calling 2-1-1.\"", "hang-up: Thank you", "unquoted-text")]
    [InlineData("hang-up: \"Thank you for calling 2-1-1.\"", "hang-up: \"\"", "text-empty")]
    public void Read_Broken_IsAFinding(string old, string now, string code) =>
        BrokenFiles.Expect(BrokenFiles.Change("ontario.yaml", old, now), code, "ontario.yaml", now);

    [Fact]
    public void Read_MistypedWord_IsAFindingWithTheNearest()
    {
        var files = BrokenFiles.Change("ontario.yaml", "hang-up: \"Thank you for calling 2-1-1.\"", "hangup: \"Thank you\"");
        Assert.Equal("Did you mean 'hang-up'?", BrokenFiles.Expect(files, "unknown-word", "ontario.yaml", "  goodbye:").Remedy);
    }
}
