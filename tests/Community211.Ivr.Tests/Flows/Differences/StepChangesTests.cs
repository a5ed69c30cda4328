using Community211.Ivr.Flows.Differences;

namespace Community211.Ivr.Tests.Flows.Differences;

public sealed class StepChangesTests
{
    private static string[] Of(string step, string old, string now) =>
        [.. StepChanges.Between(Planted.Set.Flow.Steps[step], Planted.Edited(old, now).Flow.Steps[step])];

    [Fact]
    public void Between_Prompts_SaysNothing() => Assert.Empty(Of("welcome", "For food, press 1.", "Food: 1."));

    [Fact]
    public void Between_Targets_NamesTheOutcome() => Assert.Equal(["'otherwise' leads to money, not person"], Of("welcome", "otherwise: person", "otherwise: money"));

    [Fact]
    public void Between_Keys_NamesBoth() => Assert.Equal(
        ["keys 1 is money, not food", "keys 2 is food, not money"], Of("welcome", "keys: { 1: food, 2: money }", "keys: { 1: money, 2: food }"));

    [Fact]
    public void Between_AnOutcomeLess_SaysSo() => Assert.Equal(
        ["no outcome 'money' any more", "keys 2 is nothing, not money"], Of("welcome", "keys: { 1: food, 2: money }", "keys: { 1: food }"));

    [Fact]
    public void Between_Words_NamesBoth() => Assert.Equal(
        ["'ask' is now 'say'"], Of("asked", "{ ask: \"For news, press 1.\", keys: { 1: news }, next: keep-waiting, otherwise: keep-waiting }", "{ say: \"News.\", next: keep-waiting }"));
}
