using System.Collections.Immutable;
using Community211.Ivr.Calls;
using Community211.Ivr.Calls.Events;
using Community211.Ivr.Calls.Ports;
using Community211.Ivr.Flows;

namespace Community211.Ivr.Host.Recordings;

/// <summary>What was so from a time on, besides files and time: calendars that staff had open.</summary>
/// <param name="At">From when.</param>
/// <param name="Conditions">What was so.</param>
public sealed record RecordedConditions(DateTimeOffset At, Conditions Conditions)
{
    /// <summary>Whenever something changed; null when nothing was ever out of the ordinary.</summary>
    internal static ImmutableArray<RecordedConditions>? Of(IEnumerable<(StoredFact Fact, CallEvent Event)> happened)
    {
        var all = ImmutableArray.CreateBuilder<RecordedConditions>();
        foreach (var (fact, what) in happened)
        {
            var now = what.Conditions ?? Conditions.Plain;
            if (all.Count == 0 || !Same(all[^1].Conditions, now))
                all.Add(new RecordedConditions(fact.At, now));
        }
        return all.All(c => Same(c.Conditions, Conditions.Plain)) ? null : all.ToImmutable();
    }

    private static bool Same(Conditions a, Conditions b) => a.Callbacks == b.Callbacks && a.Forecast == b.Forecast && a.Open.SequenceEqual(b.Open, StringComparer.Ordinal);
}

/// <summary>The recorded conditions again; before the first of them, those.</summary>
internal sealed class ReplayConditions(ImmutableArray<RecordedConditions>? recorded) : IConditions
{
    public Conditions At(DateTimeOffset now, string call) =>
        recorded is not { IsEmpty: false } all ? Conditions.Plain : (all.LastOrDefault(c => c.At <= now) ?? all[0]).Conditions;
}
