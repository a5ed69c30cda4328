using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Checks;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Host.Configuration;

namespace Community211.Ivr.Host.Publishing;

/// <summary>The check that files pass before they go live.</summary>
public sealed class FlowGate(Settings settings, TimeProvider clock)
{
    /// <summary>What is wrong with the files; whatever judges them more strictly is called here and nowhere else.</summary>
    public Verdict Judge(ImmutableDictionary<string, string> files)
    {
        var report = FlowCheck.Run(files, settings.ExampleShare, clock.GetUtcNow());
        return new Verdict(report.Set, report.Findings, settings.ExampleShare);
    }
}

/// <summary>Whether files may go live.</summary>
/// <param name="Set">What goes live; null when there are errors.</param>
/// <param name="Findings">By file, line and column; warnings do not keep it from going live.</param>
/// <param name="ExampleShare">Percent of the steps that examples had to cover, 0 to 100.</param>
public sealed record Verdict(FlowSet? Set, ImmutableArray<Finding> Findings, int ExampleShare);
