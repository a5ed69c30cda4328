using System.Collections.Immutable;
using Community211.Ivr.Flows.Checks;
using Community211.Ivr.Flows.Files;

namespace Community211.Ivr.Tests.Flows;

/// <summary>Another province, with its own languages, keys, menu and crisis line: nothing of Ontario is in the code.</summary>
public sealed class DeploymentTests
{
    private static readonly ImmutableDictionary<string, string> Files = FlowFolder.Read(Path.Combine(Repository.Root, "tests", "deployments", "new-brunswick"));

    [Fact]
    public void Check_SecondDeployment_MayGoLiveWithEveryStepAndWayTaken()
    {
        var report = FlowCheck.Run(Files);
        Assert.Empty(report.Findings);
        Assert.NotNull(report.Set);
        Assert.Empty(report.Coverage!.StepsMissed);
        Assert.All(report.Examples, e => Assert.Empty(e.Differences));
    }

    [Fact]
    public void Flow_OfTheSecondDeployment_IsUnderSixtyLines() => Assert.InRange(Files["new-brunswick.yaml"].Split('\n').Length, 20, 60);

    [Fact]
    public void Source_HoldsNothingOfEitherDeployment()
    {
        var told = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains("Ivr.Trunk", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)).Select(l => (File: f, Line: l)))
            .Where(l => new[] { "Toronto", "toronto", "Ottawa", "Ontario", "ontario", "New Brunswick", "Moncton", "+1416", "+1613" }.Any(w => l.Line.Contains(w, StringComparison.Ordinal)))
            .Where(l => !IsAnExample(l.Line));
        Assert.Empty(told);
    }

    /// <summary>Remedies show operators how something is written.</summary>
    private static bool IsAnExample(string line) => line.Contains("Write", StringComparison.Ordinal) || line.Contains("for instance", StringComparison.Ordinal);
}
