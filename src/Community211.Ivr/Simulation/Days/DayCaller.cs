using System.Collections.Immutable;

namespace Community211.Ivr.Simulation.Days;

/// <summary>Somebody who calls on that day, with all that they bring along: what becomes of them is the flow's and the rule's doing.</summary>
public sealed record DayCaller
{
    public required string Call { get; init; }

    /// <summary>When the call is answered.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Region id of where they are.</summary>
    public required string Region { get; init; }

    /// <summary>Language id of what they speak.</summary>
    public required string Language { get; init; }

    /// <summary>What kind of caller the scenario calls them.</summary>
    public required string Kind { get; init; }

    /// <summary>Our number that they dial, E.164.</summary>
    public required string? Dialled { get; init; }

    /// <summary>The town that their exchange names; null if none.</summary>
    public string? Town { get; init; }

    /// <summary>By the step that is heard: keys, or words.</summary>
    public required ImmutableDictionary<string, string> Does { get; init; }

    /// <summary>What they key when asked for their postal code; null: nothing.</summary>
    public string? PostalKeys { get; init; }

    public required TimeSpan Talk { get; init; }

    /// <summary>How many times as long the talk is with an interpreter.</summary>
    public double Interpreted { get; init; } = 1;

    /// <summary>From the answer until they hang up; null: they never do.</summary>
    public TimeSpan? Patience { get; init; }
}
