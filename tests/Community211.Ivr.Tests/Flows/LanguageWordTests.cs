using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Tests.Flows;

public sealed class LanguageWordTests
{
    [Fact]
    public void Read_Complete_GivesPromptsAndKeys()
    {
        var step = (LanguageStep)Ontario.Set.Flow.Steps["welcome"];
        Assert.Equal(["en", "fr"], step.Prompts.Select(p => p.Language));
        Assert.Equal(("fr", "other", "person"), (step.Keys['2'], step.Keys['3'], step.Next));
        Assert.Equal("Otro idioma, oprima 3.", step.Other["es"]);
    }

    [Fact]
    public void Edges_OfEveryOutcome_LeadToNext()
    {
        var step = Ontario.Set.Flow.Steps["welcome"];
        Assert.All(step.Edges, e => Assert.Equal("person", e.Target));
        Assert.Equal(["unknown"], step.Edges.Where(e => !e.ByCaller).Select(e => e.Outcome));
    }

    [Theory]
    [InlineData("keys: { 2: fr, 3: other }", "keys: { 2: de, 3: other }", "unknown-language")]
    [InlineData("otherwise: unknown", "otherwise: en", "language-otherwise")]
    [InlineData("fr: \"Pour le français, faites le 2.\"", "de: \"Deutsch\"", "unknown-field")]
    [InlineData("      fr: \"Pour le français, faites le 2.\"\n", "", "missing-field")]
    [InlineData("keys: { 2: fr, 3: other }", "keys: { 12: fr }", "unknown-key")]
    [InlineData("other: { es: \"Otro idioma, oprima 3.\" }", "other: { de: \"Deutsch\" }", "language-without-voice")]
    public void Read_Broken_IsAFinding(string old, string now, string code) =>
        Assert.True(BrokenFiles.Expect(BrokenFiles.Change("ontario.yaml", old, now), code, "ontario.yaml").Line > 0);

    [Fact]
    public void Understand_SeveralKeysOrSpeech_IsNothing()
    {
        var call = new Ontario();
        var context = new Ivr.Flows.FlowContext(Ontario.Set, call.State, call.Now);
        Assert.Null(Ontario.Set.Flow.Steps["welcome"].Understand(context, new Answer("22", "")));
        Assert.Null(Ontario.Set.Flow.Steps["welcome"].Understand(context, new Answer("", "fr")));
    }
}
