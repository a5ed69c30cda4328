using Community211.Ivr.Trunk.Calls;

namespace Community211.Ivr.Trunk.Verbs;

/// <summary>Waits for the next key or words on a leg.</summary>
internal static class Hearing
{
    /// <summary>Null: nothing came within that time.</summary>
    public static async Task<(char? Key, string? Words)?> Next(Turn turn, Ear ear, TimeSpan patience)
    {
        if (ear.TryNext(out var already))
            return already;
        if (patience <= TimeSpan.Zero)
            return null;
        var began = turn.Leg.Clock.Now;
        using (turn.Leg.Clock.Schedule(patience, ear.Wake, maySkip: !turn.Leg.Person.ByHand))
            await ear.More(turn.Token);
        if (turn.Leg.Clock.Now > began)
            turn.Leg.FetchesWithoutTime = 0;
        return ear.TryNext(out var heard) ? heard : null;
    }
}
