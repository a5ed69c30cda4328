namespace Community211.Ivr.Trunk.Calls;

/// <summary>How somebody comes into a room: what Dial's Conference and the Participants resource have in common.</summary>
internal sealed record RoomEntry
{
    public const int MostParticipants = 250;

    public static readonly string[] Beeps = ["true", "false", "onEnter", "onExit"];

    /// <summary>What a room can report.</summary>
    public static readonly string[] Events = ["start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement"];

    public bool Muted { get; init; }

    /// <summary>true, false, onEnter or onExit. Default true.</summary>
    public string Beep { get; init; } = "true";

    public bool StartOnEnter { get; init; } = true;

    public bool EndOnExit { get; init; }

    /// <summary>Heard until there is company: null is the carrier's music, empty is silence.</summary>
    public string? WaitUrl { get; init; }

    public string WaitMethod { get; init; } = "POST";

    /// <summary>Nobody comes in above this number. 250 is the most.</summary>
    public int MaxParticipants { get; init; } = MostParticipants;

    /// <summary>The one call that hears this one.</summary>
    public string? CallSidToCoach { get; init; }

    public string? Label { get; init; }
}
