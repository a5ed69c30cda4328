using Community211.Ivr.Flows.Model;
using NodaTime;

namespace Community211.Ivr.Flows;

/// <summary>What a step may look at. Nothing else, so that the same call always goes the same way.</summary>
/// <param name="Set">The files.</param>
/// <param name="State">Where the caller is.</param>
/// <param name="Now">The time.</param>
/// <param name="Conditions">What else was so at that time.</param>
public sealed record FlowContext(FlowSet Set, FlowState State, DateTimeOffset Now, Conditions Conditions)
{
    public FlowContext(FlowSet set, FlowState state, DateTimeOffset now)
        : this(set, state, now, Conditions.Plain)
    {
    }

    public DateOnly Day => Set.Places.DayOf(Now);

    /// <summary>The caller's time zone, as far as it is known; else the province's.</summary>
    public DateTimeZone CallerZone => Set.Places.ZoneOf(State.Region, State.Division);

    /// <summary>The language in which speech is understood: the caller's, or the flow's own while that is unknown or not the flow's.</summary>
    public string SpeechLanguage => State.Language is { } l && Set.Flow.Languages.Contains(l) ? l : Set.Flow.Languages[0];
}
