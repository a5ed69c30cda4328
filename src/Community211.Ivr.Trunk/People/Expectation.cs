namespace Community211.Ivr.Trunk.People;

/// <summary>What a call should come to. What is not given is not looked at.</summary>
internal sealed record Expectation
{
    public static readonly IReadOnlyList<string> Ways = ["nobody", "line", "person"];
    public static readonly IReadOnlyList<string> Enders = ["caller", "service", "agent", "carrier"];

    /// <summary>
    /// The farthest that the caller comes: nobody, a line, or a person. A person is somebody whom the service dialled and who
    /// answered; no machine, no interpreter, no other caller.
    /// </summary>
    public string? Reaches { get; init; }

    /// <summary>Seconds of the call from the answer until they are there.</summary>
    public double? Within { get; init; }

    /// <summary>Who may end the call: caller, service, agent, carrier.</summary>
    public IReadOnlyList<string>? EndedBy { get; init; }

    /// <summary>The number of ours that the call came to: how 211 was translated.</summary>
    public string? Number { get; init; }

    /// <summary>Beginnings of numbers, one of which the person has who is reached last.</summary>
    public IReadOnlyList<string>? With { get; init; }

    /// <summary>How many different people the caller talks with.</summary>
    public int? People { get; init; }

    /// <summary>How often the caller is put in line.</summary>
    public int? Lines { get; init; }

    /// <summary>How often the caller is asked for keys or words before there is a line or a person.</summary>
    public int? Asked { get; init; }

    /// <summary>True: words alone are never asked for. Keys will do whenever the service listens.</summary>
    public bool KeysEnough { get; init; }

    /// <summary>True: a few seconds after the call nobody is on the line any more who was dialled while it lasted.</summary>
    public bool NobodyLeft { get; init; }

    /// <summary>Parts of what the service says to the caller.</summary>
    public IReadOnlyList<string> Heard { get; init; } = [];

    public IReadOnlyList<string> NeverHeard { get; init; } = [];

    /// <summary>Keys or words that the service was told of.</summary>
    public IReadOnlyList<string> Entered { get; init; } = [];

    /// <summary>Parts of keys or words that the service is never told of.</summary>
    public IReadOnlyList<string> NeverTold { get; init; } = [];

    /// <summary>What is wrong with the expectation itself, in a sentence; null when nothing is.</summary>
    public string? Problem =>
        Reaches is not null && !Ways.Contains(Reaches) ? $"'expect.reaches' is '{Reaches}'. Allowed: {string.Join(", ", Ways)}."
        : EndedBy?.FirstOrDefault(who => !Enders.Contains(who)) is { } wrong ? $"'expect.endedBy' has '{wrong}'. Allowed: {string.Join(", ", Enders)}."
        : Within is not null && Reaches is null or "nobody" ? "'expect.within' is how soon a line or a person is reached: give 'reaches', too."
        : Within < 0 || People < 0 || Lines < 0 || Asked < 0 ? "'expect.within', 'people', 'lines' and 'asked' are from 0 up."
        : null;
}
