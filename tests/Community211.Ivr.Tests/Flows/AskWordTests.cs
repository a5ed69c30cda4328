using Community211.Ivr.Calls;
using Community211.Ivr.Flows;

namespace Community211.Ivr.Tests.Flows;

public sealed class AskWordTests
{
    private const string Steps = """
          first: { ask: "Did we help? Yes, press 1. No, press 2.", as: helped, keys: { 1: yes, 2: no }, next: second, otherwise: person }
          second: { ask: "Your extension, please.", digits: 4, next: person, otherwise: person }
          asked: { say: "One moment.", next: keep-waiting }
        """;

    [Fact]
    public void Key_IsKeptByItsLabel()
    {
        var call = new Ontario(set: WithSteps.Set(Steps)).Press("2");
        Assert.Equal("outcome first no", call.Taken);
        Assert.Equal([new Given("helped", "no")], call.State.Answers);
    }

    [Fact]
    public void Digits_ArePrivate()
    {
        var call = new Ontario(set: WithSteps.Set(Steps)).Press("1").Press("4711");
        Assert.Equal("outcome second given", call.Taken);
        Assert.Equal("given", call.State.Answers[1].Value);
        Assert.DoesNotContain("4711", CallJson.Write(call.State), StringComparison.Ordinal);
    }

    [Fact]
    public void Digits_WithinAnEntry_DoNotActAsKeysThatAlwaysWork()
    {
        var call = new Ontario(set: WithSteps.Set(Steps)).Press("1");
        Assert.Equal("outcome second given", call.Press("90").Taken);
    }

    [Fact]
    public void Nine_AloneInAnEntry_IsCrisis() =>
        Assert.Equal("crisis", new Ontario(set: WithSteps.Set(Steps)).Press("1").Press("9").State.Line!.Queue);

    [Fact]
    public void Silence_IsNoAnswer() => Assert.Empty(new Ontario(set: WithSteps.Set(Steps)).Silence().State.Answers);

    [Theory]
    [InlineData("digits: 4", "digits: 40", "not-number")]
    [InlineData("digits: 4", "digits: 4, keys: { 1: yes }", "ask-both")]
    [InlineData("2: no }", "2: given }", "label-taken")]
    public void Read_Broken_IsAFinding(string old, string now, string code) => WithSteps.Expect(Steps.Replace(old, now, StringComparison.Ordinal), code, now);
}
