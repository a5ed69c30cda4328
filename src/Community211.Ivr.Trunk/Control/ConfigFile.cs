using Community211.Ivr.Trunk.Faults;

namespace Community211.Ivr.Trunk.Control;

/// <summary>The trunk's configuration as written: the file of --config and the body of PUT /sim/config.</summary>
internal sealed record ConfigFile
{
    public string? AccountSid { get; init; }

    public string? AuthToken { get; init; }

    public int Seed { get; init; } = 211;

    /// <summary>Words a minute. Default 170, 60 to 400.</summary>
    public int SpeakingRate { get; init; } = 170;

    /// <summary>retry or leave. Default retry.</summary>
    public string WaitUrlFailure { get; init; } = "retry";

    /// <summary>A TwiML file served at /sim/fallback.xml; relative to the configuration file.</summary>
    public string? FallbackDocument { get; init; }

    public IReadOnlyList<ConfigNumber>? Numbers { get; init; }

    public string? TollFree { get; init; }

    /// <summary>documented, keep or drop: the port in the URL that is signed. Default documented: https loses it, http keeps it.</summary>
    public string SignPort { get; init; } = "documented";

    /// <summary>What goes wrong on purpose; absent leaves the faults in force as they are, [] ends them.</summary>
    public IReadOnlyList<FaultFile>? Faults { get; init; }
}
