namespace Community211.Ivr.Trunk.People;

/// <summary>How a caller is, whatever the script says.</summary>
internal sealed record Habits
{
    public static readonly IReadOnlyList<string> CanBar = ["keys", "transfers"];

    /// <summary>Seconds after the answer. Null: never.</summary>
    public double? HangUpAfter { get; init; }

    /// <summary>Seconds of talk before the caller hangs up. Null: seeded, 20 to 40.</summary>
    public double? Talk { get; init; }

    /// <summary>Seconds from being asked to the first key or word.</summary>
    public double Reaction { get; init; } = 1;

    /// <summary>The telephone system lets no keys through.</summary>
    public bool BarsKeys { get; init; }

    /// <summary>The telephone system cuts a call off that a Dial bridges to a further number.</summary>
    public bool BarsTransfers { get; init; }
}
