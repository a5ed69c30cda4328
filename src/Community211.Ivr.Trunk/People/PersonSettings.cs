namespace Community211.Ivr.Trunk.People;

/// <summary>How one number behaves when it is dialled (body of PUT /sim/people/{number}).</summary>
internal sealed record PersonSettings
{
    public static readonly IReadOnlyList<string> Answers = ["agent", "mailbox", "busy", "no-answer", "failed", "reject", "phone"];

    /// <summary>agent, mailbox, busy, no-answer, failed, reject, or phone (rings in the browser; nobody there is no answer). Default agent.</summary>
    public string Answer { get; init; } = "agent";

    /// <summary>Seconds of ringing. Default: seeded, 2 to 6.</summary>
    public double? RingFor { get; init; }

    /// <summary>The key pressed when a Gather listens. Default 1; null presses nothing.</summary>
    public string? Key { get; init; } = "1";

    /// <summary>Seconds from the Gather to the key. Default: seeded, 1 to 3.</summary>
    public double? AcceptAfter { get; init; }

    /// <summary>Hangs up that many seconds after a talk began. Default: never.</summary>
    public double? DropAfter { get; init; }
}
