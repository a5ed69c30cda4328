namespace Community211.Ivr.Calls;

/// <summary>Times of the floor, section <c>Calls</c> of the configuration.</summary>
public sealed record CallRules
{
    /// <summary>How long an agent's telephone rings before it counts as no answer. Default 20 s, 5 to 120 s.</summary>
    public TimeSpan Ring { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>After a talk, before the next caller is offered. Default 5 s, 0 to 10 min.</summary>
    public TimeSpan WrapUp { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After an offer that was not taken. Default 30 s, 0 to 1 h.</summary>
    public TimeSpan Away { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Between two comparisons of the carrier's side with ours. Default 30 s, 10 s to 10 min.</summary>
    public TimeSpan Sweep { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Ring time starts late at the carrier and the whisper is said twice: an offer that is open longer is over.</summary>
    internal static readonly TimeSpan WhisperTime = TimeSpan.FromSeconds(40);

    /// <summary>An agent who accepted is in the room after this time, or is looked for.</summary>
    internal static readonly TimeSpan RoomTime = TimeSpan.FromSeconds(3);

    /// <summary>A caller taken out of the queue has asked for the room after this time, or is looked for.</summary>
    internal static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(5);

    /// <summary>How long the telephone of a caller who is called back rings.</summary>
    internal static readonly TimeSpan CallerRing = TimeSpan.FromSeconds(30);

    /// <summary>Afterwards, until somebody has said who they are: the greeting is said twice, in every language.</summary>
    internal static readonly TimeSpan GreetingTime = TimeSpan.FromSeconds(90);

    /// <summary>Longest time that a caller is alone in a room.</summary>
    internal static readonly TimeSpan AloneTime = TimeSpan.FromSeconds(10);

    /// <summary>Who was told to enter the line is in it after this time: what is said before, in every language, is shorter.</summary>
    internal static readonly TimeSpan ParkingTime = TimeSpan.FromSeconds(30);

    /// <summary>Before the same agent or contact is tried again after a fault that was not theirs.</summary>
    internal static readonly TimeSpan Breather = TimeSpan.FromSeconds(10);

    /// <summary>Before a contact that did not answer is rung again.</summary>
    internal static readonly TimeSpan ContactBreather = TimeSpan.FromSeconds(30);

    /// <summary>A caller in crisis who waits longer is told of to supervisors: nineteen of twenty are to wait less.</summary>
    internal static readonly TimeSpan CrisisTime = TimeSpan.FromSeconds(20);

    /// <summary>Beyond the length of a wait page, the caller may be gone.</summary>
    internal static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(10);
}
