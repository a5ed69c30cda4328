using Community211.Ivr.Flows.Files;
using Community211.Ivr.Queues;

namespace Community211.Ivr.Tests.Flows;

/// <summary>What callers say and what it means.</summary>
public sealed class NeedsTests
{
    [Theory]
    [InlineData("I'm being evicted next week", "housing")]
    [InlineData("j'ai été expulsée de mon appartement", "housing")]
    [InlineData("we have nothing to eat tonight", "food")]
    [InlineData("On n'a rien à manger", "food")]
    [InlineData("I haven't eaten since Monday", "food")]
    [InlineData("I need a place to stay tonight", "shelter")]
    [InlineData("I got kicked out and I have no money", "shelter")]
    [InlineData("ma mère m'a mise à la porte", "shelter")]
    [InlineData("my husband hits me, I need to get out", "violence")]
    [InlineData("j'ai peur de mon conjoint", "violence")]
    [InlineData("je ne suis pas en sécurité", "violence")]
    [InlineData("I'm behind on rent", "financial")]
    [InlineData("a family doctor", "health")]
    [InlineData("je cherche une garderie", "child-care")]
    public void Hear_WhatCallersSay_IsTheNeed(string speech, string need) => Assert.Equal(need, Ontario.Set.Needs.Hear(speech)?.Id);

    [Theory]
    [InlineData("I don't want to live any more", true)]
    [InlineData("he'll kill me if I go back", true)]
    [InlineData("je veux mourir", true)]
    [InlineData("I need food", false)]
    [InlineData("my back hurts", false)]
    public void HearCrisis_ReviewedPhrases_AreHeard(string speech, bool crisis) => Assert.Equal(crisis, Ontario.Set.Needs.HearCrisis(speech) is not null);

    [Fact]
    public void Shipped_Needs_AreTheSixteenTypesAndThirteenServices()
    {
        var needs = Ontario.Set.Needs;
        Assert.Equal(16, needs.Needs.Values.Count(n => n.CountsAs == n.Id && n.Id != "general"));
        Assert.Equal(13, needs.Services.Count);
        Assert.Equal(needs.Services.Keys.Order(StringComparer.Ordinal), needs.Needs.Values.SelectMany(n => n.Services).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["food", "shelter", "violence"], needs.Needs.Values.Where(n => n.Urgency == Priority.Urgent).Select(n => n.Id).Order(StringComparer.Ordinal));
        Assert.Equal("counselling", needs.Needs["violence"].CountsAs);
    }

    [Fact]
    public void Read_PhraseOfManyWords_IsAFinding() =>
        BrokenFiles.Expect(BrokenFiles.Change("needs.yaml", "\"eviction\"", $"\"{new string('a', 101)}\""), "phrase-too-long", NeedsReader.File, "      en: [\"housing\"");

    [Theory]
    [InlineData("\"apartment\", \"eviction\"", "\"apartment\", \"Homeless\"", "phrase-twice", "      en: [\"housing\"")]
    [InlineData("\"apartment\", \"eviction\"", "\"apartment\", \"?!\"", "phrase-empty", "      en: [\"housing\"")]
    [InlineData("      - \"overdose\"", "      - \"...\"", "phrase-empty", "      - \"...\"")]
    [InlineData("\"apartment\", \"eviction\"", "\"thinking of suicide\"", "phrase-is-crisis", "      en: [\"housing\"")]
    [InlineData("services: [affordable-housing]", "services: [affordable-houses]", "unknown-service", "    services: [affordable-houses]")]
    [InlineData("counts-as: counselling", "counts-as: counseling", "unknown-need", "    counts-as:")]
    [InlineData("label: { en: \"Housing\", fr: \"Logement\" }", "label: { en: \"Housing\" }", "label-missing", "    label: { en: \"Housing\" }")]
    [InlineData("label: { en: \"Child care\", fr: \"Garde d'enfants\" } }", "label: { fr: \"Garde d'enfants\" } }", "label-missing", "  child-care:")]
    public void Read_Broken_IsAFindingWhereItStands(string old, string now, string code, string at) =>
        BrokenFiles.Expect(BrokenFiles.Change("needs.yaml", old, now), code, NeedsReader.File, at);
}
