using System.Collections.Immutable;
using Community211.Ivr.Flows.Model;
using Community211.Ivr.Flows.Steps;

namespace Community211.Ivr.Simulation.Days;

/// <summary>The same service if no region ever helped another.</summary>
public static class Alone
{
    /// <summary>Lines that only the caller's own region and contacts answer: without the province there is no mutual aid either.</summary>
    public static FlowSet Of(FlowSet set) => set with
    {
        Flow = set.Flow with { Steps = set.Flow.Steps.ToImmutableDictionary(s => s.Key, s => s.Value is QueueStep queue ? Closed(queue) : s.Value, StringComparer.Ordinal) },
    };

    /// <summary>Nobody would answer a caller whose region is not known: all dial the number of their own.</summary>
    public static DayScenario Of(DayScenario scenario) => scenario with { ProvincialNumber = 0 };

    private static QueueStep Closed(QueueStep queue) => queue with { Members = [.. queue.Members.Where(m => m.Contact || m.Who == QueueStep.Region)] };
}
