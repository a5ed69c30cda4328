using Community211.Ivr.Files;
using Community211.Ivr.Flows.Checks;

namespace Community211.Ivr.Tests.Flows;

/// <summary>Examples: what is to become of a call, and how much of a flow they go through.</summary>
public sealed class ExamplesTests
{
    private static CheckReport Check(string calls, int share = 0) =>
        FlowCheck.Run(Ontario.Files.SetItem("ontario.calls.yaml", "format: 1\nwhen: \"2026-11-24 10:00\"\ncalls:\n" + calls), share);

    private static Finding Broken(string example) =>
        Assert.Single(Check(example).Findings, f => f.File == "ontario.calls.yaml");

    [Theory]
    [InlineData("path: [place, welcome, person]", "The path was place > welcome > person > surge > need > postal > late, not place > welcome > person.")]
    [InlineData("line: crisis", "The line was person, not crisis.")]
    [InlineData("queue: north", "The queue was toronto, not north.")]
    [InlineData("language: fr", "The language was unknown, not fr.")]
    [InlineData("priority: urgent", "The priority was general, not urgent.")]
    [InlineData("need: food", "The need was general, not food.")]
    [InlineData("in-line: 5s", "It took 14.0 s to the line, not 5.0 s at most.")]
    [InlineData("ends: goodbye", "The end was waiting, not goodbye.")]
    [InlineData("answers: { helped: yes }", "The answer to 'helped' was not given, not yes.")]
    public void Expectation_ThatDoesNotComeTrue_IsAFindingThatSaysWhatWas(string expect, string sentence)
    {
        var finding = Broken($"  \"Silent\": {{ to: toronto, expect: {{ {expect} }} }}\n");
        Assert.Equal(("example-failed", 4, $"'Silent': {sentence}"), (finding.Code, finding.Line, finding.Sentence));
    }

    [Theory]
    [InlineData("[place, ...]", true)]
    [InlineData("[..., need, ...]", true)]
    [InlineData("[..., late]", true)]
    [InlineData("[...]", true)]
    [InlineData("[..., need, need, ...]", false)]
    [InlineData("[..., late, ...]", true)]
    [InlineData("[welcome, ...]", false)]
    [InlineData("[]", false)]
    public void Path_WithGaps_FitsAnyStepsThere(string path, bool fits) =>
        Assert.Equal(fits, Check($"  \"Silent\": {{ to: toronto, expect: {{ path: {path} }} }}\n").Findings.IsEmpty);

    [Theory]
    [InlineData("to: torontoo", "unknown-entry", "toronto")]
    [InlineData("town: Otawa", "unknown-town", "Ottawa")]
    [InlineData("town: Atlantis-upon-Sea", "unknown-town", "towns.csv")]
    [InlineData("open: [around-the-clock]", "unknown-calendar", "surge")]
    [InlineData("when: tomorrow", "not-moment", "2026-11-24 10:00")]
    [InlineData("does: [shout]", "unknown-doing", "silence")]
    [InlineData("callbacks: maybe", "not-yes-no", "yes")]
    [InlineData("wen: \"2026-11-24 10:00\"", "unknown-field", "when")]
    public void Example_WrittenWrongly_IsAFindingWithARemedy(string field, string code, string remedy)
    {
        var finding = Broken($"  \"Silent\": {{ {field}, expect: {{ ends: waiting }} }}\n");
        Assert.Equal((code, 4), (finding.Code, finding.Line));
        Assert.Contains(remedy, finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Example_WhoseCallerNeverComesToSomething_IsAFinding() =>
        Assert.Contains("never came to this: presses 1", Broken("  \"Crisis\": { does: [9, 1], expect: { line: crisis } }\n").Sentence, StringComparison.Ordinal);

    [Fact]
    public void Coverage_CountsStepsWaysAndLanguages()
    {
        var coverage = Check("  \"French\": { to: toronto, does: [2], expect: { language: fr } }\n").Coverage!;
        Assert.Equal((18, 18 - coverage.StepsMissed.Length), (coverage.Steps, 7));
        Assert.Equal(["es"], coverage.LanguagesMissed);
        Assert.Contains("welcome: unknown", coverage.EdgesMissed);
        Assert.DoesNotContain("welcome: fr", coverage.EdgesMissed);
    }

    [Theory]
    [InlineData(38, true)]
    [InlineData(39, false)]
    public void Share_BelowWhatIsAskedFor_IsAnError(int share, bool live)
    {
        var report = Check("  \"French\": { to: toronto, does: [2], expect: { language: fr } }\n", share);
        Assert.Equal(live, report.Set is not null);
        Assert.Equal(live, !report.Findings.Any(f => f.Code == "not-covered"));
    }
}
