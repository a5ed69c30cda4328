using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Tests.Flows;

public sealed class RegionWordTests
{
    [Theory]
    [InlineData("+14165550100", "Ottawa", "toronto", RegionStep.DialledNumber)]
    [InlineData("+18005550199", "Ottawa", "east", RegionStep.CallerExchange)]
    [InlineData("+18005550199", "Nowhere", null, null)]
    [InlineData("+14165559999", null, null, null)]
    public void Take_FirstSourceThatKnows_Decides(string dialled, string? town, string? region, string? source)
    {
        var call = new Ontario(dialled, town);
        Assert.Equal((region, source, "welcome"), (call.State.Region, call.State.RegionSource, call.State.Step));
    }

    [Fact]
    public void Ask_RegionKnown_IsPassed() => Assert.Equal("", new Ontario().Silence(2).Press("1").State.Step);

    [Theory]
    [InlineData("[postal-code]", "[postcode]", "unknown-source")]
    [InlineData("    say: \"Enter or say your postal code.\"\n", "", "missing-field")]
    [InlineData("next: welcome", "next: keep-waiting", "keep-waiting-outside")]
    [InlineData("next: welcome", "next: place", "loop")]
    [InlineData("next: welcome", "say: \"Where?\"\n    next: welcome", "unknown-field")]
    public void Read_Broken_IsAFinding(string old, string now, string code) =>
        Assert.True(BrokenFiles.Expect(BrokenFiles.Change("ontario.yaml", old, now), code, "ontario.yaml").Line > 0);
}
