using Community211.Ivr.Flows;

namespace Community211.Ivr.Tests.Flows;

public sealed class CallbackWordTests
{
    private const string Steps = """
          first: { say: "Good day.", next: person }
          asked: { callback: "We will call this number.", booked: goodbye, otherwise: keep-waiting }
        """;

    private static readonly Conditions Possible = new([], Callbacks: true);

    [Fact]
    public void One_Confirms()
    {
        var call = new Ontario(set: WithSteps.Set(Steps), conditions: Possible).Silence(2);
        Assert.Equal("en: We will call this number. | en: To confirm, press 1.", call.Heard);
        Assert.Equal("outcome asked booked", call.Press("1").Taken);
        Assert.Equal(call.Now, call.State.CallbackAt);
        Assert.True(call.View.Ends);
    }

    [Fact]
    public void Silence_KeepsWaiting()
    {
        var call = new Ontario(set: WithSteps.Set(Steps), conditions: Possible).Silence(4);
        Assert.Equal(("person", ""), (call.State.Line!.Queue, call.State.Step));
        Assert.Null(call.State.CallbackAt);
    }

    [Fact]
    public void WhereNobodyCanBeCalledBack_NothingIsPromised()
    {
        var call = new Ontario(set: WithSteps.Set(Steps)).Silence(2);
        Assert.DoesNotContain("We will call", call.Heard);
        Assert.Contains("callback-unavailable", call.Reasons);
    }

    [Fact]
    public void Read_Broken_IsAFinding() =>
        WithSteps.Expect(Steps.Replace("booked: goodbye", "booked: goodby", StringComparison.Ordinal), "unknown-step", "booked: goodby");
}
