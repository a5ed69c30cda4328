using Community211.Ivr.Calls.Events;

namespace Community211.Ivr.Tests.Calls.Model;

/// <summary>A webhook on its way to us.</summary>
/// <param name="Call">The caller it is about.</param>
/// <param name="What">What it tells.</param>
/// <param name="Leg">The leg that waits for the answer; null: nobody does.</param>
/// <param name="Generation">Of the leg when it asked.</param>
/// <param name="At">When it was sent.</param>
internal sealed record Message(string Call, CallEvent What, Leg? Leg, int Generation, DateTimeOffset At)
{
    /// <summary>Whether the leg still waits for it.</summary>
    public bool IsAwaited => Leg is { IsOver: false } leg && leg.Generation == Generation;
}
