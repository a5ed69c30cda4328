using System.Globalization;
using Community211.Ivr.Files;
using Community211.Ivr.Flows.Model;

namespace Community211.Ivr.Flows.Checks;

/// <summary>Proof 4: a caller who does nothing is in line within <c>to-queue</c>, in every language and from every number of ours.</summary>
public sealed class TimeRule : IRule
{
    public void Check(FlowSet set, IReadOnlyList<FlowMap> maps, Findings findings)
    {
        var late = maps.SelectMany(TimeToLine.Of).Where(t => t.InLine is null || t.InLine > set.Flow.ToQueue).ToList();
        if (late.Count == 0)
            return;
        var worst = late.MaxBy(t => t.InLine ?? TimeSpan.MaxValue)!;
        var most = Seconds(set.Flow.ToQueue);
        findings.Add(
            "too-late-in-line", set.Flow.At(worst.LongestStep ?? "to-queue"),
            worst.InLine is { } took
                ? $"A silent caller ({worst.Case}) is in line after {Seconds(took)} s; 'to-queue' allows {most} s. The longest part is '{worst.LongestStep}'."
                : $"A silent caller ({worst.Case}) comes into no line.",
            "Say less before the line, or ask it in line under 'meanwhile'.",
            call: Unlucky.Write(set, $"Silent, {worst.Case}", worst.Call, $"in-line: {(int)set.Flow.ToQueue.TotalSeconds}s"));
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
