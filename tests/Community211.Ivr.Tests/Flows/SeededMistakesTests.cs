using Community211.Ivr.Files;
using Community211.Ivr.Flows.Checks;
using Community211.Ivr.Flows.Examples;
using Community211.Ivr.Flows.Files;

namespace Community211.Ivr.Tests.Flows;

/// <summary>Mistakes that staff make, each caught on its line with a remedy that works; what cannot be proven comes with a call that fails.</summary>
public sealed class SeededMistakesTests
{
    /// <summary>Proofs: each gives a call that shows the fault.</summary>
    private static readonly string[] Proofs =
    [
        "loop", "ends-before-person", "no-person", "too-late-in-line", "crisis-key-taken", "no-crisis-key", "queue-closes", "keep-waiting-outside", "always-key-taken",
    ];

    private static readonly Mistake[] All = [.. MistakesInFlows.All, .. MistakesInTexts.All, .. MistakesAround.All];

    public static TheoryData<string> Names => [.. All.Select(m => m.Name)];

    [Fact]
    public void Mistakes_AreManyAndEveryProofIsAmongThem()
    {
        Assert.True(All.Length >= 25);
        Assert.Equal(All.Length, All.Select(m => m.Name).Distinct().Count());
        Assert.Empty(Proofs.Except(All.Select(m => m.Code)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_MistakeMade_IsFoundOnItsLine(string name)
    {
        var mistake = All.Single(m => m.Name == name);
        var files = mistake.Broken;
        var all = FlowCheck.Run(files, 100).Findings;
        var offset = files[mistake.File].IndexOf(mistake.At, StringComparison.Ordinal);
        Assert.True(offset >= 0, $"'{mistake.At}' is not in {mistake.File}.");
        var line = files[mistake.File].AsSpan(0, offset).Count('\n') + 1;
        var found = all.Where(f => f.Code == mistake.Code && f.File == mistake.File && f.Line == line).ToList();
        Assert.True(found.Count > 0, $"Not found on line {line} of {mistake.File}: {mistake.Code}\n{string.Join('\n', all)}");
        Assert.Contains(found, f => f.Remedy.Contains(mistake.Remedy, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_RemedyDone_HasNoErrors(string name)
    {
        var mistake = All.Single(m => m.Name == name);
        var report = FlowCheck.Run(mistake.Whole, 100);
        Assert.True(report.Set is not null, string.Join('\n', report.Findings));
        Assert.DoesNotContain(report.Findings, f => f.Severity == Severity.Error || f.Code == mistake.Code);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_CallOfAFinding_FailsAmongTheExamples(string name)
    {
        var mistake = All.Single(m => m.Name == name);
        var files = mistake.Broken;
        var findings = FlowCheck.Run(files, 100).Findings;
        if (Proofs.Contains(mistake.Code))
            Assert.Contains(findings, f => f.Code == mistake.Code && f.Call is not null);
        foreach (var finding in findings.Where(f => f.Call is not null))
        {
            var text = $"format: 1\ncalls:\n{string.Concat(finding.Call!.Split('\n').Select(l => $"  {l}\n"))}";
            var own = new Findings();
            var set = FlowLoader.Draft(files, new Findings())!;
            var example = Assert.Single(new ExamplesReader(set.Flow, set.Places, set.Calendars, own).Read("unlucky.calls.yaml", text));
            Assert.Empty(own.Sorted());
            Assert.NotEmpty(ExampleResult.Of(set, example).Differences);
        }
    }
}
