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
    public void Yes_ToEverything_Books()
    {
        var call = Asked();
        Assert.StartsWith("en: We will call this number. | en: The number is: {digit} {digit} {digit}, {digit}", call.Heard, StringComparison.Ordinal);
        call = call.Press("1");
        Assert.Contains("safe", call.Heard, StringComparison.Ordinal);
        call = call.Press("1");
        Assert.Contains("leave a message", call.Heard, StringComparison.Ordinal);
        Assert.Equal("outcome asked booked", call.Press("1").Taken);
        Assert.Equal(call.Now, call.State.CallbackAt);
        Assert.True(call.State.Callback!.Message);
        Assert.True(call.View.Ends);
    }

    [Fact]
    public void AnotherNumber_IsReadBackAndBookedWithoutAMessage()
    {
        var call = Asked().Press("2");
        Assert.Equal(10, call.View.Question.Keys);
        call = call.Press("6135550123");
        Assert.Equal("outcome asked number-entered", call.Taken);
        Assert.DoesNotContain("613", System.Text.Json.JsonSerializer.Serialize(call.State), StringComparison.Ordinal);
        call = call.Press("1").Press("1").Press("2");
        Assert.Equal((true, false), (call.State.Callback!.Other, call.State.Callback.Message));
        Assert.NotNull(call.State.CallbackAt);
    }

    [Theory]
    [InlineData("9005550123")]
    [InlineData("8765550123")]
    [InlineData("8005550123")]
    [InlineData("4165550190")]
    [InlineData("4115550123")]
    public void Number_ThatIsNotCalled_IsAskedForOnceMoreAndThePlaceIsKept(string number)
    {
        var call = Asked().Press("2").Press(number);
        Assert.Equal("asked", call.State.Step);
        call = call.Press(number);
        Assert.Equal(("person", ""), (call.State.Line!.Queue, call.State.Step));
        Assert.Null(call.State.Callback);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("1", "2")]
    [InlineData("1", "5")]
    [InlineData("1", "1", "4")]
    public void Doubt_KeepsThePlace(params string[] keys)
    {
        var call = Asked();
        foreach (var key in keys)
            call = call.Press(key);
        Assert.Equal(("person", "", null), (call.State.Line!.Queue, call.State.Step, call.State.CallbackAt));
    }

    [Fact]
    public void Crisis_WhileItIsAsked_IsNoCallback()
    {
        var call = Asked().Press("1").Press("9");
        Assert.Equal(("crisis", null, null), (call.State.Line!.Queue, call.State.CallbackAt, call.State.Callback));
    }

    [Fact]
    public void Silence_KeepsWaiting()
    {
        var call = Asked().Silence(2);
        Assert.Equal(("person", ""), (call.State.Line!.Queue, call.State.Step));
        Assert.Null(call.State.CallbackAt);
    }

    [Theory]
    [InlineData("This is 2-1-1.", "callback-names-us")]
    [InlineData("This is 211 calling.", "callback-names-us")]
    public void Greeting_ThatSaysWhoCalls_IsAFinding(string says, string code) =>
        BrokenFiles.Expect(BrokenFiles.Change("phrases.yaml", "This is a call for somebody", $"{says} This is a call for somebody"), code, "phrases.yaml", $"    en: \"{says}");

    [Fact]
    public void WhereNobodyCanBeCalledBack_NothingIsPromised()
    {
        var call = new Ontario(set: WithSteps.Set(Steps)).Silence(2);
        Assert.DoesNotContain("We will call", call.Heard);
        Assert.Contains("callback-unavailable", call.Reasons);
    }

    private static Ontario Asked() => new Ontario(set: WithSteps.Set(Steps), conditions: Possible).Silence(2);

    [Fact]
    public void Read_Broken_IsAFinding() =>
        WithSteps.Expect(Steps.Replace("booked: goodbye", "booked: goodby", StringComparison.Ordinal), "unknown-step", "booked: goodby");
}
