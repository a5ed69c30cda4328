using System.Globalization;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Checks;
using Community211.Ivr.Flows.Examples;

namespace Community211.Ivr.Host.Commands;

/// <summary>A check's report for a terminal.</summary>
internal sealed class CheckView(TextWriter output)
{
    public async Task Show(CheckReport report)
    {
        foreach (var finding in report.Findings)
            await Show(finding);
        foreach (var failed in report.Examples.Where(e => !e.Differences.IsEmpty))
            await PlayedView.Show(output, failed.Example.Name, failed.Played);
        await Times(report);
        if (report.Coverage is { } coverage)
            await Covered(report, coverage);
        if (!report.Proven)
            await output.WriteLineAsync("The proofs and examples were not looked at: mend these errors first, then check again.");
        var errors = report.Findings.Count(f => f.Severity == Severity.Error);
        await output.WriteLineAsync(report.Set is { } set
            ? $"Revision {set.Revision} may go live{(report.Findings.IsEmpty ? "" : $", with {Count(report.Findings.Length, "warning")}")}."
            : $"{Count(errors, "error")}: this cannot go live.");
    }

    /// <summary>Place, sentence, remedy, and the call that shows it.</summary>
    public async Task Show(Finding finding)
    {
        await output.WriteLineAsync($"{finding.File}:{finding.Line}:{finding.Column}: {(finding.Severity == Severity.Warning ? "warning " : "")}{finding.Code}");
        await output.WriteLineAsync($"  {finding.Sentence}");
        await output.WriteLineAsync($"  {finding.Remedy}");
        if (finding.Call is { } call)
        {
            await output.WriteLineAsync("  This call shows it; it can stand among the examples:");
            foreach (var line in call.Split('\n'))
                await output.WriteLineAsync($"    {line}");
        }
        await output.WriteLineAsync();
    }

    private async Task Times(CheckReport report)
    {
        if (report.Times.IsEmpty)
            return;
        await output.WriteLineAsync("Time to the line for a caller who does nothing else");
        foreach (var time in report.Times.GroupBy(t => (t.Entry, t.Language)).Select(g => g.MaxBy(t => t.InLine ?? TimeSpan.MaxValue)!))
            await output.WriteLineAsync($"  {time.Entry,-16} {(time.Language is null ? "no language chosen" : $"chooses {time.Language}"),-20} {(time.InLine is { } took ? Seconds(took) : "never"),8}");
        if (report.Longest is { } longest)
            await output.WriteLineAsync($"  the longest way of any caller: {Seconds(longest.InLine)}, by {string.Join(" > ", longest.Path)}");
        await output.WriteLineAsync();
    }

    private async Task Covered(CheckReport report, Coverage coverage)
    {
        var good = report.Examples.Count(e => e.Differences.IsEmpty);
        await output.WriteLineAsync($"{good} of {report.Examples.Length} examples as expected. They go through {Of(coverage.Steps, coverage.StepsMissed.Length, "steps")}, {Of(coverage.Edges, coverage.EdgesMissed.Length, "ways")}, {Of(coverage.Languages, coverage.LanguagesMissed.Length, "languages")}.");
        foreach (var (what, missed) in new[] { ("steps", coverage.StepsMissed), ("ways", coverage.EdgesMissed), ("languages", coverage.LanguagesMissed) })
        {
            if (!missed.IsEmpty)
                await output.WriteLineAsync($"  {what} that no example takes: {string.Join(", ", missed)}");
        }
        await output.WriteLineAsync();
    }

    private static string Of(int all, int missed, string what) => $"{all - missed} of {all} {what}";

    private static string Count(int n, string what) => $"{n} {what}{(n == 1 ? "" : "s")}";

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";
}
