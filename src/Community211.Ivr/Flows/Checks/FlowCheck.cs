using System.Collections.Immutable;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Examples;
using Community211.Ivr.Flows.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Checks;

/// <summary>Everything that is looked at before a revision goes live: the files, the proofs and rules, the examples.</summary>
public static class FlowCheck
{
    /// <summary>What was written is wrong, but the flow still leads where it leads: rules can be looked at all the same.</summary>
    private static readonly ImmutableHashSet<string> Readable = ImmutableHashSet.Create(
        StringComparer.Ordinal, "unquoted-text", "text-empty", "translation-missing", "translation-stale", "translation-unknown", "translation-twice",
        "unknown-interpreter", "language-without-voice", "label-taken");

    /// <summary>Checks files; never throws and never stops at the first problem.</summary>
    /// <param name="files">Name to text.</param>
    /// <param name="exampleShare">Share of the steps, 0 to 100, that examples must go through; less is an error.</param>
    /// <param name="now">Calendars are looked at for 400 days from this day; left out, from a day of 2026.</param>
    public static CheckReport Run(ImmutableDictionary<string, string> files, int exampleShare = 100, DateTimeOffset now = default)
    {
        var findings = new Findings();
        var draft = FlowLoader.Draft(files, findings);
        var report = new CheckReport();
        var examples = draft is null ? [] : ReadExamples(files, draft, findings);
        if (draft is not null && IsWhole(findings.Sorted(), draft.Flow.File))
            report = Prove(draft, examples, exampleShare, now, findings) with { Proven = true };
        var all = findings.Sorted();
        return report with { Findings = all, Set = draft is not null && !findings.HasErrors ? draft : null };
    }

    private static bool IsWhole(ImmutableArray<Finding> findings, string flow) =>
        !findings.Any(f => f.Severity == Severity.Error && !Readable.Contains(f.Code) && !f.File.EndsWith(ExamplesReader.Ending, StringComparison.Ordinal)
            && (f.File == flow || f.File.EndsWith(".yaml", StringComparison.Ordinal)));

    private static CheckReport Prove(FlowSet set, ImmutableArray<Example> examples, int exampleShare, DateTimeOffset now, Findings findings)
    {
        var report = new CheckReport();
        if (World.All(set, now) is { } worlds)
        {
            var maps = worlds.Select(w => new FlowMap(set, w)).ToList();
            foreach (var rule in Rules.All)
                rule.Check(set, maps, findings);
            report = report with { Times = [.. maps.SelectMany(TimeToLine.Of)], Longest = LongestWay.Of(maps) };
        }
        else
        {
            findings.Add("too-many-calendars", new Place(set.Flow.File, 1, 1), "Staff could open so many calendars here that not every combination can be looked at.", "Use eight at most in one flow.");
        }
        ImmutableArray<ExampleResult> results = [.. examples.Select(e => ExampleResult.Of(set, e))];
        foreach (var failed in results.Where(r => !r.Differences.IsEmpty))
            findings.Add("example-failed", failed.Example.At, $"'{failed.Example.Name}': {string.Join(" ", failed.Differences)}", "Mend the flow, or the example if this is what is wanted now.");
        var coverage = Coverage.Of(set.Flow, results.Select(r => r.Played));
        if (coverage.StepShare < exampleShare)
        {
            findings.Add(
                "not-covered", new Place($"{set.Flow.Id}{ExamplesReader.Ending}", 1, 1),
                $"The examples go through {coverage.StepShare} % of the steps; {exampleShare} % are asked for. Missing: {string.Join(", ", coverage.StepsMissed)}.",
                "Write a call that comes to each of them.");
        }
        return report with { Examples = results, Coverage = coverage };
    }

    private static ImmutableArray<Example> ReadExamples(ImmutableDictionary<string, string> files, FlowSet set, Findings findings)
    {
        var reader = new ExamplesReader(set.Flow, set.Places, set.Calendars, findings);
        return [.. files.Where(f => f.Key.EndsWith(ExamplesReader.Ending, StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => reader.Read(f.Key, f.Value))];
    }
}
