namespace Community211.Ivr.Tests.Flows;

public sealed class MenuWordTests
{
    private const string Steps = """
          first:
            menu: "To hear the hours, press 1 or star. For a person, wait."
            keys: { 1: hours, star: hours }
            phrases: { 1: { en: ["opening hours", "when are you open"] } }
            otherwise: person
          hours: { say: "Day and night.", next: person }
          asked: { menu: "To wait in silence, press 1.", keys: { 1: keep-waiting }, otherwise: keep-waiting }
        """;

    [Theory]
    [InlineData("1")]
    [InlineData("*")]
    public void Key_ThatStandsThere_LeadsToItsStep(string key)
    {
        var call = new Ontario(set: WithSteps.Set(Steps)).Press(key);
        Assert.Equal(("outcome first hours", "en: Day and night."), (call.Taken, call.Heard));
    }

    [Fact]
    public void Phrase_InWhatIsSaid_LeadsToItsStep() =>
        Assert.Equal("outcome first hours", new Ontario(set: WithSteps.Set(Steps)).Say("When ARE you open, please?").Taken);

    [Fact]
    public void Silence_LeadsOn() => Assert.Equal("outcome first otherwise", new Ontario(set: WithSteps.Set(Steps)).Silence().Taken);

    [Fact]
    public void WrongKey_IsAskedAgainOnce()
    {
        var call = new Ontario(set: WithSteps.Set(Steps)).Press("7");
        Assert.Equal("again misheard", call.Taken);
        Assert.Equal("person", call.Press("7").State.Line!.Queue);
    }

    [Fact]
    public void Menu_InLine_CanEndTheQuestions()
    {
        var call = new Ontario(set: WithSteps.Set(Steps)).Silence(2);
        Assert.Equal("en: To wait in silence, press 1.", call.Heard);
        Assert.Equal(("", "person"), (call.Press("1").State.Step, call.State.Line!.Queue));
    }

    [Theory]
    [InlineData("phrases: { 1:", "phrases: { 2:", "phrase-without-key")]
    [InlineData("keys: { 1: hours, star: hours }", "keys: { 1: ours, star: hours }", "unknown-step")]
    [InlineData("keys: { 1: hours, star: hours }", "keys: { 1: hours, hash: hours }", "unknown-key")]
    [InlineData("{ en: [\"opening", "{ xx: [\"opening", "unknown-language")]
    public void Read_Broken_IsAFinding(string old, string now, string code) => WithSteps.Expect(Steps.Replace(old, now, StringComparison.Ordinal), code, now);
}
