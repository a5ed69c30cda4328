namespace Community211.Ivr.Trunk.Calls;

/// <summary>A leg that the service asks for by REST.</summary>
internal sealed record DialOrder(string To, string From, Source Source, Callbacks Callbacks, int Timeout, int? TimeLimit)
{
    public string? FallbackUrl { get; init; }

    public string FallbackMethod { get; init; } = "POST";

    /// <summary>Recorded from the answer on.</summary>
    public RecordingOrder? Recording { get; init; }

    /// <summary>What the leg does once answered, in the place of running its document.</summary>
    public Func<Leg, Task>? Joins { get; init; }

    /// <summary>Keys sent once the call was answered, before its document is run; w waits half a second, W a second.</summary>
    public string? SendDigits { get; init; }
}
