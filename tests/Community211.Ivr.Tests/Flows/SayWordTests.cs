namespace Community211.Ivr.Tests.Flows;

public sealed class SayWordTests
{
    private const string Steps = """
          first: { say: "Good day.", next: person }
          asked: { say: "The flood keeps us busy.", next: keep-waiting }
        """;

    [Fact]
    public void Say_BeforeTheLine_IsHeardAndLeadsOn()
    {
        var call = new Ontario(set: WithSteps.Set(Steps));
        Assert.Equal("en: Good day.", call.Heard);
        Assert.Equal("person", call.Silence().State.Line!.Queue);
    }

    [Fact]
    public void Say_InLine_IsHeardOnce()
    {
        var call = new Ontario(set: WithSteps.Set(Steps)).Silence(2);
        Assert.Equal("en: The flood keeps us busy.", call.Heard);
        Assert.Equal("outcome asked next", call.Silence().Taken);
        Assert.Contains("still in line", call.Heard);
    }

    [Fact]
    public void Key_WhileItIsSaid_GoesOnWithoutAnApology()
    {
        var call = new Ontario(set: WithSteps.Set(Steps)).Press("5");
        Assert.Equal("person", call.State.Line!.Queue);
        Assert.False(call.State.Misheard);
    }

    [Fact]
    public void Nine_WhileItIsSaid_IsCrisis() => Assert.Equal("crisis", new Ontario(set: WithSteps.Set(Steps)).Press("9").State.Line!.Queue);

    [Fact]
    public void Read_WithoutNext_IsAFinding() =>
        WithSteps.Expect(Steps.Replace(", next: person", "", StringComparison.Ordinal), "missing-field", "{ say: \"Good");
}
