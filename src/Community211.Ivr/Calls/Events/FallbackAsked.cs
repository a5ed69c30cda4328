using Community211.Ivr.Queues;

namespace Community211.Ivr.Calls.Events;

/// <summary>The carrier could not fetch or run a document of ours, waited, and asks again. Never steps.</summary>
/// <param name="Turn">The turn in the URL that failed; null if there was none.</param>
/// <param name="Error">The carrier's error code; null if it does not say.</param>
public sealed record FallbackAsked(int? Turn, string? Error) : CallEvent
{
    private static readonly TimeSpan TooSoon = TimeSpan.FromSeconds(60);

    public override bool OfCaller => true;

    internal override void Apply(CallUnit unit)
    {
        var state = unit.State;
        if (state.Phase == CallerPhase.Ended)
            return;
        var again = state.FallbackAt is { } last && unit.Now - last < TooSoon;
        unit.State = state with { FallbackAt = unit.Now };
        if (again)
            unit.GoOutside("fallback-twice");
        else
            unit.OutOfQueue();
    }
}
