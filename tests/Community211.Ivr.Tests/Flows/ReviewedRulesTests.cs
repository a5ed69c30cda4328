using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Checks;

namespace Community211.Ivr.Tests.Flows;

/// <summary>Edits that once went live, and would have cost a caller the line, the key or the time.</summary>
public sealed class ReviewedRulesTests
{
    private static ImmutableArray<Finding> Findings(params (string File, string Old, string Young)[] edits)
    {
        var files = Ontario.Files;
        foreach (var (file, old, young) in edits)
        {
            Assert.Contains(old, files[file], StringComparison.Ordinal);
            files = files.SetItem(file, files[file].Replace(old, young, StringComparison.Ordinal));
        }
        return FlowCheck.Run(files, exampleShare: 0).Findings;
    }

    [Fact]
    public void Silence_AfterAQuestionThatTheCallerChose_NeverEndsTheCall()
    {
        var finding = Assert.Single(Findings(("ontario.yaml", "    otherwise: kept\n", "    otherwise: goodbye\n")), f => f.Code == "ends-before-person");
        Assert.Equal("ontario.yaml", finding.File);
        Assert.NotNull(finding.Call);
    }

    [Fact]
    public void Silence_AfterTheSurvey_MayEndTheCall() => Assert.Empty(Findings());

    [Fact]
    public void Entry_OfOneDigit_IsAKey() =>
        Assert.Contains(Findings(("ontario.yaml", "    keys: { 1: yes, 2: no }\n", "    digits: 1\n")), f => f.Code == "not-number");

    [Fact]
    public void Callback_ThatPromisesAnotherKey_IsAFinding() => Assert.Contains(
        Findings(
            ("ontario.yaml", "We will call you back, and you keep your place.", "We will call this number. For another number, press 3."),
            ("ontario.fr.yaml", "We will call you back, and you keep your place.", "We will call this number. For another number, press 3.")),
        f => f is { Code: "promised-key-missing", File: "ontario.yaml" });

    [Fact]
    public void Phrase_ThatNamesAnotherKeyThanTheOneThatConfirms_IsAFinding()
    {
        var found = Findings(("phrases.yaml", "If that is right, press 1.", "If that is right, press 3."));
        Assert.Contains(found, f => f is { Code: "promised-key-missing", File: "phrases.yaml" });
        Assert.Contains(found, f => f is { Code: "key-not-announced", File: "phrases.yaml" });
    }

    [Fact]
    public void Entry_ThatEndsWithPound_MayBeAnnounced() => Assert.DoesNotContain(
        Findings(
            ("ontario.yaml", "Enter or say your postal code.", "Enter your postal code, then press pound."),
            ("ontario.fr.yaml", "Enter or say your postal code.", "Enter your postal code, then press pound.")),
        f => f.Code == "promised-key-missing");

    [Fact]
    public void Line_OfARegionThatWasTakenOver_ClosesWithTheOneThatAnswersNow()
    {
        var found = Findings(
            ("places.yaml", "    partner: \"Findhelp Information Services\"\n    from: 2012-01-01\n", "    partner: \"Findhelp Information Services\"\n    from: 2012-01-01\n    until: 2026-01-31\n    into: dufferin-peel\n"),
            ("places.yaml", "    partner: \"Region of Peel\"\n", "    partner: \"Region of Peel\"\n    hours: interpreter-days\n"),
            ("ontario.yaml", "queue: { region: 0s, province: 60s }", "queue: { toronto: 0s }"));
        var finding = Assert.Single(found, f => f.Code == "queue-closes");
        Assert.Contains("somebody: yes", finding.Call!, StringComparison.Ordinal);
    }

    [Fact]
    public void Offer_HeardOnlyByCallersWhoseExchangeTellsTheRegion_CountsForTheTime()
    {
        var found = Findings(
            ("ontario.yaml", "region: [dialled-number, caller-number]", "region: [caller-number]"),
            ("places.yaml", "  line: \"+14375550190\"\n  other-language: es\n", "  line: \"+14375550190\"\n"),
            ("ontario.yaml", "Otro idioma, oprima 3.", "Otro idioma para todas las personas que no hablan ni inglés ni francés y que necesitan hablar con alguien, oprima 3."));
        Assert.Contains("by town", Assert.Single(found, f => f.Code == "too-late-in-line").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Calendar_ThatClosesYearsFromNow_IsSeenByThen()
    {
        var files = Ontario.Files
            .SetItem("calendars.yaml", Ontario.Files["calendars.yaml"] + "  later:\n    weekly: { monday-sunday: [\"00:00-24:00\"] }\n    exceptions: { 2028-01-03: [] }\n")
            .SetItem("ontario.yaml", Ontario.Files["ontario.yaml"].Replace("    next: welcome\n", "    next: gate\n", StringComparison.Ordinal).Replace("  welcome:\n", "  gate: { when: later, then: welcome, otherwise: goodbye }\n  welcome:\n", StringComparison.Ordinal));
        Assert.DoesNotContain(FlowCheck.Run(files, 0).Findings, f => f.Code == "ends-before-person");
        Assert.Contains(FlowCheck.Run(files, 0, new DateTimeOffset(2027, 12, 1, 0, 0, 0, TimeSpan.Zero)).Findings, f => f.Code == "ends-before-person");
    }

    [Fact]
    public void Always_ThatLeadsToAnEnd_IsReportedThere()
    {
        var finding = Assert.Single(Findings(("ontario.yaml", "always: { 0: person, 9: crisis }", "always: { 0: goodbye, 9: crisis }")), f => f.Code == "ends-before-person");
        Assert.Equal(Ontario.Files["ontario.yaml"].Split('\n').ToList().FindIndex(l => l.StartsWith("always:", StringComparison.Ordinal)) + 1, finding.Line);
    }
}
